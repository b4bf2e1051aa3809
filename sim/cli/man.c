/* man.c -- the tables of commands and options, told to man. */
#include "cli/help.h"

#include "base/version.h"

/* Text as roff wants it: a hyphen that is typed, a backslash that is seen. */
static void roff(FILE *to, const char *text)
{
    if (*text == '.' || *text == '\'')
        fputs("\\&", to);
    for (; *text; text++) {
        if (*text == '-')
            fputs("\\-", to);
        else if (*text == '\\')
            fputs("\\e", to);
        else
            fputc(*text, to);
    }
}

static void roff_line(FILE *to, const char *text)
{
    roff(to, text);
    fputc('\n', to);
}

static void write_option(FILE *to, const struct option *o)
{
    fputs(".TP\n", to);
    if (o->letter)
        fprintf(to, "\\fB\\-%c\\fR, ", o->letter);
    fputs("\\fB\\-\\-", to);
    roff(to, o->name);
    fputs("\\fR", to);
    if (o->value) {
        fputs(" \\fI", to);
        roff(to, o->value);
        fputs("\\fR", to);
    }
    fputc('\n', to);
    roff_line(to, o->text);
    if (o->fallback) {
        fputs("Default: ", to);
        roff(to, o->fallback);
        fputs(".\n", to);
    }
    if (o->changes_numbers)
        fputs("May change a number.\n", to);
}

static void write_command(FILE *to, const struct command *c)
{
    fprintf(to, ".SS casevac %s", c->name);
    if (c->argument)
        fprintf(to, " %s", c->argument);
    fputc('\n', to);
    roff_line(to, c->summary);
    fputs(".PP\n", to);
    roff_line(to, c->about);
    for (int i = 0, told = 0; i < OPTIONS; i++) {
        if (!(c->options & TAKES(i)))
            continue;
        fputs(told++ ? ", " : ".PP\nOptions: ", to);
        fputs("\\fB\\-\\-", to);
        roff(to, options[i].name);
        fputs("\\fR", to);
    }
    fputs(c->options ? ".\n" : "", to);
    fputs(".PP\n.nf\n.RS\n", to);
    for (int i = 0; i < COMMAND_EXAMPLES && c->examples[i]; i++)
        roff_line(to, c->examples[i]);
    fputs(".RE\n.fi\n", to);
}

static void write_head(FILE *to)
{
    fprintf(to,
            ".\\\" Written by \"casevac help --man\"; do not edit.\n"
            ".TH CASEVAC 1 \"\" \"casevac %s\" \"User commands\"\n"
            ".SH NAME\ncasevac \\- stress\\-test casualty evacuation for a mission\n"
            ".SH SYNOPSIS\n.B casevac\n.I COMMAND\n[\\fIoptions\\fR] [\\fISCENARIO\\fR]\n"
            ".SH DESCRIPTION\n"
            "Somebody on our mission is wounded, anywhere, at any hour. How long until they get the care\n"
            "they need, what breaks that, and which change mends it most? A scenario (YAML) says what the\n"
            "mission has; casevac plays it many times over and reports the times to first aid,\n"
            "resuscitation and surgery against the 10\\-1\\-2 guideline.\n"
            ".PP\n"
            "A scenario or a plan is a path, or the bare name of a shipped one (\\fIfirst\\fR,\n"
            "\\fImali\\-2021\\fR) when there is no such file; \\- is a scenario from standard input.\n",
            CASEVAC_VERSION);
}

void man_write(FILE *to)
{
    write_head(to);
    fputs(".SH COMMANDS\n", to);
    for (int i = 0; commands[i]; i++)
        write_command(to, commands[i]);
    fputs(".SH OPTIONS\n", to);
    for (int i = 0; i < OPTIONS; i++)
        write_option(to, &options[i]);
    fputs(".SH EXIT STATUS\n", to);
    for (const struct exit_word *w = exit_words; w->means; w++) {
        fprintf(to, ".TP\n.B %d\n", w->code);
        roff_line(to, w->means);
    }
    fputs(".SH FILES\n.TP\n.I results/NAME/\n"
          "What a run writes: summary.json, CSV files, charts, and a manifest to reproduce it by.\n",
          to);
}

void completion_write(FILE *to)
{
    fputs("# Written by \"casevac help --completion\", for bash.\n"
          "_casevac()\n{\n"
          "    local word=${COMP_WORDS[COMP_CWORD]} words=\n"
          "    case $COMP_CWORD:${COMP_WORDS[1]} in\n"
          "    1:*) words='",
          to);
    for (int i = 0; commands[i]; i++)
        fprintf(to, "%s%s", i ? " " : "", commands[i]->name);
    fputs("' ;;\n", to);
    for (int c = 0; commands[c]; c++) {
        fprintf(to, "    *:%s) words='", commands[c]->name);
        for (int i = 0, told = 0; i < OPTIONS; i++)
            if (command_takes(commands[c], i))
                fprintf(to, "%s--%s", told++ ? " " : "", options[i].name);
        fputs("' ;;\n", to);
    }
    fputs("    esac\n"
          "    if ((COMP_CWORD == 1)) || [[ $word == -* ]]; then\n"
          "        mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
          "    fi\n"
          "}\n"
          "complete -o default -F _casevac casevac\n",
          to);
}
