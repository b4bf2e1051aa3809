/* hospital.h -- what a facility does with those who reach it: bay, table, bed, onward.
 */
#ifndef EVAC_HOSPITAL_H
#define EVAC_HOSPITAL_H

#include "mission.h"

/* A facility of the site, with surgery if there is one; -1: none. */
int hospital_at_site(const struct trial *t, int site);

void hospital_reached(struct trial *t, struct casualty *c, int facility);  /* at the door */
void hospital_admitted(struct trial *t, struct casualty *c, int facility); /* handed over */
void stretcher_arrived(struct trial *t, int casualty);

/* It has a bed, here or in intensive care: discharge or a transfer is planned. */
void hospital_bedded(struct trial *t, struct casualty *c);

/* Holds one who waits for a transfer, if a bed is free. */
void hospital_lends_bed(struct trial *t, struct casualty *c);

/* The casualty has left its place here: dead, gone outside, or fetched. */
void hospital_gave_up_bed(struct trial *t, struct casualty *c);
void hospital_lost(struct trial *t, struct casualty *c, enum casualty_state was);

#endif
