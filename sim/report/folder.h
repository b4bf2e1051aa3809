/* folder.h -- results are written whole or not at all.
 *
 * Files go to a draft folder beside the target ("mali.draft" for "mali"), which takes the
 * target's place when all of them are on the disk. A failed write removes the draft and
 * leaves with EXIT_FILE: what was there before is untouched. A draft left by a run that
 * was killed is cleared by the next one; one in use by a living run is refused.
 */
#ifndef REPORT_FOLDER_H
#define REPORT_FOLDER_H

#include <stdbool.h>
#include <stdio.h>

enum { FOLDER_FILES = 32 };

struct folder {
    char *target, *draft;
    int lock; /* descriptor of the lock file in the draft */
    int count;
    struct folder_file {
        const char *name;
        FILE *to; /* NULL: closed, all of it on the disk */
    } file[FOLDER_FILES];
};

/* Refuses a target with finished results unless `overwrite`, and always one that is not ours. */
struct folder *folder_open(const char *target, bool overwrite);

/* `name` must outlive the folder. Writing never needs checking: closing does. */
FILE *folder_file(struct folder *f, const char *name);
void folder_file_close(struct folder *f, FILE *to); /* on the disk, or EXIT_FILE */
void folder_close_all(struct folder *f);

/* With all files closed: puts the draft in the target's place. */
void folder_finish(struct folder *f);
void folder_free(struct folder *f);

/* The path of a file in a folder: new memory. */
char *path_join(const char *folder, const char *name);

#endif
