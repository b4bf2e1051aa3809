/*
 * What yardstick.c draws from. Only that includes it.
 */
#ifndef YARDSTICK_DRAWS_H
#define YARDSTICK_DRAWS_H

#include <math.h>
#include <stdint.h>

/* --- random draws: xoshiro256++, 256-layer ziggurat for the exponential and the normal -------------------- */

typedef struct { uint64_t s[4]; } stream;

static struct { double width[256], height[257]; uint64_t inside[256]; } zig_exp, zig_normal;

static const double exp_tail = 7.69711747013104972, normal_tail = 3.6541528853610088;

static void build_tables(void)
{
    double x[257];
    double area = 0.0039496598225815571993;
    x[0] = area / exp(-exp_tail), x[1] = exp_tail, x[256] = 0;
    for (int i = 2; i < 256; i++) x[i] = -log(area / x[i - 1] + exp(-x[i - 1]));
    for (int i = 0; i < 256; i++) {
        zig_exp.width[i] = x[i] * 0x1p-56;
        zig_exp.inside[i] = (uint64_t)(x[i + 1] / x[i] * 0x1p56);
    }
    for (int i = 0; i < 257; i++) zig_exp.height[i] = exp(-x[i]);

    area = 0.00492867323399;
    x[0] = area / exp(-0.5 * normal_tail * normal_tail), x[1] = normal_tail;
    for (int i = 2; i < 256; i++) x[i] = sqrt(-2 * log(area / x[i - 1] + exp(-0.5 * x[i - 1] * x[i - 1])));
    for (int i = 0; i < 256; i++) {
        zig_normal.width[i] = x[i] * 0x1p-55;
        zig_normal.inside[i] = (uint64_t)(x[i + 1] / x[i] * 0x1p55);
    }
    for (int i = 0; i < 257; i++) zig_normal.height[i] = exp(-0.5 * x[i] * x[i]);
}

static uint64_t splitmix(uint64_t *state)
{
    uint64_t z = (*state += 0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
}

static stream stream_of(uint64_t seed, uint64_t trial)
{
    uint64_t state = seed;
    state = splitmix(&state) ^ trial * 0xd1342543de82ef95;
    stream r;
    for (int i = 0; i < 4; i++) r.s[i] = splitmix(&state);
    return r;
}

static inline uint64_t turned(uint64_t x, int by) { return x << by | x >> (64 - by); }

static inline uint64_t bits(stream *r)
{
    uint64_t *s = r->s, out = turned(s[0] + s[3], 23) + s[0], t = s[1] << 17;
    s[2] ^= s[0], s[3] ^= s[1], s[1] ^= s[2], s[0] ^= s[3], s[2] ^= t;
    s[3] = turned(s[3], 45);
    return out;
}

static inline double uniform(stream *r) { return (double)(bits(r) >> 11) * 0x1p-53; }

static double exponential_rare(stream *r, uint64_t u)
{
    for (;; u = bits(r)) {
        unsigned i = u & 255;
        double x = (double)(u >> 8) * zig_exp.width[i];
        if (u >> 8 < zig_exp.inside[i]) return x;
        if (i == 0) return exp_tail - log1p(-uniform(r));
        double low = zig_exp.height[i], high = zig_exp.height[i + 1];
        if (high + (low - high) * uniform(r) < exp(-x)) return x;
    }
}

static inline double exponential(stream *r)
{
    uint64_t u = bits(r);
    if (u >> 8 < zig_exp.inside[u & 255]) return (double)(u >> 8) * zig_exp.width[u & 255];
    return exponential_rare(r, u);
}

static double normal_rare(stream *r, uint64_t u)
{
    for (;; u = bits(r)) {
        unsigned i = u & 255;
        double sign = u & 256 ? -1 : 1, x = (double)(u >> 9) * zig_normal.width[i];
        if (u >> 9 < zig_normal.inside[i]) return sign * x;
        if (i == 0) {
            double beyond, room;
            do {
                beyond = -log1p(-uniform(r)) / normal_tail;
                room = -log1p(-uniform(r));
            } while (2 * room < beyond * beyond);
            return sign * (normal_tail + beyond);
        }
        double low = zig_normal.height[i], high = zig_normal.height[i + 1];
        if (high + (low - high) * uniform(r) < exp(-0.5 * x * x)) return sign * x;
    }
}

static inline double normal(stream *r)
{
    uint64_t u = bits(r);
    if (u >> 9 < zig_normal.inside[u & 255]) {
        double x = (double)(u >> 9) * zig_normal.width[u & 255];
        return u & 256 ? -x : x;
    }
    return normal_rare(r, u);
}

static inline double lognormal(stream *r, double median, double sigma) { return median * exp(sigma * normal(r)); }

#endif
