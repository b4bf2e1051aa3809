/* setup.h -- what several commands take from their line alike.
 */
#ifndef CLI_SETUP_H
#define CLI_SETUP_H

#include "cli/command.h"
#include "report/report.h"
#include "scenario/read.h"

/* The result folder, opened: --results, or results/NAME with an ending such as "-compare"; NAME is that of the
 * scenario's file. What was laid over the scenario is noted. */
struct report *report_of(const struct command_line *line, const char *ending);

/* Says which trials broke, on stderr; the exit code, which is `code` when none did. */
int mishaps_code(const struct mishaps *m, int code);
int jobs_of(const struct command_line *line);
uint64_t seed_of(const struct command_line *line, const struct scenario *s);

/* What lies over the scenario, in the order it is laid, for the manifest. */
void overrides_note(const struct command_line *line, struct origin *o);

/* The scenario's file under its stressors and settings, and the nth --plan (A.yaml,B.yaml) over the
 * stressors; `plan` -1: none. Shipped names are found; a file that cannot be read dies with EXIT_FILE. */
struct layers layers_of(const struct command_line *line, int plan);

/* "delegated-launch" for "scenarios/plans/delegated-launch.yaml", "a+b" for "a.yaml,b.yaml". */
const char *plan_name(const struct command_line *line, int plan);

/* Reads it and prints everything that is wrong or odd on stderr; NULL when it is wrong (EXIT_SCENARIO). */
struct scenario *scenario_of_layers(const struct layers *l);

#endif
