/* compare_reading.h -- figures of a comparison, for tables, sentences and charts alike.
 */
#ifndef REPORT_COMPARE_READING_H
#define REPORT_COMPARE_READING_H

#include "experiment/comparison.h"
#include "provenance.h"
#include "say.h"

enum { COMPARE_SIZE = 600, PLAN_NAME = 26, PLAN_NAME_SIZE = 4 * PLAN_NAME + 8 };

/* The plan's name for people, cut to PLAN_NAME letters. */
void plan_says(const struct comparison *c, int arm, char text[PLAN_NAME_SIZE]);

/* "31 % (29-33)", "212 min (200-225)", "4.1 (3.9-4.3)", "not reached". */
void value_says(const struct measure *m, struct interval v, char text[SAY_SIZE]);
/* "18 points (16 to 20) more", "12 min (8 to 15) less", "no difference". */
void difference_says(const struct measure *m, struct interval d, char text[SAY_SIZE]);

/* The answer in one sentence or two: who gains most, who is not clearly different. */
void comparison_says(const struct comparison *c, char text[COMPARE_SIZE]);

/* The arm that is best in the measure ranked by. */
int best_arm(const struct comparison *c);

/* Mean ms that those who need surgery waited in a phase, or for one cause, up to a day; of an arm less the baseline. */
struct interval reason_value(const struct comparison *c, int arm, enum reasons_clock k, enum wait w);
struct interval reason_difference(const struct comparison *c, int arm, enum reasons_clock k, enum wait w);
struct interval phase_difference(const struct comparison *c, int arm, enum reasons_clock k, enum phase p);
struct interval total_difference(const struct comparison *c, int arm, enum reasons_clock k);

struct provenance provenance_of_comparison(const struct comparison *c);

#endif
