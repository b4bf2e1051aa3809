/* provenance.h -- where figures come from: for the foot of a chart and for the manifest.
 */
#ifndef REPORT_PROVENANCE_H
#define REPORT_PROVENANCE_H

#include "experiment/experiment.h"
#include "experiment/panel.h"

struct provenance {
    const char *command;             /* "run", "compare" */
    const struct scenario *scenario; /* the baseline, where there are several */
    const struct arm *arm;           /* all that were played side by side, the baseline first; */
    int arms;                        /* 0 where there was but one */
    uint64_t seed;
    int64_t trials_asked, trials_done, casualties, events; /* of the baseline */
    enum status status;
    struct mishaps mishaps;
    const char *models
        [SURVIVALS +
         1]; /* of survival, under which plans were played, the scenario's own first; NULL after the last */
    double wall_s, cpu_s;
    int jobs;
};

struct provenance provenance_of(const struct results *r);

#endif
