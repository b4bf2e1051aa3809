/* check.h -- what no single key can tell: whether the whole makes sense.
 */
#ifndef SIM_SCENARIO_CHECK_H
#define SIM_SCENARIO_CHECK_H

#include "record.h"

/* Notes everything that is wrong or odd; only called when all keys could be read. */
void check_scenario(struct reader *r, const struct scenario *s);

/* By theme; check_scenario calls them. */
void check_names(struct reader *r, const struct scenario *s);
void check_area(struct reader *r, const struct scenario *s);
void check_threats(struct reader *r, const struct scenario *s);
void check_injuries(struct reader *r, const struct scenario *s);
void check_means(struct reader *r, const struct scenario *s);

/* Where a key of an entry was given; its default, at the entry's name. */
struct place place_of(const struct reader *r, const char *collection, const char *id, const char *key);

#endif
