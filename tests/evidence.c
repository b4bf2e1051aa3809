#include "evidence.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "test.h"

enum { ROWS_LIMIT = 400, TEXT = 96 };

static struct row { /* texts are copied: a claim may be put together on the spot */
    char claim[TEXT], which[TEXT];
    double expected, tolerance;
    struct estimate found;
    bool holds;
} rows[ROWS_LIMIT];
static int row_count;

// clang-format off
static const char preamble[] =
    "# What shows that it is right\n"
    "\n"
    "`make test` runs everything below in a short form; `make evidence` plays it in full and writes this file.\n"
    "\n"
    "Each case is a scenario file of `tests/theory/`, read and run by the program itself, whose answer is known from\n"
    "queueing theory, probability or arithmetic. *Found* is the figure over all trials; its *standard error* comes\n"
    "from the spread between batches of trials that share no luck. A claim holds when what was found is within 4\n"
    "standard errors of what is expected **and** 4 standard errors are within the tolerance: a run whose error is\n"
    "wide proves nothing. About one figure in twenty lies more than 2 standard errors off, as it should. Exact cases\n"
    "have no error and no tolerance. Coverage is claimed for just 1,000 studies of 1,000 trials, and holds within the\n"
    "tolerance; that of smaller studies is only shown. Times are in hours unless the case says otherwise.\n"
    "\n"
    "Sources: Erlang 1917; Pollaczek 1930; Gross and Harris, Fundamentals of Queueing Theory; Cobham 1954, Operations\n"
    "Research 2:70 (priorities); the rest is elementary. The yardstick is `tests/yardstick/yardstick.c`.\n"
    "\n"
    "The files are templates: to try other parameters, change the block at their top, or lay values over it with\n"
    "`--set attacks.call.rate=2/h --set assets.server.count=3`. Every other fact is a test whose name says it:\n"
    "`build/check` runs all, `build/check injury` those whose name or file holds the word.\n"
    "\n"
    "| claim | case | expected | found | standard error | tolerance | holds |\n"
    "|---|---|---|---|---|---|---|\n";
// clang-format on

static bool in_full(void)
{
    const char *evidence = getenv("CASEVAC_EVIDENCE");
    return evidence && *evidence && *evidence != '0';
}

int evidence_batches(int full, int for_a_test)
{
    if (in_full())
        return full;
    int64_t batches = test_share(for_a_test);
    return batches < 8 ? 8 : (int)batches;
}

static void write_table(void)
{
    FILE *to = fopen("tests/README.md", "w");
    if (!to)
        return;
    fputs(preamble, to);
    for (int i = 0; i < row_count; i++) {
        const struct row *r = &rows[i];
        fprintf(to, "| %s | %s | %.6g | %.6g | %.2g | %.2g | %s |\n", r->claim, r->which, r->expected,
                r->found.value, r->found.error, r->tolerance, r->holds ? "yes" : "**no**");
    }
    fclose(to);
}

static void note(const struct claim *c, struct estimate found, bool holds)
{
    if (!row_count)
        atexit(write_table);
    assert_true(row_count < ROWS_LIMIT);
    struct row *r = &rows[row_count++];
    *r = (struct row){.expected = c->expected, .tolerance = c->tolerance, .found = found, .holds = holds};
    snprintf(r->claim, sizeof r->claim, "%s", c->claim);
    snprintf(r->which, sizeof r->which, "%s", c->which);
}

void evidence_check(const struct claim *c, struct estimate found)
{
    double slack = 1e-9 * fabs(c->expected); /* of doubles, for what is exact */
    bool agrees = fabs(found.value - c->expected) <= 4 * found.error + slack;
    bool sharp = 4 * found.error <= c->tolerance;
    print_message("    %s, %s: %.6g, should be %.6g; standard error %.2g\n", c->claim, c->which, found.value,
                  c->expected, found.error);
    if (in_full())
        note(c, found, agrees && sharp);
    if (!agrees || (in_full() && !sharp))
        fail_msg("%s, %s: %.9g, should be %.9g; 4 standard errors are %.3g, the tolerance %.3g", c->claim,
                 c->which, found.value, c->expected, 4 * found.error, c->tolerance);
}

void evidence_check_counted(const struct claim *c, double share, int repetitions, int full)
{
    double spread = sqrt(c->expected * (1 - c->expected)), error = spread / sqrt(repetitions);
    double lack = fmax(0, error - spread / sqrt(full));
    bool holds = fabs(share - c->expected) <= c->tolerance + 4 * lack;
    print_message("    %s, %s: %.3f of %d\n", c->claim, c->which, share, repetitions);
    if (in_full())
        note(c, (struct estimate){share, error}, holds);
    if (!holds)
        fail_msg("%s, %s: %.3f of %d, should be %.3f within %.3f", c->claim, c->which, share, repetitions,
                 c->expected, c->tolerance + 4 * lack);
}
