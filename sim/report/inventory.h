/* inventory.h -- what of a results folder is ours: the files its manifest names, as they were written.
 */
#ifndef REPORT_INVENTORY_H
#define REPORT_INVENTORY_H

#include <jansson.h>
#include <stdbool.h>

/* The manifest of a results folder; NULL when there is none of casevac's. json_decref it. */
json_t *inventory_manifest(const char *folder);

/* The first thing in the folder that the manifest does not name, or that is no longer as it was written
 * ("notes.txt"); new memory, NULL when all is ours. An empty folder holds nothing foreign. */
char *inventory_foreign(const char *folder);

/* Removes, one by one, the files that are as the manifest says, then the folders they leave empty.
 * False: something stays, and the folder with it. */
bool inventory_remove(const char *folder);

/* Is a plain file, no link, with this digest? */
bool file_is(const char *path, const char *digest);

/* Is a folder with nothing in it, or nothing at all? Never a link. */
bool folder_is_free(const char *path);

/* NAME: digest of every plain file of a folder, by name; empty where there is no folder. */
json_t *inventory_of(const char *folder);

#endif
