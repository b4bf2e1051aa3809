/* sweep.c -- all files of a sweep, in order. */
#include "report/sweep.h"

#include "chart.h"
#include "opened.h"
#include "sweep_charts.h"
#include "sweep_tables.h"

/* --- which charts ------------------------------------------------------------------- */

static bool has_effects(const struct sweep_view *v)
{
    return v->effects[v->by].n > 0;
}

static bool one_at_a_time(const struct sweep_view *v)
{
    return v->sweep->plan.design == TORNADO && has_effects(v);
}

static bool bars_of_keys(const struct sweep_view *v)
{
    enum sweep_design d = v->sweep->plan.design;
    return d != TORNADO && d != MORRIS && v->sweep->plan.keys > 1 && has_effects(v);
}

static bool along_one_key(const struct sweep_view *v)
{
    enum sweep_design d = v->sweep->plan.design;
    return v->sweep->plan.keys == 1 && (d == FACTORIAL || d == LATIN || d == SOBOL) && v->sweep->done > 1;
}

static bool over_two_keys(const struct sweep_view *v)
{
    return v->sweep->plan.design == FACTORIAL && v->sweep->plan.keys == 2 &&
           v->sweep->done == v->sweep->points;
}

static bool paths(const struct sweep_view *v)
{
    return v->sweep->plan.design == MORRIS && has_effects(v);
}

static bool beliefs(const struct sweep_view *v)
{
    return v->split && v->sweep->done > 1;
}

// clang-format off
const struct sweep_chart sweep_charts[] = {
    { "tornado",  one_at_a_time, chart_tornado  },
    { "keys",     bars_of_keys,  chart_swings   },
    { "response", along_one_key, chart_response },
    { "heat",     over_two_keys, chart_heat     },
    { "morris",   paths,         chart_morris   },
    { "spread",   beliefs,       chart_spread   },
    { 0 }
};
// clang-format on

static void draw_charts(struct chart_room *room, const void *of)
{
    const struct sweep_view *v = of;
    for (const struct sweep_chart *c = sweep_charts; c->name; c++) {
        struct heading h = {0};
        if (c->wanted(v))
            charts_add(room, c->name, c->write(room->folder, c->name, v, &h), &h);
    }
}

static void write_data(struct folder *f, const struct sweep_view *v)
{
    for (const struct sweep_file *d = sweep_files; d->name; d++) {
        if (!(d->designs >> v->sweep->plan.design & 1))
            continue;
        FILE *to = folder_file(f, d->name);
        struct table t = table_begin(to, sweep_columns(d, v));
        d->write(&t, v);
        folder_file_close(f, to);
    }
    FILE *to = folder_file(f, "summary.json");
    sweep_summary_json(v, to);
    folder_file_close(f, to);
}

int report_close_sweep(struct report *p, const struct sweep_view *v, bool charts)
{
    struct provenance from = provenance_of_sweep(v->sweep);
    write_data(p->folder, v);
    return report_seal(p, &from, draw_charts, v, charts);
}
