/* schema_permit.c -- what the state whose air it is allows. */
#include "schema_rows.h"

static const char *const host_words[] = {"none", "notify", "approve", "night_ban", "ban", NULL};
static const char *const exempt_words[] = {"none", "T1", "T2", "T3", "all", NULL};

// clang-format off
static const struct field host_fields[] = {
    { "rule", AS(struct host_rule, rule, WORD), .words = host_words,
      .help = "none. notify: it is told, and one goes so long after. approve: it is asked, and may refuse. night_ban: what it is about moves by "
              "daylight alone. ban: not at all.",
      SHOWN_PERMIT("host_nation.leave.rule=none") },
    { "sectors", AT(struct host_rule, sectors), "all",
      .help = "Where: sectors of sites. Leave is asked for where they are picked up; a ban holds for home too.",
      SHOWN_PERMIT("host_nation.leave.sectors=[south]") },
    { "leg", AS(struct host_rule, leg, WORD), "any", .words = leg_words,
      .help = "About pick-ups from the scene, transfers between facilities, or any.",
      SHOWN_PERMIT("host_nation.leave.leg=transfer") },
    { "means", AS(struct host_rule, means, WORD), "air", .words = means_words,
      .help = "About flights, about the roads, or any.",
      .source = "restrictions seen were of flights: Le Republicain, 17 Jan 2022; SG/SM/21515, 4 Oct 2022", SHOWN_PERMIT("host_nation.leave.means=ground") },
    { "casevac_exempt", AS(struct host_rule, exempt, WORD), "none", .words = exempt_words,
      .help = "Who goes all the same: nobody, whatever fetches somebody seen as T1, as T2 or graver, as T3 or graver, or all.", .source = JUDGEMENT,
      SHOWN_PERMIT("host_nation.leave.casevac_exempt=T1") },
    { "day", AT(struct host_rule, day), "lognormal(median 15 min, sigma 0.8)", TIME,
      .help = "notify: told to free to go. approve: asked to answered. By daylight, after whoever must agree has agreed.", .source = JUDGEMENT,
      SHOWN_PERMIT("host_nation.leave.day=2 h") },
    { "night", AT(struct host_rule, night), "lognormal(median 30 min, sigma 0.8)", TIME,
      .help = "The same in the dark.", .source = JUDGEMENT,
      SHOWN_PERMIT("host_nation.leave.night=3 h") },
    { "refused", AT(struct host_rule, refused), "0", .least = 0, .most = 1,
      .help = "approve: the chance that it refuses, each time it is asked.",
      SHOWN_PERMIT("host_nation.leave.refused=0.9") },
    { "ask_again", AT(struct host_rule, again_ms), "2 h", TIME, .least = 0, .most = 2592000000,
      .help = "approve: when it is asked again after it has refused; 0: never, and that way stays shut.", .source = JUDGEMENT,
      SHOWN_PERMIT("host_nation.leave.ask_again=0 h") },
    { 0 }
};
const struct record host_record = { "host rule", "What the state whose air it is allows. All rules that fit hold; of those that ask for leave, the first.", sizeof(struct host_rule), host_fields };
// clang-format on
