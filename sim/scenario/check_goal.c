/* check_goal.c -- goals that can be held to. */
#include "check.h"

#include <string.h>

static bool has_sector(const struct scenario *s, const char *sector)
{
    for (int i = 0; i < s->sites.n; i++)
        if (!strcmp(s->sites.at[i].sector, sector))
            return true;
    for (int i = 0; i < s->patrols.n; i++)
        if (!strcmp(s->patrols.at[i].sector, sector))
            return true;
    return false;
}

static void check_share(struct reader *r, const struct scenario *s, const struct goal *g)
{
    if (g->at_least <= 0)
        diag_error(r->diag, place_of(r, "goals", g->id, "at_least"), "write at_least: 80 %",
                   "a goal for a share needs \"at_least\", above 0");
    if (g->at_most > 0)
        diag_error(r->diag, place_of(r, "goals", g->id, "at_most"), NULL,
                   "at_most: is for deaths, delay_deaths and cost");
    if (g->within_ms > s->run.follow_up_ms)
        diag_error(r->diag, place_of(r, "goals", g->id, "within"), NULL,
                   "within: nobody is followed so long (run.follow_up)");
    if (g->people && *g->sector)
        diag_error(r->diag, place_of(r, "goals", g->id, "people"), "make two goals of it",
                   "people: a goal is for a sector or for some people, not both");
}

static void check_total(struct reader *r, const struct goal *g)
{
    const struct {
        const char *key;
        bool said; /* a default written out says nothing */
    } keys[] = {{"at_least", g->at_least > 0},
                {"within", g->within_ms > 0},
                {"sector", *g->sector != 0},
                {"people", g->people != 0}};
    if (!is_given(r, "goals", g->id, "at_most"))
        diag_error(r->diag, place_of(r, "goals", g->id, NULL), "write at_most: 2",
                   "a goal for deaths, delay_deaths or cost needs \"at_most\"");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].said)
            diag_error(r->diag, place_of(r, "goals", g->id, keys[i].key), NULL, "%s: is for shares in time",
                       keys[i].key);
}

void check_goals(struct reader *r, const struct scenario *s)
{
    for (int i = 0; i < s->goals.n; i++) {
        const struct goal *g = &s->goals.at[i];
        if (goal_is_share(g))
            check_share(r, s, g);
        else
            check_total(r, g);
        if (*g->sector && !has_sector(s, g->sector))
            diag_error(r->diag, place_of(r, "goals", g->id, "sector"), NULL,
                       "sector: no site and no patrol is in \"%s\"", g->sector);
    }
}
