/* chart_ladder.c -- a stressor's ladder, and how often a period misses each goal along it. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "base/unit.h"
#include "chart_rungs.h"
#include "goal.h"
#include "reading.h"
#include "stress_reading.h"

/* --- plans ------------------------------------------------------------------------ */

/* Of two that both break: does one clearly hold longer? */
static bool clearly_longer(const struct break_point *a, const struct break_point *b)
{
    return a->severity.low > b->severity.high;
}

static bool same_everywhere(const struct stress *s, int first, int n, int goal)
{
    for (int i = first; i < first + n; i++)
        for (int k = first; k < first + n; k++) {
            const struct break_point *a = &s->ladder[i]->broken[goal].point,
                                     *b = &s->ladder[k]->broken[goal].point;
            if (a->verdict != b->verdict || (a->verdict == BREAKS && clearly_longer(a, b)))
                return false;
        }
    return true;
}

/* Each plan beside the goal the first is told by; whether they differ is said first. */
static void plans_title(const struct stress *s, int first, int n, int goal, char text[HEADING_SIZE])
{
    char name[STRESSOR_SIZE], goal_name[STRESSOR_SIZE];
    stressor_says(s->ladder[first], name);
    goal_name_says(s->ladder[first], goal, goal_name);
    int length = snprintf(text, HEADING_SIZE, "%s, %s%s: ", name, goal_name,
                          same_everywhere(s, first, n, goal) ? ", no clear difference between plans" : "");
    for (int i = first; i < first + n && length < HEADING_SIZE - 120; i++) {
        char plan[STRESSOR_SIZE], place[STRESSOR_SIZE];
        const struct break_point *p = &s->ladder[i]->broken[goal].point;
        under_says(s->ladder[i], plan);
        place_says(s->ladder[i], p->severity.value, place);
        length += snprintf(text + length, HEADING_SIZE - (size_t)length, "%s%.60s %s%.40s",
                           i > first ? "; " : "", plan,
                           p->verdict == BREAKS         ? "fails from "
                           : p->verdict == NEVER_BREAKS ? "holds all along"
                           : p->verdict == NO_MARGIN    ? "speaks of nobody"
                                                        : "misses it already in the calm",
                           p->verdict == BREAKS ? place : "");
    }
}

void ladders_title(const struct stress *s, int first, int n, char text[HEADING_SIZE])
{
    int goal = telling_goal(s->ladder[first]);
    char says[SENTENCE];
    if (n > 1 && goal >= 0) {
        plans_title(s, first, n, goal, text);
        return;
    }
    ladder_says(s->ladder[first], says);
    snprintf(text, HEADING_SIZE, "%s", says);
}

static int arrival_figure(const struct ladder *l)
{
    int f = 0;
    while (strcmp(l->figure[f].id, "2_arrival"))
        f++;
    return f;
}

static void ladder_words(const struct rungs_chart *c, int first, struct heading *h)
{
    const struct ladder *l = c->line[0].ladder;
    char goal[GOAL_SIZE] = "At a surgical facility within 2 h, of T1 who need an operation", says[SENTENCE];
    ladders_title(c->stress, first, c->lines, h->title);
    if (c->goal >= 0)
        goal_says(ladder_goal(l, c->goal), goal);
    snprintf(h->subtitle, sizeof h->subtitle, "%s%.200s", c->goal >= 0 ? "Goal: " : "", goal);
    if (c->goal >= 0)
        route_says(l, c->goal, says);
    else
        says[0] = 0;
    snprintf(h->note, sizeof h->note, "Bars: 95 %% intervals. Shaded: the goal is missed.%s%s%.380s%s",
             c->goal >= 0 && l->broken[c->goal].point.verdict == BREAKS && stressor_has_axis(l->plan.stressor)
                 ? " Grey: interval of the break point."
                 : "",
             *says ? " There " : "", says, *says ? "." : "");
    struct interval calm = panel_value(l->panel, 0, c->line[0].figure, EVERYBODY, LEVEL),
                    last = panel_value(l->panel, l->steps - 1, c->line[0].figure, EVERYBODY, LEVEL);
    snprintf(h->alt, sizeof h->alt,
             "%.500s. Lines over %d steps of a ladder, one for each of %d plans. In the calm %.4g (%.4g to "
             "%.4g); at the last step "
             "%.4g (%.4g to %.4g).",
             h->title, l->steps - 1, c->lines, calm.value, calm.low, calm.high, last.value, last.low,
             last.high);
}

bool chart_ladder(const char *folder, const char *name, const struct stress *s, int first, int n,
                  struct heading *h)
{
    struct line_of line[LINES_MOST];
    char plan[LINES_MOST][STRESSOR_SIZE];
    struct rungs_chart chart = {s, line, n < LINES_MOST ? n : LINES_MOST, telling_goal(s->ladder[first])};
    for (int i = 0; i < chart.lines; i++) {
        const struct ladder *l = s->ladder[first + i];
        under_says(l, plan[i]);
        line[i] = (struct line_of){l, chart.goal < 0 ? arrival_figure(l) : goal_figure(chart.goal), plan[i]};
    }
    ladder_words(&chart, first, h);
    return chart_rungs(folder, name, &chart, h);
}

/* --- how often a period misses ---------------------------------------------------------- */

void fragility_title(const struct ladder *l, char text[HEADING_SIZE])
{
    int goal = telling_goal(l), figure = miss_figure(l, goal), last = l->steps - 1;
    char name[STRESSOR_SIZE], goal_name[STRESSOR_SIZE], place[STRESSOR_SIZE], calm[SAY_SIZE], end[SAY_SIZE];
    struct interval d = ladder_difference(l, last, figure, LEVEL);
    stressor_says(l, name);
    goal_name_says(l, goal, goal_name);
    step_says(l, last, place);
    say_share(panel_value(l->panel, 0, figure, EVERYBODY, LEVEL), calm);
    say_share(panel_value(l->panel, last, figure, EVERYBODY, LEVEL), end);
    if (d.low > 0 || d.high < 0)
        snprintf(text, HEADING_SIZE, "%s, at %s: %.40s of periods miss %s, in the calm %.40s", name, place,
                 end, goal_name, calm);
    else
        snprintf(text, HEADING_SIZE,
                 "%s: no clear difference in how often %s is missed: %.40s in the calm, %.40s at %s", name,
                 goal_name, calm, end, place);
}

bool chart_fragility(const char *folder, const char *name, const struct stress *s, int first,
                     struct heading *h)
{
    const struct ladder *l = s->ladder[first];
    struct line_of line[LINES_MOST];
    char goal[LINES_MOST][STRESSOR_SIZE];
    struct rungs_chart chart = {s, line, l->goals < LINES_MOST ? l->goals : LINES_MOST, -1};
    for (int g = 0; g < chart.lines; g++) {
        goal_name_says(l, g, goal[g]);
        line[g] = (struct line_of){l, miss_figure(l, g), goal[g]};
    }
    char days[SAY_SIZE];
    say_minutes((double)l->arm[0].scenario->run.horizon_ms, days);
    fragility_title(l, h->title);
    snprintf(
        h->subtitle, sizeof h->subtitle,
        "Share of periods of %s that miss the goal by themselves, of those in which it speaks of anybody",
        days);
    snprintf(h->note, sizeof h->note,
             "Bars: 95 %% intervals. A period is one trial; with few wounded in one, a goal is often "
             "missed by chance, though it holds on average.");
    snprintf(h->alt, sizeof h->alt,
             "Lines of the share of periods that miss each of %d goals, over %d steps of a ladder. %.500s.",
             chart.lines, l->steps - 1, h->title);
    return chart_rungs(folder, name, &chart, h);
}
