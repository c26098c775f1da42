/*
 * date_calendar.c
 *		Dates by the names and numbers of days, months, quarters, seasons and
 *		years: "Friday, Jan. 23, 2026", "2019-21", "third quarter of 2025".
 */
#include "date_scan.h"

#include <string.h>

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Reads up to most digits at *at; the value, -1 for none or too many. */
static int
read_digits(const char **at, const char *end, int most)
{
	int value = 0;
	int n = 0;

	while (*at < end && is_digit(**at))
	{
		if (++n > most)
			return -1;
		value = value * 10 + (*(*at)++ - '0');
	}
	return n > 0 ? value : -1;
}

int
amount_value(const Article *article, uint32_t i, bool *ordinal)
{
	const Token *token = &article->tokens[i];
	const char	*at = article->text + token->start;
	const char	*end = article->text + token->end;
	int			 value;

	*ordinal = false;
	if (token->kind == TOKEN_WORD)
	{
		value = token_entry(article, i)->number;
		if (!token_has(article, i, LEX(NUMBER_WORD)) || value == 0 ||
			value >= AMOUNT_WORDS)
			return -1;
		*ordinal = end[-1] == 'h' || token_is(article, i, "first") ||
			token_is(article, i, "second") || token_is(article, i, "third");
		return value;
	}
	if (token->kind != TOKEN_NUMBER)
		return -1;
	value = read_digits(&at, end, 4);
	if (value < 0 || at == end)
		return value;
	*ordinal = end - at == 2 && !is_digit(at[0]) &&
		strchr("snrt", at[0] | 0x20) && strchr("tdh", at[1] | 0x20);
	return *ordinal ? value : -1;
}

/* A day of the month in digits, 0 for none. */
static int
day_at(const Scan *scan, uint32_t i)
{
	bool ordinal;
	int	 value;

	if (i >= scan->end || scan->article->tokens[i].kind != TOKEN_NUMBER ||
		scan->article->tokens[i].end - scan->article->tokens[i].start > 4)
		return 0;
	value = amount_value(scan->article, i, &ordinal);
	return value >= 1 && value <= 31 ? value : 0;
}

/* A year of four digits, 0 for none. */
static int
year_at(const Scan *scan, uint32_t i)
{
	const Token *token;
	const char	*at;
	int			 year;

	if (i >= scan->end)
		return 0;
	token = &scan->article->tokens[i];
	at = scan->article->text + token->start;
	if (token->kind != TOKEN_NUMBER || token->end - token->start != 4)
		return 0;
	year = read_digits(&at, at + 4, 4);
	return year >= 1000 && year < 3000 ? year : 0;
}

/* "3-5", "2019-21", "2019-2021" in one token. */
static bool
is_pair(const Scan *scan, uint32_t i, int most, int pair[2])
{
	const Token *token;
	const char	*at;
	const char	*end;

	if (i >= scan->end || scan->article->tokens[i].kind != TOKEN_NUMBER)
		return false;
	token = &scan->article->tokens[i];
	at = scan->article->text + token->start;
	end = scan->article->text + token->end;
	pair[0] = read_digits(&at, end, most);
	if (pair[0] < 0 || at == end || *at++ != '-')
		return false;
	pair[1] = read_digits(&at, end, most);
	return pair[1] >= 0 && at == end;
}

/* The year that "21" behind 2019 means, 0 when it is none. */
static int
second_year(int first, int second)
{
	if (second < 100)
		second += first - first % 100;
	return second > first && second < first + 1000 ? second : 0;
}

/* A hyphen or an en dash, which join; a long dash parts. */
bool
date_is_joining_dash(const Scan *scan, uint32_t i)
{
	const Token *token;

	if (i >= scan->end || scan->article->tokens[i].kind != TOKEN_DASH)
		return false;
	token = &scan->article->tokens[i];
	if (token->end - token->start == 1)
		return true;
	return token->end - token->start == 3 &&
		memcmp(scan->article->text + token->start, "\xE2\x80\x93", 3) == 0;
}

/* "last", "this", "next" before "year": -1, 0, 1; false for other words. */
bool
date_is_which(unsigned word, int *shift)
{
	if (word != WORD_LAST && word != WORD_THIS && word != WORD_NEXT)
		return false;
	*shift = word == WORD_LAST ? -1 : word == WORD_THIS ? 0 : 1;
	return true;
}

/* A year behind what it belongs to: "2026", ", 2026", "of last year". */
static uint32_t
year_behind(const Scan *scan, uint32_t i, DatePoint *point)
{
	uint32_t k = i;

	if (k < scan->end && token_is_mark(scan->article, k, ','))
	{
		point->year = year_at(scan, k + 1);
		return point->year ? k + 2 : i;
	}
	if (scan_is(scan, k, "of"))
		k++;
	point->year = year_at(scan, k);
	if (point->year)
		return k + 1;
	if (scan_is(scan, k, "the") && scan_word(scan, k + 1) == WORD_YEAR)
	{
		point->shifted = true;
		return k + 2;
	}
	if (!date_is_which(scan_word(scan, k), &point->year_shift) ||
		scan_word(scan, k + 1) != WORD_YEAR || scan_is_plural(scan, k + 1))
		return i;
	point->shifted = true;
	return k + 2;
}

static void
set_range_of_days(DateExpr *expr, int last)
{
	expr->ranged = true;
	expr->last = expr->first;
	expr->last.day = last;
}

/* Behind a month and a day: "Jan. 3-5", "Jan. 3 to 5", "Jan. 3–5". */
static uint32_t
second_day(const Scan *scan, uint32_t i, DateExpr *expr)
{
	int day = day_at(scan, i + 1);

	if (day == 0 ||
		!(date_is_joining_dash(scan, i) || scan_is(scan, i, "to") ||
		  scan_is(scan, i, "through")))
		return i;
	/* "from Jan. 3 to 5 March" is another */
	if (scan_month(scan, i + 2))
		return i;
	set_range_of_days(expr, day);
	return i + 2;
}

/* Carries a year read behind a range of days to both ends. */
static uint32_t
year_of_days(const Scan *scan, uint32_t i, DateExpr *expr)
{
	int		 last = expr->last.day;
	uint32_t k = year_behind(scan, i, &expr->first);

	if (expr->ranged)
		set_range_of_days(expr, last);
	return k;
}

/* "met April Jones": a month that is a given name, before a name's word. */
static bool
is_given_name(const Scan *scan, uint32_t i)
{
	return token_has(scan->article, i, LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE)) &&
		i + 1 < scan->end && scan_is_name(scan, i + 1) &&
		scan->article->tokens[i + 1].kind == TOKEN_WORD &&
		(i == 0 ||
		 (!token_has(scan->article, i - 1, LEX(PREPOSITION)) &&
		  amount_word(scan->article, i - 1) == WORD_NONE));
}

/* "Jan. 23, 2026", "Jan. 3-5", "February 2022", "July last year", "March". */
uint32_t
date_month_first(const Scan *scan, uint32_t i, DateExpr *expr)
{
	DatePoint *point = &expr->first;
	int		   pair[2];
	uint32_t   k;

	date_set_calendar(point, UNIT_DAY);
	point->month = scan_month(scan, i);
	point->day = day_at(scan, i + 1);
	if (point->day)
		return year_of_days(scan, second_day(scan, i + 2, expr), expr);
	if (i + 1 < scan->end && is_pair(scan, i + 1, 2, pair) && pair[0] > 0 &&
		pair[0] < pair[1] && pair[1] <= 31)
	{
		point->day = pair[0];
		set_range_of_days(expr, pair[1]);
		return year_of_days(scan, i + 2, expr);
	}
	point->unit = UNIT_MONTH;
	k = year_behind(scan, i + 1, point);
	if (k > i + 1)
		return k;
	if (is_given_name(scan, i))
		return i;
	/* "May" and "March" alone are often no month */
	if (i > 0 && token_has(scan->article, i, LEX(MODAL) | LEX(COMMON)) &&
		!token_has(scan->article, i - 1, LEX(PREPOSITION)))
		return i;
	return i + 1;
}

/* The month behind a day: "23 January", "23rd of January", "23rd day of". */
static uint32_t
month_behind_day(const Scan *scan, uint32_t i)
{
	if (scan_word(scan, i) == WORD_DAY)
		i++;
	if (scan_is(scan, i, "of"))
		i++;
	return scan_month(scan, i) ? i : NONE;
}

/* "23 January 2026", "3-5 March", "3 to 5 March", "the 23rd of January". */
uint32_t
date_day_first(const Scan *scan, uint32_t i, DateExpr *expr)
{
	DatePoint *point = &expr->first;
	int		   pair[2];
	uint32_t   month;
	uint32_t   k = i + 1;
	int		   last = 0;

	point->day = day_at(scan, i);
	if (point->day == 0)
	{
		if (!is_pair(scan, i, 2, pair) || pair[0] < 1 || pair[0] >= pair[1] ||
			pair[1] > 31)
			return i;
		point->day = pair[0];
		last = pair[1];
	}
	else if (date_is_joining_dash(scan, k) || scan_is(scan, k, "to"))
	{
		last = day_at(scan, k + 1);
		if (last == 0)
			return i;
		k += 2;
	}
	month = month_behind_day(scan, k);
	if (month == NONE)
		return i;
	date_set_calendar(point, UNIT_DAY);
	point->month = scan_month(scan, month);
	if (last)
		set_range_of_days(expr, last);
	return year_of_days(scan, month + 1, expr);
}

static uint32_t
set_day(DatePoint *point, int year, int month, int day, uint32_t end)
{
	date_set_calendar(point, UNIT_DAY);
	point->year = year;
	point->month = month;
	point->day = day;
	return end;
}

/* "2026-01-23" */
uint32_t
date_iso(const Scan *scan, uint32_t i, DatePoint *point)
{
	const Token *token = &scan->article->tokens[i];
	const char	*at = scan->article->text + token->start;
	const char	*end = scan->article->text + token->end;
	int			 year;
	int			 month;
	int			 day;

	if (end - at != 10 || at[4] != '-' || at[7] != '-')
		return i;
	year = read_digits(&at, at + 4, 4);
	at++;
	month = read_digits(&at, at + 2, 2);
	at++;
	day = read_digits(&at, at + 2, 2);
	if (at != end || year < 1 || month < 1 || month > 12 || day < 1 ||
		day > 31)
		return i;
	return set_day(point, year, month, day, i + 1);
}

/*
 * "23/01/2026", "1/23/2026": the days are told when only one reading is a
 * date.
 */
uint32_t
date_slashed(const Scan *scan, uint32_t i, DatePoint *point)
{
	int first = day_at(scan, i);
	int second = day_at(scan, i + 2);
	int year = year_at(scan, i + 4);

	if (!first || !second || !year ||
		!token_is_mark(scan->article, i + 1, '/') ||
		!token_is_mark(scan->article, i + 3, '/'))
		return i;
	if (first > 12 && second <= 12)
		return set_day(point, year, second, first, i + 5);
	if ((second > 12 && first <= 12) || first == second)
		return set_day(point, year, first, second, i + 5);
	return i + 5; /* DATE_UNKNOWN */
}

/* "1990s", "2000s", and "'90s" from its mark on. */
uint32_t
date_decade(const Scan *scan, uint32_t i, DatePoint *point)
{
	const Article *article = scan->article;
	bool		   marked = article->tokens[i].kind == TOKEN_SINGLE_MARK;
	const Token	  *token;
	const char	  *at;
	const char	  *end;
	int			   year;

	if (marked && ++i >= scan->end)
		return i - 1;
	token = &article->tokens[i];
	at = article->text + token->start;
	end = article->text + token->end;
	if (end - at != (marked ? 3 : 5) || end[-1] != 's' ||
		(marked && (token->flags & TOKEN_SPACE_BEFORE)))
		return i - marked;
	year = read_digits(&at, end - 1, 4);
	if (at != end - 1 || year % 10 != 0 || (!marked && year < 1000))
		return i - marked;
	date_set_calendar(point, UNIT_DECADE);
	point->year = marked ? year + (year < 30 ? 2000 : 1900) : year;
	return i + 1;
}

/* "2019-21", "2019–2021", "2019/20". */
uint32_t
date_year_pair(const Scan *scan, uint32_t i, DateExpr *expr)
{
	int		 pair[2];
	uint32_t k = i + 1;

	if (!is_pair(scan, i, 4, pair))
	{
		bool ordinal;

		pair[0] = year_at(scan, i);
		if (!pair[0] || k + 1 >= scan->end ||
			!(date_is_joining_dash(scan, k) ||
			  token_is_mark(scan->article, k, '/')))
			return i;
		pair[1] = amount_value(scan->article, k + 1, &ordinal);
		if (ordinal || pair[1] < 10 ||
			scan->article->tokens[k + 1].kind != TOKEN_NUMBER ||
			(pair[1] < 1000 &&
			 (scan->article->tokens[k + 1].flags & TOKEN_SPACE_BEFORE)))
			return i;
		k += 2;
	}
	if (pair[0] < 1000 || pair[0] >= 3000 || pair[1] < 0)
		return i;
	pair[1] = second_year(pair[0], pair[1]);
	if (pair[1] == 0)
		return i;
	date_set_calendar(&expr->first, UNIT_YEAR);
	expr->first.year = pair[0];
	expr->last = expr->first;
	expr->last.year = pair[1];
	expr->ranged = true;
	return k;
}

/* "2019" by itself, but not "2019 people". */
uint32_t
date_lone_year(const Scan *scan, uint32_t i, DatePoint *point)
{
	const Article *article = scan->article;
	int			   year = year_at(scan, i);
	const Token	  *before = i > 0 ? &article->tokens[i - 1] : NULL;

	if (year / 100 != 19 && year / 100 != 20)
		return i;
	if (i + 1 < scan->end && article->tokens[i + 1].kind == TOKEN_WORD &&
		(article->tags[i + 1] == TAG_PLURAL ||
		 (token_has(article, i + 1, LEX(UNIT)) &&
		  !(article->tokens[i + 1].flags & TOKEN_CAPITAL)) ||
		 (amount_word(article, i + 1) >= WORD_DAY &&
		  amount_word(article, i + 1) <= WORD_HOUR)))
		return i;
	if (before && before->kind == TOKEN_PUNCTUATION && before->mark != ',' &&
		before->mark != '(')
		return i;
	date_set_calendar(point, UNIT_YEAR);
	point->year = year;
	return i + 1;
}

/* "19th century", "twenty-first century". */
uint32_t
date_century(const Scan *scan, uint32_t i, DatePoint *point)
{
	bool ordinal;
	int	 value;

	if (scan_word(scan, i + 1) != WORD_CENTURY)
		return i;
	value = amount_value(scan->article, i, &ordinal);
	if (!ordinal || value < 1 || value > 99)
		return i;
	date_set_calendar(point, UNIT_CENTURY);
	point->year = value * 100 - 99;
	return i + 2;
}

/* "third quarter of 2025", "first half of this year", "Q3 2025". */
uint32_t
date_quarter(const Scan *scan, uint32_t i, DatePoint *point)
{
	const Token *token = &scan->article->tokens[i];
	const char	*at = scan->article->text + token->start;
	uint32_t	 k = i + 1;
	uint32_t	 year;
	bool		 ordinal;
	int			 value;

	date_set_calendar(point, UNIT_QUARTER);
	if (token->end - token->start == 2 && (at[0] | 0x20) == 'q' &&
		at[1] >= '1' && at[1] <= '4')
	{
		point->number = at[1] - '0';
		return year_behind(scan, k, point);
	}
	value = amount_value(scan->article, i, &ordinal);
	if (!ordinal || value < 1 || value > 4)
		return i;
	if (scan_is(scan, k, "half") && value <= 2)
		point->unit = UNIT_HALF;
	else if (scan_word(scan, k) != WORD_QUARTER)
		return i;
	point->number = value;
	/* without a year it may be one of a match */
	year = year_behind(scan, k + 1, point);
	return year > k + 1 ? year : i;
}

/* Over the second year of "winter of 2006–2007". */
static uint32_t
second_winter_year(const Scan *scan, uint32_t k, const DatePoint *point)
{
	bool ordinal;

	return point->number == 0 && point->year &&
			date_is_joining_dash(scan, k) && k + 1 < scan->end &&
			second_year(point->year,
						amount_value(scan->article, k + 1, &ordinal)) ==
				point->year + 1 ?
		k + 2 :
		k;
}

/* "spring 2024", "the summer of last year", "winter 2023-24". */
uint32_t
date_season(const Scan *scan, uint32_t i, DatePoint *point)
{
	uint32_t k;
	int		 pair[2];

	point->number = (int) amount_word(scan->article, i) - WORD_WINTER;
	date_set_calendar(point, UNIT_SEASON);
	k = year_behind(scan, i + 1, point);
	if (k > i + 1)
		return second_winter_year(scan, k, point);
	if (k < scan->end && is_pair(scan, k, 4, pair) && pair[0] >= 1000 &&
		second_year(pair[0], pair[1]) == pair[0] + 1)
	{
		point->year = pair[0];
		return k + 1;
	}
	return i;
}

/* "morning", "night" behind a day. */
uint32_t
date_daypart(const Scan *scan, uint32_t i)
{
	return scan_word(scan, i) == WORD_DAYPART ? i + 1 : i;
}

/* "Friday, Jan. 23, 2026", "Tuesday of last week", "Friday morning". */
uint32_t
date_weekday(const Scan *scan, uint32_t i, DateExpr *expr)
{
	const Article *article = scan->article;
	uint32_t	   k = i + 1;
	uint32_t	   next = i + 1;
	int			   shift;

	if (next < scan->end && token_is_mark(article, next, ','))
		next++;
	if (scan_month(scan, next))
	{
		k = date_month_first(scan, next, expr);
		if (k > next && expr->first.day)
			return k;
	}
	else if (next < scan->end)
	{
		k = date_day_first(scan, next, expr);
		if (k > next)
			return k;
	}
	k = i + 1;
	memset(expr, 0, sizeof(*expr));
	/* "on Fridays" is no day */
	if (article->tokens[i].end - article->tokens[i].start > 6 &&
		scan_is_plural(scan, i))
		return k;
	expr->first.form = DATE_WEEKDAY;
	expr->first.number = token_entry(article, i)->number;
	next = scan_is(scan, k, "of") ? k + 1 : k;
	if (date_is_which(scan_word(scan, next), &shift) &&
		scan_word(scan, next + 1) == WORD_WEEK &&
		!scan_is_plural(scan, next + 1))
	{
		expr->first.which = WHICH_WEEK;
		expr->first.halves = shift * 2;
		return next + 2;
	}
	return date_daypart(scan, k);
}

/* "mid-2025", "mid-1990s" in one token. */
uint32_t
date_mid_token(const Scan *scan, uint32_t i, DatePoint *point)
{
	const Token *token = &scan->article->tokens[i];
	const char	*at = scan->article->text + token->start;
	const char	*end = scan->article->text + token->end;
	int			 year;

	if (end - at < 8 || (at[0] | 0x20) != 'm' || memcmp(at + 1, "id-", 3) != 0)
		return i;
	at += 4;
	year = read_digits(&at, end, 4);
	if (year < 1000 || year >= 3000)
		return i;
	date_set_calendar(point, UNIT_YEAR);
	if (at + 1 == end && *at == 's' && year % 10 == 0)
		point->unit = UNIT_DECADE;
	else if (at != end)
		return i;
	point->year = year;
	point->part = PART_MID;
	return i + 1;
}
