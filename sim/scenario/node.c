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
