/* post.h -- where those free stand: posts, in the order in which they ought to be covered, and who moves up.
 *
 * With k of an asset free, the first k of its posts are to be covered, and home by whoever is over. Whoever comes home
 * goes to the first that lacks one. When one leaves, another that stands where fewer are needed makes ready and moves
 * to the gap; it may be sent until it moves off, and again once it is there.
 */
#ifndef EVAC_POST_H
#define EVAC_POST_H

#include "mission.h"

/* Making it, once: no more fleets than that; those of further posts follow the first of each asset. */
int posts_most(const struct scenario *s);
void posts_set_up(struct trial *t);
void posts_free(struct trial *t);
int post_of(const struct trial *t, int entry, int number); /* the fleet of the asset's unit at the start */

/* The fleet that a unit is of from when it turns home, from a facility or, if that is -1, from where it is sent. */
int post_returned_to(struct trial *t, const struct unit *u, int facility);

/* Somebody has left, or come home: it is looked at whether somebody moves up. */
void posts_look(struct trial *t);

void post_kept(struct trial *t, struct unit *u); /* it does not move up: it is sent, or not fit */

#endif
