/* injury.h -- the injury clock: how long an untreated or treated wound can be borne.
 *
 * The wound uses up the casualty's tolerance E at the class's Weibull hazard, slowed by
 * the care in force; operations carry one-off risks:
 *     L(t) = sum over care of slowed x [H(t') - H(t)] + sum of -ln(1 - risk),  H(t) = (t / scale)^shape
 * and death comes when L reaches E. Times are ms since wounding. Under another model of survival H is
 * its own, surgery and definitive care stop it, and its residual stands in place of the risks.
 */
#ifndef WORLD_INJURY_H
#define WORLD_INJURY_H

#include <stdbool.h>
#include <stdint.h>
#include "world/survival.h"

enum { NO_CARE = -1 };

struct injury {
    const struct class *class;
    enum survival model;     /* that speaks of the class */
    double residual;         /* not borne yet */
    double tolerance, spent; /* E, and L up to `since_ms` */
    double slowed;           /* factor in force */
    int64_t since_ms;
    int care;    /* highest enum care in force, or NO_CARE */
    bool no_icu; /* intensive care is needed, and not to be had */
    bool blood;  /* dcr has been in force: an operation is with blood */
};

void injury_begin(struct injury *i, enum survival asked, const struct class *c, double tolerance,
                  bool operation);

/* Can time or care kill at all? */
static inline bool injury_runs(const struct injury *i)
{
    return i->class->scale_ms || i->model != INJURY_CLOCK;
}

/* Care of this level takes effect at `at_ms`; a lower level than that in force changes nothing.
 * False when the casualty dies of it: the tolerance is used up at this very moment. */
bool injury_treat(struct injury *i, enum care level, int64_t at_ms);

/* When death comes if nothing more is done, ms since wounding; INT64_MAX: never. */
int64_t injury_death_ms(const struct injury *i);

/* Would this casualty die, within `follow_up_ms`, with all care its own needs call for at time 0? */
bool injury_unavoidable(enum survival asked, const struct class *c, double tolerance, bool operation,
                        int64_t follow_up_ms);

#endif
