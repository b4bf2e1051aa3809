#include "line.h"

#include <assert.h>
#include <stddef.h>

static int rank(const struct line *l, const struct casualty *c)
{
    return l->fifo ? 0 : (int)c->wound.seen;
}

void line_join(struct line *l, struct casualty *c)
{
    assert(!c->line);
    int r = rank(l, c);
    c->line = l;
    c->ahead = l->last[r];
    c->behind = NULL;
    *(c->ahead ? &c->ahead->behind : &l->first[r]) = c;
    l->last[r] = c;
    l->waiting[r]++;
    l->count++;
}

void line_leave(struct casualty *c)
{
    struct line *l = c->line;
    if (!l)
        return;
    int r = rank(l, c);
    *(c->ahead ? &c->ahead->behind : &l->first[r]) = c->behind;
    *(c->behind ? &c->behind->ahead : &l->last[r]) = c->ahead;
    l->waiting[r]--;
    l->count--;
    c->line = NULL;
}

static struct casualty *first_from(const struct line *l, int rank)
{
    for (; rank < TRIAGES; rank++)
        if (l->first[rank])
            return l->first[rank];
    return NULL;
}

struct casualty *line_head(const struct line *l)
{
    return first_from(l, 0);
}

struct casualty *line_after(const struct line *l, const struct casualty *c)
{
    return c->behind ? c->behind : first_from(l, rank(l, c) + 1);
}

enum triage line_gravest(const struct line *l)
{
    const struct casualty *head = line_head(l);
    return head ? head->wound.seen : TRIAGES;
}
