/* ends.c -- pushed apart, the highest first. */
#include "ends.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { STYLE_SIZE = 160 };

static int by_height(const void *a, const void *b)
{
    double x = ((const struct curve_end *)a)->height, y = ((const struct curve_end *)b)->height;
    return (x < y) - (x > y);
}

/* Keeps labels at least `apart` from each other and within the frame: pushed down from the top, then up from below. */
static void dodge(struct curve_end *end, int n, double apart)
{
    for (int i = 0; i < n; i++) {
        double ceiling = i ? end[i - 1].height - apart : 0.99;
        end[i].height = fmin(end[i].height, ceiling);
    }
    for (int i = n - 1; i >= 0; i--) {
        double floor = i == n - 1 ? 0.045 : end[i + 1].height + apart;
        end[i].height = fmax(end[i].height, floor);
    }
}

void ends_write(struct canvas *c, struct curve_end *end, int n, double x)
{
    char style[STYLE_SIZE];
    qsort(end, (size_t)n, sizeof *end, by_height);
    dodge(end, n, 0.105);
    for (int i = 0; i < n; i++) {
        snprintf(style, sizeof style, "left offset 1.1,0 textcolor rgb '%s' font 'Liberation Sans:Bold,14'",
                 end[i].ink);
        canvas_label(c, ON_AXES(x, end[i].height), end[i].name, style);
        snprintf(style, sizeof style, "left offset 1.1,-1.1 textcolor rgb '%s' font 'Liberation Sans,12'",
                 end[i].ink);
        canvas_label(c, ON_AXES(x, end[i].height), end[i].small, style);
    }
}
