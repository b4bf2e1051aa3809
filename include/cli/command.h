/* command.h -- a command is one row: its name, its arguments, its help, its function.
 *
 * Options come from one table, in the order of `enum option_id`. The table feeds
 * the parser, the help of each command, the man page and the completion, so
 * these cannot disagree. To add a command: one row here and in command.c.
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdbool.h>
#include <stdint.h>

enum option_id {
    OPTION_TRIALS,
    OPTION_PRECISION,
    OPTION_SEED,
    OPTION_PLAN,
    OPTION_STRESSOR,
    OPTION_SET,
    OPTION_TRIAL,
    OPTION_JOBS,
    OPTION_RESULTS,
    OPTION_OVERWRITE,
    OPTION_PER_TRIAL,
    OPTION_CASUALTIES,
    OPTION_NO_CHARTS,
    OPTION_JSON,
    OPTION_QUIET,
    OPTION_PRINT,
    OPTION_MANUAL,
    OPTION_MAN,
    OPTION_COMPLETION,
    OPTION_HELP, /* of every command, as OPTION_VERSION */
    OPTION_VERSION,
    OPTIONS
};

enum value_kind { FLAG, WORDS, WHOLE, PORTION }; /* nothing, any text, a whole number, "1%" or 0.01 */

struct option {
    const char *name;             /* without the dashes */
    char letter;                  /* 0: none */
    const char *value, *fallback; /* as shown in help; NULL: none */
    enum value_kind kind;
    int64_t least, most;  /* of a whole number */
    bool many;            /* may be given again; all are kept */
    bool changes_numbers; /* the result depends on it */
    const char *text;
};
extern const struct option options[OPTIONS];

#define TAKES(option) (1u << (option))

/* What was given for one option; all zero when it was not. */
struct given {
    int times;
    const char **texts; /* all of them */
    const char *text;   /* the last */
    int64_t whole;      /* the last, for WHOLE */
    double portion;     /* and for PORTION */
};

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
    unsigned options;                       /* TAKES(OPTION_SET) | ...; help and version go without saying */
    const char *summary;                    /* one line: "Run the trials and report." */
    const char *about;                      /* a paragraph or two for its help */
    const char *examples[COMMAND_EXAMPLES]; /* "casevac run first.yaml"; the best one first */
    int (*run)(const struct command_line *line); /* returns the exit code */
};

extern const struct command command_check, command_run, command_trace, command_schema, command_help;

/* All of them, in the order of the help; NULL after the last. */
extern const struct command *const commands[];

/* The scenario the line asks for, read under its stressors, plans and settings. Prints
 * everything that is wrong or odd on stderr; NULL when it is wrong (EXIT_SCENARIO). */
struct scenario *command_scenario(const struct command_line *line);

#endif
