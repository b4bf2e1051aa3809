/* stress.c -- all files of a stress test, in order. */
#include "report/stress.h"

#include <ctype.h>
#include <string.h>
#include "chart.h"
#include "chart_losses.h"
#include "chart_recovery.h"
#include "chart_rungs.h"
#include "chart_shocks.h"
#include "opened.h"
#include "stress_reading.h"
#include "stress_tables.h"

enum { CHART_NAME = 48 };

/* --- data ---------------------------------------------------------------------------- */

static void write_data(struct folder *f, const struct stress *s)
{
    for (const struct stress_file *d = stress_files; d->name; d++) {
        if (!d->wanted(s))
            continue;
        FILE *to = folder_file(f, d->name);
        struct table t = table_begin(to, d->columns);
        d->write(&t, s);
        folder_file_close(f, to);
    }
    FILE *to = folder_file(f, "summary.json");
    stress_summary_json(s, to);
    folder_file_close(f, to);
    to = folder_file(f, "summary.txt");
    stress_summary(s, NULL, false, to);
    folder_file_close(f, to);
}

/* --- charts ---------------------------------------------------------------------------- */

/* "ladder-helicopters-withdrawn", from the stressor's file. */
static void chart_name(const char *what, const struct ladder *l, char text[CHART_NAME])
{
    const char *file = l->plan.stressor->file, *slash = strrchr(file, '/');
    int n = snprintf(text, CHART_NAME, "%s-%.30s", what, slash ? slash + 1 : file);
    for (char *c = text; *c; c++) {
        if (!strcmp(c, ".yaml"))
            *c = 0;
        else if (!isalnum((unsigned char)*c))
            *c = '-';
    }
    (void)n;
}

static bool any_breaks(const struct stress *s, int first, int n)
{
    for (int i = first; i < first + n; i++)
        for (int g = 0; g < s->ladder[i]->goals; g++)
            if (s->ladder[i]->broken[g].point.verdict == BREAKS)
                return true;
    return false;
}

/* How many ladders from `first` on are of its stressor. */
static int of_one_stressor(const struct stress *s, int first)
{
    int n = 1;
    while (first + n < s->ladders && s->ladder[first + n]->plan.stressor == s->ladder[first]->plan.stressor)
        n++;
    return n;
}

/* In the suite only what breaks something is drawn: a page of charts, not a book. */
static void draw_ladders(struct chart_room *room, const struct stress *s)
{
    for (int i = 0, n; i < s->ladders; i += n) {
        char name[CHART_NAME];
        struct heading h = {0};
        n = of_one_stressor(s, i);
        if (s->plan.suite && !any_breaks(s, i, n))
            continue;
        chart_name("ladder", s->ladder[i], name);
        charts_add(room, name, chart_ladder(room->folder, name, s, i, n, &h), &h);
        if (s->plan.suite || !s->ladder[i]->goals)
            continue;
        chart_name("fragility", s->ladder[i], name);
        charts_add(room, name, chart_fragility(room->folder, name, s, i, &h), &h);
    }
}

static void draw_charts(struct chart_room *room, const void *of)
{
    const struct stress *s = of;
    draw_ladders(room, s);
    for (int i = 0; i < s->recoveries; i++) {
        char name[CHART_NAME];
        struct heading h = {0};
        if (i + 1 < s->recoveries && s->recovery[i + 1]->ladder == s->recovery[i]->ladder)
            continue; /* the last step of each ladder */
        chart_name("recovery", s->recovery[i]->ladder, name);
        charts_add(room, name, chart_recovery(room->folder, name, s, i, &h), &h);
    }
    if (s->shocks) {
        struct heading h = {0};
        charts_add(room, "two-shocks", chart_shocks(room->folder, "two-shocks", s, &h), &h);
    }
    if (s->losses) {
        struct heading h = {0};
        charts_add(room, "losses", chart_losses(room->folder, "losses", s, &h), &h);
    }
}

int report_close_stress(struct report *p, const struct stress *s, bool charts)
{
    struct provenance from = provenance_of_stress(s);
    write_data(p->folder, s);
    return report_seal(p, &from, draw_charts, s, charts);
}
