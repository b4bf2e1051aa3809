/* gnuplot.c -- fork, limits, exec, a watch, and a look at what came out. */
#include "gnuplot.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "base/die.h"
#include "base/interrupt.h"
#include "folder.h"

enum { WALL_S = 30, CPU_S = 20, NOT_STARTED = 127 };

static bool runs(const char *path)
{
    return path[0] == '/' && access(path, X_OK) == 0;
}

char *gnuplot_find(void)
{
    const char *chosen = getenv("CASEVAC_GNUPLOT"), *path = getenv("PATH");
    if (chosen && *chosen)
        return runs(chosen) ? path_join("", chosen + 1) : NULL;
    char *folders = path_join(path ? path : "/usr/bin", "");
    char *found = NULL, *rest;
    folders[strlen(folders) - 1] = 0;
    for (char *folder = strtok_r(folders, ":", &rest); folder && !found;
         folder = strtok_r(NULL, ":", &rest)) {
        found = path_join(folder, "gnuplot");
        if (!runs(found)) {
            free(found);
            found = NULL;
        }
    }
    free(folders);
    return found;
}

static void limit(int what, rlim_t most)
{
    struct rlimit both = {most, most};
    setrlimit(what, &both);
}

static int open_as(int descriptor, const char *path, int flags)
{
    int opened = open(path, flags, 0666);
    return opened < 0 ? -1 : dup2(opened, descriptor);
}

/* In the child: only calls that are safe after a fork. */
static _Noreturn void become(const char *gnuplot, const char *folder, const char *script, const char *log)
{
    char *const words[] = {"gnuplot", "-d", (char *)script, NULL};
    char *const surroundings[] = {"PATH=/usr/bin:/bin", "HOME=/nonexistent", "LC_ALL=C.UTF-8",
                                  "SOURCE_DATE_EPOCH=0", NULL};
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    limit(RLIMIT_CPU, CPU_S);
    limit(RLIMIT_FSIZE, (rlim_t)64 << 20);
    limit(RLIMIT_AS, (rlim_t)2 << 30);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NPROC, 0); /* a script starts no other program */
    signal(SIGXFSZ, SIG_DFL);
    if (chdir(folder) == 0 && open_as(0, "/dev/null", O_RDONLY) >= 0 &&
        open_as(1, log, O_WRONLY | O_CREAT | O_TRUNC) >= 0 && dup2(1, 2) >= 0)
        execve(gnuplot, words, surroundings);
    _exit(NOT_STARTED);
}

/* Waits for the child, but not for ever; then it and whatever it started are ended. */
static bool wait_for(pid_t child, int *status)
{
    const struct timespec nap = {.tv_nsec = 5000000};
    int interrupts = interrupts_counted();
    for (int naps = 0; naps < WALL_S * 200 && interrupts_counted() == interrupts; naps++) {
        pid_t ended = waitpid(child, status, WNOHANG);
        if (ended == child)
            return true;
        if (ended < 0 && errno != EINTR)
            break;
        nanosleep(&nap, NULL);
    }
    kill(-child, SIGKILL);
    kill(child, SIGKILL);
    waitpid(child, status, 0);
    return false;
}

const char *gnuplot_run(const char *gnuplot, const char *folder, const char *script, const char *log)
{
    int status = 0;
    fflush(NULL); /* or the child would hold what is not yet written */
    pid_t child = fork();
    if (child == 0)
        become(gnuplot, folder, script, log);
    if (child < 0)
        return strerror(errno);
    if (!wait_for(child, &status))
        return "gnuplot took too long and was ended";
    if (WIFSIGNALED(status))
        return "gnuplot was ended by a signal (over its limit of time, memory or file size, perhaps)";
    if (WEXITSTATUS(status) == NOT_STARTED)
        return "gnuplot could not be started";
    return WEXITSTATUS(status) ? "gnuplot reported an error" : NULL;
}

/* --- images ---------------------------------------------------------------- */

static const struct {
    const char *ending, *first, *last;
    long first_size, last_size;
} kinds[] = {
    {".png", "\x89PNG\r\n\x1a\n", "IEND\xae\x42\x60\x82", 8, 8},
    {".svg", "<?xml", "</svg>", 5, 6},
};
enum { LOOK = 16 };

/* Some writers end their text with new lines. */
static long trimmed(const char *bytes, long size)
{
    while (size > 0 && bytes[size - 1] == '\n')
        size--;
    return size;
}

static bool begins_and_ends(FILE *image, int kind)
{
    char bytes[LOOK];
    long first = kinds[kind].first_size, last = kinds[kind].last_size;
    if (fread(bytes, 1, LOOK, image) != LOOK || memcmp(bytes, kinds[kind].first, (size_t)first) != 0)
        return false;
    if (fseek(image, -LOOK, SEEK_END) != 0 || fread(bytes, 1, LOOK, image) != LOOK)
        return false;
    long size = trimmed(bytes, LOOK);
    return size >= last && !memcmp(bytes + size - last, kinds[kind].last, (size_t)last);
}

bool image_is_whole(const char *path)
{
    const char *ending = strrchr(path, '.');
    FILE *image = fopen(path, "rb");
    bool whole = false;
    for (int i = 0; image && ending && i < (int)(sizeof kinds / sizeof kinds[0]); i++)
        if (!strcmp(ending, kinds[i].ending))
            whole = begins_and_ends(image, i);
    if (image)
        fclose(image);
    return whole;
}
