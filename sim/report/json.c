/* json.c -- figures in JSON are printed by the same hand as those in tables. */
#include "json.h"

#include <math.h>
#include <stdlib.h>
#include "base/die.h"
#include "base/unit.h"

enum { SIGNIFICANT_DIGITS = 9 }; /* figure_write gives no more, so jansson prints what it wrote */

void json_child(json_t *object, const char *key, json_t *child)
{
    if (!child || json_object_set_new(object, key, child) != 0)
        die(EXIT_MEMORY, "out of memory while writing \"%s\"", key);
}

void json_row(json_t *list, json_t *child)
{
    if (!child || json_array_append_new(list, child) != 0)
        die(EXIT_MEMORY, "out of memory while writing a list");
}

void json_text(json_t *object, const char *key, const char *text)
{
    json_t *string = json_string(text); /* NULL when it is not UTF-8: a file name may be anything */
    json_child(object, key, string ? string : json_string("?"));
}

void json_count(json_t *object, const char *key, int64_t count)
{
    json_child(object, key, json_integer(count));
}

void json_figure(json_t *object, const char *key, double value, int decimals)
{
    char figure[32];
    figure_write(value, decimals, figure);
    json_child(object, key, *figure ? json_real(strtod(figure, NULL)) : json_null());
}

static void interval(json_t *object, const char *const key[3], struct interval i, double over, int decimals)
{
    json_figure(object, key[0], i.value / over, decimals);
    json_figure(object, key[1], i.low / over, decimals);
    json_figure(object, key[2], i.high / over, decimals);
}

void json_share(json_t *object, struct interval share)
{
    static const char *const keys[3] = {"share", "share_low", "share_high"};
    interval(object, keys, share, 1, 5);
}

void json_minutes(json_t *object, const char *what, struct interval ms)
{
    char value[40], low[40], high[40];
    snprintf(value, sizeof value, "%s_min", what);
    snprintf(low, sizeof low, "%s_low_min", what);
    snprintf(high, sizeof high, "%s_high_min", what);
    interval(object, (const char *const[3]){value, low, high}, ms, (double)MINUTES(1), 2);
}

void json_finish(json_t *object, FILE *to)
{
    json_dumpf(object, to, JSON_INDENT(2) | JSON_REAL_PRECISION(SIGNIFICANT_DIGITS));
    putc('\n', to);
    json_decref(object);
}
