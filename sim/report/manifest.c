/* manifest.c -- scenario, seed, digests; and, apart, when and where. */
#include "manifest.h"

#include <errno.h>
#include <sha2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>
#include "base/die.h"
#include "base/version.h"
#include "inventory.h"
#include "json.h"

enum { MANIFEST_VERSION = 1 };

static json_t *scenario(const struct scenario *s)
{
    json_t *o = json_object();
    json_text(o, "name", s->name);
    json_text(o, "digest_sha256", s->digest);
    json_text(o, "text", s->text);
    return o;
}

static json_t *overrides(const struct origin *o)
{
    json_t *list = json_array();
    for (int i = 0; i < o->overrides; i++) {
        json_t *row = json_object();
        json_text(row, "option", o->override[i].option);
        json_text(row, "value", o->override[i].value);
        json_row(list, row);
    }
    return list;
}

/* Read once: files do not change when they are closed. */
static json_t *digests(struct folder *f)
{
    json_t *o = json_object();
    for (struct folder_file *file = f->file; file < f->file + f->count; file++) {
        char *path = path_join(f->draft, file->name);
        if (strcmp(file->name, MANIFEST_NAME)) {
            if (!*file->digest && !SHA256File(path, file->digest))
                die(EXIT_FILE, "cannot read %s again: %s", path, strerror(errno));
            json_text(o, file->name, file->digest);
        }
        free(path);
    }
    return o;
}

static json_t *charts(const struct folder *f)
{
    char *path = path_join(f->draft, CHARTS_NAME);
    json_t *o = inventory_of(path);
    free(path);
    return o;
}

static json_t *left_out(const struct mishaps *m)
{
    json_t *o = json_object(), *broken = json_array();
    json_count(o, "not_played", m->unplayed);
    json_count(o, "broken", m->broken);
    for (int i = 0; i < MISHAPS_TOLD && i < m->broken; i++) {
        json_t *row = json_object();
        json_count(row, "trial", m->told[i].trial);
        json_text(row, "trouble", m->told[i].trouble);
        json_row(broken, row);
    }
    json_child(o, "first_broken", broken);
    return o;
}

static void add_time(json_t *o, const char *key, time_t at)
{
    struct tm utc;
    char text[32] = "";
    if (gmtime_r(&at, &utc))
        strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    json_text(o, key, text);
}

static json_t *command(const struct origin *o)
{
    json_t *list = json_array();
    for (int i = 0; i < o->argc; i++) {
        json_t *word = json_string(o->argv[i]);
        json_row(list, word ? word : json_string("?"));
    }
    return list;
}

static void add_machine(json_t *o)
{
    struct utsname machine;
    char libc[64] = "";
    confstr(_CS_GNU_LIBC_VERSION, libc, sizeof libc);
    if (uname(&machine) == 0) {
        json_text(o, "host", machine.nodename);
        json_text(o, "system", machine.sysname);
        json_text(o, "system_release", machine.release);
        json_text(o, "processor", machine.machine);
    }
    json_text(o, "compiler", __VERSION__);
    json_text(o, "c_library", libc);
    json_text(o, "libraries", LIBRARIES);
}

static json_t *run_info(const struct provenance *r, const struct origin *o)
{
    json_t *info = json_object();
    json_child(info, "command", command(o));
    json_text(info, "scenario_file", r->scenario->file);
    add_time(info, "started", o->started);
    add_time(info, "finished", time(NULL));
    json_figure(info, "wall_s", r->wall_s, 3);
    json_figure(info, "cpu_s", r->cpu_s, 3);
    json_count(info, "jobs", r->jobs);
    add_machine(info);
    return info;
}

static json_t *models(const struct provenance *p)
{
    json_t *list = json_array();
    for (int i = 0; p->models[i]; i++)
        json_row(list, json_string(p->models[i]));
    return list;
}

static json_t *arms(const struct provenance *p)
{
    json_t *list = json_array();
    for (int i = 0; i < p->arms; i++) {
        json_t *row = json_object();
        json_text(row, "arm", p->arm[i].name);
        json_child(row, "scenario", scenario(p->arm[i].scenario));
        json_row(list, row);
    }
    return list;
}

void manifest_write(struct folder *f, const struct provenance *p, const struct origin *o)
{
    json_t *all = json_object();
    json_count(all, "manifest_version", MANIFEST_VERSION);
    json_text(all, "program", "casevac");
    json_text(all, "casevac_version", CASEVAC_VERSION);
    json_text(all, "command", p->command);
    json_text(all, "status", p->status == PARTIAL ? "partial" : "complete");
    json_count(all, "seed", (int64_t)p->seed);
    json_count(all, "trials_asked", p->trials_asked);
    json_count(all, "trials", p->trials_done);
    json_count(all, "events", p->events);
    json_child(all, "overrides", overrides(o));
    json_child(all, "scenario", scenario(p->scenario));
    if (p->arms)
        json_child(all, "arms", arms(p));
    if (p->models[0])
        json_child(all, "survival_models", models(p));
    if (mishaps_left_out(&p->mishaps))
        json_child(all, "trials_left_out", left_out(&p->mishaps));
    json_child(all, MANIFEST_FILES, digests(f));
    json_child(all, MANIFEST_CHARTS, charts(f));
    json_child(all, "run_info", run_info(p, o));
    FILE *to = folder_file(f, MANIFEST_NAME);
    json_finish(all, to);
    folder_file_close(f, to);
}

void origin_override(struct origin *o, const char *option, const char *value)
{
    o->override = must_realloc(o->override, (size_t)o->overrides + 1, sizeof *o->override);
    o->override[o->overrides++] = (struct override){option, value};
}

struct provenance provenance_of(const struct results *r)
{
    return (struct provenance){
        .command = "run",
        .scenario = r->scenario,
        .seed = r->seed,
        .trials_asked = r->trials_asked,
        .trials_done = r->trials_done,
        .casualties = r->tally->per_trial[CASUALTIES].y,
        .events = r->tally->events,
        .status = r->status,
        .mishaps = r->mishaps,
        .wall_s = r->wall_s,
        .cpu_s = r->cpu_s,
        .jobs = r->jobs,
    };
}
