/* die.c -- the last words. */
#include "base/die.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

void die(enum exit_code code, const char *format, ...)
{
    va_list words;
    fflush(stdout);
    fputs("casevac: ", stderr);
    va_start(words, format);
    vfprintf(stderr, format, words);
    va_end(words);
    fputc('\n', stderr);
    exit((int)code);
}

static _Noreturn void out_of_memory(size_t count, size_t size)
{
    die(EXIT_MEMORY, "out of memory: %zu x %zu bytes were needed; close other programs or use fewer --jobs",
        count, size);
}

void *must_alloc(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size ? size : 1);
    if (!memory)
        out_of_memory(count, size);
    return memory;
}

void *must_realloc(void *old, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        out_of_memory(count, size);
    size_t bytes = count * size;
    void *memory = realloc(old, bytes ? bytes : 1);
    if (!memory)
        out_of_memory(count, size);
    return memory;
}
