/* vary.c -- ranges, levels and beliefs, from one line of text. */
#include "scenario/vary.h"

#include <ctype.h>
#include <math.h>
#include <string.h>
#include "base/unit.h"
#include "scenario/belief.h"
#include "scenario/key.h"

static const char how[] = "write KEY=from:to, KEY=from:to:step, KEY=a,b,c or KEY=a distribution, as in "
                          "alert.delay=5 min:20 min:5 min";

/* The text while it is read. */
struct reading {
    struct vary *vary;
    const char *text; /* what stands behind the "=" */
    struct place at;  /* of it */
    struct arena *arena;
    struct diag *diag;
};

static bool refuse(const struct reading *r, const char *hint, const char *why)
{
    diag_error(r->diag, r->at, hint, "%s: \"%s\" %s", r->vary->key, r->text, why);
    return false;
}

/* The pieces between the marks that stand outside of brackets and quotes, blanks around them cut. */
static int pieces(const char *text, char mark, const char **piece, int most, struct arena *a)
{
    int depth = 0, n = 0;
    bool quoted = false;
    const char *from = text;
    for (const char *c = text;; c++) {
        quoted = quoted != (*c == '"');
        depth += quoted || !*c ? 0 : (strchr("([{", *c) != NULL) - (strchr(")]}", *c) != NULL);
        if (*c && (*c != mark || depth > 0 || quoted))
            continue;
        const char *end = c;
        while (from < end && *from == ' ')
            from++;
        while (end > from && end[-1] == ' ')
            end--;
        if (n == most)
            return most + 1;
        piece[n++] = arena_print(a, "%.*s", (int)(end - from), from);
        from = c + 1;
        if (!*c)
            return n;
    }
}

/* --- levels ------------------------------------------------------------------------- */

/* All numbers of one kind and unit? Then that unit is the key's. */
static void read_numbers(struct vary *v, struct arena *a)
{
    struct amount first, m;
    v->words = !amount_read(v->level[0], &first, a);
    for (int i = 1; i < v->levels && !v->words; i++)
        v->words = !amount_read(v->level[i], &m, a) || !amounts_alike(&first, &m);
    v->unit = v->words ? "" : first.unit;
}

static bool read_levels(const struct reading *r)
{
    const char **level = arena_take(r->arena, LEVELS_MOST + 1, sizeof *level);
    int n = pieces(r->text, ',', level, LEVELS_MOST, r->arena);
    if (n > LEVELS_MOST)
        return refuse(r, NULL, "has more than 200 levels");
    if (n < 2)
        return refuse(r, how, "does not vary");
    for (int i = 0; i < n; i++)
        for (int j = 0; j < i || !*level[i]; j++)
            if (!*level[i] || !strcmp(level[i], level[j]))
                return refuse(r, how, *level[i] ? "has the same level twice" : "has an empty level");
    *r->vary =
        (struct vary){r->vary->key, VARY_LEVELS, .levels = n, .level = level, .scenario = r->vary->scenario};
    read_numbers(r->vary, r->arena);
    return true;
}

/* --- ranges --------------------------------------------------------------------------- */

static bool read_steps(const struct reading *r, double step)
{
    struct vary *v = r->vary;
    double from = axis_number(&v->axis, 0), to = axis_number(&v->axis, 1);
    double steps = fabs(to - from) / step;
    if (steps > LEVELS_MOST - 1)
        return refuse(r, "take larger steps, or leave the step away", "has more than 200 levels");
    if (fabs(steps - round(steps)) > 1e-6)
        return refuse(r, "choose a step that divides the way from one end to the other",
                      "does not end on a step");
    v->levels = (int)lround(steps) + 1;
    const char **level = arena_take(r->arena, (size_t)v->levels, sizeof *level);
    for (int i = 0; i < v->levels; i++)
        level[i] = axis_value(&v->axis, i / (v->levels - 1.0), r->arena);
    v->level = level;
    return true;
}

static bool counts(const struct reading *r)
{
    struct key k;
    const char *hint;
    return !key_find(r->vary->scenario, r->vary->key, r->arena, &k, &hint) &&
           (k.field->kind == COUNT || k.field->kind == BIG);
}

static bool read_range(const struct reading *r, const struct amount *end, int n)
{
    struct vary *v = r->vary;
    *v = (struct vary){v->key, VARY_RANGE, .scenario = v->scenario};
    v->axis = (struct axis){1, &v->key, end[0], end[1]};
    if (!amounts_alike(&end[0], &end[1]))
        return refuse(r, "write both ends alike, as in 10 min:40 min or x0.5:x2",
                      "has ends of different kind or unit");
    if (axis_number(&v->axis, 0) == axis_number(&v->axis, 1))
        return refuse(r, how, "begins where it ends");
    v->unit = *end[1].unit ? end[1].unit : end[0].unit;
    v->whole = end[0].sign != 'x' && counts(r);
    if (n == 2)
        return v->whole && fabs(end[1].number - end[0].number) < LEVELS_MOST ? read_steps(r, 1) : true;
    bool plain = !*end[2].unit && (!end[2].sign || end[2].sign == end[0].sign);
    if (!plain && !(end[2].sign == 0 && amounts_alike(&end[2], &(struct amount){0, 1, v->unit})))
        return refuse(r, "write the step in the unit of the ends, as in 10 min:40 min:10 min",
                      "has a step of another kind or unit");
    if (plain && *v->unit && end[0].sign != 'x')
        return refuse(r, "write the step in the unit of the ends, as in 10 min:40 min:10 min",
                      "has a step without a unit");
    if (!(end[2].number > 0))
        return refuse(r, how, "has a step of 0");
    return read_steps(r, end[2].number);
}

/* --- beliefs ---------------------------------------------------------------------------- */

static bool reads_as_belief(const char *text, int *factor)
{
    *factor = *text == 'x' && isalpha((unsigned char)text[1]);
    const char *name = text + *factor, *open = strchr(name, '(');
    return isalpha((unsigned char)*name) && open && text[strlen(text) - 1] == ')';
}

static const char *unit_of_draws(const struct vary *v, struct arena *a)
{
    struct amount middle;
    return amount_read(vary_value(v, 0.5, a), &middle, a) ? middle.unit : "";
}

bool vary_of_belief(const struct scenario *s, const struct belief *b, struct vary *v, struct arena *a)
{
    *v = (struct vary){b->key, VARY_BELIEF, .belief = b, .scenario = s, .unit = ""};
    if (!belief_setting(s, b, 0.5, a))
        return false;
    v->unit = unit_of_draws(v, a);
    return true;
}

static bool read_belief(const struct reading *r, int factor)
{
    struct belief *b = arena_take(r->arena, 1, sizeof *b);
    struct dist unused;
    struct key k;
    const char *hint = NULL, *wrong = key_find(r->vary->scenario, r->vary->key, r->arena, &k, &hint);
    if (wrong || !key_is_quantity(&k)) {
        diag_error(r->diag, r->at, hint, "%s %s", r->vary->key,
                   wrong ? wrong : "is no quantity to believe in");
        return false;
    }
    *b = (struct belief){.id = r->vary->key, .key = r->vary->key, .factor = "", .value = ""};
    *(factor ? &b->factor : &b->value) = arena_text(r->arena, r->text + factor);
    wrong = belief_read(r->text + factor, factor ? PURE : key_dimension(&k), r->arena, &unused);
    if (wrong)
        return refuse(r, NULL, wrong);
    return vary_of_belief(r->vary->scenario, b, r->vary, r->arena);
}

/* Is there such a key? With "*" the reader will see. */
static bool known(const struct reading *r)
{
    struct key k;
    const char *hint = NULL;
    if (strchr(r->vary->key, '*'))
        return true;
    const char *wrong = key_find(r->vary->scenario, r->vary->key, r->arena, &k, &hint);
    if (wrong)
        diag_error(r->diag, (struct place){r->at.file, r->at.line, 1}, hint, "%s %s", r->vary->key, wrong);
    return !wrong;
}

/* --- all of it ---------------------------------------------------------------------------- */

bool vary_read(const char *text, int nth, const struct scenario *s, struct vary *v, struct arena *a,
               struct diag *d)
{
    struct reading r = {.vary = v, .arena = a, .diag = d, .at = {"--vary", nth, 1}};
    const char *equals = strchr(text, '='), *part[4];
    struct amount end[3];
    int depth = 0, factor;
    for (equals = text; *equals && (*equals != '=' || depth > 0); equals++)
        depth += (*equals == '[') - (*equals == ']');
    *v = (struct vary){.key = arena_print(a, "%.*s", (int)(equals - text), text), .scenario = s};
    if (!*equals || equals == text) {
        diag_error(d, r.at, how, "\"%s\" is not KEY=VALUES", text);
        return false;
    }
    r.text = equals + 1;
    r.at.column = (int)strlen(v->key) + 2;
    if (!*r.text)
        return refuse(&r, how, "says no values");
    if (!known(&r))
        return false;
    if (!strcmp(v->key, "run.trials") || !strcmp(v->key, "run.seed"))
        return refuse(&r, "give --trials or --seed", "cannot be varied: it is the same at all points");
    int n = pieces(r.text, ',', part, 2, a);
    if (n == 1 && reads_as_belief(r.text, &factor))
        return read_belief(&r, factor);
    n = n == 1 ? pieces(r.text, ':', part, 3, a) : 1;
    for (int i = 0; i < n && n <= 3; i++)
        if (!amount_read(part[i], &end[i], a))
            return n == 1 ? read_levels(&r) : refuse(&r, how, "is no range");
    return n == 1 ? read_levels(&r) : n > 3 ? refuse(&r, how, "is no range") : read_range(&r, end, n);
}

static int place_of(const struct vary *v, double u)
{
    int i = (int)(u * v->levels);
    return i < 0 ? 0 : i < v->levels ? i : v->levels - 1;
}

const char *vary_value(const struct vary *v, double u, struct arena *a)
{
    if (v->kind == VARY_BELIEF)
        return strchr(belief_setting(v->scenario, v->belief, u, a), '=') + 1;
    if (v->levels)
        return v->level[place_of(v, u)];
    double steps = fabs(axis_number(&v->axis, 1) - axis_number(&v->axis, 0));
    return axis_value(&v->axis, v->whole ? round(u * steps) / steps : u, a);
}

const char *vary_end(const struct vary *v, bool high, struct arena *a)
{
    const double tail = 0.05;
    return vary_value(v, v->kind == VARY_BELIEF ? (high ? 1 - tail : tail) : high, a);
}

const char *vary_short_end(const struct vary *v, bool high, struct arena *a)
{
    struct amount m;
    const char *end = vary_end(v, high, a);
    char sign[2] = {0};
    if (v->words || !amount_read(end, &m, a))
        return end;
    *sign = m.sign;
    return arena_print(a, "%s%.3g%s", sign, m.number, m.unit);
}

/* Draws of a belief may come in several units: "59 min", "1.2 h". */
static double in_unit(const struct vary *v, const struct amount *m, struct arena *a)
{
    struct key k;
    const char *hint;
    double value, one;
    if (m->sign || key_find(v->scenario, v->key, a, &k, &hint) ||
        unit_read(arena_print(a, "%.17g%s", m->number, m->unit), key_dimension(&k), &value) ||
        unit_read(arena_print(a, "1%s", v->unit), key_dimension(&k), &one))
        return m->number;
    return value / one;
}

double vary_number(const struct vary *v, const char *value, struct arena *a)
{
    struct amount m;
    if (v->words) {
        int i = 0;
        while (i < v->levels - 1 && strcmp(v->level[i], value) != 0)
            i++;
        return i + 1;
    }
    amount_read(value, &m, a);
    return v->kind == VARY_BELIEF ? in_unit(v, &m, a) : m.sign == '-' ? -m.number : m.number;
}
