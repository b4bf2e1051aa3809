#include "boarding.h"

#include "casualty_steps.h"
#include "consent.h"

struct room {
    int litters, seats;
};

static bool takes(struct room *r, const struct casualty *c)
{
    if (c->wound.walks && r->seats > 0)
        return r->seats-- > 0;
    return r->litters > 0 && r->litters-- > 0;
}

bool fleet_takes_any(const struct trial *t, int fleet, const struct line *l)
{
    const struct asset *a = t->fleet[fleet].asset;
    for (const struct casualty *c = l->head; c; c = c->behind)
        if (consent_allows(a, c) && takes(&(struct room){a->litters, a->seats}, c))
            return true;
    return false;
}

static struct room room_in(const struct trial *t, const struct unit *u)
{
    const struct asset *a = t->fleet[u->fleet].asset;
    struct room room = {a->litters, a->seats};
    for (const struct casualty *c = u->aboard.head; c; c = c->behind)
        takes(&room, c);
    return room;
}

void unit_takes(struct trial *t, struct unit *u, struct request *r)
{
    struct room room = room_in(t, u);
    for (struct casualty *c = r->waiting.head, *next; c; c = next) {
        next = c->behind;
        if (!consent_allows(t->fleet[u->fleet].asset, c) || !takes(&room, c))
            continue;
        if (!u->lead)
            u->lead = c;
        line_leave(c);
        casualty_step(t, c, ASSIGNED);
        line_join(&u->aboard, c);
        c->sortie = u->sortie;
        c->legs++;
        if (c->means == NEVER_MOVED)
            c->means = u->fleet;
    }
}

/* Whoever had not been carried yet is as before: the luck of the journey to come is that of its first. */
void unit_gives_up(struct trial *t, struct unit *u)
{
    struct request *r = u->request;
    for (struct casualty *c; (c = line_last(&u->aboard));) {
        line_leave(c);
        casualty_step(t, c, UNASSIGNED);
        line_return(&r->waiting, c);
        c->legs--;
        if (c->at[M_LOADED] < 0)
            c->means = NEVER_MOVED;
    }
    u->lead = NULL;
}
