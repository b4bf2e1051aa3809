/* cmd_explain.c -- casevac explain KEY | CAUSE */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include "base/arena.h"
#include "base/die.h"
#include "base/word.h"
#include "cli/command.h"
#include "evac/pathway.h"
#include "scenario/print.h"

/* "asset busy", as tables write it, is the same as "asset_busy", "Asset busy" and asset/asset_busy. */
static bool same_word(const char *a, const char *b)
{
    for (; *a && *b; a++, b++)
        if (isalnum((unsigned char)*a) != isalnum((unsigned char)*b) ||
            (isalnum((unsigned char)*a) && tolower((unsigned char)*a) != tolower((unsigned char)*b)))
            return false;
    return *a == *b;
}

static int explain_causes(const char *word, struct arena *a, struct nearest *n)
{
    int found = 0;
    for (int w = 0; w < WAITS; w++) {
        const char *phase = phase_ids[waits[w].phase], *cause = waits[w].cause;
        nearest_try(n, cause);
        if (!same_word(word, cause) && !same_word(word, arena_print(a, "%s %s", phase, cause)))
            continue;
        printf("%s%s / %s\n    %s\n    A cause of delay: phase \"%s\" of the charts, a row of phases.csv.\n",
               found++ ? "\n" : "", phase, cause, waits[w].means, phase_says[waits[w].phase]);
    }
    return found;
}

static int run(const struct command_line *line)
{
    struct nearest n = {.wanted = line->argument};
    int found = explain_causes(line->argument, line->memory, &n);
    found += schema_explain(line->argument, stdout, &n);
    if (found)
        return EXIT_DONE;
    die(EXIT_USAGE, "there is no key and no cause of delay \"%s\"%s\nTry: casevac schema", line->argument,
        n.best ? arena_print(line->memory, "; did you mean \"%s\"?", n.best) : "");
}

const struct command command_explain = {
    .name = "explain",
    .argument = "WORD",
    .summary = "Say what a key, or a cause of delay, means.",
    .about =
        "A key is told with its unit, range, default and the source of the default; a part of its path "
        "will do, names of entries or none. A cause of delay is written as in phases.csv and the charts.",
    .examples = {"casevac explain notice_day", "casevac explain assets.helicopter.shared.recall",
                 "casevac explain \"asset busy\""},
    .run = run,
};
