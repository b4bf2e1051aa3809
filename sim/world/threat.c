#include "world/threat.h"

#include <math.h>

#include "base/name.h"
#include "strikes.h"
#include "world/world.h"

/* Where a candidate lies: in time, in place, and how strong the threat is there and then. */
struct candidate {
    struct strike strike;
    double threat; /* factor on the kind's rate, but for the hour of the day */
};

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
    int64_t trip = trips->first + (int64_t)(u[1] * (double)trips->count);
    double along_m = nearbyint(u[2] * r->length_m);
    const struct stretch_of_road *part = route_part(r, along_m);
    int64_t at_ms = trip_start_ms(r, p, l, cell, trip) + travel_ms_of(along_m, p->speed_kmh);
    struct location place = location_between(w->area, part->from, part->to, part->surface,
                                             along_m - part->start_m, part->length_m);
    return (struct candidate){{.at_ms = at_ms, .trip = trip, .place = place}, p->threat * part->threat};
}

static struct candidate at_a_site(const struct world *w, const struct source *s, int64_t cell,
                                  const double u[4])
{
    const struct site *site = &w->scenario->sites.at[s->site];
    int64_t at_ms = cell * CELL_MS + (int64_t)(u[1] * (double)CELL_MS);
    double people = w->scenario->attacks.at[s->kind].per == PER_PERSON_YEAR ? site->strength : 1;
    return (struct candidate){{.at_ms = at_ms, .place = location_in(w->area, s->site, u[2], u[3])},
                              people * site->threat};
}

/* Candidates come in rising height: Exp(1) gaps over the measure; those above the peak need not be drawn. */
static void source_strikes(const struct world *w, const struct luck *l, const struct source *s, int64_t cell,
                           struct strikes *into)
{
    struct trips trips = {0};
    if (s->patrol >= 0)
        trips = trips_of(&w->route[s->patrol], &w->scenario->patrols.at[s->patrol], l, cell);
    double measure = measure_of(w, s, &trips), height = 0;
    uint64_t field = name_child(s->name, (uint64_t)cell);
    const struct attack *kind = &w->scenario->attacks.at[s->kind];
    for (uint64_t number = 0; measure > 0; number++) {
        double u[4];
        luck_four(l, DRAW_ATTACK_FIELD, field, number, u);
        height += nearbyint(-log(u[0]) * 1e12) / 1e12 / measure;
        if (height >= s->peak)
            return;
        struct candidate c = s->patrol >= 0 ? on_a_trip(w, l, s, cell, &trips, u) : at_a_site(w, s, cell, u);
        if (height >= kind->rate * c.threat * at_hour(kind, c.strike.at_ms))
            continue;
        c.strike.name = name_child(field, number);
        c.strike.kind = s->kind;
        c.strike.patrol = s->patrol;
        c.strike.cell = cell;
        strikes_add(into, &c.strike);
    }
}

static void scripted_strike(const struct world *w, const struct source *s, int64_t cell, struct strikes *into)
{
    int64_t at_ms = w->scenario->attacks.at[s->kind].at_ms;
    if (at_ms / CELL_MS != cell)
        return;
    strikes_add(into, &(struct strike){.at_ms = at_ms,
                                       .name = name_child(s->name, 0),
                                       .kind = s->kind,
                                       .patrol = -1,
                                       .cell = cell,
                                       .place = location_at(w->area, s->site)});
}

void threat_cell(const struct world *w, const struct luck *l, int64_t cell, struct strikes *into)
{
    for (int i = 0; i < w->sources; i++) {
        const struct source *s = &w->source[i];
        if (w->scenario->attacks.at[s->kind].per == SCRIPT)
            scripted_strike(w, s, cell, into);
        else
            source_strikes(w, l, s, cell, into);
    }
}

int64_t threat_hits(const struct world *w, const struct luck *l, const struct strike *s, int64_t *contact_ms)
{
    const struct attack *kind = &w->scenario->attacks.at[s->kind];
    if (dist_is_constant(&kind->casualties) && dist_is_constant(&kind->contact)) {
        *contact_ms = dist_ms(&kind->contact, 0.5);
        return dist_count(&kind->casualties, 0.5);
    }
    double u[4];
    luck_four(l, DRAW_ATTACK_SIZE, s->name, 0, u);
    *contact_ms = dist_ms(&kind->contact, u[1]);
    return dist_count(&kind->casualties, u[0]);
}

int threat_mechanism(const struct world *w, const struct strike *s)
{
    const struct attack *kind = &w->scenario->attacks.at[s->kind];
    bool on_foot = s->patrol >= 0 && w->scenario->patrols.at[s->patrol].on_foot;
    return on_foot && kind->mechanism_on_foot >= 0 ? kind->mechanism_on_foot : kind->mechanism;
}
