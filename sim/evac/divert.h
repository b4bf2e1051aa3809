/* divert.h -- a unit already tasked is sent to a graver case.
 */
#ifndef EVAC_DIVERT_H
#define EVAC_DIVERT_H

#include "mission.h"

/* Where the scenario allows it, and nothing else may go: of the units not yet on scene whose casualties are all less
 * grave, the one soonest there is sent. False: there is none. */
bool dispatch_diverted(struct trial *t, struct request *r);

#endif
