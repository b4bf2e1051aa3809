/* interval.h -- an estimate and how far it may be off.
 */
#ifndef STATS_INTERVAL_H
#define STATS_INTERVAL_H

struct interval {
    double value, low, high; /* NAN where it does not exist ("not reached", nobody counted) */
};

/* Two-sided quantiles for a confidence level (0.95), rounded to 6 decimals: GSL. */
double normal_quantile(double level);
double student_quantile(double level, double degrees_of_freedom);

#endif
