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

void line_join(struct line *l, struct casualty *c)
{
    assert(!c->line);
    int r = rank(l, c);
    c->line = l;
    c->ahead = last_before(l, r);
    c->behind = c->ahead ? c->ahead->behind : l->head;
    *(c->ahead ? &c->ahead->behind : &l->head) = c;
    if (c->behind)
        c->behind->ahead = c;
    l->last[r] = c;
    l->count++;
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
