/* sample_results.h -- results made up for the tests of the report: a mission of a few sectors,
 * without the model behind it.
 */
#ifndef TESTS_SAMPLE_RESULTS_H
#define TESTS_SAMPLE_RESULTS_H

#include "experiment/experiment.h"

enum { SAMPLE_SECTORS_MAX = 12 };

struct sample {
    int sectors, trials;
    double casualties;        /* mean number a trial */
    double slower;            /* each sector takes this much longer than the one before: 0.15 */
    double never;             /* share who never get anywhere */
    const char *const *names; /* of the sectors and their sites; NULL: plain ones */
    const char *title;        /* of the scenario; NULL: a plain one */
};

struct results *sample_results(const struct sample *s);
void sample_free(struct results *r);

/* A place for a folder of results that is not there yet, and its end. */
const char *place_make(void);
void place_clear(const char *target);
char *place_read(const char *folder, const char *name); /* new memory; NULL: no such file */
bool place_has(const char *folder, const char *name);

int sample_write(const char *target, const struct sample *s, bool overwrite,
                 bool charts); /* as report_close */

/* The same with charts, drawn by another program than gnuplot; complaints are not shown. */
int sample_write_drawn_by(const char *program, const char *target, const struct sample *s, bool overwrite);

#endif
