/* command_line.c -- reading what the user typed. */
#include "cli/command_line.h"

#include <string.h>
#include "base/arena.h"
#include "base/die.h"
#include "base/unit.h"
#include "base/word.h"
#include "cli/help.h"

/* The words still to be read, and what they are read into. */
struct reading {
    struct command_line *line;
    int at;
};

static const char *guess(const struct reading *r, const struct nearest *n, const char *dashes)
{
    return n->best ? arena_print(r->line->memory, "; did you mean \"%s%s\"?", dashes, n->best) : "";
}

const struct command *command_find(const char *name)
{
    struct nearest n = {.wanted = name};
    for (int i = 0; commands[i]; i++) {
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
        nearest_try(&n, commands[i]->name);
    }
    if (n.best)
        die(EXIT_USAGE, "there is no command \"%s\"; did you mean \"%s\"?", name, n.best);
    die(EXIT_USAGE, "there is no command \"%s\"\nTry: casevac --help", name);
}

bool command_line_asks(char *const *words, enum option_id flag)
{
    const char letters[] = {'-', options[flag].letter, 0};
    for (; *words && strcmp(*words, "--") != 0; words++)
        if (strcmp(*words, letters) == 0 ||
            (strncmp(*words, "--", 2) == 0 && strcmp(*words + 2, options[flag].name) == 0))
            return true;
    return false;
}

static _Noreturn void unknown(const struct reading *r, const char *word)
{
    const struct command *c = r->line->command;
    struct nearest n = {.wanted = word};
    for (int i = 0; i < OPTIONS; i++)
        if (command_takes(c, i))
            nearest_try(&n, options[i].name);
    die(EXIT_USAGE, "%s has no option \"--%s\"%s\nTry: casevac %s --help", c->name, word, guess(r, &n, "--"),
        c->name);
}

/* The option called by the first `length` bytes of `word`. */
static int named(const struct reading *r, const char *word, size_t length)
{
    for (int i = 0; i < OPTIONS; i++)
        if (command_takes(r->line->command, i) && strlen(options[i].name) == length &&
            memcmp(options[i].name, word, length) == 0)
            return i;
    unknown(r, arena_print(r->line->memory, "%.*s", (int)length, word));
}

static int lettered(const struct reading *r, char letter)
{
    const struct command *c = r->line->command;
    for (int i = 0; i < OPTIONS; i++)
        if (command_takes(c, i) && options[i].letter == letter && letter)
            return i;
    die(EXIT_USAGE, "%s has no option \"-%c\"\nTry: casevac %s --help", c->name, letter, c->name);
}

static int64_t whole(const struct option *o, const char *text)
{
    size_t digits = strspn(text, "0123456789");
    int64_t value = 0;
    bool fits = digits > 0 && !text[digits];
    for (size_t i = 0; fits && i < digits; i++) {
        fits = value <= (o->most - (text[i] - '0')) / 10;
        value = fits ? 10 * value + (text[i] - '0') : 0;
    }
    if (!fits || value < o->least)
        die(EXIT_USAGE, "--%s: \"%s\" is not a whole number from %lld to %lld", o->name, text,
            (long long)o->least, (long long)o->most);
    return value;
}

static double portion(const struct option *o, const char *text)
{
    double value;
    if (unit_read(text, PURE, &value) || !(value > 0 && value < 1))
        die(EXIT_USAGE, "--%s: \"%s\" is not a share above 0 and below 1, as in 1%%", o->name, text);
    return value;
}

static void keep(struct reading *r, int option, const char *text)
{
    const struct option *o = &options[option];
    struct given *g = &r->line->option[option];
    if (g->times && !o->many)
        die(EXIT_USAGE, "--%s is given twice", o->name);
    if (o->kind == WHOLE)
        g->whole = whole(o, text);
    if (o->kind == PORTION)
        g->portion = portion(o, text);
    if (!g->texts)
        g->texts = arena_take(r->line->memory, (size_t)r->line->argc, sizeof *g->texts);
    g->text = g->texts[g->times++] = text;
}

/* The value of an option: what is joined to it, else the next word. */
static const char *value_of(struct reading *r, const struct option *o, const char *joined)
{
    const char *text = joined;
    if (!text && r->at < r->line->argc && r->line->argv[r->at][0] != '-')
        text = r->line->argv[r->at++];
    if (!text || !*text)
        die(EXIT_USAGE, "--%s needs a value: --%s %s", o->name, o->name, o->value);
    return text;
}

static void read_name(struct reading *r, const char *word)
{
    size_t length = strcspn(word, "=");
    const char *joined = word[length] ? word + length + 1 : NULL;
    int option = named(r, word, length);
    const struct option *o = &options[option];
    if (o->kind == FLAG && joined)
        die(EXIT_USAGE, "--%s takes no value, but has \"%s\"", o->name, joined);
    keep(r, option, o->kind == FLAG ? "" : value_of(r, o, joined));
}

/* Letters of flags may be joined; the rest of the word is the value of one that takes any. */
static void read_letters(struct reading *r, const char *letters)
{
    for (; *letters; letters++) {
        int option = lettered(r, *letters);
        const struct option *o = &options[option];
        if (o->kind != FLAG) {
            keep(r, option, value_of(r, o, letters[1] ? letters + 1 : NULL));
            return;
        }
        keep(r, option, "");
    }
}

static void read_argument(struct reading *r, const char *word)
{
    struct command_line *line = r->line;
    const char *name = line->command->name;
    if (!line->command->argument)
        die(EXIT_USAGE, "%s takes no file; \"%s\" is too much\nTry: casevac %s --help", name, word, name);
    if (line->argument)
        die(EXIT_USAGE, "%s takes one %s; after \"%s\", \"%s\" is too much", name, line->command->argument,
            line->argument, word);
    line->argument = word;
}

static void read_word(struct reading *r, const char *word, bool *options_ended)
{
    if (*options_ended || word[0] != '-' || !word[1])
        read_argument(r, word);
    else if (strcmp(word, "--") == 0)
        *options_ended = true;
    else if (word[1] == '-')
        read_name(r, word + 2);
    else
        read_letters(r, word + 1);
}

struct command_line command_line_read(const struct command *c, int argc, char **argv)
{
    struct command_line line = {.command = c, .argc = argc, .argv = argv, .memory = arena_new()};
    struct reading r = {&line, 2};
    bool options_ended = false;
    while (r.at < argc)
        read_word(&r, argv[r.at++], &options_ended);
    if (c->argument && c->argument[0] != '[' && !line.argument)
        die(EXIT_USAGE, "%s needs a %s\nTry: casevac %s --help", c->name, c->argument, c->name);
    return line;
}

void command_line_free(struct command_line *line)
{
    arena_free(line->memory);
}
