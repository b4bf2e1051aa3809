/* threats.h -- what befalls people, and those who come for them.
 */
#ifndef SCENARIO_THREATS_H
#define SCENARIO_THREATS_H

#include "scenario/values.h"

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

struct hazards {               /* what is done to journeys to a scene */
    double landing, helpers;   /* of one landing, of one arrival */
    double road;               /* of a kilometre */
    double lost;               /* share of assets struck that are lost ... */
    int64_t replaced_after_ms; /* ... until replaced */
    struct dist casualties;    /* of the crew, a count */
    int mechanism;             /* -1: of those they came for */
};

/* Can the evacuation be struck at all? */
static inline bool hazards_any(const struct hazards *h)
{
    return h->landing > 0 || h->helpers > 0 || h->road > 0;
}

#endif
