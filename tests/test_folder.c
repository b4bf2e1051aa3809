/* test_folder.c -- results appear whole or not at all, and nothing that others wrote is touched. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "test.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "../sim/report/folder.h"
#include "../sim/report/inventory.h"
#include "base/die.h"
#include "report/report.h"
#include "sample_results.h"

static const struct sample usual = {
    .sectors = 4, .trials = 500, .casualties = 7, .slower = 0.15, .never = 0.05};

/* What the same would exit with, in a process of its own. */
static int exit_of(const char *target, bool overwrite, rlim_t largest_file)
{
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        struct rlimit both = {largest_file, largest_file};
        signal(SIGXFSZ, SIG_IGN);
        if (largest_file)
            setrlimit(RLIMIT_FSIZE, &both);
        if (!freopen("/dev/null", "w", stderr))
            _exit(99);
        _exit(sample_write(target, &usual, overwrite, false));
    }
    int status = 0;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void note_in(const char *folder, const char *name, const char *words)
{
    char *path = path_join(folder, name);
    FILE *to = fopen(path, "w");
    CHECK(to != NULL);
    fputs(words, to);
    fclose(to);
    free(path);
}

static void check_says(const char *folder, const char *name, const char *words)
{
    char *said = place_read(folder, name);
    CHECK(said != NULL);
    CHECK_TEXT(said, words);
    free(said);
}

/* How many names in the folder above the target have this in them. */
static int beside(const char *target, const char *part)
{
    char above[100];
    int n = 0;
    snprintf(above, sizeof above, "%s", target);
    *strrchr(above, '/') = 0;
    DIR *folder = opendir(above);
    for (struct dirent *entry; (entry = readdir(folder));)
        n += strstr(entry->d_name, part) != NULL;
    closedir(folder);
    return n;
}

static const char *ending(const char *target, const char *with)
{
    static char path[120];
    snprintf(path, sizeof path, "%s%s", target, with);
    return path;
}

TEST(the_same_tallies_give_the_same_bytes)
{
    const char *target = place_make();
    static const char *const same[] = {"shares.csv",   "quantiles.csv",   "curves.csv",    "phases.csv",
                                       "outcomes.csv", "utilisation.csv", "occupancy.csv", "summary.json"};
    char *first[8];
    CHECK_INT(sample_write(target, &usual, false, false), EXIT_DONE);
    for (int i = 0; i < 8; i++)
        first[i] = place_read(target, same[i]);
    CHECK_INT(sample_write(target, &usual, true, false), EXIT_DONE);
    for (int i = 0; i < 8; i++) {
        char *again = place_read(target, same[i]);
        CHECK_TEXT(first[i], again);
        free(again);
        free(first[i]);
    }
    place_clear(target);
}

TEST(running_again_keeps_what_is_there_and_takes_the_next_name)
{
    const char *target = place_make();
    CHECK_INT(exit_of(target, false, 0), EXIT_DONE);
    char *before = place_read(target, "manifest.json");
    CHECK_INT(exit_of(target, false, 0), EXIT_DONE);
    CHECK_INT(exit_of(target, false, 0), EXIT_DONE);
    check_says(target, "manifest.json", before);
    CHECK(place_has(ending(target, "-2"), "manifest.json"));
    CHECK(place_has(ending(target, "-3"), "manifest.json"));
    CHECK_INT(beside(target, "casevac"), 0);
    free(before);
    place_clear(target);
}

TEST(overwriting_replaces_results_and_leaves_nothing_beside)
{
    const char *target = place_make();
    CHECK_INT(exit_of(target, false, 0), EXIT_DONE);
    CHECK_INT(exit_of(target, true, 0), EXIT_DONE);
    CHECK(place_has(target, "manifest.json"));
    CHECK_INT(beside(target, "run"), 1);
    place_clear(target);
}

/* A note, a folder, a link, or a table that somebody changed. */
TEST(results_to_which_somebody_added_are_never_overwritten)
{
    static const char *const added[] = {"notes.txt", "shares.csv", "charts/mine.png"};
    for (int i = 0; i < 5; i++) {
        const char *target = place_make();
        CHECK_INT(exit_of(target, false, 0), EXIT_DONE);
        char *path = path_join(target, "added");
        if (i < 3)
            note_in(target, added[i], "dear");
        else if (i == 3)
            CHECK(mkdir(path, 0777) == 0);
        else
            CHECK(symlink("/etc", path) == 0);
        CHECK_INT(exit_of(target, true, 0), EXIT_FILE);
        if (i < 3)
            check_says(target, added[i], "dear");
        else
            CHECK(place_has(target, "added"));
        CHECK_INT(beside(target, "run"), 1);
        free(path);
        place_clear(target);
    }
}

TEST(a_folder_that_is_not_ours_is_never_replaced)
{
    const char *target = place_make();
    CHECK(mkdir(target, 0777) == 0);
    note_in(target, "letter.txt", "dear");
    note_in(target, "manifest.json", "{\"program\": \"another\"}");
    CHECK_INT(exit_of(target, true, 0), EXIT_FILE);
    CHECK_INT(exit_of(target, false, 0), EXIT_DONE);
    check_says(target, "letter.txt", "dear");
    check_says(target, "manifest.json", "{\"program\": \"another\"}");
    CHECK(place_has(ending(target, "-2"), "shares.csv"));
    place_clear(target);
}

/* What people call their earlier runs, and links under such names. */
TEST(neighbours_of_a_results_folder_are_left_alone)
{
    static const char *const names[] = {".old", ".draft", ".casevac-old", ".casevac-draft"};
    const char *target = place_make();
    CHECK_INT(exit_of(target, false, 0), EXIT_DONE);
    for (int i = 0; i < 4; i++) {
        CHECK(mkdir(ending(target, names[i]), 0777) == 0);
        note_in(ending(target, names[i]), "keep", names[i]);
    }
    CHECK_INT(exit_of(target, true, 0), EXIT_DONE);
    CHECK_INT(exit_of(target, false, 0), EXIT_DONE);
    for (int i = 0; i < 4; i++)
        check_says(ending(target, names[i]), "keep", names[i]);
    place_clear(target);
}

TEST(a_lock_that_is_somebody_elses_is_neither_taken_nor_removed)
{
    const char *target = place_make();
    char name[40];
    snprintf(name, sizeof name, "../%s.casevac-lock", strrchr(target, '/') + 1);
    CHECK(mkdir(target, 0777) == 0);
    note_in(target, name, "a letter");
    CHECK_INT(exit_of(target, true, 0), EXIT_FILE);
    check_says(target, name, "a letter");
    place_clear(target);
}

TEST(a_results_folder_that_is_a_link_is_used_behind_the_link)
{
    const char *target = place_make();
    char *real = path_beside(target, "-real");
    CHECK(mkdir(real, 0777) == 0 && symlink(real, target) == 0);
    CHECK_INT(exit_of(target, false, 0), EXIT_DONE);
    CHECK_INT(exit_of(target, true, 0), EXIT_DONE);
    CHECK(place_has(real, "manifest.json"));
    CHECK_INT(exit_of(target, false, 0), EXIT_DONE);
    CHECK(place_has(ending(real, "-2"), "manifest.json"));
    struct stat st;
    CHECK(lstat(target, &st) == 0 && S_ISLNK(st.st_mode));
    free(real);
    place_clear(target);
}

TEST(a_link_to_nothing_is_refused_before_the_first_trial)
{
    const char *target = place_make();
    CHECK(symlink("nowhere", target) == 0);
    CHECK_INT(exit_of(target, false, 0), EXIT_FILE);
    CHECK_INT(beside(target, "run"), 1);
    place_clear(target);
}

TEST(what_appears_during_the_run_is_kept_and_the_results_stand_elsewhere)
{
    for (int overwrite = 0; overwrite < 2; overwrite++) {
        const char *target = place_make();
        if (overwrite)
            CHECK_INT(exit_of(target, false, 0), EXIT_DONE);
        struct report *p = report_open(target, overwrite, 0, NULL);
        struct results *r = sample_results(&usual);
        if (!overwrite)
            CHECK(mkdir(target, 0777) == 0);
        note_in(target, "letter.txt", "dear");
        CHECK_INT(report_close(p, r, false), EXIT_DONE);
        CHECK_TEXT(report_place(p), ending(target, "-2"));
        report_free(p);
        sample_free(r);
        check_says(target, "letter.txt", "dear");
        CHECK(place_has(ending(target, "-2"), "manifest.json"));
        CHECK_INT(beside(target, "casevac"), 0);
        place_clear(target);
    }
}

TEST(a_limit_on_the_size_of_files_is_found_before_the_first_trial)
{
    const char *target = place_make();
    CHECK_INT(exit_of(target, false, 0), EXIT_DONE);
    char *before = place_read(target, "shares.csv");
    CHECK_INT(exit_of(target, true, 20000), EXIT_FILE);
    check_says(target, "shares.csv", before);
    CHECK_INT(beside(target, "run"), 1);
    free(before);
    place_clear(target);
}

/* Exits as the report does when the nth of its files cannot be written. */
static int exit_of_full(const char *target, const char *name)
{
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        if (!freopen("/dev/null", "w", stderr))
            _exit(99);
        struct folder *f = folder_open(target, false);
        FILE *other = folder_file(f, "before.csv");
        fputs("whole\n", other);
        FILE *to = folder_file(f, name);
        f->file[1].to = freopen("/dev/full", "w", to);
        fputs("a few bytes\n", f->file[1].to);
        folder_close_all(f);
        folder_finish(f);
        _exit(98);
    }
    int status = 0;
    CHECK(waitpid(child, &status, 0) == child);
    return WEXITSTATUS(status);
}

TEST(a_file_that_cannot_be_written_leaves_the_others_in_the_draft)
{
    const char *target = place_make();
    CHECK_INT(exit_of_full(target, "small.csv"), EXIT_FILE);
    CHECK(access(target, F_OK) != 0);
    CHECK_INT(beside(target, ".casevac-draft-"), 1);
    CHECK_INT(beside(target, "lock"), 0);
    char above[100], *found = NULL;
    snprintf(above, sizeof above, "%s", target);
    *strrchr(above, '/') = 0;
    DIR *folder = opendir(above);
    for (struct dirent *entry; (entry = readdir(folder));)
        if (strstr(entry->d_name, "draft"))
            found = path_join(above, entry->d_name);
    closedir(folder);
    check_says(found, "before.csv", "whole\n");
    CHECK(!place_has(found, "small.csv"));
    free(found);
    place_clear(target);
}

TEST(two_runs_never_share_a_place)
{
    const char *target = place_make();
    struct folder *living = folder_open(target, false);
    folder_file_close(living, folder_file(living, "half.csv"));
    CHECK_INT(exit_of(target, true, 0), EXIT_FILE);  /* the lock is ours */
    CHECK_INT(exit_of(target, false, 0), EXIT_DONE); /* and so is the name */
    CHECK(place_has(ending(target, "-2"), "manifest.json"));
    folder_finish(living);
    CHECK(place_has(target, "half.csv"));
    folder_free(living);
    place_clear(target);
}

TEST(the_lock_of_a_run_that_was_killed_holds_nobody_up)
{
    const char *target = place_make();
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        folder_open(target, false);
        _exit(0);
    }
    waitpid(child, NULL, 0);
    CHECK_INT(exit_of(target, true, 0), EXIT_DONE);
    CHECK(place_has(target, "manifest.json"));
    CHECK_INT(beside(target, "lock"), 0);
    place_clear(target);
}

TEST(the_newest_results_are_named_where_they_lie_in_a_folder_called_results)
{
    const char *target = place_make();
    char *results = path_beside(target, "/results"), *mine = path_join(results, "mine");
    CHECK_INT(exit_of(mine, false, 0), EXIT_DONE);
    check_says(results, "latest", "mine\n");
    CHECK_INT(exit_of(mine, false, 0), EXIT_DONE);
    check_says(results, "latest", "mine-2\n");
    note_in(results, "latest", "a letter\n");
    CHECK_INT(exit_of(mine, false, 0), EXIT_DONE);
    check_says(results, "latest", "a letter\n");
    free(results);
    free(mine);
    place_clear(target);
}

TEST(without_gnuplot_the_data_and_the_scripts_are_there_and_can_be_drawn_later)
{
    const char *target = place_make();
    int code = sample_write_drawn_by("/nonexistent/gnuplot", target, &usual, false);
    CHECK_INT(code, EXIT_CHARTS);
    CHECK(place_has(target, "shares.csv") && place_has(target, "manifest.json"));
    CHECK(place_has(target, "charts/map.gp") && place_has(target, "charts/map.alt.txt"));
    CHECK(!place_has(target, "charts/map.png"));
    CHECK_INT(report_draw(target), EXIT_DONE);
    CHECK(place_has(target, "charts/map.png") && place_has(target, "charts/map.svg"));
    CHECK(inventory_foreign(target) == NULL);
    int idle =
        sample_write_drawn_by("/bin/true", target, &usual, true); /* does nothing, and says all went well */
    CHECK_INT(idle, EXIT_CHARTS);
    CHECK(!place_has(target, "charts/map.png"));
    place_clear(target);
}

TEST(a_script_that_was_changed_is_not_drawn)
{
    const char *target = place_make();
    CHECK_INT(sample_write(target, &usual, false, false), EXIT_DONE);
    note_in(target, "charts/map.gp", "set output 'elsewhere'\n");
    char *link = path_join(target, "charts/sectors.png");
    CHECK(symlink("../behind", link) == 0);
    free(link);
    CHECK_INT(report_draw(target), EXIT_CHARTS);
    CHECK(!place_has(target, "charts/map.png") && !place_has(target, "charts/elsewhere"));
    CHECK(!place_has(target, "behind"));
    CHECK(place_has(target, "charts/phases.png"));
    place_clear(target);
}
