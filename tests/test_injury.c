/* test_injury.c -- the injury clock, with the shipped classes, against its tables of reference. */
#include "test.h"

#include <math.h>

#include "base/unit.h"
#include "random/luck.h"
#include "scenario/read.h"
#include "study.h"
#include "world/injury.h"

enum { NEVER = -1, FOLLOW_UP_D = 30 };

/* Minutes after wounding at which care of each level is in force; NEVER: not at all. */
struct course {
    double min[CARES];
};

static const struct course courses[] = {
    // clang-format off
    {{ 0, 0, 0, 0, 0 }},                    /* P0: everything at once */
    {{ 5, 30, 60, 120, 360 }},              /* P1: 10-1-2 met */
    {{ 3, 10, 60, 100, 340 }},              /* P2: as the US in Afghanistan */
    {{ 5, 30, 90, 390, 1440 }},             /* P3: slow, with blood forward */
    {{ 5, 30, NEVER, 390, 1440 }},          /* P4: slow, without */
    {{ 5, 60, NEVER, 870, 2880 }},          /* P5: very slow */
    {{ NEVER, 60, NEVER, 390, 1440 }},      /* P6: and no tourniquet */
    {{ NEVER, NEVER, NEVER, NEVER, NEVER }} /* P7: no care at all */
    // clang-format on
};
enum { P0, P1, P2, P3, P4, P5, P6, P7, COURSES };

static const char *const class_ids[] = {"exp", "xh", "nch", "air", "tbi", "sev1", "sev2", "min"};
enum { CLASSES = 8 };

static struct scenario *defaults(void)
{
    return scenario_of("tests/theory/incidents.yaml", NULL);
}

static const struct class *class_called(const struct scenario *s, const char *id)
{
    for (int i = 0; i < s->classes.n; i++)
        if (!strcmp(s->classes.at[i].id, id))
            return &s->classes.at[i];
    fail_msg("there is no class %s", id);
    return NULL;
}

/* The moment of death of one who can bear `tolerance`; INT64_MAX: never. */
static int64_t dies_ms(const struct class *c, const struct course *course, double tolerance)
{
    struct injury i;
    injury_begin(&i, INJURY_CLOCK, c, tolerance, true);
    for (int level = 0; level < CARES; level++) {
        if (course->min[level] < 0)
            continue;
        int64_t at_ms = llround(course->min[level] * (double)MINUTES(1));
        int64_t dies = injury_death_ms(&i);
        if (dies <= at_ms)
            return dies;
        if (!injury_treat(&i, (enum care)level, at_ms))
            return at_ms;
    }
    return injury_death_ms(&i);
}

/* The share dead by then: who can bear least die first, so the clock's reading is found by halving. */
static double dead_by(const struct class *c, const struct course *course, int64_t end_ms)
{
    double low = 0, high = 64;
    while (high - low > 1e-7) {
        double mid = (low + high) / 2;
        if (dies_ms(c, course, mid) <= end_ms)
            low = mid;
        else
            high = mid;
    }
    return 1 - exp(-low);
}

static int64_t end_of(int course)
{
    return course == P7 ? DAYS(1) : DAYS(FOLLOW_UP_D);
}

TEST(the_share_dead_of_each_class_under_each_course_of_care_is_that_of_the_table)
{
    static const double table[COURSES][CLASSES] = {
        // clang-format off
        { .7200, .0298, .0788, .0397, .2180, .0249, .0040, .0003 },
        { .9991, .1428, .4080, .4037, .3506, .0560, .0120, .0005 },
        { .9986, .1029, .3806, .2289, .3417, .0520, .0111, .0005 },
        { 1.000, .1668, .6694, .4775, .5277, .1146, .0291, .0012 },
        { 1.000, .2282, .8737, .5204, .5556, .1810, .0352, .0012 },
        { 1.000, .2760, .9795, .7508, .7149, .2958, .0700, .0022 },
        { 1.000, .7712, .8776, .8651, .5578, .1834, .0354, .0012 },
        { 1.000, 1.000, .9973, 1.000, .6321, .3935, .0952, .0014 },
        // clang-format on
    };
    struct scenario *s = defaults();
    for (int p = 0; p < COURSES; p++)
        for (int k = 0; k < CLASSES; k++)
            CHECK_NEAR(dead_by(class_called(s, class_ids[k]), &courses[p], end_of(p)), table[p][k], 1e-4);
    scenario_free(s);
}

static double expected_deaths(const struct scenario *s, const char *mechanism, int course)
{
    double sum = 0;
    for (int m = 0; m < s->mechanisms.n; m++) {
        const struct shares *mix = &s->mechanisms.at[m].classes;
        if (strcmp(s->mechanisms.at[m].id, mechanism))
            continue;
        for (int i = 0; i < mix->n; i++) {
            const struct class *c = &s->classes.at[mix->at[i].of];
            sum += mix->at[i].share * (c->killed ? 1 : dead_by(c, &courses[course], end_of(course)));
        }
    }
    return 100 * sum;
}

TEST(the_deaths_expected_of_each_mechanism_are_those_of_the_table)
{
    static const char *const mechanisms[] = {"ied_mounted", "ied_dismounted", "gsw", "idf", "rta", "oef_us"};
    static const double table[COURSES][6] = {
        // clang-format off
        { 14.0, 14.0, 15.2,  6.8,  3.8,  5.1 },
        { 18.4, 19.2, 20.1,  9.4,  5.7,  7.8 },
        { 17.8, 18.4, 19.4,  9.1,  5.5,  7.5 },
        { 21.6, 22.7, 23.8, 11.7,  7.5, 10.1 },
        { 23.6, 25.4, 26.5, 13.2,  8.5, 11.6 },
        { 27.0, 29.3, 30.4, 15.8, 10.7, 14.3 },
        { 25.2, 31.3, 29.0, 14.3,  8.9, 12.7 },
        { 29.8, 38.2, 34.8, 18.1, 11.9, 16.7 },
        // clang-format on
    };
    struct scenario *s = defaults();
    for (int p = 0; p < COURSES; p++)
        for (int m = 0; m < 6; m++)
            CHECK_NEAR(expected_deaths(s, mechanisms[m], p), table[p][m], 0.1);
    scenario_free(s);
}

TEST(death_comes_at_the_minute_of_the_table)
{
    static const struct {
        const char *class;
        int course;
        double tolerance, min;
    } vectors[] = {
        {"nch", P1, 0.10, 16.065},  {"xh", P1, 0.10, 4.5},   {"nch", P1, 0.20, 35.656},
        {"air", P2, 0.15, 8.625},   {"nch", P1, 0.45, 120},  {"tbi", P3, 0.5, 1056.813},
        {"nch", P3, 0.90, 388.606}, {"sev1", P4, 0.16, 390}, {"xh", P1, 0.05, 2.25},
        {"exp", P1, 1, 45},
    };
    struct scenario *s = defaults();
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
        int64_t ms =
            dies_ms(class_called(s, vectors[i].class), &courses[vectors[i].course], vectors[i].tolerance);
        CHECK_NEAR((double)ms / (double)MINUTES(1), vectors[i].min, 1e-3);
    }
    scenario_free(s);
}

/* --- what follows for all plans ---------------------------------------------------- */

enum { PEOPLE = 20000 };

/* A person of a class that can die, what they can bear, and care that comes level after level. */
struct person {
    const struct class *class;
    double tolerance;
    struct course early, late; /* late: every level later, or not at all */
};

static struct person person_of(const struct scenario *s, uint64_t number)
{
    const struct luck luck = {11, 0};
    double u[4], gap[4];
    luck_four(&luck, DRAW_WOUND, number, 0, u);
    struct person p = {.class = class_called(s, class_ids[(int)(u[0] * CLASSES)]), .tolerance = -log(u[1])};
    bool blood = u[2] < 0.5;
    double at = 0, late_at = 0;
    for (int level = 0; level < CARES; level++) {
        luck_four(&luck, DRAW_WOUND_MORE, number, (uint64_t)level, gap);
        at += -60 * log(gap[0]);
        late_at = fmax(late_at, at) + (gap[1] < 0.3 ? 0 : -120 * log(gap[2]));
        bool given = level != DCR || blood;
        p.early.min[level] = given ? at : NEVER;
        p.late.min[level] = given && (level >= DCR || gap[3] < 0.8) ? late_at : NEVER;
    }
    return p;
}

static bool survives(const struct person *p, const struct course *c)
{
    return dies_ms(p->class, c, p->tolerance) > DAYS(FOLLOW_UP_D);
}

TEST(nobody_survives_with_all_care_later_who_dies_with_it_earlier)
{
    struct scenario *s = defaults();
    int violations = 0, saved = 0;
    for (uint64_t n = 0; n < PEOPLE; n++) {
        struct person p = person_of(s, n);
        bool early = survives(&p, &p.early), late = survives(&p, &p.late);
        violations += late && !early;
        saved += early && !late;
    }
    CHECK_INT(violations, 0);
    CHECK(saved > PEOPLE / 50); /* or the delays would show nothing */
    scenario_free(s);
}

TEST(each_death_is_unavoidable_or_due_to_delay_and_no_survivor_is_unavoidable)
{
    struct scenario *s = defaults();
    int deaths = 0, unavoidable = 0, delayed = 0;
    for (uint64_t n = 0; n < PEOPLE; n++) {
        struct person p = person_of(s, n);
        if (p.class->duty) /* return to duty stops the clock: no course of care ends in definitive care */
            continue;
        bool at_once = !survives(&p, &courses[P0]), dies = !survives(&p, &p.late);
        CHECK_INT(injury_unavoidable(INJURY_CLOCK, p.class, p.tolerance, true, DAYS(FOLLOW_UP_D)), at_once);
        CHECK(dies || !at_once);
        deaths += dies;
        unavoidable += at_once;
        delayed += dies && !at_once;
    }
    CHECK_INT(unavoidable + delayed, deaths);
    CHECK(unavoidable > 0 && delayed > 0);
    scenario_free(s);
}

TEST(a_lower_level_of_care_after_a_higher_changes_nothing)
{
    struct scenario *s = defaults();
    struct injury i;
    injury_begin(&i, INJURY_CLOCK, class_called(s, "nch"), 2, true);
    CHECK(injury_treat(&i, DCS, MINUTES(20)));
    struct injury before = i;
    CHECK(injury_treat(&i, BUDDY, MINUTES(30)));
    CHECK_INT(i.since_ms, before.since_ms);
    CHECK_INT(injury_death_ms(&i), injury_death_ms(&before));
    scenario_free(s);
}
