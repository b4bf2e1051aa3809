/* test_keys.c -- no key is there for nothing: what each row of the schema says shows it, does. */
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include "../sim/report/data.h"
#include "base/unit.h"
#include "report/report.h"
#include "scenario/read.h"
#include "scenario/schema.h"
#include "study.h"

/* --- all that a run tells ------------------------------------------------------ */

struct text { /* new memory */
    char *bytes;
    size_t length;
};

static struct results *run(const struct scenario *s, FILE *rows)
{
    struct study study = {.scenario = s,
                          .seed = (uint64_t)s->run.seed,
                          .trials = s->run.trials,
                          .jobs = 1,
                          .rows = {{rows_casualties, rows}, {rows_sorties, rows}}};
    return experiment_run(&study);
}

/* Rows, tables and summary: everything but the manifest, which repeats the scenario itself. */
static struct text told(const char *file, const char *setting)
{
    struct text t;
    FILE *to = open_memstream(&t.bytes, &t.length);
    struct scenario *s = scenario_of(file, (const char *[SETS_MAX]){setting});
    s->digest[0] = 0; /* changes with every key: the summary's copy would prove nothing */
    struct results *r = run(s, to);
    for (const struct data_file *d = data_files; d->name; d++)
        if (d->write) {
            struct table table = table_begin(to, d->columns);
            d->write(&table, r);
        }
    report_summary_json(r, to);
    results_free(r);
    scenario_free(s);
    fclose(to);
    return t;
}

/* --- every key ------------------------------------------------------------------- */

enum { SCENARIOS_MAX = 20, PATH = 96 };

struct look {
    struct known { /* what scenarios tell as they are */
        const char *file;
        struct text told;
    } known[SCENARIOS_MAX];
    int keys, idle;
    int step; /* every so many is tried */
};

static const struct text *told_plainly(struct look *l, const char *file)
{
    struct known *k = l->known;
    while (k->file && strcmp(k->file, file) != 0)
        k++;
    assert_true(k < l->known + SCENARIOS_MAX - 1);
    if (!k->file)
        *k = (struct known){file, told(file, NULL)};
    return &k->told;
}

static bool shows(struct look *l, const struct field *f)
{
    const struct text *plain = told_plainly(l, f->shown_in);
    struct text set = told(f->shown_in, f->shown_by);
    bool same = plain->length == set.length && !memcmp(plain->bytes, set.bytes, set.length);
    free(set.bytes);
    return !same;
}

static void try_keys(struct look *l, const struct record *type, const char *path)
{
    for (const struct field *f = type->fields; f->key; f++) {
        char key[PATH];
        snprintf(key, sizeof key, "%s%s%s", path, *path ? "." : "", f->key);
        if (f->record) {
            try_keys(l, f->record, key);
            continue;
        }
        l->keys++;
        /* Under sanitizers only some are tried; that each says what shows it is always held. */
        if (f->shown_in && f->shown_by && (l->keys % l->step || shows(l, f)))
            continue;
        l->idle++;
        print_error("%s: %s%s changes nothing\n", key,
                    f->shown_by ? "--set " : "what shows it is not said, it", f->shown_by ? f->shown_by : "");
    }
}

TEST(every_key_changes_what_a_run_tells)
{
    struct look l = {.step = test_share(100) < 100 ? 6 : 1};
    try_keys(&l, &schema, "");
    for (struct known *k = l.known; k->file; k++)
        free(k->told.bytes);
    CHECK(l.keys > 120);
    CHECK_INT(l.idle, 0);
}

/* --- none of it -------------------------------------------------------------------- */

static bool may_be_none(const struct field *f)
{
    bool number = f->kind == COUNT || f->kind == NUMBER || f->kind == DURATION || f->kind == DIST;
    return number && f->shown_by && f->least <= 0 && f->most >= 0;
}

/* "assets.helicopter.count=0", where what shows the key sets it alone; false: it sets more. */
static bool none_of(const struct field *f, char set[PATH])
{
    size_t path = strcspn(f->shown_by, "="), key = strlen(f->key);
    if (path <= key || path + 3 > PATH || strncmp(f->shown_by + path - key, f->key, key))
        return false;
    snprintf(set, PATH, "%.*s=0", (int)path, f->shown_by);
    return true;
}

/* False: the checks refuse it, and say why. */
static bool plays(const char *file, const char *set)
{
    struct layers l = {.file = file, .sets = &set, .set_count = 1};
    struct diag *d = diag_new();
    struct scenario *s = scenario_read(&l, d);
    CHECK(s || diag_failed(d));
    diag_free(d);
    if (!s)
        return false;
    struct stage stage = stage_from(s);
    for (uint64_t n = 0; n < 4; n++)
        stage_play(&stage, 1, n);
    CHECK_INT(stage.tally->defects, 0);
    stage_free(&stage);
    return true;
}

static int try_none(const struct record *type)
{
    int played = 0;
    for (const struct field *f = type->fields; f->key; f++) {
        char set[PATH];
        if (f->record) {
            played += try_none(f->record);
            continue;
        }
        if (!may_be_none(f) || !none_of(f, set))
            continue;
        bool good = plays(f->shown_in, set);
        if (!good)
            print_message("    %s is refused\n", set);
        played += good;
    }
    return played;
}

TEST(none_of_anything_is_played_or_refused)
{
    int played = try_none(&schema);
    print_message("    %d keys at nought\n", played);
    CHECK(played > 80);
}
