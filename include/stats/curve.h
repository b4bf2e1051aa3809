/* curve.h -- when it happened: cumulative incidence with death as a competing risk.
 *
 * Nothing is censored, so the curve is plain: of those who needed it, the share
 * who had it by t. Three integer histograms over fixed bins hold all that the
 * band needs: at the k-th event of its trial (in order of time since wounding)
 * a bin gains 1, 2k-1 and n, the trial's number who needed it. Their running
 * sums are the sums over trials of y, y*y and y*n at every bin edge.
 */
#ifndef STATS_CURVE_H
#define STATS_CURVE_H

#include <stddef.h>
#include <stdint.h>
#include "stats/interval.h"
#include "stats/ratio.h"

/* Bin 0 holds time 0; bin b holds (edge[b-1], edge[b]]; the last bin all that is later. */
struct bins {
    int64_t step_ms, until_ms, long_step_ms, end_ms;
    int short_bins, count; /* count: with bin 0 and the last */
};

/* `until` and `end` are rounded up to whole steps. */
struct bins bins_of(int64_t step_ms, int64_t until_ms, int64_t long_step_ms, int64_t end_ms);
int bins_find(const struct bins *b, int64_t ms);
int64_t bins_edge(const struct bins *b, int bin); /* upper edge, ms; INT64_MAX for the last */

struct curve_cell {
    int64_t yy, y, yn; /* what the bin gained: 2k-1, 1, n */
};

/* Who needed it: sums over trials. */
struct needed {
    int64_t n, nn, with;
};
void needed_add(struct needed *d, int64_t n); /* one trial */

/* The k-th event of its trial among n who needed it, in its bin. */
static inline void curve_add(struct curve_cell *cell, int64_t k, int64_t n)
{
    cell->y += 1;
    cell->yy += 2 * k - 1;
    cell->yn += n;
}

/* One curve to read from: open data, nothing owned. */
struct curve {
    const struct bins *bins;
    const struct curve_cell *cells; /* that of bin b is cells[b * apart]; bins->count of them */
    int apart;
    const struct needed *needed;
    int64_t trials;
};

static inline const struct curve_cell *curve_cell(const struct curve *c, int bin)
{
    return &c->cells[(size_t)bin * (size_t)c->apart];
}

/* The sums of all bins up to the edge at or below `ms`, as a ratio. */
struct ratio curve_ratio(const struct curve *c, int64_t ms);

/* Share by `ms`, Wilson as ratio_share. */
struct interval curve_share(const struct curve *c, int64_t ms, double level);

/* Time by which a share p has had it, ms, linear within its bin; the interval is
 * where the band crosses p. A bound beyond the curve's end is NAN: "not reached". */
struct interval curve_quantile(const struct curve *c, double p, double level);

/* Every bin edge in order, for files and charts: share[i] for i < bins->count - 1. */
void curve_band(const struct curve *c, double level, struct interval *share);

#endif
