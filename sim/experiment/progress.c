#include "progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { BAR = 20 };
static const double redraw_s = 0.1, line_every_s = 10;

double clock_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

struct progress progress_new(const char *doing, int64_t trials)
{
    double now = clock_s();
    return (struct progress){doing, isatty(STDERR_FILENO), trials, now, now};
}

static void print_line(const struct progress *p, int64_t done)
{
    done = done < p->trials ? done : p->trials; /* the last block may be short */
    double passed_s = clock_s() - p->began_s, rate = passed_s > 0 ? (double)done / passed_s : 0;
    double left_s = rate > 0 ? (double)(p->trials - done) / rate : 0;
    fprintf(stderr, "%s%s%3.0f %%  %" PRId64 " of %" PRId64 " trials  %.0f/s  %.0f s left", p->doing,
            *p->doing ? "  " : "", 100.0 * (double)done / (double)p->trials, done, p->trials, rate, left_s);
}

static void print_bar(const struct progress *p, int64_t done)
{
    int full = (int)(BAR * done / p->trials);
    fputc('\r', stderr);
    for (int i = 0; i < BAR; i++)
        fputc(i < full ? '#' : '.', stderr);
    fputs("  ", stderr);
    print_line(p, done);
    fputs("\033[K", stderr);
    fflush(stderr);
}

void progress_show(struct progress *p, int64_t done)
{
    double now = clock_s();
    if (!p->doing || now - p->shown_s < (p->terminal ? redraw_s : line_every_s))
        return;
    p->shown_s = now;
    if (p->terminal) {
        print_bar(p, done);
    } else {
        print_line(p, done);
        fputc('\n', stderr);
    }
}

void progress_end(struct progress *p, int64_t done)
{
    if (!p->doing)
        return;
    if (p->terminal)
        fputs("\r\033[K", stderr);
    else if (p->shown_s > p->began_s) {
        print_line(p, done);
        fputc('\n', stderr);
    }
}
