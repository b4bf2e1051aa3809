/* finding.h -- what a chart's title may claim: rules over the figures, hedged where intervals leave doubt.
 */
#ifndef REPORT_FINDING_H
#define REPORT_FINDING_H

#include <stdbool.h>
#include "evac/pathway.h"
#include "stats/interval.h"

enum { FINDING_SIZE = 400, FINDING_NAME = 26 }; /* names are cut to so many letters */

/* "31 %"; "about 31 %" when the interval is wide; "about half" when it holds one half; "between 12 % and
 * 55 %" when it is very wide; "none", "nearly all" and "hardly any" at the ends. */
void share_in_words(struct interval share, char text[FINDING_SIZE]);

/* Each writes the title of one chart. */
void finding_times(struct interval arrival, struct interval surgery, char text[FINDING_SIZE]);
void finding_phases(const double mean_ms[PHASES], char text[FINDING_SIZE]);

struct named {
    const char *name;
    struct interval share;
};
/* The lowest and the highest of `sectors` sectors. */
void finding_sectors(int sectors, struct named lowest, struct named highest, char text[FINDING_SIZE]);

/* The busiest resource: the share of it in use, and of the time with none free. NAN: there is none. */
void finding_use(const char *name, double share, double all_busy, char text[FINDING_SIZE]);

/* The share of attacks further than an hour's flight out and on to surgery; does anything fly there at all? */
void finding_map(struct interval beyond, bool flown, char text[FINDING_SIZE]);

#endif
