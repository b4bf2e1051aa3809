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
    bool of_models; /* written only where the plans were played under other models of survival */
};
extern const struct compare_file compare_files[]; /* ends with a name of NULL */

/* models_tables.c */
extern const struct column model_columns[], order_columns[];
void models_write(struct table *t, const struct comparison *c);
void orders_write(struct table *t, const struct comparison *c);

extern const char *const measure_units[]; /* [enum measure_unit] */

/* "better", "worse", "no clear difference"; NULL where there is none. */
const char *verdict_of(const struct measure *m, struct interval difference);

#endif
