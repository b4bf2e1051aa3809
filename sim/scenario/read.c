/* read.c -- the layers, one over the other, become a scenario. */
#include "scenario/read.h"

#include <sha256.h>
#include <string.h>
#include "check.h"
#include "layer.h"
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

/* The tree of all layers; NULL when any cannot be understood. */
static const struct node *stack_layers(const struct layers *l, struct arena *a, struct diag *d)
{
    struct stack k = {.overlay = {.arena = a, .diag = d}};
    k.tree = k.overlay.shipped = layer_shipped(a, d);
    lay(&k, l->input ? layer_text(l->input, l->file, a, d) : layer_file(l->file, a, d));
    k.overlay.relates = true;
    for (int i = 0; i < l->stressor_count; i++)
        lay(&k, layer_stressor(l->stressors[i], k.tree, a, d));
    for (int i = 0; i < l->plan_count; i++)
        lay(&k, layer_plan(l->plans[i], a, d));
    for (int i = 0; i < l->set_count; i++) {
        const struct node *setting = setting_read(l->sets[i], i + 1, k.tree, a, d);
        if (setting)
            lay(&k, setting);
    }
    return k.incomplete ? NULL : k.tree;
}

static const char *file_stem(const char *path, struct arena *a)
{
    const char *slash = strrchr(path, '/');
    char *stem = arena_text(a, slash ? slash + 1 : path), *dot = strrchr(stem, '.');
    if (!strcmp(stem, "-"))
        return "scenario";
    if (dot && dot > stem)
        *dot = 0;
    for (char *c = stem; *c; c++)
        if ((unsigned char)*c < ' ' || *c == 127)
            *c = '?';
    return stem;
}

struct scenario *scenario_read(const struct layers *l, struct diag *d)
{
    struct arena *a = arena_new();
    struct scenario *s = arena_take(a, 1, sizeof *s);
    struct reader r = {.arena = a, .diag = d};
    r.top = stack_layers(l, a, d);
    if (r.top)
        record_read(&r, &schema, r.top, (struct place){l->file, 1, 1}, s);
    s->file = arena_text(a, strcmp(l->file, "-") ? l->file : "standard input");
    if (!diag_failed(d))
        check_scenario(&r, s);
    if (diag_failed(d)) {
        arena_free(a);
        return NULL;
    }
    s->arena = a;
    if (!*s->name)
        s->name = file_stem(l->file, a);
    s->text = scenario_print(s, false, a);
    SHA256Data((const unsigned char *)s->text, strlen(s->text), s->digest);
    return s;
}

void scenario_free(struct scenario *s)
{
    if (s)
        arena_free(s->arena);
}
