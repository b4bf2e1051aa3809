/* finding.c -- the rules. */
#include "finding.h"

#include <ctype.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include "base/unit.h"
#include "reading.h"
#include "say.h"

/* Widths of an interval, in share, from which on a figure is hedged. */
static const double about_from = 0.06, between_from = 0.3;

static bool holds(struct interval i, double x)
{
    return i.low <= x && x <= i.high;
}

void share_in_words(struct interval share, char text[FINDING_SIZE])
{
    char value[SAY_SIZE], low[SAY_SIZE], high[SAY_SIZE];
    double width = share.high - share.low;
    say_percent(share.value, 0, value);
    say_percent(share.low, 0, low);
    say_percent(share.high, 0, high);
    if (share.value == 0)
        snprintf(text, FINDING_SIZE, "none");
    else if (isnan(width))
        snprintf(text, FINDING_SIZE, "perhaps %s", value);
    else if (width >= between_from)
        snprintf(text, FINDING_SIZE, "between %s and %s", low, high);
    else if (share.high < 0.02)
        snprintf(text, FINDING_SIZE, "hardly any");
    else if (share.low > 0.98)
        snprintf(text, FINDING_SIZE, "nearly all");
    else if (holds(share, 0.5))
        snprintf(text, FINDING_SIZE, "about half");
    else
        snprintf(text, FINDING_SIZE, "%s%s", width >= about_from ? "about " : "", value);
}

static void capital(char *text)
{
    text[0] = (char)toupper((unsigned char)text[0]);
}

void finding_times(struct interval arrival, struct interval surgery, char text[FINDING_SIZE])
{
    char there[FINDING_SIZE], begun[FINDING_SIZE];
    if (isnan(arrival.value)) {
        snprintf(text, FINDING_SIZE, "Nobody needed surgery in these trials");
        return;
    }
    share_in_words(arrival, there);
    share_in_words(surgery, begun);
    if (!strcmp(there, begun))
        snprintf(text, FINDING_SIZE, "%.99s of those who need surgery reach it within 2 h, by either clock",
                 there);
    else
        snprintf(text, FINDING_SIZE,
                 "%.99s of those who need surgery get to a surgical facility in 2 h, %.99s into surgery",
                 there, begun);
    capital(text);
}

/* What a phase is called in a sentence. */
// clang-format off
static const char *const spoken[PHASES] = {
    [PHASE_ALERT] = "the alert", [PHASE_DECISION] = "the decision", [PHASE_ASSET] = "the search for an asset",
    [PHASE_LAUNCH] = "making ready", [PHASE_OUTBOUND] = "the way out", [PHASE_SCENE] = "the scene",
    [PHASE_TO_CARE] = "the way to care", [PHASE_HANDOVER] = "handover", [PHASE_RESUSCITATION] = "resuscitation",
    [PHASE_TRANSFER] = "transfer", [PHASE_SURGERY] = "the wait for surgery", [PHASE_RECOVERY] = "recovery",
};
// clang-format on

static int longest(const double mean_ms[PHASES], int but)
{
    int p = but == 0 ? 1 : 0;
    for (int i = p + 1; i < PHASES; i++)
        if (i != but && mean_ms[i] > mean_ms[p])
            p = i;
    return p;
}

void finding_phases(const double mean_ms[PHASES], char text[FINDING_SIZE])
{
    char part[SAY_SIZE], whole[SAY_SIZE];
    double total = 0;
    for (int p = 0; p < PHASES; p++)
        total += mean_ms[p];
    if (!(total > 0)) {
        snprintf(text, FINDING_SIZE, "Nobody needed surgery in these trials");
        return;
    }
    int first = longest(mean_ms, PHASES), second = longest(mean_ms, first);
    bool alone = mean_ms[first] >= total / 2 || mean_ms[second] <= 0;
    int earlier = first < second ? first : second, later = first < second ? second : first;
    double part_ms = mean_ms[first] + (alone ? 0 : mean_ms[second]);
    say_minutes(part_ms, part);
    say_minutes(total, whole);
    if (total < (double)HOURS(10)) { /* as the bars count */
        snprintf(part, sizeof part, "%ld", lround(part_ms / (double)MINUTES(1)));
        snprintf(whole, sizeof whole, "%ld min", lround(total / (double)MINUTES(1)));
    }
    if (alone)
        snprintf(text, FINDING_SIZE, "%s takes %s of the %s on the way to surgery", spoken[first], part,
                 whole);
    else
        snprintf(text, FINDING_SIZE, "%s and %s take %s of the %s on the way to surgery", spoken[earlier],
                 spoken[later], part, whole);
    capital(text);
}

static void short_name(const char *name, char text[FINDING_SIZE])
{
    say_id(name, FINDING_NAME, text, FINDING_SIZE);
}

void finding_sectors(int sectors, struct named lowest, struct named highest, char text[FINDING_SIZE])
{
    char low[FINDING_SIZE], high[FINDING_SIZE], low_name[FINDING_SIZE], high_name[FINDING_SIZE];
    if (sectors == 0 || isnan(lowest.share.value)) {
        snprintf(text, FINDING_SIZE, "Nobody needed surgery in these trials");
        return;
    }
    share_in_words(lowest.share, low);
    share_in_words(highest.share, high);
    short_name(lowest.name, low_name);
    short_name(highest.name, high_name);
    if (sectors == 1)
        snprintf(text, FINDING_SIZE, "%.99s of those who need surgery are in surgery within 2 h", low);
    else if (highest.share.value == 0)
        snprintf(text, FINDING_SIZE, "Nobody is in surgery within 2 h, in any sector");
    else if (clearly_lower(lowest.share, highest.share))
        snprintf(text, FINDING_SIZE, "In surgery within 2 h: %.60s in %.110s, against %.60s in %.110s", low,
                 low_name, high, high_name);
    else
        snprintf(text, FINDING_SIZE, "No clear difference between sectors in reaching surgery within 2 h");
    capital(text);
}

void finding_use(const char *name, double share, double all_busy, char text[FINDING_SIZE])
{
    char short_one[FINDING_SIZE], used[SAY_SIZE], full[SAY_SIZE];
    if (isnan(share)) {
        snprintf(text, FINDING_SIZE, "Nothing in this mission has a limit to its use");
        return;
    }
    short_name(name, short_one);
    say_percent(share, share < 0.1 ? 1 : 0, used);
    say_percent(all_busy, all_busy < 0.1 ? 1 : 0, full);
    if (share == 0)
        snprintf(text, FINDING_SIZE, "Nothing was in use at any time in these trials");
    else
        snprintf(text, FINDING_SIZE, "Busiest: %.110s, %.40s in use on average, none free %.40s of the time",
                 short_one, used, full);
    capital(text);
}

void finding_map(struct interval beyond, bool flown, char text[FINDING_SIZE])
{
    char share[FINDING_SIZE];
    if (isnan(beyond.value)) {
        snprintf(text, FINDING_SIZE, "No attack in the trials looked at");
        return;
    }
    share_in_words(beyond, share);
    if (!flown)
        snprintf(text, FINDING_SIZE, "No helicopter, or no surgery to fly to: everybody goes by road");
    else if (beyond.value == 0)
        snprintf(text, FINDING_SIZE,
                 "Wherever attacks are, flying out and on to surgery takes an hour or less");
    else
        snprintf(text, FINDING_SIZE,
                 "%.99s of attacks are where flying out and on to surgery takes over an hour", share);
    capital(text);
}
