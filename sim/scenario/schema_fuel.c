/* schema_fuel.c -- where aircraft fill up away from home.
 */
#include "schema_rows.h"

// clang-format off
static const struct field fuel_point_fields[] = {
    { "site", AS(struct fuel_point, site, REF), .to = "sites", .help = "Where it is; an aeroplane needs an airstrip there.",
      SHOWN_FUEL("fuel_points.drums.site=camp") },
    { "refuel", AT(struct fuel_point, refuel), "triangular(low 10 min, mode 15 min, high 30 min)", TIME,
      .help = "Landing to airborne again.", .source = JUDGEMENT, SHOWN_FUEL("fuel_points.drums.refuel=2 h") },
    { "assets", AT(struct fuel_point, assets), "all", .to = "assets",
      .help = "The aircraft there is fuel for; the others do not land.", .source = JUDGEMENT, SHOWN_FUEL("fuel_points.drums.assets=[]") },
    { "closed", AT(struct fuel_point, closed), "false", .help = "As if it were not there: dry, or lost.",
      SHOWN_FUEL("fuel_points.drums.closed=true") },
    { 0 }
};
const struct record fuel_point_record = { "fuel point", "Where an aircraft with a range fills up away from home, as at a forward arming and refuelling point.", sizeof(struct fuel_point), fuel_point_fields };
// clang-format on
