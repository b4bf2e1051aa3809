#include "random/luck.h"

#include <Random123/philox.h>

/* The middle of one of 2^52 equal cells: an odd multiple of 2^-53, so exact and never 0 or 1. */
static double uniform_of(uint64_t bits)
{
    return ((double)(bits >> 12) + 0.5) * 0x1p-52;
}

/* Forced inline, for the one who wants a single word need not pay for four. */
static inline __attribute__((always_inline)) philox4x64_ctr_t draw(const struct luck *l, enum purpose p,
                                                                   uint64_t entity, uint64_t ordinal)
{
    philox4x64_ctr_t name = {{(uint64_t)p, entity, ordinal, 0}};
    philox4x64_key_t whose = {{l->seed, l->trial}};
    return philox4x64_R(10, name, whose);
}

void luck_four(const struct luck *l, enum purpose p, uint64_t entity, uint64_t ordinal, double u[4])
{
    philox4x64_ctr_t bits = draw(l, p, entity, ordinal);
    for (int i = 0; i < 4; i++)
        u[i] = uniform_of(bits.v[i]);
}

double luck_uniform(const struct luck *l, enum purpose p, uint64_t entity, uint64_t ordinal)
{
    return uniform_of(draw(l, p, entity, ordinal).v[0]);
}
