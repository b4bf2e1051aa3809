#include "intensity.h"

double intensity_kept(const struct world *w, int kind, int patrol, int road, int64_t at_ms)
{
    const struct attack *a = &w->scenario->attacks.at[kind];
    double kept = 1 - a->warned * a->averted;
    if (patrol >= 0 && !hours_open(&w->scenario->patrols.at[patrol].hours, at_ms))
        return 0;
    if (a->device && road >= 0)
        kept *= 1 - w->scenario->roads.at[road].cleared;
    return kept;
}

/* --- good and bad days ------------------------------------------------------ */

/* Four days share a draw. */
static double uniform_of_day(const struct luck *l, uint64_t name, int64_t day)
{
    double u[4];
    luck_four(l, DRAW_DAILY_RATE, name, (uint64_t)(day / 4), u);
    return u[day % 4];
}

/* What leaves libm is rounded. */
static double factor_of(const struct dist *spread, double u)
{
    return (double)whole_of(dist_quantile(spread, u) * 1e9) / 1e9;
}

double intensity_on_day(const struct world *w, const struct luck *l, const struct source *s, int64_t cell,
                        int64_t at_ms)
{
    const struct dist *spread = &w->spread[s->kind];
    if (dist_is_constant(spread))
        return 1;
    int64_t day = at_ms / DAYS(1), last = cell * CELL_DAYS + s->days - 1;
    return factor_of(spread, uniform_of_day(l, s->days_name, day < last ? day : last));
}

double intensity_on_worst_day(const struct world *w, const struct luck *l, const struct source *s,
                              int64_t cell)
{
    const struct dist *spread = &w->spread[s->kind];
    double worst = 0;
    if (dist_is_constant(spread))
        return 1;
    for (int64_t first = cell * CELL_DAYS / 4, i = 0; i <= s->days / 4; i++) {
        double u[4];
        luck_four(l, DRAW_DAILY_RATE, s->days_name, (uint64_t)(first + i), u);
        for (int n = 0; n < 4; n++)
            worst = u[n] > worst ? u[n] : worst;
    }
    return factor_of(spread, worst);
}
