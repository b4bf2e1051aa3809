/* line.h -- people waiting: by category as seen, and within a category in the order they came.
 *
 * All zero is an empty line. A casualty stands in one line at most and can step out anywhere.
 */
#ifndef EVAC_LINE_H
#define EVAC_LINE_H

#include "evac/casualty.h"

struct line {
    int count;
    int waiting[TRIAGES];
    struct casualty *first[TRIAGES], *last[TRIAGES];
    bool fifo; /* categories do not matter: all stand in the first */
};

void line_join(struct line *l, struct casualty *c);
void line_leave(struct casualty *c); /* idle when it stands in none */

/* The one to be served next, or NULL. */
struct casualty *line_head(const struct line *l);

/* The one after, in the order of serving, or NULL. */
struct casualty *line_after(const struct line *l, const struct casualty *c);

/* Category of the head; TRIAGES when empty. For a fifo line, that of the first who came. */
enum triage line_gravest(const struct line *l);

#endif
