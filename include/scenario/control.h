/* control.h -- who hears, who decides, and by what rule means are sent.
 */
#ifndef SCENARIO_CONTROL_H
#define SCENARIO_CONTROL_H

#include "scenario/values.h"

struct alert {
    struct dist delay;   /* wounding to the message heard; one per incident */
    double lost;         /* chance that a message is lost ... */
    struct dist noticed; /* ... which is noticed, and it is sent again, so long after */
    double wrong_place;  /* chance that it names the wrong place ... */
    struct dist search;  /* ... and whoever comes first must look for them */
};

struct outage { /* hours in which no message gets through */
    const char *id;
    struct texts sectors; /* from where */
    struct months months;
    struct hours hours;
    double chance;              /* of it on a day of these months, in each sector */
    int64_t retry_ms, relay_ms; /* tried again so often; through by other hands after so long, 0: by nobody */
};

struct duty_cell { /* a duty cell: those who deal with requests */
    const char *id;
    int desks;
    struct hours hours; /* when a desk takes up the next question */
    int queue;          /* enum queue: PRIORITY or FIFO */
};

struct authority {
    const char *id;
    struct dist day, night; /* asked to answered; or, in a cell, taken up to answered */
    struct dist each;       /* and for each further casualty; drawn once a question and multiplied */
    int cell;               /* at whose desks; -1: nobody waits for a desk */
};

enum light_rule { ANY_LIGHT, BY_DAY, BY_NIGHT };
enum leg_rule { ANY_LEG, SCENE_LEG, TRANSFER_LEG };
enum which_way { IN_THE_AIR, ON_THE_ROAD, WAYS };
enum way_rule { ANY_WAY, AIR_WAY, GROUND_WAY };
struct consent_rule { /* who must agree, one after the other; the first rule that fits holds */
    const char *id;
    int from, to; /* enum triage, as seen: of the gravest */
    int light, leg, means;
    struct list ask; /* authorities */
};

struct decision {
    int scene;    /* authority that releases a pick-up from the scene; -1: at once */
    int transfer; /* authority that releases a transfer between facilities; -1: at once */
};

enum policy { NEAREST, SOONEST_ON_SCENE, SOONEST_CARE, RESERVE, POLICIES };
enum queue { PRIORITY, FIFO, NO_QUEUE, PREEMPT }; /* PREEMPT: facilities only */
enum seek { SEEK_SURGERY, SEEK_RESUSCITATION };
enum pre_alert { NO_PRE_ALERT, ALERT_FIRST, ALERT_ALL };
struct dispatch {
    int policy; /* enum policy */
    int queue;  /* enum queue: how open requests are served */
    int keep
        [TRIAGES]; /* RESERVE: for this category as seen so many must stay ready; the last of them is not sent */
    int pre_alert;       /* enum pre_alert: who is told at the first word, before the decision ... */
    int64_t stand_to_ms; /* ... and stays ready for so long */
    bool divert;         /* a unit not yet on scene may be sent to a graver case instead */
    int pick_ups;        /* scenes that one sortie may fetch people from ... */
    int64_t detour_ms
        [TRIAGES]; /* ... by the gravest aboard as seen: how much later they may be in care for one more */
    bool regret;   /* reckon what each would have had alone */
    int seek[TRIAGES]; /* enum seek by category as seen: where the first leg goes */
};

#endif
