/* chart.c -- drawn aside and then put in place. */
#include "chart.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/interrupt.h"
#include "folder.h"
#include "gnuplot.h"
#include "manifest.h"
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

struct chart_room charts_begin(const char *results, bool draw)
{
    struct chart_room room = {
        .folder = path_join(results, CHARTS_NAME),
        .gnuplot = draw ? gnuplot_find() : NULL,
        .wanted = draw,
        .all = true,
        .interrupts = interrupts_counted(),
    };
    if (mkdir(room.folder, 0777) != 0 && errno != EEXIST)
        fprintf(stderr, "casevac: cannot make %s: %s\n", room.folder, strerror(errno));
    return room;
}

static void add(struct chart_room *room, const char *name, const char *wrong, const struct heading *h)
{
    room->stopped = room->stopped || interrupts_counted() > room->interrupts;
    bool draws = room->gnuplot && !room->stopped;
    if (draws && !wrong)
        wrong = draw(room->gnuplot, room->folder, name, h);
    if (wrong && interrupts_counted() == room->interrupts)
        fprintf(stderr, "casevac: chart %s was not drawn: %s\n", name, wrong);
    room->all = room->all && !wrong && draws;
}

void charts_add(struct chart_room *room, const char *name, bool written, const struct heading *h)
{
    add(room, name, written ? NULL : "its script could not be written", h);
}

void charts_add_stored(struct chart_room *room, const char *name, bool as_written, const struct heading *h)
{
    add(room, name, as_written ? NULL : "its script, or an image there, is not as the run wrote it", h);
}

bool charts_end(struct chart_room *room)
{
    free(room->folder);
    room->folder = NULL;
    return room->all || !room->wanted;
}

static void say_what_is_missing(void)
{
    const char *chosen = getenv("CASEVAC_GNUPLOT");
    if (chosen && *chosen)
        fprintf(stderr, "casevac: no charts: CASEVAC_GNUPLOT must be the absolute path of a program.\n");
    else
        fprintf(stderr, "casevac: no charts: gnuplot is missing. To get it: sudo apt install gnuplot-nox "
                        "fonts-liberation\n");
}

void charts_say(struct chart_room *room, const char *results)
{
    if (room->wanted && !room->gnuplot)
        say_what_is_missing();
    if (room->wanted && !room->all)
        fprintf(stderr, "    All data are written. To draw the charts later: casevac report %s\n", results);
    free(room->gnuplot);
    room->gnuplot = NULL;
}
