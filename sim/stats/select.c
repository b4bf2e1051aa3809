#include "stats/select.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"

struct selection {
    int systems, first, left;
    double delta, h2, sign; /* sign: 1 where more is better, else -1 */
    int64_t rounds;
    double *sum;   /* [system] */
    double *early; /* [round][system] of the first stage */
    double *s2;    /* [system][system]: variance of the difference in the first stage */
    bool *in;
};

double selection_eta(int systems, double alpha, int first)
{
    return 0.5 * (pow(2 * alpha / (systems - 1), -2.0 / (first - 1)) - 1);
}

double selection_h2(int systems, double alpha, int first)
{
    return 2 * selection_eta(systems, alpha, first) * (first - 1);
}

struct selection *selection_new(int systems, double delta, double alpha, int first, bool more_is_better)
{
    struct selection *s = must_alloc(1, sizeof *s);
    size_t n = (size_t)systems;
    *s = (struct selection){
        .systems = systems, .first = first, .left = systems, .delta = delta, .sign = more_is_better ? 1 : -1};
    s->h2 = systems > 1 ? selection_h2(systems, alpha, first) : 0;
    s->sum = must_alloc(n, sizeof *s->sum);
    s->early = must_alloc(n * (size_t)first, sizeof *s->early);
    s->s2 = must_alloc(n * n, sizeof *s->s2);
    s->in = must_alloc(n, sizeof *s->in);
    for (int i = 0; i < systems; i++)
        s->in[i] = true;
    return s;
}

void selection_free(struct selection *s)
{
    if (!s)
        return;
    free(s->sum);
    free(s->early);
    free(s->s2);
    free(s->in);
    free(s);
}

static double difference_variance(const struct selection *s, int a, int b)
{
    double mean = (s->sum[a] - s->sum[b]) / s->first, squares = 0;
    for (int r = 0; r < s->first; r++) {
        double d = s->early[r * s->systems + a] - s->early[r * s->systems + b] - mean;
        squares += d * d;
    }
    return squares / (s->first - 1);
}

static void first_stage_ended(struct selection *s)
{
    for (int a = 0; a < s->systems; a++)
        for (int b = 0; b < s->systems; b++)
            s->s2[a * s->systems + b] = difference_variance(s, a, b);
}

/* How far a may lie behind b and stay in. */
static double slack(const struct selection *s, int a, int b)
{
    double r = (double)s->rounds, d = s->delta;
    return fmax(0, d / (2 * r) * (s->h2 * s->s2[a * s->systems + b] / (d * d) - r));
}

static bool beaten(const struct selection *s, const bool *was_in, int a)
{
    double r = (double)s->rounds;
    for (int b = 0; b < s->systems; b++)
        if (b != a && was_in[b] && s->sum[a] / r < s->sum[b] / r - slack(s, a, b))
            return true;
    return false;
}

/* Everybody is held against all who were in before this round. */
static void screen(struct selection *s)
{
    bool *was_in = must_alloc((size_t)s->systems, sizeof *was_in);
    memcpy(was_in, s->in, (size_t)s->systems * sizeof *was_in);
    for (int a = 0; a < s->systems; a++)
        if (was_in[a] && beaten(s, was_in, a)) {
            s->in[a] = false;
            s->left--;
        }
    free(was_in);
}

/* Beyond this many rounds no slack is left: whoever leads is chosen. */
static bool used_up(const struct selection *s)
{
    double most = 0;
    for (int a = 0; a < s->systems; a++)
        for (int b = 0; b < s->systems; b++)
            if (s->in[a] && s->in[b] && a != b)
                most = fmax(most, floor(s->h2 * s->s2[a * s->systems + b] / (s->delta * s->delta)));
    return (double)s->rounds >= most + 1;
}

static void keep_the_leader(struct selection *s)
{
    int best = -1;
    for (int i = 0; i < s->systems; i++)
        if (s->in[i] && (best < 0 || s->sum[i] > s->sum[best]))
            best = i;
    for (int i = 0; i < s->systems; i++)
        s->in[i] = i == best;
    s->left = 1;
}

void selection_observe(struct selection *s, const double *x)
{
    for (int i = 0; i < s->systems; i++) {
        if (!s->in[i])
            continue;
        s->sum[i] += s->sign * x[i];
        if (s->rounds < s->first)
            s->early[s->rounds * s->systems + i] = s->sign * x[i];
    }
    s->rounds++;
    if (s->rounds == s->first)
        first_stage_ended(s);
    if (s->rounds < s->first || s->left == 1)
        return;
    screen(s);
    if (s->left > 1 && used_up(s))
        keep_the_leader(s);
}

bool selection_in(const struct selection *s, int system)
{
    return s->in[system];
}

int selection_left(const struct selection *s)
{
    return s->left;
}

int64_t selection_rounds(const struct selection *s)
{
    return s->rounds;
}

int selection_best(const struct selection *s)
{
    for (int i = 0; i < s->systems && s->left == 1; i++)
        if (s->in[i])
            return i;
    return -1;
}

/* --- OCBA ---------------------------------------------------------------------------- */

static int smallest(int systems, const double *mean, double sign, int but)
{
    int best = -1;
    for (int i = 0; i < systems; i++)
        if (i != but && (best < 0 || sign * mean[i] < sign * mean[best]))
            best = i;
    return best;
}

/* How the whole budget should be shared, in parts of the share of the second best. */
static void find_ratios(int systems, const double *mean, const double *variance, double sign, int best,
                        double *ratio)
{
    int second = smallest(systems, mean, sign, best);
    double sum = 0;
    for (int i = 0; i < systems; i++) {
        if (i == best)
            continue;
        double lead = (mean[best] - mean[second]) / (mean[best] - mean[i]);
        ratio[i] = i == second ? 1 : lead * lead * variance[i] / variance[second];
        sum += ratio[i] * ratio[i] / variance[i];
    }
    ratio[best] = sqrt(variance[best] * sum);
}

/* Whoever has more than its share already keeps that; the others share what is left. */
static void share_out(int systems, const double *ratio, const int64_t *done, int64_t budget, int64_t *all)
{
    bool *open = must_alloc((size_t)systems, sizeof *open);
    for (int i = 0; i < systems; i++)
        open[i] = true;
    for (bool again = true; again;) {
        double parts = 0, left = (double)budget;
        again = false;
        for (int i = 0; i < systems; i++) {
            parts += open[i] ? ratio[i] : 0;
            left -= open[i] ? 0 : (double)all[i];
        }
        for (int i = 0; i < systems; i++) {
            if (!open[i])
                continue;
            all[i] = (int64_t)floor(left / parts * ratio[i]);
            if (all[i] < done[i]) {
                all[i] = done[i];
                open[i] = false;
                again = true;
            }
        }
    }
    free(open);
}

void ocba_allocate(int systems, const double *mean, const double *variance, const int64_t *done, int64_t more,
                   bool more_is_better, int64_t *add)
{
    double sign = more_is_better ? -1 : 1, *ratio = must_alloc((size_t)systems, sizeof *ratio);
    int best = smallest(systems, mean, sign, -1);
    int64_t budget = more, used = 0;
    for (int i = 0; i < systems; i++)
        budget += done[i];
    find_ratios(systems, mean, variance, sign, best, ratio);
    share_out(systems, ratio, done, budget, add);
    for (int i = 0; i < systems; i++) {
        used += add[i];
        add[i] -= done[i];
    }
    add[best] += budget - used;
    free(ratio);
}
