/* schema_belief.c -- what is known only roughly. */
#include "schema_rows.h"

/* A run keeps every key at its value whatever is believed, or plans could not be compared on the same
 * footing; but it says in its summary what it took as known, and how far off that may be. That is
 * how these rows show. */
// clang-format off
static const struct field belief_fields[] = {
    { "key", AT(struct belief, key),
      .help = "Whose value is believed to be so: alert.delay, attacks.ied.rate. A number, count, time or distribution.",
      SHOWN("beliefs.alert.key=assets.helicopter.load") },
    { "factor", AT(struct belief, factor), "\"\"",
      .help = "A distribution about 1 by which the value is stretched, such as lognormal(median 1, sigma 0.2) or, for a rate known by counting, gamma(from 7 events).",
      SHOWN("beliefs.alert.factor=lognormal(median 1, sigma 0.5)") },
    { "value", AT(struct belief, value), "\"\"",
      .help = "Or the value itself: a distribution in the unit of the key, such as gamma(from 7 events in 8 months) or gamma(mean 12 /yr, from 7 events) for a rate. After n events a rate is gamma with shape n + 1/2 (Jeffreys' prior). The exposure counts what the rate is per: kilometres or hours of patrols, years of sites or of persons.",
      SHOWN("beliefs.ied.value=gamma(from 9 events in 3000 km)") },
    { 0 }
};
const struct record belief_record = { "belief", "How sure we are of a figure. A run keeps it at its value and says so; beliefs are what a sweep draws from, to tell not knowing from bad luck.", sizeof(struct belief), belief_fields };
// clang-format on
