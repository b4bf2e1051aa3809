/* unit.c -- quantities as people write them. */
#include "base/unit.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A written value times `times` over `over` is the inner one: two exact steps at most, and the
 * same digits on every machine. */
struct unit {
    const char *name;
    double times, over;
    bool rare; /* understood, and not written without need */
};

#define NAMES(names) names, "needs a unit: " names, "has an unknown unit; known are " names

/* Largest unit first; each dimension has one that is the inner unit itself. */
// clang-format off
static const struct measure {
    const char *names, *missing, *unknown;
    struct unit unit[8];
} measures[DIMENSIONS] = {
    [PURE]     = { "", "", "is a plain number or a share (15 %)", {{ "", 1, 1, false }, { "%", 1, 100, true }}},
    [TIME]     = { NAMES("min, s, h or d"), {{ "wk", 604800000, 1, true }, { "d", 86400000, 1, false }, { "h", 3600000, 1, false },
                                             { "min", 60000, 1, false }, { "s", 1000, 1, false }, { "ms", 1, 1, true }}},
    [DISTANCE] = { NAMES("m, km or nm"),     {{ "nm", 1852, 1, true }, { "km", 1000, 1, false }, { "m", 1, 1, false }}},
    [SPEED]    = { NAMES("km/h, m/s or kn"), {{ "km/h", 1, 1, false }, { "m/s", 18, 5, true }, { "kn", 1.852, 1, true }}},
    [RATE]     = { NAMES("/h, /d, /wk, /month or /yr"), {{ "/yr", 1, 365.25, false }, { "/month", 1, 30.4375, true },
                                             { "/wk", 1, 7, true }, { "/d", 1, 1, false }, { "/h", 24, 1, false }}},
    [PER_KM]   = { NAMES("/km or /100km"),   {{ "/100km", 1, 100, true }, { "/km", 1, 1, false }}},
};
// clang-format on

const char *unit_names(enum dimension d)
{
    return measures[d].names;
}

static const char *skip_digits(const char *c)
{
    while (isdigit((unsigned char)*c))
        c++;
    return c;
}

/* What is wrong with the number at `text`, or NULL and where it ends. */
static const char *scan(const char *text, const char **end)
{
    const char *c = text + (*text == '-');
    if (*c == '+')
        return "starts with a plus sign; write the number alone";
    if (*c == '.' && isdigit((unsigned char)c[1]))
        return "needs a digit before the point";
    if (!isdigit((unsigned char)*c))
        return "is not a number";
    const char *whole = c;
    c = skip_digits(c);
    if (*c == '_')
        return "has an underscore; write the digits alone";
    if (*c == ',')
        return "has a comma; write a point";
    if (*whole == '0' && (c[0] == 'x' || c[0] == 'X' || c[0] == 'o' || c[0] == 'b'))
        return "is not a decimal number";
    if (*whole == '0' && c > whole + 1)
        return "has a leading zero";
    if (*c == '.' && !isdigit((unsigned char)c[1]))
        return "needs a digit after the point";
    if (*c == '.')
        c = skip_digits(c + 1);
    if (*c == 'e' || *c == 'E') {
        const char *power = c + 1 + (c[1] == '-' || c[1] == '+');
        if (isdigit((unsigned char)*power))
            c = skip_digits(power);
    }
    *end = c;
    return NULL;
}

/* The scanned number; strtod stops by itself where scan did, for it knows no unit. */
static const char *convert(const char *text, const char *end, double *value)
{
    char digits[64];
    size_t length = (size_t)(end - text);
    if (length >= sizeof digits)
        return "has too many digits";
    memcpy(digits, text, length);
    digits[length] = 0;
    errno = 0;
    double number = strtod(digits, NULL);
    if (errno == ERANGE)
        return fabs(number) > 1 ? "is too large" : "is too close to zero";
    *value = number + 0.0; /* no "-0" */
    return NULL;
}

const char *number_read(const char *text, double *value)
{
    const char *end, *wrong = scan(text, &end);
    if (!wrong)
        wrong = *end ? "is not a plain number" : convert(text, end, value);
    return wrong;
}

static const struct unit *unit_called(const struct measure *m, const char *name)
{
    for (const struct unit *u = m->unit; u->name; u++)
        if (!strcmp(u->name, name))
            return u;
    return NULL;
}

const char *unit_read(const char *text, enum dimension d, double *value)
{
    const struct measure *m = &measures[d];
    const char *end, *wrong = scan(text, &end);
    double number = 0;
    if (!wrong)
        wrong = convert(text, end, &number);
    if (wrong)
        return wrong;
    while (*end == ' ')
        end++;
    const struct unit *u = unit_called(m, end);
    if (!u && *end)
        return m->unknown;
    if (!u && number != 0) /* nothing is nothing in every unit */
        return m->missing;
    *value = u ? number * u->times / u->over : 0;
    if (fpclassify(*value) == FP_SUBNORMAL) /* digits are lost there */
        return "is too close to zero";
    return isfinite(*value) ? NULL : "is too large";
}

/* The fewest digits that read back as the same value, without a power of ten where one can do
 * without; false: none do in this unit. */
static bool write_in(double value, enum dimension d, const struct unit *u, char *text, size_t size)
{
    enum { DECIMALS_MOST = 24, DIGITS_MOST = 17 };
    double number = value * u->over / u->times, again = 0;
    bool plain = fabs(number) >= 1e-7 && fabs(number) < 1e15;
    for (int digits = 0; digits <= (plain ? DECIMALS_MOST : DIGITS_MOST); digits++) {
        snprintf(text, size, plain ? "%.*f%s%s" : "%.*g%s%s", digits, number, *u->name ? " " : "", u->name);
        if (!unit_read(text, d, &again) && again == value)
            return true;
    }
    return false;
}

/* People prefer whole numbers and everyday units: "90 min", not "1.5 h". */
static size_t awkwardness(const char *text, const struct unit *u)
{
    return strcspn(text, " ") + (strchr(text, '.') ? 2 : 0) + (u->rare ? 4 : 0);
}

void unit_write(double value, enum dimension d, char *text, int size)
{
    char draft[64], best[64] = "0";
    size_t least = SIZE_MAX;
    for (const struct unit *u = measures[d].unit; u->name; u++) {
        if (d == PURE && *u->name) /* a plain number is read everywhere, a share is not */
            continue;
        if (!write_in(value, d, u, draft, sizeof draft) || awkwardness(draft, u) >= least)
            continue;
        least = awkwardness(draft, u);
        memcpy(best, draft, sizeof best);
    }
    if (value == 0 && d != PURE) /* in the unit that is named first */
        snprintf(best, sizeof best, "0 %.*s", (int)strcspn(unit_names(d), ", "), unit_names(d));
    snprintf(text, (size_t)size, "%s", best);
}

static bool all_zero(const char *digits)
{
    return digits[strspn(digits, "-0.")] == 0;
}

void figure_write(double value, int decimals, char text[32])
{
    char rounded[40];
    text[0] = 0;
    if (!isfinite(value))
        return;
    snprintf(rounded, sizeof rounded, "%.8e", value);
    int power = atoi(strchr(rounded, 'e') + 1);
    if (power > 18) { /* absurd, but must not be cut short */
        memcpy(text, rounded, 32);
        return;
    }
    int most = power > 8 ? 0 : 8 - power;
    if (decimals > most || power > 8) {
        value = strtod(rounded, NULL);
        decimals = decimals > most ? most : decimals;
    }
    snprintf(text, 32, "%.*f", decimals, value);
    if (*text == '-' && all_zero(text))
        memmove(text, text + 1, strlen(text));
}
