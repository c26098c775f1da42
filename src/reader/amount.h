/*
 * amount.h
 *		What a word does in a date or an amount.
 *
 * The values stand in data/lexicon/time.tsv as the number of the word.  They
 * begin above the values of months, weekdays and number words, so that one
 * byte tells which a word is.
 */
#ifndef NEWSEXT_AMOUNT_H
#define NEWSEXT_AMOUNT_H

#include "article.h"

typedef enum AmountWord
{
	WORD_NONE = 0,
	WORD_ABOUT = 128, /* almost, about, nearly, some */
	WORD_MORE = 129,  /* more, less: with "than" */
	WORD_A = 130,	  /* a, an: one */
	WORD_FEW = 131,	  /* few, several, many: no number */
	WORD_DAY = 140,	  /* WORD_DAY to WORD_CENTURY: units of the calendar */
	WORD_WEEK = 141,
	WORD_FORTNIGHT = 142,
	WORD_WEEKEND = 143,
	WORD_MONTH = 144,
	WORD_QUARTER = 145,
	WORD_YEAR = 146,
	WORD_DECADE = 147,
	WORD_CENTURY = 148,
	WORD_HOUR = 149,   /* units of the clock */
	WORD_WINTER = 150, /* WORD_WINTER to WORD_AUTUMN: seasons in order */
	WORD_AUTUMN = 153,
	WORD_DAYPART = 155, /* morning, night */
	WORD_NOON = 156,	/* noon, midnight: a time by itself */
	WORD_YESTERDAY = 160,
	WORD_TODAY = 161,
	WORD_TOMORROW = 162,
	WORD_AGO = 165,
	WORD_EARLIER = 166,
	WORD_LATER = 167,
	WORD_LAST = 170, /* WORD_LAST to WORD_RECENT: which day, week ... */
	WORD_THIS = 171,
	WORD_NEXT = 172,
	WORD_PAST = 173,
	WORD_COMING = 174,
	WORD_PREVIOUS = 175,
	WORD_FOLLOWING = 176,
	WORD_SAME = 177, /* same, that */
	WORD_RECENT = 179,
	WORD_EARLY = 180, /* WORD_EARLY to WORD_LATE: which part of it */
	WORD_MID = 181,
	WORD_LATE = 182,
	WORD_BEGINNING = 183, /* WORD_BEGINNING to WORD_END: the same with "of" */
	WORD_END = 185,
	WORD_CURRENCY = 190, /* dollars, yen */
	WORD_PERCENT = 191,
	WORD_CURRENCY_CODE = 192, /* USD, Rs: before the number */
	WORD_RARE_CURRENCY = 193, /* won, real: behind a million or a country */
	WORD_PLANNED = 195		  /* scheduled, due, plans: of what is to come */
} AmountWord;

#define AMOUNT_WORDS WORD_ABOUT /* the first */

/* What token i does in an amount, by its entry in the lexicon. */
static inline unsigned
amount_word(const Article *article, uint32_t i)
{
	unsigned number = token_entry(article, i)->number;

	return number >= AMOUNT_WORDS ? number : WORD_NONE;
}

/*
 * The value of a token of one to four digits, or of a number word; -1 for
 * every other.  An ordinal's ending ("23rd") is allowed, sets *ordinal.
 */
extern int amount_value(const Article *article, uint32_t i, bool *ordinal);

#endif /* NEWSEXT_AMOUNT_H */
