/* schema_hazard.c -- what is done to the evacuation. */
#include "schema_rows.h"

/* What a test sets in tests/hazards.yaml. */
#define HAZARDS(setting) .shown_in = "tests/hazards.yaml", .shown_by = (setting)

// clang-format off
static const struct field hazard_fields[] = {
    { "landing", AT(struct hazards, landing), "0", .least = 0, .most = 2,
      .help = "Fire on a landing: the hazard of one landing at a scene, times the threat of the place. 0.1: about one in ten is struck.",
      HAZARDS("hazards.landing=0") },
    { "helpers", AT(struct hazards, helpers), "0", .least = 0, .most = 2,
      .help = "A second device for those who help: the hazard of each arrival at a scene, by air or road, times the threat of the place.",
      HAZARDS("hazards.helpers=0") },
    { "road", AT(struct hazards, road), "0 /km", PER_KM, .least = 0, .most = 1,
      .help = "Devices and ambushes on ground evacuation, to the scene and on to care: the hazard of each kilometre, times the threat of the road, less what is cleared.",
      HAZARDS("hazards.road=0 /km") },
    { "lost", AT(struct hazards, lost), "0.3", .least = 0, .most = 1,
      .help = "Of assets struck, the share that are lost; the others turn home, and are ready again after their turnaround.", .source = JUDGEMENT,
      HAZARDS("hazards.lost=0") },
    { "replaced_after", AT(struct hazards, replaced_after_ms), "14 d", TIME,
      .help = "How long until a lost asset is replaced.", .source = JUDGEMENT,
      HAZARDS("hazards.replaced_after=1 h") },
    { "casualties", AT(struct hazards, casualties), "negative_binomial(mean 1, size 1)", PURE, .least = 0, .most = 1000,
      .help = "How many of the crew are hit, never more than there are.", .source = JUDGEMENT,
      HAZARDS("hazards.casualties=3") },
    { "mechanism", AS(struct hazards, mechanism, REF), "none", .to = "mechanisms", .optional = true,
      .help = "What wounds them; none: the same as those they came for.",
      HAZARDS("hazards.mechanism=rta") },
    { 0 }
};
const struct record hazard_record = { "hazards", "What is done to the evacuation: journeys to a scene may be struck.", 0, hazard_fields };
// clang-format on
