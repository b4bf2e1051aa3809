/* value_reference.c -- names of other entries: one, a list, or shares over them. */
#include "value.h"
#include "schema_rows.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>
#include "base/word.h"

static bool find(struct reader *r, const struct field *f, struct place at, const char *id, int *number)
{
    *number = id_number(r, f->to, id);
    if (*number < 0)
        diag_error(r->diag, at, id_hint(r, f->to, id), "%s: there is no \"%s\" among the %s", f->key, id,
                   f->to);
    return *number >= 0;
}

READER(read_reference)
{
    (void)entry;
    if (!is_scalar(r, f, n))
        return false;
    if (f->optional && !strcmp(n->text, "none")) {
        *(int *)member = -1;
        return true;
    }
    return find(r, f, n->at, n->text, member);
}

WRITER(write_reference)
{
    int index = *(const int *)member;
    (void)entry;
    return index < 0 ? "none" : yaml_text(id_at(s, f->to, index), a);
}

static void take_all(struct reader *r, const struct field *f, struct list *list)
{
    int n = id_count(r, f->to);
    *list = (struct list){.n = n, .all = true, .at = arena_take(r->arena, (size_t)n, sizeof(int))};
    for (int i = 0; i < n; i++)
        list->at[i] = i;
}

READER(read_list)
{
    struct list list = {0};
    bool good = true;
    (void)entry;
    if (n->kind == SCALAR && !strcmp(n->text, "all")) {
        take_all(r, f, member);
        return true;
    }
    if (n->kind == BROKEN)
        return false;
    if (n->kind != SEQUENCE) {
        diag_error(r->diag, n->at, "write [first, second], or all", "%s: %s is due here, not %s", f->key,
                   value_kinds[LIST].due, node_shown(n, r->arena));
        return false;
    }
    list.at = arena_take(r->arena, (size_t)n->n, sizeof(int));
    for (int i = 0; i < n->n; i++) {
        const struct node *item = n->entries[i].value;
        good = is_scalar(r, f, item) && find(r, f, item->at, item->text, &list.at[list.n++]) && good;
    }
    if (good)
        *(struct list *)member = list;
    return good;
}

WRITER(write_list)
{
    const struct list *list = member;
    struct text t = {.arena = a};
    (void)entry;
    if (list->all)
        return "all";
    text_add(&t, "[");
    for (int i = 0; i < list->n; i++)
        text_add(&t, "%s%s", i ? ", " : "", yaml_text(id_at(s, f->to, list->at[i]), a));
    text_add(&t, "]");
    return t.bytes;
}

static bool find_share(struct reader *r, const struct field *f, const struct entry *e, int *of)
{
    if (f->to)
        return find(r, f, e->key_at, e->key, of);
    for (*of = 0; f->words[*of]; ++*of)
        if (!strcmp(e->key, f->words[*of]))
            return true;
    struct text all = {.arena = r->arena};
    struct nearest nearest = {.wanted = e->key};
    for (int i = 0; f->words[i]; i++) {
        text_add(&all, "%s%s", i ? ", " : "", f->words[i]);
        nearest_try(&nearest, f->words[i]);
    }
    diag_error(r->diag, e->key_at, did_you_mean(r->arena, nearest.best), "%s: \"%s\" is none of %s", f->key,
               e->key, all.bytes);
    return false;
}

static bool read_share(struct reader *r, const struct field *f, const struct node *n, double *share)
{
    if (!is_scalar(r, f, n))
        return false;
    const char *complaint = unit_read(n->text, PURE, share);
    return complaint ? wrong(r, f, n, NULL, complaint) : within(r, f, n, PURE, *share);
}

static int by_number(const void *left, const void *right)
{
    return ((const struct share *)left)->of - ((const struct share *)right)->of;
}

READER(read_shares)
{
    struct shares shares = {0};
    bool good = true;
    (void)entry;
    if (n->kind == BROKEN)
        return false;
    if (n->kind != MAPPING) {
        diag_error(r->diag, n->at, NULL, "%s: %s is due here, not %s", f->key, value_kinds[SHARES].due,
                   node_shown(n, r->arena));
        return false;
    }
    shares.at = arena_take(r->arena, (size_t)n->n, sizeof *shares.at);
    for (int i = 0; i < n->n; i++) {
        const struct entry *e = &n->entries[i];
        struct share *share = &shares.at[shares.n++];
        bool known = find_share(r, f, e, &share->of);
        good = read_share(r, f, e->value, &share->share) && known && good;
    }
    qsort(shares.at, (size_t)shares.n, sizeof *shares.at, by_number);
    if (good)
        *(struct shares *)member = shares;
    return good;
}

WRITER(write_shares)
{
    const struct shares *shares = member;
    struct text t = {.arena = a};
    char number[64];
    (void)entry;
    text_add(&t, "{");
    for (int i = 0; i < shares->n; i++) {
        int of = shares->at[i].of;
        const char *key = f->to ? yaml_text(id_at(s, f->to, of), a) : f->words[of];
        unit_write(shares->at[i].share, PURE, number, sizeof number);
        text_add(&t, "%s%s: %s", i ? ", " : "", key, number);
    }
    text_add(&t, "}");
    return t.bytes;
}
