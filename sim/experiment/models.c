/* models.c -- a panel for each model of survival, and one question: who is ahead? */
#include "experiment/models.h"

#include <stdlib.h>
#include "base/arena.h"
#include "base/die.h"

// clang-format off
const char *const order_ids[ORDERS] = {
    [ORDER_OPEN] = "not clear", [ORDER_SAME] = "same", [ORDER_LOST] = "no longer clear",
    [ORDER_ELSEWHERE] = "clear elsewhere", [ORDER_REVERSED] = "reversed",
};
// clang-format on

struct models {
    struct panel *panel[SURVIVALS]; /* NULL: the comparison's own, or not played to the end */
    struct arena *arena;            /* the plans under each of them */
};

static enum survival model_of(const struct arm *arm)
{
    return (enum survival)arm->scenario->survival;
}

enum survival model_of_comparison(const struct comparison *c)
{
    return model_of(&c->plan.arm[0]);
}

static bool share_one_model(const struct comparison *c)
{
    for (int a = 1; a < c->plan.arms; a++)
        if (model_of(&c->plan.arm[a]) != model_of(&c->plan.arm[0]))
            return false;
    return true;
}

/* --- playing ----------------------------------------------------------------------- */

/* A model is one key of the scenario, and nothing else in it hangs on that. */
static const struct arm *arms_under(const struct comparison *c, enum survival m, struct arena *a)
{
    struct arm *arm = arena_take(a, (size_t)c->plan.arms, sizeof *arm);
    struct scenario *s = arena_take(a, (size_t)c->plan.arms, sizeof *s);
    for (int i = 0; i < c->plan.arms; i++) {
        s[i] = *c->plan.arm[i].scenario;
        s[i].survival = (int)m;
        arm[i] = (struct arm){c->plan.arm[i].name, &s[i]};
    }
    return arm;
}

/* The next count of trials at which the comparison dropped a plan, or ended. */
static int64_t next_stop(const struct comparison *c, int64_t done)
{
    int64_t next = panel_done(c->panel);
    for (int a = 0; a < c->plan.arms; a++) {
        int64_t trials = panel_trials(c->panel, a);
        if (trials > done && trials < next)
            next = trials;
    }
    return next;
}

/* Each plan plays as many trials as in the comparison. False: interrupted. */
static bool play_along(const struct comparison *c, struct panel *p)
{
    while (panel_done(p) < panel_done(c->panel)) {
        for (int a = 0; a < c->plan.arms; a++)
            if (panel_trials(c->panel, a) <= panel_done(p))
                panel_drop(p, a);
        if (!panel_play(p, next_stop(c, panel_done(p))))
            return false;
    }
    return true;
}

static struct panel *play_under(const struct comparison *c, enum survival m, struct arena *a)
{
    const struct panel_plan *of = panel_plan_of(c->panel);
    struct panel_plan plan = {.arm = arms_under(c, m, a),
                              .arms = of->arms,
                              .figure = of->figure,
                              .figures = of->figures,
                              .seed = of->seed,
                              .jobs = of->jobs,
                              .all_pairs = true,
                              .doing = of->doing ? survival_words[m] : NULL};
    struct panel *p = panel_new(&plan);
    if (play_along(c, p))
        return p;
    panel_free(p);
    return NULL;
}

struct models *models_play(const struct comparison *c)
{
    if (!share_one_model(c))
        return NULL;
    struct models *all = must_alloc(1, sizeof *all);
    bool whole = true;
    all->arena = arena_new();
    for (int m = 0; m < SURVIVALS && whole; m++) {
        if (m == (int)model_of_comparison(c))
            continue;
        all->panel[m] = play_under(c, (enum survival)m, all->arena);
        whole = all->panel[m] != NULL;
    }
    return all;
}

void models_free(struct models *m)
{
    if (!m)
        return;
    for (int i = 0; i < SURVIVALS; i++)
        panel_free(m->panel[i]);
    arena_free(m->arena);
    free(m);
}

/* --- reading ------------------------------------------------------------------------- */

const struct panel *model_panel(const struct comparison *c, enum survival m)
{
    if (m == model_of_comparison(c))
        return c->panel;
    return c->models ? c->models->panel[m] : NULL;
}

int models_played(const struct comparison *c)
{
    int n = 0;
    for (int m = 0; m < SURVIVALS; m++)
        n += model_panel(c, (enum survival)m) != NULL;
    return n;
}

bool hangs_on_survival(const struct measure *m)
{
    return m->unit == PORTION_OF_PEOPLE || m->unit == DEATHS_A_TRIAL;
}

double models_level(const struct comparison *c)
{
    int figures = 0;
    for (int i = 0; i < c->measures; i++)
        figures += hangs_on_survival(&c->measure[i]);
    return 1 - 0.05 / (c->plan.arms * (c->plan.arms - 1) / 2 * figures * models_played(c));
}

struct interval model_value(const struct comparison *c, enum survival m, int arm, int measure)
{
    return panel_value(model_panel(c, m), arm, c->measure[measure].figure, EVERYBODY, 0.95);
}

struct interval model_difference(const struct comparison *c, enum survival m, int arm, int from, int measure)
{
    return panel_difference(model_panel(c, m), arm, from, c->measure[measure].figure, EVERYBODY,
                            models_level(c));
}

enum order order_of(const struct comparison *c, int arm, int from, int measure)
{
    int better = 0, worse = 0, own = 0;
    for (int m = 0; m < SURVIVALS; m++) {
        if (!model_panel(c, (enum survival)m))
            continue;
        int ahead =
            clearly_better(&c->measure[measure], model_difference(c, (enum survival)m, arm, from, measure));
        better += ahead > 0;
        worse += ahead < 0;
        if (m == (int)model_of_comparison(c))
            own = ahead;
    }
    if (better && worse)
        return ORDER_REVERSED;
    if (better + worse == models_played(c))
        return ORDER_SAME;
    if (own)
        return ORDER_LOST;
    return better + worse ? ORDER_ELSEWHERE : ORDER_OPEN;
}
