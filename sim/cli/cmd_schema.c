/* cmd_schema.c -- casevac schema: the scenario language, from its table. */
#include <stdio.h>
#include "base/die.h"
#include "cli/command.h"
#include "scenario/print.h"

static int run(const struct command_line *line)
{
    if (line->option[OPTION_JSON].times)
        schema_json(stdout);
    else if (line->option[OPTION_MANUAL].times)
        schema_manual(stdout);
    else
        schema_help(stdout);
    return EXIT_DONE;
}

const struct command command_schema = {
    .name = "schema",
    .options = TAKES(OPTION_JSON) | TAKES(OPTION_MANUAL),
    .summary = "Describe the scenario language: every key, its unit and its default.",
    .about = "With --json it prints a JSON Schema, for an editor to complete and check scenarios by; with "
             "--manual the reference in Markdown.",
    .examples = {"casevac schema", "casevac schema --json > casevac.schema.json",
                 "casevac schema --manual > REFERENCE.md"},
    .run = run,
};
