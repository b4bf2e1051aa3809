/* node.h -- a file as a tree: what was written, and where.
 *
 * Nodes are never changed once made: laying one tree over another makes new
 * mappings and shares the rest.
 */
#ifndef SIM_SCENARIO_NODE_H
#define SIM_SCENARIO_NODE_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/diag.h"

enum node_kind { SCALAR, SEQUENCE, MAPPING, BROKEN }; /* BROKEN: complained about already */

struct node;
struct entry { /* of a mapping, or an item of a sequence (key NULL) */
    const char *key;
    struct place key_at;
    const struct node *value; /* NULL: removed; the place is kept in case it comes back */
};

struct node {
    enum node_kind kind;
    struct place at;
    const char *text; /* of a scalar */
    bool quoted;
    bool step; /* of the path of a --set, not written as a mapping */
    int n;
    struct entry *entries;
};

/* Limits on what is read, so that no file can take long or much. In full, defaults and all, a scenario
 * is some twenty times as long as people write it. */
enum {
    FILE_BYTES_MOST = 4 << 20,
    DEPTH_MOST = 32,
    EVENTS_MOST = 500000,
    SCALAR_BYTES_MOST = 4096,
    KEY_BYTES_MOST = 64,
    KEYS_MOST = 1000,
    ITEMS_MOST = 10000,
};

/* The entry with this key, removed or not; NULL: there is none. */
struct entry *node_entry(const struct node *mapping, const char *key);

/* The value of this key; NULL: there is none (also when `mapping` is none, or removed). */
const struct node *node_find(const struct node *mapping, const char *key);

/* Two overlays as one: what `over` says counts where both say something. */
const struct node *node_merged(const struct node *under, const struct node *over, struct arena *a);

/* A copy without some keys (NULL after the last); `n` itself when it is no mapping. */
const struct node *node_without(const struct node *n, const char *const *keys, struct arena *a);

struct node *node_scalar(struct arena *a, struct place at, const char *text);
bool node_is_null(const struct node *n); /* a bare ~ */

/* "a list", "a mapping", "\"text\"": for complaints, cut to a readable length. */
const char *node_shown(const struct node *n, struct arena *a);

/* The hint `did you mean "..."?` or NULL. */
const char *did_you_mean(struct arena *a, const char *best);

/* Reads a YAML text of one document. NULL when it cannot be understood at all; smaller
 * mistakes are noted and leave a BROKEN node. Places count from `start`. */
const struct node *yaml_read(const char *bytes, size_t size, struct place start, struct arena *a,
                             struct diag *d);

/* False when there are bytes that no text holds: NUL, bad UTF-8, UTF-16, control characters. */
bool bytes_are_text(const char *bytes, size_t size, struct place start, struct diag *d);

/* What no file could hold as it stands, though escapes such as "\x85" and names of files can say it: the
 * complaint, and where in the text it is. NULL: nothing. */
const char *text_fault(const char *text, const char **at);

#endif
