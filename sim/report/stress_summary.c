/* stress_summary.c -- what holds, what breaks first, what to mend. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "chart_losses.h"
#include "chart_shocks.h"
#include "goal.h"
#include "reading.h"
#include "report/stress.h"
#include "stress_reading.h"

/* --- the calm ------------------------------------------------------------------------ */

static void head(const struct stress *s, FILE *to)
{
    char name[4 * 64 + 8], trials[SAY_SIZE];
    say_name(s->calm->name, 64, name, sizeof name);
    say_count(s->plan.trials, trials);
    fprintf(to, "%s under stress\n%s trials of each step, seed %" PRIu64 "%s\n", name, trials, s->plan.seed,
            s->status == PARTIAL ? "; stopped early" : "");
}

static void goal_lines(const struct ladder *l, FILE *to)
{
    for (int g = 0; g < l->goals; g++) {
        char name[STRESSOR_SIZE], goal[GOAL_SIZE], verdict[GOAL_SIZE];
        const struct goal *of = ladder_goal(l, g);
        struct interval found = panel_value(l->panel, 0, goal_figure(g), EVERYBODY, LEVEL);
        goal_name_says(l, g, name);
        goal_says(of, goal);
        verdict_says(of, goal_verdict_of(of, found), verdict);
        fprintf(to, "  %s (%s): %s\n", name, goal, verdict);
    }
}

/* --- ladders ----------------------------------------------------------------------------- */

static bool told(const struct stress *s, int ladder, bool breaks)
{
    for (int g = 0; g < s->ladder[ladder]->goals; g++)
        if (s->ladder[ladder]->broken[g].point.verdict == BREAKS)
            return breaks;
    return !breaks;
}

static void ladder_lines(const struct ladder *l, FILE *to)
{
    char name[STRESSOR_SIZE], under[STRESSOR_SIZE];
    stressor_says(l, name);
    under_says(l, under);
    fprintf(to, "  %s%s%s\n", name, *l->plan.plan ? ", under " : "", *l->plan.plan ? under : "");
    for (int g = 0; g < l->goals; g++) {
        char goal[STRESSOR_SIZE], says[SENTENCE], route[SENTENCE];
        if (l->broken[g].point.verdict == FAILS_ALREADY || l->broken[g].point.verdict == NO_MARGIN)
            continue;
        goal_name_says(l, g, goal);
        break_says(l, g, says);
        route_says(l, g, route);
        fprintf(to, "    %s %s\n", goal, says);
        if (*route)
            fprintf(to, "      %s\n", route);
    }
}

/* What the last step does to the headline figures, where it is clear. */
static void change_line(const struct ladder *l, FILE *to)
{
    static const char *const shown[] = {"2_arrival", "delay_deaths"};
    char last[STRESSOR_SIZE];
    step_says(l, l->steps - 1, last);
    fprintf(to, "    at %s:", last);
    for (int i = 0; i < 2; i++) {
        char change[SAY_SIZE];
        int f = 0;
        while (strcmp(l->figure[f].id, shown[i]))
            f++;
        change_says(&l->figure[f], ladder_difference(l, l->steps - 1, f, LEVEL), change);
        fprintf(to, "%s %s, %s", i ? ";" : "", l->figure[f].says, change);
    }
    fputc('\n', to);
}

static void section(const struct stress *s, bool breaks, const char *title, FILE *to)
{
    bool any = false;
    for (int i = 0; i < s->ladders; i++) {
        if (!told(s, i, breaks))
            continue;
        if (!any)
            fprintf(to, "\n%s\n", title);
        any = true;
        ladder_lines(s->ladder[i], to);
        change_line(s->ladder[i], to);
    }
}

/* --- recovery --------------------------------------------------------------------------- */

static void recovery_line(const struct recovery *r, FILE *to)
{
    char name[STRESSOR_SIZE], step[STRESSOR_SIZE];
    int n = 0;
    stressor_says(r->ladder, name);
    step_says(r->ladder, r->step, step);
    fprintf(to, "  %s, %s:", name, step);
    for (int w = 0; w < WATCHED; w++) {
        char hours[SAY_SIZE];
        if (!r->of[w].clear)
            continue;
        hours_say(r->of[w].hours, hours);
        fprintf(to, "%s %s %s", n++ ? ";" : "", watched_says[w], hours);
    }
    fputs(n ? "\n" : " no clear excess of anything\n", to);
}

/* Of each ladder the last step that was looked at. */
static void recovery_section(const struct stress *s, FILE *to)
{
    if (s->recoveries)
        fputs("\nHOW SOON IT IS NORMAL AGAIN: hours after the shock until less than a tenth of the peak is "
              "left\n",
              to);
    for (int i = 0; i < s->recoveries; i++)
        if (i + 1 == s->recoveries || s->recovery[i + 1]->ladder != s->recovery[i]->ladder)
            recovery_line(s->recovery[i], to);
}

/* --- losses ---------------------------------------------------------------------------- */

static void loss_line(const struct losses *l, const struct loss *of, FILE *to)
{
    char name[LOSS_NAME], surgery[SAY_SIZE], lives[SAY_SIZE];
    const struct figure *f = panel_plan_of(l->panel)->figure;
    struct interval d = loss_of(l, of, LOST_SURGERY);
    loss_says(of, name);
    change_says(&f[LOST_SURGERY], (struct interval){-d.value, -d.high, -d.low}, surgery);
    change_says(&f[LOST_LIVES], loss_of(l, of, LOST_LIVES), lives);
    fprintf(to, "  %s: in surgery within 2 h, %s; delay-attributable deaths, %s\n", name, surgery, lives);
}

static void losses_section(const struct losses *l, FILE *to)
{
    char title[HEADING_SIZE];
    if (!l)
        return;
    losses_title(l, title);
    fprintf(to, "\nWHAT MUST NOT BE LOST: of %d that were taken away in turn (%d change nothing)\n  %s.\n",
            l->singles, l->same, title);
    for (int i = 0; i < LOSSES_GRAVEST && i < l->singles; i++)
        loss_line(l, &l->single[i], to);
    if (!l->sure)
        fputs("  Their order is not sure.\n", to);
    for (int i = 0; i < 2 && i < l->pairs && l->pair_panel; i++)
        loss_line(l, &l->pair[i], to);
}

/* --- what mends ------------------------------------------------------------------------- */

static void mends_lines(const struct mends *m, FILE *to)
{
    char where[SENTENCE];
    if (!m || m->arms < 2)
        return;
    say_name(m->plan.where, 80, where, sizeof where);
    fprintf(to, "  %s\n", where);
    for (int i = 0; i + 1 < m->arms && i < 4; i++) {
        char name[STRESSOR_SIZE], surgery[SAY_SIZE], lives[SAY_SIZE];
        const struct figure *f = panel_plan_of(m->panel)->figure;
        struct interval spared = mend_of(m, m->order[i], MENDED_LIVES);
        say_id(m->arm[m->order[i]].name, STRESSOR_NAME, name, sizeof name);
        change_says(&f[MENDED_SURGERY], mend_of(m, m->order[i], MENDED_SURGERY), surgery);
        change_says(&f[MENDED_LIVES], (struct interval){-spared.value, -spared.high, -spared.low}, lives);
        fprintf(to, "    %s: in surgery within 2 h, %s; delay-attributable deaths, %s\n", name, surgery,
                lives);
    }
}

static void mends_section(const struct stress *s, FILE *to)
{
    if (!s->mends[0])
        return;
    fputs("\nWHAT MENDS MOST: shipped plans, the largest gain first\n", to);
    for (int i = 0; i < 2; i++)
        mends_lines(s->mends[i], to);
    if (s->mends[0]->arms < 2)
        fputs("  No shipped plan fits this mission; write one and try it with --plan.\n", to);
}

static void skipped_lines(const struct stress *s, FILE *to)
{
    if (s->skips)
        fputs("\nDOES NOT APPLY\n", to);
    for (int i = 0; i < s->skips; i++) {
        char name[STRESSOR_SIZE], why[SENTENCE];
        say_name(s->skipped[i].stressor, STRESSOR_NAME, name, sizeof name);
        say_name(s->skipped[i].why, 100, why, sizeof why);
        fprintf(to, "  %s: %s\n", name, why);
    }
}

void stress_summary(const struct stress *s, const char *folder, bool charts, FILE *to)
{
    char name[1024];
    head(s, to);
    if (s->ladders) {
        fputs("\nIN THE CALM\n", to);
        goal_lines(s->ladder[0], to);
        if (!s->ladder[0]->goals)
            fputs("  The scenario sets no goals: nothing can break. See goals: in the reference.\n", to);
    }
    section(s, true, "WHAT BREAKS", to);
    section(s, false, "WHAT HOLDS", to);
    if (s->shocks) {
        char title[HEADING_SIZE];
        shocks_title(s->shocks, title);
        fprintf(to, "\nTWO SHOCKS AT ONCE\n  %s.\n", title);
    }
    recovery_section(s, to);
    losses_section(s->losses, to);
    mends_section(s, to);
    skipped_lines(s, to);
    if (!folder)
        return;
    say_name(folder, 240, name, sizeof name);
    fprintf(to, "\nResults are in %s: %ssummary.txt (this page), summary.json and tables (*.csv).\n", name,
            charts ? "charts/ to look at, " : "");
}

bool stress_breaks(const struct stress *s)
{
    for (int i = 0; i < s->ladders; i++)
        for (int g = 0; g < s->ladder[i]->goals; g++) {
            enum break_verdict v = s->ladder[i]->broken[g].point.verdict;
            if (v == BREAKS || v == FAILS_ALREADY)
                return true;
        }
    return false;
}
