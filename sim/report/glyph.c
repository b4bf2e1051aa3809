/* glyph.c -- fontconfig is asked, letter by letter. */
#include "glyph.h"

#include <fontconfig/fontconfig.h>
#include <stdbool.h>
#include "utf8.h"

/* Latin, Greek, Cyrillic and punctuation: in Liberation Sans, which the charts are set in, and in all that may
 * stand for it. */
static bool is_usual(uint32_t code)
{
    return code < 0x530 || (code >= 0x1E00 && code < 0x2070);
}

static bool some_font_has(FcConfig *config, uint32_t code)
{
    FcCharSet *letters = FcCharSetCreate();
    FcPattern *wanted = FcPatternCreate();
    FcObjectSet *nothing = FcObjectSetCreate();
    FcFontSet *fonts = NULL;
    if (letters && wanted && nothing && FcCharSetAddChar(letters, code) &&
        FcPatternAddCharSet(wanted, FC_CHARSET, letters))
        fonts = FcFontList(config, wanted, nothing);
    bool has = !fonts || fonts->nfont > 0; /* where nothing can be known, it is tried */
    if (fonts)
        FcFontSetDestroy(fonts);
    if (nothing)
        FcObjectSetDestroy(nothing);
    if (wanted)
        FcPatternDestroy(wanted);
    if (letters)
        FcCharSetDestroy(letters);
    return has;
}

uint32_t glyphs_drawn(const char *text, char *drawn, size_t size)
{
    uint32_t missing = 0;
    FcConfig *config = NULL; /* read when it is first asked: most charts never do */
    char *to = drawn, *end = drawn + size - 5;
    while (*text && to < end) {
        uint32_t code = utf8_next(&text);
        if (!is_usual(code) && !config)
            config = FcInitLoadConfigAndFonts();
        bool has = is_usual(code) || !config || some_font_has(config, code);
        if (!has && !missing)
            missing = code;
        to += utf8_write(has ? code : '?', to);
    }
    *to = 0;
    if (config)
        FcConfigDestroy(config);
    return missing;
}
