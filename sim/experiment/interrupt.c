#include "interrupt.h"

#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>

/* A signal handler can reach nothing but this: the one variable of the program that is not passed along.
 * Atomic, for all workers look at it. */
static atomic_int came;
_Static_assert(ATOMIC_INT_LOCK_FREE == 2, "a signal handler may not wait for a lock");

static const int noted[] = {SIGINT, SIGTERM, SIGHUP};

static void note(int number)
{
    came = number;
}

static void handle_with(void (*handler)(int), int flags)
{
    struct sigaction a = {.sa_handler = handler, .sa_flags = flags};
    sigemptyset(&a.sa_mask);
    for (size_t i = 0; i < sizeof noted / sizeof *noted; i++)
        sigaction(noted[i], &a, NULL);
}

void interrupts_noted(void)
{
    came = 0;
    handle_with(note, (int)SA_RESETHAND);
}

void interrupts_forgotten(void)
{
    handle_with(SIG_DFL, 0);
}

int interrupt_came(void)
{
    return came;
}
