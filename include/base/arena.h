/* arena.h -- memory that is given back all at once.
 *
 * What belongs together dies together: a scenario and its texts, or all that
 * one trial needed. After arena_reset the same blocks are handed out again, so
 * a warm trial allocates nothing.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *a); /* NULL is allowed */
void arena_reset(struct arena *a);

/* Zeroed memory for `count` things of `size` bytes, aligned for any type; never NULL. Not inlined: the library clears
 * memory faster than the string instruction a compiler puts in its place for a size it knows. */
void *arena_take(struct arena *a, size_t count, size_t size) __attribute__((noinline));

/* Copies of text, which live as long as the arena. */
char *arena_text(struct arena *a, const char *text);
char *arena_print(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3), nonnull(2)));

#endif
