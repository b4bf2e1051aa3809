/* unit_steps.h -- what befalls helicopters, ambulances and aeroplanes.
 */
#ifndef EVAC_UNIT_STEPS_H
#define EVAC_UNIT_STEPS_H

#include "mission.h"

enum unit_step {
    ORDERED,
    REDIRECTED,
    DIVERTED,
    STOOD_DOWN,
    MOVED_OFF,
    STOPPED_FOR_FUEL,
    FLEW_ON,
    GOT_THERE,
    BEGAN_LOADING,
    WENT_ON,
    TOOK_THEM,
    BROUGHT_THEM,
    TURNED_HOME,
    FUELLED_HOMEWARD,
    FLEW_ON_HOME,
    STRUCK,
    READY,
    GROUNDED,
    FIT_AGAIN,
    LEFT_ON_ERRAND,
    BACK_FROM_ERRAND,
    MOVED_UP,
    POSTED
};

/* The only writer of a unit's state: it must be where the journey says the step begins. */
struct unit *unit_step(struct trial *t, int number, enum unit_step s);

void unit_ready(struct trial *t, int number); /* it is home, and as it was before the journey */

#endif
