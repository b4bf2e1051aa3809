/* schema_weather.c -- when nobody flies. */
#include "schema_rows.h"

// clang-format off
static const struct field weather_fields[] = {
    { "months", AT(struct weather, months), "all", .help = "The months in which it comes: jun-sep, or [apr-may, oct].",
      SHOWN("weather.dust.months=nov") },
    { "sectors", AT(struct weather, sectors), "all", .help = "Where: sectors of sites.",
      SHOWN("weather.dust.sectors=[rear]") },
    { "together", AT(struct weather, together), "false",
      .help = "The same windows in all its sectors; else each sector has its own.", .source = JUDGEMENT,
      SHOWN("weather.dust.together=true") },
    { "chance", AT(struct weather, chance), .least = 0, .most = 1,
      .help = "The chance that a window begins on a day of its months.",
      SHOWN("weather.dust.chance=0.9") },
    { "hours", AT(struct weather, hours), "1",
      .help = "When it begins, local time: weights, such as {\"14:00-19:00\": 4, else: 1}.", .source = JUDGEMENT,
      SHOWN("weather.dust.hours={\"02:00-04:00\": 1, else: 0}") },
    { "duration", AT(struct weather, duration), "triangular(low 1 h, mode 3 h, high 8 h)", TIME,
      .help = "How long it lasts; 10 d are the most.", .source = "judgement: dust or rain grounds a fleet for 2 to 6 h",
      SHOWN("weather.dust.duration=20 h") },
    { 0 }
};
const struct record weather_record = { "weather", "Weather in which no aircraft leaves: dust, storm, low cloud.", sizeof(struct weather), weather_fields };
// clang-format on
