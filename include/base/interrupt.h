/* interrupt.h -- Ctrl-C and its like: finish what is in hand, keep it, and stop.
 */
#ifndef BASE_INTERRUPT_H
#define BASE_INTERRUPT_H

#include <stdbool.h>

/* From now on SIGINT, SIGTERM and SIGHUP are noted, and the first of them answered with a line on
 * stderr; none ends the program. None has come so far. */
void interrupts_noted(void);

/* Back to the default; what came stays known. */
void interrupts_forgotten(void);

int interrupt_came(void);     /* the last signal that came, or 0 */
int interrupts_counted(void); /* how many came */

/* It came a while ago (0.1 s), so that what still goes on is too long to wait for. */
bool interrupt_presses(void);

#endif
