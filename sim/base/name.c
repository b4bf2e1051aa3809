/* name.c -- FNV-1a, finished by name_child's mixer so that similar words lie far apart. */
#include "base/name.h"

static uint64_t fold(uint64_t hash, const char *word)
{
    for (const unsigned char *c = (const unsigned char *)word; *c; c++)
        hash = (hash ^ *c) * 0x100000001b3u;
    return hash;
}

uint64_t name_of(const char *kind, const char *word)
{
    uint64_t hash = fold(fold(fold(0xcbf29ce484222325u, kind), "/"), word);
    return name_child(hash, 0);
}
