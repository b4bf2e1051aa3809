/* stressor.h -- a stressor as a ladder: named rungs, or an axis along which one value goes.
 *
 *     rungs: {one: {assets: {mi8: {count: -1}}}, two: {assets: {mi8: {count: -2}}}}
 *     axis:  {key: "attacks.*.rate", from: x1, to: x4}
 *
 * A rung is laid as FILE:rung, a place on an axis as FILE:x2.5; a stressor with neither is a ladder of
 * one rung, laid as FILE.
 */
#ifndef SCENARIO_STRESSOR_H
#define SCENARIO_STRESSOR_H

#include "base/diag.h"
#include "base/arena.h"

/* "x2.5", "+20 min", "-1", "12 /yr": all but the number is text. */
struct amount {
    char sign; /* 'x', '+', '-', or 0 for a value in itself */
    double number;
    const char *unit; /* as written, blanks before it included; "" */
};
bool amount_read(const char *text, struct amount *m, struct arena *a); /* false: there is no number */
bool amounts_alike(const struct amount *a, const struct amount *b);    /* of one kind and unit */

struct axis {
    int keys; /* 0: the stressor has rungs */
    const char *const *key;
    struct amount from, to;
};

struct stressor {
    const char *file, *name, *about; /* name: of the file when it gives none; about may be "" */
    int rungs;                       /* mildest first; 0 with an axis */
    const char *const *rung;         /* "" for the only rung of a stressor without a ladder */
    struct axis axis;
};

/* NULL: complained about. Lives in `a`. */
const struct stressor *stressor_read(const char *file, struct arena *a, struct diag *d);

static inline bool stressor_has_axis(const struct stressor *s)
{
    return s->axis.keys > 0;
}

/* What to lay: for layers.stressors. */
const char *stressor_rung(const struct stressor *s, int rung, struct arena *a);
const char *stressor_place(const struct stressor *s, double severity, struct arena *a);

/* The value at a severity from 0 (from) to 1 (to), as text: "x2.5". */
const char *axis_value(const struct axis *x, double severity, struct arena *a);

/* The number alone, for charts: 2.5; negative where it is taken away. */
double axis_number(const struct axis *x, double severity);

#endif
