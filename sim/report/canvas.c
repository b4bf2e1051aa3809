/* canvas.c -- the house style, and the one door for text. */
#include "canvas.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include "base/die.h"
#include "base/version.h"
#include "folder.h"
#include "glyph.h"
#include "gp_text.h"
#include "reading.h"
#include "say.h"
#include "utf8.h"

enum { FOOTER_LENGTH = GP_TEXT_MOST, FOOTER_LINES = 4 };

static FILE *open_file(struct canvas *c, const char *ending)
{
    char file[64];
    snprintf(file, sizeof file, "%s%s", c->name, ending);
    char *path = path_join(c->folder, file);
    FILE *to = fopen(path, "w");
    free(path);
    if (to)
        return to;
    c->whole = false; /* a chart that cannot be written costs no table */
    to = fopen("/dev/null", "w");
    if (!to)
        die(EXIT_FILE, "cannot open /dev/null: too many files are open");
    return to;
}

static bool closed(FILE *to)
{
    bool whole = fflush(to) == 0 && !ferror(to);
    return fclose(to) == 0 && whole;
}

static const char style[] = "set encoding utf8\n"
                            "set border 3 lc rgb '" MID "' lw 1\n"
                            "set tics nomirror out scale 0.6 textcolor rgb '" INK "'\n"
                            "set grid ytics lt 1 lw 0.6 lc rgb '#E6E6E6'\n"
                            "set grid noxtics\n"
                            "set xtics noenhanced\n"
                            "set ytics noenhanced\n"
                            "set format x '%.0f'\n"
                            "set format y '%.0f'\n"
                            "set datafile missing 'NaN'\n"
                            "unset key\n"
                            "unset title\n"
                            "set style textbox opaque noborder fillcolor rgb '#28FFFFFF' margins 0.4,0.2\n";

struct canvas canvas_open(const char *folder, const char *name, double left, double right, double top,
                          double bottom)
{
    struct canvas c = {.folder = folder, .name = name, .whole = true};
    c.script = open_file(&c, ".gp");
    c.data = open_file(&c, ".dat");
    fputs("# Draw again with: gnuplot -d, this file, in this folder.\n", c.script);
    fputs(style, c.script);
    fprintf(c.script, "set lmargin at screen %.3f\nset rmargin at screen %.3f\n", left, right);
    fprintf(c.script, "set tmargin at screen %.3f\nset bmargin at screen %.3f\n", top, bottom);
    return c;
}

void canvas_put(struct canvas *c, const char *format, ...)
{
    va_list words;
    va_start(words, format);
    vfprintf(c->script, format, words);
    va_end(words);
    fputc('\n', c->script);
}

void canvas_data(struct canvas *c, int count, const double *numbers)
{
    for (int i = 0; i < count; i++) {
        char figure[32];
        figure_write(numbers[i], 5, figure);
        fprintf(c->data, "%s%s", i ? " " : "", *figure ? figure : "NaN");
    }
    fputc('\n', c->data);
}

void canvas_next_block(struct canvas *c)
{
    fputs("\n\n", c->data);
}

void canvas_label(struct canvas *c, struct spot_on at, const char *text, const char *style_of)
{
    char quoted[GP_TEXT_SIZE], drawn[ALT_SIZE];
    uint32_t missing = glyphs_drawn(text, drawn, sizeof drawn);
    c->missing = c->missing ? c->missing : missing;
    gp_text(drawn, quoted);
    fprintf(c->script, "set label %d %s at %s %.6g,%s %.6g %s noenhanced\n", ++c->labels, quoted, at.x_system,
            at.x, at.y_system, at.y, style_of);
}

/* --- heading and footer --------------------------------------------------- */

/* A long finding is set smaller rather than cut. */
static const char *title_style(const char *title)
{
    static const struct {
        int longest;
        const char *style;
    } sizes[] = {{84, "left font 'Liberation Sans:Bold,20' textcolor rgb '" INK "'"},
                 {98, "left font 'Liberation Sans:Bold,17' textcolor rgb '" INK "'"},
                 {GP_TEXT_MOST, "left font 'Liberation Sans:Bold,14' textcolor rgb '" INK "'"}};
    int i = 0, length = utf8_length(title);
    while (length > sizes[i].longest && sizes[i].longest < GP_TEXT_MOST)
        i++;
    return sizes[i].style;
}

/* The footer in pieces, each kept on one line. */
struct footer {
    int line;
    char text[FOOTER_LINES][4 * FOOTER_LENGTH + 1];
};

static void add_piece(struct footer *f, const char *piece)
{
    char *line = f->text[f->line];
    int used = utf8_length(line), more = utf8_length(piece);
    if (used && used + more + 1 > FOOTER_LENGTH && f->line < FOOTER_LINES - 1)
        line = f->text[++f->line];
    size_t length = strlen(line);
    snprintf(line + length, sizeof f->text[0] - length, "%s%s", length ? " " : "", piece);
}

static void add_words(struct footer *f, const char *words)
{
    char copy[HEADING_SIZE], *rest;
    snprintf(copy, sizeof copy, "%s", words);
    for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
        add_piece(f, word);
}

static struct footer footer_of(const struct heading *h, const struct provenance *r)
{
    struct footer f = {0};
    char name[4 * 48 + 8], trials[SAY_SIZE], casualties[SAY_SIZE], piece[HEADING_SIZE];
    say_name(r->scenario->name, 48, name, sizeof name);
    say_count(r->trials_done, trials);
    say_count(r->casualties, casualties);
    add_words(&f, h->note);
    f.line += f.text[0][0] != 0 && f.line < FOOTER_LINES - 1;
    snprintf(piece, sizeof piece, "%s simulated trials%s, %s casualties.%s", trials,
             r->status == PARTIAL ? " (stopped early)" : "", casualties,
             r->trials_done < TRIALS_ENOUGH ? " With so few, intervals may be too narrow." : "");
    add_words(&f, piece);
    add_piece(&f, name);
    snprintf(piece, sizeof piece, "· casevac %s · seed %" PRIu64 " · scenario %.8s", CASEVAC_VERSION, r->seed,
             r->scenario->digest);
    add_piece(&f, piece);
    return f;
}

static void write_alt(struct canvas *c, const struct heading *h)
{
    FILE *to = open_file(c, ".alt.txt");
    fprintf(to, "%s\n%s\n", h->title, h->alt);
    c->whole = closed(to) && c->whole;
}

void canvas_heading(struct canvas *c, const struct heading *h, const struct provenance *p)
{
    struct footer f = footer_of(h, p);
    canvas_label(c, ON_SCREEN(0.02, 0.955), h->title, title_style(h->title));
    canvas_label(c, ON_SCREEN(0.02, 0.902), h->subtitle,
                 "left font 'Liberation Sans,14' textcolor rgb '" MID "'");
    for (int i = 0; i <= f.line; i++)
        canvas_label(c, ON_SCREEN(0.02, 0.022 + 0.0245 * (f.line - i)), f.text[i],
                     "left font 'Liberation Sans,11' textcolor rgb '" MID "'");
    write_alt(c, h);
}

/* --- drawing ---------------------------------------------------------------- */

static void warn_of_missing(const struct canvas *c)
{
    if (c->missing)
        fprintf(stderr,
                "casevac: chart %s: no font here draws U+%04" PRIX32 ", so it is written as \"?\"\n"
                "    To get fonts: sudo apt install fonts-noto-core fonts-noto-cjk\n",
                c->name, c->missing);
}

bool canvas_plot(struct canvas *c, const char *plot)
{
    warn_of_missing(c);
    fprintf(c->script, "DATA = '%s.dat'\n", c->name);
    fprintf(
        c->script,
        "set terminal pngcairo size %d,%d font 'Liberation Sans,14' fontscale 2 linewidth 2.8 pointscale 2 "
        "dashlength 0.9 background rgb 'white'\n",
        2 * CANVAS_WIDTH, 2 * CANVAS_HEIGHT);
    fprintf(c->script, "set output '%s.png'\nplot %s\n", c->name, plot);
    fprintf(c->script,
            "set terminal svg size %d,%d font 'Liberation Sans,14' linewidth 1.4 dashlength 0.6 background "
            "'white'\n",
            CANVAS_WIDTH, CANVAS_HEIGHT);
    fprintf(c->script, "set output '%s.svg'\nreplot\nset output\n", c->name);
    bool script = closed(c->script), data = closed(c->data);
    return script && data && c->whole;
}
