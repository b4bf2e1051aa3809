#include "engine/agenda.h"

#include <assert.h>
#include <stdlib.h>

#include "base/die.h"

/* A 4-ary heap. The key packs the moment and the number of the booking, so one
 * comparison puts events in order of time and, within a moment, of booking. */
enum { ORDER_BITS = 24, FANOUT = 4 };

struct event {
    uint64_t key;
    event_fn *happened;
    struct booking *undo;
    int who;
};

struct agenda {
    int64_t now_ms, happened;
    uint64_t booked;
    int count, room;
    struct event *heap; /* from 1, so that place 0 means not booked */
};

static int parent(int i)
{
    return (i + FANOUT - 2) / FANOUT;
}

static int first_child(int i)
{
    return FANOUT * (i - 1) + 2;
}

static void put(struct agenda *a, int i, struct event e)
{
    a->heap[i] = e;
    if (e.undo)
        e.undo->place = i;
}

static void rise(struct agenda *a, int i, struct event e)
{
    for (; i > 1 && e.key < a->heap[parent(i)].key; i = parent(i))
        put(a, i, a->heap[parent(i)]);
    put(a, i, e);
}

static int soonest_child(const struct agenda *a, int i)
{
    int child = first_child(i), last = child + FANOUT - 1, best = child;
    if (last > a->count)
        last = a->count;
    while (++child <= last)
        if (a->heap[child].key < a->heap[best].key)
            best = child;
    return best;
}

static void sink(struct agenda *a, int i, struct event e)
{
    while (first_child(i) <= a->count) {
        int child = soonest_child(a, i);
        if (e.key < a->heap[child].key)
            break;
        put(a, i, a->heap[child]);
        i = child;
    }
    put(a, i, e);
}

static struct event take(struct agenda *a, int i)
{
    struct event taken = a->heap[i], last = a->heap[a->count--];
    if (taken.undo)
        taken.undo->place = 0;
    if (i <= a->count) {
        if (i > 1 && last.key < a->heap[parent(i)].key)
            rise(a, i, last);
        else
            sink(a, i, last);
    }
    return taken;
}

static void make_room(struct agenda *a)
{
    a->room = a->room ? 2 * a->room : 64;
    a->heap = must_realloc(a->heap, (size_t)a->room + 1, sizeof *a->heap);
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
    free(a);
}

void agenda_clear(struct agenda *a)
{
    a->now_ms = a->happened = 0;
    a->booked = 0;
    a->count = 0;
}

int64_t agenda_now(const struct agenda *a)
{
    return a->now_ms;
}

int64_t agenda_events(const struct agenda *a)
{
    return a->happened;
}

void agenda_book(struct agenda *a, int64_t delay_ms, event_fn *happened, int who, struct booking *undo)
{
    assert(delay_ms >= 0 && a->now_ms + delay_ms < INT64_C(1) << (64 - ORDER_BITS));
    assert(a->booked < UINT64_C(1) << ORDER_BITS);
    assert(!undo || !undo->place);
    if (a->count == a->room)
        make_room(a);
    uint64_t key = (uint64_t)(a->now_ms + delay_ms) << ORDER_BITS | a->booked++;
    rise(a, ++a->count, (struct event){key, happened, undo, who});
}

void agenda_cancel(struct agenda *a, struct booking *b)
{
    if (b->place)
        take(a, b->place);
}

bool agenda_step(struct agenda *a, struct trial *t, int64_t end_ms)
{
    if (!a->count || (int64_t)(a->heap[1].key >> ORDER_BITS) > end_ms)
        return false;
    struct event next = take(a, 1);
    a->now_ms = (int64_t)(next.key >> ORDER_BITS);
    a->happened++;
    next.happened(t, next.who);
    return true;
}

void agenda_run(struct agenda *a, struct trial *t, int64_t end_ms)
{
    while (agenda_step(a, t, end_ms))
        ;
    a->now_ms = end_ms;
}
