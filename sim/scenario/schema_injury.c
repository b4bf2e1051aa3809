/* schema_injury.c -- the injury clock, triage, and how long care takes. */
#include "schema_rows.h"

const char *const triage_words[] = {"T1", "T2", "T3", "T4", NULL};
const char *const affiliation_words[] = {"un", "host", "contractor", "civilian", NULL};

// clang-format off
static const struct field class_fields[] = {
    { "killed", AT(struct class, killed), "false", .help = "Dies at once; the rest is not used.",
      SHOWN("classes.exp.killed=true") },
    { "triage", AS(struct class, triage, WORD), "T1", .words = triage_words,
      .help = "True category: T1 immediate, T2 urgent, T3 minor, T4 expectant.",
      SHOWN("classes.sev2.triage=T1") },
    { "shape", AT(struct class, shape), "1", .least = 0.3, .most = 3,
      .help = "Weibull shape of the untreated hazard: below 1 it is worst at first.",
      SHOWN("classes.nch.shape=1.5") },
    { "scale", AT(struct class, scale_ms), "0 min", TIME,
      .help = "Weibull scale of the untreated hazard: 63 % are dead by then. 0: nobody dies of it.",
      SHOWN("classes.nch.scale=30 min") },
    { "buddy", AT(struct class, slowed[BUDDY]), "1", .least = 0, .most = 1,
      .help = "Factor on the hazard once comrades have given first aid.",
      SHOWN("classes.nch.buddy=0.86") },
    { "efc", AT(struct class, slowed[EFC]), "1", .least = 0, .most = 1,
      .help = "Factor once a medic cares (enhanced field care).",
      SHOWN("classes.nch.efc=0.36") },
    { "dcr", AT(struct class, slowed[DCR]), "1", .least = 0, .most = 1,
      .help = "Factor once resuscitation with blood has taken effect.",
      SHOWN("classes.sev1.dcr=0.06") },
    { "dcs", AT(struct class, slowed[DCS]), "1", .least = 0, .most = 1,
      .help = "Factor once damage control surgery has taken effect.",
      SHOWN("classes.sev2.dcs=0.6") },
    { "def", AT(struct class, slowed[DEF]), "0", .least = 0, .most = 1,
      .help = "Factor once definitive care has taken effect.",
      SHOWN("classes.tbi.def=0.4") },
    { "dcs_risk", AT(struct class, dcs_risk), "0", .least = 0, .most = 0.999,
      .help = "Chance to die of damage control surgery itself.",
      SHOWN("classes.nch.dcs_risk=0.2") },
    { "def_risk", AT(struct class, def_risk), "0", .least = 0, .most = 0.999,
      .help = "Chance to die in spite of definitive care.",
      SHOWN("classes.tbi.def_risk=0.7") },
    { "no_blood_risk", AT(struct class, no_blood_risk), "1", .least = 1, .most = 1000,
      .help = "Factor on dcs_risk when there is no blood for the operation.",
      SHOWN("classes.nch.no_blood_risk=12") },
    { "no_blood_dcs", AT(struct class, no_blood_dcs), "-1", .least = -1, .most = 1,
      .help = "dcs without blood; below 0: as with blood.",
      SHOWN("classes.nch.no_blood_dcs=0.3") },
    { "operated", AT(struct class, operated), "0", .least = 0, .most = 1,
      .help = "Share who need an operation.",
      SHOWN("classes.sev2.operated=0.1") },
    { "walks", AT(struct class, walks), "0", .least = 0, .most = 1,
      .help = "Share who can walk and take a seat; the others need a litter.",
      SHOWN("classes.sev2.walks=0.9") },
    { "operation", AT(struct class, operation), "lognormal(mean 123.6 min, cv 0.45)", TIME,
      .help = "Time on the operating table.", .source = HALL ", mix-weighted mean at Role 2; the cv is judgement",
      SHOWN("classes.sev2.operation=6 h") },
    { "icu", AT(struct class, icu), "0", .least = 0, .most = 1,
      .help = "Share who need intensive care once treated; it matters where a facility counts its intensive care beds.",
      SHOWN_CARE("classes.sev2.icu=0.9") },
    { "ventilated", AT(struct class, ventilated), "0", .least = 0, .most = 1,
      .help = "Share who need a ventilator there; these are among those who need intensive care.",
      SHOWN_CARE("classes.sev2.ventilated=0.05") },
    { "icu_stay", AT(struct class, icu_stay), "triangular(low 6 h, mode 24 h, high 48 h)", TIME,
      .help = "How long intensive care is needed, from the first bed.", .source = "judgement; as planned in natosys/Battlefield-Casualty-Handling",
      SHOWN_CARE("classes.tbi.icu_stay=9 d") },
    { "no_icu_risk", AT(struct class, no_icu_risk), "3", .least = 1, .most = 1000,
      .help = "Factor on def_risk for those who needed intensive care and lay on a ward for want of a bed there.", .source = "judgement; as estimated in natosys/Battlefield-Casualty-Handling",
      SHOWN_CARE("classes.sev1.no_icu_risk=1000") },
    { "stay", AT(struct class, stay), "lognormal(median 2 d, sigma 0.5)", TIME,
      .help = "Time in a bed until discharge.", .source = "Dubost 2016, J R Army Med Corps 162:450: median 2 d",
      SHOWN("classes.min.stay=5 d") },
    { "duty", AT(struct class, duty), "false",
      .help = "Returned to duty at discharge, wherever that is: definitive care is not needed.",
      SHOWN("classes.min.duty=false") },
    { 0 }
};
const struct record class_record = { "class", "A class of casualties by what would kill them.", sizeof(struct class), class_fields };

#define SEEN "Shares of the categories a medic sees in those who truly are "
static const struct field triage_fields[] = {
    { "T1", AT(struct triage_matrix, seen[T1]), "{T1: 0.85, T2: 0.15}", .words = triage_words, .help = SEEN "T1.", .source = JUDGEMENT,
      SHOWN("triage.T1={T1: 0.2, T2: 0.8}") },
    { "T2", AT(struct triage_matrix, seen[T2]), "{T1: 0.2, T2: 0.8}", .words = triage_words, .help = SEEN "T2.", .source = JUDGEMENT,
      SHOWN("triage.T2={T1: 1}") },
    { "T3", AT(struct triage_matrix, seen[T3]), "{T3: 1}", .words = triage_words, .help = SEEN "T3.", .source = JUDGEMENT,
      SHOWN("triage.T3={T1: 1}") },
    { "T4", AT(struct triage_matrix, seen[T4]), "{T4: 1}", .words = triage_words, .help = SEEN "T4.", .source = JUDGEMENT,
      SHOWN("triage.T4={T1: 1}") },
    { 0 }
};
const struct record triage_record = { "triage", "How a medic's eye may err. What is seen decides what is done; the class decides who lives.", 0, triage_fields };

static const struct field care_fields[] = {
    { "first_aid", AT(struct care_times, first_aid), "lognormal(median 3 min, sigma 0.6)", TIME,
      .help = "Wounding to first aid by a comrade.", .source = CLOCK_FIT,
      SHOWN("care.first_aid=30 min") },
    { "medic", AT(struct care_times, medic), "lognormal(median 10 min, sigma 0.6)", TIME,
      .help = "Wounding to the care of a medic on the spot.", .source = CLOCK_FIT,
      SHOWN("care.medic=1 h") },
    { "dcr_after", AT(struct care_times, dcr_after_ms), "8 min", TIME,
      .help = "Start of resuscitation with blood to its effect.", .source = CLOCK_FIT,
      SHOWN("care.dcr_after=2 h") },
    { "dcs_after", AT(struct care_times, dcs_after_ms), "30 min", TIME,
      .help = "Incision to bleeding controlled.", .source = JUDGEMENT,
      SHOWN("care.dcs_after=6 h") },
    { "definitive", AT(struct care_times, definitive), "lognormal(median 240 min, sigma 0.6)", TIME,
      .help = "Damage control surgery in effect to definitive care in effect, in a facility that gives it.", .source = CLOCK_FIT,
      SHOWN("care.definitive=3 d") },
    { "carry", AT(struct care_times, carry), "triangular(low 2 min, mode 5 min, high 10 min)", TIME,
      .help = "By stretcher to a facility of the same site.", .source = JUDGEMENT,
      SHOWN("care.carry=1 h") },
    { "carry_within", AT(struct care_times, carry_within_m), "2 km", DISTANCE,
      .help = "Whoever is hit no farther than this from a facility of the same site is carried there.", .source = JUDGEMENT,
      SHOWN("care.carry_within=50 km") },
    { 0 }
};
const struct record care_record = { "care", "How long care on the spot takes to begin, and all care to take effect.", 0, care_fields };
// clang-format on
