/* value_time.c -- times of day, dates, moments and factors by time of day. */
#include "value.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { HALF_HOURS = 48, HALF_HOUR_MS = 1800000, DAY_MS = 86400000 };

static bool two_digits(const char *c, int *value)
{
    if (!isdigit((unsigned char)c[0]) || !isdigit((unsigned char)c[1]))
        return false;
    *value = (c[0] - '0') * 10 + c[1] - '0';
    return true;
}

bool clock_read(const char *text, int64_t *ms)
{
    int hour, minute;
    if (strlen(text) != 5 || text[2] != ':' || !two_digits(text, &hour) || !two_digits(text + 3, &minute))
        return false;
    *ms = HOURS(hour) + MINUTES(minute);
    return minute < 60 && *ms <= DAY_MS;
}

const char *clock_write(int64_t ms, struct arena *a)
{
    int minutes = (int)(ms / MINUTES(1));
    return arena_print(a, "%02d:%02d", minutes / 60, minutes % 60);
}

/* "06:00-18:00": from and to differ; a window may pass midnight. */
static bool window_read(const char *text, int64_t *from, int64_t *to)
{
    char first[6] = "";
    if (strlen(text) != 11 || text[5] != '-')
        return false;
    memcpy(first, text, 5);
    return clock_read(first, from) && clock_read(text + 6, to) && *from != *to && *from < DAY_MS;
}

READER(read_hours)
{
    struct hours *h = member, window;
    (void)entry;
    if (!is_scalar(r, f, n))
        return false;
    if (!strcmp(n->text, "always"))
        *h = (struct hours){0, 0};
    else if (f->sun && !strcmp(n->text, "sun"))
        *h = (struct hours){-1, -1};
    else if (window_read(n->text, &window.from_ms, &window.to_ms))
        *h = window;
    else
        return wrong(r, f, n,
                     f->sun ? "write hours such as 06:00-18:00, or sun, or always"
                            : "write hours such as 06:00-18:00, or always",
                     "is no daily window");
    return true;
}

WRITER(write_hours)
{
    const struct hours *h = member;
    (void)s, (void)f, (void)entry;
    if (h->from_ms == h->to_ms)
        return h->from_ms < 0 ? "sun" : "always";
    return arena_print(a, "%s-%s", clock_write(h->from_ms, a), clock_write(h->to_ms, a));
}

READER(read_clock)
{
    int64_t ms;
    (void)entry;
    if (!is_scalar(r, f, n))
        return false;
    if (!clock_read(n->text, &ms) || ms == DAY_MS)
        return wrong(r, f, n, "write hours and minutes, 00:00 to 23:59", "is no time of day");
    *(int64_t *)member = ms;
    return true;
}

WRITER(write_clock)
{
    (void)s, (void)f, (void)entry;
    return clock_write(*(const int64_t *)member, a);
}

/* "day 3 06:15" to ms; day 1 is the first. */
static bool day_read(const char *text, int64_t *ms)
{
    int day = 0, used = 0;
    int64_t clock;
    if (sscanf(text, "day %5d %n", &day, &used) != 1 || !used || day < 1 || !clock_read(text + used, &clock))
        return false;
    *ms = DAYS(day - 1) + clock;
    return clock < DAY_MS;
}

READER(read_moment)
{
    double value = 0;
    (void)entry;
    if (!is_scalar(r, f, n))
        return false;
    if (day_read(n->text, member))
        return true;
    const char *complaint = strncmp(n->text, "day", 3) ? unit_read(n->text, TIME, &value) : "is no moment";
    if (complaint)
        return wrong(r, f, n, "write day 3 06:15, or the time since the start: 54 h", complaint);
    if (!within(r, f, n, TIME, value))
        return false;
    *(int64_t *)member = llround(value);
    return true;
}

WRITER(write_moment)
{
    int64_t ms = *(const int64_t *)member, day = ms / DAY_MS;
    if (ms % MINUTES(1) || day >= 99999)
        return write_duration(s, f, entry, member, a);
    return arena_print(a, "day %lld %s", (long long)day + 1, clock_write(ms % DAY_MS, a));
}

/* Days since 1970-01-01 of a date in the Gregorian calendar, by counting from March. */
static int64_t day_of(int year, int month, int day)
{
    int64_t y = year - (month <= 2), m = (month + 9) % 12;
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

READER(read_date)
{
    int century, year, month, day;
    const char *t = n->text;
    (void)entry;
    if (!is_scalar(r, f, n))
        return false;
    bool good = strlen(t) == 10 && t[4] == '-' && t[7] == '-' && two_digits(t, &century) &&
                two_digits(t + 2, &year) && two_digits(t + 5, &month) && two_digits(t + 8, &day);
    year = good ? century * 100 + year : 0;
    if (!good || year < 1900 || month < 1 || month > 12 || day < 1 || day > days_in(year, month))
        return wrong(r, f, n, "write year, month and day: 2021-03-01", "is no date");
    *(int64_t *)member = day_of(year, month, day);
    return true;
}

WRITER(write_date)
{
    int64_t left = *(const int64_t *)member;
    int year = 1900, month = 1;
    (void)s, (void)f, (void)entry;
    while (day_of(year + 1, 1, 1) <= left)
        year++;
    while (month < 12 && day_of(year, month + 1, 1) <= left)
        month++;
    return arena_print(a, "%04d-%02d-%02d", year, month, (int)(left - day_of(year, month, 1)) + 1);
}

static bool read_factor(struct reader *r, const struct field *f, const struct node *n, double *factor)
{
    if (n->kind != SCALAR)
        return is_scalar(r, f, n);
    const char *complaint = unit_read(n->text, PURE, factor);
    return complaint ? wrong(r, f, n, NULL, complaint) : within(r, f, n, PURE, *factor);
}

/* Sets the factor of a window; `taken` marks the half hours that were set before. */
static bool set_window(struct reader *r, const struct field *f, const struct entry *e, bool *taken,
                       double *factor)
{
    int64_t from, to;
    double value = 1;
    struct node key = {.kind = SCALAR, .at = e->key_at, .text = e->key};
    if (!window_read(e->key, &from, &to) || from % HALF_HOUR_MS || to % HALF_HOUR_MS)
        return wrong(r, f, &key, "write hours and half hours such as \"06:00-12:30\", or else",
                     "is no daily window");
    if (!read_factor(r, f, e->value, &value))
        return false;
    int half = (int)(from / HALF_HOUR_MS), last = (int)(to / HALF_HOUR_MS) % HALF_HOURS;
    do {
        if (taken[half])
            return wrong(r, f, &key, NULL, "overlaps another window");
        taken[half] = true;
        factor[half] = value;
        half = (half + 1) % HALF_HOURS;
    } while (half != last);
    return true;
}

READER(read_profile)
{
    struct profile p;
    bool taken[HALF_HOURS] = {false}, good = true;
    double other = 1;
    (void)entry;
    if (n->kind != MAPPING) {
        good = read_factor(r, f, n, &other);
    } else {
        const struct node *otherwise = node_find(n, "else");
        good = !otherwise || read_factor(r, f, otherwise, &other);
        for (int i = 0; i < n->n; i++)
            if (strcmp(n->entries[i].key, "else") != 0)
                good = set_window(r, f, &n->entries[i], taken, p.factor) && good;
    }
    for (int half = 0; half < HALF_HOURS; half++)
        if (!taken[half])
            p.factor[half] = other;
    if (good)
        *(struct profile *)member = p;
    return good;
}

/* The factor of most half hours is what "else" stands for; of several the first. */
static double usual(const struct profile *p)
{
    double best = 0;
    int most = 0;
    for (int i = 0; i < HALF_HOURS; i++) {
        int n = 0;
        for (int j = 0; j < HALF_HOURS; j++)
            n += p->factor[j] == p->factor[i];
        if (n > most) {
            most = n;
            best = p->factor[i];
        }
    }
    return best;
}

WRITER(write_profile)
{
    const struct profile *p = member;
    double other = usual(p);
    char number[64];
    const char *text = "{";
    (void)s, (void)f, (void)entry;
    for (int from = 0, to; from < HALF_HOURS; from = to) {
        for (to = from + 1; to < HALF_HOURS && p->factor[to] == p->factor[from];)
            to++;
        if (p->factor[from] == other)
            continue;
        unit_write(p->factor[from], PURE, number, sizeof number);
        text = arena_print(a, "%s\"%s-%s\": %s, ", text, clock_write((int64_t)from * HALF_HOUR_MS, a),
                           clock_write((int64_t)to * HALF_HOUR_MS, a), number);
    }
    unit_write(other, PURE, number, sizeof number);
    return text[1] ? arena_print(a, "%selse: %s}", text, number) : arena_text(a, number);
}
