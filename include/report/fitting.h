/* fitting.h -- a mission's own times, as distributions to lay over a scenario.
 *
 * From a log of evacuations (columns as in casualties.csv) every step that a key governs is
 * fitted: an overlay of the keys, and beliefs that say how sure they are. With a scenario,
 * what a run under the overlay gives is set against what was observed.
 */
#ifndef REPORT_FITTING_H
#define REPORT_FITTING_H

#include "base/diag.h"
#include "experiment/experiment.h"
#include "report/report.h"

struct fitting;

/* Reads and fits. `s`: keys must be in it; NULL: any. NULL when anything is wrong: `d` says what.
 * `file` "-" is standard input; a file that cannot be read dies with EXIT_FILE. */
struct fitting *fitting_of(const char *file, const struct scenario *s, struct diag *d);
void fitting_free(struct fitting *f);

/* The fitted keys as settings, "alert.delay=gamma(mean 12 min, shape 2)": the nth; NULL after the last. */
const char *fitting_setting(const struct fitting *f, int nth);

/* To run under these settings: rows for the study. Then compare, when the run is over. */
struct rows fitting_rows(struct fitting *f);
void fitting_compare(struct fitting *f);

/* The overlay, YAML; observed against simulated stands in its comments. */
void fitting_overlay(const struct fitting *f, FILE *to);

/* As report_close: overlay.yaml, steps.csv, the chart, the manifest. */
int report_close_fitting(struct report *p, const struct fitting *f, const struct results *r, bool charts);

#endif
