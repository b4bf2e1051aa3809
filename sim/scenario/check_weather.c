/* check_weather.c -- weather that can come, over sectors that are there. */
#include "check.h"

#include <string.h>

bool is_sector(const struct scenario *s, const char *name)
{
    for (int i = 0; i < s->sites.n; i++)
        if (!strcmp(s->sites.at[i].sector, name))
            return true;
    return false;
}

void check_weather(struct reader *r, const struct scenario *s)
{
    for (int i = 0; i < s->weather.n; i++) {
        const struct weather *w = &s->weather.at[i];
        double weight = 0;
        for (int half_hour = 0; half_hour < 48; half_hour++)
            weight += w->hours.factor[half_hour];
        if (weight <= 0)
            diag_error(r->diag, place_of(r, "weather", w->id, "hours"), NULL,
                       "hours: there is no hour in which it could begin");
        for (int n = 0; n < w->sectors.n; n++)
            if (!is_sector(s, w->sectors.at[n]))
                diag_error(r->diag, place_of(r, "weather", w->id, "sectors"), NULL,
                           "sectors: no site is in a sector \"%s\"", w->sectors.at[n]);
    }
}
