/* newcomer.c -- a new entry, or a slip in the name of an old one? */
#include "newcomer.h"

#include <ctype.h>
#include <string.h>
#include "base/word.h"
#include "text.h"

/* --- when it is laid: is it whole? ------------------------------------------------- */

static bool is_required(const struct field *f)
{
    return f->kind != MAP && f->kind != RECORD && !f->fallback;
}

/* Does it say how much more, or go back to a default? Then it is about an entry that is there. */
static bool changes(const struct record *type, const struct node *entry)
{
    for (int i = 0; entry->kind == MAPPING && i < entry->n; i++) {
        const struct entry *e = &entry->entries[i];
        const struct field *f = field_called(type, e->key);
        if (f && (node_is_null(e->value) || relative_is(f, e->value) ||
                  (f->kind == RECORD && changes(f->record, e->value))))
            return true;
    }
    return false;
}

static bool lacks_a_key(const struct record *type, const struct node *entry)
{
    for (const struct field *f = type->fields; f->key; f++)
        if (is_required(f) && !node_find(entry, f->key))
            return true;
    return false;
}

/* Where the names are given, who has one of them is there from the start. */
static bool is_given_name(const struct field *map, const char *id)
{
    for (const char *const *word = map->words; word && *word; word++)
        if (!strcmp(*word, id))
            return true;
    return false;
}

static const char *nearest_of(const struct field *map, const struct node *among, const char *id,
                              struct arena *a)
{
    struct nearest nearest = {.wanted = id};
    for (const char *const *word = map->words; word && *word; word++)
        nearest_try(&nearest, *word);
    for (int i = 0; i < among->n; i++)
        if (among->entries[i].value)
            nearest_try(&nearest, among->entries[i].key);
    return did_you_mean(a, nearest.best);
}

/* "a new asset needs kind, home"; on the command line, how to give them all at once. */
static const char *how_to_add(const struct field *map, const struct entry *e, struct arena *a)
{
    struct text names = {.arena = a}, keys = {.arena = a};
    for (const struct field *f = map->record->fields; f->key; f++) {
        if (!is_required(f))
            continue;
        text_add(&names, "%s%s", names.bytes ? ", " : "", f->key);
        text_add(&keys, "%s: ..., ", f->key);
    }
    if (e->value->step)
        return arena_print(a, "to add one: --set \"%s.%s={%s...}\"", map->key, e->key,
                           keys.bytes ? keys.bytes : "");
    return names.bytes ? arena_print(a, "a new %s needs %s", map->record->name, names.bytes)
                       : arena_print(a, "a new %s has values of its own, no x2, +1 or ~", map->record->name);
}

static void refuse(struct overlay *o, const struct field *map, const struct node *among,
                   const struct entry *e)
{
    const char *hint = nearest_of(map, among, e->key, o->arena);
    if (!hint)
        hint = node_entry(among, e->key) ? "what was laid before took it away" : how_to_add(map, e, o->arena);
    diag_error(o->diag, e->key_at, hint, "there is no %s \"%s\"", map->record->name, e->key);
}

bool newcomer_arrives(struct overlay *o, const struct field *map, const struct node *among,
                      const struct entry *e)
{
    const struct record *type = map->record;
    if (is_given_name(map, e->key))
        return true;
    if (o->relates && e->value->kind == MAPPING &&
        (e->value->step || changes(type, e->value) || lacks_a_key(type, e->value))) {
        refuse(o, map, among, e);
        return false;
    }
    if (node_entry(among, e->key)) /* it was there before, so the name is right */
        return true;
    struct newcomer *one = arena_take(o->arena, 1, sizeof *one);
    *one = (struct newcomer){map, e->key, e->key_at, o->relates, o->newcomers};
    o->newcomers = one;
    return true;
}

/* --- when all is understood: does anything need it? ---------------------------------- */

/* Did it come in the same layer as `one`, or later? Then it is not what `one` was meant to be. */
static bool came_no_sooner(const struct newcomer *latest, const struct newcomer *one, const char *id)
{
    for (const struct newcomer *other = latest; other; other = other->next)
        if (other->map == one->map && other->over >= one->over && !strcmp(other->id, id))
            return true;
    return false;
}

static const char *nearest_settled(const struct reader *r, const struct newcomer *latest,
                                   const struct newcomer *one)
{
    const struct node *all = node_find(r->top, one->map->key);
    struct nearest nearest = {.wanted = one->id};
    for (int i = 0; i < all->n; i++) {
        struct nearest next = nearest;
        if (all->entries[i].value)
            nearest_try(&next, all->entries[i].key);
        if (next.best != nearest.best && !came_no_sooner(latest, one, next.best))
            nearest = next;
    }
    return nearest.best;
}

/* mi8_1 and mi8_2 are not slips of each other. */
static bool differ_by_digits(const char *one, const char *other)
{
    while (*one || *other) {
        while (isdigit((unsigned char)*one))
            one++;
        while (isdigit((unsigned char)*other))
            other++;
        if (*one != *other)
            return false;
        one += *one != 0;
        other += *other != 0;
    }
    return true;
}

static bool has_required(const struct record *type)
{
    for (const struct field *f = type->fields; f->key; f++)
        if (is_required(f))
            return true;
    return false;
}

/* Entries that can be told whole by their keys may have names alike; where all keys have defaults,
 * the name alone tells a change from an addition. */
static bool looks_like_a_slip(const struct newcomer *one, const char *best, bool idle)
{
    if (!best)
        return false;
    int apart = word_distance_folded(one->id, best);
    return apart == 0 || (idle && !differ_by_digits(one->id, best)) ||
           (apart == 1 && !has_required(one->map->record) && !differ_by_digits(one->id, best));
}

static void add_referrers(struct text *t, const struct record *type, const char *path, const char *to)
{
    for (const struct field *f = type->fields; f->key; f++) {
        const char *key = arena_print(t->arena, "%s%s%s", path, *path ? "." : "", f->key);
        if (f->record)
            add_referrers(t, f->record, key, to);
        else if (f->to && !strcmp(f->to, to))
            text_add(t, "%s%s", t->bytes ? ", " : "", key);
    }
}

static void warn_of_idle(struct reader *r, const struct newcomer *one, const char *best)
{
    struct text t = {.arena = r->arena};
    add_referrers(&t, &schema, "", one->map->key);
    const char *hint = arena_print(r->arena, "what may refer to it: %s", t.bytes);
    diag_warn(r->diag, one->at, best ? did_you_mean(r->arena, best) : hint,
              "nothing refers to the %s \"%s\": it changes nothing", one->map->record->name, one->id);
}

static void check_one(struct reader *r, const struct scenario *s, const struct newcomer *latest,
                      const struct newcomer *one)
{
    int index = one->over || one->map->inert ? id_number(r, one->map->key, one->id) : -1;
    if (index < 0) /* taken away again, or beyond doubt */
        return;
    struct mention m = mention_of(s, one->map->key, index);
    bool idle = one->map->inert && !m.named && !m.among_all;
    const char *best = idle || one->over ? nearest_settled(r, latest, one) : NULL;
    if (one->over && !m.named && looks_like_a_slip(one, best, idle))
        diag_error(r->diag, one->at, did_you_mean(r->arena, best), "there is no %s \"%s\"",
                   one->map->record->name, one->id);
    else if (idle)
        warn_of_idle(r, one, best);
}

void newcomers_check(struct reader *r, const struct scenario *s, const struct newcomer *latest)
{
    for (const struct newcomer *one = latest; one; one = one->next)
        check_one(r, s, latest, one);
}
