/* data.h -- the data files, each a row: its name, its columns, who fills it.
 *
 * results/README.md is their dictionary; a test holds the two together.
 */
#ifndef REPORT_DATA_H
#define REPORT_DATA_H

#include "experiment/experiment.h"
#include "table.h"

typedef void data_fn(struct table *t, const struct results *r);

struct data_file {
    const char *name;
    const struct column *columns;
    data_fn *write; /* NULL: filled with rows by the experiment, when they are asked for */
};
extern const struct data_file data_files[]; /* ends with a name of NULL */

data_fn shares_write, quantiles_write, curves_write; /* times.c */
data_fn phases_write, outcomes_write;                /* phases.c */
data_fn alone_write;                                 /* alone.c */
data_fn utilisation_write, occupancy_write;          /* use.c */
extern const struct column share_columns[], quantile_columns[], curve_columns[], phase_columns[],
    outcome_columns[], alone_columns[], utilisation_columns[], occupancy_columns[], trial_columns[],
    casualty_columns[], sortie_columns[], step_columns[];

/* The first two cells of most rows. */
static inline void table_group(struct table *t, const struct results *r, int group)
{
    table_text(t, r->frame->group[group].dimension);
    table_text(t, r->frame->group[group].name);
}

static inline void table_interval(struct table *t, struct interval i)
{
    table_figure(t, i.value);
    table_figure(t, i.low);
    table_figure(t, i.high);
}

#endif
