/* command.h -- a command is one row: its name, its arguments, its help, its function.
 *
 * To add one: its row in a file cmd_*.c, its name here and in command.c.
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "cli/option.h"

/* A command line that was read: only options the command takes, values within their limits. */
struct command_line {
    const struct command *command;
    const char *argument; /* as typed, "-" for standard input; NULL when there is none */
    struct given option[OPTIONS];
    int argc; /* all of it, for the manifest */
    char **argv;
    struct arena *memory; /* for what lives as long as the line */
};

enum { COMMAND_EXAMPLES = 4 };

struct command {
    const char *name;
    const char *argument;                   /* "SCENARIO"; "[COMMAND]" may be left out; NULL: none */
    uint64_t options;                       /* TAKES(OPTION_SET) | ...; help and version go without saying */
    const char *summary;                    /* one line: "Run the trials and report." */
    const char *about;                      /* a paragraph or two for its help */
    const char *examples[COMMAND_EXAMPLES]; /* "casevac run first.yaml"; the best one first */
    int (*run)(const struct command_line *line); /* returns the exit code */
};

extern const struct command command_check, command_run, command_compare, command_sweep, command_stress,
    command_trace, command_fit, command_report, command_schema, command_explain, command_help;

/* All of them, in the order of the help; NULL after the last. */
extern const struct command *const commands[];

/* The scenario the line asks for, read under its stressors, plans and settings. Prints
 * everything that is wrong or odd on stderr; NULL when it is wrong (EXIT_SCENARIO). */
struct scenario *command_scenario(const struct command_line *line);

#endif
