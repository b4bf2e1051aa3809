/* compare_tables.h -- the tables of a comparison, each a row: its name, its columns, who fills it.
 */
#ifndef REPORT_COMPARE_TABLES_H
#define REPORT_COMPARE_TABLES_H

#include "experiment/comparison.h"
#include "table.h"

struct compare_file {
    const char *name;
    const struct column *columns;
    void (*write)(struct table *t, const struct comparison *c);
};
extern const struct compare_file compare_files[]; /* ends with a name of NULL */

#endif
