/* casualty_steps.h -- what befalls the wounded.
 */
#ifndef EVAC_CASUALTY_STEPS_H
#define EVAC_CASUALTY_STEPS_H

#include "mission.h"

enum step {
    HEARD,
    RELEASED,
    ASSIGNED,
    UNASSIGNED,
    TO_BE_DRIVEN,
    STRANDED,
    LIFTED,
    CARRIED_OFF,
    ARRIVED,
    HANDED_IN,
    QUEUED_FOR_BAY,
    BAY_BEGUN,
    BAY_INTERRUPTED,
    QUEUED_FOR_TABLE,
    OPERATION_BEGUN,
    OPERATION_INTERRUPTED,
    QUEUED_FOR_BED,
    PUT_TO_BED,
    TAKEN_TO_ICU,
    HELD_FOR_TRANSFER,
    REFERRED,
    WALKED_OVER,
    SENT_HOME,
    NOT_ELIGIBLE,
    DIED,
    GONE_OUTSIDE,
    STEPS
};

/* The only writer of a casualty's state: it must be where the pathway says the step begins. */
void casualty_step(struct trial *t, struct casualty *c, enum step s);

/* From now on it waits for this; a transfer's wait where it is being transferred. */
void casualty_waits(struct trial *t, struct casualty *c, enum wait w);

void casualty_marks(struct trial *t, struct casualty *c, enum moment m); /* the first time counts */
void casualty_reaches(struct trial *t, struct casualty *c, enum milestone m);

/* Care of this level is in force from now on; false when it dies of it. */
bool casualty_treated(struct trial *t, struct casualty *c, enum care level);

/* Care begun by a clinician: at once as a medic's, and with blood a while after it begins. */
void casualty_seen(struct trial *t, struct casualty *c, enum care level);

/* The outcome is decided; what happens to it later is nobody's figure. */
void casualty_closed(struct trial *t, struct casualty *c, enum outcome o);
void casualty_left(struct trial *t,
                   struct casualty *c); /* to an outside provider: all were busy, or it is not eligible */
void casualty_died(struct trial *t, int number);
void casualty_follow_ups(struct trial *t, int unused);

struct casualty *casualty_new(struct trial *t, struct incident *i, uint64_t name, enum affiliation a,
                              struct wound w);

#endif
