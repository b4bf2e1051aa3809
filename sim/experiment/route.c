#include "route.h"

#include <math.h>
#include <string.h>

/* --- minutes ----------------------------------------------------------------------- */

/* The clock a goal is about: that of surgery for deaths and cost, which have none of their own. */
static enum milestone milestone_of(const struct goal *g)
{
    return goal_is_share(g) ? goal_milestone(g) : SURGERY;
}

static double sum_of(const struct sectioned_sum *s)
{
    int64_t sum = 0;
    for (int i = 0; i < SECTIONS; i++)
        sum += s->y[i];
    return (double)sum;
}

/* Mean ms a head in a wait: of those who need surgery within a day of wounding, lest the few who are never
 * fetched outweigh all others; before first aid and resuscitation all of it. */
static double wait_ms(const struct panel *p, int arm, enum milestone m, enum wait w)
{
    const struct arm_sums *s = panel_sums(p, arm);
    for (int k = 0; k < CLOCKS; k++)
        if (clock_milestone[k] == m)
            return sum_of(&s->clock[k].waited[w]) / sum_of(&s->clock[k].needed);
    return (double)tally_wait_ms(s->tally, 0, m, w) / (double)tally_needed(s->tally, 0, m)->n;
}

static void insert(struct failure_route *r, enum wait w, double more_ms)
{
    int at = r->waits < ROUTE_WAITS ? r->waits++ : ROUTE_WAITS - 1;
    for (; at > 0 && r->more_ms[at - 1] < more_ms; at--) {
        r->wait[at] = r->wait[at - 1];
        r->more_ms[at] = r->more_ms[at - 1];
    }
    r->wait[at] = w;
    r->more_ms[at] = more_ms;
}

static void find_minutes(struct failure_route *r, const struct panel *p, int arm)
{
    for (int w = 0; w < WAITS; w++) {
        double more_ms =
            wait_ms(p, arm, r->milestone, (enum wait)w) - wait_ms(p, 0, r->milestone, (enum wait)w);
        r->total_ms += more_ms;
        if (more_ms > 0 && (r->waits < ROUTE_WAITS || more_ms > r->more_ms[ROUTE_WAITS - 1]))
            insert(r, (enum wait)w, more_ms);
    }
}

/* --- what was full ---------------------------------------------------------------------- */

/* What a wait queues for; NULL: nothing that could be full. */
static const char *kind_waited_for(enum wait w)
{
    switch (w) {
    case WAIT_ASSET_BUSY:
    case WAIT_TRANSFER_BUSY:
        return "asset";
    case WAIT_ELSEWHERE:
    case WAIT_TRANSFER_ELSEWHERE:
        return "elsewhere";
    case WAIT_BAY_FULL:
        return "bays";
    case WAIT_TABLE_FULL:
        return "tables";
    case WAIT_NO_TEAM:
        return "teams";
    case WAIT_BED_FULL:
    case WAIT_TRANSFER_NO_BED:
        return "beds";
    case WAIT_ICU_FULL:
        return "icu";
    default:
        return NULL;
    }
}

static double full_share(const struct tally *t, int resource)
{
    int capacity = t->frame->resource[resource].capacity;
    double all = 0, full = 0;
    for (int level = 0; level < OCCUPANCY_LEVELS; level++) {
        double ms = (double)t->busy[resource].level_ms[level];
        all += ms;
        full += level >= capacity ? ms : 0;
    }
    return all > 0 ? full / all : 0;
}

/* A resource that the stress took away altogether is not in the arm: it has no share. */
static int resource_like(const struct frame *f, const struct resource *r)
{
    for (int i = 0; i < f->resources; i++)
        if (!strcmp(f->resource[i].kind, r->kind) && !strcmp(f->resource[i].name, r->name))
            return i;
    return -1;
}

/* Of one kind (NULL: of any), the resource whose share of time with none free grew most. */
static void find_fullest(struct failure_route *r, const struct panel *p, int arm, const char *kind)
{
    const struct tally *now = panel_sums(p, arm)->tally, *calm = panel_sums(p, 0)->tally;
    double most = 0;
    for (int i = 0; i < now->frame->resources; i++) {
        const struct resource *of = &now->frame->resource[i];
        int before = resource_like(calm->frame, of);
        if (of->capacity <= 0 || of->capacity == UNLIMITED || before < 0 || (kind && strcmp(kind, of->kind)))
            continue;
        double full = full_share(now, i), was = full_share(calm, before);
        if (full - was <= most)
            continue;
        most = full - was;
        r->kind = of->kind;
        r->name = of->name;
        r->full = full;
        r->full_calm = was;
    }
}

void route_between(struct failure_route *r, const struct panel *p, int arm, const struct goal *g)
{
    *r = (struct failure_route){.milestone = milestone_of(g)};
    find_minutes(r, p, arm);
    const char *kind = r->waits ? kind_waited_for(r->wait[0]) : NULL;
    r->queue = kind != NULL;
    find_fullest(r, p, arm, kind);
}
