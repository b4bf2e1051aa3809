/* command_line.h -- what the user typed.
 *
 * Options may stand before or after the argument, as "--seed 7", "--seed=7",
 * "-s 7" or "-s7". Names are exact, so that new options stay possible.
 */
#ifndef CLI_COMMAND_LINE_H
#define CLI_COMMAND_LINE_H

#include "cli/command.h"

/* The command of that name; dies with EXIT_USAGE, and a guess, when there is none. */
const struct command *command_find(const char *name);

/* Is this flag among the words (NULL after the last), right or wrong as the rest may be? */
bool command_line_asks(char *const *words, enum option_id flag);

/* Reads all after the command; dies with EXIT_USAGE, and the remedy, when it is wrong. */
struct command_line command_line_read(const struct command *c, int argc, char **argv);
void command_line_free(struct command_line *line);

#endif
