/* chart.h -- charts, drawn by gnuplot aside and then put in place.
 */
#ifndef REPORT_CHART_H
#define REPORT_CHART_H

#include <stdbool.h>
#include "canvas.h"

/* A draft folder beside the target's charts/: each chart's script and data are written there
 * (canvas.h), then drawn, and all are put in place at the end. */
struct chart_room {
    char *draft, *target;
    char *gnuplot; /* NULL: there is none */
    bool all;      /* every chart so far was drawn */
};

struct chart_room charts_begin(const char *folder);

/* Draws NAME.gp of the draft folder; `written`: its script and data are whole. What goes wrong is said on stderr. */
void charts_add(struct chart_room *room, const char *name, bool written, const struct heading *h);

/* Puts them in place of those there. False when not all could be drawn; scripts and data are kept. */
bool charts_end(struct chart_room *room);

#endif
