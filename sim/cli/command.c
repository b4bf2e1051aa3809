/* command.c -- the commands, and what they share. */
#include "cli/command.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>
#include "base/arena.h"
#include "base/diag.h"
#include "base/die.h"
#include "cli/shipped.h"
#include "scenario/read.h"

enum { ERRORS_SHOWN = 20 };

const struct command *const commands[] = {&command_run,    &command_check, &command_trace,
                                          &command_schema, &command_help,  NULL};

static void must_be_readable(const char *file)
{
    if (strcmp(file, "-") != 0 && access(file, R_OK) != 0)
        die(EXIT_FILE, "cannot read %s: %s", file, strerror(errno));
}

/* "A.yaml,B.yaml" is one plan of two files. */
static int split(char *files, const char **at, struct arena *a)
{
    int n = 0;
    for (char *rest, *file = strtok_r(files, ",", &rest); file; file = strtok_r(NULL, ",", &rest)) {
        at[n] = shipped_find(file, "/plans", a);
        must_be_readable(at[n++]);
    }
    return n;
}

static void lay_plan(struct layers *l, const struct given *plan, struct arena *a)
{
    if (!plan->times)
        return;
    const char **files = arena_take(a, strlen(plan->text) + 1, sizeof *files);
    l->plan_count = split(arena_text(a, plan->text), files, a);
    l->plans = files;
}

struct scenario *command_scenario(const struct command_line *line)
{
    const struct given *stressors = &line->option[OPTION_STRESSOR], *sets = &line->option[OPTION_SET];
    struct layers l = {
        .file = shipped_find(line->argument, "", line->memory),
        .stressors = stressors->texts,
        .stressor_count = stressors->times,
        .sets = sets->texts,
        .set_count = sets->times,
    };
    must_be_readable(l.file);
    lay_plan(&l, &line->option[OPTION_PLAN], line->memory);
    struct diag *d = diag_new();
    struct scenario *s = scenario_read(&l, d);
    diag_print(d, stderr, ERRORS_SHOWN);
    diag_free(d);
    return s;
}
