/* test_glyph.c -- what no font can draw is not left to gnuplot. */
#include "test.h"

#include <string.h>
#include "../sim/report/glyph.h"

TEST(letters_of_europe_and_africa_written_in_latin_are_drawn)
{
    char drawn[64];
    CHECK_INT(glyphs_drawn("Ménaka – N’Tillit, Ɓɛ 90 %", drawn, sizeof drawn), 0);
    CHECK_TEXT(drawn, "Ménaka – N’Tillit, Ɓɛ 90 %");
}

/* A code point that is no letter and never will be. */
TEST(a_letter_that_no_font_has_becomes_a_question_mark_and_is_told)
{
    char drawn[64];
    CHECK_INT(glyphs_drawn("a\xf4\x8f\xbf\xbd"
                           "b",
                           drawn, sizeof drawn),
              0x10FFFD);
    CHECK_TEXT(drawn, "a?b");
}

TEST(a_long_text_is_cut_between_letters)
{
    char drawn[12];
    CHECK_INT(glyphs_drawn("éééééééééé", drawn, sizeof drawn), 0);
    CHECK_TEXT(drawn, "éééé");
}
