/* command.c -- the commands, and what they share. */
#include "cli/command.h"

#include "base/die.h"
#include "cli/setup.h"
#include "scenario/read.h"

const struct command *const commands[] = {&command_run,    &command_compare, &command_sweep, &command_stress,
                                          &command_check,  &command_trace,   &command_fit,   &command_report,
                                          &command_schema, &command_explain, &command_help,  NULL};

struct scenario *command_scenario(const struct command_line *line)
{
    const struct given *plans = &line->option[OPTION_PLAN];
    if (plans->times > 1)
        die(EXIT_USAGE,
            "--plan is given twice; lay several files as --plan A.yaml,B.yaml, or set plans side by "
            "side with: casevac compare");
    struct layers l = layers_of(line, plans->times - 1);
    return scenario_of_layers(&l);
}
