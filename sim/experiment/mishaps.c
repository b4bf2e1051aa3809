#include "experiment/mishaps.h"

#include <stdio.h>

/* In its place by number; the last of them is forgotten when there is no room. */
static void tell(struct mishaps *m, const struct mishap *one, int64_t already)
{
    int n = already < MISHAPS_TOLD ? (int)already : MISHAPS_TOLD;
    int at = n;
    while (at > 0 && m->told[at - 1].trial > one->trial)
        at--;
    for (int i = n < MISHAPS_TOLD ? n : MISHAPS_TOLD - 1; i > at; i--)
        m->told[i] = m->told[i - 1];
    if (at < MISHAPS_TOLD)
        m->told[at] = *one;
}

bool mishaps_note(struct mishaps *m, enum ending ending, int64_t trial, const struct trial *t)
{
    if (ending == LIVED || ending == THROWN_AWAY)
        return ending == LIVED;
    struct mishap one = {.trial = trial};
    snprintf(one.trouble, sizeof one.trouble, "%s", trial_trouble(t));
    tell(m, &one, m->broken++);
    m->defects = m->defects || ending == BROKEN;
    return m->broken < MISHAPS_MOST;
}

void mishaps_merge(struct mishaps *into, const struct mishaps *from)
{
    int n = from->broken < MISHAPS_TOLD ? (int)from->broken : MISHAPS_TOLD;
    for (int i = 0; i < n; i++)
        tell(into, &from->told[i], into->broken + i);
    into->broken += from->broken;
    into->unplayed += from->unplayed;
    into->defects = into->defects || from->defects;
}

int64_t mishaps_left_out(const struct mishaps *m)
{
    return m->unplayed + m->broken;
}
