#include "engine/agenda.h"

#include <assert.h>
#include <stdlib.h>

#include "base/die.h"

/* A 4-ary heap of keys. A key packs the moment and the number of the booking, so one comparison puts events in
 * order of time and, within a moment, of booking. What is booked stays in its slot while the key moves. */
enum { ORDER_BITS = 24, FANOUT = 4 };

struct key {
    uint64_t when;
    int slot;
};

struct slot {
    event_fn *happened;
    struct booking *undo;
    int who;
    int place; /* of its key in the heap; of a free slot, the next free one */
};

struct agenda {
    int64_t now_ms, happened, at_once;
    uint64_t booked;
    int count, room, used, free_slot;
    const char *full;  /* why nothing more can be booked; NULL: it can */
    struct key *heap;  /* from 1 */
    struct slot *slot; /* from 1, so that a booking of 0 is none */
};

static int parent(int i)
{
    return (int)((unsigned)(i + FANOUT - 2) / FANOUT);
}

static int first_child(int i)
{
    return FANOUT * (i - 1) + 2;
}

static void put(struct agenda *a, int i, struct key k)
{
    a->heap[i] = k;
    a->slot[k.slot].place = i;
}

static void rise(struct agenda *a, int i, struct key k)
{
    for (; i > 1 && k.when < a->heap[parent(i)].when; i = parent(i))
        put(a, i, a->heap[parent(i)]);
    put(a, i, k);
}

static int soonest_child(const struct agenda *a, int i)
{
    int child = first_child(i), last = child + FANOUT - 1, best = child;
    if (last > a->count)
        last = a->count;
    while (++child <= last)
        best = a->heap[child].when < a->heap[best].when ? child : best;
    return best;
}

static void sink(struct agenda *a, int i, struct key k)
{
    while (first_child(i) <= a->count) {
        int child = soonest_child(a, i);
        if (k.when < a->heap[child].when)
            break;
        put(a, i, a->heap[child]);
        i = child;
    }
    put(a, i, k);
}

static void release(struct agenda *a, int slot)
{
    if (a->slot[slot].undo)
        a->slot[slot].undo->slot = 0;
    a->slot[slot].place = a->free_slot;
    a->free_slot = slot;
}

/* Fills the place i of a key that is gone. */
static void close_up(struct agenda *a, int i)
{
    struct key last = a->heap[a->count--];
    if (i > a->count)
        return;
    if (i > 1 && last.when < a->heap[parent(i)].when)
        rise(a, i, last);
    else
        sink(a, i, last);
}

/* There is always room for one more. */
static void make_room(struct agenda *a)
{
    a->room = a->room ? 2 * a->room : 64;
    a->heap = must_realloc(a->heap, (size_t)a->room + 1, sizeof *a->heap);
    a->slot = must_realloc(a->slot, (size_t)a->room + 1, sizeof *a->slot);
}

/* One that was used before, or the first that never was. */
static int take_slot(struct agenda *a)
{
    int slot = a->free_slot;
    if (!slot)
        return ++a->used;
    a->free_slot = a->slot[slot].place;
    return slot;
}

struct agenda *agenda_new(void)
{
    struct agenda *a = must_alloc(1, sizeof *a);
    make_room(a);
    return a;
}

void agenda_free(struct agenda *a)
{
    if (!a)
        return;
    free(a->heap);
    free(a->slot);
    free(a);
}

void agenda_clear(struct agenda *a)
{
    a->now_ms = a->happened = a->at_once = 0;
    a->booked = 0;
    a->count = a->used = a->free_slot = 0;
    a->full = NULL;
}

int64_t agenda_now(const struct agenda *a)
{
    return a->now_ms;
}

int64_t agenda_events(const struct agenda *a)
{
    return a->happened;
}

/* What the key cannot hold is refused in words: 34 years, or 16 million bookings. */
static bool within_limits(struct agenda *a, int64_t delay_ms)
{
    const int64_t end_ms = INT64_C(1) << (64 - ORDER_BITS);
    if (delay_ms >= end_ms - a->now_ms)
        a->full = "a trial may last 34 years at most; shorten the times of run";
    if (a->booked >> ORDER_BITS)
        a->full = "a trial may book 16,777,216 events at most; shorten run.horizon, or lower the rates";
    return !a->full;
}

void agenda_book(struct agenda *a, int64_t delay_ms, event_fn *happened, int who, struct booking *undo)
{
    assert(delay_ms >= 0 && (!undo || !undo->slot));
    if (!within_limits(a, delay_ms))
        return;
    int slot = take_slot(a);
    a->slot[slot] = (struct slot){.happened = happened, .undo = undo, .who = who};
    if (undo)
        undo->slot = slot;
    uint64_t when = (uint64_t)(a->now_ms + delay_ms) << ORDER_BITS | a->booked++;
    rise(a, ++a->count, (struct key){when, slot});
    if (a->count == a->room)
        make_room(a);
}

const char *agenda_full(const struct agenda *a)
{
    return a->full;
}

int64_t agenda_at_once(const struct agenda *a)
{
    return a->at_once;
}

void agenda_cancel(struct agenda *a, struct booking *b)
{
    if (!b->slot)
        return;
    int place = a->slot[b->slot].place;
    release(a, b->slot);
    close_up(a, place);
}

bool agenda_step(struct agenda *a, struct trial *t, int64_t end_ms)
{
    if (!a->count)
        return false;
    struct key first = a->heap[1];
    int64_t at_ms = (int64_t)(first.when >> ORDER_BITS);
    if (at_ms > end_ms)
        return false;
    struct slot next = a->slot[first.slot];
    a->at_once = at_ms == a->now_ms ? a->at_once + 1 : 1;
    a->now_ms = at_ms;
    a->happened++;
    release(a, first.slot);
    close_up(a, 1);
    next.happened(t, next.who);
    return true;
}

void agenda_run(struct agenda *a, struct trial *t, int64_t end_ms)
{
    while (agenda_step(a, t, end_ms))
        ;
    a->now_ms = end_ms;
}
