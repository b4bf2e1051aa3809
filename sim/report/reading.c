/* reading.c -- one place where each figure is worked out. */
#include "reading.h"

#include <math.h>
#include <string.h>

static bool few(int64_t events, int64_t of, int64_t trials)
{
    return trials < TRIALS_ENOUGH || events < EVENTS_ENOUGH || of - events < EVENTS_ENOUGH;
}

static struct portion share_from(const struct ratio *r, int64_t trials)
{
    return (struct portion){
        .of = ratio_share(r, trials, LEVEL),
        .reached = r->y,
        .needed = r->n,
        .trials = trials,
        .few = few(r->y, r->n, trials),
    };
}

struct portion share_in_time(const struct tally *t, int group, enum milestone m)
{
    struct curve c = tally_curve(t, group, m);
    struct ratio r = curve_ratio(&c, milestones[m].target_ms);
    return share_from(&r, t->trials);
}

struct portion share_of_outcome(const struct tally *t, int group, int outcome)
{
    return share_from(tally_outcome(t, group, outcome), t->trials);
}

int64_t reached_ever(const struct tally *t, int group, enum milestone m)
{
    return tally_time(t, group, m)->n;
}

double mean_wait_ms(const struct tally *t, int group, enum milestone m, enum wait w)
{
    int64_t n = tally_needed(t, group, m)->n;
    return n ? (double)tally_wait_ms(t, group, m, w) / (double)n : NAN;
}

double mean_phase_ms(const struct tally *t, int group, enum milestone m, enum phase p)
{
    int64_t n = tally_needed(t, group, m)->n, ms = 0;
    for (int w = 0; w < WAITS; w++)
        if (waits[w].phase == p)
            ms += tally_wait_ms(t, group, m, (enum wait)w);
    return n ? (double)ms / (double)n : NAN;
}

double mean_total_ms(const struct tally *t, int group, enum milestone m)
{
    int64_t n = tally_needed(t, group, m)->n, ms = 0;
    for (int w = 0; w < WAITS; w++)
        ms += tally_wait_ms(t, group, m, (enum wait)w);
    return n ? (double)ms / (double)n : NAN;
}

int64_t deaths(const struct tally *t, int group)
{
    return tally_outcome(t, group, KILLED_OUTRIGHT)->y + tally_outcome(t, group, DIED_BEFORE_FACILITY)->y +
           tally_outcome(t, group, DIED_OF_WOUNDS)->y;
}

struct use use_of(const struct tally *t, int resource)
{
    const struct occupancy *busy = &t->busy[resource];
    int capacity = t->frame->resource[resource].capacity;
    double all = 0, weighted = 0, full = 0;
    for (int level = 0; level < OCCUPANCY_LEVELS; level++) {
        double ms = (double)busy->level_ms[level];
        all += ms;
        weighted += ms * level;
        full += level >= capacity ? ms : 0;
    }
    bool limited = capacity > 0 && capacity != UNLIMITED;
    double mean = all > 0 ? weighted / all : NAN;
    return (struct use){
        .mean_busy = mean,
        .share = limited ? mean / capacity : NAN,
        .all_busy = limited && all > 0 ? full / all : NAN,
    };
}

int group_extreme(const struct tally *t, const char *dimension, enum milestone m, bool worst)
{
    int best = -1;
    double bound = NAN;
    for (int g = 0; g < t->frame->groups; g++) {
        if (strcmp(t->frame->group[g].dimension, dimension) != 0)
            continue;
        double share = share_in_time(t, g, m).of.value;
        bool further = worst ? share < bound : share > bound;
        if (!isnan(share) && (best < 0 || further)) {
            best = g;
            bound = share;
        }
    }
    return best;
}

bool clearly_lower(struct interval a, struct interval b)
{
    return a.high < b.low;
}

enum phase slowest_phase(const struct tally *t, int group, enum milestone m)
{
    enum phase slowest = PHASES;
    double longest_ms = 0;
    for (int p = 0; p < PHASES; p++) {
        double ms = mean_phase_ms(t, group, m, (enum phase)p);
        if (ms > longest_ms) {
            slowest = (enum phase)p;
            longest_ms = ms;
        }
    }
    return slowest;
}
