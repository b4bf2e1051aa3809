/* check_care.c -- the injury clock, and the means and places of care. */
#include "check.h"

static const char *const level_keys[CARES] = {"buddy", "efc", "dcr", "dcs", "def"};

static void check_levels(struct reader *r, const struct class *c)
{
    for (int level = EFC; level < CARES; level++)
        if (c->slowed[level] > c->slowed[level - 1])
            diag_error(r->diag, place_of(r, "classes", c->id, level_keys[level]), NULL,
                       "%s: %.9g is more than %s, %.9g; better care cannot do worse", level_keys[level],
                       c->slowed[level], level_keys[level - 1], c->slowed[level - 1]);
}

static void check_intensive_care(struct reader *r, const struct class *c)
{
    if (c->ventilated > c->icu)
        diag_error(r->diag, place_of(r, "classes", c->id, "ventilated"), NULL,
                   "ventilated: %.9g is more than icu, %.9g; ventilators are in intensive care",
                   c->ventilated, c->icu);
    if (c->def_risk * c->no_icu_risk >= 1)
        diag_warn(r->diag, place_of(r, "classes", c->id, "no_icu_risk"), NULL,
                  "no_icu_risk: times def_risk it is 1 or more; without intensive care nobody lives");
}

static void check_without_blood(struct reader *r, const struct class *c)
{
    if (c->no_blood_dcs >= 0 && c->no_blood_dcs < c->slowed[DCS])
        diag_error(r->diag, place_of(r, "classes", c->id, "no_blood_dcs"), NULL,
                   "no_blood_dcs: %.9g is less than dcs, %.9g; blood cannot do harm", c->no_blood_dcs,
                   c->slowed[DCS]);
    if (c->dcs_risk * c->no_blood_risk >= 1)
        diag_error(r->diag, place_of(r, "classes", c->id, "no_blood_risk"), NULL,
                   "no_blood_risk: times dcs_risk it is 1 or more; nobody would live");
}

void check_injuries(struct reader *r, const struct scenario *s)
{
    static const char *const keys[TRIAGES] = {"T1", "T2", "T3", "T4"};
    for (int i = 0; i < s->classes.n; i++) {
        check_levels(r, &s->classes.at[i]);
        check_intensive_care(r, &s->classes.at[i]);
        check_without_blood(r, &s->classes.at[i]);
    }
    for (int t = 0; t < TRIAGES; t++)
        check_sum(r, &s->triage.seen[t], place_of(r, "triage", NULL, keys[t]), keys[t]);
}

static bool can_carry(const struct scenario *s, const struct asset *a)
{
    int room = a->litters + a->seats;
    for (int i = 0; i < a->layouts.n; i++)
        room += s->layouts.at[a->layouts.at[i]].litters + s->layouts.at[a->layouts.at[i]].seats;
    return room > 0;
}

static void check_asset(struct reader *r, const struct scenario *s, const struct asset *a)
{
    const double slow_kmh = 80;
    if (a->kind == FIXED_WING && a->serves != SERVES_TRANSFER)
        diag_error(r->diag, place_of(r, "assets", a->id, "serves"), "write serves: transfer",
                   "serves: fixed_wing flies between facilities only");
    check_repeats(r, &a->layouts, "layouts", place_of(r, "assets", a->id, "layouts"), "layouts");
    if (a->posts.n > a->count)
        diag_warn(r->diag, place_of(r, "assets", a->id, "posts"), NULL,
                  "posts: there are more than units of \"%s\"; those after the first %d are never covered",
                  a->id, a->count);
    if (a->count > 0 && !can_carry(s, a))
        diag_warn(r->diag, place_of(r, "assets", a->id, NULL), NULL, "\"%s\" can carry nobody", a->id);
    if (a->kind != AMBULANCE && a->speed_kmh < slow_kmh)
        diag_warn(r->diag, place_of(r, "assets", a->id, "speed"), NULL, "speed: slow for an aircraft");
}

static void check_fuel_point(struct reader *r, const struct scenario *s, const struct fuel_point *p)
{
    struct place at = place_of(r, "fuel_points", p->id, "assets");
    check_repeats(r, &p->assets, "assets", at, "assets");
    for (int i = 0; !p->assets.all && i < p->assets.n; i++)
        if (s->assets.at[p->assets.at[i]].kind == AMBULANCE)
            diag_error(r->diag, at, NULL, "assets: \"%s\" drives; fuel points are for aircraft",
                       s->assets.at[p->assets.at[i]].id);
}

static void check_team(struct reader *r, const struct scenario *s, const struct surgical_team *m)
{
    const struct facility *f = &s->facilities.at[m->facility];
    if (f->teams != TEAMS_LISTED)
        diag_error(r->diag, place_of(r, "surgical_teams", m->id, "facility"),
                   "write teams: listed at the facility", "facility: at \"%s\" each table has a team already",
                   f->id);
    else if (!f->tables)
        diag_error(r->diag, place_of(r, "surgical_teams", m->id, "facility"), NULL,
                   "facility: \"%s\" has no table to operate on", f->id);
}

static void check_planned(struct reader *r, const struct facility *f)
{
    if (f->planned.until_ms <= f->planned.from_ms)
        diag_error(r->diag, place_of(r, "facilities", f->id, "planned"), NULL,
                   "planned: the list ends before it begins");
}

static void check_facilities(struct reader *r, const struct scenario *s)
{
    for (int i = 0; i < s->facilities.n; i++)
        check_planned(r, &s->facilities.at[i]);
    for (int i = 0; i < s->surgical_teams.n; i++)
        check_team(r, s, &s->surgical_teams.at[i]);
}

void check_means(struct reader *r, const struct scenario *s)
{
    for (int i = 0; i < s->assets.n; i++)
        check_asset(r, s, &s->assets.at[i]);
    for (int i = 0; i < s->fuel_points.n; i++)
        check_fuel_point(r, s, &s->fuel_points.at[i]);
    check_facilities(r, s);
    if (!s->facilities.n)
        diag_warn(r->diag, (struct place){s->file, 1, 1}, NULL,
                  "there is no facility: nobody will be treated");
}
