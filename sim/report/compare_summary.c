/* compare_summary.c -- the answer first, then the plans side by side. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "base/unit.h"
#include "base/version.h"
#include "compare_reading.h"
#include "goal.h"
#include "json.h"
#include "models_reading.h"
#include "models_summary.h"
#include "reading.h"
#include "report/compare.h"
#include "utf8.h"

enum { COMPARE_SUMMARY_VERSION = 1, COLUMN = 19 };

/* --- for people --------------------------------------------------------------------- */

static void head(const struct comparison *c, FILE *to)
{
    char name[4 * 64 + 8], trials[SAY_SIZE], casualties[SAY_SIZE];
    const struct tally *t = panel_sums(c->panel, 0)->tally;
    say_name(c->plan.arm[0].scenario->name, 64, name, sizeof name);
    say_count(t->trials, trials);
    say_count(t->per_trial[CASUALTIES].y, casualties);
    fprintf(to, "%s: %d plan%s beside the scenario as it is\n%s trials, %s casualties, seed %" PRIu64 "\n\n",
            name, c->plan.arms - 1, c->plan.arms == 2 ? "" : "s", trials, casualties, c->plan.seed);
}

static void pad(const char *text, int width, FILE *to)
{
    fputs(text, to);
    for (int n = utf8_length(text); n < width; n++)
        fputc(' ', to);
}

/* What stands in the table: one row a plan. */
static const char *const shown[] = {"2_arrival", "2_surgery", "median_arrival", "delay_deaths", "cost"};
static const char *const shown_as[] = {"at surgeon in 2 h", "in surgery in 2 h", "median to surgeon",
                                       "avoidable deaths", "cost a trial"};
enum { SHOWN = sizeof shown / sizeof *shown };

static void table_lines(const struct comparison *c, FILE *to)
{
    pad("", PLAN_NAME + 2, to);
    for (int i = 0; i < SHOWN; i++)
        pad(shown_as[i], COLUMN + 2, to);
    fputc('\n', to);
    for (int a = 0; a < c->plan.arms; a++) {
        char name[PLAN_NAME_SIZE];
        plan_says(c, a, name);
        fputs("  ", to);
        pad(name, PLAN_NAME, to);
        for (int i = 0; i < SHOWN; i++) {
            char value[SAY_SIZE];
            int m = measure_called(c, shown[i]);
            value_says(&c->measure[m], comparison_value(c, a, m), value);
            pad(value, COLUMN + 2, to);
        }
        fputc('\n', to);
    }
}

static void difference_line(const struct comparison *c, int arm, FILE *to)
{
    const struct measure *m = &c->measure[c->by];
    struct interval d = comparison_difference(c, arm, 0, c->by, level_with_baseline(c));
    double gain = paired_gain(panel_pair(c->panel, 0, arm, m->figure, EVERYBODY));
    struct standing s = panel_standing(c->panel, arm, m->figure);
    char name[PLAN_NAME_SIZE], difference[SAY_SIZE], same_luck[64] = "";
    plan_says(c, arm, name);
    difference_says(m, d, difference);
    if (!isnan(gain))
        snprintf(same_luck, sizeof same_luck, "; sharing luck cut the variance %.1f times", gain);
    fprintf(to, "  %s: %s%s; best alone in %.0f %% of trials%s\n", name, difference,
            clearly_better(m, d) || (d.low == 0 && d.high == 0) ? "" : ", no clear difference",
            s.judged ? 100 * (double)s.best / (double)s.judged : 0.0, same_luck);
}

/* The phase that a plan changes most, and how much of the whole that is. */
static void why_line(const struct comparison *c, int arm, FILE *to)
{
    int most = -1;
    double biggest = 0;
    for (int p = 0; p < PHASES; p++) {
        double ms = fabs(phase_difference(c, arm, TO_ARRIVAL, (enum phase)p).value);
        if (ms > biggest) {
            biggest = ms;
            most = p;
        }
    }
    if (most < 0)
        return;
    double whole = total_difference(c, arm, TO_ARRIVAL).value / (double)MINUTES(1);
    double part = phase_difference(c, arm, TO_ARRIVAL, (enum phase)most).value / (double)MINUTES(1);
    char name[PLAN_NAME_SIZE], all[32], one[32];
    plan_says(c, arm, name);
    figure_write(whole, 1, all);
    figure_write(part, 1, one);
    fprintf(to, "  why, %s: %s min a head on the way to a surgical facility, of them %s: %s min\n", name, all,
            phase_says[most], one);
}

/* A plan must not look better for leaving people to others. */
static void outside_line(const struct comparison *c, int arm, FILE *to)
{
    const struct ratio *outside = tally_outcome(panel_sums(c->panel, arm)->tally, 0, OUTSIDE_PROVIDER);
    char name[PLAN_NAME_SIZE];
    if (!c->plan.arm[arm].scenario->eligibility.n || !outside->y)
        return;
    plan_says(c, arm, name);
    fprintf(to,
            "  %s: %.1f %% of casualties are handed to an outside provider, and are in no count of deaths\n",
            name, 100 * (double)outside->y / (double)outside->n);
}

static void cost_lines(const struct comparison *c, FILE *to)
{
    int cost = measure_called(c, "cost");
    double sum = 0;
    for (int a = 0; a < c->plan.arms; a++)
        sum += comparison_value(c, a, cost).value;
    if (!(sum > 0)) {
        fputs("  No costs are given (cost_day, cost_hour), so plans cannot be weighed by them.\n", to);
        return;
    }
    for (int a = 0; a < c->plan.arms; a++) {
        char name[PLAN_NAME_SIZE], other[PLAN_NAME_SIZE];
        int by = dominated_by(c, a, false);
        if (by < 0)
            continue;
        plan_says(c, a, name);
        plan_says(c, by, other);
        fprintf(to, "  dominated%s: %s costs no less than %s and does no better\n",
                dominated_by(c, a, true) >= 0 ? "" : ", but not surely", name, other);
    }
}

static void selection_line(const struct comparison *c, FILE *to)
{
    char name[PLAN_NAME_SIZE], delta[32];
    bool share = c->measure[c->by].unit == PORTION_OF_PEOPLE;
    if (!(c->plan.delta > 0))
        return;
    figure_write(c->plan.delta * (share ? 100 : 1), 2, delta);
    if (c->selected < 0) {
        fprintf(to, "Nothing was selected: %" PRId64 " trials do not tell the best apart to %s%s.\n",
                panel_kept(c->panel), delta, share ? " points" : "");
        return;
    }
    plan_says(c, c->selected, name);
    fprintf(to, "Selected: %s, the best or within %s%s of it with 95 %% confidence (%s).\n", name, delta,
            share ? " points" : "", c->measure[c->by].says);
}

void comparison_summary(const struct comparison *c, const char *folder, bool charts, FILE *to)
{
    char answer[COMPARE_SIZE], models[MODELS_SIZE], name[1024];
    comparison_says(c, answer);
    head(c, to);
    fprintf(to, "%s\n\n", answer);
    models_say(c, models);
    if (*models)
        fprintf(to, "%s\n\n", models);
    selection_line(c, to);
    table_lines(c, to);
    fprintf(to,
            "\nAgainst the scenario as it is, %s (intervals hold at once over plans and headline figures):\n",
            c->measure[c->by].says);
    for (int a = 1; a < c->plan.arms; a++)
        difference_line(c, a, to);
    for (int a = 1; a < c->plan.arms; a++)
        why_line(c, a, to);
    for (int a = 0; a < c->plan.arms; a++)
        outside_line(c, a, to);
    cost_lines(c, to);
    models_lines(c, to);
    if (!folder)
        return;
    say_name(folder, 240, name, sizeof name);
    fprintf(to, "\nResults are in %s: %ssummary.json and tables (*.csv).\n", name,
            charts ? "charts/ to look at, " : "");
}

/* --- for programs ---------------------------------------------------------------------- */

static void json_interval(json_t *row, struct interval v, double scale)
{
    json_figure(row, "value", v.value * scale, 5);
    json_figure(row, "low", v.low * scale, 5);
    json_figure(row, "high", v.high * scale, 5);
}

static double json_scale(const struct measure *m)
{
    return m->unit == MILLISECONDS ? 1.0 / (double)MINUTES(1) : 1;
}

static json_t *plan_json(const struct comparison *c, int arm)
{
    json_t *row = json_object(), *figures = json_array();
    json_text(row, "plan", c->plan.arm[arm].name);
    json_text(row, "scenario_digest", c->plan.arm[arm].scenario->digest);
    for (int i = 0; i < c->measures; i++) {
        json_t *figure = json_object();
        json_text(figure, "figure", c->measure[i].id);
        json_interval(figure, comparison_value(c, arm, i), json_scale(&c->measure[i]));
        if (arm) {
            struct interval d = comparison_difference(c, arm, 0, i, level_with_baseline(c));
            json_t *difference = json_object();
            json_interval(difference, d, json_scale(&c->measure[i]));
            json_child(figure, "difference", difference);
            json_count(figure, "clearly_better", clearly_better(&c->measure[i], d));
        }
        json_row(figures, figure);
    }
    json_child(row, "figures", figures);
    int by = dominated_by(c, arm, false);
    json_child(row, "dominated_by", by >= 0 ? json_string(c->plan.arm[by].name) : json_null());
    json_child(row, "surely_dominated", json_boolean(dominated_by(c, arm, true) >= 0));
    return row;
}

void comparison_summary_json(const struct comparison *c, FILE *to)
{
    char answer[COMPARE_SIZE];
    json_t *all = json_object(), *plans = json_array();
    comparison_says(c, answer);
    json_count(all, "summary_version", COMPARE_SUMMARY_VERSION);
    json_text(all, "casevac_version", CASEVAC_VERSION);
    json_text(all, "command", "compare");
    json_text(all, "answer", answer);
    json_text(all, "scenario", c->plan.arm[0].scenario->name);
    json_count(all, "seed", (int64_t)c->plan.seed);
    json_text(all, "status", c->status == PARTIAL ? "partial" : "complete");
    json_count(all, "trials", panel_kept(c->panel));
    json_text(all, "ranked_by", c->measure[c->by].id);
    json_figure(all, "level_of_differences", level_with_baseline(c), 6);
    json_child(all, "selected", c->selected >= 0 ? json_string(c->plan.arm[c->selected].name) : json_null());
    for (int a = 0; a < c->plan.arms; a++)
        json_row(plans, plan_json(c, a));
    json_child(all, "plans", plans);
    json_child(all, "survival_models", models_json(c));
    json_finish(all, to);
}
