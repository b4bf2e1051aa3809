/* shipped.c -- finding a scenario by its bare name. */
#include "cli/shipped.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ROOTS = 4, PATH_SIZE = 4096 };
static const char *const endings[] = {"", ".yaml"};

/* The folder above the one the program lies in: the source tree of build/casevac, the prefix of an installed
 * one. NULL where the system does not tell. */
static const char *top_of_program(struct arena *a)
{
    char path[PATH_SIZE];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path);
    if (length <= 0 || length >= PATH_SIZE)
        return NULL;
    path[length] = 0;
    for (int up = 0; up < 2 && strchr(path, '/'); up++)
        *strrchr(path, '/') = 0;
    return arena_text(a, path);
}

/* Where shipped scenarios may lie, the first to be preferred. */
static int list_roots(const char *root[ROOTS], struct arena *a)
{
    const char *top = top_of_program(a);
    int n = 0;
    root[n++] = "scenarios";
    if (top) {
        root[n++] = arena_print(a, "%s/scenarios", top);
        root[n++] = arena_print(a, "%s/share/casevac/scenarios", top);
    }
    if (!top || strcmp(root[n - 1], SCENARIOS) != 0)
        root[n++] = SCENARIOS;
    return n;
}

static const char *found_in(const char *root, const char *folder, const char *typed, struct arena *a)
{
    for (size_t e = 0; e < sizeof endings / sizeof *endings; e++) {
        const char *path = arena_print(a, "%s%s/%s%s", root, folder, typed, endings[e]);
        if (access(path, F_OK) == 0)
            return path;
    }
    return NULL;
}

const char *shipped_find(const char *typed, const char *folder, struct arena *a)
{
    if (strcmp(typed, "-") == 0 || strchr(typed, '/') || access(typed, F_OK) == 0)
        return typed;
    const char *root[ROOTS];
    int roots = list_roots(root, a);
    for (int r = 0; r < roots; r++) {
        const char *path = found_in(root[r], folder, typed, a);
        if (!path)
            path = found_in(root[r], "/cases", typed, a);
        if (path)
            return path;
    }
    return typed;
}

const char *shipped_places(const char *folder, struct arena *a)
{
    const char *root[ROOTS], *places = NULL;
    int roots = list_roots(root, a);
    for (int r = 0; r < roots; r++)
        places = arena_print(a, "%s%s%s%s", places ? places : "", places ? ", " : "", root[r], folder);
    return places;
}

/* --- all of them ----------------------------------------------------------------- */

enum { FILES_MOST = 256 };

static const char *name_of(const char *path)
{
    return strrchr(path, '/') + 1;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(name_of(*(const char *const *)a), name_of(*(const char *const *)b));
}

static bool listed(const char *const *files, int n, const char *name)
{
    for (int i = 0; i < n; i++)
        if (!strcmp(name_of(files[i]), name))
            return true;
    return false;
}

static bool is_yaml(const char *name)
{
    size_t length = strlen(name);
    return length > 5 && *name != '.' && !strcmp(name + length - 5, ".yaml");
}

int shipped_list(const char *folder, struct arena *a, const char *const **files)
{
    const char **list = arena_take(a, FILES_MOST, sizeof *list);
    const char *root[ROOTS];
    int n = 0, roots = list_roots(root, a);
    for (int r = 0; r < roots; r++) {
        DIR *open = opendir(arena_print(a, "%s%s", root[r], folder));
        for (struct dirent *e; open && (e = readdir(open));)
            if (n < FILES_MOST && is_yaml(e->d_name) && !listed(list, n, e->d_name))
                list[n++] = arena_print(a, "%s%s/%s", root[r], folder, e->d_name);
        if (open)
            closedir(open);
    }
    qsort(list, (size_t)n, sizeof *list, by_name);
    *files = list;
    return n;
}
