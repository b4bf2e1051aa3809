/* warning.c -- each warning is a question with its sentence. */
#include "warning.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "models_reading.h"
#include "reading.h"
#include "say.h"

__attribute__((format(printf, 2, 3))) static void warn(struct warnings *w, const char *format, ...)
{
    va_list words;
    va_start(words, format);
    vsnprintf(w->text[w->n++], WARNING_SIZE, format, words);
    va_end(words);
}

static void partial(const struct results *r, struct warnings *w)
{
    char done[SAY_SIZE], asked[SAY_SIZE];
    say_count(r->trials_done, done);
    say_count(r->trials_asked, asked);
    if (r->status == PARTIAL)
        warn(w, "Stopped early: %s of %s trials are in.", done, asked);
}

static void defects(const struct results *r, struct warnings *w)
{
    if (r->tally->defects)
        warn(w,
             "%" PRId64
             " survivors would have died under immediate care: a defect in casevac, please report it.",
             r->tally->defects);
}

/* Trials that would tell as much if all had as many casualties: an interval cannot know how bad the
 * worst trials may be when a few of them hold most of the casualties. */
static double trials_alike(const struct tally *t)
{
    const struct ratio *casualties = &t->per_trial[CASUALTIES];
    return (double)casualties->y * (double)casualties->y / (double)casualties->yy;
}

static void few_trials(const struct results *r, struct warnings *w)
{
    double alike = trials_alike(r->tally);
    if (r->trials_done < TRIALS_ENOUGH)
        warn(w, "Fewer than %d trials: intervals may be too narrow. Use --trials %d or more.", TRIALS_ENOUGH,
             TRIALS_ENOUGH);
    else if (alike < ALIKE_ENOUGH)
        warn(w,
             "A few trials hold most of the casualties: all tell no more than %.0f trials alike, "
             "and intervals may be too narrow. Use more --trials.",
             alike);
}

/* Which of the headline shares rest on few; then how many in the groups. */
static void few_events(const struct results *r, struct warnings *w)
{
    char which[WARNING_SIZE / 2] = "";
    int groups = 0;
    for (int g = 0; g < r->frame->groups; g++)
        for (int m = 0; m < MILESTONES; m++) {
            struct portion p = {0};
            if (milestones[m].target)
                p = share_in_time(r->tally, g, (enum milestone)m);
            if (!p.needed || (p.reached >= EVENTS_ENOUGH && p.needed - p.reached >= EVENTS_ENOUGH))
                continue;
            size_t used = strlen(which);
            if (g == 0)
                snprintf(which + used, sizeof which - used, "%s%s", used ? ", " : "", milestones[m].target);
            else
                groups++;
        }
    if (*which)
        warn(w, "Fewer than %d were, or were not, in time for %s: that interval may not hold.", EVENTS_ENOUGH,
             which);
    if (groups)
        warn(w, "%d shares of groups rest on fewer than %d such casualties: see small_sample in shares.csv.",
             groups, EVENTS_ENOUGH);
}

/* A comparison must not rest on one model of how wounds kill. */
static void other_survival(const struct results *r, struct warnings *w)
{
    int model = r->frame->scenario->survival;
    if (model != INJURY_CLOCK)
        warn(w, "Wounds kill by %s, not by the injury clock: casevac compare plays plans under each.",
             survival_says[model]);
}

/* A plan must not look better for leaving people to others. */
static void left_outside(const struct results *r, struct warnings *w)
{
    const struct ratio *outside = tally_outcome(r->tally, 0, OUTSIDE_PROVIDER);
    char left[SAY_SIZE], all[SAY_SIZE];
    if (!r->frame->scenario->eligibility.n || !outside->y)
        return;
    say_count(outside->y, left);
    say_count(outside->n, all);
    warn(w, "%s of %s were not eligible and handed to an outside provider: they are in no count of deaths.",
         left, all);
}

static void nobody(const struct results *r, struct warnings *w)
{
    if (r->tally->trials > 0 && r->tally->per_trial[CASUALTIES].y == 0)
        warn(w, "Nobody was wounded in any trial: there is nothing to measure.");
}

struct warnings warnings_of(const struct results *r)
{
    struct warnings w = {0};
    partial(r, &w);
    defects(r, &w);
    nobody(r, &w);
    other_survival(r, &w);
    left_outside(r, &w);
    few_trials(r, &w);
    few_events(r, &w);
    return w;
}
