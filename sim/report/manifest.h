/* manifest.h -- what anyone needs to make these results again, to the byte.
 *
 * Whatever differs between two runs that must give equal results (time, host, jobs, paths)
 * stands under the key `run_info`, and nowhere else.
 */
#ifndef REPORT_MANIFEST_H
#define REPORT_MANIFEST_H

#include <time.h>
#include "folder.h"
#include "provenance.h"

struct override {
    const char *option, *value;
};

struct origin { /* where a run came from */
    int overrides;
    struct override *override;
    time_t started;
    int argc;
    char **argv;
};

/* Written when all other files of the folder are closed. */
void manifest_write(struct folder *f, const struct provenance *p, const struct origin *o);

/* Adds one; texts must outlive the origin. */
void origin_override(struct origin *o, const char *option, const char *value);

#endif
