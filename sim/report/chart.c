/* chart.c -- all charts of a run, drawn aside and then put in place. */
#include "chart.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/die.h"
#include "charts.h"
#include "folder.h"
#include "gnuplot.h"
#include "svg.h"

// clang-format off
static const struct {
    const char *name;
    chart_fn *write;
} charts[] = {
    { "time-to-care", chart_times   },
    { "phases",       chart_phases  },
    { "sectors",      chart_sectors },
    { "utilisation",  chart_use     },
    { "map",          chart_map     },
};
// clang-format on
enum { CHARTS = sizeof charts / sizeof charts[0], FILE_NAME = 64 };

static char *file_in(const char *folder, const char *name, const char *ending)
{
    char file[FILE_NAME];
    snprintf(file, sizeof file, "%s%s", name, ending);
    return path_join(folder, file);
}

/* Half an image is worse than none. */
static bool keep_if_whole(const char *path)
{
    bool whole = image_is_whole(path);
    if (!whole)
        unlink(path);
    return whole;
}

static const char *draw(const char *gnuplot, const char *folder, const char *name, const struct heading *h)
{
    char script[FILE_NAME], log[FILE_NAME];
    snprintf(script, sizeof script, "%s.gp", name);
    snprintf(log, sizeof log, "%s.log", name);
    const char *wrong = gnuplot_run(gnuplot, folder, script, log);
    char *png = file_in(folder, name, ".png"), *svg = file_in(folder, name, ".svg");
    bool png_whole = keep_if_whole(png), whole = keep_if_whole(svg) && png_whole;
    if (whole && !wrong && !svg_finish(svg, h->title, h->alt))
        wrong = "the SVG could not be finished";
    if (!wrong && !whole)
        wrong = "the image is not whole; is the disk full?";
    if (!wrong) {
        char *said = file_in(folder, name, ".log");
        unlink(said);
        free(said);
    }
    free(png);
    free(svg);
    return wrong;
}

/* Draws what it can and says what it cannot. */
static bool draw_all(const char *gnuplot, const char *folder, const struct results *r)
{
    bool all = true;
    for (int i = 0; i < CHARTS; i++) {
        struct heading h = {0};
        const char *wrong =
            charts[i].write(folder, charts[i].name, r, &h) ? NULL : "its script could not be written";
        if (gnuplot && !wrong)
            wrong = draw(gnuplot, folder, charts[i].name, &h);
        if (wrong)
            fprintf(stderr, "casevac: chart %s was not drawn: %s\n", charts[i].name, wrong);
        all = all && !wrong;
    }
    return all && gnuplot;
}

static void say_how_to_get_gnuplot(const char *folder)
{
    const char *chosen = getenv("CASEVAC_GNUPLOT");
    if (chosen && *chosen)
        fprintf(stderr, "casevac: no charts: CASEVAC_GNUPLOT must be the absolute path of a program.\n");
    else
        fprintf(stderr, "casevac: no charts: gnuplot is missing. To get it: sudo apt install gnuplot-nox "
                        "fonts-liberation\n");
    fprintf(stderr,
            "    All data are written. To draw the charts later: cd %s && for f in *.gp; do gnuplot -d $f; "
            "done\n",
            folder);
}

bool charts_draw(const char *folder, const struct results *r)
{
    char *draft = path_join(folder, "charts.draft"), *target = path_join(folder, "charts");
    if (mkdir(draft, 0777) != 0 && errno != EEXIST)
        die(EXIT_FILE, "cannot make %s: %s; the data files are complete", draft, strerror(errno));
    char *gnuplot = gnuplot_find();
    bool all = draw_all(gnuplot, draft, r);
    if (rename(draft, target) != 0)
        die(EXIT_FILE, "cannot rename %s: %s; the data files are complete", draft, strerror(errno));
    if (!gnuplot)
        say_how_to_get_gnuplot(target);
    free(gnuplot);
    free(draft);
    free(target);
    return all;
}
