/* name.h -- 64-bit names for the things chance befalls.
 *
 * An entity is known to the random streams by a hash of what it is called, or
 * of its parent and its number, never by its place in an array: so adding an
 * ambulance does not change the attacks.
 */
#ifndef BASE_NAME_H
#define BASE_NAME_H

#include <stdint.h>

/* FNV-1a over "kind/word", finished by a 64-bit mixer. */
uint64_t name_of(const char *kind, const char *word);

/* The `number`th child of `parent`; also joins two names. */
static inline uint64_t name_child(uint64_t parent, uint64_t number)
{
    uint64_t z = parent ^ (number + 1) * 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

#endif
