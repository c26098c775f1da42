/*
 * searchcode.h
 *		The keys that an index has of an article, as it stores them.
 *
 * A key is a kind and a text in UTF-8.  Words of quotations have a key by
 * their stem, and one by themselves when the stem is another; stop words have
 * none.  Cues have the stems of all their words.  Names have each word of
 * every known form.
 *
 * The index holds keys as codes of 64 bits, which are compared at once and
 * need no memory of their own: four bits for the kind, then ten characters of
 * six bits.  What is longer, or has characters without a code, has a kind of
 * its own, five characters and 30 bits of a hash; two of these may share a
 * code, so what is found by them is looked at again.
 */
#ifndef NEWSEXT_SEARCHCODE_H
#define NEWSEXT_SEARCHCODE_H

#include "postgres.h"

/* Codes are stored in indexes: kinds keep their numbers. */
typedef enum SearchKeyKind
{
	KEY_STEM = 0,
	KEY_WORD = 1,
	KEY_CUE = 2,
	KEY_KIND = 3,
	KEY_SPEAKER = 4,
	KEY_PERSON = 5,
	KEY_ORG = 6,
	KEY_PLACE = 7
} SearchKeyKind;

#define KEY_LONG 8 /* added to the kind when the text is not held whole */

#define KEY_KIND_BITS		4
#define KEY_CHARACTER_BITS	6
#define KEY_CHARACTERS		10 /* of a text that is held whole */
#define KEY_LONG_CHARACTERS 5

/* A key that a query looks up: the first bits of its code, or all. */
typedef struct SearchCode
{
	uint64 code;
	int	   bits;  /* that count, from the highest; 64: all */
	bool   lossy; /* other texts may have it */
} SearchCode;

#pragma GCC visibility push(hidden)

/* The code of a text. */
extern SearchCode
search_code(SearchKeyKind kind, const char *text, uint32 length);

/*
 * The codes of all texts that begin so; returns how many they are.  A code of
 * texts that are held whole is never lossy.
 */
#define PREFIX_CODES 2
extern int search_prefix_codes(SearchKeyKind kind, const char *text,
							   uint32 length, SearchCode codes[PREFIX_CODES]);

/* The bits of a code that count. */
extern uint64 search_code_mask(int bits);

/* The letter that stands for a kind in statistics. */
extern char search_key_letter(SearchKeyKind kind);

#pragma GCC visibility pop

#endif /* NEWSEXT_SEARCHCODE_H */
