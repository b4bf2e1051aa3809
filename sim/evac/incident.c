#include "incident.h"

#include "base/name.h"
#include "casualty_steps.h"
#include "closure.h"
#include "commander.h"
#include "consent.h"
#include "eligibility.h"
#include "hospital.h"
#include "message.h"
#include "prealert.h"
#include "request.h"

/* --- help on the spot ------------------------------------------------------ */

static void comrade_helped(struct trial *t, int number)
{
    struct casualty *c = t->casualty[number];
    TELL(t, "casualty %d gets first aid from a comrade", number + 1);
    casualty_reaches(t, c, FIRST_AID);
    casualty_treated(t, c, BUDDY);
}

static void medic_helped(struct trial *t, int number)
{
    struct casualty *c = t->casualty[number];
    TELL(t, "casualty %d is treated by a medic", number + 1);
    casualty_reaches(t, c, FIRST_AID);
    casualty_treated(t, c, EFC);
}

/* A comrade first, where it is one who can; then the medic, who comes anyway. */
struct help {
    double comrades; /* share of the wounded who get first aid */
    bool medic;
};

static void comrade_then_medic_helped(struct trial *t, int number);

static int64_t medic_ms(const struct trial *t, const double u[4])
{
    return dist_ms(&t->scenario->care.medic, u[2]);
}

static void expect_help(struct trial *t, struct casualty *c, struct help h)
{
    if (h.comrades <= 0 && !h.medic)
        return;
    double u[4];
    luck_four(&t->luck, DRAW_FIRST_AID, c->name, 0, u);
    int64_t comrade = u[0] < h.comrades ? dist_ms(&t->scenario->care.first_aid, u[1]) : INT64_MAX;
    int64_t medic = h.medic ? medic_ms(t, u) : INT64_MAX;
    if (comrade < medic)
        soon(t, comrade, h.medic ? comrade_then_medic_helped : comrade_helped, c->number, &c->aid);
    else if (h.medic)
        soon(t, medic, medic_helped, c->number, &c->aid);
}

static void comrade_then_medic_helped(struct trial *t, int number)
{
    struct casualty *c = t->casualty[number];
    comrade_helped(t, number);
    if (c->state == DEAD)
        return;
    double u[4];
    luck_four(&t->luck, DRAW_FIRST_AID, c->name, 0, u);
    int64_t left = c->at[M_WOUNDED] + medic_ms(t, u) - agenda_now(t->agenda);
    soon(t, left, medic_helped, number, &c->aid);
}

/* --- message and decision ---------------------------------------------------- */

/* Calls `visit` for those of an incident who are in a state. */
static void each_in(struct trial *t, const struct incident *i, enum casualty_state state,
                    void (*visit)(struct trial *, struct casualty *))
{
    for (int n = i->first; n < i->first + i->casualties; n++)
        if (t->casualty[n]->state == state)
            visit(t, t->casualty[n]);
}

static void is_heard(struct trial *t, struct casualty *c)
{
    casualty_step(t, c, HEARD);
    casualty_reaches(t, c, ALERTED);
}

void incident_carries(struct trial *t, struct casualty *c)
{
    if (eligibility_holds_up(t, c))
        return;
    c->means = BY_STRETCHER;
    c->carried_to = hospital_at_site(t, t->incident[c->incident]->place.site);
    casualty_step(t, c, CARRIED_OFF);
    int64_t carry = drawn_ms(t, &t->scenario->care.carry, DRAW_LOADING, c->name, 0);
    soon(t, carry, stretcher_arrived, c->number, &c->next);
}

static void stretchers_came(struct trial *t, int incident)
{
    each_in(t, t->incident[incident], DECIDING, incident_carries);
}

static bool facility_open_at(const struct trial *t, int site)
{
    int facility = hospital_at_site(t, site);
    return facility >= 0 && hospital_open(&t->hospital[facility]);
}

static bool may_be_carried(const struct trial *t, const struct location *place)
{
    return place->from < 0 && place->off_m <= t->scenario->care.carry_within_m &&
           facility_open_at(t, place->site);
}

/* As seen, of those who have been heard of. */
static enum triage gravest_of(const struct trial *t, const struct incident *i)
{
    enum triage gravest = T4;
    for (int n = i->first; n < i->first + i->casualties; n++)
        if (t->casualty[n]->state == DECIDING && t->casualty[n]->wound.seen < gravest)
            gravest = t->casualty[n]->wound.seen;
    return gravest;
}

bool incident_beside_facility(const struct trial *t, const struct incident *i)
{
    return may_be_carried(t, &i->place);
}

/* Those whom their own drive need no word from anybody, those who are not eligible wait for none: how many others are
 * left. */
static int left_to_others(struct trial *t, const struct incident *i)
{
    int left = 0;
    for (int n = i->first; n < i->first + i->casualties; n++) {
        struct casualty *c = t->casualty[n];
        left += c->state == DECIDING;
        if (c->state != DECIDING && c->state != DEAD)
            casualty_reaches(t, c, ALERTED);
    }
    return left;
}

void incident_heard(struct trial *t, int number)
{
    struct incident *i = t->incident[number];
    int64_t now = agenda_now(t->agenda);
    each_in(t, i, WOUNDED, is_heard);
    i->by_stretcher = may_be_carried(t, &i->place);
    int refused = t->selective ? eligibility_judged(t, i) : 0;
    int people = i->drives || refused ? left_to_others(t, i) : i->casualties;
    if (!people)
        return;
    if (i->by_stretcher) {
        soon(t, i->safe_ms > now ? i->safe_ms - now : 0, stretchers_came, number, NULL);
        return;
    }
    i->gravest = gravest_of(t, i);
    prealert_given(t, t->request[number], people, i->gravest);
    consent_asked_for_incident(t, number);
}

/* --- the attack ---------------------------------------------------------------- */

static int at_least_zero(double people)
{
    return people <= 0 ? 0 : people >= INT_MAX ? INT_MAX : (int)people;
}

/* How many can still be hit: a site's people, or those of the trip who have not been. */
static int exposed(const struct trial *t, const struct strike *s)
{
    if (s->patrol < 0)
        return at_least_zero(t->scenario->sites.at[s->place.site].strength);
    int left = t->scenario->patrols.at[s->patrol].strength;
    for (int i = 0; i < t->incidents; i++) {
        const struct incident *before = t->incident[i];
        if (before->patrol == s->patrol && before->cell == s->cell && before->trip == s->trip &&
            before->copy == s->copy)
            left -= before->casualties - before->civilians;
    }
    return left;
}

static struct help help_at(const struct trial *t, const struct strike *s)
{
    if (s->patrol >= 0) {
        const struct patrol *p = &t->scenario->patrols.at[s->patrol];
        return (struct help){p->first_aid, p->medic};
    }
    const struct site *site = &t->scenario->sites.at[s->place.site];
    return (struct help){site->first_aid, site->medic};
}

static void wound_one(struct trial *t, struct incident *i, uint64_t name, enum affiliation a,
                      struct help help)
{
    struct wound w = wound_of(t->scenario, &t->luck, name, i->mechanism);
    struct casualty *c = casualty_new(t, i, name, a, w);
    i->casualties++;
    if (c->state != DEAD)
        expect_help(t, c, help);
}

static void wound_people(struct trial *t, struct incident *i, const struct strike *s, const struct hits *hit)
{
    const struct patrol *p = s->patrol >= 0 ? &t->scenario->patrols.at[s->patrol] : NULL;
    const struct shares *people = p ? &p->people : &t->scenario->sites.at[s->place.site].people;
    struct help help = help_at(t, s);
    i->first = t->casualties;
    for (int64_t n = 0; n < hit->people; n++) {
        uint64_t name = name_child(i->name, (uint64_t)n);
        if (!wound_spared(&t->luck, name, p ? p->armour : 0))
            wound_one(t, i, name, affiliation_of(&t->luck, name, people), help);
    }
    uint64_t bystanders = hit->civilians ? name_child(i->name, name_of("people", "civilians")) : 0;
    for (int64_t n = 0; n < hit->civilians; n++)
        wound_one(t, i, name_child(bystanders, (uint64_t)n), CIVILIAN, help);
    i->civilians = (int)hit->civilians;
}

static void tell_attack(const struct trial *t, const struct strike *s)
{
    static const char *const before[ORIGINS] = {
        "", "a second attack: ", "a follow-on attack: ", "a joined attack: ", "on those who help: "};
    const char *kind = t->scenario->attacks.at[s->kind].id;
    const struct site *site = t->scenario->sites.at;
    if (s->patrol >= 0)
        TELL(t, "%s%s on %s, %.0f km from %s on the way to %s", before[s->origin], kind,
             t->scenario->patrols.at[s->patrol].id, s->place.along_m / 1000, site[s->place.from].id,
             site[s->place.to].id);
    else
        TELL(t, "%s%s at %s", before[s->origin], kind, site[s->place.site].id);
}

static struct incident *incident_new(struct trial *t, const struct strike *s)
{
    GROW(t->incident, t->incidents, t->incident_room);
    GROW(t->request, t->incidents, t->request_room);
    struct request *r = arena_take(t->arena, 1, sizeof *r);
    request_begin(t, r, &s->place, t->incidents, -1, NEED_RESUSCITATION);
    struct incident *i = arena_take(t->arena, 1, sizeof *i);
    i->number = t->incidents;
    i->kind = s->kind;
    i->mechanism = threat_mechanism(t->world, s);
    i->sector =
        s->patrol >= 0 ? t->frame->sector_of_patrol[s->patrol] : t->frame->sector_of_site[s->place.site];
    i->patrol = s->patrol;
    i->cell = s->cell;
    i->trip = s->trip;
    i->copy = s->copy;
    i->origin = s->origin;
    i->parent = s->parent;
    i->lead_ms = threat_lead_ms(t->world, &t->luck, s);
    i->at_ms = agenda_now(t->agenda);
    i->dark = area_is_dark(t->world->area, s->place.site, i->at_ms);
    i->name = s->name;
    i->place = s->place;
    t->request[t->incidents] = r;
    return t->incident[t->incidents++] = i;
}

/* Whoever comes for those hit first waits until the second attack is over too. */
static void scene_stays_unsafe(struct trial *t, uint64_t name, int64_t safe_ms)
{
    for (int i = t->incidents - 1; i >= 0; i--)
        if (t->incident[i]->name == name && t->incident[i]->safe_ms < safe_ms)
            t->incident[i]->safe_ms = safe_ms;
}

static void struck(struct trial *t, const struct strike *s)
{
    struct hits hit = threat_hits(t->world, &t->luck, s);
    int most = exposed(t, s);
    if (hit.people > most)
        hit.people = most;
    struct incident *i = incident_new(t, s);
    i->safe_ms = agenda_now(t->agenda) + hit.contact_ms;
    if (s->origin == SECOND_ATTACK)
        scene_stays_unsafe(t, s->parent, i->safe_ms);
    tell_attack(t, s);
    wound_people(t, i, s, &hit);
    if (t->scenario->own_vehicles.n)
        commander_after_attack(t, i);
    if (i->casualties)
        message_begun(t, i->number);
}

int evacuation_struck(struct trial *t, const struct strike *s, int mechanism, int64_t hit)
{
    struct incident *i = incident_new(t, s);
    i->mechanism = mechanism;
    i->safe_ms = agenda_now(t->agenda) + threat_hits(t->world, &t->luck, s).contact_ms;
    tell_attack(t, s);
    wound_people(t, i, s, &(struct hits){.people = hit});
    if (i->casualties)
        message_begun(t, i->number);
    return i->number;
}

static void attack_happened(struct trial *t, int strike);

/* What is booked late costs nothing: of the strikes, in order, only the next is on the agenda. */
static void expect_next(struct trial *t)
{
    agenda_cancel(t->agenda, &t->attack);
    if (t->due == t->strikes.n)
        return;
    const struct due *d = &t->strikes.due[t->due];
    agenda_book(t->agenda, d->at_ms - agenda_now(t->agenda), attack_happened, d->strike, &t->attack);
}

static void attack_happened(struct trial *t, int strike)
{
    t->due++;
    expect_next(t);
    struck(t, &t->strikes.at[strike]);
}

void cell_began(struct trial *t, int cell)
{
    threat_cell(t->world, &t->luck, cell, t->attacks_end_ms, &t->strikes);
    strikes_put_in_order(&t->strikes, t->due);
    expect_next(t);
    if (agenda_now(t->agenda) + CELL_MS < t->attacks_end_ms)
        agenda_book(t->agenda, CELL_MS, cell_began, cell + 1, NULL);
}
