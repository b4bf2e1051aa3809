#include "world/errand.h"

#include <math.h>

#include "base/name.h"
#include "base/unit.h"

/* Heights enter here: rounded, so that libm's last bit does not matter. */
static double rise(double u)
{
    return nearbyint(-log(u) * 1e12) / 1e12;
}

/* How long the hours last in which tasks begin. */
static int64_t length_ms(const struct hours *h)
{
    int64_t length = h->to_ms - h->from_ms;
    return length > 0 ? length : length + DAYS(1);
}

static struct errand task_of(const struct sharing *s, int64_t day, const double u[4])
{
    int64_t begins = whole_of((double)length_ms(&s->hours) * u[1]);
    int64_t from_ms = day * DAYS(1) + s->hours.from_ms + begins;
    return (struct errand){from_ms, from_ms + dist_ms(&s->takes, u[2])};
}

/* The first of the day's after that moment. */
static bool first_of_day(const struct sharing *s, const struct luck *l, uint64_t unit, int64_t day,
                         int64_t after_ms, struct errand *first)
{
    uint64_t name = name_child(unit, (uint64_t)day);
    bool found = false;
    double u[4], height = 0;
    for (uint64_t number = 0;; number++) {
        luck_four(l, DRAW_ERRAND, name, number, u);
        height += rise(u[0]);
        if (height >= s->tasks)
            return found;
        struct errand e = task_of(s, day, u);
        if (e.from_ms <= after_ms || (found && e.from_ms > first->from_ms))
            continue;
        if (!found || e.from_ms < first->from_ms || e.to_ms > first->to_ms)
            *first = e;
        found = true;
    }
}

/* Hours may run past midnight: the day before has tasks to come too. */
bool errand_after(const struct asset *a, const struct luck *l, uint64_t unit, int64_t after_ms,
                  int64_t until_ms, struct errand *next)
{
    int64_t day = after_ms < DAYS(1) ? 0 : after_ms / DAYS(1) - 1;
    for (; a->shared.tasks > 0 && day * DAYS(1) < until_ms; day++)
        if (first_of_day(&a->shared, l, unit, day, after_ms, next))
            return next->from_ms < until_ms;
    return false;
}
