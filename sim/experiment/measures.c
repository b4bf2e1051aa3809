/* measures.c -- each design measures in its own way. */
#include "measures.h"

#include <math.h>
#include <stdlib.h>
#include <stdint.h>
#include "base/die.h"
#include "stats/regression.h"
#include "stats/sensitivity.h"
#include "sweep_points.h"

/* Groups are runs of rows: a run of Sobol's sequence is spread over the cube, every 32nd point is not. */
static bool left_out(const struct sweep *s, int row, int without)
{
    int rows = points_rows_done(s), groups = rows < SECTIONS ? rows : SECTIONS;
    return without >= 0 && (int64_t)row * groups / rows == without;
}

/* --- one at a time ------------------------------------------------------------------- */

static void take_tornado(const struct sweep *s, const double *value, int without, double *out)
{
    (void)without;
    for (int k = 0; k < points_rows_done(s); k++) {
        double low = value[1 + 2 * k], high = value[2 + 2 * k];
        out[3 * k] = low - value[0];
        out[3 * k + 1] = high - value[0];
        out[3 * k + 2] = high - low;
    }
}

/* --- all combinations ---------------------------------------------------------------- */

/* Means of the levels less the mean of all; then, for each key, from the smallest to the largest. The ends
 * are chosen on all trials, so that a replicate measures the same step. */
static void take_levels(const struct sweep *s, const double *value, int without, double *out)
{
    (void)without;
    double whole = 0, *swing = out;
    for (int p = 0; p < s->done; p++)
        whole += value[1 + p] / s->done;
    for (int k = 0; k < s->plan.keys; k++)
        swing += s->plan.key[k].levels;
    for (int k = 0; k < s->plan.keys; k++) {
        int levels = s->plan.key[k].levels, low = 0, high = 0;
        for (int l = 0; l < levels; l++)
            out[l] = -whole;
        for (int p = 0; p < s->done; p++)
            out[sweep_level(s, p, k)] += value[1 + p] * levels / s->done;
        for (int l = 1; l < levels; l++) {
            low = out[l] < out[low] ? l : low;
            high = out[l] > out[high] ? l : high;
        }
        *swing++ = high >= low ? out[high] - out[low] : out[low] - out[high];
        out += levels;
    }
}

/* --- points strewn over all keys --------------------------------------------------------- */

/* Sum of squares about the mean of what is not left out. */
static double spread_of(const double *x, const bool *out_of_it, int n, int stride)
{
    double sum = 0, squares = 0;
    int count = 0;
    for (int p = 0; p < n; p++)
        count += !out_of_it[p];
    for (int p = 0; p < n; p++)
        sum += out_of_it[p] ? 0 : x[p * stride];
    for (int p = 0; p < n; p++)
        squares += out_of_it[p] ? 0 : (x[p * stride] - sum / count) * (x[p * stride] - sum / count);
    return squares;
}

/* Slope of each key from its first value to its last, and how well a plane follows. */
static void take_plane(const struct sweep *s, const double *value, int without, double *out)
{
    int keys = s->plan.keys;
    double *x = must_alloc((size_t)(s->done * keys), sizeof *x);
    bool *out_of_it = must_alloc((size_t)s->done, sizeof *out_of_it);
    for (int p = 0; p < s->done; p++) {
        out_of_it[p] = left_out(s, p, without);
        for (int k = 0; k < keys; k++)
            x[p * keys + k] = s->point[p].place[k];
    }
    if (!regression_fit(x, value + 1, out_of_it, s->done, keys, out, &out[keys]))
        for (int i = 0; i <= keys; i++)
            out[i] = NAN;
    free(x);
    free(out_of_it);
}

/* --- rows of several points ---------------------------------------------------------------- */

/* The rows that are not left out, one behind the other. */
struct whole_rows {
    int n;
    double *x, *y; /* places and figures of their points */
};

static struct whole_rows rows_of(const struct sweep *s, const double *value, int without)
{
    int keys = s->plan.keys, width = points_in_row(s), done = points_rows_done(s);
    struct whole_rows r = {.x = must_alloc((size_t)(done * width * keys) + 1, sizeof(double)),
                           .y = must_alloc((size_t)(done * width) + 1, sizeof(double))};
    for (int row = 0; row < done; row++) {
        if (left_out(s, row, without))
            continue;
        for (int i = 0; i < width; i++) {
            int p = row * width + i, to = r.n * width + i;
            r.y[to] = value[1 + p];
            for (int k = 0; k < keys; k++)
                r.x[to * keys + k] = s->point[p].place[k];
        }
        r.n++;
    }
    return r;
}

static void rows_free(struct whole_rows *r)
{
    free(r->x);
    free(r->y);
}

/* Effects as if each key went all its way. */
static void take_paths(const struct sweep *s, const double *value, int without, double *out)
{
    struct whole_rows r = rows_of(s, value, without);
    for (int k = 0; k < s->plan.keys; k++) {
        struct morris_measure m = morris_measure(r.x, r.y, r.n, s->plan.keys, k);
        out[3 * k] = m.mu;
        out[3 * k + 1] = m.mu_star;
        out[3 * k + 2] = m.sigma;
    }
    rows_free(&r);
}

static void take_indices(const struct sweep *s, const double *value, int without, double *out)
{
    struct whole_rows r = rows_of(s, value, without);
    for (int k = 0; k < s->plan.keys; k++) {
        struct sobol_index index = sobol_index(r.y, r.n, s->plan.keys, k, 0.95);
        out[2 * k] = index.first.value;
        out[2 * k + 1] = index.total.value;
    }
    rows_free(&r);
}

/* --- beliefs ------------------------------------------------------------------------------------ */

/* The draws of the beliefs are independent, or nearly, so the spread that the plane follows is the sum of
 * the squares of its slopes, each times the spread of its key. */
static void take_shares(const struct sweep *s, const double *value, int without, double *out)
{
    int keys = s->plan.keys, n = s->done;
    double *x = must_alloc((size_t)(n * keys), sizeof *x), *slope = must_alloc((size_t)keys, sizeof *slope);
    double *spread = must_alloc((size_t)keys + 1, sizeof *spread), sum = 0;
    bool *out_of_it = must_alloc((size_t)n, sizeof *out_of_it);
    for (int p = 0; p < n; p++) {
        out_of_it[p] = left_out(s, p, without);
        for (int k = 0; k < keys; k++)
            x[p * keys + k] = s->point[p].number[k];
    }
    bool good = regression_fit(x, value + 1, out_of_it, n, keys, slope, &out[keys]);
    for (int k = 0; k < keys; k++) {
        spread[k] = slope[k] * slope[k] * spread_of(x + k, out_of_it, n, keys);
        sum += spread[k];
    }
    for (int k = 0; k < keys; k++)
        out[k] = !good ? NAN : sum > 0 ? out[keys] * spread[k] / sum : 0;
    out[keys] = good ? out[keys] : NAN;
    free(x);
    free(slope);
    free(spread);
    free(out_of_it);
}

/* --- what is measured ------------------------------------------------------------------------------ */

static void expect(struct measured *m, int key, int level, enum measure_of_key measure)
{
    m->effect[m->n++] = (struct effect){.key = key, .level = level, .measure = measure};
}

static void expect_of_each(struct measured *m, const enum measure_of_key *measure, int n)
{
    for (int k = 0; k < m->keys; k++)
        for (int i = 0; i < n; i++)
            expect(m, k, -1, measure[i]);
}

static void expect_levels(struct measured *m, const struct sweep *s)
{
    for (int k = 0; k < m->keys; k++)
        for (int l = 0; l < s->plan.key[k].levels; l++)
            expect(m, k, l, AT_LEVEL);
    m->rank_at = m->n;
    for (int k = 0; k < m->keys; k++)
        expect(m, k, -1, SWING);
}

// clang-format off
static const struct way {
    take_fn *take;
    int measures, ranked; /* of each key; which of them keys are ranked by */
    enum measure_of_key measure[3];
    bool explained, drawn;
} ways[SWEEP_DESIGNS] = {
    [TORNADO] = { take_tornado, 3, 2, { AT_LOW, AT_HIGH, SWING }, false, false },
    [LATIN]   = { take_plane,   1, 0, { SWING },                  true,  true  },
    [SOBOL]   = { take_plane,   1, 0, { SWING },                  true,  true  },
    [MORRIS]  = { take_paths,   3, 1, { MU, MU_STAR, SIGMA },     false, true  },
    [INDICES] = { take_indices, 2, 1, { FIRST, ALL_ORDERS },      false, true  },
    [BELIEFS] = { take_shares,  1, 0, { FIRST },                  true,  true  },
};
// clang-format on

struct measured measured_of(const struct sweep *s, struct arena *a)
{
    const struct way *w = &ways[s->plan.design];
    int levels = 0;
    struct measured m = {.take = w->take, .keys = s->plan.keys, .drawn = w->drawn};
    for (int k = 0; k < s->plan.keys; k++)
        levels += s->plan.key[k].levels;
    m.effect = arena_take(a, (size_t)(4 * m.keys + levels + 1), sizeof *m.effect);
    if (s->plan.design == FACTORIAL) {
        m.take = take_levels;
        m.ranked_by = SWING;
        m.rank_stride = 1;
        if (s->done == s->points)
            expect_levels(&m, s);
        return m;
    }
    if (s->plan.design == TORNADO)
        m.keys = points_rows_done(s);
    expect_of_each(&m, w->measure, w->measures);
    if (w->explained)
        expect(&m, -1, -1, EXPLAINED);
    m.ranked_by = w->measure[w->ranked];
    m.rank_at = w->ranked;
    m.rank_stride = w->measures;
    return m;
}
