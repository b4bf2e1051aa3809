/* sun.h -- sunrise and sunset from latitude, longitude and date.
 *
 * The NOAA solar calculator's series (after Meeus, Astronomical Algorithms): good to a minute or
 * two between the polar circles. The sun is up when its upper rim, lifted by refraction, shows: 90.833 degrees.
 */
#ifndef WORLD_SUN_H
#define WORLD_SUN_H

#include <stdint.h>
#include "scenario/scenario.h"

/* 0 is 1 January of its year; 29 February is day 59, and in other years day 59 does not occur. */
int sun_day_of_year(int64_t days_since_1970);

/* Local seconds since midnight, each in [0, 86400). Polar day: rise equals set; polar night: up for one second at noon. */
void sun_times(double latitude, double longitude, int day_of_year, int64_t utc_offset_ms,
               int32_t rise_set_s[2]);

/* For every site and day of a year of 366 days. */
const int32_t (*sun_table(const struct scenario *s, struct arena *arena))[366][2];

#endif
