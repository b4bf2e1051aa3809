/* stressor.c -- ladders: what makes it worse, step by step. */
#include "scenario/stressor.h"

#include <string.h>
#include <unistd.h>
#include "axis.h"
#include "base/word.h"
#include "layer.h"

static const char *all_rungs(const struct node *rungs, struct arena *a)
{
    const char *all = "its rungs are ";
    for (int i = 0; i < rungs->n && i < 20; i++)
        all = arena_print(a, "%s%s%s", all, i ? ", " : "", rungs->entries[i].key);
    return all;
}

static const struct node *pick_rung(const struct node *n, const struct node *rungs, const char *rung,
                                    struct arena *a, struct diag *d)
{
    const struct node *rest = node_without(n, (const char *const[]){"name", "about", "rungs", NULL}, a);
    if (rungs->kind != MAPPING || !rungs->n) {
        diag_error(d, rungs->at, NULL, "rungs: a mapping of names to overlays is due here");
    } else if (rest->n) {
        diag_error(d, rest->entries[0].key_at, "move it into the rungs",
                   "a stressor with rungs has only name, about and rungs");
    } else if (!rung) {
        diag_error(d, rungs->at, all_rungs(rungs, a), "one of the rungs must be chosen: %s:%s",
                   rungs->at.file, rungs->entries[0].key);
    } else if (!node_find(rungs, rung)) {
        struct nearest nearest = {.wanted = rung};
        for (int i = 0; i < rungs->n; i++)
            nearest_try(&nearest, rungs->entries[i].key);
        diag_error(d, rungs->at, nearest.best ? did_you_mean(a, nearest.best) : all_rungs(rungs, a),
                   "there is no rung \"%s\"", rung);
    } else {
        return node_find(rungs, rung);
    }
    return NULL;
}

static bool only_axis(const struct node *n, struct arena *a, struct diag *d)
{
    const struct node *rest = node_without(n, (const char *const[]){"name", "about", "axis", NULL}, a);
    if (rest->n)
        diag_error(d, rest->entries[0].key_at, "lay it as a plan beside it",
                   "a stressor with an axis has only name, about and axis");
    return !rest->n;
}

/* --- a stressor as a ladder ------------------------------------------------------- */

static const char *text_of(const struct node *n, const char *key, const char *otherwise)
{
    const struct node *value = node_find(n, key);
    return value && value->kind == SCALAR ? value->text : otherwise;
}

static const char *name_of_file(const char *file, struct arena *a)
{
    const char *slash = strrchr(file, '/');
    char *name = arena_text(a, slash ? slash + 1 : file), *dot = strrchr(name, '.');
    if (dot && dot > name)
        *dot = 0;
    return name;
}

const struct stressor *stressor_read(const char *file, struct arena *a, struct diag *d)
{
    const struct node *n = layer_file(file, a, d), *rungs = n ? node_find(n, "rungs") : NULL,
                      *axis = n ? node_find(n, "axis") : NULL;
    struct stressor *s = arena_take(a, 1, sizeof *s);
    if (!n || (axis && !(only_axis(n, a, d) && axis_read(axis, &s->axis, a, d))))
        return NULL;
    if (rungs && (rungs->kind != MAPPING || !rungs->n)) {
        diag_error(d, rungs->at, NULL, "rungs: a mapping of names to overlays is due here");
        return NULL;
    }
    s->file = arena_text(a, file);
    s->name = text_of(n, "name", name_of_file(file, a));
    s->about = text_of(n, "about", "");
    s->rungs = axis ? 0 : rungs ? rungs->n : 1;
    const char **rung = arena_take(a, (size_t)s->rungs + 1, sizeof *rung);
    for (int i = 0; i < s->rungs; i++)
        rung[i] = rungs ? rungs->entries[i].key : "";
    s->rung = rung;
    return s;
}

const char *stressor_rung(const struct stressor *s, int rung, struct arena *a)
{
    return *s->rung[rung] ? arena_print(a, "%s:%s", s->file, s->rung[rung]) : s->file;
}

const char *stressor_place(const struct stressor *s, double severity, struct arena *a)
{
    return arena_print(a, "%s:%s", s->file, axis_value(&s->axis, severity, a));
}

const struct node *layer_stressor(const char *path, const struct node *base, struct arena *a, struct diag *d)
{
    char *file = arena_text(a, path), *colon = access(path, F_OK) ? strrchr(file, ':') : NULL;
    const char *rung = colon ? colon + 1 : NULL;
    if (colon)
        *colon = 0;
    const struct node *n = layer_file(file, a, d), *rungs = n ? node_find(n, "rungs") : NULL;
    const struct node *axis = n ? node_find(n, "axis") : NULL;
    struct axis x;
    if (axis)
        return only_axis(n, a, d) && axis_read(axis, &x, a, d) ? axis_lay(&x, rung, axis->at, base, a, d)
                                                               : NULL;
    if (rungs)
        return pick_rung(n, rungs, rung, a, d);
    if (n && rung)
        diag_error(d, n->at, NULL, "the stressor has no rungs, so not \"%s\"", rung);
    return node_without(n, own_keys, a);
}
