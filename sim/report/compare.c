/* compare.c -- all files of a comparison, in order. */
#include "report/compare.h"

#include "chart.h"
#include "compare_charts.h"
#include "compare_reading.h"
#include "compare_tables.h"
#include "experiment/models.h"
#include "opened.h"

// clang-format off
const struct compare_chart compare_charts[] = {
    { "differences", chart_differences, false },
    { "plans",       chart_plans,       false },
    { "reasons",     chart_reasons,     false },
    { "frontier",    chart_frontier,    false },
    { "models",      chart_models,      true  },
    { 0 }
};
// clang-format on

static void write_data(struct folder *f, const struct comparison *c)
{
    for (const struct compare_file *d = compare_files; d->name; d++) {
        if (d->of_models && models_played(c) < 2)
            continue;
        FILE *to = folder_file(f, d->name);
        struct table t = table_begin(to, d->columns);
        d->write(&t, c);
        folder_file_close(f, to);
    }
    FILE *to = folder_file(f, "summary.json");
    comparison_summary_json(c, to);
    folder_file_close(f, to);
}

static void draw_charts(struct chart_room *room, const void *of)
{
    const struct comparison *c = of;
    for (const struct compare_chart *chart = compare_charts; chart->name; chart++) {
        struct heading h = {0};
        if (chart->of_models && models_played(c) < 2)
            continue;
        charts_add(room, chart->name, chart->write(room->folder, chart->name, c, &h), &h);
    }
}

int report_close_comparison(struct report *p, const struct comparison *c, bool charts)
{
    struct provenance from = provenance_of_comparison(c);
    write_data(p->folder, c);
    return report_seal(p, &from, draw_charts, c, charts);
}
