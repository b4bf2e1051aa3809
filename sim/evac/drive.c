#include "drive.h"

#include <limits.h>

#include "base/name.h"
#include "casualty_steps.h"
#include "eligibility.h"
#include "harm.h"
#include "hospital.h"
#include "request.h"

#define IN(state) (1u << (state))

enum drive_step {
    LOADED_UP,
    MOVED_OUT,
    STOPPED,
    CAME_TO_CARE,
    MET_AIRCRAFT,
    LEFT_THEM,
    CALLED_OFF,
    CAME_BACK
};

// clang-format off
static const struct {
    unsigned         from;
    enum drive_state to;
    const char      *says;
} course[] = {
    [LOADED_UP]    = { IN(STANDING_BY),                    BEING_LOADED, "load their wounded" },
    [MOVED_OUT]    = { IN(BEING_LOADED),                   DRIVING,      "leave for " },
    [STOPPED]      = { IN(DRIVING),                        DRIVING,      "are struck on the road, and halt" },
    [CAME_TO_CARE] = { IN(DRIVING),                        AT_THE_DOOR,  "are at " },
    [MET_AIRCRAFT] = { IN(DRIVING),                        DRIVING_BACK, "are at the landing site, " },
    [LEFT_THEM]    = { IN(AT_THE_DOOR),                    DRIVING_BACK, "drive back" },
    [CALLED_OFF]   = { IN(STANDING_BY) | IN(BEING_LOADED), BACK,         "stay: there is nobody to be driven" },
    [CAME_BACK]    = { IN(DRIVING_BACK),                   BACK,         "are back" },
};
// clang-format on

static const struct own_vehicles *vehicles_of(const struct trial *t, int with)
{
    return &t->scenario->own_vehicles.at[with];
}

static const char *where_to(const struct trial *t, const struct drive *d)
{
    return d->site >= 0 ? t->scenario->sites.at[d->site].id : t->hospital[d->facility].facility->id;
}

/* Nothing else writes a drive's state. */
static void take_step(struct trial *t, struct drive *d, enum drive_step s)
{
    bool somewhere = s == MOVED_OUT || s == CAME_TO_CARE || s == MET_AIRCRAFT;
    must(t, course[s].from & IN(d->state));
    d->state = course[s].to;
    TELL(t, "%s of incident %d %s%s", vehicles_of(t, d->with)->id, d->incident + 1, course[s].says,
         somewhere ? where_to(t, d) : "");
}

static struct incident *incident_of(const struct trial *t, const struct drive *d)
{
    return t->incident[d->incident];
}

static struct sortie *sortie_of(const struct trial *t, const struct drive *d)
{
    return &t->sortie[d->sortie];
}

static struct location end_of(const struct trial *t, const struct drive *d)
{
    return d->site >= 0 ? location_at(t->world->area, d->site) : t->hospital[d->facility].place;
}

static void all_wait(struct trial *t, const struct drive *d, enum wait w, enum moment m)
{
    for (struct casualty *c = d->aboard.head; c; c = c->behind) {
        casualty_waits(t, c, w);
        casualty_marks(t, c, m);
    }
}

/* --- whose, and how many ---------------------------------------------------------------- */

static bool list_has(const struct list *l, int number)
{
    for (int i = 0; i < l->n; i++)
        if (l->at[i] == number)
            return true;
    return false;
}

int drive_vehicles(const struct trial *t, const struct incident *i)
{
    const struct all_own_vehicles *all = &t->scenario->own_vehicles;
    if (i->origin == ON_EVACUATION)
        return -1;
    for (int n = 0; n < all->n; n++)
        if (i->patrol >= 0 ? list_has(&all->at[n].patrols, i->patrol)
                           : list_has(&all->at[n].sites, i->place.site))
            return n;
    return -1;
}

/* The same people hit again. */
static bool same_party(const struct incident *i, const struct incident *other)
{
    if (i->patrol < 0)
        return other->patrol < 0 && other->place.site == i->place.site;
    return other->patrol == i->patrol && other->cell == i->cell && other->trip == i->trip &&
           other->copy == i->copy;
}

bool drive_is_out(const struct trial *t, const struct incident *i, int with)
{
    for (int n = 0; n < t->drives; n++) {
        const struct drive *d = t->drive[n];
        if (d->state != BACK && d->with == with && same_party(i, incident_of(t, d)))
            return true;
    }
    return false;
}

struct room drive_room(const struct trial *t, int with)
{
    const struct own_vehicles *v = vehicles_of(t, with);
    int left = (int)(v->count * v->left + 0.5);
    return (struct room){left * v->litters, left * v->seats, INT_MAX};
}

/* --- ways and times ----------------------------------------------------------------------- */

static const struct driving *driving_of(const struct trial *t, int with, int season)
{
    return world_driving(t->world, season, t->scenario->assets.n + with);
}

static int season_now(const struct trial *t)
{
    return world_season(t->world, agenda_now(t->agenda));
}

int64_t drive_way_ms(const struct trial *t, int with, const struct location *from, const struct location *to)
{
    return travel_by_road_ms(t->world->area, driving_of(t, with, season_now(t)), from, to);
}

static int64_t drawn_of_drive_ms(const struct trial *t, const struct incident *i, const struct dist *d,
                                 int of_incident, int part)
{
    return drawn_ms(t, d, DRAW_DRIVE, i->name, 2 * of_incident + part);
}

int64_t drive_load_ms(const struct trial *t, const struct incident *i, int with, int of_incident)
{
    return drawn_of_drive_ms(t, i, &vehicles_of(t, with)->load, of_incident, 0);
}

/* --- the way back -------------------------------------------------------------------------- */

static void drive_ended(struct trial *t, int number)
{
    take_step(t, t->drive[number], CAME_BACK);
}

static void turns_back(struct trial *t, struct drive *d)
{
    sortie_of(t, d)->home = agenda_now(t->agenda) + d->way_ms;
    soon(t, d->way_ms, drive_ended, d->number, &d->next);
}

/* --- there ---------------------------------------------------------------------------------- */

static void drive_unloaded(struct trial *t, int number)
{
    struct drive *d = t->drive[number];
    sortie_of(t, d)->unloaded = agenda_now(t->agenda);
    take_step(t, d, LEFT_THEM);
    for (struct casualty *c; (c = d->aboard.head);) {
        line_leave(c);
        casualty_step(t, c, HANDED_IN);
        hospital_admitted(t, c, d->facility);
    }
    turns_back(t, d);
}

static void drive_at_care(struct trial *t, struct drive *d)
{
    take_step(t, d, CAME_TO_CARE);
    for (struct casualty *c = d->aboard.head; c; c = c->behind) {
        casualty_reaches(t, c, ALERTED);
        hospital_reached(t, c, d->facility);
    }
    soon(t, drawn_of_drive_ms(t, incident_of(t, d), &vehicles_of(t, d->with)->unload, d->of_incident, 1),
         drive_unloaded, d->number, &d->next);
}

static void drive_arrived(struct trial *t, int number)
{
    struct drive *d = t->drive[number];
    sortie_of(t, d)->arrived = agenda_now(t->agenda);
    if (d->site < 0) {
        sortie_of(t, d)->casualties = d->aboard.count;
        drive_at_care(t, d);
        return;
    }
    take_step(t, d, MET_AIRCRAFT);
    turns_back(t, d);
}

/* --- on the road ------------------------------------------------------------------------------ */

/* At the nearer end. A patrol has more than one vehicle: the others take all on when contact is over. */
static void drive_struck(struct trial *t, int number)
{
    struct drive *d = t->drive[number];
    int64_t now = agenda_now(t->agenda), gone_ms = now - sortie_of(t, d)->loaded;
    struct location end = end_of(t, d), *place = 2 * gone_ms < d->way_ms ? &d->place : &end;
    take_step(t, d, STOPPED);
    int struck = harm_done_to_drive(t, d->incident, harm_drive_name(incident_of(t, d), d->of_incident),
                                    vehicles_of(t, d->with)->crew, place);
    int64_t halt_ms = t->incident[struck]->safe_ms - now;
    if (d->meets)
        d->meets->ready_ms += halt_ms;
    soon(t, halt_ms + d->way_ms - gone_ms, drive_arrived, number, &d->next);
}

static void stays(struct trial *t, struct drive *d)
{
    sortie_of(t, d)->home = agenda_now(t->agenda);
    take_step(t, d, CALLED_OFF);
}

static void drive_loaded(struct trial *t, int number)
{
    struct drive *d = t->drive[number];
    sortie_of(t, d)->loaded = agenda_now(t->agenda);
    if (d->site < 0 && !d->aboard.count) {
        stays(t, d);
        return;
    }
    take_step(t, d, MOVED_OUT);
    for (struct casualty *c = d->aboard.head; c; c = c->behind)
        casualty_step(t, c, LIFTED);
    struct location end = end_of(t, d);
    double danger_km = travel_danger_km(t->world->area, driving_of(t, d->with, d->season), &d->place, &end);
    int64_t struck_ms =
        harm_drive_ms(t, harm_drive_name(incident_of(t, d), d->of_incident), danger_km, d->way_ms);
    soon(t, struck_ms != NOT_STRUCK ? struck_ms : d->way_ms,
         struck_ms != NOT_STRUCK ? drive_struck : drive_arrived, number, &d->next);
}

/* Contact may have begun anew: a second attack. */
static void drive_may_load(struct trial *t, int number)
{
    struct drive *d = t->drive[number];
    const struct incident *i = incident_of(t, d);
    int64_t now = agenda_now(t->agenda), load_ms = drive_load_ms(t, i, d->with, d->of_incident);
    if (d->meets)
        d->meets->ready_ms = (i->safe_ms > now ? i->safe_ms : now) + load_ms + d->way_ms;
    if (i->safe_ms > now) {
        soon(t, i->safe_ms - now, drive_may_load, number, &d->next);
        return;
    }
    if (d->site < 0 && !d->aboard.count) {
        stays(t, d);
        return;
    }
    take_step(t, d, LOADED_UP);
    sortie_of(t, d)->launched = sortie_of(t, d)->on_scene = now;
    all_wait(t, d, WAIT_LOADING, M_LAUNCHED);
    all_wait(t, d, WAIT_LOADING, M_ON_SCENE);
    soon(t, load_ms, drive_loaded, number, &d->next);
}

/* --- who goes ------------------------------------------------------------------------------------ */

static struct drive *drive_new(struct trial *t, struct incident *i, int with, int facility, int site)
{
    must(t, !drive_is_out(t, i, with));
    struct drive *d = arena_take(t->arena, 1, sizeof *d);
    *d = (struct drive){.number = t->drives,
                        .incident = i->number,
                        .with = with,
                        .of_incident = i->drives++,
                        .facility = facility,
                        .site = site,
                        .sortie = t->sorties,
                        .season = season_now(t),
                        .place = i->place};
    struct location end = end_of(t, d);
    d->way_ms = drive_way_ms(t, with, &d->place, &end);
    GROW(t->drive, t->drives, t->drive_room);
    t->drive[t->drives++] = d;
    sortie_add(t, (struct sortie){.asset = t->scenario->assets.n + with,
                                  .layout = -1,
                                  .pick_ups = 1,
                                  .incident = i->number,
                                  .landing = site >= 0,
                                  .from_facility = -1,
                                  .to_facility = site >= 0 ? site : facility});
    return d;
}

static void is_taken(struct trial *t, struct drive *d, struct casualty *c)
{
    line_leave(c);
    casualty_step(t, c, TO_BE_DRIVEN);
    line_join(&d->aboard, c);
    c->sortie = d->sortie;
    c->legs++;
    if (c->means == NEVER_MOVED)
        c->means = t->scenario->assets.n + d->with;
}

/* Not those of the incident who are stranded somewhere else, nor whom no facility would admit. */
static bool may_take(const struct trial *t, const struct casualty *c)
{
    if (!eligibility_grants(t, c, GRANT_ADMITTED))
        return false;
    return c->state == WOUNDED || (c->state == AWAITING && c->line == &t->request[c->incident]->waiting);
}

void drive_to_care(struct trial *t, struct incident *i, int with, int facility)
{
    struct room room = drive_room(t, with);
    struct drive *d = drive_new(t, i, with, facility, -1);
    int ranks = (t->last_precedence + 1) * TRIAGES;
    for (int rank = 0; rank < ranks; rank++)
        for (int n = i->first; n < i->first + i->casualties; n++) {
            struct casualty *c = t->casualty[n];
            int of = (int)c->wound.seen * (t->last_precedence + 1) + c->precedence;
            if (of == rank && may_take(t, c) && room_takes(&room, c))
                is_taken(t, d, c);
        }
    drive_may_load(t, d->number);
}

void drive_to_landing(struct trial *t, struct request *r, int with, int site)
{
    struct incident *i = t->incident[r->incident];
    struct location there = location_at(t->world->area, site);
    struct drive *d = drive_new(t, i, with, -1, site);
    sortie_of(t, d)->casualties = r->waiting.count;
    request_moved(t, r, &there);
    i->found_ms = agenda_now(t->agenda); /* nobody looks for them where they said they would be */
    d->meets = r;
    drive_may_load(t, d->number);
}
