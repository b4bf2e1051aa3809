/* threat.h -- the attacks, as a pure function of (scenario, seed, trial, source, cell).
 *
 * A source is one kind of attack on one patrol's trips or at one site. For each
 * 28-day cell it owns candidate points in rising height: a unit-rate Poisson field
 * over (trip and place, or minute) x height. A candidate is an attack when its
 * height lies below the intensity there and then. So raising a rate only adds
 * attacks, lowering it only removes some, and no source ever moves another's. Attacks that follow from
 * one are its children: named by it, and nested as well.
 */
#ifndef WORLD_THREAT_H
#define WORLD_THREAT_H

#include <stdint.h>
#include "random/luck.h"
#include "world/route.h"

struct world;

/* The last is no part of the world: what is done to those who help, by the evacuation's own journeys. */
enum attack_origin { FIRST_ATTACK, SECOND_ATTACK, FOLLOW_ON_ATTACK, JOINED_ATTACK, ON_EVACUATION, ORIGINS };

struct strike { /* an attack that happens */
    int64_t at_ms;
    uint64_t name; /* (source, cell, number): names its draws */
    int kind;      /* index into scenario->attacks */
    int patrol;    /* or -1 */
    int64_t trip;  /* number of the trip in its cell, with `cell` */
    int64_t cell;
    int copy;        /* of the trip, where the patrol is more frequent than its schedule */
    double along_m;  /* on its way */
    int origin;      /* enum attack_origin */
    uint64_t parent; /* the attack it follows from */
    struct location place;
};

struct due { /* when a strike happens, and its place in the list */
    int64_t at_ms;
    int strike;
};

struct strikes { /* grows as needed and is used again; zeroed at first */
    int n, room;
    struct strike *at;
    struct due *due, *spare; /* all of them, to be put in order */
};
void strikes_free(struct strikes *s);

/* Puts due[from .. n-1] in order of time; of the same moment, in the order they were added. */
void strikes_put_in_order(struct strikes *s, int from);

/* All strikes before `until_ms` whose trip or minute belongs to the cell, appended in order of
 * source; scripted ones come with the cell of their minute. */
void threat_cell(const struct world *w, const struct luck *l, int64_t cell, int64_t until_ms,
                 struct strikes *into);

/* How many are hit, before protection and the number exposed; how many bystanders besides; how long contact lasts. */
struct hits {
    int64_t people, civilians, contact_ms;
};
struct hits threat_hits(const struct world *w, const struct luck *l, const struct strike *s);

/* How long before it warning of it came; 0: none did. */
int64_t threat_lead_ms(const struct world *w, const struct luck *l, const struct strike *s);

/* The mechanism that wounds, an index into scenario->mechanisms. */
int threat_mechanism(const struct world *w, const struct strike *s);

#endif
