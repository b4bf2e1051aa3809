/* sides.c -- each panel is from minus to plus the reach of all. */
#include "sides.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include "bars.h"
#include "compare_reading.h"

enum { STYLE_SIZE = 160 };

struct field_of { /* all panels share one scale, from -reach to +reach */
    int plans;
    double reach;
    const char *name[BARS_SHOWN];
};

int sides_plans(const struct comparison *c)
{
    return c->plan.arms - 1 < BARS_SHOWN ? c->plan.arms - 1 : BARS_SHOWN;
}

static struct field_of read_field(const struct comparison *c, const struct sides *s)
{
    struct field_of f = {.plans = sides_plans(c), .reach = s->least};
    for (int i = 0; i < f.plans; i++) {
        f.name[i] = c->plan.arm[i + 1].name;
        for (int p = 0; p < s->n; p++) {
            struct interval d = s->of(c, i, p);
            f.reach = fmax(f.reach, fmax(fabs(d.low), fabs(d.high)));
        }
    }
    f.reach *= 1.05;
    return f;
}

/* A panel is 2 wide, from -1 to +1 of the reach, and they stand 0.5 apart. */
static double middle(int panel)
{
    return 1 + 2.5 * panel;
}

static int tic_decimals(double step)
{
    return step < 0.005 ? 3 : step < 0.05 ? 2 : step < 0.5;
}

static void write_panel(struct canvas *c, const struct field_of *f, const struct side *of, int p)
{
    char style[STYLE_SIZE];
    double x = middle(p), step = tic_step(f->reach * 2);
    canvas_put(c,
               "set object %d rect from first %.3f,graph 0 to first %.3f,graph 1 behind fc rgb '#F5F5F5' "
               "fs solid 1 noborder",
               p + 1, x - 1, x + 1);
    canvas_put(
        c, "set arrow %d from first %.3f,graph 0 to first %.3f,graph 1 nohead back lw 1.4 lc rgb '" MID "'",
        10 + p, x, x);
    canvas_put(c, "set xtics add ('0' %.3f)", x);
    for (double at = 2 * step; at <= f->reach; at += 2 * step)
        canvas_put(c, "set xtics add ('-%.*f' %.4f, '+%.*f' %.4f)", tic_decimals(step), at, x - at / f->reach,
                   tic_decimals(step), at, x + at / f->reach);
    snprintf(style, sizeof style, "left font 'Liberation Sans:Bold,14' textcolor rgb '%s'", of->colour);
    canvas_label(c, (struct spot_on){"first", x - 1, "graph", 1.085}, of->title, style);
    canvas_label(c, (struct spot_on){"first", x - 1, "graph", 1.035}, of->below,
                 "left font 'Liberation Sans,12' textcolor rgb '" MID "'");
}

static void write_figure(struct canvas *c, const struct sides *s, double x, double y, struct interval d,
                         double reach)
{
    char text[SAY_SIZE];
    bool right = d.high < 0.55 * reach;
    int decimals = s->decimals - (fabs(d.value) >= 2);
    if (fabs(d.value) < 0.5 * pow(10, -s->decimals))
        snprintf(text, sizeof text, "0");
    else
        snprintf(text, sizeof text, "%+.*f", decimals, d.value);
    canvas_label(c, ON_AXES(x + (right ? d.high : d.low) / reach, y), text,
                 right ? "left offset 0.8,0 font 'Liberation Sans,13' textcolor rgb '" INK "' front"
                       : "right offset -0.8,0 font 'Liberation Sans,13' textcolor rgb '" INK "' front");
}

/* Two blocks of data a panel: those that are sure, then those in doubt. */
static void write_points(struct canvas *canvas, const struct comparison *c, const struct sides *s,
                         const struct field_of *f)
{
    for (int p = 0; p < s->n; p++)
        for (int sure = 1; sure >= 0; sure--) {
            canvas_data(canvas, 4, (double[]){NAN, NAN, NAN, NAN}); /* gnuplot wants at least one line */
            for (int i = 0; i < f->plans; i++) {
                struct interval d = s->of(c, i, p);
                bool clear = d.low > 0 || d.high < 0;
                double x = middle(p), y = f->plans - 1 - i;
                if (isnan(d.value) || clear != (sure == 1))
                    continue;
                canvas_data(
                    canvas, 4,
                    (double[]){x + d.value / f->reach, y, x + d.low / f->reach, x + d.high / f->reach});
                write_figure(canvas, s, x, y, d, f->reach);
            }
            canvas_next_block(canvas);
        }
}

bool sides_draw(const char *folder, const char *name, const struct comparison *c, const struct sides *s,
                const struct heading *h)
{
    struct field_of f = read_field(c, s);
    struct canvas canvas = canvas_open(folder, name, bars_margin(f.name, f.plans), 0.97, 0.775, 0.235);
    struct provenance from = provenance_of_comparison(c);
    canvas_heading(&canvas, h, &from);
    bars_names(&canvas, f.name, f.plans, false);
    canvas_put(&canvas, "unset border\nset grid noxtics\nset xrange [-0.1:%.3f]", middle(s->n - 1) + 1.1);
    canvas_put(&canvas, "set xtics scale 0 ('' 0)\nset xlabel '%s' textcolor rgb '" INK "'", s->unit);
    for (int p = 0; p < s->n; p++)
        write_panel(&canvas, &f, &s->side[p], p);
    write_points(&canvas, c, s, &f);
    canvas_put(&canvas, "set errorbars small");
    char plot[4000] = "";
    for (int p = 0; p < s->n; p++) {
        size_t n = strlen(plot);
        snprintf(plot + n, sizeof plot - n,
                 "%sDATA index %d using 1:2:3:4 with xerrorbars pt %d ps 1.4 lw 1.8 lc rgb '%s' notitle, "
                 "DATA index %d using 1:2:3:4 with xerrorbars pt 0 lw 1.4 lc rgb '" MID "' notitle, "
                 "DATA index %d using 1:2 with points pt %d ps 1.4 lc rgb 'white' notitle, "
                 "DATA index %d using 1:2 with points pt %d ps 1.4 lw 1.6 lc rgb '" MID "' notitle",
                 p ? ", " : "", 2 * p, s->side[p].full, s->side[p].colour, 2 * p + 1, 2 * p + 1,
                 s->side[p].full, 2 * p + 1, s->side[p].hollow);
    }
    return canvas_plot(&canvas, plot);
}
