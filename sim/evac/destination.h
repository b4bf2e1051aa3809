/* destination.h -- which facility a journey leads to.
 */
#ifndef EVAC_DESTINATION_H
#define EVAC_DESTINATION_H

#include "mission.h"

void destinations_set_up(struct trial *t); /* once it is known who can operate */
void destinations_free(struct trial *t);

/* What the gravest of these people needs next: where the rules of dispatch seek it, or what a transfer is for. */
enum need destination_need(const struct trial *t, const struct request *r, const struct line *people);

/* Does another facility than the one they are at give it? */
bool destination_offers(const struct trial *t, int from, int facility, enum need need);

/* What would carry them; when it is with them, how long it will have been out, and have flown since it last filled up. */
struct carrier {
    int fleet;
    int64_t out_ms, flown_ms;
};

/* A unit sent from home. */
static inline struct carrier carrier_from_home(const struct request *r, int fleet)
{
    return (struct carrier){fleet, r->reach_ms[fleet], r->out ? r->out[fleet].flown_ms : r->reach_ms[fleet]};
}

/* The shortest way to a facility that gives what they need, as below; NEVER_REACHED: there is none, or it would not
 * come so far. */
int64_t destination_nearest_ms(const struct trial *t, struct carrier by, const struct request *r,
                               enum need need);

/* Could it bring the request's people anywhere that helps, and get home? */
bool destination_exists(const struct trial *t, struct carrier by, const struct request *r);

/* And anywhere but to this one? */
bool destination_beside(const struct trial *t, struct carrier by, const struct request *r, int but);

/* The way from the request's place to a facility, or NEVER_REACHED. */
int64_t destination_way_ms(const struct trial *t, int fleet, const struct request *r, int facility);

/* The facility for these people of the request, by this carrier; -1: none within reach. `cost_ms` learns the
 * way there, or with `queues` the way and the expected wait for a table. */
int destination_find(const struct trial *t, struct carrier by, const struct request *r,
                     const struct line *people, bool queues, int64_t *cost_ms);

#endif
