/* sweep_tables.c -- every point, every measure. */
#include "sweep_tables.h"

#include <math.h>
#include "data.h"

// clang-format off
static const struct column point_columns[] = {
    { "point", 0 }, /* here stand the keys */ { "figure", WORDING }, { "value", 5 }, { "low", 5 }, { "high", 5 },
    { "difference", 5 }, { "difference_low", 5 }, { "difference_high", 5 }, { "trials", 0 }, { 0 }
};
static const struct column effect_columns[] = {
    { "figure", WORDING }, { "key", WORDING }, { "measure", WORDING }, { "level", WORDING }, { "value", 5 }, { "low", 5 },
    { "high", 5 }, { 0 }
};
static const struct column index_columns[] = {
    { "figure", WORDING }, { "key", WORDING }, { "measure", WORDING }, { "share", 5 }, { "low", 5 }, { "high", 5 }, { 0 }
};
static const struct column spread_columns[] = {
    { "figure", WORDING }, { "part", WORDING }, { "deviation", 5 }, { "low", 5 }, { "high", 5 }, { "variance_share", 5 },
    { "share_low", 5 }, { "share_high", 5 }, { 0 }
};
// clang-format on

/* --- points ------------------------------------------------------------------------- */

static void key_cells(struct table *t, const struct sweep *s, int point)
{
    for (int k = 0; k < s->plan.keys; k++) {
        table_text(t, point < 0 ? NULL : s->point[point].value[k]);
        table_figure(t, point < 0 ? NAN : s->point[point].number[k]);
    }
}

static void points_write(struct table *t, const struct sweep_view *v)
{
    const struct sweep *s = v->sweep;
    const struct interval none = {NAN, NAN, NAN};
    for (int p = -1; s->based && p < s->done; p++)
        for (int f = 0; f < s->figures; f++) {
            int i = (p + 1) * s->figures + f;
            table_count(t, p + 1);
            key_cells(t, s, p);
            table_text(t, s->figure[f].id);
            table_interval(t, s->value[i]);
            table_interval(t, p < 0 ? none : s->difference[i]);
            table_count(t, p < 0 ? s->based_on : s->plan.trials);
        }
}

/* --- measures of keys ----------------------------------------------------------------- */

static void effect_row(struct table *t, const struct sweep_view *v, int figure, const struct effect *e,
                       bool level)
{
    const struct sweep *s = v->sweep;
    table_text(t, s->figure[figure].id);
    table_text(t, e->key < 0 ? NULL : s->plan.key[e->key].key);
    table_text(t, measure_ids[e->measure]);
    if (level)
        table_text(t, e->level < 0 ? NULL : s->plan.key[e->key].level[e->level]);
    table_interval(t, e->of);
}

static void rows_of_effects(struct table *t, const struct sweep_view *v, bool level)
{
    for (int f = 0; f < v->sweep->figures; f++)
        for (int i = 0; i < v->effects[f].n; i++)
            effect_row(t, v, f, &v->effects[f].effect[i], level);
}

static void effects_write(struct table *t, const struct sweep_view *v)
{
    rows_of_effects(t, v, true);
}

static void indices_write(struct table *t, const struct sweep_view *v)
{
    rows_of_effects(t, v, false);
}

/* --- luck and not knowing --------------------------------------------------------------- */

static void spread_row(struct table *t, const char *figure, const char *part, struct interval deviation,
                       struct interval share)
{
    table_text(t, figure);
    table_text(t, part);
    table_interval(t, deviation);
    table_interval(t, share);
}

static void spread_write(struct table *t, const struct sweep_view *v)
{
    for (int f = 0; f < v->sweep->figures; f++) {
        const struct split *s = &v->split[f];
        const char *figure = v->sweep->figure[f].id;
        struct interval luck = {1 - s->share.value, 1 - s->share.high, 1 - s->share.low}, all = {1, NAN, NAN};
        spread_row(t, figure, "luck", s->luck, luck);
        spread_row(t, figure, "not_knowing", s->knowledge, s->share);
        spread_row(t, figure, "both", s->all, all);
    }
}

// clang-format off
#define OF(design) (1u << (design))
const struct sweep_file sweep_files[] = {
    { "points.csv",  ~0u,                                 point_columns,  points_write  },
    { "effects.csv", ~(OF(INDICES) | OF(BELIEFS)),        effect_columns, effects_write },
    { "indices.csv", OF(INDICES) | OF(BELIEFS),           index_columns,  indices_write },
    { "spread.csv",  OF(BELIEFS),                         spread_columns, spread_write  },
    { 0 }
};
// clang-format on

static int count_of(const struct column *c)
{
    int n = 0;
    while (c[n].name)
        n++;
    return n;
}

const struct column *sweep_columns(const struct sweep_file *f, const struct sweep_view *v)
{
    int n = count_of(f->columns), keys = v->sweep->plan.keys, at = 1;
    if (f->columns != point_columns)
        return f->columns;
    struct column *all = arena_take(v->arena, (size_t)(n + 2 * keys + 1), sizeof *all);
    all[0] = f->columns[0];
    for (int k = 0; k < keys; k++) {
        const char *key = v->sweep->plan.key[k].key;
        all[at++] = (struct column){key, WORDING};
        all[at++] = (struct column){arena_print(v->arena, "%s_number", key), 5};
    }
    for (int i = 1; i <= n; i++)
        all[at++] = f->columns[i];
    return all;
}
