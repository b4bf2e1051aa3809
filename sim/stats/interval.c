#include "stats/interval.h"

#include <math.h>
#include <gsl/gsl_cdf.h>

/* Six decimals, so that no processor's last bit reaches a result. */
static double rounded(double x)
{
    return round(x * 1e6) / 1e6;
}

double normal_quantile(double level)
{
    return rounded(gsl_cdf_ugaussian_Pinv(0.5 + level / 2));
}

double student_quantile(double level, double degrees_of_freedom)
{
    if (!(degrees_of_freedom > 0))
        return NAN;
    return rounded(gsl_cdf_tdist_Pinv(0.5 + level / 2, degrees_of_freedom));
}
