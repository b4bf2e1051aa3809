/* json_schema.c -- JSON Schema 2020-12 for editors: they complete keys and mark slips.
 *
 * It is a little more lenient than the reader: it cannot know names, nor checks that span keys.
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include "describe.h"
#include "layer.h"
#include "scenario/print.h"
#include "text.h"

#define DIGITS      "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?"
#define TIME_OF_DAY "([01][0-9]|2[0-4]):[0-5][0-9]"

// clang-format off
static const char *const unit_patterns[DIMENSIONS] = {
    [PURE] = "%", [TIME] = "ms|s|min|h|d|wk", [DISTANCE] = "m|km|nm", [SPEED] = "km/h|m/s|kn",
    [RATE] = "/h|/d|/wk|/month|/yr", [PER_KM] = "/km|/100km",
};
// clang-format on

static json_t *pattern(const char *regular)
{
    return json_pack("{s:s, s:s}", "type", "string", "pattern", regular);
}

static json_t *any_of(json_t *first, json_t *second)
{
    return json_pack("{s:[o, o]}", "anyOf", first, second);
}

static json_t *zero(void)
{
    return json_pack("{s:i}", "const", 0);
}

static json_t *quantity(const struct field *f, enum dimension d, struct arena *a)
{
    const char *also = f->use_also ? arena_print(a, "|%s", unit_patterns[f->also]) : "";
    return pattern(arena_print(a, "^" DIGITS " ?(%s%s)$", unit_patterns[d], also));
}

static json_t *number(const struct field *f, const char *type)
{
    json_t *n = json_pack("{s:s}", "type", type);
    json_object_set_new(n, "minimum", json_real(f->least));
    if (f->least < f->most)
        json_object_set_new(n, "maximum", json_real(f->most));
    return n;
}

static json_t *value_number(const struct field *f, struct arena *a)
{
    return any_of(f->unit == PURE ? number(f, "number") : zero(), quantity(f, f->unit, a));
}

static json_t *value_duration(const struct field *f, struct arena *a)
{
    return any_of(zero(), quantity(f, TIME, a));
}

static json_t *value_dist(const struct field *f, struct arena *a)
{
    return any_of(value_number(f, a), pattern("^[a-z_]+\\(.*\\)$"));
}

static json_t *value_count(const struct field *f, struct arena *a)
{
    (void)a;
    json_t *n = number(f, "integer");
    return f->unlimited ? any_of(n, json_pack("{s:s}", "const", "unlimited")) : n;
}

static json_t *value_big(const struct field *f, struct arena *a)
{
    (void)f, (void)a;
    return json_pack("{s:s, s:i}", "type", "integer", "minimum", 0);
}

static json_t *value_text(const struct field *f, struct arena *a)
{
    (void)f, (void)a;
    return json_pack("{s:[s, s]}", "type", "string", "number"); /* level: 2 is a text to us */
}

static json_t *value_yes_no(const struct field *f, struct arena *a)
{
    (void)f, (void)a;
    return json_pack("{s:s}", "type", "boolean");
}

static json_t *value_word(const struct field *f, struct arena *a)
{
    (void)a;
    json_t *words = json_array();
    for (int i = 0; f->words[i]; i++)
        json_array_append_new(words, json_string(f->words[i]));
    return json_pack("{s:o}", "enum", words);
}

static json_t *value_list(const struct field *f, struct arena *a)
{
    return any_of(json_pack("{s:s}", "const", "all"), json_pack("{s:s, s:o, s:i}", "type", "array", "items",
                                                                value_text(f, a), "maxItems", ITEMS_MOST));
}

static json_t *value_months(const struct field *f, struct arena *a)
{
    (void)f, (void)a;
    json_t *range = pattern("^[a-z]{3}(-[a-z]{3})?$"), *some = json_deep_copy(range);
    return any_of(any_of(range, json_pack("{s:[s, s]}", "enum", "all", "none")),
                  json_pack("{s:s, s:o}", "type", "array", "items", some));
}

static json_t *value_spot(const struct field *f, struct arena *a)
{
    (void)f, (void)a;
    return json_pack("{s:s, s:{s:s}, s:i, s:i}", "type", "array", "items", "type", "number", "minItems", 2,
                     "maxItems", 2);
}

static json_t *factor(void)
{
    return json_pack("{s:s, s:i}", "type", "number", "minimum", 0);
}

static json_t *value_profile(const struct field *f, struct arena *a)
{
    (void)f, (void)a;
    return any_of(factor(), json_pack("{s:s, s:{s:o, s:o}, s:b}", "type", "object", "patternProperties",
                                      "^" TIME_OF_DAY "-" TIME_OF_DAY "$", factor(), "^else$", factor(),
                                      "additionalProperties", 0));
}

static json_t *value_shares(const struct field *f, struct arena *a)
{
    json_t *share = any_of(json_pack("{s:s, s:i, s:i}", "type", "number", "minimum", 0, "maximum", 1),
                           quantity(f, PURE, a));
    return json_pack("{s:s, s:o}", "type", "object", "additionalProperties", share);
}

static json_t *value_hours(const struct field *f, struct arena *a)
{
    return pattern(arena_print(a, "^(" TIME_OF_DAY "-" TIME_OF_DAY "|always%s)$", f->sun ? "|sun" : ""));
}

static json_t *value_date(const struct field *f, struct arena *a)
{
    (void)f, (void)a;
    return pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
}

static json_t *value_clock(const struct field *f, struct arena *a)
{
    (void)f, (void)a;
    return pattern("^" TIME_OF_DAY "$");
}

static json_t *value_moment(const struct field *f, struct arena *a)
{
    return any_of(value_duration(f, a), pattern("^day [0-9]+ " TIME_OF_DAY "$"));
}

static json_t *(*const values[KINDS])(const struct field *, struct arena *) = {
    [TEXT] = value_text,         [COUNT] = value_count,   [BIG] = value_big,       [NUMBER] = value_number,
    [DURATION] = value_duration, [YES_NO] = value_yes_no, [DIST] = value_dist,     [LIST] = value_list,
    [PROFILE] = value_profile,   [HOURS] = value_hours,   [SPOT] = value_spot,     [SHARES] = value_shares,
    [MONTHS] = value_months,     [TEXTS] = value_list,    [WORD] = value_word,     [REF] = value_text,
    [DATE] = value_date,         [CLOCK] = value_clock,   [MOMENT] = value_moment,
};

static const char *description(const struct field *f, struct arena *a)
{
    struct text t = {.arena = a};
    const char *fallback = describe_default(f);
    text_add(&t, "%s", f->help ? f->help : f->record->help);
    if (f->kind != RECORD && f->kind != MAP)
        text_add(&t, " Takes %s.", describe_value(f, a));
    if (*fallback)
        text_add(&t, f->fallback ? " Default: %s." : " It %s.", fallback);
    return t.bytes;
}

static json_t *record_schema(const struct record *type, bool complete, struct arena *a);

/* Entries that were shipped need not be complete, and any entry may be removed. */
static json_t *map_schema(const struct field *f, const struct node *shipped, struct arena *a)
{
    bool complete = node_find(shipped, f->key) == NULL;
    return json_pack("{s:s, s:o}", "type", "object", "additionalProperties",
                     any_of(record_schema(f->record, complete, a), json_pack("{s:s}", "type", "null")));
}

static json_t *field_schema(const struct field *f, const struct node *shipped, struct arena *a)
{
    json_t *schema_of = f->kind == MAP ? map_schema(f, shipped, a)
                        : f->kind == RECORD
                            ? record_schema(f->record, true, a)
                            : any_of(values[f->kind](f, a), json_pack("{s:s}", "type", "null"));
    json_object_set_new(schema_of, "description", json_string(description(f, a)));
    return schema_of;
}

static json_t *record_schema(const struct record *type, bool complete, struct arena *a)
{
    struct diag *unheard = diag_new();
    const struct node *shipped = type == &schema ? layer_shipped(a, unheard) : NULL;
    json_t *properties = json_object(), *required = json_array();
    for (const struct field *f = type->fields; f->key; f++) {
        json_object_set_new(properties, f->key, field_schema(f, shipped, a));
        if (complete && f->kind != MAP && f->kind != RECORD && !f->fallback)
            json_array_append_new(required, json_string(f->key));
    }
    diag_free(unheard);
    json_t *object =
        json_pack("{s:s, s:o, s:b}", "type", "object", "properties", properties, "additionalProperties", 0);
    if (json_array_size(required))
        json_object_set(object, "required", required);
    json_decref(required);
    return object;
}

void schema_json(FILE *to)
{
    struct arena *a = arena_new();
    json_t *top = json_pack("{s:s, s:s}", "$schema", "https://json-schema.org/draft/2020-12/schema", "title",
                            "casevac scenario");
    json_t *record = record_schema(&schema, true, a);
    json_object_update(top, record);
    json_decref(record);
    json_dumpf(top, to, JSON_INDENT(2) | JSON_REAL_PRECISION(15));
    fputc('\n', to);
    json_decref(top);
    arena_free(a);
}
