/* shipped.c -- finding a scenario by its bare name. */
#include "cli/shipped.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const roots[] = {"scenarios", SCENARIOS};
static const char *const endings[] = {"", ".yaml"};

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
    for (size_t r = 0; r < sizeof roots / sizeof *roots; r++) {
        const char *path = found_in(roots[r], folder, typed, a);
        if (!path)
            path = found_in(roots[r], "/cases", typed, a);
        if (path)
            return path;
    }
    return typed;
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
    int n = 0;
    for (size_t r = 0; r < sizeof roots / sizeof *roots; r++) {
        DIR *open = opendir(arena_print(a, "%s%s", roots[r], folder));
        for (struct dirent *e; open && (e = readdir(open));)
            if (n < FILES_MOST && is_yaml(e->d_name) && !listed(list, n, e->d_name))
                list[n++] = arena_print(a, "%s%s/%s", roots[r], folder, e->d_name);
        if (open)
            closedir(open);
    }
    qsort(list, (size_t)n, sizeof *list, by_name);
    *files = list;
    return n;
}
