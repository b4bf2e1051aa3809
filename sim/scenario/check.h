/* check.h -- what no single key can tell: whether the whole makes sense.
 */
#ifndef SIM_SCENARIO_CHECK_H
#define SIM_SCENARIO_CHECK_H

#include "record.h"

/* Notes everything that is wrong or odd; only called when all keys could be read. */
void check_scenario(struct reader *r, const struct scenario *s);

/* By theme; check_scenario calls them. */
void check_area(struct reader *r, const struct scenario *s);
void check_patrols(struct reader *r, const struct scenario *s);
bool is_sector(const struct scenario *s, const char *name);
void check_control(struct reader *r, const struct scenario *s);
void check_weather(struct reader *r, const struct scenario *s);
void check_threats(struct reader *r, const struct scenario *s);
void check_injuries(struct reader *r, const struct scenario *s);
void check_means(struct reader *r, const struct scenario *s);
void check_goals(struct reader *r, const struct scenario *s);
void check_beliefs(struct reader *r, const struct scenario *s);

/* The straight line between two sites, km: good enough to judge by. */
double rough_km(const struct scenario *s, int from, int to);

/* Where a key was given; when it was not, where the name of its entry stands. `id` is NULL for
 * records that are no collection. */
struct place place_of(const struct reader *r, const char *collection, const char *id, const char *key);
bool is_given(const struct reader *r, const char *collection, const char *id, const char *key);

void check_sum(struct reader *r, const struct shares *shares, struct place at, const char *key);
void check_repeats(struct reader *r, const struct list *list, const char *to, struct place at,
                   const char *key);

#endif
