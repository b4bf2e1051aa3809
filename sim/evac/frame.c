#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "evac/trial.h"
#include "mission.h"
#include "errand.h"
#include "upkeep.h"

/* --- sectors -------------------------------------------------------------------- */

static int sector_number(const char **names, int *count, const char *name)
{
    for (int i = 0; i < *count; i++)
        if (!strcmp(names[i], name))
            return i;
    names[*count] = name;
    return (*count)++;
}

static void list_sectors(struct frame *f)
{
    const struct scenario *s = f->scenario;
    const char **names = arena_take(f->arena, (size_t)(s->sites.n + s->patrols.n), sizeof *names);
    int *of_site = arena_take(f->arena, (size_t)s->sites.n, sizeof *of_site);
    int *of_patrol = arena_take(f->arena, (size_t)s->patrols.n, sizeof *of_patrol);
    for (int i = 0; i < s->sites.n; i++)
        of_site[i] = sector_number(names, &f->sectors, s->sites.at[i].sector);
    for (int i = 0; i < s->patrols.n; i++) {
        const struct patrol *p = &s->patrols.at[i];
        of_patrol[i] = *p->sector ? sector_number(names, &f->sectors, p->sector) : of_site[p->route.at[0]];
    }
    f->sector = names;
    f->sector_of_site = of_site;
    f->sector_of_patrol = of_patrol;
}

/* --- groups ----------------------------------------------------------------------- */

struct group_list {
    struct group *at;
    int n;
};

static int add_group(struct group_list *l, const char *dimension, const char *name)
{
    l->at[l->n] = (struct group){dimension, name};
    return l->n++;
}

/* A dimension of one value says no more than "all", and is left out. */
static int add_dimension(struct group_list *l, const char *dimension, const char *const *names, int count)
{
    int first = l->n;
    if (count < 2)
        return -1;
    for (int i = 0; i < count; i++)
        add_group(l, dimension, names[i]);
    return first;
}

/* The mechanisms of the attacks that can happen, in the order of the scenario; `place` learns the place of each. */
static int list_mechanisms(const struct frame *f, const char **names, int *place)
{
    const struct scenario *s = f->scenario;
    int n = 0;
    for (int m = 0; m < s->mechanisms.n; m++)
        place[m] = -1;
    for (int i = 0; i < f->world->sources; i++) {
        const struct source *of = &f->world->source[i];
        place[threat_mechanism(f->world, &(struct strike){.kind = of->kind, .patrol = of->patrol})] = 0;
    }
    if (hazards_any(&s->hazards) && s->hazards.mechanism >= 0)
        place[s->hazards.mechanism] = 0;
    for (int m = 0; m < s->mechanisms.n; m++) {
        if (place[m] < 0)
            continue;
        names[n] = s->mechanisms.at[m].id;
        place[m] = n++;
    }
    return n;
}

static bool not_un_alone(const struct shares *people)
{
    return people->n > 1 || people->at[0].of != UN;
}

/* Can anybody be hit who is not of the UN? */
static bool mixed(const struct scenario *s)
{
    for (int i = 0; i < s->sites.n; i++)
        if (not_un_alone(&s->sites.at[i].people))
            return true;
    for (int i = 0; i < s->patrols.n; i++)
        if (not_un_alone(&s->patrols.at[i].people))
            return true;
    for (int i = 0; i < s->attacks.n; i++)
        if (!dist_is_constant(&s->attacks.at[i].civilians) || dist_count(&s->attacks.at[i].civilians, 0.5))
            return true;
    return false;
}

static void list_groups(struct frame *f)
{
    static const char *const categories[] = {"T1", "T2", "T3", "T4"};
    static const char *const lights[] = {"day", "night"};
    const struct scenario *s = f->scenario;
    const char **mechanism = arena_take(f->arena, (size_t)s->mechanisms.n, sizeof *mechanism);
    int *place = arena_take(f->arena, (size_t)s->mechanisms.n, sizeof *place);
    int mechanisms = list_mechanisms(f, mechanism, place), fleets = s->assets.n + s->own_vehicles.n,
        means = fleets + 2;
    f->mechanism_place = place;
    const char **moved_by = arena_take(f->arena, (size_t)means, sizeof *moved_by);
    for (int i = 0; i < s->assets.n; i++)
        moved_by[i] = s->assets.at[i].id;
    for (int i = 0; i < s->own_vehicles.n; i++)
        moved_by[s->assets.n + i] = s->own_vehicles.at[i].id;
    moved_by[fleets] = "stretcher";
    moved_by[fleets + 1] = "never moved";
    struct group_list l = {
        arena_take(f->arena, (size_t)(9 + AFFILIATIONS + f->sectors + mechanisms + means), sizeof *l.at), 0};
    add_group(&l, "all", "all");
    f->first_category = add_dimension(&l, "category", categories, TRIAGES);
    f->first_sector = add_dimension(&l, "sector", f->sector, f->sectors);
    f->first_mechanism = add_dimension(&l, "mechanism", mechanism, mechanisms);
    bool always_light = s->map.daylight.from_ms >= 0 && s->map.daylight.from_ms == s->map.daylight.to_ms;
    f->first_affiliation = add_dimension(&l, "affiliation", affiliation_words, mixed(s) ? AFFILIATIONS : 1);
    static const char *const hit[] = {"in the attack", "on a journey to help"};
    f->first_caused = add_dimension(&l, "hit", hit, hazards_any(&s->hazards) ? 2 : 1);
    f->first_light = add_dimension(&l, "light", lights, always_light ? 1 : 2);
    f->first_means = add_dimension(&l, "means", moved_by, means);
    f->group = l.at;
    f->groups = l.n;
}

/* The first group is "all". */
static void keep_everybody(struct frame *f)
{
    f->groups = 1;
    f->first_category = f->first_sector = f->first_mechanism = f->first_affiliation = f->first_caused =
        f->first_light = f->first_means = -1;
}

/* --- resources ------------------------------------------------------------------------ */

/* What only some facilities count: where each has it, or -1. */
static const int *list_counted(struct frame *f, struct resource *list, int *n, const char *kind,
                               size_t member)
{
    const struct facilities *all = &f->scenario->facilities;
    int *where = arena_take(f->arena, (size_t)all->n, sizeof *where);
    for (int i = 0; i < all->n; i++) {
        int capacity = *(const int *)((const char *)&all->at[i] + member);
        where[i] = capacity == UNLIMITED ? -1 : *n;
        if (capacity != UNLIMITED)
            list[(*n)++] = (struct resource){kind, all->at[i].id, capacity};
    }
    return where;
}

static bool may_fail(const struct asset *a)
{
    return dist_mean(&a->fails_after) > 0;
}

/* Only where they may be unfit at all. */
static void list_unfit(struct frame *f, struct resource *list, int *n)
{
    const struct assets *all = &f->scenario->assets;
    int *unfit = arena_take(f->arena, (size_t)all->n, sizeof *unfit);
    int *mending = arena_take(f->arena, (size_t)all->n, sizeof *mending);
    for (int i = 0; i < all->n; i++) {
        const struct asset *a = &all->at[i];
        unfit[i] = mending[i] = -1;
        if (asset_groundable(a)) {
            unfit[i] = *n;
            list[(*n)++] = (struct resource){"unfit", a->id, a->count};
        }
        if (may_fail(a)) {
            mending[i] = *n;
            list[(*n)++] = (struct resource){"mechanics", a->id, a->repair_crews};
        }
    }
    f->unfit = unfit;
    f->mending = mending;
}

/* Those that have other tasks too. */
static void list_elsewhere(struct frame *f, struct resource *list, int *n)
{
    const struct assets *all = &f->scenario->assets;
    int *elsewhere = arena_take(f->arena, (size_t)all->n, sizeof *elsewhere);
    for (int i = 0; i < all->n; i++) {
        const struct asset *a = &all->at[i];
        elsewhere[i] = asset_is_shared(a) ? *n : -1;
        if (asset_is_shared(a))
            list[(*n)++] = (struct resource){"elsewhere", a->id, a->count};
    }
    f->elsewhere = elsewhere;
}

/* Those that stand at posts. */
static void list_relocating(struct frame *f, struct resource *list, int *n)
{
    const struct assets *all = &f->scenario->assets;
    int *relocating = arena_take(f->arena, (size_t)all->n, sizeof *relocating);
    for (int i = 0; i < all->n; i++) {
        const struct asset *a = &all->at[i];
        relocating[i] = a->posts.n ? *n : -1;
        if (a->posts.n)
            list[(*n)++] = (struct resource){"relocating", a->id, a->count};
    }
    f->relocating = relocating;
}

static void list_companions(struct frame *f, struct resource *list, int *n)
{
    static const char *const kinds[COMPANION_KINDS] = {"aeromedical", "escorts"};
    for (int k = 0; k < COMPANION_KINDS; k++) {
        const struct companions *all = &f->scenario->companions[k];
        f->first_companion[k] = *n;
        for (int i = 0; i < all->n; i++)
            list[(*n)++] = (struct resource){kinds[k], all->at[i].id, all->at[i].count};
    }
}

static void list_alerted(struct frame *f, struct resource *list, int *n)
{
    const struct assets *all = &f->scenario->assets;
    f->first_alerted = *n;
    for (int i = 0; i < all->n && f->scenario->dispatch.pre_alert; i++)
        list[(*n)++] = (struct resource){"alerted", all->at[i].id, all->at[i].count};
}

static void list_resources(struct frame *f)
{
    const struct scenario *s = f->scenario;
    int count = FACILITY_RESOURCES * s->facilities.n + 6 * s->assets.n + s->companions[TEAM].n +
                s->companions[ESCORT].n + s->surgical_teams.n + 2 * s->facilities.n + s->cells.n,
        n = 0;
    struct resource *list = arena_take(f->arena, (size_t)count, sizeof *list);
    for (int i = 0; i < s->facilities.n; i++) {
        const struct facility *h = &s->facilities.at[i];
        list[n++] = (struct resource){"bays", h->id, h->bays};
        list[n++] = (struct resource){"tables", h->id, h->tables};
        list[n++] = (struct resource){"beds", h->id, h->beds};
    }
    for (int i = 0; i < s->assets.n; i++)
        list[n++] = (struct resource){"asset", s->assets.at[i].id, s->assets.at[i].count};
    f->first_team = n;
    for (int i = 0; i < s->surgical_teams.n; i++)
        list[n++] = (struct resource){"teams", s->surgical_teams.at[i].id, s->surgical_teams.at[i].count};
    f->first_cell = n;
    for (int i = 0; i < s->cells.n; i++)
        list[n++] = (struct resource){"desks", s->cells.at[i].id, s->cells.at[i].desks};
    f->icu_resource = list_counted(f, list, &n, "icu", offsetof(struct facility, icu));
    f->blood_resource = list_counted(f, list, &n, "blood", offsetof(struct facility, blood_units));
    list_unfit(f, list, &n);
    list_elsewhere(f, list, &n);
    list_relocating(f, list, &n);
    list_companions(f, list, &n);
    list_alerted(f, list, &n);
    f->resource = list;
    f->resources = n;
}

static struct frame *frame_of(const struct world *w, bool groups)
{
    struct frame *f = must_alloc(1, sizeof *f);
    const struct run *run = &w->scenario->run;
    f->scenario = w->scenario;
    f->world = w;
    f->arena = arena_new();
    f->bins = bins_of(run->curve_step_ms, run->curve_until_ms, run->curve_long_step_ms, run->follow_up_ms);
    f->window.from_ms = run->warm_up_ms;
    f->window.to_ms = run->warm_up_ms + run->horizon_ms;
    f->window.hours = (int)((f->window.to_ms + HOURS(1) - 1) / HOURS(1));
    list_sectors(f);
    list_groups(f);
    if (!groups)
        keep_everybody(f);
    list_resources(f);
    return f;
}

struct frame *frame_new(const struct world *w)
{
    return frame_of(w, true);
}

struct frame *frame_of_everybody(const struct world *w)
{
    return frame_of(w, false);
}

void frame_free(struct frame *f)
{
    if (!f)
        return;
    arena_free(f->arena);
    free(f);
}
