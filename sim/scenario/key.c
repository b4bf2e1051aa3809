/* key.c -- from a path to a row of the schema and the record it speaks of. */
#include "scenario/key.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/word.h"
#include "kind.h"
#include "record.h"

/* Where the search stands: in the record `entry` of this type, with `path` still to go. */
struct walk {
    const struct record *type;
    const char *entry, *path;
    struct arena *arena;
    const char *hint;
};

/* Does the path go through this word? Then what is left of it after the point. */
static const char *after_word(const char *path, const char *word)
{
    size_t length = strlen(word);
    return strncmp(path, word, length) == 0 && path[length] == '.' ? path + length + 1 : NULL;
}

static const char *first_word(const struct walk *w)
{
    return arena_print(w->arena, "%.*s", (int)strcspn(w->path, "."), w->path);
}

/* Into the entry of a collection; names may hold points themselves, so the longest that fits. */
static const char *enter_map(struct walk *w, const struct field *f)
{
    int n;
    const char *at, *id, *found = NULL, *rest = NULL;
    struct nearest nearest = {.wanted = first_word(w)};
    memcpy(&n, w->entry + f->offset, sizeof n);
    memcpy(&at, w->entry + f->offset + offsetof(struct sites, at), sizeof at);
    for (int i = 0; i < n; i++) {
        const char *entry = at + (size_t)i * f->record->size, *after;
        memcpy(&id, entry, sizeof id);
        nearest_try(&nearest, id);
        after = after_word(w->path, id);
        if (after && (!rest || after > rest)) {
            rest = after;
            found = entry;
        }
    }
    if (!found) {
        w->hint = did_you_mean(w->arena, nearest.best);
        return arena_print(w->arena, "names no key: there is no %s \"%s\"", f->record->name, nearest.wanted);
    }
    *w = (struct walk){f->record, found, rest, w->arena, NULL};
    return NULL;
}

static const char *no_such(struct walk *w)
{
    struct nearest nearest = {.wanted = first_word(w)};
    for (const struct field *f = w->type->fields; f->key; f++)
        nearest_try(&nearest, f->key);
    w->hint = did_you_mean(w->arena, nearest.best);
    return arena_print(w->arena, "names no key: %s %s has no \"%s\"", article(w->type->name), w->type->name,
                       nearest.wanted);
}

/* One step down, or the end: then `*found` is the row. */
static const char *step(struct walk *w, const struct field **found)
{
    for (const struct field *f = w->type->fields; f->key; f++) {
        const char *rest = after_word(w->path, f->key);
        if (f->record && !strcmp(w->path, f->key))
            return "names more than one key; go on to one of them";
        if (!f->record && !strcmp(w->path, f->key)) {
            *found = f;
            return NULL;
        }
        if (!f->record || !rest)
            continue;
        w->path = rest;
        if (f->kind == MAP)
            return enter_map(w, f);
        w->type = f->record;
        w->entry += f->offset;
        return NULL;
    }
    return no_such(w);
}

const char *key_find(const struct scenario *s, const char *path, struct arena *a, struct key *k,
                     const char **hint)
{
    struct walk w = {&schema, (const char *)s, path, a, NULL};
    const struct field *found = NULL;
    const char *complaint = NULL;
    while (!found && !complaint)
        complaint = step(&w, &found);
    *k = (struct key){found, w.entry};
    *hint = w.hint;
    return complaint;
}

bool key_is_quantity(const struct key *k)
{
    enum kind kind = k->field->kind;
    return kind == COUNT || kind == NUMBER || kind == DURATION || kind == DIST;
}

enum dimension key_dimension(const struct key *k)
{
    const struct field *f = k->field;
    if (f->kind == COUNT || f->kind == DURATION)
        return f->kind == COUNT ? PURE : TIME;
    return f->use_also && f->use_also(k->entry) ? f->also : f->unit;
}

double key_value(const struct key *k)
{
    const void *member = (const char *)k->entry + k->field->offset;
    switch (k->field->kind) {
    case COUNT:
        return *(const int *)member;
    case DURATION:
        return (double)*(const int64_t *)member;
    case DIST:
        return dist_mean(member);
    default:
        return *(const double *)member;
    }
}

void key_limits(const struct key *k, double *least, double *most)
{
    const struct field *f = k->field;
    bool limited = f->least < f->most;
    *least = f->least;
    *most = limited ? f->most : quantity_most(key_dimension(k));
    if (f->kind == DIST)
        *least = 0;
}

const char *key_text(const struct key *k, double value, struct arena *a)
{
    char text[64];
    if (k->field->kind == COUNT)
        value = floor(value + 0.5);
    snprintf(text, sizeof text, "%.9g", value);
    unit_write(strtod(text, NULL), key_dimension(k), text, sizeof text);
    return arena_text(a, text);
}
