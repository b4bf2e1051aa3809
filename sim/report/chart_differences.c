/* chart_differences.c -- what each plan changes, a panel for each of 10, 1 and 2. */
#include <stdio.h>
#include <string.h>
#include "compare_charts.h"
#include "compare_reading.h"
#include "sides.h"

enum { PANELS = 4 };

static const char *const measures[PANELS] = {"10", "1", "2_arrival", "2_surgery"};

static struct interval points_of(const struct comparison *c, int plan, int panel)
{
    struct interval d =
        comparison_difference(c, plan + 1, 0, measure_called(c, measures[panel]), level_with_baseline(c));
    return (struct interval){100 * d.value, 100 * d.low, 100 * d.high};
}

// clang-format off
static const struct sides panels = {
    .n = PANELS,
    .side = {
        { "10: first aid",    "within 10 min",             GREEN,     7,  6  },
        { "1: resuscitation", "within 1 h",                "#B87900", 5,  4  },
        { "2: arrival",       "surgical facility, in 2 h", BLUE,      9,  8  },
        { "2: surgery",       "begun within 2 h",          VERM,      13, 12 },
    },
    .unit = "Percentage points", .least = 1, .decimals = 1, .of = points_of,
};
// clang-format on

static struct heading words(const struct comparison *c)
{
    struct heading h = {0};
    char one[SAY_SIZE];
    int plans = sides_plans(c);
    comparison_says(c, h.title);
    h.title[strlen(h.title) - 1] = 0; /* a title ends without a stop */
    snprintf(h.subtitle, sizeof h.subtitle,
             "Points more or less in time than with the scenario as it is, on the same attacks and wounds");
    snprintf(h.note, sizeof h.note,
             "Filled: a difference for sure; hollow and grey: in doubt. Bars hold all at once with 95 %% "
             "confidence "
             "(%d plans, "
             "%d figures).%s",
             c->plan.arms - 1, c->headlines,
             plans < c->plan.arms - 1 ? " Only the first plans are shown." : "");
    difference_says(&c->measure[measure_called(c, "2_surgery")],
                    comparison_difference(c, 1, 0, measure_called(c, "2_surgery"), level_with_baseline(c)),
                    one);
    snprintf(h.alt, sizeof h.alt,
             "Differences from the scenario as it is in the shares with first aid within 10 min, "
             "resuscitation within 1 "
             "h, arrival and surgery within 2 h, for %d plans, with intervals. %s. In surgery within 2 h, "
             "first plan: %s.",
             plans, h.title, one);
    return h;
}

bool chart_differences(const char *folder, const char *name, const struct comparison *c, struct heading *h)
{
    *h = words(c);
    return sides_draw(folder, name, c, &panels, h);
}
