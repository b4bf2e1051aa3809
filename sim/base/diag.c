/* diag.c -- complaints, kept until all are known. */
#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include "base/arena.h"
#include "base/die.h"

struct note {
    struct place at;
    int file_order, order; /* of the file's first mention; of the note itself */
    bool warning;
    const char *text, *hint;
};

struct diag {
    struct arena *arena;
    struct note *notes;
    int count, room, errors;
};

struct diag *diag_new(void)
{
    struct diag *d = must_alloc(1, sizeof *d);
    d->arena = arena_new();
    return d;
}

void diag_free(struct diag *d)
{
    if (!d)
        return;
    arena_free(d->arena);
    free(d->notes);
    free(d);
}

/* A scenario may hold anything; a terminal must not obey it. */
static char *clean(char *text)
{
    for (char *c = text; *c; c++)
        if ((unsigned char)*c < ' ' || *c == 127)
            *c = '?';
    return text;
}

static bool same_file(const char *a, const char *b)
{
    return a == b || (a && b && !strcmp(a, b));
}

static bool same(const struct note *a, const struct note *b)
{
    return a->at.line == b->at.line && a->at.column == b->at.column && same_file(a->at.file, b->at.file) &&
           !strcmp(a->text, b->text);
}

static void note(struct diag *d, struct note n)
{
    n.order = n.file_order = d->count;
    for (int i = 0; i < d->count; i++) {
        if (same(&d->notes[i], &n))
            return;
        if (n.file_order == d->count && same_file(d->notes[i].at.file, n.at.file))
            n.file_order = d->notes[i].file_order;
    }
    if (d->count == d->room) {
        d->room = d->room ? 2 * d->room : 16;
        d->notes = must_realloc(d->notes, (size_t)d->room, sizeof *d->notes);
    }
    d->errors += !n.warning;
    d->notes[d->count++] = n;
}

__attribute__((nonnull(2))) static char *vprint(struct arena *a, const char *format, va_list words)
{
    va_list again;
    va_copy(again, words);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = arena_take(a, (size_t)length + 1, 1);
    vsnprintf(text, (size_t)length + 1, format, words);
    return clean(text);
}

__attribute__((nonnull(5))) static void say(struct diag *d, bool warning, struct place at, const char *hint,
                                            const char *format, va_list words)
{
    struct note n = {.at = at, .warning = warning, .text = vprint(d->arena, format, words)};
    if (at.file)
        n.at.file = clean(arena_text(d->arena, at.file));
    if (hint)
        n.hint = clean(arena_text(d->arena, hint));
    note(d, n);
}

void diag_error(struct diag *d, struct place at, const char *hint, const char *format, ...)
{
    va_list words;
    va_start(words, format);
    say(d, false, at, hint, format, words);
    va_end(words);
}

void diag_warn(struct diag *d, struct place at, const char *hint, const char *format, ...)
{
    va_list words;
    va_start(words, format);
    say(d, true, at, hint, format, words);
    va_end(words);
}

bool diag_failed(const struct diag *d)
{
    return d->errors > 0;
}

static int by_place(const void *left, const void *right)
{
    const struct note *a = left, *b = right;
    if (a->file_order != b->file_order)
        return a->file_order < b->file_order ? -1 : 1;
    if (a->at.line != b->at.line)
        return a->at.line < b->at.line ? -1 : 1;
    if (a->at.column != b->at.column)
        return a->at.column < b->at.column ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static void print(const struct note *n, FILE *to)
{
    if (n->at.file && n->at.line)
        fprintf(to, "%s:%d:%d: ", n->at.file, n->at.line, n->at.column);
    else if (n->at.file)
        fprintf(to, "%s: ", n->at.file);
    fprintf(to, "%s: %s\n", n->warning ? "warning" : "error", n->text);
    if (n->hint)
        fprintf(to, "    hint: %s\n", n->hint);
}

void diag_print(const struct diag *d, FILE *to, int most)
{
    if (!d->count)
        return;
    struct note *sorted = must_alloc((size_t)d->count, sizeof *sorted);
    memcpy(sorted, d->notes, (size_t)d->count * sizeof *sorted);
    qsort(sorted, (size_t)d->count, sizeof *sorted, by_place);
    int errors = 0, warnings = 0;
    for (int i = 0; i < d->count; i++)
        if ((sorted[i].warning ? warnings++ : errors++) < most)
            print(&sorted[i], to);
    if (errors > most)
        fprintf(to, "... and %d more\n", errors - most);
    if (warnings > most)
        fprintf(to, "... and %d more warnings\n", warnings - most);
    free(sorted);
}
