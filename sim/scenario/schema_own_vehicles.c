/* schema_own_vehicles.c -- what a patrol drives its own wounded in. */
#include "schema_rows.h"

// clang-format off
static const struct field own_vehicles_fields[] = {
    { "patrols", AT(struct own_vehicles, patrols), "all", .to = "patrols",
      .help = "The patrols that have them along on every trip.", SHOWN_VEHICLES("own_vehicles.trucks.patrols=[]") },
    { "sites", AT(struct own_vehicles, sites), "[]", .to = "sites",
      .help = "The sites where they stand: for camps without an ambulance, and attacks of a script.",
      SHOWN_VEHICLES("own_vehicles.trucks.sites=[]") },
    { "count", AT(struct own_vehicles, count), "4", .least = 0, .most = 1000,
      .help = "How many are with each patrol or at each site. They drive together, and are away until they are back.",
      .source = "judgement: an infantry patrol of 3 to 6 vehicles", SHOWN_VEHICLES("own_vehicles.trucks.count=1") },
    { "left", AT(struct own_vehicles, left), "0.75", .least = 0, .most = 1,
      .help = "Share of them that can still be driven after an attack, rounded to whole vehicles.",
      .source = "judgement: a device takes one of four", SHOWN_VEHICLES("own_vehicles.trucks.left=0.25") },
    { "speed_paved", AT(struct own_vehicles, on_surface_kmh[PAVED]), "60 km/h", SPEED, .least = 0, .most = 200,
      .help = "Speed on paved roads; 0: cannot use them. Wet months and clearing slow them as they do ambulances.",
      .source = JUDGEMENT, SHOWN_VEHICLES("own_vehicles.trucks.speed_paved=20 km/h") },
    { "speed_dirt", AT(struct own_vehicles, on_surface_kmh[DIRT]), "30 km/h", SPEED, .least = 0, .most = 200,
      .help = "Speed on dirt roads.", .source = JUDGEMENT, SHOWN_VEHICLES("own_vehicles.trucks.speed_dirt=5 km/h") },
    { "speed_track", AT(struct own_vehicles, on_surface_kmh[TRACK]), "15 km/h", SPEED, .least = 0, .most = 200,
      .help = "Speed on tracks.", .source = JUDGEMENT, SHOWN_VEHICLES("own_vehicles.trucks.speed_track=60 km/h") },
    { "crew", AT(struct own_vehicles, crew), "8", .least = 0, .most = 1000,
      .help = "People in all of them who can be hit where hazards strike them on the road; the wounded aboard are not.",
      .source = JUDGEMENT, SHOWN_VEHICLES("own_vehicles.trucks.crew=0") },
    { "litters", AT(struct own_vehicles, litters), "1", .least = 0, .most = 200,
      .help = "How many can lie in each.", .source = JUDGEMENT, SHOWN_VEHICLES("own_vehicles.trucks.litters=0") },
    { "seats", AT(struct own_vehicles, seats), "3", .least = 0, .most = 500,
      .help = "How many of the wounded can sit in each.", .source = JUDGEMENT, SHOWN_VEHICLES("own_vehicles.trucks.seats=0") },
    { "load", AT(struct own_vehicles, load), "lognormal(median 10 min, sigma 0.4)", TIME,
      .help = "Contact ended to moving off: vehicles are emptied, and all of the wounded lifted in.", .source = JUDGEMENT,
      SHOWN_VEHICLES("own_vehicles.trucks.load=1 h") },
    { "unload", AT(struct own_vehicles, unload), "triangular(low 5 min, mode 10 min, high 20 min)", TIME,
      .help = "Arrival to the door of the facility, for all.", .source = JUDGEMENT,
      SHOWN_VEHICLES("own_vehicles.trucks.unload=1 h") },
    { "care_within", AT(struct own_vehicles, care_within_ms), "1 h",
      .help = "Where care is no farther by road than this, they drive as soon as contact ends and ask nobody; 0: never.",
      .source = "judgement: beyond 30 to 50 km a road cannot compete with flying", SHOWN_VEHICLES("own_vehicles.trucks.care_within=0 h") },
    { "settle", AT(struct own_vehicles, settle), "true",
      .help = "Where what the gravest seeks (dispatch.seek) is farther than care_within: true, they drive to nearer care all the same, to be moved on "
              "from there; false, they stay where they are, to be fetched.",
      .source = JUDGEMENT, SHOWN_VEHICLES("own_vehicles.trucks.settle=false") },
    { "grounded_within", AT(struct own_vehicles, grounded_within_ms), "6 h",
      .help = "The longest way they drive to care when no aircraft may come now (dark, weather, hours, no consent, out of range) and the road is "
              "expected to be sooner than waiting for one; 0: never.",
      .source = JUDGEMENT, SHOWN_VEHICLES("own_vehicles.trucks.grounded_within=0 h") },
    { "landing_within", AT(struct own_vehicles, landing_within_ms), "1 h",
      .help = "The longest way they drive to a site where an aircraft that may not come to the scene may land now, a lit one by night; 0: never.",
      .source = JUDGEMENT, SHOWN_VEHICLES("own_vehicles.trucks.landing_within=0 h") },
    { 0 }
};
const struct record own_vehicles_record = { "set of own vehicles", "The vehicles that patrols, or people at a site, have with them: they may drive their own wounded.", sizeof(struct own_vehicles), own_vehicles_fields };
// clang-format on
