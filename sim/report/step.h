/* step.h -- the steps of an evacuation that a key of the scenario governs.
 *
 * A table says for each which two moments bound it and whose times it is.
 */
#ifndef REPORT_STEP_H
#define REPORT_STEP_H

#include "log.h"

/* The times of one key. */
struct sample {
    const char *step;        /* "launch" */
    const char *top, *id;    /* "assets", "mi8"; id NULL: the key stands in a record */
    const char *leaf, *key;  /* "notice_day", "assets.mi8.notice_day" */
    const char *aside;       /* a setting that goes with it: "assets.mi8.load_each=0 min"; or NULL */
    struct place first;      /* where the id was read first */
    int n, room, zeros;      /* zeros: of the n, those of no length */
    double *ms;              /* rising once samples_of is done */
    const char *incident[2]; /* of the last time: trial and number, NULL where not known; ... */
    int since;               /* ... and the first of its times */
};

struct samples {
    int n;
    struct sample *at; /* in the order of the steps, then as met */
};

/* `authority`: who decides where the log does not say. Notes moments in the wrong order as errors,
 * and times that belong to nobody as warnings. */
struct samples samples_of(const struct log *log, const char *authority, struct arena *a, struct diag *d);

#endif
