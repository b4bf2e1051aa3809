/* overlay.h -- one tree laid over another, key by key.
 *
 * An overlay names no other file, so there is no circle it could run in.
 */
#ifndef SIM_SCENARIO_OVERLAY_H
#define SIM_SCENARIO_OVERLAY_H

#include "record.h"

struct overlay {
    struct arena *arena;
    struct diag *diag;
    const struct node *shipped;       /* what ~ goes back to */
    bool relates;                     /* "*", x1.5 and +1 are understood: in plans, stressors and --set */
    const struct newcomer *newcomers; /* the latest first */
};

/* The scenario tree `base` (NULL: nothing yet) under `over`. */
const struct node *overlay_lay(struct overlay *o, const struct node *base, const struct node *over);

/* "x1.5", "+20 min", "-1" applied to the value in force; the value itself when it is not relative. */
const struct node *relative_apply(struct overlay *o, const struct field *f, const struct node *base,
                                  const struct node *over);

bool relative_is(const struct field *f, const struct node *n);

/* A key "*" or "*[night: true]". */
bool selector_is(const char *key);
struct selector {
    const struct node *wanted; /* NULL: everything */
    bool wrong;                /* complained about: selects nothing */
};
struct selector selector_read(struct overlay *o, const struct record *type, const struct entry *e);
bool selector_takes(struct overlay *o, const struct record *type, const struct selector *s,
                    const struct node *n);

/* The overlay that a setting "key.path=value" means. NULL: complained about. */
const struct node *setting_at(const char *setting, struct place start, const struct node *base,
                              struct arena *a, struct diag *d);

#endif
