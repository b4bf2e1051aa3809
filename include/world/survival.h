/* survival.h -- how long a wound can be borne untreated, by one of several models behind one interface.
 *
 * Each gives a cumulative hazard that grows from 0 at wounding, and a residual that even immediate care does not
 * avert; the injury clock, the default, has its own risks of care instead. A class a model says nothing of
 * keeps the injury clock.
 */
#ifndef WORLD_SURVIVAL_H
#define WORLD_SURVIVAL_H

#include "base/unit.h"
#include "scenario/scenario.h"

enum {
    RESIDUAL_AFTER_MS = 360 * 60000
}; /* who has not had surgery or definitive care by then bears the residual */

/* The model that speaks of this class. */
enum survival survival_of(enum survival asked, const struct class *c);

/* The untreated cumulative hazard, rounded to 1e-9; when it is reached, ms since wounding, HUGE_VAL: never. */
double survival_hazard(enum survival m, const struct class *c, int64_t at_ms);
double survival_ms(enum survival m, const struct class *c, double hazard);

double survival_residual(enum survival m, const struct class *c); /* 0 for the injury clock */

#endif
