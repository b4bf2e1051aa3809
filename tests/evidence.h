/* evidence.h -- what is claimed, what was found, and the table of it.
 *
 * A claim holds when what was found lies within 4 standard errors of what is expected. With
 * CASEVAC_EVIDENCE=FILE (`make evidence`) the cases are played in full: 4 standard errors must
 * then lie within the tolerance as well, or a run that is too short would prove anything, and
 * each adds its row of the table to that file.
 */
#ifndef TESTS_EVIDENCE_H
#define TESTS_EVIDENCE_H

#include "study.h"

struct claim {
    const char *claim; /* "A1 M/M/c, vehicles" */
    const char *which; /* "c 2, mean wait, h" */
    double expected;
    double tolerance; /* absolute; 0: exact */
};

/* How many batches to play: all of them for the evidence, else a share that a test has time for. */
int evidence_batches(int full, int for_a_test);

void evidence_check(const struct claim *c, struct estimate found);

/* A share of so many repetitions. The claim is made for `full` of them, no more and no fewer: it holds when
 * the share lies within the tolerance. Of fewer it is held to less, by 4 standard errors of what they lack. */
void evidence_check_counted(const struct claim *c, double share, int repetitions, int full);

#endif
