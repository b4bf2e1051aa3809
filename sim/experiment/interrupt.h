/* interrupt.h -- Ctrl-C and its kin: finish what is in hand, keep it, and stop.
 */
#ifndef EXPERIMENT_INTERRUPT_H
#define EXPERIMENT_INTERRUPT_H

/* From now on SIGINT, SIGTERM and SIGHUP are noted; the second of a kind ends the program at once. */
void interrupts_noted(void);

/* Back to the default. */
void interrupts_forgotten(void);

/* The signal that came, or 0. */
int interrupt_came(void);

#endif
