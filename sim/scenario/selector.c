/* selector.c -- "*[night: true]": all entries whose value in force is this. */
#include "overlay.h"

#include <string.h>
#include "base/word.h"

bool selector_is(const char *key)
{
    return *key == '*';
}

/* A value as text, so that 220 km/h and 61.111 m/s may be compared; NULL: no such value. */
static const char *canonical(struct reader *r, const struct field *f, const struct node *n)
{
    union member m;
    if (f->kind == TEXT || f->kind == REF)
        return n->kind == SCALAR ? n->text : NULL;
    return value_kinds[f->kind].read(r, f, n, NULL, &m)
               ? value_kinds[f->kind].write(NULL, f, NULL, &m, r->arena)
               : NULL;
}

static bool comparable(enum kind kind)
{
    return kind != LIST && kind != SHARES && kind != MONTHS && kind != TEXTS && kind != RECORD && kind != MAP;
}

/* Complains about a condition that can never be met. */
static bool usable(struct overlay *o, const struct record *type, const struct entry *e)
{
    struct reader r = {.arena = o->arena, .diag = o->diag};
    const struct field *f = field_called(type, e->key);
    struct nearest nearest = {.wanted = e->key};
    for (const struct field *row = type->fields; row->key; row++)
        nearest_try(&nearest, row->key);
    if (!f)
        diag_error(o->diag, e->key_at, did_you_mean(o->arena, nearest.best), "%s %s has no \"%s\"",
                   article(type->name), type->name, e->key);
    else if (!comparable(f->kind))
        diag_error(o->diag, e->key_at, NULL, "entries cannot be chosen by \"%s\"", e->key);
    return f && comparable(f->kind) && canonical(&r, f, e->value);
}

struct selector selector_read(struct overlay *o, const struct record *type, const struct entry *e)
{
    size_t length = strlen(e->key);
    struct selector s = {.wrong = true};
    if (!o->relates) {
        diag_error(o->diag, e->key_at, NULL, "\"*\" is for plans, stressors and --set");
        return s;
    }
    if (length == 1)
        return (struct selector){0};
    if (e->key[1] != '[' || e->key[length - 1] != ']') {
        diag_error(o->diag, e->key_at, "write \"*\" or \"*[night: true]\"", "\"%s\" chooses nothing", e->key);
        return s;
    }
    const char *flow = arena_print(o->arena, "{%.*s}", (int)length - 3, e->key + 2);
    struct place at = {e->key_at.file, e->key_at.line, e->key_at.column + 2};
    s.wanted = yaml_read(flow, strlen(flow), at, o->arena, o->diag);
    if (!s.wanted || s.wanted->kind != MAPPING)
        return s;
    s.wrong = false;
    for (int i = 0; i < s.wanted->n; i++)
        s.wrong = !usable(o, type, &s.wanted->entries[i]) || s.wrong;
    return s;
}

static bool same_value(struct reader *r, const struct field *f, const struct node *entry,
                       const struct node *wanted)
{
    const struct node *n = node_find(entry, f->key);
    if (!n)
        n = field_fallback(f, wanted->at, r->arena, r->diag);
    const char *is = n ? canonical(r, f, n) : NULL;
    return is && !strcmp(is, canonical(r, f, wanted));
}

bool selector_takes(struct overlay *o, const struct record *type, const struct selector *s,
                    const struct node *n)
{
    if (!s->wanted)
        return true;
    struct diag *unheard = diag_new(); /* an entry's own mistakes are noted when it is read */
    struct reader r = {.arena = o->arena, .diag = unheard};
    bool takes = true;
    for (int i = 0; takes && i < s->wanted->n; i++) {
        const struct entry *e = &s->wanted->entries[i];
        takes = same_value(&r, field_called(type, e->key), n, e->value);
    }
    diag_free(unheard);
    return takes;
}
