/* folder.c -- draft, check, rename. */
#define _GNU_SOURCE /* renameat2 */
#include "folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/die.h"
#include "inventory.h"
#include "latest.h"
#include "manifest.h"

enum {
    ROOM = 4 << 20
}; /* bytes on the disk for the tables and charts of a run; judgement: most take 1 to 3 MB */

static const char draft_ending[] = ".casevac-draft-XXXXXX", old_ending[] = ".casevac-old-XXXXXX";

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

char *path_beside(const char *folder, const char *ending)
{
    return joined(folder, ending, "");
}

/* --- what failed, and what to do ------------------------------------------------------ */

static const char *remedy(int error)
{
    if (error == ENOSPC || error == EDQUOT)
        return "make room on the disk, or give another folder with --results";
    if (error == EFBIG)
        return "raise the limit on the size of files (ulimit -f)";
    return "give another folder with --results";
}

/* Before anything was written: an empty draft of ours goes again. */
static _Noreturn void refuse(struct folder *f, const char *what, int error)
{
    if (f->draft)
        rmdir(f->draft);
    place_leave(&f->place);
    die(EXIT_FILE, "cannot write %s for %s: %s\n    %s; nothing was changed there", what, f->place.target,
        strerror(error), remedy(error));
}

static _Noreturn void stay_in_draft(struct folder *f, const char *what, int error)
{
    place_leave(&f->place);
    die(EXIT_FILE, "cannot %s: %s\n    %s; all results are written, and stay in %s", what, strerror(error),
        remedy(error), f->draft);
}

void folder_must_be_whole(struct folder *f)
{
    if (!f->failed)
        return;
    place_leave(&f->place);
    die(EXIT_FILE, "cannot write %s for %s: %s\n    %s; what could be written is kept in %s", f->failed,
        f->place.target, f->error ? strerror(f->error) : "an earlier write failed", remedy(f->error),
        f->draft);
}

static void note_failure(struct folder *f, const char *name, int error)
{
    if (f->failed)
        return;
    f->failed = name;
    f->error = error;
}

/* --- opening --------------------------------------------------------------------------- */

static char *make_unique(const char *target, const char *ending)
{
    char *path = path_beside(target, ending);
    if (mkdtemp(path)) {
        mode_t mask = umask(0);
        umask(mask);
        chmod(path, 0777 & ~mask);
        return path;
    }
    free(path);
    return NULL;
}

/* A disk that is full, or a limit that is too low, is found before the first trial and not after the last. */
static void look_for_room(struct folder *f)
{
    char *path = path_join(f->draft, "room");
    int room = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    int error = room < 0 ? errno : posix_fallocate(room, 0, ROOM);
    if (room >= 0) {
        close(room);
        unlink(path);
    }
    free(path);
    if (error == EOPNOTSUPP || error == EINVAL || error == EINTR)
        error = 0; /* cannot be known here: the first failed write will tell */
    if (error)
        refuse(f, "4 MB of results", error);
}

struct folder *folder_open(const char *target, bool overwrite)
{
    struct folder *f = must_alloc(1, sizeof *f);
    f->place = place_take(target, overwrite);
    f->draft = make_unique(f->place.target, draft_ending);
    if (!f->draft)
        refuse(f, "a draft folder", errno);
    look_for_room(f);
    return f;
}

/* --- files --------------------------------------------------------------------------------- */

static struct folder_file *entry_of(struct folder *f, const char *name)
{
    for (int i = 0; i < f->count; i++)
        if (!strcmp(f->file[i].name, name))
            return &f->file[i];
    if (f->count == FOLDER_FILES)
        abort();
    return &f->file[f->count++];
}

FILE *folder_file(struct folder *f, const char *name)
{
    char *path = path_join(f->draft, name);
    FILE *to = fopen(path, "w");
    free(path);
    if (!to) {
        note_failure(f, name, errno);
        folder_must_be_whole(f);
    }
    *entry_of(f, name) = (struct folder_file){.name = name, .to = to};
    return to;
}

/* Half a table is no table; and the room it took may do for the others. */
static void drop(struct folder *f, struct folder_file *file, int error)
{
    char *path = path_join(f->draft, file->name);
    unlink(path);
    free(path);
    note_failure(f, file->name, error);
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
        drop(f, file, error);
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

/* --- putting it in place --------------------------------------------------------------------- */

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

int rename_aside(const char *from, const char *to)
{
    struct stat st;
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    if (lstat(to, &st) == 0) /* a file system that cannot do both at once */
        return EEXIST;
    return rename(from, to) == 0 ? 0 : errno;
}

static bool is_there(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0;
}

/* What stands at the target is free to go: an empty folder, or results that may be replaced. Where it is
 * put aside is told; NULL: there was nothing to keep. */
static char *step_aside(struct folder *f)
{
    const char *target = f->place.target;
    if (!is_there(target) || rmdir(target) == 0)
        return NULL;
    char *old = make_unique(target, old_ending);
    if (!old)
        stay_in_draft(f, "put the earlier results aside", errno);
    char *inside = path_join(old, "results");
    int error = rename_aside(target, inside);
    if (error)
        rmdir(old);
    if (error)
        stay_in_draft(f, "put the earlier results aside", error);
    free(inside);
    return old;
}

static bool may_be_replaced(const struct results_place *p)
{
    char *foreign = p->overwrite ? inventory_foreign(p->target) : NULL;
    bool may = folder_is_free(p->target) || (p->overwrite && !foreign);
    free(foreign);
    return may;
}

static void remove_old(char *old)
{
    char *inside = path_join(old, "results");
    if (!inventory_remove(inside))
        fprintf(stderr, "casevac: what was added to the earlier results is kept in %s\n", inside);
    else
        rmdir(old);
    free(inside);
    free(old);
}

/* The draft stands, or an errno; old results go back to where they were. */
static int stand(struct folder *f)
{
    char *old = step_aside(f);
    int error = rename_aside(f->draft, f->place.target);
    if (old && error) {
        char *inside = path_join(old, "results");
        if (rename_aside(inside, f->place.target) == 0)
            rmdir(old);
        else
            fprintf(stderr, "casevac: the earlier results are in %s\n", inside);
        free(inside);
        free(old);
    } else if (old) {
        remove_old(old);
    }
    return error;
}

void folder_finish(struct folder *f)
{
    folder_must_be_whole(f);
    sync_folder(f->draft);
    int error = EEXIST;
    while (error == EEXIST || error == ENOTEMPTY) {
        if (may_be_replaced(&f->place))
            error = stand(f);
        else
            place_move_on(&f->place);
    }
    if (error)
        stay_in_draft(f, "put the results in place", error);
    sync_parent(f->place.target);
    latest_note(f->place.target);
    place_leave(&f->place);
}

void folder_free(struct folder *f)
{
    place_free(&f->place);
    free(f->draft);
    free(f);
}
