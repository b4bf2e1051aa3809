/* describe.c -- a row of the schema in words. */
#include "describe.h"

#include <string.h>
#include "text.h"

static const char *words(const struct field *f, struct arena *a)
{
    struct text t = {.arena = a};
    for (int i = 0; f->words[i]; i++)
        text_add(&t, "%s%s", i ? (f->words[i + 1] ? ", " : " or ") : "", f->words[i]);
    return t.bytes;
}

static const char *quantity(const struct field *f, const char *noun, struct arena *a)
{
    const char *also = f->use_also ? arena_print(a, ", or %s", unit_names(f->also)) : "";
    return f->unit == PURE ? noun : arena_print(a, "%s in %s%s", noun, unit_names(f->unit), also);
}

const char *describe_value(const struct field *f, struct arena *a)
{
    switch (f->kind) {
    case WORD:
        return words(f, a);
    case REF:
        return arena_print(a, "the name of one of the %s%s", f->to, f->optional ? ", or none" : "");
    case LIST:
        return arena_print(a, "names of %s: [first, second], or all", f->to);
    case SHARES:
        return f->to ? arena_print(a, "shares of %s: {name: 0.6, other: 0.4}", f->to)
                     : arena_print(a, "shares of %s: {%s: 0.6, %s: 0.4}", words(f, a), f->words[0],
                                   f->words[1]);
    case COUNT:
        return f->unlimited ? "a whole number, or unlimited" : "a whole number";
    case NUMBER:
        return quantity(f, f->unit == PURE ? "a number" : "a quantity", a);
    case DIST:
        return quantity(f, f->unit == PURE ? "a count or distribution" : "a quantity or distribution", a);
    case DURATION:
        return arena_print(a, "a time in %s", unit_names(TIME));
    case HOURS:
        return f->sun ? "hours such as 06:00-18:00, sun or always" : "hours such as 06:00-18:00, or always";
    default:
        return value_kinds[f->kind].due;
    }
}

const char *describe_range(const struct field *f, struct arena *a)
{
    char least[64], most[64];
    enum dimension d = f->kind == DURATION ? TIME : f->unit;
    if (f->least >= f->most)
        return "";
    unit_write(f->least, d, least, sizeof least);
    unit_write(f->most, d, most, sizeof most);
    return arena_print(a, "%s to %s", least, most);
}

const char *describe_default(const struct field *f)
{
    if (f->kind == MAP || f->kind == RECORD)
        return "";
    if (!f->fallback)
        return "must be given";
    return strcmp(f->fallback, "\"\"") ? f->fallback : "empty";
}
