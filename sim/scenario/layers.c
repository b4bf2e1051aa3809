/* layers.c -- one more file on the pile. */
#include <stdio.h>
#include <string.h>
#include "node.h"
#include "scenario/read.h"
#include "scenario/schema.h"

/* Too long an input is passed on as far as the reader's limit, which then complains of it. */
void layers_hold_input(struct layers *l, struct arena *a)
{
    if (strcmp(l->file, "-") || l->input)
        return;
    char *text = arena_take(a, FILE_BYTES_MOST + 2, 1);
    text[fread(text, 1, FILE_BYTES_MOST + 1, stdin)] = 0;
    l->input = text;
}

static const char *const *with(const char *const *list, int n, const char *one, struct arena *a)
{
    const char **more = arena_take(a, (size_t)n + 1, sizeof *more);
    if (n)
        memcpy(more, list, (size_t)n * sizeof *more);
    more[n] = one;
    return more;
}

struct layers layers_with_stressor(const struct layers *l, const char *stressor, struct arena *a)
{
    struct layers more = *l;
    more.stressors = with(l->stressors, more.stressor_count++, stressor, a);
    return more;
}

struct layers layers_with_plan(const struct layers *l, const char *plan, struct arena *a)
{
    struct layers more = *l;
    more.plans = with(l->plans, more.plan_count++, plan, a);
    return more;
}

struct layers layers_with_set(const struct layers *l, const char *set, struct arena *a)
{
    struct layers more = *l;
    more.sets = with(l->sets, more.set_count++, set, a);
    return more;
}

/* --- what can be lost -------------------------------------------------------------- */

static const char *removal_of(const struct field *f, const char *id, struct arena *a)
{
    const char *how = f->removal, *colon = strchr(how, ':');
    if (!colon)
        return arena_print(a, "%s.%s=%s", f->key, id, how);
    int key = (int)(colon - how - 1), value = (int)strcspn(colon + 1, "}") - 1; /* "{count: -1}" */
    return arena_print(a, "%s.%s.%.*s=%.*s", f->key, id, key, how + 1, value, colon + 2);
}

int removals_list(const struct scenario *s, struct arena *a, const struct removal **list)
{
    int n = 0, room = 0;
    struct removal *all = NULL;
    for (const struct field *f = schema.fields; f->key; f++) {
        if (f->kind != MAP || !f->removal)
            continue;
        int count;
        const char *at;
        memcpy(&count, (const char *)s + f->offset, sizeof count);
        memcpy(&at, (const char *)s + f->offset + offsetof(struct sites, at), sizeof at);
        struct removal *more = arena_take(a, (size_t)(room += count) + 1, sizeof *more);
        if (n)
            memcpy(more, all, (size_t)n * sizeof *more);
        all = more;
        for (int i = 0; i < count; i++) {
            const char *id;
            memcpy(&id, at + (size_t)i * f->record->size, sizeof id);
            all[n++] = (struct removal){removal_of(f, id, a), f->record->name, id};
        }
    }
    *list = all;
    return n;
}
