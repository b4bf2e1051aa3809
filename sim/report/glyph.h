/* glyph.h -- what the fonts of this machine can draw.
 *
 * Where no font has a letter, the PNG is covered with black strokes and gnuplot reports success. So
 * fontconfig is asked first, and what nobody can draw becomes "?".
 */
#ifndef REPORT_GLYPH_H
#define REPORT_GLYPH_H

#include <stddef.h>
#include <stdint.h>

/* Copies the text, cut to `size` and whole letters, with "?" for what cannot be drawn. Returns the first
 * such code point, or 0. */
uint32_t glyphs_drawn(const char *text, char *drawn, size_t size);

#endif
