/* word.h -- words that people misspell.
 */
#ifndef BASE_WORD_H
#define BASE_WORD_H

/* Damerau-Levenshtein distance: letters inserted, dropped, changed, or two neighbours swapped.
 * Words longer than 64 bytes are far from all others. */
int word_distance(const char *a, const char *b);

/* The same without regard to capitals, accents (Menaka, Ménaka) and what joins words (mi8-gao, mi8_gao). */
int word_distance_folded(const char *a, const char *b);

/* Remembers the nearest of the words shown to it. Start with all zero and `wanted` set. */
struct nearest {
    const char *wanted, *best; /* best: NULL until a word is near enough to be meant */
    int distance;
};
void nearest_try(struct nearest *n, const char *word);

#endif
