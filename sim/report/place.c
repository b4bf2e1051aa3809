/* place.c -- the first name that is free, and its lock. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/die.h"
#include "folder.h"
#include "inventory.h"

enum { NAMES_MOST = 100000 };
static const char lock_ending[] = ".casevac-lock", lock_mark[] = "casevac: a run is writing beside this\n";

/* --- the lock ---------------------------------------------------------------------- */

/* A file of that name that somebody else wrote stays as it is. */
static bool is_our_lock(int lock)
{
    char said[sizeof lock_mark + 1];
    ssize_t n = pread(lock, said, sizeof said, 0);
    return n == 0 || (n == (ssize_t)sizeof lock_mark - 1 && !memcmp(said, lock_mark, (size_t)n));
}

/* Is what was locked still what has that name? Another run may have taken it away between the two. */
static bool still_there(int lock, const char *path)
{
    struct stat held, named;
    return fstat(lock, &held) == 0 && lstat(path, &named) == 0 && held.st_dev == named.st_dev &&
           held.st_ino == named.st_ino;
}

enum taken { LOCK_TAKEN, LOCK_BUSY, LOCK_REFUSED };

static enum taken lock_once(const char *path, int *lock)
{
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    *lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);
    if (*lock < 0)
        return LOCK_REFUSED;
    bool busy = fcntl(*lock, F_SETLK, &whole) != 0 && (errno == EACCES || errno == EAGAIN);
    if (busy || !is_our_lock(*lock)) {
        errno = EEXIST;
        close(*lock);
        return busy ? LOCK_BUSY : LOCK_REFUSED;
    }
    return LOCK_TAKEN;
}

static enum taken take_lock(const char *target, int *lock)
{
    char *path = path_beside(target, lock_ending);
    enum taken taken = lock_once(path, lock);
    while (taken == LOCK_TAKEN && !still_there(*lock, path)) {
        close(*lock);
        taken = lock_once(path, lock);
    }
    if (taken == LOCK_TAKEN && pwrite(*lock, lock_mark, sizeof lock_mark - 1, 0) < 0)
        errno = 0; /* the lock holds without its mark */
    if (taken == LOCK_REFUSED)
        die(EXIT_FILE, "cannot lock %s with %s: %s\n    give another folder with --results", target, path,
            errno == EEXIST ? "the file is not casevac's" : strerror(errno));
    free(path);
    return taken;
}

void place_leave(struct results_place *p)
{
    char *path = path_beside(p->target, lock_ending);
    if (p->lock >= 0 && still_there(p->lock, path))
        unlink(path);
    if (p->lock >= 0)
        close(p->lock);
    p->lock = -1;
    free(path);
}

/* --- the folders above, and links ------------------------------------------------------ */

static void make_parents(char *target)
{
    for (char *slash = strchr(target + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        int failed = mkdir(target, 0777) != 0 && errno != EEXIST ? errno : 0;
        if (failed)
            die(EXIT_FILE, "cannot make the folder %s: %s\n    give another folder with --results", target,
                strerror(failed));
        *slash = '/';
    }
}

/* A link is followed here and nowhere else: results are made beside the folder behind it. */
static char *behind_link(char *target)
{
    struct stat st;
    if (lstat(target, &st) != 0 || !S_ISLNK(st.st_mode))
        return target;
    char *real = realpath(target, NULL);
    if (!real)
        die(EXIT_FILE,
            "cannot use %s for results: it is a link to nothing\n    mend the link, or give "
            "another folder with --results",
            target);
    free(target);
    return real;
}

/* A draft beside a mount point would lie on another disk. */
static void must_not_be_a_mount(const char *target)
{
    struct stat here, above;
    char *parent = path_join(target, "..");
    if (stat(target, &here) == 0 && S_ISDIR(here.st_mode) && stat(parent, &above) == 0 &&
        here.st_dev != above.st_dev)
        die(EXIT_FILE,
            "cannot put results in place of %s: a disk is mounted there\n    give a folder inside it: "
            "--results %s/NAME",
            target, target);
    free(parent);
}

/* --- which name ----------------------------------------------------------------------------- */

static void must_be_replaceable(const char *target)
{
    struct stat st;
    if (lstat(target, &st) == 0 && !S_ISDIR(st.st_mode))
        die(EXIT_FILE, "%s is no folder; give another with --results", target);
    char *foreign = inventory_foreign(target);
    if (foreign && !*foreign)
        die(EXIT_FILE,
            "%s holds something else than results, and nothing there is touched\n    give another "
            "folder with --results",
            target);
    if (foreign)
        die(EXIT_FILE,
            "%s holds %s, which is not as an earlier run wrote it, and nothing there is touched\n    move it "
            "elsewhere, or leave out --overwrite: then the results go to a name of their own",
            target, foreign);
}

static bool takes(struct results_place *p, int number)
{
    char ending[16] = "";
    if (number > 1)
        snprintf(ending, sizeof ending, "-%d", number);
    free(p->target);
    p->target = path_beside(p->wanted, ending);
    return folder_is_free(p->target) && take_lock(p->target, &p->lock) == LOCK_TAKEN;
}

static void take_free_name(struct results_place *p, int from)
{
    int number = from;
    while (!takes(p, number))
        if (++number == NAMES_MOST)
            die(EXIT_FILE, "%s and all names up to %s are taken; give another folder with --results",
                p->wanted, p->target);
    if (number > 1)
        fprintf(stderr, "casevac: %s is taken: these results go to %s\n", p->wanted, p->target);
}

static void take_over(struct results_place *p)
{
    p->target = path_beside(p->wanted, "");
    must_be_replaceable(p->target);
    if (take_lock(p->target, &p->lock) == LOCK_BUSY)
        die(EXIT_FILE, "another run is writing %s now; wait for it, or give another folder with --results",
            p->target);
}

/* "." and ".." are no names to put anything in place of. */
static void must_be_a_name(const char *wanted)
{
    const char *slash = strrchr(wanted, '/'), *name = slash ? slash + 1 : wanted;
    if (!*name || !strcmp(name, ".") || !strcmp(name, ".."))
        die(EXIT_USAGE, "--results: \"%s\" is not the name of a folder; write one in it: %s%sNAME", wanted,
            wanted, *name ? "/" : "");
}

struct results_place place_take(const char *wanted, bool overwrite)
{
    struct results_place p = {.wanted = path_beside(wanted, ""), .overwrite = overwrite, .lock = -1};
    for (size_t n = strlen(p.wanted); n > 1 && p.wanted[n - 1] == '/'; n--)
        p.wanted[n - 1] = 0;
    must_be_a_name(p.wanted);
    p.wanted = behind_link(p.wanted);
    must_not_be_a_mount(p.wanted);
    if (overwrite && !folder_is_free(p.wanted))
        must_be_replaceable(p.wanted);
    make_parents(p.wanted);
    if (overwrite)
        take_over(&p);
    else
        take_free_name(&p, 1);
    return p;
}

void place_move_on(struct results_place *p)
{
    place_leave(p);
    p->overwrite = false;
    take_free_name(p, 2);
}

void place_free(struct results_place *p)
{
    place_leave(p);
    free(p->wanted);
    free(p->target);
}
