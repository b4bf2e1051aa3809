/* fitting.c -- times become distributions, and distributions an overlay. */
#include "report/fitting.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/die.h"
#include "data.h"
#include "fitted.h"
#include "report/report.h"
#include "scenario/key.h"
#include "stats/fit.h"

/* --- reading ------------------------------------------------------------------- */

static char *read_all(const char *path, size_t *size)
{
    FILE *from = strcmp(path, "-") ? fopen(path, "rb") : stdin;
    size_t room = 1 << 16, got;
    char *bytes = must_alloc(room + 1, 1);
    if (!from)
        die(EXIT_FILE, "cannot read %s: %s", path, strerror(errno));
    for (*size = 0; (got = fread(bytes + *size, 1, room - *size, from)) > 0;) {
        *size += got;
        if (*size == room)
            bytes = must_realloc(bytes, (room *= 2) + 1, 1);
    }
    if (ferror(from))
        die(EXIT_FILE, "cannot read %s: %s", path, strerror(errno));
    if (from != stdin)
        fclose(from);
    return bytes;
}

/* --- one key ---------------------------------------------------------------------- */

/* Four digits are more than any log knows. */
static const char *quantity(double ms, struct arena *a)
{
    char text[64];
    snprintf(text, sizeof text, "%.4g", ms / (double)MINUTES(1));
    return arena_print(a, "%.9g min", strtod(text, NULL));
}

static const char *dist_text(const struct fit *f, struct arena *a)
{
    const double widest = 5; /* that the language takes */
    switch (f->family) {
    case FIT_EXPONENTIAL:
        return arena_print(a, "exponential(mean %s)", quantity(f->p[0], a));
    case FIT_LOGNORMAL:
        return arena_print(a, "lognormal(median %s, sigma %.3g)", quantity(f->p[0], a),
                           fmin(f->p[1], widest));
    case FIT_GAMMA:
        return arena_print(a, "gamma(mean %s, shape %.3g)", quantity(f->p[0], a), f->p[1]);
    default:
        return arena_print(a, "weibull(shape %.3g, scale %s)", f->p[0], quantity(f->p[1], a));
    }
}

static const char *reason(const struct fit fits[FIT_FAMILIES], struct arena *a)
{
    static const char *const names[FIT_FAMILIES] = {"exponential", "lognormal", "gamma", "weibull"};
    if (fits->n < FIT_CHOICE)
        return arena_print(a, "fewer than %d times do not tell families apart: lognormal, as most delays are",
                           FIT_CHOICE);
    return arena_print(a, "%s has the lowest AICc, %.1f; then %s, %.1f more", names[fits[0].family],
                       fits[0].aicc, names[fits[1].family], fits[1].aicc - fits[0].aicc);
}

/* A time of 0 is one that was too short for the clock: half a minute. */
static double *lengths(const struct sample *x, struct arena *a)
{
    double *ms = arena_take(a, (size_t)x->n, sizeof *ms);
    for (int i = 0; i < x->n; i++)
        ms[i] = x->ms[i] > 0 ? x->ms[i] : (double)MINUTES(1) / 2;
    return ms;
}

static void fit_key(struct fitted *f, struct arena *a)
{
    const double widest = 5; /* that the language takes */
    const struct sample *x = f->observed;
    struct fit fits[FIT_FAMILIES];
    if (x->n < FIT_LEAST) {
        f->why = arena_print(a, "too few to fit: at least %d are needed", FIT_LEAST);
        return;
    }
    if (fit_constant(x->n, x->ms)) {
        f->dist = quantity(x->ms[0], a);
        f->why = "all are the same";
        return;
    }
    fit_all(x->n, lengths(x, a), fits);
    f->dist = dist_text(fits, a);
    f->why = reason(fits, a);
    f->spread = fmin(fits[0].spread, widest);
    if (x->zeros)
        f->why = arena_print(a, "%s; %d of no length count as half a minute", f->why, x->zeros);
}

/* --- all of them --------------------------------------------------------------------- */

/* A belief about the key that the scenario has already is replaced; two about one key are an error. */
static const char *belief_id(const struct fitting *f, const char *key)
{
    for (int i = 0; f->scenario && i < f->scenario->beliefs.n; i++)
        if (!strcmp(f->scenario->beliefs.at[i].key, key))
            return f->scenario->beliefs.at[i].id;
    return key;
}

static void check_key(const struct fitting *f, const struct sample *x, struct diag *d)
{
    struct key key;
    const char *hint, *wrong = f->scenario ? key_find(f->scenario, x->key, f->arena, &key, &hint) : NULL;
    if (wrong)
        diag_error(d, x->first, hint ? hint : "write it as the scenario does, or leave the cell empty",
                   "%s %s", x->key, wrong);
}

static const char *authority_of(const struct scenario *s)
{
    int scene = s ? s->decision.scene : -1;
    return !s ? "delegated" : scene >= 0 ? s->authorities.at[scene].id : NULL;
}

struct fitting *fitting_of(const char *file, const struct scenario *s, struct diag *d)
{
    struct arena *a = arena_new();
    struct fitting *f = arena_take(a, 1, sizeof *f);
    const char *name = strcmp(file, "-") ? file : "standard input";
    *f = (struct fitting){.arena = a, .scenario = s, .file = arena_text(a, name)};
    f->authority = authority_of(s);
    size_t size;
    char *bytes = read_all(file, &size);
    struct log log = log_read(bytes, size, f->file, a, d);
    struct samples samples = samples_of(&log, f->authority, a, d);
    f->rows = log.n;
    f->n = samples.n;
    f->at = arena_take(a, (size_t)f->n, sizeof *f->at);
    for (int i = 0; i < f->n; i++) {
        const struct sample *x = f->at[i].observed = &samples.at[i];
        check_key(f, x, d);
        f->at[i].belief = belief_id(f, x->key);
        fit_key(&f->at[i], a);
    }
    if (!f->n && !diag_failed(d))
        diag_error(d, (struct place){f->file, 1, 1},
                   "wounded and alerted make one, assigned and launched another",
                   "no row has both moments of a step");
    for (int i = 0; i < f->n; i++) { /* ids outlive the bytes they were read from */
        struct sample *x = &samples.at[i];
        x->id = x->id ? arena_text(a, x->id) : NULL;
    }
    free(bytes);
    if (diag_failed(d)) {
        arena_free(a);
        return NULL;
    }
    return f;
}

const char *fitting_setting(const struct fitting *f, int nth)
{
    for (int i = 0; i < f->n; i++) {
        const struct fitted *x = &f->at[i];
        if (!x->dist)
            continue;
        if (nth-- == 0)
            return arena_print(f->arena, "%s=%s", x->observed->key, x->dist);
        if (x->observed->aside && nth-- == 0)
            return x->observed->aside;
    }
    return NULL;
}

struct rows fitting_rows(struct fitting *f)
{
    FILE *to = open_memstream(&f->simulated, &f->simulated_size);
    if (!to)
        die(EXIT_MEMORY, "cannot keep the simulated times in memory: %s", strerror(errno));
    table_begin(to, casualty_columns);
    return (struct rows){rows_casualties, f->to = to};
}

void fitting_compare(struct fitting *f)
{
    struct diag *unheard = diag_new(); /* the rows are our own */
    fclose(f->to);
    struct log log = log_read(f->simulated, f->simulated_size, "casualties.csv", f->arena, unheard);
    struct samples samples = samples_of(&log, f->authority, f->arena, unheard);
    f->compared = true;
    for (int i = 0; i < f->n; i++)
        for (int k = 0; k < samples.n; k++)
            if (!strcmp(f->at[i].observed->key, samples.at[k].key))
                f->at[i].simulated = &samples.at[k];
    diag_free(unheard);
}

void fitting_free(struct fitting *f)
{
    if (!f)
        return;
    free(f->simulated);
    arena_free(f->arena);
}
