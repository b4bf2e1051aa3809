/* manual.c -- the reference, written by the table itself. */
#include <string.h>
#include "describe.h"
#include "scenario/print.h"

static const char introduction[] =
    "# The scenario language\n"
    "\n"
    "<!-- Made by `casevac schema --manual`; change sim/scenario/schema_*.c instead. -->\n"
    "\n"
    "A scenario is a YAML file. Every collection is a mapping by name; every quantity carries its unit\n"
    "(only 0 needs none); what is not given takes the default in the tables below. The classes, mechanisms,\n"
    "kinds of attack and authorities of [defaults.yaml](defaults.yaml) are there already: a scenario "
    "changes\n"
    "any of their keys, or removes one with `name: ~`. `casevac check FILE` names every mistake with its "
    "place;\n"
    "`casevac check FILE --print` prints the scenario in full.\n"
    "\n"
    "## Values\n"
    "\n"
    "| written | means |\n"
    "|---|---|\n"
    "| `20 min`, `1.5 h` | a time: ms, s, min, h, d or wk |\n"
    "| `300 m`, `12.5 km` | a distance: m, km or nm (nautical mile) |\n"
    "| `220 km/h` | a speed: km/h, m/s or kn |\n"
    "| `12 /yr` | a rate: /h, /d, /wk, /month (30.4375 d) or /yr (365.25 d) |\n"
    "| `0.2 /100km` | a rate per distance: /km or /100km |\n"
    "| `0.15`, `15 %` | a number or share |\n"
    "| `true`, `false` | yes or no, and no other words for it |\n"
    "| `06:30`, `2021-03-01` | a time of day, a date |\n"
    "| `day 3 06:15` | a moment: day 1 is the first |\n"
    "| `~` | the default; for an entry of a collection: remove it |\n"
    "\n"
    "A random time or count may be a plain quantity or one of these distributions. Each also takes `plus` "
    "(a\n"
    "shift), `least` and `most` (limits, after the shift): `negative_binomial(mean 1.3, size 1.2, plus 1, "
    "most 14)`.\n"
    "Inside `{ }` or `[ ]`, and where it holds a colon, a distribution needs quotes.\n"
    "\n";

static const char overlays[] =
    "## Plans, stressors and --set\n"
    "\n"
    "A plan or stressor is a file of the same form laid over the scenario, key by key: the defaults lie "
    "lowest,\n"
    "then the scenario, stressors, plans, and `--set key.path=value`. In these overlays\n"
    "\n"
    "- `~` removes an entry of a collection, and restores the default of any other key;\n"
    "- lists, shares and hour profiles are replaced as a whole;\n"
    "- the name of an entry may be `\"*\"` (all entries) or `\"*[kind: helicopter, night: true]\"` (all "
    "whose values\n"
    "  in force, defaults included, are these);\n"
    "- a number may be relative to the value in force: `x1.5`, `+20 min`, `-1`. A distribution is scaled by "
    "`x`\n"
    "  and shifted by `+`. Where a key may be negative, `-1` is the value itself.\n"
    "\n"
    "A stressor may hold several overlays by name under `rungs:`; `FILE:rung` picks one. Plans and stressors "
    "may have\n"
    "a `name` and `about` of their own.\n"
    "\n"
    "A file has at most 4 MiB, is nested at most 32 deep, and holds at most 500,000 keys and values, 1,000 "
    "keys in a\n"
    "mapping, 10,000 items in a list, 64 bytes in a key and 4 KiB in a value. Anchors, aliases, tags and "
    "merge keys\n"
    "are not used.\n"
    "\n";

/* Markdown takes a bar for the end of a cell. */
static void write_cell(FILE *to, const char *text, bool code)
{
    fputs(code ? " `" : " ", to);
    for (; *text; text++)
        fprintf(to, *text == '|' ? "\\|" : "%c", *text);
    fputs(code ? "` |" : " |", to);
}

static void write_row(FILE *to, const struct field *f, const char *prefix, struct arena *a)
{
    const char *fallback = describe_default(f);
    fprintf(to, "| `%s%s` |", prefix, f->key);
    write_cell(to, f->help, false);
    write_cell(to, describe_value(f, a), false);
    write_cell(to, describe_range(f, a), false);
    write_cell(to, fallback, f->fallback && strcmp(fallback, "empty") != 0);
    write_cell(to, f->source ? f->source : "", false);
    fputs("\n", to);
}

static void write_rows(FILE *to, const struct record *type, const char *prefix, struct arena *a)
{
    for (const struct field *f = type->fields; f->key; f++) {
        if (f->kind == RECORD)
            write_rows(to, f->record, arena_print(a, "%s%s.", prefix, f->key), a);
        else if (f->kind != MAP)
            write_row(to, f, prefix, a);
    }
}

static void write_table(FILE *to, const struct record *type, struct arena *a)
{
    fputs("| key | what it says | value | range | default | source of the default |\n", to);
    fputs("|---|---|---|---|---|---|\n", to);
    write_rows(to, type, "", a);
    fputs("\n", to);
}

static void write_top_texts(FILE *to, struct arena *a)
{
    fprintf(to, "## At the top\n\n%s\n\n", schema.help);
    fputs("| key | what it says | value | range | default | source of the default |\n", to);
    fputs("|---|---|---|---|---|---|\n", to);
    for (const struct field *f = schema.fields; f->key; f++)
        if (f->kind != RECORD && f->kind != MAP)
            write_row(to, f, "", a);
    fputs("\n", to);
}

/* "lognormal(median, sigma): most delays; ..." */
static void write_family(FILE *to, const char *help)
{
    int form = (int)(strchr(help, ')') - help) + 1;
    fprintf(to, "- `%.*s`%s\n", form, help, help + form);
}

void schema_manual(FILE *to)
{
    struct arena *a = arena_new();
    fputs(introduction, to);
    for (int row = 0; dist_family_help(row); row++)
        write_family(to, dist_family_help(row));
    fputs("\n", to);
    fputs(overlays, to);
    write_top_texts(to, a);
    for (const struct field *f = schema.fields; f->key; f++) {
        if (f->kind != RECORD && f->kind != MAP)
            continue;
        fprintf(to, "## %s\n\n%s%s\n\n", f->key, f->record->help,
                f->kind == MAP ? " A mapping of names to entries with these keys:" : "");
        write_table(to, f->record, a);
    }
    arena_free(a);
}

void schema_help(FILE *to)
{
    fputs("A scenario is a YAML file with these keys at its top:\n\n", to);
    for (const struct field *f = schema.fields; f->key; f++)
        fprintf(to, "    %-12s %s\n", f->key, f->record ? f->record->help : f->help);
    fputs("\ncasevac schema --manual prints every key with its unit and default; --json a JSON Schema for "
          "editors.\n",
          to);
}
