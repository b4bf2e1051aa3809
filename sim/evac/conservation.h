/* conservation.h -- nothing is lost and nothing is in two places: checked after every trial of every build.
 */
#ifndef EVAC_CONSERVATION_H
#define EVAC_CONSERVATION_H

#include "mission.h"

void conservation_checked(const struct trial *t);

#endif
