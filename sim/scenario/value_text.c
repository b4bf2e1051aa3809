/* value_text.c -- texts, words, yes or no, and spots on the map. */
#include "value.h"

#include <ctype.h>
#include <string.h>
#include "base/word.h"

READER(read_text)
{
    (void)entry;
    if (!is_scalar(r, f, n))
        return false;
    const char *at, *fault = text_fault(n->text, &at);
    if (fault)
        return wrong(r, f, n, NULL, fault);
    *(const char **)member = arena_text(r->arena, n->text);
    return true;
}

WRITER(write_text)
{
    (void)s, (void)f, (void)entry;
    return yaml_text(*(const char *const *)member, a);
}

/* Words that other readers of YAML take for something else than a text. */
static bool is_trap(const char *text)
{
    static const char *const traps[] = {"true", "false", "null", "yes", "no", "on", "off", "y", "n", NULL};
    char low[8] = "";
    for (size_t i = 0; i < sizeof low - 1 && text[i]; i++)
        low[i] = (char)tolower((unsigned char)text[i]);
    for (const char *const *t = traps; *t; t++)
        if (!strcmp(low, *t))
            return true;
    return false;
}

static bool is_plain(const char *text)
{
    size_t length = strlen(text);
    if (!length || !isalpha((unsigned char)*text) || text[length - 1] == ' ' || is_trap(text))
        return false;
    for (const char *c = text; *c; c++)
        if (!isalnum((unsigned char)*c) && !strchr(" _-+./", *c))
            return false;
    return true;
}

const char *yaml_text(const char *text, struct arena *a)
{
    if (is_plain(text))
        return text;
    char *quoted = arena_take(a, 2 * strlen(text) + 3, 1), *to = quoted;
    *to++ = '"';
    for (const char *c = text; *c; c++) {
        if (*c == '"' || *c == '\\' || *c == '\n')
            *to++ = '\\';
        *to++ = *c == '\n' ? 'n' : *c;
    }
    *to = '"';
    return quoted;
}

READER(read_yes_no)
{
    static const struct {
        const char *word;
        bool means;
    } alike[] = {{"yes", true}, {"on", true}, {"no", false}, {"off", false}};
    const char *hint = NULL;
    (void)entry;
    if (!is_scalar(r, f, n))
        return false;
    if (!strcmp(n->text, "true") || !strcmp(n->text, "false")) {
        *(bool *)member = *n->text == 't';
        return true;
    }
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
        if (word_distance(n->text, alike[i].word) == 0)
            hint = alike[i].means ? "write true" : "write false";
    return wrong(r, f, n, hint, "is neither true nor false");
}

WRITER(write_yes_no)
{
    (void)s, (void)f, (void)entry, (void)a;
    return *(const bool *)member ? "true" : "false";
}

READER(read_word)
{
    struct nearest nearest = {.wanted = n->text};
    (void)entry;
    if (!is_scalar(r, f, n))
        return false;
    const char *all = "is none of ";
    for (int i = 0; f->words[i]; i++) {
        if (!strcmp(n->text, f->words[i])) {
            *(int *)member = i;
            return true;
        }
        nearest_try(&nearest, f->words[i]);
        all = arena_print(r->arena, "%s%s%s", all, i ? ", " : "", f->words[i]);
    }
    return wrong(r, f, n, did_you_mean(r->arena, nearest.best), all);
}

WRITER(write_word)
{
    (void)s, (void)entry, (void)a;
    return f->words[*(const int *)member];
}

READER(read_spot)
{
    double number[2] = {0, 0};
    (void)entry;
    if (n->kind == BROKEN)
        return false;
    if (n->kind != SEQUENCE || n->n != 2) {
        diag_error(r->diag, n->at, NULL, "%s: %s are due here", f->key, value_kinds[SPOT].due);
        return false;
    }
    for (int i = 0; i < 2; i++) {
        const struct node *item = n->entries[i].value;
        if (!is_scalar(r, f, item))
            return false;
        const char *complaint = number_read(item->text, &number[i]);
        if (complaint)
            return wrong(r, f, item, NULL, complaint);
        if (!within(r, f, item, PURE, number[i]))
            return false;
    }
    *(struct spot *)member = (struct spot){number[0], number[1]};
    return true;
}

WRITER(write_spot)
{
    const struct spot *spot = member;
    char first[64], second[64];
    (void)s, (void)f, (void)entry;
    unit_write(spot->a, PURE, first, sizeof first);
    unit_write(spot->b, PURE, second, sizeof second);
    return arena_print(a, "[%s, %s]", first, second);
}
