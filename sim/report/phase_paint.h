/* phase_paint.h -- the steps of the way in colour: one family of hues for each kind of work.
 */
#ifndef REPORT_PHASE_PAINT_H
#define REPORT_PHASE_PAINT_H

#include "canvas.h"

/* Coordination blue, movement orange, care grey; `ink` is readable on `fill`. */
extern const struct phase_paint {
    const char *fill, *ink;
} phase_paint[PHASES];

/* The swatches of the phases shown, in the order of the way, in rows of six under the heading. */
void phase_legend(struct canvas *c, const bool shown[PHASES]);

/* Gives gnuplot the array C of fills; then rows of (phase, y, from, to, half height) are boxes. */
void phase_colours(struct canvas *c);
#define PHASE_BOXES                                                                                          \
    "for [p=0:11] DATA using ($1==p?$3:NaN):2:3:4:($2-$5):($2+$5) with boxxyerror fs solid 1 "               \
    "border rgb 'white' lc rgb C[p+1] notitle, DATA using (NaN):2 notitle"
_Static_assert(PHASES == 12, "PHASE_BOXES paints twelve");

#endif
