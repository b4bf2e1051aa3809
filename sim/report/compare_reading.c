/* compare_reading.c -- one place where each figure of a comparison is worked out and put in words. */
#include "compare_reading.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/unit.h"
#include "models_reading.h"
#include "reading.h"

void plan_says(const struct comparison *c, int arm, char text[PLAN_NAME_SIZE])
{
    say_id(c->plan.arm[arm].name, PLAN_NAME, text, PLAN_NAME_SIZE);
}

/* --- figures in words ------------------------------------------------------------- */

/* Of a measure as people read it: points, minutes. */
static double scale_of(const struct measure *m)
{
    return m->unit == PORTION_OF_PEOPLE ? 100 : m->unit == MILLISECONDS ? 1.0 / (double)MINUTES(1) : 1;
}

static int decimals_for(const struct measure *m, double width)
{
    if (m->unit == MONEY_A_TRIAL)
        return 0;
    if (m->unit == DEATHS_A_TRIAL)
        return 2;
    return width < 0.15 ? 2 : width < 4 ? 1 : 0;
}

void value_says(const struct measure *m, struct interval v, char text[SAY_SIZE])
{
    char low[32], high[32], value[32];
    double scale = scale_of(m);
    int decimals = decimals_for(m, (v.high - v.low) * scale);
    if (isnan(v.value)) {
        snprintf(text, SAY_SIZE, "%s", m->unit == MILLISECONDS ? "not reached" : "nobody");
        return;
    }
    figure_write(v.value * scale, decimals, value);
    figure_write(v.low * scale, decimals, low);
    figure_write(v.high * scale, decimals, high);
    snprintf(text, SAY_SIZE, "%s%s (%s–%s)", value,
             m->unit == PORTION_OF_PEOPLE ? " %"
             : m->unit == MILLISECONDS    ? " min"
                                          : "",
             *low ? low : "?", *high ? high : "?");
}

static void size_says(const struct measure *m, struct interval d, int decimals, char text[SAY_SIZE])
{
    char value[32], low[32], high[32];
    double scale = scale_of(m), sign = d.value < 0 ? -1 : 1;
    figure_write(fabs(d.value) * scale, decimals, value);
    figure_write((sign < 0 ? -d.high : d.low) * scale, decimals, low);
    figure_write((sign < 0 ? -d.low : d.high) * scale, decimals, high);
    bool one = !strcmp(value, "1");
    const char *unit = m->unit == PORTION_OF_PEOPLE ? (one ? " point" : " points")
                       : m->unit == MILLISECONDS    ? " min"
                                                    : "";
    snprintf(text, SAY_SIZE, "%s%s (%s to %s)", value, unit, *low ? low : "?", *high ? high : "?");
}

void difference_says(const struct measure *m, struct interval d, char text[SAY_SIZE])
{
    char size[SAY_SIZE];
    if (isnan(d.value)) {
        snprintf(text, SAY_SIZE, "not reached by both");
        return;
    }
    if (d.value == 0 && d.low == 0 && d.high == 0) {
        snprintf(text, SAY_SIZE, "no difference");
        return;
    }
    size_says(m, d, decimals_for(m, (d.high - d.low) * scale_of(m)), size);
    snprintf(text, SAY_SIZE, "%.90s %s", size, d.value < 0 ? "less" : "more");
}

/* --- the answer ------------------------------------------------------------------------ */

int best_arm(const struct comparison *c)
{
    int best = 0;
    double most = NAN;
    for (int a = 0; a < c->plan.arms; a++) {
        double v = comparison_value(c, a, c->by).value * (c->measure[c->by].more_is_better ? 1 : -1);
        if (isnan(most) || v > most) {
            best = a;
            most = v;
        }
    }
    return best;
}

/* What is gained, said of the measure: "of those who need it in surgery within 2 h". */
static void gain_says(const struct measure *m, struct interval d, char text[2 * SAY_SIZE])
{
    char size[SAY_SIZE];
    difference_says(m, d, size);
    if (m->unit == PORTION_OF_PEOPLE)
        snprintf(text, 2 * SAY_SIZE, "%s %s", size, m->says);
    else
        snprintf(text, 2 * SAY_SIZE, "%s in %s a trial", size, m->says);
}

static void append(char text[COMPARE_SIZE], const char *more)
{
    size_t length = strlen(text);
    snprintf(text + length, COMPARE_SIZE - length, "%s", more);
}

/* The plans whose difference from `best` is in doubt, as a list. */
static int list_not_different(const struct comparison *c, int best, char names[COMPARE_SIZE])
{
    int n = 0;
    names[0] = 0;
    for (int a = 0; a < c->plan.arms; a++) {
        if (a == best)
            continue;
        char name[PLAN_NAME_SIZE];
        struct interval d = comparison_difference(c, best, a, c->by, level_of_all_pairs(c));
        if (clearly_better(&c->measure[c->by], d) != 0)
            continue;
        plan_says(c, a, name);
        if (n++)
            append(names, ", ");
        append(names, name);
    }
    return n;
}

static void no_gain_says(const struct comparison *c, char text[COMPARE_SIZE])
{
    const struct measure *m = &c->measure[c->by];
    int worse = 0;
    for (int a = 1; a < c->plan.arms; a++)
        worse += clearly_better(m, comparison_difference(c, a, 0, c->by, level_with_baseline(c))) < 0;
    if (worse == c->plan.arms - 1)
        snprintf(text, COMPARE_SIZE, "%s clearly worse than the scenario as it is (%s).",
                 worse == 1 ? "The plan is" : "Every plan is", m->says);
    else if (worse)
        snprintf(text, COMPARE_SIZE,
                 "No plan is clearly better than the scenario as it is (%s); %d of %d clearly worse.",
                 m->says, worse, c->plan.arms - 1);
    else
        snprintf(text, COMPARE_SIZE, "No clear difference between %s and the scenario as it is (%s).",
                 c->plan.arms == 2 ? "the plan" : "the plans", m->says);
}

void comparison_says(const struct comparison *c, char text[COMPARE_SIZE])
{
    int best = best_arm(c);
    const struct measure *m = &c->measure[c->by];
    struct interval d = {0}; /* nothing is paired with itself */
    if (best)
        d = comparison_difference(c, best, 0, c->by, level_with_baseline(c));
    char name[PLAN_NAME_SIZE], gain[2 * SAY_SIZE], others[COMPARE_SIZE];
    if (clearly_better(m, d) <= 0) {
        no_gain_says(c, text);
        return;
    }
    plan_says(c, best, name);
    gain_says(m, d, gain);
    snprintf(text, COMPARE_SIZE, "%s: %s than the scenario as it is", name, gain);
    int doubtful = list_not_different(c, best, others);
    if (doubtful) {
        append(text, "; ");
        append(text, others);
        append(text,
               doubtful == 1 ? " is not clearly different from it" : " are not clearly different from it");
    }
    append(text, ".");
}

/* --- reasons ----------------------------------------------------------------------------- */

static const struct clock_sums *clock_of(const struct comparison *c, int arm, enum reasons_clock k)
{
    return &panel_sums(c->panel, arm)->clock[k];
}

struct interval reason_value(const struct comparison *c, int arm, enum reasons_clock k, enum wait w)
{
    const struct clock_sums *s = clock_of(c, arm, k);
    return sections_mean(&s->waited[w], &s->needed, LEVEL);
}

/* The waits that belong together, added up. */
static struct sectioned_sum waits_in(const struct clock_sums *s, int phase)
{
    struct sectioned_sum sum = {{0}};
    for (int w = 0; w < WAITS; w++)
        for (int i = 0; (phase < 0 || (int)waits[w].phase == phase) && i < SECTIONS; i++)
            sum.y[i] += s->waited[w].y[i];
    return sum;
}

struct interval reason_difference(const struct comparison *c, int arm, enum reasons_clock k, enum wait w)
{
    const struct clock_sums *a = clock_of(c, arm, k), *b = clock_of(c, 0, k);
    return sections_mean_difference(&a->waited[w], &a->needed, &b->waited[w], &b->needed, LEVEL);
}

static struct interval summed_difference(const struct comparison *c, int arm, enum reasons_clock k, int phase)
{
    const struct clock_sums *a = clock_of(c, arm, k), *b = clock_of(c, 0, k);
    struct sectioned_sum ya = waits_in(a, phase), yb = waits_in(b, phase);
    return sections_mean_difference(&ya, &a->needed, &yb, &b->needed, LEVEL);
}

struct interval phase_difference(const struct comparison *c, int arm, enum reasons_clock k, enum phase p)
{
    return summed_difference(c, arm, k, (int)p);
}

struct interval total_difference(const struct comparison *c, int arm, enum reasons_clock k)
{
    return summed_difference(c, arm, k, -1);
}

/* --- provenance ----------------------------------------------------------------------------- */

struct provenance provenance_of_comparison(const struct comparison *c)
{
    const struct tally *t = panel_sums(c->panel, 0)->tally;
    struct provenance p = {
        .command = "compare",
        .scenario = c->plan.arm[0].scenario,
        .arm = c->plan.arm,
        .arms = c->plan.arms,
        .seed = c->plan.seed,
        .trials_asked = c->plan.trials,
        .trials_done = t->trials,
        .casualties = t->per_trial[CASUALTIES].y,
        .events = t->events,
        .status = c->status,
        .mishaps = *panel_mishaps(c->panel),
        .wall_s = c->wall_s,
        .cpu_s = c->cpu_s,
        .jobs = c->plan.jobs,
    };
    enum survival list[SURVIVALS];
    for (int i = models_listed(c, list); i-- > 0;)
        p.models[i] = survival_words[list[i]];
    return p;
}
