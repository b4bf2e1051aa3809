/* luck.h -- chance, repeatable.
 *
 * A draw is a pure function of its name: (seed, trial) is the key, (purpose,
 * entity, ordinal) the counter of Philox4x64-10. There is no stream state and no
 * order of draws, so nobody's luck moves because someone else drew more.
 *
 * Salmon, Moraes, Dror, Shaw: Parallel random numbers, as easy as 1, 2, 3 (SC 2011).
 */
#ifndef RANDOM_LUCK_H
#define RANDOM_LUCK_H

#include <stdint.h>

/* Whose luck: one trial of one study. */
struct luck {
    uint64_t seed, trial;
};

/* What a draw decides. Append only: a number, once given, keeps its meaning,
 * or old results could not be reproduced. */
enum purpose {
    DRAW_ATTACK_FIELD, /* candidates of a source: gap, place, minute, spare */
    DRAW_ATTACK_SIZE,  /* how many are hit; how long contact lasts; how many bystanders */
    DRAW_TRIP_START,   /* when a trip leaves; how many leave in a cell */
    DRAW_WOUND,        /* class, tolerance, need of an operation, triage as seen */
    DRAW_WOUND_MORE,   /* walks or lies; spared by armour */
    DRAW_FIRST_AID,    /* whether and when a comrade helps; when the medic does */
    DRAW_ALERT,        /* the message: delay, wrong place, search, then each time it is sent: lost, noticed */
    DRAW_DECISION,     /* each step of a decision */
    DRAW_NOTICE,       /* notice to move */
    DRAW_LOADING,      /* loading, per sortie */
    DRAW_UNLOADING,    /* unloading, turnaround */
    DRAW_RESUSCITATION,   /* per casualty and facility visit */
    DRAW_OPERATION,       /* time on the table */
    DRAW_DEFINITIVE_CARE, /* until it takes effect; until fit to travel on */
    DRAW_STAY,            /* time in a bed */
    DRAW_AFFILIATION,     /* whose people a casualty is one of */
    DRAW_PLANNED_SURGERY, /* cases of a day, and their times */
    DRAW_WEATHER,         /* of a day: whether a window begins, when, how long it lasts */
    DRAW_DAILY_RATE,      /* four days at a time: how bad they are */
    DRAW_KIN,             /* attacks that follow from one: second, joined, follow-on; was it warned of */
    DRAW_DONATION,        /* until donors have given */
    DRAW_SERVICEABLE,     /* of an aircraft or vehicle and a day: fit to go or not */
    DRAW_FAILURE, /* of an aircraft or vehicle and the number of its failure: when; how long it takes to mend */
    DRAW_HARM,    /* a journey's thresholds; is the asset lost; how many of its people are hit */
    DRAW_JOINING,    /* until a team or an escort has joined, per journey */
    DRAW_DESIGN,     /* points of a sweep */
    DRAW_OUTAGE,     /* of a day and sector: whether nothing gets through */
    DRAW_ERRAND,     /* of a shared aircraft and a day: its other tasks */
    DRAW_RETASKING,  /* until an aircraft may be called back from one, per casualty it is asked for */
    DRAW_CLEARANCE,  /* each time the host nation is asked: refused or not, and how long it takes */
    DRAW_DRIVE,      /* of an incident: each drive's loading and unloading */
    DRAW_ELIGIBLE,   /* until it is decided whether to take them; until they are handed outside */
    DRAW_REFUELLING, /* of a journey and a fuel point: how long filling up takes, on the way out and home */
    PURPOSES
};

/* Four uniforms in (0,1), never 0 or 1, of 52 bits each. */
void luck_four(const struct luck *l, enum purpose p, uint64_t entity, uint64_t ordinal, double u[4]);

/* The first of them. */
double luck_uniform(const struct luck *l, enum purpose p, uint64_t entity, uint64_t ordinal);

#endif
