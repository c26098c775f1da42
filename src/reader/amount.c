/*
 * amount.c
 *		Dates, times, sums of money, percentages and other measures.
 *
 * Each rule looks at a few words from where it stands; the longest reading
 * wins because the rules are asked from the most to the least specific.
 */
#include "mention.h"

/* Most words of a number written out: "two hundred and fifty million". */
#define LONGEST_NUMBER 8

static bool
is_number(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];

	if (token->kind == TOKEN_NUMBER)
		return true;
	return token->kind == TOKEN_WORD &&
		token_has(article, i, LEX(NUMBER_WORD));
}

static bool
is_sign(const Article *article, uint32_t i)
{
	static const char *const signs[] = { "$", "€", "£", "¥", "₹", "us$" };

	if (article->tokens[i].end - article->tokens[i].start > 4)
		return false;
	for (size_t k = 0; k < sizeof(signs) / sizeof(signs[0]); k++)
		if (token_is(article, i, signs[k]))
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

/* A number of one or two digits: a day. */
static bool
is_day(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];
	const char	*bytes = article->text + token->start;
	uint32_t	 len = token->end - token->start;

	if (bytes[0] < '0' || bytes[0] > '9' || len > 4)
		return false;
	return len == 1 || ((bytes[1] >= '0' && bytes[1] <= '9') && len == 2) ||
		(bytes[len - 1] >= 'a' && bytes[len - 1] <= 'z');
}

static bool
is_year(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];
	const char	*bytes = article->text + token->start;

	if (token->kind != TOKEN_NUMBER || token->end - token->start != 4)
		return false;
	for (uint32_t k = 0; k < 4; k++)
		if (bytes[k] < '0' || bytes[k] > '9')
			return false;
	return bytes[0] == '1' || bytes[0] == '2';
}

/* "2019", ", 2019" behind a date. */
static uint32_t
year_end(const Article *article, uint32_t i, uint32_t end)
{
	if (i < end && is_year(article, i))
		return i + 1;
	if (i + 1 < end && token_is_mark(article, i, ',') &&
		is_year(article, i + 1))
		return i + 2;
	return i;
}

/* "23", "23rd", "the 23rd day of": the month that follows, i for none. */
static uint32_t
month_behind_day(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t k = i + 1;

	if (!is_day(article, i))
		return i;
	if (k + 1 < end && token_is(article, k, "day"))
		k++;
	if (k + 1 < end && token_is(article, k, "of"))
		k++;
	return k < end && token_has(article, k, LEX(MONTH)) ? k : i;
}

/* From the month on: "Jan. 23, 2026", "February 2022", "March". */
static uint32_t
month_end(const Article *article, uint32_t i, uint32_t end)
{
	if (i + 1 < end && is_day(article, i + 1))
		return year_end(article, i + 2, end);
	if (year_end(article, i + 1, end) > i + 1)
		return year_end(article, i + 1, end);
	/* "May" and "March" alone are often no month */
	if (i > 0 && token_has(article, i, LEX(MODAL) | LEX(COMMON)) &&
		!token_has(article, i - 1, LEX(PREPOSITION)))
		return i;
	return i + 1;
}

/* "Friday, Jan. 23, 2026", "23 January", "Thursday", "February 2022". */
static uint32_t
date_end(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t k = i;
	uint32_t month;

	if (token_has(article, k, LEX(WEEKDAY)))
	{
		uint32_t next = k + 1;

		if (next < end && token_is_mark(article, next, ','))
			next++;
		if (next >= end)
			return k + 1;
		if (token_has(article, next, LEX(MONTH)) && next + 1 < end &&
			is_day(article, next + 1))
			return month_end(article, next, end);
		month = month_behind_day(article, next, end);
		return month > next ? year_end(article, month + 1, end) : k + 1;
	}
	if (token_has(article, k, LEX(MONTH)))
		return month_end(article, k, end);
	month = month_behind_day(article, k, end);
	return month > k ? year_end(article, month + 1, end) : k;
}

/* "2019" by itself, but not "2019 people". */
static bool
is_lone_year(const Article *article, uint32_t i, uint32_t end)
{
	return is_year(article, i) &&
		article->text[article->tokens[i].start + 1] ==
		(article->text[article->tokens[i].start] == '1' ? '9' : '0') &&
		(i + 1 >= end || article->tags[i + 1] != TAG_PLURAL ||
		 article->tokens[i + 1].kind != TOKEN_WORD) &&
		(i == 0 || article->tokens[i - 1].kind != TOKEN_PUNCTUATION ||
		 article->tokens[i - 1].mark == ',' ||
		 article->tokens[i - 1].mark == '(');
}

/* "10:42 a.m.", "5 p.m." */
static uint32_t
clock_end(const Article *article, uint32_t i, uint32_t end)
{
	static const char *const halves[] = { "a.m.", "p.m.", "am", "pm", "gmt" };
	uint32_t				 k = i + 1;

	if (article->tokens[i].kind != TOKEN_NUMBER || k >= end)
		return i;
	for (size_t n = 0; n < sizeof(halves) / sizeof(halves[0]); n++)
		if (token_is(article, k, halves[n]))
			return k + 1;
	return i;
}

static bool
is_percent(const Article *article, uint32_t i)
{
	return token_is(article, i, "%") || token_is(article, i, "percent") ||
		token_is(article, i, "per cent") || token_is(article, i, "percentage");
}

static bool
is_money_unit(const Article *article, uint32_t i)
{
	static const char *const units[] = { "dollars", "dollar", "euros",
										 "pounds",	"yen",	  "yuan",
										 "rupees",	"rubles", "cents" };

	for (size_t k = 0; k < sizeof(units) / sizeof(units[0]); k++)
		if (token_is(article, i, units[k]))
			return true;
	return false;
}

/* What begins with a number, or with the sign of a currency. */
static uint32_t
measure_end(const Article *article, uint32_t i, uint32_t end,
			MentionKind *kind)
{
	uint32_t k;

	/* "US$ 5" */
	if (i + 2 < end && (article->tokens[i].flags & TOKEN_ALL_CAPITALS) &&
		article->tokens[i].end == article->tokens[i + 1].start &&
		is_sign(article, i + 1) && number_end(article, i + 2, end) > i + 2)
	{
		*kind = MENTION_MONEY;
		return number_end(article, i + 2, end);
	}
	if (is_sign(article, i))
	{
		k = i + 1 < end ? number_end(article, i + 1, end) : i + 1;
		*kind = MENTION_MONEY;
		return k > i + 1 ? k : i;
	}
	k = number_end(article, i, end);
	if (k == i || k >= end)
		return i;
	if (is_percent(article, k))
	{
		*kind = MENTION_PERCENT;
		return k + 1;
	}
	if (k + 1 < end && token_is(article, k, "per") &&
		token_is(article, k + 1, "cent"))
	{
		*kind = MENTION_PERCENT;
		return k + 2;
	}
	if (is_money_unit(article, k))
	{
		*kind = MENTION_MONEY;
		return k + 1;
	}
	if (token_has(article, k, LEX(UNIT)) &&
		!(article->tokens[k].flags & TOKEN_CAPITAL))
	{
		*kind = MENTION_QUANTITY;
		return k + 1;
	}
	return i;
}

uint32_t
amount_end(const Article *article, uint32_t i, uint32_t end, MentionKind *kind)
{
	const Token *token = &article->tokens[i];
	uint32_t	 k;

	if (token->kind != TOKEN_NUMBER && token->kind != TOKEN_WORD &&
		token->kind != TOKEN_PUNCTUATION)
		return i;
	k = date_end(article, i, end);
	if (k > i)
	{
		*kind = MENTION_DATE;
		return k;
	}
	k = clock_end(article, i, end);
	if (k > i)
	{
		*kind = MENTION_TIME;
		return k;
	}
	k = measure_end(article, i, end, kind);
	if (k == i && is_lone_year(article, i, end))
	{
		*kind = MENTION_DATE;
		k = i + 1;
	}
	return k;
}
