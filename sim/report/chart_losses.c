/* chart_losses.c -- what goes with each thing that is lost, the gravest first. */
#include "chart_losses.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include "bars.h"
#include "base/unit.h"
#include "reading.h"
#include "say.h"
#include "stress_reading.h"

enum { ONE_NAME = LOSS_NAME / 2 - 5 };

/* "kidal airstrip" for sites.kidal.airstrip=false: what is taken is said, unless it is one of them or it is closed. */
static void one_says(const struct removal *r, char text[ONE_NAME])
{
    char all[SAY_SIZE];
    const char *key = strstr(r->set, r->id);
    key = key ? key + strlen(r->id) : "";
    bool part = *key == '.' && strncmp(key, ".count=", 7) != 0 && strncmp(key, ".closed=", 8) != 0;
    snprintf(all, sizeof all, "%s%.60s%s%.*s", strcmp(r->kind, "road") ? "" : "road ", r->id, part ? " " : "",
             part ? (int)strcspn(key + 1, "=") : 0, part ? key + 1 : "");
    say_id(all, BAR_NAME, text, ONE_NAME);
}

void loss_says(const struct loss *l, char text[LOSS_NAME])
{
    char first[ONE_NAME], second[ONE_NAME];
    one_says(&l->first, first);
    if (l->second.set)
        one_says(&l->second, second);
    snprintf(text, LOSS_NAME, "%s%s%s", first, l->second.set ? " and " : "", l->second.set ? second : "");
}

static void points_say(struct interval d, char text[SAY_SIZE])
{
    char value[32], low[32], high[32];
    int decimals = d.high - d.low < 0.015 ? 1 : 0;
    figure_write(100 * d.value, decimals, value);
    figure_write(100 * d.low, decimals, low);
    figure_write(100 * d.high, decimals, high);
    snprintf(text, SAY_SIZE, "%s points (%s to %s)", value, low, high);
}

void losses_title(const struct losses *l, char text[HEADING_SIZE])
{
    char first[LOSS_NAME], second[LOSS_NAME], points[SAY_SIZE];
    struct interval gravest =
        l->singles ? loss_of(l, &l->single[0], LOST_SURGERY) : (struct interval){NAN, NAN, NAN};
    struct interval lives =
        l->singles ? loss_of(l, &l->single[0], LOST_LIVES) : (struct interval){NAN, NAN, NAN};
    if (!(gravest.low > 0) && lives.low > 0) {
        loss_says(&l->single[0], first);
        snprintf(text, HEADING_SIZE, "Losing %s costs lives: %.2f (%.2f to %.2f) more deaths of delay", first,
                 lives.value, lives.low, lives.high);
        return;
    }
    if (!(gravest.low > 0)) {
        snprintf(text, HEADING_SIZE, "No single loss clearly lowers the share in surgery within 2 h");
        return;
    }
    loss_says(&l->single[0], first);
    points_say(gravest, points);
    bool alone = l->singles == 1 || loss_beyond(l, &l->single[0], &l->single[1]).low > 0;
    if (alone) {
        snprintf(text, HEADING_SIZE, "Losing %s costs most: %s fewer in surgery within 2 h", first, points);
        return;
    }
    loss_says(&l->single[1], second);
    snprintf(text, HEADING_SIZE,
             "Losing %s costs %s in surgery within 2 h; no clear difference from losing %s", first, points,
             second);
}

/* --- the chart -------------------------------------------------------------------------- */

struct bars_of {
    int n;
    const struct loss *loss[BARS_SHOWN];
    char text[BARS_SHOWN][LOSS_NAME];
    const char *name[BARS_SHOWN];
    double least, most;
};

static struct bars_of *read_bars(const struct losses *l, struct bars_of *b)
{
    *b = (struct bars_of){.n = l->singles < BARS_SHOWN ? l->singles : BARS_SHOWN};
    for (int i = 0; i < b->n; i++) {
        struct interval d = loss_of(l, &l->single[i], LOST_SURGERY);
        b->loss[i] = &l->single[i];
        loss_says(&l->single[i], b->text[i]);
        b->name[i] = b->text[i];
        b->most = fmax(b->most, d.high);
        b->least = fmin(b->least, d.low);
    }
    return b;
}

static void write_rows(struct canvas *c, const struct losses *l, const struct bars_of *b)
{
    for (int i = 0; i < b->n; i++) {
        struct interval d = loss_of(l, b->loss[i], LOST_SURGERY), lives = loss_of(l, b->loss[i], LOST_LIVES);
        char value[32], deaths[32], text[2 * SAY_SIZE];
        double y = b->n - 1 - i;
        canvas_data(c, 5, (double[]){d.low > 0 ? 1 : 0, y, 100 * d.value, 100 * d.low, 100 * d.high});
        figure_write(100 * d.value, 1, value);
        figure_write(lives.value, 2, deaths);
        bool clear = lives.low > 0 || lives.high < 0;
        snprintf(text, sizeof text, "%s", value);
        canvas_label(c, ON_AXES(100 * fmax(d.high, 0), y), text,
                     "left offset 0.8,0 font 'Liberation Sans:Bold,13' textcolor rgb '" INK "'");
        snprintf(text, sizeof text, clear ? "%s" : "(%s)", deaths);
        canvas_label(c, (struct spot_on){"graph", 1.06, "first", y}, text,
                     "right font 'Liberation Sans,13' textcolor rgb '" INK "'");
    }
    canvas_label(c, (struct spot_on){"graph", 1.07, "graph", 1.035}, "deaths of delay added",
                 "right font 'Liberation Sans,12' textcolor rgb '" MID "'");
}

static struct heading words(const struct losses *l, const struct bars_of *b)
{
    struct heading h = {0};
    char name[LOSS_NAME], points[SAY_SIZE], left[SAY_SIZE] = "";
    losses_title(l, h.title);
    snprintf(h.subtitle, sizeof h.subtitle,
             "Points fewer of T1 who need an operation in surgery within 2 h, when it is taken away");
    if (l->singles > b->n)
        snprintf(left, sizeof left, " Of %d, the gravest; all are in losses.csv.", l->singles);
    snprintf(h.note, sizeof h.note,
             "Bars: intervals that hold at once with 95 %% over all that was taken away. Pale: no clear "
             "loss; in brackets: no clear "
             "change.%s%s",
             l->sure ? "" : " The order of the gravest is not sure.", left);
    snprintf(
        h.alt, sizeof h.alt,
        "Bars of the points lost in surgery within 2 h with each of %d losses, the gravest first. %.400s.",
        b->n, h.title);
    for (int i = 0; i < 3 && i < b->n; i++) {
        size_t n = strlen(h.alt);
        loss_says(b->loss[i], name);
        points_say(loss_of(l, b->loss[i], LOST_SURGERY), points);
        snprintf(h.alt + n, sizeof h.alt - n, " %s: %s.", name, points);
    }
    return h;
}

bool chart_losses(const char *folder, const char *name, const struct stress *s, struct heading *h)
{
    struct bars_of b;
    read_bars(s->losses, &b);
    double step = tic_step(100 * (b.most - b.least)), end = 106 * b.most, begin = fmin(0, 104 * b.least);
    struct canvas c = canvas_open(folder, name, bars_margin(b.name, b.n), 0.90, 0.80, 0.215);
    struct provenance from = provenance_of_stress(s);
    *h = words(s->losses, &b);
    canvas_heading(&c, h, &from);
    bars_names(&c, b.name, b.n ? b.n : 1, false);
    canvas_put(&c, "set xrange [%.6g:%.6g]\nset xtics %.6g\nset format x '%%g'", begin,
               end > begin ? end : begin + 1, step);
    canvas_put(&c, "set arrow 1 from 0,graph 0 to 0,graph 1 nohead front lw 1 lc rgb '" INK "'");
    write_rows(&c, s->losses, &b);
    canvas_data(&c, 5, (double[]){-1, -9, 0, 0, 0}); /* gnuplot wants at least one line */
    return canvas_plot(
        &c, "DATA using ($1==1?0:NaN):2:(0):3:($2-0.34):($2+0.34) with boxxyerror fs solid 1 noborder lc rgb "
            "'" BLUE "' notitle, DATA using ($1==0?0:NaN):2:(0):3:($2-0.34):($2+0.34) with boxxyerror fs "
            "solid 1 noborder lc "
            "rgb '#A9C4D9' notitle, DATA using ($1>=0?$3:NaN):2:4:5 with xerrorbars pt 0 lw 1.6 lc rgb '" INK
            "' notitle");
}
