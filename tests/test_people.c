/* test_people.c -- whose people are hit, and who is caught up. */
#include "test.h"

#include <math.h>

#include "study.h"

static const char shown[] = "tests/shown.yaml";

/* How many of each affiliation, over so many trials. */
static void count(struct stage *s, int trials, double of[AFFILIATIONS])
{
    for (int n = 0; n < trials; n++) {
        stage_play(s, 5, (uint64_t)n);
        for (int i = 0; i < trial_casualties(s->trial); i++)
            of[trial_casualty(s->trial, i)->affiliation]++;
    }
}

TEST(those_hit_are_whose_people_they_are_in_their_shares)
{
    struct stage s = stage_of(
        shown,
        (const char *[SETS_MAX]){"sites.*.people={un: 0.5, host: 0.2, contractor: 0.2, civilian: 0.1}",
                                 "patrols.*.people={un: 0.5, host: 0.2, contractor: 0.2, civilian: 0.1}",
                                 "attacks.illness.rate=4 /yr"});
    const double share[AFFILIATIONS] = {0.5, 0.2, 0.2, 0.1};
    double of[AFFILIATIONS] = {0}, all = 0;
    count(&s, 60, of);
    for (int a = 0; a < AFFILIATIONS; a++)
        all += of[a];
    CHECK(all > 2000);
    for (int a = 0; a < AFFILIATIONS; a++)
        CHECK_NEAR(of[a] / all, share[a], 4 * sqrt(share[a] * (1 - share[a]) / all));
    stage_free(&s);
}

/* Of trial `of`, the casualty of this name, or NULL. */
static const struct casualty *casualty_named(const struct trial *of, uint64_t name)
{
    for (int i = 0; i < trial_casualties(of); i++)
        if (trial_casualty(of, i)->name == name)
            return trial_casualty(of, i);
    return NULL;
}

TEST(bystanders_are_hit_besides_the_others_whose_wounds_stay_as_they_were)
{
    struct stage before = stage_of(shown, (const char *[SETS_MAX]){NULL});
    struct stage after = stage_of(shown, (const char *[SETS_MAX]){"attacks.*.civilians=poisson(1.5)"});
    int civilians = 0, incidents = 0;
    for (uint64_t n = 0; n < 60; n++) {
        stage_play(&before, 1, n);
        stage_play(&after, 1, n);
        incidents += trial_incidents(after.trial);
        for (int i = 0; i < trial_casualties(after.trial); i++)
            civilians += trial_casualty(after.trial, i)->affiliation == CIVILIAN;
        for (int i = 0; i < trial_casualties(before.trial); i++) {
            const struct casualty *b = trial_casualty(before.trial, i),
                                  *a = casualty_named(after.trial, b->name);
            CHECK(a && a->affiliation == UN && a->wound.class == b->wound.class);
            CHECK(a->at[M_WOUNDED] == b->at[M_WOUNDED]);
        }
    }
    CHECK(incidents > 300);
    CHECK_NEAR((double)civilians / incidents, 1.5, 4 * sqrt(1.5 / incidents));
    stage_free(&before);
    stage_free(&after);
}
