/* models_reading.h -- whether the order of plans rests on the model of survival, in words.
 */
#ifndef REPORT_MODELS_READING_H
#define REPORT_MODELS_READING_H

#include "compare_reading.h"
#include "experiment/models.h"

enum { MODELS_SIZE = 1200 };

extern const char *const survival_says[SURVIVALS]; /* "the injury clock" */

/* How many two plans fare so by this measure. */
struct orders {
    int pairs, of[ORDERS];
};
struct orders orders_of(const struct comparison *c, int measure);

/* The models played, the comparison's own first. */
int models_listed(const struct comparison *c, enum survival list[SURVIVALS]);

/* What becomes of the order by one measure, in a sentence. */
void order_says(const struct comparison *c, int measure, char text[MODELS_SIZE]);
void order_headline(const struct comparison *c, int measure, char text[SAY_SIZE]); /* the same, short */

/* By the deaths of delay, and which shares in time say otherwise. Empty where no other model was played. */
void models_say(const struct comparison *c, char text[MODELS_SIZE]);

#endif
