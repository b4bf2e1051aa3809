#include "message.h"

#include "casualty_steps.h"
#include "incident.h"
#include "world/signal.h"

/* The draws of a message, by the name of its incident; then two for each time it is sent. */
enum { DELAY, WRONG_PLACE, SEARCH, SENT };

static double draw(const struct trial *t, const struct incident *i, int ordinal)
{
    return luck_uniform(&t->luck, DRAW_ALERT, i->name, (uint64_t)ordinal);
}

static void they_wait(struct trial *t, const struct incident *i, enum wait w)
{
    for (int n = i->first; n < i->first + i->casualties; n++)
        if (t->casualty[n]->state == WOUNDED)
            casualty_waits(t, t->casualty[n], w);
}

static bool is_lost(const struct trial *t, const struct incident *i)
{
    double lost = t->scenario->alert.lost;
    return lost > 0 && draw(t, i, SENT + 2 * i->sent) < lost;
}

static void message_sent(struct trial *t, int incident);

static void try_again(struct trial *t, struct incident *i, const struct outage *o)
{
    int64_t now = agenda_now(t->agenda);
    if (!i->relayed_ms && o->relay_ms)
        i->relayed_ms = now + o->relay_ms;
    bool relayed = i->relayed_ms && i->relayed_ms <= now + o->retry_ms;
    they_wait(t, i, WAIT_OUTAGE);
    soon(t, relayed ? i->relayed_ms - now : o->retry_ms, relayed ? incident_heard : message_sent, i->number,
         NULL);
}

static void send_again_once_noticed(struct trial *t, struct incident *i)
{
    int64_t noticed = drawn_ms(t, &t->scenario->alert.noticed, DRAW_ALERT, i->name, SENT + 2 * i->sent + 1);
    TELL(t, "the message of incident %d is lost", i->number + 1);
    i->sent++;
    they_wait(t, i, WAIT_LOST);
    soon(t, noticed, message_sent, i->number, NULL);
}

static void message_sent(struct trial *t, int incident)
{
    struct incident *i = t->incident[incident];
    const struct outage *o = signal_out(t->world, &t->luck, i->place.site, agenda_now(t->agenda));
    if (o)
        try_again(t, i, o);
    else if (is_lost(t, i))
        send_again_once_noticed(t, i);
    else
        incident_heard(t, incident);
}

void message_begun(struct trial *t, int incident)
{
    const struct alert *a = &t->scenario->alert;
    bool always_through = a->lost <= 0 && !t->scenario->outages.n;
    int64_t delay = drawn_ms(t, &a->delay, DRAW_ALERT, t->incident[incident]->name, DELAY);
    soon(t, delay, always_through ? incident_heard : message_sent, incident, NULL);
}

static int64_t search_ms(const struct trial *t, const struct incident *i)
{
    const struct alert *a = &t->scenario->alert;
    if (a->wrong_place <= 0 || draw(t, i, WRONG_PLACE) >= a->wrong_place)
        return 0;
    return drawn_ms(t, &a->search, DRAW_ALERT, i->name, SEARCH);
}

int64_t message_search_ms(struct trial *t, const struct request *r)
{
    if (r->incident < 0)
        return 0;
    struct incident *i = t->incident[r->incident];
    int64_t now = agenda_now(t->agenda);
    if (!i->found_ms)
        i->found_ms = now + search_ms(t, i);
    return i->found_ms > now ? i->found_ms - now : 0;
}
