/* node.c -- finding one's way in the tree. */
#include "node.h"

#include <string.h>

struct entry *node_entry(const struct node *mapping, const char *key)
{
    if (!mapping || mapping->kind != MAPPING)
        return NULL;
    for (int i = 0; i < mapping->n; i++)
        if (!strcmp(mapping->entries[i].key, key))
            return &mapping->entries[i];
    return NULL;
}

const struct node *node_find(const struct node *mapping, const char *key)
{
    const struct entry *e = node_entry(mapping, key);
    return e ? e->value : NULL;
}

const struct node *node_merged(const struct node *under, const struct node *over, struct arena *a)
{
    if (under->kind != MAPPING || over->kind != MAPPING)
        return over;
    struct node *n = arena_take(a, 1, sizeof *n);
    *n = *under;
    n->entries = arena_take(a, (size_t)(under->n + over->n), sizeof *n->entries);
    if (under->n)
        memcpy(n->entries, under->entries, (size_t)under->n * sizeof *n->entries);
    for (int i = 0; i < over->n; i++) {
        struct entry *e = node_entry(n, over->entries[i].key);
        if (e)
            e->value = node_merged(e->value, over->entries[i].value, a);
        else
            n->entries[n->n++] = over->entries[i];
    }
    return n;
}

const struct node *node_without(const struct node *n, const char *const *keys, struct arena *a)
{
    if (!n || n->kind != MAPPING)
        return n;
    struct node *left = arena_take(a, 1, sizeof *left);
    *left = *n;
    left->entries = arena_take(a, (size_t)n->n, sizeof *left->entries);
    left->n = 0;
    for (int i = 0; i < n->n; i++) {
        bool own = false;
        for (const char *const *k = keys; *k; k++)
            own = own || !strcmp(n->entries[i].key, *k);
        if (!own)
            left->entries[left->n++] = n->entries[i];
    }
    return left;
}

struct node *node_scalar(struct arena *a, struct place at, const char *text)
{
    struct node *n = arena_take(a, 1, sizeof *n);
    *n = (struct node){.kind = SCALAR, .at = at, .text = text};
    return n;
}

bool node_is_null(const struct node *n)
{
    return n->kind == SCALAR && !n->quoted && !strcmp(n->text, "~");
}

const char *node_shown(const struct node *n, struct arena *a)
{
    enum { LONGEST = 60 };
    if (n->kind != SCALAR)
        return n->kind == SEQUENCE ? "a list" : "a mapping";
    size_t length = strlen(n->text);
    if (length <= LONGEST)
        return arena_print(a, "\"%s\"", n->text);
    length = LONGEST;
    while ((n->text[length] & 0xc0) == 0x80) /* never within a character */
        length--;
    return arena_print(a, "\"%.*s...\"", (int)length, n->text);
}

const char *did_you_mean(struct arena *a, const char *best)
{
    return best ? arena_print(a, "did you mean \"%s\"?", best) : NULL;
}
