/* compare_tables.c -- plans side by side, one figure a row. */
#include "compare_tables.h"

#include <math.h>
#include <stdlib.h>
#include "base/die.h"
#include "base/unit.h"
#include "compare_reading.h"
#include "data.h"
#include "reading.h"

// clang-format off
static const struct column figure_columns[] = {
    { "plan", WORDING }, { "figure", WORDING }, { "unit", WORDING }, { "casualties", WORDING }, { "value", 5 },
    { "low", 5 }, { "high", 5 }, { "count", 0 }, { "of", 0 }, { "best_share_of_trials", 5 }, { "tied_share_of_trials", 5 },
    { "trials_judged", 0 }, { "trials", 0 }, { 0 }
};
static const struct column difference_columns[] = {
    { "plan", WORDING }, { "against", WORDING }, { "figure", WORDING }, { "unit", WORDING }, { "casualties", WORDING },
    { "difference", 5 }, { "low", 5 }, { "high", 5 }, { "level", 6 }, { "low_alone", 5 }, { "high_alone", 5 }, { "verdict", WORDING },
    { "luck_gain", 2 }, { "trials", 0 }, { 0 }
};
static const struct column reason_columns[] = {
    { "plan", WORDING }, { "until", WORDING }, { "phase", WORDING }, { "cause", WORDING }, { "mean_min", 4 },
    { "difference_min", 4 }, { "difference_low_min", 4 }, { "difference_high_min", 4 }, { 0 }
};
static const struct column frontier_columns[] = {
    { "plan", WORDING }, { "cost", 0 }, { "cost_low", 0 }, { "cost_high", 0 }, { "care_figure", WORDING }, { "care", 5 },
    { "care_low", 5 }, { "care_high", 5 }, { "dominated_by", WORDING }, { "surely", WORDING }, { 0 }
};
static const struct column curve_columns_of_plans[] = {
    { "plan", WORDING }, { "milestone", WORDING }, { "time_min", 2 }, { "share", 5 }, { "share_low", 5 }, { "share_high", 5 }, { 0 }
};

const char *const measure_units[] = { "share", "deaths", "cost", "min" };
static const char *const parts[PARTS] = { "all", "shared", "own" };
// clang-format on

static const char *name_of(const struct comparison *c, int arm)
{
    return c->plan.arm[arm].name;
}

static struct interval in_unit(const struct measure *m, struct interval v)
{
    double scale = m->unit == MILLISECONDS ? (double)MINUTES(1) : 1;
    return (struct interval){v.value / scale, v.low / scale, v.high / scale};
}

const char *verdict_of(const struct measure *m, struct interval difference)
{
    int better = clearly_better(m, difference);
    if (isnan(difference.value))
        return NULL;
    return better > 0 ? "better" : better < 0 ? "worse" : "no clear difference";
}

/* --- figures -------------------------------------------------------------------------- */

static void count_cells(struct table *t, const struct comparison *c, int arm, const struct measure *m,
                        enum part part)
{
    const struct ratio *r = panel_ratio(c->panel, arm, m->figure, part);
    struct standing s = panel_standing(c->panel, arm, m->figure);
    table_count(t, r->y);
    table_count(t, r->n);
    table_figure(t, part == EVERYBODY ? (double)s.best / (double)s.judged : NAN);
    table_figure(t, part == EVERYBODY ? (double)s.tied / (double)s.judged : NAN);
    table_count(t, s.judged);
}

static void figure_row(struct table *t, const struct comparison *c, int arm, int i, enum part part)
{
    const struct measure *m = &c->measure[i];
    struct interval v =
        part == EVERYBODY ? comparison_value(c, arm, i) : panel_value(c->panel, arm, m->figure, part, LEVEL);
    table_text(t, name_of(c, arm));
    table_text(t, m->id);
    table_text(t, measure_units[m->unit]);
    table_text(t, parts[part]);
    table_interval(t, in_unit(m, v));
    if (m->figure >= 0)
        count_cells(t, c, arm, m, part);
    else
        for (int cell = 0; cell < 5; cell++)
            table_nothing(t);
    table_count(t, panel_trials(c->panel, arm));
}

/* Nobody carries cost or a time: those have no parts. */
static bool has_parts(const struct measure *m)
{
    return m->figure >= 0 && m->unit != MONEY_A_TRIAL;
}

static void figures_write(struct table *t, const struct comparison *c)
{
    for (int a = 0; a < c->plan.arms; a++)
        for (int i = 0; i < c->measures; i++)
            for (int part = 0; part < (has_parts(&c->measure[i]) ? PARTS : 1); part++)
                figure_row(t, c, a, i, (enum part)part);
}

/* --- differences -------------------------------------------------------------------------- */

static void difference_row(struct table *t, const struct comparison *c, int arm, int from, int i,
                           enum part part)
{
    const struct measure *m = &c->measure[i];
    double level = from ? level_of_all_pairs(c) : level_with_baseline(c);
    struct interval together, alone;
    if (part == EVERYBODY) {
        together = comparison_difference(c, arm, from, i, level);
        alone = comparison_difference(c, arm, from, i, LEVEL);
    } else {
        together = panel_difference(c->panel, arm, from, m->figure, part, level);
        alone = panel_difference(c->panel, arm, from, m->figure, part, LEVEL);
    }
    table_text(t, name_of(c, arm));
    table_text(t, name_of(c, from));
    table_text(t, m->id);
    table_text(t, measure_units[m->unit]);
    table_text(t, parts[part]);
    table_interval(t, in_unit(m, together));
    table_figure(t, level);
    table_figure(t, in_unit(m, alone).low);
    table_figure(t, in_unit(m, alone).high);
    table_text(t, verdict_of(m, together));
    table_figure(t, m->figure >= 0 ? paired_gain(panel_pair(c->panel, from, arm, m->figure, part)) : NAN);
    table_count(t, panel_trials(c->panel, arm) < panel_trials(c->panel, from) ? panel_trials(c->panel, arm)
                                                                              : panel_trials(c->panel, from));
}

static void differences_write(struct table *t, const struct comparison *c)
{
    for (int from = 0; from < c->plan.arms; from++)
        for (int a = from + 1; a < c->plan.arms; a++)
            for (int i = 0; i < c->measures; i++)
                for (int part = 0; part < (has_parts(&c->measure[i]) ? PARTS : 1); part++)
                    difference_row(t, c, a, from, i, (enum part)part);
}

/* --- reasons ---------------------------------------------------------------------------------- */

static void reason_row(struct table *t, const struct comparison *c, int arm, enum reasons_clock k,
                       const char *phase, const char *cause, double value, struct interval d)
{
    table_text(t, name_of(c, arm));
    table_text(t, milestones[clock_milestone[k]].id);
    table_text(t, phase);
    table_text(t, cause);
    table_minutes(t, value);
    table_minutes(t, d.value);
    table_minutes(t, d.low);
    table_minutes(t, d.high);
}

static void reasons_write(struct table *t, const struct comparison *c)
{
    for (int a = 0; a < c->plan.arms; a++)
        for (int k = 0; k < CLOCKS; k++) {
            double total = 0;
            for (int w = 0; w < WAITS; w++) {
                double value = reason_value(c, a, (enum reasons_clock)k, (enum wait)w).value;
                total += value;
                reason_row(t, c, a, (enum reasons_clock)k, phase_ids[waits[w].phase], waits[w].cause, value,
                           reason_difference(c, a, (enum reasons_clock)k, (enum wait)w));
            }
            reason_row(t, c, a, (enum reasons_clock)k, "total", NULL, total,
                       total_difference(c, a, (enum reasons_clock)k));
        }
}

/* --- cost against care --------------------------------------------------------------------------- */

static void frontier_write(struct table *t, const struct comparison *c)
{
    int cost = measure_called(c, "cost");
    for (int a = 0; a < c->plan.arms; a++) {
        int by = dominated_by(c, a, false);
        table_text(t, name_of(c, a));
        table_interval(t, comparison_value(c, a, cost));
        table_text(t, c->measure[c->by].id);
        table_interval(t, comparison_value(c, a, c->by));
        table_text(t, by >= 0 ? name_of(c, by) : NULL);
        table_text(t, by < 0 ? NULL : dominated_by(c, a, true) >= 0 ? "yes" : "no");
    }
}

/* --- curves -------------------------------------------------------------------------------------- */

static void curve_rows(struct table *t, const struct comparison *c, int arm, enum milestone m)
{
    struct curve of = tally_curve(panel_sums(c->panel, arm)->tally, 0, m);
    struct interval *share = must_alloc((size_t)of.bins->count, sizeof *share);
    int last = of.bins->count - 2;
    curve_band(&of, LEVEL, share);
    for (int bin = 0; bin <= last; bin++) {
        if (curve_cell(&of, bin)->y == 0 && bin != 0 && bin != last)
            continue;
        table_text(t, name_of(c, arm));
        table_text(t, milestones[m].id);
        table_minutes(t, (double)bins_edge(of.bins, bin));
        table_interval(t, share[bin]);
    }
    free(share);
}

static void curves_of_plans_write(struct table *t, const struct comparison *c)
{
    for (int a = 0; a < c->plan.arms; a++)
        for (int k = 0; k < CLOCKS; k++)
            if (tally_needed(panel_sums(c->panel, a)->tally, 0, clock_milestone[k])->n > 0)
                curve_rows(t, c, a, clock_milestone[k]);
}

// clang-format off
const struct compare_file compare_files[] = {
    { "figures.csv",     figure_columns,         figures_write,         false },
    { "differences.csv", difference_columns,     differences_write,     false },
    { "reasons.csv",     reason_columns,         reasons_write,         false },
    { "frontier.csv",    frontier_columns,       frontier_write,        false },
    { "curves.csv",      curve_columns_of_plans, curves_of_plans_write, false },
    { "models.csv",      model_columns,          models_write,          true  },
    { "orders.csv",      order_columns,          orders_write,          true  },
    { 0 }
};
// clang-format on
