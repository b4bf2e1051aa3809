/* utf8.h -- one code point at a time, whatever the bytes.
 */
#ifndef REPORT_UTF8_H
#define REPORT_UTF8_H

#include <stdint.h>

enum { NOT_A_CHARACTER = 0xFFFD }; /* what bad bytes read as */

/* The code point at *at, which moves behind it. Bytes that are no UTF-8 (overlong, surrogates,
 * cut short) read as NOT_A_CHARACTER one by one. */
uint32_t utf8_next(const char **at);

/* Writes a code point; returns how many bytes, at most 4. */
int utf8_write(uint32_t code, char *to);

int utf8_length(const char *text); /* in code points */

/* Would it change the line, the direction, or the terminal rather than print? */
int utf8_is_control(uint32_t code);

#endif
