/* unit.h -- the only place where units are converted.
 *
 * Inside, one unit per dimension: integer milliseconds, metres, metres per
 * millisecond (which is km/s), plain shares. Outside, every quantity carries
 * its unit: "20 min", "220 km/h", "12 /yr", "15 %".
 */
#ifndef BASE_UNIT_H
#define BASE_UNIT_H

#include <stdbool.h>
#include <stdint.h>

enum dimension {
    PURE,     /* a plain number; "15 %" is read as 0.15 */
    TIME,     /* ms: ms, s, min, h, d, wk */
    DISTANCE, /* m: m, km, nm (nautical mile) */
    SPEED,    /* km/h: km/h, m/s, kn */
    RATE,     /* per day: /h, /d, /wk, /month (30.4375 d), /yr (365.25 d) */
    PER_KM,   /* per km: /km, /100km */
    DIMENSIONS
};

#define RADIANS(degrees) ((degrees) * (3.14159265358979323846 / 180))

#define SECONDS(n) ((int64_t)(n)*1000)
#define MINUTES(n) ((int64_t)(n)*60000)
#define HOURS(n)   ((int64_t)(n)*3600000)
#define DAYS(n)    ((int64_t)(n)*86400000)

/* The nearest whole number of something not negative: half goes up, everywhere alike. */
static inline int64_t whole_of(double x)
{
    return (int64_t)(x + 0.5);
}

/* Reads "15 min" (or "15min") into the dimension's inner unit; 0 needs no unit.
 * Returns NULL when it went well, else the complaint, a constant text to print
 * after what was read: "15" + " needs a unit: min, s, h or d". An own grammar
 * stands before strtod: no hex, nan, inf, leading zeros or blanks. */
const char *unit_read(const char *text, enum dimension d, double *value);

/* Reads a bare number by the same grammar. */
const char *number_read(const char *text, double *value);

/* The units of a dimension, for people: "min, s, h or d". "" for PURE. */
const char *unit_names(enum dimension d);

/* Writes a value so that unit_read gives the same double again, in the largest
 * unit that leaves it short. At most `size` bytes with the final 0. */
void unit_write(double value, enum dimension d, char *text, int size);

/* The one function that prints figures in results: `decimals` after the point,
 * never more than 9 significant digits, "." whatever the locale, no "-0";
 * nothing at all for NAN (the value is missing). */
void figure_write(double value, int decimals, char text[32]);

#endif
