/* layer.c -- from disk to trees. */
#include "layer.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/word.h"

/* The rule in the Makefile turns the file into numbers. */
static const unsigned char shipped[] = {
#include "defaults.inc"
};

const struct node *layer_shipped(struct arena *a, struct diag *d)
{
    struct place start = {"defaults.yaml (built in)", 1, 1};
    return yaml_read((const char *)shipped, sizeof shipped, start, a, d);
}

/* Only files and pipes: a folder or a device could block or never end. */
static FILE *open_plain(const char *path, struct diag *d)
{
    struct stat about;
    struct place at = {path, 0, 0};
    if (!strcmp(path, "-"))
        return stdin;
    if (stat(path, &about)) {
        diag_error(d, at, NULL, "cannot be read: %s", strerror(errno));
        return NULL;
    }
    if (!S_ISREG(about.st_mode)) {
        diag_error(d, at, "give a file, or - for standard input", "is not a plain file");
        return NULL;
    }
    FILE *file = fopen(path, "rb");
    if (!file)
        diag_error(d, at, NULL, "cannot be read: %s", strerror(errno));
    return file;
}

const struct node *layer_file(const char *path, struct arena *a, struct diag *d)
{
    struct place start = {strcmp(path, "-") ? path : "standard input", 1, 1};
    FILE *file = open_plain(path, d);
    if (!file)
        return NULL;
    char *bytes = arena_take(a, FILE_BYTES_MOST + 1, 1);
    size_t size = fread(bytes, 1, FILE_BYTES_MOST + 1, file);
    bool failed = ferror(file) != 0;
    if (file != stdin)
        fclose(file);
    if (failed)
        diag_error(d, (struct place){start.file, 0, 0}, NULL, "cannot be read: %s", strerror(errno));
    else if (size > FILE_BYTES_MOST)
        diag_error(d, (struct place){start.file, 0, 0}, NULL, "is larger than 1 MiB");
    else
        return yaml_read(bytes, size, start, a, d);
    return NULL;
}

/* A copy without the keys a plan or stressor has for itself. */
static const struct node *without(const struct node *n, const char *const *keys, struct arena *a)
{
    if (!n || n->kind != MAPPING)
        return n;
    struct node *left = arena_take(a, 1, sizeof *left);
    *left = *n;
    left->entries = arena_take(a, (size_t)n->n, sizeof *left->entries);
    left->n = 0;
    for (int i = 0; i < n->n; i++) {
        bool own = false;
        for (const char *const *k = keys; *k; k++)
            own = own || !strcmp(n->entries[i].key, *k);
        if (!own)
            left->entries[left->n++] = n->entries[i];
    }
    return left;
}

static const char *const own_keys[] = {"name", "about", NULL};

const struct node *layer_plan(const char *path, struct arena *a, struct diag *d)
{
    return without(layer_file(path, a, d), own_keys, a);
}

static const char *all_rungs(const struct node *rungs, struct arena *a)
{
    const char *all = "its rungs are ";
    for (int i = 0; i < rungs->n && i < 20; i++)
        all = arena_print(a, "%s%s%s", all, i ? ", " : "", rungs->entries[i].key);
    return all;
}

static const struct node *pick_rung(const struct node *n, const struct node *rungs, const char *rung,
                                    struct arena *a, struct diag *d)
{
    const struct node *rest = without(n, (const char *const[]){"name", "about", "rungs", NULL}, a);
    if (rungs->kind != MAPPING || !rungs->n) {
        diag_error(d, rungs->at, NULL, "rungs: a mapping of names to overlays is due here");
    } else if (rest->n) {
        diag_error(d, rest->entries[0].key_at, "move it into the rungs",
                   "a stressor with rungs has only name, about and rungs");
    } else if (!rung) {
        diag_error(d, rungs->at, all_rungs(rungs, a), "one of the rungs must be chosen: %s:%s",
                   rungs->at.file, rungs->entries[0].key);
    } else if (!node_find(rungs, rung)) {
        struct nearest nearest = {.wanted = rung};
        for (int i = 0; i < rungs->n; i++)
            nearest_try(&nearest, rungs->entries[i].key);
        diag_error(d, rungs->at, nearest.best ? did_you_mean(a, nearest.best) : all_rungs(rungs, a),
                   "there is no rung \"%s\"", rung);
    } else {
        return node_find(rungs, rung);
    }
    return NULL;
}

const struct node *layer_stressor(const char *path, struct arena *a, struct diag *d)
{
    char *file = arena_text(a, path), *colon = access(path, F_OK) ? strrchr(file, ':') : NULL;
    const char *rung = colon ? colon + 1 : NULL;
    if (colon)
        *colon = 0;
    const struct node *n = layer_file(file, a, d), *rungs = n ? node_find(n, "rungs") : NULL;
    if (rungs)
        return pick_rung(n, rungs, rung, a, d);
    if (n && rung)
        diag_error(d, n->at, NULL, "the stressor has no rungs, so not \"%s\"", rung);
    return without(n, own_keys, a);
}
