/* say.h -- figures and names put in words for people.
 */
#ifndef REPORT_SAY_H
#define REPORT_SAY_H

#include <stdint.h>
#include "stats/interval.h"

enum { SAY_SIZE = 128 };

void say_count(int64_t count, char text[SAY_SIZE]);                /* "13 402" */
void say_minutes(double ms, char text[SAY_SIZE]);                  /* "42 min", "3 h 25 min", "12 days" */
void say_percent(double share, int decimals, char text[SAY_SIZE]); /* "74 %" */

/* "74 % (73–76)"; with a decimal when the interval is narrower than whole points can show. */
void say_share(struct interval share, char text[SAY_SIZE]);
/* "133 min (128–139)"; "not reached". */
void say_median(struct interval ms, char text[SAY_SIZE]);

/* Text from a scenario made fit for terminals and charts: valid UTF-8, no control or direction
 * characters, at most `most` code points, the last of them "…" when it was cut. */
void say_name(const char *name, int most, char *text, int size);
void say_id(const char *id, int most, char *text, int size); /* likewise, "_" read as a blank */

#endif
