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

/* How long whoever comes for them, now that the scene is safe, must look for them: where the message named the
 * wrong place. The next find them with the first. */
int64_t message_search_ms(struct trial *t, const struct request *r);

#endif
