/* print.c -- a scenario in full, as it was understood. */
#include "scenario/print.h"

#include <string.h>
#include "layer.h"
#include "record.h"
#include "text.h"

/* The shipped defaults, read alone; and what an entry is when nothing is given. */
struct printer {
    struct text text;
    const struct scenario *scenario, *shipped;
    bool remarks;
    struct reader blank; /* reads defaults in the world of the scenario printed */
};

struct collection {
    int n;
    const char *at;
};

static struct collection collection_at(const void *record, const struct field *f)
{
    struct collection c;
    memcpy(&c.n, (const char *)record + f->offset, sizeof c.n);
    memcpy(&c.at, (const char *)record + f->offset + offsetof(struct sites, at), sizeof c.at);
    return c;
}

static const char *id_of(const struct collection *c, const struct record *type, int i)
{
    const char *id;
    memcpy(&id, c->at + (size_t)i * type->size, sizeof id);
    return id;
}

static const char *entry_called(const struct collection *c, const struct record *type, const char *id)
{
    for (int i = 0; i < c->n; i++)
        if (!strcmp(id_of(c, type, i), id))
            return c->at + (size_t)i * type->size;
    return NULL;
}

/* As it stands behind a key: some texts need quotes there. */
static const char *quoted(enum kind kind, const char *text, struct arena *a)
{
    bool colon = (kind == DIST || kind == CLOCK || kind == MOMENT) && strchr(text, ':');
    return colon ? arena_print(a, "\"%s\"", text) : text;
}

/* The default as text: what was shipped for this very entry, else the row's own. */
static const char *default_text(struct printer *p, const struct field *f, const char *shipped,
                                const void *entry)
{
    union member m;
    struct arena *a = p->text.arena;
    const struct value_kind *kind = &value_kinds[f->kind];
    if (shipped)
        return kind->write(p->shipped, f, shipped, shipped + f->offset, a);
    const struct node *n = field_fallback(f, (struct place){0}, a, p->blank.diag);
    return n && kind->read(&p->blank, f, n, entry, &m) ? kind->write(p->scenario, f, entry, &m, a) : NULL;
}

static void print_value(struct printer *p, const struct field *f, const char *entry, const char *shipped,
                        int indent)
{
    struct arena *a = p->text.arena;
    const char *text = value_kinds[f->kind].write(p->scenario, f, entry, entry + f->offset, a), *usual = NULL;
    if (p->remarks)
        usual = default_text(p, f, shipped, entry);
    text_add(&p->text, "%*s%s: %s%s\n", indent, "", f->key, quoted(f->kind, text, a),
             usual && !strcmp(usual, text) ? " # default" : "");
}

static void print_record(struct printer *p, const struct record *type, const char *entry, const char *shipped,
                         int indent);

/* Shipped entries that were removed must stay removed when the text is read again. */
static void print_removed(struct printer *p, const struct field *f, const struct collection *present,
                          bool *open)
{
    struct collection shipped = collection_at(p->shipped, f);
    for (int i = 0; i < shipped.n; i++) {
        const char *id = id_of(&shipped, f->record, i);
        if (entry_called(present, f->record, id))
            continue;
        text_add(&p->text, "%s  %s: ~\n", *open ? "" : arena_print(p->text.arena, "%s:\n", f->key),
                 yaml_text(id, p->text.arena));
        *open = true;
    }
}

static void print_map(struct printer *p, const struct field *f)
{
    struct collection all = collection_at(p->scenario, f), shipped = collection_at(p->shipped, f);
    bool open = all.n > 0;
    if (open)
        text_add(&p->text, "%s:\n", f->key);
    for (int i = 0; i < all.n; i++) {
        const char *id = id_of(&all, f->record, i);
        text_add(&p->text, "  %s:\n", yaml_text(id, p->text.arena));
        print_record(p, f->record, all.at + (size_t)i * f->record->size,
                     entry_called(&shipped, f->record, id), 4);
    }
    print_removed(p, f, &all, &open);
}

static void print_record(struct printer *p, const struct record *type, const char *entry, const char *shipped,
                         int indent)
{
    for (const struct field *f = type->fields; f->key; f++) {
        if (f->kind == MAP) {
            print_map(p, f);
        } else if (f->kind == RECORD) {
            text_add(&p->text, "%*s%s:\n", indent, "", f->key);
            print_record(p, f->record, entry + f->offset, shipped ? shipped + f->offset : NULL, indent + 2);
        } else {
            print_value(p, f, entry, shipped, indent);
        }
    }
}

/* The ids of the scenario, as a tree to look references up in. */
static const struct node *ids_of(const struct scenario *s, struct arena *a)
{
    struct node *top = arena_take(a, 1, sizeof *top);
    *top = (struct node){.kind = MAPPING};
    for (const struct field *f = schema.fields; f->key; f++)
        top->n += f->kind == MAP;
    top->entries = arena_take(a, (size_t)top->n, sizeof *top->entries);
    struct entry *e = top->entries;
    for (const struct field *f = schema.fields; f->key; f++) {
        if (f->kind != MAP)
            continue;
        struct collection all = collection_at(s, f);
        struct node *n = arena_take(a, 1, sizeof *n);
        *n = (struct node){.kind = MAPPING, .n = all.n};
        n->entries = arena_take(a, (size_t)all.n, sizeof *n->entries);
        for (int i = 0; i < all.n; i++)
            n->entries[i] = (struct entry){.key = id_of(&all, f->record, i), .value = n};
        *e++ = (struct entry){.key = f->key, .value = n};
    }
    return top;
}

char *scenario_print(const struct scenario *s, bool remarks, struct arena *a)
{
    struct diag *unheard = diag_new(); /* defaults that do not fit this scenario are no defaults here */
    struct arena *scrap = arena_new();
    struct scenario *shipped = arena_take(scrap, 1, sizeof *shipped);
    struct reader r = {.arena = scrap, .diag = unheard, .top = layer_shipped(scrap, unheard)};
    record_read(&r, &schema, r.top, (struct place){0}, shipped);
    struct printer p = {.text.arena = scrap, .scenario = s, .shipped = shipped, .remarks = remarks};
    p.blank = (struct reader){.arena = scrap, .diag = unheard, .top = ids_of(s, scrap)};
    print_record(&p, &schema, (const char *)s, NULL, 0);
    char *text = arena_text(a, p.text.bytes);
    arena_free(scrap);
    diag_free(unheard);
    return text;
}
