/* map_view.h -- the part of the world a map shows, in km on a plane.
 *
 * On the earth: equirectangular around the middle of the sites, true enough over a mission's
 * area. The view holds what matters to a casualty: patrols, bases, attacks. A hospital abroad
 * may lie outside; the footer names it.
 */
#ifndef REPORT_MAP_VIEW_H
#define REPORT_MAP_VIEW_H

#include "canvas.h"
#include "world/world.h"

/* Where the frame of a map lies on the screen, in shares of it. */
#define MAP_LEFT   0.02
#define MAP_RIGHT  0.80
#define MAP_TOP    0.855
#define MAP_BOTTOM 0.185

struct map_view {
    const struct scenario *scenario;
    const struct world *world;
    double latitude, longitude, shrink; /* the middle; how much shorter a degree of longitude is */
    double x0, x1, y0, y1;              /* km shown */
};

struct map_view map_view_of(const struct results *r);

void map_place(const struct map_view *v, const struct point *p, double *x, double *y); /* km */
void map_place_site(const struct map_view *v, int site, double *x, double *y);
bool map_shows(const struct map_view *v, int site);
double map_km_per_pixel(const struct map_view *v);

/* Flying alone, from the best base to `here` and on to the best surgery; NEVER_REACHED: nothing flies there. */
int64_t map_flight_ms(const struct map_view *v, const struct location *here);

/* Names beside the sites, with their flying time, where there is room. */
void map_names(struct canvas *c, const struct map_view *v);

#endif
