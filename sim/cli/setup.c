/* setup.c -- what several commands take from their line alike. */
#include "cli/setup.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>
#include "base/arena.h"
#include "base/diag.h"
#include "base/die.h"
#include "cli/shipped.h"

enum { ERRORS_SHOWN = 20 };

/* A file's own name, without the folders it lies in: those are this machine's affair. */
static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* "My Mission.yaml" in any folder becomes "my-mission": safe as a folder's name. */
static char *slug(const char *path, struct arena *a)
{
    char *name = arena_text(a, file_name(path));
    char *dot = strrchr(name, '.');
    if (dot && dot > name &&
        (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0 || strcmp(dot, ".csv") == 0))
        *dot = 0;
    bool wordy = false;
    for (char *c = name; *c; c++) {
        unsigned char letter = (unsigned char)*c;
        bool plain = letter < 128 && isalnum(letter);
        wordy = wordy || plain;
        *c = plain ? (char)tolower(letter) : letter == '_' || letter == '.' ? *c : '-';
    }
    return wordy ? name : arena_text(a, "scenario");
}

static const char *folder_of(const struct command_line *line, const char *ending)
{
    const char *given = line->option[OPTION_RESULTS].text;
    return given ? given
                 : arena_print(line->memory, "results/%s%s", slug(line->argument, line->memory), ending);
}

struct report *report_of(const struct command_line *line, const char *ending)
{
    struct report *p = report_open(folder_of(line, ending), line->option[OPTION_OVERWRITE].times > 0,
                                   line->argc, line->argv);
    overrides_note(line, report_origin(p));
    return p;
}

int mishaps_code(const struct mishaps *m, int code)
{
    for (int i = 0; i < MISHAPS_TOLD && i < m->broken; i++)
        fprintf(stderr, "casevac: left out trial %lld: %s\n", (long long)m->told[i].trial,
                m->told[i].trouble);
    if (!m->broken)
        return code;
    fprintf(stderr,
            "    %lld trials broke and are left out; look at one with: casevac trace SCENARIO --trial %lld\n",
            (long long)m->broken, (long long)m->told[0].trial);
    return m->defects ? EXIT_DEFECT : EXIT_MEMORY;
}

int jobs_of(const struct command_line *line)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    if (line->option[OPTION_JOBS].times)
        return (int)line->option[OPTION_JOBS].whole;
    return cores > 0 ? (int)cores : 1;
}

uint64_t seed_of(const struct command_line *line, const struct scenario *s)
{
    const struct given *seed = &line->option[OPTION_SEED];
    return (uint64_t)(seed->times ? seed->whole : s->run.seed);
}

/* "plans/a.yaml,b.yaml" is "a.yaml,b.yaml". */
static const char *file_names(const char *list, struct arena *a)
{
    char *names = arena_text(a, list), *to = names;
    for (const char *from = list; *from;) {
        size_t length = strcspn(from, ",");
        char *one = arena_print(a, "%.*s", (int)length, from);
        to = stpcpy(to, file_name(one));
        from += length;
        if (*from)
            *to++ = *from++;
    }
    *to = 0;
    return names;
}

void overrides_note(const struct command_line *line, struct origin *o)
{
    static const enum option_id laid[] = {OPTION_STRESSOR, OPTION_PLAN, OPTION_SET};
    for (size_t i = 0; i < sizeof laid / sizeof *laid; i++) {
        const struct given *g = &line->option[laid[i]];
        for (int k = 0; k < g->times; k++)
            origin_override(o, options[laid[i]].name,
                            laid[i] == OPTION_SET ? g->texts[k] : file_names(g->texts[k], line->memory));
    }
}

/* --- layers ------------------------------------------------------------------------ */

/* A bare name was looked for among those shipped as well: say where. */
static void must_be_readable(const char *file, const char *folder, struct arena *a)
{
    if (strcmp(file, "-") == 0 || access(file, R_OK) == 0)
        return;
    const char *why = strerror(errno);
    if (strchr(file, '/'))
        die(EXIT_FILE, "cannot read %s: %s", file, why);
    die(EXIT_FILE, "cannot read %s: %s; nor is one of that name shipped in %s", file, why,
        shipped_places(folder, a));
}

/* "A.yaml,B.yaml" is one plan of two files. */
static int split(char *files, const char **at, struct arena *a)
{
    int n = 0;
    for (char *rest, *file = strtok_r(files, ",", &rest); file; file = strtok_r(NULL, ",", &rest)) {
        at[n] = shipped_find(file, "/plans", a);
        must_be_readable(at[n++], "/plans", a);
    }
    return n;
}

static void lay_plan(struct layers *l, const char *plan, struct arena *a)
{
    const char **files = arena_take(a, strlen(plan) + 1, sizeof *files);
    l->plan_count = split(arena_text(a, plan), files, a);
    l->plans = files;
}

/* "night:ban" is a rung of a shipped stressor, or of a file of that name. */
static const char *stressor_found(const char *typed, struct arena *a)
{
    const char *colon = access(typed, F_OK) ? strrchr(typed, ':') : NULL;
    const char *file =
        shipped_find(colon ? arena_print(a, "%.*s", (int)(colon - typed), typed) : typed, "/stressors", a);
    must_be_readable(file, "/stressors", a);
    return colon ? arena_print(a, "%s%s", file, colon) : file;
}

struct layers layers_of(const struct command_line *line, int plan)
{
    const struct given *stressors = &line->option[OPTION_STRESSOR], *sets = &line->option[OPTION_SET];
    struct arena *a = line->memory;
    struct layers l = {
        .file = shipped_find(line->argument, "", a),
        .sets = sets->texts,
        .set_count = sets->times,
    };
    must_be_readable(l.file, "", a);
    for (int i = 0; i < stressors->times; i++)
        l = layers_with_stressor(&l, stressor_found(stressors->texts[i], a), a);
    if (plan >= 0)
        lay_plan(&l, line->option[OPTION_PLAN].texts[plan], a);
    return l;
}

const char *plan_name(const struct command_line *line, int plan)
{
    char *name = arena_text(line->memory, file_names(line->option[OPTION_PLAN].texts[plan], line->memory));
    char *to = name;
    for (char *from = name; *from; from++) {
        if (*from == ',')
            *to++ = '+';
        else if (!strncmp(from, ".yaml", 5) && (!from[5] || from[5] == ','))
            from += 4;
        else
            *to++ = *from;
    }
    *to = 0;
    return name;
}

struct scenario *scenario_of_layers(const struct layers *l)
{
    struct diag *d = diag_new();
    struct scenario *s = scenario_read(l, d);
    diag_print(d, stderr, ERRORS_SHOWN);
    diag_free(d);
    return s;
}
