#include "hospital.h"

#include "blood.h"
#include "casualty_steps.h"
#include "closure.h"
#include "eligibility.h"
#include "icu.h"
#include "onward.h"
#include "place.h"
#include "regulation.h"
#include "surgeons.h"
#include "request.h"

/* --- a bed is held by its flag, whatever the casualty waits for --------------------- */

void hospital_gave_up_bed(struct trial *t, struct casualty *c)
{
    blood_forgotten(c);
    if (c->in_icu)
        icu_left(t, c);
    if (!c->in_bed)
        return;
    c->in_bed = false;
    place_left(t, hospital_of(t, c), BEDS, NO_TEAM);
}

void hospital_lends_bed(struct trial *t, struct casualty *c)
{
    struct hospital *h = hospital_of(t, c);
    if (c->in_bed || c->in_icu || !place_is_free(t, h, BEDS))
        return;
    c->in_bed = true;
    place_occupied(t, h, BEDS, +1);
}

/* Whoever operated on it has done so. */
static int team_of(struct casualty *c)
{
    int team = c->team;
    c->team = NO_TEAM;
    return team;
}

void hospital_lost(struct trial *t, struct casualty *c, enum casualty_state was)
{
    regulation_kept(t, c);
    if (was == IN_BAY)
        place_left(t, hospital_of(t, c), BAYS, NO_TEAM);
    if (was == ON_TABLE)
        place_left(t, hospital_of(t, c), TABLES, team_of(c));
    hospital_gave_up_bed(t, c);
}

/* --- the way through the house ------------------------------------------------------ */

static void discharged(struct trial *t, int number)
{
    struct casualty *c = t->casualty[number];
    line_leave(c);
    casualty_step(t, c, SENT_HOME);
    agenda_cancel(t->agenda, &c->death);
    agenda_cancel(t->agenda, &c->care);
    agenda_cancel(t->agenda, &c->blood);
    casualty_closed(t, c, SURVIVED);
    hospital_gave_up_bed(t, c);
}

static void hold_ended(struct trial *t, int number)
{
    onward_needed(t, t->casualty[number], NEED_HOLDING);
}

/* Until discharge, from when the bed was taken, or to the end of the longest stay here; not before definitive care for those who need it. */
static void expect_discharge(struct trial *t, struct casualty *c)
{
    int64_t stay_ms = drawn_ms(t, &c->injury.class->stay, DRAW_STAY, c->name, 0);
    int64_t now = agenda_now(t->agenda), left_ms = c->at[M_BED] + stay_ms - now;
    int64_t hold_ms = hospital_of(t, c)->facility->hold_ms, may_ms = c->there_ms + hold_ms - now;
    if (hold_ms && may_ms < left_ms && onward_possible(t, c, NEED_HOLDING))
        soon(t, may_ms > 0 ? may_ms : 0, hold_ended, c->number, &c->next);
    else
        soon(t, left_ms > 0 ? left_ms : 0, discharged, c->number, &c->next);
}

static void definitive_care_took_effect(struct trial *t, int number)
{
    struct casualty *c = t->casualty[number];
    casualty_marks(t, c, M_DEFINITIVE);
    if (!casualty_treated(t, c, DEF))
        return;
    TELL(t, "casualty %d: definitive care takes effect", number + 1);
    if (c->injury.slowed <= 0)
        casualty_closed(t, c, SURVIVED);
    if (c->state == IN_BED)
        expect_discharge(t, c);
}

static void expect_definitive_care(struct trial *t, struct casualty *c)
{
    if (c->injury.care < DCS || c->injury.care >= DEF || c->injury.class->duty ||
        !hospital_of(t, c)->facility->definitive || booking_held(&c->care))
        return;
    int64_t until_ms = drawn_ms(t, &t->scenario->care.definitive, DRAW_DEFINITIVE_CARE, c->name, 0);
    agenda_book(t->agenda, until_ms, definitive_care_took_effect, c->number, &c->care);
}

void bed_taken(struct trial *t, int number)
{
    struct casualty *c = t->casualty[number];
    c->in_bed = true;
    casualty_step(t, c, PUT_TO_BED);
    hospital_bedded(t, c);
    if (c->state == IN_BED && icu_needed(t, c) && !icu_entered(t, c))
        icu_awaited(t, c);
}

/* Treated: a bed of the kind it needs, or a line for one. */
static void bed_needed(struct trial *t, struct casualty *c)
{
    if (icu_needed(t, c) && icu_entered(t, c))
        hospital_bedded(t, c);
    else
        place_sought(t, c, BEDS);
}

static bool is_to_leave(struct trial *t, const struct casualty *c)
{
    return hospital_of(t, c)->given_up && onward_possible(t, c, closure_need(t, c));
}

void hospital_bedded(struct trial *t, struct casualty *c)
{
    c->there_ms = agenda_now(t->agenda);
    if (is_to_leave(t, c))
        onward_needed(t, c, closure_need(t, c));
    else if (c->injury.class->duty || c->injury.care >= DEF)
        expect_discharge(t, c);
    else if (!hospital_of(t, c)->facility->definitive)
        onward_planned(t, c);
}

static void bleeding_was_controlled(struct trial *t, int number)
{
    struct casualty *c = t->casualty[number];
    if (!casualty_treated(t, c, DCS))
        return;
    TELL(t, "casualty %d: bleeding is controlled", number + 1);
    expect_definitive_care(t, c);
}

static void operation_ended(struct trial *t, int number)
{
    struct casualty *c = t->casualty[number];
    struct hospital *h = hospital_of(t, c);
    place_served(c);
    casualty_marks(t, c, M_SURGERY_DONE);
    int team = team_of(c);
    bed_needed(t, c);
    place_left(t, h, TABLES, team);
}

/* Bleeding is under control a while after incision; the time in which the operation was interrupted does not count. */
static void expect_control(struct trial *t, struct casualty *c)
{
    if (c->injury.care >= DCS)
        return;
    if (!injury_runs(&c->injury) && c->injury.class->dcs_risk <= 0) {
        c->injury.care = DCS;
        return;
    }
    int64_t takes_ms = c->control_left_ms >= 0 ? c->control_left_ms : t->scenario->care.dcs_after_ms;
    c->control_ms = agenda_now(t->agenda) + takes_ms;
    agenda_book(t->agenda, takes_ms, bleeding_was_controlled, c->number, &c->care);
}

void operation_began(struct trial *t, int number)
{
    struct casualty *c = t->casualty[number];
    t->operations += c->counted && c->left_ms < 0;
    casualty_step(t, c, OPERATION_BEGUN);
    casualty_reaches(t, c, c->needs & 1u << LATER_SURGERY ? LATER_SURGERY : SURGERY);
    int64_t whole_ms = drawn_ms(t, &c->injury.class->operation, DRAW_OPERATION, c->name, 0);
    agenda_book(t->agenda, place_takes_ms(t, c, whole_ms), operation_ended, number, &c->next);
    expect_control(t, c);
}

static bool neighbour_operates_sooner(struct trial *t, const struct casualty *c)
{
    if (place_is_free(t, hospital_of(t, c), TABLES))
        return false;
    int other = onward_neighbour(t, c, NEED_SURGERY);
    return other >= 0 && place_is_free(t, &t->hospital[other], TABLES);
}

/* It needs an operation, or to be seen by a surgeon elsewhere, and there is none for it. */
static bool is_refused_surgery(struct trial *t, const struct casualty *c)
{
    return t->selective && !eligibility_grants(t, c, GRANT_SURGERY) &&
           (c->wound.operation ||
            (!hospital_keeps(hospital_of(t, c)) && onward_possible(t, c, NEED_SURGERY)));
}

/* Treated in the bay, or there was none: the table, another facility, or a bed. */
static void went_on(struct trial *t, struct casualty *c)
{
    bool surgical = hospital_of(t, c)->surgical;
    bool ladder = c->wound.operation || !c->injury.class->duty;
    if (c->at[M_SURGERY] >= 0 || !ladder || c->injury.care >= DCS) {
        bed_needed(t, c);
    } else if (is_refused_surgery(t, c)) {
        hospital_lends_bed(t, c);
        eligibility_refused(t, c);
    } else if (!hospital_keeps(hospital_of(t, c)) && onward_possible(t, c, NEED_SURGERY)) {
        onward_needed(t, c, NEED_SURGERY);
    } else if (surgical && c->wound.operation) {
        if (neighbour_operates_sooner(t, c))
            onward_needed(t, c, NEED_SURGERY);
        else
            place_sought(t, c, TABLES);
    } else {
        if (surgical && !casualty_treated(t, c, DCS))
            return;
        expect_definitive_care(t, c);
        bed_needed(t, c);
    }
}

/* Only while it stands in no line: lines are kept by category. */
static void seen_anew(struct trial *t, struct casualty *c)
{
    enum triage is = (enum triage)c->injury.class->triage;
    if (c->wound.seen != is)
        TELL(t, "casualty %d turns out to be T%d", c->number + 1, (int)is + 1);
    c->wound.seen = is;
}

static void bay_ended(struct trial *t, int number)
{
    struct casualty *c = t->casualty[number];
    struct hospital *h = hospital_of(t, c);
    place_served(c);
    if (h->facility->retriage)
        seen_anew(t, c);
    went_on(t, c);
    if (c->state != DEAD) /* the dead have left the bay */
        place_left(t, h, BAYS, NO_TEAM);
}

void bay_began(struct trial *t, int number)
{
    struct casualty *c = t->casualty[number];
    const struct facility *f = hospital_of(t, c)->facility;
    casualty_step(t, c, BAY_BEGUN);
    casualty_seen(t, c, blood_level(t, c));
    if (c->state != IN_BAY)
        return;
    if (c->awaits_blood)
        casualty_waits(t, c, WAIT_NO_BLOOD);
    int64_t whole_ms = drawn_ms(t, &f->resuscitation, DRAW_RESUSCITATION, c->name, c->legs);
    soon(t, place_takes_ms(t, c, whole_ms), bay_ended, number, &c->next);
}

/* --- the door ------------------------------------------------------------------------- */

/* Open before closed, with surgery before without. */
static int rank(const struct hospital *h)
{
    return 2 * hospital_open(h) + hospital_operates(h);
}

int hospital_at_site(const struct trial *t, int site)
{
    int found = -1;
    for (int i = 0; i < t->hospitals; i++) {
        const struct hospital *h = &t->hospital[i];
        if (h->place.site == site && !h->facility->closed &&
            (found < 0 || rank(h) > rank(&t->hospital[found])))
            found = i;
    }
    return found;
}

void hospital_reached(struct trial *t, struct casualty *c, int facility)
{
    casualty_step(t, c, ARRIVED);
    c->facility = facility;
    casualty_reaches(t, c, FACILITY);
    if (hospital_open(&t->hospital[facility]) && hospital_operates(&t->hospital[facility]))
        casualty_reaches(t, c, SURGICAL_FACILITY);
}

/* Moved because it could not be held longer: nothing is left to be done but to rest. */
static bool came_for_a_bed(const struct casualty *c)
{
    return c->at[M_BED] >= 0 && c->injury.class->duty && !c->wound.operation;
}

/* It was closed when they came, and another could take them: they wait at the door to be fetched. */
static bool is_turned_away(struct trial *t, const struct casualty *c)
{
    return !hospital_open(hospital_of(t, c)) && onward_open(t, c, closure_need(t, c));
}

/* A clinician sees them at the door; those who come for definitive care alone go straight to a bed. */
void hospital_admitted(struct trial *t, struct casualty *c, int facility)
{
    const struct facility *f = t->hospital[facility].facility;
    regulation_kept(t, c);
    if (is_turned_away(t, c))
        onward_needed(t, c, closure_need(t, c));
    else if (c->injury.care >= DCS || came_for_a_bed(c)) {
        expect_definitive_care(t, c);
        bed_needed(t, c);
    } else if (f->bays) {
        casualty_reaches(t, c, FIRST_AID);
        if (casualty_treated(t, c, EFC))
            place_sought(t, c, BAYS);
    } else {
        casualty_seen(t, c, blood_level(t, c));
        if (c->state != DEAD)
            went_on(t, c);
    }
}

void stretcher_arrived(struct trial *t, int number)
{
    struct casualty *c = t->casualty[number];
    int facility = c->carried_to;
    hospital_reached(t, c, facility);
    casualty_step(t, c, HANDED_IN);
    hospital_admitted(t, c, facility);
}
