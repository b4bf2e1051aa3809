/* svg.h -- gnuplot's SVG made fit for other people's machines and for screen readers.
 */
#ifndef REPORT_SVG_H
#define REPORT_SVG_H

#include <stdbool.h>

/* Gives fonts families that browsers know, and the image a title and a description. False: could not be written. */
bool svg_finish(const char *path, const char *title, const char *description);

#endif
