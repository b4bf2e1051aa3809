/* schema_area.c -- sites, roads between them, given travel times, and who is on the move. */
#include "schema_rows.h"

static const char *const surface_words[] = {"paved", "dirt", "track", NULL};

// clang-format off
static const struct field site_fields[] = {
    { "at", AT(struct site, at), .least = -1e5, .most = 1e5, .help = "Where it is: [lat, lon] in degrees, or [x, y] in km on a plane.",
      SHOWN("sites.town.at=[16.8, 0.9]") },
    { "width", AT(struct site, width_m), "0 km", DISTANCE,
      .help = "Extent east to west: attacks fall uniformly in the box around the spot. 0: at the spot.",
      SHOWN("sites.town.width=60 km") },
    { "height", AT(struct site, height_m), "0 km", DISTANCE, .help = "Extent south to north.",
      SHOWN("sites.town.height=60 km") },
    { "sector", AT(struct site, sector), "main", .help = "The sector it belongs to, for reports.",
      SHOWN("sites.town.sector=west") },
    { "strength", AT(struct site, strength), "100", .least = 0, .most = 1e7,
      .help = "People there: rates per person are multiplied by it, and no attack hits more.", .source = JUDGEMENT,
      SHOWN("sites.hill.strength=400") },
    { "threat", AT(struct site, threat), "1", .least = 0, .most = 1e6,
      .help = "Factor on every rate of attack here.",
      SHOWN("sites.town.threat=3") },
    { "people", AT(struct site, people), "{un: 1}", .words = affiliation_words,
      .help = "Whose people they are: the shares of those hit here. Always replaced as a whole.",
      SHOWN("sites.town.people={un: 0.5, contractor: 0.5}") },
    { "first_aid", AT(struct site, first_aid), "0.9", .least = 0, .most = 1,
      .help = "Share of the wounded here who get first aid from comrades.", .source = CLOCK_FIT,
      SHOWN("sites.town.first_aid=0.1") },
    { "medic", AT(struct site, medic), "true", .help = "A medic is at hand.", .source = JUDGEMENT,
      SHOWN("sites.camp.medic=false") },
    { "airstrip", AT(struct site, airstrip), "true", .help = "Fixed wing can land here.",
      SHOWN("sites.city.airstrip=false") },
    { 0 }
};
const struct record site_record = { "site", "A place that matters: a camp, a town, a landing site.", sizeof(struct site), site_fields };

static const struct field road_fields[] = {
    { "from", AS(struct road, from, REF), .to = "sites", .help = "The site where it begins.",
      SHOWN("roads.lane.from=camp") },
    { "to", AS(struct road, to, REF), .to = "sites", .help = "The site where it ends; it is driven both ways.",
      SHOWN("roads.lane.to=camp") },
    { "length", AT(struct road, length_m), "0 km", DISTANCE,
      .help = "Length by road; 0: the straight line times map.detour.",
      SHOWN("roads.lane.length=300 km") },
    { "surface", AS(struct road, surface, WORD), "dirt", .words = surface_words,
      .help = "Decides the speed of vehicles.",
      SHOWN("roads.lane.surface=track") },
    { "threat", AT(struct road, threat), "1", .least = 0, .most = 1e6,
      .help = "Factor on every rate of attack on patrols here.",
      SHOWN("roads.lane.threat=4") },
    { "closed", AT(struct road, closed), "false",
      .help = "Closed to the evacuation only: patrols keep driving, and are attacked as before.",
      SHOWN("roads.lane.closed=true") },
    { "wet", AT(struct road, wet), "none", .help = "The months in which it is slow: jun-sep, or [apr-may, oct].",
      SHOWN("roads.lane.wet=jun") },
    { "wet_speed", AT(struct road, wet_speed), "0.4", .least = 0.01, .most = 1,
      .help = "Factor on the speed of ground evacuation in those months.", .source = JUDGEMENT,
      SHOWN("roads.highway.wet_speed=0.05") },
    { "cut_in", AT(struct road, cut_in), "none",
      .help = "The months in which ground evacuation cannot pass at all.",
      SHOWN("roads.lane.cut_in=jun") },
    { "clearing", AT(struct road, clearing), "1", .least = 0.01, .most = 1,
      .help = "Factor on the speed of ground evacuation that moves behind those who search the road for devices.",
      SHOWN("roads.lane.clearing=0.1") },
    { 0 }
};
const struct record road_record = { "road", "A road between two sites.", sizeof(struct road), road_fields };

static const struct field travel_fields[] = {
    { "from", AS(struct travel, from, REF), .to = "sites", .help = "From this site ...",
      SHOWN("travel.ferry.from=hill") },
    { "to", AS(struct travel, to, REF), .to = "sites", .help = "... to this one ...",
      SHOWN("travel.ferry.to=hill") },
    { "time", AT(struct travel, time_ms), .unit = TIME, .help = "... takes so long, whatever the means.",
      SHOWN("travel.ferry.time=30 min") },
    { "both_ways", AT(struct travel, both_ways), "true", .help = "The way back takes as long.",
      SHOWN("travel.ferry.both_ways=false") },
    { 0 }
};
const struct record travel_record = { "travel time", "A given travel time between two sites, in place of geometry.", sizeof(struct travel), travel_fields };

static const struct field patrol_fields[] = {
    { "route", AT(struct patrol, route), .to = "sites",
      .help = "Sites in order; between two it takes the shortest way by road. A site may come twice.",
      SHOWN("patrols.watch.route=[hill, town, hill]") },
    { "every", AT(struct patrol, every_ms), "0 d", TIME,
      .help = "A trip leaves every so often. Give this or a rate.",
      SHOWN("patrols.supply.every=8 h") },
    { "rate", AT(struct patrol, rate), "0 /d", RATE, .least = 0, .most = 1000,
      .help = "So many trips leave at random times. Give this or every.",
      SHOWN("patrols.watch.rate=3 /d") },
    { "depart", AS(struct patrol, depart_ms, CLOCK), "06:00",
      .help = "Local time of the first trip of every.", .source = JUDGEMENT,
      SHOWN("patrols.supply.depart=15:00") },
    { "jitter", AT(struct patrol, jitter), "0 min", TIME, .help = "Added to each departure.",
      SHOWN("patrols.supply.jitter=4 h") },
    { "speed", AT(struct patrol, speed_kmh), "30 km/h", SPEED, .least = 0.1, .most = 200,
      .help = "Speed of march.", .source = JUDGEMENT,
      SHOWN("patrols.supply.speed=15 km/h") },
    { "on_foot", AT(struct patrol, on_foot), "false",
      .help = "On foot: attacks wound by their mechanism_on_foot.",
      SHOWN("patrols.supply.on_foot=true") },
    { "strength", AT(struct patrol, strength), "20", .least = 0, .most = 100000,
      .help = "People who can be hit on a trip.", .source = "judgement: an infantry patrol of 3 to 6 vehicles",
      SHOWN("patrols.supply.strength=2") },
    { "people", AT(struct patrol, people), "{un: 1}", .words = affiliation_words,
      .help = "Whose people they are: the shares of those hit on a trip. Always replaced as a whole.",
      SHOWN("patrols.supply.people={un: 0.5, host: 0.5}") },
    { "armour", AT(struct patrol, armour), "0", .least = 0, .most = 1,
      .help = "Share of those hit whom protection spares.",
      SHOWN("patrols.supply.armour=0.6") },
    { "threat", AT(struct patrol, threat), "1", .least = 0, .most = 1e6,
      .help = "Factor on every rate of attack on this patrol.",
      SHOWN("patrols.supply.threat=3") },
    { "first_aid", AT(struct patrol, first_aid), "0.9", .least = 0, .most = 1,
      .help = "Share of its wounded who get first aid from comrades.", .source = CLOCK_FIT,
      SHOWN("patrols.supply.first_aid=0.1") },
    { "medic", AT(struct patrol, medic), "true", .help = "A medic goes along.", .source = JUDGEMENT,
      SHOWN("patrols.supply.medic=false") },
    { "sector", AT(struct patrol, sector), "\"\"",
      .help = "The sector its casualties count for; empty: that of the first site of the route.",
      SHOWN("patrols.watch.sector=rear") },
    { 0 }
};
const struct record patrol_record = { "patrol", "A patrol or convoy that sets out again and again.", sizeof(struct patrol), patrol_fields };
// clang-format on
