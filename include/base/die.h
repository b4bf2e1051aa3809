/* die.h -- when the machine fails.
 *
 * Memory, files and disks fail through no fault of the user's scenario. The
 * program then says what happened and what to do, and ends with the exit code
 * that the manual promises.
 */
#ifndef BASE_DIE_H
#define BASE_DIE_H

#include <stddef.h>

enum exit_code {
    EXIT_DONE = 0,
    EXIT_DEFECT = 1,
    EXIT_USAGE = 2,
    EXIT_SCENARIO = 3,
    EXIT_FILE = 4,
    EXIT_GOAL = 5,
    EXIT_CHARTS = 6,
    EXIT_TIME = 7,
    EXIT_MEMORY = 8,
};

/* Prints "casevac: " and the message on stderr and leaves with `code`. */
_Noreturn void die(enum exit_code code, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* As calloc and realloc, zeroed or kept, never NULL: out of memory dies with EXIT_MEMORY. */
void *must_alloc(size_t count, size_t size);
void *must_realloc(void *old, size_t count, size_t size);

#endif
