#include "reasons.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/unit.h"

const enum milestone clock_milestone[CLOCKS] = {
    [TO_ARRIVAL] = SURGICAL_FACILITY,
    [TO_SURGERY] = SURGERY,
};

struct reasons {
    int64_t *since_ms; /* [casualty]: how long after wounding its next stretch begins */
    int room;
};

struct reasons *reasons_new(void)
{
    return must_alloc(1, sizeof(struct reasons));
}

void reasons_free(struct reasons *r)
{
    if (!r)
        return;
    free(r->since_ms);
    free(r);
}

static void begin(struct reasons *r, int casualties)
{
    if (casualties > r->room) {
        r->room = 2 * casualties;
        r->since_ms = must_realloc(r->since_ms, (size_t)r->room, sizeof *r->since_ms);
    }
    if (casualties)
        memset(r->since_ms, 0, (size_t)casualties * sizeof *r->since_ms);
}

/* What of a stretch lies before the end of looking. */
static int64_t looked_at(int64_t since_ms, int64_t ms)
{
    int64_t left = REASONS_UNTIL_MS - since_ms;
    return left <= 0 ? 0 : ms < left ? ms : left;
}

void reasons_add(struct reasons *r, struct clock_sums clock[CLOCKS], const struct trial *t, int section)
{
    int stretches;
    const struct stretch *s = trial_stretches(t, &stretches);
    begin(r, trial_casualties(t));
    for (int i = 0; i < trial_casualties(t); i++)
        for (int k = 0; k < CLOCKS && trial_casualty(t, i)->counted; k++)
            clock[k].needed.y[section] += trial_casualty(t, i)->needs >> clock_milestone[k] & 1;
    for (int i = 0; i < stretches; i++) {
        int64_t ms = looked_at(r->since_ms[s[i].casualty], s[i].ms);
        r->since_ms[s[i].casualty] += s[i].ms;
        for (int k = 0; k < CLOCKS; k++)
            if (s[i].pending >> clock_milestone[k] & 1)
                clock[k].waited[s[i].wait].y[section] += ms;
    }
}
