#include "world/wound.h"

#include <math.h>

/* The entry of a mix in which u falls; rounding can leave a sliver at the end, which the last entry takes. */
static int pick(const struct shares *mix, double u)
{
    double below = 0;
    for (int i = 0; i + 1 < mix->n; i++)
        if (u < (below += mix->at[i].share))
            return mix->at[i].of;
    return mix->at[mix->n - 1].of;
}

struct wound wound_of(const struct scenario *s, const struct luck *l, uint64_t name, int mechanism)
{
    double u[4];
    luck_four(l, DRAW_WOUND, name, 0, u);
    int class = pick(&s->mechanisms.at[mechanism].classes, u[0]);
    const struct class *c = &s->classes.at[class];
    if (c->killed)
        return (struct wound){.class = class, .seen = (enum triage)c->triage};
    struct wound w = {
        .class = class, .tolerance = 1, .seen = (enum triage)pick(&s->triage.seen[c->triage], u[3])};
    if (c->scale_ms || c->dcs_risk > 0 || c->def_risk > 0 || s->survival != INJURY_CLOCK)
        w.tolerance = nearbyint(-log(u[1]) * 1e9) / 1e9;
    w.operation = u[2] < c->operated;
    w.walks = c->walks > 0 && luck_uniform(l, DRAW_WOUND_MORE, name, 0) < c->walks;
    return w;
}

enum affiliation affiliation_of(const struct luck *l, uint64_t name, const struct shares *people)
{
    double u = people->n > 1 ? luck_uniform(l, DRAW_AFFILIATION, name, 0) : 0.5;
    return (enum affiliation)pick(people, u);
}

int wound_blood_units(const struct class *c, const struct luck *l, uint64_t name)
{
    if (c->transfused <= 0 || luck_uniform(l, DRAW_WOUND_MORE, name, 3) >= c->transfused)
        return 0;
    int64_t units = dist_count(&c->units, luck_uniform(l, DRAW_WOUND_MORE, name, 4));
    return units < 1 ? 1 : (int)units;
}

bool wound_needs_icu(const struct class *c, const struct luck *l, uint64_t name)
{
    return c->icu > 0 && luck_uniform(l, DRAW_WOUND_MORE, name, 2) < c->icu;
}

bool wound_needs_ventilator(const struct class *c, const struct luck *l, uint64_t name)
{
    return c->ventilated > 0 && luck_uniform(l, DRAW_WOUND_MORE, name, 2) < c->ventilated;
}

bool wound_spared(const struct luck *l, uint64_t name, double armour)
{
    return armour > 0 && luck_uniform(l, DRAW_WOUND_MORE, name, 1) < armour;
}
