/* report.c -- all files of a run, in order. */
#include "report/report.h"

#include <stdlib.h>
#include <string.h>
#include "base/die.h"
#include "base/interrupt.h"
#include "chart.h"
#include "charts.h"
#include "data.h"
#include "manifest.h"
#include "opened.h"

struct report *report_open(const char *folder, bool overwrite, int argc, char **argv)
{
    struct report *p = must_alloc(1, sizeof *p);
    p->folder = folder_open(folder, overwrite);
    p->origin.started = time(NULL);
    p->origin.argc = argc;
    p->origin.argv = argv;
    interrupts_noted();
    return p;
}

const char *report_place(const struct report *p)
{
    return p->folder->place.target;
}

void report_free(struct report *p)
{
    if (!p)
        return;
    interrupts_forgotten();
    folder_free(p->folder);
    free(p->origin.override);
    free(p);
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

static void draw_charts(struct chart_room *room, const void *of)
{
    for (int i = 0; i < CHARTS; i++) {
        struct heading h = {0};
        charts_add(room, run_charts[i].name, run_charts[i].write(room->folder, run_charts[i].name, of, &h),
                   &h);
    }
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

/* Before the charts the folder is whole without them: who is killed while they are drawn loses nothing else. */
int report_seal(struct report *p, const struct provenance *from, draw_fn *draw, const void *of, bool charts)
{
    folder_must_be_whole(p->folder);
    manifest_write(p->folder, from, &p->origin);
    struct chart_room room = charts_begin(p->folder->draft, charts);
    draw(&room, of);
    bool drawn = charts_end(&room);
    manifest_write(p->folder, from, &p->origin);
    folder_finish(p->folder);
    charts_say(&room, p->folder->place.target);
    return drawn ? EXIT_DONE : EXIT_CHARTS;
}

int report_close(struct report *p, const struct results *r, bool charts)
{
    struct provenance from = provenance_of(r);
    folder_close_all(p->folder);
    write_data(p->folder, r);
    return report_seal(p, &from, draw_charts, r, charts);
}
