#include "test.h"

#include "base/unit.h"
#include "random/luck.h"
#include "stats/occupancy.h"
#include "study.h"

enum { HOURS_MOST = 30 };

struct fixture {
    int64_t level_ms[OCCUPANCY_LEVELS];
    struct occupied_hour hour[HOURS_MOST + 1];
    struct occupancy o;
};

static struct occupancy *zeroed(struct fixture *f)
{
    *f = (struct fixture){0};
    f->o = (struct occupancy){f->level_ms, f->hour};
    return &f->o;
}

TEST(time_is_counted_at_each_level_within_the_window)
{
    struct fixture f;
    struct occupancy *o = zeroed(&f);
    const struct occupancy_window w = {HOURS(1), HOURS(3), 3};
    occupancy_change(o, &w, 0, 2, 0, MINUTES(30));               /* before the window */
    occupancy_change(o, &w, 2, 1, MINUTES(30), MINUTES(90));     /* half of it inside */
    occupancy_change(o, &w, 3, -3, MINUTES(90), HOURS(3) + 1);   /* and one that ends after */
    occupancy_change(o, &w, 0, 5, HOURS(3) + 1, HOURS(3) + 500); /* wholly after */
    occupancy_close(o, &w, 5, HOURS(3) + 500);
    CHECK_INT(f.level_ms[0], 0);
    CHECK_INT(f.level_ms[2], MINUTES(30));
    CHECK_INT(f.level_ms[3], MINUTES(90));
    CHECK_INT(f.level_ms[5], 0);
}

TEST(what_is_never_busy_stands_at_none_all_the_time)
{
    struct fixture f;
    const struct occupancy_window w = {HOURS(2), HOURS(7), 7};
    occupancy_close(zeroed(&f), &w, 0, 0);
    CHECK_INT(f.level_ms[0], HOURS(5));
}

TEST(levels_beyond_the_last_are_counted_with_it)
{
    struct fixture f;
    struct occupancy *o = zeroed(&f);
    const struct occupancy_window w = {0, HOURS(1), 1};
    occupancy_change(o, &w, 0, 1000, 0, MINUTES(10));
    occupancy_close(o, &w, 1000, MINUTES(10));
    CHECK_INT(f.level_ms[OCCUPANCY_LEVELS - 1], MINUTES(50));
    double mean;
    occupancy_hours(o, &w, 1, &mean);
    CHECK_NEAR(mean, 1000 * 50 / 60.0, 1e-9);
}

/* Minute by minute, without thought. */
static void stand_still(int level, int64_t minute, const struct occupancy_window *w, int64_t *level_ms,
                        double *level_h)
{
    if (MINUTES(minute) >= w->to_ms)
        return;
    level_h[minute / 60] += level / 60.0;
    if (MINUTES(minute) >= w->from_ms)
        level_ms[level] += MINUTES(1);
}

TEST(levels_and_hours_are_as_counted_minute_by_minute)
{
    struct fixture f;
    struct occupancy *o = zeroed(&f);
    const struct occupancy_window w = {MINUTES(130), MINUTES(1510),
                                       26}; /* its last hour is ten minutes long */
    int64_t level_ms[OCCUPANCY_LEVELS] = {0};
    double level_h[HOURS_MOST] = {0}, mean[HOURS_MOST];
    enum { TRIALS = 40, MINUTES_OF_TRIAL = 29 * 60 };
    for (uint64_t trial = 0; trial < TRIALS; trial++) {
        struct luck l = {7, trial};
        int level = 0;
        int64_t since = 0;
        for (int64_t minute = 0; minute < MINUTES_OF_TRIAL; minute++) {
            double u = luck_uniform(&l, DRAW_STAY, 0, (uint64_t)minute);
            int by = u < 0.05 ? 1 : u < 0.08 && level > 0 ? -1 : u > 0.995 ? 3 : 0;
            if (by) {
                occupancy_change(o, &w, level, by, MINUTES(since), MINUTES(minute));
                level += by;
                since = minute;
            }
            stand_still(level, minute, &w, level_ms, level_h);
        }
        occupancy_close(o, &w, level, MINUTES(since));
    }
    for (int i = 0; i < OCCUPANCY_LEVELS; i++)
        CHECK_INT(f.level_ms[i], level_ms[i]);
    occupancy_hours(o, &w, TRIALS, mean);
    for (int hour = 0; hour < w.hours; hour++)
        CHECK_NEAR(mean[hour], level_h[hour] / TRIALS * (hour == 25 ? 6 : 1), 1e-9);
}

/* --- through the whole model: Little's law, to the millisecond ------------------------------------- */

/* How long of [from, to) lies within the horizon. */
static int64_t within(const struct stage *s, int64_t from_ms, int64_t to_ms)
{
    const struct run *run = &s->scenario->run;
    int64_t begin_ms = run->warm_up_ms, end_ms = begin_ms + run->horizon_ms;
    from_ms = from_ms > begin_ms ? from_ms : begin_ms;
    to_ms = to_ms < end_ms ? to_ms : end_ms;
    return to_ms > from_ms ? to_ms - from_ms : 0;
}

static int64_t on_tables_ms(const struct stage *s)
{
    int64_t sum = 0;
    for (int i = 0; i < trial_casualties(s->trial); i++) {
        const struct casualty *c = trial_casualty(s->trial, i);
        int64_t until_ms = c->at[M_SURGERY_DONE] >= 0 ? c->at[M_SURGERY_DONE] : c->at[M_DIED];
        if (c->at[M_SURGERY] >= 0)
            sum += within(s, c->at[M_SURGERY], until_ms >= 0 ? until_ms : INT64_MAX);
    }
    return sum;
}

static int64_t on_journeys_ms(const struct stage *s, int asset)
{
    int64_t sum = 0;
    for (int i = 0; i < trial_sorties(s->trial); i++) {
        const struct sortie *j = trial_sortie(s->trial, i);
        if (j->asset == asset)
            sum += within(s, j->assigned, j->home >= 0 ? j->home : INT64_MAX);
    }
    return sum;
}

static int64_t in_use_ms(const struct tally *t, const char *kind, const char *name)
{
    const struct occupancy *o = &t->busy[resource_called(t, kind, name)];
    int64_t sum = 0;
    for (int level = 0; level < OCCUPANCY_LEVELS; level++)
        sum += level * o->level_ms[level];
    return sum;
}

/* Nobody dies of a wound, so that nobody sent is told to stand down, which leaves no time of return. */
TEST(the_time_that_tables_and_assets_are_in_use_is_that_of_those_who_use_them)
{
    struct stage s =
        stage_of("scenarios/first.yaml",
                 (const char *[SETS_MAX]){"attacks.ied.rate=x60", "facilities.hospital.tables=3",
                                          "assets.helicopter.count=4", "assets.*.turnaround=0 min",
                                          "classes.*={scale: 0 min, dcs_risk: 0, def_risk: 0}"});
    int64_t tables = 0, helicopters = 0, ambulances = 0;
    for (uint64_t n = 0; n < 40; n++) {
        stage_play(&s, 1, n);
        tables += on_tables_ms(&s);
        helicopters += on_journeys_ms(&s, 0);
        ambulances += on_journeys_ms(&s, 1);
    }
    CHECK(tables > DAYS(20) && helicopters > DAYS(20) && ambulances > DAYS(5));
    CHECK_INT(in_use_ms(s.tally, "tables", "hospital"), tables);
    CHECK_INT(in_use_ms(s.tally, "asset", "helicopter"), helicopters);
    CHECK_INT(in_use_ms(s.tally, "asset", "ambulance"), ambulances);
    stage_free(&s);
}
