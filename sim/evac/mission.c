#include "mission.h"

#include <inttypes.h>
#include <stdarg.h>

#include "base/die.h"
#include "base/version.h"

void trial_left(const struct trial *t, enum ending ending, const char *format, ...)
{
    char unheard[sizeof t->way_back->trouble];
    char *trouble = t->way_back ? t->way_back->trouble : unheard;
    va_list words;
    va_start(words, format);
    int n = vsnprintf(trouble, sizeof unheard, format, words);
    va_end(words);
    if (n >= 0 && n < (int)sizeof unheard)
        snprintf(trouble + n, sizeof unheard - (size_t)n,
                 "\n    seed %" PRIu64 ", trial %" PRIu64 ", %" PRId64 " ms after the start", t->luck.seed,
                 t->luck.trial, agenda_now(t->agenda));
    if (t->way_back)
        longjmp(t->way_back->to, (int)ending);
    die(ending == TOO_LONG ? EXIT_MEMORY : EXIT_DEFECT, "%s", trouble);
}

/* What comes of a full agenda is no defect of ours. */
void trial_broken(const struct trial *t, const char *claim, const char *file, int line)
{
    if (agenda_full(t->agenda))
        trial_left(t, TOO_LONG, "%s", agenda_full(t->agenda));
    trial_left(t, BROKEN,
               "a defect in casevac " CASEVAC_VERSION
               ": %s:%d: not so: %s; please report it with the scenario",
               file, line, claim);
}

void grow(void **array, int *room, size_t size)
{
    *room = *room ? 2 * *room : 64;
    *array = must_realloc(*array, (size_t)*room, size);
}

void sortie_add(struct trial *t, struct sortie s)
{
    GROW(t->sortie, t->sorties, t->sortie_room);
    s.assigned = agenda_now(t->agenda);
    s.launched = s.on_scene = s.loaded = s.arrived = s.unloaded = s.home = -1;
    s.fuel_out = s.fuel_home = -1;
    t->sortie[t->sorties++] = s;
}

void soon(struct trial *t, int64_t delay_ms, event_fn *happened, int who, struct booking *undo)
{
    if (delay_ms) {
        agenda_book(t->agenda, delay_ms, happened, who, undo);
        return;
    }
    must(t, ++t->nested < NESTED_MOST);
    happened(t, who);
    t->nested--;
}

int64_t drawn_ms(const struct trial *t, const struct dist *d, enum purpose p, uint64_t entity, int ordinal)
{
    if (dist_is_constant(d))
        return dist_ms(d, 0.5);
    return dist_ms(d, luck_uniform(&t->luck, p, entity, (uint64_t)ordinal));
}

int64_t within_horizon_ms(const struct trial *t, int64_t from_ms, int64_t to_ms)
{
    int64_t from = from_ms > t->from_ms ? from_ms : t->from_ms;
    int64_t to = to_ms < t->to_ms ? to_ms : t->to_ms;
    return to > from ? to - from : 0;
}

/* The level before the last change is over. What came and went in one moment leaves no trace. It is noted
 * and not yet added up: the trial may still break. */
static void settle(struct trial *t, struct use *u, int resource)
{
    if (u->level == u->before)
        return;
    GROW(t->settled, t->settlements, t->settled_room);
    t->settled[t->settlements++] =
        (struct settled){resource, u->before, u->level - u->before, u->before_since_ms, u->since_ms};
    u->before = u->level;
    u->before_since_ms = u->since_ms;
}

void use_change(struct trial *t, int resource, int by)
{
    struct use *u = &t->use[resource];
    int64_t now = agenda_now(t->agenda);
    if (now != u->since_ms) {
        settle(t, u, resource);
        u->since_ms = now;
    }
    u->level += by;
}

static void close_uses(struct trial *t)
{
    for (int i = 0; i < t->frame->resources; i++)
        settle(t, &t->use[i], i);
}

void uses_counted(struct trial *t, struct occupancy *busy)
{
    const struct occupancy_window *w = &t->frame->window;
    close_uses(t);
    for (int i = 0; i < t->settlements; i++) {
        const struct settled *s = &t->settled[i];
        int64_t ms = busy ? occupancy_change(&busy[s->resource], w, s->level, s->by, s->since_ms, s->until_ms)
                          : within_horizon_ms(t, s->since_ms, s->until_ms);
        t->use[s->resource].busy_ms += s->level * ms;
    }
    for (int i = 0; i < t->frame->resources; i++) {
        struct use *u = &t->use[i];
        if (busy)
            occupancy_close(&busy[i], w, u->level, u->before_since_ms);
        if (u->level)
            u->busy_ms += u->level * within_horizon_ms(t, u->before_since_ms, t->to_ms);
    }
}

void tell(const struct trial *t, const char *format, ...)
{
    int64_t minutes = agenda_now(t->agenda) / MINUTES(1);
    fprintf(t->story, "day %" PRId64 " %02" PRId64 ":%02" PRId64 "  ", minutes / 1440 + 1, minutes / 60 % 24,
            minutes % 60);
    va_list args;
    va_start(args, format);
    vfprintf(t->story, format, args);
    va_end(args);
    fputc('\n', t->story);
}

/* --- the record of the last run ------------------------------------------------------ */

const struct frame *trial_frame(const struct trial *t)
{
    return t->frame;
}

int trial_casualties(const struct trial *t)
{
    return t->casualties;
}

const struct casualty *trial_casualty(const struct trial *t, int number)
{
    return t->casualty[number];
}

int trial_incidents(const struct trial *t)
{
    return t->incidents;
}

const struct incident *trial_incident(const struct trial *t, int number)
{
    return t->incident[number];
}

int trial_sorties(const struct trial *t)
{
    return t->sorties;
}

const struct sortie *trial_sortie(const struct trial *t, int number)
{
    return &t->sortie[number];
}

int64_t trial_events(const struct trial *t)
{
    return agenda_events(t->agenda);
}

const int64_t *trial_totals(const struct trial *t)
{
    return t->totals;
}

const struct stretch *trial_stretches(const struct trial *t, int *count)
{
    *count = t->stretches;
    return t->stretch;
}

void trial_waits(const struct trial *t, int casualty, int64_t ms[WAITS])
{
    for (int w = 0; w < WAITS; w++)
        ms[w] = 0;
    for (int i = 0; i < t->stretches; i++)
        if (t->stretch[i].casualty == casualty)
            ms[t->stretch[i].wait] += t->stretch[i].ms;
}
