/* overlay.c -- what is said later counts, key by key. */
#include "overlay.h"

#include <string.h>
#include "base/word.h"
#include "newcomer.h"

static const struct node *lay_record(struct overlay *o, const struct record *type, const struct node *base,
                                     const struct node *shipped, const struct node *over);

/* A copy of `base` with room for `more` new keys. */
static struct node *widened(struct overlay *o, const struct node *base, const struct node *over)
{
    struct node *n = arena_take(o->arena, 1, sizeof *n);
    bool usable = base && base->kind == MAPPING;
    *n = (struct node){.kind = MAPPING, .at = usable ? base->at : over->at};
    n->entries = arena_take(o->arena, (size_t)over->n + (size_t)(usable ? base->n : 0), sizeof *n->entries);
    if (usable && base->n)
        memcpy(n->entries, base->entries, (size_t)base->n * sizeof *n->entries);
    n->n = usable ? base->n : 0;
    return n;
}

static void put(struct node *n, const struct entry *over, const struct node *value)
{
    struct entry *e = node_entry(n, over->key);
    if (!e) {
        e = &n->entries[n->n++];
        *e = *over;
    }
    if (!e->value || !value)
        e->key_at = over->key_at;
    e->value = value;
}

static void remove_entry(struct overlay *o, struct node *n, const struct entry *over)
{
    struct entry *e = node_entry(n, over->key);
    struct nearest nearest = {.wanted = over->key};
    if (e && e->value) {
        e->value = NULL;
        return;
    }
    for (int i = 0; i < n->n; i++)
        if (n->entries[i].value)
            nearest_try(&nearest, n->entries[i].key);
    diag_error(o->diag, over->key_at, did_you_mean(o->arena, nearest.best), "there is no \"%s\" to remove",
               over->key);
}

static void lay_entry(struct overlay *o, const struct field *map, struct node *n, const struct node *shipped,
                      const struct entry *over)
{
    const struct node *before = node_find(n, over->key);
    if (node_is_null(over->value))
        remove_entry(o, n, over);
    else if (before || newcomer_arrives(o, map, n, over))
        put(n, over, lay_record(o, map->record, before, node_find(shipped, over->key), over->value));
}

/* One overlay for all entries that match. */
static void lay_selected(struct overlay *o, const struct field *map, struct node *n,
                         const struct node *shipped, const struct entry *over)
{
    struct selector s = selector_read(o, map->record, over);
    int taken = 0;
    for (int i = 0; !s.wrong && i < n->n; i++) {
        if (!n->entries[i].value || !selector_takes(o, map->record, &s, n->entries[i].value))
            continue;
        struct entry same = {n->entries[i].key, over->key_at, over->value};
        lay_entry(o, map, n, shipped, &same);
        taken++;
    }
    if (!s.wrong && !taken)
        diag_warn(o->diag, over->key_at, NULL, "\"%s\" matches nothing here", over->key);
}

static const struct node *lay_map(struct overlay *o, const struct field *map, const struct node *base,
                                  const struct node *shipped, const struct node *over)
{
    struct node *n = widened(o, base, over);
    for (int i = 0; i < over->n; i++) {
        const struct entry *e = &over->entries[i];
        if (selector_is(e->key))
            lay_selected(o, map, n, shipped, e);
        else
            lay_entry(o, map, n, shipped, e);
    }
    return n;
}

static const struct node *lay_value(struct overlay *o, const struct field *f, const struct node *base,
                                    const struct node *shipped, const struct entry *over)
{
    const struct node *value = over->value;
    if (f->kind == MAP && node_is_null(value)) {
        diag_error(o->diag, value->at, "remove entries one by one, or all with \"*\": ~",
                   "%s: a whole collection cannot be removed", f->key);
        return base;
    }
    if (node_is_null(value))
        return shipped;
    if (f->kind == MAP && value->kind == MAPPING)
        return lay_map(o, f, base, shipped, value);
    if (f->kind == RECORD && value->kind == MAPPING)
        return lay_record(o, f->record, base, shipped, value);
    return relative_apply(o, f, base, value);
}

static const struct node *lay_record(struct overlay *o, const struct record *type, const struct node *base,
                                     const struct node *shipped, const struct node *over)
{
    if (over->kind != MAPPING)
        return over; /* whoever reads it will say what is due */
    struct node *n = widened(o, base, over);
    for (int i = 0; i < over->n; i++) {
        const struct entry *e = &over->entries[i];
        const struct field *f = field_called(type, e->key);
        const struct node *before = node_find(n, e->key);
        put(n, e, f ? lay_value(o, f, before, node_find(shipped, e->key), e) : e->value);
    }
    return n;
}

const struct node *overlay_lay(struct overlay *o, const struct node *base, const struct node *over)
{
    return lay_record(o, &schema, base, o->shipped, over);
}
