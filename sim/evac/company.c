#include "company.h"

#include <stdlib.h>

#include "base/die.h"

enum { NOBODY = -1 };

/* --- set up ---------------------------------------------------------------------------- */

void company_set_up(struct trial *t)
{
    for (int k = 0; k < COMPANION_KINDS; k++) {
        const struct companions *all = &t->scenario->companions[k];
        t->company[k] = must_alloc((size_t)all->n, sizeof *t->company[k]);
        for (int i = 0; i < all->n; i++)
            t->company[k][i] =
                (struct company){.of = &all->at[i], .joins_ms = whole_of(dist_mean(&all->at[i].joins))};
        for (int i = 0; i < t->scenario->assets.n; i++)
            t->accompanied = t->accompanied || t->scenario->assets.at[i].along[k] != NEVER_ALONG;
    }
}

void company_gathered(struct trial *t)
{
    for (int k = 0; k < COMPANION_KINDS; k++)
        for (int i = 0; i < t->scenario->companions[k].n; i++) {
            t->company[k][i].ready = t->company[k][i].of->count;
            t->company[k][i].back_ms = 0;
        }
    for (int i = 0; i < t->units; i++)
        t->unit[i].along[TEAM] = t->unit[i].along[ESCORT] = NOBODY;
}

void company_free(struct trial *t)
{
    for (int k = 0; k < COMPANION_KINDS; k++)
        free(t->company[k]);
}

/* --- who is needed, and who is there ------------------------------------------------------- */

static bool needs(const struct trial *t, const struct asset *a, const struct request *r,
                  enum companion_kind k, int64_t at_ms)
{
    bool scene = r->incident >= 0;
    switch (a->along[k]) {
    case IN_CONTACT:
        return scene && !r->ready_ms && t->incident[r->incident]->safe_ms > at_ms;
    case ON_SCENES:
        return scene;
    default:
        return a->along[k] == ALWAYS_ALONG;
    }
}

/* Of those of the fleet's home, ready and within their hours, who joins soonest; NOBODY: none. */
static int first_ready(const struct trial *t, const struct asset *a, enum companion_kind k, int64_t *later)
{
    int64_t now = agenda_now(t->agenda);
    int best = NOBODY;
    for (int i = 0; i < t->scenario->companions[k].n; i++) {
        const struct company *c = &t->company[k][i];
        if (c->of->home != a->home || !c->ready)
            continue;
        int64_t open_ms = hours_open_from(&c->of->hours, now);
        if (open_ms > now)
            *later = open_ms < *later ? open_ms : *later;
        else if (best == NOBODY || c->joins_ms < t->company[k][best].joins_ms)
            best = i;
    }
    return best;
}

enum wait company_lacking(const struct trial *t, int fleet, const struct request *r, int64_t *later)
{
    static const enum wait lacking[COMPANION_KINDS] = {WAIT_NO_MEDICS, WAIT_NO_ESCORT};
    const struct asset *a = t->fleet[fleet].asset;
    for (int k = 0; k < COMPANION_KINDS && t->accompanied; k++) {
        if (!needs(t, a, r, (enum companion_kind)k, agenda_now(t->agenda)) ||
            first_ready(t, a, (enum companion_kind)k, later) != NOBODY)
            continue;
        if (a->along[k] == IN_CONTACT && t->incident[r->incident]->safe_ms < *later)
            *later = t->incident[r->incident]->safe_ms;
        return lacking[k];
    }
    return WAITS;
}

bool company_suffices(const struct trial *t, const struct unit *u, const struct request *r)
{
    for (int k = 0; k < COMPANION_KINDS; k++)
        if (u->along[k] == NOBODY &&
            needs(t, t->fleet[u->fleet].asset, r, (enum companion_kind)k, agenda_now(t->agenda)))
            return false;
    return true;
}

/* --- along ------------------------------------------------------------------------------------ */

static int64_t joins_ms(const struct trial *t, enum companion_kind k, int entry, uint64_t name, int leg)
{
    return drawn_ms(t, &t->company[k][entry].of->joins, DRAW_JOINING, name, journey_ordinal(leg, (int)k));
}

/* A warned crew's company comes with it, unless it was out. */
static int64_t head_of(const struct trial *t, const struct company *c, int64_t head_ms)
{
    int64_t back_ms = agenda_now(t->agenda) - c->back_ms;
    return back_ms < head_ms ? back_ms : head_ms;
}

int64_t company_joined(struct trial *t, struct unit *u, const struct request *r, int64_t head_ms)
{
    const struct asset *a = t->fleet[u->fleet].asset;
    int64_t all_ms = 0, later = INT64_MAX;
    for (int k = 0; k < COMPANION_KINDS && t->accompanied; k++) {
        enum companion_kind kind = (enum companion_kind)k;
        if (!needs(t, a, r, kind, agenda_now(t->agenda)))
            continue;
        int entry = u->along[k] = first_ready(t, a, kind, &later);
        must(t, entry != NOBODY);
        t->company[k][entry].ready--;
        use_change(t, companion_resource(t, kind, entry), +1);
        int64_t ms = joins_ms(t, kind, entry, u->lead->name, t->sortie[u->sortie].leg) -
                     head_of(t, &t->company[k][entry], head_ms);
        all_ms = ms > all_ms ? ms : all_ms;
    }
    return all_ms;
}

void company_left(struct trial *t, struct unit *u)
{
    for (int k = 0; k < COMPANION_KINDS; k++) {
        if (u->along[k] == NOBODY)
            continue;
        t->company[k][u->along[k]].ready++;
        t->company[k][u->along[k]].back_ms = agenda_now(t->agenda);
        use_change(t, companion_resource(t, (enum companion_kind)k, u->along[k]), -1);
        u->along[k] = NOBODY;
    }
}

/* --- as policies and bounds see it ------------------------------------------------------------- */

int64_t company_mean_ms(const struct trial *t, const struct asset *a)
{
    int64_t all_ms = 0;
    for (int k = 0; k < COMPANION_KINDS; k++) {
        int64_t least = INT64_MAX;
        for (int i = 0; i < t->scenario->companions[k].n; i++)
            if (t->company[k][i].of->home == a->home && t->company[k][i].joins_ms < least)
                least = t->company[k][i].joins_ms;
        if (a->along[k] >= ON_SCENES && least < INT64_MAX && least > all_ms)
            all_ms = least;
    }
    return all_ms;
}

int64_t company_alone_ms(const struct trial *t, const struct casualty *c, const struct request *r, int fleet,
                         int64_t tasked_ms)
{
    const struct asset *a = t->fleet[fleet].asset;
    int64_t all_ms = 0;
    for (int k = 0; k < COMPANION_KINDS && t->accompanied; k++) {
        int64_t least = INT64_MAX;
        for (int i = 0; i < t->scenario->companions[k].n; i++) {
            int64_t ms = t->company[k][i].of->home == a->home
                             ? joins_ms(t, (enum companion_kind)k, i, c->name, 1)
                             : INT64_MAX;
            least = ms < least ? ms : least;
        }
        if (needs(t, a, r, (enum companion_kind)k, tasked_ms) && least < INT64_MAX && least > all_ms)
            all_ms = least;
    }
    return all_ms;
}
