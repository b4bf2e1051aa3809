/* latest.c -- one line, replaced whole. */
#include "latest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "folder.h"
#include "inventory.h"

enum { NAME_SIZE = 256 };

/* "a/results/x" is in "a/results", called "results". */
static char *parent_called_results(const char *target)
{
    char *parent = path_beside(target, "");
    char *slash = strrchr(parent, '/');
    if (slash) {
        *slash = 0;
        const char *above = strrchr(parent, '/');
        if (!strcmp(above ? above + 1 : parent, "results"))
            return parent;
    }
    free(parent);
    return NULL;
}

/* Names results beside it, or is not there yet. */
static bool is_ours(const char *path, const char *parent)
{
    char name[NAME_SIZE] = "";
    struct stat st;
    if (lstat(path, &st) != 0)
        return true;
    FILE *from = S_ISREG(st.st_mode) && st.st_size < NAME_SIZE ? fopen(path, "r") : NULL;
    bool read = from && fgets(name, sizeof name, from) && fgetc(from) == EOF;
    if (from)
        fclose(from);
    name[strcspn(name, "\n")] = 0;
    if (!read || !*name || strchr(name, '/'))
        return false;
    char *named = path_join(parent, name);
    json_t *manifest = inventory_manifest(named);
    bool ours = manifest != NULL;
    json_decref(manifest);
    free(named);
    return ours;
}

static void write_name(const char *parent, const char *path, const char *name)
{
    char *draft = path_join(parent, "latest.casevac-draft-XXXXXX");
    int file = mkstemp(draft);
    FILE *to = file >= 0 ? fdopen(file, "w") : NULL;
    if (to) {
        fprintf(to, "%s\n", name);
        bool whole = fchmod(file, 0644) == 0 && fflush(to) == 0;
        if (fclose(to) != 0 || !whole || rename(draft, path) != 0)
            unlink(draft);
    } else if (file >= 0) {
        close(file);
    }
    free(draft);
}

void latest_note(const char *target)
{
    char *parent = parent_called_results(target);
    if (!parent)
        return;
    char *path = path_join(parent, "latest");
    if (is_ours(path, parent))
        write_name(parent, path, strrchr(target, '/') + 1);
    else
        fprintf(stderr, "casevac: note: %s does not name results, so it is left as it is\n", path);
    free(path);
    free(parent);
}
