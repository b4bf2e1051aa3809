#include "crew.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/interrupt.h"

struct shift { /* one call of crew_play */
    const struct crew *crew;
    atomic_int_least64_t next; /* the next block to be taken */
    int64_t end;
    atomic_bool stops;
};

struct hand { /* one worker on it */
    struct shift *shift;
    int number;
    pthread_t thread;
};

static void *work(void *of)
{
    struct hand *h = of;
    struct shift *s = h->shift;
    for (int64_t b; !interrupt_came() && !s->stops && (b = atomic_fetch_add(&s->next, 1)) < s->end;) {
        if (!s->crew->play(s->crew->worker[h->number], b))
            s->stops = true;
        if (h->number == 0 && s->crew->progress)
            progress_show(s->crew->progress, (b + 1) * BLOCK);
    }
    return NULL;
}

int64_t crew_play(const struct crew *c, int64_t first, int64_t end)
{
    int hands = end - first < c->jobs ? (int)(end - first) : c->jobs;
    struct shift s = {.crew = c, .end = end};
    struct hand *hand = must_alloc((size_t)c->jobs, sizeof *hand);
    atomic_init(&s.next, first);
    for (int i = 0; i < hands; i++)
        hand[i] = (struct hand){.shift = &s, .number = i};
    for (int i = 1; i < hands; i++)
        if (pthread_create(&hand[i].thread, NULL, work, &hand[i]))
            die(EXIT_MEMORY, "cannot start %d threads; try fewer with --jobs", c->jobs);
    if (hands > 0)
        work(&hand[0]);
    for (int i = 1; i < hands; i++)
        pthread_join(hand[i].thread, NULL);
    free(hand);
    int64_t taken = atomic_load(&s.next);
    return taken < end ? taken : end;
}
