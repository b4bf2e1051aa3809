/* models_reading.c -- a sentence for what becomes of the order of plans. */
#include "models_reading.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

// clang-format off
const char *const survival_says[SURVIVALS] = {
    [INJURY_CLOCK] = "the injury clock", [SACCO_RPM] = "Sacco's score", [PRIORITY_LOGISTIC] = "the logistic by category",
};
// clang-format on

int models_listed(const struct comparison *c, enum survival list[SURVIVALS])
{
    int n = 0;
    list[n++] = model_of_comparison(c);
    for (int m = 0; m < SURVIVALS; m++)
        if (m != (int)list[0] && model_panel(c, (enum survival)m))
            list[n++] = (enum survival)m;
    return n;
}

struct orders orders_of(const struct comparison *c, int measure)
{
    struct orders o = {0};
    for (int from = 0; from < c->plan.arms; from++)
        for (int a = from + 1; a < c->plan.arms; a++, o.pairs++)
            o.of[order_of(c, a, from, measure)]++;
    return o;
}

static void add(char text[MODELS_SIZE], const char *more)
{
    size_t length = strlen(text);
    snprintf(text + length, MODELS_SIZE - length, "%s", more);
}

static const char *all_models(const struct comparison *c)
{
    return models_played(c) == 2 ? "both survival models" : "all three survival models";
}

/* --- two plans ------------------------------------------------------------------------ */

/* A model under which `a` is clearly ahead of `b`, the comparison's own if it is one; -1: none. */
static int model_for(const struct comparison *c, int a, int b, int measure)
{
    enum survival list[SURVIVALS];
    int n = models_listed(c, list);
    for (int i = 0; i < n; i++)
        if (clearly_better(&c->measure[measure], model_difference(c, list[i], a, b, measure)) > 0)
            return (int)list[i];
    return -1;
}

/* "0.52 (0.40 to 0.64) less": how far `a` is ahead of `b`, or behind. */
static void lead_says(const struct comparison *c, int model, int a, int b, int measure, char text[SAY_SIZE])
{
    difference_says(&c->measure[measure], model_difference(c, (enum survival)model, a, b, measure), text);
}

/* The two plans of this fate whose difference is largest where it is clear. */
static void find_pair(const struct comparison *c, int measure, enum order fate, int *a, int *b)
{
    double most = -1;
    for (int from = 0; from < c->plan.arms; from++)
        for (int arm = from + 1; arm < c->plan.arms; arm++) {
            if (order_of(c, arm, from, measure) != fate)
                continue;
            int ahead = model_for(c, arm, from, measure), behind = model_for(c, from, arm, measure);
            int m = ahead >= 0 && (behind < 0 || ahead == (int)model_of_comparison(c)) ? ahead : behind;
            double size = fabs(model_difference(c, (enum survival)m, arm, from, measure).value);
            if (!(size > most))
                continue;
            most = size;
            *a = m == ahead ? arm : from;
            *b = m == ahead ? from : arm;
        }
}

/* --- the fate of all ---------------------------------------------------------------------- */

static void reversed_says(const struct comparison *c, int measure, const struct orders *o,
                          char text[MODELS_SIZE])
{
    int a = 0, b = 0;
    char first[PLAN_NAME_SIZE], second[PLAN_NAME_SIZE], ahead[SAY_SIZE], behind[SAY_SIZE], many[64] = "";
    find_pair(c, measure, ORDER_REVERSED, &a, &b);
    int model = model_for(c, a, b, measure), other = model_for(c, b, a, measure);
    plan_says(c, a, first);
    plan_says(c, b, second);
    lead_says(c, model, a, b, measure, ahead);
    lead_says(c, other, a, b, measure, behind);
    if (o->pairs > 1)
        snprintf(many, sizeof many, " (%d of %d pairs are reversed)", o->of[ORDER_REVERSED], o->pairs);
    snprintf(text, MODELS_SIZE,
             "The order of the plans by %s depends on the survival model%s: %s is ahead of %s under %s, "
             "with %s, and behind it under %s, with %s. Do not decide between them by this figure.",
             c->measure[measure].says, many, first, second, survival_says[model], ahead, survival_says[other],
             behind);
}

/* Under which models the two are not clearly apart. */
static void add_open(const struct comparison *c, int a, int b, int measure, char text[MODELS_SIZE])
{
    int n = 0;
    for (int m = 0; m < SURVIVALS; m++)
        if (model_panel(c, (enum survival)m) &&
            !clearly_better(&c->measure[measure], model_difference(c, (enum survival)m, a, b, measure))) {
            add(text, n++ ? " and " : "");
            add(text, survival_says[m]);
        }
}

static void in_part_says(const struct comparison *c, int measure, const struct orders *o,
                         char text[MODELS_SIZE])
{
    int a = 0, b = 0;
    char first[PLAN_NAME_SIZE], second[PLAN_NAME_SIZE], ahead[SAY_SIZE];
    find_pair(c, measure, o->of[ORDER_LOST] ? ORDER_LOST : ORDER_ELSEWHERE, &a, &b);
    int model = model_for(c, a, b, measure);
    plan_says(c, a, first);
    plan_says(c, b, second);
    lead_says(c, model, a, b, measure, ahead);
    snprintf(
        text, MODELS_SIZE,
        "No order of plans by %s is reversed by the survival model, but %d of %d pairs are clearly apart "
        "under some models only: %s is ahead of %s under %s, with %s, but not clearly under ",
        c->measure[measure].says, o->of[ORDER_LOST] + o->of[ORDER_ELSEWHERE], o->pairs, first, second,
        survival_says[model], ahead);
    add_open(c, a, b, measure, text);
    add(text, ".");
}

void order_says(const struct comparison *c, int measure, char text[MODELS_SIZE])
{
    struct orders o = orders_of(c, measure);
    const char *says = c->measure[measure].says;
    if (o.of[ORDER_REVERSED])
        reversed_says(c, measure, &o, text);
    else if (o.of[ORDER_LOST] || o.of[ORDER_ELSEWHERE])
        in_part_says(c, measure, &o, text);
    else if (o.of[ORDER_SAME] == o.pairs)
        snprintf(text, MODELS_SIZE, "The order of the plans by %s is the same under %s.", says,
                 all_models(c));
    else if (o.of[ORDER_SAME])
        snprintf(
            text, MODELS_SIZE,
            "The order of the plans by %s, as far as it is clear (%d of %d pairs), is the same under %s.",
            says, o.of[ORDER_SAME], o.pairs, all_models(c));
    else
        snprintf(text, MODELS_SIZE, "By %s no two plans are clearly apart under any survival model.", says);
}

void order_headline(const struct comparison *c, int measure, char text[SAY_SIZE])
{
    struct orders o = orders_of(c, measure);
    int in_part = o.of[ORDER_LOST] + o.of[ORDER_ELSEWHERE];
    if (o.of[ORDER_REVERSED])
        snprintf(text, SAY_SIZE,
                 "The order of the plans depends on the survival model: %d of %d pairs are reversed",
                 o.of[ORDER_REVERSED], o.pairs);
    else if (in_part)
        snprintf(text, SAY_SIZE,
                 "No order is reversed by the survival model; %d of %d are clear under some only", in_part,
                 o.pairs);
    else if (o.of[ORDER_SAME])
        snprintf(text, SAY_SIZE, "The order of the plans is the same under %s", all_models(c));
    else
        snprintf(text, SAY_SIZE, "No two plans are clearly apart under any survival model");
}

/* The shares in time: the dead leave the queues, so these move too. */
static void add_shares(const struct comparison *c, char text[MODELS_SIZE])
{
    int reversed = 0;
    for (int i = 0; i < c->measures; i++) {
        const struct measure *m = &c->measure[i];
        if (m->unit != PORTION_OF_PEOPLE || !orders_of(c, i).of[ORDER_REVERSED])
            continue;
        add(text, reversed++ ? ", " : " Reversed by the model, too: ");
        add(text, m->says);
    }
    add(text, reversed ? "." : " By no share in time is the order of two plans reversed.");
}

void models_say(const struct comparison *c, char text[MODELS_SIZE])
{
    text[0] = 0;
    if (models_played(c) < 2)
        return;
    order_says(c, measure_called(c, "delay_deaths"), text);
    add_shares(c, text);
}
