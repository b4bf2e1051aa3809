/* describe.h -- what a key takes, in words: for the manual, the editors' schema and short help.
 */
#ifndef SIM_SCENARIO_DESCRIBE_H
#define SIM_SCENARIO_DESCRIBE_H

#include "kind.h"

/* "a time in min, s, h or d"; "helicopter, ambulance or fixed_wing". */
const char *describe_value(const struct field *f, struct arena *a);

/* "1 to 500", "at least 0"; "" when the kind says it all. */
const char *describe_range(const struct field *f, struct arena *a);

/* The default as written, "must be given", or "" for collections. */
const char *describe_default(const struct field *f);

#endif
