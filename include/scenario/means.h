/* means.h -- what moves the wounded, who goes along, and what it costs.
 */
#ifndef SCENARIO_MEANS_H
#define SCENARIO_MEANS_H

#include "scenario/places.h"

struct cost {    /* in whatever money the mission counts; reports call it cost */
    double day;  /* for each day it is there, used or not */
    double hour; /* and for each hour it is used */
};

struct posture { /* how ready a crew stands */
    const char *id;
    struct dist notice; /* tasked to moving off */
};

/* Who goes along: an aeromedical team aboard, an armed escort beside. */
enum companion_kind { TEAM, ESCORT, COMPANION_KINDS };
enum companion_when { NEVER_ALONG, IN_CONTACT, ON_SCENES, ALWAYS_ALONG };
struct companion { /* so many alike, at one home */
    const char *id;
    int home, count;
    struct dist joins;  /* tasked to aboard, or beside */
    struct hours hours; /* when they may be tasked */
    struct cost cost;   /* used: tasked to ready again */
};

struct cabin_layout { /* another way to fit an asset out */
    const char *id;
    int litters, seats;
};

/* Other tasks of an aircraft that is not for the wounded alone. */
struct sharing {
    double tasks;        /* a day, on average; 0: none */
    struct dist takes;   /* leaving to ready at home again */
    struct hours hours;  /* when they begin */
    int64_t farthest_ms; /* from home, as time on the way back */
    int recall;          /* called back for categories below this, as seen; 0: for nobody */
    struct dist approval;
};

enum night_landing { LANDS_ANYWHERE, LANDS_LIT };
enum asset_kind { HELICOPTER, AMBULANCE, FIXED_WING, ASSET_KINDS };
enum serves { SERVES_ALL, SERVES_SCENE, SERVES_TRANSFER };
struct asset {
    const char *id;
    int kind; /* enum asset_kind: flies, drives, flies between facilities only */
    int home; /* site */
    int count;
    struct list posts;                    /* sites where those free stand, the first of so many; none: home */
    int64_t move_up_within_ms;            /* the longest way to a post that is not its own; 0: never */
    struct dist notice_day, notice_night; /* tasked to moving off */
    int posture_day, posture_night;       /* -1, or whose notice holds instead */
    struct hours hours;                   /* when it may be sent */
    bool night;                           /* may fly or drive in the dark */
    int night_landing;                    /* enum night_landing: where, in the dark */
    bool all_weather;                     /* flies in weather that keeps others on the ground */
    double speed_kmh;                     /* through the air */
    double on_surface_kmh[SURFACES];      /* on the road: paved, dirt, track */
    double range_m;                       /* on one filling; 0: no limit */
    int64_t reach_ms;                     /* the longest way it is sent, out or on to care; 0: no limit */
    int crew;                             /* people of its own who can be hit */
    int litters, seats;         /* a walking casualty takes a seat, or a litter when seats are full */
    struct list layouts;        /* that it may be fitted out in instead, for whom it fetches */
    int most_t1;                /* seen as such, that can be treated aboard at once */
    struct dist load;           /* per stop on scene */
    struct dist load_each;      /* and per casualty, drawn once per sortie and multiplied */
    struct dist unload;         /* at the facility, per sortie */
    struct dist turnaround;     /* home to ready again */
    int care;                   /* enum care given aboard: BUDDY (none), EFC, DCR */
    int serves;                 /* enum serves */
    int along[COMPANION_KINDS]; /* enum companion_when: with whom it must go */
    double serviceable;         /* probability that one is fit to go on a given day */
    struct dist fails_after,
        repair;       /* mended, or new, to the next failure (0: never); and how long that takes */
    int repair_crews; /* that mend them, one each */
    int64_t maintenance_every_ms, maintenance_ms; /* how often each is laid up for how long; 0: never */
    int64_t work_ms, rest_ms; /* so long on journeys, then a rest that makes the crew fresh; 0: no limit */
    struct sharing shared;
    struct cost cost; /* of each; used: moving off to home again */
};

/* The site of the k-th unit that is free, from 0; and how many of these sites differ at most. */
static inline int asset_stands_at(const struct asset *a, int k)
{
    return k < a->posts.n ? a->posts.at[k] : a->home;
}
static inline int asset_places(const struct asset *a)
{
    return a->count > a->posts.n ? a->posts.n + 1 : a->count;
}

/* Where aircraft fill up away from home. */
struct fuel_point {
    const char *id;
    int site;
    struct dist refuel; /* landing to airborne again */
    struct list assets; /* for whom there is fuel */
    bool closed;        /* as if it were not there */
};

/* With a patrol, or at a site, before anybody is sent: may drive the wounded there once contact ends. */
struct own_vehicles {
    const char *id;
    struct list patrols, sites; /* whose; the first entry that has them holds */
    int count;
    double left;                     /* share that can still be driven after an attack */
    double on_surface_kmh[SURFACES]; /* as of an asset */
    int crew;                        /* of all of them: people who can be hit on the road */
    int litters, seats;              /* of each */
    struct dist load, unload;        /* of all of them together */
    int64_t care_within_ms;          /* drive at once where care is so near; 0: never */
    bool settle;                     /* for care that is not what the gravest seeks, then */
    int64_t grounded_within_ms;      /* and where no aircraft may come now; 0: never */
    int64_t landing_within_ms;       /* to where one may land now; 0: never */
};

#endif
