/* canvas.h -- a gnuplot script in the house style, with its data and its words beside it.
 *
 * NAME.gp draws NAME.png and NAME.svg from NAME.dat, which holds numbers only; NAME.alt.txt
 * says the same for those who cannot see it. Text enters through canvas_label and the
 * heading alone, and so through gp_text; canvas_put is for our own words and numbers.
 */
#ifndef REPORT_CANVAS_H
#define REPORT_CANVAS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include "provenance.h"

enum { CANVAS_WIDTH = 1200, CANVAS_HEIGHT = 760, HEADING_SIZE = 600, ALT_SIZE = 1600 };

/* Okabe-Ito hues, ink and greys. */
#define INK    "#222222"
#define MID    "#5A5A5A"
#define PALE   "#D9D9D9"
#define BLUE   "#0072B2"
#define VERM   "#D55E00"
#define GREEN  "#009E73"
#define ORANGE "#E69F00"
#define SKY    "#56B4E9"
#define PURPLE "#CC79A7"

struct heading {
    char title[HEADING_SIZE];    /* the finding */
    char subtitle[HEADING_SIZE]; /* measure, population, unit */
    char note[HEADING_SIZE];     /* what the footer says beside the usual; may be empty */
    char alt[ALT_SIZE];          /* what the chart is, its finding, three key numbers */
};

struct canvas {
    const char *folder, *name;
    FILE *script, *data;
    int labels;       /* so far: each needs its number */
    uint32_t missing; /* the first letter that no font draws; 0: none */
    bool whole;       /* nothing failed to be written so far */
};

/* A place on the chart: "first" is the axes' own system, "graph" a share of the frame, "screen" of the whole. */
struct spot_on {
    const char *x_system;
    double x;
    const char *y_system;
    double y;
};
#define ON_AXES(x, y)   ((struct spot_on){"first", x, "first", y})
#define ON_SCREEN(x, y) ((struct spot_on){"screen", x, "screen", y})

/* Opens NAME.gp and NAME.dat in `folder` and writes the house style. Margins are shares of the screen. */
struct canvas canvas_open(const char *folder, const char *name, double left, double right, double top,
                          double bottom);

/* Title, subtitle and footer; and NAME.alt.txt. */
void canvas_heading(struct canvas *c, const struct heading *h, const struct provenance *p);

void canvas_put(struct canvas *c, const char *format, ...) __attribute__((format(printf, 2, 3)));
void canvas_data(struct canvas *c, int count,
                 const double *numbers);  /* one line of NAME.dat; NAN is missing */
void canvas_next_block(struct canvas *c); /* the next `index` of NAME.dat */

/* `style` as gnuplot has it: "left textcolor rgb '#222222'". */
void canvas_label(struct canvas *c, struct spot_on at, const char *text, const char *style);

/* Writes `plot` for both images; NAME.dat is called DATA in it. Closes the files: false when a write failed. */
bool canvas_plot(struct canvas *c, const char *plot);

#endif
