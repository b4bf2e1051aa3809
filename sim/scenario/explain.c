/* explain.c -- one key of the language, as its row tells it. */
#include <string.h>

#include "base/word.h"
#include "describe.h"
#include "scenario/print.h"

enum { DEEPEST = 8 };

/* What is asked for, and the way down to the row at hand; "NAME" stands for the name of any entry. */
struct asked {
    const char *part[DEEPEST];
    size_t length[DEEPEST];
    int parts;
};

struct walk {
    const struct asked *asked;
    FILE *to;
    struct arena *arena;
    struct nearest *nearest;
    const char *way[DEEPEST];
    int deep, found;
};

static const char entry[] = "NAME";

static bool split(const char *path, struct asked *a)
{
    for (a->parts = 0; a->parts < DEEPEST;) {
        size_t length = strcspn(path, ".");
        a->part[a->parts] = path;
        a->length[a->parts++] = length;
        if (!path[length])
            return true;
        path += length + 1;
    }
    return false;
}

/* Do the first `parts` that are asked for end the first `deep` of the way? The name of an entry may be left out, and is
 * never the first. */
static bool ends(const struct walk *w, int parts, int deep)
{
    if (!parts)
        return true;
    if (!deep)
        return false;
    if (w->way[deep - 1] == entry)
        return ends(w, parts, deep - 1) || (parts > 1 && ends(w, parts - 1, deep - 1));
    return strlen(w->way[deep - 1]) == w->asked->length[parts - 1] &&
           !strncmp(w->way[deep - 1], w->asked->part[parts - 1], w->asked->length[parts - 1]) &&
           ends(w, parts - 1, deep - 1);
}

static void tell(const struct walk *w, const char *label, const char *text)
{
    if (text && *text)
        fprintf(w->to, "    %-8s %s\n", label, text);
}

static void tell_entries(const struct walk *w, const struct field *f)
{
    fprintf(w->to, "    %s%s\n    keys    ", f->record->help,
            f->kind == MAP ? " A mapping of names to entries." : "");
    for (const struct field *key = f->record->fields; key->key; key++)
        fprintf(w->to, "%s%s", key == f->record->fields ? " " : ", ", key->key);
    fputs("\n", w->to);
}

static void tell_row(struct walk *w, const struct field *f)
{
    for (int i = 0; i < w->deep; i++)
        fprintf(w->to, "%s%s", i ? "." : w->found ? "\n" : "", w->way[i]);
    fputs("\n", w->to);
    w->found++;
    if (f->kind == MAP || f->kind == RECORD) {
        tell_entries(w, f);
        return;
    }
    fprintf(w->to, "    %s\n", f->help);
    tell(w, "takes", describe_value(f, w->arena));
    tell(w, "range", describe_range(f, w->arena));
    tell(w, "default", describe_default(f));
    tell(w, "source", f->source);
}

static void look(struct walk *w, const struct record *type)
{
    int above = w->deep;
    for (const struct field *f = type->fields; f->key; f++) {
        w->way[w->deep++] = f->key;
        nearest_try(w->nearest, f->key);
        if (ends(w, w->asked->parts, w->deep))
            tell_row(w, f);
        if (f->kind == MAP)
            w->way[w->deep++] = entry;
        if (f->kind == MAP || f->kind == RECORD)
            look(w, f->record);
        w->deep = above;
    }
}

int schema_explain(const char *path, FILE *to, struct nearest *nearest)
{
    struct asked asked;
    if (!split(path, &asked))
        return 0;
    struct walk w = {.asked = &asked, .to = to, .arena = arena_new(), .nearest = nearest};
    look(&w, &schema);
    arena_free(w.arena);
    return w.found;
}
