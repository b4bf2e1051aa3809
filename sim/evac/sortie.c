#include "boarding.h"
#include "casualty_steps.h"
#include "company.h"
#include "destination.h"
#include "fleet.h"
#include "fuel.h"
#include "harm.h"
#include "homeward.h"
#include "hospital.h"
#include "message.h"
#include "pick_up.h"
#include "post.h"
#include "prealert.h"
#include "request.h"
#include "unit.h"
#include "unit_steps.h"
#include "upkeep.h"

static struct sortie *sortie_of(const struct trial *t, const struct unit *u)
{
    return &t->sortie[u->sortie];
}

static const struct asset *asset_of(const struct trial *t, const struct unit *u)
{
    return t->fleet[u->fleet].asset;
}

/* A draw of this journey, by the name of the casualty it was made for. */
static int64_t journey_ms(const struct trial *t, const struct unit *u, const struct dist *d, enum purpose p,
                          int part)
{
    return drawn_ms(t, d, p, u->lead->name, journey_ordinal(t->sortie[u->sortie].leg, part));
}

/* Of a loading, by the gravest who is loaded: whether it was fetched by a journey of its own or not. */
static int64_t loading_ms(const struct trial *t, const struct unit *u, const struct dist *d, int part)
{
    return drawn_ms(t, d, DRAW_LOADING, u->first->name, journey_ordinal(u->first->legs, part));
}

static void all_wait(struct trial *t, const struct unit *u, enum wait w, enum moment m)
{
    for (struct casualty *c = u->assigned.head; c; c = c->behind) {
        casualty_waits(t, c, w);
        if (m != MOMENTS)
            casualty_marks(t, c, m);
    }
}

/* --- home ---------------------------------------------------------------------------- */

/* From a facility, or from where it was sent. */
enum { FROM_THE_SCENE = -1 };
static void unit_turned_home(struct trial *t, int number, int facility)
{
    struct unit *u = unit_step(t, number, TURNED_HOME);
    if (t->posted)
        u->fleet = post_returned_to(t, u, facility);
    homeward_began(t, u, facility < 0 ? &u->request->place : &t->hospital[facility].place,
                   fuel_straight_ms(t, u, u->fleet, facility));
}

/* --- struck ------------------------------------------------------------------------- */

/* From where it is struck: the way out that it has come, or from the nearer end of one between two pick-ups. */
static int64_t struck_back_ms(const struct trial *t, const struct unit *u)
{
    int64_t gone_ms = agenda_now(t->agenda) - u->moved_ms;
    bool between = sortie_of(t, u)->pick_ups > 1;
    if (u->state == TO_CARE)
        return back_ms(t, u->fleet, u->request, u->to_facility);
    if (u->state == OUTBOUND && !between)
        return gone_ms;
    return u->state == OUTBOUND && 2 * gone_ms < u->leg_ms ? u->from_way_ms
                                                           : fuel_straight_ms(t, u, u->fleet, FROM_THE_SCENE);
}

/* The journey ends here. Its people may be hit; those aboard are stranded, and whoever it was still for waits again. */
static void unit_struck(struct trial *t, int number)
{
    struct unit *u = &t->unit[number];
    struct location place = harm_place(t, u);
    bool lost = harm_loses_asset(t, u), to_care = u->state == TO_CARE, strands = to_care || u->aboard.count;
    int64_t back = struck_back_ms(t, u);
    struct location scene = u->request->place;
    unit_step(t, number, STRUCK);
    struct request *r = harm_done(t, u, &place), *left = u->request;
    harm_strands(t, u, r);
    unit_gives_up(t, u);
    if (lost)
        soon(t, t->scenario->hazards.replaced_after_ms, unit_ready, number, &u->next);
    else
        homeward_began(t, u, &scene, back);
    if (strands)
        request_opened(t, r);
    if (!to_care)
        request_opened(t, left);
}

/* --- out and to care ------------------------------------------------------------------ */

static void unit_unloaded(struct trial *t, int number)
{
    struct unit *u = &t->unit[number];
    int facility = u->to_facility;
    sortie_of(t, u)->unloaded = agenda_now(t->agenda);
    for (struct casualty *c; (c = u->aboard.head);) {
        line_leave(c);
        casualty_step(t, c, HANDED_IN);
        hospital_admitted(t, c, facility);
    }
    unit_turned_home(t, number, facility);
}

static void unit_at_facility(struct trial *t, int number)
{
    struct unit *u = unit_step(t, number, BROUGHT_THEM);
    sortie_of(t, u)->arrived = agenda_now(t->agenda);
    sortie_of(t, u)->casualties = u->aboard.count;
    for (struct casualty *c = u->aboard.head; c; c = c->behind)
        hospital_reached(t, c, u->to_facility);
    soon(t, journey_ms(t, u, &asset_of(t, u)->unload, DRAW_UNLOADING, 0), unit_unloaded, number, &u->next);
}

static void is_lifted(struct trial *t, const struct unit *u, struct casualty *c)
{
    casualty_step(t, c, LIFTED);
    hospital_gave_up_bed(t, c);
    if (u->request->need == NEED_DEFINITIVE && u->request->facility >= 0)
        casualty_marks(t, c, M_ONWARD);
}

static void unit_left_for_care(struct trial *t, struct unit *u)
{
    int64_t cost_ms;
    u->to_facility = destination_find(t, (struct carrier){u->fleet, u->out_ms, u->out.flown_ms}, u->request,
                                      &u->aboard, dispatch_sees_queues(t), &cost_ms);
    must(t, u->to_facility >= 0);
    sortie_of(t, u)->to_facility = u->to_facility;
    unit_step(t, u->number, TOOK_THEM);
    u->moved_ms = agenda_now(t->agenda);
    for (struct casualty *c = u->aboard.head; c; c = c->behind)
        if (c->state == TASKED)
            is_lifted(t, u, c);
        else
            casualty_waits(t, c, WAIT_TO_CARE);
    int64_t way_ms = destination_way_ms(t, u->fleet, u->request, u->to_facility);
    u->out.flown_ms += way_ms;
    int64_t struck_ms = harm_way_to_care_ms(t, u, way_ms);
    if (struck_ms != NOT_STRUCK)
        soon(t, struck_ms, unit_struck, u->number, &u->next);
    else
        soon(t, way_ms, unit_at_facility, u->number, &u->next);
}

static void way_out_began(struct trial *t, struct unit *u, int64_t way_ms);

/* Those aboard bear it; whoever is there now has something to wait for. */
static void unit_went_on(struct trial *t, struct unit *u, struct pick_up next)
{
    unit_step(t, u->number, WENT_ON);
    for (struct casualty *c = u->aboard.head; c; c = c->behind) {
        if (c->state == TASKED)
            is_lifted(t, u, c);
        casualty_waits(t, c, WAIT_DETOUR);
    }
    sortie_of(t, u)->pick_ups++;
    u->from = u->request->place;
    u->from_way_ms = u->request->reach_ms[u->fleet];
    u->out_ms += next.way_ms;
    u->out.flown_ms += next.way_ms;
    u->request = next.request;
    u->first = NULL;
    harm_journey_began(t, u, u->request);
    unit_takes(t, u, u->request);
    must(t, u->first);
    way_out_began(t, u, next.way_ms);
}

/* Nobody is left to be loaded here. */
static void unit_left(struct trial *t, struct unit *u)
{
    unit_boards(u);
    if (!u->aboard.count) {
        unit_turned_home(t, u->number, FROM_THE_SCENE);
        return;
    }
    struct pick_up next = pick_up_next(t, u);
    if (next.request)
        unit_went_on(t, u, next);
    else
        unit_left_for_care(t, u);
}

static void unit_loaded(struct trial *t, int number)
{
    struct unit *u = &t->unit[number];
    sortie_of(t, u)->loaded = agenda_now(t->agenda);
    unit_left(t, u);
}

/* The team aboard reaches the casualties. Some may die as care begins, and leave the line. */
static void treat_all(struct trial *t, struct unit *u)
{
    enum care level = (enum care)asset_of(t, u)->care;
    for (struct casualty *c = u->assigned.head, *next; c && level >= EFC; c = next) {
        next = c->behind;
        casualty_seen(t, c, level);
    }
}

/* Nobody who is ready is left behind while there is room. */
static void fill_up(struct trial *t, struct unit *u)
{
    if (!u->request->waiting.count)
        return;
    unit_takes(t, u, u->request);
    all_wait(t, u, WAIT_OUTBOUND, M_LAUNCHED);
}

static void unit_began_loading(struct trial *t, int number)
{
    struct unit *u = &t->unit[number];
    fill_up(t, u);
    if (!u->assigned.count) {
        unit_left(t, u);
        return;
    }
    if (harm_on_scene(t, u)) {
        unit_struck(t, number);
        return;
    }
    unit_step(t, number, BEGAN_LOADING);
    all_wait(t, u, WAIT_LOADING, M_ON_SCENE);
    treat_all(t, u);
    const struct asset *a = asset_of(t, u);
    int64_t load_ms = loading_ms(t, u, &a->load, 1) + u->assigned.count * loading_ms(t, u, &a->load_each, 2);
    soon(t, load_ms, unit_loaded, number, &u->next);
}

static void unit_entered(struct trial *t, int number)
{
    all_wait(t, &t->unit[number], WAIT_SEARCH, MOMENTS);
    soon(t, message_search_ms(t, t->unit[number].request), unit_began_loading, number, &t->unit[number].next);
}

/* At a landing site: who was expected there may be late. */
static void unit_met_them(struct trial *t, int number)
{
    struct unit *u = &t->unit[number];
    int64_t left_ms = u->request->ready_ms - agenda_now(t->agenda);
    if (left_ms > 0)
        soon(t, left_ms, unit_met_them, number, &u->next);
    else
        unit_entered(t, number);
}

static void unit_arrived(struct trial *t, int number)
{
    struct unit *u = unit_step(t, number, GOT_THERE);
    int64_t now = agenda_now(t->agenda), ready_ms = request_ready_ms(t, u->request);
    if (sortie_of(t, u)->pick_ups == 1)
        sortie_of(t, u)->on_scene = now;
    all_wait(t, u, u->request->ready_ms ? WAIT_RENDEZVOUS : WAIT_UNSAFE, M_ON_SCENE);
    soon(t, ready_ms > now ? ready_ms - now : 0, u->request->ready_ms ? unit_met_them : unit_entered, number,
         &u->next);
}

static void way_out_began(struct trial *t, struct unit *u, int64_t way_ms)
{
    u->moved_ms = agenda_now(t->agenda);
    u->leg_ms = way_ms;
    all_wait(t, u, WAIT_OUTBOUND, M_LAUNCHED);
    int64_t struck_ms = harm_way_out_ms(t, u, way_ms);
    if (struck_ms != NOT_STRUCK)
        soon(t, struck_ms, unit_struck, u->number, &u->next);
    else
        soon(t, way_ms, unit_arrived, u->number, &u->next);
}

/* Nobody wounded is aboard yet. */
static void unit_flew_on(struct trial *t, int number)
{
    struct unit *u = unit_step(t, number, FLEW_ON);
    way_out_began(t, u, fuel_from_stop_ms(t, u, u->out.stop, &u->request->place));
}

static void unit_stopped_for_fuel(struct trial *t, int number)
{
    struct unit *u = unit_step(t, number, STOPPED_FOR_FUEL);
    all_wait(t, u, WAIT_REFUELLING, MOMENTS);
    sortie_of(t, u)->fuel_out = u->out.stop;
    soon(t, fuel_drawn_ms(t, u->out.stop, u->lead, sortie_of(t, u)->leg, FUEL_OUT), unit_flew_on, number,
         &u->next);
}

static void unit_launched(struct trial *t, int number)
{
    const struct unit *waiting = &t->unit[number];
    int64_t now = agenda_now(t->agenda),
            flies_ms = fleet_flies_from_ms(t, waiting->fleet, waiting->request->place.site, now);
    if (flies_ms > now) {
        all_wait(t, waiting, WAIT_WEATHER, MOMENTS);
        soon(t, flies_ms - now, unit_launched, number, &t->unit[number].next);
        return;
    }
    struct unit *u = unit_step(t, number, MOVED_OFF);
    sortie_of(t, u)->launched = agenda_now(t->agenda);
    u->from = t->fleet[u->fleet].home;
    if (u->out.stop >= 0) {
        all_wait(t, u, WAIT_OUTBOUND, M_LAUNCHED);
        soon(t, fuel_to_stop_ms(t, u, &u->from), unit_stopped_for_fuel, number, &u->next);
    } else {
        way_out_began(t, u, u->out_ms);
    }
}

static void sortie_began(struct trial *t, struct unit *u, struct request *r)
{
    u->request = r;
    u->lead = u->first = NULL;
    u->sortie = t->sorties;
    if (u->state != OUTBOUND)
        unit_fitted(t, u, r);
    harm_journey_began(t, u, r);
    unit_takes(t, u, r);
    must(t, u->lead);
    sortie_add(t, (struct sortie){.asset = t->fleet[u->fleet].entry,
                                  .unit = u->in_asset,
                                  .incident = u->lead->incident,
                                  .leg = u->lead->legs,
                                  .transfer = r->facility >= 0,
                                  .from_facility = r->facility,
                                  .to_facility = -1,
                                  .layout = u->layout,
                                  .pick_ups = 1});
}

/* From home, as it was planned for the request. */
static void plan_way_out(struct unit *u, const struct request *r)
{
    u->out_ms = r->reach_ms[u->fleet];
    u->out = r->out ? r->out[u->fleet] : (struct way_out){-1, u->out_ms};
}

void unit_tasked(struct trial *t, int fleet, struct request *r)
{
    struct fleet *f = &t->fleet[fleet];
    int number = t->scenario->dispatch.pre_alert ? prealert_takes(t, f) : f->idle_unit[--f->idle];
    t->idle_units--;
    use_change(t, fleet_resource(t, fleet), +1);
    struct unit *u = unit_step(t, number, ORDERED);
    post_kept(t, u);
    posts_look(t);
    plan_way_out(u, r);
    int64_t head_ms = prealert_used_ms(t, u);
    if (f->groundable)
        upkeep_tasked(t, u, head_ms);
    sortie_began(t, u, r);
    bool dark = area_is_dark(t->world->area, f->home.site, agenda_now(t->agenda));
    int64_t ready_ms = notice_left_ms(t, r, journey_ms(t, u, f->notice[dark], DRAW_NOTICE, 0) - head_ms),
            joined_ms = company_joined(t, u, r, head_ms);
    soon(t, joined_ms > ready_ms ? joined_ms : ready_ms, unit_launched, number, &u->next);
}

/* --- to a graver case ---------------------------------------------------------------- */

/* The journey it was on ends here, and another begins. */
void unit_diverted(struct trial *t, int number, struct request *r, int64_t way_ms)
{
    struct unit *u = &t->unit[number];
    int64_t now = agenda_now(t->agenda);
    bool flies = u->state == OUTBOUND;
    unit_step(t, number, flies ? DIVERTED : REDIRECTED);
    unit_gives_up(t, u);
    sortie_of(t, u)->home = flies ? now : -1;
    sortie_began(t, u, r);
    if (!flies) {
        plan_way_out(u, r);
        return;
    }
    u->out_ms = now - u->moved_ms + way_ms;
    u->out = (struct way_out){-1, u->out_ms};
    sortie_of(t, u)->launched = now;
    all_wait(t, u, WAIT_OUTBOUND, M_LAUNCHED);
    agenda_cancel(t->agenda, &u->next);
    soon(t, way_ms, unit_arrived, number, &u->next);
}
