/*
 * searchword.h
 *		Words as they are searched for, and their stems.
 *
 * Text is cut as the text search configuration "simple" would cut it: runs of
 * letters and digits in small letters, a hyphenated word as itself and then in
 * its parts, addresses and numbers in one piece.  Unlike the server's parser,
 * what is a letter does not depend on the locale of the database: outside
 * ASCII, ICU tells.
 *
 * A stem is what the dictionary pg_catalog.english_stem gives; words that it
 * takes for stop words are their own stems.
 */
#ifndef NEWSEXT_SEARCHWORD_H
#define NEWSEXT_SEARCHWORD_H

#include "postgres.h"

#include "lib/stringinfo.h"

#include "searchcode.h"

/* A word of a text, in the order of its text. */
typedef struct SearchWord
{
	uint32 at;	   /* where its letters begin in SearchWords.letters */
	uint32 length; /* bytes */
	uint32 start;  /* bytes of the text that it was cut from, half open */
	uint32 end;
	bool   inflected; /* letters and hyphens only: it may have a stem */
} SearchWord;

/* Words of one text or of several, one after the other. */
typedef struct SearchWords
{
	StringInfoData letters;
	SearchWord	  *words;
	uint32		   n;
	uint32		   capacity;
} SearchWords;

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
	uint64		  code; /* of the stem's key in an index, see searchkey.h */
	uint64		  word_code; /* of the word's; 0 when the stem is the word */
	uint32		  hash;
	uint32		  seen; /* for search_keys(): the last text that had it */
	uint32		  stem_length;
	bool		  stop;	  /* too frequent to be looked up */
	char		  status; /* for the hash table */
} SearchStem;

#pragma GCC visibility push(hidden)

extern void search_words_init(SearchWords *words);

/* Forgets the words and keeps the memory. */
extern void search_words_reset(SearchWords *words);

/* Appends the words of a text in the reader's encoding. */
extern void
search_words_cut(SearchWords *words, const char *utf8, uint32 bytes);

/* Appends the words of a text that is cut by single spaces already. */
extern void
search_words_add(SearchWords *words, const char *text, uint32 bytes);

/* To be called before the stems of a text are asked for; its number. */
extern uint32 search_stems_begin(void);

/*
 * The stem of a word; of one that is not inflected, itself.  Valid until the
 * next call; of a long word, as long as its letters are.
 */
extern SearchStem *
search_stem(const char *letters, uint32 length, bool inflected);

#pragma GCC visibility pop

static inline const char *
search_word_letters(const SearchWords *words, const SearchWord *word)
{
	return words->letters.data + word->at;
}

static inline const char *
search_stem_letters(const SearchStem *stem)
{
	return stem->stem ? stem->stem : stem->key.letters;
}

#endif /* NEWSEXT_SEARCHWORD_H */
