/* key_rows.h -- what the charts of a sweep share: keys as rows, an axis of changes.
 */
#ifndef REPORT_KEY_ROWS_H
#define REPORT_KEY_ROWS_H

#include "bars.h"
#include "sweep_reading.h"

/* The strongest keys, as they are ranked: names for people. */
struct key_rows {
    int n;
    int key[BARS_SHOWN];
    const char *name[BARS_SHOWN];
    char text[BARS_SHOWN][KEY_SIZE];
};
void key_rows_read(struct key_rows *r, const struct sweep_view *v);

/* From `low` to `high`, 0 among them, with room for words at either end; a line at 0. `percent`: of a whole. */
void axis_of_changes(struct canvas *c, double low, double high, bool percent);

/* What stands in the foot of every chart of a sweep: the points, and who is not shown. */
void note_of_sweep(const struct sweep_view *v, const char *more, char note[HEADING_SIZE]);

/* The answer as a title: without its stop, and cut short where it goes on. */
void title_of_sweep(const struct sweep_view *v, char title[HEADING_SIZE]);

#endif
