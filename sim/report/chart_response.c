/* chart_response.c -- the figure along one key. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "key_rows.h"
#include "sweep_charts.h"

enum { TICS_MOST = 12 };

static struct interval value_at(const struct sweep_view *v, int point)
{
    struct interval i = v->sweep->value[(point + 1) * v->sweep->figures + v->by];
    double scale = scale_of_figure(&v->sweep->figure[v->by]);
    return (struct interval){i.value * scale, i.low * scale, i.high * scale};
}

/* Points in the order of the key, so that a line may join them. */
static void in_order(const struct sweep_view *v, int *order)
{
    const struct sweep *s = v->sweep;
    for (int p = 0; p < s->done; p++) {
        int at = p;
        for (; at > 0 && s->point[order[at - 1]].number[0] > s->point[p].number[0]; at--)
            order[at] = order[at - 1];
        order[at] = p;
    }
}

static void write_points(struct canvas *c, const struct sweep_view *v, double across[2], double up[2])
{
    const struct sweep *s = v->sweep;
    int *order = arena_take(v->arena, (size_t)s->done, sizeof *order);
    in_order(v, order);
    for (int n = 0; n < s->done; n++) {
        struct interval i = value_at(v, order[n]);
        double x = s->point[order[n]].number[0];
        canvas_data(c, 4, (double[]){x, i.value, i.low, i.high});
        across[0] = n ? fmin(across[0], x) : x;
        across[1] = n ? fmax(across[1], x) : x;
        if (isnan(i.value))
            continue;
        up[0] = fmin(up[0], i.low);
        up[1] = fmax(up[1], i.high);
    }
}

/* Levels by their words, each at its number. */
static void write_tics(struct canvas *c, const struct vary *k, const double across[2], struct arena *a)
{
    double span = across[1] - across[0];
    canvas_put(c, "set xrange [%.6g:%.6g]", across[0] - 0.04 * span, across[1] + 0.04 * span);
    if (!k->levels || k->levels > TICS_MOST) {
        double step = tic_step(span);
        canvas_put(c, "set xtics %.6g\nset format x '%%.%df'", step, step < 0.1 ? 2 : step < 1 ? 1 : 0);
        return;
    }
    canvas_put(c, "set xtics ('' %.6g)", across[0]);
    for (int l = 0; l < k->levels; l++) {
        char label[SAY_SIZE];
        double x = vary_number(k, k->level[l], a);
        say_name(k->level[l], 16, label, sizeof label);
        canvas_label(c, (struct spot_on){"first", x, "graph", 0}, label,
                     "center offset 0,-1.1 font 'Liberation Sans,13' textcolor rgb '" INK "'");
        canvas_put(c, "set xtics add ('' %.6g)", x);
    }
}

static void write_base(struct canvas *c, const struct sweep_view *v)
{
    struct interval base = value_at(v, -1);
    if (isnan(base.value))
        return;
    canvas_put(
        c,
        "set arrow 1 from graph 0,first %.6g to graph 1,first %.6g nohead back dt 2 lw 1.4 lc rgb '" MID "'",
        base.value, base.value);
    canvas_label(c, (struct spot_on){"graph", 1, "first", base.value}, "as it is",
                 "left offset 0.7,0 font 'Liberation Sans,13' textcolor rgb '" INK "'");
}

static void write_heights(struct canvas *c, const struct figure *f, const double up[2])
{
    double top = f->kind == TOTAL ? 1.08 * up[1] : fmin(100, 10 * ceil(0.1 * up[1] + 0.2)), step;
    top = top > 0 ? top : 1;
    step = tic_step(top);
    canvas_put(c, "set yrange [0:%.6g]\nset ytics %.6g", top, step);
    canvas_put(c, "set format y '%%.%df%s'",
               step < 0.1 ? 2
               : step < 1 ? 1
                          : 0,
               f->kind == TOTAL ? "" : " %%");
}

static struct heading words(const struct sweep_view *v)
{
    struct heading h = {0};
    const struct sweep *s = v->sweep;
    const struct figure *f = &s->figure[v->by];
    char key[KEY_SIZE];
    key_says(v, 0, key);
    title_of_sweep(v, h.title);
    snprintf(h.subtitle, sizeof h.subtitle, "%s%s, by %s", f->kind == TOTAL ? f->says : "Share ",
             f->kind == TOTAL ? " a trial" : f->says, key);
    note_of_sweep(v, "Dashed: the scenario as it is.", h.note);
    snprintf(h.alt, sizeof h.alt, "Curve of %s along %s. %s.", f->says, key, h.title);
    for (int i = 0; i < 2; i++) {
        char value[SAY_SIZE];
        int p = i ? s->done - 1 : 0;
        size_t n = strlen(h.alt);
        figure_says(f, s->value[(p + 1) * s->figures + v->by], value);
        snprintf(h.alt + n, sizeof h.alt - n, " At %.60s: %s.", s->point[p].value[0], value);
    }
    return h;
}

bool chart_response(const char *folder, const char *name, const struct sweep_view *v, struct heading *h)
{
    double across[2] = {0, 0}, up[2] = {0, 0};
    char key[KEY_SIZE], axis[2 * KEY_SIZE];
    const struct vary *k = &v->sweep->plan.key[0];
    struct canvas c = canvas_open(folder, name, 0.085, 0.90, 0.85, 0.225);
    struct provenance from = provenance_of_sweep(v->sweep);
    *h = words(v);
    canvas_heading(&c, h, &from);
    write_points(&c, v, across, up);
    write_tics(&c, k, across, v->arena);
    write_heights(&c, &v->sweep->figure[v->by], up);
    write_base(&c, v);
    key_says(v, 0, key);
    bool bare = !k->levels || k->levels > TICS_MOST;
    snprintf(axis, sizeof axis, "%s%s%s", key, bare && *k->unit ? "," : "", bare ? k->unit : "");
    canvas_label(&c, ON_SCREEN(0.49, 0.135), axis,
                 "center font 'Liberation Sans,14' textcolor rgb '" INK "'");
    return canvas_plot(
        &c, k->words ? "DATA using 1:2:3:4 with yerrorbars pt 7 ps 1.3 lw 1.8 lc rgb '" BLUE "' notitle"
                     : "DATA using 1:2 with lines lw 1.6 lc rgb '" BLUE "' notitle, "
                       "DATA using 1:2:3:4 with yerrorbars pt 7 ps 1.2 lw 1.8 lc rgb '" BLUE "' notitle");
}
