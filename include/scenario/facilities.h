/* facilities.h -- where the wounded are treated, and by whom.
 */
#ifndef SCENARIO_FACILITIES_H
#define SCENARIO_FACILITIES_H

#include "scenario/means.h"

/* Surgery known beforehand: a list each day, on one table. */
struct planned {
    struct dist cases;         /* how many a day, a count */
    int64_t from_ms, until_ms; /* local time of day: the first begins, and no more begin */
    struct dist time;          /* each on the table */
};

enum when_full { TAKE, DIVERT };
enum teams { TEAM_A_TABLE, TEAMS_LISTED };
struct facility {
    const char *id;
    int site;
    const char *level;         /* "1", "1+", "2", ... as the mission calls it */
    int bays;                  /* resuscitation bays; 0: none here, UNLIMITED allowed */
    struct dist resuscitation; /* time in a bay */
    int tables;                /* operating tables; 0: no surgery */
    int teams;                 /* enum teams: one with each table at all hours, or those of surgical_teams */
    struct planned planned;
    int beds;
    int icu;                      /* intensive care beds beside them; UNLIMITED: given in any of `beds` */
    int64_t hold_ms;              /* the longest stay; 0: no limit */
    bool closed;                  /* as if it were not there */
    bool retriage;                /* after the bay the category is the true one */
    bool shares_site;             /* with those of the same site that do too: people are walked over */
    int when_full;                /* enum when_full */
    int blood_units;              /* a full stock; UNLIMITED: not counted */
    int64_t blood_every_ms;       /* the stock is filled up so often; 0: never */
    int donors;                   /* who can walk in and give a unit each */
    struct dist donor_delay;      /* called to given */
    bool blood;                   /* resuscitation is with blood (dcr), else without (efc) */
    bool definitive;              /* gives definitive care */
    int queue;                    /* enum queue, for bays, tables and beds */
    int divert_at;                /* passed over when so many wait for a table, unless all are full */
    struct dist ventilated_after; /* the same for those on a ventilator; 0: the same */
    struct dist onward_after;     /* care here done to fit for onward transfer */
    struct cost cost;             /* used: each hour a table is */
};

struct surgical_team { /* so many teams alike, at one facility with `teams: listed` */
    const char *id;
    int facility, count;
    struct hours hours; /* when they may begin an operation */
    int64_t work_ms;    /* so long at the table, then a rest; 0: no limit */
    int64_t rest_ms;    /* away from the table that makes them fresh */
    struct cost cost;
};

enum closed_of { CLOSED_ALL, CLOSED_SURGERY };
enum patients { STAY, LEAVE };
struct closure { /* a time in which a facility takes nobody, or does not operate */
    const char *id;
    int facility;
    int64_t from_ms, for_ms; /* since the start; 0: to the end */
    int of, patients;        /* enum closed_of, enum patients: what of it, and what becomes of those inside */
};

struct move { /* a facility that closes at one site and opens at another */
    const char *id;
    int facility, to; /* site */
    int64_t at_ms;    /* since the start: it takes nobody from then on */
    int64_t takes_ms; /* empty to open again: packing, the way, setting up */
};

#endif
