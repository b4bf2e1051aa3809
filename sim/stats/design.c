#include "stats/design.h"

#include <string.h>
#include <gsl/gsl_qrng.h>

#include "base/die.h"

int64_t design_factorial_rows(const int *levels, int factors)
{
    int64_t rows = 1;
    for (int f = 0; f < factors; f++)
        rows *= levels[f];
    return rows;
}

void design_factorial(const int *levels, int factors, int64_t row, int *level)
{
    for (int f = factors - 1; f >= 0; f--) {
        level[f] = (int)(row % levels[f]);
        row /= levels[f];
    }
}

/* Fisher and Yates, from the front: who stands at `row` is drawn when `row` is reached. */
void design_latin(const struct design_draws *d, int rows, int factors, bool centred, double *x)
{
    for (int f = 0; f < factors; f++) {
        for (int r = 0; r < rows; r++)
            x[(int64_t)r * factors + f] = r;
        for (int r = 0; r < rows; r++) {
            double u[4];
            luck_four(&d->luck, d->purpose, d->entity + (uint64_t)f, (uint64_t)r, u);
            double *here = &x[(int64_t)r * factors + f];
            double *there = &x[(r + (int64_t)(u[0] * (rows - r))) * factors + f];
            double cell = *there;
            *there = *here;
            *here = (cell + (centred ? 0.5 : u[1])) / rows;
        }
    }
}

/* GSL steps before it tells, so the zero point never shows. */
static gsl_qrng *sobol_new(int factors)
{
    gsl_qrng *q = gsl_qrng_alloc(gsl_qrng_sobol, (unsigned)factors);
    if (!q)
        die(EXIT_MEMORY, "no memory for a Sobol sequence");
    return q;
}

void design_sobol(int rows, int factors, double *x)
{
    gsl_qrng *q = sobol_new(factors);
    for (int r = 0; r < rows; r++)
        gsl_qrng_get(q, &x[(int64_t)r * factors]);
    gsl_qrng_free(q);
}

void design_one_at_a_time(const double *base, const double *low, const double *high, int factors, double *x)
{
    for (int row = 0; row < 1 + 2 * factors; row++)
        memcpy(&x[row * factors], base, (size_t)factors * sizeof *x);
    for (int f = 0; f < factors; f++) {
        x[(1 + 2 * f) * factors + f] = low[f];
        x[(2 + 2 * f) * factors + f] = high[f];
    }
}

static void morris_trajectory(const struct design_draws *d, uint64_t entity, int factors, int levels,
                              double *x)
{
    int order[DESIGN_FACTORS_MOST];
    double step[DESIGN_FACTORS_MOST], jump = levels / 2 / (levels - 1.0);
    for (int f = 0; f < factors; f++) {
        double u[4];
        luck_four(&d->luck, d->purpose, entity, (uint64_t)f, u);
        double low = (int)(u[0] * (levels / 2)) / (levels - 1.0);
        step[f] = u[1] < 0.5 ? jump : -jump;
        x[f] = u[1] < 0.5 ? low : low + jump;
        int at = (int)(u[2] * (f + 1)); /* a random order, grown from inside */
        order[f] = f;
        order[f] = order[at];
        order[at] = f;
    }
    for (int row = 1; row <= factors; row++) {
        memcpy(&x[row * factors], &x[(row - 1) * factors], (size_t)factors * sizeof *x);
        x[row * factors + order[row - 1]] += step[order[row - 1]];
    }
}

void design_morris(const struct design_draws *d, int trajectories, int factors, int levels, double *x)
{
    for (int t = 0; t < trajectories; t++)
        morris_trajectory(d, d->entity + (uint64_t)t, factors, levels,
                          &x[(int64_t)t * (factors + 1) * factors]);
}

void design_saltelli(int points, int factors, double *x)
{
    gsl_qrng *q = sobol_new(2 * factors);
    size_t row = (size_t)factors * sizeof *x;
    for (int p = 0; p < points; p++) {
        double ab[DESIGN_FACTORS_MOST], *to = &x[(int64_t)p * (factors + 2) * factors];
        gsl_qrng_get(q, ab);
        memcpy(to, ab, 2 * row);
        for (int f = 0; f < factors; f++) {
            memcpy(&to[(2 + f) * factors], ab, row);
            to[(2 + f) * factors + f] = ab[factors + f];
        }
    }
    gsl_qrng_free(q);
}
