/* word.c -- how far one word is from another. */
#include "base/word.h"

#include <string.h>

enum { LONGEST = 64, FAR = 1000 };

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* The distances of the first i letters of a to the first j of b, row by row; `row` is the one
 * above, `over` the one above that. */
int word_distance(const char *a, const char *b)
{
    int over[LONGEST + 1], row[LONGEST + 1], below[LONGEST + 1];
    size_t long_a = strlen(a), long_b = strlen(b);
    if (long_a > LONGEST || long_b > LONGEST)
        return FAR;
    int n = (int)long_a, m = (int)long_b;
    for (int j = 0; j <= m; j++)
        row[j] = over[j] = j;
    for (int i = 1; i <= n; i++) {
        below[0] = i;
        for (int j = 1; j <= m; j++) {
            int changed = row[j - 1] + (a[i - 1] != b[j - 1]);
            below[j] = least(changed, 1 + least(row[j], below[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                below[j] = least(below[j], over[j - 2] + 1);
        }
        memcpy(over, row, sizeof row);
        memcpy(row, below, sizeof below);
    }
    return row[m];
}

/* Two slips, or a third of the word, still look like the word. */
void nearest_try(struct nearest *n, const char *word)
{
    int length = (int)strlen(n->wanted), allowed = length / 3;
    allowed = length <= 2 ? 1 : allowed < 2 ? 2 : allowed;
    int distance = word_distance(n->wanted, word);
    if (distance > allowed || distance >= length || (n->best && distance >= n->distance))
        return;
    n->best = word;
    n->distance = distance;
}
