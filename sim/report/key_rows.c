#include "key_rows.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include "base/unit.h"
#include "utf8.h"

enum { TITLE_MOST = 120 };

void key_rows_read(struct key_rows *r, const struct sweep_view *v)
{
    const struct effects *e = &v->effects[v->by];
    r->n = e->keys < BARS_SHOWN ? e->keys : BARS_SHOWN;
    for (int i = 0; i < r->n; i++) {
        r->key[i] = e->order[i];
        key_says(v, e->order[i], r->text[i]);
        r->name[i] = r->text[i];
    }
}

void axis_of_changes(struct canvas *c, double low, double high, bool percent)
{
    double reach = high - low > 0 ? high - low : 1, step = tic_step(reach);
    double before = low < 0 ? 0.16 * reach : 0.01 * reach; /* no words stand before a bar from 0 */
    canvas_put(c, "set xrange [%.6g:%.6g]\nset xtics ('0%s' 0)", low - before, high + 0.16 * reach,
               percent ? " %%" : "");
    for (int i = (int)ceil((low - 0.1 * reach) / step); i * step <= high + 0.1 * reach; i++) {
        char figure[32];
        figure_write(i * step, step < 0.1 ? 2 : step < 1 ? 1 : 0, figure);
        if (i)
            canvas_put(c, "set xtics add ('%s%s%s' %.6g)", i > 0 && !percent ? "+" : "", figure,
                       percent ? " %%" : "", i * step);
    }
    canvas_put(c, "set arrow 1 from first 0,graph 0 to first 0,graph 1 nohead front lw 1.4 lc rgb '" MID "'");
}

void note_of_sweep(const struct sweep_view *v, const char *more, char note[HEADING_SIZE])
{
    const struct sweep *s = v->sweep;
    char points[SAY_SIZE];
    say_count(s->done, points);
    snprintf(note, HEADING_SIZE, "%.300s %s point%s%s, all on the same trials.%s Intervals are 95 %%.", more,
             points, s->done == 1 ? "" : "s", s->status == PARTIAL ? " (stopped early)" : "",
             s->plan.keys > BARS_SHOWN ? " Only the strongest keys are shown." : "");
}

void title_of_sweep(const struct sweep_view *v, char title[HEADING_SIZE])
{
    char text[SWEEP_SIZE];
    sweep_says(v, text);
    text[strlen(text) - 1] = 0;
    char *first = strstr(text, ". The first: "), *rest = strchr(text, ':');
    if (first) /* its size is in the chart */
        *first = 0;
    else if (utf8_length(text) > TITLE_MOST && rest)
        *rest = 0;
    snprintf(title, HEADING_SIZE, "%s", text);
}
