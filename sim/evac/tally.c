#include "evac/tally.h"

#include <stdlib.h>

#include "base/die.h"

/* One block of memory holds every array of a tally: the exact sums first, then plain integers. */
struct layout {
    size_t ratios, wholes; /* how many of each */
};

static size_t hours_of(const struct frame *f)
{
    return (size_t)f->window.hours + 1;
}

static struct layout layout_of(const struct frame *f)
{
    size_t groups = (size_t)f->groups, curves = groups * MILESTONES;
    size_t needed = curves * (sizeof(struct needed) / sizeof(int64_t));
    size_t cells = curves * (size_t)f->bins.count * (sizeof(struct curve_cell) / sizeof(int64_t));
    size_t stretches = groups * PENDING_SETS * WAITS;
    size_t busy = (size_t)f->resources * (OCCUPANCY_LEVELS + 2 * hours_of(f));
    return (struct layout){curves + groups * OUTCOME_COUNTS, needed + cells + stretches + busy};
}

struct tally *tally_new(const struct frame *f)
{
    struct layout l = layout_of(f);
    struct tally *t = must_alloc(1, sizeof *t);
    size_t curves = (size_t)f->groups * MILESTONES;
    t->frame = f;
    t->times = must_alloc(l.ratios, sizeof *t->times);
    t->outcomes = t->times + curves;
    int64_t *whole = must_alloc(l.wholes, sizeof *whole);
    t->memory = whole;
    t->needed = (struct needed *)whole;
    t->cells = (struct curve_cell *)(t->needed + curves);
    t->waits = (int64_t *)(t->cells + curves * (size_t)f->bins.count);
    int64_t *next = t->waits + (size_t)f->groups * PENDING_SETS * WAITS;
    t->busy = must_alloc((size_t)f->resources, sizeof *t->busy);
    for (int i = 0; i < f->resources; i++, next += OCCUPANCY_LEVELS + 2 * hours_of(f))
        t->busy[i] = (struct occupancy){next, (struct occupied_hour *)(next + OCCUPANCY_LEVELS)};
    return t;
}

void tally_free(struct tally *t)
{
    if (!t)
        return;
    free(t->times);
    free(t->memory);
    free(t->busy);
    free(t);
}

void tally_merge(struct tally *into, const struct tally *from)
{
    struct layout l = layout_of(into->frame);
    into->trials += from->trials;
    into->events += from->events;
    into->defects += from->defects;
    for (int i = 0; i < PER_TRIALS; i++)
        ratio_merge(&into->per_trial[i], &from->per_trial[i]);
    for (int m = 0; m < MILESTONES; m++) {
        ratio_merge(&into->alone[m], &from->alone[m]);
        ratio_merge(&into->regret[m], &from->regret[m]);
    }
    for (size_t i = 0; i < l.ratios; i++)
        ratio_merge(&into->times[i], &from->times[i]);
    int64_t *sums = into->memory;
    const int64_t *more = from->memory;
    for (size_t i = 0; i < l.wholes; i++)
        sums[i] += more[i];
}

struct curve tally_curve(const struct tally *t, int group, enum milestone m)
{
    size_t curve = (size_t)group * MILESTONES + (size_t)m;
    int groups = t->frame->groups;
    const struct curve_cell *first = t->cells + (size_t)m * (size_t)(t->frame->bins.count * groups) + group;
    return (struct curve){&t->frame->bins, first, groups, &t->needed[curve], t->trials};
}

int64_t tally_wait_ms(const struct tally *t, int group, enum milestone m, enum wait w)
{
    int64_t sum = 0;
    for (size_t set = 0; set < PENDING_SETS; set++)
        if (set & 1u << m)
            sum += t->waits[(set * WAITS + w) * (size_t)t->frame->groups + (size_t)group];
    return sum;
}
