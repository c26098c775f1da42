/*
 * name.h
 *		Words of names, as name.c and entity.c compare them.
 */
#ifndef NEWSEXT_NAME_H
#define NEWSEXT_NAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NAME_MOST_WORDS 12

typedef struct NameWord
{
	const char *bytes;
	uint32_t	length;
} NameWord;

/* Like name_key(), with the titles. */
extern size_t
name_fold(const char *name, size_t len, char *out, size_t capacity);

/* The words of a folded name; returns their number. */
extern uint32_t
name_words(const char *key, size_t len, NameWord words[NAME_MOST_WORDS]);

struct LexEntry;

/*
 * True when the word is one of those that the lexicon has beside an entry:
 * the names that a short one stands for, what a body is called.
 */
extern bool name_is_beside(const struct LexEntry *entry, NameWord word);

/* How many of the words are left without "Jr." at the end. */
extern uint32_t name_without_suffix(const NameWord *words, uint32_t n);

/* The word that the surname begins with: "van" of Ana van Dyke. */
extern uint32_t name_surname_start(const NameWord *words, uint32_t n);

/* The same but for the way of writing foreign names. */
extern bool name_words_alike(NameWord a, NameWord b);

/* Equal for words that are alike. */
extern uint32_t name_sound_hash(NameWord word);

/* name_same() for persons, by words. */
extern int
name_words_same(const NameWord *a, uint32_t n, const NameWord *b, uint32_t m);

extern bool name_word_is(NameWord word, const char *text);

/*
 * The name of an organisation in one order and spelling: "Ministry of
 * Defence" and "Defense Ministry" are the same.  Returns the length.
 */
extern size_t
name_core(const NameWord *words, uint32_t n, char *out, size_t capacity);

#endif /* NEWSEXT_NAME_H */
