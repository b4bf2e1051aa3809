#include "harm.h"

#include <math.h>

#include "base/name.h"
#include "casualty_steps.h"
#include "destination.h"
#include "incident.h"

enum part { ON_THE_WAY_OUT, ON_LANDING, ON_HELPING, ON_THE_WAY_TO_CARE, PARTS };

static const struct hazards *hazards_of(const struct trial *t)
{
    return &t->scenario->hazards;
}

void harm_journey_began(struct trial *t, struct unit *u, const struct request *r)
{
    u->harm_name = 0;
    if (r->incident < 0 || !hazards_any(hazards_of(t)))
        return;
    struct incident *i = t->incident[r->incident];
    u->harm_name = name_child(name_child(i->name, 1ull << 41), (uint64_t)i->journeys++);
}

/* The hazard met until it is struck, where all that lies ahead passes its threshold; else below 0. */
static double met_until_struck(const struct trial *t, uint64_t name, enum part part, double ahead)
{
    if (ahead <= 0 || !name)
        return -1;
    double threshold = nearbyint(-log(luck_uniform(&t->luck, DRAW_HARM, name, part)) * 1e9) / 1e9;
    return threshold < ahead ? threshold : -1;
}

/* A way of so many km of danger. */
static int64_t road_struck_ms(const struct trial *t, uint64_t name, enum part part, double km, int64_t way_ms)
{
    double ahead = hazards_of(t)->road * km, met = met_until_struck(t, name, part, ahead);
    return met < 0 ? NOT_STRUCK : whole_of(met / ahead * (double)way_ms);
}

static int64_t struck_ms(const struct trial *t, const struct unit *u, enum part part, int64_t way_ms,
                         const struct location *from, const struct location *to)
{
    if (hazards_of(t)->road <= 0 || t->fleet[u->fleet].asset->kind != AMBULANCE)
        return NOT_STRUCK;
    double km = travel_danger_km(
        t->world->area, world_driving(t->world, u->request->season, t->fleet[u->fleet].entry), from, to);
    return road_struck_ms(t, u->harm_name, part, km, way_ms);
}

int64_t harm_way_out_ms(const struct trial *t, const struct unit *u, int64_t way_ms)
{
    return struck_ms(t, u, ON_THE_WAY_OUT, way_ms, &u->from, &u->request->place);
}

int64_t harm_way_to_care_ms(const struct trial *t, const struct unit *u, int64_t way_ms)
{
    return struck_ms(t, u, ON_THE_WAY_TO_CARE, way_ms, &u->request->place,
                     &t->hospital[u->to_facility].place);
}

static double threat_at(const struct trial *t, const struct location *place)
{
    return place->road >= 0 ? t->scenario->roads.at[place->road].threat
                            : t->scenario->sites.at[place->site].threat;
}

bool harm_on_scene(const struct trial *t, const struct unit *u)
{
    if (hazards_of(t)->landing <= 0 && hazards_of(t)->helpers <= 0)
        return false;
    double threat = threat_at(t, &u->request->place);
    bool lands = t->fleet[u->fleet].asset->kind != AMBULANCE;
    return met_until_struck(t, u->harm_name, ON_LANDING, lands ? hazards_of(t)->landing * threat : 0) >= 0 ||
           met_until_struck(t, u->harm_name, ON_HELPING, hazards_of(t)->helpers * threat) >= 0;
}

bool harm_loses_asset(const struct trial *t, const struct unit *u)
{
    return luck_uniform(&t->luck, DRAW_HARM, u->harm_name, PARTS) < hazards_of(t)->lost;
}

struct location harm_place(const struct trial *t, const struct unit *u)
{
    int64_t now = agenda_now(t->agenda);
    if (u->state == OUTBOUND && 2 * (now - u->moved_ms) < u->leg_ms)
        return u->from;
    if (u->state == TO_CARE &&
        2 * (now - u->moved_ms) >= destination_way_ms(t, u->fleet, u->request, u->to_facility))
        return t->hospital[u->to_facility].place;
    return u->request->place;
}

void harm_strands(struct trial *t, struct unit *u, struct request *r)
{
    for (struct casualty *c; (c = u->aboard.head);) {
        line_leave(c);
        casualty_step(t, c, STRANDED);
        line_join(&r->waiting, c);
    }
}

/* Named by the journey; they are hit as those they came for were, unless it is said otherwise. */
static int people_hit(struct trial *t, const struct incident *of, uint64_t name, int crew,
                      const struct location *place)
{
    int64_t hit = dist_count(&hazards_of(t)->casualties, luck_uniform(&t->luck, DRAW_HARM, name, PARTS + 1));
    int mechanism = hazards_of(t)->mechanism;
    struct strike s = {.at_ms = agenda_now(t->agenda),
                       .name = name,
                       .kind = of->kind,
                       .patrol = -1,
                       .origin = ON_EVACUATION,
                       .parent = of->name,
                       .place = *place};
    return evacuation_struck(t, &s, mechanism < 0 ? of->mechanism : mechanism, hit < crew ? hit : crew);
}

struct request *harm_done(struct trial *t, const struct unit *u, const struct location *place)
{
    int number =
        people_hit(t, t->incident[u->request->incident], u->harm_name, t->fleet[u->fleet].asset->crew, place);
    return t->request[number];
}

/* --- own vehicles -------------------------------------------------------------------- */

/* Numbered apart from the journeys of those who come. */
uint64_t harm_drive_name(const struct incident *i, int drive)
{
    return name_child(name_child(i->name, 1ull << 41), (uint64_t)(drive + (1ll << 32)));
}

int64_t harm_drive_ms(const struct trial *t, uint64_t name, double danger_km, int64_t way_ms)
{
    return hazards_of(t)->road > 0 ? road_struck_ms(t, name, ON_THE_WAY_TO_CARE, danger_km, way_ms)
                                   : NOT_STRUCK;
}

int harm_done_to_drive(struct trial *t, int incident, uint64_t name, int crew, const struct location *place)
{
    return people_hit(t, t->incident[incident], name, crew, place);
}
