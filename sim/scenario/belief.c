/* belief.c -- beliefs as people write them, and one draw as a setting. */
#include "scenario/belief.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "base/unit.h"
#include "scenario/key.h"

/* --- gamma(from 7 events in 8 months) ---------------------------------------------- */

/* "8 months" for a rate in /month: people count the exposure in the plural. */
static const char *unit_of_exposure(const char *word)
{
    static const struct {
        const char *word, *unit;
    } plain[] = {{"hour", "h"}, {"day", "d"}, {"week", "wk"}, {"month", "month"}, {"year", "yr"}};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        size_t length = strlen(plain[i].word);
        if (!strncmp(word, plain[i].word, length) && (!word[length] || !strcmp(word + length, "s")))
            return plain[i].unit;
    }
    return word;
}

/* How much was watched, in the inner unit that a rate of dimension `d` is "per". */
static const char *read_exposure(char *text, enum dimension d, struct arena *a, double *exposure)
{
    double one = 0, number = 0;
    char *word = text + strcspn(text, " ");
    if (*word)
        *word++ = 0;
    const char *wrong = number_read(text, &number);
    if (wrong)
        return arena_print(a, "\"%s\" %s", text, wrong);
    if (d != RATE && d != PER_KM)
        return "events \"in\" a time or a distance give a rate, and this is none";
    wrong = unit_read(arena_print(a, "1 /%s", unit_of_exposure(word)), d, &one);
    if (wrong || number <= 0)
        return arena_print(a, "\"%s %s\" is no exposure: the rate is in %s", text, word, unit_names(d));
    *exposure = number / one;
    return NULL;
}

/* What "from N events in EXPOSURE" says; exposure 0: not given. */
struct seen {
    double events, exposure;
};

static const char *read_seen(char *text, enum dimension d, struct arena *a, struct seen *seen)
{
    char *word = strstr(text, " event"), *in = strstr(text, " in ");
    if (!word)
        return "write from 7 events";
    char *end = word + strlen(" event");
    end += *end == 's';
    if (*end && end != in)
        return arena_print(a, "\"%s\" stands after the events", end);
    *word = 0;
    const char *wrong = number_read(text, &seen->events);
    if (!wrong && (seen->events < 0 || seen->events > 1e5 || seen->events != floor(seen->events)))
        wrong = "is no count of events";
    if (wrong)
        return arena_print(a, "\"%s\" %s", text, wrong);
    return in ? read_exposure(in + strlen(" in "), d, a, &seen->exposure) : NULL;
}

static char *trimmed(char *text)
{
    text += strspn(text, " ");
    for (char *end = text + strlen(text); end > text && end[-1] == ' ';)
        *--end = 0;
    return text;
}

/* Jeffreys' prior for a rate known by counting (Jeffreys 1946, Proc R Soc A 186:453; the default of
 * NUREG/CR-6823, 6.2.2): after n events the rate is gamma with shape n + 1/2, over the exposure. Its
 * intervals hold about as often as they say even when n is 0 or 1. */
static const char *posterior(const struct seen *seen, enum dimension d, const char *rest, struct arena *a)
{
    const double prior = 0.5;
    char mean[64];
    bool has_mean = strstr(rest, "mean ") != NULL;
    if (seen->exposure > 0 && has_mean)
        return NULL;
    if (has_mean)
        return arena_print(a, "gamma(shape %.9g%s)", seen->events + prior, rest);
    if (seen->exposure <= 0 && d != PURE)
        return NULL;
    unit_write(seen->exposure > 0 ? (seen->events + prior) / seen->exposure : 1, d, mean, sizeof mean);
    return arena_print(a, "gamma(mean %s, shape %.9g%s)", mean, seen->events + prior, rest);
}

const char *belief_read(const char *text, enum dimension d, struct arena *a, struct dist *out)
{
    char *name = trimmed(arena_text(a, text)), *rest = "", *next, *from = NULL;
    size_t length = strlen(name);
    if (strncmp(name, "gamma(", 6) != 0 || !strstr(name, "from ") || name[length - 1] != ')')
        return dist_read(text, d, a, out);
    name[length - 1] = 0;
    for (char *part = name + 6; part; part = next) {
        next = strchr(part, ',');
        if (next)
            *next++ = 0;
        part = trimmed(part);
        if (!strncmp(part, "from ", 5) && !from)
            from = trimmed(part + 5);
        else
            rest = arena_print(a, "%s, %s", rest, part);
    }
    struct seen seen = {0};
    const char *wrong = from ? read_seen(from, d, a, &seen) : "write from 7 events", *told;
    if (wrong)
        return wrong;
    told = posterior(&seen, d, rest, a);
    return told ? dist_read(told, d, a, out)
                : "give the mean, or how long it was watched: from 7 events in 8 months; one of the two";
}

/* --- a draw -------------------------------------------------------------------------- */

const char *belief_setting(const struct scenario *s, const struct belief *b, double u, struct arena *a)
{
    const double tail = 1e-6;
    struct dist dist = {0};
    struct key k;
    const char *hint;
    u = fmin(fmax(u, tail), 1 - tail);
    if (key_find(s, b->key, a, &k, &hint)) /* a plan may have taken it away: then nothing depends on it */
        return NULL;
    if (*b->factor) {
        belief_read(b->factor, PURE, a, &dist);
        return arena_print(a, "%s=x%.9g", b->key, dist_quantile(&dist, u));
    }
    belief_read(b->value, key_dimension(&k), a, &dist);
    return arena_print(a, "%s=%s", b->key, key_text(&k, dist_quantile(&dist, u), a));
}
