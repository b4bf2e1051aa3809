/* message.h -- how it becomes known that somebody is hit.
 *
 * One message for each incident. It is sent after a delay; where nothing gets through it is tried again, or
 * relayed; it may be lost, which is noticed, and then it is sent again.
 */
#ifndef EVAC_MESSAGE_H
#define EVAC_MESSAGE_H

#include "mission.h"

/* When it is through, incident_heard happens. */
void message_begun(struct trial *t, int incident);

/* How long whoever comes looks for them, from the moment the scene is safe. */
int64_t message_search_ms(const struct trial *t, const struct incident *i);

#endif
