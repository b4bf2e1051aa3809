/* log.h -- a mission's evacuations or drills, one row each, as people keep them.
 *
 * A CSV file with a head; columns are found by name, those of casualties.csv among them.
 * Times are minutes or milliseconds since wounding ("alerted_min", "alerted_ms"), or times of
 * day and dates ("alerted": 06:12 or 2021-03-04 06:12). Cells may be empty.
 */
#ifndef REPORT_LOG_H
#define REPORT_LOG_H

#include <stddef.h>
#include "base/arena.h"
#include "base/diag.h"
#include "evac/casualty.h"

enum log_word { LOG_TRIAL, LOG_INCIDENT, LOG_LIGHT, LOG_MEANS, LOG_CLASS, LOG_AUTHORITY, LOG_WORDS };

struct log_row {
    int line;
    double at_ms[MOMENTS];       /* enum moment; from a start of the row's own; NAN: not known */
    double unsafe_ms;            /* of the time on scene, waiting until it was safe; 0: none or not known */
    const char *word[LOG_WORDS]; /* NULL: an empty cell, or no such column */
    int at_column[MOMENTS], word_column[LOG_WORDS];
};

struct log {
    const char *file;
    int n;
    struct log_row *row;
};

/* Reads `bytes` (which are used up, and must live on); everything that is wrong is noted. */
struct log log_read(char *bytes, size_t size, const char *file, struct arena *a, struct diag *d);

/* A cell of a time. Into ms; false, and the complaint, when it is none. */
enum log_time { LOG_SINCE, LOG_OF_DAY, LOG_DATED }; /* a plain number; 06:12; 2021-03-04 06:12 */
bool log_time_read(const char *text, enum log_time *kind, double *value);

/* The names of the words' columns. */
extern const char *const log_words[LOG_WORDS];

#endif
