/* log_time.c -- times as people write them in a log. */
#include <string.h>
#include "base/unit.h"
#include "log.h"

/* Exactly `n` digits; the text moves on. -1: they are not there. */
static int digits(const char **text, int n)
{
    int value = 0;
    for (int i = 0; i < n; i++, (*text)++) {
        if (**text < '0' || **text > '9')
            return -1;
        value = 10 * value + **text - '0';
    }
    return value;
}

/* "06:12", "6:12" or "06:12:30", with nothing but a "Z" behind it. */
static bool read_clock(const char *text, double *ms)
{
    int second = 0, hour = digits(&text, text[0] && text[1] == ':' ? 1 : 2);
    bool good = hour >= 0 && hour < 24 && *text++ == ':';
    int minute = good ? digits(&text, 2) : -1;
    good = good && minute >= 0 && minute < 60;
    if (good && *text == ':') {
        text++;
        second = digits(&text, 2);
        good = second >= 0 && second < 60;
    }
    if (good && *text == 'Z')
        text++;
    *ms = (double)(HOURS(hour) + MINUTES(minute) + SECONDS(second));
    return good && !*text;
}

/* Days since 1 March of the year 0, as the Gregorian calendar counts them. */
static int64_t day_number(int year, int month, int day)
{
    int64_t y = month > 2 ? year : year - 1, m = month > 2 ? month - 3 : month + 9;
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1;
}

static bool read_date(const char *text, double *ms)
{
    int year = digits(&text, 4);
    if (year < 0 || *text++ != '-')
        return false;
    int month = digits(&text, 2);
    if (month < 1 || month > 12 || *text++ != '-')
        return false;
    int day = digits(&text, 2);
    if (day < 1 || day > 31 || (*text != 'T' && *text != ' ') || !read_clock(text + 1, ms))
        return false;
    int64_t number = day_number(year, month, day), next = day_number(year + month / 12, month % 12 + 1, 1);
    *ms += (double)DAYS(number);
    return number < next;
}

bool log_time_read(const char *text, enum log_time *kind, double *value)
{
    *kind = strchr(text, '-') && *text != '-' ? LOG_DATED : strchr(text, ':') ? LOG_OF_DAY : LOG_SINCE;
    return *kind == LOG_DATED    ? read_date(text, value)
           : *kind == LOG_OF_DAY ? read_clock(text, value)
                                 : !number_read(text, value);
}
