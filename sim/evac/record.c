#include "record.h"

#include "alone.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"

enum { GROUPS_MAX = 8, BUCKETS = 64, NEAR = 16 };

/* The groups one casualty belongs to. */
struct member {
    int count;
    int group[GROUPS_MAX];
};

/* Who reached a milestone, and when since wounding. */
struct arrival {
    int bin, casualty;
    int64_t took_ms;
};

/* A group within this trial. */
struct party {
    int64_t members, outcome[OUTCOME_COUNTS];
    int64_t need[PENDING_SETS];  /* how many need each set of milestones */
    int64_t needed, reached, ms; /* of the milestone at hand */
};

struct record {
    struct member *member;     /* [casualty] of those counted */
    struct casualty **counted; /* in the order of wounding */
    struct arrival *when, *sorted;
    int *starts;         /* of each bin or bucket, for sorting */
    struct party *party; /* [group], zero between trials */
    int counts, room, sets;
    uint8_t set[PENDING_SETS]; /* the sets that somebody needs */
};

struct record *record_new(const struct frame *f)
{
    struct record *r = must_alloc(1, sizeof *r);
    r->starts = must_alloc((size_t)f->bins.count + BUCKETS, sizeof *r->starts);
    r->party = must_alloc((size_t)f->groups, sizeof *r->party);
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
    free(r->party);
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
    int fleets = f->scenario->assets.n + f->scenario->own_vehicles.n;
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
    join(&m, f->first_affiliation, (int)c->affiliation);
    join(&m, f->first_caused, c->caused);
    join(&m, f->first_light, i->dark);
    join(&m, f->first_means, means_of(f, c));
    return m;
}

static void note_set(struct record *r, uint8_t set)
{
    for (int i = 0; i < r->sets; i++)
        if (r->set[i] == set)
            return;
    r->set[r->sets++] = set;
}

static void join_party(struct party *p, const struct casualty *c)
{
    bool died = c->outcome <= DIED_OF_WOUNDS;
    p->members++;
    p->need[c->needs]++;
    p->outcome[c->outcome]++;
    p->outcome[UNAVOIDABLE] += died && c->unavoidable;
    p->outcome[DELAY_ATTRIBUTABLE] += died && !c->unavoidable;
}

static void list_counted(const struct trial *t, struct record *r)
{
    make_room(r, t->casualties);
    r->counts = r->sets = 0;
    for (int i = 0; i < t->casualties; i++) {
        struct casualty *c = t->casualty[i];
        if (!c->counted)
            continue;
        r->member[i] = member_of(t, c);
        r->counted[r->counts++] = c;
        note_set(r, c->needs);
        for (int g = 0; g < r->member[i].count; g++)
            join_party(&r->party[r->member[i].group[g]], c);
    }
}

/* --- curves ------------------------------------------------------------------------ */

static int bucket_of(int bin, int buckets, int shift)
{
    int bucket = bin >> shift;
    return bucket < buckets ? bucket : buckets - 1;
}

/* Counting sort by bin >> shift; whatever lies beyond the last bucket falls into it. */
static void sort_by_bin(struct record *r, int n, int buckets, int shift)
{
    for (int b = 0; b < buckets; b++)
        r->starts[b] = 0;
    for (int i = 0; i < n; i++)
        r->starts[bucket_of(r->when[i].bin, buckets, shift)]++;
    for (int b = 0, start = 0; b < buckets; b++) {
        int count = r->starts[b];
        r->starts[b] = start;
        start += count;
    }
    for (int i = 0; i < n; i++)
        r->sorted[r->starts[bucket_of(r->when[i].bin, buckets, shift)]++] = r->when[i];
    struct arrival *spare = r->when;
    r->when = r->sorted;
    r->sorted = spare;
}

static void insert_in_order(struct arrival *when, int n)
{
    for (int i = 1; i < n; i++) {
        struct arrival one = when[i];
        int j = i;
        for (; j > 0 && when[j - 1].bin > one.bin; j--)
            when[j] = when[j - 1];
        when[j] = one;
    }
}

/* A few are almost put in order by wide buckets; of many each bin is a bucket. */
static void sort_arrivals(struct record *r, int n, int bins)
{
    if (n > bins / 8) {
        sort_by_bin(r, n, bins, 0);
        return;
    }
    if (n > NEAR)
        sort_by_bin(r, n, BUCKETS, 2);
    insert_in_order(r->when, n);
}

/* Lists who reached the milestone. */
static int list_reached(const struct trial *t, struct record *r, enum milestone m)
{
    int64_t follow_up = t->scenario->run.follow_up_ms;
    enum moment moment = moment_of[m];
    int n = 0;
    for (int i = 0; i < r->counts; i++) {
        const struct casualty *c = r->counted[i];
        int64_t took = c->at[moment] - c->at[M_WOUNDED];
        if (c->needs & 1u << m && c->at[moment] >= 0 && took <= follow_up)
            r->when[n++] = (struct arrival){bins_find(&t->frame->bins, took), c->number, took};
    }
    return n;
}

static void count_needed(const struct trial *t, struct record *r, enum milestone m)
{
    for (int g = 0; g < t->frame->groups; g++) {
        struct party *p = &r->party[g];
        if (!p->members)
            continue;
        p->needed = p->reached = p->ms = 0;
        for (int i = 0; i < r->sets; i++)
            p->needed += r->set[i] & 1u << m ? p->need[r->set[i]] : 0;
        if (p->needed)
            needed_add(&t->tally->needed[g * MILESTONES + (int)m], p->needed);
    }
}

static void add_times(const struct trial *t, const struct record *r, enum milestone m)
{
    for (int g = 0; g < t->frame->groups; g++)
        if (r->party[g].reached)
            ratio_add(&t->tally->times[g * MILESTONES + (int)m], r->party[g].ms, r->party[g].reached);
}

static void record_milestone(const struct trial *t, struct record *r, enum milestone m)
{
    size_t bins = (size_t)t->frame->bins.count;
    struct curve_cell *cells = t->tally->cells + (size_t)m * bins;
    int n = list_reached(t, r, m);
    sort_arrivals(r, n, t->frame->bins.count);
    count_needed(t, r, m);
    for (int i = 0; i < n; i++) {
        const struct arrival *a = &r->when[i];
        const struct member *of = &r->member[a->casualty];
        for (int g = 0; g < of->count; g++) {
            struct party *p = &r->party[of->group[g]];
            p->ms += a->took_ms;
            curve_add(cells + (size_t)of->group[g] * MILESTONES * bins, a->bin, ++p->reached, p->needed);
        }
    }
    add_times(t, r, m);
}

/* --- waits, outcomes, totals ---------------------------------------------------------- */

static void record_waits(const struct trial *t, const struct record *r)
{
    for (int i = 0; i < t->stretches; i++) {
        const struct stretch *s = &t->stretch[i];
        const struct member *of = &r->member[s->casualty];
        int64_t *waited = t->tally->waits + (s->pending * WAITS + s->wait) * t->frame->groups;
        for (int g = 0; g < of->count; g++)
            waited[of->group[g]] += s->ms;
    }
}

static void add_outcomes(const struct trial *t, struct record *r)
{
    for (int g = 0; g < t->frame->groups; g++) {
        struct party *p = &r->party[g];
        if (!p->members)
            continue;
        for (int o = 0; o < OUTCOME_COUNTS; o++)
            ratio_add(&t->tally->outcomes[g * OUTCOME_COUNTS + o], p->outcome[o], p->members);
        *p = (struct party){0};
    }
}

/* Someone survived whom immediate care would have killed: that cannot be. */
static void count_defects(const struct trial *t, const struct record *r)
{
    for (int i = 0; i < r->counts; i++) {
        const struct casualty *c = r->counted[i];
        t->tally->defects +=
            c->outcome == SURVIVED && injury_unavoidable(c->injury.model, c->injury.class, c->wound.tolerance,
                                                         c->wound.operation, t->scenario->run.follow_up_ms);
    }
}

static void add_totals(const struct trial *t)
{
    for (int i = 0; i < PER_TRIALS; i++)
        ratio_add(&t->tally->per_trial[i], t->totals[i], 1);
}

void record_trial(struct trial *t)
{
    struct record *r = t->record;
    list_counted(t, r);
    for (int m = 0; m < MILESTONES; m++)
        record_milestone(t, r, (enum milestone)m);
    record_waits(t, r);
    count_defects(t, r);
    add_outcomes(t, r);
    add_totals(t);
    if (t->scenario->dispatch.regret)
        record_regret(t);
    t->tally->trials++;
    t->tally->events += agenda_events(t->agenda);
}
