/* models_summary.h -- a table of the plans under each model of survival, and the same for programs.
 */
#ifndef REPORT_MODELS_SUMMARY_H
#define REPORT_MODELS_SUMMARY_H

#include "experiment/models.h"
#include "json.h"

void models_lines(const struct comparison *c, FILE *to); /* nothing where no other model was played */
json_t *models_json(const struct comparison *c);         /* null likewise */

#endif
