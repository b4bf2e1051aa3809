/* schema_control.c -- by what rule means are sent. */
#include "schema_rows.h"

const char *const queue_words[] = {"priority", "fifo", "none", NULL};
static const char *const policy_words[] = {"nearest", "soonest_on_scene", "soonest_care", "reserve", NULL};
static const char *const pre_alert_words[] = {"none", "first", "all", NULL};
static const char *const seek_words[] = {"surgery", "resuscitation", NULL};

// clang-format off
/* The rows of an embedded array: places are those of struct dispatch. */
#define SEEK "Where the first leg takes those seen as "
static const struct field seek_fields[] = {
    { "T1", AS(struct dispatch, seek[T1], WORD), "surgery", .words = seek_words, .help = SEEK "T1.", .source = JUDGEMENT,
      SHOWN("dispatch.seek.T1=resuscitation") },
    { "T2", AS(struct dispatch, seek[T2], WORD), "surgery", .words = seek_words, .help = SEEK "T2.", .source = JUDGEMENT,
      SHOWN("dispatch.seek.T2=resuscitation") },
    { "T3", AS(struct dispatch, seek[T3], WORD), "resuscitation", .words = seek_words, .help = SEEK "T3.", .source = JUDGEMENT,
      SHOWN("dispatch.seek.T3=surgery") },
    { "T4", AS(struct dispatch, seek[T4], WORD), "resuscitation", .words = seek_words, .help = SEEK "T4.", .source = JUDGEMENT,
      SHOWN("dispatch.seek.T4=surgery") },
    { 0 }
};
static const struct record seek_record = { "seek", "The care that the first leg goes to, by category as seen.", 0, seek_fields };

#define KEEP "With policy reserve, units that must stay ready when one is sent for those seen as "
static const struct field keep_fields[] = {
    { "T1", AT(struct dispatch, keep[T1]), "0", .least = 0, .most = 1000, .help = KEEP "T1.", .source = JUDGEMENT,
      SHOWN_MEANS("dispatch.keep.T1=1") },
    { "T2", AT(struct dispatch, keep[T2]), "0", .least = 0, .most = 1000, .help = KEEP "T2.", .source = JUDGEMENT,
      SHOWN_MEANS("dispatch.keep.T2=3") },
    { "T3", AT(struct dispatch, keep[T3]), "1", .least = 0, .most = 1000, .help = KEEP "T3.", .source = JUDGEMENT,
      SHOWN_MEANS("dispatch.keep.T3=0") },
    { "T4", AT(struct dispatch, keep[T4]), "1", .least = 0, .most = 1000, .help = KEEP "T4.", .source = JUDGEMENT,
      SHOWN_MEANS("dispatch.keep.T4=0") },
    { 0 }
};
static const struct record keep_record = { "keep", "How many are kept back for graver cases, by category as seen.", 0, keep_fields };

#define DETOUR "How much later those aboard may be in care for one more pick-up, where the gravest of them is seen as "
static const struct field detour_fields[] = {
    { "T1", AT(struct dispatch, detour_ms[T1]), "0 min", .least = 0, .most = 86400000, .help = DETOUR "T1.", .source = JUDGEMENT,
      SHOWN_SORTIES("dispatch.detour.T1=3 h") },
    { "T2", AT(struct dispatch, detour_ms[T2]), "20 min", .least = 0, .most = 86400000, .help = DETOUR "T2.", .source = JUDGEMENT,
      SHOWN_SORTIES("dispatch.detour.T2=3 h") },
    { "T3", AT(struct dispatch, detour_ms[T3]), "60 min", .least = 0, .most = 86400000, .help = DETOUR "T3.", .source = JUDGEMENT,
      SHOWN_SORTIES("dispatch.detour.T3=1 min") },
    { "T4", AT(struct dispatch, detour_ms[T4]), "60 min", .least = 0, .most = 86400000, .help = DETOUR "T4.", .source = JUDGEMENT,
      SHOWN_SORTIES("dispatch.detour.T4=1 min") },
    { 0 }
};
static const struct record detour_record = { "detour", "The longest delay of those aboard for another pick-up, by category as seen.", 0, detour_fields };

static const struct field dispatch_fields[] = {
    { "policy", AS(struct dispatch, policy, WORD), "soonest_care", .words = policy_words,
      .help = "nearest: the nearest means and facility that will do. soonest_on_scene: whatever is there first, notice included. "
              "soonest_care: whatever brings the needed care soonest, queues included. reserve: the same, with some kept back (keep).",
      .source = JUDGEMENT,
      SHOWN("dispatch.policy=nearest") },
    { "queue", AS(struct dispatch, queue, WORD), "priority", .words = queue_words,
      .help = "Who goes first when means are short: priority by category as seen, fifo, or none (handed to an outside provider).",
      SHOWN("dispatch.queue=fifo") },
    { "pre_alert", AS(struct dispatch, pre_alert, WORD), "none", .words = pre_alert_words,
      .help = "Who makes ready at the first word of somebody hit, or of a transfer, before anybody has decided. first: as many as those hit need of what is at home and would be there first, with whoever goes along. all: whatever is at home and could come. Once it is decided only what is left of their notice counts.",
      .source = JUDGEMENT,
      SHOWN("dispatch.pre_alert=all") },
    { "stand_to", AT(struct dispatch, stand_to_ms), "60 min", .least = 0, .most = 86400000,
      .help = "How long those warned stay ready; not sent by then they stand down, and their crews have worked so long (assets.*.work).",
      .source = JUDGEMENT,
      SHOWN_CONTROL("dispatch.stand_to=5 min") },
    { "divert", AT(struct dispatch, divert), "false",
      .help = "When nothing else can go, a unit making ready or on its way out to lesser cases may be sent to graver ones; drivers only while they make ready.",
      SHOWN("dispatch.divert=true") },
    { "pick_ups", AT(struct dispatch, pick_ups), "1", .least = 1, .most = 100,
      .help = "Scenes that one sortie may fetch people from. With more than one, a unit that has loaded and has room left goes on to the open request that delays those aboard least (detour).",
      .source = JUDGEMENT,
      SHOWN_SORTIES("dispatch.pick_ups=1") },
    { "detour", 0, RECORD, .record = &detour_record },
    { "regret", AT(struct dispatch, regret), "false",
      .help = "Also reckon how soon each would have been in care alone, with the best means and facility and no queue (alone.csv); not where a facility moves.",
      SHOWN("dispatch.regret=true") },
    { "keep", 0, RECORD, .record = &keep_record },
    { "seek", 0, RECORD, .record = &seek_record },
    { 0 }
};
const struct record dispatch_record = { "dispatch", "How means and destinations are chosen.", 0, dispatch_fields };
// clang-format on
