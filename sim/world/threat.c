#include "world/threat.h"

#include <math.h>

#include "base/name.h"
#include "intensity.h"
#include "kin.h"
#include "strikes.h"
#include "world/world.h"

/* Where a candidate lies: in time, on the way of a trip, and how strong the threat is there but for the hour. */
struct candidate {
    int64_t at_ms, trip;
    double along_m, threat; /* for one trip of its schedule */
    const struct stretch_of_road *part;
};

/* Heights enter here: rounded, so that libm's last bit does not matter; they stay far below 1000. */
static double rounded(double height)
{
    return (double)whole_of(height * 1e12) / 1e12;
}

static double at_hour(const struct attack *kind, int64_t at_ms)
{
    return kind->hours.factor[at_ms % DAYS(1) / MINUTES(30)];
}

/* How much there is to be attacked in a cell, in the unit of the kind's rate: km or days. */
static double measure_of(const struct world *w, const struct source *s, const struct trips *trips)
{
    if (s->patrol < 0)
        return (double)(CELL_MS / DAYS(1));
    const struct route *r = &w->route[s->patrol];
    double each = w->scenario->attacks.at[s->kind].per == PER_PATROL_KM
                      ? r->length_m / 1000
                      : (double)r->duration_ms / (double)DAYS(1);
    return (double)trips->count * each;
}

static struct candidate on_a_trip(const struct world *w, const struct luck *l, const struct source *s,
                                  int64_t cell, const struct trips *trips, const double u[4])
{
    const struct route *r = &w->route[s->patrol];
    const struct patrol *p = &w->scenario->patrols.at[s->patrol];
    struct candidate c = {.trip = trips->first + (int64_t)(u[1] * (double)trips->count)};
    c.along_m = (double)whole_of(u[2] * r->length_m);
    c.part = route_part(r, c.along_m);
    c.at_ms = trip_start_ms(r, p, l, cell, c.trip) + travel_ms_of(c.along_m, p->speed_kmh);
    c.threat = p->threat * c.part->threat;
    return c;
}

static struct candidate at_a_site(const struct world *w, const struct source *s, int64_t cell,
                                  const double u[4])
{
    const struct site *site = &w->scenario->sites.at[s->site];
    double people = w->scenario->attacks.at[s->kind].per == PER_PERSON_YEAR ? site->strength : 1;
    return (struct candidate){.at_ms = cell * CELL_MS + (int64_t)(u[1] * (double)CELL_MS),
                              .threat = people * site->threat};
}

static struct location place_of(const struct world *w, const struct source *s, const struct candidate *c,
                                const double u[4])
{
    if (s->patrol < 0)
        return location_in(w->area, s->site, u[2], u[3]);
    return route_place(w->area, &w->route[s->patrol], c->along_m);
}

/* A source at work in a cell. */
struct field_of_candidates {
    const struct source *source;
    const struct attack *kind;
    struct trips trips;
    int64_t cell, until_ms;
    uint64_t name;
    double frequency;
};

static void consider(const struct world *w, const struct luck *l, const struct field_of_candidates *f,
                     uint64_t number, double height, const double u[4], struct strikes *into)
{
    const struct source *s = f->source;
    struct candidate c =
        s->patrol >= 0 ? on_a_trip(w, l, s, f->cell, &f->trips, u) : at_a_site(w, s, f->cell, u);
    if (c.at_ms >= f->until_ms)
        return;
    double each = f->kind->rate * c.threat * at_hour(f->kind, c.at_ms) *
                  intensity_kept(w, s->kind, s->patrol, c.part ? c.part->road : -1, c.at_ms) *
                  intensity_on_day(w, l, s, f->cell, c.at_ms);
    if (height >= each * f->frequency)
        return;
    *strikes_add(into, c.at_ms) = (struct strike){.at_ms = c.at_ms,
                                                  .name = name_child(f->name, number),
                                                  .kind = s->kind,
                                                  .patrol = s->patrol,
                                                  .trip = c.trip,
                                                  .cell = f->cell,
                                                  .copy = (int)(height / each),
                                                  .along_m = c.along_m,
                                                  .origin = FIRST_ATTACK,
                                                  .parent = 0,
                                                  .place = place_of(w, s, &c, u)};
}

/* Candidates come in rising height: Exp(1) gaps over the measure; those above the peak need not be drawn. */
static void source_strikes(const struct world *w, const struct luck *l, const struct source *s, int64_t cell,
                           int64_t until_ms, struct strikes *into)
{
    struct field_of_candidates f = {.source = s,
                                    .kind = &w->scenario->attacks.at[s->kind],
                                    .cell = cell,
                                    .until_ms = until_ms,
                                    .name = name_child(s->name, (uint64_t)cell),
                                    .frequency = 1};
    if (s->patrol >= 0) {
        f.trips = trips_of(&w->route[s->patrol], &w->scenario->patrols.at[s->patrol], l, cell);
        f.frequency = w->scenario->patrols.at[s->patrol].frequency;
    }
    double peak = s->peak * intensity_on_worst_day(w, l, s, cell);
    double measure = measure_of(w, s, &f.trips), height = 0;
    for (uint64_t number = 0; measure > 0; number++) {
        double u[4];
        luck_four(l, DRAW_ATTACK_FIELD, f.name, number, u);
        height += rounded(-log(u[0])) / measure;
        if (height >= peak)
            return;
        consider(w, l, &f, number, height, u, into);
    }
}

static void scripted_strike(const struct world *w, const struct source *s, int64_t cell, int64_t until_ms,
                            struct strikes *into)
{
    int64_t at_ms = w->scenario->attacks.at[s->kind].at_ms;
    if (at_ms / CELL_MS != cell || at_ms >= until_ms)
        return;
    *strikes_add(into, at_ms) = (struct strike){.at_ms = at_ms,
                                                .name = name_child(s->name, 0),
                                                .kind = s->kind,
                                                .patrol = -1,
                                                .cell = cell,
                                                .place = location_at(w->area, s->site)};
}

void threat_cell(const struct world *w, const struct luck *l, int64_t cell, int64_t until_ms,
                 struct strikes *into)
{
    int first = into->n;
    for (int i = 0; i < w->sources; i++) {
        const struct source *s = &w->source[i];
        if (w->scenario->attacks.at[s->kind].per == SCRIPT)
            scripted_strike(w, s, cell, until_ms, into);
        else
            source_strikes(w, l, s, cell, until_ms, into);
    }
    strikes_draw_kin(w, l, first, until_ms, into);
}

struct hits threat_hits(const struct world *w, const struct luck *l, const struct strike *s)
{
    const struct attack *kind = &w->scenario->attacks.at[s->kind];
    double u[4] = {0.5, 0.5, 0.5, 0.5};
    if (!dist_is_constant(&kind->casualties) || !dist_is_constant(&kind->contact) ||
        !dist_is_constant(&kind->civilians))
        luck_four(l, DRAW_ATTACK_SIZE, s->name, 0, u);
    return (struct hits){.people = dist_count(&kind->casualties, u[0]),
                         .civilians = dist_count(&kind->civilians, u[2]),
                         .contact_ms = dist_ms(&kind->contact, u[1])};
}

int64_t threat_lead_ms(const struct world *w, const struct luck *l, const struct strike *s)
{
    const struct attack *kind = &w->scenario->attacks.at[s->kind];
    if (kind->warned <= 0)
        return 0;
    /* Of those that happen all the same: the warned ones less those averted. */
    double share = kind->warned * (1 - kind->averted) / (1 - kind->warned * kind->averted);
    double u[4];
    luck_four(l, DRAW_KIN, s->name, 0, u);
    return u[2] < share ? kind->lead_ms : 0;
}

int threat_mechanism(const struct world *w, const struct strike *s)
{
    const struct attack *kind = &w->scenario->attacks.at[s->kind];
    bool on_foot = s->patrol >= 0 && w->scenario->patrols.at[s->patrol].on_foot;
    return on_foot && kind->mechanism_on_foot >= 0 ? kind->mechanism_on_foot : kind->mechanism;
}
