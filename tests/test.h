/* test.h -- tests are sentences.
 *
 * TEST(what_is_true) registers itself; `build/check` runs all, `build/check agenda`
 * those whose name or file holds the word. The runner is cmocka.
 */
#ifndef TESTS_TEST_H
#define TESTS_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#define TEST(sentence)                                                                                       \
    static void sentence(void **unused_);                                                                    \
    __attribute__((constructor)) static void register_##sentence(void)                                       \
    {                                                                                                        \
        test_register(#sentence, __FILE__, sentence);                                                        \
    }                                                                                                        \
    static void sentence(void **unused_ __attribute__((unused)))

void test_register(const char *sentence, const char *file, void (*body)(void **));

#define CHECK(claim)                assert_true(claim)
#define CHECK_TEXT(is, should)      assert_string_equal(is, should)
#define CHECK_INT(is, should)       assert_int_equal(is, should)
#define CHECK_NEAR(is, should, off) check_near(is, should, off, #is, __FILE__, __LINE__)

void check_near(double is, double should, double off, const char *what, const char *file, int line);

/* Replications are divided by this: 1 in `make evidence`, more under sanitizers (CASEVAC_TEST_SHARE=10). */
int64_t test_share(int64_t replications);

#endif
