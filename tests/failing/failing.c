/* failing.c -- a C library in which one call goes wrong. Preloaded by failing.sh.
 *
 * Every call that touches a file counts as a step. At step FAIL_AT it fails with FAIL_ERRNO, or, with
 * FAIL_SIGNAL, the process gets that signal just before. The number of steps goes to FAIL_COUNT.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int steps;

static long asked(const char *name)
{
    const char *text = getenv(name);
    return text ? strtol(text, NULL, 10) : 0;
}

/* True: this call is to fail. */
static int step(void)
{
    if (++steps != asked("FAIL_AT"))
        return 0;
    if (asked("FAIL_SIGNAL")) {
        raise((int)asked("FAIL_SIGNAL"));
        return 0;
    }
    errno = (int)asked("FAIL_ERRNO");
    return 1;
}

__attribute__((destructor)) static void report(void)
{
    const char *path = getenv("FAIL_COUNT");
    FILE *(*real)(const char *, const char *) =
        (FILE * (*)(const char *, const char *)) dlsym(RTLD_NEXT, "fopen");
    FILE *to = path ? real(path, "w") : NULL;
    if (to)
        fprintf(to, "%d\n", steps);
    if (to)
        fflush_unlocked(to);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

FILE *fopen(const char *path, const char *mode)
{
    return step() ? NULL : REAL(fopen)(path, mode);
}

/* What could not be flushed is lost, as on a full disk. */
int fflush(FILE *f)
{
    return f && f != stderr && f != stdout && step() ? EOF : REAL(fflush)(f);
}

int fclose(FILE *f)
{
    int fails = step();
    int closed = REAL(fclose)(f);
    return fails ? EOF : closed;
}

int open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, int) : 0;
    va_end(rest);
    return step() ? -1 : REAL(open)(path, flags, mode);
}

#define FAILING(type, name, parameters, arguments, failed)                                                   \
    type name parameters                                                                                     \
    {                                                                                                        \
        return step() ? failed : REAL(name) arguments;                                                       \
    }

FAILING(int, mkdir, (const char *path, mode_t mode), (path, mode), -1)
FAILING(char *, mkdtemp, (char *path), (path), NULL)
FAILING(int, mkstemp, (char *path), (path), -1)
FAILING(int, rename, (const char *from, const char *to), (from, to), -1)
FAILING(int, renameat2, (int a, const char *from, int b, const char *to, unsigned how), (a, from, b, to, how),
        -1)
FAILING(int, unlink, (const char *path), (path), -1)
FAILING(int, rmdir, (const char *path), (path), -1)
FAILING(int, fsync, (int file), (file), -1)
FAILING(int, posix_fallocate, (int file, off_t from, off_t size), (file, from, size),
        (int)asked("FAIL_ERRNO"))
FAILING(ssize_t, pwrite, (int file, const void *from, size_t n, off_t at), (file, from, n, at), -1)
FAILING(int, fchmod, (int file, mode_t mode), (file, mode), -1)
FAILING(int, chmod, (const char *path, mode_t mode), (path, mode), -1)
