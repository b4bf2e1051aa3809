#include "world/injury.h"

#include <math.h>

/* What leaves libm is rounded: hazards to 1e-9, times to ms. */
static double rounded(double hazard)
{
    return nearbyint(hazard * 1e9) / 1e9;
}

static double power(double x, double shape)
{
    return shape == 1 ? x : pow(x, shape);
}

/* H(t) = (t / scale)^shape: the untreated cumulative hazard. */
static double hazard(const struct class *c, int64_t at_ms)
{
    if (!c->scale_ms)
        return 0;
    return rounded(power((double)at_ms / (double)c->scale_ms, c->shape));
}

static double one_off(double risk)
{
    return risk < 1 ? rounded(-log1p(-risk)) : HUGE_VAL;
}

struct injury injury_of(const struct class *c, double tolerance)
{
    return (struct injury){.class = c, .tolerance = tolerance, .slowed = 1, .care = NO_CARE};
}

static double dcs_risk(const struct class *c, bool blood)
{
    double risk = c->dcs_risk * (blood ? 1 : c->no_blood_risk);
    return risk < 1 ? risk : 1;
}

static double def_risk(const struct class *c, bool no_icu)
{
    double risk = c->def_risk * (no_icu ? c->no_icu_risk : 1);
    return risk < 1 ? risk : 1;
}

static double factor_of(const struct injury *i, enum care level)
{
    const struct class *c = i->class;
    return level == DCS && !i->blood && c->no_blood_dcs >= 0 ? c->no_blood_dcs : c->slowed[level];
}

static double risk_of(const struct injury *i, enum care level)
{
    if (level == DCS)
        return dcs_risk(i->class, i->blood);
    return level == DEF ? def_risk(i->class, i->no_icu) : 0;
}

bool injury_treat(struct injury *i, enum care level, int64_t at_ms)
{
    if ((int)level <= i->care)
        return true;
    i->spent += i->slowed * (hazard(i->class, at_ms) - hazard(i->class, i->since_ms));
    i->since_ms = at_ms;
    double risk = risk_of(i, level);
    if (risk > 0)
        i->spent += one_off(risk);
    i->slowed = factor_of(i, level);
    i->care = (int)level;
    i->blood |= level == DCR;
    return i->spent < i->tolerance;
}

int64_t injury_death_ms(const struct injury *i)
{
    const struct class *c = i->class;
    if (c->killed)
        return 0;
    if (!c->scale_ms || i->slowed <= 0)
        return INT64_MAX;
    double at_hazard = hazard(c, i->since_ms) + (i->tolerance - i->spent) / i->slowed;
    double at_ms = (double)c->scale_ms * power(at_hazard, 1 / c->shape);
    if (!(at_ms < 9e15))
        return INT64_MAX;
    int64_t ms = llround(at_ms);
    return ms > i->since_ms ? ms : i->since_ms;
}

bool injury_unavoidable(const struct class *c, double tolerance, bool operation, int64_t follow_up_ms)
{
    if (c->killed)
        return true;
    double spent = 0;
    if ((operation || !c->duty) && c->dcs_risk > 0)
        spent += one_off(dcs_risk(c, true));
    if (c->duty)
        return spent >= tolerance;
    if (c->def_risk > 0)
        spent += one_off(c->def_risk);
    return spent + c->slowed[DEF] * hazard(c, follow_up_ms) >= tolerance;
}
