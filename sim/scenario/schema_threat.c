/* schema_threat.c -- what may happen, and to whom. */
#include "schema_rows.h"

static const char *const basis_words[] = {"patrol_km",   "patrol_hour", "site_year",
                                          "person_year", "script",      NULL};

static bool is_per_km(const void *entry)
{
    return ((const struct attack *)entry)->per == PER_PATROL_KM;
}

// clang-format off
static const struct field attack_fields[] = {
    { "per", AS(struct attack, per, WORD), .words = basis_words,
      .help = "What the rate is counted by: kilometres or hours on patrol, years of a site or of a person there; "
              "script: it happens once, at the moment given.",
      SHOWN("attacks.indirect_fire.per=person_year") },
    { "rate", AT(struct attack, rate), "0", RATE, .also = PER_KM, .use_also = is_per_km,
      .help = "How often: /km for patrol_km, else /h, /d, /yr and so on. Must be given except for script.",
      SHOWN("attacks.indirect_fire.rate=x2") },
    { "hours", AT(struct attack, hours), "1",
      .help = "Factor on the rate by local time of day: one number, or windows such as {\"06:00-12:30\": 3, else: 1}.",
      SHOWN("attacks.indirect_fire.hours=1") },
    { "sites", AT(struct attack, sites), "all", .to = "sites",
      .help = "Where, for site_year, person_year and script.",
      SHOWN("attacks.indirect_fire.sites=[hill]") },
    { "patrols", AT(struct attack, patrols), "all", .to = "patrols",
      .help = "Whom, for patrol_km and patrol_hour.",
      SHOWN("attacks.ambush.patrols=[watch]") },
    { "at", AS(struct attack, at_ms, MOMENT), "0 min",
      .help = "When, for script: \"day 3 06:15\" (day 1 is the first) or the time since the start, 54 h.",
      SHOWN("attacks.raid.at=day 9 10:00") },
    { "casualties", AT(struct attack, casualties), "1", PURE, .least = 0, .most = 100000,
      .help = "How many people are hit, before armour and never more than are there.",
      SHOWN("attacks.ied.casualties=3") },
    { "civilians", AT(struct attack, civilians), "0", PURE, .least = 0, .most = 100000,
      .help = "How many bystanders are hit besides: civilians, neither counted in the strength nor behind armour.", .source = JUDGEMENT,
      SHOWN("attacks.ied.civilians=2") },
    { "mechanism", AS(struct attack, mechanism, REF), .to = "mechanisms",
      .help = "What wounds them, mounted or at a site.",
      SHOWN("attacks.ied.mechanism=rta") },
    { "mechanism_on_foot", AS(struct attack, mechanism_on_foot, REF), "none", .to = "mechanisms", .optional = true,
      .help = "What wounds those on foot; none: the same.",
      SHOWN("attacks.ambush.mechanism_on_foot=ied_dismounted") },
    { "contact", AT(struct attack, contact), "0 min", TIME,
      .help = "How long the scene is unsafe; nobody is loaded before that.",
      SHOWN("attacks.raid.contact=5 h") },
    { 0 }
};
const struct record attack_record = { "attack", "A kind of attack, of accident or of illness, or one scripted event.", sizeof(struct attack), attack_fields };

static const struct field mechanism_fields[] = {
    { "classes", AT(struct mechanism, classes), .to = "classes",
      .help = "The share of each class among those hit; the shares sum to 1. Always replaced as a whole.",
      SHOWN("mechanisms.gsw.classes={min: 0.5, nch: 0.5}") },
    { 0 }
};
const struct record mechanism_record = { "mechanism", "What wounds: it decides the mix of injuries.", sizeof(struct mechanism), mechanism_fields };
// clang-format on
