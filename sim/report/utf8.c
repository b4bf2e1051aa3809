/* utf8.c -- as RFC 3629 has it. */
#include "utf8.h"

#include <stddef.h>

/* How many bytes follow the first, the bits it gives, and the least code point so written. */
static const struct {
    unsigned char mask, lead;
    int more;
    uint32_t least;
} forms[] = {{0x80, 0x00, 0, 0}, {0xE0, 0xC0, 1, 0x80}, {0xF0, 0xE0, 2, 0x800}, {0xF8, 0xF0, 3, 0x10000}};
enum { FORMS = sizeof forms / sizeof forms[0] };

static int follow(const unsigned char *bytes, int more, uint32_t *code)
{
    for (int i = 1; i <= more; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
        *code = *code << 6 | (bytes[i] & 0x3Fu);
    }
    return 1;
}

uint32_t utf8_next(const char **at)
{
    const unsigned char *bytes = (const unsigned char *)*at;
    for (int f = 0; f < FORMS; f++) {
        if ((bytes[0] & forms[f].mask) != forms[f].lead)
            continue;
        uint32_t code = bytes[0] & (unsigned char)~forms[f].mask;
        if (!follow(bytes, forms[f].more, &code) || code < forms[f].least || code > 0x10FFFF ||
            (code >= 0xD800 && code <= 0xDFFF))
            break;
        *at += 1 + forms[f].more;
        return code;
    }
    *at += 1;
    return NOT_A_CHARACTER;
}

int utf8_write(uint32_t code, char *to)
{
    int f = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    for (int i = forms[f].more; i > 0; i--) {
        to[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    to[0] = (char)(forms[f].lead | code);
    return forms[f].more + 1;
}

int utf8_length(const char *text)
{
    int n = 0;
    while (*text) {
        utf8_next(&text);
        n++;
    }
    return n;
}

int utf8_is_control(uint32_t code)
{
    static const struct {
        uint32_t from, to;
    } ranges[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0x200E, 0x200F}, {0x2028, 0x202E},
                  {0x2066, 0x2069}, {0xFEFF, 0xFEFF}, {0xFFFE, 0xFFFF}};
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (code >= ranges[i].from && code <= ranges[i].to)
            return 1;
    return 0;
}
