/* sweep_tables.h -- the tables of a sweep, each a row: its name, its columns, who fills it.
 *
 * points.csv has two columns for every key varied, behind "point": its value as text, and "KEY_number".
 */
#ifndef REPORT_SWEEP_TABLES_H
#define REPORT_SWEEP_TABLES_H

#include "sweep_reading.h"
#include "table.h"

struct sweep_file {
    const char *name;
    unsigned designs; /* bits of those that have it */
    const struct column *columns;
    void (*write)(struct table *t, const struct sweep_view *v);
};
extern const struct sweep_file sweep_files[]; /* ends with a name of NULL */

/* The columns of a file, with those of the keys; in the view's memory. */
const struct column *sweep_columns(const struct sweep_file *f, const struct sweep_view *v);

#endif
