/* kind.h -- how a value of each kind is read, and written again.
 *
 * One row for each kind of the schema. What is read and written again gives the
 * same text as the first time: values are compared by that text.
 */
#ifndef SIM_SCENARIO_KIND_H
#define SIM_SCENARIO_KIND_H

#include "node.h"
#include "scenario/schema.h"

struct reader {
    struct arena *arena;
    struct diag *diag;
    const struct node *top; /* the whole merged tree: references are looked up here */
};

struct value_kind {
    const char *due; /* "a whole number" */
    /* Into `member` of `entry`; false when it is wrong, which is noted. `entry` NULL: not known yet. */
    bool (*read)(struct reader *r, const struct field *f, const struct node *n, const void *entry,
                 void *member);
    const char *(*write)(const struct scenario *s, const struct field *f, const void *entry,
                         const void *member, struct arena *a);
    bool relative;   /* may be x1.5 or +1 in an overlay */
    bool structured; /* written as a list or mapping */
};
extern const struct value_kind value_kinds[KINDS];

/* Room for a member of any kind but RECORD and MAP. */
union member {
    const char *text;
    int count;
    int64_t whole;
    double number;
    bool yes;
    struct dist dist;
    struct list list;
    struct profile profile;
    struct hours hours;
    struct spot spot;
    struct shares shares;
    struct months months;
    struct texts texts;
};

/* Notes `key: "text" complaint` and returns false. */
bool wrong(struct reader *r, const struct field *f, const struct node *n, const char *hint,
           const char *complaint);

/* Is it a single word or number? Notes what is due when not. */
bool is_scalar(struct reader *r, const struct field *f, const struct node *n);

/* A number within the limits of the row and of its dimension; notes it when not. */
bool within(struct reader *r, const struct field *f, const struct node *n, enum dimension d, double value);

/* The most that a quantity may be where its row sets no limit. */
double quantity_most(enum dimension d);

/* The nth id of a collection, and an id's number in the merged tree or -1. */
const char *id_at(const struct scenario *s, const char *collection, int index);
int id_count(const struct reader *r, const char *collection);
int id_number(const struct reader *r, const char *collection, const char *id);
const char *id_hint(const struct reader *r, const char *collection,
                    const char *id); /* did you mean, or NULL */

/* "06:30" to ms since midnight, up to 24:00; false when it is no clock time. */
bool clock_read(const char *text, int64_t *ms);
const char *clock_write(int64_t ms, struct arena *a);

/* A text as YAML: bare where that is safe, else in double quotes. */
const char *yaml_text(const char *text, struct arena *a);

#endif
