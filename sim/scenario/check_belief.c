/* check_belief.c -- beliefs about keys that are there, and that stay within what the keys may be. */
#include "check.h"

#include <math.h>
#include <string.h>
#include "scenario/belief.h"
#include "scenario/key.h"

/* A belief while it is checked. */
struct claim {
    struct reader *reader;
    const struct belief *belief;
    struct key key;
};

static struct place at(const struct claim *c, const char *key)
{
    return place_of(c->reader, "beliefs", c->belief->id, key);
}

static bool speaks_of_a_quantity(struct claim *c, const struct scenario *s)
{
    const char *hint, *complaint = key_find(s, c->belief->key, c->reader->arena, &c->key, &hint);
    if (!complaint && !key_is_quantity(&c->key)) {
        complaint = "is no quantity";
        hint = "beliefs are about numbers, counts, times and distributions";
    }
    if (!complaint && c->key.field->kind == COUNT && key_value(&c->key) == UNLIMITED)
        complaint = "is unlimited here";
    if (complaint)
        diag_error(c->reader->diag, at(c, "key"), hint, "key: \"%s\" %s", c->belief->key, complaint);
    return !complaint;
}

static bool says_one_thing(struct claim *c)
{
    bool factor = *c->belief->factor, value = *c->belief->value;
    if (factor != value)
        return true;
    diag_error(c->reader->diag, at(c, factor ? "value" : NULL),
               "write factor: lognormal(median 1, sigma 0.2)", "a belief has either a factor or a value");
    return false;
}

/* A distribution would become a constant, and its luck be lost. */
static bool may_be_replaced(struct claim *c)
{
    const void *member = (const char *)c->key.entry + c->key.field->offset;
    if (!*c->belief->value || c->key.field->kind != DIST || dist_is_constant(member))
        return true;
    diag_error(c->reader->diag, at(c, "value"), "write factor: lognormal(median 1, sigma 0.2)",
               "value: %s is a distribution; a belief can only stretch it", c->belief->key);
    return false;
}

static void check_within(struct claim *c, const char *row, const struct dist *d)
{
    const double tail = 1e-6;
    double least, most, times = *c->belief->factor ? key_value(&c->key) : 1;
    double low = times * dist_quantile(d, tail), high = times * dist_quantile(d, 1 - tail);
    char from[64], to[64];
    key_limits(&c->key, &least, &most);
    if (fmin(low, high) >= least && fmax(low, high) <= most)
        return;
    unit_write(least, key_dimension(&c->key), from, sizeof from);
    unit_write(most, key_dimension(&c->key), to, sizeof to);
    diag_error(c->reader->diag, at(c, row), "cut it: \"least\" and \"most\" go inside the brackets",
               "%s: it may take %s out of its limits, %s to %s", row, c->belief->key, from, to);
}

/* Should it move the figure as well as blur it, that is a plan and no belief. */
static void check_about_one(struct claim *c, const struct dist *d)
{
    const double near = 0.05;
    double median = dist_quantile(d, 0.5), mean = dist_mean(d);
    if (fabs(median - 1) > near && fabs(mean - 1) > near)
        diag_warn(
            c->reader->diag, at(c, "factor"), NULL,
            "factor: its median is %.3g and its mean %.3g; about 1 it would leave the value where it is",
            median, mean);
}

static void check_distribution(struct claim *c)
{
    const char *row = *c->belief->factor ? "factor" : "value";
    bool factor = *c->belief->factor;
    struct dist d;
    const char *complaint = belief_read(factor ? c->belief->factor : c->belief->value,
                                        factor ? PURE : key_dimension(&c->key), c->reader->arena, &d);
    if (complaint) {
        diag_error(c->reader->diag, at(c, row), NULL, "%s: %s", row, complaint);
        return;
    }
    check_within(c, row, &d);
    if (factor)
        check_about_one(c, &d);
}

void check_beliefs(struct reader *r, const struct scenario *s)
{
    for (int i = 0; i < s->beliefs.n; i++) {
        struct claim c = {.reader = r, .belief = &s->beliefs.at[i]};
        for (int j = 0; j < i; j++)
            if (!strcmp(s->beliefs.at[j].key, c.belief->key))
                diag_error(r->diag, at(&c, "key"), NULL, "key: the belief \"%s\" is about it already",
                           s->beliefs.at[j].id);
        bool quantity = speaks_of_a_quantity(&c, s), one_thing = says_one_thing(&c); /* both may complain */
        if (quantity && one_thing && may_be_replaced(&c))
            check_distribution(&c);
    }
}
