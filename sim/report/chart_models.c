/* chart_models.c -- what each plan changes in avoidable deaths, a panel for each model of survival. */
#include <stdio.h>
#include "compare_charts.h"
#include "models_reading.h"
#include "sides.h"

static struct interval deaths_of(const struct comparison *c, int plan, int panel)
{
    enum survival list[SURVIVALS];
    models_listed(c, list);
    return model_difference(c, list[panel], plan + 1, 0, measure_called(c, "delay_deaths"));
}

// clang-format off
static const struct side panels[SURVIVALS] = {
    [INJURY_CLOCK]      = { "Injury clock",  "the classes' own",   BLUE,  7,  6 },
    [SACCO_RPM]         = { "Sacco's score", "falls by the table", VERM,  5,  4 },
    [PRIORITY_LOGISTIC] = { "Logistic",      "by category alone",  GREEN, 9,  8 },
};
// clang-format on

static struct heading words(const struct comparison *c)
{
    struct heading h = {0};
    char answer[MODELS_SIZE], one[SAY_SIZE], title[SAY_SIZE];
    int deaths = measure_called(c, "delay_deaths");
    order_says(c, deaths, answer);
    order_headline(c, deaths, title);
    snprintf(h.title, sizeof h.title, "%s", title);
    snprintf(h.subtitle, sizeof h.subtitle,
             "Delay-attributable deaths a trial, more or less than with the scenario as it is, on the same "
             "attacks and wounds");
    snprintf(h.note, sizeof h.note,
             "Filled: a difference for sure; hollow and grey: in doubt. Bars hold all at once with 95 %% "
             "confidence (every two plans, all figures, %d models).%s",
             models_played(c), sides_plans(c) < c->plan.arms - 1 ? " Only the first plans are shown." : "");
    difference_says(&c->measure[deaths], model_difference(c, model_of_comparison(c), 1, 0, deaths), one);
    snprintf(
        h.alt, sizeof h.alt,
        "Differences from the scenario as it is in delay-attributable deaths under %d models of survival, "
        "for %d plans, with intervals. %s First plan, under %s: %s.",
        models_played(c), sides_plans(c), answer, survival_says[model_of_comparison(c)], one);
    return h;
}

bool chart_models(const char *folder, const char *name, const struct comparison *c, struct heading *h)
{
    enum survival list[SURVIVALS];
    struct sides s = {.unit = "Deaths a trial", .least = 0.05, .decimals = 2, .of = deaths_of};
    s.n = models_listed(c, list);
    for (int i = 0; i < s.n; i++)
        s.side[i] = panels[list[i]];
    *h = words(c);
    return sides_draw(folder, name, c, &s, h);
}
