/* telling.h -- one small mission, told in many ways: turned round, moved, in another order.
 */
#ifndef TESTS_TELLING_H
#define TESTS_TELLING_H

#include <stdbool.h>
#include "evac/trial.h"
#include "scenario/scenario.h"

struct telling {
    bool reversed;         /* every list from the end */
    int turns;             /* quarter turns of the map */
    bool mirrored;         /* east is west */
    double east_km, scale; /* moved; and stretched, speeds with it (0: as it is) */
    double degrees;        /* turned */
    bool earth;            /* on the globe, at the equator; moved along it */
};

enum { TEXT_SIZE = 16384 };

/* Its text, and read with `more` laid over it (NULL: nothing); the test fails when that is not good. */
void telling_write(const struct telling *how, char text[TEXT_SIZE]);
struct scenario *told(const struct telling *how, const char *more);

/* The same person in another trial, by name; NULL: who was not hit there. */
const struct casualty *same_person(const struct trial *t, const struct casualty *c);

#endif
