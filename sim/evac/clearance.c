#include "clearance.h"

#include "base/name.h"
#include "consent.h"

#define IN(way) (1u << (way))

/* --- leave ------------------------------------------------------------------------ */

static void host_answered(struct trial *t, int number);

static struct host_answer answer_to(const struct trial *t, const struct question *q, bool dark)
{
    return host_answers(q->host, &t->luck, q->host_name, q->times, dark);
}

/* What dispatch may think: an answer takes its median, and is yes. */
static void expect(struct trial *t, const struct question *q, int64_t asked_ms)
{
    int64_t takes_ms = dist_ms(question_is_dark(t, q) ? &q->host->night : &q->host->day, 0.5);
    for (struct casualty *c = question_next(t, q, 0); c; c = question_next(t, q, c->number + 1))
        for (int way = 0; way < WAYS; way++)
            if (q->ways & IN(way))
                c->leave_ms[way] = asked_ms + takes_ms;
}

static void put_to_host(struct trial *t, int number)
{
    struct question *q = t->question[number];
    question_step(t, q, PUT_TO_HOST);
    expect(t, q, agenda_now(t->agenda));
    question_waits(t, q, WAIT_CLEARANCE);
    soon(t, answer_to(t, q, question_is_dark(t, q)).takes_ms, host_answered, number, NULL);
}

/* For the bound of what each would have had alone: from when on their way was open. */
static void note(struct trial *t, const struct question *q, int64_t from_ms)
{
    for (int way = 0; way < WAYS && q->incident >= 0; way++)
        if (q->ways & IN(way))
            t->incident[q->incident]->open_from_ms[way] = from_ms;
}

/* The way stays shut; what else is being asked for is waited for still. */
static void stays_shut(struct trial *t, struct question *q)
{
    question_step(t, q, SHUT);
    note(t, q, INT64_MAX);
    bool last = true;
    for (struct casualty *c = question_next(t, q, 0); c; c = question_next(t, q, c->number + 1)) {
        c->shut |= q->ways;
        last &= !(c->barred & ~c->shut);
    }
    if (last)
        question_waits(t, q, WAIT_BANNED);
}

static void is_refused(struct trial *t, struct question *q)
{
    question_step(t, q, REFUSED);
    if (!q->host->again_ms || !question_next(t, q, 0)) {
        stays_shut(t, q);
        return;
    }
    q->times++;
    expect(t, q, agenda_now(t->agenda) + q->host->again_ms);
    question_waits(t, q, WAIT_CLEARANCE);
    agenda_book(t->agenda, q->host->again_ms, put_to_host, q->number, NULL);
}

static void host_answered(struct trial *t, int number)
{
    struct question *q = t->question[number];
    if (answer_to(t, q, false).refuses) {
        is_refused(t, q);
        return;
    }
    question_step(t, q, CLEARED);
    note(t, q, agenda_now(t->agenda));
    consent_given(t, q);
}

/* Named by whose it is and the way alone, so that its answers are the same whoever was asked before. */
static uint64_t name_at_host(const struct trial *t, const struct question *q, int way)
{
    uint64_t whose;
    if (q->incident >= 0) {
        whose = t->incident[q->incident]->name;
    } else {
        const struct casualty *c = t->casualty[q->first];
        whose = name_child(c->name, (uint64_t)c->transfer_need);
    }
    return name_child(whose, (uint64_t)way);
}

void clearance_asked(struct trial *t, struct question *q)
{
    for (int way = 0; way < WAYS; way++) {
        if (!(q->ways & IN(way)) || !question_next(t, q, 0))
            continue;
        struct passage p = {(enum which_way)way, q->incident < 0, q->gravest};
        const struct host_rule *rule = host_wants(t->world, question_site(t, q), &p);
        if (!rule)
            continue;
        struct question for_host = *q;
        for_host.ways = IN(way);
        for_host.host = rule;
        for_host.host_name = name_at_host(t, q, way);
        q->ways &= ~IN(way);
        put_to_host(t, question_new(t, &for_host)->number);
    }
}

/* --- bans --------------------------------------------------------------------------- */

static bool is_banned(const struct trial *t, const struct request *r, int fleet, enum triage gravest,
                      enum host_word ban)
{
    const struct fleet *f = &t->fleet[fleet];
    struct passage p = {way_of(f->asset), r->facility >= 0, gravest};
    return host_says(t->world, r->place.site, &p, ban) || host_says(t->world, f->home.site, &p, ban);
}

bool clearance_bans(const struct trial *t, const struct request *r, int fleet, enum triage gravest)
{
    return t->host && is_banned(t, r, fleet, gravest, HOST_BAN);
}

bool clearance_bans_night(const struct trial *t, const struct request *r, int fleet, enum triage gravest)
{
    return t->host && is_banned(t, r, fleet, gravest, HOST_NIGHT_BAN);
}
