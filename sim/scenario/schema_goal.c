/* schema_goal.c -- what must hold, fixed before anything is run. */
#include "schema_rows.h"

static const char *const of_words[] = {
    "first_aid", "resuscitation", "surgical_facility", "surgery", "deaths", "delay_deaths", "cost", NULL};
static const char *const whose_words[] = {"all", "un", "host", "contractor", "civilian", NULL};

// clang-format off
static const struct field goal_fields[] = {
    { "of", AS(struct goal, of, WORD), .words = of_words,
      .help = "What is held to: the share in time of those who need first_aid, resuscitation, surgical_facility (arrival) or surgery; or what a trial comes to: deaths, delay_deaths (those that immediate care would have prevented) or cost.",
      SHOWN("goals.surgery.of=surgical_facility") },
    { "within", AT(struct goal, within_ms), "0 min",
      .help = "In time is so soon after wounding; 0: the target of 10-1-2, which is 10 min, 1 h or 2 h.",
      SHOWN("goals.surgery.within=4 h") },
    { "at_least", AT(struct goal, at_least), "0", .least = 0, .most = 1,
      .help = "The share that must be in time.",
      SHOWN("goals.surgery.at_least=90 %") },
    { "at_most", AT(struct goal, at_most), "0", .least = 0, .most = 1e12,
      .help = "What deaths, delay_deaths or cost may come to, as a mean over trials, each of them a horizon long.",
      SHOWN("goals.lives.at_most=3") },
    { "sector", AT(struct goal, sector), "\"\"", .help = "Only those wounded in this sector; not given: all.",
      SHOWN("goals.surgery.sector=south") },
    { "people", AS(struct goal, people, WORD), "all", .words = whose_words,
      .help = "Only those who are un, host, contractor or civilian, in all sectors; all: everybody.",
      SHOWN_ELIGIBILITY("goals.surgery.people=civilian") },
    { 0 }
};
const struct record goal_record = { "goal", "What must hold, fixed before anything is run: met or missed heads the summary, and stress looks for where it breaks.", sizeof(struct goal), goal_fields };
// clang-format on
