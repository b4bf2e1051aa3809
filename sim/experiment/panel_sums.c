#include "panel_sums.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/unit.h"
#include "queues.h"
#include "reasons.h"
#include "shared.h"

static const enum milestone timed[] = {RESUSCITATION, SURGICAL_FACILITY, SURGERY};
enum { TIMED = sizeof timed / sizeof *timed };

static size_t alones(const struct panel_plan *p)
{
    return (size_t)p->arms * (size_t)p->figures * PARTS;
}

int pair_count(const struct panel_plan *p)
{
    return p->all_pairs ? p->arms * (p->arms - 1) / 2 : p->arms - 1;
}

int pair_number(const struct panel_plan *p, int a, int b)
{
    assert(a < b);
    if (!p->all_pairs)
        return b - 1;
    return a * p->arms - a * (a + 1) / 2 + b - a - 1;
}

static size_t pairs(const struct panel_plan *p)
{
    return (size_t)pair_count(p) * (size_t)p->figures * PARTS;
}

static size_t place(const struct panel_plan *p, int owner, int figure, int part)
{
    return ((size_t)owner * (size_t)p->figures + (size_t)figure) * PARTS + (size_t)part;
}

/* --- queues by the hour -------------------------------------------------------------- */

static size_t hours_of(const struct frame *f)
{
    return (size_t)f->window.hours + 1;
}

/* One piece of memory: levels are not kept apart, and nobody reads them. */
static void queues_begin(struct arm_sums *s, const struct frame *f)
{
    size_t hours = hours_of(f), each = 2 * hours + OCCUPANCY_LEVELS;
    int64_t *all = must_alloc(QUEUES * each, sizeof *all);
    for (int q = 0; q < QUEUES; q++) {
        s->queue[q].level_ms = all + (size_t)q * each;
        s->queue[q].hour = (struct occupied_hour *)(s->queue[q].level_ms + OCCUPANCY_LEVELS);
    }
    s->queue_hours = (int)hours;
}

static void queues_merge(struct arm_sums *into, const struct arm_sums *from)
{
    for (int q = 0; q < QUEUES && into->queue[q].hour; q++)
        for (int i = 0; i < into->queue_hours; i++) {
            into->queue[q].hour[i].step += from->queue[q].hour[i].step;
            into->queue[q].hour[i].part += from->queue[q].hour[i].part;
        }
}

/* --- making, merging ---------------------------------------------------------------- */

static size_t counts(const struct sections *s)
{
    return (size_t)SECTIONS * ((size_t)s->bins->count + 1);
}

struct panel_sums *panel_sums_new(const struct panel_plan *p, struct frame *const *frame)
{
    struct panel_sums *s = must_alloc(1, sizeof *s);
    s->trials = must_alloc((size_t)p->arms, sizeof *s->trials);
    s->alone = must_alloc(alones(p), sizeof *s->alone);
    s->pair = must_alloc(pairs(p), sizeof *s->pair);
    s->rank = must_alloc((size_t)p->arms * (size_t)p->figures, sizeof *s->rank);
    s->arm = must_alloc((size_t)p->arms, sizeof *s->arm);
    for (int a = 0; a < p->arms; a++) {
        if (p->tallies)
            s->arm[a].tally = tally_new(frame[a]);
        if (p->queues)
            queues_begin(&s->arm[a], frame[a]);
        for (int m = 0; m < TIMED && p->sections; m++) {
            struct sections *of = &s->arm[a].times[timed[m]];
            of->bins = &frame[a]->bins;
            of->count = must_alloc(counts(of), sizeof *of->count);
            of->needed = of->count + (size_t)SECTIONS * (size_t)of->bins->count;
        }
    }
    return s;
}

void panel_sums_free(struct panel_sums *s, const struct panel_plan *p)
{
    if (!s)
        return;
    for (int a = 0; a < p->arms; a++) {
        tally_free(s->arm[a].tally);
        free(s->arm[a].queue[0].level_ms);
        for (int m = 0; m < TIMED; m++)
            free(s->arm[a].times[timed[m]].count);
    }
    free(s->trials);
    free(s->alone);
    free(s->pair);
    free(s->rank);
    free(s->arm);
    free(s);
}

static void add_each(int64_t *into, const int64_t *from, size_t n)
{
    for (size_t i = 0; i < n; i++)
        into[i] += from[i];
}

static void sum_merge(struct sectioned_sum *into, const struct sectioned_sum *from)
{
    add_each(into->y, from->y, SECTIONS);
}

static void arm_merge(struct arm_sums *into, const struct arm_sums *from)
{
    if (into->tally)
        tally_merge(into->tally, from->tally);
    queues_merge(into, from);
    for (int m = 0; m < TIMED; m++)
        if (into->times[timed[m]].bins)
            add_each(into->times[timed[m]].count, from->times[timed[m]].count,
                     counts(&into->times[timed[m]]));
    for (int clock = 0; clock < CLOCKS; clock++) {
        sum_merge(&into->clock[clock].needed, &from->clock[clock].needed);
        for (int w = 0; w < WAITS; w++)
            sum_merge(&into->clock[clock].waited[w], &from->clock[clock].waited[w]);
    }
}

void panel_sums_merge(struct panel_sums *into, const struct panel_sums *from, const struct panel_plan *p)
{
    add_each(into->trials, from->trials, (size_t)p->arms);
    for (size_t i = 0; i < alones(p); i++)
        ratio_merge(&into->alone[i], &from->alone[i]);
    for (size_t i = 0; i < pairs(p); i++)
        paired_merge(&into->pair[i], &from->pair[i]);
    for (size_t i = 0; i < (size_t)p->arms * (size_t)p->figures; i++) {
        into->rank[i].best += from->rank[i].best;
        into->rank[i].tied += from->rank[i].tied;
        into->rank[i].judged += from->rank[i].judged;
    }
    for (int a = 0; a < p->arms; a++)
        arm_merge(&into->arm[a], &from->arm[a]);
}

/* --- one trial ------------------------------------------------------------------------ */

struct count {
    int64_t y[PARTS], n[PARTS];
};

static struct count count_of(const struct panel_plan *p, int figure, const struct trial *t, const bool *has)
{
    const struct figure *f = &p->figure[figure];
    struct count c = {{0}, {0}};
    figure_count(f, t, NULL, &c.y[EVERYBODY], &c.n[EVERYBODY]);
    if (!p->parts)
        return c;
    c.y[SHARED] = c.y[EVERYBODY];
    c.n[SHARED] = c.n[EVERYBODY];
    if (has)
        figure_count(f, t, has, &c.y[SHARED], &c.n[SHARED]);
    c.y[OWN] = c.y[EVERYBODY] - c.y[SHARED];
    c.n[OWN] = f->kind == TOTAL ? 1 : c.n[EVERYBODY] - c.n[SHARED];
    return c;
}

/* Is i better (above 0), worse (below) or as good as j? */
static int better(const struct figure *f, const struct count *i, const struct count *j)
{
    wide left = (wide)i->y[EVERYBODY] * j->n[EVERYBODY], right = (wide)j->y[EVERYBODY] * i->n[EVERYBODY];
    int more = (left > right) - (left < right);
    return f->more_is_better ? more : -more;
}

static void rank(struct panel_sums *s, const struct panel_plan *p, int figure, const struct count *of,
                 struct trial *const *trial)
{
    const struct figure *f = &p->figure[figure];
    struct standing *rank = &s->rank[figure * p->arms];
    int best = -1, equals = 0;
    for (int a = 0; a < p->arms; a++) {
        if (!trial[a])
            continue;
        if (!of[a].n[EVERYBODY])
            return;
        int than = best < 0 ? 1 : better(f, &of[a], &of[best]);
        best = than > 0 ? a : best;
        equals = than > 0 ? 1 : equals + (than == 0);
    }
    for (int a = 0; a < p->arms; a++) {
        if (!trial[a])
            continue;
        bool top = better(f, &of[a], &of[best]) == 0;
        rank[a].judged++;
        rank[a].best += top && equals == 1;
        rank[a].tied += top && equals > 1;
    }
}

static void add_pairs(struct panel_sums *s, const struct panel_plan *p, int figure, const struct count *of,
                      struct trial *const *trial)
{
    int firsts = p->all_pairs ? p->arms : 1;
    for (int a = 0; a < firsts; a++)
        for (int b = a + 1; b < p->arms && trial[a]; b++)
            for (int part = 0; trial[b] && part < (p->parts ? PARTS : 1); part++)
                paired_add(&s->pair[place(p, pair_number(p, a, b), figure, part)], of[a].y[part],
                           of[a].n[part], of[b].y[part], of[b].n[part]);
}

static void add_figure(struct panel_sums *s, const struct panel_plan *p, int figure,
                       struct trial *const *trial, const struct shared *shared)
{
    struct count of[ARMS_MOST];
    for (int a = 0, playing = 0; a < p->arms; a++) {
        if (!trial[a])
            continue;
        of[a] = count_of(p, figure, trial[a], shared ? shared_of(shared, playing) : NULL);
        playing++;
        for (int part = 0; part < (p->parts ? PARTS : 1); part++)
            ratio_add(&s->alone[place(p, a, figure, part)], of[a].y[part], of[a].n[part]);
    }
    add_pairs(s, p, figure, of, trial);
    rank(s, p, figure, of, trial);
}

static void add_times(struct arm_sums *s, const struct trial *t, int section)
{
    for (int m = 0; m < TIMED; m++) {
        struct sections *of = &s->times[timed[m]];
        enum moment moment = moment_of[timed[m]];
        for (int i = 0; i < trial_casualties(t); i++) {
            const struct casualty *c = trial_casualty(t, i);
            if (!c->counted || !(c->needs >> timed[m] & 1))
                continue;
            of->needed[section]++;
            int64_t took = c->at[moment] - c->at[M_WOUNDED];
            if (c->at[moment] >= 0)
                of->count[(size_t)section * (size_t)of->bins->count + (size_t)bins_find(of->bins, took)]++;
        }
    }
}

void panel_sums_add(struct panel_sums *s, const struct panel_plan *p, struct trial *const *trial,
                    int64_t number, const struct shared *shared, struct reasons *reasons,
                    struct queues *queues)
{
    for (int figure = 0; figure < p->figures; figure++)
        add_figure(s, p, figure, trial, shared);
    for (int a = 0; a < p->arms; a++) {
        if (!trial[a])
            continue;
        s->trials[a]++;
        if (p->queues)
            queues_add(queues, s->arm[a].queue, trial[a]);
        if (!p->sections)
            continue;
        add_times(&s->arm[a], trial[a], section_of(number));
        reasons_add(reasons, s->arm[a].clock, trial[a], section_of(number));
    }
}

/* --- reading -------------------------------------------------------------------------------- */

const struct ratio *alone_of(const struct panel_sums *s, const struct panel_plan *p, int arm, int figure,
                             enum part part)
{
    return &s->alone[place(p, arm, figure, (int)part)];
}

const struct paired *pair_of(const struct panel_sums *s, const struct panel_plan *p, int a, int b, int figure,
                             enum part part)
{
    return &s->pair[place(p, pair_number(p, a, b), figure, (int)part)];
}
