/* schema_threat.c -- what may happen, and to whom. */
#include "schema_rows.h"

/* What a test sets in tests/threats.yaml. */
#define THREATS(setting) .shown_in = "tests/threats.yaml", .shown_by = (setting)

static const char *const basis_words[] = {"patrol_km",   "patrol_hour", "site_year",
                                          "person_year", "script",      NULL};

static const char *const spread_words[] = {"source", "sector", "mission", NULL};

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
    { "device", AT(struct attack, device), "false",
      .help = "It lies on the road: those who clear the road may find it.",
      THREATS("attacks.ied.device=false") },
    { "spread", AT(struct attack, spread), "0", .least = 0, .most = 3,
      .help = "Good and bad days: the coefficient of variation of a daily factor on the rate, gamma with mean 1. 0: every day alike.",
      THREATS("attacks.ied.spread=0") },
    { "spread_over", AS(struct attack, spread_over, WORD), "sector", .words = spread_words,
      .help = "Whose days are good and bad together: source (each patrol or site for itself), sector or mission.", .source = JUDGEMENT,
      THREATS("attacks.ied.spread_over=source") },
    { "warned", AT(struct attack, warned), "0", .least = 0, .most = 1,
      .help = "Early warning: the share of these attacks of which warning comes in time.",
      THREATS("attacks.shells.warned=0") },
    { "averted", AT(struct attack, averted), "0.5", .least = 0, .most = 1,
      .help = "Of those warned of, the share that do not happen.", .source = JUDGEMENT,
      THREATS("attacks.shells.averted=1") },
    { "lead", AT(struct attack, lead_ms), "20 min", TIME, .least = 0, .most = 86400000,
      .help = "How long before the attack warning comes: taken off the notice to move of what is sent to it.", .source = JUDGEMENT,
      THREATS("attacks.shells.lead=1 min") },
    { "second", AT(struct attack, second), "0", .least = 0, .most = 1,
      .help = "The chance of a second attack on the same scene, on those who are left there.",
      THREATS("attacks.ied.second=0") },
    { "second_after", AT(struct attack, second_after), "lognormal(median 20 min, sigma 0.7)", TIME,
      .help = "How long after the first.", .source = JUDGEMENT,
      THREATS("attacks.shells.second_after=5 h") },
    { "follow_on", AT(struct attack, follow_on), "0", .least = 0, .most = 0.9,
      .help = "The mean number of attacks of its kind that each draws after it, on the same site or at the same place of the road. Those draw others.",
      THREATS("attacks.ied.follow_on=0") },
    { "follow_after", AT(struct attack, follow_after), "exponential(mean 3 d)", TIME,
      .help = "How long after it; a patrol is attacked when it next passes.", .source = JUDGEMENT,
      THREATS("attacks.shells.follow_after=1 h") },
    { "joined", AT(struct attack, joined), "0", .least = 0, .most = 1,
      .help = "Coordinated attacks: the chance, for each other place of joined_as, of being attacked too.",
      THREATS("attacks.ambush.joined=0") },
    { "joined_as", AS(struct attack, joined_as, REF), "none", .to = "attacks", .optional = true,
      .help = "The kind of the attacks that join in; none: the same kind.",
      THREATS("attacks.ambush.joined_as=ied") },
    { "joined_within", AT(struct attack, joined_within_ms), "1 h", TIME, .least = 0, .most = 604800000,
      .help = "They come within so long.", .source = JUDGEMENT,
      THREATS("attacks.ambush.joined_within=3 d") },
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
