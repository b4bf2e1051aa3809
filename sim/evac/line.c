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

/* Within a category whoever has precedence goes first. */
static bool lets_pass(const struct line *l, const struct casualty *c, const struct casualty *other)
{
    return rank(l, c) == rank(l, other) && !l->fifo && c->precedence > other->precedence;
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
    struct casualty *ahead = last_before(l, r);
    while (ahead && lets_pass(l, ahead, c))
        ahead = ahead->ahead;
    stand_behind(l, ahead, c);
    if (!c->behind || rank(l, c->behind) != r)
        l->last[r] = c;
}

void line_return(struct line *l, struct casualty *c)
{
    int r = rank(l, c);
    struct casualty *ahead = last_before(l, r - 1), *next = ahead ? ahead->behind : l->head;
    for (; next && lets_pass(l, c, next); next = next->behind)
        ahead = next;
    stand_behind(l, ahead, c);
    if (!l->last[r] || l->last[r] == ahead)
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

void line_move(struct line *from, struct line *to)
{
    assert(!to->count && to->fifo == from->fifo);
    *to = *from;
    *from = (struct line){.fifo = to->fifo};
    for (struct casualty *c = to->head; c; c = c->behind)
        c->line = to;
}
