#include "record.h"

#include "alone.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"

enum { GROUPS_MAX = 8, WORD = 64 };

/* The groups one casualty belongs to. */
struct member {
    int count;
    int group[GROUPS_MAX];
};

/* One who reached a milestone: how long since wounding, and who comes next in the chain of its bin. */
struct arrival {
    int64_t took_ms;
    int next; /* or NOBODY */
};

/* Those who reached a milestone, in the order of the curve's bins. */
struct chains {
    struct arrival *arrival; /* [casualty] */
    int *first;              /* [bin]: of its chain, if that is begun */
    uint64_t *begun;         /* a bit for each bin; zero between trials */
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
    struct member *member; /* [casualty] of those counted */
    struct chains chains[MILESTONES];
    struct party *party;       /* [group], zero between trials */
    struct progress *progress; /* [group] */
    int room, sets;
    uint8_t set[PENDING_SETS]; /* the sets that somebody needs */
};

static int words_of(const struct frame *f)
{
    return f->bins.count / WORD + 1;
}

struct record *record_new(const struct frame *f)
{
    struct record *r = must_alloc(1, sizeof *r);
    for (int m = 0; m < MILESTONES; m++) {
        r->chains[m].first = must_alloc((size_t)f->bins.count, sizeof(int));
        r->chains[m].begun = must_alloc((size_t)words_of(f), sizeof(uint64_t));
    }
    r->party = must_alloc((size_t)f->groups, sizeof *r->party);
    r->progress = must_alloc((size_t)f->groups, sizeof *r->progress);
    return r;
}

void record_free(struct record *r)
{
    if (!r)
        return;
    for (int m = 0; m < MILESTONES; m++) {
        free(r->chains[m].arrival);
        free(r->chains[m].first);
        free(r->chains[m].begun);
    }
    free(r->member);
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
    for (int m = 0; m < MILESTONES; m++)
        r->chains[m].arrival =
            must_realloc(r->chains[m].arrival, (size_t)r->room, sizeof *r->chains[m].arrival);
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

/* Everybody is in the first group. */
static void find_groups(const struct trial *t, const struct casualty *c, struct member *m)
{
    const struct frame *f = t->frame;
    const struct incident *i = t->incident[c->incident];
    m->count = 1;
    m->group[0] = 0;
    if (!c->injury.class->killed)
        join(m, f->first_category, c->injury.class->triage);
    join(m, f->first_sector, i->sector);
    join(m, f->first_mechanism, f->mechanism_place[i->mechanism]);
    join(m, f->first_affiliation, (int)c->affiliation);
    join(m, f->first_caused, c->caused);
    join(m, f->first_light, i->dark);
    join(m, f->first_means, means_of(f, c));
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

/* Did it survive what would have killed it with all care at once? That cannot be. */
static bool is_defect(const struct trial *t, const struct casualty *c)
{
    return c->outcome == SURVIVED && injury_unavoidable(c->injury.model, c->injury.class, c->wound.tolerance,
                                                        c->wound.operation, t->scenario->run.follow_up_ms);
}

/* Begins or lengthens the chain of a bin. Within a bin any order will do: a curve gains the same, whoever comes first. */
static void put_in_chain(struct chains *of, int casualty, int64_t took_ms, unsigned bin)
{
    uint64_t *begun = &of->begun[bin / WORD], bit = UINT64_C(1) << bin % WORD;
    of->arrival[casualty] = (struct arrival){took_ms, *begun & bit ? of->first[bin] : NOBODY};
    of->first[bin] = casualty;
    *begun |= bit;
}

static void note_arrivals(const struct trial *t, struct record *r, const struct casualty *c)
{
    for (unsigned needs = c->needs; needs; needs &= needs - 1) {
        int m = __builtin_ctz(needs);
        int64_t at = c->at[moment_of[m]], took = at - c->at[M_WOUNDED];
        if (at >= 0 && took <= t->scenario->run.follow_up_ms)
            put_in_chain(&r->chains[m], c->number, took, (unsigned)bins_find(&t->frame->bins, took));
    }
}

/* Each of those counted is looked at once, for all that is recorded of it. */
static void list_counted(const struct trial *t, struct record *r)
{
    make_room(r, t->casualties);
    r->sets = 0;
    for (int i = 0; i < t->casualties; i++) {
        struct casualty *c = t->casualty[i];
        if (!c->counted)
            continue;
        find_groups(t, c, &r->member[i]);
        note_set(r, c->needs);
        note_arrivals(t, r, c);
        for (int g = 0; g < r->member[i].count; g++)
            join_party(&r->party[r->member[i].group[g]], c);
        t->tally->defects += is_defect(t, c);
    }
}

/* --- curves ------------------------------------------------------------------------ */

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

static void add_arrival(struct curve_cell *cell, struct progress *p, int64_t took_ms)
{
    p->ms += took_ms;
    curve_add(cell, ++p->reached, p->needed);
}

static void add_arrivals(const struct trial *t, struct record *r, enum milestone m, int bin,
                         struct progress *all)
{
    size_t row = (size_t)m * (size_t)t->frame->bins.count + (size_t)bin;
    struct curve_cell *cell = t->tally->cells + row * (size_t)t->frame->groups;
    const struct arrival *arrival = r->chains[m].arrival;
    for (int i = r->chains[m].first[bin]; i != NOBODY; i = arrival[i].next) {
        const struct member *of = &r->member[i];
        add_arrival(cell, all, arrival[i].took_ms);
        for (int g = 1; g < of->count; g++)
            add_arrival(&cell[of->group[g]], &r->progress[of->group[g]], arrival[i].took_ms);
    }
}

static void record_milestone(const struct trial *t, struct record *r, enum milestone m)
{
    uint64_t *begun = r->chains[m].begun;
    count_needed(t, r, m);
    struct progress all = r->progress[0];
    for (int word = 0; word < words_of(t->frame); word++)
        for (; begun[word]; begun[word] &= begun[word] - 1)
            add_arrivals(t, r, m, word * WORD + __builtin_ctzll(begun[word]), &all);
    r->progress[0] = all;
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
        for (int i = 0; i < r->sets; i++)
            p->need[r->set[i]] = 0;
        memset(p->outcome, 0, sizeof p->outcome);
        p->members = 0;
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
    add_outcomes(t, r);
    add_totals(t);
    if (t->scenario->dispatch.regret && !t->scenario->moves.n)
        record_regret(t);
    t->tally->trials++;
    t->tally->events += agenda_events(t->agenda);
}
