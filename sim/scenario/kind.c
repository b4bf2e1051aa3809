/* kind.c -- the table of kinds, and what their readers share. */
#include "value.h"

#include <math.h>
#include <string.h>
#include "base/word.h"

// clang-format off
const struct value_kind value_kinds[KINDS] = {
    [TEXT]     = { "a text",                      read_text,      write_text,      false, false },
    [COUNT]    = { "a whole number",              read_count,     write_count,     true,  false },
    [BIG]      = { "a whole number",              read_big,       write_big,       true,  false },
    [NUMBER]   = { "a number",                    read_number,    write_number,    true,  false },
    [DURATION] = { "a time",                      read_duration,  write_duration,  true,  false },
    [YES_NO]   = { "true or false",               read_yes_no,    write_yes_no,    false, false },
    [DIST]     = { "a quantity or distribution",  read_dist,      write_dist,      true,  false },
    [LIST]     = { "a list of names",             read_list,      write_list,      false, true  },
    [PROFILE]  = { "a factor, or factors by time of day", read_profile, write_profile, false, true },
    [HOURS]    = { "hours such as 06:00-18:00",   read_hours,     write_hours,     false, false },
    [SPOT]     = { "two numbers: [lat, lon] or [x, y]", read_spot, write_spot,     false, true  },
    [SHARES]   = { "a mapping of names to shares", read_shares,   write_shares,    false, true  },
    [MONTHS]   = { "months such as jun-sep",      read_months,    write_months,    false, true  },
    [TEXTS]    = { "a list of words, or all",     read_texts,     write_texts,     false, true  },
    [WORD]     = { "one word",                    read_word,      write_word,      false, false },
    [REF]      = { "a name",                      read_reference, write_reference, false, false },
    [DATE]     = { "a date such as 2021-03-01",   read_date,      write_date,      false, false },
    [CLOCK]    = { "a time of day such as 06:30", read_clock,     write_clock,     true,  false },
    [MOMENT]   = { "a moment such as day 3 06:30", read_moment,   write_moment,    true,  false },
    [RECORD]   = { .due = "a mapping of keys" },
    [MAP]      = { .due = "a mapping of names" },
};

/* Beyond these a slip of the pen is certain, and sums might overflow. */
static const double most_of[DIMENSIONS] = {
    [PURE] = 1e9, [TIME] = 100 * 365.25 * 86400000, [DISTANCE] = 4e7, [SPEED] = 30000, [RATE] = 1e6, [PER_KM] = 1e6,
};
// clang-format on

bool wrong(struct reader *r, const struct field *f, const struct node *n, const char *hint,
           const char *complaint)
{
    diag_error(r->diag, n->at, hint, "%s: %s %s", f->key, node_shown(n, r->arena), complaint);
    return false;
}

bool is_scalar(struct reader *r, const struct field *f, const struct node *n)
{
    const char *due = value_kinds[f->kind].due;
    if (n->kind == BROKEN)
        return false;
    if (n->kind != SCALAR)
        diag_error(r->diag, n->at, NULL, "%s: %s is due here, not %s", f->key, due, node_shown(n, r->arena));
    else if (!*n->text && !n->quoted)
        diag_error(r->diag, n->at, "write ~ for the default", "%s: %s is due here", f->key, due);
    else
        return true;
    return false;
}

double quantity_most(enum dimension d)
{
    return most_of[d];
}

bool within(struct reader *r, const struct field *f, const struct node *n, enum dimension d, double value)
{
    double least = f->least, most = f->least < f->most ? f->most : most_of[d];
    char from[64], to[64];
    if (value >= least && value <= most)
        return true;
    unit_write(least, d, from, sizeof from);
    unit_write(most, d, to, sizeof to);
    return wrong(r, f, n, NULL, arena_print(r->arena, "must be between %s and %s", from, to));
}

static const struct field *collection_called(const char *key)
{
    const struct field *f = schema.fields;
    while (strcmp(f->key, key) != 0)
        f++;
    return f;
}

const char *id_at(const struct scenario *s, const char *collection, int index)
{
    const struct field *f = collection_called(collection);
    const char *at, *id;
    memcpy(&at, (const char *)s + f->offset + offsetof(struct sites, at), sizeof at);
    memcpy(&id, at + (size_t)index * f->record->size, sizeof id);
    return id;
}

int id_number(const struct reader *r, const char *collection, const char *id)
{
    const struct node *all = node_find(r->top, collection);
    int number = 0;
    for (int i = 0; all && all->kind == MAPPING && i < all->n; i++) {
        if (!all->entries[i].value)
            continue;
        if (!strcmp(all->entries[i].key, id))
            return number;
        number++;
    }
    return -1;
}

int id_count(const struct reader *r, const char *collection)
{
    const struct node *all = node_find(r->top, collection);
    int n = 0;
    for (int i = 0; all && all->kind == MAPPING && i < all->n; i++)
        n += all->entries[i].value != NULL;
    return n;
}

const char *id_hint(const struct reader *r, const char *collection, const char *id)
{
    const struct node *all = node_find(r->top, collection);
    struct nearest nearest = {.wanted = id};
    for (int i = 0; all && all->kind == MAPPING && i < all->n; i++)
        if (all->entries[i].value)
            nearest_try(&nearest, all->entries[i].key);
    return did_you_mean(r->arena, nearest.best);
}
