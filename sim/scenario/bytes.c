/* bytes.c -- is it text at all? libyaml names such faults by a byte offset only. */
#include "node.h"

#include <stdint.h>
#include <string.h>

/* The character at `c` and its length; 0: not UTF-8 (nor overlong, nor a surrogate). */
static int decode(const unsigned char *c, size_t left, uint32_t *character)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    int length = *c < 0x80 ? 1 : *c < 0xc2 ? 0 : *c < 0xe0 ? 2 : *c < 0xf0 ? 3 : *c < 0xf5 ? 4 : 0;
    if (!length || (size_t)length > left)
        return 0;
    *character = length == 1 ? *c : *c & (0xffu >> (length + 1));
    for (int i = 1; i < length; i++) {
        if ((c[i] & 0xc0) != 0x80)
            return 0;
        *character = *character << 6 | (c[i] & 0x3fu);
    }
    bool surrogate = *character >= 0xd800 && *character < 0xe000;
    return *character < least[length] || *character > 0x10ffff || surrogate ? 0 : length;
}

static const char *wrong_with(uint32_t character)
{
    if (character == 0)
        return "there is a NUL byte here; a scenario is plain text";
    if ((character < ' ' && !strchr("\t\n\r", (int)character)) || (character >= 0x7f && character < 0xa0))
        return "there is a control character here; a scenario is plain text";
    if (character == 0x2028 || character == 0x2029 || character == 0xfffe || character == 0xffff ||
        character == 0xfeff)
        return "there is an invisible character here; delete it";
    return NULL;
}

bool bytes_are_text(const char *bytes, size_t size, struct place start, struct diag *d)
{
    const unsigned char *c = (const unsigned char *)bytes, *end = c + size;
    struct place at = start;
    if (size >= 2 && (!memcmp(c, "\xff\xfe", 2) || !memcmp(c, "\xfe\xff", 2))) {
        diag_error(d, at, "save it as UTF-8", "the file is UTF-16");
        return false;
    }
    while (c < end) {
        uint32_t character = 0;
        int length = decode(c, (size_t)(end - c), &character);
        const char *wrong = length ? wrong_with(character) : "this is not UTF-8";
        if (wrong) {
            diag_error(d, at, length ? NULL : "save the file as UTF-8", "%s", wrong);
            return false;
        }
        c += length;
        at.column++;
        if (character == '\n' || (character == '\r' && (c == end || *c != '\n'))) {
            at.line++;
            at.column = 1;
        }
    }
    return true;
}

const char *text_fault(const char *text, const char **at)
{
    const unsigned char *c = (const unsigned char *)text;
    for (size_t left = strlen(text); left;) {
        uint32_t character = 0;
        int length = decode(c, left, &character);
        *at = (const char *)c;
        if (!length)
            return "is not UTF-8";
        if (character != '\n' && (character < ' ' || (character >= 0x7f && character < 0xa0)))
            return "holds a control character";
        if (wrong_with(character))
            return "holds an invisible character";
        c += length;
        left -= (size_t)length;
    }
    return NULL;
}
