/* report.c -- all files of a run, in order. */
#include "report/report.h"

#include <stdlib.h>
#include <string.h>
#include "base/die.h"
#include "chart.h"
#include "charts.h"
#include "data.h"
#include "manifest.h"
#include "opened.h"

struct report *report_open(const char *folder, bool overwrite)
{
    struct report *p = must_alloc(1, sizeof *p);
    p->folder = folder_open(folder, overwrite);
    p->origin.started = time(NULL);
    return p;
}

FILE *report_rows(struct report *p, const char *name)
{
    for (const struct data_file *d = data_files; d->name; d++)
        if (!strcmp(d->name, name)) {
            FILE *to = folder_file(p->folder, d->name);
            table_begin(to, d->columns);
            return to;
        }
    abort();
}

struct origin *report_origin(struct report *p)
{
    return &p->origin;
}

// clang-format off
static const struct {
    const char *name;
    chart_fn *write;
} run_charts[] = {
    { "time-to-care", chart_times   },
    { "phases",       chart_phases  },
    { "sectors",      chart_sectors },
    { "utilisation",  chart_use     },
    { "map",          chart_map     },
};
// clang-format on
enum { CHARTS = sizeof run_charts / sizeof run_charts[0] };

static bool draw_charts(const char *folder, const struct results *r)
{
    struct chart_room room = charts_begin(folder);
    for (int i = 0; i < CHARTS; i++) {
        struct heading h = {0};
        charts_add(&room, run_charts[i].name, run_charts[i].write(room.draft, run_charts[i].name, r, &h), &h);
    }
    return charts_end(&room);
}

static void write_data(struct folder *f, const struct results *r)
{
    for (const struct data_file *d = data_files; d->name; d++) {
        if (!d->write)
            continue;
        FILE *to = folder_file(f, d->name);
        struct table t = table_begin(to, d->columns);
        d->write(&t, r);
        folder_file_close(f, to);
    }
    FILE *to = folder_file(f, "summary.json");
    report_summary_json(r, to);
    folder_file_close(f, to);
}

void report_sealed(struct report *p, const struct provenance *from, int argc, char **argv)
{
    p->origin.argc = argc;
    p->origin.argv = argv;
    manifest_write(p->folder, from, &p->origin);
    folder_finish(p->folder);
}

int report_freed(struct report *p, bool drawn)
{
    folder_free(p->folder);
    free(p->origin.override);
    free(p);
    return drawn ? EXIT_DONE : EXIT_CHARTS;
}

int report_close(struct report *p, const struct results *r, bool charts, int argc, char **argv)
{
    struct provenance from = provenance_of(r);
    folder_close_all(p->folder);
    write_data(p->folder, r);
    report_sealed(p, &from, argc, argv);
    return report_freed(p, !charts || draw_charts(p->folder->target, r));
}
