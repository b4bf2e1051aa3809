/* queues.h -- how many wait for what, from the stretches of a trial that is over.
 */
#ifndef EXPERIMENT_QUEUES_H
#define EXPERIMENT_QUEUES_H

#include "experiment/panel.h"

struct queues; /* workspace, used again for every trial */

struct queues *queues_new(void);
void queues_free(struct queues *q); /* NULL is allowed */

void queues_add(struct queues *q, struct occupancy queue[QUEUES], const struct trial *t);

#endif
