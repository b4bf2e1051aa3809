/* summary_json.c -- the headline, for programs. */
#include <math.h>
#include "base/version.h"
#include "goal.h"
#include "json.h"
#include "reading.h"
#include "report/report.h"
#include "scenario/belief.h"
#include "warning.h"

enum { SUMMARY_VERSION = 1 };

static json_t *shares(const struct tally *t)
{
    json_t *list = json_array();
    for (int m = 0; m < MILESTONES; m++) {
        if (!milestones[m].target)
            continue;
        struct portion p = share_in_time(t, 0, (enum milestone)m);
        json_t *row = json_object();
        json_text(row, "milestone", milestones[m].id);
        json_text(row, "target", milestones[m].target);
        json_text(row, "of", milestones[m].who);
        json_count(row, "within_min", milestones[m].target_ms / MINUTES(1));
        json_share(row, p.of);
        json_count(row, "in_time", p.reached);
        json_count(row, "needed", p.needed);
        json_child(row, "small_sample", json_boolean(p.few));
        json_row(list, row);
    }
    return list;
}

static json_t *times(const struct tally *t)
{
    json_t *list = json_array();
    for (int i = 0; i < MILESTONES; i++) {
        enum milestone m = (enum milestone)i;
        struct curve c = tally_curve(t, 0, m);
        json_t *row = json_object();
        json_text(row, "milestone", milestones[m].id);
        json_minutes(row, "median", curve_quantile(&c, 0.5, LEVEL));
        json_minutes(row, "mean_among_reached", ratio_mean(tally_time(t, 0, m), t->trials, LEVEL));
        json_count(row, "reached", reached_ever(t, 0, m));
        json_count(row, "needed", tally_needed(t, 0, m)->n);
        json_row(list, row);
    }
    return list;
}

static json_t *outcomes(const struct tally *t)
{
    json_t *list = json_array();
    for (int outcome = 0; outcome < OUTCOME_COUNTS; outcome++) {
        struct portion p = share_of_outcome(t, 0, outcome);
        json_t *row = json_object();
        json_text(row, "outcome", outcome_ids[outcome]);
        json_count(row, "count", p.reached);
        json_share(row, p.of);
        json_row(list, row);
    }
    return list;
}

static json_t *death_index(const struct tally *t)
{
    double all = (double)deaths(t, 0);
    json_t *row = json_object();
    json_text(row, "note", "An index for comparing plans, not a forecast.");
    json_count(row, "deaths", deaths(t, 0));
    json_figure(row, "unavoidable_share_of_deaths", (double)tally_outcome(t, 0, UNAVOIDABLE)->y / all, 5);
    json_figure(row, "delay_attributable_share_of_deaths",
                (double)tally_outcome(t, 0, DELAY_ATTRIBUTABLE)->y / all, 5);
    return row;
}

static json_t *per_trial(const struct tally *t)
{
    json_t *list = json_array();
    for (int i = 0; i < PER_TRIALS; i++) {
        struct interval mean = {NAN, NAN, NAN};
        if (t->trials)
            mean = ratio_per_trial(&t->per_trial[i], t->trials, LEVEL);
        json_t *row = json_object();
        json_text(row, "what", per_trial_ids[i]);
        json_figure(row, "mean", mean.value, 4);
        json_figure(row, "mean_low", mean.low, 4);
        json_figure(row, "mean_high", mean.high, 4);
        json_row(list, row);
    }
    return list;
}

static json_t *worst_sector(const struct results *r)
{
    int worst = group_extreme(r->tally, "sector", SURGERY, true);
    if (worst < 0)
        return json_null();
    json_t *row = json_object();
    json_text(row, "sector", r->frame->group[worst].name);
    json_text(row, "milestone", milestones[SURGERY].id);
    json_share(row, share_in_time(r->tally, worst, SURGERY).of);
    return row;
}

static json_t *slowest(const struct tally *t)
{
    enum phase p = slowest_phase(t, 0, SURGERY);
    if (p == PHASES)
        return json_null();
    json_t *row = json_object();
    json_text(row, "milestone", milestones[SURGERY].id);
    json_text(row, "phase", phase_ids[p]);
    json_figure(row, "mean_min", mean_phase_ms(t, 0, SURGERY, p) / (double)MINUTES(1), 2);
    json_figure(row, "mean_total_min", mean_total_ms(t, 0, SURGERY) / (double)MINUTES(1), 2);
    return row;
}

static json_t *goals(const struct results *r)
{
    static const char *const states[] = {"met", "missed", "open"};
    json_t *list = json_array();
    for (int i = 0; i < r->scenario->goals.n; i++) {
        const struct goal *g = &r->scenario->goals.at[i];
        char says[GOAL_SIZE];
        struct verdict v = goal_verdict(g, r->tally);
        goal_says(g, says);
        json_t *row = json_object();
        json_text(row, "goal", g->id);
        json_text(row, "says", says);
        json_text(row, "state", states[v.state]);
        json_child(row, "sure", json_boolean(v.sure));
        json_figure(row, "found", v.found.value, 5);
        json_figure(row, "found_low", v.found.low, 5);
        json_figure(row, "found_high", v.found.high, 5);
        json_row(list, row);
    }
    return list;
}

/* A run draws from none of them: it says what it took as known, and how far off that may be. */
static json_t *beliefs(const struct scenario *s)
{
    struct arena *a = arena_new();
    json_t *list = json_array();
    for (int i = 0; i < s->beliefs.n; i++) {
        const struct belief *b = &s->beliefs.at[i];
        json_t *row = json_object();
        json_text(row, "belief", b->id);
        json_text(row, "key", b->key);
        json_text(row, "low", belief_setting(s, b, 0.05, a));
        json_text(row, "high", belief_setting(s, b, 0.95, a));
        json_row(list, row);
    }
    arena_free(a);
    return list;
}

static json_t *warnings(const struct results *r)
{
    json_t *list = json_array();
    struct warnings w = warnings_of(r);
    for (int i = 0; i < w.n; i++)
        json_row(list, json_string(w.text[i]));
    return list;
}

void report_summary_json(const struct results *r, FILE *to)
{
    const struct tally *t = r->tally;
    json_t *all = json_object();
    json_count(all, "summary_version", SUMMARY_VERSION);
    json_text(all, "casevac_version", CASEVAC_VERSION);
    json_text(all, "scenario", r->scenario->name);
    json_text(all, "about", r->scenario->about);
    json_text(all, "scenario_digest", r->scenario->digest);
    json_count(all, "seed", (int64_t)r->seed);
    json_text(all, "status", r->status == PARTIAL ? "partial" : "complete");
    json_count(all, "trials", r->trials_done);
    json_count(all, "casualties", t->per_trial[CASUALTIES].y);
    json_figure(all, "interval_level", LEVEL, 2);
    json_child(all, "warnings", warnings(r));
    json_child(all, "goals", goals(r));
    if (r->scenario->beliefs.n)
        json_child(all, "beliefs_held_still", beliefs(r->scenario));
    json_child(all, "shares_in_time", shares(t));
    json_child(all, "times", times(t));
    json_child(all, "worst_sector", worst_sector(r));
    json_child(all, "slowest_phase", slowest(t));
    json_child(all, "outcomes", outcomes(t));
    json_child(all, "death_index", death_index(t));
    json_child(all, "per_trial", per_trial(t));
    json_count(all, "survivors_immediate_care_would_have_killed", t->defects);
    json_finish(all, to);
}
