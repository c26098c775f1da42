/*
 * date_relative.c
 *		Dates that count from another day: "almost four years ago", "last
 *		month", "the previous day", "this morning".
 */
#include "date_scan.h"

#include <string.h>

static bool
unit_of(unsigned word, DateUnit *unit)
{
	static const DateUnit units[] = { UNIT_DAY,		UNIT_WEEK,	 UNIT_WEEK,
									  UNIT_WEEKEND, UNIT_MONTH,	 UNIT_QUARTER,
									  UNIT_YEAR,	UNIT_DECADE, UNIT_CENTURY,
									  UNIT_CLOCK };

	if (word < WORD_DAY || word > WORD_HOUR)
		return false;
	*unit = units[word - WORD_DAY];
	return true;
}

/*
 * "four", "a", "a couple of", "two and a half", "several": *halves is twice
 * the count, -1 when it is not said.
 */
static uint32_t
count_end(const Scan *scan, uint32_t i, int *halves)
{
	bool	 ordinal;
	int		 value;
	uint32_t k = i;

	*halves = -1;
	if (scan_word(scan, k) == WORD_FEW)
		return k + 1;
	if (scan_word(scan, k) == WORD_A)
	{
		*halves = 2;
		k++;
		if (scan_word(scan, k) == WORD_FEW)
		{
			*halves = -1;
			return k + 1;
		}
		if (!scan_is(scan, k, "couple") && !scan_is(scan, k, "dozen") &&
			!scan_is(scan, k, "hundred"))
			return k;
	}
	if (k >= scan->end)
		return i;
	value = amount_value(scan->article, k, &ordinal);
	if (ordinal ||
		(value < 0 && !scan_has(scan, k, LEX(NUMBER_WORD)) &&
		 scan->article->tokens[k].kind != TOKEN_NUMBER))
		return i;
	*halves = value < 0 ? -1 : value * 2;
	k++;
	while (k < i + 4 && scan_has(scan, k, LEX(NUMBER_WORD)) &&
		   scan->article->tokens[k].kind == TOKEN_WORD)
	{
		*halves = *halves > 0 && *halves <= 100 &&
				scan_is(scan, k, "hundred") ?
			*halves * 100 :
			-1;
		k++;
	}
	if (scan_is(scan, k, "of"))
		k++;
	else if (scan_is(scan, k, "and") && scan_word(scan, k + 1) == WORD_A &&
			 scan_is(scan, k + 2, "half") && *halves > 0)
	{
		++*halves;
		k += 3;
	}
	return k;
}

/* "almost", "more than", "at least" before a count. */
static uint32_t
about_end(const Scan *scan, uint32_t i)
{
	if (scan_word(scan, i) == WORD_ABOUT)
		return i + 1;
	if (scan_word(scan, i) == WORD_MORE && scan_is(scan, i + 1, "than"))
		return i + 2;
	return i;
}

/* Fills a point that lies so many units before (or behind) its base. */
static void
set_shift(DatePoint *point, unsigned unit_word, int halves, bool behind)
{
	point->form = halves < 0 || point->unit == UNIT_CENTURY ? DATE_UNKNOWN :
															  DATE_SHIFTED;
	if (unit_word == WORD_FORTNIGHT && halves > 0)
		halves *= 2;
	if (point->unit == UNIT_DECADE)
	{
		point->unit = UNIT_YEAR;
		halves *= 10;
	}
	point->halves = behind ? halves : -halves;
}

/* "the first win in three years", "the worst storm in three years". */
static bool
is_superlative(const Scan *scan, uint32_t in)
{
	const Article *article = scan->article;

	for (uint32_t n = 1; n <= 4 && n <= in; n++)
	{
		const Token *token = &article->tokens[in - n];
		bool		 ordinal;

		if (token->kind != TOKEN_WORD)
			return false;
		amount_value(article, in - n, &ordinal);
		if (ordinal || token_is(article, in - n, "most") ||
			token_is(article, in - n, "only") ||
			(token->end - token->start > 4 &&
			 memcmp(article->text + token->end - 3, "est", 3) == 0))
			return true;
	}
	return false;
}

/* "in three weeks", "within a year", where the verb looks ahead. */
static bool
is_ahead(const Scan *scan, uint32_t first, uint32_t end)
{
	return first > 0 &&
		(token_is(scan->article, first - 1, "in") ||
		 token_is(scan->article, first - 1, "within")) &&
		!is_superlative(scan, first - 1) &&
		date_tense(scan->article, first, end) == TENSE_FUTURE;
}

/*
 * "almost four years ago", "a year earlier", "two days later", "years ago",
 * "three weeks from now", "a year and a half ago", "(in) three weeks".
 */
uint32_t
date_counted(const Scan *scan, uint32_t i, DatePoint *point)
{
	uint32_t about = about_end(scan, i);
	int		 halves = -1;
	uint32_t k = count_end(scan, about, &halves);
	unsigned unit_word = scan_word(scan, k);
	unsigned last;

	if (!unit_of(unit_word, &point->unit) ||
		(k == about && !scan_is_plural(scan, k)))
		return i;
	if (k == about)
		halves = -1;
	k++;
	if (scan_is(scan, k, "and") && scan_word(scan, k + 1) == WORD_A &&
		scan_is(scan, k + 2, "half") && halves > 0)
	{
		halves++;
		k += 3;
	}
	last = scan_word(scan, k);
	if (last == WORD_AGO || last == WORD_EARLIER || last == WORD_LATER)
	{
		point->from_text = last != WORD_AGO;
		set_shift(point, unit_word, halves, last == WORD_LATER);
		return k + 1;
	}
	if (scan_is(scan, k, "from") && scan_is(scan, k + 1, "now"))
	{
		set_shift(point, unit_word, halves, true);
		return k + 2;
	}
	if (halves > 0 && is_ahead(scan, i, k))
	{
		set_shift(point, unit_word, halves, true);
		if (token_is(scan->article, i - 1, "within"))
			point->form = DATE_WINDOW;
		return k;
	}
	return i;
}

/* "day before yesterday", "day after tomorrow". */
uint32_t
date_day_beside(const Scan *scan, uint32_t i, DatePoint *point)
{
	unsigned word = scan_word(scan, i + 2);

	if (!(scan_is(scan, i + 1, "before") && word == WORD_YESTERDAY) &&
		!(scan_is(scan, i + 1, "after") && word == WORD_TOMORROW))
		return i;
	point->form = DATE_SHIFTED;
	point->halves = word == WORD_YESTERDAY ? -4 : 4;
	return i + 3;
}

uint32_t
date_named_day(const Scan *scan, uint32_t i, DatePoint *point)
{
	point->form = DATE_SHIFTED;
	point->halves = 2 * ((int) scan_word(scan, i) - WORD_TODAY);
	return date_daypart(scan, i + 1);
}

/* ------------------------------------------------- last, this, next ... */

/* How far "last" and so on lead, in units. */
static int
shift_of(unsigned word)
{
	switch (word)
	{
		case WORD_LAST:
		case WORD_PAST:
		case WORD_PREVIOUS:
			return -1;
		case WORD_NEXT:
		case WORD_COMING:
		case WORD_FOLLOWING:
			return 1;
		default:
			return 0;
	}
}

static DateWhich
which_of(unsigned word)
{
	int shift = shift_of(word);

	return shift < 0 ? WHICH_LAST : shift > 0 ? WHICH_NEXT : WHICH_THIS;
}

/* "last three months", "past few years", "coming weeks", "recent days". */
static uint32_t
window_end(const Scan *scan, uint32_t i, unsigned word, DatePoint *point)
{
	int		 halves = -1;
	uint32_t k = count_end(scan, i, &halves);

	if (!unit_of(scan_word(scan, k), &point->unit) ||
		!scan_is_plural(scan, k) || point->unit == UNIT_CLOCK ||
		word == WORD_SAME || word == WORD_THIS ||
		(k == i && word != WORD_RECENT && word != WORD_COMING))
		return i;
	point->form = halves > 0 && word != WORD_PREVIOUS &&
			word != WORD_FOLLOWING ?
		DATE_WINDOW :
		DATE_UNKNOWN;
	if (scan_word(scan, k) == WORD_FORTNIGHT)
		halves *= 2;
	point->halves = shift_of(word) * halves;
	return k + 1;
}

/* "last week", "next year", "the previous day", "past month". */
uint32_t
date_which_unit(const Scan *scan, uint32_t i, unsigned word, DatePoint *point)
{
	bool from_text = word == WORD_PREVIOUS || word == WORD_FOLLOWING ||
		word == WORD_SAME;
	unsigned unit_word = scan_word(scan, i);

	if (!unit_of(unit_word, &point->unit) || scan_is_plural(scan, i) ||
		point->unit == UNIT_CLOCK || word == WORD_RECENT)
		return i;
	if (unit_word == WORD_DAY)
	{
		/* "the next day" follows one told before; "last day" is none */
		if (word == WORD_NEXT && i > 1 &&
			token_is(scan->article, i - 2, "the"))
			from_text = true;
		if (!from_text)
			return i;
	}
	point->form = DATE_SHIFTED;
	point->halves = 2 * shift_of(word);
	if (unit_word == WORD_FORTNIGHT)
		point->halves *= 2;
	point->from_text = from_text;
	if ((word == WORD_PAST || word == WORD_COMING) &&
		point->unit != UNIT_WEEKEND)
		point->form = DATE_WINDOW;
	return i + 1;
}

/* "last night", "this morning", "the following evening". */
static uint32_t
which_daypart(unsigned word, uint32_t i, DatePoint *point)
{
	if (word == WORD_NEXT || word == WORD_PAST || word == WORD_COMING ||
		word == WORD_RECENT)
		return i;
	point->form = DATE_SHIFTED;
	point->unit = UNIT_DAY;
	point->halves = 2 * shift_of(word);
	point->from_text = word != WORD_LAST && word != WORD_THIS;
	return i + 1;
}

uint32_t
date_which(const Scan *scan, uint32_t i, DateExpr *expr)
{
	DatePoint *point = &expr->first;
	unsigned   word = scan_word(scan, i);
	unsigned   next = scan_word(scan, i + 1);
	uint32_t   k = i + 1;
	uint32_t   end;

	/* "this past summer", "this coming Friday", "that same day" */
	if ((word == WORD_THIS && (next == WORD_PAST || next == WORD_COMING)) ||
		(word == WORD_SAME && next == WORD_SAME))
	{
		word = next;
		next = scan_word(scan, ++k);
	}
	if (k >= scan->end)
		return i;
	end = window_end(scan, k, word, point);
	if (end > k)
		return end;
	end = date_which_unit(scan, k, word, point);
	if (end > k)
		return end;
	memset(point, 0, sizeof(*point));
	if (next == WORD_DAYPART)
	{
		end = which_daypart(word, k, point);
		return end > k ? end : i;
	}
	if (word == WORD_RECENT || word == WORD_SAME || word == WORD_PREVIOUS ||
		word == WORD_FOLLOWING)
		return i;
	if (scan_has(scan, k, LEX(WEEKDAY)) && !scan_is_plural(scan, k))
	{
		end = date_weekday(scan, k, expr);
		if (point->form == DATE_WEEKDAY && point->which == WHICH_TENSE)
			point->which = which_of(word);
		return end;
	}
	if (scan_month(scan, k))
	{
		date_set_calendar(point, UNIT_MONTH);
		point->month = scan_month(scan, k);
		point->which = which_of(word);
		return k + 1;
	}
	if (!date_is_season(next))
		return i;
	date_set_calendar(point, UNIT_SEASON);
	point->number = (int) next - WORD_WINTER;
	point->which = which_of(word);
	return k + 1;
}
