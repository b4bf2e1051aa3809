#include "experiment/recovery.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"

enum { SMOOTH = 3 }; /* hours to either side that are averaged */
static const double over_at = 0.1, level_95 = 0.95;

// clang-format off
const char *const watched_says[WATCHED] = {
    [QUEUE_ASSET] = "waiting for transport", [QUEUE_BAY] = "waiting for a bay", [QUEUE_TABLE] = "waiting for a table",
    [QUEUE_BED] = "waiting for a bed", [WATCHED_BEDS] = "beds taken", [WATCHED_ICU] = "intensive care",
    [WATCHED_TABLES] = "tables in use", [WATCHED_BAYS] = "bays in use", [WATCHED_ASSETS] = "assets away",
};
static const char *const kinds[WATCHED] = {
    [WATCHED_BEDS] = "beds", [WATCHED_ICU] = "icu", [WATCHED_TABLES] = "tables", [WATCHED_BAYS] = "bays",
    [WATCHED_ASSETS] = "asset",
};
// clang-format on

/* --- the shock --------------------------------------------------------------------- */

static bool has_attack(const struct scenario *s, const char *id)
{
    for (int i = 0; i < s->attacks.n; i++)
        if (!strcmp(s->attacks.at[i].id, id))
            return true;
    return false;
}

/* The first attack at a given moment that the calm has not; -1: there is none within the horizon. */
static int64_t shock_of(const struct scenario *calm, const struct scenario *s)
{
    int64_t first = -1;
    for (int i = 0; i < s->attacks.n; i++) {
        const struct attack *a = &s->attacks.at[i];
        bool within = a->at_ms >= s->run.warm_up_ms && a->at_ms < s->run.warm_up_ms + s->run.horizon_ms;
        if (a->per == SCRIPT && within && !has_attack(calm, a->id) && (first < 0 || a->at_ms < first))
            first = a->at_ms;
    }
    return first;
}

/* --- hour by hour ---------------------------------------------------------------------- */

struct by_hour { /* sums over trials so far, or of a batch: [watched][hour] of an arm, levels */
    int n;
    double *at;
};

static double *row(const struct by_hour *h, int watched)
{
    return h->at + (size_t)watched * (size_t)h->n;
}

static void add_hours(const struct occupancy *o, const struct occupancy_window *w, double *to, double sign,
                      double *room)
{
    occupancy_hours(o, w, 1, room);
    for (int i = 0; i < w->hours; i++)
        to[i] += sign * room[i];
}

/* Adds or takes away what an arm holds, summed over its trials. */
static void add_arm(const struct panel *p, int arm, struct by_hour *h, double sign, double *room)
{
    const struct arm_sums *s = panel_sums(p, arm);
    const struct frame *f = panel_frame(p, arm);
    for (int q = 0; q < QUEUES; q++)
        add_hours(&s->queue[q], &f->window, row(h, q), sign, room);
    for (int i = 0; i < f->resources; i++)
        for (int k = QUEUES; k < WATCHED; k++)
            if (!strcmp(f->resource[i].kind, kinds[k]))
                add_hours(&s->tally->busy[i], &f->window, row(h, k), sign, room);
}

/* --- from excess to hours ------------------------------------------------------------------ */

static double smoothed(const double *sum, int hours, int at, double trials)
{
    int from = at < SMOOTH ? 0 : at - SMOOTH, to = at + SMOOTH < hours ? at + SMOOTH : hours - 1;
    double all = 0;
    for (int i = from; i <= to; i++)
        all += sum[i];
    return all / (to - from + 1) / trials;
}

static int peak_of(const double *sum, int hours, int shock)
{
    int best = shock;
    for (int i = shock; i < hours; i++)
        best = sum[i] > sum[best] ? i : best;
    return best;
}

/* Hours from the shock until the excess stays below a tenth of its peak; NAN: not within the horizon. */
static double over_after(const double *sum, int hours, int shock)
{
    int peak = peak_of(sum, hours, shock), last = peak;
    double bound = over_at * sum[peak];
    for (int i = peak; i < hours; i++)
        if (smoothed(sum, hours, i, 1) >= bound)
            last = i;
    return last == hours - 1 ? NAN : (double)(last + 1 - shock);
}

struct batches {
    struct by_hour all, batch[SECTIONS];
    int64_t trials;
};

static struct recovered recover(const struct batches *b, int watched, int shock)
{
    const double *all = row(&b->all, watched);
    int n = b->all.n, peak = peak_of(all, n, shock);
    double each = (double)b->trials, rest = each * (SECTIONS - 1) / SECTIONS;
    double peaks[SECTIONS], hours[SECTIONS], *without = must_alloc((size_t)n, sizeof *without);
    for (int i = 0; i < SECTIONS; i++) {
        for (int h = 0; h < n; h++)
            without[h] = all[h] - row(&b->batch[i], watched)[h];
        peaks[i] = without[peak] / rest;
        hours[i] = over_after(without, n, shock);
    }
    free(without);
    struct recovered r = {.peak = jackknife(all[peak] / each, peaks, level_95), .peak_hour = peak - shock};
    r.clear = r.peak.low > 0;
    double over = over_after(all, n, shock);
    r.hours = r.clear ? jackknife(over, hours, level_95) : (struct interval){NAN, NAN, NAN};
    r.hours.low -= 0.5; /* no finer than the hours that are kept */
    r.hours.high += 0.5;
    return r;
}

/* --- all of it ------------------------------------------------------------------------------- */

static struct by_hour hours_new(int n)
{
    return (struct by_hour){n, must_alloc((size_t)WATCHED * (size_t)n, sizeof(double))};
}

/* Each batch is what the sums have grown by. */
static bool play_batches(struct panel *p, struct batches *b)
{
    int n = b->all.n;
    double *room = must_alloc((size_t)n, sizeof *room);
    for (int i = 0; i < SECTIONS; i++) {
        struct by_hour *now = &b->batch[i];
        *now = hours_new(n);
        add_arm(p, 1, now, -1, room);
        add_arm(p, 0, now, 1, room);
        if (!panel_play(p, b->trials * (i + 1) / SECTIONS)) {
            free(room);
            return false;
        }
        add_arm(p, 1, now, 1, room);
        add_arm(p, 0, now, -1, room);
        for (int h = 0; h < WATCHED * n; h++)
            b->all.at[h] += now->at[h];
    }
    free(room);
    return true;
}

struct recovery *recovery_play(const struct ladder *l, int step)
{
    int64_t shock_ms = shock_of(l->arm[0].scenario, l->arm[step].scenario);
    if (shock_ms < 0)
        return NULL;
    struct arm arm[2] = {l->arm[0], l->arm[step]};
    struct panel_plan plan = {.arm = arm,
                              .arms = 2,
                              .figure = l->figure,
                              .figures = 1,
                              .seed = l->plan.seed,
                              .jobs = l->plan.jobs,
                              .tallies = true,
                              .queues = true};
    struct panel *p = panel_new(&plan);
    struct recovery *r = must_alloc(1, sizeof *r);
    /* Whole batches, each of as many trials. */
    struct batches b = {.all = hours_new(panel_frame(p, 0)->window.hours),
                        .trials = (l->plan.trials + SECTIONS - 1) / SECTIONS * SECTIONS};
    *r = (struct recovery){.ladder = l, .step = step, .shock_ms = shock_ms};
    r->whole = play_batches(p, &b);
    for (int w = 0; w < WATCHED && r->whole; w++)
        r->of[w] = recover(&b, w, (int)(shock_ms / HOURS(1)));
    for (int i = 0; i < SECTIONS; i++)
        free(b.batch[i].at);
    free(b.all.at);
    panel_free(p);
    return r;
}

void recovery_free(struct recovery *r)
{
    free(r);
}
