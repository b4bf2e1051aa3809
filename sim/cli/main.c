/* main.c -- from what the user typed to what the shell is told. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>
#include "base/die.h"
#include "base/interrupt.h"
#include "cli/help.h"
#include "cli/command_line.h"

/* A full disk is noticed here at the latest: what was printed must have arrived. */
static int printed(int code)
{
    if (fflush(stdout) != 0 || ferror(stdout))
        die(EXIT_FILE, "cannot write to standard output; is the disk full?");
    return code;
}

/* Started without them, as some schedulers do, the first file opened would be taken for standard output. */
static void open_standard_streams(void)
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
        if (fcntl(stream, F_GETFD) < 0 && errno == EBADF &&
            open("/dev/null", stream == STDIN_FILENO ? O_RDONLY : O_WRONLY) != stream)
            _exit(EXIT_FILE);
}

static int run_command(const struct command *c, int argc, char **argv)
{
    if (!c)
        die(EXIT_USAGE, "the command comes first, as in: casevac run first\nTry: casevac --help");
    struct command_line line = command_line_read(c, argc, argv);
    int code = c->run(&line);
    command_line_free(&line);
    return interrupt_came() ? 128 + interrupt_came() : code;
}

int main(int argc, char **argv)
{
    open_standard_streams();
    signal(SIGXFSZ, SIG_IGN); /* a file over the limit is a failed write, and is answered as one */
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
