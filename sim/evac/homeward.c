#include "homeward.h"

#include "fuel.h"
#include "unit_steps.h"

static int leg_of(const struct trial *t, const struct unit *u)
{
    return t->sortie[u->sortie].leg;
}

static int64_t turnaround_ms(const struct trial *t, const struct unit *u)
{
    return drawn_ms(t, &t->fleet[u->fleet].asset->turnaround, DRAW_UNLOADING, u->lead->name,
                    journey_ordinal(leg_of(t, u), 1));
}

static event_fn unit_filled_up_homeward;

static void unit_stopped_homeward(struct trial *t, int number)
{
    struct unit *u = unit_step(t, number, FUELLED_HOMEWARD);
    soon(t, fuel_drawn_ms(t, u->out.stop, u->lead, leg_of(t, u), FUEL_HOME), unit_filled_up_homeward, number,
         &u->next);
}

/* To the next stop, or home. */
static void unit_filled_up_homeward(struct trial *t, int number)
{
    struct unit *u = unit_step(t, number, FLEW_ON_HOME);
    const struct fleet *f = &t->fleet[u->fleet];
    int stop = u->out.stop;
    u->out.stop = f->fuelling->at[stop].next;
    if (u->out.stop < 0) {
        soon(t, fuel_from_stop_ms(t, u, stop, &f->home) + turnaround_ms(t, u), unit_ready, number, &u->next);
        return;
    }
    struct location from = location_at(t->world->area, t->scenario->fuel_points.at[stop].site);
    soon(t, fuel_to_stop_ms(t, u, &from), unit_stopped_homeward, number, &u->next);
}

void homeward_began(struct trial *t, struct unit *u, const struct location *from, int64_t way_ms)
{
    struct sortie *s = &t->sortie[u->sortie];
    int64_t now = agenda_now(t->agenda);
    u->out.stop = fuel_stop_home(t, u, u->fleet, from, way_ms);
    if (u->out.stop < 0) {
        s->home = now + way_ms;
        soon(t, way_ms + turnaround_ms(t, u), unit_ready, u->number, &u->next);
        return;
    }
    s->fuel_home = u->out.stop;
    s->home = now + fuel_home_ms(t, u, from);
    soon(t, fuel_to_stop_ms(t, u, from), unit_stopped_homeward, u->number, &u->next);
}
