/* test_precedence.c -- who goes first among equals of one category. */
#include "test.h"

#include <stdio.h>

#include "../sim/evac/line.h"
#include "base/unit.h"
#include "evidence.h"
#include "study.h"

static const char clockwork[] = "tests/theory/eligibility.yaml";

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})

/* By rank, and of one rank in the order they came, whoever left meanwhile. */
TEST(a_line_is_by_category_then_by_precedence_then_as_they_came)
{
    enum { PEOPLE = 200 };
    static struct casualty c[PEOPLE];
    struct line l = {0};
    struct luck luck = {.seed = 3};
    for (int i = 0; i < PEOPLE; i++) {
        double u[4];
        luck_four(&luck, DRAW_WOUND, (uint64_t)i, 0, u);
        c[i] = (struct casualty){
            .number = i, .precedence = (int)(u[1] * 3), .wound.seen = (enum triage)(int)(u[0] * 4)};
        line_join(&l, &c[i]);
        int other = (int)(u[2] * i);
        if (u[3] < 0.4)
            line_leave(&c[other]);
        if (u[3] < 0.1 && other < i) {
            c[other].number = -i; /* before all its equals */
            line_return(&l, &c[other]);
        }
    }
    CHECK(l.count > PEOPLE / 3);
    int counted = 0;
    for (const struct casualty *a = l.head; a; a = a->behind, counted++) {
        const struct casualty *b = a->behind;
        if (!b) {
            CHECK(a == line_last(&l));
            continue;
        }
        int rank = (int)a->wound.seen * 10 + a->precedence, next = (int)b->wound.seen * 10 + b->precedence;
        CHECK(rank < next || (rank == next && a->number < b->number));
        CHECK(l.last[a->wound.seen]->wound.seen == a->wound.seen);
    }
    CHECK_INT(counted, l.count);
}

/* The one helicopter is away for the first; a civilian waits, then one of the UN. */
#define FIRST                                                                                                \
    "attacks.first={per: script, at: day 3 09:50, sites: [scene], casualties: 1, mechanism: grave, "         \
    "contact: 0 min}"
#define SECOND                                                                                               \
    "attacks.second={per: script, at: day 3 10:05, sites: [other], casualties: 1, mechanism: grave, "        \
    "contact: 0 min}"
#define OTHER "sites.other={at: [0, 0], first_aid: 0, medic: false}"
#define WAYS                                                                                                 \
    "travel.other={from: camp, to: other, time: 60 min}", "travel.on={from: other, to: city, time: 120 min}"

static bool un_is_fetched_first(const char *set)
{
    struct stage s = stage_of(clockwork, SETS(FIRST, SECOND, OTHER, WAYS, set));
    stage_play(&s, 1, 0);
    CHECK_INT(trial_casualties(s.trial), 3);
    const struct casualty *civilian = trial_casualty(s.trial, 1), *un = trial_casualty(s.trial, 2);
    CHECK(civilian->affiliation == CIVILIAN && un->affiliation == UN);
    CHECK(civilian->outcome == SURVIVED && un->outcome == SURVIVED);
    bool first = un->at[M_ASSIGNED] < civilian->at[M_ASSIGNED];
    stage_free(&s);
    return first;
}

TEST(precedence_swaps_two_who_wait)
{
    CHECK(!un_is_fetched_first(NULL));
    CHECK(!un_is_fetched_first("eligibility.civilian.precedence=0"));
    CHECK(un_is_fetched_first("eligibility.civilian.precedence=1"));
    CHECK(!un_is_fetched_first("eligibility.un.precedence=1"));
    CHECK(!un_is_fetched_first("eligibility={un: {precedence: 2}, civilian: {precedence: 2}}"));
}

/* Cobham 1954: people of one category, whose precedence makes the classes. */
struct by_precedence {
    const char *rate, *people, *servers;
    int classes;
    double wait_h[3];
};

static void add_waits(const struct trial *t, enum moment m, double sums[SUMS])
{
    for (int i = 0; i < trial_casualties(t); i++) {
        const struct casualty *c = trial_casualty(t, i);
        if (!c->counted)
            continue;
        sums[2 * c->precedence] += (double)(c->at[m] - c->at[M_WOUNDED]) / (double)HOURS(1);
        sums[2 * c->precedence + 1]++;
    }
}

static void watch_surgery(const struct trial *t, double sums[SUMS])
{
    add_waits(t, M_SURGERY, sums);
}

static void watch_assigned(const struct trial *t, double sums[SUMS])
{
    add_waits(t, M_ASSIGNED, sums);
}

static void measure_by_precedence(const struct found *f, double figures[FIGURES])
{
    for (int c = 0; c < 3; c++)
        figures[c] = f->sums[2 * c + 1] > 0 ? f->sums[2 * c] / f->sums[2 * c + 1] : 0;
}

static void check_cobham(const char *what, const char *file, const struct by_precedence *q, watch_fn *watch)
{
    struct study_plan p = {.file = file,
                           .sets = {q->rate, q->people, q->servers, "mechanisms.any.classes={first: 1}",
                                    "eligibility={host: {precedence: 1}, civilian: {precedence: 2}}"},
                           .watch = watch,
                           .measure = measure_by_precedence,
                           .batches = evidence_batches(1300, 24),
                           .trials = 1};
    struct estimate found[FIGURES];
    study_play(&p, found);
    for (int c = 0; c < q->classes; c++) {
        char which[80];
        snprintf(which, sizeof which, "M/M/3, %s: mean wait with precedence %d", what, c);
        evidence_check(&(struct claim){"precedence", which, q->wait_h[c],
                                       q->wait_h[c] / (c + 1 < q->classes ? 100 : 50)},
                       found[c]);
    }
}

TEST(people_with_precedence_wait_as_cobham_says)
{
    struct by_precedence q = {"attacks.call.rate=2/h",
                              "sites.camp.people={un: 0.25, host: 0.375, civilian: 0.375}",
                              "facilities.hospital.tables=3",
                              3,
                              {0.177778, 0.304762, 0.761905}};
    check_cobham("tables", "tests/theory/priority-tables.yaml", &q, watch_surgery);
    q.people = "sites.scene.people={un: 0.25, host: 0.375, civilian: 0.375}";
    q.servers = "assets.server.count=3";
    check_cobham("vehicles", "tests/theory/priority-vehicles.yaml", &q, watch_assigned);
}
