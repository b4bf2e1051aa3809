/* chart.c -- drawn aside and then put in place. */
#include "chart.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/die.h"
#include "folder.h"
#include "gnuplot.h"
#include "svg.h"

enum { FILE_NAME = 64 };

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

struct chart_room charts_begin(const char *folder)
{
    struct chart_room room = {
        .draft = path_join(folder, "charts.draft"),
        .target = path_join(folder, "charts"),
        .gnuplot = gnuplot_find(),
        .all = true,
    };
    if (mkdir(room.draft, 0777) != 0 && errno != EEXIST)
        die(EXIT_FILE, "cannot make %s: %s; the data files are complete", room.draft, strerror(errno));
    return room;
}

void charts_add(struct chart_room *room, const char *name, bool written, const struct heading *h)
{
    const char *wrong = written ? NULL : "its script could not be written";
    if (room->gnuplot && !wrong)
        wrong = draw(room->gnuplot, room->draft, name, h);
    if (wrong)
        fprintf(stderr, "casevac: chart %s was not drawn: %s\n", name, wrong);
    room->all = room->all && !wrong && room->gnuplot;
}

bool charts_end(struct chart_room *room)
{
    if (rename(room->draft, room->target) != 0)
        die(EXIT_FILE, "cannot rename %s: %s; the data files are complete", room->draft, strerror(errno));
    if (!room->gnuplot)
        say_how_to_get_gnuplot(room->target);
    free(room->gnuplot);
    free(room->draft);
    free(room->target);
    return room->all;
}
