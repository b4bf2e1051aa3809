/* summary.c -- the headline, for people: what matters most stands last. */
#include <inttypes.h>
#include <math.h>
#include <string.h>
#include "base/unit.h"
#include "goal.h"
#include "reading.h"
#include "report/report.h"
#include "say.h"
#include "warning.h"

enum { NAME_LENGTH = 32, NAME_SIZE = 4 * NAME_LENGTH + 8 };

static void name_of_group(const struct results *r, int group, char text[NAME_SIZE])
{
    say_name(r->frame->group[group].name, NAME_LENGTH, text, NAME_SIZE);
}

static void head(const struct results *r, FILE *to)
{
    char name[4 * 64 + 8], trials[SAY_SIZE], casualties[SAY_SIZE];
    say_name(r->scenario->name, 64, name, sizeof name);
    say_count(r->trials_done, trials);
    say_count(r->tally->per_trial[CASUALTIES].y, casualties);
    fprintf(to, "%s\n%s trials, %s casualties, seed %" PRIu64 "; in brackets: 95 %% intervals\n\n", name,
            trials, casualties, r->seed);
}

static void goal_lines(const struct results *r, FILE *to)
{
    for (int i = 0; i < r->scenario->goals.n; i++) {
        const struct goal *g = &r->scenario->goals.at[i];
        char name[NAME_SIZE], goal[GOAL_SIZE], verdict[GOAL_SIZE];
        say_name(g->id, NAME_LENGTH, name, sizeof name);
        goal_says(g, goal);
        verdict_says(g, goal_verdict(g, r->tally), verdict);
        fprintf(to, "  goal %s %s\n       (%s)\n", name, verdict, goal);
    }
}

static void share_line(const struct results *r, enum milestone m, FILE *to)
{
    char share[SAY_SIZE], within[SAY_SIZE], needed[SAY_SIZE];
    struct portion p = share_in_time(r->tally, 0, m);
    say_share(p.of, share);
    say_minutes((double)milestones[m].target_ms, within);
    say_count(p.needed, needed);
    fprintf(to, "  %-12s %s within %s: %s of %s %s\n", milestones[m].target, milestones[m].says, within,
            share, needed, milestones[m].who);
}

static void median_line(const struct results *r, FILE *to)
{
    static const enum milestone shown[] = {RESUSCITATION, SURGICAL_FACILITY, SURGERY};
    fputs("\n  median time ", to);
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++) {
        char median[SAY_SIZE];
        struct curve c = tally_curve(r->tally, 0, shown[i]);
        say_median(curve_quantile(&c, 0.5, LEVEL), median);
        fprintf(to, "%s%s %s", i ? ", " : "", milestones[shown[i]].says, median);
    }
    fputc('\n', to);
}

static void sector_line(const struct results *r, FILE *to)
{
    char worst_name[NAME_SIZE], best_name[NAME_SIZE], low[SAY_SIZE], high[SAY_SIZE];
    int worst = group_extreme(r->tally, "sector", SURGERY, true);
    int best = group_extreme(r->tally, "sector", SURGERY, false);
    if (worst < 0 || worst == best)
        return;
    struct interval lowest = share_in_time(r->tally, worst, SURGERY).of;
    struct interval highest = share_in_time(r->tally, best, SURGERY).of;
    name_of_group(r, worst, worst_name);
    name_of_group(r, best, best_name);
    say_share(lowest, low);
    say_share(highest, high);
    fprintf(to, "  worst sector %s: surgery within 2 h for %s; best: %s, %s%s\n", worst_name, low, best_name,
            high, clearly_lower(lowest, highest) ? "" : " (no clear difference)");
}

static void phase_line(const struct results *r, FILE *to)
{
    char slow[SAY_SIZE], total[SAY_SIZE];
    enum phase p = slowest_phase(r->tally, 0, SURGERY);
    if (p == PHASES)
        return;
    say_minutes(mean_phase_ms(r->tally, 0, SURGERY, p), slow);
    say_minutes(mean_total_ms(r->tally, 0, SURGERY), total);
    fprintf(to, "  slowest step %s: on average %s of the %s to surgery, or to death without it\n",
            phase_says[p], slow, total);
}

static void death_line(const struct results *r, FILE *to)
{
    char share[SAY_SIZE], delayed[SAY_SIZE], unavoidable[SAY_SIZE];
    const struct tally *t = r->tally;
    int64_t dead = deaths(t, 0), hit = tally_outcome(t, 0, SURVIVED)->n;
    if (!dead)
        return;
    say_percent((double)dead / (double)hit, 0, share);
    say_percent((double)tally_outcome(t, 0, UNAVOIDABLE)->y / (double)dead, 0, unavoidable);
    say_percent((double)tally_outcome(t, 0, DELAY_ATTRIBUTABLE)->y / (double)dead, 0, delayed);
    fprintf(to,
            "  deaths       %s of those hit; of the deaths %s unavoidable, %s delay-attributable\n"
            "               (an index for comparing plans, not a forecast)\n",
            share, unavoidable, delayed);
}

static void warning_lines(const struct results *r, FILE *to)
{
    struct warnings w = warnings_of(r);
    for (int i = 0; i < w.n; i++)
        fprintf(to, "%s  warning: %s\n", i ? "" : "\n", w.text[i]);
}

static void folder_lines(const char *folder, bool charts, FILE *to)
{
    char name[1024];
    say_name(folder, 240, name, sizeof name);
    fprintf(to, "\nResults are in %s: %ssummary.json and tables (*.csv) to reckon with.\n", name,
            charts ? "charts/ to look at, " : "");
    fputs("Next: casevac trace SCENARIO --trial 0 tells one trial, event by event.\n", to);
}

void report_summary(const struct results *r, const char *folder, bool charts, FILE *to)
{
    head(r, to);
    goal_lines(r, to);
    for (int m = 0; m < MILESTONES; m++)
        if (milestones[m].target)
            share_line(r, (enum milestone)m, to);
    median_line(r, to);
    sector_line(r, to);
    phase_line(r, to);
    death_line(r, to);
    warning_lines(r, to);
    if (folder)
        folder_lines(folder, charts, to);
}
