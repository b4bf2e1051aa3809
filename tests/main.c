/* main.c -- runs the registered tests, all or those that match one of the words given. */
#include "test.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TESTS_MAX = 1024 };
static struct CMUnitTest registered[TESTS_MAX];
static const char *files[TESTS_MAX];
static size_t count;

void test_register(const char *sentence, const char *file, void (*body)(void **))
{
    if (count == TESTS_MAX)
        abort();
    files[count] = file;
    registered[count++] = (struct CMUnitTest){.name = sentence, .test_func = body};
}

void check_near(double is, double should, double off, const char *what, const char *file, int line)
{
    if (fabs(is - should) <= off)
        return;
    print_error("%s is %.9g, should be %.9g within %.3g\n", what, is, should, off);
    _fail(file, line);
}

int64_t test_share(int64_t replications)
{
    const char *share = getenv("CASEVAC_TEST_SHARE");
    int64_t by = share ? strtoll(share, NULL, 10) : 1;
    int64_t n = replications / (by > 0 ? by : 1);
    return n > 0 ? n : 1;
}

static bool is_wanted(size_t test, char *const *words)
{
    bool wanted = !*words;
    for (; *words && !wanted; words++)
        wanted = strstr(registered[test].name, *words) || strstr(files[test], *words);
    return wanted;
}

/* CASEVAC_TEST_PART=1/4: of four parts the first, one test in four. All without it. */
static void read_part(size_t *part, size_t *parts)
{
    const char *said = getenv("CASEVAC_TEST_PART");
    char *slash = NULL;
    *part = said ? strtoul(said, &slash, 10) : 1;
    *parts = said && *slash == '/' ? strtoul(slash + 1, NULL, 10) : 1;
    if (*part < 1 || *part > *parts) {
        fprintf(stderr, "CASEVAC_TEST_PART=%s: should be as 1/4\n", said);
        exit(2);
    }
}

int main(int argc, char **argv)
{
    static struct CMUnitTest wanted[TESTS_MAX];
    size_t n = 0, seen = 0, part, parts;
    (void)argc;
    read_part(&part, &parts);
    for (size_t i = 0; i < count; i++)
        if (is_wanted(i, argv + 1) && seen++ % parts == part - 1)
            wanted[n++] = registered[i];
    return _cmocka_run_group_tests("casevac", wanted, n, NULL, NULL) != 0;
}
