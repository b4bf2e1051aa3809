/* gp_text.c -- text that cannot end its string. */
#include "gp_text.h"

#include <string.h>
#include "say.h"
#include "utf8.h"

/* What is written in place of a code point. */
static uint32_t tame(uint32_t code)
{
    static const struct {
        uint32_t wild, tame;
    } pairs[] = {{'\'', 0x2019}, {'"', 0x201D}, {'`', 0x2018}};
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        if (code == pairs[i].wild)
            return pairs[i].tame;
    return code;
}

void gp_text(const char *text, char script[GP_TEXT_SIZE])
{
    char clean[4 * GP_TEXT_MOST + 1], *to = script;
    say_name(text, GP_TEXT_MOST, clean, sizeof clean);
    *to++ = '\'';
    for (const char *from = clean; *from;) {
        uint32_t code = utf8_next(&from);
        to += utf8_write(tame(code), to);
        if (code == ']' && from[0] == ']' && from[1] == '>') { /* would end the text of an SVG */
            *to++ = *from++;
            *to++ = ' ';
        }
    }
    *to++ = '\'';
    *to = 0;
}
