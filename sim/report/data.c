/* data.c -- the list of data files. */
#include "data.h"

// clang-format off
const struct data_file data_files[] = {
    { "shares.csv",      share_columns,       shares_write      },
    { "quantiles.csv",   quantile_columns,    quantiles_write   },
    { "curves.csv",      curve_columns,       curves_write      },
    { "phases.csv",      phase_columns,       phases_write      },
    { "outcomes.csv",    outcome_columns,     outcomes_write    },
    { "alone.csv",       alone_columns,       alone_write       },
    { "utilisation.csv", utilisation_columns, utilisation_write },
    { "occupancy.csv",   occupancy_columns,   occupancy_write   },
    { "trials.csv",      trial_columns,       NULL              },
    { "casualties.csv",  casualty_columns,    NULL              },
    { "sorties.csv",     sortie_columns,      NULL              },
    { "steps.csv",       step_columns,        NULL              }, /* of fit */
    { 0 }
};
// clang-format on
