/* record.c -- one loop over the schema reads everything. */
#include "record.h"

#include <string.h>
#include "base/word.h"

const char *article(const char *noun)
{
    return strchr("aeiou", *noun) ? "an" : "a";
}

const struct field *field_called(const struct record *type, const char *key)
{
    for (const struct field *f = type->fields; f->key; f++)
        if (!strcmp(f->key, key))
            return f;
    return NULL;
}

const struct node *field_fallback(const struct field *f, struct place at, struct arena *a, struct diag *d)
{
    if (!f->fallback)
        return NULL;
    if (!strchr("[{\"", *f->fallback))
        return node_scalar(a, at, f->fallback);
    return yaml_read(f->fallback, strlen(f->fallback), at, a, d);
}

/* Names go into reports, charts and file names; they are kept to what is safe everywhere. */
static const char *wrong_name(const char *id)
{
    static const char *const words[] = {"all", "none", "else", "always", NULL};
    for (const char *const *w = words; *w; w++)
        if (!strcmp(id, *w))
            return "is a word with a meaning of its own";
    const char *at, *fault = text_fault(id, &at);
    if (fault)
        return fault;
    if (strchr("=+-@ ", *id) || id[strlen(id) - 1] == ' ')
        return "begins or ends with a character that a name may not";
    for (const unsigned char *c = (const unsigned char *)id; *c; c++) {
        bool letter = *c >= 0x80 || (*c >= '0' && *c <= '9') || ((*c | 32) >= 'a' && (*c | 32) <= 'z');
        if (!letter && !strchr(" -_.,()/#&+:'", *c))
            return "holds a character that a name may not";
    }
    return strstr(id, "\u202e") || strstr(id, "\u202d") || strstr(id, "\u2066") || strstr(id, "\u2067")
               ? "turns the direction of the text"
               : NULL;
}

static void check_keys(struct reader *r, const struct record *type, const struct node *n)
{
    enum {
        ENOUGH = 100
    }; /* that many slips in one mapping are no slips; the rest shows when they are gone */
    for (int i = 0, unknown = 0; i < n->n && unknown < ENOUGH; i++) {
        const struct entry *e = &n->entries[i];
        if (field_called(type, e->key))
            continue;
        unknown++;
        struct nearest nearest = {.wanted = e->key};
        for (const struct field *f = type->fields; f->key; f++)
            nearest_try(&nearest, f->key);
        const char *hint = strchr(e->key, ')') ? "inside { } a distribution needs quotes"
                                               : did_you_mean(r->arena, nearest.best);
        diag_error(r->diag, e->key_at, hint, "%s %s has no \"%s\"", article(type->name), type->name, e->key);
    }
}

static bool is_mapping(struct reader *r, const char *key, const struct node *n, const char *due)
{
    if (n->kind == BROKEN || n->kind == MAPPING)
        return n->kind == MAPPING;
    if (n->kind == SCALAR && !*n->text)
        diag_error(r->diag, n->at, NULL, "%s: %s is due here", key, due);
    else
        diag_error(r->diag, n->at, NULL, "%s: %s is due here, not %s", key, due, node_shown(n, r->arena));
    return false;
}

static void read_entry(struct reader *r, const struct record *type, const struct entry *e, char *into)
{
    const char *id = arena_text(r->arena, e->key), *fault = wrong_name(id);
    if (fault)
        diag_error(r->diag, e->key_at, NULL, "the name \"%s\" %s", id, fault);
    memcpy(into, &id, sizeof id);
    if (is_mapping(r, id, e->value, "a mapping of keys"))
        record_read(r, type, e->value, e->key_at, into);
}

/* A collection is { int n; T *at; } for every T. */
static void read_map(struct reader *r, const struct field *f, const struct node *n, char *member)
{
    int count = 0, read = 0;
    if (!n || !is_mapping(r, f->key, n, value_kinds[MAP].due))
        return;
    for (int i = 0; i < n->n; i++)
        count += n->entries[i].value != NULL;
    char *at = arena_take(r->arena, (size_t)count, f->record->size);
    for (int i = 0; i < n->n; i++)
        if (n->entries[i].value)
            read_entry(r, f->record, &n->entries[i], at + (size_t)read++ * f->record->size);
    memcpy(member, &count, sizeof count);
    memcpy(member + offsetof(struct sites, at), &at, sizeof at);
}

static void read_record(struct reader *r, const struct field *f, const struct node *n, struct place owner,
                        void *into)
{
    static const struct node nothing = {.kind = MAPPING};
    if (!n)
        record_read(r, f->record, &nothing, owner, into);
    else if (is_mapping(r, f->key, n, value_kinds[RECORD].due))
        record_read(r, f->record, n, n->at, into);
}

/* Where to say that a key is missing: where it was taken away, or at the name of its entry. */
static struct place missing_at(const struct node *n, const char *key, struct place owner)
{
    const struct entry *taken = node_entry(n, key);
    return taken ? taken->key_at : owner;
}

/* `known`: all rows before were read, so that this one may depend on them. */
static bool read_field(struct reader *r, const struct record *type, const struct field *f,
                       const struct node *n, struct place owner, char *into, bool known)
{
    const struct node *given = node_find(n, f->key);
    const struct node *value = given ? given : field_fallback(f, owner, r->arena, r->diag);
    if (f->kind == MAP)
        read_map(r, f, given, into + f->offset);
    else if (f->kind == RECORD)
        read_record(r, f, given, owner, into + f->offset);
    else if (value)
        return value_kinds[f->kind].read(r, f, value, known ? into : NULL, into + f->offset);
    else
        diag_error(r->diag, missing_at(n, f->key, owner), NULL, "%s %s needs \"%s\"", article(type->name),
                   type->name, f->key);
    return f->kind == MAP || f->kind == RECORD;
}

void record_read(struct reader *r, const struct record *type, const struct node *n, struct place owner,
                 void *into)
{
    bool known = true;
    check_keys(r, type, n);
    for (const struct field *f = type->fields; f->key; f++)
        known = read_field(r, type, f, n, owner, into, known) && known;
}
