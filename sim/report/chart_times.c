/* chart_times.c -- how soon care comes: curves with bands, and the lines of 10-1-2. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/die.h"
#include "base/unit.h"
#include "charts.h"
#include "ends.h"
#include "finding.h"
#include "reading.h"
#include "say.h"
#include "utf8.h"

static const double left = 0.075, right = 0.80, top = 0.835, bottom = 0.215;

// clang-format off
static const struct line {
    enum milestone milestone;
    const char *name, *colour, *ink, *dash; /* ink: the hue as text, dark enough to read */
} lines[] = {
    { FIRST_AID,         "First aid",         GREEN,  "#007F5D", "(4,8)"          },
    { RESUSCITATION,     "Resuscitation",     ORANGE, "#A06E00", "(20,8,4,8)" },
    { SURGICAL_FACILITY, "Surgical facility", BLUE,   BLUE,      "1"          },
    { SURGERY,           "Surgery",           VERM,   "#C25400", "(20,11)"          },
};
// clang-format on
enum { LINES = sizeof lines / sizeof lines[0], LABEL_STYLE = 160 };

struct curves {
    int minutes;                   /* right end of the axis */
    int step;                      /* minutes between tics */
    struct interval *share[LINES]; /* by minute */
    struct interval in_time[LINES];
    bool any[LINES]; /* did anybody need it? */
};

/* The shortest axis on which surgery has come for most of those for whom it comes within a day. */
static void choose_axis(struct curves *x, const struct tally *t)
{
    static const struct {
        int minutes, step;
    } axes[] = {{240, 30}, {360, 60}, {480, 60}, {720, 120}};
    struct curve c = tally_curve(t, 0, SURGERY);
    double most = curve_share(&c, HOURS(24), LEVEL).value;
    for (size_t i = 0; i < sizeof axes / sizeof axes[0]; i++) {
        x->minutes = axes[i].minutes;
        x->step = axes[i].step;
        if (!(curve_share(&c, MINUTES(x->minutes), LEVEL).value < 0.85 * most))
            return;
    }
}

static void read_line(struct curves *x, int i, const struct tally *t)
{
    struct curve c = tally_curve(t, 0, lines[i].milestone);
    struct interval *band = must_alloc((size_t)c.bins->count, sizeof *band);
    x->any[i] = c.needed->n > 0;
    x->in_time[i] = share_in_time(t, 0, lines[i].milestone).of;
    x->share[i] = must_alloc((size_t)x->minutes + 1, sizeof **x->share);
    curve_band(&c, LEVEL, band);
    for (int minute = 0, bin = 0; minute <= x->minutes; minute++) {
        while (bin + 1 < c.bins->count - 1 && bins_edge(c.bins, bin + 1) <= MINUTES(minute))
            bin++;
        x->share[i][minute] = band[bin];
    }
    free(band);
}

static void write_data(struct canvas *c, const struct curves *x)
{
    for (int minute = 0; minute <= x->minutes; minute += x->minutes > 480 ? 2 : 1) {
        double row[1 + 3 * LINES] = {minute};
        for (int i = 0; i < LINES; i++) {
            struct interval s = x->share[i][minute];
            row[1 + 3 * i] = s.value;
            row[2 + 3 * i] = s.low;
            row[3 + 3 * i] = s.high;
        }
        canvas_data(c, 1 + 3 * LINES, row);
    }
}

static void write_axes(struct canvas *c, const struct curves *x)
{
    canvas_put(c, "set xrange [0:%d]\nset yrange [0:1]\nset xtics %d\nset mxtics 2", x->minutes, x->step);
    canvas_put(c,
               "set ytics ('0 %%%%' 0,'20 %%%%' 0.2,'40 %%%%' 0.4,'60 %%%%' 0.6,'80 %%%%' 0.8,'100 %%%%' 1)");
    canvas_put(c, "set xlabel 'Minutes from wounding' textcolor rgb '" INK "'");
    static const struct {
        int minute;
        const char *name;
    } targets[] = {{10, "10 min"}, {60, "1 h"}, {120, "2 h"}};
    for (int i = 0; i < 3; i++) {
        canvas_put(c, "set arrow %d from %d,0 to %d,1 nohead back dt 2 lw 1.2 lc rgb '" MID "'", i + 1,
                   targets[i].minute, targets[i].minute);
        canvas_label(c, ON_AXES(targets[i].minute, 1.025), targets[i].name, "center textcolor rgb '" MID "'");
    }
}

/* --- names at the ends of the curves ---------------------------------------- */

static void write_ends(struct canvas *c, const struct curves *x)
{
    struct curve_end ends[LINES];
    int n = 0;
    for (int i = 0; i < LINES; i++) {
        char percent[SAY_SIZE];
        if (!x->any[i])
            continue;
        struct curve_end *e = &ends[n++];
        *e = (struct curve_end){.height = x->share[i][x->minutes].value, .ink = lines[i].ink};
        say_percent(e->height, 0, percent);
        snprintf(e->name, sizeof e->name, "%s", lines[i].name);
        snprintf(e->small, sizeof e->small, "%s after %d h", percent, x->minutes / 60);
    }
    ends_write(c, ends, n, x->minutes);
}

/* --- values where a curve meets its target ---------------------------------- */

struct box {
    double x0, x1, y0, y1; /* minutes, share */
};

static bool overlap(struct box a, struct box b)
{
    return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/* How much of the curves, the target lines and the labels so far a label there would cover. */
static int clutter(const struct curves *x, struct box b, const struct box *taken, int n)
{
    int covered = b.x0 < 0 || b.x1 > x->minutes || b.y0 < 0 || b.y1 > 1 ? 1000 : 0;
    for (int i = 0; i < n; i++)
        covered += overlap(b, taken[i]) ? 1000 : 0;
    for (int i = 0; i < LINES; i++)
        for (int minute = (int)fmax(0, b.x0); x->any[i] && minute <= b.x1 && minute <= x->minutes; minute++)
            covered += x->share[i][minute].value > b.y0 && x->share[i][minute].value < b.y1;
    static const int targets[] = {10, 60, 120};
    for (int i = 0; i < 3; i++)
        covered += targets[i] > b.x0 && targets[i] < b.x1 ? 20 : 0;
    return covered;
}

/* Where a label may stand, seen from its point: to a side, above or below. */
static const struct {
    const char *style;
    double side, rise; /* -1: to the left; in shares of the axis */
} stands[] = {
    {"right offset -1,0.7", -1, 0.032}, {"left offset 1,-0.8", 1, -0.036},
    {"left offset 1,0.2", 1, 0.009},    {"right offset -1,-0.8", -1, -0.036},
    {"left offset 1,-1.8", 1, -0.081},  {"right offset -1,1.7", -1, 0.077},
    {"left offset 1,1.2", 1, 0.054},    {"left offset 1,2.3", 1, 0.104},
    {"right offset -1,2.7", -1, 0.122},
};
enum { STANDS = sizeof stands / sizeof stands[0] };

static struct box box_at(const struct curves *x, int stand, double minute, double share, int letters)
{
    double width = letters * 0.0094 * x->minutes, gap = 0.012 * x->minutes,
           middle = share + stands[stand].rise;
    double from = stands[stand].side < 0 ? minute - gap - width : minute + gap;
    return (struct box){from, from + width, middle - 0.026, middle + 0.026};
}

static void write_values(struct canvas *c, const struct curves *x)
{
    struct box taken[LINES];
    int n = 0;
    for (int i = 0; i < LINES; i++) {
        char text[SAY_SIZE], style[LABEL_STYLE];
        double minute = (double)(milestones[lines[i].milestone].target_ms / MINUTES(1));
        if (!x->any[i])
            continue;
        say_share(x->in_time[i], text);
        int best = 0, least = INT_MAX;
        for (int s = 0; s < STANDS; s++) {
            int covered = clutter(x, box_at(x, s, minute, x->in_time[i].value, utf8_length(text)), taken, n);
            if (covered < least) {
                best = s;
                least = covered;
            }
        }
        taken[n++] = box_at(x, best, minute, x->in_time[i].value, utf8_length(text));
        snprintf(
            style, sizeof style,
            "%s point pt 7 ps 1.4 lc rgb '%s' textcolor rgb '%s' font 'Liberation Sans:Bold,14' front boxed",
            stands[best].style, lines[i].colour, lines[i].ink);
        canvas_label(c, ON_AXES(minute, x->in_time[i].value), text, style);
    }
}

/* --- the words --------------------------------------------------------------- */

static struct heading words(const struct curves *x, const struct tally *t)
{
    struct heading h = {0};
    char share[LINES][SAY_SIZE];
    struct curve c = tally_curve(t, 0, SURGERY);
    char median[SAY_SIZE];
    finding_times(x->in_time[2], x->in_time[3], h.title);
    say_median(curve_quantile(&c, 0.5, LEVEL), median);
    for (int i = 0; i < LINES; i++)
        say_share(x->in_time[i], share[i]);
    snprintf(h.subtitle, sizeof h.subtitle,
             "Share of those who need it who have had each kind of care, by time since wounding");
    snprintf(h.note, sizeof h.note,
             "Who needs it: first aid, all not killed outright; resuscitation, T1 and T2; surgery, T1 who "
             "need an operation. "
             "Shaded, in brackets: 95 %% interval, the trial as the unit. Those who die first stay in the "
             "denominator.");
    snprintf(
        h.alt, sizeof h.alt,
        "Curves of the share of casualties who have had each kind of care against minutes since wounding. "
        "%s. "
        "First aid within 10 min: %s. Resuscitation within 1 h: %s. At a surgical facility within 2 h: %s. "
        "In surgery within 2 h: %s; median time to surgery: %s.",
        h.title, share[0], share[1], share[2], share[3], median);
    return h;
}

bool chart_times(const char *folder, const char *name, const struct results *r, struct heading *h)
{
    struct curves x = {0};
    struct canvas c = canvas_open(folder, name, left, right, top, bottom);
    choose_axis(&x, r->tally);
    for (int i = 0; i < LINES; i++)
        read_line(&x, i, r->tally);
    *h = words(&x, r->tally);
    struct provenance from = provenance_of(r);
    canvas_heading(&c, h, &from);
    write_data(&c, &x);
    write_axes(&c, &x);
    write_ends(&c, &x);
    write_values(&c, &x);
    char plot[2000] = "";
    for (int i = 0; i < LINES; i++) {
        size_t n = strlen(plot);
        snprintf(
            plot + n, sizeof plot - n,
            "%sDATA using 1:%d:%d with filledcurves lc rgb '%s' fs transparent solid 0.22 noborder notitle, "
            "DATA using 1:%d with lines lw 2.2 dt %s lc rgb '%s' notitle",
            i ? ", " : "", 3 + 3 * i, 4 + 3 * i, lines[i].colour, 2 + 3 * i, lines[i].dash, lines[i].colour);
        free(x.share[i]);
    }
    return canvas_plot(&c, plot);
}
