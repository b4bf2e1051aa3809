#include "experiment/losses.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "crew.h"
#include "quietly.h"

enum { FIRST_LOOK = 4 * BLOCK, PAIRS_OF = 5 };

/* --- what can be taken away -------------------------------------------------------- */

static bool read_arm(struct losses *l, const struct layers *with, const char *set, struct arm *arm)
{
    const char *why;
    arm->scenario = scenario_quietly(with, &why, l->arena);
    arm->name = set;
    if (!arm->scenario) {
        l->not_lost[l->cannot++] = (struct not_lost){set, why};
        return false;
    }
    if (strcmp(arm->scenario->digest, l->arm[0].scenario->digest))
        return true;
    scenario_free((struct scenario *)arm->scenario);
    l->same++;
    return false;
}

static void read_singles(struct losses *l)
{
    const struct removal *list;
    const char *why;
    l->arm = arena_take(l->arena, ARMS_MOST, sizeof *l->arm);
    l->arm[0] = (struct arm){"calm", scenario_quietly(l->plan.calm, &why, l->arena)};
    if (!l->arm[0].scenario)
        abort(); /* it was read before */
    l->arms = 1;
    int n = removals_list(l->arm[0].scenario, l->arena, &list);
    l->single = arena_take(l->arena, (size_t)n + 1, sizeof *l->single);
    l->not_lost = arena_take(l->arena, (size_t)n + PAIRS_OF * PAIRS_OF, sizeof *l->not_lost);
    for (int i = 0; i < n && l->arms < ARMS_MOST; i++) {
        struct layers with = layers_with_set(l->plan.calm, list[i].set, l->arena);
        if (read_arm(l, &with, list[i].set, &l->arm[l->arms]))
            l->single[l->singles++] =
                (struct loss){.first = list[i], .arm = l->arms++, .raced = true, .beyond = NAN};
    }
}

/* --- reading ---------------------------------------------------------------------------- */

double losses_level(const struct losses *l, bool pairs)
{
    int n = pairs ? l->pairs : l->singles;
    return 1 - 0.05 / (n > 0 ? n : 1);
}

static const struct panel *panel_of(const struct losses *l, const struct loss *of)
{
    return of->second.set ? l->pair_panel : l->panel;
}

/* As something lost, whichever way is worse. */
static struct interval as_loss(enum loss_figure f, struct interval d)
{
    return f == LOST_LIVES ? d : (struct interval){-d.value, -d.high, -d.low};
}

struct interval loss_of(const struct losses *l, const struct loss *of, enum loss_figure f)
{
    return as_loss(f, panel_difference(panel_of(l, of), of->arm, 0, (int)f, EVERYBODY,
                                       losses_level(l, of->second.set != NULL)));
}

struct interval loss_beyond(const struct losses *l, const struct loss *a, const struct loss *b)
{
    return as_loss(LOST_SURGERY, panel_difference(l->panel, a->arm, b->arm, LOST_SURGERY, EVERYBODY,
                                                  losses_level(l, false)));
}

/* --- the race ------------------------------------------------------------------------------- */

/* For sorting: those with whom surgery is clearly lost, then those with whom lives are, then the rest; and in
 * the order of the scenario where it is the same. */
struct placed {
    struct loss loss;
    int clearly;
    double lost;
};

static int graver(const void *a, const void *b)
{
    const struct placed *x = a, *y = b;
    if (x->clearly != y->clearly)
        return x->clearly > y->clearly ? -1 : 1;
    if (x->lost != y->lost)
        return x->lost > y->lost ? -1 : 1;
    return x->loss.arm - y->loss.arm;
}

static void sort(const struct losses *l, struct loss *list, int n)
{
    struct placed *placed = must_alloc((size_t)n + 1, sizeof *placed);
    for (int i = 0; i < n; i++) {
        struct interval surgery = loss_of(l, &list[i], LOST_SURGERY),
                        lives = loss_of(l, &list[i], LOST_LIVES);
        bool lives_only = !(surgery.low > 0) && lives.low > 0;
        double lost = lives_only ? lives.value : surgery.value;
        placed[i] = (struct placed){list[i], surgery.low > 0 ? 2 : lives_only, isnan(lost) ? -1e9 : lost};
    }
    qsort(placed, (size_t)n, sizeof *placed, graver);
    for (int i = 0; i < n; i++)
        list[i] = placed[i].loss;
    free(placed);
}

/* Surely less is lost than with each of the gravest. */
static bool out_of_the_race(const struct losses *l, int place)
{
    for (int i = 0; i < LOSSES_GRAVEST; i++)
        if (!(loss_beyond(l, &l->single[i], &l->single[place]).low > 0))
            return false;
    return true;
}

static void drop_those_out(struct losses *l)
{
    for (int i = LOSSES_GRAVEST; i < l->singles; i++)
        if (l->single[i].raced && out_of_the_race(l, i)) {
            l->single[i].raced = false;
            panel_drop(l->panel, l->single[i].arm);
        }
}

/* Is each of the gravest surely graver than the next? */
static bool order_is_sure(const struct losses *l)
{
    for (int i = 0; i < LOSSES_GRAVEST && i + 1 < l->singles; i++)
        if (!(loss_beyond(l, &l->single[i], &l->single[i + 1]).low > 0))
            return false;
    return true;
}

/* Looked at after fixed numbers of trials, twice as many each time. */
static void race(struct losses *l)
{
    for (int64_t look = FIRST_LOOK;; look *= 2) {
        look = look < l->plan.trials ? look : l->plan.trials;
        l->whole = panel_play(l->panel, look);
        sort(l, l->single, l->singles);
        l->sure = order_is_sure(l);
        if (!l->whole || look == l->plan.trials || l->sure)
            return;
        drop_those_out(l);
    }
}

/* --- two at a time ---------------------------------------------------------------------------- */

static void read_pairs(struct losses *l)
{
    int of = l->singles < PAIRS_OF ? l->singles : PAIRS_OF;
    l->pair_arm = arena_take(l->arena, (size_t)(of * of + 1), sizeof *l->pair_arm);
    l->pair = arena_take(l->arena, (size_t)(of * of + 1), sizeof *l->pair);
    l->pair_arm[0] = l->arm[0];
    l->pair_arms = 1;
    for (int a = 0; a < of; a++)
        for (int b = a + 1; b < of; b++) {
            struct removal one = l->single[a].first, other = l->single[b].first;
            struct layers with = layers_with_set(l->plan.calm, one.set, l->arena);
            with = layers_with_set(&with, other.set, l->arena);
            const char *both = arena_print(l->arena, "%s, %s", one.set, other.set);
            if (read_arm(l, &with, both, &l->pair_arm[l->pair_arms]))
                l->pair[l->pairs++] = (struct loss){one, other, l->pair_arms++, true, NAN};
        }
}

static double lost_alone(const struct losses *l, const char *set)
{
    for (int i = 0; i < l->singles; i++)
        if (!strcmp(l->single[i].first.set, set))
            return loss_of(l, &l->single[i], LOST_SURGERY).value;
    return NAN;
}

static struct panel_plan panel_plan(const struct losses *l, const struct arm *arm, int arms)
{
    return (struct panel_plan){.arm = arm,
                               .arms = arms,
                               .figures = LOSS_FIGURES + 1,
                               .seed = l->plan.seed,
                               .jobs = l->plan.jobs,
                               .doing = l->plan.doing};
}

static void play_pairs(struct losses *l, const struct figure *figure)
{
    read_pairs(l);
    if (!l->pairs)
        return;
    struct panel_plan plan = panel_plan(l, l->pair_arm, l->pair_arms);
    plan.figure = figure;
    l->pair_panel = panel_new(&plan);
    /* As many as those had that were raced to the end, so that sums and pairs are of the same trials. */
    l->whole = panel_play(l->pair_panel, panel_done(l->panel));
    sort(l, l->pair, l->pairs);
    for (int i = 0; i < l->pairs; i++)
        l->pair[i].beyond = loss_of(l, &l->pair[i], LOST_SURGERY).value -
                            lost_alone(l, l->pair[i].first.set) - lost_alone(l, l->pair[i].second.set);
}

/* --- all of it ----------------------------------------------------------------------------------- */

static const struct figure *figure_called(const char *id)
{
    int f = 0;
    while (strcmp(headlines[f].id, id))
        f++;
    return &headlines[f];
}

struct losses *losses_play(const struct losses_plan *p)
{
    struct losses *l = must_alloc(1, sizeof *l);
    l->plan = *p;
    l->arena = arena_new();
    read_singles(l);
    struct figure *figure = arena_take(l->arena, LOSS_FIGURES + 1, sizeof *figure);
    figure[LOST_SURGERY] = *figure_called("2_surgery");
    figure[LOST_ARRIVAL] = *figure_called("2_arrival");
    figure[LOST_LIVES] = *figure_called("delay_deaths");
    figure[LOSS_FIGURES] =
        (struct figure){.id = "casualties", .says = "casualties", .kind = TOTAL, .total = CASUALTIES};
    struct panel_plan plan = panel_plan(l, l->arm, l->arms);
    plan.figure = figure;
    plan.all_pairs = true;
    l->panel = panel_new(&plan);
    race(l);
    if (l->whole)
        play_pairs(l, figure);
    return l;
}

int64_t losses_casualties(const struct losses *l)
{
    return panel_ratio(l->panel, 0, LOSS_FIGURES, EVERYBODY)->y;
}

void losses_free(struct losses *l)
{
    if (!l)
        return;
    panel_free(l->panel);
    panel_free(l->pair_panel);
    for (int i = 0; i < l->arms; i++)
        scenario_free((struct scenario *)l->arm[i].scenario);
    for (int i = 1; i < l->pair_arms; i++)
        scenario_free((struct scenario *)l->pair_arm[i].scenario);
    arena_free(l->arena);
    free(l);
}
