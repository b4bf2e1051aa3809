/* cmd_trace.c -- casevac trace SCENARIO --trial N */
#include <stdio.h>
#include "base/die.h"
#include "cli/command.h"
#include "evac/trial.h"
#include "scenario/read.h"
#include "world/world.h"

static int run(const struct command_line *line)
{
    struct scenario *s = command_scenario(line);
    if (!s)
        return EXIT_SCENARIO;
    const struct given *seed = &line->option[OPTION_SEED];
    struct luck luck = {
        .seed = (uint64_t)(seed->times ? seed->whole : s->run.seed),
        .trial = (uint64_t)line->option[OPTION_TRIAL].whole,
    };
    struct world *w = world_new(s);
    struct frame *f = frame_new(w);
    struct trial *t = trial_new(f);
    trial_tell_story(t, luck, stdout);
    printf("Trial %llu, seed %llu: %d incidents, %d wounded, %d journeys.\n", (unsigned long long)luck.trial,
           (unsigned long long)luck.seed, trial_incidents(t), trial_casualties(t), trial_sorties(t));
    trial_free(t);
    frame_free(f);
    world_free(w);
    scenario_free(s);
    return EXIT_DONE;
}

const struct command command_trace = {
    .name = "trace",
    .argument = "SCENARIO",
    .options = TAKES(OPTION_TRIAL) | TAKES(OPTION_SEED) | TAKES(OPTION_PLAN) | TAKES(OPTION_STRESSOR) |
               TAKES(OPTION_SET),
    .summary = "Tell one trial, event by event.",
    .about = "The trial is the same one, to the millisecond, as in a run with the same seed, whatever else "
             "the run "
             "holds. With a plan it shows what the plan changes for the same wounded.",
    .examples = {"casevac trace mali-2021 --trial 7", "casevac trace first --trial 0 --seed 3",
                 "casevac trace mali-2021 --trial 7 --plan third-helicopter"},
    .run = run,
};
