/* schema_sortie.c -- how a sortie may be fitted out. */
#include "schema_rows.h"

// clang-format off
static const struct field layout_fields[] = {
    { "litters", AT(struct cabin_layout, litters), "0", .least = 0, .most = 200,
      .help = "How many can lie.", .source = JUDGEMENT, SHOWN_SORTIES("layouts.stretchers.litters=1") },
    { "seats", AT(struct cabin_layout, seats), "0", .least = 0, .most = 500,
      .help = "How many can sit.", .source = JUDGEMENT, SHOWN_SORTIES("layouts.benches.seats=1") },
    { 0 }
};
const struct record layout_record = { "layout", "A way to fit an asset out, in place of its own litters and seats.", sizeof(struct cabin_layout), layout_fields };
// clang-format on
