#include "experiment/shocks.h"

#include <math.h>
#include <stdlib.h>

#include "base/die.h"
#include "margin.h"
#include "quietly.h"

/* An axis from end to end, the calm and the rungs of a ladder. */
static int list_steps(struct shocks *s, const struct stressor *of, struct shock_step *step)
{
    bool axis = stressor_has_axis(of);
    int n = axis ? s->plan.places : 1 + of->rungs;
    n = n < SHOCK_STEPS_MOST ? n : SHOCK_STEPS_MOST;
    for (int i = 0; i < n; i++) {
        double severity = axis ? i / (double)(n - 1) : NAN;
        if (axis)
            step[i] = (struct shock_step){axis_value(&of->axis, severity, s->arena),
                                          stressor_place(of, severity, s->arena), severity};
        else if (!i)
            step[i] = (struct shock_step){"calm", NULL, NAN};
        else
            step[i] = (struct shock_step){*of->rung[i - 1] ? of->rung[i - 1] : of->name,
                                          stressor_rung(of, i - 1, s->arena), NAN};
    }
    return n;
}

static bool read_arms(struct shocks *s)
{
    s->arm = arena_take(s->arena, (size_t)(s->rows * s->columns), sizeof *s->arm);
    for (int r = 0; r < s->rows; r++)
        for (int c = 0; c < s->columns; c++) {
            struct layers with = *s->plan.calm;
            if (s->column[c].laid)
                with = layers_with_stressor(&with, s->column[c].laid, s->arena);
            if (s->row[r].laid)
                with = layers_with_stressor(&with, s->row[r].laid, s->arena);
            struct scenario *one = scenario_quietly(&with, &s->why_not, s->arena);
            s->arm[r * s->columns + c] =
                (struct arm){arena_print(s->arena, "%s, %s", s->column[c].name, s->row[r].name), one};
            if (!one)
                return false;
        }
    return true;
}

struct interval shock_value(const struct shocks *s, int row, int column, int figure, double level)
{
    return panel_value(s->panel, row * s->columns + column, figure, EVERYBODY, level);
}

struct interval shock_margin(const struct shocks *s, int row, int column, int goal, double level)
{
    return margin_of(&s->arm[0].scenario->goals.at[goal],
                     shock_value(s, row, column, goal_figure(goal), level));
}

int shock_frontier(const struct shocks *s, int row, int goal, bool surely)
{
    for (int c = 0; c < s->columns; c++) {
        struct interval margin = shock_margin(s, row, c, goal, 0.95);
        if ((surely ? margin.high : margin.value) < 0)
            return c;
    }
    return -1;
}

struct shocks *shocks_play(const struct shocks_plan *p)
{
    struct shocks *s = must_alloc(1, sizeof *s);
    s->plan = *p;
    s->arena = arena_new();
    s->columns = list_steps(s, p->across, s->column);
    s->rows = list_steps(s, p->up, s->row);
    if (!read_arms(s))
        return s;
    s->goals = s->arm[0].scenario->goals.n;
    s->figure = stress_figures(s->arm[0].scenario, &s->figures, s->arena);
    struct panel_plan plan = {.arm = s->arm,
                              .arms = s->rows * s->columns,
                              .figure = s->figure,
                              .figures = s->figures,
                              .seed = p->seed,
                              .jobs = p->jobs,
                              .doing = p->doing};
    s->panel = panel_new(&plan);
    s->whole = panel_play(s->panel, p->trials);
    return s;
}

void shocks_free(struct shocks *s)
{
    if (!s)
        return;
    panel_free(s->panel);
    for (int i = 0; s->arm && i < s->rows * s->columns; i++)
        scenario_free((struct scenario *)s->arm[i].scenario);
    arena_free(s->arena);
    free(s);
}
