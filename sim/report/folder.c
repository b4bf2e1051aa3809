/* folder.c -- draft, check, rename. */
#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/die.h"

static const char manifest[] = "manifest.json"; /* written last: a folder that has it holds a finished run */
static const char lock_name[] = ".lock";

static char *joined(const char *a, const char *b, const char *c)
{
    size_t size = strlen(a) + strlen(b) + strlen(c) + 1;
    char *text = must_alloc(size, 1);
    snprintf(text, size, "%s%s%s", a, b, c);
    return text;
}

char *path_join(const char *folder, const char *name)
{
    return joined(folder, "/", name);
}

static bool holds(const char *folder, const char *name)
{
    char *path = path_join(folder, name);
    bool there = access(path, F_OK) == 0;
    free(path);
    return there;
}

/* Removes a folder with its files and the files of its folders. Anything deeper is nothing we
 * made: it stays, and so does its folder. */
static bool clear(const char *path, int depth)
{
    DIR *folder = opendir(path);
    if (!folder)
        return errno == ENOENT;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
            continue;
        char *inside = path_join(path, entry->d_name);
        if (unlink(inside) != 0 && depth > 0)
            clear(inside, depth - 1);
        free(inside);
    }
    closedir(folder);
    return rmdir(path) == 0;
}

static _Noreturn void fail(struct folder *f, const char *what, int error)
{
    clear(f->draft, 1);
    die(EXIT_FILE, "cannot write %s for %s: %s\n    %s; nothing was changed there", what, f->target,
        error ? strerror(error) : "an earlier write failed",
        !error || error == ENOSPC || error == EDQUOT
            ? "make room on the disk, or give another folder with --results"
            : "give another folder with --results");
}

static void make_parents(struct folder *f)
{
    for (char *slash = strchr(f->target + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        int failed = mkdir(f->target, 0777) != 0 && errno != EEXIST ? errno : 0;
        *slash = '/';
        if (failed)
            fail(f, "the folder", failed);
    }
}

/* A folder is ours to replace when it is empty or holds a finished run. */
static void refuse_what_is_there(const char *target, bool overwrite)
{
    DIR *folder = opendir(target);
    if (!folder && errno == ENOENT)
        return;
    if (!folder)
        die(EXIT_FILE, "cannot use %s for results: %s", target, strerror(errno));
    int entries = 0;
    while (readdir(folder))
        entries++;
    closedir(folder);
    if (entries <= 2)
        return;
    if (!holds(target, manifest))
        die(EXIT_FILE, "%s holds something else than results; give another folder with --results", target);
    if (!overwrite)
        die(EXIT_FILE,
            "%s holds the results of an earlier run; replace them with --overwrite, or give another folder "
            "with --results",
            target);
}

/* The lock goes with the process that holds it, however it ends. */
static void take_lock(struct folder *f)
{
    char *path = path_join(f->draft, lock_name);
    f->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    free(path);
    if (f->lock < 0)
        fail(f, "the draft folder", errno);
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    if (fcntl(f->lock, F_SETLK, &whole) != 0)
        die(EXIT_FILE, "another run is writing %s now; wait for it, or give another folder with --results",
            f->target);
}

/* What a killed run left must not end up among the new results. */
static void sweep(struct folder *f)
{
    DIR *folder = opendir(f->draft);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        char *inside = path_join(f->draft, entry->d_name);
        if (strcmp(entry->d_name, lock_name))
            unlink(inside);
        free(inside);
    }
    if (folder)
        closedir(folder);
}

struct folder *folder_open(const char *target, bool overwrite)
{
    struct folder *f = must_alloc(1, sizeof *f);
    f->target = joined(target, "", "");
    for (size_t n = strlen(f->target); n > 1 && f->target[n - 1] == '/'; n--)
        f->target[n - 1] = 0;
    f->draft = joined(f->target, ".draft", "");
    refuse_what_is_there(f->target, overwrite);
    make_parents(f);
    if (mkdir(f->draft, 0777) != 0 && errno != EEXIST)
        fail(f, "the draft folder", errno);
    take_lock(f);
    sweep(f);
    return f;
}

FILE *folder_file(struct folder *f, const char *name)
{
    if (f->count == FOLDER_FILES)
        abort();
    char *path = path_join(f->draft, name);
    FILE *to = fopen(path, "w");
    free(path);
    if (!to)
        fail(f, name, errno);
    f->file[f->count++] = (struct folder_file){.name = name, .to = to};
    return to;
}

/* A full disk shows up in fflush and fsync, not in fprintf; and not in fclose once fflush has failed. */
static void close_file(struct folder *f, struct folder_file *file)
{
    FILE *to = file->to;
    bool earlier = ferror(to);
    errno = 0;
    bool whole = fflush(to) == 0 && !earlier && fsync(fileno(to)) == 0;
    int error = errno;
    file->to = NULL;
    if (fclose(to) != 0 && whole) {
        whole = false;
        error = errno;
    }
    if (!whole)
        fail(f, file->name, error);
}

void folder_file_close(struct folder *f, FILE *to)
{
    for (int i = 0; i < f->count; i++)
        if (f->file[i].to == to) {
            close_file(f, &f->file[i]);
            return;
        }
}

void folder_close_all(struct folder *f)
{
    for (int i = 0; i < f->count; i++)
        if (f->file[i].to)
            close_file(f, &f->file[i]);
}

/* A rename is on the disk when its folder is. */
static void sync_folder(const char *path)
{
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        fsync(folder);
        close(folder);
    }
}

static void sync_parent(const char *path)
{
    char *parent = joined(path, "", "");
    char *slash = strrchr(parent, '/');
    if (slash)
        slash[slash == parent] = 0;
    sync_folder(slash ? parent : ".");
    free(parent);
}

/* The old results step aside, come back if the new ones cannot take their place, and go last. */
static void replace(struct folder *f)
{
    char *old = joined(f->target, ".old", "");
    clear(old, 1);
    bool aside = rename(f->target, old) == 0;
    if (rename(f->draft, f->target) != 0) {
        int error = errno;
        if (aside)
            rename(old, f->target);
        fail(f, "the folder", error);
    }
    if (aside && !clear(old, 1))
        fprintf(stderr, "casevac: files that were not ours are kept in %s\n", old);
    free(old);
}

void folder_finish(struct folder *f)
{
    char *path = path_join(f->draft, lock_name);
    unlink(path);
    free(path);
    sync_folder(f->draft);
    replace(f);
    close(f->lock);
    sync_parent(f->target);
}

void folder_free(struct folder *f)
{
    free(f->target);
    free(f->draft);
    free(f);
}
