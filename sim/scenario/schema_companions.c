/* schema_companions.c -- who goes along: aeromedical teams and armed escorts. */
#include "schema_rows.h"

// clang-format off
#define COMPANION_ROWS(entry, median, why)                                                                            \
    { "home", AS(struct companion, home, REF), .to = "sites",                                                         \
      .help = "They go with assets of the same home.", SHOWN_MEANS(entry ".home=far") },                              \
    { "count", AT(struct companion, count), "1", .least = 0, .most = 1000,                                            \
      .help = "How many; each goes with one asset at a time, from tasked to ready again.",                            \
      SHOWN_MEANS(entry ".count=0") },                                                                                \
    { "joins", AT(struct companion, joins), "lognormal(median " median " min, sigma 0.4)", TIME,                      \
      .help = "Tasked to ready to move off with the asset, beside its own notice; from the hospital to the flight line, say.", \
      .source = why, SHOWN_MEANS(entry ".joins=2 h") },                                                               \
    { "hours", AT(struct companion, hours), "always", .help = "When they may be tasked, local time.",                 \
      SHOWN_MEANS(entry ".hours=08:00-10:00") },                                                                      \
    COST_ROWS_IN(struct companion, SHOWN_MEANS(entry ".cost_day=100"), SHOWN_MEANS(entry ".cost_hour=1000"), "tasked to ready again")

static const struct field team_fields[] = { COMPANION_ROWS("teams.flight", "15", JUDGEMENT), { 0 } };
static const struct field escort_fields[] = { COMPANION_ROWS("escorts.gunship", "20", JUDGEMENT), { 0 } };
const struct record team_record = { "team", "Aeromedical teams: they go aboard, and out with one there is none for the next.", sizeof(struct companion), team_fields };
const struct record escort_record = { "escort", "Armed escorts: a second aircraft or vehicles that go beside.", sizeof(struct companion), escort_fields };
// clang-format on
