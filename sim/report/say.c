/* say.c -- figures in words. */
#include "say.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "base/unit.h"
#include "utf8.h"

void say_count(int64_t count, char text[SAY_SIZE])
{
    char digits[32];
    int length = snprintf(digits, sizeof digits, "%" PRId64, count), at = 0;
    for (int i = 0; i < length; i++) {
        if (i > (digits[0] == '-') && (length - i) % 3 == 0)
            text[at++] = ' ';
        text[at++] = digits[i];
    }
    text[at] = 0;
}

void say_minutes(double ms, char text[SAY_SIZE])
{
    long minutes = lround(ms / (double)MINUTES(1));
    if (minutes < 120 && minutes != 60)
        snprintf(text, SAY_SIZE, "%ld min", minutes);
    else if (minutes < 48 * 60 && minutes % 60)
        snprintf(text, SAY_SIZE, "%ld h %ld min", minutes / 60, minutes % 60);
    else if (minutes < 48 * 60)
        snprintf(text, SAY_SIZE, "%ld h", minutes / 60);
    else
        snprintf(text, SAY_SIZE, "%ld days", lround((double)minutes / (24 * 60)));
}

void say_percent(double share, int decimals, char text[SAY_SIZE])
{
    char figure[32];
    figure_write(100 * share, decimals, figure);
    snprintf(text, SAY_SIZE, "%s %%", figure);
}

/* Whole points, unless that would hide the interval. */
static int decimals_of(struct interval share)
{
    return share.high - share.low < 0.015 && share.high > share.low ? 1 : 0;
}

static void range(struct interval share, char text[SAY_SIZE])
{
    char low[32], high[32];
    figure_write(100 * share.low, decimals_of(share), low);
    figure_write(100 * share.high, decimals_of(share), high);
    snprintf(text, SAY_SIZE, "%s–%s", low, high);
}

void say_share(struct interval share, char text[SAY_SIZE])
{
    char value[SAY_SIZE], bounds[SAY_SIZE];
    if (isnan(share.value)) {
        snprintf(text, SAY_SIZE, "nobody counted");
        return;
    }
    say_percent(share.value, decimals_of(share), value);
    range(share, bounds);
    if (isnan(share.low))
        snprintf(text, SAY_SIZE, "%s", value);
    else
        snprintf(text, SAY_SIZE, "%.40s (%.60s)", value, bounds);
}

void say_median(struct interval ms, char text[SAY_SIZE])
{
    char low[32], high[32];
    if (isnan(ms.value)) {
        snprintf(text, SAY_SIZE, "not reached");
        return;
    }
    figure_write(ms.low / (double)MINUTES(1), 0, low);
    figure_write(ms.high / (double)MINUTES(1), 0, high);
    snprintf(text, SAY_SIZE, "%ld min (%s–%s)", lround(ms.value / (double)MINUTES(1)), *low ? low : "?",
             *high ? high : "?");
}

void say_name(const char *name, int most, char *text, int size)
{
    char *to = text, *end = text + size - 5;
    bool cut = utf8_length(name) > most;
    for (int n = cut ? most - 1 : most; *name && n > 0 && to < end; n--) {
        uint32_t code = utf8_next(&name);
        to += utf8_write(utf8_is_control(code) ? ' ' : code, to);
    }
    if (*name)
        to += utf8_write(0x2026, to);
    *to = 0;
}

void say_id(const char *id, int most, char *text, int size)
{
    say_name(id, most, text, size);
    for (char *c = text; *c; c++)
        if (*c == '_')
            *c = ' ';
}
