#include "test.h"

#include "base/unit.h"
#include "random/luck.h"
#include "stats/occupancy.h"

enum { HOURS_MOST = 30 };

struct fixture {
    int64_t level_ms[OCCUPANCY_LEVELS], step[HOURS_MOST + 1], part[HOURS_MOST + 1];
    struct occupancy o;
};

static struct occupancy *zeroed(struct fixture *f)
{
    *f = (struct fixture){0};
    f->o = (struct occupancy){f->level_ms, f->step, f->part};
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
