/* axis.c -- one value, from mild to grave. */
#include "axis.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/unit.h"
#include "overlay.h"

/* --- amounts ------------------------------------------------------------------ */

/* The longest beginning that is a number; the rest is the unit. */
bool amount_read(const char *text, struct amount *m, struct arena *a)
{
    bool signed_one = *text && strchr("x+-", *text);
    const char *number = text + signed_one;
    for (size_t length = strlen(number); length > 0; length--) {
        if (number_read(arena_print(a, "%.*s", (int)length, number), &m->number))
            continue;
        m->sign = signed_one ? *text : 0;
        m->unit = arena_text(a, number + length);
        return true;
    }
    return false;
}

bool amounts_alike(const struct amount *a, const struct amount *b)
{
    bool sums = (a->sign == '+' || a->sign == '-') && (b->sign == '+' || b->sign == '-');
    const char *one = a->unit + strspn(a->unit, " "), *other = b->unit + strspn(b->unit, " ");
    return (a->sign == b->sign || sums) &&
           (!strcmp(one, other) || (!*one && a->number == 0) || (!*other && b->number == 0));
}

static double signed_number(const struct amount *m)
{
    return m->sign == '-' ? -m->number : m->number;
}

double axis_number(const struct axis *x, double severity)
{
    double from = signed_number(&x->from), to = signed_number(&x->to);
    return from + severity * (to - from);
}

const char *axis_value(const struct axis *x, double severity, struct arena *a)
{
    double number = axis_number(x, severity);
    bool sum = x->from.sign == '+' || x->from.sign == '-' || x->to.sign == '-';
    const char *unit = *x->to.unit ? x->to.unit : x->from.unit;
    char sign[2] = {sum ? number < 0 ? '-' : '+' : x->from.sign, 0};
    return arena_print(a, "%s%.6g%s", sign, sum ? fabs(number) : number, unit);
}

/* --- reading -------------------------------------------------------------------- */

static bool read_keys(const struct node *n, struct axis *x, struct arena *a, struct diag *d)
{
    const struct node *keys = node_find(n, "key");
    bool list = keys && keys->kind == SEQUENCE;
    if (!keys || (keys->kind != SCALAR && !list) || (list && !keys->n)) {
        diag_error(d, keys ? keys->at : n->at, "write key: \"attacks.*.rate\"",
                   "axis: a key, or a list of keys, is due");
        return false;
    }
    const char **key = arena_take(a, (size_t)(list ? keys->n : 1), sizeof *key);
    for (int i = 0; i < (list ? keys->n : 1); i++) {
        const struct node *one = list ? keys->entries[i].value : keys;
        if (one->kind != SCALAR) {
            diag_error(d, one->at, NULL, "axis: a key is a path such as alert.delay");
            return false;
        }
        key[x->keys++] = one->text;
    }
    x->key = key;
    return true;
}

static bool read_end(const struct node *n, const char *word, struct amount *m, struct arena *a,
                     struct diag *d)
{
    const struct node *end = node_find(n, word);
    if (end && end->kind == SCALAR && amount_read(end->text, m, a))
        return true;
    diag_error(d, end ? end->at : n->at, "write from: x1, to: x4",
               "axis: %s: a value such as x2, +30 min or 12 /yr is due", word);
    return false;
}

bool axis_read(const struct node *n, struct axis *x, struct arena *a, struct diag *d)
{
    static const char *const known[] = {"key", "from", "to"};
    *x = (struct axis){0};
    if (n->kind != MAPPING) {
        diag_error(d, n->at, "write axis: {key: alert.delay, from: x1, to: x4}",
                   "axis: a mapping is due here");
        return false;
    }
    bool good = true;
    for (int i = 0; i < n->n; i++) {
        const char *key = n->entries[i].key;
        if (!strcmp(key, known[0]) || !strcmp(key, known[1]) || !strcmp(key, known[2]))
            continue;
        diag_error(d, n->entries[i].key_at, "it has key, from and to", "an axis has no \"%s\"", key);
        good = false;
    }
    good = read_keys(n, x, a, d) && good;
    good = read_end(n, "from", &x->from, a, d) && good;
    good = read_end(n, "to", &x->to, a, d) && good;
    if (good && !amounts_alike(&x->from, &x->to)) {
        diag_error(d, n->at, "write from: x1, to: x4, or from: 10 min, to: 60 min",
                   "axis: from and to differ in kind or unit");
        good = false;
    }
    if (good && axis_number(x, 0) == axis_number(x, 1)) {
        diag_error(d, n->at, NULL, "axis: from and to are the same");
        good = false;
    }
    return good;
}

/* --- laying ------------------------------------------------------------------------ */

static bool on_axis(const struct axis *x, const char *value, struct arena *a)
{
    struct amount m;
    if (!amount_read(value, &m, a) || !amounts_alike(&m, &x->from))
        return false;
    double low = fmin(axis_number(x, 0), axis_number(x, 1)),
           high = fmax(axis_number(x, 0), axis_number(x, 1));
    double slack = 1e-6 * (high - low);
    return signed_number(&m) >= low - slack && signed_number(&m) <= high + slack;
}

const struct node *axis_lay(const struct axis *x, const char *value, struct place at, const struct node *base,
                            struct arena *a, struct diag *d)
{
    const struct node *all = NULL;
    if (!value || !on_axis(x, value, a)) {
        diag_error(d, at, NULL, "the stressor goes from %s to %s: choose a value between, as in %s:%s",
                   axis_value(x, 0, a), axis_value(x, 1, a), at.file, axis_value(x, 0.5, a));
        return NULL;
    }
    for (int i = 0; i < x->keys; i++) {
        const struct node *one = setting_at(arena_print(a, "%s=%s", x->key[i], value), at, base, a, d);
        if (!one)
            return NULL;
        all = all ? node_merged(all, one, a) : one;
    }
    return all;
}
