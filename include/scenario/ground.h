/* ground.h -- one scenario read under thousands of settings.
 *
 * The layers are parsed and laid once; each variant lays its settings on that tree and is
 * understood and checked as if it had been read whole.
 */
#ifndef SCENARIO_GROUND_H
#define SCENARIO_GROUND_H

#include "scenario/read.h"

struct ground;

/* NULL when a layer cannot be understood at all; smaller mistakes show in every variant. */
struct ground *ground_read(const struct layers *l, struct diag *d);
void ground_free(struct ground *g); /* NULL is allowed; all its variants must be gone */

/* The scenario under `n` settings "key.path=value", called `option` ("--vary") in complaints; NULL when
 * anything is wrong. Its text and digest are left out: they cost more than all the rest. */
struct scenario *ground_scenario(const struct ground *g, const char *const *sets, int n, const char *option,
                                 struct diag *d);

#endif
