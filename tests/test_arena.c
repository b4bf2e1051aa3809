#include "test.h"

#include "base/arena.h"
#include "base/name.h"
#include "base/word.h"

TEST(memory_from_an_arena_is_zeroed_and_its_own)
{
    struct arena *a = arena_new();
    for (int round = 0; round < 3; round++) {
        unsigned char *all[100];
        for (int i = 0; i < 100; i++) {
            all[i] = arena_take(a, 100, 37);
            CHECK((uintptr_t)all[i] % 16 == 0);
            for (int j = 0; j < 3700; j++)
                CHECK(all[i][j] == 0);
            memset(all[i], i + 1, 3700);
        }
        for (int i = 0; i < 100; i++)
            CHECK(all[i][0] == i + 1 && all[i][3699] == i + 1);
        arena_reset(a);
    }
    arena_free(a);
}

TEST(after_a_reset_the_same_memory_is_handed_out_again)
{
    struct arena *a = arena_new();
    void *first = arena_take(a, 10, 10), *large = arena_take(a, 1000, 1000);
    arena_reset(a);
    CHECK(arena_take(a, 10, 10) == first);
    CHECK(arena_take(a, 1000, 1000) == large);
    arena_free(a);
}

TEST(an_arena_keeps_texts_and_prints_them)
{
    struct arena *a = arena_new();
    char word[] = "wound";
    char *kept = arena_text(a, word), *printed = arena_print(a, "%s at %d", word, 7);
    word[0] = 's';
    CHECK_TEXT(kept, "wound");
    CHECK_TEXT(printed, "wound at 7");
    arena_free(a);
}

TEST(different_names_differ_and_a_kind_is_part_of_the_name)
{
    CHECK(name_of("site", "gao") == name_of("site", "gao"));
    CHECK(name_of("site", "gao") != name_of("site", "gap"));
    CHECK(name_of("site", "gao") != name_of("asset", "gao"));
    CHECK(name_child(1, 0) != name_child(1, 1));
    CHECK(name_child(1, 0) != name_child(0, 0));
}

TEST(a_slip_of_the_pen_is_a_short_way_from_the_word)
{
    CHECK_INT(word_distance("speed", "speed"), 0);
    CHECK_INT(word_distance("sped", "speed"), 1);
    CHECK_INT(word_distance("sepd", "speed"), 2);
    CHECK_INT(word_distance("spede", "speed"), 1);
    CHECK_INT(word_distance("", "speed"), 5);
}

TEST(only_a_near_word_is_suggested)
{
    struct nearest n = {.wanted = "helicoptor"};
    nearest_try(&n, "ambulance");
    CHECK(n.best == NULL);
    nearest_try(&n, "helicopter");
    CHECK_TEXT(n.best, "helicopter");
    struct nearest other = {.wanted = "xyz"};
    nearest_try(&other, "at");
    nearest_try(&other, "speed");
    CHECK(other.best == NULL);
}
