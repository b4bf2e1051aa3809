/* sweep_reading.h -- figures of a sweep in words, for tables, sentences and charts alike.
 */
#ifndef REPORT_SWEEP_READING_H
#define REPORT_SWEEP_READING_H

#include "experiment/effects.h"
#include "experiment/split.h"
#include "provenance.h"
#include "report/sweep.h"
#include "say.h"

enum { SWEEP_SIZE = 600, KEY_NAME = 26, KEY_SIZE = 4 * KEY_NAME + 8 };

struct sweep_view {
    const struct sweep *sweep;
    int by;
    struct effects *effects; /* [figures] */
    struct split *split;     /* [figures], of BELIEFS; else NULL */
    struct arena *arena;
};

/* "helicopter count" for assets.helicopter.count. */
void key_says(const struct sweep_view *v, int key, char text[KEY_SIZE]);

/* The values a key goes from and to, as its swing counts them: "1", "4". */
void ends_of(const struct sweep_view *v, int figure, int key, const char **from, const char **to);

/* A figure as people read it: times this, with these decimals; what stands behind it, " points" or "". */
double scale_of_figure(const struct figure *f);
int decimals_of_figure(const struct figure *f, double width);
const char *unit_of_figure(const struct figure *f);

/* "31 % (29–33)", "4.10 (3.90–4.30)". */
void figure_says(const struct figure *f, struct interval v, char text[SAY_SIZE]);
/* "+12 points (10 to 14)", "-0.31 (-0.40 to -0.22)". */
void shift_says(const struct figure *f, struct interval d, char text[SAY_SIZE]);

/* What the figure asked about is of, in a sentence: "the share in surgery within 2 h", "deaths". */
const char *subject_of(const struct sweep_view *v);

/* Does the interval leave no doubt on which side of 0 it lies? */
bool is_clear(struct interval i);

/* What keys are ranked by, of one key. */
struct interval rank_of(const struct sweep_view *v, int key);

/* The answer, and the same short enough for a title. */
void sweep_says(const struct sweep_view *v, char text[SWEEP_SIZE]);
void split_says(const struct sweep_view *v, char text[SWEEP_SIZE]);
/* "13 points (11 to 15)" or "48 % (40-55)": what the strongest are ranked by. */
void rank_says(const struct sweep_view *v, int key, char text[SAY_SIZE]);

struct provenance provenance_of_sweep(const struct sweep *s);

#endif
