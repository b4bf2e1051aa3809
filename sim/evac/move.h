/* move.h -- facilities that move during the run: closed here, open there.
 *
 * From the moment of the move on a facility is closed, and those inside leave, as of a closure. Once nobody is inside
 * or on the way to it, and all who are being fetched could be brought elsewhere, it is packed up; from then on its
 * place is the new one. When the time for the way and for setting up is over it is open there.
 */
#ifndef EVAC_MOVE_H
#define EVAC_MOVE_H

#include "mission.h"

void moves_undone(struct trial *t);   /* at the start of a trial: all are where they were */
void moves_expected(struct trial *t); /* and all moves are booked */

#endif
