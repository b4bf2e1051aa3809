#include "casualty_steps.h"

#include <string.h>

#include "hospital.h"
#include "regulation.h"
#include "unit.h"

#define IN(state) (1u << (state))

enum { AS_BEFORE = -1 };

/* The pathway, as on the whiteboard: what happens, when it may, where it leads, what is waited for then. */
// clang-format off
static const struct {
    unsigned            from;
    enum casualty_state to;
    enum moment         moment;  /* MOMENTS: none of its own */
    int                 wait;    /* enum wait, or AS_BEFORE */
    const char         *says;
} pathway[STEPS] = {
    [HEARD]            = { IN(WOUNDED),                  DECIDING,     M_ALERTED,      WAIT_DECISION,         "is reported" },
    [RELEASED]         = { IN(DECIDING),                 AWAITING,     M_DECIDED,      WAIT_ASSET_BUSY,       "may be fetched" },
    [STRANDED]         = { IN(ABOARD),                   AWAITING,     MOMENTS,        WAIT_ASSET_BUSY,       "is stranded" },
    [ASSIGNED]         = { IN(AWAITING),                 TASKED,       M_ASSIGNED,     WAIT_NOTICE,           "is given an asset" },
    [TO_BE_DRIVEN]     = { IN(WOUNDED) | IN(AWAITING),   TASKED,       M_ASSIGNED,     WAIT_UNSAFE,           "is to be driven by its own" },
    [UNASSIGNED]       = { IN(TASKED),                   AWAITING,     MOMENTS,        WAIT_ASSET_BUSY,       "loses the asset" },
    [LIFTED]           = { IN(TASKED),                   ABOARD,       M_LOADED,       WAIT_TO_CARE,          "is aboard" },
    [CARRIED_OFF]      = { IN(DECIDING),                 CARRIED,      M_LOADED,       WAIT_TO_CARE,          "is carried by stretcher" },
    [ARRIVED]          = { IN(ABOARD) | IN(CARRIED),     UNLOADING,    M_FACILITY,     WAIT_UNLOADING,        "is at the facility's door" },
    [HANDED_IN]        = { IN(UNLOADING),                ADMITTED,     MOMENTS,        AS_BEFORE,             "is handed over" },
    [QUEUED_FOR_BAY]   = { IN(ADMITTED),                 FOR_BAY,      MOMENTS,        WAIT_BAY_FULL,         "waits for a bay" },
    [BAY_BEGUN]        = { IN(ADMITTED) | IN(FOR_BAY),   IN_BAY,       MOMENTS,        WAIT_IN_BAY,           "is being resuscitated" },
    [BAY_INTERRUPTED]  = { IN(IN_BAY),                   FOR_BAY,      MOMENTS,        WAIT_BAY_FULL,         "leaves the bay to a graver case" },
    [QUEUED_FOR_TABLE] = { IN(ADMITTED) | IN(IN_BAY),    FOR_TABLE,    MOMENTS,        WAIT_TABLE_FULL,       "waits for a table" },
    [OPERATION_BEGUN]  = { IN(ADMITTED) | IN(IN_BAY) | IN(FOR_TABLE),
                                                         ON_TABLE,     M_SURGERY,      WAIT_ON_TABLE,         "is on the table" },
    [OPERATION_INTERRUPTED] = { IN(ON_TABLE),            FOR_TABLE,    MOMENTS,        WAIT_TABLE_FULL,       "leaves the table to a graver case" },
    [QUEUED_FOR_BED]   = { IN(ADMITTED) | IN(IN_BAY) | IN(ON_TABLE),
                                                         FOR_BED,      MOMENTS,        WAIT_BED_FULL,         "waits for a bed" },
    [PUT_TO_BED]       = { IN(ADMITTED) | IN(IN_BAY) | IN(ON_TABLE) | IN(FOR_BED),
                                                         IN_BED,       M_BED,          WAIT_IN_BED,           "is in a bed" },
    [TAKEN_TO_ICU]     = { IN(ADMITTED) | IN(IN_BAY) | IN(ON_TABLE) | IN(FOR_BED) | IN(IN_BED),
                                                         IN_BED,       M_BED,          WAIT_IN_BED,           "is in intensive care" },
    [HELD_FOR_TRANSFER]= { IN(ADMITTED) | IN(FOR_BAY) | IN(IN_BAY) | IN(FOR_TABLE) | IN(FOR_BED) | IN(IN_BED),
                                                         FOR_TRANSFER, MOMENTS,        WAIT_DECISION,         "needs another facility" },
    [REFERRED]         = { IN(FOR_TRANSFER),             AWAITING,     MOMENTS,        WAIT_ASSET_BUSY,       "may be transferred" },
    [WALKED_OVER]      = { IN(FOR_TRANSFER),             CARRIED,      MOMENTS,        WAIT_TO_CARE,          "is walked over to the neighbour" },
    [SENT_HOME]        = { IN(IN_BED),                   DISCHARGED,   M_DISCHARGED,   AS_BEFORE,             "is discharged" },
    [NOT_ELIGIBLE]     = { IN(DECIDING) | IN(ADMITTED) | IN(IN_BAY) | IN(FOR_TRANSFER),
                                                         FOR_OUTSIDE,  MOMENTS,        WAIT_INELIGIBLE,       "is not eligible" },
    [DIED]             = { ~(IN(DISCHARGED) | IN(DEAD) | IN(OUTSIDE)),
                                                         DEAD,         M_DIED,         AS_BEFORE,             "dies" },
    [GONE_OUTSIDE]     = { IN(AWAITING) | IN(ADMITTED) | IN(IN_BAY) | IN(ON_TABLE) | IN(FOR_OUTSIDE),
                                                         OUTSIDE,      MOMENTS,        AS_BEFORE,             "is handed to an outside provider" },
};
// clang-format on

static const char *const triage_says[] = {"T1", "T2", "T3", "T4"};

void casualty_marks(struct trial *t, struct casualty *c, enum moment m)
{
    if (c->at[m] < 0)
        c->at[m] = agenda_now(t->agenda);
}

/* Closes the stretch of waiting that ends now. There is always room for one more. */
static void close_stretch(struct trial *t, struct casualty *c, enum wait waited, uint8_t pending)
{
    int64_t now = agenda_now(t->agenda);
    if (!pending || now == c->wait_since)
        return;
    t->stretch[t->stretches++] = (struct stretch){c->number, (uint8_t)waited, pending, now - c->wait_since};
    c->tracked_ms = now - c->at[M_WOUNDED];
    c->wait_since = now;
    GROW(t->stretch, t->stretches, t->stretch_room);
}

/* What a wait is called once the casualty is in the care of a facility and on its way to another. */
static const enum wait in_transfer[WAITS] = {
    [WAIT_CELL_CLOSED] = WAIT_TRANSFER_CELL_CLOSED,
    [WAIT_CELL_BUSY] = WAIT_TRANSFER_CELL_BUSY,
    [WAIT_DECISION] = WAIT_TRANSFER_DECISION,
    [WAIT_CASE] = WAIT_TRANSFER_CASE,
    [WAIT_INELIGIBLE] = WAIT_TRANSFER_INELIGIBLE,
    [WAIT_ASSET_BUSY] = WAIT_TRANSFER_BUSY,
    [WAIT_CLEARANCE] = WAIT_TRANSFER_CLEARANCE,
    [WAIT_DARK] = WAIT_TRANSFER_DARK,
    [WAIT_NIGHT_BAN] = WAIT_TRANSFER_NIGHT_BAN,
    [WAIT_BANNED] = WAIT_TRANSFER_BANNED,
    [WAIT_HOURS] = WAIT_TRANSFER_HOURS,
    [WAIT_WEATHER] = WAIT_TRANSFER_WEATHER,
    [WAIT_NO_ASSET] = WAIT_TRANSFER_NO_ASSET,
    [WAIT_NOTICE] = WAIT_TRANSFER_NOTICE,
    [WAIT_OUTBOUND] = WAIT_TRANSFER_OUTBOUND,
    [WAIT_REFUELLING] = WAIT_TRANSFER_REFUELLING,
    [WAIT_LOADING] = WAIT_TRANSFER_LOADING,
    [WAIT_DETOUR] = WAIT_TRANSFER_DETOUR,
    [WAIT_TO_CARE] = WAIT_TRANSFER_MOVING,
    [WAIT_UNLOADING] = WAIT_TRANSFER_UNLOADING,
    [WAIT_KEPT_BACK] = WAIT_TRANSFER_KEPT_BACK,
    [WAIT_NO_MEDICS] = WAIT_TRANSFER_NO_MEDICS,
    [WAIT_NO_ESCORT] = WAIT_TRANSFER_NO_ESCORT,
    [WAIT_UNFIT] = WAIT_TRANSFER_UNFIT,
    [WAIT_RETASKING] = WAIT_TRANSFER_RETASKING,
    [WAIT_ELSEWHERE] = WAIT_TRANSFER_ELSEWHERE,
    [WAIT_CREW_RESTS] = WAIT_TRANSFER_CREW_RESTS,
};

void casualty_waits(struct trial *t, struct casualty *c, enum wait w)
{
    enum wait waited = c->wait;
    c->wait = c->facility >= 0 && in_transfer[w] ? in_transfer[w] : w;
    close_stretch(t, c, waited, c->pending);
}

static __attribute__((cold)) void tell_step(const struct trial *t, const struct casualty *c, enum step s)
{
    tell(t, "casualty %d (%s) %s", c->number + 1,
         c->injury.class->killed ? "killed" : triage_says[c->wound.seen], pathway[s].says);
}

void casualty_step(struct trial *t, struct casualty *c, enum step s)
{
    must(t, pathway[s].from & IN(c->state));
    c->state = pathway[s].to;
    if (pathway[s].moment != MOMENTS)
        casualty_marks(t, c, pathway[s].moment);
    if (t->story)
        tell_step(t, c, s);
    if (pathway[s].wait != AS_BEFORE)
        casualty_waits(t, c, (enum wait)pathway[s].wait);
}

void casualty_reaches(struct trial *t, struct casualty *c, enum milestone m)
{
    casualty_marks(t, c, moment_of[m]);
    uint8_t pending = c->pending;
    if (!(pending & 1u << m))
        return;
    c->pending &= (uint8_t) ~(1u << m);
    close_stretch(t, c, c->wait, pending);
}

/* --- care and the injury clock ------------------------------------------- */

/* Death is booked where it would come if nothing more were done; not beyond the follow-up, where nobody looks. */
static void set_death(struct trial *t, struct casualty *c)
{
    agenda_cancel(t->agenda, &c->death);
    int64_t dies_ms = injury_death_ms(&c->injury);
    if (dies_ms > t->scenario->run.follow_up_ms)
        return;
    int64_t wait = c->at[M_WOUNDED] + dies_ms - agenda_now(t->agenda);
    agenda_book(t->agenda, wait > 0 ? wait : 0, casualty_died, c->number, &c->death);
}

bool casualty_treated(struct trial *t, struct casualty *c, enum care level)
{
    if ((int)level <= c->injury.care)
        return true;
    bool lives = injury_treat(&c->injury, level, agenda_now(t->agenda) - c->at[M_WOUNDED]);
    if (!lives)
        casualty_died(t, c->number);
    else if (injury_runs(&c->injury))
        set_death(t, c);
    return lives;
}

static void blood_took_effect(struct trial *t, int number)
{
    TELL(t, "casualty %d: resuscitation with blood takes effect", number + 1);
    casualty_treated(t, t->casualty[number], DCR);
}

void casualty_seen(struct trial *t, struct casualty *c, enum care level)
{
    agenda_cancel(t->agenda, &c->aid);
    casualty_reaches(t, c, FIRST_AID);
    casualty_reaches(t, c, RESUSCITATION);
    if (!casualty_treated(t, c, EFC) || level < DCR || c->injury.care >= DCR || booking_held(&c->blood))
        return;
    soon(t, t->scenario->care.dcr_after_ms, blood_took_effect, c->number, &c->blood);
}

/* --- the end ---------------------------------------------------------------- */

void casualty_closed(struct trial *t, struct casualty *c, enum outcome o)
{
    if (c->closed)
        return;
    close_stretch(t, c, c->wait, c->pending);
    c->closed = true;
    c->outcome = o;
    c->pending = 0;
    t->open_counted -= c->counted;
}

static void forget_plans(struct trial *t, struct casualty *c)
{
    agenda_cancel(t->agenda, &c->next);
    agenda_cancel(t->agenda, &c->death);
    agenda_cancel(t->agenda, &c->aid);
    agenda_cancel(t->agenda, &c->blood);
    agenda_cancel(t->agenda, &c->care);
    agenda_cancel(t->agenda, &c->icu);
    agenda_cancel(t->agenda, &c->case_decided);
}

void casualty_left(struct trial *t, struct casualty *c)
{
    casualty_step(t, c, GONE_OUTSIDE);
    forget_plans(t, c);
    casualty_closed(t, c, OUTSIDE_PROVIDER);
    regulation_kept(t, c);
    hospital_gave_up_bed(t, c);
}

void casualty_died(struct trial *t, int number)
{
    struct casualty *c = t->casualty[number];
    enum casualty_state was = c->state;
    casualty_step(t, c, DIED);
    forget_plans(t, c);
    if (!c->closed)
        c->unavoidable = injury_unavoidable(c->injury.model, c->injury.class, c->wound.tolerance,
                                            c->wound.operation, t->scenario->run.follow_up_ms);
    casualty_closed(t, c,
                    c->injury.class->killed  ? KILLED_OUTRIGHT
                    : c->at[M_FACILITY] >= 0 ? DIED_OF_WOUNDS
                                             : DIED_BEFORE_FACILITY);
    struct line *line = c->line;
    line_leave(c);
    if (was == TASKED && line && !line->count)
        units_stand_down(t);
    hospital_lost(t, c, was);
}

/* Whoever was wounded a follow-up ago and is still undecided stays so. Books itself for the next. */
void casualty_follow_ups(struct trial *t, int unused)
{
    (void)unused;
    int64_t now = agenda_now(t->agenda), follow_up = t->scenario->run.follow_up_ms;
    for (; t->oldest_open < t->casualties; t->oldest_open++) {
        struct casualty *c = t->casualty[t->oldest_open];
        if (c->closed || !c->counted)
            continue;
        int64_t left = c->at[M_WOUNDED] + follow_up - now;
        if (left > 0) {
            agenda_book(t->agenda, left, casualty_follow_ups, 0, &t->follow_up);
            return;
        }
        casualty_closed(t, c, STILL_IN_CARE);
    }
}

/* --- the beginning ------------------------------------------------------------ */

static uint8_t needs_of(const struct class *class, bool operation)
{
    unsigned needs = 1u << ALERTED | 1u << FIRST_AID | 1u << FACILITY;
    if (class->triage == T1 || class->triage == T2)
        needs |= 1u << RESUSCITATION;
    if (class->triage == T1 && operation)
        needs |= 1u << SURGICAL_FACILITY | 1u << SURGERY;
    if ((class->triage == T2 || class->triage == T3) && operation)
        needs |= 1u << LATER_SURGERY;
    return (uint8_t)needs;
}

struct casualty *casualty_new(struct trial *t, struct incident *i, uint64_t name, enum affiliation a,
                              struct wound w)
{
    const struct class *class = &t->scenario->classes.at[w.class];
    int64_t now = agenda_now(t->agenda);
    GROW(t->casualty, t->casualties, t->casualty_room);
    struct casualty *c = arena_take(t->arena, 1, sizeof *c);
    c->number = t->casualties;
    c->incident = i->number;
    c->name = name;
    c->affiliation = a;
    c->precedence = t->eligible[a] ? t->eligible[a]->precedence : 0;
    c->caused = i->origin == ON_EVACUATION;
    c->wound = w;
    injury_begin(&c->injury, (enum survival)t->scenario->survival, class, w.tolerance, w.operation);
    c->counted = now >= t->from_ms && now < t->to_ms;
    c->wait = WAIT_MESSAGE;
    c->wait_since = now;
    c->facility = c->sortie = c->team = c->promised = -1;
    c->means = NEVER_MOVED;
    c->left_ms = c->control_left_ms = -1;
    memset(c->at, -1, sizeof c->at);
    c->at[M_WOUNDED] = now;
    c->needs = class->killed ? 0 : needs_of(class, w.operation);
    c->pending = c->counted ? c->needs : 0;
    t->casualty[t->casualties++] = c;
    t->open_counted += c->counted;
    TELL(t, "casualty %d is hit: %s%s%s", c->number + 1, class->id, class->killed ? "" : ", looks like ",
         class->killed ? "" : triage_says[w.seen]);
    if (class->killed)
        casualty_died(t, c->number);
    else if (injury_runs(&c->injury))
        set_death(t, c);
    if (c->counted && !c->closed && !booking_held(&t->follow_up))
        agenda_book(t->agenda, t->scenario->run.follow_up_ms, casualty_follow_ups, 0, &t->follow_up);
    return c;
}
