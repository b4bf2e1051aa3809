#include "world/injury.h"

#include <math.h>

/* What leaves libm is rounded: hazards to 1e-9, times to ms. */
static double rounded(double hazard)
{
    return nearbyint(hazard * 1e9) / 1e9;
}

static double one_off(double risk)
{
    return risk < 1 ? rounded(-log1p(-risk)) : HUGE_VAL;
}

void injury_begin(struct injury *i, enum survival asked, const struct class *c, double tolerance,
                  bool operation)
{
    enum survival model = survival_of(asked, c);
    *i = (struct injury){.class = c,
                         .model = model,
                         .residual = operation || !c->duty ? survival_residual(model, c) : 0,
                         .tolerance = tolerance,
                         .slowed = 1,
                         .care = NO_CARE};
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
    if (i->model != INJURY_CLOCK && level >= DCS)
        return 0;
    return level == DCS && !i->blood && c->no_blood_dcs >= 0 ? c->no_blood_dcs : c->slowed[level];
}

static double risk_of(const struct injury *i, enum care level)
{
    if (i->model != INJURY_CLOCK)
        return 0;
    if (level == DCS)
        return dcs_risk(i->class, i->blood);
    return level == DEF ? def_risk(i->class, i->no_icu) : 0;
}

/* What the wound takes from now until then under the care in force. */
static double met(const struct injury *i, int64_t at_ms)
{
    return i->slowed *
           (survival_hazard(i->model, i->class, at_ms) - survival_hazard(i->model, i->class, i->since_ms));
}

static void bear_residual(struct injury *i)
{
    i->spent += i->residual;
    i->residual = 0;
}

bool injury_treat(struct injury *i, enum care level, int64_t at_ms)
{
    if ((int)level <= i->care)
        return true;
    if (injury_runs(i))
        i->spent += met(i, at_ms);
    i->since_ms = at_ms;
    if (level >= DCS || at_ms >= RESIDUAL_AFTER_MS)
        bear_residual(i);
    double risk = risk_of(i, level);
    if (risk > 0)
        i->spent += one_off(risk);
    i->slowed = factor_of(i, level);
    i->care = (int)level;
    i->blood |= level == DCR;
    return i->spent < i->tolerance;
}

/* When so much more is spent. */
static int64_t spent_ms(const struct injury *i, double more)
{
    if (i->slowed <= 0)
        return INT64_MAX;
    double at_hazard = survival_hazard(i->model, i->class, i->since_ms) + more / i->slowed;
    double at_ms = survival_ms(i->model, i->class, at_hazard);
    if (!(at_ms < 9e15))
        return INT64_MAX;
    int64_t ms = llround(at_ms);
    return ms > i->since_ms ? ms : i->since_ms;
}

int64_t injury_death_ms(const struct injury *i)
{
    if (i->class->killed)
        return 0;
    if (!injury_runs(i))
        return INT64_MAX;
    double left = i->tolerance - i->spent;
    if (i->residual <= 0)
        return spent_ms(i, left);
    int64_t before = spent_ms(i, left);
    if (before <= RESIDUAL_AFTER_MS)
        return before;
    int64_t after =
        met(i, RESIDUAL_AFTER_MS) + i->residual >= left ? RESIDUAL_AFTER_MS : spent_ms(i, left - i->residual);
    return after > RESIDUAL_AFTER_MS ? after : RESIDUAL_AFTER_MS;
}

bool injury_unavoidable(enum survival asked, const struct class *c, double tolerance, bool operation,
                        int64_t follow_up_ms)
{
    enum survival model = survival_of(asked, c);
    if (c->killed)
        return true;
    if (model != INJURY_CLOCK)
        return (operation || !c->duty) && survival_residual(model, c) >= tolerance;
    double spent = 0;
    if ((operation || !c->duty) && c->dcs_risk > 0)
        spent += one_off(dcs_risk(c, true));
    if (c->duty)
        return spent >= tolerance;
    if (c->def_risk > 0)
        spent += one_off(c->def_risk);
    return spent + c->slowed[DEF] * survival_hazard(INJURY_CLOCK, c, follow_up_ms) >= tolerance;
}
