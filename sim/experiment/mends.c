#include "experiment/mends.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "quietly.h"

static void read_arms(struct mends *m)
{
    const char *why;
    m->arm = arena_take(m->arena, (size_t)m->plan.plans + 1, sizeof *m->arm);
    m->arm[0] = (struct arm){"", scenario_quietly(m->plan.base, &why, m->arena)};
    m->arms = m->arm[0].scenario ? 1 : 0;
    for (int i = 0; i < m->plan.plans && m->arms; i++) {
        struct layers with = layers_with_plan(m->plan.base, m->plan.plan[i], m->arena);
        struct scenario *s = scenario_quietly(&with, &why, m->arena);
        if (s && strcmp(s->digest, m->arm[0].scenario->digest))
            m->arm[m->arms++] = (struct arm){m->plan.name[i], s};
        else
            scenario_free(s);
    }
}

struct interval mend_of(const struct mends *m, int arm, enum mend_figure f)
{
    double level = 1 - 0.05 / (m->arms > 1 ? m->arms - 1 : 1);
    struct interval d = panel_difference(m->panel, arm, 0, (int)f, EVERYBODY, level);
    return f == MENDED_LIVES ? (struct interval){-d.value, -d.high, -d.low} : d;
}

/* The largest gain first; few enough for the simplest of sorts. */
static void sort(struct mends *m)
{
    m->order = arena_take(m->arena, (size_t)m->arms + 1, sizeof *m->order);
    for (int arm = 1; arm < m->arms; arm++) {
        int at = arm - 1;
        double gain = mend_of(m, arm, MENDED_SURGERY).value;
        for (; at > 0 && mend_of(m, m->order[at - 1], MENDED_SURGERY).value < gain; at--)
            m->order[at] = m->order[at - 1];
        m->order[at] = arm;
    }
}

static const struct figure *figure_called(const char *id)
{
    int f = 0;
    while (strcmp(headlines[f].id, id))
        f++;
    return &headlines[f];
}

struct mends *mends_play(const struct mends_plan *p)
{
    struct mends *m = must_alloc(1, sizeof *m);
    m->plan = *p;
    m->arena = arena_new();
    m->whole = true;
    read_arms(m);
    if (m->arms < 2)
        return m;
    struct figure *figure = arena_take(m->arena, MEND_FIGURES, sizeof *figure);
    figure[MENDED_SURGERY] = *figure_called("2_surgery");
    figure[MENDED_LIVES] = *figure_called("delay_deaths");
    struct panel_plan plan = {.arm = m->arm,
                              .arms = m->arms,
                              .figure = figure,
                              .figures = MEND_FIGURES,
                              .seed = p->seed,
                              .jobs = p->jobs,
                              .doing = p->doing};
    m->panel = panel_new(&plan);
    m->whole = panel_play(m->panel, p->trials);
    sort(m);
    return m;
}

void mends_free(struct mends *m)
{
    if (!m)
        return;
    panel_free(m->panel);
    for (int i = 0; i < m->arms; i++)
        scenario_free((struct scenario *)m->arm[i].scenario);
    arena_free(m->arena);
    free(m);
}
