/* written.h -- scenarios written in the test itself: read, and what was said about them.
 */
#ifndef TESTS_WRITTEN_H
#define TESTS_WRITTEN_H

#include "scenario/read.h"

/* One site, one helicopter, one hospital: what the shortest scenario needs. */
#define SMALL                                                                                                \
    "sites: {camp: {at: [16.27, -0.04]}, town: {at: [17, 0.5]}}\n"                                           \
    "facilities: {hospital: {site: camp, tables: 1}}\n"

struct written {
    struct scenario *scenario; /* NULL: something was wrong */
    char said[4096];           /* all complaints, file names cut */
};

/* Reads a scenario, under a plan and a setting (NULL: none). */
struct written written(const char *text, const char *plan, const char *setting);

/* The same where the plan is a stressor; `rung` may be NULL. */
struct written written_stressed(const char *text, const char *stressor, const char *rung);

void written_free(struct written *w);

#endif
