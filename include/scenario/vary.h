/* vary.h -- a key and the values it is to take.
 *
 *     assets.helicopter.count=1:4                from, to; whole numbers go up one by one
 *     alert.delay=10 min:40 min:10 min           from, to, step
 *     attacks.ied.rate=x0.5:x2                   times what the scenario says
 *     authorities.north.night=10 min,1 h,2 h     levels, words among them
 *     attacks.ied.rate=gamma(from 7 events in 8 months)        a belief; x in front of it: a factor
 *
 * A place u from 0 to 1 goes from the first value to the last, or through the belief's shares.
 */
#ifndef SCENARIO_VARY_H
#define SCENARIO_VARY_H

#include <stdbool.h>
#include "base/arena.h"
#include "base/diag.h"
#include "scenario/scenario.h"
#include "scenario/stressor.h"

enum vary_kind { VARY_RANGE, VARY_LEVELS, VARY_BELIEF };
enum { LEVELS_MOST = 200 };

struct vary {
    const char *key;
    enum vary_kind kind;
    struct axis axis;         /* of a range */
    bool whole;               /* of a range: whole numbers only */
    int levels;               /* of levels, and of a range with steps; 0: any value between */
    const char *const *level; /* [levels] */
    bool words;               /* levels that are not all numbers of one unit */
    const char *unit;         /* of vary_number, blanks before it included: " min"; "" */
    const struct belief *belief;
    const struct scenario *scenario; /* the one varied; outlives this */
};

/* Reads KEY=..., the nth of them. False: complained about. */
bool vary_read(const char *text, int nth, const struct scenario *s, struct vary *v, struct arena *a,
               struct diag *d);

/* A belief of the scenario as a key to vary. False: the scenario has no such key any more. */
bool vary_of_belief(const struct scenario *s, const struct belief *b, struct vary *v, struct arena *a);

/* The value at u, or at a level, as text: "20 min", "x1.5"; lay it as KEY=value. */
const char *vary_value(const struct vary *v, double u, struct arena *a);

/* A value's number, in the unit of `v`; the number of its level where levels are words. */
double vary_number(const struct vary *v, const char *value, struct arena *a);

/* The values at the ends: of a belief those that it holds to be exceeded, and not reached, one time in twenty. */
const char *vary_end(const struct vary *v, bool high, struct arena *a);
const char *vary_short_end(const struct vary *v, bool high, struct arena *a); /* for people: three digits */

#endif
