#include "unit.h"

#include "company.h"
#include "post.h"
#include "request.h"
#include "unit_steps.h"
#include "upkeep.h"

#define IN(state) (1u << (state))

// clang-format off
static const struct {
    unsigned        from;
    enum unit_state to;
    const char     *says;
} journey[] = {
    [ORDERED]       = { IN(AT_HOME),                                READYING,     "is tasked" },
    [REDIRECTED]    = { IN(READYING),                               READYING,     "is wanted more elsewhere" },
    [DIVERTED]      = { IN(OUTBOUND),                               OUTBOUND,     "turns to a graver case" },
    [STOOD_DOWN]    = { IN(READYING),                               AT_HOME,      "stands down" },
    [MOVED_OFF]     = { IN(READYING),                               OUTBOUND,     "moves off" },
    [STOPPED_FOR_FUEL] = { IN(OUTBOUND),                            FUELLING_OUT, "fills up at " },
    [FLEW_ON]       = { IN(FUELLING_OUT),                           OUTBOUND,     "has filled up and flies on" },
    [GOT_THERE]     = { IN(OUTBOUND),                               ON_SCENE,     "is on scene" },
    [BEGAN_LOADING] = { IN(ON_SCENE),                               LOADING,      "begins to load" },
    [WENT_ON]       = { IN(ON_SCENE) | IN(LOADING),                 OUTBOUND,     "goes on to another pick-up" },
    [TOOK_THEM]     = { IN(ON_SCENE) | IN(LOADING),                 TO_CARE,      "leaves for " },
    [BROUGHT_THEM]  = { IN(TO_CARE),                                HANDING_OVER, "is at " },
    [TURNED_HOME]   = { IN(ON_SCENE) | IN(LOADING) | IN(HANDING_OVER), HOMEWARD,  "turns home" },
    [FUELLED_HOMEWARD] = { IN(HOMEWARD),                            FUELLING_HOME, "fills up at " },
    [FLEW_ON_HOME]  = { IN(FUELLING_HOME),                          HOMEWARD,     "has filled up and flies on" },
    [STRUCK]        = { IN(OUTBOUND) | IN(ON_SCENE) | IN(TO_CARE),  HOMEWARD,     "is struck" },
    [READY]         = { IN(HOMEWARD),                               AT_HOME,      "is ready again" },
    [GROUNDED]      = { IN(AT_HOME),                                UNFIT,        "is not fit to go" },
    [LEFT_ON_ERRAND]   = { IN(AT_HOME),                             ELSEWHERE,    "leaves on another task" },
    [BACK_FROM_ERRAND] = { IN(ELSEWHERE),                           AT_HOME,      "is back from another task" },
    [FIT_AGAIN]     = { IN(UNFIT),                                  AT_HOME,      "is fit to go" },
    [MOVED_UP]      = { IN(AT_HOME),                                RELOCATING,   "moves up to " },
    [POSTED]        = { IN(RELOCATING),                             AT_HOME,      "stands ready at " },
};
// clang-format on

/* The place that ends the words of the step. */
static const char *where_to(const struct trial *t, const struct unit *u, enum unit_step s)
{
    if (s == TOOK_THEM || s == BROUGHT_THEM)
        return t->hospital[u->to_facility].facility->id;
    if (s == STOPPED_FOR_FUEL || s == FUELLED_HOMEWARD)
        return t->scenario->fuel_points.at[u->out.stop].id;
    return s == MOVED_UP || s == POSTED ? t->scenario->sites.at[t->fleet[u->fleet].home.site].id : "";
}

/* Nothing else writes a unit's state. */
struct unit *unit_step(struct trial *t, int number, enum unit_step s)
{
    struct unit *u = &t->unit[number];
    must(t, journey[s].from & IN(u->state));
    u->state = journey[s].to;
    TELL(t, "%s %d %s%s", t->fleet[u->fleet].asset->id, u->in_asset + 1, journey[s].says, where_to(t, u, s));
    return u;
}

static void stands_ready(struct trial *t, struct unit *u)
{
    struct fleet *f = &t->fleet[u->fleet];
    f->idle_unit[f->idle++] = u->number;
    t->idle_units++;
}

static void is_laid_up(struct trial *t, struct unit *u)
{
    unit_step(t, u->number, GROUNDED);
    use_change(t, unfit_resource(t, u->fleet), +1);
}

/* Nothing keeps it from the next journey, or something does. */
static void is_home(struct trial *t, struct unit *u)
{
    if (u->grounds)
        is_laid_up(t, u);
    else
        stands_ready(t, u);
    if (u->grounds & FAILED)
        upkeep_mends(t, u->fleet);
    dispatch_reviewed(t, 0);
}

static void unit_idle(struct trial *t, struct unit *u)
{
    use_change(t, fleet_resource(t, u->fleet), -1);
    company_left(t, u);
    if (t->fleet[u->fleet].groundable)
        upkeep_came_home(t, u);
    is_home(t, u);
}

void unit_ready(struct trial *t, int number)
{
    unit_idle(t, unit_step(t, number, READY));
}

/* One of those ready is ready no more; the order of the others stays. */
static void steps_back(struct trial *t, struct unit *u)
{
    post_kept(t, u);
    struct fleet *f = &t->fleet[u->fleet];
    int place = 0;
    while (f->idle_unit[place] != u->number)
        place++;
    for (f->idle--; place < f->idle; place++)
        f->idle_unit[place] = f->idle_unit[place + 1];
    t->idle_units--;
}

void unit_grounded(struct trial *t, int number, enum ground why)
{
    struct unit *u = &t->unit[number];
    u->grounds |= why;
    if (u->state != AT_HOME)
        return;
    steps_back(t, u);
    is_laid_up(t, u);
    dispatch_reviewed(t, 0);
}

void unit_cleared(struct trial *t, int number, enum ground why)
{
    struct unit *u = &t->unit[number];
    u->grounds &= ~(unsigned)why;
    if (u->grounds || u->state != UNFIT)
        return;
    unit_step(t, number, FIT_AGAIN);
    use_change(t, unfit_resource(t, u->fleet), -1);
    stands_ready(t, u);
    dispatch_reviewed(t, 0);
}

void units_stand_down(struct trial *t)
{
    for (int i = 0; i < t->units; i++) {
        struct unit *u = &t->unit[i];
        if (u->state != READYING || u->assigned.count)
            continue;
        agenda_cancel(t->agenda, &u->next);
        unit_idle(t, unit_step(t, i, STOOD_DOWN));
    }
}

void unit_left_on_errand(struct trial *t, int number)
{
    struct unit *u = unit_step(t, number, LEFT_ON_ERRAND);
    steps_back(t, u);
    use_change(t, elsewhere_resource(t, u->fleet), +1);
    posts_look(t);
}

/* To the crew it was no rest. */
void unit_back_from_errand(struct trial *t, int number)
{
    struct unit *u = unit_step(t, number, BACK_FROM_ERRAND);
    use_change(t, elsewhere_resource(t, u->fleet), -1);
    u->free_since_ms = agenda_now(t->agenda);
    is_home(t, u);
}

static void unit_posted(struct trial *t, int number)
{
    struct unit *u = unit_step(t, number, POSTED);
    use_change(t, relocating_resource(t, u->fleet), -1);
    if (t->fleet[u->fleet].groundable)
        upkeep_came_home(t, u);
    is_home(t, u);
}

/* Nobody sends it meanwhile. To its crew it is work. */
void unit_left_for_post(struct trial *t, int number, int fleet, int64_t way_ms)
{
    struct unit *u = &t->unit[number];
    steps_back(t, u);
    u->fleet = fleet;
    unit_step(t, number, MOVED_UP);
    use_change(t, relocating_resource(t, fleet), +1);
    if (t->fleet[fleet].groundable)
        upkeep_tasked(t, u, 0);
    soon(t, way_ms, unit_posted, number, &u->next);
}
