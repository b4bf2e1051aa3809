/* cmd_report.c -- casevac report RESULTS */
#include "base/arena.h"
#include "cli/command.h"
#include "report/report.h"

static int run(const struct command_line *line)
{
    return report_draw(line->argument);
}

const struct command command_report = {
    .name = "report",
    .argument = "RESULTS",
    .summary = "Draw the charts of stored results, once more or for the first time.",
    .about =
        "Each chart is drawn by gnuplot from its script and data in RESULTS/charts, and the manifest names "
        "it. "
        "For results that were written with --no-charts, without gnuplot, or interrupted. Scripts that are "
        "not as the run wrote them are not drawn. Draw results that come from others only if you trust "
        "them as you would a program.",
    .examples = {"casevac report results/first"},
    .run = run,
};
