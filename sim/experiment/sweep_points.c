/* sweep_points.c -- where the designs look. */
#include "sweep_points.h"

#include <math.h>
#include <stdlib.h>
#include "base/die.h"
#include "base/name.h"
#include "stats/design.h"

// clang-format off
const char *const sweep_designs[] = { "factorial", "tornado", "lhs", "sobol", "morris", "indices", "beliefs", NULL };

enum { USUAL_POINTS = 64, POINTS_A_KEY = 10, MORRIS_LEVELS = 4 };
static const int usual_rows[SWEEP_DESIGNS] = {
    [LATIN] = USUAL_POINTS, [SOBOL] = USUAL_POINTS, [MORRIS] = 20, [INDICES] = 256, [BELIEFS] = 256,
};
// clang-format on

/* --- how many ------------------------------------------------------------------------ */

int sweep_rows(const struct sweep_plan *p)
{
    int rows = usual_rows[p->design];
    if (p->design == TORNADO)
        return p->keys;
    if (p->design == LATIN || p->design == SOBOL)
        while (rows < POINTS_A_KEY * p->keys)
            rows *= 2;
    return p->rows ? p->rows : rows;
}

int sweep_keys_most(enum sweep_design d)
{
    return d == INDICES ? SWEEP_KEYS_MOST / 2 : SWEEP_KEYS_MOST;
}

static int in_row(const struct sweep_plan *p)
{
    switch (p->design) {
    case TORNADO:
        return 2;
    case MORRIS:
        return p->keys + 1;
    case INDICES:
        return p->keys + 2;
    default:
        return 1;
    }
}

int sweep_size(const struct sweep_plan *p)
{
    int64_t size = p->design == FACTORIAL ? 1 : (int64_t)sweep_rows(p) * in_row(p);
    for (int k = 0; k < p->keys && p->design == FACTORIAL && size <= SWEEP_POINTS_MOST; k++)
        size *= p->key[k].levels;
    return size <= SWEEP_POINTS_MOST ? (int)size : -1;
}

int points_in_row(const struct sweep *s)
{
    return in_row(&s->plan);
}

int points_rows_done(const struct sweep *s)
{
    return s->done / points_in_row(s);
}

/* --- where ----------------------------------------------------------------------------- */

int sweep_level(const struct sweep *s, int point, int key)
{
    int levels[SWEEP_KEYS_MOST], level[SWEEP_KEYS_MOST] = {0};
    for (int k = 0; k < s->plan.keys; k++)
        levels[k] = s->plan.key[k].levels;
    design_factorial(levels, s->plan.keys, point, level);
    return level[key];
}

static void place_levels(const struct sweep *s, double *place)
{
    for (int p = 0; p < s->points; p++)
        for (int k = 0; k < s->plan.keys; k++)
            place[p * s->plan.keys + k] = (sweep_level(s, p, k) + 0.5) / s->plan.key[k].levels;
}

/* One key at a time, to its low end and to its high one. */
static void place_ends(const struct sweep *s, double *place)
{
    int keys = s->plan.keys;
    for (int p = 0; p < s->points; p++)
        for (int k = 0; k < keys; k++)
            place[p * keys + k] = p / 2 == k ? (double)(p % 2) : NAN;
}

static void place_all(const struct sweep *s, double *place)
{
    int keys = s->plan.keys, rows = sweep_rows(&s->plan);
    const struct design_draws draws = {{s->plan.seed, 0}, DRAW_DESIGN, name_of("design", "sweep")};
    switch (s->plan.design) {
    case FACTORIAL:
        place_levels(s, place);
        return;
    case TORNADO:
        place_ends(s, place);
        return;
    case SOBOL:
        design_sobol(rows, keys, place);
        return;
    case MORRIS:
        design_morris(&draws, rows, keys, MORRIS_LEVELS, place);
        return;
    case INDICES:
        design_saltelli(rows, keys, place);
        return;
    default:
        design_latin(&draws, rows, keys, false, place);
    }
}

/* --- as text ------------------------------------------------------------------------------ */

/* A belief has no ends, but values it takes to be exceeded, and not reached, one time in twenty. */
static double within_belief(const struct vary *v, double place)
{
    const double tail = 0.05;
    return v->kind == VARY_BELIEF ? tail + (1 - 2 * tail) * place : place;
}

static void fill_point(struct sweep *s, struct sweep_point *point, const double *place)
{
    int keys = s->plan.keys;
    const char **value = arena_take(s->arena, (size_t)keys, sizeof *value);
    double *number = arena_take(s->arena, (size_t)keys, sizeof *number);
    for (int k = 0; k < keys; k++) {
        number[k] = NAN;
        if (isnan(place[k])) /* the key stays as it is */
            continue;
        bool ends = s->plan.design == TORNADO || s->plan.design == MORRIS;
        value[k] =
            vary_value(&s->plan.key[k], ends ? within_belief(&s->plan.key[k], place[k]) : place[k], s->arena);
        number[k] = vary_number(&s->plan.key[k], value[k], s->arena);
    }
    *point = (struct sweep_point){value, number, place};
}

void points_make(struct sweep *s)
{
    int keys = s->plan.keys;
    s->points = sweep_size(&s->plan);
    double *place = arena_take(s->arena, (size_t)(s->points * keys) + 1, sizeof *place);
    struct sweep_point *point = arena_take(s->arena, (size_t)s->points + 1, sizeof *point);
    place_all(s, place);
    for (int p = 0; p < s->points; p++)
        fill_point(s, &point[p], &place[p * keys]);
    s->point = point;
}
