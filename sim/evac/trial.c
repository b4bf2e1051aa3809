#include "evac/trial.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/interrupt.h"
#include "base/name.h"
#include "blood.h"
#include "boarding.h"
#include "closure.h"
#include "company.h"
#include "consent.h"
#include "conservation.h"
#include "destination.h"
#include "eligibility.h"
#include "errand.h"
#include "fleet.h"
#include "fuel.h"
#include "icu.h"
#include "incident.h"
#include "mission.h"
#include "move.h"
#include "record.h"
#include "planned.h"
#include "post.h"
#include "regulation.h"
#include "request.h"
#include "surgeons.h"
#include "totals.h"
#include "upkeep.h"

/* --- making it, once ------------------------------------------------------------- */

static void set_up_units(struct trial *t)
{
    const struct assets *all = &t->scenario->assets;
    for (int i = 0; i < all->n; i++)
        t->units += all->at[i].count;
    t->unit = must_alloc((size_t)t->units, sizeof *t->unit);
    struct unit *u = t->unit;
    for (int i = 0; i < all->n; i++)
        for (int k = 0; k < all->at[i].count; k++, u++) {
            u->number = (int)(u - t->unit);
            u->first_fleet = post_of(t, i, k);
            u->in_asset = k;
            u->name = name_child(name_of("asset", all->at[i].id), (uint64_t)k);
        }
}

static void set_up_fleets(struct trial *t)
{
    const struct assets *all = &t->scenario->assets;
    t->pool = must_alloc((size_t)all->n, sizeof *t->pool);
    t->fleet = must_alloc((size_t)posts_most(t->scenario), sizeof *t->fleet);
    for (int i = 0; i < all->n; i++)
        fleet_set_up(t, i, asset_stands_at(&all->at[i], 0));
    posts_set_up(t);
    set_up_units(t);
}

static void set_up_hospitals(struct trial *t)
{
    t->hospitals = t->scenario->facilities.n;
    t->hospital = must_alloc((size_t)t->hospitals, sizeof *t->hospital);
    for (int i = 0; i < t->hospitals; i++) {
        t->hospital[i].facility = &t->scenario->facilities.at[i];
        t->hospital[i].number = i;
        t->hospital[i].place = location_at(t->world->area, t->scenario->facilities.at[i].site);
    }
}

static void find_ways_home(struct trial *t)
{
    for (int f = 0; f < t->fleets; f++) {
        t->fleet[f].back_ms =
            must_alloc((size_t)(t->hospitals * t->world->seasons), sizeof *t->fleet[f].back_ms);
        for (int i = 0; i < t->hospitals * t->world->seasons; i++)
            t->fleet[f].back_ms[i] = fleet_travel_ms(t, f, i / t->hospitals,
                                                     &t->hospital[i % t->hospitals].place, &t->fleet[f].home);
    }
}

/* Mean time on a table over the classes that may need one, by their probability of needing it. */
static int64_t mean_operation_ms(const struct scenario *s)
{
    double weight = 0, sum = 0;
    for (int i = 0; i < s->classes.n; i++) {
        weight += s->classes.at[i].operated;
        sum += s->classes.at[i].operated * dist_mean(&s->classes.at[i].operation);
    }
    return weight > 0 ? whole_of(sum / weight) : 0;
}

struct trial *trial_new(const struct frame *f)
{
    struct trial *t = must_alloc(1, sizeof *t);
    t->frame = f;
    t->world = f->world;
    t->scenario = f->scenario;
    t->agenda = agenda_new();
    t->arena = arena_new();
    t->from_ms = f->window.from_ms;
    t->to_ms = f->window.to_ms;
    t->attacks_end_ms = t->to_ms + t->scenario->run.cool_down_ms;
    t->operation_ms = mean_operation_ms(t->scenario);
    company_set_up(t);
    set_up_fleets(t);
    set_up_hospitals(t);
    surgeons_set_up(t);
    destinations_set_up(t);
    icu_set_up(t);
    regulation_set_up(t);
    consent_set_up(t);
    eligibility_set_up(t);
    find_ways_home(t);
    fuel_set_up(t);
    t->use = must_alloc((size_t)f->resources, sizeof *t->use);
    t->record = record_new(f);
    t->ways_back = must_alloc(1, sizeof *t->ways_back);
    GROW(t->stretch, t->stretches, t->stretch_room);
    return t;
}

void trial_free(struct trial *t)
{
    if (!t)
        return;
    fuel_free(t);
    for (int i = 0; i < t->fleets; i++) {
        free(t->fleet[i].idle_unit);
        free(t->fleet[i].back_ms);
    }
    destinations_free(t);
    posts_free(t);
    for (int i = 0; i < t->hospitals; i++) {
        free(t->hospital[i].in_icu);
        free(t->hospital[i].wants);
    }
    void *owned[] = {t->cell,     t->question, t->team,     t->regulated, t->fleet,     t->unit,
                     t->hospital, t->use,      t->incident, t->request,   t->casualty,  t->sortie,
                     t->stretch,  t->open,     t->drive,    t->pool,      t->ways_back, t->settled};
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
        free(owned[i]);
    company_free(t);
    strikes_free(&t->strikes);
    record_free(t->record);
    agenda_free(t->agenda);
    arena_free(t->arena);
    free(t);
}

/* --- running it ---------------------------------------------------------------------- */

static void empty_hospitals(struct trial *t)
{
    for (int i = 0; i < t->hospitals; i++) {
        struct hospital *h = &t->hospital[i];
        struct line empty = {.fifo = h->facility->queue == FIFO};
        h->for_bay = h->for_table = h->for_bed = h->in_bay = h->on_table = empty;
        h->bays_busy = h->tables_busy = h->beds_busy = 0;
        h->for_icu = empty;
        h->icu_busy = h->beds_promised = h->icu_promised = 0;
        h->roster = (struct booking){0};
        memset(h->transfer, 0, sizeof h->transfer);
        for (int n = 0; n < NEEDS; n++)
            request_begin(t, &h->transfer[n], &h->place, -1, i, (enum need)n);
    }
}

static void bring_units_home(struct trial *t)
{
    t->idle_units = t->units;
    for (int i = 0; i < t->fleets; i++)
        t->fleet[i].idle = 0;
    for (int i = t->units - 1; i >= 0; i--) {
        struct unit *u = &t->unit[i];
        *u = (struct unit){.number = i,
                           .fleet = u->first_fleet,
                           .first_fleet = u->first_fleet,
                           .in_asset = u->in_asset,
                           .name = u->name};
        struct fleet *f = &t->fleet[u->fleet];
        f->idle_unit[f->idle++] = i;
    }
}

static void trial_reset(struct trial *t, struct luck luck, FILE *story)
{
    t->luck = luck;
    t->tally = NULL;
    t->story = story;
    agenda_clear(t->agenda);
    arena_reset(t->arena);
    t->incidents = t->casualties = t->sorties = t->stretches = t->opens = t->strikes.n = t->due = 0;
    t->drives = t->settlements = 0;
    t->probe = NULL;
    t->nested = t->operations = t->open_counted = t->oldest_open = 0;
    t->reviewing = t->review_again = false;
    t->review = t->post_review = t->follow_up = t->attack = (struct booking){0};
    memset(t->use, 0, (size_t)t->frame->resources * sizeof *t->use);
    moves_undone(t);
    empty_hospitals(t);
    bring_units_home(t);
    company_gathered(t);
    surgeons_rested(t);
    regulation_cleared(t);
    consent_cleared(t);
    blood_stocked(t);
    closures_expected(t);
    moves_expected(t);
    planned_expected(t);
    upkeep_began(t);
    if (t->shared)
        errands_expected(t);
}

/* The watchdog: events that cause each other and take no time would go on for ever; an agenda may be full;
 * and a user who stops the run does not wait for a long trial. */
static void time_passes(const struct trial *t)
{
    must(t, agenda_at_once(t->agenda) < AT_ONCE_MOST);
    if (agenda_events(t->agenda) % EVENTS_BETWEEN_LOOKS)
        return;
    if (agenda_full(t->agenda))
        trial_left(t, TOO_LONG, "%s", agenda_full(t->agenda));
    if (t->way_back && interrupt_presses())
        trial_left(t, THROWN_AWAY, "stopped");
}

/* Until the horizon is over and every casualty counted is decided, or its follow-up is. */
static void live(struct trial *t)
{
    cell_began(t, 0);
    if (t->world->seasons > 1)
        roads_changed(t, 0);
    while (agenda_step(t->agenda, t, t->to_ms))
        time_passes(t);
    agenda_run(t->agenda, t, t->to_ms);
    while (t->open_counted && agenda_step(t->agenda, t, INT64_MAX))
        time_passes(t);
    must(t, !t->open_counted);
}

static void add_up(struct trial *t, struct tally *tally)
{
    uses_counted(t, tally ? tally->busy : NULL);
    count_totals(t);
    t->tally = tally;
    if (tally)
        record_trial(t);
}

/* What was counted for nobody is counted again, for somebody. */
void trial_count(struct trial *t, struct tally *tally)
{
    for (int i = 0; i < t->frame->resources; i++)
        t->use[i].busy_ms = 0;
    memset(t->totals, 0, sizeof t->totals);
    add_up(t, tally);
}

/* A trial owns no memory of its own, so it can be left at any event: the next begins from nothing. */
enum ending trial_run(struct trial *t, struct luck luck, struct tally *tally)
{
    trial_reset(t, luck, NULL);
    t->way_back = t->ways_back;
    int left = setjmp(t->way_back->to);
    if (!left) {
        live(t);
        must(t, !agenda_full(t->agenda));
        conservation_checked(t);
    }
    t->way_back = NULL;
    if (!left)
        add_up(t, tally);
    return (enum ending)left;
}

const char *trial_trouble(const struct trial *t)
{
    return t->ways_back->trouble;
}

void trial_tell_story(struct trial *t, struct luck luck, FILE *story)
{
    trial_reset(t, luck, story);
    live(t);
    conservation_checked(t);
}
