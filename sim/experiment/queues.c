#include "queues.h"

#include <stdlib.h>

#include "base/die.h"

struct queues {
    int64_t *since_ms; /* [casualty]: when its next stretch begins */
    int room;
};

struct queues *queues_new(void)
{
    return must_alloc(1, sizeof(struct queues));
}

void queues_free(struct queues *q)
{
    if (!q)
        return;
    free(q->since_ms);
    free(q);
}

/* Notice, travel, treatment and decisions are no queues. */
static int queue_of(int wait)
{
    switch (wait) {
    case WAIT_ASSET_BUSY:
    case WAIT_DARK:
    case WAIT_NIGHT_BAN:
    case WAIT_HOURS:
    case WAIT_WEATHER:
    case WAIT_RETASKING:
    case WAIT_ELSEWHERE:
    case WAIT_TRANSFER_BUSY:
    case WAIT_TRANSFER_DARK:
    case WAIT_TRANSFER_NIGHT_BAN:
    case WAIT_TRANSFER_HOURS:
    case WAIT_TRANSFER_WEATHER:
    case WAIT_TRANSFER_RETASKING:
    case WAIT_TRANSFER_ELSEWHERE:
        return QUEUE_ASSET;
    case WAIT_BAY_FULL:
        return QUEUE_BAY;
    case WAIT_TABLE_FULL:
    case WAIT_NO_TEAM:
        return QUEUE_TABLE;
    case WAIT_BED_FULL:
    case WAIT_ICU_FULL:
    case WAIT_TRANSFER_NO_BED:
        return QUEUE_BED;
    default:
        return QUEUES;
    }
}

static void begin(struct queues *q, const struct trial *t)
{
    int casualties = trial_casualties(t);
    if (casualties > q->room) {
        q->room = 2 * casualties;
        q->since_ms = must_realloc(q->since_ms, (size_t)q->room, sizeof *q->since_ms);
    }
    for (int i = 0; i < casualties; i++)
        q->since_ms[i] = trial_casualty(t, i)->at[M_WOUNDED];
}

void queues_add(struct queues *q, struct occupancy queue[QUEUES], const struct trial *t)
{
    int stretches;
    const struct stretch *s = trial_stretches(t, &stretches);
    const struct occupancy_window *w = &trial_frame(t)->window;
    begin(q, t);
    for (int i = 0; i < stretches; i++) {
        int64_t from_ms = q->since_ms[s[i].casualty], to_ms = from_ms + s[i].ms;
        int of = queue_of(s[i].wait);
        q->since_ms[s[i].casualty] = to_ms;
        if (of == QUEUES || !s[i].ms)
            continue;
        occupancy_change(&queue[of], w, 0, 1, from_ms, from_ms);
        occupancy_change(&queue[of], w, 0, -1, to_ms, to_ms);
    }
}
