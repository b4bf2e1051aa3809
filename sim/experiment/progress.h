/* progress.h -- how far a run has come, on stderr: a line that is redrawn on a terminal, else one now and then.
 */
#ifndef EXPERIMENT_PROGRESS_H
#define EXPERIMENT_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct progress {
    const char *doing; /* what is being done, shown before the rest; NULL: show nothing at all */
    bool terminal;
    int64_t trials; /* in all */
    double began_s, shown_s;
};

double clock_s(void); /* monotonic */

struct progress progress_new(const char *doing, int64_t trials);
void progress_show(struct progress *p, int64_t done); /* as often as you like: it keeps its own pace */
void progress_end(struct progress *p, int64_t done);

#endif
