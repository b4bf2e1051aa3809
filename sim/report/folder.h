/* folder.h -- results are written whole or not at all, and nothing else is touched.
 *
 * Files go to a draft of our own beside the target ("mali.casevac-draft-4fR2aq" for "mali"), which
 * takes the target's place when all of them are on the disk. It owns only what it wrote: results
 * that stand there already are replaced file by file, and only those that their manifest names
 * (inventory.h); a link is followed once, at the start, and the folder behind it used. Whatever
 * fails leaves the draft as far as it came, and the message says where it is.
 */
#ifndef REPORT_FOLDER_H
#define REPORT_FOLDER_H

#include <stdbool.h>
#include <stdio.h>
#include "place.h"

enum { FOLDER_FILES = 32 };

struct folder {
    struct results_place place;
    char *draft;
    int count;
    struct folder_file {
        const char *name;
        FILE *to;        /* NULL: closed, all of it on the disk */
        char digest[65]; /* SHA-256, once it was asked for */
    } file[FOLDER_FILES];
    const char *failed; /* the first file that could not be written, and why; NULL: none */
    int error;
};

/* The place for results (place.h), and room on the disk for them: all that can be refused is refused
 * here, before the first trial, with EXIT_FILE. */
struct folder *folder_open(const char *target, bool overwrite);

/* `name` must outlive the folder; asked for again, the file is begun again. Writing never needs
 * checking: closing does. A file that cannot be written does not keep the others from the disk. */
FILE *folder_file(struct folder *f, const char *name);
void folder_file_close(struct folder *f, FILE *to);
void folder_close_all(struct folder *f);

/* Dies with EXIT_FILE when a file could not be written; the others are kept in the draft. */
void folder_must_be_whole(struct folder *f);

/* With all files closed: puts the draft in the target's place; or, where something came to stand
 * there meanwhile, under the next free name, and says so. */
void folder_finish(struct folder *f);
void folder_free(struct folder *f);

/* The path of a file in a folder: new memory. */
char *path_join(const char *folder, const char *name);
char *path_beside(const char *folder, const char *ending); /* "mali" and "-2": "mali-2" */

/* Renames without replacing: 0, or an errno; EEXIST when something is there. */
int rename_aside(const char *from, const char *to);

#endif
