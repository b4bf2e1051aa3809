/* check_area.c -- places, roads, and patrols that can be driven. */
#include "check.h"

#include <math.h>

static void check_spot(struct reader *r, const struct site *site)
{
    const struct node *at = node_find(node_find(node_find(r->top, "sites"), site->id), "at");
    if (fabs(site->at.a) > 90)
        diag_error(r->diag, at->entries[0].value->at, "write [latitude, longitude]",
                   "at: a latitude lies between -90 and 90");
    if (fabs(site->at.b) > 180)
        diag_error(r->diag, at->entries[1].value->at, NULL, "at: a longitude lies between -180 and 180");
}

static void check_ends(struct reader *r, const char *collection, const char *id, int from, int to,
                       const struct scenario *s)
{
    if (from == to)
        diag_error(r->diag, place_of(r, collection, id, "to"), NULL, "to: it leads from \"%s\" to itself",
                   s->sites.at[from].id);
}

void check_area(struct reader *r, const struct scenario *s)
{
    if (!s->sites.n)
        diag_error(r->diag, (struct place){s->file, 1, 1}, NULL, "a scenario needs a site");
    for (int i = 0; s->map.kind == EARTH && i < s->sites.n; i++)
        check_spot(r, &s->sites.at[i]);
    for (int i = 0; i < s->sites.n; i++)
        check_sum(r, &s->sites.at[i].people, place_of(r, "sites", s->sites.at[i].id, "people"), "people");
    for (int i = 0; i < s->roads.n; i++)
        check_ends(r, "roads", s->roads.at[i].id, s->roads.at[i].from, s->roads.at[i].to, s);
    for (int i = 0; i < s->travel.n; i++)
        check_ends(r, "travel", s->travel.at[i].id, s->travel.at[i].from, s->travel.at[i].to, s);
}

double rough_km(const struct scenario *s, int from, int to)
{
    const double degree = 3.14159265358979 / 180, radius = 6371;
    struct spot p = s->sites.at[from].at, q = s->sites.at[to].at;
    if (s->map.kind == PLANE)
        return hypot(p.a - q.a, p.b - q.b);
    double up = sin((q.a - p.a) * degree / 2), along = sin((q.b - p.b) * degree / 2);
    double h = up * up + cos(p.a * degree) * cos(q.a * degree) * along * along;
    return 2 * radius * asin(sqrt(fmin(1, h)));
}

/* --- patrols -------------------------------------------------------------- */

/* Sites joined by roads bear the same number: the smallest of their group. */
static int *road_groups(struct reader *r, const struct scenario *s)
{
    int *group = arena_take(r->arena, (size_t)s->sites.n, sizeof *group);
    for (int i = 0; i < s->sites.n; i++)
        group[i] = i;
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < s->roads.n; i++) {
            int *a = &group[s->roads.at[i].from], *b = &group[s->roads.at[i].to];
            if (*a == *b)
                continue;
            *a = *b = *a < *b ? *a : *b;
            changed = true;
        }
    }
    return group;
}

static void check_route(struct reader *r, const struct scenario *s, const struct patrol *p, const int *group)
{
    struct place at = place_of(r, "patrols", p->id, "route");
    if (p->route.all || p->route.n < 2) {
        diag_error(r->diag, at, NULL, "route: at least two sites are due here");
        return;
    }
    for (int i = 1; i < p->route.n; i++) {
        int from = p->route.at[i - 1], to = p->route.at[i];
        if (from == to)
            diag_error(r->diag, at, NULL, "route: \"%s\" comes twice in a row", s->sites.at[to].id);
        else if (s->roads.n && group[from] != group[to])
            diag_error(r->diag, at, NULL, "route: no road leads from \"%s\" to \"%s\"", s->sites.at[from].id,
                       s->sites.at[to].id);
    }
}

static void check_schedule(struct reader *r, const struct patrol *p)
{
    bool every = is_given(r, "patrols", p->id, "every"), rate = is_given(r, "patrols", p->id, "rate");
    if (!every && !rate)
        diag_error(r->diag, place_of(r, "patrols", p->id, NULL), NULL,
                   "a patrol needs \"every\" or \"rate\"");
    else if (p->every_ms > 0 && p->rate > 0)
        diag_error(r->diag, place_of(r, "patrols", p->id, "rate"), NULL,
                   "rate: a patrol leaves every so often or at a rate, not both");
    else if (p->every_ms > 0 && p->every_ms < MINUTES(1))
        diag_error(r->diag, place_of(r, "patrols", p->id, "every"), NULL, "every: the least is 1 min");
}

void check_patrols(struct reader *r, const struct scenario *s)
{
    const int *group = road_groups(r, s);
    for (int i = 0; i < s->patrols.n; i++) {
        check_route(r, s, &s->patrols.at[i], group);
        check_schedule(r, &s->patrols.at[i]);
        check_sum(r, &s->patrols.at[i].people, place_of(r, "patrols", s->patrols.at[i].id, "people"),
                  "people");
    }
}
