#include "dist_table.h"

#include <math.h>
#include <stddef.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_sf_gamma.h>

enum { COUNTS_MAX = 1 << 16 };

/* --- steps ---------------------------------------------------------------- */

double steps_value(const struct dist_table *t, int i)
{
    return t->value ? t->value[i] : t->first + i;
}

int steps_find(const struct dist_table *t, double u)
{
    int i = t->guide[(int)(u * t->guides)];
    while (i < t->n && t->cumulative[i] < u)
        i++;
    return i;
}

/* For the start of each share of (0,1): the value it leads to. */
static void guide(struct dist_table *t, struct arena *a)
{
    for (t->guides = 1; t->guides < t->n;)
        t->guides *= 2;
    int *to = arena_take(a, (size_t)t->guides, sizeof *to);
    for (int share = 0, i = 0; share < t->guides; share++) {
        while (i < t->n && t->cumulative[i] < (double)share / t->guides)
            i++;
        to[share] = i;
    }
    t->guide = to;
}

const struct dist_table *steps_of_list(int n, const double *value, const double *weight, struct arena *a)
{
    struct dist_table *t = arena_take(a, 1, sizeof *t);
    double *cumulative = arena_take(a, (size_t)n, sizeof *cumulative), total = 0, sum = 0;
    for (int i = 0; i < n; i++)
        total += weight[i];
    for (int i = 0; i < n; i++)
        cumulative[i] = (sum += weight[i]) / total;
    *t = (struct dist_table){.n = n, .value = value, .weight = weight, .cumulative = cumulative};
    guide(t, a);
    return t;
}

double count_reaching(count_cdf_fn *cdf, const double *p, double u)
{
    double below = -1, reach = 1;
    while (cdf(reach, p) < u && reach < 1e9) {
        below = reach;
        reach *= 2;
    }
    while (reach - below > 1) {
        double middle = floor((below + reach) / 2);
        if (cdf(middle, p) < u)
            below = middle;
        else
            reach = middle;
    }
    return reach;
}

/* Twelve decimals, so that every processor has the same table. */
static double rounded(double share)
{
    return round(share * 1e12) / 1e12;
}

const struct dist_table *steps_of_counts(count_cdf_fn *cdf, const double *p, struct arena *a)
{
    double first = count_reaching(cdf, p, 0.5e-12), last = count_reaching(cdf, p, 1 - 0.5e-12);
    int n = last - first < COUNTS_MAX ? (int)(last - first) + 1 : COUNTS_MAX;
    struct dist_table *t = arena_take(a, 1, sizeof *t);
    double *cumulative = arena_take(a, (size_t)n, sizeof *cumulative), sum = 0;
    for (int i = 0; i < n; i++)
        cumulative[i] = sum = fmax(sum, rounded(cdf(first + i, p)));
    *t = (struct dist_table){.n = n, .first = first, .cumulative = cumulative};
    guide(t, a);
    return t;
}

/* --- gamma ---------------------------------------------------------------- */

/* At z, a normal quantile: the logarithm of the gamma's quantile, and its slope. */
struct gamma_node {
    double height, slope;
};

enum {
    NODES_PER_UNIT = 16,
    NODES_EACH_SIDE = 133,
    NODES = 2 * NODES_EACH_SIDE + 1,
    MIDDLE = NODES_EACH_SIDE
};

static double z_of_node(int i)
{
    return (double)(i - MIDDLE) / NODES_PER_UNIT;
}

/* The normal quantile that belongs to e^height. Of tiny values only the first
 * term of the series is left, and e^height may be too small for a double. */
static double z_of_height(double height, double shape)
{
    if (height < -36)
        return gsl_cdf_ugaussian_Pinv(exp(shape * height - gsl_sf_lngamma(shape + 1)));
    double x = exp(height), below = gsl_cdf_gamma_P(x, shape, 1);
    return below < 0.5 ? gsl_cdf_ugaussian_Pinv(below) : gsl_cdf_ugaussian_Qinv(gsl_cdf_gamma_Q(x, shape, 1));
}

/* d height / d z: the ratio of the two densities. */
static double slope_at(double height, double z, double shape)
{
    return exp(-z * z / 2 - M_LNPI / 2 - M_LN2 / 2 - shape * height + exp(height) + gsl_sf_lngamma(shape));
}

static double median_height(double shape)
{
    double low = (log(0.5) + gsl_sf_lngamma(shape + 1)) / shape, high = log(shape + 1);
    for (int i = 0; i < 60; i++) {
        double middle = (low + high) / 2;
        if (z_of_height(middle, shape) < 0)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* From a node to its neighbour: along the slope, then by Newton's steps. */
static struct gamma_node neighbour(struct gamma_node from, double z, double step, double shape)
{
    double height = from.height + step * from.slope;
    for (int i = 0; i < 5; i++) {
        double at = z_of_height(height, shape);
        height += (z - at) * slope_at(height, at, shape);
    }
    return (struct gamma_node){height, slope_at(height, z, shape)};
}

const struct dist_table *gamma_table(double shape, struct arena *a)
{
    struct dist_table *t = arena_take(a, 1, sizeof *t);
    struct gamma_node *node = arena_take(a, NODES, sizeof *node);
    double step = 1.0 / NODES_PER_UNIT, median = median_height(shape);
    node[MIDDLE] = (struct gamma_node){median, slope_at(median, 0, shape)};
    for (int i = 1; i <= NODES_EACH_SIDE; i++) {
        node[MIDDLE + i] = neighbour(node[MIDDLE + i - 1], z_of_node(MIDDLE + i), step, shape);
        node[MIDDLE - i] = neighbour(node[MIDDLE - i + 1], z_of_node(MIDDLE - i), -step, shape);
    }
    *t = (struct dist_table){.n = NODES, .node = node};
    return t;
}

/* Hermite's cubic between two nodes. */
double gamma_find(const struct dist_table *t, double u)
{
    double place = gsl_cdf_ugaussian_Pinv(u) * NODES_PER_UNIT + MIDDLE;
    int i = (int)place;
    double s = place - i, rest = 1 - s;
    const struct gamma_node *left = &t->node[i], *right = left + 1;
    return exp(rest * rest * ((1 + 2 * s) * left->height + s * left->slope / NODES_PER_UNIT) +
               s * s * ((1 + 2 * rest) * right->height - rest * right->slope / NODES_PER_UNIT));
}
