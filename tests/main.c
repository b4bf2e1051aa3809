/* main.c -- runs the registered tests, all or those that match a word. */
#include "test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

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

int main(int argc, char **argv)
{
    static struct CMUnitTest wanted[TESTS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        if (argc < 2 || strstr(registered[i].name, argv[1]) || strstr(files[i], argv[1]))
            wanted[n++] = registered[i];
    return _cmocka_run_group_tests("casevac", wanted, n, NULL, NULL) != 0;
}
