/* wound.h -- who is hit, and how badly: drawn once, the same under every plan.
 */
#ifndef WORLD_WOUND_H
#define WORLD_WOUND_H

#include <stdbool.h>
#include <stdint.h>
#include "random/luck.h"
#include "scenario/scenario.h"

struct wound {
    int class;        /* index into scenario->classes */
    double tolerance; /* E of the injury clock: Exp(1) */
    bool operation;   /* an operation is needed */
    bool walks;
    enum triage seen; /* category as a medic sees it; dispatch and queues know no other */
};

/* The wound of the casualty called `name`. */
struct wound wound_of(const struct scenario *s, const struct luck *l, uint64_t name, int mechanism);

/* Whose people the casualty called `name` is one of, where these are. */
enum affiliation affiliation_of(const struct luck *l, uint64_t name, const struct shares *people);

/* What else it needs once treated: asked for only where it matters. Units of blood, 0: none. Whoever needs a ventilator needs intensive care. */
int wound_blood_units(const struct class *c, const struct luck *l, uint64_t name);
bool wound_needs_icu(const struct class *c, const struct luck *l, uint64_t name);
bool wound_needs_ventilator(const struct class *c, const struct luck *l, uint64_t name);

/* Does armour spare this person? Nested: more armour spares the same people and others. */
bool wound_spared(const struct luck *l, uint64_t name, double armour);

#endif
