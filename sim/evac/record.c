#include "record.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"

enum { GROUPS_MAX = 6, FEW = 48 };

/* The groups one casualty belongs to. */
struct member {
    int count;
    int group[GROUPS_MAX];
};

struct record {
    struct member *member;     /* [casualty] of those counted */
    struct casualty **counted; /* in the order of wounding */
    uint64_t *when, *sorted;   /* bin and casualty, packed: when they reached a milestone */
    int *starts;               /* of each bin, for sorting many */
    int64_t *needed, *seen;    /* [group] */
    int64_t *sums;             /* [group] ms */
    int64_t *outcomes;         /* [group][outcome count] */
    int counts, room;
};

struct record *record_new(const struct frame *f)
{
    struct record *r = must_alloc(1, sizeof *r);
    r->starts = must_alloc((size_t)f->bins.count + 1, sizeof *r->starts);
    r->needed = must_alloc((size_t)f->groups, sizeof *r->needed);
    r->seen = must_alloc((size_t)f->groups, sizeof *r->seen);
    r->sums = must_alloc((size_t)f->groups, sizeof *r->sums);
    r->outcomes = must_alloc((size_t)f->groups * OUTCOME_COUNTS, sizeof *r->outcomes);
    return r;
}

void record_free(struct record *r)
{
    if (!r)
        return;
    free(r->member);
    free(r->counted);
    free(r->when);
    free(r->sorted);
    free(r->starts);
    free(r->needed);
    free(r->seen);
    free(r->sums);
    free(r->outcomes);
    free(r);
}

static void make_room(struct record *r, int casualties)
{
    if (casualties <= r->room)
        return;
    r->room = 2 * casualties;
    r->member = must_realloc(r->member, (size_t)r->room, sizeof *r->member);
    r->counted = must_realloc(r->counted, (size_t)r->room, sizeof(struct casualty *));
    r->when = must_realloc(r->when, (size_t)r->room, sizeof *r->when);
    r->sorted = must_realloc(r->sorted, (size_t)r->room, sizeof *r->sorted);
}

/* --- groups -------------------------------------------------------------------- */

static void join(struct member *m, int first, int number)
{
    if (first >= 0)
        m->group[m->count++] = first + number;
}

static int means_of(const struct frame *f, const struct casualty *c)
{
    int fleets = f->scenario->assets.n;
    return c->means >= 0 ? c->means : c->means == BY_STRETCHER ? fleets : fleets + 1;
}

static struct member member_of(const struct trial *t, const struct casualty *c)
{
    const struct frame *f = t->frame;
    const struct incident *i = &t->incident[c->incident];
    struct member m = {1, {0}};
    if (!c->injury.class->killed)
        join(&m, f->first_category, c->injury.class->triage);
    join(&m, f->first_sector, i->sector);
    join(&m, f->first_mechanism, f->mechanism_place[i->mechanism]);
    join(&m, f->first_light, i->dark);
    join(&m, f->first_means, means_of(f, c));
    return m;
}

static void list_counted(struct trial *t, struct record *r)
{
    make_room(r, t->casualties);
    r->counts = 0;
    for (int i = 0; i < t->casualties; i++) {
        struct casualty *c = t->casualty[i];
        if (!c->counted)
            continue;
        r->member[i] = member_of(t, c);
        r->counted[r->counts++] = c;
    }
}

/* --- curves ------------------------------------------------------------------------ */

static void sort_few(uint64_t *when, int n)
{
    for (int i = 1; i < n; i++) {
        uint64_t one = when[i];
        int j = i;
        for (; j > 0 && when[j - 1] > one; j--)
            when[j] = when[j - 1];
        when[j] = one;
    }
}

/* By counting how many fall into each bin. */
static void sort_many(struct record *r, int n, int bins)
{
    memset(r->starts, 0, ((size_t)bins + 1) * sizeof *r->starts);
    for (int i = 0; i < n; i++)
        r->starts[(r->when[i] >> 32) + 1]++;
    for (int b = 0; b < bins; b++)
        r->starts[b + 1] += r->starts[b];
    for (int i = 0; i < n; i++)
        r->sorted[r->starts[r->when[i] >> 32]++] = r->when[i];
    memcpy(r->when, r->sorted, (size_t)n * sizeof *r->when);
}

/* Lists who reached the milestone, and adds up who needed it and how long it took. */
static int list_reached(const struct trial *t, struct record *r, enum milestone m)
{
    static const enum moment moment_of[MILESTONES] = {M_ALERTED,       M_FIRST_AID,         M_FACILITY,
                                                      M_RESUSCITATION, M_SURGICAL_FACILITY, M_SURGERY};
    int n = 0;
    for (int i = 0; i < r->counts; i++) {
        const struct casualty *c = r->counted[i];
        if (!(c->needs & 1u << m))
            continue;
        const struct member *of = &r->member[c->number];
        for (int g = 0; g < of->count; g++)
            r->needed[of->group[g]]++;
        int64_t at = c->at[moment_of[m]];
        if (at < 0 || at - c->at[M_WOUNDED] > t->scenario->run.follow_up_ms)
            continue;
        int64_t took = at - c->at[M_WOUNDED];
        r->when[n++] = (uint64_t)bins_find(&t->frame->bins, took) << 32 | (uint64_t)c->number;
        for (int g = 0; g < of->count; g++) {
            r->sums[of->group[g]] += took;
            r->seen[of->group[g]]++;
        }
    }
    return n;
}

static void add_times(const struct trial *t, struct record *r, enum milestone m)
{
    for (int g = 0; g < t->frame->groups; g++) {
        if (r->needed[g])
            needed_add(&t->tally->needed[g * MILESTONES + (int)m], r->needed[g]);
        if (r->seen[g])
            ratio_add(&t->tally->times[g * MILESTONES + (int)m], r->sums[g], r->seen[g]);
        r->seen[g] = r->sums[g] = 0;
    }
}

static void record_milestone(const struct trial *t, struct record *r, enum milestone m)
{
    int bins = t->frame->bins.count, n = list_reached(t, r, m);
    if (n <= FEW)
        sort_few(r->when, n);
    else
        sort_many(r, n, bins);
    add_times(t, r, m);
    for (int i = 0; i < n; i++) {
        const struct member *of = &r->member[r->when[i] & UINT32_MAX];
        for (int g = 0; g < of->count; g++) {
            int group = of->group[g];
            struct curve_cell *cells =
                t->tally->cells + ((size_t)group * MILESTONES + (size_t)m) * (size_t)bins;
            curve_add(cells, (int)(r->when[i] >> 32), ++r->seen[group], r->needed[group]);
        }
    }
    memset(r->needed, 0, (size_t)t->frame->groups * sizeof *r->needed);
    memset(r->seen, 0, (size_t)t->frame->groups * sizeof *r->seen);
}

/* --- waits, outcomes, totals ---------------------------------------------------------- */

static void record_waits(const struct trial *t, const struct record *r)
{
    for (int i = 0; i < t->stretches; i++) {
        const struct stretch *s = &t->stretch[i];
        const struct member *of = &r->member[s->casualty];
        for (int g = 0; g < of->count; g++)
            t->tally->waits[((size_t)of->group[g] * PENDING_SETS + s->pending) * WAITS + s->wait] += s->ms;
    }
}

static void record_outcomes(const struct trial *t, struct record *r)
{
    for (int i = 0; i < r->counts; i++) {
        const struct casualty *c = r->counted[i];
        const struct member *of = &r->member[c->number];
        bool died = c->outcome <= DIED_OF_WOUNDS;
        for (int g = 0; g < of->count; g++) {
            int64_t *counts = r->outcomes + of->group[g] * OUTCOME_COUNTS;
            counts[c->outcome]++;
            counts[UNAVOIDABLE] += died && c->unavoidable;
            counts[DELAY_ATTRIBUTABLE] += died && !c->unavoidable;
            r->needed[of->group[g]]++;
        }
        t->tally->defects +=
            c->outcome == SURVIVED && injury_unavoidable(c->injury.class, c->wound.tolerance,
                                                         c->wound.operation, t->scenario->run.follow_up_ms);
    }
}

static void add_outcomes(const struct trial *t, struct record *r)
{
    for (int g = 0; g < t->frame->groups; g++) {
        for (int o = 0; o < OUTCOME_COUNTS && r->needed[g]; o++)
            ratio_add(&t->tally->outcomes[g * OUTCOME_COUNTS + o], r->outcomes[g * OUTCOME_COUNTS + o],
                      r->needed[g]);
        memset(r->outcomes + g * OUTCOME_COUNTS, 0, OUTCOME_COUNTS * sizeof *r->outcomes);
        r->needed[g] = 0;
    }
}

static void add_totals(const struct trial *t, const struct record *r)
{
    int64_t totals[PER_TRIALS] = {[CASUALTIES] = r->counts, [OPERATIONS] = t->operations};
    for (int i = 0; i < t->incidents; i++)
        totals[INCIDENTS] += t->incident[i].at_ms >= t->from_ms && t->incident[i].at_ms < t->to_ms;
    for (int i = 0; i < t->sorties; i++)
        totals[SORTIES] += t->sortie[i].assigned >= t->from_ms && t->sortie[i].assigned < t->to_ms;
    for (int i = 0; i < r->counts; i++) {
        bool died = r->counted[i]->outcome <= DIED_OF_WOUNDS;
        totals[DEATHS] += died;
        totals[AVOIDABLE_DEATHS] += died && !r->counted[i]->unavoidable;
    }
    for (int i = 0; i < PER_TRIALS; i++)
        ratio_add(&t->tally->per_trial[i], totals[i], 1);
}

void record_trial(struct trial *t)
{
    struct record *r = t->record;
    list_counted(t, r);
    for (int m = 0; m < MILESTONES; m++)
        record_milestone(t, r, (enum milestone)m);
    record_waits(t, r);
    record_outcomes(t, r);
    add_outcomes(t, r);
    add_totals(t, r);
    t->tally->trials++;
    t->tally->events += agenda_events(t->agenda);
}
