/* sweep_reading.c -- one place where each figure of a sweep is put in words. */
#include "sweep_reading.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "base/die.h"
#include "base/unit.h"

struct sweep_view *sweep_view_new(const struct sweep *s, int by)
{
    struct arena *a = arena_new();
    struct sweep_view *v = arena_take(a, 1, sizeof *v);
    *v = (struct sweep_view){.sweep = s, .by = by, .arena = a};
    v->effects = arena_take(a, (size_t)s->figures, sizeof *v->effects);
    if (s->plan.design == BELIEFS)
        v->split = arena_take(a, (size_t)s->figures, sizeof *v->split);
    for (int f = 0; f < s->figures; f++) {
        v->effects[f] = effects_of(s, f, a);
        if (v->split)
            v->split[f] = split_of(s, f);
    }
    return v;
}

void sweep_view_free(struct sweep_view *v)
{
    arena_free(v->arena);
}

/* --- names ------------------------------------------------------------------------ */

/* "notice_day of all assets" for assets.*.notice_day. */
static const char *spoken_path(const struct sweep_view *v, const char *path)
{
    const char *first = strchr(path, '.');
    if (first && !strncmp(first, ".*.", 3))
        return arena_print(v->arena, "%s of all %.*s", first + 3, (int)(first - path), path);
    return first && strchr(first + 1, '.') ? first + 1 : path;
}

void key_says(const struct sweep_view *v, int key, char text[KEY_SIZE])
{
    say_id(spoken_path(v, v->sweep->plan.key[key].key), KEY_NAME, text, KEY_SIZE);
    for (char *c = text; *c; c++)
        if (*c == '.')
            *c = ' ';
}

static int level_extreme(const struct effects *e, int key, bool most)
{
    int level = -1;
    double best = 0;
    for (int i = 0; i < e->n; i++) {
        double value = most ? e->effect[i].of.value : -e->effect[i].of.value;
        if (e->effect[i].key == key && e->effect[i].level >= 0 && (level < 0 || value > best)) {
            best = value;
            level = e->effect[i].level;
        }
    }
    return level;
}

void ends_of(const struct sweep_view *v, int figure, int key, const char **from, const char **to)
{
    const struct vary *k = &v->sweep->plan.key[key];
    const struct effects *e = &v->effects[figure];
    int low = level_extreme(e, key, false), high = level_extreme(e, key, true);
    if (low < 0 || high < 0) {
        *from = vary_short_end(k, false, v->arena);
        *to = vary_short_end(k, true, v->arena);
        return;
    }
    *from = k->level[low < high ? low : high];
    *to = k->level[low < high ? high : low];
}

/* --- figures ------------------------------------------------------------------------- */

double scale_of_figure(const struct figure *f)
{
    return f->kind == TOTAL ? 1 : 100;
}

int decimals_of_figure(const struct figure *f, double width)
{
    if (f->kind == TOTAL)
        return f->total == COST ? 0 : 2;
    return width > 0 && width < 1.5 ? 1 : 0;
}

const char *unit_of_figure(const struct figure *f)
{
    return f->kind == TOTAL ? "" : " points";
}

void figure_says(const struct figure *f, struct interval v, char text[SAY_SIZE])
{
    char value[32], low[32], high[32];
    if (f->kind != TOTAL) {
        say_share(v, text);
        return;
    }
    figure_write(v.value, decimals_of_figure(f, 0), value);
    figure_write(v.low, decimals_of_figure(f, 0), low);
    figure_write(v.high, decimals_of_figure(f, 0), high);
    snprintf(text, SAY_SIZE, "%s (%s–%s)", value, low, high);
}

/* The sign stands for a change; sizes have none. */
static void amount_says(const struct figure *f, struct interval d, bool sign, char text[SAY_SIZE])
{
    char value[32], low[32], high[32];
    double scale = scale_of_figure(f);
    int decimals = decimals_of_figure(f, (d.high - d.low) * scale);
    figure_write(d.value * scale, decimals, value);
    figure_write(d.low * scale, decimals, low);
    figure_write(d.high * scale, decimals, high);
    bool one = !strcmp(value, "1") || !strcmp(value, "-1");
    snprintf(text, SAY_SIZE, "%s%s%s (%s to %s)", sign && d.value > 0 && *value != '0' ? "+" : "", value,
             one && f->kind != TOTAL ? " point" : unit_of_figure(f), *low ? low : "?", *high ? high : "?");
}

void shift_says(const struct figure *f, struct interval d, char text[SAY_SIZE])
{
    if (isnan(d.value))
        snprintf(text, SAY_SIZE, "nobody counted");
    else
        amount_says(f, d, true, text);
}

bool is_clear(struct interval i)
{
    return i.low > 0 || i.high < 0;
}

/* --- what matters most ----------------------------------------------------------------- */

struct interval rank_of(const struct sweep_view *v, int key)
{
    const struct effects *e = &v->effects[v->by];
    return effect_of(e, key, e->ranked_by);
}

/* Those that nothing clearly sets apart from the strongest, which comes first. */
static int alike(const struct sweep_view *v, int *key)
{
    const struct effects *e = &v->effects[v->by];
    int n = 0;
    for (int i = 0; i < e->keys; i++)
        if (i == 0 || !(e->lead[e->order[i]].low > 0))
            key[n++] = e->order[i];
    return n;
}

static bool is_share_of_spread(const struct sweep_view *v)
{
    return v->sweep->plan.design == INDICES || v->sweep->plan.design == BELIEFS;
}

static struct interval size_of(struct interval i)
{
    return i.value < 0 ? (struct interval){-i.value, -i.high, -i.low} : i;
}

void rank_says(const struct sweep_view *v, int key, char text[SAY_SIZE])
{
    struct interval size = size_of(rank_of(v, key));
    if (is_share_of_spread(v)) {
        size.low = fmax(size.low, 0);
        size.high = fmin(size.high, 1);
        say_share(size, text);
    } else
        amount_says(&v->sweep->figure[v->by], size, false, text);
}

const char *subject_of(const struct sweep_view *v)
{
    const struct figure *f = &v->sweep->figure[v->by];
    return f->kind == TOTAL || f->goal ? f->says : arena_print(v->arena, "the share %s", f->says);
}

/* "helicopter count, alert delay and ied rate" */
static void list_keys(const struct sweep_view *v, const int *of, int n, char text[SWEEP_SIZE])
{
    enum { NAMED = 3 };
    int named = n < NAMED ? n : NAMED;
    text[0] = 0;
    for (int i = 0; i < named; i++) {
        char key[KEY_SIZE];
        size_t length = strlen(text);
        key_says(v, of[i], key);
        snprintf(text + length, SWEEP_SIZE - length, "%s%s", i == 0 ? "" : i == n - 1 ? " and " : ", ", key);
    }
    size_t length = strlen(text);
    if (n > named)
        snprintf(text + length, SWEEP_SIZE - length, " and %d more", n - named);
}

static void capital(char *text)
{
    text[0] = (char)toupper((unsigned char)text[0]);
}

/* "from 1 to 4 in surgery within 2 h goes up by 12 points (10 to 14)" */
static void swing_says(const struct sweep_view *v, int key, char text[SWEEP_SIZE])
{
    const char *from, *to;
    char size[SAY_SIZE];
    const struct figure *f = &v->sweep->figure[v->by];
    ends_of(v, v->by, key, &from, &to);
    rank_says(v, key, size);
    if (rank_of(v, key).value == 0)
        snprintf(text, SWEEP_SIZE, "from %.60s to %.60s, nothing changes in %s", from, to, subject_of(v));
    else if (f->kind == TOTAL)
        snprintf(text, SWEEP_SIZE, "from %.60s to %.60s, %s a trial go%s %s by %s", from, to, subject_of(v),
                 f->total == COST ? "es" : "", rank_of(v, key).value < 0 ? "down" : "up", size);
    else
        snprintf(text, SWEEP_SIZE, "from %.60s to %.60s, %s %s %s", from, to, size,
                 rank_of(v, key).value < 0 ? "fewer are" : "more are", f->says);
}

static void strongest_says(const struct sweep_view *v, int key, char text[SWEEP_SIZE])
{
    char size[SAY_SIZE];
    rank_says(v, key, size);
    if (v->sweep->plan.design == MORRIS)
        snprintf(text, SWEEP_SIZE, "going all its way it moves %s by %s", subject_of(v), size);
    else if (v->sweep->plan.design == INDICES)
        snprintf(text, SWEEP_SIZE, "%s of the spread of %s between points has to do with it", size,
                 subject_of(v));
    else if (v->sweep->plan.design == BELIEFS)
        snprintf(text, SWEEP_SIZE, "%s of what is not known of %s comes from it", size, subject_of(v));
    else
        swing_says(v, key, text);
}

void sweep_says(const struct sweep_view *v, char text[SWEEP_SIZE])
{
    const struct effects *e = &v->effects[v->by];
    char how[SWEEP_SIZE], names[SWEEP_SIZE];
    if (!e->n) {
        snprintf(text, SWEEP_SIZE, "Too few points are done to tell which key matters.");
        return;
    }
    int of[SWEEP_KEYS_MOST] = {0}, n = alike(v, of), first = of[0], keys = v->sweep->plan.keys;
    struct interval size = rank_of(v, first);
    list_keys(v, of, n, names);
    strongest_says(v, first, how);
    if (isnan(size.value))
        snprintf(text, SWEEP_SIZE, "Nobody was counted in some points, so keys cannot be ranked by %.200s.",
                 subject_of(v));
    else if (!is_clear(size) && keys == 1)
        snprintf(text, SWEEP_SIZE, "%.200s makes no clear difference: %.300s.", names, how);
    else if (!is_clear(size)) {
        list_keys(v, of, 1, names);
        snprintf(text, SWEEP_SIZE, "No key makes a clear difference; the largest is that of %.150s: %.300s.",
                 names, how);
    } else if (keys == 1)
        snprintf(text, SWEEP_SIZE, "%.150s matters: %.350s.", names, how);
    else if (n == 1)
        snprintf(text, SWEEP_SIZE, "%.150s matters most: %.350s.", names, how);
    else
        snprintf(text, SWEEP_SIZE, "%.200s matter most, no clear difference between them. The first: %.300s.",
                 names, how);
    capital(text);
}

void split_says(const struct sweep_view *v, char text[SWEEP_SIZE])
{
    struct interval share = v->split[v->by].share;
    char part[SAY_SIZE];
    text[0] = 0;
    say_share(share, part);
    if (isnan(share.value))
        snprintf(text, SWEEP_SIZE, "%.200s is the same in all trials, whatever is believed", subject_of(v));
    else if (share.high < 0.5)
        snprintf(text, SWEEP_SIZE, "Mostly luck: not knowing is %s of the variance of %s", part,
                 subject_of(v));
    else if (share.low > 0.5)
        snprintf(text, SWEEP_SIZE, "Mostly not knowing: it is %s of the variance of %s", part, subject_of(v));
    else
        snprintf(text, SWEEP_SIZE, "Luck and not knowing: the latter is %s of the variance of %s", part,
                 subject_of(v));
    capital(text);
}

struct provenance provenance_of_sweep(const struct sweep *s)
{
    return (struct provenance){
        .command = "sweep",
        .scenario = s->plan.scenario,
        .seed = s->plan.seed,
        .trials_asked = s->plan.trials,
        .trials_done = s->based_on,
        .mishaps = s->mishaps,
        .casualties = s->casualties,
        .events = s->events,
        .status = s->status,
        .wall_s = s->wall_s,
        .cpu_s = s->cpu_s,
        .jobs = s->plan.jobs,
    };
}
