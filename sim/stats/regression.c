#include "stats/regression.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/die.h"

/* Sums of squares and products about the means: the normal equations, y as the last column. */
struct moments {
    int n, columns, width;
    double *mean, *about; /* [width]; [width * width] */
};

static double cell(const struct moments *m, const double *x, const double *y, int row, int column)
{
    return column < m->columns ? x[row * m->columns + column] : y[row];
}

static void gather(struct moments *m, const double *x, const double *y, const bool *left_out, int rows)
{
    for (int r = 0; r < rows; r++)
        for (int c = 0; c < m->width && !(left_out && left_out[r]); c++)
            m->mean[c] += cell(m, x, y, r, c);
    for (int r = 0; r < rows; r++)
        m->n += !(left_out && left_out[r]);
    for (int c = 0; c < m->width; c++)
        m->mean[c] /= m->n > 0 ? m->n : 1;
    for (int r = 0; r < rows; r++)
        for (int i = 0; i < m->width && !(left_out && left_out[r]); i++)
            for (int j = 0; j <= i; j++)
                m->about[i * m->width + j] +=
                    (cell(m, x, y, r, i) - m->mean[i]) * (cell(m, x, y, r, j) - m->mean[j]);
}

/* The root of the sums (Cholesky), in place, columns of x only. False: one says what others say. */
static bool take_root(struct moments *m)
{
    double *a = m->about;
    for (int i = 0; i < m->columns; i++)
        for (int j = 0; j <= i; j++) {
            double whole = a[i * m->width + i], sum = a[i * m->width + j];
            for (int k = 0; k < j; k++)
                sum -= a[i * m->width + k] * a[j * m->width + k];
            if (i == j && !(sum > 1e-10 * whole))
                return false;
            a[i * m->width + j] = i == j ? sqrt(sum) : sum / a[j * m->width + j];
        }
    return true;
}

static void solve(const struct moments *m, double *slope, double *explained)
{
    const double *a = m->about, *with_y = &a[m->columns * m->width];
    double all = with_y[m->columns], follows = 0;
    for (int i = 0; i < m->columns; i++) {
        double sum = with_y[i];
        for (int k = 0; k < i; k++)
            sum -= a[i * m->width + k] * slope[k];
        slope[i] = sum / a[i * m->width + i];
        follows += slope[i] * slope[i];
    }
    for (int i = m->columns - 1; i >= 0; i--) {
        for (int k = i + 1; k < m->columns; k++)
            slope[i] -= a[k * m->width + i] * slope[k];
        slope[i] /= a[i * m->width + i];
    }
    *explained = all > 0 ? follows / all : 0;
}

bool regression_fit(const double *x, const double *y, const bool *left_out, int rows, int columns,
                    double *slope, double *explained)
{
    struct moments m = {.columns = columns, .width = columns + 1};
    m.mean = must_alloc((size_t)m.width, sizeof *m.mean);
    m.about = must_alloc((size_t)(m.width * m.width), sizeof *m.about);
    gather(&m, x, y, left_out, rows);
    bool good = m.n > columns + 1 && isfinite(m.mean[columns]) && take_root(&m);
    if (good)
        solve(&m, slope, explained);
    free(m.mean);
    free(m.about);
    return good;
}
