/* table.h -- a CSV file whose columns are data.
 *
 * RFC 4180: a head, commas, quotes where needed; lines end with LF. Each column says how
 * many decimals its figures have, so that the same tallies always give the same bytes.
 */
#ifndef REPORT_TABLE_H
#define REPORT_TABLE_H

#include <stdint.h>
#include <stdio.h>

enum { WORDING = -1 }; /* in place of decimals: a column of text */

struct column {
    const char *name; /* with its unit: "mean_min" */
    int decimals;
};

struct table {
    FILE *to;
    const struct column *columns; /* ends with a name of NULL */
    int at;                       /* the column to come */
};

struct table table_begin(FILE *to, const struct column *columns); /* writes the head */
struct table table_more(FILE *to,
                        const struct column *columns); /* more rows under a head that stands already */

/* The cells of a row, from left to right; the last one ends the line. */
void table_text(struct table *t, const char *text); /* NULL: an empty cell */
void table_count(struct table *t, int64_t count);
void table_figure(struct table *t, double value); /* NAN: an empty cell */
void table_minutes(struct table *t, double ms);   /* NAN: an empty cell */
void table_nothing(struct table *t);              /* an empty cell of any kind */

#endif
