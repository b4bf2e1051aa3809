#include "conservation.h"

#include "consent.h"
#include "drive.h"

/* Where the casualties are, what they have been given, and how long they lived in all. */
struct heads {
    int in[OUTSIDE + 1]; /* [state] */
    int in_bed, in_icu, blood;
    int64_t lived_ms;
};

static struct heads heads_of(const struct trial *t)
{
    struct heads n = {.lived_ms = 0};
    for (int i = 0; i < t->casualties; i++) {
        const struct casualty *c = t->casualty[i];
        must(t, !c->counted || c->closed);
        must(t, !c->in_bed || !c->in_icu);
        n.in[c->state]++;
        n.in_bed += c->in_bed;
        n.in_icu += c->in_icu;
        n.blood += c->units;
        n.lived_ms += c->counted ? c->tracked_ms : 0;
    }
    return n;
}

/* Every millisecond since wounding is in exactly one stretch, until closed or all milestones were reached. */
static void time_adds_up(const struct trial *t, const struct heads *n)
{
    int64_t waited_ms = 0;
    for (int i = 0; i < t->stretches; i++)
        waited_ms += t->stretch[i].ms;
    must(t, waited_ms == n->lived_ms);
}

static void people_add_up(const struct trial *t)
{
    int from_incidents = 0;
    for (int i = 0; i < t->incidents; i++)
        from_incidents += t->incident[i]->casualties;
    must(t, from_incidents == t->casualties);
}

static void places_add_up(const struct trial *t, const struct heads *n)
{
    int icu = n->in_icu, used[3] = {0};
    for (int i = 0; i < t->hospitals; i++) {
        const struct hospital *h = &t->hospital[i];
        must(t, h->bays_busy <= h->facility->bays && h->tables_busy <= h->facility->tables);
        must(t, h->beds_busy >= 0 && h->beds_busy <= h->facility->beds);
        must(t, h->icu_busy >= 0 && h->icu_busy <= h->facility->icu);
        icu -= h->icu_busy;
        used[BAYS] += h->bays_busy;
        used[TABLES] += h->tables_busy - h->list_on;
        used[BEDS] += h->beds_busy;
    }
    must(t, used[BAYS] == n->in[IN_BAY] && used[TABLES] == n->in[ON_TABLE]);
    must(t, used[BEDS] == n->in_bed && !icu);
}

/* What came in is in stock or was given, and to somebody. */
static void blood_adds_up(const struct trial *t, const struct heads *n)
{
    int given = n->blood;
    for (int i = 0; i < t->hospitals; i++) {
        const struct hospital *h = &t->hospital[i];
        must(t, h->stock >= 0 && h->units_in == h->stock + h->units_out);
        given -= h->units_out;
    }
    must(t, !given);
}

/* Each team that operates does so on one table. */
static void teams_add_up(const struct trial *t)
{
    int at_work = 0, needed = 0, recorded = 0;
    for (int i = 0; i < t->teams; i++)
        at_work += t->team[i].operates;
    for (int i = 0; i < t->hospitals; i++)
        needed += t->hospital[i].facility->teams == TEAMS_LISTED ? t->hospital[i].tables_busy : 0;
    for (int i = 0; i < t->scenario->surgical_teams.n; i++)
        recorded += t->use[team_resource(t, i)].level;
    must(t, at_work == needed && at_work == recorded);
}

/* Each desk that is busy deals with one question. */
static void desks_add_up(const struct trial *t)
{
    int busy = 0;
    for (int i = 0; i < t->questions; i++)
        busy -= t->question[i]->state == AT_DESK;
    for (int i = 0; i < t->scenario->cells.n; i++) {
        const struct desks *d = &t->cell[i];
        must(t, d->busy >= 0 && d->busy <= d->cell->desks);
        must(t, d->busy == t->use[t->frame->first_cell + i].level);
        busy += d->busy;
    }
    must(t, !busy);
}

static int level_of(const struct trial *t, int resource)
{
    return resource >= 0 ? t->use[resource].level : 0;
}

static void units_add_up(const struct trial *t)
{
    int in[RELOCATING + 1] = {0}, idle = 0, mended = 0, mending = 0;
    for (int i = 0; i < t->units; i++) {
        in[t->unit[i].state]++;
        mended += t->unit[i].being_mended;
        must(t, !t->unit[i].makes_ready || t->unit[i].state == AT_HOME);
    }
    for (int i = 0; i < t->fleets; i++)
        idle += t->fleet[i].idle;
    must(t, in[AT_HOME] == idle && idle == t->idle_units);
    for (int i = 0; i < t->scenario->assets.n; i++) {
        int unfit = level_of(t, t->frame->unfit[i]), away = level_of(t, t->frame->elsewhere[i]),
            moving = level_of(t, t->frame->relocating[i]), free = t->scenario->assets.at[i].count;
        in[UNFIT] -= unfit;
        in[ELSEWHERE] -= away;
        in[RELOCATING] -= moving;
        mending += t->pool[i].mending;
        for (int f = 0; f < t->fleets; f++)
            free -= t->fleet[f].entry == i ? t->fleet[f].idle : 0;
        must(t, free == t->use[fleet_resource(t, i)].level + unfit + away + moving);
        must(t, t->pool[i].mending <= t->scenario->assets.at[i].repair_crews);
    }
    must(t, !in[UNFIT] && !in[ELSEWHERE] && !in[RELOCATING] && mended == mending);
}

/* Whoever is tasked or aboard is in the line of one unit or drive, as part of its journey, and has a place there. */
static void loads_add_up(const struct trial *t, const struct heads *n)
{
    int carried = n->in[TASKED] + n->in[ABOARD];
    for (int i = 0; i < t->units; i++) {
        const struct unit *u = &t->unit[i];
        for (const struct casualty *c = u->assigned.head; c; c = c->behind) {
            must(t, c->state == TASKED && c->sortie == u->sortie);
            carried--;
        }
        for (const struct casualty *c = u->aboard.head; c; c = c->behind) {
            must(t, c->sortie == u->sortie);
            carried -= c->state == ABOARD;
        }
        must(t, u->assigned.count + u->aboard.count <= t->fleet[u->fleet].room);
    }
    for (int i = 0; i < t->drives; i++)
        for (const struct casualty *c = t->drive[i]->aboard.head; c; c = c->behind)
            carried -= c->state == TASKED || c->state == ABOARD;
    must(t, !carried);
}

/* Whoever stands to is counted, and is not on a journey. */
static void alerted_add_up(const struct trial *t)
{
    int stand = 0;
    for (int i = 0; i < t->units; i++) {
        stand += t->unit[i].stands_to;
        must(t, !t->unit[i].stands_to || t->unit[i].state == AT_HOME || t->unit[i].state == UNFIT);
    }
    for (int i = 0; i < t->scenario->assets.n && t->scenario->dispatch.pre_alert; i++)
        stand -= t->use[alerted_resource(t, i)].level;
    must(t, !stand);
}

/* Each team and escort is ready, or with one unit. */
static void company_adds_up(const struct trial *t)
{
    int with[COMPANION_KINDS] = {0}, out[COMPANION_KINDS] = {0};
    for (int k = 0; k < COMPANION_KINDS; k++) {
        for (int i = 0; i < t->units; i++)
            with[k] += t->unit[i].along[k] >= 0;
        for (int i = 0; i < t->scenario->companions[k].n; i++) {
            const struct company *c = &t->company[k][i];
            int level = t->use[companion_resource(t, (enum companion_kind)k, i)].level;
            must(t, c->ready >= 0 && c->ready + level == c->of->count);
            out[k] += level;
        }
        must(t, with[k] == out[k]);
    }
}

/* Own vehicles hold people of one incident, and none once these are handed over; whom an aircraft meets are in its line. */
static void drives_add_up(const struct trial *t)
{
    for (int i = 0; i < t->drives; i++) {
        const struct drive *d = t->drive[i];
        bool under_way = d->state != DRIVING_BACK && d->state != BACK;
        must(t, (under_way && !d->meets) || !d->aboard.count);
        for (const struct casualty *c = d->aboard.head; c; c = c->behind)
            must(t, c->incident == d->incident && c->sortie == d->sortie);
    }
}

void conservation_checked(const struct trial *t)
{
    struct heads n = heads_of(t);
    people_add_up(t);
    time_adds_up(t, &n);
    places_add_up(t, &n);
    teams_add_up(t);
    blood_adds_up(t, &n);
    desks_add_up(t);
    units_add_up(t);
    loads_add_up(t, &n);
    company_adds_up(t);
    alerted_add_up(t);
    drives_add_up(t);
}
