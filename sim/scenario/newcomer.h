/* newcomer.h -- entries that a layer adds to those before it.
 *
 * An overlay changes entries by their names, so a slip in a name would add an entry and leave the one
 * that was meant as it is. A newcomer must be whole; what looks like a slip is refused, and what nothing
 * refers to is remarked on.
 */
#ifndef SIM_SCENARIO_NEWCOMER_H
#define SIM_SCENARIO_NEWCOMER_H

#include "overlay.h"

struct newcomer {
    const struct field *map;
    const char *id;
    struct place at;
    bool over; /* in a plan, a stressor or a --set; else in the scenario, over the shipped defaults */
    const struct newcomer *next;
};

/* An entry that is not `among` the others yet: noted as a newcomer; false when it can be none, for it
 * changes what is not there. That is complained about. */
bool newcomer_arrives(struct overlay *o, const struct field *map, const struct node *among,
                      const struct entry *e);

/* Once the scenario is understood: does anything need them? */
void newcomers_check(struct reader *r, const struct scenario *s, const struct newcomer *latest);

/* Who names the nth entry of a collection: some entry by its name, or a list that takes in all. */
struct mention {
    bool named, among_all;
};
struct mention mention_of(const struct scenario *s, const char *collection, int index);

#endif
