#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <jansson.h>
#include "base/word.h"
#include "scenario/print.h"
#include "scenario/schema.h"
#include "written.h"

/* One entry of every collection that the language has. */
#define EVERYTHING                                                                                           \
    "sites: {camp: {at: [16.27, -0.04]}, town: {at: [17, 0.5]}}\n"                                           \
    "facilities: {clinic: {site: town}, hospital: {site: camp, tables: 1, teams: listed}}\n"                 \
    "roads: {highway: {from: camp, to: town}}\n"                                                             \
    "travel: {ferry: {from: camp, to: town, time: 1 h}}\n"                                                   \
    "patrols: {supply: {route: [camp, town], every: 1 d}}\n"                                                 \
    "weather: {dust: {chance: 0.1}}\n"                                                                       \
    "outages: {radio: {chance: 0.1}}\n"                                                                      \
    "cells: {sector: {desks: 2}}\n"                                                                          \
    "authorities: {central: {cell: sector}}\n"                                                               \
    "consent: {grave: {ask: [central]}}\n"                                                                   \
    "host_nation: {leave: {rule: notify}}\n"                                                                 \
    "eligibility: {civilian: {precedence: 1}}\n"                                                             \
    "postures: {ready: {notice: 5 min}}\n"                                                                   \
    "layouts: {stripped: {litters: 9, seats: 0}}\n"                                                          \
    "assets: {heli: {kind: helicopter, home: camp, posture_day: ready, layouts: [stripped]}}\n"              \
    "teams: {amet: {home: camp}}\n"                                                                          \
    "escorts: {gunship: {home: camp}}\n"                                                                     \
    "own_vehicles: {trucks: {count: 3}}\n"                                                                   \
    "fuel_points: {bladder: {site: town}}\n"                                                                 \
    "surgical_teams: {alpha: {facility: hospital}}\n"                                                        \
    "closures: {repairs: {facility: clinic}}\n"                                                              \
    "moves: {south: {facility: clinic, at: day 3 06:00, to: camp}}\n"                                        \
    "goals: {surgery: {of: surgery, at_least: 50 %}}\n"                                                      \
    "beliefs: {alert: {key: alert.delay, factor: \"lognormal(median 1, sigma 0.2)\"}}\n"

static const char *first_id(const struct scenario *s, const struct field *f)
{
    int n;
    const char *at, *id = NULL;
    memcpy(&n, (const char *)s + f->offset, sizeof n);
    memcpy(&at, (const char *)s + f->offset + offsetof(struct sites, at), sizeof at);
    if (n)
        memcpy(&id, at, sizeof id);
    return id;
}

static void is_refused(struct written w, const char *overlay, const char *id)
{
    char hint[200];
    snprintf(hint, sizeof hint, "did you mean \"%s\"?", id);
    if (w.scenario || !strstr(w.said, hint))
        fail_msg("%s: not \"%s\" but: %s", overlay, hint, w.said);
    written_free(&w);
}

/* The entry as a plan, as a stressor and, where it is one value, as a setting. */
static void slip(const char *map, const char *id, const char *key, const char *value)
{
    char overlay[1000], set[1000];
    const char *colon = *key ? ": " : "";
    snprintf(overlay, sizeof overlay, "%s: {%s%c: {%s%s%s}}\n", map, id, id[strlen(id) - 1], key, colon,
             value);
    is_refused(written(EVERYTHING, overlay, NULL), overlay, id);
    is_refused(written_stressed(EVERYTHING, overlay, NULL), overlay, id);
    if (!*key)
        return;
    snprintf(set, sizeof set, "%s.%s%c.%s=%s", map, id, id[strlen(id) - 1], key, value);
    is_refused(written(EVERYTHING, NULL, set), set, id);
}

/* A number more, a factor, back to the default, the default itself. */
static void slips_of_key(const char *map, const char *id, const struct field *f)
{
    bool number = f->kind == COUNT || f->kind == NUMBER || f->kind == DURATION || f->kind == DIST;
    slip(map, id, f->key, "~");
    if (number)
        slip(map, id, f->key, "x2");
    if (f->fallback && *f->fallback && !strpbrk(f->fallback, ",:"))
        slip(map, id, f->key, f->fallback);
}

static int slips_of(const struct scenario *s, const char *map)
{
    const struct field *f = schema.fields;
    while (strcmp(f->key, map) != 0)
        f++;
    const char *id = first_id(s, f);
    if (!id)
        fail_msg("add an entry of %s to this test", map);
    slip(map, id, "", "");
    for (const struct field *key = f->record->fields; key->key; key++)
        slips_of_key(map, id, key);
    return 1;
}

static int slips_in_shares(const struct scenario *s, const char *map)
{
    static const struct {
        const char *map, *set, *meant;
    } shares[] = {
        {"sites", "sites.camp.people={hostt: 1}", "host"},
        {"patrols", "patrols.supply.people={civilain: 1}", "civilian"},
        {"mechanisms", "mechanisms.blast.classes={nhc: 1}", "nch"},
    };
    for (size_t i = 0; s && i < sizeof shares / sizeof *shares; i++)
        if (!strcmp(shares[i].map, map)) {
            is_refused(written(EVERYTHING "mechanisms: {blast: {classes: {nch: 1}}}\n", NULL, shares[i].set),
                       shares[i].set, shares[i].meant);
            return 1;
        }
    fail_msg("add the shares in %s to this test", map);
    return 0;
}

/* Whether the schema of an entry has mappings by name within. */
static bool holds_shares(const json_t *entry)
{
    const char *key;
    json_t *value;
    json_object_foreach(json_object_get(entry, "properties"), key, value)
    {
        const json_t *first = json_array_get(json_object_get(value, "anyOf"), 0);
        if (json_is_object(json_object_get(first, "additionalProperties")))
            return true;
    }
    return false;
}

TEST(a_slip_in_the_name_of_an_entry_of_any_collection_is_refused)
{
    struct written w = written(EVERYTHING, NULL, NULL);
    char *text = NULL;
    size_t size;
    FILE *to = open_memstream(&text, &size);
    schema_json(to);
    fclose(to);
    json_t *top = json_loads(text, 0, NULL), *value;
    const char *key;
    int maps = 0, with_shares = 0;
    CHECK_TEXT(w.said, "");
    json_object_foreach(json_object_get(top, "properties"), key, value)
    {
        const json_t *entries = json_object_get(value, "additionalProperties");
        const json_t *entry = json_array_get(json_object_get(entries, "anyOf"), 0);
        if (!entry)
            continue;
        maps += slips_of(w.scenario, key);
        if (holds_shares(entry))
            with_shares += slips_in_shares(w.scenario, key);
    }
    CHECK(maps > 20 && with_shares == 3);
    json_decref(top);
    free(text);
    written_free(&w);
}

static void passes(const char *plan, const char *set)
{
    struct written w = written(EVERYTHING, plan, set);
    CHECK_TEXT(w.said, "");
    written_free(&w);
}

TEST(whole_new_entries_are_welcome)
{
    passes("assets: {heli2: {kind: helicopter, home: town}, held: {kind: ambulance, home: town}}\n", NULL);
    passes("facilities: {clinics: {site: camp}}\n", NULL);
    passes("postures: {readyy: {notice: 1 min}}\nassets: {heli: {posture_night: readyy}}\n", NULL);
    passes("outages: {radio2: {chance: 0.5}}\nown_vehicles: {bikes: {count: 1}}\n", NULL);
    passes("mechanisms: {crush: {classes: {nch: 1}}}\nhazards: {mechanism: crush}\n", NULL);
    passes(NULL, "goals.deaths={of: deaths, at_most: 2}");
    passes("assets: {heli2: {kind: helicopter, home: town}}\n", "assets.heli2.count=+1");
}

static void says(const char *plan, const char *set, const char *due)
{
    struct written w = written(EVERYTHING, plan, set);
    CHECK_TEXT(w.said, due);
    written_free(&w);
}

TEST(a_newcomer_that_is_not_whole_is_told_what_it_lacks)
{
    says("assets: {third: {count: 2}}\n", NULL,
         "1:10: error: there is no asset \"third\"\n    hint: a new asset needs kind, home\n");
    says("postures: {nap: {notice: x2}}\n", NULL,
         "1:12: error: there is no posture \"nap\"\n"
         "    hint: a new posture has values of its own, no x2, +1 or ~\n");
    says("assets: {heli: ~}\n", "assets.heli.count=+1",
         "--set:1:8: error: there is no asset \"heli\"\n    hint: what was laid before took it away\n");
}

TEST(a_newcomer_that_nothing_refers_to_is_remarked_on)
{
    says("postures: {nap: {notice: 2 h}}\n", NULL,
         "1:12: warning: nothing refers to the posture \"nap\": it changes nothing\n"
         "    hint: what may refer to it: assets.posture_day, assets.posture_night\n");
    says("postures: {nap: {notice: 2 h}}\n", "postures.nap=~", "");
}

TEST(capitals_accents_and_hyphens_make_no_other_name)
{
    says("sites: {Cámp: {at: [16, 0]}}\n", NULL,
         "1:9: error: there is no site \"Cámp\"\n    hint: did you mean \"camp\"?\n");
    CHECK_INT(word_distance_folded("Ménaka", "menaka"), 0);
    CHECK_INT(word_distance_folded("Me\u0301naka", "Ménaka"), 0);
    CHECK_INT(word_distance_folded("MI8-Gao", "mi8 gao"), 0);
    CHECK_INT(word_distance_folded("Łódź", "lodz"), 0);
    CHECK_INT(word_distance_folded("мали", "мали"), 0);
    CHECK(word_distance_folded("мали", "маки") > 0);
}
