/* help.c -- the tables of commands and options, told to people. */
#include "cli/help.h"

#include <string.h>
#include "base/die.h"
#include "base/version.h"

enum { WIDTH = 80, INDENT = 26, EVERYWHERE = TAKES(OPTION_HELP) | TAKES(OPTION_VERSION) };

// clang-format off
const struct exit_word exit_words[] = {
    { EXIT_DONE,     "Done." },
    { EXIT_DEFECT,   "A defect in casevac; the message says how to see it again." },
    { EXIT_USAGE,    "Wrong use of the command line." },
    { EXIT_SCENARIO, "The scenario or the log is not valid; nothing was run." },
    { EXIT_FILE,     "A file could not be read or written, the disk is full, or what is there may not be overwritten." },
    { EXIT_GOAL,     "A goal of the scenario is missed; only with --gate." },
    { EXIT_CHARTS,   "The data is written, but charts could not be drawn." },
    { EXIT_MEMORY,   "Out of memory." },
    { 129,           "Ended by SIGHUP (the terminal is gone); the finished trials are kept and reported as partial." },
    { 130,           "Interrupted by Ctrl-C; likewise." },
    { 143,           "Ended by SIGTERM; likewise." },
    { 0, NULL }
};
// clang-format on

bool command_takes(const struct command *c, int option)
{
    return ((c->options | EVERYWHERE) & TAKES(option)) != 0;
}

/* Prints words from `column` on, going on under `indent` when a line is full. */
static void wrap(FILE *to, const char *text, int column, int indent)
{
    int at = column;
    while (*text) {
        int length = (int)strcspn(text, " \n");
        if (at > indent && at + 1 + length > WIDTH) {
            fprintf(to, "\n%*s", indent, "");
            at = indent;
        }
        at += fprintf(to, "%s%.*s", at > indent ? " " : "", length, text);
        text += length;
        if (*text == '\n') {
            fprintf(to, "\n%*s", indent, "");
            at = indent;
        }
        text += *text != 0;
    }
    fputc('\n', to);
}

static void tell_option(FILE *to, const struct option *o)
{
    int at = o->letter ? fprintf(to, "  -%c, ", o->letter) : fprintf(to, "      ");
    at += fprintf(to, "--%s%s%s", o->name, o->value ? " " : "", o->value ? o->value : "");
    if (at >= INDENT)
        fprintf(to, "\n%*s", INDENT, "");
    else
        fprintf(to, "%*s", INDENT - at, "");
    char text[400];
    int length = snprintf(text, sizeof text, "%s", o->text);
    if (o->fallback)
        snprintf(text + length, sizeof text - (size_t)length, " Default: %s.", o->fallback);
    wrap(to, text, INDENT, INDENT);
}

static void tell_options(FILE *to, const struct command *c, bool changes_numbers, const char *title)
{
    for (int i = 0; i < OPTIONS; i++) {
        if (!command_takes(c, i) || options[i].changes_numbers != changes_numbers)
            continue;
        if (title)
            fprintf(to, "\n%s\n", title);
        title = NULL;
        tell_option(to, &options[i]);
    }
}

void help_command(const struct command *c, FILE *to)
{
    fprintf(to, "%s\n\nExamples:\n", c->summary);
    for (int i = 0; i < COMMAND_EXAMPLES && c->examples[i]; i++)
        fprintf(to, "  %s\n", c->examples[i]);
    fprintf(to, "\nUsage: casevac %s%s%s [options]\n\n", c->name, c->argument ? " " : "",
            c->argument ? c->argument : "");
    wrap(to, c->about, 0, 0);
    tell_options(to, c, true, "Options that may change a number:");
    tell_options(to, c, false, "Options:");
}

void help_overview(FILE *to)
{
    fputs("casevac: how long until the wounded get the care they need, and what breaks that\n\n"
          "  casevac run first                   a first report, in results/first/\n"
          "  casevac check my-mission.yaml       everything that is wrong with a scenario\n"
          "  casevac trace mali-2021 --trial 7   one trial, told event by event\n\n"
          "Commands:\n",
          to);
    for (int i = 0; commands[i]; i++)
        fprintf(to, "  %-8s %s\n", commands[i]->name, commands[i]->summary);
    fputs("\ncasevac COMMAND --help says more of each; man casevac has all of it.\n", to);
}

void help_version(FILE *to)
{
    fprintf(to, "casevac %s\nbuilt with %s\n", CASEVAC_VERSION, LIBRARIES);
}
