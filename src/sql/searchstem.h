/*
 * searchstem.h
 *		The stems of words that are searched for.
 *
 * A stem is what the dictionary pg_catalog.english_stem gives; words that it
 * takes for stop words are their own stems.  A session remembers stems as long
 * as the dictionary is the same.
 */
#ifndef NEWSEXT_SEARCHSTEM_H
#define NEWSEXT_SEARCHSTEM_H

#include "searchcode.h"

/* Longest word, in bytes, whose stem is remembered. */
#define SEARCH_STEM_LETTERS 24

/* A word that is looked up: small letters, then zeros. */
typedef union SearchStemKey
{
	char   letters[SEARCH_STEM_LETTERS];
	uint64 parts[SEARCH_STEM_LETTERS / sizeof(uint64)];
} SearchStemKey;

/*
 * What is known of a word, whatever text it stands in.  Small, and with all
 * that is asked for often in one place: an index build asks for millions.
 */
typedef struct SearchStem
{
	SearchStemKey key;
	const char	 *stem; /* NULL: the first letters of the word */
	uint64		  code; /* of the stem's key in an index, see searchcode.h */
	uint64		  word_code; /* of the word's; 0 when the stem is the word */
	uint32		  hash;
	uint32		  stem_length;
	bool		  stop;	  /* too frequent to be looked up */
	char		  status; /* for the hash table */
} SearchStem;

#pragma GCC visibility push(hidden)

/* To be called before the stems of a text are asked for. */
extern void search_stems_begin(void);

/*
 * The stem of a word; of one that is not inflected, itself.  Valid until the
 * next call; of a long word, as long as its letters are.
 */
extern SearchStem *
search_stem(const char *letters, uint32 length, bool inflected);

#pragma GCC visibility pop

static inline const char *
search_stem_letters(const SearchStem *stem)
{
	return stem->stem ? stem->stem : stem->key.letters;
}

#endif /* NEWSEXT_SEARCHSTEM_H */
