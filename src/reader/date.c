/*
 * date.c
 *		Where a date begins and ends; see date.h.
 *
 * The rules are asked from what stands at a token; the longer ones first.
 * They look at a bounded number of words.  A word written with a capital
 * inside a sentence is part of a name ("Last Week Tonight") and no word of a
 * date, but for months, weekdays and, before a year, seasons.
 */
#include "date_scan.h"
#include "reader.h"

#include <string.h>

static uint32_t point_end(const Scan *scan, uint32_t i, DateExpr *expr);

/* "earlier this month", "later in the week", "later that day". */
static uint32_t
earlier_end(const Scan *scan, uint32_t i, DateExpr *expr)
{
	DatePart part = scan_word(scan, i) == WORD_EARLIER ? PART_EARLIER :
														 PART_LATER;
	unsigned word = scan_word(scan, i + 1);
	uint32_t k = i + 1;

	if (word == WORD_TODAY)
		return date_named_day(scan, k, &expr->first);
	if (scan_is(scan, k, "in") && scan_is(scan, k + 1, "the"))
	{
		k += 2;
		if (date_which_unit(scan, k, WORD_THIS, &expr->first) == k &&
			date_which_unit(scan, k, WORD_SAME, &expr->first) == k)
			return i;
		k++;
	}
	else if (word == WORD_THIS || word == WORD_SAME)
	{
		k = date_which(scan, k, expr);
		if (k == i + 1 || expr->first.form != DATE_SHIFTED)
			return i;
	}
	else
		return i;
	expr->first.part = part;
	return k;
}

/* "early 2025", "mid-January", "late last year", "late Thursday". */
static uint32_t
early_end(const Scan *scan, uint32_t i, DateExpr *expr)
{
	DatePart part = PART_EARLY + (int) scan_word(scan, i) - WORD_EARLY;
	unsigned word;
	uint32_t k = i + 1;
	uint32_t end;

	if (date_is_joining_dash(scan, k))
		k++;
	word = scan_word(scan, k);
	if (k >= scan->end || word == WORD_AGO ||
		(word >= WORD_EARLY && word <= WORD_LATE) || word == WORD_SAME)
		return i;
	end = point_end(scan, k, expr);
	if (end == k || expr->ranged || expr->first.form == DATE_UNKNOWN ||
		expr->first.form == DATE_WINDOW)
		return i;
	expr->first.part = part;
	return end;
}

/* "end of the month", "beginning of the week", but not "end of the day". */
static uint32_t
end_of(const Scan *scan, uint32_t i, DatePoint *point)
{
	if (!scan_is(scan, i + 1, "of") || !scan_is(scan, i + 2, "the") ||
		date_which_unit(scan, i + 3, WORD_SAME, point) == i + 3 ||
		point->unit == UNIT_DAY || point->unit == UNIT_WEEKEND)
		return i;
	point->part = PART_EARLY + (int) scan_word(scan, i) - WORD_BEGINNING;
	return i + 4;
}

/* "the weekend", by tense. */
static uint32_t
weekend_end(const Scan *scan, uint32_t i, DatePoint *point)
{
	if (i == 0 || !token_is(scan->article, i - 1, "the") ||
		scan_is_plural(scan, i))
		return i;
	point->form = DATE_WEEKDAY;
	point->unit = UNIT_WEEKEND;
	point->number = 6;
	return i + 1;
}

/* ------------------------------------------------------------ the rules */

static uint32_t
number_date(const Scan *scan, uint32_t i, DateExpr *expr)
{
	typedef uint32_t (*Rule)(const Scan *, uint32_t, DatePoint *);
	static const Rule rules[] = { date_iso,		 date_slashed, date_century,
								  date_decade,	 date_quarter, date_counted,
								  date_lone_year };
	uint32_t		  k = date_day_first(scan, i, expr);

	if (k > i)
		return k;
	memset(expr, 0, sizeof(*expr));
	k = date_year_pair(scan, i, expr);
	for (size_t n = 0; k == i && n < sizeof(rules) / sizeof(rules[0]); n++)
	{
		memset(expr, 0, sizeof(*expr));
		k = rules[n](scan, i, &expr->first);
	}
	return k;
}

static uint32_t
number_word_date(const Scan *scan, uint32_t i, DateExpr *expr)
{
	uint32_t k = date_century(scan, i, &expr->first);

	if (k == i)
		k = date_quarter(scan, i, &expr->first);
	if (k > i)
		return k;
	memset(expr, 0, sizeof(*expr));
	return date_counted(scan, i, &expr->first);
}

/* Dates that begin with a word of their own. */
static uint32_t
word_date(const Scan *scan, uint32_t i, DateExpr *expr)
{
	unsigned word = scan_word(scan, i);
	uint32_t k;

	switch (word)
	{
		case WORD_YESTERDAY:
		case WORD_TODAY:
		case WORD_TOMORROW:
			return date_named_day(scan, i, &expr->first);
		case WORD_EARLY:
		case WORD_MID:
		case WORD_LATE:
			return early_end(scan, i, expr);
		case WORD_BEGINNING:
		case WORD_BEGINNING + 1:
		case WORD_END:
			return end_of(scan, i, &expr->first);
		case WORD_EARLIER:
		case WORD_LATER:
			return earlier_end(scan, i, expr);
		case WORD_WEEKEND:
			return weekend_end(scan, i, &expr->first);
		case WORD_DAY:
			k = date_day_beside(scan, i, &expr->first);
			if (k > i)
				return k;
			break;
		default:
			break;
	}
	if (word >= WORD_LAST && word <= WORD_RECENT)
		return date_which(scan, i, expr);
	return word ? date_counted(scan, i, &expr->first) : i;
}

/* One date, not a range of two. */
static uint32_t
point_end(const Scan *scan, uint32_t i, DateExpr *expr)
{
	const Article *article = scan->article;
	const Token	  *token = &article->tokens[i];

	memset(expr, 0, sizeof(*expr));
	if (token->kind == TOKEN_NUMBER)
		return number_date(scan, i, expr);
	if (token->kind == TOKEN_SINGLE_MARK)
		return date_decade(scan, i, &expr->first);
	if (token->kind != TOKEN_WORD)
		return i;
	if (token_has(article, i, LEX(WEEKDAY)))
		return date_weekday(scan, i, expr);
	if (token_has(article, i, LEX(MONTH)))
		return date_month_first(scan, i, expr);
	if (token->flags & TOKEN_HAS_DIGIT)
	{
		uint32_t k = date_mid_token(scan, i, &expr->first);

		return k > i ? k : date_quarter(scan, i, &expr->first);
	}
	if (date_is_season(amount_word(article, i)))
		return date_season(scan, i, &expr->first);
	if (token_has(article, i, LEX(NUMBER_WORD)) && !scan_is_name(scan, i))
		return number_word_date(scan, i, expr);
	return word_date(scan, i, expr);
}

/* Whether two dates can be the ends of one range. */
static bool
are_ends(const DatePoint *first, const DatePoint *last)
{
	if (first->form != last->form || first->part > PART_LATE ||
		last->part > PART_LATE)
		return false;
	return first->form == DATE_WEEKDAY ||
		(first->form == DATE_CALENDAR && first->unit == last->unit);
}

/* The word that goes before a range: "from" with "to", "between" with "and".
 */
static bool
is_led_by(const Scan *scan, uint32_t i, const char *word)
{
	if (i > 0 && token_is(scan->article, i - 1, "the"))
		i--;
	return i > 0 && token_is(scan->article, i - 1, word);
}

static bool
joins_range(const Scan *scan, uint32_t first, uint32_t k)
{
	if (date_is_joining_dash(scan, k) || scan_is(scan, k, "through"))
		return true;
	if (scan_is(scan, k, "to") || scan_is(scan, k, "until"))
		return is_led_by(scan, first, "from");
	return scan_is(scan, k, "and") && is_led_by(scan, first, "between");
}

/* Behind the first date: "– Feb. 3", "to Friday", "and 2021". */
static uint32_t
range_end(const Scan *scan, uint32_t first, uint32_t k, DateExpr *expr)
{
	DateExpr second;
	uint32_t next = k + 1;
	uint32_t end;

	if (expr->ranged || !joins_range(scan, first, k))
		return k;
	if (scan_is(scan, next, "the"))
		next++;
	if (next >= scan->end)
		return k;
	end = point_end(scan, next, &second);
	if (end == next || second.ranged || !are_ends(&expr->first, &second.first))
		return k;
	expr->ranged = true;
	expr->last = second.first;
	if (expr->first.form == DATE_CALENDAR && !expr->first.year &&
		!expr->first.shifted)
	{
		expr->first.year = second.first.year;
		expr->first.shifted = second.first.shifted;
		expr->first.year_shift = second.first.year_shift;
	}
	return end;
}

uint32_t
date_end(const Article *article, uint32_t i, uint32_t end, DateExpr *expr)
{
	Scan	 scan = { article, end };
	uint32_t k = point_end(&scan, i, expr);

	return k > i ? range_end(&scan, i, k, expr) : i;
}

void
date_new_paragraph(DateContext *context)
{
	DateRange unknown = { NO_DAY, NO_DAY };

	context->before = unknown;
	context->day_before = unknown;
}

DateRange
date_of(const Article *article, uint32_t first, uint32_t end,
		DateContext *context)
{
	DateRange range = { NO_DAY, NO_DAY };
	DateExpr  expr;

	if (first >= end || date_end(article, first, end, &expr) != end ||
		expr.first.unit == UNIT_CLOCK)
		return range;
	range = date_resolve(&expr, date_tense(article, first, end), context);
	if (range.start == NO_DAY)
		return range;
	context->before = range;
	if (range.end == range.start + 1)
		context->day_before = range;
	return range;
}

Article *
date_sentence(Arena *arena, const char *text, uint32_t length)
{
	Article	 *article = arena_alloc(arena, 1, sizeof(Article));
	Sentence *sentence = arena_alloc(arena, 1, sizeof(Sentence));

	article->arena = arena;
	article->text = text;
	article->length = length;
	token_read(article);
	article_look_up(article);
	sentence->token_end = article->n_tokens;
	sentence->span.end = length;
	article->sentences = sentence;
	article->n_sentences = 1;
	for (uint32_t i = 0; i < article->n_tokens; i++)
		if (article->tokens[i].kind == TOKEN_WORD ||
			article->tokens[i].kind == TOKEN_NUMBER)
		{
			article->tokens[i].flags |= TOKEN_SENTENCE_START;
			break;
		}
	syntax_read(article);
	return article;
}
