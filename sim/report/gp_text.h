/* gp_text.h -- the only way for text into a gnuplot script.
 *
 * gnuplot runs commands from quotes, backticks and new lines, and loses strings that double
 * an ASCII quote. So text is never escaped: what could end a string becomes its typographic
 * likeness, and the rest stands between single quotes.
 */
#ifndef REPORT_GP_TEXT_H
#define REPORT_GP_TEXT_H

enum { GP_TEXT_MOST = 120, GP_TEXT_SIZE = 8 * GP_TEXT_MOST };

/* Quotes included; cut to GP_TEXT_MOST code points. */
void gp_text(const char *text, char script[GP_TEXT_SIZE]);

#endif
