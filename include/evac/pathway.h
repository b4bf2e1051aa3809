/* pathway.h -- the words of the evacuation: milestones, waits, outcomes.
 *
 * Every millisecond from wounding until all needed milestones are reached, death or
 * the end of follow-up belongs to exactly one wait: a (phase, cause) pair of the table.
 */
#ifndef EVAC_PATHWAY_H
#define EVAC_PATHWAY_H

#include <stdint.h>

/* Clocks that start at wounding. "10" is FIRST_AID, "1" RESUSCITATION, "2" both
 * SURGICAL_FACILITY (arrival) and SURGERY (incision). */
enum milestone {
    ALERTED,           /* the message was heard; all not killed outright */
    FIRST_AID,         /* aid begun; all not killed outright */
    FACILITY,          /* at the door of any facility; all not killed outright */
    RESUSCITATION,     /* begun by a clinician, aboard or in a facility; T1 and T2 */
    SURGICAL_FACILITY, /* at the door of a facility with a table; T1 who need an operation */
    SURGERY,           /* incision; T1 who need an operation */
    LATER_SURGERY,     /* incision; T2 and T3 who need an operation, shown apart */
    MILESTONES
};

struct milestone_word {
    const char *id;     /* "first_aid": CSV and JSON */
    const char *says;   /* "first aid begun" */
    const char *who;    /* "all not killed outright" */
    const char *target; /* "10", "1", "2 (arrival)", "2 (surgery)"; NULL: no target in 10-1-2 */
    int64_t target_ms;  /* 10 min, 1 h, 2 h; 0: none */
};
extern const struct milestone_word milestones[MILESTONES];

enum phase {
    PHASE_ALERT,
    PHASE_DECISION,
    PHASE_ASSET,
    PHASE_LAUNCH,
    PHASE_OUTBOUND,
    PHASE_SCENE,
    PHASE_TO_CARE,
    PHASE_HANDOVER,
    PHASE_RESUSCITATION,
    PHASE_TRANSFER,
    PHASE_SURGERY,
    PHASE_RECOVERY,
    PHASES
};
extern const char *const phase_ids[PHASES];  /* "alert", "decision", ... */
extern const char *const phase_says[PHASES]; /* for charts: "Alert", "Decide", ... */

enum wait {
    WAIT_MESSAGE,     /* alert: the message */
    WAIT_OUTAGE,      /* alert: nothing gets through */
    WAIT_LOST,        /* alert: a lost message, not noticed yet */
    WAIT_CELL_CLOSED, /* decision: whoever must agree is not at work */
    WAIT_CELL_BUSY,   /* decision: all desks of whoever must agree are busy */
    WAIT_DECISION,    /* decision: who may launch */
    WAIT_RETASKING,   /* decision: who may call an aircraft back from another task */
    WAIT_CLEARANCE,   /* decision: the host nation has not cleared it */
    WAIT_CASE,        /* decision: whether to take them, case by case */
    WAIT_INELIGIBLE,  /* decision: not eligible; an outside provider comes */
    WAIT_ASSET_BUSY,  /* asset: all that could come are busy */
    WAIT_DARK,        /* asset: those free may not move in the dark */
    WAIT_NIGHT_BAN,   /* asset: those free may not move before daylight, says the host nation */
    WAIT_HOURS,       /* asset: those free are out of their hours */
    WAIT_WEATHER,     /* asset: those free may not fly in this weather */
    WAIT_UNFIT,       /* asset: none that could come is out, and some are not fit */
    WAIT_CREW_RESTS,  /* asset: none that could come is out or unfit: their crews rest */
    WAIT_ELSEWHERE,   /* asset: none that could come is out for the wounded, and some are on other tasks */
    WAIT_NO_MEDICS,   /* asset: one is free, but no aeromedical team */
    WAIT_NO_ESCORT,   /* asset: one is free, but no escort */
    WAIT_KEPT_BACK,   /* asset: those free are kept for graver cases */
    WAIT_BANNED,      /* asset: what could come may not, says the host nation */
    WAIT_NO_ASSET,    /* asset: nothing in the mission could ever come */
    WAIT_NOTICE,      /* launch: notice to move */
    WAIT_OUTBOUND,    /* outbound: on its way to the scene */
    WAIT_REFUELLING,  /* outbound: filling up on its way to the scene */
    WAIT_UNSAFE,      /* scene: not safe to load */
    WAIT_SEARCH,      /* scene: the message named the wrong place */
    WAIT_RENDEZVOUS,  /* scene: on its way to the landing site, where an aircraft waits */
    WAIT_LOADING,     /* scene: being loaded */
    WAIT_DETOUR,      /* to care: aboard, while others are fetched */
    WAIT_TO_CARE,     /* to care: aboard, or carried by stretcher */
    WAIT_UNLOADING,   /* handover */
    WAIT_BAY_FULL,    /* resuscitation: waiting for a bay */
    WAIT_NO_BLOOD,    /* resuscitation: being treated, without the blood it needs */
    WAIT_IN_BAY,      /* resuscitation: being treated */
    WAIT_TRANSFER_CELL_CLOSED,
    WAIT_TRANSFER_CELL_BUSY,
    WAIT_TRANSFER_DECISION, /* transfer: regulating */
    WAIT_TRANSFER_CLEARANCE,
    WAIT_TRANSFER_CASE,
    WAIT_TRANSFER_INELIGIBLE,
    WAIT_TRANSFER_NO_BED, /* transfer: every facility that could take it is full */
    WAIT_TRANSFER_RETASKING,
    WAIT_TRANSFER_BUSY, /* transfer: as WAIT_ASSET_BUSY */
    WAIT_TRANSFER_DARK,
    WAIT_TRANSFER_NIGHT_BAN,
    WAIT_TRANSFER_HOURS,
    WAIT_TRANSFER_WEATHER,
    WAIT_TRANSFER_UNFIT,
    WAIT_TRANSFER_CREW_RESTS,
    WAIT_TRANSFER_ELSEWHERE,
    WAIT_TRANSFER_NO_MEDICS,
    WAIT_TRANSFER_NO_ESCORT,
    WAIT_TRANSFER_KEPT_BACK,
    WAIT_TRANSFER_BANNED,
    WAIT_TRANSFER_NO_ASSET,
    WAIT_TRANSFER_NOTICE,
    WAIT_TRANSFER_OUTBOUND,
    WAIT_TRANSFER_REFUELLING,
    WAIT_TRANSFER_LOADING,
    WAIT_TRANSFER_DETOUR,
    WAIT_TRANSFER_MOVING,
    WAIT_TRANSFER_UNLOADING,
    WAIT_TABLE_FULL, /* surgery: waiting for a table */
    WAIT_NO_TEAM,    /* surgery: a table is free, but no team */
    WAIT_ON_TABLE,   /* surgery: being operated on */
    WAIT_BED_FULL,   /* recovery: no bed free */
    WAIT_ICU_FULL,   /* recovery: on the ward for want of an intensive care bed */
    WAIT_IN_BED,     /* recovery */
    WAITS
};

struct wait_word {
    enum phase phase;
    const char *cause; /* "asset busy": the cause code */
    const char *means; /* a sentence for `explain` and the data dictionary */
};
extern const struct wait_word waits[WAITS];

enum outcome {
    KILLED_OUTRIGHT,
    DIED_BEFORE_FACILITY, /* KIA less those killed outright */
    DIED_OF_WOUNDS,       /* after reaching a facility */
    SURVIVED,             /* definitive care in force, or returned to duty */
    STILL_IN_CARE,        /* alive at the end of follow-up, not yet final */
    OUTSIDE_PROVIDER,     /* handed over: a queue was `none` and all were busy, or not eligible */
    OUTCOMES,
    /* and, of the deaths, two counts that add up to them: */
    UNAVOIDABLE = OUTCOMES, /* dies with all care its own needs call for at time 0 */
    DELAY_ATTRIBUTABLE,     /* does not */
    OUTCOME_COUNTS
};
extern const char *const outcome_ids[OUTCOME_COUNTS];
extern const char *const outcome_says[OUTCOME_COUNTS];

#endif
