/* option.h -- the one table of options.
 *
 * It feeds the parser, the help of each command, the man page and the
 * completion, so these cannot disagree.
 */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include <stdbool.h>
#include <stdint.h>

enum option_id {
    OPTION_TRIALS,
    OPTION_PRECISION,
    OPTION_SEED,
    OPTION_PLAN,
    OPTION_STRESSOR,
    OPTION_SET,
    OPTION_SCENARIO,
    OPTION_TRIAL,
    OPTION_BY,
    OPTION_SELECT,
    OPTION_DELTA,
    OPTION_ONE_MODEL,
    OPTION_WITHOUT_EACH,
    OPTION_TWO_SHOCKS,
    OPTION_VARY,
    OPTION_DESIGN,
    OPTION_POINTS,
    OPTION_JOBS,
    OPTION_RESULTS,
    OPTION_OVERWRITE,
    OPTION_PER_TRIAL,
    OPTION_CASUALTIES,
    OPTION_NO_CHARTS,
    OPTION_JSON,
    OPTION_GATE,
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

#define TAKES(option) (UINT64_C(1) << (option))

/* What was given for one option; all zero when it was not. */
struct given {
    int times;
    const char **texts; /* all of them */
    const char *text;   /* the last */
    int64_t whole;      /* the last, for WHOLE */
    double portion;     /* and for PORTION */
};

#endif
