/* host_nation.h -- what the state whose air it is forbids, and what it answers.
 *
 * Its answers are a pure function of (trial, name of what is asked, how often it was asked), so that all plans meet
 * the same; a higher chance of refusal only adds refusals.
 */
#ifndef WORLD_HOST_NATION_H
#define WORLD_HOST_NATION_H

#include "world/world.h"

/* A journey as the host sees it: one of one way, from the scene or between facilities, for somebody as grave as that. */
struct passage {
    enum which_way way;
    bool transfer;
    enum triage gravest; /* as seen; TRIAGES: nobody knows yet */
};

/* Does a rule of this kind hold at the site? */
bool host_says(const struct world *w, int site, const struct passage *p, enum host_word rule);

/* By which it must be told or asked there, or NULL. */
const struct host_rule *host_wants(const struct world *w, int site, const struct passage *p);

struct host_answer {
    bool refuses;
    int64_t takes_ms;
};
struct host_answer host_answers(const struct host_rule *h, const struct luck *l, uint64_t name, int times,
                                bool dark);

/* [site][rule]; NULL where there is no rule. */
const bool *host_of(const struct scenario *s, struct arena *arena);

#endif
