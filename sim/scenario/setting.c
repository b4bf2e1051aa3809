/* setting.c -- "--set alert.delay=20 min" as an overlay of one value. */
#include "overlay.h"

#include <string.h>

static int code_points(const char *text, const char *end)
{
    int n = 0;
    for (; text < end; text++)
        n += (*text & 0xc0) != 0x80;
    return n;
}

/* Where the first word of the path ends: at a point, but names may hold points themselves. */
static const char *word_end(const char *path, const char *end, const struct node *level)
{
    size_t longest = 0;
    if (path[0] == '*' && path[1] == '[') {
        const char *close = memchr(path, ']', (size_t)(end - path));
        return close ? close + 1 : end;
    }
    for (int i = 0; level && level->kind == MAPPING && i < level->n; i++) {
        const char *key = level->entries[i].key;
        size_t length = strlen(key);
        bool fits = length <= (size_t)(end - path) && !memcmp(path, key, length);
        if (fits && length > longest && (path + length == end || path[length] == '.'))
            longest = length;
    }
    if (longest)
        return path + longest;
    const char *point = memchr(path, '.', (size_t)(end - path));
    return point ? point : end;
}

static const char *equals_sign(const char *setting)
{
    int depth = 0;
    for (const char *c = setting; *c; c++) {
        depth += (*c == '[') - (*c == ']');
        if (*c == '=' && depth <= 0)
            return c;
    }
    return NULL;
}

static struct node *nest(struct arena *a, struct place at, const char *key, const struct node *value)
{
    struct node *n = arena_take(a, 1, sizeof *n);
    *n = (struct node){.kind = MAPPING, .at = at, .step = true, .n = 1};
    n->entries = arena_take(a, 1, sizeof *n->entries);
    n->entries[0] = (struct entry){key, at, value};
    return n;
}

const struct node *setting_at(const char *setting, struct place start, const struct node *base,
                              struct arena *a, struct diag *d)
{
    struct place at[DEPTH_MOST];
    const char *word[DEPTH_MOST], *equals = equals_sign(setting), *path = setting;
    int depth = 0;
    if (!equals || equals == setting) {
        diag_error(d, start, "write --set run.trials=500", "\"%s\" is not KEY=VALUE", setting);
        return NULL;
    }
    if (!bytes_are_text(setting, strlen(setting), start, d))
        return NULL;
    for (; path <= equals; depth++) {
        const char *end = word_end(path, equals, base);
        at[depth] = (struct place){start.file, start.line, start.column + code_points(setting, path)};
        if (depth == DEPTH_MOST - 1 || end == path) {
            diag_error(d, at[depth], NULL, "this is no key");
            return NULL;
        }
        word[depth] = arena_print(a, "%.*s", (int)(end - path), path);
        base = node_find(base, word[depth]);
        path = end + 1;
    }
    struct place value_at = {start.file, start.line, start.column + code_points(setting, equals + 1)};
    const struct node *value = node_scalar(a, value_at, "");
    if (equals[1])
        value = yaml_read(equals + 1, strlen(equals + 1), value_at, a, d);
    while (value && depth--)
        value = nest(a, at[depth], word[depth], value);
    return value;
}
