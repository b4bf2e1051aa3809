/* test_threat.c -- attacks that follow from attacks, good and bad days, and what is done against them. */
#include "test.h"

#include <math.h>

#include "base/unit.h"
#include "scenario/read.h"
#include "study.h"
#include "world/threat.h"
#include "world/world.h"

static const char threats[] = "tests/threats.yaml", exposure[] = "tests/theory/exposure.yaml";

struct made {
    struct scenario *scenario;
    struct world *world;
};

static struct made made_of(const char *file, const char *set, const char *more)
{
    struct scenario *s = scenario_of(file, (const char *[SETS_MAX]){set, more});
    return (struct made){s, world_new(s)};
}

static void unmake(struct made *m)
{
    world_free(m->world);
    scenario_free(m->scenario);
}

static int attack_called(const struct made *m, const char *id)
{
    for (int i = 0; i < m->scenario->attacks.n; i++)
        if (!strcmp(m->scenario->attacks.at[i].id, id))
            return i;
    fail_msg("there is no attack %s", id);
    return -1;
}

/* --- nested ---------------------------------------------------------------------------------- */

static bool same_strike(const struct strike *a, const struct strike *b)
{
    return a->name == b->name && a->at_ms == b->at_ms && a->kind == b->kind && a->patrol == b->patrol &&
           a->cell == b->cell && a->trip == b->trip && a->origin == b->origin && a->parent == b->parent &&
           a->place.along_m == b->place.along_m && a->place.point.x == b->place.point.x;
}

static bool contains(const struct strikes *all, const struct strike *one)
{
    for (int i = 0; i < all->n; i++)
        if (same_strike(&all->at[i], one))
            return true;
    return false;
}

/* Of the lesser world's attacks every one is in the greater world, and no kind but those that may be has more. */
static void check_contained(const char *lesser, const char *greater, const char *of_kinds)
{
    struct made less = made_of(threats, lesser, NULL), more = made_of(threats, greater, NULL);
    struct strikes few = {0}, many = {0};
    int added = 0;
    for (uint64_t trial = 0; trial < 40; trial++) {
        few.n = many.n = 0;
        threat_cell(less.world, &(struct luck){9, trial}, 0, INT64_MAX, &few);
        threat_cell(more.world, &(struct luck){9, trial}, 0, INT64_MAX, &many);
        for (int i = 0; i < few.n; i++)
            if (!contains(&many, &few.at[i]))
                fail_msg("%s has an attack that %s has not", lesser, greater);
        for (int i = 0; i < many.n; i++)
            if (!contains(&few, &many.at[i])) {
                CHECK(strstr(of_kinds, more.scenario->attacks.at[many.at[i].kind].id));
                added++;
            }
    }
    CHECK(added > 20);
    strikes_free(&few);
    strikes_free(&many);
    unmake(&less);
    unmake(&more);
}

TEST(a_greater_threat_only_adds_attacks_whatever_follows_from_them)
{
    check_contained(NULL, "attacks.ied.rate=x2", "ied");
    check_contained(NULL, "attacks.ied.second=0.5", "ied");
    check_contained(NULL, "attacks.ied.follow_on=0.7", "ied");
    check_contained(NULL, "attacks.ied.joined=0.4", "ied");
    check_contained(NULL, "attacks.ambush.joined=0.6", "shells");
    check_contained(NULL, "attacks.shells.rate=x3", "shells");
    check_contained(NULL, "sites.town.threat=4", "shells illness");
    check_contained(NULL, "patrols.supply.threat=3", "ied ambush shells");
    check_contained(NULL, "patrols.supply.frequency=4", "ied ambush shells");
}

TEST(more_protection_only_takes_attacks_away)
{
    check_contained("roads.*.cleared=0.8", NULL, "ied");
    check_contained("attacks.shells.warned=0.9", NULL, "shells");
    check_contained("attacks.shells.averted=1", NULL, "shells");
    check_contained("attacks.ied.warned=0.8", NULL, "ied");
    check_contained("patrols.watch.hours=07:00-12:00", NULL, "ied ambush shells");
    check_contained("patrols.supply.frequency=0.5", NULL, "ied ambush shells");
}

TEST(the_attacks_of_a_cell_do_not_depend_on_what_was_asked_before)
{
    struct made m = made_of(threats, NULL, NULL);
    struct strikes there = {0}, back = {0};
    for (int64_t cell = 0; cell < 4; cell++)
        threat_cell(m.world, &(struct luck){2, 3}, cell, INT64_MAX, &there);
    for (int64_t cell = 3; cell >= 0; cell--)
        threat_cell(m.world, &(struct luck){2, 3}, cell, INT64_MAX, &back);
    CHECK(there.n > 100);
    CHECK_INT(there.n, back.n);
    for (int i = 0; i < there.n; i++)
        CHECK(contains(&back, &there.at[i]));
    strikes_free(&there);
    strikes_free(&back);
    unmake(&m);
}

/* --- as many as there should be ----------------------------------------------------------------- */

enum { CELLS = 3000 };

struct count {
    double all, first, second, squares;
};

/* Attacks of a kind on a patrol, or where `patrol` is -1 at a site, cell by cell, each on the luck of its own trial. */
static struct count count_of(const struct made *m, const char *kind, int patrol, int site)
{
    struct count c = {0};
    struct strikes strikes = {0};
    int attack = attack_called(m, kind);
    for (uint64_t cell = 0; cell < CELLS; cell++) {
        int n = 0;
        strikes.n = 0;
        threat_cell(m->world, &(struct luck){4, cell}, 2, INT64_MAX, &strikes);
        for (int i = 0; i < strikes.n; i++) {
            const struct strike *s = &strikes.at[i];
            if (s->kind != attack || s->patrol != patrol || (patrol < 0 && s->place.site != site))
                continue;
            n++;
            c.first += s->origin == FIRST_ATTACK;
            c.second += s->origin == SECOND_ATTACK;
        }
        c.all += n;
        c.squares += (double)n * n;
    }
    strikes_free(&strikes);
    return c;
}

static double rockets_a_cell(const struct made *m)
{
    const struct attack *a = &m->scenario->attacks.at[attack_called(m, "rocket")];
    double factor = 0;
    for (int i = 0; i < 48; i++)
        factor += a->hours.factor[i] / 48;
    return a->rate * 28 * factor;
}

TEST(good_and_bad_days_keep_the_mean_and_spread_the_counts)
{
    const double cv = 1.5;
    struct made m = made_of(exposure, "attacks.rocket.spread=1.5", NULL);
    double due = rockets_a_cell(&m), variance_due = due + due * due / 28 * cv * cv;
    struct count c = count_of(&m, "rocket", -1, site_called(m.scenario, "camp"));
    double mean = c.all / CELLS, variance = (c.squares - CELLS * mean * mean) / (CELLS - 1);
    CHECK_NEAR(mean, due, 4 * sqrt(variance_due / CELLS));
    CHECK_NEAR(variance / variance_due, 1, 4 * sqrt(3. / CELLS)); /* a little more than the 2 of a normal */
    unmake(&m);
}

TEST(a_patrols_bad_days_keep_the_mean_too)
{
    struct made m = made_of(exposure, "attacks.mine.spread=1", NULL);
    struct count c = count_of(&m, "mine", 0, -1);
    double due = 28 * 0.002 * (20 + 30 * 4 + 50 * 0.5), day = due / 28;
    CHECK_NEAR(c.all / CELLS, due, 4 * sqrt((due + 28 * day * day) / CELLS));
    unmake(&m);
}

/* Sum over days of the product of two sites' counts, less that of their means. */
static double covariance(const struct made *m, const char *kind)
{
    struct strikes strikes = {0};
    int attack = attack_called(m, kind), camp = site_called(m->scenario, "camp");
    double sum = 0, all[2] = {0};
    for (uint64_t cell = 0; cell < CELLS; cell++) {
        double n[28][2] = {{0}};
        strikes.n = 0;
        threat_cell(m->world, &(struct luck){6, cell}, 0, INT64_MAX, &strikes);
        for (int i = 0; i < strikes.n; i++)
            if (strikes.at[i].kind == attack) {
                n[strikes.at[i].at_ms / DAYS(1)][strikes.at[i].place.site == camp]++;
                all[strikes.at[i].place.site == camp]++;
            }
        for (int day = 0; day < 28; day++)
            sum += n[day][0] * n[day][1];
    }
    strikes_free(&strikes);
    double days = 28. * CELLS;
    return sum / days / (all[0] / days * (all[1] / days)) - 1;
}

TEST(a_sector_has_its_bad_days_together_and_a_source_for_itself)
{
    struct made together = made_of(exposure, "attacks.mishap.spread=1", "attacks.mishap.spread_over=sector");
    struct made apart = made_of(exposure, "attacks.mishap.spread=1", "attacks.mishap.spread_over=source");
    CHECK_NEAR(covariance(&together, "mishap"), 1, 0.2);
    CHECK_NEAR(covariance(&apart, "mishap"), 0, 0.1);
    unmake(&together);
    unmake(&apart);
}

TEST(families_of_follow_on_attacks_are_as_large_as_branching_says)
{
    const double mean = 0.5;
    struct made m = made_of(exposure, "attacks.rocket.follow_on=0.5", NULL);
    struct count c = count_of(&m, "rocket", -1, site_called(m.scenario, "camp"));
    CHECK_NEAR(c.first / CELLS, rockets_a_cell(&m), 4 * sqrt(rockets_a_cell(&m) / CELLS));
    CHECK_NEAR(c.all / c.first, 1 / (1 - mean), 4 * sqrt(mean / pow(1 - mean, 3) / c.first));
    unmake(&m);
}

TEST(a_second_attack_comes_as_often_as_it_was_written_and_on_the_same_scene)
{
    struct made m = made_of(exposure, "attacks.mine.second=0.3", NULL);
    struct count c = count_of(&m, "mine", 0, -1);
    CHECK_NEAR(c.second / c.first, 0.3, 4 * sqrt(0.3 * 0.7 / c.first));
    struct strikes strikes = {0};
    threat_cell(m.world, &(struct luck){4, 4}, 0, INT64_MAX, &strikes);
    for (int i = 0; i < strikes.n; i++)
        for (int n = 0; n < strikes.n && strikes.at[i].origin == SECOND_ATTACK; n++)
            if (strikes.at[n].name == strikes.at[i].parent) {
                CHECK(strikes.at[n].trip == strikes.at[i].trip && strikes.at[n].at_ms <= strikes.at[i].at_ms);
                CHECK(strikes.at[n].place.along_m == strikes.at[i].place.along_m);
            }
    strikes_free(&strikes);
    unmake(&m);
}

TEST(attacks_that_join_in_come_within_their_time_on_other_places_and_on_trips_that_are_on_their_way)
{
    struct made m = made_of(threats, "attacks.ambush.joined=0.8", "attacks.ambush.joined_as=ied");
    struct strikes strikes = {0};
    int joined = 0, ambush = attack_called(&m, "ambush");
    for (uint64_t trial = 0; trial < 60; trial++) {
        strikes.n = 0;
        threat_cell(m.world, &(struct luck){4, trial}, 1, INT64_MAX, &strikes);
        for (int i = 0; i < strikes.n; i++)
            for (int n = 0; n < strikes.n && strikes.at[i].origin == JOINED_ATTACK; n++) {
                const struct strike *s = &strikes.at[i], *parent = &strikes.at[n];
                if (parent->name != s->parent || parent->kind != ambush)
                    continue;
                const struct patrol *p = &m.scenario->patrols.at[s->patrol];
                int64_t start =
                    trip_start_ms(&m.world->route[s->patrol], p, &(struct luck){4, trial}, s->cell, s->trip);
                CHECK(s->patrol != parent->patrol && s->at_ms >= parent->at_ms &&
                      s->at_ms <= parent->at_ms + HOURS(2));
                CHECK_NEAR((double)(s->at_ms - start), s->along_m / p->speed_kmh * 3600, 1000);
                joined++;
            }
    }
    CHECK(joined > 50);
    strikes_free(&strikes);
    unmake(&m);
}

static void check_mean(const char *set, const char *more, const char *kind, int patrol, double due)
{
    struct made m = made_of(exposure, set, more);
    CHECK_NEAR(count_of(&m, kind, patrol, -1).all / CELLS, due, 4 * sqrt(due / CELLS));
    unmake(&m);
}

TEST(frequency_clearance_warning_and_hours_let_through_the_share_they_should)
{
    const double plain = 28 * 0.002 * (20 + 30 * 4 + 50 * 0.5);
    check_mean("patrols.daily.frequency=2.5", NULL, "mine", 0, 2.5 * plain);
    check_mean("patrols.daily.frequency=0.4", NULL, "mine", 0, 0.4 * plain);
    check_mean("attacks.mine.device=true", "roads.risky.cleared=0.75", "mine", 0,
               plain - 28 * 0.002 * 30 * 4 * 0.75);
    check_mean("roads.risky.cleared=0.75", NULL, "mine", 0, plain);
    check_mean("attacks.mine.warned=0.5", "attacks.mine.averted=0.8", "mine", 0, 0.6 * plain);
    /* It leaves at 7 and drives 20 km to the ford, 30 km to the head of the mine and 50 km home, at 20 km/h. */
    check_mean("patrols.daily.hours=00:00-08:00", NULL, "mine", 0, 28 * 0.002 * 20);
}

/* --- in the mission --------------------------------------------------------------------------------- */

static const struct incident *incident_named(const struct trial *t, uint64_t name)
{
    for (int i = 0; i < trial_incidents(t); i++)
        if (trial_incident(t, i)->name == name)
            return trial_incident(t, i);
    return NULL;
}

TEST(nobody_is_loaded_at_a_scene_before_the_second_attack_on_it_is_over)
{
    struct stage s =
        stage_of(threats, (const char *[SETS_MAX]){"attacks.*.second=0.7", "attacks.*.second_after=5 min"});
    int seen = 0;
    for (uint64_t n = 0; n < 20; n++) {
        stage_play(&s, 1, n);
        for (int i = 0; i < trial_incidents(s.trial); i++) {
            const struct incident *x = trial_incident(s.trial, i);
            if (x->origin != SECOND_ATTACK)
                continue;
            const struct incident *first = incident_named(s.trial, x->parent);
            CHECK(first && first->safe_ms >= x->safe_ms);
            seen++;
        }
    }
    CHECK(seen > 50);
    stage_free(&s);
}

TEST(those_hit_on_a_trip_are_never_more_than_were_on_it_second_attacks_and_all)
{
    struct stage s =
        stage_of(threats, (const char *[SETS_MAX]){"attacks.*.second=1", "attacks.*.casualties=8"});
    for (uint64_t n = 0; n < 10; n++) {
        stage_play(&s, 1, n);
        for (int i = 0; i < trial_incidents(s.trial); i++) {
            const struct incident *x = trial_incident(s.trial, i);
            int hit = 0;
            for (int j = 0; j < trial_incidents(s.trial) && x->patrol >= 0; j++) {
                const struct incident *y = trial_incident(s.trial, j);
                if (y->patrol == x->patrol && y->cell == x->cell && y->trip == x->trip && y->copy == x->copy)
                    hit += y->casualties;
            }
            CHECK(x->patrol < 0 || hit <= s.scenario->patrols.at[x->patrol].strength);
        }
    }
    stage_free(&s);
}

TEST(warning_shortens_the_notice_of_what_is_sent)
{
    struct stage late = stage_of(
        threats, (const char *[SETS_MAX]){"attacks.*.averted=0", "attacks.*.warned=0",
                                          "assets.*.notice_day=30 min", "assets.*.notice_night=30 min"});
    struct stage early = stage_of(
        threats, (const char *[SETS_MAX]){"attacks.*.averted=0", "attacks.*.warned=1",
                                          "assets.*.notice_day=30 min", "assets.*.notice_night=30 min"});
    stage_play(&late, 1, 2);
    stage_play(&early, 1, 2);
    const struct sortie *a = trial_sortie(late.trial, 0), *b = trial_sortie(early.trial, 0);
    CHECK_INT(a->launched - a->assigned, MINUTES(30));
    CHECK_INT(b->launched - b->assigned, MINUTES(10));
    stage_free(&late);
    stage_free(&early);
}
