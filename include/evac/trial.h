/* trial.h -- one trial: a mission lives through its horizon.
 *
 * A worker makes one trial and runs it again and again; once warm it allocates
 * nothing. After trial_run the record of that trial may be read until the next.
 */
#ifndef EVAC_TRIAL_H
#define EVAC_TRIAL_H

#include <stdio.h>
#include "evac/casualty.h"
#include "evac/tally.h"
#include "random/luck.h"

struct trial;

/* The shape of the tallies; keeps the world, which the caller owns. */
struct frame *frame_new(const struct world *w);
struct frame *frame_of_everybody(const struct world *w); /* the same with the one group "all" */
void frame_free(struct frame *f);                        /* NULL is allowed */

struct trial *trial_new(const struct frame *f);
void trial_free(struct trial *t); /* NULL is allowed */

/* How a trial ended: lived through; thrown away, for an interrupt presses; over the limits of an agenda;
 * or one of our own checks does not hold. */
enum ending { LIVED, THROWN_AWAY, TOO_LONG, BROKEN };

/* Runs trial (seed, number) and adds it to `tally` (NULL: to none) when it is lived through. The same
 * bytes whatever ran before, and however that ended. */
enum ending trial_run(struct trial *t, struct luck luck, struct tally *tally);
void trial_count(struct trial *t, struct tally *tally); /* adds the trial just lived through */
const char *trial_trouble(
    const struct trial *t); /* why it was TOO_LONG or BROKEN, in words, until the next */

/* The same, told event by event in words to `story`; nothing is added up. What breaks ends the program. */
void trial_tell_story(struct trial *t, struct luck luck, FILE *story);

/* The record of the last run. Numbers run from 0 in the order of wounding. */
const struct frame *trial_frame(const struct trial *t);
int trial_casualties(const struct trial *t);
const struct casualty *trial_casualty(const struct trial *t, int number);
int trial_incidents(const struct trial *t);
const struct incident *trial_incident(const struct trial *t, int number);
int trial_sorties(const struct trial *t);
const struct sortie *trial_sortie(const struct trial *t, int number);
int64_t trial_events(const struct trial *t);
const int64_t *trial_totals(const struct trial *t);                       /* [PER_TRIALS] */
const struct stretch *trial_stretches(const struct trial *t, int *count); /* in the order they ended */

/* Casualty minutes by wait: the stretches of one casualty, in ms, since wounding until closed or all
 * its milestones were reached; `ms` has WAITS entries. */
void trial_waits(const struct trial *t, int casualty, int64_t ms[WAITS]);

#endif
