/* interrupt.c -- a signal leaves its number and the time it came. */
#include "base/interrupt.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>
#include <unistd.h>

/* A signal handler can reach nothing but these: the only variables of the program that are not passed along.
 * Atomic, for all workers look at them. */
static atomic_int came, count;
static atomic_int_least64_t since_ms;
_Static_assert(ATOMIC_INT_LOCK_FREE == 2 && ATOMIC_LLONG_LOCK_FREE == 2,
               "a signal handler may not wait for a lock");

static const int noted[] = {SIGINT, SIGTERM, SIGHUP};
static const char stopping[] = "\ncasevac: stopping: what is finished is kept\n";
enum { PATIENCE_MS = 100 };

static int64_t clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void note(int number)
{
    int error = errno;
    came = number;
    if (atomic_fetch_add(&count, 1) == 0) {
        since_ms = clock_ms();
        if (write(STDERR_FILENO, stopping, sizeof stopping - 1) < 0)
            errno = 0; /* nobody listens: it stops all the same */
    }
    errno = error;
}

/* As nohup leaves it: who asked for that wants the run to go on. */
static bool ignored(int number)
{
    struct sigaction now;
    return sigaction(number, NULL, &now) == 0 && now.sa_handler == SIG_IGN;
}

static void handle_with(void (*handler)(int))
{
    struct sigaction a = {.sa_handler = handler, .sa_flags = SA_RESTART};
    sigemptyset(&a.sa_mask);
    for (size_t i = 0; i < sizeof noted / sizeof *noted; i++)
        if (noted[i] != SIGHUP || !ignored(SIGHUP))
            sigaction(noted[i], &a, NULL);
}

void interrupts_noted(void)
{
    came = count = 0;
    handle_with(note);
}

void interrupts_forgotten(void)
{
    handle_with(SIG_DFL);
}

int interrupt_came(void)
{
    return came;
}

int interrupts_counted(void)
{
    return count;
}

bool interrupt_presses(void)
{
    return came && clock_ms() - since_ms >= PATIENCE_MS;
}
