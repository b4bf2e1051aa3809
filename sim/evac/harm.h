/* harm.h -- what is done to the evacuation: fire on a landing, a second device for helpers, a device or ambush on the road.
 *
 * Each journey to a scene carries hidden thresholds, Exp(1), named by (incident, number of the journey, purpose). It is
 * struck when the hazard it has met passes one: the same journey has the same threshold under every plan, and less
 * exposure is never struck more.
 */
#ifndef EVAC_HARM_H
#define EVAC_HARM_H

#include "mission.h"

enum { NOT_STRUCK = -1 };

/* A journey begins for the request; one between facilities is never struck. */
void harm_journey_began(struct trial *t, struct unit *u, const struct request *r);

/* By road to the scene, or on from it to care: how long until it is struck, ms, or NOT_STRUCK. */
int64_t harm_way_out_ms(const struct trial *t, const struct unit *u, int64_t way_ms);
int64_t harm_way_to_care_ms(const struct trial *t, const struct unit *u, int64_t way_ms);

/* As helpers land and begin to load. */
bool harm_on_scene(const struct trial *t, const struct unit *u);

/* Is the asset lost? If not, it turns home. */
bool harm_loses_asset(const struct trial *t, const struct unit *u);

/* Where it is struck: on the way, at the nearer end. */
struct location harm_place(const struct trial *t, const struct unit *u);

/* Those aboard wait there, with the crew. */
void harm_strands(struct trial *t, struct unit *u, struct request *r);

/* Its people are hit, at that place: the request by which they, and whoever is stranded with them, are fetched. */
struct request *harm_done(struct trial *t, const struct unit *u, const struct location *place);

/* Own vehicles: the name of an incident's drive, how long until it is struck on a way of such danger, and what is done
 * to its people there: the number of the incident. */
uint64_t harm_drive_name(const struct incident *i, int drive);
int64_t harm_drive_ms(const struct trial *t, uint64_t name, double danger_km, int64_t way_ms);
int harm_done_to_drive(struct trial *t, int incident, uint64_t name, int crew, const struct location *place);

#endif
