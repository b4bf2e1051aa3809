/* frame.h -- the shape of the tallies of a scenario: groups of casualties, and resources whose use is recorded.
 */
#ifndef EVAC_FRAME_H
#define EVAC_FRAME_H

#include "scenario/scenario.h"
#include "stats/curve.h"
#include "stats/occupancy.h"

struct world;

/* A group of casualties: dimension "all", "category" (T1..T4, by true class), "sector", "mechanism", "affiliation",
 * "hit" (by the attack, or on a journey to help), "light" (day, night: at wounding) and "means" (asset ids,
 * "stretcher", "never moved": made by the plan itself, descriptive). */
struct group {
    const char *dimension, *name;
};

/* A resource whose use is recorded (results/README.md lists the kinds): "bays", "tables", "beds" of a facility,
 * "asset" of a fleet, "teams" of surgeons, "icu" of those facilities that count it. */
struct resource {
    const char *kind, *name;
    int capacity; /* UNLIMITED allowed */
};

/* The shape of the tallies of a scenario: read-only, shared by all workers. */
struct frame {
    const struct scenario *scenario;
    const struct world *world;
    struct bins bins;
    struct occupancy_window window;
    int groups, resources, sectors;
    const struct group *group;
    const struct resource *
        resource; /* bays, tables and beds of each facility in turn, then the fleets, then the teams, then ICUs */
    int first_team;
    int first_cell;          /* the desks of each cell in turn */
    const int *icu_resource; /* [facility], -1: not counted */
    const int *blood_resource;
    int first_companion[COMPANION_KINDS];
    int first_alerted; /* those of each fleet that stand to, where there is a pre-alert */
    const int *unfit, *mending, *elsewhere,
        *relocating; /* [asset] its resources "unfit", "mechanics", "elsewhere" and "relocating"; -1: not counted */
    const char *const *sector; /* names of the sectors, in the order of the sites */
    const int *sector_of_site, *sector_of_patrol;
    const int *mechanism_place; /* [mechanism] its place in its dimension, -1: no attack can use it */
    /* First group of each dimension; -1 where one value would say no more than "all". */
    int first_category, first_sector, first_mechanism, first_affiliation, first_caused, first_light,
        first_means;
    struct arena *arena;
};

#endif
