#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <jansson.h>
#include "scenario/print.h"
#include "scenario/schema.h"
#include "written.h"

typedef void row_fn(const struct record *type, const struct field *f);

/* Every row of the language, each record once. */
static int each_row(const struct record *type, row_fn *look)
{
    int rows = 0;
    for (const struct field *f = type->fields; f->key; f++) {
        rows++;
        look(type, f);
        if (f->record)
            rows += each_row(f->record, look);
    }
    return rows;
}

static void explains_itself(const struct record *type, const struct field *f)
{
    const char *help = f->record ? f->record->help : f->help;
    if (!help || strlen(help) < 8 || help[strlen(help) - 1] != '.')
        fail_msg("%s.%s has no help that is a sentence", type->name, f->key);
    if (f->least > f->most)
        fail_msg("%s.%s has its limits crossed", type->name, f->key);
    if ((f->kind == REF || f->kind == LIST) && !f->to)
        fail_msg("%s.%s names nothing to refer to", type->name, f->key);
    if (f->kind == WORD && !f->words)
        fail_msg("%s.%s has no words", type->name, f->key);
}

TEST(every_key_explains_itself)
{
    CHECK(each_row(&schema, explains_itself) > 130);
}

static void is_alone(const struct record *type, const struct field *f)
{
    for (const struct field *other = type->fields; other != f; other++)
        if (!strcmp(other->key, f->key))
            fail_msg("%s.%s is there twice", type->name, f->key);
}

TEST(no_key_is_there_twice)
{
    each_row(&schema, is_alone);
}

static char *written_by(void write(FILE *to))
{
    char *text = NULL;
    size_t size;
    FILE *to = open_memstream(&text, &size);
    write(to);
    fclose(to);
    return text;
}

TEST(the_reference_beside_the_scenarios_is_fresh)
{
    char *manual = written_by(schema_manual), *kept = calloc(1, 1 << 20);
    FILE *file = fopen("scenarios/REFERENCE.md", "r");
    CHECK(file != NULL);
    CHECK(fread(kept, 1, (1 << 20) - 1, file) > 0);
    fclose(file);
    if (strcmp(manual, kept) != 0)
        fail_msg("%s", "run: casevac schema --manual > scenarios/REFERENCE.md");
    free(manual), free(kept);
}

static const json_t *at(const json_t *schema_of, const char *a, const char *b)
{
    return json_object_get(json_object_get(json_object_get(schema_of, "properties"), a), b);
}

TEST(the_json_schema_knows_every_key_its_words_and_its_default)
{
    char *text = written_by(schema_json);
    json_t *top = json_loads(text, 0, NULL);
    CHECK(top != NULL);
    for (const struct field *f = schema.fields; f->key; f++)
        CHECK(at(top, f->key, "description") != NULL);
    CHECK(strstr(text, "\"soonest_care\"") != NULL);
    CHECK(strstr(text, "Default: lognormal(median 10 min, sigma 0.5).") != NULL);
    CHECK(json_is_false(json_object_get(top, "additionalProperties")));
    json_decref(top);
    free(text);
}

TEST(the_shipped_defaults_alone_lack_nothing_but_a_place)
{
    struct written w = written("name: Nothing\n", NULL, NULL);
    CHECK_TEXT(w.said, "1:1: error: a scenario needs a site\n"
                       "1:1: warning: there is no facility: nobody will be treated\n");
}
