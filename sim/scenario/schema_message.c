/* schema_message.c -- how it becomes known that somebody is hit. */
#include "schema_rows.h"

// clang-format off
static const struct field alert_fields[] = {
    { "delay", AT(struct alert, delay), "lognormal(median 10 min, sigma 0.5)", TIME,
      .help = "Wounding to the message heard; once for each incident.", .source = JUDGEMENT,
      SHOWN("alert.delay=1 h") },
    { "lost", AT(struct alert, lost), "0", .least = 0, .most = 0.99,
      .help = "The chance that a message is lost: nobody hears it, until that is noticed and it is sent again.",
      SHOWN_CONTROL("alert.lost=0.8") },
    { "noticed", AT(struct alert, noticed), "lognormal(median 20 min, sigma 0.5)", TIME,
      .help = "A lost message, until that is noticed and it is sent again.", .source = JUDGEMENT,
      SHOWN_CONTROL("alert.noticed=6 h") },
    { "wrong_place", AT(struct alert, wrong_place), "0", .least = 0, .most = 1,
      .help = "The chance that the message names the wrong place: whoever comes first must look for them.",
      SHOWN_CONTROL("alert.wrong_place=0") },
    { "search", AT(struct alert, search), "lognormal(median 20 min, sigma 0.6)", TIME,
      .help = "How long they are looked for then, once the scene is safe.", .source = JUDGEMENT,
      SHOWN_CONTROL("alert.search=5 h") },
    { 0 }
};
const struct record alert_record = { "alert", "How the message gets through.", 0, alert_fields };

static const struct field outage_fields[] = {
    { "sectors", AT(struct outage, sectors), "all", .help = "From where: sectors of sites.",
      SHOWN_CONTROL("outages.night_radio.sectors=[south]") },
    { "months", AT(struct outage, months), "all", .help = "The months in which it comes: jun-sep, or [apr-may, oct].",
      SHOWN_CONTROL("outages.night_radio.months=dec") },
    { "hours", AT(struct outage, hours), "always", .help = "The hours, local time.",
      SHOWN_CONTROL("outages.night_radio.hours=08:00-12:00") },
    { "chance", AT(struct outage, chance), "1", .least = 0, .most = 1,
      .help = "The chance of it on a day of these months; each sector has its own days.",
      SHOWN_CONTROL("outages.night_radio.chance=0.3") },
    { "retry", AT(struct outage, retry_ms), "15 min", TIME, .least = 1000, .most = 86400000,
      .help = "A message is tried again so often, until it is through.", .source = JUDGEMENT,
      SHOWN_CONTROL("outages.night_radio.retry=5 h") },
    { "relay", AT(struct outage, relay_ms), "0 min", TIME, .least = 0, .most = 864000000,
      .help = "So long after it was first tried it is through by other hands: a runner, another radio; 0: nobody relays it.",
      SHOWN_CONTROL("outages.night_radio.relay=30 min") },
    { 0 }
};
const struct record outage_record = { "outage", "Hours in which no message gets out of a sector.", sizeof(struct outage), outage_fields };
// clang-format on
