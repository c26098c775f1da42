/*
 * date_scan.h
 *		What the files with the grammar of dates share; not for other stages.
 *
 * date.c asks the rules, date_calendar.c has those of days, months and years
 * by name, date_relative.c those that count from another day.  A rule takes
 * the token where it begins and gives the token behind it, or the same token
 * when it does not hold.
 */
#ifndef NEWSEXT_DATE_SCAN_H
#define NEWSEXT_DATE_SCAN_H

#include "amount.h"
#include "date.h"

typedef struct Scan
{
	const Article *article;
	uint32_t	   end; /* no token from here on */
} Scan;

static inline bool
scan_is(const Scan *scan, uint32_t i, const char *word)
{
	return i < scan->end && token_is(scan->article, i, word);
}

static inline bool
scan_has(const Scan *scan, uint32_t i, LexClasses any)
{
	return i < scan->end && token_has(scan->article, i, any);
}

/* A capital that neither a sentence nor a quotation begins with. */
static inline bool
scan_is_name(const Scan *scan, uint32_t i)
{
	const Token *tokens = scan->article->tokens;

	return (tokens[i].flags & TOKEN_CAPITAL) &&
		!(tokens[i].flags & TOKEN_SENTENCE_START) &&
		(i == 0 || i + 1 >= scan->end ||
		 tokens[i - 1].kind != TOKEN_DOUBLE_MARK ||
		 tokens[i + 1].kind == TOKEN_DOUBLE_MARK);
}

/* What token i does in a date, unless it is written as a name is. */
static inline unsigned
scan_word(const Scan *scan, uint32_t i)
{
	return i < scan->end && !scan_is_name(scan, i) ?
		amount_word(scan->article, i) :
		WORD_NONE;
}

static inline bool
scan_is_plural(const Scan *scan, uint32_t i)
{
	return scan->article->text[scan->article->tokens[i].end - 1] == 's';
}

/* The number of the month at token i, 0 for none. */
static inline int
scan_month(const Scan *scan, uint32_t i)
{
	return scan_has(scan, i, LEX(MONTH)) ?
		token_entry(scan->article, i)->number :
		0;
}

static inline bool
date_is_season(unsigned word)
{
	return word >= WORD_WINTER && word <= WORD_AUTUMN;
}

static inline void
date_set_calendar(DatePoint *point, DateUnit unit)
{
	point->form = DATE_CALENDAR;
	point->unit = unit;
}

/* A hyphen or an en dash, which join; a long dash parts. */
extern bool date_is_joining_dash(const Scan *scan, uint32_t i);

/* "last", "this", "next": -1, 0, 1; false for other words. */
extern bool date_is_which(unsigned word, int *shift);

/* date_calendar.c: "23 January 2026", "3-5 March", "2019-21". */
extern uint32_t date_day_first(const Scan *scan, uint32_t i, DateExpr *expr);
extern uint32_t date_year_pair(const Scan *scan, uint32_t i, DateExpr *expr);

/* "Friday, Jan. 23, 2026", "Tuesday of last week", "Friday morning". */
extern uint32_t date_weekday(const Scan *scan, uint32_t i, DateExpr *expr);

/* "Jan. 23, 2026", "Jan. 3-5", "July last year", "March". */
extern uint32_t date_month_first(const Scan *scan, uint32_t i, DateExpr *expr);

/* "2026-01-23"; "23/01/2026"; "1990s"; "19th century"; "2019". */
extern uint32_t date_iso(const Scan *scan, uint32_t i, DatePoint *point);
extern uint32_t date_slashed(const Scan *scan, uint32_t i, DatePoint *point);
extern uint32_t date_decade(const Scan *scan, uint32_t i, DatePoint *point);
extern uint32_t date_century(const Scan *scan, uint32_t i, DatePoint *point);
extern uint32_t date_lone_year(const Scan *scan, uint32_t i, DatePoint *point);

/* "third quarter of 2025", "Q3"; "spring 2024"; "mid-2025". */
extern uint32_t date_quarter(const Scan *scan, uint32_t i, DatePoint *point);
extern uint32_t date_season(const Scan *scan, uint32_t i, DatePoint *point);
extern uint32_t date_mid_token(const Scan *scan, uint32_t i, DatePoint *point);

/* date_relative.c: "almost four years ago"; "yesterday"; "last month". */
extern uint32_t date_counted(const Scan *scan, uint32_t i, DatePoint *point);
extern uint32_t date_named_day(const Scan *scan, uint32_t i, DatePoint *point);
extern uint32_t
date_day_beside(const Scan *scan, uint32_t i, DatePoint *point);
extern uint32_t date_which(const Scan *scan, uint32_t i, DateExpr *expr);

/* "this month" with the unit at token i, "that day" with the text's base. */
extern uint32_t
date_which_unit(const Scan *scan, uint32_t i, unsigned word, DatePoint *point);

/* "morning", "night" behind a day. */
extern uint32_t date_daypart(const Scan *scan, uint32_t i);

#endif /* NEWSEXT_DATE_SCAN_H */
