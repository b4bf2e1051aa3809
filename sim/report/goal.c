/* goal.c -- met, or missed, and how surely. */
#include "goal.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include "base/unit.h"
#include "evac/figure.h"
#include "reading.h"
#include "report/report.h"

/* -1: nobody. */
static int group_of(const struct goal *g, const struct frame *f)
{
    if (g->people && f->first_affiliation >= 0)
        return f->first_affiliation + g->people - FIRST_AFFILIATION;
    if (g->people > FIRST_AFFILIATION + UN)
        return -1;
    for (int i = 0; *g->sector && i < f->groups; i++)
        if (!strcmp(f->group[i].dimension, "sector") && !strcmp(f->group[i].name, g->sector))
            return i;
    return 0; /* a dimension of one sector, or of the UN alone, is left out: it is everybody */
}

static struct interval found_for(const struct goal *g, const struct tally *t)
{
    if (!goal_is_share(g))
        return ratio_per_trial(&t->per_trial[goal_total(g)], t->trials, LEVEL);
    int group = group_of(g, t->frame);
    if (group < 0)
        return (struct interval){NAN, NAN, NAN};
    struct curve c = tally_curve(t, group, goal_milestone(g));
    return curve_share(&c, goal_within_ms(g), LEVEL);
}

struct verdict goal_verdict_of(const struct goal *g, struct interval found)
{
    struct verdict v = {.found = found, .state = GOAL_OPEN};
    if (isnan(found.value))
        return v;
    bool share = goal_is_share(g);
    double bound = share ? g->at_least : g->at_most, worst = share ? found.low : found.high,
           best = share ? found.high : found.low;
    bool met = share ? found.value >= bound : found.value <= bound;
    v.state = met ? GOAL_MET : GOAL_MISSED;
    if (!isnan(worst))
        v.sure = met ? (share ? worst >= bound : worst <= bound) : (share ? best < bound : best > bound);
    return v;
}

struct verdict goal_verdict(const struct goal *g, const struct tally *t)
{
    return goal_verdict_of(g, found_for(g, t));
}

bool report_goals_missed(const struct results *r)
{
    const struct goals *goals = &r->scenario->goals;
    for (int i = 0; i < goals->n; i++)
        if (goal_verdict(&goals->at[i], r->tally).state == GOAL_MISSED)
            return true;
    return false;
}

/* --- in words ------------------------------------------------------------------ */

void goal_says(const struct goal *g, char text[GOAL_SIZE])
{
    char bound[SAY_SIZE], within[SAY_SIZE], sector[80] = "";
    if (!goal_is_share(g)) {
        figure_write(g->at_most, g->of == GOAL_COST ? 0 : 2, bound);
        snprintf(text, GOAL_SIZE, "at most %.40s %s a trial", bound,
                 g->of == GOAL_COST     ? "of cost"
                 : g->of == GOAL_DEATHS ? "deaths"
                                        : "delay-attributable deaths");
        return;
    }
    say_percent(g->at_least, 0, bound);
    say_minutes((double)goal_within_ms(g), within);
    if (*g->sector)
        say_name(g->sector, 16, sector, sizeof sector);
    const struct milestone_word *m = &milestones[goal_milestone(g)];
    const char *whose = g->people ? affiliation_words[g->people - FIRST_AFFILIATION] : sector;
    snprintf(text, GOAL_SIZE, "%.40s %s within %.40s, %s%s%s", bound, m->says, within, m->who,
             *sector     ? ", in "
             : g->people ? ", "
                         : "",
             whose);
}

void verdict_says(const struct goal *g, struct verdict v, char text[GOAL_SIZE])
{
    static const char *const words[] = {"met", "missed", "nobody it speaks of"};
    char found[SAY_SIZE];
    if (v.state == GOAL_OPEN) {
        snprintf(text, GOAL_SIZE, "%s", words[v.state]);
        return;
    }
    if (goal_is_share(g))
        say_share(v.found, found);
    else
        figure_write(v.found.value, g->of == GOAL_COST ? 0 : 2, found);
    snprintf(text, GOAL_SIZE, "%s%s: %.100s", words[v.state], v.sure ? "" : ", but not surely", found);
}
