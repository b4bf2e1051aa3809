/* mention.c -- whether anything in a scenario refers to an entry. */
#include <string.h>
#include "newcomer.h"

struct search {
    const char *collection;
    int index;
    struct mention found;
};

static void look_in_record(struct search *s, const struct record *type, const char *entry);

static void look_in_map(struct search *s, const struct record *type, const char *collection)
{
    int n;
    const char *at;
    memcpy(&n, collection, sizeof n);
    memcpy(&at, collection + offsetof(struct sites, at), sizeof at);
    for (int i = 0; i < n; i++)
        look_in_record(s, type, at + (size_t)i * type->size);
}

static void look_in_list(struct search *s, const struct list *list)
{
    s->found.among_all = s->found.among_all || list->all;
    for (int i = 0; !list->all && i < list->n; i++)
        s->found.named = s->found.named || list->at[i] == s->index;
}

static void look_in_shares(struct search *s, const struct shares *shares)
{
    for (int i = 0; i < shares->n; i++)
        s->found.named = s->found.named || shares->at[i].of == s->index;
}

static void look_at_value(struct search *s, const struct field *f, const void *member)
{
    if (!f->to || strcmp(f->to, s->collection) != 0)
        return;
    if (f->kind == REF)
        s->found.named = s->found.named || *(const int *)member == s->index;
    else if (f->kind == LIST)
        look_in_list(s, member);
    else if (f->kind == SHARES)
        look_in_shares(s, member);
}

static void look_in_record(struct search *s, const struct record *type, const char *entry)
{
    for (const struct field *f = type->fields; f->key; f++) {
        if (f->kind == MAP)
            look_in_map(s, f->record, entry + f->offset);
        else if (f->kind == RECORD)
            look_in_record(s, f->record, entry + f->offset);
        else
            look_at_value(s, f, entry + f->offset);
    }
}

struct mention mention_of(const struct scenario *s, const char *collection, int index)
{
    struct search search = {.collection = collection, .index = index};
    look_in_record(&search, &schema, (const char *)s);
    return search.found;
}
