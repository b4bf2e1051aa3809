#include "experiment/stress.h"

#include <stdlib.h>
#include <time.h>

#include "base/die.h"
#include "interrupt.h"
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
    size_t most = (size_t)(s->plan.stressors * s->plan.unders) + 1;
    s->ladder = arena_take(s->arena, most, sizeof(struct ladder *));
    s->skipped = arena_take(s->arena, most, sizeof *s->skipped);
    for (int i = 0; i < s->plan.stressors; i++)
        for (int u = 0; u < s->plan.unders && !interrupt_came(); u++)
            climb(s, s->plan.stressor[i], &s->plan.under[u]);
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
    interrupts_noted();
    climb_all(s);
    if (p->without_each && !interrupt_came())
        lose_each(s);
    s->interrupted_by = interrupt_came();
    interrupts_forgotten();
    s->status = s->interrupted_by ? PARTIAL : COMPLETE;
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
    losses_free(s->losses);
    scenario_free(s->calm);
    arena_free(s->arena);
    free(s);
}
