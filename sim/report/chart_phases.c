/* chart_phases.c -- which step eats the time: stacked bars, one for each sector. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/unit.h"
#include "bars.h"
#include "base/die.h"
#include "charts.h"
#include "finding.h"
#include "phase_paint.h"
#include "reading.h"
#include "say.h"

enum { STYLE_SIZE = 160 };

// clang-format off
/* Minutes, unless the way is so long that people would count in hours or days. */
static const struct scale {
    const char *name, *label;
    double ms, until;
} scales[] = {
    { "minutes", "Minutes from wounding", 60000,    600 },
    { "hours",   "Hours from wounding",   3600000,  72  },
    { "days",    "Days from wounding",    86400000, HUGE_VAL },
};
// clang-format on

struct bar {
    int group;
    double total_ms, mean_ms[PHASES];
};

struct stack {
    int n, sectors; /* shown; of so many */
    struct bar *bar;
    const char *name[BARS_SHOWN];
    double longest_ms;
    bool shown[PHASES];
    struct scale scale;
};

static int slower(const void *a, const void *b)
{
    double x = ((const struct bar *)a)->total_ms, y = ((const struct bar *)b)->total_ms;
    return (x < y) - (x > y);
}

static void read_bar(struct stack *s, const struct tally *t, int group)
{
    struct bar *b = &s->bar[s->n++];
    *b = (struct bar){.group = group, .total_ms = mean_total_ms(t, group, SURGERY)};
    for (int p = 0; p < PHASES; p++) {
        b->mean_ms[p] = mean_phase_ms(t, group, SURGERY, (enum phase)p);
        s->shown[p] = s->shown[p] || b->mean_ms[p] > 0;
    }
    s->longest_ms = fmax(s->longest_ms, b->total_ms);
}

/* All together first, then the sectors, the slowest at the top. */
static struct stack read_stack(const struct results *r)
{
    const struct frame *f = r->frame;
    struct stack s = {.bar = must_alloc((size_t)f->groups, sizeof *s.bar)};
    read_bar(&s, r->tally, 0);
    for (int g = 1; g < f->groups; g++)
        if (!strcmp(f->group[g].dimension, "sector") && tally_needed(r->tally, g, SURGERY)->n > 0)
            read_bar(&s, r->tally, g);
    qsort(s.bar + 1, (size_t)s.n - 1, sizeof *s.bar, slower);
    s.sectors = s.n - 1;
    s.n = s.n < BARS_SHOWN ? s.n : BARS_SHOWN;
    for (int i = 0; i < s.n; i++)
        s.name[i] = i ? f->group[s.bar[i].group].name : "All";
    int unit = 0;
    while (s.longest_ms / scales[unit].ms > scales[unit].until)
        unit++;
    s.scale = scales[unit];
    return s;
}

/* A figure does not stand on the line of 2 h. */
static double beside_line(double middle_ms, double width_ms)
{
    double off_ms = middle_ms - (double)HOURS(2), room_ms = 0.014 * width_ms;
    return fabs(off_ms) < room_ms ? (double)HOURS(2) + (off_ms < 0 ? -room_ms : room_ms) : middle_ms;
}

static void write_bar(struct canvas *c, const struct stack *s, int i)
{
    const struct bar *b = &s->bar[i];
    double from = 0, width = s->longest_ms * 1.08, y = s->n - 1 - i;
    char text[SAY_SIZE], style[STYLE_SIZE];
    for (int p = 0; p < PHASES; p++) {
        double share = b->mean_ms[p] / width, to = from + b->mean_ms[p];
        if (!(b->mean_ms[p] > 0))
            continue;
        canvas_data(c, 5, (double[]){p, y, from / s->scale.ms, to / s->scale.ms, 0.34});
        figure_write(b->mean_ms[p] / s->scale.ms, s->scale.ms > 60000 ? 1 : 0, text);
        snprintf(style, sizeof style, "center front font 'Liberation Sans,12' textcolor rgb '%s'",
                 phase_paint[p].ink);
        if (share > 0.012 * (double)(strlen(text) + 1))
            canvas_label(c, ON_AXES(beside_line((from + to) / 2, width) / s->scale.ms, y), text, style);
        from = to;
    }
    figure_write(b->total_ms / s->scale.ms, s->scale.ms > 60000 ? 1 : 0, text);
    canvas_label(c, ON_AXES(b->total_ms / s->scale.ms, y), text,
                 "left offset 0.7,0 font 'Liberation Sans:Bold,14' textcolor rgb '" INK "'");
}

static void write_axes(struct canvas *c, const struct stack *s)
{
    double end = s->longest_ms > 0 ? s->longest_ms / s->scale.ms * 1.08 : 180,
           two_hours = (double)HOURS(2) / s->scale.ms;
    canvas_put(c, "set xrange [0:%.6g]\nset xtics %.6g", end,
               s->scale.ms > 60000 ? tic_step(end)
               : end > 300         ? 60
                                   : 30.0);
    canvas_put(c, "set xlabel '%s' textcolor rgb '" INK "'", s->scale.label);
    if (two_hours > end || s->scale.ms > 3600000)
        return;
    canvas_put(
        c,
        "set arrow 1 from first %.6g,graph 0 to first %.6g,graph 1 nohead front dt 2 lw 1.4 lc rgb '" INK "'",
        two_hours, two_hours);
    canvas_label(c, (struct spot_on){"first", two_hours, "graph", 1.03}, "2 h",
                 "center textcolor rgb '" INK "'");
}

static struct heading words(const struct stack *s, const struct results *r)
{
    struct heading h = {0};
    char total[SAY_SIZE], count[SAY_SIZE], missed[SAY_SIZE];
    int64_t needed = tally_needed(r->tally, 0, SURGERY)->n;
    finding_phases(s->bar[0].mean_ms, h.title);
    say_count(needed, count);
    say_count(needed - reached_ever(r->tally, 0, SURGERY), missed);
    snprintf(h.subtitle, sizeof h.subtitle,
             "Mean %s in each step from wounding to surgery, T1 who need an operation%s; the steps add up",
             s->scale.name, s->sectors > 1 ? ", by sector" : "");
    snprintf(h.note, sizeof h.note,
             "%s needed surgery; %s of them did not get it: their time counts until death or the end of "
             "follow-up.%s",
             count, missed, s->sectors >= BARS_SHOWN ? " Only the slowest sectors are shown." : "");
    say_minutes(s->bar[0].total_ms, total);
    if (needed)
        snprintf(h.alt, sizeof h.alt,
                 "Stacked bars of the mean time in each step from wounding to surgery, one for all and one "
                 "for each of %d sectors. "
                 "%s. Mean in all: %s; longest: %.100s.",
                 s->sectors, h.title, total, s->n > 1 ? s->name[1] : s->name[0]);
    else
        snprintf(h.alt, sizeof h.alt, "An empty chart: nobody needed surgery.");
    return h;
}

bool chart_phases(const char *folder, const char *name, const struct results *r, struct heading *h)
{
    struct stack s = read_stack(r);
    struct canvas c = canvas_open(folder, name, bars_margin(s.name, s.n), 0.965, 0.735, 0.215);
    *h = words(&s, r);
    struct provenance from = provenance_of(r);
    canvas_heading(&c, h, &from);
    write_axes(&c, &s);
    bars_names(&c, s.name, s.n, true);
    phase_legend(&c, s.shown);
    for (int i = 0; i < s.n && s.longest_ms > 0; i++)
        write_bar(&c, &s, i);
    free(s.bar);
    canvas_data(&c, 5, (double[]){-1, -9, 0, 0, 0}); /* gnuplot wants at least one line */
    phase_colours(&c);
    return canvas_plot(&c, PHASE_BOXES);
}
