/* schema_consent.c -- who must agree before somebody is fetched, and who is there to be asked. */
#include "schema_rows.h"

static const char *const cell_queue_words[] = {"priority", "fifo", NULL};
static const char *const light_words[] = {"any", "day", "night", NULL};
const char *const leg_words[] = {"any", "scene", "transfer", NULL};
const char *const means_words[] = {"any", "air", "ground", NULL};

// clang-format off
static const struct field cell_fields[] = {
    { "desks", AT(struct duty_cell, desks), "1", .least = 0, .most = 1000, .unlimited = true,
      .help = "How many questions are dealt with at a time; 0: nobody is there.", .source = JUDGEMENT,
      SHOWN_CONTROL("cells.sector_cell.desks=4") },
    { "hours", AT(struct duty_cell, hours), "always",
      .help = "When a desk takes up the next question, local time; what was begun is finished.",
      SHOWN_CONTROL("cells.sector_cell.hours=08:00-10:00") },
    { "queue", AS(struct duty_cell, queue, WORD), "priority", .words = cell_queue_words,
      .help = "Which question is next: priority by the gravest as seen, or fifo.", .source = JUDGEMENT,
      SHOWN_CONTROL("cells.sector_cell.queue=fifo") },
    { 0 }
};
const struct record cell_record = { "cell", "A duty cell: a patrol base, a sector, a CASEVAC cell, mission headquarters, medical regulating.", sizeof(struct duty_cell), cell_fields };

static const struct field authority_fields[] = {
    { "day", AT(struct authority, day), "lognormal(median 10 min, sigma 0.6)", TIME,
      .help = "Asked to answered, by daylight; where it sits in a cell, from when a desk takes it up.", .source = JUDGEMENT,
      SHOWN("authorities.delegated.day=1 h") },
    { "night", AT(struct authority, night), "lognormal(median 10 min, sigma 0.6)", TIME,
      .help = "The same in the dark.", .source = JUDGEMENT,
      SHOWN("authorities.delegated.night=2 h") },
    { "each", AT(struct authority, each), "0 min", TIME,
      .help = "And for each further casualty of the same question; drawn once a question and multiplied.",
      SHOWN_CONTROL("authorities.sector.each=1 h") },
    { "cell", AS(struct authority, cell, REF), "none", .to = "cells", .optional = true,
      .help = "The cell at whose desks it is dealt with; none: as many questions at a time as there are.",
      SHOWN_CONTROL("authorities.regulating.cell=sector_cell") },
    { 0 }
};
const struct record authority_record = { "authority", "Somebody who may decide to launch.", sizeof(struct authority), authority_fields };

static const struct field consent_fields[] = {
    { "from", AS(struct consent_rule, from, WORD), "T1", .words = triage_words,
      .help = "For these categories, as seen, of the gravest: from this one ...",
      SHOWN_CONTROL("consent.minor.from=T4") },
    { "to", AS(struct consent_rule, to, WORD), "T4", .words = triage_words, .help = "... to this one.",
      SHOWN_CONTROL("consent.grave.to=T1") },
    { "light", AS(struct consent_rule, light, WORD), "any", .words = light_words,
      .help = "By day, by night, or any: as it is there when it is asked.",
      SHOWN_CONTROL("consent.grave.light=night") },
    { "leg", AS(struct consent_rule, leg, WORD), "any", .words = leg_words,
      .help = "For a pick-up from the scene, for a transfer between facilities, or any.",
      SHOWN_CONTROL("consent.grave.leg=any") },
    { "means", AS(struct consent_rule, means, WORD), "any", .words = means_words,
      .help = "To go by air, on the ground, or any. Where the rules differ both are asked for at once, and whatever is agreed may go.",
      SHOWN_CONTROL("consent.grave.means=ground") },
    { "ask", AT(struct consent_rule, ask), .to = "authorities",
      .help = "Who must agree, one after the other; []: nobody.",
      SHOWN_CONTROL("consent.grave.ask=[]") },
    { 0 }
};
const struct record consent_record = { "consent rule", "Who must agree: the first rule that fits holds; where none fits, decision.", sizeof(struct consent_rule), consent_fields };

static const struct field decision_fields[] = {
    { "scene", AS(struct decision, scene, REF), "delegated", .to = "authorities", .optional = true,
      .help = "Who releases a pick-up from the scene, where no consent rule fits; none: it goes at once.", .source = JUDGEMENT,
      SHOWN("decision.scene=central") },
    { "transfer", AS(struct decision, transfer, REF), "delegated", .to = "authorities", .optional = true,
      .help = "Who releases a transfer between facilities, where no consent rule fits; none: it goes at once.", .source = JUDGEMENT,
      SHOWN("decision.transfer=none") },
    { 0 }
};
const struct record decision_record = { "decision", "Who decides.", 0, decision_fields };
// clang-format on
