/* sweep_summary.c -- the answer first, then every key. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "base/version.h"
#include "json.h"
#include "reading.h"
#include "sweep_reading.h"
#include "utf8.h"

enum { SWEEP_SUMMARY_VERSION = 1, KEYS_SHOWN = 12 };

/* --- for people --------------------------------------------------------------------- */

static void head(const struct sweep_view *v, FILE *to)
{
    const struct sweep *s = v->sweep;
    char name[4 * 64 + 8], trials[SAY_SIZE];
    say_name(s->plan.scenario->name, 64, name, sizeof name);
    say_count(s->plan.trials, trials);
    fprintf(
        to, "%s: %d key%s at %d point%s (%s)%s\n%s trials at each, the same for all; seed %" PRIu64 "\n\n",
        name, s->plan.keys, s->plan.keys == 1 ? "" : "s", s->done, s->done == 1 ? "" : "s",
        sweep_designs[s->plan.design], s->status == PARTIAL ? ", stopped early" : "", trials, s->plan.seed);
}

static void pad(const char *text, int width, FILE *to)
{
    fputs(text, to);
    for (int n = utf8_length(text); n < width; n++)
        fputc(' ', to);
}

static const char *what_is_shown(enum sweep_design d)
{
    switch (d) {
    case TORNADO:
        return "from the low end of each key to its high end, all else as it is";
    case FACTORIAL:
        return "between the levels of each key, on average over the others";
    case MORRIS:
        return "mean size of the effect of going all the way, with how much it depends on the rest (sigma)";
    case INDICES:
        return "share of the spread between points that each key has a part in, and (alone) without the "
               "others";
    case BELIEFS:
        return "share that each belief has in what is not known";
    default:
        return "from the low end of each key to its high end, along a plane through the points";
    }
}

static void more_of_key(const struct sweep_view *v, int key, FILE *to)
{
    const struct figure *f = &v->sweep->figure[v->by];
    const char *from, *low_end;
    char more[SAY_SIZE];
    if (v->sweep->plan.design == MORRIS) {
        figure_write(effect_of(&v->effects[v->by], key, SIGMA).value * scale_of_figure(f),
                     f->kind == TOTAL ? 2 : 1, more);
        fprintf(to, "  sigma %s", more);
    } else if (v->sweep->plan.design == INDICES) {
        say_share(effect_of(&v->effects[v->by], key, FIRST), more);
        fprintf(to, "  alone %s", more);
    } else {
        ends_of(v, v->by, key, &from, &low_end);
        fprintf(to, "  %s to %s", from, low_end);
    }
}

static void key_lines(const struct sweep_view *v, FILE *to)
{
    const struct effects *e = &v->effects[v->by];
    enum sweep_design d = v->sweep->plan.design;
    if (!e->n)
        return;
    fprintf(to, "%s: %s\n", v->sweep->figure[v->by].says, what_is_shown(d));
    for (int i = 0; i < e->keys && i < KEYS_SHOWN; i++) {
        int key = e->order[i];
        char name[KEY_SIZE], size[SAY_SIZE];
        key_says(v, key, name);
        if (d == INDICES || d == BELIEFS || d == MORRIS)
            rank_says(v, key, size);
        else
            shift_says(&v->sweep->figure[v->by], rank_of(v, key), size);
        fputs("  ", to);
        pad(name, KEY_NAME + 1, to);
        pad(size, 28, to);
        more_of_key(v, key, to);
        fputc('\n', to);
    }
}

static void plane_line(const struct sweep_view *v, FILE *to)
{
    struct interval e = effect_of(&v->effects[v->by], -1, EXPLAINED);
    char share[SAY_SIZE];
    if (isnan(e.value))
        return;
    say_percent(e.value, 0, share);
    fprintf(to, "  A plane through the points follows %s of the spread between them%s.\n", share,
            e.value < 0.7 ? "; try --design indices, which needs no plane" : "");
}

static void spread_lines(const struct sweep_view *v, FILE *to)
{
    char text[SWEEP_SIZE];
    split_says(v, text);
    fprintf(to, "%s.\n\nShare of not knowing in the variance of one period's outcome:\n", text);
    for (int f = 0; f < v->sweep->figures; f++) {
        char share[SAY_SIZE];
        say_share(v->split[f].share, share);
        fputs("  ", to);
        pad(v->sweep->figure[f].says, 40, to);
        fprintf(to, "%s\n", isnan(v->split[f].share.value) ? "always the same" : share);
    }
    fputc('\n', to);
}

void sweep_summary(const struct sweep_view *v, const char *folder, bool charts, FILE *to)
{
    char answer[SWEEP_SIZE], name[1024];
    sweep_says(v, answer);
    head(v, to);
    if (v->split)
        spread_lines(v, to);
    fprintf(to, "%s\n\n", answer);
    key_lines(v, to);
    plane_line(v, to);
    if (!folder)
        return;
    say_name(folder, 240, name, sizeof name);
    fprintf(to, "\nResults are in %s: %ssummary.json and tables (*.csv).\n", name,
            charts ? "charts/ to look at, " : "");
}

/* --- for programs ---------------------------------------------------------------------- */

static void interval_json(json_t *row, struct interval i)
{
    json_figure(row, "value", i.value, 5);
    json_figure(row, "low", i.low, 5);
    json_figure(row, "high", i.high, 5);
}

static json_t *key_json(const struct sweep_view *v, int key)
{
    json_t *row = json_object();
    const struct vary *k = &v->sweep->plan.key[key];
    json_text(row, "key", k->key);
    json_text(row, "low", vary_end(k, false, v->arena));
    json_text(row, "high", vary_end(k, true, v->arena));
    json_count(row, "levels", k->levels);
    json_text(row, "unit", k->unit + strspn(k->unit, " "));
    return row;
}

static json_t *effect_json(const struct sweep_view *v, const struct effect *e)
{
    json_t *row = json_object();
    json_child(row, "key", e->key < 0 ? json_null() : json_string(v->sweep->plan.key[e->key].key));
    json_text(row, "measure", measure_ids[e->measure]);
    if (e->level >= 0)
        json_text(row, "level", v->sweep->plan.key[e->key].level[e->level]);
    interval_json(row, e->of);
    return row;
}

static json_t *figure_json(const struct sweep_view *v, int figure)
{
    json_t *row = json_object(), *effects = json_array();
    const struct effects *e = &v->effects[figure];
    json_text(row, "figure", v->sweep->figure[figure].id);
    interval_json(row, v->sweep->value[figure]);
    for (int i = 0; i < e->n; i++)
        json_row(effects, effect_json(v, &e->effect[i]));
    json_child(row, "effects", effects);
    if (v->split) {
        json_t *share = json_object();
        interval_json(share, v->split[figure].share);
        json_child(row, "share_of_not_knowing", share);
    }
    return row;
}

void sweep_summary_json(const struct sweep_view *v, FILE *to)
{
    const struct sweep *s = v->sweep;
    char answer[SWEEP_SIZE];
    json_t *all = json_object(), *keys = json_array(), *figures = json_array();
    sweep_says(v, answer);
    json_count(all, "summary_version", SWEEP_SUMMARY_VERSION);
    json_text(all, "casevac_version", CASEVAC_VERSION);
    json_text(all, "command", "sweep");
    json_text(all, "answer", answer);
    json_text(all, "scenario", s->plan.scenario->name);
    json_text(all, "scenario_digest", s->plan.scenario->digest);
    json_count(all, "seed", (int64_t)s->plan.seed);
    json_text(all, "design", sweep_designs[s->plan.design]);
    json_text(all, "status", s->status == PARTIAL ? "partial" : "complete");
    json_count(all, "points_asked", s->points);
    json_count(all, "points", s->done);
    json_count(all, "trials", s->plan.trials);
    json_text(all, "ranked_by", s->figure[v->by].id);
    json_figure(all, "interval_level", LEVEL, 2);
    for (int k = 0; k < s->plan.keys; k++)
        json_row(keys, key_json(v, k));
    json_child(all, "keys", keys);
    for (int f = 0; f < s->figures; f++)
        json_row(figures, figure_json(v, f));
    json_child(all, "figures", figures);
    json_finish(all, to);
}
