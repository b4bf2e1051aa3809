/* latest.h -- the newest results by name: results/latest, a text file of one line.
 */
#ifndef REPORT_LATEST_H
#define REPORT_LATEST_H

/* Notes that `target` ("results/mali-2021-2") is the newest, where it lies in a folder called "results".
 * A `latest` that does not name results is somebody else's, and stays. */
void latest_note(const char *target);

#endif
