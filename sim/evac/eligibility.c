#include "eligibility.h"

#include <string.h>

#include "base/name.h"
#include "casualty_steps.h"
#include "consent.h"
#include "incident.h"
#include "onward.h"
#include "request.h"

#define IN(way) (1u << (way))

/* --- what is granted ------------------------------------------------------------------ */

void eligibility_set_up(struct trial *t)
{
    for (int i = 0; i < t->scenario->eligibility.n; i++) {
        const struct eligibility *e = &t->scenario->eligibility.at[i];
        for (int a = 0; a < AFFILIATIONS; a++)
            if (!strcmp(affiliation_words[a], e->id))
                t->eligible[a] = e;
        t->selective = true;
        if (e->precedence > t->last_precedence)
            t->last_precedence = e->precedence;
    }
}

bool eligibility_grants(const struct trial *t, const struct casualty *c, enum grant g)
{
    const struct eligibility *e = t->eligible[c->affiliation];
    return !e || (int)c->wound.seen < e->granted[g];
}

static unsigned denied_ways(const struct trial *t, const struct casualty *c)
{
    return (eligibility_grants(t, c, GRANT_AIR) ? 0 : IN(IN_THE_AIR)) |
           (eligibility_grants(t, c, GRANT_GROUND) ? 0 : IN(ON_THE_ROAD));
}

/* Something could come, but nothing by which it may go. Whom nothing could reach waits as anybody does. */
static bool goes_by_nothing(struct trial *t, const struct casualty *c, unsigned denied, struct request *r)
{
    if (!(t->ways & ~denied))
        return true;
    if (!denied || !request_reachable(t, r, c->wound.seen))
        return false;
    for (int f = 0; f < t->fleets; f++)
        if (!(denied >> way_of(t->fleet[f].asset) & 1) && request_served_by(t, r, f, c->wound.seen))
            return false;
    return true;
}

static void deny(struct casualty *c, bool transfer, unsigned ways)
{
    c->denied[transfer] = ways;
    c->shut |= ways;
}

enum triage eligibility_gravest_for_surgery(const struct trial *t, const struct line *people)
{
    enum triage gravest = TRIAGES;
    for (const struct casualty *c = people->head; c; c = c->behind)
        if (c->wound.seen < gravest && eligibility_grants(t, c, GRANT_SURGERY))
            gravest = c->wound.seen;
    return gravest;
}

/* --- not eligible --------------------------------------------------------------------- */

static void handed_outside(struct trial *t, int number)
{
    casualty_left(t, t->casualty[number]);
}

void eligibility_refused(struct trial *t, struct casualty *c)
{
    const struct dist *after = &t->eligible[c->affiliation]->outside_after;
    casualty_step(t, c, NOT_ELIGIBLE);
    soon(t, drawn_ms(t, after, DRAW_ELIGIBLE, c->name, 1), handed_outside, c->number, &c->next);
}

/* --- case by case ---------------------------------------------------------------------- */

static int64_t decision_ms(const struct trial *t, enum affiliation whose, uint64_t name)
{
    return drawn_ms(t, &t->eligible[whose]->decision, DRAW_ELIGIBLE, name, 0);
}

/* Whoever waits for that alone goes on. */
static void is_settled(struct trial *t, struct casualty *c)
{
    bool holds_up = c->by_case == HOLDS_UP;
    c->by_case = NO_CASE;
    TELL(t, "casualty %d is decided on, and is to be taken", c->number + 1);
    if (!holds_up)
        return;
    if (c->state == FOR_TRANSFER)
        onward_released(t, c);
    else if (t->incident[c->incident]->by_stretcher)
        incident_carries(t, c);
    else
        consent_released(t, c);
}

static void case_decided(struct trial *t, int number)
{
    is_settled(t, t->casualty[number]);
}

static void cases_decided(struct trial *t, int number)
{
    int incident = number / AFFILIATIONS;
    enum affiliation whose = (enum affiliation)(number % AFFILIATIONS);
    int first = t->incident[incident]->first, end = first + t->incident[incident]->casualties;
    for (int n = first; n < end; n++) {
        struct casualty *c = t->casualty[n];
        if (c->affiliation == whose && c->state == DECIDING && c->by_case)
            is_settled(t, c);
    }
    request_opened(t, t->request[incident]);
}

bool eligibility_holds_up(struct trial *t, struct casualty *c)
{
    if (!c->by_case)
        return false;
    c->by_case = HOLDS_UP;
    casualty_waits(t, c, WAIT_CASE);
    return true;
}

/* --- judged ----------------------------------------------------------------------------- */

static bool is_eligible(struct trial *t, struct casualty *c, const struct incident *i)
{
    unsigned denied = i->by_stretcher ? 0 : denied_ways(t, c);
    if (!eligibility_grants(t, c, GRANT_ADMITTED) || goes_by_nothing(t, c, denied, t->request[i->number]))
        return false;
    deny(c, false, denied);
    return true;
}

int eligibility_judged(struct trial *t, struct incident *i)
{
    int refused = 0, number = i->number;
    int64_t ms[AFFILIATIONS] = {0};
    for (int n = i->first; n < i->first + i->casualties; n++) {
        struct casualty *c = t->casualty[n];
        if (c->state != DECIDING || !t->eligible[c->affiliation])
            continue;
        if (!is_eligible(t, c, i)) {
            eligibility_refused(t, c);
            refused++;
            continue;
        }
        ms[c->affiliation] = decision_ms(t, c->affiliation, name_child(i->name, (uint64_t)c->affiliation));
        c->by_case = ms[c->affiliation] > 0 ? OPEN_CASE : NO_CASE;
    }
    for (int a = 0; a < AFFILIATIONS; a++)
        if (ms[a] > 0)
            agenda_book(t->agenda, ms[a], cases_decided, number * AFFILIATIONS + a, NULL);
    return refused;
}

bool eligibility_moves(struct trial *t, struct casualty *c, enum need need)
{
    unsigned denied = denied_ways(t, c);
    agenda_cancel(t->agenda, &c->case_decided);
    c->by_case = NO_CASE;
    if (!t->eligible[c->affiliation])
        return true;
    if (!eligibility_grants(t, c, GRANT_TRANSFER) ||
        goes_by_nothing(t, c, denied, &t->hospital[c->facility].transfer[need])) {
        eligibility_refused(t, c);
        return false;
    }
    deny(c, true, denied);
    int64_t ms = decision_ms(t, c->affiliation, name_child(c->name, (uint64_t)need));
    if (ms > 0) {
        c->by_case = OPEN_CASE;
        agenda_book(t->agenda, ms, case_decided, c->number, &c->case_decided);
    }
    return true;
}
