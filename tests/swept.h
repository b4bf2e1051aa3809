/* swept.h -- sweeps of a scenario file, for tests.
 */
#ifndef TESTS_SWEPT_H
#define TESTS_SWEPT_H

#include "experiment/effects.h"
#include "experiment/sweep.h"

enum { VARIED_MOST = 6 };

struct swept_plan {
    const char *file;
    const char *vary[VARIED_MOST]; /* as behind --vary; NULL after the last where fewer */
    enum sweep_design design;
    int rows;
    int64_t trials;
    int jobs;
    uint64_t seed;
};

/* All that a sweep stands on. Fails the running test, with the complaints, when it cannot be read. */
struct swept {
    struct sweep *sweep;
    struct scenario *scenario;
    struct ground *ground;
    struct diag *diag;
    struct arena *arena;
};
struct swept swept(const struct swept_plan *p);
void swept_free(struct swept *s);

/* Value of a measure of a key, for the figure called so. */
struct interval swept_effect(const struct swept *s, const char *figure, int key, enum measure_of_key measure);

#endif
