#include "post.h"

#include <stdlib.h>

#include "base/die.h"
#include "fleet.h"
#include "fuel.h"
#include "leave.h"
#include "request.h"
#include "unit.h"

enum { FILLED = -1 };

/* --- set up ---------------------------------------------------------------------------- */

int posts_most(const struct scenario *s)
{
    int n = s->assets.n;
    for (int i = 0; i < s->assets.n; i++)
        n += s->assets.at[i].posts.n;
    return n;
}

static int fleet_at(struct trial *t, int entry, int site)
{
    for (int f = 0; f < t->fleets; f++)
        if (t->fleet[f].entry == entry && t->fleet[f].home.site == site)
            return f;
    fleet_set_up(t, entry, site);
    return t->fleets - 1;
}

void posts_set_up(struct trial *t)
{
    for (int i = 0; i < t->scenario->assets.n; i++) {
        const struct asset *a = &t->scenario->assets.at[i];
        struct pool *p = &t->pool[i];
        if (!a->posts.n || !a->count)
            continue;
        t->posted = true;
        p->stands = must_alloc((size_t)a->count, sizeof *p->stands);
        p->gap = must_alloc((size_t)a->count, sizeof *p->gap);
        for (int k = 0; k < a->count; k++)
            p->stands[k] = fleet_at(t, i, asset_stands_at(a, k));
    }
}

void posts_free(struct trial *t)
{
    for (int i = 0; i < t->scenario->assets.n; i++) {
        free(t->pool[i].stands);
        free(t->pool[i].gap);
    }
}

int post_of(const struct trial *t, int entry, int number)
{
    return t->pool[entry].stands ? t->pool[entry].stands[number] : entry;
}

/* --- who covers what ---------------------------------------------------------------------- */

/* It is at its post, or on its way there; one that was lost and is to be replaced is not. */
static bool covers(const struct trial *t, const struct unit *u)
{
    return u->state == AT_HOME || u->state == RELOCATING ||
           ((u->state == HOMEWARD || u->state == FUELLING_HOME) && t->sortie[u->sortie].home >= 0);
}

/* Counts who covers each place of the asset, but for one, whoever makes ready to move too; returns how many they are. */
static int count_cover(struct trial *t, int entry, const struct unit *but)
{
    const struct pool *p = &t->pool[entry];
    int n = 0;
    for (int k = 0; k < t->scenario->assets.at[entry].count; k++)
        t->fleet[p->stands[k]].cover = 0;
    for (int i = 0; i < t->units; i++) {
        const struct unit *u = &t->unit[i];
        if (t->fleet[u->fleet].entry != entry || u == but || !covers(t, u))
            continue;
        t->fleet[u->fleet].cover++;
        n++;
    }
    return n;
}

/* Lists which of the first n places lack one, in their order; the cover left over is more than is needed there. */
static int list_gaps(struct trial *t, int entry, int n)
{
    struct pool *p = &t->pool[entry];
    int gaps = 0;
    for (int k = 0; k < n; k++)
        if (--t->fleet[p->stands[k]].cover < 0)
            p->gap[gaps++] = p->stands[k];
    return gaps;
}

static bool within(const struct fleet *f, int64_t way_ms)
{
    return way_ms != NEVER_REACHED && way_ms <= f->asset->move_up_within_ms && way_ms <= f->range_ms;
}

/* --- coming home ---------------------------------------------------------------------------- */

int post_returned_to(struct trial *t, const struct unit *u, int facility)
{
    int entry = t->fleet[u->fleet].entry;
    if (!t->pool[entry].stands)
        return u->fleet;
    int gaps = list_gaps(t, entry, count_cover(t, entry, u) + 1);
    for (int i = 0; i < gaps; i++) {
        int f = t->pool[entry].gap[i];
        if (f == u->fleet ||
            (within(&t->fleet[f], fuel_straight_ms(t, u, f, facility)) && fuel_lasts_home(t, u, f, facility)))
            return f;
    }
    return u->fleet;
}

/* --- moving up ------------------------------------------------------------------------------- */

static int64_t way_ms(const struct trial *t, int from, int to)
{
    int season = world_season(t->world, agenda_now(t->agenda));
    return fleet_travel_ms(t, from, season, &t->fleet[from].home, &t->fleet[to].home);
}

/* It is over where it stands, and nobody waits for it. */
static bool is_spare(const struct trial *t, const struct unit *u)
{
    return u->state == AT_HOME && !u->makes_ready && !u->stands_to && t->fleet[u->fleet].cover > 0 &&
           !requests_want(t, u);
}

static struct unit *nearest_spare(struct trial *t, int gap)
{
    struct unit *nearest = NULL;
    int64_t least_ms = INT64_MAX;
    for (int i = 0; i < t->units; i++) {
        struct unit *u = &t->unit[i];
        if (t->fleet[u->fleet].entry != t->fleet[gap].entry || !is_spare(t, u))
            continue;
        int64_t ms = way_ms(t, u->fleet, gap);
        if (within(&t->fleet[gap], ms) && ms < least_ms) {
            least_ms = ms;
            nearest = u;
        }
    }
    return nearest;
}

static bool still_suits(struct trial *t, const struct unit *u)
{
    int entry = t->fleet[u->fleet].entry, gaps = list_gaps(t, entry, count_cover(t, entry, NULL));
    for (int i = 0; i < gaps; i++)
        if (t->pool[entry].gap[i] == u->moves_to)
            return is_spare(t, u) && within(&t->fleet[u->moves_to], way_ms(t, u->fleet, u->moves_to));
    return false;
}

static void unit_moved_up(struct trial *t, int number);

static void makes_ready(struct trial *t, struct unit *u, int to, int64_t until_ms)
{
    u->makes_ready = true;
    u->moves_to = to;
    agenda_book(t->agenda, until_ms - agenda_now(t->agenda), unit_moved_up, u->number, &u->move_up);
}

static int64_t may_go_ms(const struct trial *t, const struct unit *u, int to, int64_t from_ms)
{
    return may_move_up_ms(t, u->fleet, to, way_ms(t, u->fleet, to), from_ms);
}

/* It has made ready: unless things have changed, it moves off, when it may. */
static void unit_moved_up(struct trial *t, int number)
{
    struct unit *u = &t->unit[number];
    int64_t now = agenda_now(t->agenda);
    u->makes_ready = false;
    if (!still_suits(t, u)) {
        posts_look(t);
        return;
    }
    int64_t at_ms = may_go_ms(t, u, u->moves_to, now);
    if (at_ms > now)
        makes_ready(t, u, u->moves_to, at_ms);
    else
        unit_left_for_post(t, number, u->moves_to, way_ms(t, u->fleet, u->moves_to));
}

/* One that makes ready goes on with it only while it is over where it stands, and missed where it would go. */
static void keep_those_needless(struct trial *t, int entry, int gaps)
{
    int *gap = t->pool[entry].gap;
    for (int i = 0; i < t->units; i++) {
        struct unit *u = &t->unit[i];
        if (!u->makes_ready || t->fleet[u->fleet].entry != entry)
            continue;
        int g = 0;
        while (g < gaps && gap[g] != u->moves_to)
            g++;
        if (g == gaps || t->fleet[u->fleet].cover <= 0) {
            post_kept(t, u);
            continue;
        }
        gap[g] = FILLED;
        t->fleet[u->fleet].cover--;
    }
}

static void fill_gap(struct trial *t, int to)
{
    struct unit *u = nearest_spare(t, to);
    if (!u)
        return;
    int64_t now = agenda_now(t->agenda);
    struct fleet *f = &t->fleet[u->fleet];
    int64_t ready_ms = now + f->notice_ms[area_is_dark(t->world->area, f->home.site, now)];
    f->cover--;
    makes_ready(t, u, to, may_go_ms(t, u, to, ready_ms));
}

static void posts_reviewed(struct trial *t, int unused)
{
    (void)unused;
    for (int i = 0; i < t->scenario->assets.n; i++) {
        if (!t->pool[i].stands)
            continue;
        int gaps = list_gaps(t, i, count_cover(t, i, NULL));
        keep_those_needless(t, i, gaps);
        for (int g = 0; g < gaps; g++)
            if (t->pool[i].gap[g] != FILLED)
                fill_gap(t, t->pool[i].gap[g]);
    }
}

void posts_look(struct trial *t)
{
    if (t->posted && !booking_held(&t->post_review))
        agenda_book(t->agenda, 0, posts_reviewed, 0, &t->post_review);
}

void post_kept(struct trial *t, struct unit *u)
{
    if (!u->makes_ready)
        return;
    u->makes_ready = false;
    agenda_cancel(t->agenda, &u->move_up);
}
