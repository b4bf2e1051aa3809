/* test_allocation.c -- once warm, a trial asks for no memory. */
#include "test.h"

#include <stdatomic.h>
#include <stdlib.h>
#include "base/diag.h"
#include "base/die.h"
#include "evac/trial.h"
#include "scenario/read.h"
#include "world/world.h"

static atomic_long allocations; /* since the program began, on all threads */

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)

/* A sanitizer owns malloc, but tells who asks. */
int __sanitizer_install_malloc_and_free_hooks(void (*taken)(const volatile void *, size_t),
                                              void (*given_back)(const volatile void *));

static void taken(const volatile void *memory __attribute__((unused)), size_t size __attribute__((unused)))
{
    allocations++;
}

static void given_back(const volatile void *memory __attribute__((unused)))
{
}

static void count_allocations(void)
{
    __sanitizer_install_malloc_and_free_hooks(taken, given_back);
}

#else

/* These stand before the C library's own, for the library's callers too. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

void *malloc(size_t size)
{
    allocations++;
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    allocations++;
    return __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    allocations++;
    return __libc_realloc(old, size);
}

static void count_allocations(void)
{
}

#endif

static long allocations_of_a_second_run(const char *file)
{
    struct diag *d = diag_new();
    struct scenario *s = scenario_read(&(struct layers){.file = file}, d);
    CHECK(s != NULL);
    struct world *w = world_new(s);
    struct frame *f = frame_new(w);
    struct trial *t = trial_new(f);
    struct tally *tally = tally_new(f);
    long asked = 0;
    for (uint64_t trial = 0; trial < 20; trial++) {
        struct luck luck = {.seed = 7, .trial = trial};
        trial_run(t, luck, tally);
        long before = allocations;
        trial_run(t, luck, tally);
        asked += allocations - before;
    }
    tally_free(tally);
    trial_free(t);
    frame_free(f);
    world_free(w);
    scenario_free(s);
    diag_free(d);
    return asked;
}

TEST(the_count_of_allocations_sees_every_allocation)
{
    count_allocations();
    long before = allocations;
    free(must_alloc(3, 5));
    CHECK(allocations > before);
}

TEST(the_same_trial_run_a_second_time_allocates_nothing)
{
    count_allocations();
    CHECK_INT(allocations_of_a_second_run("scenarios/first.yaml"), 0);
    CHECK_INT(allocations_of_a_second_run("scenarios/mali-2021.yaml"), 0);
    CHECK_INT(allocations_of_a_second_run("scenarios/yardstick.yaml"), 0);
    CHECK_INT(allocations_of_a_second_run("tests/shown-care.yaml"), 0);
    CHECK_INT(allocations_of_a_second_run("tests/shown-eligibility.yaml"), 0);
}
