/* text.c -- doubling, so that a long text costs no more than its length. */
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void make_room(struct text *t, size_t more)
{
    size_t room = t->room ? t->room : 256;
    while (room < t->length + more + 1)
        room *= 2;
    if (room == t->room)
        return;
    char *wider = arena_take(t->arena, room, 1);
    if (t->length)
        memcpy(wider, t->bytes, t->length);
    t->bytes = wider;
    t->room = room;
}

void text_add(struct text *t, const char *format, ...)
{
    va_list words, again;
    va_start(words, format);
    va_copy(again, words);
    int length = vsnprintf(NULL, 0, format, words);
    make_room(t, (size_t)length);
    vsnprintf(t->bytes + t->length, (size_t)length + 1, format, again);
    t->length += (size_t)length;
    va_end(again);
    va_end(words);
}
