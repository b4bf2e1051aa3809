#include "evidence.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "test.h"

static bool in_full(void)
{
    const char *evidence = getenv("CASEVAC_EVIDENCE");
    return evidence && *evidence;
}

int evidence_batches(int full, int for_a_test)
{
    if (in_full())
        return full;
    int64_t batches = test_share(for_a_test);
    return batches < 8 ? 8 : (int)batches;
}

/* One row, at once and whole: others write to the same file. */
static void note(const struct claim *c, struct estimate found, bool holds)
{
    char row[512];
    int length =
        snprintf(row, sizeof row, "| %s | %s | %.6g | %.6g | %.2g | %.2g | %s |\n", c->claim, c->which,
                 c->expected, found.value, found.error, c->tolerance, holds ? "yes" : "**no**");
    assert_in_range(length, 1, sizeof row - 1);
    FILE *to = fopen(getenv("CASEVAC_EVIDENCE"), "a");
    assert_non_null(to);
    fputs(row, to);
    assert_int_equal(fclose(to), 0);
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
