/* key.h -- a key of a scenario by its path: "alert.delay", "assets.mi8.notice_day".
 */
#ifndef SCENARIO_KEY_H
#define SCENARIO_KEY_H

#include "scenario/schema.h"

struct key {
    const struct field *field; /* its row */
    const void *entry;         /* the record it stands in */
};

/* NULL when it was found, else the complaint, ready to print after the path, in `a`; `*hint` is
 * then a remedy or NULL. Collections and records have no value and are not found. */
const char *key_find(const struct scenario *s, const char *path, struct arena *a, struct key *k,
                     const char **hint);

/* Is it a quantity: a number, a count, a duration or a distribution? */
bool key_is_quantity(const struct key *k);
enum dimension key_dimension(const struct key *k); /* of a quantity */
double key_value(const struct key *k);             /* the same in its inner unit; a mean for distributions */

/* What `value` would have to lie between for the reader to take it. */
void key_limits(const struct key *k, double *least, double *most);

/* A value of the key as a scenario would write it; counts are rounded. */
const char *key_text(const struct key *k, double value, struct arena *a);

#endif
