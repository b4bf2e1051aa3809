/* places.h -- where things are, and who is on the move.
 */
#ifndef SCENARIO_PLACES_H
#define SCENARIO_PLACES_H

#include "scenario/values.h"

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

#endif
