#include "world/sun.h"

#include <math.h>

static const double rim_deg = 90.833;

static bool is_leap(int64_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int sun_day_of_year(int64_t days_since_1970)
{
    int64_t year = 1970, day = days_since_1970;
    for (int64_t length; day >= (length = is_leap(year) ? 366 : 365); year++)
        day -= length;
    return (int)(!is_leap(year) && day >= 59 ? day + 1 : day);
}

/* Equation of time in minutes and declination in radians, from the angle of the year. */
static void solar(double year_angle, double *equation_min, double *declination)
{
    double g = year_angle;
    *equation_min = 229.18 * (0.000075 + 0.001868 * cos(g) - 0.032077 * sin(g) - 0.014615 * cos(2 * g) -
                              0.040849 * sin(2 * g));
    *declination = 0.006918 - 0.399912 * cos(g) + 0.070257 * sin(g) - 0.006758 * cos(2 * g) +
                   0.000907 * sin(2 * g) - 0.002697 * cos(3 * g) + 0.00148 * sin(3 * g);
}

static int32_t second_of_day(double minutes)
{
    long s = lround(minutes * 60) % 86400;
    return (int32_t)(s < 0 ? s + 86400 : s);
}

void sun_times(double latitude, double longitude, int day_of_year, int64_t utc_offset_ms,
               int32_t rise_set_s[2])
{
    double equation_min, declination;
    solar(RADIANS(360.0 / 366 * day_of_year), &equation_min, &declination);
    double noon_min = 720 - 4 * longitude - equation_min + (double)utc_offset_ms / 60000;
    double cosine = cos(RADIANS(rim_deg)) / (cos(RADIANS(latitude)) * cos(declination)) -
                    tan(RADIANS(latitude)) * tan(declination);
    double half_min = cosine > 1 ? 1.0 / 120 : cosine < -1 ? 720 : acos(cosine) / RADIANS(1) * 4;
    rise_set_s[0] = second_of_day(noon_min - half_min);
    rise_set_s[1] = second_of_day(noon_min + half_min);
}

const int32_t (*sun_table(const struct scenario *s, struct arena *arena))[366][2]
{
    int32_t(*table)[366][2] = arena_take(arena, (size_t)s->sites.n, sizeof *table);
    for (int i = 0; i < s->sites.n; i++)
        for (int day = 0; day < 366; day++)
            sun_times(s->sites.at[i].at.a, s->sites.at[i].at.b, day, s->run.utc_offset_ms, table[i][day]);
    return (const int32_t(*)[366][2])table;
}
