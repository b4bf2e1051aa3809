/* fitting_write.c -- the overlay, the table of steps, and their folder. */
#include <math.h>
#include <string.h>
#include "base/die.h"
#include "base/unit.h"
#include "base/version.h"
#include "chart.h"
#include "data.h"
#include "fitted.h"
#include "opened.h"
#include "say.h"
#include "stats/fit.h"

// clang-format off
const struct column step_columns[] = {
    { "step", WORDING }, { "key", WORDING }, { "observed", 0 }, { "observed_median_min", 2 }, { "observed_q90_min", 2 },
    { "distribution", WORDING }, { "belief_sigma", 4 }, { "simulated", 0 }, { "simulated_median_min", 2 },
    { "simulated_q90_min", 2 }, { 0 }
};
// clang-format on

static double quantile(const struct sample *x, double p)
{
    return x && x->n ? sample_quantile(x->n, x->ms, p) : NAN;
}

/* --- the overlay ---------------------------------------------------------------- */

static void put_quoted(FILE *to, const char *text)
{
    fputc('"', to);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            fputc('\\', to);
        fputc(*text, to);
    }
    fputc('"', to);
}

static void put_minutes(FILE *to, const struct sample *x)
{
    char median[32], q90[32];
    figure_write(quantile(x, 0.5) / (double)MINUTES(1), 1, median);
    figure_write(quantile(x, 0.9) / (double)MINUTES(1), 1, q90);
    fprintf(to, " %7d %8s %8s", x ? x->n : 0, median, q90);
}

static void put_table(const struct fitting *f, FILE *to)
{
    fprintf(to, "#\n# %-36s %25s%s\n", "minutes", "observed: n, median, 90 %",
            f->compared ? "  simulated: n, median, 90 %" : "");
    for (int i = 0; i < f->n; i++) {
        fprintf(to, "# %-36s", f->at[i].observed->key);
        put_minutes(to, f->at[i].observed);
        if (f->compared) {
            fputs("  ", to);
            put_minutes(to, f->at[i].simulated);
        }
        fputc('\n', to);
    }
}

static void put_head(const struct fitting *f, FILE *to)
{
    char name[200];
    say_name(f->file, 120, name, sizeof name);
    fprintf(to, "# Fitted by casevac %s to %d rows of %s.\n", CASEVAC_VERSION, f->rows, name);
    fputs("# Lay it over a scenario as a plan: casevac run SCENARIO --plan THIS.yaml\n", to);
    put_table(f, to);
    for (int i = 0; i < f->n; i++)
        if (!f->at[i].dist)
            fprintf(to, "#\n# %s: %d time%s, %s.\n", f->at[i].observed->key, f->at[i].observed->n,
                    f->at[i].observed->n == 1 ? "" : "s", f->at[i].why);
}

static bool same_entry(const struct sample *a, const struct sample *b)
{
    return !strcmp(a->top, b->top) && (!a->id || !strcmp(a->id, b->id));
}

/* Is it the first with a distribution of its collection, or of its entry? */
static bool leads(const struct fitting *f, int i, bool of_entry)
{
    for (int k = 0; k < i; k++) {
        const struct sample *a = f->at[k].observed, *b = f->at[i].observed;
        if (f->at[k].dist && (of_entry ? same_entry(a, b) : !strcmp(a->top, b->top)))
            return false;
    }
    return true;
}

static void put_leaves(const struct fitting *f, int first, FILE *to)
{
    int indent = f->at[first].observed->id ? 4 : 2;
    for (int i = first; i < f->n; i++) {
        const struct fitted *x = &f->at[i];
        if (!x->dist || !same_entry(x->observed, f->at[first].observed))
            continue;
        fprintf(to, "%*s# %d times: %s.\n", indent, "", x->observed->n, x->why);
        fprintf(to, "%*s%s: %s\n", indent, "", x->observed->leaf, x->dist);
        if (x->observed->aside)
            fprintf(to, "%*sload_each: 0 min # the times are of whole stops\n", indent, "");
    }
}

static void put_collection(const struct fitting *f, int first, FILE *to)
{
    fprintf(to, "%s:\n", f->at[first].observed->top);
    for (int i = first; i < f->n; i++) {
        const struct sample *x = f->at[i].observed;
        if (!f->at[i].dist || strcmp(x->top, f->at[first].observed->top) != 0 || !leads(f, i, true))
            continue;
        if (x->id) {
            fputs("  ", to);
            put_quoted(to, x->id);
            fputs(":\n", to);
        }
        put_leaves(f, i, to);
    }
}

static void put_beliefs(const struct fitting *f, FILE *to)
{
    bool open = false;
    for (int i = 0; i < f->n; i++) {
        const struct fitted *x = &f->at[i];
        if (x->spread <= 0)
            continue;
        fputs(open ? "  "
                   : "\n# How far the scale of each may be off; a sweep draws from these.\nbeliefs:\n  ",
              to);
        put_quoted(to, x->belief);
        fputs(": {key: ", to);
        put_quoted(to, x->observed->key);
        fprintf(to, ", factor: \"lognormal(median 1, sigma %.3g)\"}\n", x->spread);
        open = true;
    }
}

void fitting_overlay(const struct fitting *f, FILE *to)
{
    put_head(f, to);
    for (int i = 0; i < f->n; i++)
        if (f->at[i].dist && leads(f, i, false)) {
            fputc('\n', to);
            put_collection(f, i, to);
        }
    put_beliefs(f, to);
}

/* --- the folder ------------------------------------------------------------------- */

static void write_steps(const struct fitting *f, FILE *to)
{
    struct table t = table_begin(to, step_columns);
    for (int i = 0; i < f->n; i++) {
        const struct fitted *x = &f->at[i];
        table_text(&t, x->observed->step);
        table_text(&t, x->observed->key);
        table_count(&t, x->observed->n);
        table_minutes(&t, quantile(x->observed, 0.5));
        table_minutes(&t, quantile(x->observed, 0.9));
        table_text(&t, x->dist);
        table_figure(&t, x->spread > 0 ? x->spread : NAN);
        table_count(&t, x->simulated ? x->simulated->n : 0);
        table_minutes(&t, quantile(x->simulated, 0.5));
        table_minutes(&t, quantile(x->simulated, 0.9));
    }
}

struct of_fit {
    const struct fitting *fitting;
    const struct provenance *from;
};

static void draw_steps(struct chart_room *room, const void *of)
{
    const struct of_fit *fit = of;
    struct heading h = {0};
    charts_add(room, "steps", chart_steps(room->folder, "steps", fit->fitting, fit->from, &h), &h);
}

int report_close_fitting(struct report *p, const struct fitting *f, const struct results *r, bool charts)
{
    struct provenance from = provenance_of(r);
    from.command = "fit";
    FILE *to = folder_file(p->folder, "overlay.yaml");
    fitting_overlay(f, to);
    folder_file_close(p->folder, to);
    to = folder_file(p->folder, "steps.csv");
    write_steps(f, to);
    folder_file_close(p->folder, to);
    return report_seal(p, &from, draw_steps, &(struct of_fit){f, &from}, charts);
}
