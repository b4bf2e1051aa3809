#include "world/threat.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "strikes.h"

void strikes_free(struct strikes *s)
{
    free(s->at);
    free(s->due);
    free(s->spare);
    *s = (struct strikes){0};
}

static void make_room(struct strikes *s)
{
    s->room = s->room ? 2 * s->room : 64;
    s->at = must_realloc(s->at, (size_t)s->room, sizeof *s->at);
    s->due = must_realloc(s->due, (size_t)s->room, sizeof *s->due);
    s->spare = must_realloc(s->spare, (size_t)s->room, sizeof *s->spare);
}

struct strike *strikes_add(struct strikes *s, int64_t at_ms)
{
    if (s->n == s->room)
        make_room(s);
    s->due[s->n] = (struct due){at_ms, s->n};
    return &s->at[s->n++];
}

/* Merges from[low .. mid-1] and from[mid .. high-1], both in order, into `to`. */
static void merge(const struct due *from, struct due *to, int low, int mid, int high)
{
    for (int i = low, a = low, b = mid; i < high; i++) {
        bool first = b == high || (a < mid && from[a].at_ms <= from[b].at_ms);
        to[i] = first ? from[a++] : from[b++];
    }
}

static int least_of(int a, int b)
{
    return a < b ? a : b;
}

void strikes_put_in_order(struct strikes *s, int from)
{
    int n = s->n - from;
    for (int run = 1; run < n; run *= 2) {
        for (int low = 0; low < n; low += 2 * run)
            merge(s->due + from, s->spare, low, least_of(low + run, n), least_of(low + 2 * run, n));
        memcpy(s->due + from, s->spare, (size_t)n * sizeof *s->due);
    }
}
