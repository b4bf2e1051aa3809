/* yaml.c -- libyaml's events, made into a tree.
 *
 * Events and not its documents: they carry the place of every key, show
 * duplicates, and let us stop before a file gets deep or long.
 */
#include "node.h"

#include <string.h>
#include <yaml.h>
#include "base/die.h"

/* A mapping or list that is still open. */
struct level {
    struct node *node;
    int room;
    bool has_key; /* a mapping's key was read and waits for its value */
    struct entry next;
};

struct builder {
    yaml_parser_t parser;
    struct arena *arena;
    struct diag *diag;
    struct place start;
    struct level levels[DEPTH_MOST + 1];
    int depth, events;
    const struct node *root;
    bool given_up;
};

static struct place place_of(const struct builder *b, yaml_mark_t mark)
{
    int line = (int)mark.line, column = (int)mark.column;
    return (struct place){b->start.file, b->start.line + line, column + (line ? 1 : b->start.column)};
}

static void give_up(struct builder *b, struct place at, const char *hint, const char *why)
{
    diag_error(b->diag, at, hint, "%s", why);
    b->given_up = true;
}

static bool duplicate(struct builder *b, const struct node *mapping, const char *key, struct place at)
{
    const struct entry *first = node_entry(mapping, key);
    if (!first)
        return false;
    diag_error(b->diag, at, NULL, "\"%s\" is given twice; the first is in line %d", key, first->key_at.line);
    return true;
}

static void append(struct builder *b, struct level *l, struct entry e)
{
    struct node *n = l->node;
    if (n->n == l->room) {
        int room = l->room ? 2 * l->room : 8;
        struct entry *wider = arena_take(b->arena, (size_t)room, sizeof *wider);
        if (n->n)
            memcpy(wider, n->entries, (size_t)n->n * sizeof *wider);
        n->entries = wider;
        l->room = room;
    }
    n->entries[n->n++] = e;
    int most = n->kind == MAPPING ? KEYS_MOST : ITEMS_MOST;
    if (n->n > most)
        give_up(b, e.key ? e.key_at : e.value->at, NULL,
                n->kind == MAPPING ? "more than 1000 keys in one mapping"
                                   : "more than 10000 items in one list");
}

static const char *wrong_key(const struct node *key)
{
    if (key->kind != SCALAR)
        return "a key must be a plain word";
    if (strlen(key->text) > KEY_BYTES_MOST)
        return "a key is longer than 64 bytes";
    if (!*key->text)
        return "a key is empty";
    if (!strcmp(key->text, "<<") && !key->quoted)
        return "merge keys (<<) are not used here; lay a plan over the scenario instead";
    return NULL;
}

static void take_key(struct builder *b, struct level *l, const struct node *key)
{
    const char *wrong = wrong_key(key);
    bool usable = key->kind != BROKEN && !wrong;
    if (wrong && key->kind != BROKEN)
        diag_error(b->diag, key->at, NULL, "%s", wrong);
    if (usable)
        usable = !duplicate(b, l->node, key->text, key->at);
    l->has_key = true;
    l->next = (struct entry){.key = usable ? key->text : NULL, .key_at = key->at};
}

/* A finished value finds its place: the root, an item, a key, or the value of a key. */
static void take(struct builder *b, const struct node *n)
{
    if (!b->depth) {
        b->root = n;
        return;
    }
    struct level *l = &b->levels[b->depth - 1];
    if (l->node->kind == SEQUENCE) {
        append(b, l, (struct entry){.value = n});
    } else if (!l->has_key) {
        take_key(b, l, n);
    } else {
        l->has_key = false;
        l->next.value = n;
        if (l->next.key)
            append(b, l, l->next);
    }
}

static struct node *node_at(struct builder *b, enum node_kind kind, yaml_mark_t mark)
{
    struct node *n = arena_take(b->arena, 1, sizeof *n);
    n->kind = kind;
    n->at = place_of(b, mark);
    return n;
}

static void refuse_extras(struct builder *b, struct place at, const yaml_char_t *anchor,
                          const yaml_char_t *tag)
{
    if (anchor)
        diag_error(b->diag, at, "write the value out, or lay a plan over the scenario",
                   "anchors (&%s) are not used here", (const char *)anchor);
    if (tag)
        diag_error(b->diag, at, NULL, "tags (%s) are not used here", (const char *)tag);
}

static void open_level(struct builder *b, enum node_kind kind, yaml_mark_t mark)
{
    struct node *n = node_at(b, kind, mark);
    if (b->depth == DEPTH_MOST) {
        give_up(b, n->at, NULL, "nested more than 32 deep");
        return;
    }
    b->levels[b->depth++] = (struct level){.node = n};
}

static void take_scalar(struct builder *b, const yaml_event_t *e)
{
    struct node *n = node_at(b, SCALAR, e->start_mark);
    size_t length = e->data.scalar.length;
    refuse_extras(b, n->at, e->data.scalar.anchor, e->data.scalar.tag);
    n->quoted = e->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    n->text = arena_text(b->arena, (const char *)e->data.scalar.value);
    if (length > SCALAR_BYTES_MOST) {
        diag_error(b->diag, n->at, NULL, "a value is longer than 4096 bytes");
        n->kind = BROKEN;
    } else if (strlen(n->text) != length) {
        diag_error(b->diag, n->at, NULL, "a text holds a NUL character");
        n->kind = BROKEN;
    }
    take(b, n);
}

static void take_alias(struct builder *b, const yaml_event_t *e)
{
    const char *name = (const char *)e->data.alias.anchor;
    struct node *n = node_at(b, BROKEN, e->start_mark);
    diag_error(b->diag, n->at, "for all entries write \"*\" in quotes; else write the value out",
               "aliases (*%s) are not used here", name);
    take(b, n);
}

/* One event more; false when the document is over or cannot go on. */
static bool take_event(struct builder *b, const yaml_event_t *e)
{
    struct place at = place_of(b, e->start_mark);
    if (++b->events > EVENTS_MOST) {
        give_up(b, at, NULL, "the file holds too much: more than 500000 keys and values");
        return false;
    }
    switch (e->type) {
    case YAML_SCALAR_EVENT:
        take_scalar(b, e);
        break;
    case YAML_ALIAS_EVENT:
        take_alias(b, e);
        break;
    case YAML_MAPPING_START_EVENT:
        refuse_extras(b, at, e->data.mapping_start.anchor, e->data.mapping_start.tag);
        open_level(b, MAPPING, e->start_mark);
        break;
    case YAML_SEQUENCE_START_EVENT:
        refuse_extras(b, at, e->data.sequence_start.anchor, e->data.sequence_start.tag);
        open_level(b, SEQUENCE, e->start_mark);
        break;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        b->depth--;
        take(b, b->levels[b->depth].node);
        break;
    case YAML_DOCUMENT_START_EVENT:
        if (b->root)
            give_up(b, at, "keep one document a file", "a second document begins here");
        break;
    case YAML_NO_EVENT: /* libyaml says this for ever after an error */
        give_up(b, at, NULL, "the file cannot be read");
        break;
    default:
        break;
    }
    return !b->given_up && e->type != YAML_STREAM_END_EVENT;
}

/* What libyaml says, in words for people who do not know YAML's inside. */
// clang-format off
static const struct { const char *says, *means, *hint; } faults[] = {
    { "mapping values are not allowed", "a \": \" is out of place here", "put the text in quotes, or look at the line above" },
    { "could not find expected ':'", "this line is neither \"key: value\" nor a list item", "check the indentation and the colon" },
    { "did not find expected key", "this is not indented like the lines before it", "keys of one mapping start in the same column" },
    { "block collections are not allowed", "a list or mapping cannot start here", "start it on a line of its own" },
    { "block sequence entries are not allowed", "a list item cannot start here", "start the list on a line of its own" },
    { "did not find expected '-' indicator", "this is not indented like the list items before it", NULL },
    { "did not find expected ',' or ']'", "a list that was opened with [ is not closed", NULL },
    { "did not find expected ',' or '}'", "a mapping that was opened with { is not closed", NULL },
    { "found unexpected end of stream", "a quoted text is not closed", NULL },
    { "did not find expected alphabetic or numeric character", "* and & cannot start a plain word", "for all entries write \"*\" in quotes" },
    { "did not find expected <document start>", "text after the end of the document", "check the indentation" },
    { "found unknown escape character", "unknown escape after a backslash", "use single quotes, or double the backslash" },
};
// clang-format on

static void complain(struct builder *b)
{
    const yaml_parser_t *p = &b->parser;
    struct place at = place_of(b, p->problem_mark);
    const char *problem = p->problem ? p->problem : "cannot be read", *hint = NULL;
    if (p->error == YAML_MEMORY_ERROR)
        die(EXIT_MEMORY, "out of memory while reading %s", b->start.file);
    const char *c = b->parser.buffer.pointer ? (const char *)b->parser.buffer.pointer : "";
    if (strstr(problem, "cannot start any token") && *c == '\t') {
        problem = "a tab is used for indentation";
        hint = "use spaces";
    } else if (strstr(problem, "cannot start any token")) {
        problem = "this character cannot start a value";
        hint = "put the text in quotes";
    }
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (strstr(problem, faults[i].says)) {
            problem = faults[i].means;
            hint = faults[i].hint;
            break;
        }
    if (p->problem_mark.column > 1000 && strstr(problem, "\": \""))
        problem = "a key is longer than 64 bytes";
    if (p->context && p->context_mark.line != p->problem_mark.line && strstr(problem, "not closed"))
        at = place_of(b, p->context_mark);
    give_up(b, at, hint, problem);
}

const struct node *yaml_read(const char *bytes, size_t size, struct place start, struct arena *a,
                             struct diag *d)
{
    struct builder b = {.arena = a, .diag = d, .start = start};
    if (size >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3)) { /* a mark some editors leave */
        bytes += 3;
        size -= 3;
    }
    if (!bytes_are_text(bytes, size, start, d))
        return NULL;
    if (!yaml_parser_initialize(&b.parser))
        die(EXIT_MEMORY, "out of memory while reading %s", start.file);
    yaml_parser_set_encoding(&b.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&b.parser, (const unsigned char *)bytes, size);
    for (bool more = true; more && !b.given_up;) {
        yaml_event_t e;
        if (yaml_parser_parse(&b.parser, &e)) {
            more = take_event(&b, &e);
            yaml_event_delete(&e);
        } else {
            complain(&b);
        }
    }
    yaml_parser_delete(&b.parser);
    if (!b.given_up && !b.root)
        diag_error(d, start, "scenarios/first.yaml is one to start from", "the file is empty");
    return b.given_up ? NULL : b.root;
}
