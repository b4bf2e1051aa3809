/* report.h -- results as people and programs read them.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <stdbool.h>
#include <stdio.h>
#include "experiment/experiment.h"
#include "report/origin.h"

/* The result folder. Where there are results already, they are kept and these go to FOLDER-2, FOLDER-3, ...;
 * with `overwrite` they are replaced, and refused with EXIT_FILE if anything there is not as a run wrote it.
 * Everything goes to a draft beside it, which takes its place when report_close has written all: whole or
 * not at all. Until report_free a signal ends no run: what is finished is kept. The command as typed goes to
 * the manifest's run_info. */
struct report;
struct report *report_open(const char *folder, bool overwrite, int argc, char **argv);
const char *report_place(const struct report *p); /* where the results are, or will be */
void report_free(struct report *p);               /* NULL is allowed */

/* A file of rows for the experiment to fill ("trials.csv", "casualties.csv", "sorties.csv"), head written. */
FILE *report_rows(struct report *p, const char *name);

/* For the manifest: note there what was laid over the scenario. */
struct origin *report_origin(struct report *p);

/* Writes all data files and the charts' scripts, draws the charts unless `charts` is false, and
 * puts the folder in place. Returns EXIT_DONE or EXIT_CHARTS (data written, charts not; why is on stderr). */
int report_close(struct report *p, const struct results *r, bool charts);

/* Draws the charts of a results folder again, from the scripts and data stored in it. EXIT_DONE, EXIT_CHARTS,
 * or EXIT_FILE where the folder holds no results or no charts. */
int report_draw(const char *folder);

/* The rows of one finished trial. */
void rows_trial(FILE *to, const struct trial *t, int64_t trial);
void rows_casualties(FILE *to, const struct trial *t, int64_t trial);
void rows_sorties(FILE *to, const struct trial *t, int64_t trial);

/* At most 25 lines: headline shares with intervals, worst sector, slowest phase, deaths, warnings;
 * where the results are (with charts, or not) and what to do next, unless `folder` is NULL. */
void report_summary(const struct results *r, const char *folder, bool charts, FILE *to);
bool report_goals_missed(const struct results *r);           /* any goal of the scenario */
void report_summary_json(const struct results *r, FILE *to); /* one JSON document, as summary.json */

#endif
