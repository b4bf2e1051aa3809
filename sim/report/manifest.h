/* manifest.h -- what anyone needs to make these results again, to the byte.
 *
 * Whatever differs between two runs that must give equal results (time, host, jobs, paths)
 * stands under the key `run_info`, and nowhere else.
 */
#ifndef REPORT_MANIFEST_H
#define REPORT_MANIFEST_H

#include "folder.h"
#include "provenance.h"
#include "report/origin.h"

#define MANIFEST_NAME   "manifest.json"
#define MANIFEST_FILES  "files_sha256"  /* NAME: digest */
#define MANIFEST_CHARTS "charts_sha256" /* of the files in charts/ */
#define CHARTS_NAME     "charts"

/* Written when all other files of the folder are closed; and again when charts have been added. */
void manifest_write(struct folder *f, const struct provenance *p, const struct origin *o);

#endif
