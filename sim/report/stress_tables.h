/* stress_tables.h -- the tables of a stress test, each a row: its name, its columns, who fills it.
 */
#ifndef REPORT_STRESS_TABLES_H
#define REPORT_STRESS_TABLES_H

#include "experiment/stress.h"
#include "table.h"

struct stress_file {
    const char *name;
    const struct column *columns;
    bool (*wanted)(const struct stress *s); /* NULL: always */
    void (*write)(struct table *t, const struct stress *s);
};
extern const struct stress_file stress_files[]; /* ends with a name of NULL */

#endif
