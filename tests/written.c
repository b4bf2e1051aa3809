#include "written.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void write_file(char *path, const char *text)
{
    int descriptor = mkstemp(path);
    FILE *file = fdopen(descriptor, "w");
    fputs(text, file);
    fclose(file);
}

/* "/tmp/casevac-x1y2z3:1:2: error" becomes "1:2: error". */
static void cut_names(char *said, const char *path)
{
    size_t length = strlen(path);
    for (char *at; (at = strstr(said, path));) {
        size_t cut = at[length] == ':' ? length + 1 : length;
        memmove(at, at + cut, strlen(at + cut) + 1);
    }
}

static struct written read_layers(const struct layers *l, const char *second)
{
    struct written w = {.scenario = NULL};
    struct diag *d = diag_new();
    w.scenario = scenario_read(l, d);
    FILE *said = fmemopen(w.said, sizeof w.said, "w");
    diag_print(d, said, 20);
    fclose(said);
    diag_free(d);
    cut_names(w.said, l->file);
    unlink(l->file);
    if (second) {
        cut_names(w.said, second);
        unlink(second);
    }
    return w;
}

struct written written(const char *text, const char *plan, const char *setting)
{
    char file[] = "/tmp/casevac-XXXXXX", over[] = "/tmp/casevac-XXXXXX";
    const char *plans[] = {over}, *sets[] = {setting};
    struct layers l = {
        .file = file, .plans = plans, .sets = sets, .plan_count = plan != NULL, .set_count = setting != NULL};
    write_file(file, text);
    if (plan)
        write_file(over, plan);
    return read_layers(&l, plan ? over : NULL);
}

struct written written_stressed(const char *text, const char *stressor, const char *rung)
{
    char file[] = "/tmp/casevac-XXXXXX", over[] = "/tmp/casevac-XXXXXX", named[64];
    const char *stressors[] = {named};
    struct layers l = {.file = file, .stressors = stressors, .stressor_count = 1};
    write_file(file, text);
    write_file(over, stressor);
    snprintf(named, sizeof named, "%s%s%s", over, rung ? ":" : "", rung ? rung : "");
    return read_layers(&l, over);
}

void written_free(struct written *w)
{
    scenario_free(w->scenario);
    w->scenario = NULL;
}
