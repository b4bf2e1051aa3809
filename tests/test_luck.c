#include "test.h"

#include <math.h>
#include <gsl/gsl_cdf.h>

#include "random/luck.h"

/* Philox4x64-10 from its paper (Salmon 2011, SC '11, section 3.3), written apart from the library. */
static void philox(const uint64_t counter[4], const uint64_t key[2], uint64_t out[4])
{
    uint64_t c[4], k[2] = {key[0], key[1]};
    memcpy(c, counter, sizeof c);
    for (int round = 0; round < 10; round++) {
        __extension__ unsigned __int128 a = (unsigned __int128)c[0] * 0xd2e7470ee14c6c93u,
                                        b = (unsigned __int128)c[2] * 0xca5a826395121157u;
        uint64_t next[4] = {(uint64_t)(b >> 64) ^ c[1] ^ k[0], (uint64_t)b, (uint64_t)(a >> 64) ^ c[3] ^ k[1],
                            (uint64_t)a};
        memcpy(c, next, sizeof c);
        k[0] += 0x9e3779b97f4a7c15u;
        k[1] += 0xbb67ae8584caa73bu;
    }
    memcpy(out, c, sizeof c);
}

/* Of Random123's kat_vectors: counter, key, answer. */
static const uint64_t known[][10] = {
    {0, 0, 0, 0, 0, 0, 0x16554d9eca36314cu, 0xdb20fe9d672d0fdcu, 0xd7e772cee186176bu, 0x7e68b68aec7ba23bu},
    {UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, 0x87b092c3013fe90bu,
     0x438c3c67be8d0224u, 0x9cc7d7c69cd777b6u, 0xa09caebf594f0ba0u},
    {0x243f6a8885a308d3u, 0x13198a2e03707344u, 0xa4093822299f31d0u, 0x082efa98ec4e6c89u, 0x452821e638d01377u,
     0xbe5466cf34e90c6cu, 0xa528f45403e61d95u, 0x38c72dbd566e9788u, 0xa5a1610e72fd18b5u, 0x57bd43b5e52b7fe6u},
};

TEST(luck_is_philox_of_the_name_of_the_draw)
{
    uint64_t bits[4];
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        philox(known[i], known[i] + 4, bits);
        CHECK(!memcmp(bits, known[i] + 6, sizeof bits));
    }
    for (uint64_t i = 0; i < 1000; i++) {
        struct luck l = {i * 0x123456789abcdefu, i};
        enum purpose p = (enum purpose)(i % PURPOSES);
        double u[4];
        luck_four(&l, p, ~i, i * i, u);
        philox((uint64_t[]){(uint64_t)p, ~i, i * i, 0}, (uint64_t[]){l.seed, l.trial}, bits);
        for (int k = 0; k < 4; k++)
            CHECK(u[k] == ((double)(bits[k] >> 12) + 0.5) / 0x1p52);
        CHECK(luck_uniform(&l, p, ~i, i * i) == u[0]);
    }
}

TEST(luck_does_not_depend_on_who_drew_before)
{
    struct luck l = {1, 2};
    double forth[100];
    for (uint64_t i = 0; i < 100; i++)
        forth[i] = luck_uniform(&l, DRAW_WOUND, i, 7);
    for (uint64_t i = 100; i-- > 0;) {
        luck_uniform(&l, DRAW_ALERT, i, 3);
        CHECK(luck_uniform(&l, DRAW_WOUND, i, 7) == forth[i]);
    }
}

TEST(every_part_of_the_name_changes_the_luck)
{
    const struct luck own = {1, 2}, other_seed = {3, 2}, other_trial = {1, 3}, swapped = {2, 1};
    const double u[] = {
        luck_uniform(&own, DRAW_WOUND, 5, 7),         luck_uniform(&other_seed, DRAW_WOUND, 5, 7),
        luck_uniform(&other_trial, DRAW_WOUND, 5, 7), luck_uniform(&swapped, DRAW_WOUND, 5, 7),
        luck_uniform(&own, DRAW_ALERT, 5, 7),         luck_uniform(&own, DRAW_WOUND, 6, 7),
        luck_uniform(&own, DRAW_WOUND, 5, 8),         luck_uniform(&own, DRAW_WOUND, 7, 5)};
    const int n = sizeof u / sizeof *u;
    for (int i = 0; i < n; i++)
        for (int k = 0; k < i; k++)
            CHECK(u[i] != u[k]);
}

/* Pairs of draws fall evenly into 32 x 32 cells, if neither says anything of the other. */
enum { SIDE = 32 };
struct cells {
    int64_t count[SIDE][SIDE], draws;
};

static void fall(struct cells *c, double u, double v)
{
    c->count[(int)(u * SIDE)][(int)(v * SIDE)]++;
    c->draws++;
}

static double surprise(const struct cells *c)
{
    double expected = (double)c->draws / (SIDE * SIDE), sum = 0;
    for (int i = 0; i < SIDE; i++)
        for (int k = 0; k < SIDE; k++)
            sum += pow((double)c->count[i][k] - expected, 2) / expected;
    return gsl_cdf_chisq_Q(sum, SIDE * SIDE - 1);
}

TEST(neighbouring_draws_say_nothing_of_each_other)
{
    struct cells words = {0}, entities = {0}, ordinals = {0}, trials = {0}, seeds = {0};
    for (uint64_t i = 0; i < 100000; i++) {
        struct luck l = {11, i}, next_trial = {11, i + 1}, seed = {i, 3}, next_seed = {i + 1, 3};
        double u[4];
        luck_four(&l, DRAW_WOUND, 0, 0, u);
        fall(&words, u[0], u[1]);
        fall(&words, u[2], u[3]);
        fall(&trials, u[0], luck_uniform(&next_trial, DRAW_WOUND, 0, 0));
        fall(&entities, u[0], luck_uniform(&l, DRAW_WOUND, 1, 0));
        fall(&ordinals, u[0], luck_uniform(&l, DRAW_WOUND, 0, 1));
        fall(&seeds, luck_uniform(&seed, DRAW_WOUND, 0, 0), luck_uniform(&next_seed, DRAW_WOUND, 0, 0));
    }
    const struct cells *all[] = {&words, &entities, &ordinals, &trials, &seeds};
    for (int i = 0; i < 5; i++)
        CHECK(surprise(all[i]) > 1e-4 && surprise(all[i]) < 1 - 1e-4);
}
