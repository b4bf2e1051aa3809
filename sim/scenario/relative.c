/* relative.c -- numbers that say how much more or less than before. */
#include "overlay.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct change {
    bool factor; /* times `by`, else plus `by` */
    double by;
};

/* Where a key may be negative, -1 is the value itself. */
static bool looks_relative(const struct field *f, const char *text)
{
    bool sign = *text == 'x' || *text == '+' || (*text == '-' && f->least >= 0);
    return value_kinds[f->kind].relative && sign && isdigit((unsigned char)text[1]);
}

static enum dimension dimension_of(const struct field *f)
{
    switch (f->kind) {
    case COUNT:
    case BIG:
        return PURE;
    case DURATION:
    case CLOCK:
    case MOMENT:
        return TIME;
    default:
        return f->unit;
    }
}

static bool change_read(struct overlay *o, const struct field *f, const struct node *over, struct change *c)
{
    const char *complaint;
    c->factor = *over->text == 'x';
    if (c->factor) {
        complaint = number_read(over->text + 1, &c->by);
    } else {
        const char *amount = over->text + (*over->text == '+');
        complaint = unit_read(amount, dimension_of(f), &c->by);
        if (complaint && f->use_also)
            complaint = unit_read(amount, f->also, &c->by);
    }
    if (complaint)
        diag_error(o->diag, over->at, NULL, "%s: %s %s", f->key, node_shown(over, o->arena), complaint);
    return !complaint;
}

/* Numbers of the other kinds, for all arithmetic is done in double. */
static double number_of(enum kind kind, const union member *m)
{
    return kind == COUNT ? m->count : kind == NUMBER ? m->number : (double)m->whole;
}

static const char *number_text(struct overlay *o, const struct field *f, enum dimension d, double value)
{
    char text[64];
    if (f->kind == CLOCK) /* a time of day comes round again */
        return clock_write(llround(value - floor(value / 86400000) * 86400000), o->arena);
    if (f->kind == COUNT || f->kind == BIG)
        value = floor(value + 0.5);
    snprintf(text, sizeof text, "%.12g", value); /* x3 of 0.00001 is 0.00003 and no more */
    unit_write(strtod(text, NULL), d, text, sizeof text);
    return arena_text(o->arena, text);
}

static const char *changed(struct overlay *o, const struct field *f, const union member *before,
                           enum dimension d, const struct change *c)
{
    if (f->kind == COUNT && before->count == UNLIMITED)
        return "unlimited";
    if (f->kind == DIST) {
        struct dist after =
            c->factor ? dist_scaled(&before->dist, c->by, o->arena) : dist_shifted(&before->dist, c->by);
        return dist_write(&after, f->unit, o->arena);
    }
    double value = number_of(f->kind, before);
    return number_text(o, f, d, c->factor ? value * c->by : value + c->by);
}

/* The value before, changed; the value itself when it is wrong, for then it is complained about. */
static const struct node *apply(struct overlay *o, const struct field *f, const struct node *base,
                                const struct node *over, struct reader *unheard)
{
    struct change c;
    union member before;
    double unused;
    enum dimension d = dimension_of(f);
    if (!change_read(o, f, over, &c) || !value_kinds[f->kind].read(unheard, f, base, NULL, &before))
        return base;
    if (f->use_also && unit_read(base->text, d, &unused) != NULL)
        d = f->also;
    return node_scalar(o->arena, over->at, changed(o, f, &before, d, &c));
}

static const struct node *refuse(struct overlay *o, const struct field *f, const struct node *over,
                                 const char *why)
{
    struct node *broken = node_scalar(o->arena, over->at, over->text);
    broken->kind = BROKEN;
    diag_error(o->diag, over->at, NULL, "%s: %s %s", f->key, node_shown(over, o->arena), why);
    return broken;
}

bool relative_is(const struct field *f, const struct node *n)
{
    return n->kind == SCALAR && !n->quoted && looks_relative(f, n->text);
}

const struct node *relative_apply(struct overlay *o, const struct field *f, const struct node *base,
                                  const struct node *over)
{
    if (!relative_is(f, over))
        return over;
    if (!o->relates)
        return refuse(o, f, over, "is relative; that is for plans, stressors and --set");
    if (!base)
        base = field_fallback(f, over->at, o->arena, o->diag);
    if (!base)
        return refuse(o, f, over, "is relative to a value that is not given");
    struct diag *unheard = diag_new();
    struct reader r = {.arena = o->arena, .diag = unheard};
    const struct node *result = apply(o, f, base, over, &r);
    diag_free(unheard);
    return result;
}
