/* models_tables.c -- plans under each model of survival, one figure a row. */
#include <math.h>
#include "compare_tables.h"
#include "data.h"
#include "models_reading.h"

// clang-format off
const struct column model_columns[] = {
    { "plan", WORDING }, { "figure", WORDING }, { "unit", WORDING }, { "model", WORDING }, { "value", 5 }, { "low", 5 },
    { "high", 5 }, { "trials", 0 }, { 0 }
};
const struct column order_columns[] = {
    { "plan", WORDING }, { "against", WORDING }, { "figure", WORDING }, { "unit", WORDING }, { "order", WORDING },
    { "model", WORDING }, { "difference", 5 }, { "low", 5 }, { "high", 5 }, { "level", 6 }, { "verdict", WORDING }, { 0 }
};
// clang-format on

static void value_row(struct table *t, const struct comparison *c, enum survival m, int arm, int measure)
{
    table_text(t, c->plan.arm[arm].name);
    table_text(t, c->measure[measure].id);
    table_text(t, measure_units[c->measure[measure].unit]);
    table_text(t, survival_words[m]);
    table_interval(t, model_value(c, m, arm, measure));
    table_count(t, panel_trials(c->panel, arm));
}

void models_write(struct table *t, const struct comparison *c)
{
    enum survival list[SURVIVALS];
    int n = models_listed(c, list);
    for (int a = 0; a < c->plan.arms; a++)
        for (int i = 0; i < c->measures; i++)
            for (int k = 0; hangs_on_survival(&c->measure[i]) && k < n; k++)
                value_row(t, c, list[k], a, i);
}

static void order_row(struct table *t, const struct comparison *c, enum survival m, int arm, int from,
                      int measure)
{
    struct interval d = model_difference(c, m, arm, from, measure);
    table_text(t, c->plan.arm[arm].name);
    table_text(t, c->plan.arm[from].name);
    table_text(t, c->measure[measure].id);
    table_text(t, measure_units[c->measure[measure].unit]);
    table_text(t, order_ids[order_of(c, arm, from, measure)]);
    table_text(t, survival_words[m]);
    table_interval(t, d);
    table_figure(t, models_level(c));
    table_text(t, verdict_of(&c->measure[measure], d));
}

void orders_write(struct table *t, const struct comparison *c)
{
    enum survival list[SURVIVALS];
    int n = models_listed(c, list);
    for (int from = 0; from < c->plan.arms; from++)
        for (int a = from + 1; a < c->plan.arms; a++)
            for (int i = 0; i < c->measures; i++)
                for (int k = 0; hangs_on_survival(&c->measure[i]) && k < n; k++)
                    order_row(t, c, list[k], a, from, i);
}
