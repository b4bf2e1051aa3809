#include "world/survival.h"

#include <math.h>

static double rounded(double hazard)
{
    return nearbyint(hazard * 1e9) / 1e9;
}

/* --- the injury clock -------------------------------------------------------- */

static double power(double x, double shape)
{
    return shape == 1 ? x : pow(x, shape);
}

static double clock_hazard(const struct class *c, int64_t at_ms)
{
    if (!c->scale_ms)
        return 0;
    return rounded(power((double)at_ms / (double)c->scale_ms, c->shape));
}

static double clock_ms(const struct class *c, double hazard)
{
    return c->scale_ms ? (double)c->scale_ms * power(hazard, 1 / c->shape) : HUGE_VAL;
}

/* --- Sacco 2005: a score that falls, and the chance that goes with it ---------- */

enum { HALF_HOURS = 12, SCORES = 13 };

static const double chance[SCORES] = {.052, .089, .15, .23, .35, .49, .63, .75, .84, .90, .94, .97, .98};

/* Untreated, after 0, 30, ... 360 min. */
static const int score[SCORES][HALF_HOURS + 1] = {
    {0},
    {1},
    {2},
    {3, 1},
    {4, 2, 1},
    {5, 3, 2, 1},
    {6, 4, 3, 2, 1},
    {7, 6, 5, 4, 3, 2, 1},
    {8, 8, 7, 6, 5, 4, 3, 2, 1},
    {9, 9, 8, 8, 7, 6, 5, 4, 3, 2, 1},
    {10, 10, 9, 9, 8, 8, 7, 6, 6, 5, 5, 4, 4},
    {11, 11, 11, 10, 10, 9, 8, 8, 7, 7, 6, 6, 5},
    {12, 12, 12, 11, 11, 10, 10, 10, 10, 9, 9, 8, 8},
};

static double chance_at(const struct class *c, int half_hours)
{
    return chance[score[c->rpm][half_hours < HALF_HOURS ? half_hours : HALF_HOURS]];
}

static double sacco_hazard(const struct class *c, int64_t at_ms)
{
    double at = (double)at_ms / (double)MINUTES(30);
    int before = at < HALF_HOURS ? (int)at : HALF_HOURS;
    double p = chance_at(c, before), q = chance_at(c, before + 1);
    return rounded(log(chance_at(c, 0) / (p + (at < HALF_HOURS ? at - before : 0) * (q - p))));
}

static double sacco_ms(const struct class *c, double hazard)
{
    double left = chance_at(c, 0) * exp(-hazard);
    for (int i = 0; i < HALF_HOURS; i++) {
        double p = chance_at(c, i), q = chance_at(c, i + 1);
        if (left > q)
            return (double)MINUTES(30) * (i + (p - left) / (p - q));
    }
    return left >= chance_at(c, HALF_HOURS) - 1e-9 ? (double)MINUTES(30) * HALF_HOURS : HUGE_VAL;
}

/* --- a logistic of time by priority: the shares who die untreated by then ------- */

static const struct {
    double p0, p1, per_min, half_min;
} priority[TRIAGES] = {
    [T1] = {.001, .020, .04, 120}, [T2] = {.0005, .016, .025, 180}, [T3] = {.001, .001, 1, 0}, /* flat */
};

static double share_dead(const struct class *c, double minutes)
{
    double rise = priority[c->triage].p1 - priority[c->triage].p0;
    return priority[c->triage].p0 +
           rise / (1 + exp(-priority[c->triage].per_min * (minutes - priority[c->triage].half_min)));
}

static double logistic_hazard(const struct class *c, int64_t at_ms)
{
    return rounded(log1p(-share_dead(c, 0)) - log1p(-share_dead(c, (double)at_ms / (double)MINUTES(1))));
}

static double logistic_ms(const struct class *c, double hazard)
{
    double dead = 1 - (1 - share_dead(c, 0)) * exp(-hazard) - priority[c->triage].p0,
           rise = priority[c->triage].p1 - priority[c->triage].p0;
    if (hazard <= 0)
        return 0;
    if (dead >= rise)
        return HUGE_VAL;
    double minutes = priority[c->triage].half_min - log(rise / dead - 1) / priority[c->triage].per_min;
    return minutes > 0 ? minutes * (double)MINUTES(1) : 0;
}

/* --- the interface --------------------------------------------------------------- */

enum survival survival_of(enum survival asked, const struct class *c)
{
    if (asked == SACCO_RPM && c->rpm >= 0)
        return SACCO_RPM;
    return asked == PRIORITY_LOGISTIC && c->triage != T4 ? PRIORITY_LOGISTIC : INJURY_CLOCK;
}

double survival_hazard(enum survival m, const struct class *c, int64_t at_ms)
{
    if (m == INJURY_CLOCK)
        return clock_hazard(c, at_ms);
    return m == SACCO_RPM ? sacco_hazard(c, at_ms) : logistic_hazard(c, at_ms);
}

double survival_ms(enum survival m, const struct class *c, double hazard)
{
    if (m == INJURY_CLOCK)
        return clock_ms(c, hazard);
    return m == SACCO_RPM ? sacco_ms(c, hazard) : logistic_ms(c, hazard);
}

double survival_residual(enum survival m, const struct class *c)
{
    if (m == INJURY_CLOCK)
        return 0;
    return rounded(m == SACCO_RPM ? -log(chance_at(c, 0)) : -log1p(-share_dead(c, 0)));
}
