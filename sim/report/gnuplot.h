/* gnuplot.h -- another program, kept on a short lead.
 *
 * gnuplot runs without a shell, in the folder of the script, with limits on time, memory and
 * file size, and nothing it can read but what we wrote. Its exit code says little (a full disk
 * leaves 0), so the image is judged by its first and last bytes.
 */
#ifndef REPORT_GNUPLOT_H
#define REPORT_GNUPLOT_H

#include <stdbool.h>

/* Where gnuplot is: new memory; NULL when there is none. CASEVAC_GNUPLOT, an absolute path, goes before PATH. */
char *gnuplot_find(void);

/* Runs `script` in `folder`; what gnuplot says goes to `log` there. NULL when it went well, else why not. */
const char *gnuplot_run(const char *gnuplot, const char *folder, const char *script, const char *log);

/* Is the image whole, by what its kind (".png", ".svg") must begin and end with? */
bool image_is_whole(const char *path);

#endif
