#include "selection.h"

#include <stdlib.h>

#include "base/die.h"
#include "stats/select.h"

/* An observation of a plan is its figure over a batch of trials: near enough to normal for the procedure. The same
 * batch is one observation of every plan, on the same luck. */
enum { BATCH = 256, FIRST_STAGE = 20 };
static const double alpha = 0.05;

/* What the batch just played adds to the sums of an arm, as a ratio. */
struct before {
    int64_t y, n;
};

static double observed(const struct comparison *c, int arm, struct before *before)
{
    const struct ratio *r = panel_ratio(c->panel, arm, c->measure[c->by].figure, EVERYBODY);
    int64_t y = r->y - before->y, n = r->n - before->n;
    *before = (struct before){r->y, r->n};
    /* A batch in which nobody needed it tells nothing: the figure so far stands in. */
    return n ? (double)y / (double)n : r->n ? (double)r->y / (double)r->n : 0;
}

static void drop_the_beaten(struct comparison *c, const struct selection *s)
{
    for (int a = 0; a < c->plan.arms; a++)
        if (!selection_in(s, a))
            panel_drop(c->panel, a);
}

void selection_play(struct comparison *c)
{
    int arms = c->plan.arms;
    struct selection *s =
        selection_new(arms, c->plan.delta, alpha, FIRST_STAGE, c->measure[c->by].more_is_better);
    struct before *before = must_alloc((size_t)arms, sizeof *before);
    double *x = must_alloc((size_t)arms, sizeof *x);
    c->selection_batch = BATCH;
    while (selection_best(s) < 0 && panel_done(c->panel) + BATCH <= c->plan.trials) {
        if (!panel_play(c->panel, panel_done(c->panel) + BATCH))
            break;
        for (int a = 0; a < arms; a++)
            if (selection_in(s, a))
                x[a] = observed(c, a, &before[a]);
        selection_observe(s, x);
        if (selection_best(s) < 0)
            drop_the_beaten(c, s);
    }
    c->selected = selection_best(s);
    selection_free(s);
    free(before);
    free(x);
}
