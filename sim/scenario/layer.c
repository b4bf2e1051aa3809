/* layer.c -- from disk to trees. */
#include "layer.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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
        diag_error(d, (struct place){start.file, 0, 0}, NULL, "is larger than 4 MiB");
    else
        return yaml_read(bytes, size, start, a, d);
    return NULL;
}

const struct node *layer_text(const char *text, const char *path, struct arena *a, struct diag *d)
{
    return yaml_read(text, strlen(text), (struct place){strcmp(path, "-") ? path : "standard input", 1, 1}, a,
                     d);
}

const char *const own_keys[] = {"name", "about", NULL};

const struct node *layer_plan(const char *path, struct arena *a, struct diag *d)
{
    return node_without(layer_file(path, a, d), own_keys, a);
}
