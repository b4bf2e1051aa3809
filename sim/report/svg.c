/* svg.c -- a few words replaced. */
#include "svg.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/die.h"
#include "utf8.h"

#define FALLBACKS ",Arial,Helvetica,sans-serif\""

static char *read_all(const char *path)
{
    FILE *from = fopen(path, "rb");
    if (!from)
        return NULL;
    fseek(from, 0, SEEK_END);
    long size = ftell(from);
    rewind(from);
    char *text = must_alloc((size_t)(size > 0 ? size : 0) + 1, 1);
    size_t got = fread(text, 1, (size_t)(size > 0 ? size : 0), from);
    fclose(from);
    text[got] = 0;
    return text;
}

static void write_escaped(FILE *to, const char *text)
{
    while (*text) {
        char bytes[4];
        uint32_t code = utf8_next(&text);
        if (code == '<' || code == '&' || code == '>')
            fputs(code == '<' ? "&lt;" : code == '>' ? "&gt;" : "&amp;", to);
        else
            fwrite(bytes, 1, (size_t)utf8_write(utf8_is_control(code) ? ' ' : code, bytes), to);
    }
}

/* Copies up to `stop`; returns where to go on behind it, or NULL when it does not come. */
static const char *copy_until(FILE *to, const char *from, const char *stop)
{
    const char *at = strstr(from, stop);
    if (!at)
        return NULL;
    fwrite(from, 1, (size_t)(at - from), to);
    return at + strlen(stop);
}

/* "Liberation Sans:Bold" is one family to a browser, and unknown. */
static void copy_fonts(FILE *to, const char *from)
{
    static const char family[] = "font-family=\"";
    for (const char *next; (next = copy_until(to, from, family));) {
        size_t length = strcspn(next, "\"");
        size_t plain = strcspn(next, ":\"");
        fprintf(to, "%s%.*s" FALLBACKS "%s", family, (int)plain, next,
                !strncmp(next + plain, ":Bold", 5) ? " font-weight=\"bold\"" : "");
        from = next + length + (next[length] == '"');
    }
    fputs(from, to);
}

static bool write_finished(FILE *to, const char *text, const char *title, const char *description)
{
    const char *svg = copy_until(to, text, "<svg");
    const char *body = strstr(text, "</desc>");
    const char *head = strstr(text, "<title>");
    if (!svg || !body || !head)
        return false;
    fputs("<svg role=\"img\"", to);
    fwrite(svg, 1, (size_t)(head - svg), to);
    fputs("<title>", to);
    write_escaped(to, title);
    fputs("</title>\n<desc>", to);
    write_escaped(to, description);
    fputs("</desc>", to);
    copy_fonts(to, body + strlen("</desc>"));
    return fflush(to) == 0 && !ferror(to);
}

bool svg_finish(const char *path, const char *title, const char *description)
{
    char *text = read_all(path);
    FILE *to = text ? fopen(path, "wb") : NULL;
    bool whole = to && write_finished(to, text, title, description);
    free(text);
    if (to && fclose(to) != 0)
        whole = false;
    return whole;
}
