/* chart_shocks.c -- two shocks at once: the figure in every cell, the frontier between those that hold and those that fail. */
#include "chart_shocks.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include "base/unit.h"
#include "goal.h"
#include "reading.h"
#include "stress_reading.h"

static int cells_that_fail(const struct shocks *s, int goal, bool surely)
{
    int n = 0;
    for (int r = 0; r < s->rows; r++)
        for (int c = 0; c < s->columns; c++) {
            struct interval m = shock_margin(s, r, c, goal, LEVEL);
            n += (surely ? m.high : m.value) < 0;
        }
    return n;
}

int shocks_goal(const struct shocks *s)
{
    for (int g = 0; g < s->goals; g++)
        if (shock_margin(s, 0, 0, g, LEVEL).value >= 0 && cells_that_fail(s, g, false))
            return g;
    return s->goals ? 0 : -1;
}

void shocks_title(const struct shocks *s, char text[HEADING_SIZE])
{
    char across[STRESSOR_SIZE], up[STRESSOR_SIZE], goal[STRESSOR_SIZE];
    int g = shocks_goal(s), cells = s->rows * s->columns;
    say_name(s->plan.across->name, STRESSOR_NAME, across, sizeof across);
    say_name(s->plan.up->name, STRESSOR_NAME, up, sizeof up);
    if (g < 0) {
        snprintf(text, HEADING_SIZE, "%s and %s together: the share at a surgical facility within 2 h",
                 across, up);
        return;
    }
    say_id(s->arm[0].scenario->goals.at[g].id, STRESSOR_NAME, goal, sizeof goal);
    int fail = cells_that_fail(s, g, false), surely = cells_that_fail(s, g, true);
    if (!fail)
        snprintf(text, HEADING_SIZE, "%s holds in all %d combinations of %s and %s", goal, cells, across, up);
    else
        snprintf(text, HEADING_SIZE, "%s fails in %d of %d combinations of %s and %s, surely in %d", goal,
                 fail, cells, across, up, surely);
}

/* --- the map --------------------------------------------------------------------------- */

static int figure_of(const struct shocks *s, int goal)
{
    int f = 0;
    if (goal >= 0)
        return goal_figure(goal);
    while (strcmp(s->figure[f].id, "2_arrival"))
        f++;
    return f;
}

static void write_cell(struct canvas *c, const struct shocks *s, int row, int column, int goal)
{
    int figure = figure_of(s, goal);
    struct interval v = shock_value(s, row, column, figure, LEVEL);
    struct interval m = goal < 0 ? (struct interval){1, 1, 1} : shock_margin(s, row, column, goal, LEVEL);
    char number[32], text[64];
    bool share = s->figure[figure].kind != TOTAL;
    /* 0 holds surely, 1 holds, 2 fails, 3 fails surely: darker as it gets worse. */
    double shade = m.low >= 0 ? 0 : m.value >= 0 ? 1 : m.high >= 0 ? 2 : 3;
    canvas_data(c, 3, (double[]){column, row, shade});
    figure_write(share ? 100 * v.value : v.value, share ? 0 : 2, number);
    snprintf(text, sizeof text, "%s%s", number, share ? " %" : "");
    canvas_label(c, ON_AXES(column, row), text,
                 shade > 2 ? "center font 'Liberation Sans:Bold,15' textcolor rgb 'white' front"
                           : "center font 'Liberation Sans:Bold,15' textcolor rgb '" INK "' front");
}

/* A thick line where a cell that holds meets one that fails. */
static void write_frontier(struct canvas *c, const struct shocks *s, int goal)
{
    for (int r = 0; r < s->rows; r++)
        for (int k = 0; k < s->columns; k++) {
            bool fails = shock_margin(s, r, k, goal, LEVEL).value < 0;
            if (k + 1 < s->columns && fails != (shock_margin(s, r, k + 1, goal, LEVEL).value < 0))
                canvas_put(c, "set arrow from %.1f,%.1f to %.1f,%.1f nohead front lw 4 lc rgb '" INK "'",
                           k + 0.5, r - 0.5, k + 0.5, r + 0.5);
            if (r + 1 < s->rows && fails != (shock_margin(s, r + 1, k, goal, LEVEL).value < 0))
                canvas_put(c, "set arrow from %.1f,%.1f to %.1f,%.1f nohead front lw 4 lc rgb '" INK "'",
                           k - 0.5, r + 0.5, k + 0.5, r + 0.5);
        }
}

static void write_axes(struct canvas *c, const struct shocks *s)
{
    char name[STRESSOR_SIZE];
    canvas_put(c,
               "set xrange [-0.5:%.1f]\nset yrange [-0.5:%.1f]\nunset grid\nset xtics ('' 0) scale 0\nset "
               "ytics ('' 0) scale 0",
               s->columns - 0.5, s->rows - 0.5);
    for (int i = 0; i < s->columns; i++) {
        say_id(s->column[i].name, 14, name, sizeof name);
        canvas_label(c, (struct spot_on){"first", i, "graph", -0.045}, name,
                     "center textcolor rgb '" INK "'");
    }
    for (int i = 0; i < s->rows; i++) {
        say_id(s->row[i].name, 18, name, sizeof name);
        canvas_label(c, (struct spot_on){"graph", -0.01, "first", i}, name, "right textcolor rgb '" INK "'");
    }
    say_name(s->plan.across->name, STRESSOR_NAME, name, sizeof name);
    canvas_label(c, (struct spot_on){"graph", 0.5, "graph", -0.105}, name,
                 "center font 'Liberation Sans:Bold,14' textcolor rgb '" INK "'");
    say_name(s->plan.up->name, STRESSOR_NAME, name, sizeof name);
    canvas_label(c, (struct spot_on){"graph", -0.01, "graph", 1.04}, name,
                 "right font 'Liberation Sans:Bold,14' textcolor rgb '" INK "'");
}

static const char *const shades[] = {"#FFFFFF", "#F6E7DC", "#EBA878", "#9A4300"};

static void write_legend(struct canvas *c)
{
    static const char *const says[] = {"holds", "holds, not surely", "fails, not surely", "fails"};
    for (int i = 0; i < 4; i++) {
        double x = 0.30 + 0.165 * i;
        canvas_put(c,
                   "set object %d rect at screen %.3f,0.845 size screen 0.016,0.024 front fc rgb '%s' fs "
                   "solid 1 border rgb '" MID "'",
                   i + 1, x, shades[i]);
        canvas_label(c, ON_SCREEN(x + 0.014, 0.845), says[i],
                     "left font 'Liberation Sans,13' textcolor rgb '" INK "'");
    }
}

static struct heading words(const struct shocks *s, int goal)
{
    struct heading h = {0};
    char says[GOAL_SIZE] = "at a surgical facility within 2 h";
    shocks_title(s, h.title);
    if (goal >= 0)
        goal_says(&s->arm[0].scenario->goals.at[goal], says);
    snprintf(h.subtitle, sizeof h.subtitle, "%s%.200s", goal >= 0 ? "Goal: " : "Share ", says);
    snprintf(h.note, sizeof h.note,
             "Each cell plays the same trials. Thick line: the frontier between cells that hold and cells "
             "that fail; surely: the 95 %% interval of the cell "
             "agrees.");
    snprintf(h.alt, sizeof h.alt, "A map of %d by %d cells. %.600s.", s->columns, s->rows, h.title);
    return h;
}

bool chart_shocks(const char *folder, const char *name, const struct stress *stress, struct heading *h)
{
    const struct shocks *s = stress->shocks;
    int goal = shocks_goal(s);
    struct canvas c = canvas_open(folder, name, 0.2, 0.955, 0.78, 0.235);
    struct provenance from = provenance_of_stress(stress);
    *h = words(s, goal);
    canvas_heading(&c, h, &from);
    write_axes(&c, s);
    if (goal >= 0)
        write_legend(&c);
    for (int r = 0; r < s->rows; r++)
        for (int k = 0; k < s->columns; k++)
            write_cell(&c, s, r, k, goal);
    if (goal >= 0)
        write_frontier(&c, s, goal);
    canvas_put(&c, "array C[4] = ['%s', '%s', '%s', '%s']", shades[0], shades[1], shades[2], shades[3]);
    return canvas_plot(&c, "for [k=0:3] DATA using ($3==k?$1:NaN):2:($1-0.5):($1+0.5):($2-0.5):($2+0.5) with "
                           "boxxyerror fs solid 1 border lc "
                           "rgb '" MID "' fc rgb C[k+1] notitle");
}
