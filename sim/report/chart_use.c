/* chart_use.c -- how hard assets and facilities work. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/die.h"
#include "base/unit.h"
#include "bars.h"
#include "charts.h"
#include "finding.h"
#include "reading.h"
#include "say.h"

enum { SHOWN_MAX = 16, NAME_SIZE = 4 * 64, STYLE_SIZE = 160 };

// clang-format off
static const struct kind {
    const char *kind, *says, *colour;
} kinds[] = {
    { "asset",  "assets",  BLUE      },
    { "bays",   "resuscitation bays",  ORANGE    },
    { "tables", "operating tables",    VERM      },
    { "beds",   "beds",                "#9E9E9E" },
    { "blood",  "units of blood",      "#D81B60" },
    { "icu",    "intensive care beds", "#F0E442" },
    { "unfit",  "not fit to go",       "#000000" },
    { "elsewhere", "away on other tasks", "#8C6D1F" },
    { "mechanics", "repair crews",     "#56B4E9" },
    { "aeromedical", "aeromedical teams", "#009E73" },
    { "escorts", "escorts",            "#5D3A9B" },
    { "alerted", "warned, standing to", "#BCBD22" },
    { "relocating", "moving between posts", "#8C564B" },
    { "teams",  "surgical teams",      "#CC79A7" },
};
// clang-format on
enum { KINDS = sizeof kinds / sizeof kinds[0] };

struct used {
    int resource, kind;
    struct use use;
};

struct uses {
    int n, limited; /* shown; that have a limit to their use */
    struct used used[SHOWN_MAX];
    char text[SHOWN_MAX][NAME_SIZE];
    const char *name[SHOWN_MAX];
};

static int busier(const void *a, const void *b)
{
    double x = ((const struct used *)a)->use.share, y = ((const struct used *)b)->use.share;
    if (x != y)
        return (x < y) - (x > y);
    return ((const struct used *)a)->resource - ((const struct used *)b)->resource;
}

static int kind_of(const char *kind)
{
    int k = 0;
    while (k < KINDS - 1 && strcmp(kinds[k].kind, kind) != 0)
        k++;
    return k;
}

/* The busiest, whatever they are. */
static void read_uses(struct uses *u, const struct results *r, struct used *all)
{
    for (int i = 0; i < r->frame->resources; i++) {
        struct use use = use_of(r->tally, i);
        if (!isnan(use.share))
            all[u->limited++] = (struct used){i, kind_of(r->frame->resource[i].kind), use};
    }
    qsort(all, (size_t)u->limited, sizeof *all, busier);
    u->n = u->limited < SHOWN_MAX ? u->limited : SHOWN_MAX;
    for (int i = 0; i < u->n; i++) {
        const struct resource *resource = &r->frame->resource[all[i].resource];
        u->used[i] = all[i];
        const char *what = all[i].kind ? resource->kind : ""; /* an asset's own name says enough */
        snprintf(u->text[i], NAME_SIZE, "%.100s%s%s", resource->name, *what ? " " : "", what);
        u->name[i] = u->text[i];
    }
}

static void write_key(struct canvas *c, int k, double x, double y)
{
    canvas_put(c,
               "set object %d rect at screen %.3f,%.3f size screen 0.014,0.022 front fc rgb '%s' fs "
               "solid 1 border rgb 'white'",
               k + 1, x, y, kinds[k].colour);
    canvas_label(c, ON_SCREEN(x + 0.012, y), kinds[k].says,
                 "left font 'Liberation Sans,13' textcolor rgb '" INK "'");
}

/* The kinds that have a row, five to a line; the mark comes last. */
static void write_legend(struct canvas *c, const struct uses *u)
{
    enum { A_LINE = 5 };
    bool has[KINDS] = {false};
    int n = 0, at = 0;
    for (int i = 0; i < u->n; i++) {
        n += !has[u->used[i].kind];
        has[u->used[i].kind] = true;
    }
    bool lines = n >= A_LINE;
    for (int k = 0; k < KINDS; k++) {
        if (!has[k])
            continue;
        write_key(c, k, 0.028 + 0.185 * (at % A_LINE), !lines ? 0.845 : at < A_LINE ? 0.865 : 0.825);
        at++;
    }
    canvas_label(c, ON_SCREEN(0.028 + 0.185 * (at % A_LINE) - 0.004, lines ? 0.825 : 0.845),
                 "share of time with none free",
                 "left offset 1.2,0 font 'Liberation Sans,13' textcolor rgb '" INK
                 "' point pt 12 ps 1.4 lw 1.6 lc rgb '" INK "'");
}

static void write_rows(struct canvas *c, const struct uses *u, double end)
{
    for (int i = 0; i < u->n; i++) {
        const struct use *use = &u->used[i].use;
        char text[SAY_SIZE];
        double y = u->n - 1 - i;
        canvas_data(c, 5, (double[]){u->used[i].kind, y, use->share, use->all_busy, 0.34});
        say_percent(use->share, use->share < 0.1 ? 1 : 0, text);
        bool crowded = use->all_busy > use->share - 0.01 * end && use->all_busy < use->share + 0.07 * end;
        canvas_label(c, ON_AXES(crowded ? use->all_busy + 0.005 * end : use->share, y), text,
                     "left offset 0.8,0 font 'Liberation Sans:Bold,13' textcolor rgb '" INK "'");
    }
}

static void write_axes(struct canvas *c, double end)
{
    double step = tic_step(end);
    canvas_put(c, "set xrange [0:%.6g]\nset xtics ('0 %%%%' 0)", end);
    for (int i = 1; i * step <= end * 1.0001; i++) {
        char figure[32];
        figure_write(100 * i * step, step < 0.01 ? 1 : 0, figure);
        canvas_put(c, "set xtics add ('%s %%%%' %.6g)", figure, i * step);
    }
}

static struct heading words(const struct uses *u, const struct results *r)
{
    struct heading h = {0};
    struct use top = u->n ? u->used[0].use : (struct use){NAN, NAN, NAN};
    finding_use(u->n ? u->name[0] : "", top.share, top.all_busy, h.title);
    snprintf(h.subtitle, sizeof h.subtitle,
             "Mean share of the capacity in use, over the whole horizon and all trials");
    snprintf(h.note, sizeof h.note, "%s%sAn asset is in use from its tasking until it is ready again.",
             u->limited > u->n ? "Only the busiest are shown; all are in utilisation.csv. " : "",
             r->frame->resources > u->limited ? "Resources without a limit are left out. " : "");
    snprintf(h.alt, sizeof h.alt, "Bars of the mean share in use of %d resources, the busiest first. %s.",
             u->n, h.title);
    for (int i = 0; i < 3 && i < u->n; i++) {
        char share[SAY_SIZE];
        size_t n = strlen(h.alt);
        say_percent(u->used[i].use.share, 1, share);
        snprintf(h.alt + n, sizeof h.alt - n, " %.100s: %s.", u->name[i], share);
    }
    return h;
}

bool chart_use(const char *folder, const char *name, const struct results *r, struct heading *h)
{
    struct used *all = must_alloc((size_t)r->frame->resources, sizeof *all);
    struct uses u = {.name = {""}}; /* where nothing was used, one row without a name */
    read_uses(&u, r, all);
    free(all);
    double most = 0;
    for (int i = 0; i < u.n; i++)
        most = fmax(most, fmax(u.used[i].use.share, u.used[i].use.all_busy));
    double end = most > 0.45 ? 1.06 : most > 0 ? most * 1.15 : 1;
    struct canvas c = canvas_open(folder, name, bars_margin(u.name, u.n), 0.955, 0.80, 0.215);
    *h = words(&u, r);
    struct provenance from = provenance_of(r);
    canvas_heading(&c, h, &from);
    bars_names(&c, u.name, u.n ? u.n : 1, false);
    write_axes(&c, end);
    write_legend(&c, &u);
    write_rows(&c, &u, end);
    canvas_data(&c, 5, (double[]){-1, -9, 0, 0, 0}); /* gnuplot wants at least one line */
    canvas_put(&c, "array C[%d]", KINDS);
    for (int k = 0; k < KINDS; k++)
        canvas_put(&c, "C[%d] = '%s'", k + 1, kinds[k].colour);
    return canvas_plot(
        &c,
        "for [k=0:|C|-1] DATA using ($1==k?0:NaN):2:(0):3:($2-$5):($2+$5) with boxxyerror fs solid 1 "
        "noborder "
        "lc rgb C[k+1] notitle, DATA using ($4>0?$4:NaN):2 with points pt 13 ps 1.6 lc rgb 'white' notitle, "
        "DATA using ($4>0?$4:NaN):2 with points pt 12 ps 1.4 lw 1.6 lc rgb '" INK "' notitle");
}
