#include "world/host_nation.h"

#include <string.h>

static bool is_about(const struct host_rule *h, const struct passage *p)
{
    return h->exempt < TRIAGES && (int)p->gravest >= h->exempt &&
           (h->leg == ANY_LEG || p->transfer == (h->leg == TRANSFER_LEG)) &&
           (h->means == ANY_WAY || h->means == AIR_WAY + (int)p->way);
}

/* The first rule from `from` on that holds there for such a journey, or the number of all. */
static int next_rule(const struct world *w, int site, const struct passage *p, int from)
{
    const struct host_rules *rules = &w->scenario->host_nation;
    const bool *holds = w->host_holds + (size_t)site * (size_t)rules->n;
    while (from < rules->n && !(holds[from] && is_about(&rules->at[from], p)))
        from++;
    return from;
}

bool host_says(const struct world *w, int site, const struct passage *p, enum host_word rule)
{
    const struct host_rules *rules = &w->scenario->host_nation;
    for (int i = next_rule(w, site, p, 0); i < rules->n; i = next_rule(w, site, p, i + 1))
        if (rules->at[i].rule == (int)rule)
            return true;
    return false;
}

const struct host_rule *host_wants(const struct world *w, int site, const struct passage *p)
{
    const struct host_rules *rules = &w->scenario->host_nation;
    for (int i = next_rule(w, site, p, 0); i < rules->n; i = next_rule(w, site, p, i + 1))
        if (rules->at[i].rule == HOST_NOTIFY || rules->at[i].rule == HOST_APPROVE)
            return &rules->at[i];
    return NULL;
}

struct host_answer host_answers(const struct host_rule *h, const struct luck *l, uint64_t name, int times,
                                bool dark)
{
    double u[4];
    luck_four(l, DRAW_CLEARANCE, name, (uint64_t)times, u);
    return (struct host_answer){.refuses = h->rule == HOST_APPROVE && u[0] < h->refused,
                                .takes_ms = dist_ms(dark ? &h->night : &h->day, u[1])};
}

static bool holds_in(const struct host_rule *h, const char *sector)
{
    for (int i = 0; i < h->sectors.n; i++)
        if (!strcmp(h->sectors.at[i], sector))
            return true;
    return h->sectors.all;
}

const bool *host_of(const struct scenario *s, struct arena *arena)
{
    size_t rules = (size_t)s->host_nation.n;
    if (!rules)
        return NULL;
    bool *holds = arena_take(arena, (size_t)s->sites.n * rules, sizeof *holds);
    for (int i = 0; i < s->sites.n; i++)
        for (size_t k = 0; k < rules; k++)
            holds[(size_t)i * rules + k] = holds_in(&s->host_nation.at[k], s->sites.at[i].sector);
    return holds;
}
