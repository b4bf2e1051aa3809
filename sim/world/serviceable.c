#include "world/serviceable.h"

bool serviceable_on(const struct asset *a, const struct luck *l, uint64_t unit, int64_t day)
{
    return luck_uniform(l, DRAW_SERVICEABLE, unit, (uint64_t)day) < a->serviceable;
}
