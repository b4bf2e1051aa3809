/* step.c -- which times of a log are draws of which key. */
#include "step.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// clang-format off
static const struct step {
    const char *name;
    enum moment from, to;
    const char *top;
    int whose;               /* enum log_word: whose entry of `top`; -1: a record */
    const char *day, *night; /* the key; night NULL: light does not matter */
    const char *aside;       /* a key that the fitted one stands for as well, and its value then */
    enum moment before;      /* only where it came before this; M_WOUNDED: always */
    bool each;               /* drawn for each casualty, else once for all that were hit and moved together */
} steps[] = {
    { "first aid", M_WOUNDED,  M_FIRST_AID,    "care",        -1,            "first_aid",  NULL,           NULL, M_ON_SCENE, true },
    { "alert",     M_WOUNDED,  M_ALERTED,      "alert",       -1,            "delay",      NULL,           NULL, M_WOUNDED, false },
    { "decision",  M_ALERTED,  M_DECIDED,      "authorities", LOG_AUTHORITY, "day",        "night",        NULL, M_WOUNDED, false },
    { "launch",    M_ASSIGNED, M_LAUNCHED,     "assets",      LOG_MEANS,     "notice_day", "notice_night", NULL, M_WOUNDED, false },
    { "loading",   M_ON_SCENE, M_LOADED,       "assets",      LOG_MEANS,     "load",       NULL, "load_each=0 min", M_WOUNDED, false },
    { "operation", M_SURGERY,  M_SURGERY_DONE, "classes",     LOG_CLASS,     "operation",  NULL,           NULL, M_WOUNDED, true },
};
// clang-format on
enum { STEPS = sizeof steps / sizeof *steps };

struct sorter {
    const struct log *log;
    const char *authority;
    struct arena *arena;
    struct diag *diag;
    struct samples found;
    int room;           /* for so many */
    int nobodys[STEPS]; /* times that belong to nobody */
};

static struct sample *sample_called(struct sorter *s, const struct step *step, const char *id,
                                    const char *leaf)
{
    for (int i = 0; i < s->found.n; i++) {
        struct sample *x = &s->found.at[i];
        if (!strcmp(x->top, step->top) && !strcmp(x->leaf, leaf) && (!id || !strcmp(x->id, id)))
            return x;
    }
    if (s->found.n == s->room) {
        struct sample *more = arena_take(s->arena, (size_t)(s->room = 2 * s->room + 32), sizeof *more);
        if (s->found.n)
            memcpy(more, s->found.at, (size_t)s->found.n * sizeof *more);
        s->found.at = more;
    }
    const char *entry = id ? arena_print(s->arena, "%s.%s", step->top, id) : step->top;
    struct sample *x = &s->found.at[s->found.n++];
    *x = (struct sample){.step = step->name, .top = step->top, .id = id, .leaf = leaf};
    x->key = arena_print(s->arena, "%s.%s", entry, leaf);
    x->aside = step->aside ? arena_print(s->arena, "%s.%s", entry, step->aside) : NULL;
    return x;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && !strcmp(a, b));
}

/* Those hit together share the message, the decision and the sortie: one draw, one time. Rows of an
 * incident stand together. */
static bool told_already(struct sample *x, const struct log_row *row, double ms)
{
    const char *trial = row->word[LOG_TRIAL], *incident = row->word[LOG_INCIDENT];
    bool same = incident && same_text(x->incident[0], trial) && same_text(x->incident[1], incident);
    if (!same)
        x->since = x->n;
    x->incident[0] = trial;
    x->incident[1] = incident;
    for (int i = x->since; same && i < x->n; i++)
        if (x->ms[i] == ms)
            return true;
    return false;
}

static void add(struct sorter *s, const struct step *step, const struct log_row *row, const char *id,
                const char *leaf, double ms)
{
    struct sample *x = sample_called(s, step, id, leaf);
    if (!step->each && told_already(x, row, ms))
        return;
    if (!x->n)
        x->first =
            (struct place){s->log->file, row->line, step->whose >= 0 ? row->word_column[step->whose] : 1};
    if (x->n == x->room) {
        double *more = arena_take(s->arena, (size_t)(x->room = 2 * x->room + 16), sizeof *more);
        if (x->n)
            memcpy(more, x->ms, (size_t)x->n * sizeof *more);
        x->ms = more;
    }
    x->ms[x->n++] = ms;
    x->zeros += ms == 0;
}

/* Whoever was carried to a facility on the spot is asked for, and moved, from there. */
static bool applies(const struct step *step, const struct log_row *row)
{
    const char *means = row->word[LOG_MEANS];
    bool from_scene = step->whose == LOG_MEANS || step->whose == LOG_AUTHORITY;
    if (isnan(row->at_ms[step->from]) || isnan(row->at_ms[step->to]))
        return false;
    if (from_scene && means && !strcmp(means, "stretcher"))
        return false;
    return step->before == M_WOUNDED || !(row->at_ms[step->to] > row->at_ms[step->before]);
}

static bool in_order(struct sorter *s, const struct step *step, const struct log_row *row)
{
    if (row->at_ms[step->to] >= row->at_ms[step->from])
        return true;
    diag_error(s->diag, (struct place){s->log->file, row->line, row->at_column[step->to]},
               "correct the times, or leave the cell empty", "%s comes before %s", moment_ids[step->to],
               moment_ids[step->from]);
    return false;
}

static void take(struct sorter *s, const struct step *step, const struct log_row *row)
{
    const char *light = row->word[LOG_LIGHT], *id = step->whose >= 0 ? row->word[step->whose] : NULL;
    double ms = row->at_ms[step->to] - row->at_ms[step->from];
    if (!applies(step, row) || !in_order(s, step, row))
        return;
    if (step->from == M_ON_SCENE)
        ms = fmax(0, ms - row->unsafe_ms);
    if (step->whose == LOG_AUTHORITY && !id)
        id = s->authority;
    if (step->whose >= 0 && !id) {
        s->nobodys[step - steps]++;
        return;
    }
    if (!step->night || !light || !strcmp(light, "day")) /* where the light is not known, both alike */
        add(s, step, row, id, step->day, ms);
    if (step->night && (!light || !strcmp(light, "night")))
        add(s, step, row, id, step->night, ms);
}

static int by_length(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

struct samples samples_of(const struct log *log, const char *authority, struct arena *a, struct diag *d)
{
    struct sorter s = {.log = log, .authority = authority, .arena = a, .diag = d};
    for (int i = 0; i < STEPS; i++)
        for (int n = 0; n < log->n; n++)
            take(&s, &steps[i], &log->row[n]);
    for (int i = 0; i < s.found.n; i++)
        qsort(s.found.at[i].ms, (size_t)s.found.at[i].n, sizeof(double), by_length);
    for (int i = 0; i < STEPS; i++)
        if (s.nobodys[i])
            diag_warn(d, (struct place){log->file, 1, 1},
                      arena_print(a, "name it in a column \"%s\"", log_words[steps[i].whose]),
                      "%s: %d times are of no known %s; they are not used", steps[i].name, s.nobodys[i],
                      log_words[steps[i].whose]);
    return s.found;
}
