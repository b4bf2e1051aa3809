/* table.c -- cells, commas and quotes. */
#include "table.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>
#include "base/unit.h"

static void write_head(FILE *to, const struct column *columns)
{
    for (const struct column *c = columns; c->name; c++)
        fprintf(to, "%s%s", c == columns ? "" : ",", c->name);
    putc('\n', to);
}

struct table table_begin(FILE *to, const struct column *columns)
{
    write_head(to, columns);
    return table_more(to, columns);
}

struct table table_more(FILE *to, const struct column *columns)
{
    return (struct table){.to = to, .columns = columns};
}

static void end_cell(struct table *t)
{
    t->at++;
    bool last = !t->columns[t->at].name;
    putc(last ? '\n' : ',', t->to);
    if (last)
        t->at = 0;
}

void table_nothing(struct table *t)
{
    end_cell(t);
}

void table_text(struct table *t, const char *text)
{
    assert(t->columns[t->at].decimals == WORDING);
    bool quoted = text && strpbrk(text, ",\"\r\n");
    if (quoted)
        putc('"', t->to);
    for (const char *c = text ? text : ""; *c; c++) {
        if (*c == '"')
            putc('"', t->to);
        putc(*c, t->to);
    }
    if (quoted)
        putc('"', t->to);
    end_cell(t);
}

void table_count(struct table *t, int64_t count)
{
    assert(t->columns[t->at].decimals == 0);
    fprintf(t->to, "%" PRId64, count);
    end_cell(t);
}

void table_figure(struct table *t, double value)
{
    char figure[32];
    assert(t->columns[t->at].decimals != WORDING);
    figure_write(value, t->columns[t->at].decimals, figure);
    fputs(figure, t->to);
    end_cell(t);
}

void table_minutes(struct table *t, double ms)
{
    table_figure(t, ms / (double)MINUTES(1));
}
