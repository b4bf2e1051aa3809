/* stress_reading.h -- what a stress test found, put in words once, for titles, tables and summaries.
 */
#ifndef REPORT_STRESS_READING_H
#define REPORT_STRESS_READING_H

#include "experiment/stress.h"
#include "provenance.h"
#include "say.h"

enum { SENTENCE = 600, STRESSOR_NAME = 32, STRESSOR_SIZE = 4 * STRESSOR_NAME + 8 };

/* Names made fit for people: of a stressor, a plan ("as it is"), a goal, a step. */
void stressor_says(const struct ladder *l, char text[STRESSOR_SIZE]);
void under_says(const struct ladder *l, char text[STRESSOR_SIZE]);
void goal_name_says(const struct ladder *l, int goal, char text[STRESSOR_SIZE]);
void place_says(const struct ladder *l, double severity, char text[STRESSOR_SIZE]);
void step_says(const struct ladder *l, int step, char text[STRESSOR_SIZE]);

/* "fails from x2.4 on (x2.1 to x2.9)", "holds all along", "is missed already in the calm". */
void break_says(const struct ladder *l, int goal, char text[SENTENCE]);

/* The goal a ladder is told by: the first that breaks, else one that holds, else one missed already; -1: there is none. */
int telling_goal(const struct ladder *l);

/* The finding of a ladder in one sentence, without a stop. */
void ladder_says(const struct ladder *l, char text[SENTENCE]);

/* The route to failure: "on the way to surgery 41 min more, of them 30 min asset (asset busy); ...". "" when there is none. */
void route_says(const struct ladder *l, int goal, char text[SENTENCE]);

/* Of figures: "share", "deaths", "cost". */
const char *figure_unit(const struct figure *f);

/* "8 points (5 to 11) less", "no clear difference"; `d` is step - calm. */
void change_says(const struct figure *f, struct interval d, char text[SAY_SIZE]);

/* A break point is sure where the calm surely holds and some step surely fails. */
bool never_surely(const struct ladder *l, int goal);

/* "36 h (30 to 41)", "not within the horizon". */
void hours_say(struct interval hours, char text[SAY_SIZE]);

struct provenance provenance_of_stress(const struct stress *s);

#endif
