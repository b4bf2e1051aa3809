#include "experiment/experiment.h"

#include <stdlib.h>
#include <time.h>

#include "base/die.h"
#include "base/interrupt.h"
#include "crew.h"
#include "evac/trial.h"
#include "world/world.h"

/* Where rows are written, or a precision is checked, blocks are played in rounds. */
enum { ROUND_BLOCKS = 64, FIRST_CHECK = 16 };

struct block_rows { /* what a block wrote, until its turn comes */
    char *text[ROWS_MAX];
    size_t length[ROWS_MAX];
};

struct experiment {
    const struct study *study;
    struct world *world;
    struct frame *frame;
    int jobs;                               /* never more than there are blocks */
    int64_t blocks, round_start, round_end; /* blocks of this round */
    struct block_rows *rows;                /* [block - round_start]; NULL: none wanted */
    struct progress progress;
};

struct worker {
    struct experiment *experiment;
    struct trial *trial;
    struct tally *tally;
    struct mishaps mishaps;
    char apart[64]; /* keeps two workers off one cache line */
};

static int64_t block_end(const struct experiment *x, int64_t block)
{
    int64_t end = (block + 1) * BLOCK;
    return end < x->study->trials ? end : x->study->trials;
}

static FILE *open_text(char **text, size_t *length)
{
    FILE *f = open_memstream(text, length);
    if (!f)
        die(EXIT_MEMORY, "out of memory for the rows of a block of trials");
    return f;
}

static void close_text(FILE *f)
{
    if (fclose(f))
        die(EXIT_MEMORY, "out of memory for the rows of a block of trials");
}

/* Trials `first` to `end` - 1; false: stopped before the end. */
static bool play_trials(struct worker *w, int64_t first, int64_t end, FILE *const to[ROWS_MAX])
{
    const struct study *s = w->experiment->study;
    for (int64_t n = first; n < end; n++) {
        enum ending ending = trial_run(w->trial, (struct luck){s->seed, (uint64_t)n}, w->tally);
        for (int i = 0; i < ROWS_MAX && ending == LIVED; i++)
            if (to[i])
                s->rows[i].write(to[i], w->trial, n);
        if (!mishaps_note(&w->mishaps, ending, n, w->trial) || (n + 1 < end && interrupt_presses())) {
            w->mishaps.unplayed += end - n - (ending != THROWN_AWAY);
            return false;
        }
    }
    return true;
}

/* Tallies are integers and merge exactly: neither the number of workers nor the order in which
 * they finish can change a result. */
static bool block_run(void *of, int64_t block)
{
    struct worker *w = of;
    struct experiment *x = w->experiment;
    FILE *to[ROWS_MAX] = {0};
    struct block_rows *rows = x->rows ? &x->rows[block - x->round_start] : NULL;
    for (int i = 0; i < ROWS_MAX && rows; i++)
        if (x->study->rows[i].write)
            to[i] = open_text(&rows->text[i], &rows->length[i]);
    bool whole = play_trials(w, block * BLOCK, block_end(x, block), to);
    for (int i = 0; i < ROWS_MAX; i++)
        if (to[i])
            close_text(to[i]);
    return whole;
}

static void run_round(struct experiment *x, struct worker *workers)
{
    void **of = must_alloc((size_t)x->jobs, sizeof *of);
    for (int i = 0; i < x->jobs; i++)
        of[i] = &workers[i];
    struct crew crew = {x->jobs, of, block_run, &x->progress};
    x->round_end = crew_play(&crew, x->round_start, x->round_end);
    free(of);
}

/* False: the disk takes no more, and playing on would be for nothing. */
static bool write_rows(struct experiment *x)
{
    bool written = true;
    for (int64_t b = x->round_start; x->rows && b < x->round_end; b++) {
        struct block_rows *rows = &x->rows[b - x->round_start];
        for (int i = 0; i < ROWS_MAX; i++) {
            if (rows->text[i] &&
                fwrite(rows->text[i], 1, rows->length[i], x->study->rows[i].to) < rows->length[i])
                written = false;
            free(rows->text[i]);
        }
        *rows = (struct block_rows){0};
    }
    for (int i = 0; x->rows && i < ROWS_MAX; i++)
        if (x->study->rows[i].write && fflush(x->study->rows[i].to) != 0)
            written = false;
    return written;
}

/* --- how far to go -------------------------------------------------------------- */

static void merge_all(struct tally *into, const struct worker *workers, int jobs)
{
    for (int i = 0; i < jobs; i++)
        tally_merge(into, workers[i].tally);
}

static bool precise(const struct tally *t, double precision)
{
    for (int m = 0; m < MILESTONES; m++) {
        struct curve c = tally_curve(t, 0, (enum milestone)m);
        struct interval share = curve_share(&c, milestones[m].target_ms, 0.95);
        if (milestones[m].target && !(share.high - share.low <= 2 * precision))
            return false;
    }
    return true;
}

static bool precise_so_far(const struct experiment *x, const struct worker *workers)
{
    struct tally *sum = tally_new(x->frame);
    merge_all(sum, workers, x->jobs);
    bool enough = precise(sum, x->study->precision);
    tally_free(sum);
    return enough;
}

/* Checked at fixed counts, half as many again each time: never by who finished first. */
static int64_t next_check(int64_t blocks)
{
    return blocks < FIRST_CHECK ? FIRST_CHECK : blocks + blocks / 2;
}

static int64_t round_end(const struct experiment *x, int64_t check)
{
    int64_t end = x->blocks;
    if (x->study->precision > 0 && check < end)
        end = check;
    if (x->rows && x->round_start + ROUND_BLOCKS < end)
        end = x->round_start + ROUND_BLOCKS;
    return end;
}

static void run_all(struct experiment *x, struct worker *workers)
{
    int64_t check = next_check(0);
    while (x->round_start < x->blocks && !interrupt_came()) {
        int64_t wanted = x->round_end = round_end(x, check);
        run_round(x, workers);
        bool written = write_rows(x);
        x->round_start = x->round_end;
        if (x->round_end < wanted || !written)
            return;
        if (x->study->precision > 0 && x->round_end == check) {
            if (precise_so_far(x, workers))
                return;
            check = next_check(check);
        }
    }
}

/* --- the experiment --------------------------------------------------------------- */

static struct worker *workers_new(struct experiment *x)
{
    struct worker *workers = must_alloc((size_t)x->jobs, sizeof *workers);
    for (int i = 0; i < x->jobs; i++) {
        workers[i].experiment = x;
        workers[i].trial = trial_new(x->frame);
        workers[i].tally = tally_new(x->frame);
    }
    return workers;
}

static void workers_free(struct worker *workers, int jobs)
{
    for (int i = 0; i < jobs; i++) {
        trial_free(workers[i].trial);
        tally_free(workers[i].tally);
    }
    free(workers);
}

static bool rows_wanted(const struct study *s)
{
    for (int i = 0; i < ROWS_MAX; i++)
        if (s->rows[i].write)
            return true;
    return false;
}

static struct results *results_of(struct experiment *x, struct worker *workers)
{
    struct results *r = must_alloc(1, sizeof *r);
    const struct study *s = x->study;
    struct tally *sum = tally_new(x->frame);
    merge_all(sum, workers, x->jobs);
    r->scenario = s->scenario;
    r->world = x->world;
    r->frame = x->frame;
    r->tally = sum;
    r->seed = s->seed;
    r->trials_asked = s->trials;
    r->trials_done = sum->trials;
    r->interrupted_by = interrupt_came();
    for (int i = 0; i < x->jobs; i++)
        mishaps_merge(&r->mishaps, &workers[i].mishaps);
    r->status =
        (r->interrupted_by && sum->trials < s->trials) || mishaps_left_out(&r->mishaps) ? PARTIAL : COMPLETE;
    r->wall_s = clock_s() - x->progress.began_s;
    r->cpu_s = (double)clock() / CLOCKS_PER_SEC;
    r->jobs = s->jobs;
    return r;
}

struct results *experiment_run(const struct study *s)
{
    struct experiment x = {.study = s, .blocks = (s->trials + BLOCK - 1) / BLOCK};
    x.jobs = s->jobs < x.blocks ? s->jobs : (int)(x.blocks > 0 ? x.blocks : 1);
    x.world = world_new(s->scenario);
    x.frame = frame_new(x.world);
    if (rows_wanted(s))
        x.rows = must_alloc(ROUND_BLOCKS, sizeof *x.rows);
    struct worker *workers = workers_new(&x);
    x.progress = progress_new(s->progress ? "" : NULL, s->trials);
    run_all(&x, workers);
    progress_end(&x.progress, x.round_start * BLOCK < s->trials ? x.round_start * BLOCK : s->trials);
    struct results *r = results_of(&x, workers);
    workers_free(workers, x.jobs);
    free(x.rows);
    return r;
}

void results_free(struct results *r)
{
    if (!r)
        return;
    tally_free(r->tally);
    frame_free(r->frame);
    world_free(r->world);
    free(r);
}
