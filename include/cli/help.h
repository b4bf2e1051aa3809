/* help.h -- the two tables, told to people, to man and to the shell.
 */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <stdio.h>
#include "cli/command.h"

void help_overview(FILE *to); /* twenty lines at most */
void help_command(const struct command *c, FILE *to);
void help_version(FILE *to);

void man_write(FILE *to);        /* casevac.1 */
void completion_write(FILE *to); /* for bash */

/* May the command be given this option? Help and version always. */
bool command_takes(const struct command *c, int option);

/* What each exit code means, in rising order. */
struct exit_word {
    int code;
    const char *means; /* NULL after the last */
};
extern const struct exit_word exit_words[];

#endif
