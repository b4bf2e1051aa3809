/* sweep_luck.c -- rows, columns, and what two outcomes share. */
#include "sweep_luck.h"

#include <math.h>
#include <stdlib.h>
#include "base/die.h"
#include "experiment/split.h"

static const double parts_of_one = 1e6; /* a share as a whole number */
static const int64_t nobody = INT64_MIN;

/* Sums over draws: of outcomes, their number, their squares; and of the squares of each draw's sum and number. */
struct products {
    double s, m, q, ss, mm;
};

/* Sums of one draw by section of its trials. */
struct row {
    int64_t s[SECTIONS], m[SECTIONS];
    double q[SECTIONS];
};

struct column { /* of one trial, over the draws of one group */
    int64_t s;
    int32_t m;
};

struct of_figure {
    int64_t centre;
    struct products all, without_section[SECTIONS], group[SECTIONS];
    struct column *column; /* [trial][group of draws] */
};

struct sweep_luck {
    int figures, turn, done;
    int64_t trials;
    int64_t *outcome; /* [slot][figure][trial] */
    struct of_figure *of;
};

struct sweep_luck *luck_new(int figures, int64_t trials, int turn)
{
    struct sweep_luck *l = must_alloc(1, sizeof *l);
    *l = (struct sweep_luck){.figures = figures, .turn = turn, .trials = trials};
    l->outcome = must_alloc((size_t)turn * (size_t)figures * (size_t)trials, sizeof *l->outcome);
    l->of = must_alloc((size_t)figures, sizeof *l->of);
    for (int f = 0; f < figures; f++)
        l->of[f].column = must_alloc((size_t)trials * SECTIONS, sizeof(struct column));
    return l;
}

void luck_free(struct sweep_luck *l)
{
    if (!l)
        return;
    for (int f = 0; f < l->figures; f++)
        free(l->of[f].column);
    free(l->of);
    free(l->outcome);
    free(l);
}

/* --- adding up -------------------------------------------------------------------------- */

static int64_t *outcome_at(const struct sweep_luck *l, int slot, int figure)
{
    return &l->outcome[((int64_t)slot * l->figures + figure) * l->trials];
}

void luck_centre(struct sweep_luck *l, int figure, double value, bool total)
{
    l->of[figure].centre = isnan(value) ? 0 : llround(total ? value : value * parts_of_one);
}

void luck_hear(struct sweep_luck *l, int slot, int figure, int64_t trial, int64_t y, int64_t n, bool total)
{
    int64_t outcome = n == 0 ? nobody : total ? y : llround(parts_of_one * (double)y / (double)n);
    outcome_at(l, slot, figure)[trial] = n ? outcome - l->of[figure].centre : nobody;
}

static void add_row(struct products *to, const struct row *r, int without)
{
    double s = 0, m = 0, q = 0;
    for (int i = 0; i < SECTIONS; i++)
        if (i != without) {
            s += (double)r->s[i];
            m += (double)r->m[i];
            q += r->q[i];
        }
    to->s += s;
    to->m += m;
    to->q += q;
    to->ss += s * s;
    to->mm += m * m;
}

static void keep_outcomes(struct sweep_luck *l, int slot, int figure)
{
    struct of_figure *f = &l->of[figure];
    struct row row = {{0}, {0}, {0}};
    int group = l->done % SECTIONS;
    for (int64_t t = 0; t < l->trials; t++) {
        int64_t z = outcome_at(l, slot, figure)[t];
        int i = section_of(t);
        if (z == nobody)
            continue;
        row.s[i] += z;
        row.m[i]++;
        row.q[i] += (double)z * (double)z;
        f->column[t * SECTIONS + group].s += z;
        f->column[t * SECTIONS + group].m++;
    }
    add_row(&f->all, &row, -1);
    add_row(&f->group[group], &row, -1);
    for (int i = 0; i < SECTIONS; i++)
        add_row(&f->without_section[i], &row, i);
}

void luck_keep(struct sweep_luck *l, int points)
{
    for (int slot = 0; slot < points; slot++, l->done++)
        for (int f = 0; f < l->figures; f++)
            keep_outcomes(l, slot, f);
}

/* --- the split -------------------------------------------------------------------------------- */

/* Squares of the columns' sums and numbers, without a section of trials or a group of draws. */
static struct products columns_of(const struct sweep_luck *l, int figure, int without_section,
                                  int without_group)
{
    struct products c = {0};
    for (int64_t t = 0; t < l->trials; t++) {
        double s = 0, m = 0;
        for (int g = 0; g < SECTIONS && section_of(t) != without_section; g++)
            if (g != without_group) {
                s += (double)l->of[figure].column[t * SECTIONS + g].s;
                m += l->of[figure].column[t * SECTIONS + g].m;
            }
        c.ss += s * s;
        c.mm += m * m;
    }
    return c;
}

enum { ALL, LUCK, KNOWLEDGE, SHARE, PIECES };

/* The mean product of two outcomes of one draw, and of two draws and two trials; both without bias, for any
 * number of outcomes in a row or column. */
static void pieces_of(const struct products *r, const struct products *c, double piece[PIECES])
{
    double same = (r->ss - r->q) / (r->mm - r->m);
    double apart = (r->s * r->s - r->ss - c->ss + r->q) / (r->m * r->m - r->mm - c->mm + r->m);
    double all = r->q / r->m - apart, knowledge = fmin(fmax(same - apart, 0), all);
    bool none = !(all > 0);
    piece[ALL] = none ? 0 : sqrt(all);
    piece[LUCK] = none ? 0 : sqrt(all - knowledge);
    piece[KNOWLEDGE] = none ? 0 : sqrt(knowledge);
    piece[SHARE] = none ? NAN : knowledge / all;
}

static struct products less(const struct products *a, const struct products *b)
{
    return (struct products){a->s - b->s, a->m - b->m, a->q - b->q, a->ss - b->ss, a->mm - b->mm};
}

/* Variance of the jackknife over `groups` replicates. */
static double variance_of(double replicate[SECTIONS][PIECES], int groups, int piece)
{
    double mean = 0, squares = 0;
    for (int g = 0; g < groups; g++)
        mean += replicate[g][piece] / groups;
    for (int g = 0; g < groups; g++)
        squares += (replicate[g][piece] - mean) * (replicate[g][piece] - mean);
    return squares * (groups - 1) / groups;
}

/* Trials and draws are both samples: their variances are added. */
struct split split_of(const struct sweep *s, int figure)
{
    const struct sweep_luck *l = s->luck;
    const struct of_figure *f = &l->of[figure];
    double whole[PIECES], luck[SECTIONS][PIECES], draw[SECTIONS][PIECES], unit;
    int groups = l->done < SECTIONS ? l->done : SECTIONS;
    struct interval of[PIECES];
    struct products columns = columns_of(l, figure, -1, -1);
    pieces_of(&f->all, &columns, whole);
    for (int i = 0; i < SECTIONS; i++) {
        struct products c = columns_of(l, figure, i, -1);
        pieces_of(&f->without_section[i], &c, luck[i]);
    }
    for (int g = 0; g < groups; g++) {
        struct products r = less(&f->all, &f->group[g]), c = columns_of(l, figure, -1, g);
        pieces_of(&r, &c, draw[g]);
    }
    for (int p = 0; p < PIECES; p++) {
        double variance = variance_of(luck, SECTIONS, p) + (groups > 1 ? variance_of(draw, groups, p) : NAN);
        double reach = groups > 1 ? student_quantile(0.95, groups - 1) * sqrt(variance) : NAN;
        unit = p == SHARE || s->figure[figure].kind == TOTAL ? 1 : parts_of_one;
        of[p] =
            (struct interval){whole[p] / unit, fmax(whole[p] - reach, 0) / unit, (whole[p] + reach) / unit};
    }
    of[SHARE].high = fmin(of[SHARE].high, 1);
    if (isnan(whole[SHARE]))
        of[SHARE] = (struct interval){NAN, NAN, NAN};
    return (struct split){of[ALL], of[LUCK], of[KNOWLEDGE], of[SHARE]};
}
