/* alone.c -- what the policy and the queues cost, against each casualty served alone. */
#include "data.h"
#include "reading.h"

// clang-format off
const struct column alone_columns[] = {
    { "milestone", WORDING }, { "casualties", 0 }, { "mean_min", 3 }, { "alone_min", 3 }, { "regret_min", 3 },
    { "low_min", 3 }, { "high_min", 3 }, { 0 }
};
// clang-format on

void alone_write(struct table *t, const struct results *r)
{
    for (int m = 0; m < MILESTONES; m++) {
        const struct ratio *alone = &r->tally->alone[m], *regret = &r->tally->regret[m];
        if (!alone->n)
            continue;
        struct interval lost = ratio_mean(regret, r->tally->trials, LEVEL);
        double alone_ms = (double)alone->y / (double)alone->n;
        table_text(t, milestones[m].id);
        table_count(t, alone->n);
        table_minutes(t, alone_ms + lost.value);
        table_minutes(t, alone_ms);
        table_minutes(t, lost.value);
        table_minutes(t, lost.low);
        table_minutes(t, lost.high);
    }
}
