/* bars.c -- names, rows and round numbers. */
#include "bars.h"

#include <math.h>
#include "say.h"
#include "utf8.h"

enum { FEW = 4 };

static void short_name(const char *name, char text[SAY_SIZE])
{
    say_id(name, BAR_NAME, text, SAY_SIZE);
}

double bars_margin(const char *const *names, int n)
{
    int longest = 6;
    for (int i = 0; i < n; i++) {
        char name[SAY_SIZE];
        short_name(names[i], name);
        longest = utf8_length(name) > longest ? utf8_length(name) : longest;
    }
    return 0.035 + 0.0088 * longest;
}

void bars_names(struct canvas *c, const char *const *names, int n, bool first_bold)
{
    double air = n < FEW ? (FEW - n) / 2.0 : 0; /* a single bar must not fill the frame */
    canvas_put(c, "set yrange [%.1f:%.1f]", -0.6 - air, n - 0.4 + air);
    canvas_put(c, "unset ytics\nset border 1 lc rgb '" MID "'\nset grid noytics xtics");
    for (int i = 0; i < n; i++) {
        char name[SAY_SIZE];
        short_name(names[i], name);
        canvas_label(c, (struct spot_on){"graph", 0, "first", n - 1 - i}, name,
                     first_bold && i == 0
                         ? "right offset -1,0 font 'Liberation Sans:Bold,14' textcolor rgb '" INK "'"
                         : "right offset -1,0 font 'Liberation Sans,14' textcolor rgb '" INK "'");
    }
}

double tic_step(double most)
{
    if (!(most > 0))
        return 1;
    double power = pow(10, floor(log10(most / 8)));
    for (int i = 0; i < 3; i++) {
        double step = power * (i == 0 ? 1 : i == 1 ? 2 : 5);
        if (most / step <= 8)
            return step;
    }
    return 10 * power;
}
