/* check.c -- all checks, and where things were written. */
#include "check.h"

struct place place_of(const struct reader *r, const char *collection, const char *id, const char *key)
{
    const struct node *all = node_find(r->top, collection);
    const struct entry *e = all ? node_entry(all, id) : NULL;
    const struct node *value = e && key ? node_find(e->value, key) : NULL;
    return value ? value->at : e ? e->key_at : all ? all->at : (struct place){0};
}

void check_scenario(struct reader *r, const struct scenario *s)
{
    (void)r;
    (void)s;
}
