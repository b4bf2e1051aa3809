#include "quietly.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"

static const char *first_complaint(const struct diag *d, struct arena *a)
{
    char *said = NULL;
    size_t size = 0;
    FILE *to = open_memstream(&said, &size);
    if (!to)
        die(EXIT_MEMORY, "out of memory");
    diag_print(d, to, 1);
    fclose(to);
    const char *error = strstr(said, "error: ");
    char *text = arena_text(a, error ? error + strlen("error: ") : "it cannot be read");
    text[strcspn(text, "\n")] = 0;
    free(said);
    return text;
}

struct scenario *scenario_quietly(const struct layers *l, const char **why_not, struct arena *a)
{
    struct diag *d = diag_new();
    struct scenario *s = scenario_read(l, d);
    if (!s)
        *why_not = first_complaint(d, a);
    diag_free(d);
    return s;
}
