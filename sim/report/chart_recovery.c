/* chart_recovery.c -- hours after a shock until each is normal again, the slowest first. */
#include "chart_recovery.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include "bars.h"
#include "base/unit.h"
#include "stress_reading.h"

/* Those with a clear excess: the slowest first, and before them those that do not recover. */
static int sorted(const struct recovery *r, int of[WATCHED])
{
    int n = 0;
    for (int w = 0; w < WATCHED; w++) {
        double hours = isnan(r->of[w].hours.value) ? 1e9 : r->of[w].hours.value;
        int at = n;
        if (!r->of[w].clear)
            continue;
        for (n++; at > 0; at--) {
            double before = r->of[of[at - 1]].hours.value;
            if ((isnan(before) ? 1e9 : before) >= hours)
                break;
            of[at] = of[at - 1];
        }
        of[at] = w;
    }
    return n;
}

void recovery_title(const struct recovery *r, char text[HEADING_SIZE])
{
    char name[STRESSOR_SIZE], step[STRESSOR_SIZE], hours[SAY_SIZE];
    int of[WATCHED], n = sorted(r, of);
    stressor_says(r->ladder, name);
    step_says(r->ladder, r->step, step);
    if (!n) {
        snprintf(text, HEADING_SIZE, "%s, %s: no clear excess of anything", name, step);
        return;
    }
    hours_say(r->of[of[0]].hours, hours);
    if (isnan(r->of[of[0]].hours.value))
        snprintf(text, HEADING_SIZE, "%s, %s: %s: not normal again within the horizon", name, step,
                 watched_says[of[0]]);
    else
        snprintf(text, HEADING_SIZE, "%s, %s: all is normal again after %s; last of all %s", name, step,
                 hours, watched_says[of[0]]);
}

static double end_of(const struct recovery *r, const int *of, int n)
{
    double end = 12;
    for (int i = 0; i < n; i++)
        end = fmax(end, fmax(r->of[of[i]].hours.high, r->of[of[i]].hours.value));
    return 1.3 * end;
}

static void write_rows(struct canvas *c, const struct recovery *r, const int *of, int n, double end)
{
    for (int i = 0; i < n; i++) {
        const struct recovered *x = &r->of[of[i]];
        char hours[SAY_SIZE], peak[32], text[2 * SAY_SIZE];
        bool never = isnan(x->hours.value);
        double to = never ? end : x->hours.value;
        canvas_data(c, 5,
                    (double[]){never, n - 1 - i, to, never ? to : x->hours.low, never ? to : x->hours.high});
        hours_say(x->hours, hours);
        canvas_label(
            c, ON_AXES(never ? 0.99 * end : fmax(to, x->hours.high), n - 1 - i), hours,
            never ? "right offset -0.8,0 font 'Liberation Sans:Bold,13' textcolor rgb '" INK "' front boxed"
                  : "left offset 0.8,0 font 'Liberation Sans:Bold,13' textcolor rgb '" INK "' front");
        figure_write(x->peak.value, 1, peak);
        snprintf(text, sizeof text, "+%s", peak);
        canvas_label(c, (struct spot_on){"graph", 1.09, "first", n - 1 - i}, text,
                     "right font 'Liberation Sans,13' textcolor rgb '" INK "'");
    }
    canvas_label(c, (struct spot_on){"graph", 1.09, "graph", 1.035}, "more at the peak",
                 "right font 'Liberation Sans,12' textcolor rgb '" MID "'");
}

static struct heading words(const struct recovery *r, int n)
{
    struct heading h = {0};
    recovery_title(r, h.title);
    snprintf(
        h.subtitle, sizeof h.subtitle,
        "Hours after the shock until less than a tenth of the peak excess over the calm is left, for good");
    snprintf(h.note, sizeof h.note,
             "Bars: 95 %% intervals from 32 batches of trials. The shocked mission less the calm, on the "
             "same trials, hour by hour, all "
             "facilities and assets together; pale: not within the horizon. What has no clear excess is left "
             "out.");
    snprintf(h.alt, sizeof h.alt,
             "Bars of the hours until %d queues, beds and assets are normal again after a shock, the slowest "
             "first. %.500s.",
             n, h.title);
    return h;
}

bool chart_recovery(const char *folder, const char *name, const struct stress *s, int recovery,
                    struct heading *h)
{
    const struct recovery *r = s->recovery[recovery];
    const char *names[WATCHED] = {0};
    int of[WATCHED], n = sorted(r, of);
    for (int i = 0; i < n; i++)
        names[i] = watched_says[of[i]];
    double end = end_of(r, of, n);
    struct canvas c = canvas_open(folder, name, bars_margin(names, n), 0.87, 0.80, 0.235);
    struct provenance from = provenance_of_stress(s);
    *h = words(r, n);
    canvas_heading(&c, h, &from);
    bars_names(&c, names, n ? n : 1, false);
    canvas_put(&c, "set xrange [0:%.6g]\nset xtics %.6g\nset xlabel 'Hours after the shock'", end,
               tic_step(end));
    write_rows(&c, r, of, n, end);
    canvas_data(&c, 5, (double[]){-1, -9, 0, 0, 0}); /* gnuplot wants at least one line */
    return canvas_plot(
        &c,
        "DATA using ($1==0?0:NaN):2:(0):3:($2-0.3):($2+0.3) with boxxyerror fs solid 1 noborder lc rgb '" BLUE
        "' notitle, DATA using ($1==1?0:NaN):2:(0):3:($2-0.3):($2+0.3) with boxxyerror fs solid 1 noborder "
        "lc rgb "
        "'#A9C4D9' notitle, DATA using ($1==0?$3:NaN):2:4:5 with xerrorbars pt 0 lw 1.6 lc rgb '" INK
        "' notitle");
}
