/* cmd_check.c -- casevac check FILE... */
#include <stdio.h>
#include "base/arena.h"
#include "base/die.h"
#include "cli/command.h"
#include "scenario/print.h"
#include "scenario/read.h"

static void summarise(const struct scenario *s)
{
    printf("%s: good: %s\n", s->file, s->name);
    printf("    sites: %d, patrols: %d, kinds of attack: %d, assets: %d, facilities: %d\n", s->sites.n,
           s->patrols.n, s->attacks.n, s->assets.n, s->facilities.n);
    printf("    digest %s\n", s->digest);
}

static int run(const struct command_line *line)
{
    struct scenario *s = command_scenario(line);
    if (!s)
        return EXIT_SCENARIO;
    if (line->option[OPTION_PRINT].times)
        fputs(scenario_print(s, true, line->memory), stdout);
    else
        summarise(s);
    scenario_free(s);
    return EXIT_DONE;
}

const struct command command_check = {
    .name = "check",
    .argument = "SCENARIO",
    .options = TAKES(OPTION_PLAN) | TAKES(OPTION_STRESSOR) | TAKES(OPTION_SET) | TAKES(OPTION_PRINT),
    .summary = "Say everything that is wrong with a scenario, or print it in full.",
    .about =
        "All mistakes are shown at once, each with its file, line and column and what to write instead. "
        "With --print a good scenario is printed as it was understood, defaults and plans worked in; what "
        "is printed reads back to the same scenario.",
    .examples = {"casevac check first", "casevac check mali-2021 --print",
                 "casevac check mali-2021 --plan third-helicopter --set run.horizon='90 d'"},
    .run = run,
};
