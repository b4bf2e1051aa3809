#include "shared.h"

#include <stdlib.h>

#include "base/die.h"

struct name { /* a slot of the table */
    uint64_t name, stamp;
    int arms;
};

struct shared {
    int arms, n;
    bool all; /* every arm has the same people in the same order */
    struct name *table;
    size_t slots; /* a power of two */
    uint64_t stamp;
    bool **has; /* [arm][casualty] */
    int *room;  /* [arm] */
};

struct shared *shared_new(int arms)
{
    struct shared *s = must_alloc(1, sizeof *s);
    s->arms = arms;
    s->has = must_alloc((size_t)arms, sizeof *s->has);
    s->room = must_alloc((size_t)arms, sizeof *s->room);
    return s;
}

void shared_free(struct shared *s)
{
    if (!s)
        return;
    for (int i = 0; i < s->arms; i++)
        free(s->has[i]);
    free(s->has);
    free(s->room);
    free(s->table);
    free(s);
}

static bool same_people(const struct trial *a, const struct trial *b)
{
    if (trial_casualties(a) != trial_casualties(b))
        return false;
    for (int i = 0; i < trial_casualties(a); i++)
        if (trial_casualty(a, i)->name != trial_casualty(b, i)->name)
            return false;
    return true;
}

/* Names are 64-bit hashes already: their low bits choose a slot. */
static struct name *slot_of(struct shared *s, uint64_t name)
{
    size_t at = (size_t)name & (s->slots - 1);
    while (s->table[at].stamp == s->stamp && s->table[at].name != name)
        at = (at + 1) & (s->slots - 1);
    return &s->table[at];
}

static void make_room(struct shared *s, const struct trial *const *playing, int n)
{
    size_t people = 0, slots = s->slots ? s->slots : 64;
    for (int i = 0; i < n; i++) {
        int casualties = trial_casualties(playing[i]);
        people += (size_t)casualties;
        if (casualties > s->room[i]) {
            s->room[i] = 2 * casualties;
            s->has[i] = must_realloc(s->has[i], (size_t)s->room[i], sizeof **s->has);
        }
    }
    while (slots < 2 * people)
        slots *= 2;
    if (slots == s->slots)
        return;
    free(s->table);
    s->table = must_alloc(slots, sizeof *s->table);
    s->slots = slots;
    s->stamp = 0;
}

void shared_find(struct shared *s, const struct trial *const *playing, int n)
{
    s->n = n;
    s->all = true;
    for (int i = 1; i < n && s->all; i++)
        s->all = same_people(playing[0], playing[i]);
    if (s->all)
        return;
    make_room(s, playing, n);
    s->stamp++;
    for (int i = 0; i < n; i++)
        for (int c = 0; c < trial_casualties(playing[i]); c++) {
            struct name *slot = slot_of(s, trial_casualty(playing[i], c)->name);
            int seen = slot->stamp == s->stamp ? slot->arms : 0;
            *slot = (struct name){trial_casualty(playing[i], c)->name, s->stamp, seen + 1};
        }
    for (int i = 0; i < n; i++)
        for (int c = 0; c < trial_casualties(playing[i]); c++)
            s->has[i][c] = slot_of(s, trial_casualty(playing[i], c)->name)->arms == n;
}

const bool *shared_of(const struct shared *s, int n)
{
    return s->all ? NULL : s->has[n];
}
