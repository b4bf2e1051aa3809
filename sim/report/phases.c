/* phases.c -- where the time went, and how it ended. */
#include <math.h>
#include "data.h"
#include "reading.h"

// clang-format off
const struct column phase_columns[] = {
    { "dimension", WORDING }, { "group", WORDING }, { "milestone", WORDING }, { "phase", WORDING }, { "cause", WORDING },
    { "mean_min", 4 }, { "needed", 0 }, { 0 }
};

const struct column outcome_columns[] = {
    { "dimension", WORDING }, { "group", WORDING }, { "outcome", WORDING }, { "count", 0 }, { "casualties", 0 },
    { "share", 5 }, { "share_low", 5 }, { "share_high", 5 }, { "small_sample", WORDING }, { 0 }
};
// clang-format on

static void phase_row(struct table *t, const struct results *r, int group, enum milestone m,
                      const char *phase, const char *cause, double mean_ms)
{
    table_group(t, r, group);
    table_text(t, milestones[m].id);
    table_text(t, phase);
    table_text(t, cause);
    table_minutes(t, mean_ms);
    table_count(t, tally_needed(r->tally, group, m)->n);
}

void phases_write(struct table *t, const struct results *r)
{
    for (int group = 0; group < r->frame->groups; group++)
        for (int i = 0; i < MILESTONES; i++) {
            enum milestone m = (enum milestone)i;
            if (tally_needed(r->tally, group, m)->n == 0)
                continue;
            for (int w = 0; w < WAITS; w++)
                phase_row(t, r, group, m, phase_ids[waits[w].phase], waits[w].cause,
                          mean_wait_ms(r->tally, group, m, (enum wait)w));
            phase_row(t, r, group, m, "total", NULL, mean_total_ms(r->tally, group, m));
        }
}

void outcomes_write(struct table *t, const struct results *r)
{
    for (int group = 0; group < r->frame->groups; group++)
        for (int outcome = 0; outcome < OUTCOME_COUNTS; outcome++) {
            struct portion s = share_of_outcome(r->tally, group, outcome);
            table_group(t, r, group);
            table_text(t, outcome_ids[outcome]);
            table_count(t, s.reached);
            table_count(t, s.needed);
            table_interval(t, s.of);
            table_text(t, s.few ? "yes" : "no");
        }
}
