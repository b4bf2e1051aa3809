/* json.h -- small words over jansson.
 */
#ifndef REPORT_JSON_H
#define REPORT_JSON_H

#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include "stats/interval.h"

/* Each adds one key. Memory that runs out dies, as everywhere. */
void json_text(json_t *object, const char *key, const char *text);
void json_count(json_t *object, const char *key, int64_t count);
void json_figure(json_t *object, const char *key, double value, int decimals); /* NAN: null */
void json_child(json_t *object, const char *key, json_t *child);               /* takes the child */
void json_row(json_t *list, json_t *child);                                    /* likewise */

/* "share", "share_low", "share_high"; or "median_min", "median_low_min", "median_high_min". */
void json_share(json_t *object, struct interval share);
void json_minutes(json_t *object, const char *what, struct interval ms);

/* Writes and frees it, keys in the order they were added. */
void json_finish(json_t *object, FILE *to);

#endif
