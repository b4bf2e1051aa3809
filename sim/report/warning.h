/* warning.h -- what a reader should know before trusting the figures.
 */
#ifndef REPORT_WARNING_H
#define REPORT_WARNING_H

#include "experiment/experiment.h"

enum { WARNINGS_MAX = 7, WARNING_SIZE = 240 };

struct warnings {
    int n;
    char text[WARNINGS_MAX][WARNING_SIZE];
};

struct warnings warnings_of(const struct results *r);

#endif
