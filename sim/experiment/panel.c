#include "experiment/panel.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/interrupt.h"
#include "crew.h"
#include "panel_sums.h"
#include "queues.h"
#include "reasons.h"
#include "shared.h"
#include "world/world.h"

struct panel {
    struct panel_plan plan;
    struct world **world; /* [arm] */
    struct frame **frame; /* [arm] */
    bool *plays;          /* [arm] */
    int64_t done, until;  /* trials; of this round */
    int jobs;
    struct worker *worker; /* [jobs] */
    struct panel_sums *sums;
    struct mishaps mishaps;
};

struct worker {
    struct panel *panel;
    struct trial **trial;    /* [arm] */
    struct trial **playing;  /* [arm]: NULL where the arm was dropped */
    struct panel_sums *sums; /* NULL between rounds */
    struct shared *shared;
    struct reasons *reasons;
    struct queues *queues;
    struct mishaps mishaps;
    char apart[64]; /* keeps two workers off one cache line */
};

/* --- making ----------------------------------------------------------------------- */

static void worker_start(struct worker *w, struct panel *p)
{
    int arms = p->plan.arms;
    w->panel = p;
    w->trial = must_alloc((size_t)arms, sizeof *w->trial);
    w->playing = must_alloc((size_t)arms, sizeof *w->playing);
    for (int a = 0; a < arms; a++)
        w->playing[a] = w->trial[a] = trial_new(p->frame[a]);
    w->shared = shared_new(arms);
    w->reasons = reasons_new();
    w->queues = queues_new();
}

struct panel *panel_new(const struct panel_plan *plan)
{
    struct panel *p = must_alloc(1, sizeof *p);
    size_t arms = (size_t)plan->arms;
    p->plan = *plan;
    p->jobs = plan->jobs > 0 ? plan->jobs : 1;
    p->world = must_alloc(arms, sizeof(struct world *));
    p->frame = must_alloc(arms, sizeof(struct frame *));
    p->plays = must_alloc(arms, sizeof *p->plays);
    p->worker = must_alloc((size_t)p->jobs, sizeof *p->worker);
    for (int a = 0; a < plan->arms; a++) {
        p->world[a] = world_new(plan->arm[a].scenario);
        p->frame[a] = frame_of_everybody(p->world[a]);
        p->plays[a] = true;
    }
    for (int i = 0; i < p->jobs; i++)
        worker_start(&p->worker[i], p);
    p->sums = panel_sums_new(&p->plan, p->frame);
    return p;
}

static void worker_free(struct worker *w)
{
    for (int a = 0; a < w->panel->plan.arms; a++)
        trial_free(w->trial[a]);
    free(w->trial);
    free(w->playing);
    shared_free(w->shared);
    reasons_free(w->reasons);
    queues_free(w->queues);
}

void panel_free(struct panel *p)
{
    if (!p)
        return;
    for (int i = 0; i < p->jobs; i++)
        worker_free(&p->worker[i]);
    panel_sums_free(p->sums, &p->plan);
    for (int a = 0; a < p->plan.arms; a++) {
        frame_free(p->frame[a]);
        world_free(p->world[a]);
    }
    free(p->worker);
    free(p->plays);
    free(p->frame);
    free(p->world);
    free(p);
}

/* --- playing ------------------------------------------------------------------------ */

/* A trial counts when all arms lived through it. */
static enum ending run_all_arms(struct worker *w, struct luck luck, const struct trial **ran, int *n)
{
    int arms = w->panel->plan.arms;
    enum ending ending = LIVED;
    *n = 0;
    for (int a = 0; a < arms && ending == LIVED; a++)
        if (w->playing[a]) {
            ending = trial_run(w->playing[a], luck, NULL);
            ran[(*n)++] = w->playing[a];
        }
    for (int a = 0; a < arms && ending == LIVED; a++)
        if (w->playing[a] && w->sums->arm[a].tally)
            trial_count(w->playing[a], w->sums->arm[a].tally);
    return ending;
}

static void tell(const struct worker *w, int64_t number)
{
    const struct panel_plan *p = &w->panel->plan;
    for (int f = 0; f < p->figures; f++)
        for (int a = 0; a < p->arms; a++) {
            int64_t y, n;
            if (!w->playing[a])
                continue;
            figure_count(&p->figure[f], w->playing[a], NULL, &y, &n);
            p->listen(p->listener, (int)(w - w->panel->worker), number, a, f, y, n);
        }
}

static void add_up(struct worker *w, int64_t number, const struct trial *const *ran, int n)
{
    const struct panel_plan *p = &w->panel->plan;
    if (p->parts)
        shared_find(w->shared, ran, n);
    panel_sums_add(w->sums, p, w->playing, number, p->parts ? w->shared : NULL, w->reasons, w->queues);
    if (p->listen)
        tell(w, number);
}

static bool play_block(void *of, int64_t block)
{
    struct worker *w = of;
    const struct panel *p = w->panel;
    const struct trial *ran[ARMS_MOST];
    int64_t first = p->done + block * BLOCK, end = first + BLOCK < p->until ? first + BLOCK : p->until;
    for (int64_t number = first; number < end; number++) {
        int n;
        enum ending ending = run_all_arms(w, (struct luck){p->plan.seed, (uint64_t)number}, ran, &n);
        if (ending == LIVED)
            add_up(w, number, ran, n);
        if (!mishaps_note(&w->mishaps, ending, number, ran[n - 1]) ||
            (number + 1 < end && interrupt_presses())) {
            w->mishaps.unplayed += end - number - (ending != THROWN_AWAY);
            return false;
        }
    }
    return true;
}

bool panel_play(struct panel *p, int64_t until)
{
    void **workers = must_alloc((size_t)p->jobs, sizeof *workers);
    int64_t blocks = until > p->done ? (until - p->done + BLOCK - 1) / BLOCK : 0;
    struct progress progress = progress_new(p->plan.doing, until - p->done);
    p->until = until;
    for (int i = 0; i < p->jobs; i++) {
        workers[i] = &p->worker[i];
        p->worker[i].sums = panel_sums_new(&p->plan, p->frame);
    }
    struct crew crew = {p->jobs, workers, play_block, &progress};
    int64_t end = crew_play(&crew, 0, blocks);
    for (int i = 0; i < p->jobs; i++) {
        panel_sums_merge(p->sums, p->worker[i].sums, &p->plan);
        panel_sums_free(p->worker[i].sums, &p->plan);
        p->worker[i].sums = NULL;
        mishaps_merge(&p->mishaps, &p->worker[i].mishaps);
        p->worker[i].mishaps = (struct mishaps){0};
    }
    int64_t stands = p->done + end * BLOCK;
    p->done = end == blocks && until > p->done ? until : stands;
    progress_end(&progress, end * BLOCK);
    free(workers);
    return end == blocks && !p->mishaps.unplayed;
}

void panel_drop(struct panel *p, int arm)
{
    p->plays[arm] = false;
    for (int i = 0; i < p->jobs; i++)
        p->worker[i].playing[arm] = NULL;
}

/* --- reading ---------------------------------------------------------------------------- */

int64_t panel_done(const struct panel *p)
{
    return p->done;
}

int64_t panel_kept(const struct panel *p)
{
    return p->done - mishaps_left_out(&p->mishaps);
}

const struct mishaps *panel_mishaps(const struct panel *p)
{
    return &p->mishaps;
}

int64_t panel_trials(const struct panel *p, int arm)
{
    return p->sums->trials[arm];
}

const struct panel_plan *panel_plan_of(const struct panel *p)
{
    return &p->plan;
}

const struct frame *panel_frame(const struct panel *p, int arm)
{
    return p->frame[arm];
}

const struct ratio *panel_ratio(const struct panel *p, int arm, int figure, enum part part)
{
    return alone_of(p->sums, &p->plan, arm, figure, part);
}

const struct paired *panel_pair(const struct panel *p, int a, int b, int figure, enum part part)
{
    return pair_of(p->sums, &p->plan, a, b, figure, part);
}

const struct arm_sums *panel_sums(const struct panel *p, int arm)
{
    return &p->sums->arm[arm];
}

struct standing panel_standing(const struct panel *p, int arm, int figure)
{
    return p->sums->rank[figure * p->plan.arms + arm];
}

struct interval panel_value(const struct panel *p, int arm, int figure, enum part part, double level)
{
    const struct ratio *r = panel_ratio(p, arm, figure, part);
    int64_t trials = panel_trials(p, arm);
    return p->plan.figure[figure].kind == TOTAL ? ratio_mean(r, trials, level)
                                                : ratio_share(r, trials, level);
}

struct interval panel_difference(const struct panel *p, int arm, int from, int figure, enum part part,
                                 double level)
{
    bool turned = arm < from;
    const struct paired *pair = panel_pair(p, turned ? arm : from, turned ? from : arm, figure, part);
    struct interval d = paired_difference(pair, level); /* a - b */
    return turned ? d : (struct interval){-d.value, -d.high, -d.low};
}
