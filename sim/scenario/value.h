/* value.h -- readers and writers of values, by file: what the rows of kind.c name.
 */
#ifndef SIM_SCENARIO_VALUE_H
#define SIM_SCENARIO_VALUE_H

#include "kind.h"

#define READER(name)                                                                                         \
    bool name(struct reader *r, const struct field *f, const struct node *n, const void *entry, void *member)
#define WRITER(name)                                                                                         \
    const char *name(const struct scenario *s, const struct field *f, const void *entry, const void *member, \
                     struct arena *a)
READER(read_count);
READER(read_big);
READER(read_number);
READER(read_duration);
READER(read_dist);
WRITER(write_count);
WRITER(write_big);
WRITER(write_number);
WRITER(write_duration);
WRITER(write_dist);
READER(read_hours);
READER(read_profile);
READER(read_clock);
READER(read_moment);
READER(read_date);
WRITER(write_hours);
WRITER(write_profile);
WRITER(write_clock);
WRITER(write_moment);
WRITER(write_date);
READER(read_text);
READER(read_yes_no);
READER(read_word);
READER(read_spot);
WRITER(write_text);
WRITER(write_yes_no);
WRITER(write_word);
WRITER(write_spot);
READER(read_reference);
READER(read_list);
READER(read_shares);
WRITER(write_reference);
WRITER(write_list);
WRITER(write_shares);
READER(read_months);
READER(read_texts);
WRITER(write_months);
WRITER(write_texts);

#endif
