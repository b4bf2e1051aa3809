/* fuel.h -- how far one filling goes, and where the next is had.
 *
 * An aircraft with a range is full at home and wherever it fills up. When home to scene to facility to home is too far
 * for one filling, it fills up before it is with them, or on its way home: the wounded are not aboard meanwhile.
 * It is never so far out that it could not get to fuel from the facility.
 */
#ifndef EVAC_FUEL_H
#define EVAC_FUEL_H

#include "destination.h"

/* What a fleet knows of the fuel points, at the means of all times. */
struct filling {     /* at one fuel point */
    int64_t out_ms;  /* home to there, NEVER_REACHED: too far, or not for it */
    int64_t fill_ms; /* landing to airborne again */
    int64_t home_ms; /* full again to home, other stops and all; NEVER_REACHED: it gets home from nowhere */
    int next;        /* where it fills up next on that way, or -1 */
};
struct fuelling {
    struct filling *at;  /* [fuel point] */
    int64_t *nearest_ms; /* [facility] to home, or a fuel point it gets home from */
};

void fuel_set_up(struct trial *t); /* once the ways home are known */
void fuel_free(struct trial *t);
void fuel_facility_moved(struct trial *t, int facility); /* and its ways home are known again */

/* From a facility to fuel. */
static inline int64_t fuel_nearest_ms(const struct fleet *f, int facility)
{
    return f->fuelling->nearest_ms[facility];
}

/* From home to the request by way of a fuel point, -1: straight; out_ms is NEVER_REACHED where it may not. */
struct carrier fuel_carrier(const struct trial *t, const struct request *r, int fleet, int stop);

/* Plans the way out of a fleet: the one that brings the gravest to what they seek soonest; straight, if that does. */
void fuel_planned(const struct trial *t, struct request *r, int fleet);

/* Its people seek something else than its ways out were planned for. */
bool fuel_planned_otherwise(const struct trial *t, const struct request *r);

/* Filling up on this journey, named by the fuel point and by whoever it is made for, with so many journeys before. */
enum fuel_way { FUEL_OUT, FUEL_HOME };
int64_t fuel_drawn_ms(const struct trial *t, int stop, const struct casualty *of, int leg, enum fuel_way way);

/* Straight to where a fleet stands, from a facility or, if that is -1, from where it was sent. */
int64_t fuel_straight_ms(const struct trial *t, const struct unit *u, int fleet, int facility);

/* Where it fills up first on the way there; -1: what it has left lasts for the straight way, or it knows of no fuel. */
int fuel_stop_home(const struct trial *t, const struct unit *u, int fleet, const struct location *from,
                   int64_t straight_ms);

/* What it has left lasts for the way there, straight or by way of fuel. */
bool fuel_lasts_home(const struct trial *t, const struct unit *u, int fleet, int facility);

/* The whole way home from there, by way of its next stop and those after it, as drawn. */
int64_t fuel_home_ms(const struct trial *t, const struct unit *u, const struct location *from);

/* To the stop of a unit, and from a stop home. */
int64_t fuel_to_stop_ms(const struct trial *t, const struct unit *u, const struct location *from);
int64_t fuel_from_stop_ms(const struct trial *t, const struct unit *u, int stop, const struct location *to);

#endif
