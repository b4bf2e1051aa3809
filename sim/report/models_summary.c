/* models_summary.c -- the plans under each model of survival, for people and programs. */
#include "models_summary.h"

#include <stdio.h>
#include "models_reading.h"
#include "utf8.h"

enum { COLUMN = 12 };

/* --- for people ----------------------------------------------------------------------- */

// clang-format off
static const char *const short_says[SURVIVALS] = {"clock", "Sacco", "logistic"};
static const struct {
    const char *id, *says;
    int decimals;
    double scale;
} shown[] = {
    { "delay_deaths", "avoidable deaths", 2, 1   },
    { "2_surgery",    "in surgery in 2 h, %", 1, 100 },
};
// clang-format on
enum { SHOWN = sizeof shown / sizeof *shown };

static void pad(const char *text, int width, FILE *to)
{
    fputs(text, to);
    for (int n = utf8_length(text); n < width; n++)
        fputc(' ', to);
}

static void heads(const enum survival *list, int n, FILE *to)
{
    pad("  by survival model", PLAN_NAME + 2, to);
    for (int i = 0; i < SHOWN; i++)
        pad(shown[i].says, n * COLUMN + 2, to);
    fputc('\n', to);
    pad("", PLAN_NAME + 2, to);
    for (int i = 0; i < SHOWN; i++) {
        for (int k = 0; k < n; k++)
            pad(short_says[list[k]], COLUMN, to);
        fputs("  ", to);
    }
    fputc('\n', to);
}

void models_lines(const struct comparison *c, FILE *to)
{
    enum survival list[SURVIVALS];
    int n = models_listed(c, list);
    if (n < 2)
        return;
    fputc('\n', to);
    heads(list, n, to);
    for (int a = 0; a < c->plan.arms; a++) {
        char name[PLAN_NAME_SIZE], value[32];
        plan_says(c, a, name);
        fputs("  ", to);
        pad(name, PLAN_NAME, to);
        for (int i = 0; i < SHOWN; i++) {
            for (int k = 0; k < n; k++) {
                double v = model_value(c, list[k], a, measure_called(c, shown[i].id)).value;
                figure_write(v * shown[i].scale, shown[i].decimals, value);
                pad(*value ? value : "nobody", COLUMN, to);
            }
            fputs("  ", to);
        }
        fputc('\n', to);
    }
}

/* --- for programs --------------------------------------------------------------------- */

static json_t *figure_json(const struct comparison *c, int measure)
{
    json_t *row = json_object(), *pairs = json_object(), *values = json_array();
    struct orders o = orders_of(c, measure);
    enum survival list[SURVIVALS];
    int n = models_listed(c, list);
    json_text(row, "figure", c->measure[measure].id);
    for (int i = 0; i < ORDERS; i++)
        json_count(pairs, order_ids[i], o.of[i]);
    json_child(row, "pairs", pairs);
    for (int a = 0; a < c->plan.arms; a++) {
        json_t *value = json_object();
        json_text(value, "plan", c->plan.arm[a].name);
        for (int k = 0; k < n; k++)
            json_figure(value, survival_words[list[k]], model_value(c, list[k], a, measure).value, 5);
        json_row(values, value);
    }
    json_child(row, "values", values);
    return row;
}

json_t *models_json(const struct comparison *c)
{
    if (models_played(c) < 2)
        return json_null();
    char answer[MODELS_SIZE];
    json_t *all = json_object(), *figures = json_array();
    models_say(c, answer);
    json_text(all, "answer", answer);
    json_text(all, "own", survival_words[model_of_comparison(c)]);
    json_figure(all, "level_of_differences", models_level(c), 6);
    for (int i = 0; i < c->measures; i++)
        if (hangs_on_survival(&c->measure[i]))
            json_row(figures, figure_json(c, i));
    json_child(all, "figures", figures);
    return all;
}
