/* value_season.c -- months of the year, and lists of words. */
#include "value.h"

#include <string.h>

#include "text.h"

enum { MONTHS_A_YEAR = 12, ALL_YEAR = (1 << MONTHS_A_YEAR) - 1 };

static const char *const month_words[MONTHS_A_YEAR] = {"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};

static int month_called(const char *text)
{
    for (int m = 0; m < MONTHS_A_YEAR; m++)
        if (!strncmp(text, month_words[m], 3))
            return m;
    return -1;
}

/* "jun", or "nov-feb", over the turn of the year too. */
static bool range_read(const char *text, unsigned *set)
{
    size_t length = strlen(text);
    int from = month_called(text), to = from;
    if (length == 7 && text[3] == '-')
        to = month_called(text + 4);
    else if (length != 3)
        return false;
    if (from < 0 || to < 0)
        return false;
    for (int m = from;; m = (m + 1) % MONTHS_A_YEAR) {
        *set |= 1u << m;
        if (m == to)
            return true;
    }
}

static bool read_range(struct reader *r, const struct field *f, const struct node *n, unsigned *set)
{
    if (!is_scalar(r, f, n))
        return false;
    return range_read(n->text, set) || wrong(r, f, n, "write jun-sep, or [apr-may, oct], or all, or none",
                                             "is no month or range of months");
}

READER(read_months)
{
    unsigned set = 0;
    bool good = true;
    (void)entry;
    if (n->kind == SEQUENCE)
        for (int i = 0; i < n->n; i++)
            good = read_range(r, f, n->entries[i].value, &set) && good;
    else if (n->kind == SCALAR && !strcmp(n->text, "all"))
        set = ALL_YEAR;
    else if (n->kind != SCALAR || strcmp(n->text, "none") != 0)
        good = read_range(r, f, n, &set);
    if (good)
        ((struct months *)member)->set = set;
    return good;
}

static bool has(unsigned set, int month)
{
    return set >> (month + MONTHS_A_YEAR) % MONTHS_A_YEAR & 1;
}

/* Ranges in the order in which they begin. */
WRITER(write_months)
{
    unsigned set = ((const struct months *)member)->set;
    struct text t = {.arena = a};
    (void)s, (void)f, (void)entry;
    if (!set || set == ALL_YEAR)
        return set ? "all" : "none";
    for (int from = 0; from < MONTHS_A_YEAR; from++) {
        int to = from;
        if (!has(set, from) || has(set, from - 1))
            continue;
        while (has(set, to + 1))
            to++;
        text_add(&t, "%s%s", t.bytes ? ", " : "[", month_words[from]);
        if (to > from)
            text_add(&t, "-%s", month_words[to % MONTHS_A_YEAR]);
    }
    text_add(&t, "]");
    return t.bytes;
}

READER(read_texts)
{
    struct texts texts = {0};
    bool good = true;
    (void)entry;
    if (n->kind == SCALAR && !strcmp(n->text, "all")) {
        *(struct texts *)member = (struct texts){.all = true};
        return true;
    }
    if (n->kind != SEQUENCE)
        return n->kind != BROKEN && wrong(r, f, n, "write [first, second], or all", "is no list of words");
    texts.at = arena_take(r->arena, (size_t)n->n, sizeof *texts.at);
    for (int i = 0; i < n->n; i++) {
        good = read_text(r, f, n->entries[i].value, NULL, &texts.at[texts.n++]) && good;
    }
    if (good)
        *(struct texts *)member = texts;
    return good;
}

WRITER(write_texts)
{
    const struct texts *texts = member;
    struct text t = {.arena = a};
    (void)s, (void)f, (void)entry;
    if (texts->all)
        return "all";
    text_add(&t, "[");
    for (int i = 0; i < texts->n; i++)
        text_add(&t, "%s%s", i ? ", " : "", yaml_text(texts->at[i], a));
    text_add(&t, "]");
    return t.bytes;
}
