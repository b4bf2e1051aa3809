/* casualty.h -- one wounded person's way, as recorded: open data of a finished trial.
 */
#ifndef EVAC_CASUALTY_H
#define EVAC_CASUALTY_H

#include <stdbool.h>
#include <stdint.h>
#include "engine/agenda.h"
#include "evac/pathway.h"

/* The times of the story, in the order of the story; -1: it did not happen. */
enum moment {
    M_WOUNDED, M_FIRST_AID, M_ALERTED, M_DECIDED, M_ASSIGNED, M_LAUNCHED, M_ON_SCENE, M_LOADED, M_FACILITY,
    M_RESUSCITATION, M_SURGICAL_FACILITY, M_SURGERY, M_SURGERY_DONE, M_BED, M_ONWARD, M_DEFINITIVE, M_DISCHARGED,
    M_DIED, MOMENTS
};
extern const char *const moment_ids[MOMENTS]; /* "wounded", "first_aid", ... for casualties.csv */

/* A stretch of time spent in one wait, for the record and the tallies. */
struct stretch {
    int32_t casualty;
    uint8_t wait, pending; /* enum wait; set of milestones pending */
    int64_t ms;
};

/* A journey of an asset: one row of sorties.csv. */
struct sortie {
    int asset;           /* fleet: index into scenario->assets */
    int unit;            /* number within the fleet, from 0 */
    int incident;        /* whose casualties; for a transfer the incident of the gravest */
    bool transfer;
    int from_facility;   /* transfers: where from; else -1 */
    int to_facility;     /* -1 until chosen */
    int64_t assigned, launched, on_scene, loaded, arrived, unloaded, home; /* ms since the start; -1: did not happen */
    int casualties;
};

#endif
