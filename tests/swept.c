#include "swept.h"

#include <stdio.h>
#include <stdlib.h>
#include "test.h"

static void read_keys(struct swept *s, const struct swept_plan *p, struct vary *key, int *keys)
{
    for (*keys = 0; *keys < VARIED_MOST && p->vary[*keys]; ++*keys)
        vary_read(p->vary[*keys], *keys + 1, s->scenario, &key[*keys], s->arena, s->diag);
    diag_print(s->diag, stderr, 20);
    CHECK(!diag_failed(s->diag));
}

struct swept swept(const struct swept_plan *p)
{
    struct layers l = {.file = p->file};
    struct swept s = {.diag = diag_new(), .arena = arena_new()};
    struct vary *key = arena_take(s.arena, VARIED_MOST, sizeof *key);
    struct sweep_plan plan = {.key = key,
                              .design = p->design,
                              .rows = p->rows,
                              .seed = p->seed ? p->seed : 1,
                              .trials = p->trials,
                              .jobs = p->jobs ? p->jobs : 1,
                              .diag = s.diag};
    s.scenario = scenario_read(&l, s.diag);
    s.ground = ground_read(&l, s.diag);
    CHECK(s.scenario && s.ground);
    read_keys(&s, p, key, &plan.keys);
    plan.scenario = s.scenario;
    plan.ground = s.ground;
    s.sweep = sweep_run(&plan);
    diag_print(s.diag, stderr, 20);
    CHECK(!s.sweep->refused && s.sweep->status == COMPLETE);
    return s;
}

void swept_free(struct swept *s)
{
    sweep_free(s->sweep);
    scenario_free(s->scenario);
    ground_free(s->ground);
    diag_free(s->diag);
    arena_free(s->arena);
}

struct interval swept_effect(const struct swept *s, const char *figure, int key, enum measure_of_key measure)
{
    struct effects e = effects_of(s->sweep, sweep_figure(s->scenario, figure), s->arena);
    return effect_of(&e, key, measure);
}
