/* scenario.h -- a scenario as it was read: what the user wrote, defaults filled in.
 *
 * Open data, read-only after reading, in inner units (base/unit.h): times in
 * ms, distances in m, speeds in km/h, rates per day. Collections are arrays in
 * the order of the file; a reference is an index into one, or -1. Everything
 * lives in the scenario's arena.
 */
#ifndef SCENARIO_SCENARIO_H
#define SCENARIO_SCENARIO_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include "base/arena.h"
#include "random/dist.h"

enum { UNLIMITED = INT_MAX }; /* a count written "unlimited" */

/* T1 to T4 as in clinical use; the dead need no category. */
enum triage { T1, T2, T3, T4, TRIAGES };

/* Whose people a casualty is one of: who may be evacuated can depend on it. */
enum affiliation { UN, HOST, CONTRACTOR, CIVILIAN, AFFILIATIONS };

/* --- small values ------------------------------------------------------- */

struct list { /* references: [gao, kidal]; `all` when the key was not given or "all" */
    int n;
    int *at;
    bool all;
};

struct profile { /* a factor for each half hour of the day, local time */
    double factor[48];
};

struct months { /* of the year: bit 0 is January */
    unsigned set;
};

struct texts { /* words: names that are no ids */
    int n;
    const char **at;
    bool all;
};

struct hours { /* daily window, local ms since midnight; from > to passes midnight; both 0: always */
    int64_t from_ms, to_ms;
};

struct spot { /* [lat, lon] in degrees on the earth; [x, y] in km on a plane */
    double a, b;
};

struct share { /* of: index of a class, a triage category or an affiliation */
    int of;
    double share;
};
struct shares {
    int n;
    struct share *at;
};

/* --- the records, in the order of the reference --------------------------- */

struct run {
    int64_t warm_up_ms, horizon_ms, cool_down_ms, follow_up_ms;
    int64_t start_day; /* days since 1970-01-01 of the first midnight */
    int64_t utc_offset_ms;
    int64_t curve_step_ms, curve_until_ms, curve_long_step_ms; /* bins of the time-to-care curves */
    int trials;                                                /* default of --trials */
    int64_t seed;                                              /* default of --seed */
};

enum map_kind { EARTH, PLANE };
struct map {
    int kind;              /* enum map_kind */
    struct hours daylight; /* "sun" (both -1): from latitude, longitude and date; else a fixed window */
    double detour;         /* road length over the straight line where no length is given */
};

struct site {
    const char *id;
    struct spot at;
    double width_m, height_m; /* extent: attacks fall uniformly in the box around `at`; 0: at the spot */
    const char *sector;
    double strength;      /* people, for person_year and as a cap on casualties */
    double threat;        /* factor on every rate per site or person */
    struct shares people; /* by affiliation, of those there */
    double first_aid;     /* share of the wounded here who get first aid from comrades */
    bool medic;           /* a medic is at hand */
    bool lit;             /* its landing site is lit and known by night */
    bool airstrip;        /* fixed wing can land here */
};

enum surface { PAVED, DIRT, TRACK, SURFACES };
struct road {
    const char *id;
    int from, to;              /* sites */
    double length_m;           /* 0: straight line x map.detour */
    int surface;               /* enum surface */
    double threat;             /* factor on every rate per patrol_km and patrol_hour here */
    bool closed;               /* to the evacuation; patrols keep driving */
    struct months wet, cut_in; /* when it is slow, and when the evacuation cannot pass */
    double wet_speed;          /* factor on speeds in the wet months */
    double cleared;            /* share of the devices on it that are found before they harm anyone */
    double clearing;           /* factor on the evacuation's speed, behind those who search it for devices */
};

struct travel { /* a given travel time between two sites, for every asset, in place of geometry */
    const char *id;
    int from, to; /* sites */
    int64_t time_ms;
    bool both_ways;
};

struct patrol {
    const char *id;
    struct list route;  /* sites in order; the way between two is the shortest by road */
    int64_t every_ms;   /* a trip every so often ... */
    double rate;        /* ... or this many a day at random (Poisson); one of the two, the other 0 */
    int64_t depart_ms;  /* local time of day of the first trip of `every` */
    struct dist jitter; /* added to each departure */
    double speed_kmh;
    bool on_foot;
    int strength;         /* people who can be hit on a trip */
    struct shares people; /* as for a site */
    double armour;        /* share of those hit whom protection spares */
    double threat;        /* factor on every rate on this patrol */
    double frequency;     /* so many times the trips of the schedule */
    struct hours hours;   /* when it may be on the road; what it would drive outside them is not driven */
    double first_aid;     /* as for a site */
    bool medic;
    const char *sector; /* "" : that of the first site of the route */
};

enum basis { PER_PATROL_KM, PER_PATROL_HOUR, PER_SITE_YEAR, PER_PERSON_YEAR, SCRIPT };
enum spread_over { OVER_SOURCE, OVER_SECTOR, OVER_MISSION };
struct attack { /* a kind of attack, or one scripted event */
    const char *id;
    int per;                /* enum basis */
    double rate;            /* per km; per day (from /h, /yr ...) for the others; see basis */
    struct profile hours;   /* factor on the rate by local time of day */
    struct list sites;      /* where, for site_year, person_year and script (one or more); default all */
    struct list patrols;    /* whom, for patrol_km and patrol_hour; default all */
    int64_t at_ms;          /* script: when, ms since the start ("day 3 06:15" or "54 h") */
    struct dist casualties; /* how many are hit, a count */
    struct dist civilians;  /* how many bystanders are hit besides, a count */
    int mechanism;          /* mounted, or at a site */
    int mechanism_on_foot;  /* -1: the same */
    struct dist contact;    /* how long the scene is unsafe */
    bool device;            /* lies on the road: those who clear it may find it */
    double spread;          /* coefficient of variation of a daily factor on the rate; 0: none */
    int spread_over;        /* enum spread_over: whose days are good and bad together */
    double warned, averted; /* share of which warning comes; share of those that then do not happen */
    int64_t lead_ms;        /* how long before: taken off the notice to move */
    double second;          /* chance of a second attack on the same scene ... */
    struct dist second_after;
    double follow_on; /* mean number of attacks of the kind that each draws after it, by the same place ... */
    struct dist follow_after;
    double joined; /* chance, for each other place of joined_as, of being attacked too ... */
    int joined_as; /* -1: the same kind */
    int64_t joined_within_ms;
};

struct weather { /* a kind of weather in which nobody flies */
    const char *id;
    struct months months;
    struct texts sectors;
    bool together;        /* the same window in all its sectors */
    double chance;        /* of one window on a day of these months */
    struct profile hours; /* when it begins: weight of each half hour */
    struct dist duration;
};

struct mechanism {
    const char *id;
    struct shares classes; /* the mix of classes per person hit, sums to 1 */
};

enum survival { INJURY_CLOCK, SACCO_RPM, PRIORITY_LOGISTIC };
enum care { BUDDY, EFC, DCR, DCS, DEF, CARES };
struct class
{ /* by cause of death: facts of the injury clock */
    const char *id;
    bool killed;               /* dies at once; the rest of the row is not used */
    int triage;                /* enum triage, true category */
    double shape;              /* Weibull shape of the untreated hazard */
    int64_t scale_ms;          /* and its scale; 0: this class never dies of its wounds */
    double slowed[CARES];      /* factor on the untreated hazard once care of this level is in force */
    double dcs_risk, def_risk; /* one-off probability of death at that care */
    double no_blood_risk;      /* factor on dcs_risk when operated on without blood */
    double no_blood_dcs;       /* slowed[DCS] in that case; below 0: as slowed[DCS] */
    int rpm;                   /* score of the Sacco model at wounding; -1: none, the injury clock */
    double operated;           /* probability that an operation is needed */
    double walks;              /* probability of walking: takes a seat, not a litter */
    struct dist operation;     /* time on the table */
    double transfused;         /* probability of needing blood */
    struct dist units;         /* and of how many units then, a count */
    double icu, ventilated;    /* probability of needing intensive care, and a ventilator in it */
    struct dist icu_stay;      /* from the first bed, for so long */
    double no_icu_risk;        /* factor on def_risk when it was needed and not to be had */
    struct dist stay;          /* time in a bed until discharge, from when the bed is taken */
    bool duty; /* returned to duty at discharge wherever that is: definitive care is not needed */
};

struct triage_matrix { /* as seen by a medic, given the true category; each sums to 1 */
    struct shares seen[TRIAGES];
};

struct care_times {
    struct dist first_aid; /* wounding to aid by a comrade */
    struct dist medic;     /* wounding to the care of a medic on the spot */
    int64_t dcr_after_ms;  /* start of resuscitation with blood to its effect */
    int64_t dcs_after_ms;  /* incision to bleeding controlled */
    /* From surgery in effect (and presence in a definitive facility) to definitive care in effect. */
    struct dist definitive;
    struct dist carry;     /* by stretcher from where one is hit to a facility of the same site ... */
    double carry_within_m; /* ... no farther away than this */
};

struct alert {
    struct dist delay;   /* wounding to the message heard; one per incident */
    double lost;         /* chance that a message is lost ... */
    struct dist noticed; /* ... which is noticed, and it is sent again, so long after */
    double wrong_place;  /* chance that it names the wrong place ... */
    struct dist search;  /* ... and whoever comes first must look for them */
};

struct outage { /* hours in which no message gets through */
    const char *id;
    struct texts sectors; /* from where */
    struct months months;
    struct hours hours;
    double chance;              /* of it on a day of these months, in each sector */
    int64_t retry_ms, relay_ms; /* tried again so often; through by other hands after so long, 0: by nobody */
};

struct duty_cell { /* a duty cell: those who deal with requests */
    const char *id;
    int desks;
    struct hours hours; /* when a desk takes up the next question */
    int queue;          /* enum queue: PRIORITY or FIFO */
};

struct authority {
    const char *id;
    struct dist day, night; /* asked to answered; or, in a cell, taken up to answered */
    struct dist each;       /* and for each further casualty; drawn once a question and multiplied */
    int cell;               /* at whose desks; -1: nobody waits for a desk */
};

enum light_rule { ANY_LIGHT, BY_DAY, BY_NIGHT };
enum leg_rule { ANY_LEG, SCENE_LEG, TRANSFER_LEG };
enum which_way { IN_THE_AIR, ON_THE_ROAD, WAYS };
enum way_rule { ANY_WAY, AIR_WAY, GROUND_WAY };
struct consent_rule { /* who must agree, one after the other; the first rule that fits holds */
    const char *id;
    int from, to; /* enum triage, as seen: of the gravest */
    int light, leg, means;
    struct list ask; /* authorities */
};

struct decision {
    int scene;    /* authority that releases a pick-up from the scene; -1: at once */
    int transfer; /* authority that releases a transfer between facilities; -1: at once */
};

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

enum night_landing { LANDS_ANYWHERE, LANDS_LIT };
enum asset_kind { HELICOPTER, AMBULANCE, FIXED_WING, ASSET_KINDS };
enum serves { SERVES_ALL, SERVES_SCENE, SERVES_TRANSFER };
struct asset {
    const char *id;
    int kind; /* enum asset_kind: flies, drives, flies between facilities only */
    int home; /* site */
    int count;
    struct dist notice_day, notice_night; /* tasked to moving off */
    int posture_day, posture_night;       /* -1, or whose notice holds instead */
    struct hours hours;                   /* when it may be sent */
    bool night;                           /* may fly or drive in the dark */
    int night_landing;                    /* enum night_landing: where, in the dark */
    bool all_weather;                     /* flies in weather that keeps others on the ground */
    double speed_kmh;                     /* through the air */
    double on_surface_kmh[SURFACES];      /* on the road: paved, dirt, track */
    double range_m;             /* home to scene to facility to home, without refuelling; 0: no limit */
    int64_t reach_ms;           /* the longest way it is sent, out or on to care; 0: no limit */
    int crew;                   /* people of its own who can be hit */
    int litters, seats;         /* a walking casualty takes a seat, or a litter when seats are full */
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
    struct cost cost;         /* of each; used: moving off to home again */
};

struct hazards {               /* what is done to journeys to a scene */
    double landing, helpers;   /* of one landing, of one arrival */
    double road;               /* of a kilometre */
    double lost;               /* share of assets struck that are lost ... */
    int64_t replaced_after_ms; /* ... until replaced */
    struct dist casualties;    /* of the crew, a count */
    int mechanism;             /* -1: of those they came for */
};

enum policy { NEAREST, SOONEST_ON_SCENE, SOONEST_CARE, RESERVE, POLICIES };
enum queue { PRIORITY, FIFO, NO_QUEUE, PREEMPT }; /* PREEMPT: facilities only */
enum seek { SEEK_SURGERY, SEEK_RESUSCITATION };
struct dispatch {
    int policy; /* enum policy */
    int queue;  /* enum queue: how open requests are served */
    int keep
        [TRIAGES]; /* RESERVE: for this category as seen so many must stay ready; the last of them is not sent */
    bool divert;       /* a unit not yet on scene may be sent to a graver case instead */
    bool regret;       /* reckon what each would have had alone */
    int seek[TRIAGES]; /* enum seek by category as seen: where the first leg goes */
};

/* Surgery known beforehand: a list each day, on one table. */
struct planned {
    struct dist cases;         /* how many a day, a count */
    int64_t from_ms, until_ms; /* local time of day: the first begins, and no more begin */
    struct dist time;          /* each on the table */
};

enum when_full { TAKE, DIVERT };
enum teams { TEAM_A_TABLE, TEAMS_LISTED };
struct facility {
    const char *id;
    int site;
    const char *level;         /* "1", "1+", "2", ... as the mission calls it */
    int bays;                  /* resuscitation bays; 0: none here, UNLIMITED allowed */
    struct dist resuscitation; /* time in a bay */
    int tables;                /* operating tables; 0: no surgery */
    int teams;                 /* enum teams: one with each table at all hours, or those of surgical_teams */
    struct planned planned;
    int beds;
    int icu;                      /* intensive care beds beside them; UNLIMITED: given in any of `beds` */
    int64_t hold_ms;              /* the longest stay; 0: no limit */
    bool closed;                  /* as if it were not there */
    bool retriage;                /* after the bay the category is the true one */
    bool shares_site;             /* with those of the same site that do too: people are walked over */
    int when_full;                /* enum when_full */
    int blood_units;              /* a full stock; UNLIMITED: not counted */
    int64_t blood_every_ms;       /* the stock is filled up so often; 0: never */
    int donors;                   /* who can walk in and give a unit each */
    struct dist donor_delay;      /* called to given */
    bool blood;                   /* resuscitation is with blood (dcr), else without (efc) */
    bool definitive;              /* gives definitive care */
    int queue;                    /* enum queue, for bays, tables and beds */
    int divert_at;                /* passed over when so many wait for a table, unless all are full */
    struct dist ventilated_after; /* the same for those on a ventilator; 0: the same */
    struct dist onward_after;     /* care here done to fit for onward transfer */
    struct cost cost;             /* used: each hour a table is */
};

/* What must hold, fixed before anything is run. */
// clang-format off
enum goal_of {
    GOAL_FIRST_AID, GOAL_RESUSCITATION, GOAL_SURGICAL_FACILITY, GOAL_SURGERY, /* shares in time */
    GOAL_DEATHS, GOAL_DELAY_DEATHS, GOAL_COST                                 /* totals of a trial */
};
// clang-format on
struct goal {
    const char *id;
    int of;             /* enum goal_of */
    int64_t within_ms;  /* of a share: in time is so soon after wounding; 0: the target of 10-1-2 */
    double at_least;    /* of a share */
    double at_most;     /* of a total: its mean over trials */
    const char *sector; /* "": the whole mission */
};
static inline bool goal_is_share(const struct goal *g)
{
    return g->of <= GOAL_SURGERY;
}

struct surgical_team { /* so many teams alike, at one facility with `teams: listed` */
    const char *id;
    int facility, count;
    struct hours hours; /* when they may begin an operation */
    int64_t work_ms;    /* so long at the table, then a rest; 0: no limit */
    int64_t rest_ms;    /* away from the table that makes them fresh */
    struct cost cost;
};

/* How sure we are of the value of a key; see scenario/belief.h. Of factor and value one is "". */
struct belief {
    const char *id;
    const char *key;            /* "alert.delay" */
    const char *factor, *value; /* distributions, as written */
};

enum closed_of { CLOSED_ALL, CLOSED_SURGERY };
enum patients { STAY, LEAVE };
struct closure { /* a time in which a facility takes nobody, or does not operate */
    const char *id;
    int facility;
    int64_t from_ms, for_ms; /* since the start; 0: to the end */
    int of, patients;        /* enum closed_of, enum patients: what of it, and what becomes of those inside */
};

/* Collections: struct sites { int n; struct site *at; } and so on. */
#define COLLECTION(name, type)                                                                               \
    struct name {                                                                                            \
        int n;                                                                                               \
        struct type *at;                                                                                     \
    }
COLLECTION(sites, site);
COLLECTION(roads, road);
COLLECTION(travels, travel);
COLLECTION(patrols, patrol);
COLLECTION(attacks, attack);
COLLECTION(weathers, weather);
COLLECTION(mechanisms, mechanism);
COLLECTION(classes, class);
COLLECTION(outages, outage);
COLLECTION(cells, duty_cell);
COLLECTION(authorities, authority);
COLLECTION(consent_rules, consent_rule);
COLLECTION(postures, posture);
COLLECTION(companions, companion);
COLLECTION(assets, asset);
COLLECTION(facilities, facility);
COLLECTION(surgical_teams, surgical_team);
COLLECTION(closures, closure);
COLLECTION(goals, goal);
COLLECTION(beliefs, belief);

struct scenario {
    const char *name, *about;
    struct run run;
    struct map map;
    struct sites sites;
    struct roads roads;
    struct travels travel;
    struct patrols patrols;
    struct attacks attacks;
    struct weathers weather;
    struct mechanisms mechanisms;
    struct classes classes;
    int survival; /* enum survival: how wounds kill */
    struct triage_matrix triage;
    struct care_times care;
    struct alert alert;
    struct outages outages;
    struct cells cells;
    struct authorities authorities;
    struct consent_rules consent;
    struct decision decision;
    struct dispatch dispatch;
    struct postures postures;
    struct hazards hazards;
    struct assets assets;
    struct companions companions[COMPANION_KINDS]; /* teams, escorts */
    struct facilities facilities;
    struct surgical_teams surgical_teams;
    struct closures closures;
    struct goals goals;
    struct beliefs beliefs;

    struct arena *arena;
    const char *file; /* as the user named it */
    const char *text; /* the scenario printed in full: reads back to the same scenario */
    char digest[65];  /* SHA-256 of `text`, hex */
};

#endif
