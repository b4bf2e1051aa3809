#include "world/planned.h"

#include "base/name.h"

static uint64_t list_name(const struct facility *f, int64_t day)
{
    return name_child(name_of("facility", f->id), (uint64_t)day);
}

int planned_cases(const struct facility *f, const struct luck *l, int64_t day)
{
    double u = luck_uniform(l, DRAW_PLANNED_SURGERY, list_name(f, day), 0);
    return (int)dist_count(&f->planned.cases, u);
}

int64_t planned_ms(const struct facility *f, const struct luck *l, int64_t day, int number)
{
    return dist_ms(&f->planned.time,
                   luck_uniform(l, DRAW_PLANNED_SURGERY, list_name(f, day), (uint64_t)number + 1));
}
