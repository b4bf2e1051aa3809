/* read.c -- the layers, one over the other, become a scenario. */
#include "scenario/ground.h"

#include <sha256.h>
#include <string.h>
#include "check.h"
#include "layer.h"
#include "newcomer.h"
#include "overlay.h"
#include "scenario/print.h"

/* A scenario's trees and complaints while they are put together. */
struct stack {
    struct overlay overlay;
    const struct node *tree;
    bool incomplete; /* a layer could not be understood at all: the rest would make no sense */
};

static void lay(struct stack *k, const struct node *over)
{
    if (!over)
        k->incomplete = true;
    else if (over->kind == MAPPING)
        k->tree = overlay_lay(&k->overlay, k->tree, over);
    else if (over->kind != BROKEN)
        diag_error(k->overlay.diag, over->at, NULL, "a mapping of keys is due here, not %s",
                   node_shown(over, k->overlay.arena));
}

static void lay_sets(struct stack *k, const char *const *sets, int n, const char *option)
{
    for (int i = 0; i < n; i++) {
        struct place at = {option, i + 1, 1};
        const struct node *setting = setting_at(sets[i], at, k->tree, k->overlay.arena, k->overlay.diag);
        if (setting)
            lay(k, setting);
    }
}

/* All layers, one over the other. */
static struct stack stack_layers(const struct layers *l, struct arena *a, struct diag *d)
{
    struct stack k = {.overlay = {.arena = a, .diag = d}};
    k.tree = k.overlay.shipped = layer_shipped(a, d);
    lay(&k, l->input ? layer_text(l->input, l->file, a, d) : layer_file(l->file, a, d));
    k.overlay.relates = true;
    for (int i = 0; i < l->stressor_count; i++)
        lay(&k, layer_stressor(l->stressors[i], k.tree, a, d));
    for (int i = 0; i < l->plan_count; i++)
        lay(&k, layer_plan(l->plans[i], a, d));
    lay_sets(&k, l->sets, l->set_count, "--set");
    return k;
}

static const char *file_stem(const char *path, struct arena *a)
{
    const char *slash = strrchr(path, '/');
    char *stem = arena_text(a, slash ? slash + 1 : path), *dot = strrchr(stem, '.');
    if (!strcmp(stem, "-"))
        return "scenario";
    if (dot && dot > stem)
        *dot = 0;
    for (const char *at = stem; text_fault(at, &at);)
        stem[at - stem] = '?';
    for (char *c = stem; (c = strchr(c, '\n'));)
        *c = '?';
    return stem;
}

/* The scenario that a tree says, in the tree's arena or one that dies before it; NULL: it is wrong. */
static struct scenario *understood(const struct stack *k, const char *file, struct arena *a)
{
    struct scenario *s = arena_take(a, 1, sizeof *s);
    struct reader r = {.arena = a, .diag = k->overlay.diag, .top = k->incomplete ? NULL : k->tree};
    if (r.top)
        record_read(&r, &schema, r.top, (struct place){file, 1, 1}, s);
    s->file = arena_text(a, strcmp(file, "-") ? file : "standard input");
    if (!diag_failed(r.diag)) {
        check_scenario(&r, s);
        newcomers_check(&r, s, k->overlay.newcomers);
    }
    if (diag_failed(r.diag))
        return NULL;
    s->arena = a;
    if (!*s->name)
        s->name = file_stem(file, a);
    return s;
}

/* The limits of a file hold for the scenario in full too: a manifest that cannot be read is worth nothing. */
static bool reads_back(const struct scenario *s, struct diag *d)
{
    struct arena *scrap = arena_new();
    struct diag *unheard = diag_new();
    size_t length = strlen(s->text);
    if (length <= FILE_BYTES_MOST)
        yaml_read(s->text, length, (struct place){s->file, 1, 1}, scrap, unheard);
    bool good = length <= FILE_BYTES_MOST && !diag_failed(unheard);
    if (!good)
        diag_error(d, (struct place){s->file, 0, 0}, "write less: fewer entries, shorter lists of numbers",
                   "with all defaults filled in it is more than could be read again");
    diag_free(unheard);
    arena_free(scrap);
    return good;
}

struct scenario *scenario_read(const struct layers *l, struct diag *d)
{
    struct arena *a = arena_new();
    struct stack k = stack_layers(l, a, d);
    struct scenario *s = understood(&k, l->file, a);
    if (!s) {
        arena_free(a);
        return NULL;
    }
    s->text = scenario_print(s, false, a);
    if (!reads_back(s, d)) {
        arena_free(a);
        return NULL;
    }
    SHA256Data((const unsigned char *)s->text, strlen(s->text), s->digest);
    return s;
}

void scenario_free(struct scenario *s)
{
    if (s)
        arena_free(s->arena);
}

/* --- variants --------------------------------------------------------------------- */

struct ground {
    struct arena *arena;
    struct stack stack;
    const char *file;
};

struct ground *ground_read(const struct layers *l, struct diag *d)
{
    struct arena *a = arena_new();
    struct ground *g = arena_take(a, 1, sizeof *g);
    *g = (struct ground){.arena = a, .stack = stack_layers(l, a, d), .file = arena_text(a, l->file)};
    if (!g->stack.incomplete)
        return g;
    arena_free(a);
    return NULL;
}

void ground_free(struct ground *g)
{
    if (g)
        arena_free(g->arena);
}

struct scenario *ground_scenario(const struct ground *g, const char *const *sets, int n, const char *option,
                                 struct diag *d)
{
    struct arena *a = arena_new();
    struct stack k = g->stack;
    k.overlay.arena = a;
    k.overlay.diag = d;
    lay_sets(&k, sets, n, option);
    struct scenario *s = understood(&k, g->file, a);
    if (!s)
        arena_free(a);
    return s;
}
