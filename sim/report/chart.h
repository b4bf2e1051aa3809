/* chart.h -- charts, drawn by gnuplot aside and then put in place.
 */
#ifndef REPORT_CHART_H
#define REPORT_CHART_H

#include <stdbool.h>
#include "canvas.h"

/* The charts/ of a results folder that is still a draft: each chart's script and data are written there
 * (canvas.h), then drawn. */
struct chart_room {
    char *folder;
    char *gnuplot;  /* NULL: there is none, or nothing is to be drawn now */
    bool wanted;    /* to be drawn now; else scripts and data are all */
    bool all;       /* every chart so far was drawn */
    bool stopped;   /* a signal came: the others are drawn later */
    int interrupts; /* that had come when it began */
};

struct chart_room charts_begin(const char *results, bool draw);

/* Draws NAME.gp of the folder; `written`: its script and data are whole. What goes wrong is said on stderr. */
void charts_add(struct chart_room *room, const char *name, bool written, const struct heading *h);

/* Likewise, of a folder that stands; `as_written`: nothing there was changed since. */
void charts_add_stored(struct chart_room *room, const char *name, bool as_written, const struct heading *h);

/* False when some were to be drawn and could not be; scripts and data are kept. */
bool charts_end(struct chart_room *room);

/* Says how to draw later what is not drawn, when the results stand in `results`; frees what the room holds. */
void charts_say(struct chart_room *room, const char *results);

#endif
