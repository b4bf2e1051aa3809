#include "boarding.h"

#include "casualty_steps.h"
#include "consent.h"

enum { OWN = -1 };

bool room_takes(struct room *r, const struct casualty *c)
{
    bool grave = c->wound.seen == T1, sits = c->wound.walks && r->seats > 0;
    if ((grave && !r->t1) || (!sits && !r->litters))
        return false;
    r->t1 -= grave;
    *(sits ? &r->seats : &r->litters) -= 1;
    return true;
}

/* --- in which layout ------------------------------------------------------------------ */

static int layout_of(const struct asset *a, int choice)
{
    return choice ? a->layouts.at[choice - 1] : OWN;
}

static struct room room_of(const struct trial *t, const struct asset *a, int layout)
{
    if (layout == OWN)
        return (struct room){a->litters, a->seats, a->most_t1};
    const struct cabin_layout *l = &t->scenario->layouts.at[layout];
    return (struct room){l->litters, l->seats, a->most_t1};
}

int asset_room(const struct trial *t, const struct asset *a)
{
    int most = 0;
    for (int i = 0; i <= a->layouts.n; i++) {
        struct room r = room_of(t, a, layout_of(a, i));
        most = r.litters + r.seats > most ? r.litters + r.seats : most;
    }
    return most;
}

static bool takes_any(const struct asset *a, struct room room, const struct line *l, enum triage graver_than)
{
    for (const struct casualty *c = l->head; c; c = c->behind) {
        struct room left = room;
        if (c->wound.seen < graver_than && consent_allows(a, c) && room_takes(&left, c))
            return true;
    }
    return false;
}

static bool fleet_takes(const struct trial *t, int fleet, const struct line *l, enum triage graver_than)
{
    const struct asset *a = t->fleet[fleet].asset;
    for (int i = 0; i <= a->layouts.n; i++)
        if (takes_any(a, room_of(t, a, layout_of(a, i)), l, graver_than))
            return true;
    return false;
}

bool fleet_takes_any(const struct trial *t, int fleet, const struct line *l)
{
    return fleet_takes(t, fleet, l, TRIAGES);
}

bool unit_takes_graver(const struct trial *t, const struct unit *u, const struct line *l)
{
    const struct asset *a = t->fleet[u->fleet].asset;
    enum triage than = line_gravest(&u->assigned);
    return u->state == READYING ? fleet_takes(t, u->fleet, l, than)
                                : takes_any(a, room_of(t, a, u->layout), l, than);
}

/* How many of each category would go. */
struct taken {
    int of[TRIAGES];
};

static struct taken taken_in(const struct asset *a, struct room room, const struct line *l)
{
    struct taken n = {{0}};
    for (const struct casualty *c = l->head; c; c = c->behind)
        n.of[c->wound.seen] += consent_allows(a, c) && room_takes(&room, c);
    return n;
}

static bool is_better(const struct taken *a, const struct taken *b)
{
    for (int category = T1; category < TRIAGES; category++)
        if (a->of[category] != b->of[category])
            return a->of[category] > b->of[category];
    return false;
}

void unit_fitted(const struct trial *t, struct unit *u, const struct request *r)
{
    const struct asset *a = t->fleet[u->fleet].asset;
    u->layout = OWN;
    if (!a->layouts.n)
        return;
    struct taken most = taken_in(a, room_of(t, a, OWN), &r->waiting);
    for (int i = 1; i <= a->layouts.n; i++) {
        struct taken n = taken_in(a, room_of(t, a, layout_of(a, i)), &r->waiting);
        if (is_better(&n, &most)) {
            u->layout = layout_of(a, i);
            most = n;
        }
    }
}

/* --- who goes aboard ------------------------------------------------------------------- */

static struct room room_in(const struct trial *t, const struct unit *u)
{
    struct room room = room_of(t, t->fleet[u->fleet].asset, u->layout);
    for (const struct casualty *c = u->aboard.head; c; c = c->behind)
        room_takes(&room, c);
    for (const struct casualty *c = u->assigned.head; c; c = c->behind)
        room_takes(&room, c);
    return room;
}

int unit_takes_more(const struct trial *t, const struct unit *u, const struct line *l)
{
    struct taken n = taken_in(t->fleet[u->fleet].asset, room_in(t, u), l);
    int all = 0;
    for (int category = T1; category < TRIAGES; category++)
        all += n.of[category];
    return all;
}

void unit_takes(struct trial *t, struct unit *u, struct request *r)
{
    struct room room = room_in(t, u);
    for (struct casualty *c = r->waiting.head, *next; c; c = next) {
        next = c->behind;
        if (!consent_allows(t->fleet[u->fleet].asset, c) || !room_takes(&room, c))
            continue;
        if (!u->lead)
            u->lead = c;
        if (!u->first)
            u->first = c;
        line_leave(c);
        casualty_step(t, c, ASSIGNED);
        line_join(&u->assigned, c);
        c->sortie = u->sortie;
        c->legs++;
        if (c->means == NEVER_MOVED)
            c->means = t->fleet[u->fleet].entry;
    }
}

/* Whoever had not been carried yet is as before: the luck of the journey to come is that of its first. */
void unit_gives_up(struct trial *t, struct unit *u)
{
    struct request *r = u->request;
    for (struct casualty *c; (c = line_last(&u->assigned));) {
        line_leave(c);
        casualty_step(t, c, UNASSIGNED);
        line_return(&r->waiting, c);
        c->legs--;
        if (c->at[M_LOADED] < 0)
            c->means = NEVER_MOVED;
    }
}

void unit_boards(struct unit *u)
{
    if (!u->aboard.count) {
        line_move(&u->assigned, &u->aboard);
        return;
    }
    for (struct casualty *c; (c = u->assigned.head);) {
        line_leave(c);
        line_join(&u->aboard, c);
    }
}
