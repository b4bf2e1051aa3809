/* shipped.h -- the scenarios that come with the program.
 */
#ifndef CLI_SHIPPED_H
#define CLI_SHIPPED_H

#include "base/arena.h"

/* The file meant by what the user typed: the path itself when it is a file, has a folder in it
 * or nothing else fits; else NAME or NAME.yaml in `folder` of the shipped scenarios ("",
 * "/plans" or "/stressors") or among the cases, which are any of these; those in ./scenarios before
 * those beside the program (../scenarios of build/casevac, or as installed). */
const char *shipped_find(const char *typed, const char *folder, struct arena *a);

/* All files of that folder that are shipped, by name; a name in ./scenarios hides the others. */
int shipped_list(const char *folder, struct arena *a, const char *const **files);

/* Where both look, to say so when nothing is there. */
const char *shipped_places(const char *folder, struct arena *a);

#endif
