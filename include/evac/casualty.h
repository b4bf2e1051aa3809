/* casualty.h -- one wounded person's way, and the journeys that carry them: open data of a trial.
 */
#ifndef EVAC_CASUALTY_H
#define EVAC_CASUALTY_H

#include <stdbool.h>
#include <stdint.h>
#include "engine/agenda.h"
#include "evac/pathway.h"
#include "world/area.h"
#include "world/injury.h"
#include "world/wound.h"

/* The times of the story, in the order of the story; -1: it did not happen. */
// clang-format off
enum moment {
    M_WOUNDED, M_FIRST_AID, M_ALERTED, M_DECIDED, M_ASSIGNED, M_LAUNCHED, M_ON_SCENE, M_LOADED, M_FACILITY,
    M_RESUSCITATION, M_SURGICAL_FACILITY, M_SURGERY, M_SURGERY_DONE, M_BED, M_ONWARD, M_DEFINITIVE, M_DISCHARGED,
    M_DIED, MOMENTS
};
enum casualty_state {
    WOUNDED, DECIDING, AWAITING, TASKED, ABOARD, CARRIED, UNLOADING, ADMITTED, FOR_BAY, IN_BAY, FOR_TABLE, ON_TABLE,
    FOR_BED, IN_BED, FOR_TRANSFER, FOR_OUTSIDE, DISCHARGED, DEAD, OUTSIDE
};
// clang-format on
extern const enum moment moment_of[MILESTONES]; /* when a milestone is reached */
extern const char *const origin_ids[];          /* of an attack: "first", "second", ... */
extern const char *const moment_ids[MOMENTS];   /* "wounded", "first_aid", ... for casualties.csv */

enum { NEVER_MOVED = -1, BY_STRETCHER = -2 };

/* Is it decided case by case whether to take it: not, it is being decided, or nothing else is waited for any more? */
enum case_by_case { NO_CASE, OPEN_CASE, HOLDS_UP };

/* A stretch of time spent in one wait. */
struct stretch {
    int32_t casualty;
    uint8_t wait, pending; /* enum wait; set of milestones pending */
    int64_t ms;
};

struct line;

struct casualty {
    enum casualty_state state;
    int number, incident;
    uint64_t name; /* for draws */
    enum affiliation affiliation;
    int precedence; /* 0: before others of its category */
    struct wound wound;
    struct injury injury;
    int64_t at[MOMENTS]; /* enum moment: the first time it happened */

    bool caused;                    /* hit on a journey to help: other plans may not have it */
    bool counted;                   /* wounded within the horizon */
    bool closed;                    /* the outcome is decided */
    bool unavoidable;               /* dead, and dead with all care at once */
    enum outcome outcome;           /* when closed */
    uint8_t needs, pending;         /* sets of milestones: needed, and of those not yet reached */
    enum wait wait;                 /* what it waits for since `wait_since` */
    int64_t wait_since, tracked_ms; /* tracked: since wounding, until closed or all milestones were reached */

    int facility;            /* where it is or was last, or -1 */
    int means;               /* fleet of the first journey (then own vehicles), NEVER_MOVED or BY_STRETCHER */
    int sortie, legs;        /* the journey it is on or was on last, or -1; how many so far */
    int units_needed, units; /* of blood: known once asked for; given */
    bool awaits_blood;
    int team;            /* that operates on it, or -1 */
    bool in_bed, in_icu; /* holds a bed of its facility, or one of intensive care */
    int64_t there_ms;    /* since when it has had a bed there */
    unsigned barred;     /* set of enum which_way: not agreed yet; and what it waits for, for that */
    enum wait barred_by;
    unsigned shut;      /* of those, the ones that nobody will open */
    unsigned denied[2]; /* of those, the ones not for its people: from the scene, on a transfer */
    enum case_by_case by_case;
    int64_t leave_ms[WAYS]; /* when the host nation may be expected to open it; 0: it is not with the host */
    int question;           /* the last that was asked for its transfer, or -1 */
    int transfer_need;      /* enum need: what its transfer is for */
    int carried_to;         /* the facility, by stretcher */
    bool promised_icu;      /* the bed kept for it is one of intensive care */
    int promised;           /* the facility that keeps a bed for its transfer, or -1 */
    struct line *line;      /* the line it stands in, or NULL */
    int64_t ends_ms,
        left_ms; /* when its time in a bay or on a table ends; what is left of it when interrupted, or -1 */
    int64_t control_ms, control_left_ms; /* the same of the time until its bleeding is controlled */
    struct casualty *ahead, *behind;
    struct booking next, death, aid, blood, care, icu, case_decided;
};

/* A journey of an asset: one row of sorties.csv. */
struct sortie {
    int asset;    /* fleet: index into scenario->assets, and after these into own_vehicles */
    int unit;     /* number within the fleet, from 0 */
    int incident; /* whose casualties; for a transfer that of the gravest */
    bool transfer;
    int from_facility; /* transfers: where from; else -1 */
    int to_facility;   /* -1 until chosen */
    bool landing;      /* of own vehicles to meet an aircraft: the site, in place of a facility */
    int64_t assigned, launched, on_scene, loaded, arrived, unloaded,
        home;                /* ms since the start; -1: did not happen */
    int leg;                 /* how many journeys its gravest casualty had made before */
    int pick_ups;            /* places where it was to take people aboard */
    int casualties;          /* delivered */
    int layout;              /* that it was fitted out in, or -1 */
    int fuel_out, fuel_home; /* where it filled up on its way out, and first on its way home, or -1 */
};

/* An attack as it happened. */
struct incident {
    int number, kind, mechanism, sector; /* sector: index into frame->sector */
    int patrol;                          /* or -1; with the cell and number of its trip */
    int64_t cell, trip;
    int copy, origin;           /* of the trip; enum attack_origin */
    int journeys, drives;       /* that have begun for it; of its own vehicles */
    uint64_t parent;            /* name of the attack it follows from */
    int64_t lead_ms;            /* how long before it warning came */
    int casualties, first;      /* how many, and the number of the first */
    int civilians;              /* of these, bystanders: the last of them */
    int64_t at_ms, safe_ms;     /* contact ends */
    int sent;                   /* how often its message was sent, and lost */
    int64_t relayed_ms;         /* when it is through by other hands; 0: never */
    int64_t open_from_ms[WAYS]; /* when the host nation opened it; 0: it need not; INT64_MAX: never */
    enum triage gravest;        /* as seen, when it was heard of */
    int64_t found_ms;           /* when those who came first have found them; 0: not yet looked for */
    bool dark;
    bool by_stretcher; /* beside a facility, when it was heard of: those hit are carried there */
    uint64_t name;
    struct location place;
};

#endif
