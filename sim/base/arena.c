/* arena.c -- a chain of blocks, filled from the first to the last. */
#include "base/arena.h"

#include <limits.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/die.h"

enum { FIRST_BLOCK = 1 << 16, LARGEST_BLOCK = 1 << 24, ONCE_MOST = INT_MAX };

struct block {
    struct block *next;
    size_t size, used;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct block *first, *current;
    size_t next_size; /* of the block to come: they double, so a chain stays short */
};

struct arena *arena_new(void)
{
    struct arena *a = must_alloc(1, sizeof *a);
    a->next_size = FIRST_BLOCK;
    return a;
}

void arena_free(struct arena *a)
{
    if (!a)
        return;
    for (struct block *b = a->first, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    free(a);
}

void arena_reset(struct arena *a)
{
    for (struct block *b = a->first; b; b = b->next)
        b->used = 0;
    a->current = a->first;
}

/* The next block of the chain that has room, or a new one at its end. */
static struct block *next_block_with(struct arena *a, size_t bytes)
{
    struct block **at = a->current ? &a->current : &a->first;
    while (*at && (*at)->size - (*at)->used < bytes)
        at = &(*at)->next;
    if (!*at) {
        size_t size = bytes > a->next_size ? bytes : a->next_size;
        *at = must_alloc(1, sizeof(struct block) + size);
        (*at)->size = size;
        if (a->next_size < LARGEST_BLOCK)
            a->next_size *= 2;
    }
    return a->current = *at;
}

static void *take_from(struct block *b, size_t bytes)
{
    void *memory = b->bytes + b->used;
    b->used += bytes;
    return memset(memory, 0, bytes);
}

static __attribute__((cold)) void *take_elsewhere(struct arena *a, size_t bytes)
{
    return take_from(next_block_with(a, bytes), bytes);
}

void *arena_take(struct arena *a, size_t count, size_t size)
{
    const size_t grain = alignof(max_align_t);
    if (count > ONCE_MOST || size > ONCE_MOST)
        die(EXIT_MEMORY, "out of memory: %zu x %zu bytes were needed", count, size);
    size_t bytes = (count * size + grain - 1) / grain * grain;
    struct block *b = a->current;
    return b && b->size - b->used >= bytes ? take_from(b, bytes) : take_elsewhere(a, bytes);
}

char *arena_text(struct arena *a, const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(arena_take(a, size, 1), text, size);
}

char *arena_print(struct arena *a, const char *format, ...)
{
    va_list words, again;
    va_start(words, format);
    va_copy(again, words);
    int length = vsnprintf(NULL, 0, format, words);
    char *text = arena_take(a, (size_t)length + 1, 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    va_end(words);
    return text;
}
