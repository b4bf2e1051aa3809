#include "kin.h"

#include <math.h>

#include "base/name.h"
#include "intensity.h"
#include "strikes.h"

/* One strike and those that follow from it. */
struct family {
    const struct world *w;
    const struct luck *l;
    const struct attack *kind;
    struct strike parent; /* a copy: the list may move */
    int64_t until_ms;
    struct strikes *all;
};

/* Children's names lie apart from those of the people hit, who are numbered from 0. */
static uint64_t child_name(const struct family *f, enum attack_origin origin, uint64_t number)
{
    return name_child(name_child(f->parent.name, 1ull << 40 | (uint64_t)origin), number);
}

static void add(const struct family *f, struct strike child, enum attack_origin origin, uint64_t name)
{
    if (child.at_ms >= f->until_ms)
        return;
    child.origin = (int)origin;
    child.name = name;
    child.parent = f->parent.name;
    *strikes_add(f->all, child.at_ms) = child;
}

/* What protection lets through of an attack like this. */
static double kept(const struct family *f, const struct strike *s)
{
    return intensity_kept(f->w, s->kind, s->patrol, s->place.road, s->at_ms);
}

static void second_attack(const struct family *f)
{
    double u[4];
    luck_four(f->l, DRAW_KIN, f->parent.name, 0, u);
    struct strike child = f->parent;
    child.at_ms += dist_ms(&f->kind->second_after, u[1]);
    if (u[0] < f->kind->second)
        add(f, child, SECOND_ATTACK, child_name(f, SECOND_ATTACK, 0));
}

/* --- those that come after --------------------------------------------------------- */

/* On the same site; or on the next trip that passes the same place of the road. */
static bool place_follow_on(const struct family *f, struct strike *child, const double u[4])
{
    child->at_ms += dist_ms(&f->kind->follow_after, u[1]);
    if (child->patrol < 0) {
        child->place = location_in(f->w->area, child->place.site, u[2], u[3]);
        return true;
    }
    const struct patrol *p = &f->w->scenario->patrols.at[child->patrol];
    struct trip trip;
    if (!route_next_trip(&f->w->route[child->patrol], p, f->l, child->at_ms, child->along_m, &trip))
        return false;
    child->cell = trip.cell;
    child->trip = trip.number;
    child->copy = 0;
    child->at_ms = trip.start_ms + travel_ms_of(child->along_m, p->speed_kmh);
    return true;
}

/* Candidates in rising height, as of a source: a child when below the mean. */
static void follow_on_attacks(const struct family *f)
{
    double height = 0;
    for (uint64_t number = 0;; number++) {
        double u[4];
        uint64_t name = child_name(f, FOLLOW_ON_ATTACK, number);
        luck_four(f->l, DRAW_KIN, name, 1, u);
        height += (double)whole_of(-log(u[0]) * 1e12) / 1e12;
        if (height >= f->kind->follow_on)
            return;
        struct strike child = f->parent;
        if (place_follow_on(f, &child, u) && height < f->kind->follow_on * kept(f, &child))
            add(f, child, FOLLOW_ON_ATTACK, name);
    }
}

/* --- those that join in -------------------------------------------------------------- */

/* Somewhere on the site; or on the trip that is on its way at that moment, where it is. */
static bool place_joined(const struct family *f, const struct source *s, struct strike *child, uint64_t name)
{
    const struct world *w = f->w;
    if (s->patrol < 0) {
        double u[4];
        luck_four(f->l, DRAW_KIN, name, 2, u);
        child->place = location_in(w->area, s->site, u[0], u[1]);
        return true;
    }
    const struct route *r = &w->route[s->patrol];
    const struct patrol *p = &w->scenario->patrols.at[s->patrol];
    struct trip trip;
    if (!route_trip_on_the_way(r, p, f->l, child->at_ms, &trip))
        return false;
    child->cell = trip.cell;
    child->trip = trip.number;
    child->along_m = nearbyint((double)(child->at_ms - trip.start_ms) * p->speed_kmh / 3600);
    if (child->along_m > r->length_m)
        child->along_m = r->length_m;
    child->place = route_place(w->area, r, child->along_m);
    return true;
}

static void join(const struct family *f, const struct source *s)
{
    double u[4];
    uint64_t name = name_child(child_name(f, JOINED_ATTACK, 0), s->name);
    luck_four(f->l, DRAW_KIN, name, 1, u);
    struct strike child = {.kind = s->kind, .patrol = s->patrol, .cell = f->parent.cell};
    child.at_ms = f->parent.at_ms + (int64_t)(u[1] * (double)f->kind->joined_within_ms);
    if (u[0] < f->kind->joined && place_joined(f, s, &child, name) &&
        u[0] < f->kind->joined * kept(f, &child))
        add(f, child, JOINED_ATTACK, name);
}

static void joined_attacks(const struct family *f)
{
    int kind = f->kind->joined_as < 0 ? f->parent.kind : f->kind->joined_as;
    for (int i = 0; i < f->w->sources; i++) {
        const struct source *s = &f->w->source[i];
        bool same = f->parent.patrol >= 0 ? s->patrol == f->parent.patrol
                                          : s->patrol < 0 && s->site == f->parent.place.site;
        if (s->kind == kind && !same)
            join(f, s);
    }
}

static bool breeds(const struct attack *kind)
{
    return kind->second > 0 || kind->follow_on > 0 || kind->joined > 0;
}

/* A second attack has no children, and only first ones are joined: so a family ends. */
void strikes_draw_kin(const struct world *w, const struct luck *l, int first, int64_t until_ms,
                      struct strikes *all)
{
    for (int i = first; i < all->n; i++) {
        enum attack_origin origin = (enum attack_origin)all->at[i].origin;
        const struct attack *kind = &w->scenario->attacks.at[all->at[i].kind];
        if (!breeds(kind))
            continue;
        struct family f = {w, l, kind, all->at[i], until_ms, all};
        if (kind->second > 0 && origin != SECOND_ATTACK)
            second_attack(&f);
        if (kind->follow_on > 0 && origin != SECOND_ATTACK)
            follow_on_attacks(&f);
        if (kind->joined > 0 && origin == FIRST_ATTACK)
            joined_attacks(&f);
    }
}
