/* use.c -- how busy beds, tables and aircraft were. */
#include <math.h>
#include <stdlib.h>
#include "base/die.h"
#include "data.h"
#include "reading.h"

// clang-format off
const struct column utilisation_columns[] = {
    { "resource_kind", WORDING }, { "resource", WORDING }, { "capacity", 0 }, { "mean_busy", 6 },
    { "busy_share_of_capacity", 6 }, { "all_busy_share_of_time", 6 }, { 0 }
};

const struct column occupancy_columns[] = {
    { "resource_kind", WORDING }, { "resource", WORDING }, { "what", WORDING }, { "at", 0 },
    { "share_of_time", 6 }, { "mean_busy", 6 }, { 0 }
};
// clang-format on

static void table_resource(struct table *t, const struct resource *resource)
{
    table_text(t, resource->kind);
    table_text(t, resource->name);
}

void utilisation_write(struct table *t, const struct results *r)
{
    for (int i = 0; i < r->frame->resources; i++) {
        const struct resource *resource = &r->frame->resource[i];
        struct use use = use_of(r->tally, i);
        table_resource(t, resource);
        if (resource->capacity == UNLIMITED)
            table_nothing(t);
        else
            table_count(t, resource->capacity);
        table_figure(t, use.mean_busy);
        table_figure(t, use.share);
        table_figure(t, use.all_busy);
    }
}

static void level_rows(struct table *t, const struct resource *resource, const struct occupancy *busy)
{
    double all = 0;
    int highest = 0;
    for (int level = 0; level < OCCUPANCY_LEVELS; level++) {
        all += (double)busy->level_ms[level];
        highest = busy->level_ms[level] ? level : highest;
    }
    for (int level = 0; level <= highest && all > 0; level++) {
        table_resource(t, resource);
        table_text(t, "level");
        table_count(t, level);
        table_figure(t, (double)busy->level_ms[level] / all);
        table_figure(t, NAN);
    }
}

static void hour_rows(struct table *t, const struct resource *resource, const double *mean, int hours)
{
    for (int hour = 0; hour < hours; hour++) {
        table_resource(t, resource);
        table_text(t, "hour");
        table_count(t, hour);
        table_figure(t, NAN);
        table_figure(t, mean[hour]);
    }
}

void occupancy_write(struct table *t, const struct results *r)
{
    const struct frame *f = r->frame;
    double *mean = must_alloc((size_t)f->window.hours, sizeof *mean);
    for (int i = 0; i < f->resources; i++) {
        level_rows(t, &f->resource[i], &r->tally->busy[i]);
        if (r->tally->trials == 0)
            continue;
        occupancy_hours(&r->tally->busy[i], &f->window, r->tally->trials, mean);
        hour_rows(t, &f->resource[i], mean, f->window.hours);
    }
    free(mean);
}
