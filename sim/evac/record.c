#include "record.h"

#include "alone.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"

enum { GROUPS_MAX = 8, BUCKETS = 64, BUCKET_SHIFT = 2 };

/* The groups one casualty belongs to. */
struct member {
    int count;
    int group[GROUPS_MAX];
};

/* Who reached a milestone, and when since wounding; who comes next in the chain of its bucket. */
struct arrival {
    int bin, next; /* next: or NOBODY */
    int64_t took_ms;
};

enum { NOBODY = -1 };

/* A group within this trial. */
struct party {
    int64_t members, outcome[OUTCOME_COUNTS];
    int64_t need[PENDING_SETS]; /* how many need each set of milestones */
};

/* How far a group has come towards the milestone at hand. */
struct progress {
    int64_t needed, reached, ms;
};

struct record {
    struct member *member;     /* [casualty] of those counted */
    struct casualty **counted; /* in the order of wounding */
    struct arrival *when;      /* [casualty] */
    int *first;                /* of the chain of each bucket */
    struct party *party;       /* [group], zero between trials */
    struct progress *progress; /* [group] */
    int counts, room, sets;
    uint8_t set[PENDING_SETS]; /* the sets that somebody needs */
};

struct record *record_new(const struct frame *f)
{
    struct record *r = must_alloc(1, sizeof *r);
    r->first = must_alloc((size_t)f->bins.count + BUCKETS, sizeof *r->first);
    r->party = must_alloc((size_t)f->groups, sizeof *r->party);
    r->progress = must_alloc((size_t)f->groups, sizeof *r->progress);
    return r;
}

void record_free(struct record *r)
{
    if (!r)
        return;
    free(r->member);
    free(r->counted);
    free(r->when);
    free(r->first);
    free(r->party);
    free(r->progress);
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

/* Those who reached the milestone, in chains by time: of many each bin is a bucket, of a few several are, and whatever
 * lies beyond the last falls into it. */
struct chains {
    int buckets, shift; /* of bins to buckets */
};

static void put_in_chain(struct record *r, int bucket, int casualty, int bin, int64_t took_ms)
{
    struct arrival *a = &r->when[casualty];
    int *at = &r->first[bucket];
    while (*at != NOBODY && r->when[*at].bin < bin)
        at = &r->when[*at].next;
    a->bin = bin;
    a->took_ms = took_ms;
    a->next = *at;
    *at = casualty;
}

static struct chains chain_reached(const struct trial *t, struct record *r, enum milestone m)
{
    const struct bins *bins = &t->frame->bins;
    bool many = r->counts > bins->count / 8;
    struct chains of = {many ? bins->count : BUCKETS, many ? 0 : BUCKET_SHIFT};
    int64_t follow_up = t->scenario->run.follow_up_ms;
    enum moment moment = moment_of[m];
    for (int b = 0; b < of.buckets; b++)
        r->first[b] = NOBODY;
    for (int i = 0; i < r->counts; i++) {
        const struct casualty *c = r->counted[i];
        int64_t took = c->at[moment] - c->at[M_WOUNDED];
        if (!(c->needs & 1u << m) || c->at[moment] < 0 || took > follow_up)
            continue;
        int bin = bins_find(bins, took), bucket = bin >> of.shift;
        put_in_chain(r, bucket < of.buckets ? bucket : of.buckets - 1, c->number, bin, took);
    }
    return of;
}

static void count_needed(const struct trial *t, struct record *r, enum milestone m)
{
    for (int g = 0; g < t->frame->groups; g++) {
        const struct party *p = &r->party[g];
        r->progress[g] = (struct progress){0};
        if (!p->members)
            continue;
        int64_t needed = 0;
        for (int i = 0; i < r->sets; i++)
            needed += r->set[i] & 1u << m ? p->need[r->set[i]] : 0;
        r->progress[g].needed = needed;
        if (needed)
            needed_add(&t->tally->needed[g * MILESTONES + (int)m], needed);
    }
}

static void add_times(const struct trial *t, const struct record *r, enum milestone m)
{
    for (int g = 0; g < t->frame->groups; g++)
        if (r->progress[g].reached)
            ratio_add(&t->tally->times[g * MILESTONES + (int)m], r->progress[g].ms, r->progress[g].reached);
}

static void add_arrival(const struct trial *t, struct record *r, enum milestone m, int casualty)
{
    const struct arrival *a = &r->when[casualty];
    int groups = t->frame->groups;
    struct curve_cell *cell =
        t->tally->cells + ((size_t)m * (size_t)t->frame->bins.count + (size_t)a->bin) * (size_t)groups;
    const struct member *of = &r->member[casualty];
    for (int g = 0; g < of->count; g++) {
        struct progress *p = &r->progress[of->group[g]];
        p->ms += a->took_ms;
        curve_add(&cell[of->group[g]], ++p->reached, p->needed);
    }
}

static void record_milestone(const struct trial *t, struct record *r, enum milestone m)
{
    struct chains of = chain_reached(t, r, m);
    count_needed(t, r, m);
    for (int b = 0; b < of.buckets; b++)
        for (int i = r->first[b]; i != NOBODY; i = r->when[i].next)
            add_arrival(t, r, m, i);
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
    if (t->scenario->dispatch.regret && !t->scenario->moves.n)
        record_regret(t);
    t->tally->trials++;
    t->tally->events += agenda_events(t->agenda);
}
