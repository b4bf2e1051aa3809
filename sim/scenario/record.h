/* record.h -- from the merged tree to the structs, key by key as the schema says.
 */
#ifndef SIM_SCENARIO_RECORD_H
#define SIM_SCENARIO_RECORD_H

#include "kind.h"

/* Fills the struct at `into`; what is not given takes its default. `owner` is where the
 * entry's name stands: keys that are missing are noted there. */
void record_read(struct reader *r, const struct record *type, const struct node *n, struct place owner,
                 void *into);

/* The row of a key; NULL: there is none. */
const struct field *field_called(const struct record *type, const char *key);

/* The default as a node, as if it stood at `at`; NULL: the key must be given. */
const struct node *field_fallback(const struct field *f, struct place at, struct arena *a, struct diag *d);

/* "a" or "an". */
const char *article(const char *noun);

#endif
