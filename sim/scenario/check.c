/* check.c -- all checks, and where things were written. */
#include "check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/name.h"

static struct place value_place(const struct node *entry, struct place owner, const char *key)
{
    const struct node *value = key ? node_find(entry, key) : NULL;
    return value ? value->at : owner;
}

struct place place_of(const struct reader *r, const char *collection, const char *id, const char *key)
{
    const struct node *all = node_find(r->top, collection);
    if (!id)
        return value_place(all, all ? all->at : r->top->at, key);
    const struct entry *e = node_entry(all, id);
    return e ? value_place(e->value, e->key_at, key) : r->top->at;
}

bool is_given(const struct reader *r, const char *collection, const char *id, const char *key)
{
    return node_find(node_find(node_find(r->top, collection), id), key) != NULL;
}

void check_sum(struct reader *r, const struct shares *shares, struct place at, const char *key)
{
    double sum = 0;
    for (int i = 0; i < shares->n; i++)
        sum += shares->at[i].share;
    if (fabs(sum - 1) > 1e-9)
        diag_error(r->diag, at, NULL, "%s: the shares sum to %.9g, not 1", key, sum);
}

void check_repeats(struct reader *r, const struct list *list, const char *to, struct place at,
                   const char *key)
{
    bool *seen = arena_take(r->arena, (size_t)id_count(r, to), sizeof *seen);
    for (int i = 0; !list->all && i < list->n; i++) {
        if (seen[list->at[i]])
            diag_error(r->diag, at, NULL, "%s: the same name is listed twice", key);
        seen[list->at[i]] = true;
    }
}

/* The streams know an entity by a 64-bit hash of its name. Two names with one hash would share
 * their luck; the chance is nil, and silence would be worse. */
struct hashed {
    uint64_t hash;
    const char *collection, *id;
};

static int by_hash(const void *left, const void *right)
{
    uint64_t a = ((const struct hashed *)left)->hash, b = ((const struct hashed *)right)->hash;
    return a < b ? -1 : a > b;
}

static void check_names(struct reader *r)
{
    int n = 0, i = 0;
    for (const struct field *f = schema.fields; f->key; f++)
        n += f->kind == MAP ? id_count(r, f->key) : 0;
    struct hashed *names = arena_take(r->arena, (size_t)n, sizeof *names);
    for (const struct field *f = schema.fields; f->key; f++) {
        const struct node *all = f->kind == MAP ? node_find(r->top, f->key) : NULL;
        for (int j = 0; all && j < all->n; j++)
            if (all->entries[j].value)
                names[i++] = (struct hashed){name_of(f->record->name, all->entries[j].key), f->key,
                                             all->entries[j].key};
    }
    qsort(names, (size_t)n, sizeof *names, by_hash);
    for (i = 1; i < n; i++)
        if (names[i].hash == names[i - 1].hash)
            diag_error(r->diag, place_of(r, names[i].collection, names[i].id, NULL), "rename one of them",
                       "\"%s\" and \"%s\" have the same hash", names[i].id, names[i - 1].id);
}

/* Memory for the curves grows with their bins. */
static void check_run(struct reader *r, const struct run *run)
{
    enum { BINS_MOST = 20000 };
    double bins = (double)run->curve_until_ms / (double)run->curve_step_ms +
                  (double)run->follow_up_ms / (double)run->curve_long_step_ms;
    if (bins > BINS_MOST)
        diag_error(r->diag, place_of(r, "run", NULL, "curve_step"),
                   "make curve_step or curve_long_step longer",
                   "the curves would have %.0f steps; the most is %d", bins, BINS_MOST);
}

void check_scenario(struct reader *r, const struct scenario *s)
{
    check_names(r);
    check_run(r, &s->run);
    check_area(r, s);
    check_patrols(r, s);
    check_weather(r, s);
    check_control(r, s);
    check_threats(r, s);
    check_injuries(r, s);
    check_means(r, s);
    check_goals(r, s);
    check_beliefs(r, s);
}
