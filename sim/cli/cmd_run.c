/* cmd_run.c -- casevac run SCENARIO */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "base/arena.h"
#include "base/die.h"
#include "cli/command.h"
#include "report/report.h"
#include "scenario/read.h"

/* A file's own name, without the folders it lies in: those are this machine's affair. */
static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* "My Mission.yaml" in any folder becomes "my-mission": safe as a folder's name. */
static char *slug(const char *path, struct arena *a)
{
    char *name = arena_text(a, file_name(path));
    char *dot = strrchr(name, '.');
    if (dot && dot > name && (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0))
        *dot = 0;
    bool wordy = false;
    for (char *c = name; *c; c++) {
        unsigned char letter = (unsigned char)*c;
        bool plain = letter < 128 && isalnum(letter);
        wordy = wordy || plain;
        *c = plain ? (char)tolower(letter) : letter == '_' || letter == '.' ? *c : '-';
    }
    return wordy ? name : arena_text(a, "scenario");
}

static const char *folder_of(const struct command_line *line)
{
    const char *given = line->option[OPTION_RESULTS].text;
    return given ? given : arena_print(line->memory, "results/%s", slug(line->argument, line->memory));
}

static int cores(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n > 0 ? (int)n : 1;
}

/* With a precision to reach and no number given, as many as it takes, within reason. */
static int64_t trials_of(const struct command_line *line, const struct scenario *s)
{
    const int64_t most = 1000000;
    if (line->option[OPTION_TRIALS].times)
        return line->option[OPTION_TRIALS].whole;
    return line->option[OPTION_PRECISION].times ? most : s->run.trials;
}

static struct study study_of(const struct command_line *line, const struct scenario *s)
{
    const struct given *o = line->option;
    return (struct study){
        .scenario = s,
        .seed = (uint64_t)(o[OPTION_SEED].times ? o[OPTION_SEED].whole : s->run.seed),
        .trials = trials_of(line, s),
        .precision = o[OPTION_PRECISION].portion,
        .jobs = o[OPTION_JOBS].times ? (int)o[OPTION_JOBS].whole : cores(),
        .progress = !o[OPTION_QUIET].times,
    };
}

static void want_rows(const struct command_line *line, struct report *p, struct study *study)
{
    struct rows *next = study->rows;
    if (line->option[OPTION_PER_TRIAL].times)
        *next++ = (struct rows){rows_trial, report_rows(p, "trials.csv")};
    if (line->option[OPTION_CASUALTIES].times) {
        *next++ = (struct rows){rows_casualties, report_rows(p, "casualties.csv")};
        *next++ = (struct rows){rows_sorties, report_rows(p, "sorties.csv")};
    }
}

/* "plans/a.yaml,b.yaml" is "a.yaml,b.yaml". */
static const char *file_names(const char *list, struct arena *a)
{
    char *names = arena_text(a, list), *to = names;
    for (const char *from = list; *from;) {
        size_t length = strcspn(from, ",");
        char *one = arena_print(a, "%.*s", (int)length, from);
        to = stpcpy(to, file_name(one));
        from += length;
        if (*from)
            *to++ = *from++;
    }
    *to = 0;
    return names;
}

/* What lies over the scenario, in the order it is laid. */
static void note_overrides(const struct command_line *line, struct report *p)
{
    static const enum option_id laid[] = {OPTION_STRESSOR, OPTION_PLAN, OPTION_SET};
    for (size_t i = 0; i < sizeof laid / sizeof *laid; i++) {
        const struct given *g = &line->option[laid[i]];
        for (int k = 0; k < g->times; k++)
            report_override(p, options[laid[i]].name,
                            laid[i] == OPTION_SET ? g->texts[k] : file_names(g->texts[k], line->memory));
    }
}

static void tell(const struct command_line *line, const struct results *r, const char *folder, bool charts)
{
    if (line->option[OPTION_JSON].times)
        report_summary_json(r, stdout);
    else if (!line->option[OPTION_QUIET].times)
        report_summary(r, folder, charts, stdout);
    if (r->interrupted_by)
        fprintf(stderr, "Kept %lld of %lld trials in %s\n", (long long)r->trials_done,
                (long long)r->trials_asked, folder);
}

static int run(const struct command_line *line)
{
    struct scenario *s = command_scenario(line);
    if (!s)
        return EXIT_SCENARIO;
    const char *folder = folder_of(line);
    struct report *p = report_open(folder, line->option[OPTION_OVERWRITE].times > 0);
    note_overrides(line, p);
    struct study study = study_of(line, s);
    want_rows(line, p, &study);
    struct results *r = experiment_run(&study);
    int code = report_close(p, r, !line->option[OPTION_NO_CHARTS].times, line->argc, line->argv);
    tell(line, r, folder, !line->option[OPTION_NO_CHARTS].times && code == EXIT_DONE);
    if (code == EXIT_DONE && line->option[OPTION_GATE].times && report_goals_missed(r))
        code = EXIT_GOAL;
    if (r->interrupted_by)
        code = 128 + r->interrupted_by;
    results_free(r);
    scenario_free(s);
    return code;
}

const struct command command_run = {
    .name = "run",
    .argument = "SCENARIO",
    .options = TAKES(OPTION_TRIALS) | TAKES(OPTION_PRECISION) | TAKES(OPTION_SEED) | TAKES(OPTION_PLAN) |
               TAKES(OPTION_STRESSOR) | TAKES(OPTION_SET) | TAKES(OPTION_JOBS) | TAKES(OPTION_RESULTS) |
               TAKES(OPTION_OVERWRITE) | TAKES(OPTION_PER_TRIAL) | TAKES(OPTION_CASUALTIES) |
               TAKES(OPTION_NO_CHARTS) | TAKES(OPTION_JSON) | TAKES(OPTION_GATE) | TAKES(OPTION_QUIET),
    .summary = "Play a scenario many times over and report the times to care.",
    .about = "Prints the headline and writes tables (CSV), a summary (JSON), charts and a manifest to "
             "results/NAME/ under the current folder. Ctrl-C keeps the trials that are finished.",
    .examples = {"casevac run first",
                 "casevac run mali-2021 --plan third-helicopter --results results/third-helicopter",
                 "casevac run mission.yaml --trials 20000 --jobs 4 --set run.horizon='90 d'"},
    .run = run,
};
