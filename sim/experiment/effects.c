/* effects.c -- measures of keys, each once from all trials and once for everything left out. */
#include "experiment/effects.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/die.h"
#include "measures.h"
#include "sweep_points.h"

// clang-format off
const char *const measure_ids[MEASURES_OF_KEYS] = {
    [AT_LOW] = "at_low", [AT_HIGH] = "at_high", [AT_LEVEL] = "at_level", [SWING] = "swing",
    [EXPLAINED] = "explained", [MU] = "mu", [MU_STAR] = "mu_star", [SIGMA] = "sigma", [FIRST] = "first_order",
    [ALL_ORDERS] = "total",
};
// clang-format on

/* --- replicates: all, then each group left out ----------------------------------------- */

/* The same measures from everything, and from everything but one group. */
struct replicates {
    int n, groups;
    double *whole, *without; /* [n]; [groups][n] */
};

static struct replicates replicates_new(int n, int groups)
{
    return (struct replicates){n, groups, must_alloc((size_t)n, sizeof(double)),
                               must_alloc((size_t)(n * groups), sizeof(double))};
}

static void replicates_free(struct replicates *r)
{
    free(r->whole);
    free(r->without);
}

/* The jackknife's variance; NAN anywhere leaves it open. */
static double variance_of(const struct replicates *r, int i)
{
    double mean = 0, squares = 0;
    for (int g = 0; g < r->groups; g++)
        mean += r->without[g * r->n + i] / r->groups;
    for (int g = 0; g < r->groups; g++)
        squares += (r->without[g * r->n + i] - mean) * (r->without[g * r->n + i] - mean);
    return squares * (r->groups - 1) / r->groups;
}

/* The luck of the trials, and the draw of the points where they are drawn. */
static struct interval interval_of(const struct replicates *luck, const struct replicates *draw, int i)
{
    double variance = variance_of(luck, i), value = luck->whole[i];
    int groups = luck->groups;
    if (draw->groups > 1) {
        variance += variance_of(draw, i);
        groups = draw->groups < groups ? draw->groups : groups;
    }
    double reach = student_quantile(0.95, groups - 1) * sqrt(variance);
    return (struct interval){value, value - reach, value + reach};
}

/* --- effects ---------------------------------------------------------------------------- */

static void read_values(const struct sweep *s, int figure, int without, double *value)
{
    for (int p = -1; p < s->done; p++)
        value[p + 1] = sweep_value(s, p, figure, without);
}

/* Size of what keys are ranked by. */
static double size_of(const struct measured *m, const double *out, int key)
{
    return fabs(out[m->rank_at + key * m->rank_stride]);
}

/* Behind the measures stand the leads: how much larger the strongest is than each. */
static void add_leads(const struct measured *m, double *out, int strongest)
{
    for (int k = 0; k < m->keys; k++)
        out[m->n + k] = size_of(m, out, strongest) - size_of(m, out, k);
}

static int strongest_of(const struct measured *m, const double *out)
{
    int strongest = 0;
    for (int k = 1; k < m->keys; k++)
        if (size_of(m, out, k) > size_of(m, out, strongest))
            strongest = k;
    return strongest;
}

static void replicate(const struct sweep *s, const struct measured *m, int figure, struct replicates *luck,
                      struct replicates *draw)
{
    double *value = must_alloc((size_t)s->done + 1, sizeof *value);
    read_values(s, figure, -1, value);
    m->take(s, value, -1, luck->whole);
    int strongest = strongest_of(m, luck->whole);
    add_leads(m, luck->whole, strongest);
    for (int g = 0; g < draw->groups; g++) {
        m->take(s, value, g, &draw->without[g * draw->n]);
        add_leads(m, &draw->without[g * draw->n], strongest);
    }
    for (int section = 0; section < SECTIONS; section++) {
        read_values(s, figure, section, value);
        m->take(s, value, -1, &luck->without[section * luck->n]);
        add_leads(m, &luck->without[section * luck->n], strongest);
    }
    free(value);
}

static void put_in_order(struct effects *e, const struct measured *m, const double *out)
{
    for (int k = 0; k < m->keys; k++) {
        int at = k;
        for (; at > 0 && size_of(m, out, e->order[at - 1]) < size_of(m, out, k); at--)
            e->order[at] = e->order[at - 1];
        e->order[at] = k;
    }
}

struct effects effects_of(const struct sweep *s, int figure, struct arena *a)
{
    struct measured m = measured_of(s, a);
    struct effects e = {.effect = m.effect, .ranked_by = m.ranked_by};
    int rows = points_rows_done(s), groups = m.drawn ? rows < SECTIONS ? rows : SECTIONS : 0;
    if (!m.n || (m.drawn && rows < 2))
        return e;
    struct replicates luck = replicates_new(m.n + m.keys, SECTIONS),
                      draw = replicates_new(m.n + m.keys, groups);
    replicate(s, &m, figure, &luck, &draw);
    e.n = m.n;
    e.keys = m.keys;
    for (int i = 0; i < m.n; i++)
        e.effect[i].of = interval_of(&luck, &draw, i);
    e.order = arena_take(a, (size_t)m.keys, sizeof *e.order);
    e.lead = arena_take(a, (size_t)m.keys, sizeof *e.lead);
    for (int k = 0; k < m.keys; k++)
        e.lead[k] = interval_of(&luck, &draw, m.n + k);
    put_in_order(&e, &m, luck.whole);
    replicates_free(&luck);
    replicates_free(&draw);
    return e;
}

struct interval effect_of(const struct effects *e, int key, enum measure_of_key measure)
{
    for (int i = 0; i < e->n; i++)
        if (e->effect[i].key == key && e->effect[i].measure == measure)
            return e->effect[i].of;
    return (struct interval){NAN, NAN, NAN};
}
