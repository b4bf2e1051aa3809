/* origin.h -- what was typed and laid over the scenario, for the manifest.
 */
#ifndef REPORT_ORIGIN_H
#define REPORT_ORIGIN_H

#include <time.h>

struct override {
    const char *option, *value; /* "plan", "p5.yaml" */
};

struct origin {
    int overrides;
    struct override *override; /* owned */
    time_t started;
    int argc;
    char **argv;
};

/* Adds one; texts must outlive the origin. */
void origin_override(struct origin *o, const char *option, const char *value);

#endif
