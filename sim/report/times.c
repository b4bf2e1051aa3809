/* times.c -- when care came: shares in time, quantiles, curves. */
#include <stdlib.h>
#include "base/die.h"
#include "base/unit.h"
#include "data.h"
#include "reading.h"

// clang-format off
const struct column share_columns[] = {
    { "dimension", WORDING }, { "group", WORDING }, { "milestone", WORDING }, { "target", WORDING },
    { "within_min", 0 }, { "share", 5 }, { "share_low", 5 }, { "share_high", 5 }, { "in_time", 0 }, { "needed", 0 },
    { "trials", 0 }, { "trials_with_anybody", 0 }, { "small_sample", WORDING }, { 0 }
};

const struct column quantile_columns[] = {
    { "dimension", WORDING }, { "group", WORDING }, { "milestone", WORDING }, { "statistic", WORDING },
    { "time_min", 2 }, { "time_low_min", 2 }, { "time_high_min", 2 }, { "reached", 0 }, { "needed", 0 }, { "trials", 0 },
    { 0 }
};

const struct column curve_columns[] = {
    { "dimension", WORDING }, { "group", WORDING }, { "milestone", WORDING }, { "time_min", 2 },
    { "share", 5 }, { "share_low", 5 }, { "share_high", 5 }, { 0 }
};

static const struct {
    const char *name;
    double p;
} quantiles[] = { { "median", 0.5 }, { "q75", 0.75 }, { "q90", 0.9 }, { "q95", 0.95 } };
// clang-format on
enum { QUANTILES = sizeof quantiles / sizeof quantiles[0] };

static void share_row(struct table *t, const struct results *r, int group, enum milestone m)
{
    struct portion s = share_in_time(r->tally, group, m);
    table_group(t, r, group);
    table_text(t, milestones[m].id);
    table_text(t, milestones[m].target);
    table_count(t, milestones[m].target_ms / MINUTES(1));
    table_interval(t, s.of);
    table_count(t, s.reached);
    table_count(t, s.needed);
    table_count(t, s.trials);
    table_count(t, tally_needed(r->tally, group, m)->with);
    table_text(t, s.few ? "yes" : "no");
}

void shares_write(struct table *t, const struct results *r)
{
    for (int group = 0; group < r->frame->groups; group++)
        for (int m = 0; m < MILESTONES; m++)
            if (milestones[m].target)
                share_row(t, r, group, (enum milestone)m);
}

static void quantile_row(struct table *t, const struct results *r, int group, enum milestone m,
                         const char *statistic, struct interval ms)
{
    table_group(t, r, group);
    table_text(t, milestones[m].id);
    table_text(t, statistic);
    table_minutes(t, ms.value);
    table_minutes(t, ms.low);
    table_minutes(t, ms.high);
    table_count(t, reached_ever(r->tally, group, m));
    table_count(t, tally_needed(r->tally, group, m)->n);
    table_count(t, r->tally->trials);
}

void quantiles_write(struct table *t, const struct results *r)
{
    for (int group = 0; group < r->frame->groups; group++)
        for (int i = 0; i < MILESTONES; i++) {
            enum milestone m = (enum milestone)i;
            struct curve c = tally_curve(r->tally, group, m);
            struct interval mean = ratio_mean(tally_time(r->tally, group, m), r->tally->trials, LEVEL);
            quantile_row(t, r, group, m, "mean_among_reached", mean);
            for (int q = 0; q < QUANTILES; q++)
                quantile_row(t, r, group, m, quantiles[q].name, curve_quantile(&c, quantiles[q].p, LEVEL));
        }
}

/* Bins in which nothing happened would repeat the row before: left out, but for the first and last. */
static void curve_rows(struct table *t, const struct results *r, int group, enum milestone m,
                       struct interval *share)
{
    struct curve c = tally_curve(r->tally, group, m);
    int last = c.bins->count - 2;
    curve_band(&c, LEVEL, share);
    for (int bin = 0; bin <= last; bin++) {
        if (curve_cell(&c, bin)->y == 0 && bin != 0 && bin != last)
            continue;
        table_group(t, r, group);
        table_text(t, milestones[m].id);
        table_minutes(t, (double)bins_edge(c.bins, bin));
        table_interval(t, share[bin]);
    }
}

void curves_write(struct table *t, const struct results *r)
{
    struct interval *share = must_alloc((size_t)r->frame->bins.count, sizeof *share);
    for (int group = 0; group < r->frame->groups; group++)
        for (int m = 0; m < MILESTONES; m++)
            if (tally_needed(r->tally, group, (enum milestone)m)->n > 0)
                curve_rows(t, r, group, (enum milestone)m, share);
    free(share);
}
