/* wounds.h -- what wounds do, how they look, and how soon care takes effect.
 */
#ifndef SCENARIO_WOUNDS_H
#define SCENARIO_WOUNDS_H

#include "scenario/values.h"

struct mechanism {
    const char *id;
    struct shares classes; /* the mix of classes per person hit, sums to 1 */
};

enum survival { INJURY_CLOCK, SACCO_RPM, PRIORITY_LOGISTIC, SURVIVALS };
extern const char *const survival_words[SURVIVALS + 1]; /* as the key has them; NULL after the last */

enum care { BUDDY, EFC, DCR, DCS, DEF, CARES };
struct class
{ /* by cause of death: facts of the injury clock */
    const char *id;
    bool killed;               /* dies at once; the rest of the row is not used */
    int triage;                /* enum triage, true category */
    double shape;              /* Weibull shape of the untreated hazard */
    int64_t scale_ms;          /* and its scale; 0: this class never dies of its wounds */
    double slowed[CARES];      /* factor on the untreated hazard once care of this level is in force */
    double dcs_risk, def_risk; /* one-off probability of death at that care */
    double no_blood_risk;      /* factor on dcs_risk when operated on without blood */
    double no_blood_dcs;       /* slowed[DCS] in that case; below 0: as slowed[DCS] */
    int rpm;                   /* score of the Sacco model at wounding; -1: none, the injury clock */
    double operated;           /* probability that an operation is needed */
    double walks;              /* probability of walking: takes a seat, not a litter */
    struct dist operation;     /* time on the table */
    double transfused;         /* probability of needing blood */
    struct dist units;         /* and of how many units then, a count */
    double icu, ventilated;    /* probability of needing intensive care, and a ventilator in it */
    struct dist icu_stay;      /* from the first bed, for so long */
    double no_icu_risk;        /* factor on def_risk when it was needed and not to be had */
    struct dist stay;          /* time in a bed until discharge, from when the bed is taken */
    bool duty; /* returned to duty at discharge wherever that is: definitive care is not needed */
};

struct triage_matrix { /* as seen by a medic, given the true category; each sums to 1 */
    struct shares seen[TRIAGES];
};

struct care_times {
    struct dist first_aid; /* wounding to aid by a comrade */
    struct dist medic;     /* wounding to the care of a medic on the spot */
    int64_t dcr_after_ms;  /* start of resuscitation with blood to its effect */
    int64_t dcs_after_ms;  /* incision to bleeding controlled */
    /* From surgery in effect (and presence in a definitive facility) to definitive care in effect. */
    struct dist definitive;
    struct dist carry;     /* by stretcher from where one is hit to a facility of the same site ... */
    double carry_within_m; /* ... no farther away than this */
};

#endif
