#include "line.h"

#include <assert.h>
#include <stddef.h>

static int rank(const struct line *l, const struct casualty *c)
{
    return l->fifo ? 0 : (int)c->wound.seen;
}

/* The last of those who go before a newcomer of this rank. */
static struct casualty *last_before(const struct line *l, int rank)
{
    for (; rank >= 0; rank--)
        if (l->last[rank])
            return l->last[rank];
    return NULL;
}

static void stand_behind(struct line *l, struct casualty *ahead, struct casualty *c)
{
    assert(!c->line);
    c->line = l;
    c->ahead = ahead;
    c->behind = ahead ? ahead->behind : l->head;
    *(ahead ? &ahead->behind : &l->head) = c;
    if (c->behind)
        c->behind->ahead = c;
    l->count++;
}

void line_join(struct line *l, struct casualty *c)
{
    int r = rank(l, c);
    stand_behind(l, last_before(l, r), c);
    l->last[r] = c;
}

void line_return(struct line *l, struct casualty *c)
{
    int r = rank(l, c);
    stand_behind(l, last_before(l, r - 1), c);
    if (!l->last[r])
        l->last[r] = c;
}

void line_leave(struct casualty *c)
{
    struct line *l = c->line;
    if (!l)
        return;
    int r = rank(l, c);
    *(c->ahead ? &c->ahead->behind : &l->head) = c->behind;
    if (c->behind)
        c->behind->ahead = c->ahead;
    if (l->last[r] == c)
        l->last[r] = c->ahead && rank(l, c->ahead) == r ? c->ahead : NULL;
    l->count--;
    c->line = NULL;
}
