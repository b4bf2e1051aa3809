/* main.c -- from what the user typed to what the shell is told. */
#include <stdio.h>
#include "base/die.h"
#include "cli/help.h"
#include "cli/command_line.h"

/* A full disk is noticed here at the latest: what was printed must have arrived. */
static int printed(int code)
{
    if (fflush(stdout) != 0 || ferror(stdout))
        die(EXIT_FILE, "cannot write to standard output; is the disk full?");
    return code;
}

static int run_command(const struct command *c, int argc, char **argv)
{
    if (!c)
        die(EXIT_USAGE, "the command comes first, as in: casevac run first\nTry: casevac --help");
    struct command_line line = command_line_read(c, argc, argv);
    int code = c->run(&line);
    command_line_free(&line);
    return code;
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        help_overview(stderr);
        return EXIT_USAGE;
    }
    const struct command *c = argv[1][0] == '-' ? NULL : command_find(argv[1]);
    if (command_line_asks(argv + 1, OPTION_HELP)) {
        if (c)
            help_command(c, stdout);
        else
            help_overview(stdout);
        return printed(EXIT_DONE);
    }
    if (command_line_asks(argv + 1, OPTION_VERSION)) {
        help_version(stdout);
        return printed(EXIT_DONE);
    }
    return printed(run_command(c, argc, argv));
}
