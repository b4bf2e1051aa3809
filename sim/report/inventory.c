/* inventory.c -- the manifest, held against what is there. */
#include "inventory.h"

#include <dirent.h>
#include <errno.h>
#include <sha2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/die.h"
#include "folder.h"
#include "manifest.h"

json_t *inventory_manifest(const char *folder)
{
    char *path = path_join(folder, MANIFEST_NAME);
    struct stat st;
    json_t *m = lstat(path, &st) == 0 && S_ISREG(st.st_mode) ? json_load_file(path, 0, NULL) : NULL;
    const char *program = json_string_value(json_object_get(m, "program"));
    free(path);
    if (program && !strcmp(program, "casevac"))
        return m;
    json_decref(m);
    return NULL;
}

bool file_is(const char *path, const char *digest)
{
    char now[SHA256_DIGEST_STRING_LENGTH];
    struct stat st;
    return digest && lstat(path, &st) == 0 && S_ISREG(st.st_mode) && SHA256File(path, now) &&
           !strcmp(now, digest);
}

static bool is_folder(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The next entry but "." and ".."; NULL after the last. */
static const char *next_entry(DIR *folder)
{
    struct dirent *entry;
    do
        entry = readdir(folder);
    while (entry && (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")));
    return entry ? entry->d_name : NULL;
}

bool folder_is_free(const char *path)
{
    struct stat st;
    if (lstat(path, &st) != 0)
        return errno == ENOENT;
    DIR *folder = S_ISDIR(st.st_mode) ? opendir(path) : NULL;
    bool empty = folder && !next_entry(folder);
    if (folder)
        closedir(folder);
    return empty;
}

json_t *inventory_of(const char *folder)
{
    struct dirent **entry = NULL;
    json_t *all = json_object();
    int n = is_folder(folder) ? scandir(folder, &entry, NULL, alphasort) : 0;
    for (int i = 0; i < n; i++) {
        char digest[SHA256_DIGEST_STRING_LENGTH];
        char *path = path_join(folder, entry[i]->d_name);
        struct stat st;
        if (lstat(path, &st) == 0 && S_ISREG(st.st_mode) && SHA256File(path, digest))
            json_object_set_new(all, entry[i]->d_name, json_string(digest));
        free(path);
        free(entry[i]);
    }
    free(entry);
    return all;
}

/* --- all that is there, one by one ----------------------------------------------- */

/* What to do with an entry that is ours (its digest holds), or is not; false: look no further. */
typedef bool visit_fn(void *of, const char *path, const char *name, bool ours);

static bool visit(const char *path, const json_t *named, const json_t *named_charts, visit_fn *see, void *of)
{
    DIR *folder = opendir(path);
    bool go_on = true;
    for (const char *name; folder && go_on && (name = next_entry(folder));) {
        char *inside = path_join(path, name);
        if (named_charts && !strcmp(name, CHARTS_NAME) && is_folder(inside)) {
            go_on = visit(inside, named_charts, NULL, see, of);
        } else {
            bool manifest = named_charts && !strcmp(name, MANIFEST_NAME);
            go_on = see(of, inside, name,
                        manifest || file_is(inside, json_string_value(json_object_get(named, name))));
        }
        free(inside);
    }
    if (folder)
        closedir(folder);
    return go_on;
}

static void visit_all(const char *folder, const json_t *manifest, visit_fn *see, void *of)
{
    json_t *none = json_object();
    const json_t *charts = json_object_get(manifest, MANIFEST_CHARTS);
    visit(folder, json_object_get(manifest, MANIFEST_FILES), charts ? charts : none, see, of);
    json_decref(none);
}

static bool note_foreign(void *of, const char *path, const char *name, bool ours)
{
    char **foreign = of;
    (void)path;
    if (!ours)
        *foreign = path_beside(name, "");
    return ours;
}

char *inventory_foreign(const char *folder)
{
    json_t *m = inventory_manifest(folder);
    char *foreign = NULL;
    if (m)
        visit_all(folder, m, note_foreign, &foreign);
    else if (!folder_is_free(folder))
        foreign = path_beside("", "");
    json_decref(m);
    return foreign;
}

static bool remove_ours(void *of, const char *path, const char *name, bool ours)
{
    (void)of;
    if (ours && strcmp(name, MANIFEST_NAME))
        unlink(path);
    return true;
}

/* The manifest goes last: until then it says what may go. */
bool inventory_remove(const char *folder)
{
    json_t *m = inventory_manifest(folder);
    char *charts = path_join(folder, CHARTS_NAME), *manifest = path_join(folder, MANIFEST_NAME);
    if (m) {
        visit_all(folder, m, remove_ours, NULL);
        if (is_folder(charts))
            rmdir(charts);
        unlink(manifest);
    }
    json_decref(m);
    free(charts);
    free(manifest);
    return rmdir(folder) == 0;
}
