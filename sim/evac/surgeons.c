#include "surgeons.h"

#include "base/die.h"

/* --- set up ------------------------------------------------------------------------ */

/* The teams of a hospital stand side by side. */
void surgeons_set_up(struct trial *t)
{
    const struct surgical_teams *all = &t->scenario->surgical_teams;
    for (int i = 0; i < all->n; i++)
        t->teams += all->at[i].count;
    t->team = must_alloc((size_t)t->teams, sizeof *t->team);
    for (int i = 0, number = 0; i < t->hospitals; i++) {
        struct hospital *h = &t->hospital[i];
        h->first_team = number;
        for (int e = 0; e < all->n; e++)
            for (int n = 0; all->at[e].facility == i && n < all->at[e].count; n++)
                t->team[number++] = (struct team){.of = &all->at[e], .entry = e};
        h->teams = number - h->first_team;
        h->surgical = h->facility->tables > 0 && (h->facility->teams == TEAM_A_TABLE || h->teams);
    }
}

void surgeons_rested(struct trial *t)
{
    for (int i = 0; i < t->teams; i++)
        t->team[i] = (struct team){.of = t->team[i].of, .entry = t->team[i].entry};
}

/* --- hours and rest ----------------------------------------------------------------- */

static bool rested(const struct team *m, int64_t at_ms)
{
    return at_ms - m->free_since_ms >= m->of->rest_ms;
}

/* Worked so long without a rest that it must have one. */
static bool is_tired(const struct team *m)
{
    return m->of->work_ms && m->worked_ms >= m->of->work_ms;
}

static int64_t ready_from(const struct team *m, int64_t now)
{
    int64_t at_ms = is_tired(m) && !rested(m, now) ? m->free_since_ms + m->of->rest_ms : now;
    return hours_open_from(&m->of->hours, at_ms);
}

int64_t surgeons_ready_from(const struct trial *t, const struct hospital *h)
{
    int64_t now = agenda_now(t->agenda), soonest = INT64_MAX;
    for (const struct team *m = t->team + h->first_team; m < t->team + h->first_team + h->teams; m++) {
        int64_t from = m->operates ? INT64_MAX : ready_from(m, now);
        soonest = from < soonest ? from : soonest;
    }
    return soonest;
}

bool surgeons_ready(const struct trial *t, const struct hospital *h)
{
    return h->facility->teams == TEAM_A_TABLE || surgeons_ready_from(t, h) <= agenda_now(t->agenda);
}

/* --- at the table ------------------------------------------------------------------- */

int surgeons_began(struct trial *t, const struct hospital *h)
{
    int64_t now = agenda_now(t->agenda);
    int best = NO_TEAM;
    for (int i = h->first_team; i < h->first_team + h->teams; i++) {
        struct team *m = &t->team[i];
        if (m->operates || ready_from(m, now) > now)
            continue;
        if (rested(m, now))
            m->worked_ms = 0;
        if (best == NO_TEAM || m->worked_ms < t->team[best].worked_ms)
            best = i;
    }
    if (best == NO_TEAM)
        return NO_TEAM;
    t->team[best].operates = true;
    t->team[best].began_ms = now;
    use_change(t, team_resource(t, t->team[best].entry), +1);
    return best;
}

void surgeons_ended(struct trial *t, int team)
{
    if (team == NO_TEAM)
        return;
    struct team *m = &t->team[team];
    m->operates = false;
    m->free_since_ms = agenda_now(t->agenda);
    m->worked_ms += m->free_since_ms - m->began_ms;
    use_change(t, team_resource(t, m->entry), -1);
}
