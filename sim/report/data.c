/* data.c -- the list of data files. */
#include "data.h"

// clang-format off
const struct data_file data_files[] = {
    { "shares.csv",      share_columns,       write_shares      },
    { "quantiles.csv",   quantile_columns,    write_quantiles   },
    { "curves.csv",      curve_columns,       write_curves      },
    { "phases.csv",      phase_columns,       write_phases      },
    { "outcomes.csv",    outcome_columns,     write_outcomes    },
    { "utilisation.csv", utilisation_columns, write_utilisation },
    { "occupancy.csv",   occupancy_columns,   write_occupancy   },
    { "trials.csv",      trial_columns,       NULL              },
    { "casualties.csv",  casualty_columns,    NULL              },
    { "sorties.csv",     sortie_columns,      NULL              },
    { 0 }
};
// clang-format on
