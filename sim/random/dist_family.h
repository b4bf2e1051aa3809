/* dist_family.h -- what a row of the table of families says.
 */
#ifndef RANDOM_DIST_FAMILY_H
#define RANDOM_DIST_FAMILY_H

#include <stdbool.h>

#include "dist_table.h"
#include "random/dist.h"

enum { PARAMETERS = 3 };

struct parameter {
    const char *name;
    bool scaled; /* carries the unit of its key */
    double least, most;
};

enum form {
    BY_NAME,  /* name(parameter value, ...), or the values alone in the order of the row */
    WEIGHTED, /* name(value: weight, ...) */
    LISTED,   /* name(value, ...), each as likely as the others */
};

struct dist_family {
    const char *name;
    enum form form;
    struct parameter param[PARAMETERS];
    double (*quantile)(const struct dist *x, double u); /* before shift and clamps */
    double (*mean)(const struct dist *x);               /* likewise */
    void (*prepare)(struct dist *x, struct arena *a);   /* works out what a draw needs; may be NULL */
    count_cdf_fn *counts;                               /* it gives whole numbers, by this cdf; or NULL */
    const char *order;                                  /* parameters must rise: the complaint; or NULL */
    const char *help;
};

/* What any family takes besides its own parameters. */
enum option { PLUS, LEAST, MOST, OPTIONS };
extern const char *const dist_options[OPTIONS];

extern const struct dist_family dist_families[]; /* ends with a row of zeros; a name may have two rows */

#endif
