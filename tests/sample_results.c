/* sample_results.c -- a small mission, and trials that never ran. */
#include "sample_results.h"

#include "test.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../sim/report/folder.h"
#include "base/arena.h"
#include "base/die.h"
#include "base/unit.h"
#include "random/luck.h"
#include "report/report.h"
#include "world/world.h"

enum { PEOPLE_MAX = 64, DIMENSIONS_OF_ONE = 4 };

static const char *const plain_names[SAMPLE_SECTORS_MAX] = {"Gao",      "Kidal",    "Timbuktu", "Mopti",
                                                            "Ménaka",   "Tessalit", "Aguelhok", "Ansongo",
                                                            "Douentza", "Gossi",    "Ber",      "Goundam"};
static const struct spot spots[SAMPLE_SECTORS_MAX] = {
    {16.27, -0.04}, {18.44, 1.41}, {16.77, -3.01}, {14.48, -4.18}, {15.92, 2.40},  {20.20, 1.01},
    {19.47, 0.86},  {15.66, 0.50}, {15.00, -2.95}, {15.82, -1.30}, {16.84, -2.53}, {16.41, -3.67}};

/* --- the scenario ----------------------------------------------------------- */

static void make_sites(struct scenario *s, const struct sample *of)
{
    s->sites.n = of->sectors;
    s->sites.at = arena_take(s->arena, (size_t)of->sectors, sizeof *s->sites.at);
    for (int i = 0; i < of->sectors; i++) {
        const char *name = of->names ? of->names[i] : plain_names[i];
        s->sites.at[i] =
            (struct site){.id = name, .sector = name, .at = spots[i], .strength = 300, .threat = 1};
    }
}

static void make_roads(struct scenario *s)
{
    s->roads.n = s->sites.n - 1;
    s->roads.at = arena_take(s->arena, (size_t)s->sites.n, sizeof *s->roads.at);
    for (int i = 0; i < s->roads.n; i++)
        s->roads.at[i] = (struct road){.id = "road", .from = i ? i - 1 : 0, .to = i + 1, .threat = 1};
}

static void make_patrols(struct scenario *s)
{
    s->patrols.n = s->sites.n > 2 ? 2 : 0;
    s->patrols.at = arena_take(s->arena, 2, sizeof *s->patrols.at);
    for (int i = 0; i < s->patrols.n; i++) {
        int *route = arena_take(s->arena, 2, sizeof *route);
        route[0] = i;
        route[1] = i + 1;
        s->patrols.at[i] = (struct patrol){.id = "patrol",
                                           .route = {2, route, false},
                                           .every_ms = DAYS(2),
                                           .speed_kmh = 25,
                                           .strength = 30,
                                           .threat = 1,
                                           .sector = ""};
    }
}

static void make_care(struct scenario *s)
{
    int role_2 = s->sites.n > 3 ? 3 : 0;
    s->facilities.n = 2;
    s->facilities.at = arena_take(s->arena, 2, sizeof *s->facilities.at);
    s->facilities.at[0] =
        (struct facility){.id = "gao_role_2", .site = 0, .level = "2", .bays = 2, .tables = 1, .beds = 10};
    s->facilities.at[1] = (struct facility){
        .id = "mopti_role_2", .site = role_2, .level = "2", .bays = 2, .tables = 1, .beds = 8};
    s->assets.n = 2;
    s->assets.at = arena_take(s->arena, 2, sizeof *s->assets.at);
    s->assets.at[0] =
        (struct asset){.id = "mi8_gao", .kind = HELICOPTER, .home = 0, .count = 2, .speed_kmh = 220};
    s->assets.at[1] = (struct asset){
        .id = "ambulance", .kind = AMBULANCE, .home = role_2, .count = 4, .on_surface_kmh = {60, 40, 20}};
}

static void make_attacks(struct scenario *s)
{
    s->mechanisms.n = 1;
    s->mechanisms.at = arena_take(s->arena, 1, sizeof *s->mechanisms.at);
    s->mechanisms.at[0] = (struct mechanism){.id = "blast"};
    s->attacks.n = 1;
    s->attacks.at = arena_take(s->arena, 1, sizeof *s->attacks.at);
    s->attacks.at[0] = (struct attack){.id = "ied",
                                       .per = PER_PATROL_KM,
                                       .rate = 0.002,
                                       .sites = {.all = true},
                                       .patrols = {.all = true},
                                       .mechanism_on_foot = -1};
    for (int i = 0; i < 48; i++)
        s->attacks.at[0].hours.factor[i] = 1;
}

static struct scenario *make_scenario(const struct sample *of)
{
    struct arena *a = arena_new();
    struct scenario *s = arena_take(a, 1, sizeof *s);
    *s = (struct scenario){
        .name = of->title ? of->title : "Mali, north, 2021",
        .file = "mali.yaml",
        .text = "name: Mali\n",
        .digest = "3fa9c1d25f0f4e6b8f3fa9c1d25f0f4e6b8f3fa9c1d25f0f4e6b8f3fa9c1d25f0",
        .arena = a,
        .run = {.horizon_ms = DAYS(28), .follow_up_ms = DAYS(30), .start_day = 18687},
        .map = {.kind = EARTH, .detour = 1.3},
    };
    make_sites(s, of);
    make_roads(s);
    make_patrols(s);
    make_care(s);
    make_attacks(s);
    return s;
}

/* --- the frame --------------------------------------------------------------- */

static struct frame *make_frame(const struct scenario *s)
{
    static const struct group fixed[] = {
        {"all", "all"}, {"category", "T1"}, {"light", "day"}, {"light", "night"}};
    struct arena *a = s->arena;
    struct frame *f = arena_take(a, 1, sizeof *f);
    struct group *group = arena_take(a, (size_t)(DIMENSIONS_OF_ONE + s->sites.n), sizeof *group);
    struct resource *resource = arena_take(a, 8, sizeof *resource);
    memcpy(group, fixed, sizeof fixed);
    for (int i = 0; i < s->sites.n; i++)
        group[DIMENSIONS_OF_ONE + i] = (struct group){"sector", s->sites.at[i].sector};
    int n = 0;
    for (int i = 0; i < s->facilities.n; i++) {
        const struct facility *x = &s->facilities.at[i];
        resource[n++] = (struct resource){"bays", x->id, x->bays};
        resource[n++] = (struct resource){"tables", x->id, x->tables};
        resource[n++] = (struct resource){"beds", x->id, i ? UNLIMITED : x->beds};
    }
    for (int i = 0; i < s->assets.n; i++)
        resource[n++] = (struct resource){"asset", s->assets.at[i].id, s->assets.at[i].count};
    *f = (struct frame){
        .scenario = s,
        .world = world_new(s),
        .bins = bins_of(MINUTES(1), HOURS(24), HOURS(1), DAYS(30)),
        .window = {0, s->run.horizon_ms, (int)(s->run.horizon_ms / HOURS(1))},
        .groups = DIMENSIONS_OF_ONE + s->sites.n,
        .group = group,
        .resources = n,
        .resource = resource,
    };
    return f;
}

/* --- the trials ----------------------------------------------------------------- */

struct person {
    int sector;
    bool night, operation, moved;
    int64_t at_ms[MILESTONES]; /* INT64_MAX: never */
    int64_t wait_ms[WAITS];    /* until surgery */
};

static struct person draw_person(const struct sample *of, const struct luck *l, int number)
{
    static const struct {
        enum wait wait;
        double mean_min;
    } way[] = {{WAIT_MESSAGE, 8},   {WAIT_DECISION, 22}, {WAIT_ASSET_BUSY, 6}, {WAIT_DARK, 9},
               {WAIT_NOTICE, 14},   {WAIT_OUTBOUND, 26}, {WAIT_LOADING, 11},   {WAIT_TO_CARE, 30},
               {WAIT_UNLOADING, 5}, {WAIT_IN_BAY, 12},   {WAIT_TABLE_FULL, 7}};
    struct person p = {0};
    double u[4];
    luck_four(l, DRAW_WOUND, (uint64_t)number, 0, u);
    p.sector = (int)(u[0] * of->sectors);
    p.operation = u[1] < 0.4;
    p.night = u[2] < 0.45;
    p.moved = u[3] >= of->never;
    double slower = 1 + of->slower * p.sector;
    int64_t at_ms = 0;
    for (size_t i = 0; i < sizeof way / sizeof way[0]; i++) {
        double draw = 0.4 + 1.2 * luck_uniform(l, DRAW_NOTICE, (uint64_t)number, i);
        p.wait_ms[way[i].wait] = (int64_t)(way[i].mean_min * draw * slower * (double)MINUTES(1));
        at_ms += p.wait_ms[way[i].wait];
    }
    p.at_ms[SURGERY] = at_ms;
    p.at_ms[FACILITY] = p.at_ms[SURGICAL_FACILITY] =
        at_ms - p.wait_ms[WAIT_IN_BAY] - p.wait_ms[WAIT_TABLE_FULL];
    p.at_ms[RESUSCITATION] = p.at_ms[FACILITY] - 5 * p.wait_ms[WAIT_UNLOADING];
    p.at_ms[ALERTED] = p.wait_ms[WAIT_MESSAGE];
    p.at_ms[FIRST_AID] = (int64_t)(22 * u[3] * u[3] * (double)MINUTES(1));
    for (int m = 0; m < MILESTONES && !p.moved; m++)
        p.at_ms[m] = INT64_MAX;
    return p;
}

static bool belongs(const struct person *p, int group)
{
    switch (group) {
    case 0:
        return true;
    case 1:
        return p->operation;
    case 2:
        return !p->night;
    case 3:
        return p->night;
    default:
        return p->sector == group - DIMENSIONS_OF_ONE;
    }
}

static int earlier(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static bool needs(const struct person *p, int m)
{
    return p->operation || m < SURGICAL_FACILITY;
}

static void add_milestone(struct tally *t, const struct person *people, int n, int group, int m)
{
    int64_t at_ms[PEOPLE_MAX], who = 0, reached = 0, sum = 0;
    for (int i = 0; i < n; i++)
        if (belongs(&people[i], group) && needs(&people[i], m)) {
            who++;
            if (people[i].at_ms[m] != INT64_MAX)
                at_ms[reached++] = people[i].at_ms[m];
        }
    qsort(at_ms, (size_t)reached, sizeof *at_ms, earlier);
    needed_add(&t->needed[group * MILESTONES + m], who);
    const struct bins *bins = &t->frame->bins;
    struct curve_cell *cells = t->cells + m * bins->count * t->frame->groups + group;
    for (int64_t k = 0; k < reached; k++) {
        curve_add(&cells[bins_find(bins, at_ms[k]) * t->frame->groups], k + 1, who);
        sum += at_ms[k];
    }
    ratio_add(&t->times[group * MILESTONES + m], sum, reached);
}

static void add_outcomes(struct tally *t, const struct person *people, int n, int group)
{
    int64_t count[OUTCOME_COUNTS] = {0}, who = 0;
    for (int i = 0; i < n; i++) {
        if (!belongs(&people[i], group))
            continue;
        who++;
        bool dies = people[i].operation && people[i].at_ms[SURGERY] > HOURS(3);
        count[dies ? DIED_BEFORE_FACILITY : SURVIVED]++;
        count[DELAY_ATTRIBUTABLE] += dies && people[i].night;
        count[UNAVOIDABLE] += dies && !people[i].night;
    }
    for (int o = 0; o < OUTCOME_COUNTS; o++)
        ratio_add(&t->outcomes[group * OUTCOME_COUNTS + o], count[o], who);
}

static void add_waits(struct tally *t, const struct person *p)
{
    const int all = PENDING_SETS - 1;
    for (int group = 0; group < t->frame->groups; group++)
        for (int w = 0; w < WAITS && p->operation && belongs(p, group); w++)
            t->waits[(all * WAITS + w) * t->frame->groups + group] += p->wait_ms[w];
}

static void add_use(struct tally *t, const struct luck *l)
{
    const struct occupancy_window *w = &t->frame->window;
    for (int i = 0; i < t->frame->resources; i++) {
        int64_t from_ms = (int64_t)(luck_uniform(l, DRAW_STAY, (uint64_t)i, 0) * (double)(w->to_ms / 2));
        int64_t to_ms = from_ms + DAYS(1) * (1 + i);
        occupancy_change(&t->busy[i], w, 0, 1, 0, from_ms);
        occupancy_change(&t->busy[i], w, 1, -1, from_ms, to_ms);
        occupancy_close(&t->busy[i], w, 0, to_ms);
    }
}

static void add_trial(struct tally *t, const struct sample *of, uint64_t number)
{
    struct luck l = {20260, number};
    struct person people[PEOPLE_MAX];
    int n = (int)(2 * of->casualties * luck_uniform(&l, DRAW_ATTACK_SIZE, 0, 0) + 0.5);
    for (int i = 0; i < n; i++) {
        people[i] = draw_person(of, &l, i);
        add_waits(t, &people[i]);
    }
    for (int group = 0; group < t->frame->groups; group++) {
        add_outcomes(t, people, n, group);
        for (int m = 0; m < MILESTONES; m++)
            add_milestone(t, people, n, group, m);
    }
    add_use(t, &l);
    ratio_add(&t->per_trial[CASUALTIES], n, 1);
    t->trials++;
}

struct results *sample_results(const struct sample *of)
{
    const struct scenario *s = make_scenario(of);
    struct frame *f = make_frame(s);
    struct tally *t = tally_new(f);
    for (int i = 0; i < of->trials; i++)
        add_trial(t, of, (uint64_t)i);
    struct results *r = calloc(1, sizeof *r);
    *r = (struct results){.scenario = s,
                          .frame = f,
                          .tally = t,
                          .seed = 20260,
                          .trials_asked = of->trials,
                          .trials_done = of->trials,
                          .wall_s = 1.5,
                          .cpu_s = 3,
                          .jobs = 2};
    return r;
}

void sample_free(struct results *r)
{
    struct arena *a = r->scenario->arena;
    world_free((struct world *)r->frame->world);
    tally_free((struct tally *)r->tally);
    arena_free(a);
    free(r);
}

/* --- results in a folder ------------------------------------------------------- */

const char *place_make(void)
{
    static char folder[64], target[80];
    snprintf(folder, sizeof folder, "/tmp/casevac-report-XXXXXX");
    CHECK(mkdtemp(folder));
    snprintf(target, sizeof target, "%s/run", folder);
    return target;
}

void place_clear(const char *target)
{
    char command[200];
    CHECK(strncmp(target, "/tmp/casevac-report-", 20) == 0);
    snprintf(command, sizeof command, "rm -r '%.26s'", target);
    CHECK(system(command) == 0);
}

char *place_read(const char *folder, const char *name)
{
    char *path = path_join(folder, name);
    FILE *from = fopen(path, "rb");
    free(path);
    if (!from)
        return NULL;
    fseek(from, 0, SEEK_END);
    size_t size = (size_t)ftell(from);
    rewind(from);
    char *text = must_alloc(size + 1, 1);
    CHECK(fread(text, 1, size, from) == size);
    fclose(from);
    return text;
}

bool place_has(const char *folder, const char *name)
{
    char *path = path_join(folder, name);
    bool there = access(path, F_OK) == 0;
    free(path);
    return there;
}

int sample_write(const char *target, const struct sample *s, bool overwrite, bool charts)
{
    char *words[] = {"casevac", "run", NULL};
    struct results *r = sample_results(s);
    struct report *p = report_open(target, overwrite, 2, words);
    int code = report_close(p, r, charts);
    report_free(p);
    sample_free(r);
    return code;
}

int sample_write_drawn_by(const char *program, const char *target, const struct sample *s, bool overwrite)
{
    fflush(stderr);
    int shown = dup(STDERR_FILENO), nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDERR_FILENO);
    setenv("CASEVAC_GNUPLOT", program, 1);
    int code = sample_write(target, s, overwrite, true);
    unsetenv("CASEVAC_GNUPLOT");
    fflush(stderr);
    dup2(shown, STDERR_FILENO);
    close(shown);
    close(nowhere);
    return code;
}
