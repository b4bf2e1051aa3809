/* value_number.c -- counts, quantities, durations and distributions. */
#include "value.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A whole number by the grammar of all numbers. */
static bool read_whole(struct reader *r, const struct field *f, const struct node *n, double *value)
{
    const char *complaint = number_read(n->text, value);
    if (!complaint && *value != floor(*value))
        complaint = "is not a whole number";
    return complaint ? wrong(r, f, n, NULL, complaint) : true;
}

READER(read_count)
{
    double value = 0;
    (void)entry;
    if (!is_scalar(r, f, n))
        return false;
    if (f->unlimited && !strcmp(n->text, "unlimited")) {
        *(int *)member = UNLIMITED;
        return true;
    }
    if (!read_whole(r, f, n, &value) || !within(r, f, n, PURE, value))
        return false;
    *(int *)member = (int)value;
    return true;
}

WRITER(write_count)
{
    (void)s, (void)entry;
    int value = *(const int *)member;
    return f->unlimited && value == UNLIMITED ? "unlimited" : arena_print(a, "%d", value);
}

/* Wider than a double holds exactly, so the digits are taken as they stand. */
READER(read_big)
{
    enum { DIGITS_MOST = 18 };
    (void)entry;
    if (!is_scalar(r, f, n))
        return false;
    size_t digits = strspn(n->text, "0123456789");
    if (n->text[digits] || (*n->text == '0' && digits > 1))
        return wrong(r, f, n, NULL, "is not a plain whole number");
    if (digits > DIGITS_MOST)
        return wrong(r, f, n, NULL, "has more than 18 digits");
    *(int64_t *)member = strtoll(n->text, NULL, 10);
    return true;
}

WRITER(write_big)
{
    (void)s, (void)f, (void)entry;
    return arena_print(a, "%lld", (long long)*(const int64_t *)member);
}

static enum dimension dimension_of(const struct field *f, const void *entry)
{
    return f->use_also && entry && f->use_also(entry) ? f->also : f->unit;
}

READER(read_number)
{
    double value = 0;
    enum dimension d = dimension_of(f, entry);
    if (!is_scalar(r, f, n))
        return false;
    const char *complaint = unit_read(n->text, d, &value);
    if (complaint && f->use_also && !entry) /* whichever it may turn out to be */
        complaint = unit_read(n->text, d = f->also, &value);
    if (complaint)
        return wrong(r, f, n, NULL, complaint);
    if (!within(r, f, n, d, value))
        return false;
    *(double *)member = value;
    return true;
}

WRITER(write_number)
{
    char text[64];
    (void)s;
    unit_write(*(const double *)member, dimension_of(f, entry), text, sizeof text);
    return arena_text(a, text);
}

READER(read_duration)
{
    double value = 0;
    (void)entry;
    if (!is_scalar(r, f, n))
        return false;
    const char *complaint = unit_read(n->text, TIME, &value);
    if (complaint)
        return wrong(r, f, n, NULL, complaint);
    if (!within(r, f, n, TIME, value))
        return false;
    *(int64_t *)member = llround(value);
    return true;
}

WRITER(write_duration)
{
    char text[64];
    (void)s, (void)f, (void)entry;
    unit_write((double)*(const int64_t *)member, TIME, text, sizeof text);
    return arena_text(a, text);
}

READER(read_dist)
{
    struct dist dist;
    (void)entry;
    if (!is_scalar(r, f, n))
        return false;
    const char *complaint = dist_read(n->text, f->unit, r->arena, &dist);
    if (complaint) {
        diag_error(r->diag, n->at, NULL, "%s: %s", f->key, complaint);
        return false;
    }
    if (!within(r, f, n, f->unit, dist_quantile(&dist, 0.5)))
        return false;
    *(struct dist *)member = dist;
    return true;
}

WRITER(write_dist)
{
    (void)s, (void)entry;
    return dist_write(member, f->unit, a);
}
