/* dist_write.c -- distributions written so that they read back the same. */
#include "random/dist.h"

#include <stdio.h>
#include <string.h>

#include "dist_family.h"

/* A text that grows; it starts with room for all its parts. */
struct writer {
    char *end;
    enum dimension unit;
    const char *between; /* what stands before the next part */
};

enum { PART = 160 }; /* room for a word, two quantities and what joins them */

static void put(struct writer *w, const char *text)
{
    size_t length = strlen(text);
    memcpy(w->end, text, length + 1);
    w->end += length;
}

static void put_quantity(struct writer *w, double value, enum dimension unit)
{
    char text[64];
    unit_write(value, unit, text, sizeof text);
    put(w, text);
}

static void put_part(struct writer *w, const char *name, double value, enum dimension unit)
{
    put(w, w->between);
    put(w, name);
    put(w, *name ? " " : "");
    put_quantity(w, value, unit);
    w->between = ", ";
}

static void put_list(struct writer *w, const struct dist *x)
{
    for (int i = 0; i < x->table->n; i++) {
        put_part(w, "", x->table->value[i], w->unit);
        if (x->family->form == WEIGHTED) {
            put(w, ": ");
            put_quantity(w, x->table->weight[i], PURE);
        }
    }
}

static void put_parameters(struct writer *w, const struct dist *x)
{
    const struct parameter *p = x->family->param;
    for (int i = 0; i < PARAMETERS && p[i].name; i++)
        put_part(w, p[i].name, x->p[i], p[i].scaled ? w->unit : PURE);
}

static void put_options(struct writer *w, const struct dist *x)
{
    const double value[OPTIONS] = {x->plus, x->least, x->most};
    const bool given[OPTIONS] = {x->plus != 0, x->least != 0, x->capped};
    for (int o = 0; o < OPTIONS; o++)
        if (given[o])
            put_part(w, dist_options[o], value[o], w->unit);
}

char *dist_write(const struct dist *x, enum dimension d, struct arena *a)
{
    size_t parts = 1 + PARAMETERS + OPTIONS + (x->table && x->table->value ? (size_t)x->table->n : 0);
    char *text = arena_take(a, parts, PART);
    struct writer w = {.end = text, .unit = d, .between = "("};
    if (!x->family) {
        put_quantity(&w, x->p[0], d);
        return text;
    }
    put(&w, x->family->name);
    if (x->family->form == BY_NAME)
        put_parameters(&w, x);
    else
        put_list(&w, x);
    put_options(&w, x);
    put(&w, ")");
    return text;
}
