/* line.h -- people waiting: by category as seen, within a category by precedence, and then in the order they came.
 *
 * All zero is an empty line. A casualty stands in one line at most and can step out anywhere;
 * `behind` leads to who is served next after it.
 */
#ifndef EVAC_LINE_H
#define EVAC_LINE_H

#include "evac/casualty.h"

struct line {
    int count;
    bool fifo;                      /* categories do not matter: all stand in the first */
    struct casualty *head;          /* to be served next, or NULL */
    struct casualty *last[TRIAGES]; /* of each category */
};

void line_join(struct line *l, struct casualty *c);
void line_return(struct line *l, struct casualty *c); /* before all others of its category and precedence */
void line_leave(struct casualty *c);                  /* idle when it stands in none */
void line_move(struct line *from,
               struct line *to); /* all, as they stand, to an empty one of the same order */

/* Category of the head; TRIAGES when empty. For a fifo line, that of the first who came. */
static inline enum triage line_gravest(const struct line *l)
{
    return l->head ? l->head->wound.seen : TRIAGES;
}

/* Does one go before the other, whoever came first? */
static inline bool line_ranks_before(const struct casualty *c, const struct casualty *other)
{
    return c->wound.seen != other->wound.seen ? c->wound.seen < other->wound.seen
                                              : c->precedence < other->precedence;
}

/* Whoever is served after all others, or NULL. */
static inline struct casualty *line_last(const struct line *l)
{
    for (int t = TRIAGES - 1; t >= 0; t--)
        if (l->last[t])
            return l->last[t];
    return NULL;
}

#endif
