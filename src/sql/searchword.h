/*
 * searchword.h
 *		Words as they are searched for.
 *
 * Text is cut as the text search configuration "simple" would cut it: runs of
 * letters and digits in small letters, a hyphenated word as itself and then in
 * its parts, addresses and numbers in one piece.  Unlike the server's parser,
 * what is a letter does not depend on the locale of the database: outside
 * ASCII, ICU tells.
 */
#ifndef NEWSEXT_SEARCHWORD_H
#define NEWSEXT_SEARCHWORD_H

#include "postgres.h"

#include "lib/stringinfo.h"

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

/* Appends a piece of a text, in the reader's encoding, as one word. */
extern void
search_words_add_slice(SearchWords *words, const char *utf8, uint32 bytes);

#pragma GCC visibility pop

static inline const char *
search_word_letters(const SearchWords *words, const SearchWord *word)
{
	return words->letters.data + word->at;
}

#endif /* NEWSEXT_SEARCHWORD_H */
