#include "study.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/unit.h"
#include "scenario/read.h"
#include "test.h"

/* --- a scenario made ready ------------------------------------------------ */

struct scenario *scenario_of(const char *file, const char *const sets[SETS_MAX])
{
    struct layers layers = {.file = file, .sets = sets};
    while (sets && layers.set_count < SETS_MAX && sets[layers.set_count])
        layers.set_count++;
    struct diag *d = diag_new();
    struct scenario *s = scenario_read(&layers, d);
    if (!s)
        diag_print(d, stderr, 20);
    diag_free(d);
    CHECK(s != NULL);
    return s;
}

int site_called(const struct scenario *s, const char *id)
{
    for (int i = 0; i < s->sites.n; i++)
        if (!strcmp(s->sites.at[i].id, id))
            return i;
    fail_msg("there is no site %s", id);
    return -1;
}

struct stage stage_of(const char *file, const char *const sets[SETS_MAX])
{
    return stage_from(scenario_of(file, sets));
}

struct stage stage_from(struct scenario *scenario)
{
    struct stage s = {.scenario = scenario};
    s.world = world_new(s.scenario);
    s.frame = frame_new(s.world);
    s.trial = trial_new(s.frame);
    s.tally = tally_new(s.frame);
    return s;
}

void stage_play(struct stage *s, uint64_t seed, uint64_t trial)
{
    trial_run(s->trial, (struct luck){seed, trial}, s->tally);
}

void stage_free(struct stage *s)
{
    tally_free(s->tally);
    trial_free(s->trial);
    frame_free(s->frame);
    world_free(s->world);
    scenario_free((struct scenario *)s->scenario);
}

struct stage stage_played(const char *file, const char *const sets[SETS_MAX])
{
    struct stage s = stage_of(file, sets);
    stage_play(&s, 1, 0);
    return s;
}

struct stage stage_waits(const char *file, const char *const sets[SETS_MAX], double minutes[WAITS])
{
    struct stage s = stage_played(file, sets);
    int64_t ms[WAITS];
    trial_waits(s.trial, 0, ms);
    for (int w = 0; w < WAITS; w++)
        minutes[w] = (double)ms[w] / (double)MINUTES(1);
    return s;
}

double stage_minutes_to(const struct stage *s, int casualty, enum moment m)
{
    const struct casualty *c = trial_casualty(s->trial, casualty);
    return c->at[m] < 0 ? -1 : (double)(c->at[m] - c->at[M_WOUNDED]) / (double)MINUTES(1);
}

/* --- many trials ------------------------------------------------------------- */

/* A Welford sum for each figure: mean and squared distance from it. */
struct spread {
    double mean[FIGURES], squares[FIGURES];
};

static void spread_add(struct spread *s, int n, const double figures[FIGURES])
{
    for (int i = 0; i < FIGURES; i++) {
        double off = figures[i] - s->mean[i];
        s->mean[i] += off / n;
        s->squares[i] += off * (figures[i] - s->mean[i]);
    }
}

/* One batch, on luck of its own; adds what it found to `all`. */
static void play_batch(struct stage *s, const struct study_plan *p, int batch, struct found *all,
                       double figures[FIGURES])
{
    struct found one = {.tally = s->tally};
    for (int i = 0; i < p->trials; i++) {
        stage_play(s, 1, (uint64_t)batch * (uint64_t)p->trials + (uint64_t)i);
        if (p->watch)
            p->watch(s->trial, one.sums);
    }
    p->measure(&one, figures);
    for (int i = 0; i < SUMS; i++)
        all->sums[i] += one.sums[i];
}

void study_play(const struct study_plan *p, struct estimate estimates[FIGURES])
{
    struct stage s = stage_of(p->file, p->sets);
    struct tally *sum = tally_new(s.frame);
    struct found all = {.tally = sum};
    struct spread spread = {{0}, {0}};
    for (int batch = 0; batch < p->batches; batch++) {
        double figures[FIGURES] = {0};
        play_batch(&s, p, batch, &all, figures);
        spread_add(&spread, batch + 1, figures);
        tally_merge(sum, s.tally);
        tally_free(s.tally);
        s.tally = tally_new(s.frame);
    }
    CHECK_INT(sum->defects, 0);
    double figures[FIGURES] = {0};
    p->measure(&all, figures);
    for (int i = 0; i < FIGURES; i++)
        estimates[i] = (struct estimate){figures[i], sqrt(spread.squares[i] / (p->batches - 1) / p->batches)};
    tally_free(sum);
    stage_free(&s);
}

/* --- figures of a tally ---------------------------------------------------------- */

double wait_hours(const struct tally *t, int group, enum milestone m, enum wait w)
{
    return (double)tally_wait_ms(t, group, m, w) / (double)tally_needed(t, group, m)->n / (double)HOURS(1);
}

double mean_hours(const struct tally *t, int group, enum milestone m)
{
    const struct ratio *r = tally_time(t, group, m);
    return (double)r->y / (double)r->n / (double)HOURS(1);
}

double share_after(const struct tally *t, int group, enum milestone m, int64_t ms)
{
    struct curve c = tally_curve(t, group, m);
    return 1 - curve_share(&c, ms, 0.95).value;
}

double outcome_share(const struct tally *t, enum outcome o)
{
    const struct ratio *r = tally_outcome(t, 0, (int)o);
    return (double)r->y / (double)r->n;
}

int resource_called(const struct tally *t, const char *kind, const char *name)
{
    for (int i = 0; i < t->frame->resources; i++)
        if (!strcmp(t->frame->resource[i].kind, kind) && !strcmp(t->frame->resource[i].name, name))
            return i;
    fail_msg("there are no %s of %s", kind, name);
    return -1;
}

double busy_mean(const struct tally *t, int resource)
{
    double sum = 0, weighted = 0;
    for (int level = 0; level < OCCUPANCY_LEVELS; level++) {
        sum += (double)t->busy[resource].level_ms[level];
        weighted += level * (double)t->busy[resource].level_ms[level];
    }
    return weighted / sum;
}
