/* diag.h -- what is wrong with the user's files, all of it at once.
 *
 * Readers note a complaint with its place and go on; at the end everything is
 * printed in file order and nothing is run:
 *
 *     scenarios/ridge.yaml:5:5: error: a vehicle has no "sped"
 *         hint: did you mean "speed"?
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>
#include <stdio.h>

struct diag;

struct place {
    const char *file; /* as the user wrote it, or "--set"; NULL: no place */
    int line, column; /* from 1; columns count code points */
};

struct diag *diag_new(void);
void diag_free(struct diag *d);

/* `hint` may be NULL. Texts are copied; control characters are printed as "?". */
void diag_error(struct diag *d, struct place at, const char *hint, const char *format, ...)
    __attribute__((format(printf, 4, 5), nonnull(4)));
void diag_warn(struct diag *d, struct place at, const char *hint, const char *format, ...)
    __attribute__((format(printf, 4, 5), nonnull(4)));

bool diag_failed(const struct diag *d); /* was there any error? */

/* Prints all, sorted by file and place, the same complaint once; at most
 * `most` errors and as many warnings, then how many more there are. */
void diag_print(const struct diag *d, FILE *to, int most);

#endif
