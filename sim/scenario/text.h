/* text.h -- a text that grows at its end. All zero but the arena: empty.
 */
#ifndef SIM_SCENARIO_TEXT_H
#define SIM_SCENARIO_TEXT_H

#include "base/arena.h"

struct text {
    struct arena *arena;
    char *bytes;
    size_t length, room;
};

void text_add(struct text *t, const char *format, ...) __attribute__((format(printf, 2, 3), nonnull(2)));

#endif
