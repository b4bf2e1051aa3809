/* schema.h -- the scenario language, one row per key.
 *
 * Reader, defaults, units, checks, printer, JSON Schema and the reference manual are each a short loop over them.
 */
#ifndef SCENARIO_SCHEMA_H
#define SCENARIO_SCHEMA_H

#include <stddef.h>
#include "base/unit.h"
#include "scenario/scenario.h"

enum kind {
    TEXT,     /* const char * */
    COUNT,    /* int; "unlimited" where .unlimited */
    BIG,      /* int64_t, plain whole number */
    NUMBER,   /* double, in .unit */
    DURATION, /* int64_t ms */
    YES_NO,   /* bool */
    DIST,     /* struct dist, in .unit; PURE distributions are counts */
    LIST,     /* struct list of references to .to */
    PROFILE,  /* struct profile: {"06:00-12:30": 3, else: 1}, or one number */
    HOURS,    /* struct hours: "06:00-18:00", "always"; where .sun also "sun" */
    SPOT,     /* struct spot: [a, b] */
    SHARES,   /* struct shares over .to, or where .to is NULL over .words */
    MONTHS,   /* struct months: jun-sep, [apr-may, oct], all or none */
    TEXTS,    /* struct texts: [first, second], or all */
    WORD,     /* int: one of .words */
    REF,      /* int: index into .to, -1 when not given */
    DATE,     /* int64_t days since 1970-01-01: 2021-03-01 */
    CLOCK,    /* int64_t ms since midnight: "06:00" */
    MOMENT,   /* int64_t ms since the start: "day 3 06:15" (day 1 is the first) or a duration */
    RECORD,   /* an embedded struct: .record */
    MAP,      /* a collection by id: .record says the type of an entry, whose first member is the id */
    KINDS
};

struct record;

struct field {
    const char *key;
    size_t offset;
    enum kind kind;
    const char *fallback; /* the default as a user would write it; NULL: must be given */
    enum dimension unit;
    double least, most; /* inclusive, inner unit; both 0: no limits but what the kind says */
    const char *help;   /* one or two sentences for people */
    const char *source; /* of the default: a citation, or "judgement"; NULL: nothing to source */
    const struct record *record;
    const char *const *words;      /* WORD, SHARES, names of MAP: NULL-terminated, in the order of the enum */
    const char *to;                /* REF, LIST, SHARES: the collection's key at the top */
    bool unlimited, sun, optional; /* optional: REF may be missing */
    enum dimension also;           /* the other dimension ... */
    bool (*use_also)(const void *entry); /* ... where this says so of the entry it stands in */
    /* What is laid over an entry of MAP to see what the mission loses without it: "~" takes it away,
     * "{count: -1}" one of several. NULL: it is no means of evacuation. */
    const char *removal;
    bool inert; /* an entry of MAP does nothing until another entry names it */
    /* A scenario under tests/ or scenarios/, and "key.path=value" that changes its results. */
    const char *shown_in, *shown_by;
};

/* The kind from the C member, so a row cannot lie; AS where several kinds share a C type. */
#define AS(type, member, kind) offsetof(type, member), kind
#define AT(type, member)                                                                                     \
    AS(type, member,                                                                                         \
       _Generic(((type *)0)->member,                                                                         \
           const char *: TEXT, int: COUNT, int64_t: DURATION, double: NUMBER, bool: YES_NO,                  \
           struct dist: DIST, struct list: LIST, struct profile: PROFILE, struct hours: HOURS,               \
           struct spot: SPOT, struct shares: SHARES,                                             \
           struct months: MONTHS, struct texts: TEXTS))

struct record {
    const char *name; /* "site": for messages, "a site has no ..." */
    const char *help;
    size_t size;                /* of one entry, for MAP */
    const struct field *fields; /* ends with a row of zeros */
};

extern const struct record schema; /* the top level: struct scenario */

#endif
