/*
 * amount.c
 *		Dates, times, sums of money, percentages and other measures.
 *
 * Dates are read by date.c.  The rest begins with a number or with the sign
 * or the letters of a currency; the longest reading wins because the rules
 * are asked from the most to the least specific.  Most tokens can begin
 * nothing of all that, which one look at the word's entry tells.
 */
#include "amount.h"

#include "date.h"
#include "mention.h"

#include <string.h>

/* Most words of a number written out: "two hundred and fifty million". */
#define LONGEST_NUMBER 8

/* Most letters before the digits of "KSh500". */
#define LONGEST_LETTERS 3

static bool
is_number(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];

	if (token->kind == TOKEN_NUMBER)
		return true;
	return token->kind == TOKEN_WORD &&
		token_has(article, i, LEX(NUMBER_WORD));
}

/* million, crore: a number word that stands behind digits. */
static bool
is_magnitude(const Article *article, uint32_t i, uint32_t end)
{
	return i < end && article->tokens[i].kind == TOKEN_WORD &&
		token_has(article, i, LEX(NUMBER_WORD)) &&
		token_entry(article, i)->number == 0;
}

static bool
is_sign(const Article *article, uint32_t i)
{
	static const char *const signs[] = { "$", "€", "£",	  "¥", "₹",
										 "₦", "₩", "₽", "₱", "₵",
										 "₫", "₺", "₴",	  "₪", "৳" };
	const Token				*token = &article->tokens[i];
	size_t					 size = token->end - token->start;

	if (token->kind != TOKEN_PUNCTUATION || size > 4)
		return false;
	if (size == 1)
		return article->text[token->start] == '$';
	for (size_t k = 1; k < sizeof(signs) / sizeof(signs[0]); k++)
		if (strlen(signs[k]) == size &&
			memcmp(article->text + token->start, signs[k], size) == 0)
			return true;
	return false;
}

/* The end of the number that begins at i, i when there is none. */
static uint32_t
number_end(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t k = i;

	while (k < end && k < i + LONGEST_NUMBER)
	{
		if (is_number(article, k))
			k++;
		else if (k > i && k + 1 < end && token_is(article, k, "and") &&
				 article->tokens[k + 1].kind == TOKEN_WORD &&
				 is_number(article, k + 1) &&
				 article->tokens[k - 1].kind == TOKEN_WORD)
			k += 2;
		else
			break;
	}
	return k;
}

/* "5 to 10", "5–10": the end of the second number, k for none. */
static uint32_t
second_number(const Article *article, uint32_t k, uint32_t end)
{
	const Token *token = &article->tokens[k];

	if (k + 1 >= end ||
		!(token_is(article, k, "to") ||
		  (token->kind == TOKEN_DASH &&
		   !(token->flags & TOKEN_SPACE_BEFORE))) ||
		article->tokens[k + 1].kind != TOKEN_NUMBER)
		return k;
	return number_end(article, k + 1, end);
}

/* GMT, EST: a word of time in capitals; k when there is none. */
static uint32_t
zone_end(const Article *article, uint32_t k, uint32_t end)
{
	return k < end && (article->tokens[k].flags & TOKEN_ALL_CAPITALS) &&
			token_has(article, k, LEX(TIME_WORD)) &&
			!(article->tokens[k].flags & TOKEN_INNER_STOP) ?
		k + 1 :
		k;
}

/* "10:42 a.m. EST", "5 p.m.", "14:00 GMT" */
static uint32_t
clock_end(const Article *article, uint32_t i, uint32_t end)
{
	static const char *const halves[] = { "a.m.", "p.m.", "am", "pm" };
	uint32_t				 k = i + 1;

	if (article->tokens[i].kind != TOKEN_NUMBER || k >= end)
		return i;
	for (size_t n = 0; n < sizeof(halves) / sizeof(halves[0]); n++)
		if (token_is(article, k, halves[n]))
			return zone_end(article, k + 1, end);
	return zone_end(article, k, end) > k ? k + 1 : i;
}

/* "percent", "per cent", "%", "percentage points"; k when there is none. */
static uint32_t
percent_end(const Article *article, uint32_t k, uint32_t end)
{
	if (k >= end)
		return k;
	if (token_is_mark(article, k, '%') ||
		amount_word(article, k) == WORD_PERCENT)
		return k + 1;
	if (k + 1 < end &&
		((token_is(article, k, "per") && token_is(article, k + 1, "cent")) ||
		 (token_is(article, k, "percentage") &&
		  (token_is(article, k + 1, "points") ||
		   token_is(article, k + 1, "point")))))
		return k + 2;
	return k;
}

#define CURRENCY_PLACES (LEX(DEMONYM) | LEX(COUNTRY) | LEX(CITY) | LEX(REGION))

/* "dollars", "Canadian dollars", "Hong Kong dollars"; k for none. */
static uint32_t
currency_end(const Article *article, uint32_t k, uint32_t end)
{
	uint32_t words = 0;
	uint32_t unit = k;
	unsigned word;

	if (k < end && (article->tokens[k].flags & TOKEN_CAPITAL) &&
		token_phrase(article, k, end, CURRENCY_PLACES, &words))
		unit += words;
	if (unit >= end || (article->tokens[unit].flags & TOKEN_CAPITAL))
		return k;
	word = amount_word(article, unit);
	return word == WORD_CURRENCY ||
			(word == WORD_RARE_CURRENCY &&
			 (words || is_magnitude(article, k - 1, end))) ?
		unit + 1 :
		k;
}

/* A unit of measure in small letters: "km", "square feet"; k for none. */
static uint32_t
unit_end(const Article *article, uint32_t k, uint32_t end)
{
	uint32_t words;

	if (k >= end || (article->tokens[k].flags & TOKEN_CAPITAL) ||
		token_phrase(article, k, end, LEX(UNIT), &words) == NULL ||
		amount_word(article, k) == WORD_CURRENCY_CODE)
		return k;
	return k + words;
}

/* "18-a-share" in one token: no number by itself. */
static bool
is_compound(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];
	const char	*hyphen = memchr(article->text + token->start, '-',
								 token->end - token->start);

	return hyphen && hyphen + 1 < article->text + token->end &&
		(hyphen[1] < '0' || hyphen[1] > '9');
}

/* "$5 million", "US$5", "$5-10 million", "Rs. 500 crore", "USD 3,000". */
static uint32_t
signed_end(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t k = i;

	if (k + 2 < end && article->tokens[k].kind == TOKEN_WORD &&
		article->tokens[k].end == article->tokens[k + 1].start &&
		is_sign(article, k + 1))
		k++;
	if (!is_sign(article, k) &&
		(k != i || amount_word(article, k) != WORD_CURRENCY_CODE ||
		 !(article->tokens[k].flags & TOKEN_CAPITAL)))
		return i;
	if (k + 1 >= end || article->tokens[k + 1].kind != TOKEN_NUMBER ||
		is_compound(article, k + 1))
		return i;
	k = number_end(article, k + 1, end);
	if (article->tokens[k - 1].kind == TOKEN_NUMBER && k < end &&
		article->tokens[k].kind == TOKEN_DASH)
		k = second_number(article, k, end);
	return k;
}

/*
 * Whether a word is letters of a currency and a number: "KSh500", "N20m".
 * *sure when nothing else is written so.
 */
static bool
is_lettered(const char *at, const char *end, bool *sure)
{
	const char *start = at;
	const char *digits;

	while (at < end && at[0] >= 'A' && (at[0] | 0x20) >= 'a' &&
		   (at[0] | 0x20) <= 'z')
		at++;
	if (at == start || at - start > LONGEST_LETTERS || *start > 'Z')
		return false;
	for (digits = at; at < end && *at >= '0' && *at <= '9';)
		at++;
	if (at == digits)
		return false;
	if (end - at == 1 && *at == 'm')
		return *sure = true;
	if (end - at == 2 && at[0] == 'b' && at[1] == 'n')
		return *sure = true;
	return at == end;
}

/* "KSh500 million", "R1,500", "N1.2 billion", "N20m". */
static uint32_t
lettered_end(const Article *article, uint32_t i, uint32_t end)
{
	const Token *tokens = article->tokens;
	uint32_t	 k = i + 1;
	bool		 sure = false;

	if (!is_lettered(article->text + tokens[i].start,
					 article->text + tokens[i].end, &sure))
		return i;
	/* the tokenizer parts a word from the rest of its number */
	if (k + 1 < end && tokens[k].end - tokens[k].start == 1 &&
		strchr(".,", article->text[tokens[k].start]) &&
		tokens[k + 1].kind == TOKEN_NUMBER &&
		!((tokens[k].flags | tokens[k + 1].flags) & TOKEN_SPACE_BEFORE))
	{
		sure |= article->text[tokens[k].start] == ',';
		k += 2;
	}
	if (is_magnitude(article, k, end))
		return k + 1;
	return sure ? k : i;
}

/* What begins with a number or with "a". */
static uint32_t
measure_end(const Article *article, uint32_t i, uint32_t end,
			MentionKind *kind)
{
	uint32_t k = i;
	uint32_t last;

	if (amount_word(article, i) == WORD_A)
	{
		k = i + 1;
		if (k < end && article->tokens[k].kind == TOKEN_WORD)
			k = number_end(article, k, end);
		last = currency_end(article, k, end);
		*kind = MENTION_MONEY;
		return last > k ? last : i;
	}
	k = number_end(article, i, end);
	if (k == i)
		return i;
	if (k < end)
		k = second_number(article, k, end);
	*kind = MENTION_PERCENT;
	last = percent_end(article, k, end);
	if (last > k)
		return last;
	*kind = MENTION_MONEY;
	last = currency_end(article, k, end);
	if (last > k)
		return last;
	*kind = MENTION_QUANTITY;
	last = unit_end(article, k, end);
	return last > k ? last : i;
}

/* False for the words, most of all, that begin no date and no amount. */
static bool
can_begin(const Article *article, uint32_t i, uint32_t end)
{
	const Token *token = &article->tokens[i];

	switch (token->kind)
	{
		case TOKEN_NUMBER:
			return true;
		case TOKEN_WORD:
			return token_has(article, i,
							 LEX(MONTH) | LEX(WEEKDAY) | LEX(NUMBER_WORD)) ||
				(token->flags & TOKEN_HAS_DIGIT) ||
				amount_word(article, i) != WORD_NONE ||
				(i + 1 < end && (token->flags & TOKEN_CAPITAL) &&
				 is_sign(article, i + 1));
		case TOKEN_SINGLE_MARK:
			return i + 1 < end && article->tokens[i + 1].kind == TOKEN_NUMBER;
		case TOKEN_PUNCTUATION:
			return is_sign(article, i);
		default:
			return false;
	}
}

uint32_t
amount_end(const Article *article, uint32_t i, uint32_t end, MentionKind *kind)
{
	DateExpr expr;
	uint32_t k;

	if (!can_begin(article, i, end))
		return i;
	k = clock_end(article, i, end);
	if (k > i)
	{
		*kind = MENTION_TIME;
		return k;
	}
	*kind = MENTION_MONEY;
	k = signed_end(article, i, end);
	if (k > i)
		return k;
	k = date_end(article, i, end, &expr);
	if (k > i)
	{
		*kind = expr.first.unit == UNIT_CLOCK ? MENTION_TIME : MENTION_DATE;
		return k;
	}
	if (article->tokens[i].kind == TOKEN_WORD &&
		amount_word(article, i) == WORD_NOON &&
		!(article->tokens[i].flags & TOKEN_CAPITAL))
	{
		*kind = MENTION_TIME;
		return i + 1;
	}
	if (article->tokens[i].flags & TOKEN_HAS_DIGIT)
	{
		*kind = MENTION_MONEY;
		k = lettered_end(article, i, end);
		if (k > i)
			return k;
	}
	return measure_end(article, i, end, kind);
}
