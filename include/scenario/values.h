/* values.h -- small values, of which the records are made.
 */
#ifndef SCENARIO_VALUES_H
#define SCENARIO_VALUES_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include "random/dist.h"

enum { UNLIMITED = INT_MAX }; /* a count written "unlimited" */

/* T1 to T4 as in clinical use; the dead need no category. */
enum triage { T1, T2, T3, T4, TRIAGES };

/* Whose people a casualty is one of: who may be evacuated can depend on it. */
enum affiliation { UN, HOST, CONTRACTOR, CIVILIAN, AFFILIATIONS };
extern const char
    *const affiliation_words[AFFILIATIONS + 1]; /* as keys and tables have them; NULL after the last */

struct list { /* references: [gao, kidal]; `all` when the key was not given or "all" */
    int n;
    int *at;
    bool all;
};

struct profile { /* a factor for each half hour of the day, local time */
    double factor[48];
};

struct months { /* of the year: bit 0 is January */
    unsigned set;
};

struct texts { /* words: names that are no ids */
    int n;
    const char **at;
    bool all;
};

struct hours { /* daily window, local ms since midnight; from > to passes midnight; both 0: always */
    int64_t from_ms, to_ms;
};

struct spot { /* [lat, lon] in degrees on the earth; [x, y] in km on a plane */
    double a, b;
};

struct share { /* of: index of a class, a triage category or an affiliation */
    int of;
    double share;
};
struct shares {
    int n;
    struct share *at;
};

#endif
