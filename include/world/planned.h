/* planned.h -- what surgeons would do anyway: the operations planned for a day, a function of facility and day.
 */
#ifndef WORLD_PLANNED_H
#define WORLD_PLANNED_H

#include "random/luck.h"
#include "scenario/scenario.h"

int planned_cases(const struct facility *f, const struct luck *l, int64_t day);

/* Time on the table of a case, numbered from 0, of that day. */
int64_t planned_ms(const struct facility *f, const struct luck *l, int64_t day, int number);

#endif
