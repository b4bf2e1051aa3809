#include "stats/curve.h"

#include <math.h>

#include "wilson.h"

static int64_t steps_to(int64_t ms, int64_t step_ms)
{
    return (ms + step_ms - 1) / step_ms;
}

struct bins bins_of(int64_t step_ms, int64_t until_ms, int64_t long_step_ms, int64_t end_ms)
{
    int64_t short_bins = steps_to(until_ms, step_ms), reach_ms = short_bins * step_ms;
    int64_t long_bins = end_ms > reach_ms ? steps_to(end_ms - reach_ms, long_step_ms) : 0;
    return (struct bins){.step_ms = step_ms,
                         .until_ms = reach_ms,
                         .long_step_ms = long_step_ms,
                         .end_ms = reach_ms + long_bins * long_step_ms,
                         .short_bins = (int)short_bins,
                         .count = (int)(short_bins + long_bins) + 2};
}

int bins_find(const struct bins *b, int64_t ms)
{
    if (ms <= 0)
        return 0;
    if (ms <= b->until_ms)
        return (int)steps_to(ms, b->step_ms);
    if (ms <= b->end_ms)
        return b->short_bins + (int)steps_to(ms - b->until_ms, b->long_step_ms);
    return b->count - 1;
}

int64_t bins_edge(const struct bins *b, int bin)
{
    if (bin >= b->count - 1)
        return INT64_MAX;
    if (bin <= b->short_bins)
        return bin * b->step_ms;
    return b->until_ms + (bin - b->short_bins) * b->long_step_ms;
}

void needed_add(struct needed *d, int64_t n)
{
    d->n += n;
    d->nn += n * n;
    d->with += n > 0;
}

/* The ratio before anything has happened: nobody reached of those who needed it. */
static struct ratio nobody_yet(const struct curve *c)
{
    return (struct ratio){.n = c->needed->n, .with = c->needed->with, .nn = c->needed->nn};
}

static void gain(struct ratio *r, const struct curve_cell *cell)
{
    r->y += cell->y;
    r->yy += cell->yy;
    r->yn += cell->yn;
}

struct ratio curve_ratio(const struct curve *c, int64_t ms)
{
    struct ratio r = nobody_yet(c);
    for (int bin = 0; bin < c->bins->count - 1 && bins_edge(c->bins, bin) <= ms; bin++)
        gain(&r, curve_cell(c, bin));
    return r;
}

struct interval curve_share(const struct curve *c, int64_t ms, double level)
{
    struct ratio r = curve_ratio(c, ms);
    return ratio_share(&r, c->trials, level);
}

/* A line that rises from edge to edge until it crosses p. */
struct crossing {
    double last; /* its height at the edge before */
    double at_ms;
};

static void rise(struct crossing *x, const struct bins *b, int bin, double height, double p)
{
    if (!isnan(x->at_ms))
        return;
    if (height >= p && bin == 0)
        x->at_ms = 0;
    else if (height >= p) {
        double from = (double)bins_edge(b, bin - 1), to = (double)bins_edge(b, bin);
        x->at_ms = from + (to - from) * (p - x->last) / (height - x->last);
    } else if (height > x->last) /* a band may sag a little where few are left: time does not run back */
        x->last = height;
}

struct interval curve_quantile(const struct curve *c, double p, double level)
{
    struct crossing value = {0, NAN}, low = {0, NAN}, high = {0, NAN};
    struct ratio r = nobody_yet(c);
    double z = normal_quantile(level);
    for (int bin = 0; bin < c->bins->count - 1 && isnan(high.at_ms); bin++) {
        gain(&r, curve_cell(c, bin));
        struct interval share = wilson_share(&r, c->trials, z);
        rise(&value, c->bins, bin, share.value, p);
        rise(&low, c->bins, bin, share.high, p);
        rise(&high, c->bins, bin, share.low, p);
    }
    return (struct interval){value.at_ms, low.at_ms, high.at_ms};
}

void curve_band(const struct curve *c, double level, struct interval *share)
{
    struct ratio r = nobody_yet(c);
    double z = normal_quantile(level);
    for (int bin = 0; bin < c->bins->count - 1; bin++) {
        gain(&r, curve_cell(c, bin));
        share[bin] = wilson_share(&r, c->trials, z);
    }
}
