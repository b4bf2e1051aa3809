/* dist_read.c -- distributions as people write them. */
#include "random/dist.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/word.h"
#include "dist_family.h"

struct reader {
    struct arena *arena;
    enum dimension unit;
    const struct dist_family *family;
    struct dist *to;
    const char *wrong; /* the first complaint */
    bool given[PARAMETERS], option_given[OPTIONS];
    int positional;
    int listed; /* values of a list so far */
    double *value, *weight;
};

/* Keeps the first complaint. */
#define COMPLAIN(r, ...) ((r)->wrong = (r)->wrong ? (r)->wrong : arena_print((r)->arena, __VA_ARGS__))

/* --- text ----------------------------------------------------------------- */

static char *trimmed(char *text)
{
    while (isspace((unsigned char)*text))
        text++;
    char *end = text + strlen(text);
    while (end > text && isspace((unsigned char)end[-1]))
        *--end = 0;
    return text;
}

static bool starts_a_word(const char *text)
{
    return isalpha((unsigned char)*text) != 0;
}

/* Cuts `text` at the first `mark`; what follows it, or NULL. */
static char *cut(char *text, char mark)
{
    char *at = strchr(text, mark);
    if (!at)
        return NULL;
    *at = 0;
    return at + 1;
}

/* "low, mode and high" */
static const char *parameter_names(struct arena *a, const struct dist_family *f)
{
    const char *text = f->param[0].name;
    for (int i = 1; i < PARAMETERS && f->param[i].name; i++) {
        bool last = i == PARAMETERS - 1 || !f->param[i + 1].name;
        text = arena_print(a, "%s%s%s", text, last ? " and " : ", ", f->param[i].name);
    }
    return text;
}

/* --- families ------------------------------------------------------------- */

static const struct dist_family *family_called(const char *name)
{
    for (const struct dist_family *f = dist_families; f->name; f++)
        if (!strcmp(f->name, name))
            return f;
    return NULL;
}

static const char *family_names(struct arena *a)
{
    const char *text = dist_families[0].name;
    for (const struct dist_family *f = dist_families + 1; f->name; f++)
        if (strcmp(f->name, f[-1].name) != 0)
            text = arena_print(a, "%s%s%s", text, f[1].name ? ", " : " and ", f->name);
    return text;
}

static void complain_of_family(struct reader *r, const char *name)
{
    struct nearest near = {.wanted = name};
    for (const struct dist_family *f = dist_families; f->name; f++)
        nearest_try(&near, f->name);
    if (near.best)
        COMPLAIN(r, "there is no distribution \"%s\"; did you mean \"%s\"?", name, near.best);
    else
        COMPLAIN(r, "there is no distribution \"%s\"; there are %s", name, family_names(r->arena));
}

/* --- reading one argument --------------------------------------------------- */

static bool read_quantity(struct reader *r, const char *text, enum dimension unit, double *value)
{
    const char *wrong = unit_read(text, unit, value);
    if (wrong)
        COMPLAIN(r, "\"%s\" %s", text, wrong);
    return !wrong;
}

static void read_parameter(struct reader *r, int i, const char *text)
{
    const struct parameter *p = &r->family->param[i];
    double value = 0;
    if (r->given[i])
        COMPLAIN(r, "%s is given twice", p->name);
    r->given[i] = true;
    if (!read_quantity(r, text, p->scaled ? r->unit : PURE, &value))
        return;
    if (value < p->least && p->least == 0)
        COMPLAIN(r, "%s must not be below 0", p->name);
    else if (value < p->least)
        COMPLAIN(r, "%s must be %g or more", p->name, p->least);
    else if (value > p->most && p->scaled)
        COMPLAIN(r, "%s \"%s\" is too large", p->name, text);
    else if (value > p->most)
        COMPLAIN(r, "%s must be %g or less", p->name, p->most);
    r->to->p[i] = value;
}

static void read_option(struct reader *r, enum option o, const char *text)
{
    double *const into[OPTIONS] = {&r->to->plus, &r->to->least, &r->to->most};
    if (r->option_given[o])
        COMPLAIN(r, "%s is given twice", dist_options[o]);
    r->option_given[o] = true;
    if (!read_quantity(r, text, r->unit, into[o]))
        return;
    if (o != PLUS && *into[o] < 0)
        COMPLAIN(r, "%s must not be below 0", dist_options[o]);
    if (*into[o] > 1e12 || *into[o] < -1e12)
        COMPLAIN(r, "%s \"%s\" is too large", dist_options[o], text);
}

static int parameter_called(const struct dist_family *f, const char *name)
{
    for (int i = 0; i < PARAMETERS; i++)
        if (f->param[i].name && !strcmp(f->param[i].name, name))
            return i;
    return -1;
}

static int option_called(const char *name)
{
    for (int i = 0; i < OPTIONS; i++)
        if (!strcmp(dist_options[i], name))
            return i;
    return -1;
}

/* Another row of the same name may know the parameter: lognormal(mean, cv). */
static int parameter_in_some_form(struct reader *r, const char *name)
{
    bool first = !r->positional && !r->given[0] && !r->given[1] && !r->given[2];
    int i = parameter_called(r->family, name);
    while (i < 0 && first && r->family[1].name && !strcmp(r->family[1].name, r->family->name))
        i = parameter_called(++r->family, name);
    return i;
}

static void complain_of_parameter(struct reader *r, const char *name)
{
    struct nearest near = {.wanted = name};
    const struct dist_family *all = family_called(r->family->name);
    for (const struct dist_family *f = all; f->name && !strcmp(f->name, all->name); f++)
        for (int i = 0; i < PARAMETERS; i++)
            if (f->param[i].name)
                nearest_try(&near, f->param[i].name);
    for (int i = 0; i < OPTIONS; i++)
        nearest_try(&near, dist_options[i]);
    if (near.best && near.distance > 0)
        COMPLAIN(r, "%s has no \"%s\"; did you mean \"%s\"?", all->name, name, near.best);
    else if (all->form == BY_NAME)
        COMPLAIN(r, "%s with %s has no \"%s\"", all->name, parameter_names(r->arena, r->family), name);
    else
        COMPLAIN(r, "%s has no \"%s\"; besides its values it takes plus, least and most", all->name, name);
}

static void read_named(struct reader *r, char *text)
{
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz_ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    char *name = arena_text(r->arena, text);
    name[length] = 0;
    char *value = trimmed(text + length);
    int option = option_called(name), i = option < 0 ? parameter_in_some_form(r, name) : -1;
    if (option < 0 && i < 0)
        complain_of_parameter(r, name);
    else if (!*value)
        COMPLAIN(r, "%s has no value", name);
    else if (option >= 0)
        read_option(r, (enum option)option, value);
    else
        read_parameter(r, i, value);
}

static void read_listed(struct reader *r, char *text)
{
    char *weight = r->family->form == WEIGHTED ? cut(text, ':') : NULL;
    double *value = &r->value[r->listed], *share = &r->weight[r->listed];
    *share = 1;
    if (r->family->form == WEIGHTED && !weight)
        COMPLAIN(r, "\"%s\" needs a weight: discrete(value: weight, ...)", text);
    if (!read_quantity(r, trimmed(text), r->unit, value))
        return;
    if (weight && !read_quantity(r, trimmed(weight), PURE, share))
        return;
    if (*value < 0 || *share < 0)
        COMPLAIN(r, "a %s must not be below 0", *value < 0 ? "value" : "weight");
    if (*value > 1e12 || *share > 1e12)
        COMPLAIN(r, "\"%s\" is too large", trimmed(*value > 1e12 ? text : weight));
    r->listed++;
}

static void read_positional(struct reader *r, const char *text)
{
    int i = r->positional++;
    if (i < PARAMETERS && r->family->param[i].name)
        read_parameter(r, i, text);
    else
        COMPLAIN(r, "%s takes no more than %s", r->family->name, parameter_names(r->arena, r->family));
}

static void read_argument(struct reader *r, char *text)
{
    if (!*text)
        COMPLAIN(r, "%s has nothing between two commas or brackets", r->family->name);
    else if (starts_a_word(text))
        read_named(r, text);
    else if (r->family->form != BY_NAME)
        read_listed(r, text);
    else
        read_positional(r, text);
}

/* --- the whole ------------------------------------------------------------ */

static void check_parameters(struct reader *r)
{
    const struct dist_family *f = r->family;
    for (int i = 0; i < PARAMETERS && f->param[i].name; i++) {
        if (!r->given[i])
            COMPLAIN(r, "%s needs %s", f->name, f->param[i].name);
        else if (i > 0 && f->order && r->to->p[i] < r->to->p[i - 1])
            COMPLAIN(r, "%s", f->order);
    }
}

struct pair {
    double value, weight;
};

static int by_value(const void *a, const void *b)
{
    const struct pair *p = a, *q = b;
    if (p->value != q->value)
        return p->value < q->value ? -1 : 1;
    return (p->weight > q->weight) - (p->weight < q->weight);
}

static void sort(struct reader *r)
{
    struct pair *pairs = arena_take(r->arena, (size_t)r->listed, sizeof *pairs);
    for (int i = 0; i < r->listed; i++)
        pairs[i] = (struct pair){r->value[i], r->weight[i]};
    qsort(pairs, (size_t)r->listed, sizeof *pairs, by_value);
    for (int i = 0; i < r->listed; i++) {
        r->value[i] = pairs[i].value;
        r->weight[i] = pairs[i].weight;
    }
}

static void finish_list(struct reader *r)
{
    double total = 0;
    for (int i = 0; i < r->listed; i++)
        total += r->weight[i];
    if (!r->listed)
        COMPLAIN(r, "%s needs a value", r->family->name);
    else if (!(total > 0))
        COMPLAIN(r, "a weight must be above 0");
    if (r->wrong)
        return;
    sort(r);
    r->to->table = steps_of_list(r->listed, r->value, r->weight, r->arena);
}

static void finish(struct reader *r)
{
    struct dist *x = r->to;
    x->family = r->family;
    x->capped = r->option_given[MOST];
    if (x->capped && x->least > x->most)
        COMPLAIN(r, "least must not be above most");
    if (r->family->form != BY_NAME)
        finish_list(r);
    else
        check_parameters(r);
    if (!r->wrong && r->family->prepare)
        r->family->prepare(x, r->arena);
}

static void read_family(struct reader *r, char *name, char *arguments)
{
    char *after = cut(arguments, ')');
    size_t most = 1;
    for (const char *c = arguments; *c; c++)
        most += *c == ',';
    r->value = arena_take(r->arena, most, sizeof *r->value);
    r->weight = arena_take(r->arena, most, sizeof *r->weight);
    r->family = family_called(name);
    if (!r->family)
        complain_of_family(r, name);
    else if (r->family->counts && r->unit != PURE)
        COMPLAIN(r, "%s gives a count, and this is a quantity with a unit (%s)", name, unit_names(r->unit));
    else if (!after)
        COMPLAIN(r, "%s lacks its closing bracket", name);
    else if (*trimmed(after))
        COMPLAIN(r, "\"%s\" stands after the closing bracket", trimmed(after));
    for (char *next, *text = arguments; text && !r->wrong; text = next) {
        next = cut(text, ',');
        read_argument(r, trimmed(text));
    }
    if (!r->wrong)
        finish(r);
}

static void read_constant(struct reader *r, const char *text)
{
    const struct dist_family *f = family_called(text);
    if (f)
        COMPLAIN(r, "%s needs its parameters: %.*s", text, (int)strcspn(f->help, ")") + 1, f->help);
    if (!read_quantity(r, text, r->unit, &r->to->p[0]))
        return;
    if (r->to->p[0] < 0)
        COMPLAIN(r, "\"%s\" must not be below 0", text);
    if (r->to->p[0] > 1e12)
        COMPLAIN(r, "\"%s\" is too large", text);
}

const char *dist_read(const char *text, enum dimension d, struct arena *a, struct dist *out)
{
    struct dist read = {0};
    struct reader r = {.arena = a, .unit = d, .to = &read};
    char *name = trimmed(arena_text(a, text)), *arguments = cut(name, '(');
    if (arguments)
        read_family(&r, trimmed(name), arguments);
    else
        read_constant(&r, name);
    if (!r.wrong)
        *out = read;
    return r.wrong;
}
