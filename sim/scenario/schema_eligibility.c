/* schema_eligibility.c -- for whom the mission does what. */
#include "schema_rows.h"

static const char *const least_words[] = {"none", "T1", "T2", "T3", "all", NULL};

// clang-format off
#define GRANT(key, member, what, shown)                                                                               \
    { key, AS(struct eligibility, granted[member], WORD), "all", .words = least_words,                                \
      .help = "The least grave of them, as seen, " what ": none, T1 alone, to T2, to T3, or all.",                    \
      SHOWN_ELIGIBILITY("eligibility.civilian." shown) }

static const struct field eligibility_fields[] = {
    GRANT("air", GRANT_AIR, "who is flown", "air=all"),
    GRANT("ground", GRANT_GROUND, "who is driven by the mission's ambulances; what a patrol drives its own wounded in is not asked", "ground=none"),
    GRANT("admitted", GRANT_ADMITTED, "who is admitted to the mission's facilities; others are carried nowhere", "admitted=T1"),
    GRANT("surgery", GRANT_SURGERY, "who is operated on, or moved for an operation", "surgery=none"),
    GRANT("transfer", GRANT_TRANSFER, "who is moved on to another site", "transfer=all"),
    { "precedence", AT(struct eligibility, precedence), "0", .least = 0, .most = PRECEDENCE_MOST,
      .help = "Of the same category, whoever has 0 goes before whoever has 1, and so on: for assets, bays, tables and beds, unless the queue is fifo.",
      SHOWN_ELIGIBILITY("eligibility.civilian.precedence=0") },
    { "decision", AT(struct eligibility, decision), "0 min", TIME,
      .help = "Whether to take them is decided case by case, beside whoever must agree: so long after they were heard of, and anew after a transfer "
              "is asked for. One decision for all of them in an incident.",
      SHOWN_ELIGIBILITY("eligibility.civilian.decision=4 h") },
    { "outside_after", AT(struct eligibility, outside_after), "lognormal(median 3 h, sigma 0.6)", TIME,
      .help = "Whoever is not eligible is handed to an outside provider, of the host nation say, so long after it is known.", .source = JUDGEMENT,
      SHOWN_ELIGIBILITY("eligibility.civilian.outside_after=1 min") },
    { 0 }
};
const struct record eligibility_record = { "eligibility rule", "For whom of one affiliation (un, host, contractor or civilian) the mission does what. Without a rule: for all, everything.", sizeof(struct eligibility), eligibility_fields };
// clang-format on
