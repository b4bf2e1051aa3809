/* place.h -- where results go: a free name, or one whose results may be replaced, locked until they stand.
 *
 * Running again is the main loop: what is there is kept, and NAME-2, NAME-3, ... are taken in turn. A
 * lock beside the name ("mali.casevac-lock") keeps two runs off one place; it goes with the process.
 */
#ifndef REPORT_PLACE_H
#define REPORT_PLACE_H

#include <stdbool.h>

struct results_place {
    char *wanted; /* as asked for, behind a link if it is one */
    char *target; /* what was taken: `wanted`, or with -2, -3, ... */
    bool overwrite;
    int lock;
};

/* Dies with EXIT_FILE, before anything is written, when there is no place: what stands there may not be
 * replaced, another run is writing there, or the folder cannot be used. Makes the folders above. */
struct results_place place_take(const char *wanted, bool overwrite);

/* To the next free name: what is at the target is not ours to touch. */
void place_move_on(struct results_place *p);

void place_leave(struct results_place *p); /* gives up the lock */
void place_free(struct results_place *p);

#endif
