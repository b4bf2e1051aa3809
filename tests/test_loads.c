/* test_loads.c -- who lies, who sits, and how many of the gravest one may take, by the clock of A12. */
#include "test.h"

#include "base/unit.h"
#include "study.h"

#define SETS(...) ((const char *[SETS_MAX]){__VA_ARGS__})

/* Twenty at one site, two helicopters 20 min away; those who have reached the hospital after so many minutes. */
static int there_after(const struct stage *s, int minutes)
{
    int n = 0;
    for (int i = 0; i < trial_casualties(s->trial); i++)
        n += trial_casualty(s->trial, i)->at[M_FACILITY] == MINUTES(minutes);
    return n;
}

static struct stage cleared(const char *const sets[SETS_MAX])
{
    struct stage s = stage_of("tests/theory/clearance.yaml", sets);
    stage_play(&s, 1, 0);
    CHECK_INT(trial_casualties(s.trial), 20);
    return s;
}

#define BENCHES "layouts.benches={litters: 1, seats: 11}", "assets.shuttle.layouts=[benches]"

TEST(an_aircraft_is_fitted_out_for_those_it_fetches)
{
    struct stage s = cleared(SETS(BENCHES, "classes.casualty.walks=1"));
    CHECK_INT(there_after(&s, 45), 20);
    CHECK_INT(trial_sorties(s.trial), 2);
    CHECK_INT(trial_sortie(s.trial, 0)->casualties, 12);
    CHECK_INT(trial_sortie(s.trial, 0)->layout, 0);
    stage_free(&s);
    s = cleared(SETS(BENCHES, "classes.casualty.walks=0"));
    CHECK_INT(there_after(&s, 45), 8);
    CHECK_INT(there_after(&s, 145), 4);
    CHECK_INT(trial_sortie(s.trial, 0)->layout, -1);
    stage_free(&s);
}

TEST(no_more_lie_than_there_are_litters_and_no_more_sit_than_there_are_seats)
{
    struct stage s = cleared(SETS(BENCHES, "classes.casualty.walks=0.5"));
    for (int i = 0; i < trial_sorties(s.trial); i++) {
        int lie = 0, all = 0;
        for (int n = 0; n < 20; n++) {
            const struct casualty *c = trial_casualty(s.trial, n);
            all += c->sortie == i;
            lie += c->sortie == i && !c->wound.walks;
        }
        bool benches = trial_sortie(s.trial, i)->layout == 0;
        CHECK_INT(trial_sortie(s.trial, i)->casualties, all);
        CHECK(lie <= (benches ? 1 : 4) && all <= (benches ? 12 : 4));
    }
    stage_free(&s);
}

TEST(no_more_of_the_gravest_go_than_can_be_treated_aboard)
{
#define GRAVE "classes.casualty.triage=T1", "triage.T1={T1: 1}"
    struct stage s = cleared(SETS(GRAVE, "assets.shuttle.most_t1=1"));
    for (int wave = 0; wave < 10; wave++)
        CHECK_INT(there_after(&s, 45 + 50 * wave), 2);
    stage_free(&s);
    s = cleared(SETS(GRAVE, "assets.shuttle.most_t1=4"));
    CHECK_INT(there_after(&s, 45), 8);
    stage_free(&s);
}

TEST(of_two_layouts_the_one_for_most_of_the_gravest_is_taken)
{
    /* Those seen as T1 lie; those seen as T3 walk. */
    struct stage s = cleared(SETS("layouts.benches={seats: 12}", "layouts.stretchers={litters: 6}",
                                  "assets.shuttle.litters=1", "assets.shuttle.layouts=[benches, stretchers]",
                                  "classes.light={triage: T3, scale: 0 min, operated: 0, "
                                  "walks: 1, stay: 0 min, duty: true}",
                                  "mechanisms.any.classes={casualty: 0.5, light: 0.5}", GRAVE,
                                  "triage.T3={T3: 1}", "dispatch.queue=priority"));
    int grave = 0, first = 0;
    for (int n = 0; n < 20; n++) {
        const struct casualty *c = trial_casualty(s.trial, n);
        grave += c->wound.seen == T1;
        first += c->wound.seen == T1 && c->at[M_FACILITY] == MINUTES(45);
    }
    CHECK_INT(first, grave < 12 ? grave : 12);
    CHECK_INT(trial_sortie(s.trial, 0)->layout, 1);
    stage_free(&s);
}
