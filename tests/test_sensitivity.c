#include "test.h"

#include <math.h>
#include <gsl/gsl_cdf.h>

#include "stats/design.h"
#include "stats/sensitivity.h"

static const struct design_draws draws = {{5, 0}, DRAW_STAY, 0};

/* --- designs ----------------------------------------------------------------------- */

TEST(a_full_factorial_holds_every_combination_once)
{
    const int levels[] = {2, 3, 4};
    int seen[24] = {0}, level[3];
    CHECK_INT(design_factorial_rows(levels, 3), 24);
    for (int row = 0; row < 24; row++) {
        design_factorial(levels, 3, row, level);
        seen[level[0] * 12 + level[1] * 4 + level[2]]++;
        CHECK_INT(level[2], row % 4);
    }
    for (int i = 0; i < 24; i++)
        CHECK_INT(seen[i], 1);
}

static void check_latin(bool centred)
{
    enum { ROWS = 50, FACTORS = 3 };
    double x[ROWS * FACTORS];
    design_latin(&draws, ROWS, FACTORS, centred, x);
    for (int f = 0; f < FACTORS; f++) {
        int seen[ROWS] = {0}, in_place = 0;
        for (int r = 0; r < ROWS; r++) {
            double cell = x[r * FACTORS + f] * ROWS;
            seen[(int)cell]++;
            in_place += (int)cell == r;
            CHECK(!centred || fabs(cell - floor(cell) - 0.5) < 1e-9);
        }
        for (int r = 0; r < ROWS; r++)
            CHECK_INT(seen[r], 1);
        CHECK(in_place < 10);
    }
}

TEST(a_latin_hypercube_has_one_point_in_every_cell_of_every_factor)
{
    check_latin(true);
    check_latin(false);
}

TEST(sobols_sequence_begins_in_the_middle_and_fills_every_sixteenth)
{
    double x[15 * 40];
    int seen[16] = {0};
    design_sobol(15, 40, x);
    CHECK_NEAR(x[0], 0.5, 0);
    for (int r = 0; r < 15; r++)
        seen[(int)(x[r * 40 + 1] * 16)]++;
    for (int i = 1; i < 16; i++)
        CHECK_INT(seen[i], 1);
}

TEST(one_at_a_time_moves_one_factor_a_row)
{
    const double base[] = {1, 2}, low[] = {0, 1}, high[] = {5, 6};
    const double due[] = {1, 2, 0, 2, 5, 2, 1, 1, 1, 6};
    double x[10];
    design_one_at_a_time(base, low, high, 2, x);
    for (int i = 0; i < 10; i++)
        CHECK_NEAR(x[i], due[i], 0);
}

/* --- indices ------------------------------------------------------------------------- */

static const double pi = 3.14159265358979323846;

static double ishigami(const double *x)
{
    double a = pi * (2 * x[0] - 1), b = pi * (2 * x[1] - 1), c = pi * (2 * x[2] - 1);
    return sin(a) + 7 * sin(b) * sin(b) + 0.1 * c * c * c * c * sin(a);
}

static double linear(const double *x)
{
    return 1000 + 3 * x[0] - 2 * x[1];
}

enum { POINTS = 8192, FACTORS = 3, TRAJECTORIES = 10 };

static void check_indices(double (*f)(const double *x), const double *first, const double *total)
{
    static double x[POINTS * (FACTORS + 2) * FACTORS], y[POINTS * (FACTORS + 2)];
    design_saltelli(POINTS, FACTORS, x);
    for (int r = 0; r < POINTS * (FACTORS + 2); r++)
        y[r] = f(&x[r * FACTORS]);
    for (int i = 0; i < FACTORS; i++) {
        struct sobol_index s = sobol_index(y, POINTS, FACTORS, i, 0.95);
        CHECK_NEAR(s.first.value, first[i], 0.01);
        CHECK_NEAR(s.total.value, total[i], 0.01);
        CHECK(s.first.low <= s.first.value && s.first.high - s.first.low < 0.1);
        CHECK(s.total.low <= s.total.value && s.total.high - s.total.low < 0.1);
    }
}

TEST(sobol_indices_of_ishigami_are_those_of_its_closed_form)
{
    check_indices(ishigami, (const double[]){0.3139, 0.4424, 0}, (const double[]){0.5576, 0.4424, 0.2437});
}

TEST(in_a_linear_model_each_factor_acts_alone)
{
    const double share[] = {9.0 / 13, 4.0 / 13, 0};
    check_indices(linear, share, share);
}

TEST(where_nothing_varies_no_factor_has_a_share)
{
    const double y[12] = {0};
    CHECK(isnan(sobol_index(y, 4, 1, 0, 0.95).first.value));
}

TEST(elementary_effects_of_a_linear_model_are_its_slopes)
{
    const double slope[] = {3, -2, 0};
    double x[TRAJECTORIES * (FACTORS + 1) * FACTORS], y[TRAJECTORIES * (FACTORS + 1)];
    design_morris(&draws, TRAJECTORIES, FACTORS, 4, x);
    for (int r = 0; r < TRAJECTORIES * (FACTORS + 1); r++)
        y[r] = linear(&x[r * FACTORS]);
    for (int i = 0; i < TRAJECTORIES * (FACTORS + 1) * FACTORS; i++)
        CHECK(x[i] > -1e-12 && x[i] < 1 + 1e-12);
    for (int i = 0; i < FACTORS; i++) {
        struct morris_measure m = morris_measure(x, y, TRAJECTORIES, FACTORS, i);
        CHECK_NEAR(m.mu, slope[i], 1e-9);
        CHECK_NEAR(m.mu_star, fabs(slope[i]), 1e-9);
        CHECK_NEAR(m.sigma, 0, 1e-9);
    }
}

/* --- luck and knowledge ---------------------------------------------------------------- */

enum { OUTER = 20, INNER = 10 };

static double normal(uint64_t study, uint64_t outer, uint64_t inner)
{
    struct luck l = {11, study};
    return gsl_cdf_ugaussian_Pinv(luck_uniform(&l, DRAW_STAY, outer, inner));
}

/* Luck of SD 2 about beliefs of the SD given. */
static struct spread play(uint64_t study, double sd)
{
    double mean[OUTER], variance[OUTER];
    for (uint64_t o = 0; o < OUTER; o++) {
        double sum = 0, squares = 0, belief = sd * normal(study, o, INNER);
        for (uint64_t i = 0; i < INNER; i++) {
            double y = belief + 2 * normal(study, o, i);
            sum += y;
            squares += y * y;
        }
        mean[o] = sum / INNER;
        variance[o] = (squares - sum * sum / INNER) / (INNER - 1);
    }
    return spread_split(mean, variance, OUTER, INNER, 0.95);
}

TEST(luck_and_knowledge_are_told_apart_as_surely_as_is_said)
{
    const int64_t studies = test_share(4000);
    const double error = 4 * sqrt(0.05 * 0.95 / (double)studies);
    double luck = 0, knowledge = 0, value = 0;
    for (int64_t s = 0; s < studies; s++) {
        struct spread found = play((uint64_t)s, 1.5);
        luck += (found.luck.low <= 4 && 4 <= found.luck.high) / (double)studies;
        knowledge += (found.knowledge.low <= 2.25 && 2.25 <= found.knowledge.high) / (double)studies;
        value += found.knowledge.value / (double)studies;
    }
    CHECK_NEAR(luck, 0.95, error);
    CHECK_NEAR(knowledge, 0.95, error + 0.01);
    CHECK_NEAR(value, 2.25, 4 * 0.9 / sqrt((double)studies));
}

TEST(where_all_is_luck_knowledge_is_never_below_nought)
{
    int nought = 0;
    for (uint64_t s = 0; s < 100; s++) {
        struct spread found = play(s, 0);
        CHECK(found.knowledge.value >= 0 && found.knowledge.low >= 0);
        nought += found.knowledge.low == 0;
    }
    CHECK(nought >= 90);
}
