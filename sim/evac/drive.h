/* drive.h -- a patrol drives its own wounded, to care or to where an aircraft may land.
 *
 * Its vehicles are on the spot, leave together once contact ends, and come back. Those they bring to care are theirs
 * from the decision to the door; those they bring to a landing site stay in the line of their request, whose place
 * that site then is. Draws are named by the incident and the number of its drive.
 */
#ifndef EVAC_DRIVE_H
#define EVAC_DRIVE_H

#include "boarding.h"
#include "mission.h"

enum drive_state { STANDING_BY, BEING_LOADED, DRIVING, AT_THE_DOOR, DRIVING_BACK, BACK };

struct drive {
    enum drive_state state;
    int number, incident, with; /* entry of the scenario's own vehicles */
    int of_incident;            /* which of its drives, from 0 */
    int facility, site;         /* where to: a facility, or a landing site; the other is -1 */
    int sortie, season;
    struct line aboard;    /* on the way to care */
    struct request *meets; /* whom an aircraft comes for, on the way to a landing site */
    int64_t way_ms;
    struct location place; /* where they were */
    struct booking next;
};

/* The entry of own vehicles that those hit have with them; -1: none. */
int drive_vehicles(const struct trial *t, const struct incident *i);

/* Are these out, with anybody of the same trip or site? */
bool drive_is_out(const struct trial *t, const struct incident *i, int with);

/* What they carry after the attack. */
struct room drive_room(const struct trial *t, int with);

/* The way, or NEVER_REACHED. */
int64_t drive_way_ms(const struct trial *t, int with, const struct location *from, const struct location *to);

/* From where they were hit: those who have not left, gravest first and as many as fit, are driven to care. */
void drive_to_care(struct trial *t, struct incident *i, int with, int facility);

/* All who wait in the line of the request are driven to a site; an aircraft that comes for them lands there. */
void drive_to_landing(struct trial *t, struct request *r, int with, int site);

/* Loading of an incident's drive, as drawn. */
int64_t drive_load_ms(const struct trial *t, const struct incident *i, int with, int of_incident);

#endif
