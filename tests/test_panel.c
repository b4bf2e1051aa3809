/* test_panel.c -- several arms on the same trials. */
#include "test.h"

#include <math.h>
#include "evac/figure.h"
#include "experiment/experiment.h"
#include "experiment/panel.h"
#include "scenario/read.h"
#include "study.h"

enum { TRIALS = 200 };

/* Not everybody is of the UN: a panel has no groups, and must count them all the same. */
static struct scenario *first_with(const char *set)
{
    return scenario_of("scenarios/first.yaml",
                       (const char *const[SETS_MAX]){"patrols.supply.people={un: 0.6, host: 0.4}", set});
}

/* As it is, with a helicopter more, with a hospital that is slow to move, with armour: fewer are hit. */
enum { ARMS = 4 };
struct bench {
    struct arm arm[ARMS];
    struct panel *panel;
};

static struct bench bench_of(int jobs, bool rich)
{
    static const char *const sets[ARMS] = {NULL, "assets.helicopter.count=2", "authorities.delegated.day=1 h",
                                           "patrols.supply.armour=0.5"};
    struct bench b;
    for (int i = 0; i < ARMS; i++)
        b.arm[i] = (struct arm){sets[i] ? sets[i] : "as it is", first_with(sets[i])};
    struct panel_plan plan = {.arm = b.arm,
                              .arms = ARMS,
                              .figure = headlines,
                              .figures = HEADLINES,
                              .seed = 3,
                              .jobs = jobs,
                              .all_pairs = true,
                              .parts = true,
                              .tallies = rich,
                              .sections = rich};
    b.panel = panel_new(&plan);
    return b;
}

static void bench_free(struct bench *b)
{
    panel_free(b->panel);
    for (int i = 0; i < ARMS; i++)
        scenario_free((struct scenario *)b->arm[i].scenario);
}

TEST(each_arm_of_a_panel_is_what_it_is_alone)
{
    struct bench b = bench_of(2, true);
    CHECK(panel_play(b.panel, TRIALS));
    for (int a = 0; a < ARMS; a++) {
        struct study alone = {.scenario = b.arm[a].scenario, .seed = 3, .trials = TRIALS, .jobs = 1};
        struct results *r = experiment_run(&alone);
        for (int f = 0; f < HEADLINES; f++) {
            struct curve c = tally_curve(r->tally, 0, headlines[f].milestone);
            struct ratio due = headlines[f].kind == IN_TIME
                                   ? curve_ratio(&c, milestones[headlines[f].milestone].target_ms)
                                   : r->tally->per_trial[headlines[f].total];
            CHECK_INT(panel_ratio(b.panel, a, f, EVERYBODY)->y, due.y);
            CHECK_INT(panel_ratio(b.panel, a, f, EVERYBODY)->n, due.n);
        }
        CHECK_INT(panel_sums(b.panel, a)->tally->events, r->tally->events);
        struct curve c = tally_curve(r->tally, 0, SURGERY);
        double median = sections_quantile(&panel_sums(b.panel, a)->times[SURGERY], 0.5, -1);
        CHECK_NEAR(median, curve_quantile(&c, 0.5, 0.95).value, 1e-6);
        results_free(r);
    }
    bench_free(&b);
}

static void check_same(const struct panel *p, const struct panel *q)
{
    for (int a = 0; a < ARMS; a++)
        for (int f = 0; f < HEADLINES; f++)
            for (int part = 0; part < PARTS; part++) {
                const struct ratio *r = panel_ratio(p, a, f, (enum part)part),
                                   *s = panel_ratio(q, a, f, (enum part)part);
                CHECK(r->y == s->y && r->n == s->n && r->yy == s->yy && r->yn == s->yn && r->nn == s->nn);
                for (int to = a + 1; to < ARMS; to++) {
                    const struct paired *x = panel_pair(p, a, to, f, (enum part)part),
                                        *y = panel_pair(q, a, to, f, (enum part)part);
                    CHECK(x->yy == y->yy && x->yn == y->yn && x->ny == y->ny && x->nn == y->nn);
                }
            }
}

TEST(a_panel_adds_up_the_same_on_any_number_of_workers_and_in_any_number_of_rounds)
{
    struct bench one = bench_of(1, false), three = bench_of(3, false);
    panel_play(one.panel, TRIALS);
    panel_play(three.panel, 70);
    panel_play(three.panel, 71);
    panel_play(three.panel, TRIALS);
    check_same(one.panel, three.panel);
    bench_free(&one);
    bench_free(&three);
}

TEST(people_that_every_arm_has_and_the_others_make_up_everybody)
{
    struct bench b = bench_of(1, false);
    panel_play(b.panel, TRIALS);
    for (int a = 0; a < ARMS; a++)
        for (int f = 0; f < HEADLINES; f++) {
            const struct ratio *all = panel_ratio(b.panel, a, f, EVERYBODY);
            const struct ratio *shared = panel_ratio(b.panel, a, f, SHARED);
            const struct ratio *own = panel_ratio(b.panel, a, f, OWN);
            CHECK_INT(shared->y + own->y, all->y);
            if (headlines[f].kind == IN_TIME)
                CHECK_INT(shared->n + own->n, all->n);
        }
    /* Armour spares people: those are had by the other arms alone, and the armoured arm has nobody of its own. */
    CHECK_INT(panel_ratio(b.panel, 3, 0, OWN)->n, 0);
    CHECK(panel_ratio(b.panel, 0, 0, OWN)->n > 0);
    CHECK_INT(panel_ratio(b.panel, 0, 0, SHARED)->n, panel_ratio(b.panel, 3, 0, SHARED)->n);
    bench_free(&b);
}

TEST(an_arm_that_is_dropped_keeps_what_it_had)
{
    struct bench b = bench_of(2, false);
    panel_play(b.panel, 100);
    panel_drop(b.panel, 1);
    int64_t y = panel_ratio(b.panel, 1, 0, EVERYBODY)->y;
    panel_play(b.panel, TRIALS);
    CHECK_INT(panel_ratio(b.panel, 1, 0, EVERYBODY)->y, y);
    CHECK_INT(panel_trials(b.panel, 1), 100);
    CHECK_INT(panel_pair(b.panel, 0, 1, 0, EVERYBODY)->trials, 100);
    CHECK_INT(panel_pair(b.panel, 0, 2, 0, EVERYBODY)->trials, TRIALS);
    bench_free(&b);
}

TEST(in_every_trial_somebody_is_best_or_several_tie)
{
    struct bench b = bench_of(1, false);
    panel_play(b.panel, TRIALS);
    for (int f = 0; f < HEADLINES; f++) {
        int64_t best = 0, judged = panel_standing(b.panel, 0, f).judged;
        bool ties = false;
        for (int a = 0; a < ARMS; a++) {
            struct standing s = panel_standing(b.panel, a, f);
            CHECK_INT(s.judged, judged);
            best += s.best;
            ties = ties || s.tied > 0;
        }
        CHECK(best <= judged);
        CHECK(best == judged || ties);
    }
    bench_free(&b);
}

/* The waits of those who need surgery add up to all the time they waited for it, up to a day. */
TEST(reasons_add_up_to_the_time_waited)
{
    struct bench b = bench_of(1, true);
    panel_play(b.panel, TRIALS);
    const struct tally *t = panel_sums(b.panel, 0)->tally;
    const struct clock_sums *c = &panel_sums(b.panel, 0)->clock[TO_SURGERY];
    int64_t waited = 0, people = 0, all = 0;
    for (int s = 0; s < SECTIONS; s++) {
        people += c->needed.y[s];
        for (int w = 0; w < WAITS; w++)
            waited += c->waited[w].y[s];
    }
    for (int w = 0; w < WAITS; w++)
        all += tally_wait_ms(t, 0, SURGERY, (enum wait)w);
    CHECK_INT(people, tally_needed(t, 0, SURGERY)->n);
    CHECK(waited > 0 && waited <= all && waited <= people * REASONS_UNTIL_MS);
    bench_free(&b);
}
