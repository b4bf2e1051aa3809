/* word.c -- how far one word is from another. */
#include "base/word.h"

#include <ctype.h>
#include <stdbool.h>
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

/* The plain letters of U+00C0 to U+017F; what has none stays as it is. */
static const char plain[] = "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
                            "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
                            "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/* The character at *c without its accent, as bytes of `folded`; 0 for an accent that stands alone. */
static size_t fold_one(const unsigned char **c, char *folded)
{
    const unsigned char *at = *c;
    unsigned character = (at[0] & 0x1fu) << 6 | (at[0] ? at[1] & 0x3fu : 0);
    bool pair = at[0] >= 0xc3 && at[0] < 0xce && (at[1] & 0xc0) == 0x80;
    *c += pair ? 2 : 1;
    if (pair && character >= 0x300 && character < 0x370)
        return 0;
    *folded = (char)tolower(at[0]);
    if (at[0] < 0x80 && strchr(" -_.", at[0]))
        *folded = '_';
    if (pair && character < 0x180)
        *folded = plain[character - 0xc0];
    else if (pair)
        *c -= 1;
    return 1;
}

static void fold(const char *word, char folded[LONGEST + 1])
{
    size_t n = 0;
    for (const unsigned char *c = (const unsigned char *)word; *c && n < LONGEST;)
        n += fold_one(&c, folded + n);
    folded[n] = 0;
}

int word_distance_folded(const char *a, const char *b)
{
    char plain_a[LONGEST + 1], plain_b[LONGEST + 1];
    if (strlen(a) > LONGEST || strlen(b) > LONGEST)
        return FAR;
    fold(a, plain_a);
    fold(b, plain_b);
    return word_distance(plain_a, plain_b);
}

/* Two slips, or a third of the word, still look like the word; and so do other capitals and accents. */
void nearest_try(struct nearest *n, const char *word)
{
    int length = (int)strlen(n->wanted), allowed = length / 3;
    allowed = length <= 2 ? 1 : allowed < 2 ? 2 : allowed;
    int distance = word_distance_folded(n->wanted, word);
    if (!distance && strcmp(n->wanted, word) != 0)
        distance = 1;
    if (distance > allowed || distance >= length || (n->best && distance >= n->distance))
        return;
    n->best = word;
    n->distance = distance;
}
