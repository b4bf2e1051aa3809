/* permits.h -- what the state whose air it is allows.
 */
#ifndef SCENARIO_PERMITS_H
#define SCENARIO_PERMITS_H

#include "scenario/control.h"

enum host_word { HOST_NONE, HOST_NOTIFY, HOST_APPROVE, HOST_NIGHT_BAN, HOST_BAN };
struct host_rule { /* all that fit hold */
    const char *id;
    struct texts sectors;   /* where: of home or of the place of pick-up for bans, of the latter for leave */
    int rule;               /* enum host_word */
    int leg, means;         /* enum leg_rule, enum way_rule */
    int exempt;             /* so many of the gravest categories: 0 none, 1 T1, 2 T1 and T2 ... */
    struct dist day, night; /* asked to answered; told to going */
    double refused;         /* chance, each time it is asked */
    int64_t again_ms;       /* refused to asked again; 0: never */
};

#endif
