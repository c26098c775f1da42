/*
 * token.h
 *		Words, numbers and marks of an article.
 *
 * What is one token: a word with its inner hyphens and apostrophes
 * ("son-in-law", "didn't", "O'Neill"), an abbreviation with its full stops
 * ("U.S.", "Mr.", "a.m."), a number ("1,000.5", "10:42", "2026-01-23"), an
 * address ("@name", "#tag", URL, e-mail), one mark, or a run of one mark
 * ("...", "--", "***").  "'s" and "'" after a word are tokens of their own
 * (TOKEN_POSSESSIVE for 's).  A hyphen parts a capitalised word from what
 * follows in lower case ("London | - | based") and a small prefix from a
 * capital ("pro | - | Russian"), but not particles ("al-Assad").
 * Tokens never hold white space and never cross a line.
 */
#ifndef NEWSEXT_TOKEN_H
#define NEWSEXT_TOKEN_H

#include "lexicon.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum TokenKind
{
	TOKEN_WORD,
	TOKEN_NUMBER,
	TOKEN_POSSESSIVE,  /* 's after a word */
	TOKEN_ADDRESS,	   /* URL, e-mail, @name, #tag */
	TOKEN_DOUBLE_MARK, /* any double quotation mark, and '' and `` */
	TOKEN_SINGLE_MARK, /* any single one, apostrophes at a word's edge */
	TOKEN_DASH,		   /* en, em, horizontal bar, "--", a hyphen alone */
	TOKEN_STOP,		   /* . ! ? and runs of them, and the ellipsis */
	TOKEN_PUNCTUATION  /* everything else */
} TokenKind;

/* How a token is written and what stands before it. */
#define TOKEN_CAPITAL	   0x0001 /* first letter is a capital */
#define TOKEN_ALL_CAPITALS 0x0002 /* two letters or more, none lower case */
#define TOKEN_MIXED_CASE   0x0004 /* a capital after a small letter: McCain */
#define TOKEN_HAS_DIGIT	   0x0008
#define TOKEN_HAS_HYPHEN   0x0010 /* inside a word */
#define TOKEN_INNER_STOP   0x0020 /* U.S., a.m.: full stops inside or after */
#define TOKEN_SPACE_BEFORE \
	0x0040						  /* white space or start of text before it \
								   */
#define TOKEN_LINE_START   0x0080 /* first token of a line */
#define TOKEN_BLANK_BEFORE 0x0100 /* first token after an empty line */
#define TOKEN_SPACE_AFTER  0x0200 /* white space or end of text after it */
#define TOKEN_SMALL_SEEN \
	0x0400 /* the same word stands in lower case \
			* elsewhere in the article */
#define TOKEN_SENTENCE_START \
	0x0800 /* first word of a sentence (marks before \
			* it do not count) */

typedef struct Token
{
	uint32_t start; /* bytes, [start, end) */
	uint32_t end;
	uint32_t hash;	/* of the folded word: equal words, equal hash */
	uint32_t entry; /* lexicon_index of the word, 0 if unknown */
	uint16_t flags;
	uint8_t	 kind; /* TokenKind */
	uint8_t	 mark; /* TOKEN_PUNCTUATION of one ASCII character: that
					* character; quotation marks: see QuoteFacing;
					* 0 otherwise */
} Token;

/* Token.mark of quotation marks: which way the glyph faces. */
typedef enum QuoteFacing
{
	FACING_NEUTRAL = 1, /* straight, full-width */
	FACING_OPEN,		/* “ ‘ « „ ‟ `` */
	FACING_CLOSE		/* ” ’ » '' */
} QuoteFacing;

struct Article;

/* Cuts article->text into article->tokens. */
extern void token_read(struct Article *article);

#endif /* NEWSEXT_TOKEN_H */
