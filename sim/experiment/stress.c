#include "experiment/stress.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/die.h"
#include "base/interrupt.h"
#include "progress.h"
#include "quietly.h"

/* --- ladders --------------------------------------------------------------------- */

static const char *doing(const struct stress *s, const struct stressor *of, const struct under *u)
{
    if (!s->plan.progress)
        return NULL;
    return arena_print(s->arena, "%s%s%s", of->name, *u->plan ? ", " : "", u->plan);
}

static void climb(struct stress *s, const struct stressor *of, const struct under *u)
{
    struct ladder_plan plan = {.calm = u->layers,
                               .plan = u->plan,
                               .stressor = of,
                               .places = s->plan.places,
                               .tolerance = s->plan.tolerance,
                               .seed = s->plan.seed,
                               .trials = s->plan.trials,
                               .jobs = s->plan.jobs,
                               .doing = doing(s, of, u)};
    struct ladder *l = ladder_climb(&plan);
    if (l->why_not) {
        s->skipped[s->skips++] = (struct skipped){of->name, arena_text(s->arena, l->why_not)};
        ladder_free(l);
        return;
    }
    s->ladder[s->ladders++] = l;
}

static void climb_all(struct stress *s)
{
    size_t most = (size_t)(s->plan.stressors * s->plan.unders) + 2;
    s->ladder = arena_take(s->arena, most, sizeof(struct ladder *));
    s->skipped = arena_take(s->arena, most, sizeof *s->skipped);
    for (int i = 0; i < s->plan.stressors; i++)
        for (int u = 0; u < s->plan.unders && !interrupt_came(); u++)
            climb(s, s->plan.stressor[i], &s->plan.under[u]);
}

/* --- recovery ------------------------------------------------------------------------- */

static void recover_all(struct stress *s)
{
    size_t most = 0;
    for (int i = 0; i < s->ladders; i++)
        most += (size_t)s->ladder[i]->steps;
    s->recovery = arena_take(s->arena, most + 1, sizeof(struct recovery *));
    for (int i = 0; i < s->ladders; i++)
        for (int step = 1; step < s->ladder[i]->steps && !interrupt_came(); step++) {
            struct recovery *r = recovery_play(s->ladder[i], step);
            if (r && r->whole)
                s->recovery[s->recoveries++] = r;
            else
                recovery_free(r);
        }
}

/* --- two shocks ----------------------------------------------------------------------- */

static void shock_twice(struct stress *s)
{
    enum { SHOCK_PLACES = 6 };
    struct shocks_plan plan = {.calm = s->plan.under[s->plan.unders - 1].layers,
                               .across = s->plan.stressor[0],
                               .up = s->plan.stressor[1],
                               .places = SHOCK_PLACES,
                               .seed = s->plan.seed,
                               .trials = s->plan.trials,
                               .jobs = s->plan.jobs,
                               .doing = s->plan.progress ? "two shocks" : NULL};
    s->shocks = shocks_play(&plan);
    if (!s->shocks->why_not)
        return;
    s->skipped[s->skips++] = (struct skipped){"two shocks", arena_text(s->arena, s->shocks->why_not)};
    shocks_free(s->shocks);
    s->shocks = NULL;
}

/* --- losses ------------------------------------------------------------------------- */

static void lose_each(struct stress *s)
{
    struct losses_plan plan = {.calm = s->plan.under[s->plan.unders - 1].layers,
                               .seed = s->plan.seed,
                               .trials = s->plan.loss_trials,
                               .jobs = s->plan.jobs,
                               .doing = s->plan.progress ? "without each in turn" : NULL};
    s->losses = losses_play(&plan);
}

/* --- what mends most ------------------------------------------------------------------ */

int stress_costliest(const struct stress *s)
{
    int costliest = -1;
    double most = 0;
    for (int i = 0; i < s->ladders; i++) {
        const struct ladder *l = s->ladder[i];
        int figure = 0;
        while (strcmp(l->figure[figure].id, "2_surgery"))
            figure++;
        struct interval d = ladder_difference(l, l->steps - 1, figure, 0.95);
        if (d.high < 0 && -d.value > most) {
            costliest = i;
            most = -d.value;
        }
    }
    return costliest;
}

static struct mends *mend(struct stress *s, const struct layers *base, const char *where)
{
    struct mends_plan plan = {.base = base,
                              .where = where,
                              .plan = s->plan.mend,
                              .name = s->plan.mend_name,
                              .plans = s->plan.mends,
                              .seed = s->plan.seed,
                              .trials = s->plan.trials,
                              .jobs = s->plan.jobs,
                              .doing =
                                  s->plan.progress ? arena_print(s->arena, "what mends %s", where) : NULL};
    return mends_play(&plan);
}

static void mend_all(struct stress *s)
{
    const struct layers *calm = s->plan.under[s->plan.unders - 1].layers;
    int worst = stress_costliest(s);
    s->mends[0] = mend(s, calm, "in the calm");
    if (worst < 0 || interrupt_came())
        return;
    const struct stressor *of = s->ladder[worst]->plan.stressor;
    const char *laid =
        stressor_has_axis(of) ? stressor_place(of, 1, s->arena) : stressor_rung(of, of->rungs - 1, s->arena);
    struct layers stressed = layers_with_stressor(calm, laid, s->arena);
    s->mends[1] = mend(
        s, &stressed,
        arena_print(s->arena, "%s, %s", of->name, s->ladder[worst]->step[s->ladder[worst]->steps - 1].name));
}

static void gather(struct mishaps *all, const struct panel *p)
{
    if (p)
        mishaps_merge(all, panel_mishaps(p));
}

static struct mishaps mishaps_of(const struct stress *s)
{
    struct mishaps all = {0};
    for (int i = 0; i < s->ladders; i++)
        gather(&all, s->ladder[i]->panel);
    gather(&all, s->shocks ? s->shocks->panel : NULL);
    gather(&all, s->losses ? s->losses->panel : NULL);
    for (int i = 0; i < 2; i++)
        gather(&all, s->mends[i] ? s->mends[i]->panel : NULL);
    return all;
}

/* --- all of it ---------------------------------------------------------------------- */

struct stress *stress_run(const struct stress_plan *p)
{
    struct stress *s = must_alloc(1, sizeof *s);
    const char *why_not;
    double began_s = clock_s();
    s->plan = *p;
    s->arena = arena_new();
    s->calm = scenario_quietly(p->under[p->unders - 1].layers, &why_not, s->arena);
    if (!s->calm)
        abort(); /* the caller has read it before */
    climb_all(s);
    recover_all(s);
    if (p->two_shocks && !interrupt_came())
        shock_twice(s);
    if (p->without_each && !interrupt_came())
        lose_each(s);
    if (p->mends && !interrupt_came())
        mend_all(s);
    s->interrupted_by = interrupt_came();
    s->mishaps = mishaps_of(s);
    s->status = s->interrupted_by || mishaps_left_out(&s->mishaps) ? PARTIAL : COMPLETE;
    s->wall_s = clock_s() - began_s;
    s->cpu_s = (double)clock() / CLOCKS_PER_SEC;
    return s;
}

void stress_free(struct stress *s)
{
    if (!s)
        return;
    for (int i = 0; i < s->ladders; i++)
        ladder_free(s->ladder[i]);
    for (int i = 0; i < s->recoveries; i++)
        recovery_free(s->recovery[i]);
    shocks_free(s->shocks);
    losses_free(s->losses);
    mends_free(s->mends[0]);
    mends_free(s->mends[1]);
    scenario_free(s->calm);
    arena_free(s->arena);
    free(s);
}
