/* draw.c -- the charts of a finished folder, from what is stored in it. */
#include "report/report.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/die.h"
#include "base/interrupt.h"
#include "chart.h"
#include "folder.h"
#include "inventory.h"
#include "json.h"
#include "manifest.h"

enum { NAME_SIZE = 96 };

/* "phases" of "phases.gp". */
static bool is_script(const char *file, char name[NAME_SIZE])
{
    size_t length = strlen(file);
    if (length < 4 || length >= NAME_SIZE || strchr(file, '/') || strcmp(file + length - 3, ".gp"))
        return false;
    snprintf(name, NAME_SIZE, "%.*s", (int)length - 3, file);
    return true;
}

/* NAME with this ending, as the run wrote it? */
static bool as_written(const char *charts, const json_t *named, const char *name, const char *ending)
{
    char file[NAME_SIZE + 16];
    snprintf(file, sizeof file, "%s%s", name, ending);
    char *path = path_join(charts, file);
    bool is = file_is(path, json_string_value(json_object_get(named, file)));
    free(path);
    return is;
}

/* An image that stands there and is not the run's is somebody else's. */
static bool may_be_drawn(const char *charts, const json_t *named, const char *name)
{
    static const char *const images[] = {".png", ".svg", ".log"};
    bool may = as_written(charts, named, name, ".gp") && as_written(charts, named, name, ".dat") &&
               as_written(charts, named, name, ".alt.txt");
    for (int i = 0; i < 3; i++) {
        char file[NAME_SIZE + 16];
        snprintf(file, sizeof file, "%s%s", name, images[i]);
        char *path = path_join(charts, file);
        struct stat st; /* a link to nothing is there too, and gnuplot would write behind it */
        may = may && (lstat(path, &st) != 0 || as_written(charts, named, name, images[i]));
        free(path);
    }
    return may;
}

/* The first line is the title; what follows says the chart in words. */
static void read_heading(const char *charts, const char *name, struct heading *h)
{
    char file[NAME_SIZE + 16];
    snprintf(file, sizeof file, "%s.alt.txt", name);
    char *path = path_join(charts, file);
    FILE *from = fopen(path, "r");
    free(path);
    if (!from)
        return;
    if (fgets(h->title, sizeof h->title, from))
        h->title[strcspn(h->title, "\n")] = 0;
    size_t n = fread(h->alt, 1, sizeof h->alt - 1, from);
    h->alt[n] = 0;
    h->alt[strcspn(h->alt, "\n")] = 0;
    fclose(from);
}

static int draw_all(struct chart_room *room, const json_t *named)
{
    const char *file;
    json_t *digest;
    int scripts = 0;
    json_object_foreach((json_t *)named, file, digest)
    {
        char name[NAME_SIZE];
        struct heading h = {0};
        if (!is_script(file, name))
            continue;
        scripts++;
        bool may = may_be_drawn(room->folder, named, name);
        if (may)
            read_heading(room->folder, name, &h);
        charts_add_stored(room, name, may, &h);
    }
    return scripts;
}

/* The manifest names the charts that are there now; replaced whole. */
static void name_charts(json_t *manifest, const char *folder, const json_t *before, const char *charts)
{
    json_t *now = inventory_of(charts), *kept = json_object();
    const char *file;
    json_t *digest;
    json_object_foreach(now, file, digest)
    {
        char name[NAME_SIZE];
        snprintf(name, sizeof name, "%s", file);
        name[strcspn(name, ".")] = 0;
        char script[NAME_SIZE + 8];
        snprintf(script, sizeof script, "%s.gp", name);
        if (json_object_get(before, script))
            json_object_set(kept, file, digest);
    }
    json_decref(now);
    json_object_set_new(manifest, MANIFEST_CHARTS, kept);
    char *draft = path_join(folder, "manifest.json.casevac-draft-XXXXXX"),
         *path = path_join(folder, MANIFEST_NAME);
    int file_of = mkstemp(draft);
    FILE *to = file_of >= 0 ? fdopen(file_of, "w") : NULL;
    bool whole = to != NULL;
    if (to) {
        json_finish(json_incref(manifest), to);
        whole = fflush(to) == 0 && !ferror(to) && fclose(to) == 0;
    }
    if (!whole || rename(draft, path) != 0)
        die(EXIT_FILE, "cannot write %s: %s; the charts are drawn, the manifest names those of before", path,
            strerror(errno));
    free(draft);
    free(path);
}

int report_draw(const char *folder)
{
    json_t *manifest = inventory_manifest(folder);
    const json_t *named = json_object_get(manifest, MANIFEST_CHARTS);
    if (!manifest)
        die(EXIT_FILE, "%s holds no results", folder);
    interrupts_noted();
    struct chart_room room = charts_begin(folder, true);
    char *charts = path_join(folder, CHARTS_NAME);
    if (!draw_all(&room, named))
        die(EXIT_FILE, "%s holds no charts to draw: its manifest names none", folder);
    bool drawn = charts_end(&room);
    name_charts(manifest, folder, named, charts);
    interrupts_forgotten();
    charts_say(&room, folder);
    json_decref(manifest);
    free(charts);
    return drawn ? EXIT_DONE : EXIT_CHARTS;
}
