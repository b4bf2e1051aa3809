/* cmd_help.c -- casevac help [COMMAND] */
#include "base/die.h"
#include "cli/help.h"
#include "cli/command_line.h"

static int run(const struct command_line *line)
{
    if (line->option[OPTION_MAN].times)
        man_write(stdout);
    else if (line->option[OPTION_COMPLETION].times)
        completion_write(stdout);
    else if (line->argument)
        help_command(command_find(line->argument), stdout);
    else
        help_overview(stdout);
    return EXIT_DONE;
}

const struct command command_help = {
    .name = "help",
    .argument = "[COMMAND]",
    .options = TAKES(OPTION_MAN) | TAKES(OPTION_COMPLETION),
    .summary = "Say what a command does and which options it takes.",
    .about =
        "Without a command, lists them. The manual page and the completion for bash are written from the "
        "same tables.",
    .examples = {"casevac help run", "source <(casevac help --completion)"},
    .run = run,
};
