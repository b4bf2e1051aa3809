/* test_folder.c -- results appear whole or not at all. */
#include "test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "../sim/report/folder.h"
#include "base/die.h"
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

TEST(a_finished_run_is_refused_unless_it_may_be_overwritten)
{
    const char *target = place_make();
    CHECK_INT(exit_of(target, false, 0), EXIT_DONE);
    char *before = place_read(target, "manifest.json");
    CHECK_INT(exit_of(target, false, 0), EXIT_FILE);
    char *after = place_read(target, "manifest.json");
    CHECK_TEXT(before, after);
    CHECK_INT(exit_of(target, true, 0), EXIT_DONE);
    free(before);
    free(after);
    place_clear(target);
}

TEST(a_folder_that_is_not_ours_is_never_replaced)
{
    const char *target = place_make();
    CHECK(mkdir(target, 0777) == 0);
    char *letter = path_join(target, "letter.txt");
    FILE *to = fopen(letter, "w");
    fputs("dear", to);
    fclose(to);
    free(letter);
    CHECK_INT(exit_of(target, true, 0), EXIT_FILE);
    char *still = place_read(target, "letter.txt");
    CHECK_TEXT(still, "dear");
    free(still);
    place_clear(target);
}

TEST(a_full_disk_leaves_the_old_results_and_no_draft)
{
    const char *target = place_make();
    CHECK_INT(exit_of(target, false, 0), EXIT_DONE);
    char *before = place_read(target, "shares.csv");
    CHECK_INT(exit_of(target, true, 20000), EXIT_FILE); /* no file may grow beyond: curves.csv would */
    char *after = place_read(target, "shares.csv");
    CHECK_TEXT(before, after);
    char draft[120];
    snprintf(draft, sizeof draft, "%s.draft", target);
    CHECK(access(draft, F_OK) != 0);
    free(before);
    free(after);
    place_clear(target);
}

TEST(a_device_that_takes_nothing_is_noticed)
{
    const char *target = place_make();
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        if (!freopen("/dev/null", "w", stderr))
            _exit(99);
        struct folder *f = folder_open(target, false);
        FILE *to = folder_file(f, "small.csv");
        f->file[0].to = freopen("/dev/full", "w", to);
        fputs("a few bytes\n", f->file[0].to);
        folder_file_close(f, f->file[0].to);
        _exit(98);
    }
    int status = 0;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK_INT(WEXITSTATUS(status), EXIT_FILE);
    place_clear(target);
}

TEST(what_a_killed_run_left_is_swept_and_a_living_one_is_respected)
{
    const char *target = place_make();
    struct folder *living = folder_open(target, false);
    fclose(folder_file(living, "half.csv"));
    CHECK_INT(exit_of(target, false, 0), EXIT_FILE); /* the lock is ours */
    close(living->lock);                             /* as if killed */
    folder_free(living);
    CHECK_INT(exit_of(target, false, 0), EXIT_DONE);
    CHECK(!place_has(target, "half.csv"));
    place_clear(target);
}

TEST(without_gnuplot_the_data_and_the_scripts_are_there)
{
    const char *target = place_make();
    int code = sample_write_drawn_by("/nonexistent/gnuplot", target, &usual, false);
    int idle =
        sample_write_drawn_by("/bin/true", target, &usual, true); /* does nothing, and says all went well */
    CHECK_INT(code, EXIT_CHARTS);
    CHECK_INT(idle, EXIT_CHARTS);
    CHECK(place_has(target, "shares.csv") && place_has(target, "manifest.json"));
    CHECK(place_has(target, "charts/map.gp") && place_has(target, "charts/map.alt.txt"));
    CHECK(!place_has(target, "charts/map.png"));
    place_clear(target);
}
