/* print.h -- a scenario, and the language, as text.
 */
#ifndef SCENARIO_PRINT_H
#define SCENARIO_PRINT_H

#include <stdio.h>
#include "scenario/scenario.h"

/* In full, in the order of the schema, as YAML that reads back to the same scenario; with
 * `remarks` a value equal to its default carries "# default". */
char *scenario_print(const struct scenario *s, bool remarks, struct arena *a);

/* The language: reference manual in Markdown, JSON Schema 2020-12 for editors, and a short help. */
void schema_manual(FILE *to);
void schema_json(FILE *to);
void schema_help(FILE *to);

/* Tells every key whose path ends like this one, names of entries or none: "assets.mi8.count", "assets.count", "count".
 * Returns how many; `nearest` is shown all keys. */
struct nearest;
int schema_explain(const char *path, FILE *to, struct nearest *nearest);

#endif
