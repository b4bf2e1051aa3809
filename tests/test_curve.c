#include "test.h"

#include <math.h>
#include <stdlib.h>

#include "base/unit.h"
#include "random/luck.h"
#include "stats/curve.h"

static struct bins ordinary(void)
{
    return bins_of(MINUTES(1), HOURS(24), HOURS(1), DAYS(30));
}

TEST(bins_hold_what_ends_at_their_edge)
{
    struct bins b = ordinary();
    CHECK_INT(b.count, 1 + 24 * 60 + 29 * 24 + 1);
    CHECK_INT(bins_find(&b, 0), 0);
    CHECK_INT(bins_find(&b, 1), 1);
    CHECK_INT(bins_find(&b, DAYS(30)), b.count - 2);
    CHECK_INT(bins_find(&b, DAYS(30) + 1), b.count - 1);
    CHECK(bins_edge(&b, b.count - 1) == INT64_MAX);
    for (int bin = 0; bin < b.count - 1; bin++) {
        CHECK_INT(bins_find(&b, bins_edge(&b, bin)), bin);
        CHECK_INT(bins_find(&b, bins_edge(&b, bin) + 1), bin + 1);
    }
}

TEST(bins_cover_what_was_asked_in_whole_steps)
{
    struct bins b = bins_of(MINUTES(7), MINUTES(30), MINUTES(60), MINUTES(100));
    CHECK_INT(b.until_ms, MINUTES(35));
    CHECK_INT(b.end_ms, MINUTES(35 + 120));
    CHECK_INT(b.count, 1 + 5 + 2 + 1);
    b = bins_of(MINUTES(1), HOURS(2), HOURS(1), HOURS(1));
    CHECK_INT(b.end_ms, HOURS(2));
    CHECK_INT(bins_find(&b, HOURS(2)), b.count - 2);
}

/* --- trials of casualties, some of whom are never reached ------------------- */

enum { TRIALS = 300, MOST = 12 };

struct synthetic {
    int64_t needed[TRIALS], reached[TRIALS], at_ms[TRIALS][MOST]; /* times in order */
};

static int by_time(const void *a, const void *b)
{
    const int64_t *s = a, *t = b;
    return (*s > *t) - (*s < *t);
}

static void invent(struct synthetic *s)
{
    for (uint64_t i = 0; i < TRIALS; i++) {
        struct luck l = {5, i};
        s->needed[i] = (int64_t)(luck_uniform(&l, DRAW_ATTACK_SIZE, 0, 0) * (MOST + 1));
        s->reached[i] = 0;
        for (int64_t c = 0; c < s->needed[i]; c++) {
            double u = luck_uniform(&l, DRAW_WOUND, (uint64_t)c, 0);
            if (u < 0.8)
                s->at_ms[i][s->reached[i]++] = (int64_t)(u * u * (double)HOURS(40));
        }
        qsort(s->at_ms[i], (size_t)s->reached[i], sizeof(int64_t), by_time);
    }
}

static void tally(const struct synthetic *s, const struct bins *b, int64_t from, int64_t to,
                  struct curve_cell *cells, struct needed *needed)
{
    for (int64_t i = from; i < to; i++) {
        needed_add(needed, s->needed[i]);
        for (int64_t k = 0; k < s->reached[i]; k++)
            curve_add(&cells[bins_find(b, s->at_ms[i][k])], k + 1, s->needed[i]);
    }
}

static int64_t reached_by(const struct synthetic *s, int64_t trial, int64_t ms)
{
    int64_t y = 0;
    while (y < s->reached[trial] && s->at_ms[trial][y] <= ms)
        y++;
    return y;
}

struct fixture {
    struct synthetic s;
    struct bins bins;
    struct curve_cell *cells;
    struct needed needed;
    struct curve curve;
};

static struct fixture *fixture_new(void)
{
    struct fixture *f = calloc(1, sizeof *f);
    f->bins = ordinary();
    f->cells = calloc((size_t)f->bins.count, sizeof *f->cells);
    invent(&f->s);
    tally(&f->s, &f->bins, 0, TRIALS, f->cells, &f->needed);
    f->curve = (struct curve){&f->bins, f->cells, 1, &f->needed, TRIALS};
    return f;
}

static void fixture_free(struct fixture *f)
{
    free(f->cells);
    free(f);
}

TEST(a_curve_holds_the_sums_over_trials_at_every_edge)
{
    struct fixture *f = fixture_new();
    for (int bin = 0; bin < f->bins.count - 1; bin += 7) {
        int64_t ms = bins_edge(&f->bins, bin);
        struct ratio should = {0}, is = curve_ratio(&f->curve, ms);
        for (int64_t i = 0; i < TRIALS; i++)
            ratio_add(&should, reached_by(&f->s, i, ms), f->s.needed[i]);
        CHECK(is.y == should.y && is.n == should.n && is.with == should.with);
        CHECK(is.yy == should.yy && is.yn == should.yn && is.nn == should.nn);
        CHECK(curve_share(&f->curve, ms, 0.95).low == ratio_share(&should, TRIALS, 0.95).low);
        CHECK(curve_ratio(&f->curve, ms + 1).y == is.y);
    }
    fixture_free(f);
}

TEST(curves_add_up_bin_by_bin)
{
    struct fixture *f = fixture_new();
    struct curve_cell *parts = calloc((size_t)f->bins.count, sizeof *parts);
    struct needed needed = {0};
    tally(&f->s, &f->bins, 100, TRIALS, parts, &needed);
    tally(&f->s, &f->bins, 0, 100, parts, &needed);
    for (int bin = 0; bin < f->bins.count; bin++)
        CHECK(parts[bin].y == f->cells[bin].y && parts[bin].yy == f->cells[bin].yy &&
              parts[bin].yn == f->cells[bin].yn);
    CHECK(needed.n == f->needed.n && needed.nn == f->needed.nn && needed.with == f->needed.with);
    free(parts);
    fixture_free(f);
}

TEST(a_band_is_the_share_at_each_edge)
{
    struct fixture *f = fixture_new();
    struct interval *band = calloc((size_t)f->bins.count, sizeof *band);
    curve_band(&f->curve, 0.95, band);
    for (int bin = 0; bin < f->bins.count - 1; bin += 11) {
        struct interval share = curve_share(&f->curve, bins_edge(&f->bins, bin), 0.95);
        CHECK(band[bin].value == share.value && band[bin].low == share.low && band[bin].high == share.high);
    }
    free(band);
    fixture_free(f);
}

TEST(a_percentile_is_where_the_curve_crosses_and_its_interval_where_the_band_does)
{
    struct fixture *f = fixture_new();
    for (double p = 0.05; p < 0.75; p += 0.05) {
        struct interval t = curve_quantile(&f->curve, p, 0.95);
        CHECK(t.low < t.value && t.value < t.high);
        const double at[] = {t.low, t.value, t.high};
        for (int k = 0; k < 3; k++) { /* the edges on both sides of the crossing lie on both sides of p */
            int bin = bins_find(&f->bins, (int64_t)ceil(at[k]));
            struct interval before = curve_share(&f->curve, bins_edge(&f->bins, bin - 1), 0.95);
            struct interval after = curve_share(&f->curve, bins_edge(&f->bins, bin), 0.95);
            const double from[] = {before.high, before.value, before.low};
            const double to[] = {after.high, after.value, after.low};
            CHECK(from[k] < p && p <= to[k]);
        }
    }
    fixture_free(f);
}

TEST(a_percentile_is_linear_within_its_bin)
{
    struct bins b = bins_of(MINUTES(10), HOURS(2), HOURS(1), HOURS(4));
    struct curve_cell cells[16] = {{0}};
    struct needed needed = {0};
    for (int i = 0; i < 10; i++) { /* 4 of 10 by 20 min, 8 by 30 min */
        needed_add(&needed, 1);
        if (i < 8)
            curve_add(&cells[bins_find(&b, MINUTES(i < 4 ? 15 : 25))], 1, 1);
    }
    struct curve c = {&b, cells, 1, &needed, 10};
    CHECK_NEAR(curve_quantile(&c, 0.5, 0.95).value, (double)SECONDS(1350), 1e-6);
    CHECK_NEAR(curve_quantile(&c, 0.8, 0.95).value, (double)MINUTES(30), 1e-6);
}

TEST(a_percentile_beyond_the_curves_end_is_not_reached)
{
    struct fixture *f = fixture_new();
    struct interval t = curve_quantile(&f->curve, 0.9, 0.95); /* one in five is never reached */
    CHECK(isnan(t.value) && isnan(t.low) && isnan(t.high));
    t = curve_quantile(&f->curve, 0.79, 0.95); /* perhaps */
    CHECK(!isnan(t.low) && isnan(t.high));
    struct needed nobody = {0};
    struct curve empty = {&f->bins, f->cells, 1, &nobody, TRIALS};
    CHECK(isnan(curve_quantile(&empty, 0.5, 0.95).value));
    fixture_free(f);
}

TEST(what_happens_at_once_has_percentile_zero)
{
    struct bins b = ordinary();
    struct curve_cell *cells = calloc((size_t)b.count, sizeof *cells);
    struct needed needed = {0};
    for (int i = 0; i < 50; i++) {
        needed_add(&needed, 2);
        curve_add(&cells[bins_find(&b, 0)], 1, 2);
        curve_add(&cells[bins_find(&b, 0)], 2, 2);
    }
    struct curve c = {&b, cells, 1, &needed, 50};
    struct interval t = curve_quantile(&c, 0.5, 0.95);
    CHECK(t.value == 0 && t.low == 0 && t.high == 0);
    free(cells);
}
