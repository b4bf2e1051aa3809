/* mission.h -- the mission while a trial runs: who is where, what is open, what is busy.
 *
 * Private to this floor. Whoever is hurt, asked for, sent or admitted is here; the
 * handlers that move them are in casualty.h, request.h, unit.h and hospital.h.
 */
#ifndef EVAC_MISSION_H
#define EVAC_MISSION_H

#include <setjmp.h>

#include "base/arena.h"
#include "evac/trial.h"
#include "line.h"
#include "world/errand.h"
#include "world/world.h"

enum need { NEED_RESUSCITATION, NEED_SURGERY, NEED_DEFINITIVE, NEED_HOLDING, NEEDS };

/* A way out as it is planned: where one fills up, and how long it will have flown since when it is with them. */
struct way_out {
    int stop; /* a fuel point, or -1 */
    int64_t flown_ms;
};

/* What the casualties of one incident, or of one facility for one need, ask for: to be fetched. */
struct request {
    struct line waiting;
    int incident, facility; /* an incident's, or a transfer's from a facility; the other is -1 */
    enum need need;         /* of a transfer */
    int to;                 /* the facility that keeps a bed, or -1: any */
    struct location place;
    int64_t
        ready_ms; /* own vehicles are expected at the landing site, which is its place now; 0: it is the scene */
    bool open;    /* in the list of open requests */
    enum wait cause;     /* why nothing has been sent, as WAIT_ASSET_BUSY .. WAIT_NO_ASSET */
    int season;          /* of the roads, in which its ways are reckoned */
    int moved;           /* how many moves of facilities before that */
    int64_t *reach_ms;   /* [fleet] home to the place, NEVER_REACHED where the fleet cannot serve it */
    struct way_out *out; /* [fleet] how; NULL where there are no fuel points */
    enum need sought;    /* that these were planned for */
    double *air_m;       /* [facility] in a straight line from the place */
};

enum unit_state {
    AT_HOME,
    READYING,
    OUTBOUND,
    FUELLING_OUT,
    ON_SCENE,
    LOADING,
    TO_CARE,
    HANDING_OVER,
    HOMEWARD,
    FUELLING_HOME,
    UNFIT,
    ELSEWHERE,
    RELOCATING
};

/* Is one on another task called back? */
enum recall { NOT_RECALLED, RECALL_ASKED, RECALLED };

/* Why one at home may not go. */
enum ground { NOT_SERVICEABLE = 1, FAILED = 2, LAID_UP = 4, CREW_RESTS = 8 };

/* One helicopter, one ambulance. */
struct unit {
    enum unit_state state;
    int number, fleet, first_fleet; /* where it stands, or will; and at the start */
    int in_asset;                   /* which of them it is, from 0 */
    int sortie, to_facility;
    int layout;              /* that it is fitted out in, or -1: its own litters and seats */
    struct request *request; /* whose casualties it fetches; they may outlive it */
    struct line assigned;    /* those it is sent for, not yet aboard */
    struct line aboard;
    struct casualty *lead;         /* the gravest when tasked: its journey names the draws */
    struct casualty *first;        /* the gravest of this pick-up: it names the draws of loading */
    struct location from;          /* where the way that it is on began ... */
    int64_t moved_ms, from_way_ms; /* ... and when; from its home to there */
    int64_t out_ms, leg_ms;        /* on its way when it is on scene: in all, and to this pick-up */
    struct way_out out;            /* its way out; then `stop` is where it fills up next on its way home */
    uint64_t harm_name;            /* of the thresholds of its journey; 0: it cannot be struck */
    struct booking next;
    uint64_t name;
    unsigned grounds;                                       /* a set of enum ground */
    int failures;                                           /* so far */
    int64_t failed_ms, tasked_ms, free_since_ms, worked_ms; /* worked: on journeys since its last rest */
    bool being_mended;
    bool stands_to;              /* warned before anybody has decided, since then and for a while */
    int64_t warned_ms, asked_ms; /* first, and last */
    struct booking stand_down;
    struct errand due;        /* of a shared one: its next other task */
    int64_t left_ms, back_ms; /* away on one: since when, until when */
    enum recall recall;       /* from it, and for whom */
    struct request *recalled_for;
    struct booking approval;
    bool makes_ready; /* at its post, to move up to another */
    int moves_to;     /* the fleet that it would then be of */
    struct booking move_up;
    int along[COMPANION_KINDS]; /* who goes with it: entry of the scenario's teams or escorts, or -1 */
};

/* Teams, or escorts, of one home. */
struct company {
    const struct companion *of;
    int ready;
    int64_t joins_ms; /* mean; for policies */
    int64_t back_ms;  /* when one was last back with them */
};

/* The units of an asset that stand at one place: at home, or at one of its posts. */
struct fleet {
    const struct asset *asset;
    int entry; /* of the scenario's assets */
    struct location home;
    int idle;                                    /* how many are at home */
    int *idle_unit;                              /* their numbers; the last is sent first */
    int cover;                                   /* workspace of post.c */
    const struct dist *notice[2];                /* by day and night, as its posture says */
    int64_t notice_ms[2], load_ms, load_each_ms; /* means by day and night; for policies */
    int64_t range_ms;                            /* INT64_MAX: no limit */
    int room;                                    /* the most it carries, in any layout */
    bool groundable;                             /* they may be unfit, or their crews tired */
    int64_t *back_ms;                            /* [season][facility] from there home */
    struct fuelling *fuelling;                   /* NULL: it fills up at home alone, or needs none */
};

/* An asset at work. */
struct pool {
    int mending; /* how many are being mended */
    int *stands; /* [so many free] the fleet that the next stands with; NULL: all are of one */
    int *gap;    /* workspace of post.c */
};

/* A facility at work. */
struct hospital {
    const struct facility *facility;
    int number;
    struct location place;
    struct line for_bay, for_table, for_bed;
    struct line in_bay, on_table; /* only where the queue is `preempt` */
    int bays_busy, tables_busy, beds_busy;
    int first_team, teams;  /* in trial->team; none where teams come with the tables */
    bool surgical;          /* somebody could be operated on, if nothing is closed */
    int closed, no_surgery; /* closures in force: to those from outside; of surgery */
    int given_up,
        sends_on; /* those that nobody inside is treated in; that those for surgery do not wait for */
    struct booking roster;          /* a team may begin again */
    int stock, units_in, units_out; /* of blood */
    int donors, donors_called, donations;
    int *wants, wanting, wants_room; /* casualties who wait for blood, in the order they came */
    struct line for_icu;             /* on the ward meanwhile */
    int *in_icu;                     /* the casualties there */
    int icu_busy;
    int beds_promised, icu_promised; /* to transfers on their way */
    int list_left, list_team; /* cases of today's list not yet begun; who operates on the one that is */
    bool list_on;             /* one of them is on a table */
    int64_t list_ends_ms;     /* no more begin */
    struct request transfer[NEEDS];
};

/* The facilities that give what is needed; some may be closed just now. */
struct givers {
    int n, *at;
};

/* A surgical team. */
struct team {
    const struct surgical_team *of;
    int entry; /* of scenario->surgical_teams */
    bool operates;
    int64_t began_ms, free_since_ms, worked_ms; /* worked: at the table since its last rest */
};

/* Use of a resource: its level since its last change; the level before that change, since when, and level x ms within
 * the horizon until then. */
struct settled { /* so many of a resource were busy from `since_ms` to `until_ms`; then `by` more */
    int resource, level, by;
    int64_t since_ms, until_ms;
};

struct use {
    int level, before;
    int64_t since_ms, before_since_ms, busy_ms;
};

struct trial {
    const struct frame *frame;
    const struct world *world;
    const struct scenario *scenario;
    struct luck luck;
    struct agenda *agenda;
    struct arena *arena; /* of this trial: emptied at the start of the next */
    struct tally *tally; /* that it is added to, once it is lived through */
    FILE *story;         /* NULL when none is told */

    int64_t from_ms, to_ms, attacks_end_ms; /* the horizon; no attack after */
    int hospitals, fleets, units, teams;
    struct hospital *hospital;
    struct pool *pool;   /* [asset] */
    struct fleet *fleet; /* the first of each asset, in their order; then those of further posts */
    struct unit *unit;
    int moved;                  /* how many facilities have moved so far */
    bool regulates;             /* some facility diverts when it is full */
    struct request **regulated; /* [from][to][need]; NULL: not asked for yet */
    struct line for_elsewhere;  /* for a bed in another facility */
    struct booking regulating;
    struct team *team; /* of each hospital in turn */
    struct givers giver[NEEDS];
    unsigned ways; /* set of enum which_way: by which anything goes */
    bool host;     /* the host nation has rules */
    struct desks *cell;
    const struct eligibility *eligible[AFFILIATIONS]; /* NULL: for everything */
    int last_precedence;                              /* that anybody has */

    struct use *use;         /* [resource] */
    struct settled *settled; /* in the order in which they ended */
    int settlements, settled_room;

    struct drive **drive; /* of own vehicles, as they began */
    int drives, drive_room;
    struct request *probe; /* of the trial: a request as it would be elsewhere */

    int incidents, casualties, sorties, stretches, opens, questions;
    int question_room, incident_room, request_room, casualty_room, sortie_room, stretch_room, open_room;
    struct incident **incident;
    struct request **request;   /* [incident] */
    struct casualty **casualty; /* they stay where they are: bookings point into them */
    struct question **question; /* of consent, as they were asked */
    struct sortie *sortie;
    struct stretch *stretch;
    struct request **open; /* in the order they were opened */

    struct strikes strikes; /* of all cells that have begun */
    int due;                /* the next of them in order */
    struct booking attack;  /* and its booking */
    int idle_units, operations, open_counted, oldest_open;
    int nested; /* how many happenings, without delay, each within the one before */
    bool reviewing, review_again;
    bool groundable;  /* any fleet is */
    bool accompanied; /* some fleet does not go alone */
    bool shared;      /* some fleet has other tasks too */
    bool posted;      /* some asset stands at posts */
    bool selective;   /* not all is done for everybody */
    bool fuelled;     /* some fleet may fill up away from home */
    struct company *company[COMPANION_KINDS];
    struct booking review, post_review, follow_up;
    int64_t totals[PER_TRIALS];
    int64_t review_ms;    /* when `review` is booked for */
    int64_t operation_ms; /* mean time on a table; for policies */

    struct record *record; /* workspace of record.c */
    struct way_back
        *way_back; /* while it can be left: `ways_back`; else NULL, and what breaks ends the program */
    struct way_back *ways_back; /* owned */
};

/* Out of a trial that breaks, so that the others go on. */
struct way_back {
    jmp_buf to;
    char trouble[400];
};

/* Leaves the trial: with seed, trial and moment, so that it can be seen again. */
#define must(t, claim) ((claim) ? (void)0 : trial_broken(t, #claim, __FILE__, __LINE__))
_Noreturn void trial_broken(const struct trial *t, const char *claim, const char *file, int line);
_Noreturn void trial_left(const struct trial *t, enum ending ending, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Makes room for one more in a growing array of the trial, kept from trial to trial. */
#define GROW(array, count, room)                                                                             \
    ((count) < (room) ? (void)0 : grow((void **)&(array), &(room), sizeof *(array)))
void grow(void **array, int *room, size_t size) __attribute__((cold, noinline));

/* Its record begins: assigned now, and nothing more has happened. */
void sortie_add(struct trial *t, struct sortie s);

/* What causes itself in no time is a loop: so many events of one moment, or each within the one before. */
enum { AT_ONCE_MOST = 1000000, NESTED_MOST = 4000, EVENTS_BETWEEN_LOOKS = 2048 };

/* `delay_ms` from now; at once, without the agenda, when there is no delay. */
void soon(struct trial *t, int64_t delay_ms, event_fn *happened, int who, struct booking *undo);

/* How much of the time between two moments lies within the horizon. */
int64_t within_horizon_ms(const struct trial *t, int64_t from_ms, int64_t to_ms);

/* A duration of the distribution, by its name. */
int64_t drawn_ms(const struct trial *t, const struct dist *d, enum purpose p, uint64_t entity, int ordinal);

/* From a facility home, after a journey for this request. */
static inline int64_t back_ms(const struct trial *t, int fleet, const struct request *r, int facility)
{
    return t->fleet[fleet].back_ms[r->season * t->hospitals + facility];
}

/* Of making ready, what is left after whatever warning there was of the attack. */
static inline int64_t notice_left_ms(const struct trial *t, const struct request *r, int64_t notice_ms)
{
    int64_t lead_ms = r->incident < 0 ? 0 : t->incident[r->incident]->lead_ms;
    return notice_ms > lead_ms ? notice_ms - lead_ms : 0;
}

/* The draws of a journey, by the name of the casualty it is made for and the number of its leg. */
static inline int journey_ordinal(int leg, int part)
{
    return 4 * leg + part;
}

/* Resources by number, as in the frame. */
enum { BAYS, TABLES, BEDS, FACILITY_RESOURCES };
void use_change(struct trial *t, int resource, int by);

/* At the end of the trial: how long each was busy, and adds it to `busy` ([resource]; NULL: to none). */
void uses_counted(struct trial *t, struct occupancy *busy);

static inline int team_resource(const struct trial *t, int entry)
{
    return t->frame->first_team + entry;
}
static inline int companion_resource(const struct trial *t, enum companion_kind k, int entry)
{
    return t->frame->first_companion[k] + entry;
}
static inline int unfit_resource(const struct trial *t, int fleet)
{
    return t->frame->unfit[t->fleet[fleet].entry];
}
static inline int mending_resource(const struct trial *t, int fleet)
{
    return t->frame->mending[t->fleet[fleet].entry];
}
static inline int alerted_resource(const struct trial *t, int fleet)
{
    return t->frame->first_alerted + t->fleet[fleet].entry;
}
static inline int elsewhere_resource(const struct trial *t, int fleet)
{
    return t->frame->elsewhere[t->fleet[fleet].entry];
}
static inline int relocating_resource(const struct trial *t, int fleet)
{
    return t->frame->relocating[t->fleet[fleet].entry];
}
static inline int fleet_resource(const struct trial *t, int fleet)
{
    return FACILITY_RESOURCES * t->hospitals + t->fleet[fleet].entry;
}

/* One line of the story: the moment, then the words. */
void tell(const struct trial *t, const char *format, ...) __attribute__((format(printf, 2, 3), cold));
#define TELL(t, ...) ((t)->story ? tell((t), __VA_ARGS__) : (void)0)

#endif
