/* log.c -- a CSV file of evacuations becomes rows of moments. */
#include "log.h"

#include <math.h>
#include <string.h>
#include "base/unit.h"
#include "base/word.h"
#include "data.h"

const char *const log_words[LOG_WORDS] = {"trial", "incident", "light", "means", "class", "authority"};

enum { COLUMNS_MOST = 256 };

/* What a column holds. */
struct holds {
    enum { NOTHING, MOMENT, UNSAFE, WORD } what;
    int which;
    double times; /* ms in one of its unit; 0: times of day or dates */
    const char *name;
};

struct reader {
    char *at, *end;
    char separator;
    int line, column;
    struct log log;
    struct arena *arena;
    struct diag *diag;
    int columns, room;
    bool dated, since; /* columns of either kind were seen */
    struct holds holds[COLUMNS_MOST];
};

/* --- cells ------------------------------------------------------------------ */

struct cell {
    const char *text;
    struct place at;
    bool last; /* of its row */
};

static void step(struct reader *r)
{
    if (*r->at == '\n') {
        r->line++;
        r->column = 0;
    }
    if ((*r->at & 0xc0) != 0x80)
        r->column++;
    r->at++;
}

/* The inside of quotes, two of them standing for one; left at what follows. */
static char *unquote(struct reader *r, struct place at)
{
    char *to = r->at + 1, *text = to;
    for (step(r); r->at < r->end; step(r)) {
        if (*r->at == '"' && (r->at + 1 == r->end || r->at[1] != '"'))
            break;
        if (*r->at == '"')
            step(r);
        *to++ = *r->at;
    }
    if (r->at == r->end) {
        diag_error(r->diag, at, "end it with another", "the quotes are never closed");
        to = text;
    } else {
        step(r);
    }
    *to = 0;
    return text;
}

static char *trimmed(char *text)
{
    text += strspn(text, " ");
    for (char *end = text + strlen(text); end > text && (end[-1] == ' ' || end[-1] == '\r');)
        *--end = 0;
    return text;
}

static bool is_text(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < ' ' || *text == 127)
            return false;
    return true;
}

static struct cell cell_next(struct reader *r)
{
    struct cell c = {.at = {r->log.file, r->line, r->column}};
    char *text = r->at < r->end && *r->at == '"' ? unquote(r, c.at) : r->at;
    while (r->at < r->end && *r->at != r->separator && *r->at != '\n')
        step(r);
    char *stop = r->at;
    c.last = r->at >= r->end || *r->at == '\n';
    if (r->at < r->end)
        step(r);
    *stop = 0;
    c.text = trimmed(text);
    if (!is_text(c.text))
        diag_error(r->diag, c.at, NULL, "holds a control character");
    return c;
}

/* --- the head ----------------------------------------------------------------- */

/* "alerted_min", "alerted_ms" or "alerted": what is left of the name is NULL, or the unit is told. */
static bool named(const char *name, const char *id, double *times)
{
    size_t length = strlen(id);
    if (strncmp(name, id, length) != 0)
        return false;
    *times = !strcmp(name + length, "_ms") ? 1 : !strcmp(name + length, "_min") ? (double)MINUTES(1) : 0;
    return *times > 0 || !name[length];
}

static bool of_casualties(const char *name)
{
    for (const struct column *c = casualty_columns; c->name; c++)
        if (!strcmp(c->name, name))
            return true;
    return false;
}

static struct holds holds_of(const char *name)
{
    struct holds h = {.name = name};
    for (h.which = 0; h.which < MOMENTS; h.which++)
        if (named(name, moment_ids[h.which], &h.times)) {
            h.what = MOMENT;
            return h;
        }
    if (named(name, "scene_scene_unsafe", &h.times) && h.times > 0) {
        h.what = UNSAFE;
        return h;
    }
    for (h.which = 0; h.which < LOG_WORDS; h.which++)
        if (!strcmp(name, log_words[h.which])) {
            h.what = WORD;
            return h;
        }
    return h;
}

static const char *hint_of(struct reader *r, const char *name)
{
    struct nearest nearest = {.wanted = name};
    for (int m = 0; m < MOMENTS; m++)
        nearest_try(&nearest, arena_print(r->arena, "%s_min", moment_ids[m]));
    for (int w = 0; w < LOG_WORDS; w++)
        nearest_try(&nearest, log_words[w]);
    return nearest.best ? arena_print(r->arena, "did you mean \"%s\"?", nearest.best) : NULL;
}

static void check_column(struct reader *r, const struct cell *c, const struct holds *h)
{
    for (const struct holds *g = r->holds; g < r->holds + r->columns; g++)
        if (h->what != NOTHING && g->what == h->what && g->which == h->which)
            diag_error(r->diag, c->at, "keep one of them", "\"%s\" and \"%s\" say the same", g->name,
                       h->name);
    if (h->what == NOTHING && !of_casualties(c->text))
        diag_warn(r->diag, c->at, hint_of(r, c->text), "the column \"%s\" is not known; it is skipped",
                  c->text);
    if (h->what != MOMENT)
        return;
    r->dated = r->dated || h->times == 0;
    r->since = r->since || (h->times > 0 && h->which != M_WOUNDED);
}

static void read_head(struct reader *r)
{
    struct place start = {r->log.file, 1, 1};
    struct cell c = {.last = false};
    while (!c.last && r->columns < COLUMNS_MOST) {
        c = cell_next(r);
        struct holds h = holds_of(c.text);
        check_column(r, &c, &h);
        r->holds[r->columns++] = h;
    }
    if (!c.last)
        diag_error(r->diag, c.at, NULL, "has more than %d columns", COLUMNS_MOST);
    if (!r->dated && !r->since)
        diag_error(r->diag, start, "the first line names them: wounded, alerted_min, decided_min ...",
                   "no column holds a moment of an evacuation");
    if (r->dated && r->since)
        diag_error(r->diag, start, "write all as minutes since wounding, or all as times of day",
                   "some moments are since wounding (_min, _ms), others are times of day or dates");
}

/* --- rows ----------------------------------------------------------------------- */

static bool good_moment(struct reader *r, const struct cell *c, const struct holds *h, enum log_time *kind,
                        double *value)
{
    bool good = log_time_read(c->text, kind, value);
    if (good && h->times > 0 && *kind == LOG_SINCE && *value >= 0)
        return true;
    if (good && h->times == 0 && *kind != LOG_SINCE)
        return true;
    diag_error(r->diag, c->at,
               h->times > 0 ? "write a number such as 12.5, or leave the cell empty"
                            : "write 06:12 or 2021-03-04 06:12, or leave the cell empty",
               "%s: \"%s\" is no time%s", h->name, c->text, h->times > 0 ? " since wounding" : "");
    return false;
}

static void read_moment(struct reader *r, const struct cell *c, const struct holds *h, struct log_row *row,
                        bool kinds[])
{
    enum log_time kind;
    double value = 0;
    if (h->which == M_WOUNDED && h->times > 0) /* on a clock of its own: the others count from it */
        return;
    if (!good_moment(r, c, h, &kind, &value))
        return;
    if (h->times > 0 && value * h->times > (double)DAYS(365))
        diag_error(r->diag, c->at, "name the column by the unit of its figures: _min or _ms",
                   "%s: \"%s\" is more than a year after wounding", h->name, c->text);
    kinds[kind] = true;
    row->at_ms[h->which] = h->times > 0 ? value * h->times : value;
}

static void read_word(struct reader *r, const struct cell *c, const struct holds *h, struct log_row *row)
{
    row->word[h->which] = c->text;
    row->word_column[h->which] = c->at.column;
    if (h->which == LOG_LIGHT && strcmp(c->text, "day") != 0 && strcmp(c->text, "night") != 0)
        diag_error(r->diag, c->at, "write day or night, or leave the cell empty",
                   "light: \"%s\" is neither day nor night", c->text);
}

static void read_unsafe(struct reader *r, const struct cell *c, const struct holds *h, struct log_row *row)
{
    enum log_time kind;
    double value = 0;
    if (good_moment(r, c, h, &kind, &value))
        row->unsafe_ms = value * h->times;
}

/* Times of day count from wounding and pass midnight once; an hour before it is a slip, which is noted
 * later. Where wounding is not known, from the first moment that is, and half a day either way. */
static void unwind(struct log_row *row)
{
    const double day = (double)DAYS(1);
    int first = 0;
    while (first < MOMENTS - 1 && isnan(row->at_ms[first]))
        first++;
    double start = row->at_ms[first], back = first == M_WOUNDED ? (double)HOURS(1) : day / 2;
    for (int m = 0; m < MOMENTS; m++)
        if (!isnan(row->at_ms[m]))
            row->at_ms[m] = fmod(row->at_ms[m] - start + day + back, day) - back;
}

static struct log_row blank_row(const struct reader *r)
{
    struct log_row row = {.line = r->line};
    for (int m = 0; m < MOMENTS; m++)
        row.at_ms[m] = NAN;
    row.at_ms[M_WOUNDED] = r->since ? 0 : NAN;
    return row;
}

static void read_cell(struct reader *r, const struct cell *c, const struct holds *h, struct log_row *row,
                      bool kinds[])
{
    if (!*c->text)
        return;
    if (h->what == MOMENT)
        row->at_column[h->which] = c->at.column;
    if (h->what == MOMENT)
        read_moment(r, c, h, row, kinds);
    else if (h->what == WORD)
        read_word(r, c, h, row);
    else if (h->what == UNSAFE)
        read_unsafe(r, c, h, row);
}

static void read_row(struct reader *r)
{
    struct log_row row = blank_row(r);
    struct cell c = {.last = false};
    bool kinds[LOG_DATED + 1] = {false};
    int cells = 0;
    for (; !c.last; cells++) {
        c = cell_next(r);
        if (cells < r->columns)
            read_cell(r, &c, &r->holds[cells], &row, kinds);
    }
    if (cells == 1 && !*c.text) /* an empty line */
        return;
    if (cells != r->columns)
        diag_error(r->diag, (struct place){r->log.file, row.line, 1},
                   "a cell with a comma in it needs quotes", "has %d cells; the head has %d", cells,
                   r->columns);
    if (kinds[LOG_OF_DAY] && kinds[LOG_DATED])
        diag_error(r->diag, (struct place){r->log.file, row.line, 1}, "write all with their date, or none",
                   "some times of this row have a date, others do not");
    if (kinds[LOG_OF_DAY])
        unwind(&row);
    if (r->log.n == r->room) {
        struct log_row *more = arena_take(r->arena, (size_t)(r->room = 2 * r->room + 64), sizeof *more);
        if (r->log.n)
            memcpy(more, r->log.row, (size_t)r->log.n * sizeof *more);
        r->log.row = more;
    }
    r->log.row[r->log.n++] = row;
}

/* Some write semicolons or tabs between cells: whichever the head has first. */
static char separator_of(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size && bytes[i] != '\n'; i++)
        if (strchr(",;\t", bytes[i]) && bytes[i])
            return bytes[i];
    return ',';
}

struct log log_read(char *bytes, size_t size, const char *file, struct arena *a, struct diag *d)
{
    struct reader *r = arena_take(a, 1, sizeof *r);
    *r = (struct reader){.at = bytes, .end = bytes + size, .line = 1, .column = 1, .arena = a, .diag = d};
    r->log.file = file;
    if (size >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3))
        r->at += 3;
    r->separator = separator_of(bytes, size);
    read_head(r);
    while (r->at < r->end && !(diag_failed(d) && r->log.n == 0 && !r->dated && !r->since))
        read_row(r);
    if (!r->log.n && !diag_failed(d))
        diag_error(d, (struct place){file, r->line, 1}, "each line after the head is an evacuation",
                   "has no rows");
    return r->log;
}
