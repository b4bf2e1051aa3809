#include "stats/occupancy.h"

#include "base/unit.h"

static int64_t least_of(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t most_of(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static int64_t stood(struct occupancy *o, const struct occupancy_window *w, int level, int64_t since_ms,
                     int64_t until_ms)
{
    int64_t ms = least_of(until_ms, w->to_ms) - most_of(since_ms, w->from_ms);
    if (ms <= 0)
        return 0;
    o->level_ms[level < OCCUPANCY_LEVELS ? level : OCCUPANCY_LEVELS - 1] += ms;
    return ms;
}

/* The last hour ends with the window. */
static int64_t hour_end(const struct occupancy_window *w, int64_t hour)
{
    return least_of(HOURS(hour + 1), w->to_ms);
}

int64_t occupancy_change(struct occupancy *o, const struct occupancy_window *w, int level, int by,
                         int64_t since_ms, int64_t now_ms)
{
    int64_t stood_ms = stood(o, w, level, since_ms, now_ms);
    if (now_ms >= w->to_ms)
        return stood_ms;
    int64_t number = now_ms / HOURS(1);
    struct occupied_hour *hour = &o->hour[number];
    hour[0].part += by * (hour_end(w, number) - now_ms);
    hour[1].step += by;
    return stood_ms;
}

void occupancy_close(struct occupancy *o, const struct occupancy_window *w, int level, int64_t since_ms)
{
    stood(o, w, level, since_ms, w->to_ms);
}

void occupancy_hours(const struct occupancy *o, const struct occupancy_window *w, int64_t trials,
                     double *mean)
{
    int64_t level = 0; /* summed over trials, as all of it */
    for (int hour = 0; hour < w->hours; hour++) {
        int64_t length_ms = hour_end(w, hour) - HOURS(hour);
        level += o->hour[hour].step;
        mean[hour] = (double)(level * length_ms + o->hour[hour].part) / ((double)length_ms * (double)trials);
    }
}
