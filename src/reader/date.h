/*
 * date.h
 *		Dates in running text: where they stand and which days they mean.
 *
 * Two steps.  date_end takes the words of a date apart ("almost four years
 * ago": four years before the day of publication); the grammar of dates is
 * there and nowhere else, so what is marked and what is counted out never
 * differ.  date_of finds the days, which takes the day of publication, the
 * tense of the clause and the date before it in the text.
 *
 * Days are counted from 2000-01-01, as PostgreSQL's type date does; the
 * calendar is the Gregorian one throughout, from year 1 to 9999.
 */
#ifndef NEWSEXT_DATE_H
#define NEWSEXT_DATE_H

#include "article.h"

#define NO_DAY INT32_MIN

/* Days [start, end); start is NO_DAY when they cannot be told. */
typedef struct DateRange
{
	int32_t start;
	int32_t end;
} DateRange;

typedef enum DateUnit
{
	UNIT_DAY,
	UNIT_WEEK,
	UNIT_WEEKEND,
	UNIT_MONTH,
	UNIT_SEASON,
	UNIT_QUARTER,
	UNIT_HALF,
	UNIT_YEAR,
	UNIT_DECADE,
	UNIT_CENTURY,
	UNIT_CLOCK /* hours and minutes: a time, no date */
} DateUnit;

typedef enum DateForm
{
	DATE_UNKNOWN,  /* "years ago": nobody can tell when */
	DATE_CALENDAR, /* by year, month and day, as many as are said */
	DATE_WEEKDAY,  /* number: Monday 1 to Sunday 7 */
	DATE_SHIFTED,  /* the unit that lies count units behind the base */
	DATE_WINDOW	   /* count units up to the base, or from it on */
} DateForm;

/* Which of those that come round. */
typedef enum DateWhich
{
	WHICH_TENSE, /* as the verb says */
	WHICH_LAST,
	WHICH_THIS,
	WHICH_NEXT,
	WHICH_WEEK /* a weekday of the week that count weeks behind */
} DateWhich;

typedef enum DatePart
{
	PART_WHOLE,
	PART_EARLY, /* thirds */
	PART_MID,
	PART_LATE,
	PART_EARLIER, /* up to the base */
	PART_LATER	  /* from the base on */
} DatePart;

typedef struct DatePoint
{
	DateForm  form;
	DateUnit  unit;
	DateWhich which;
	DatePart  part;
	bool	  from_text; /* the base is the date before it in the text, not
						  * the day of publication */
	bool	  shifted;	 /* the year is the base's and year_shift */
	int		  year;		 /* 0 when not said */
	int		  year_shift;
	int		  month;  /* 0 when not said */
	int		  day;	  /* 0 when not said */
	int		  number; /* weekday, season 0-3 from winter, quarter, half */
	int		  halves; /* count, in halves of the unit */
} DatePoint;

/* A date as it is written; last is used when ranged. */
typedef struct DateExpr
{
	DatePoint first;
	DatePoint last;
	bool	  ranged;
} DateExpr;

typedef enum DateTense
{
	TENSE_NONE, /* no verb */
	TENSE_PAST,
	TENSE_PRESENT, /* with a weekday what is planned: "opens Friday" */
	TENSE_FUTURE
} DateTense;

typedef struct DateContext
{
	int32_t	  published;  /* or NO_DAY */
	DateRange before;	  /* the date before this one in the paragraph */
	DateRange day_before; /* the last one that was a single day */
} DateContext;

/*
 * date.c: the date that begins at token i and ends before token end; returns
 * its end, or i.  A time is found as well ("two hours ago", unit UNIT_CLOCK).
 */
extern uint32_t
date_end(const Article *article, uint32_t i, uint32_t end, DateExpr *expr);

/* date_tense.c: the tense of the clause around tokens [first, end). */
extern DateTense
date_tense(const Article *article, uint32_t first, uint32_t end);

/* date_range.c: the days that a date means. */
extern DateRange date_resolve(const DateExpr *expr, DateTense tense,
							  const DateContext *context);

/* Forgets the dates before; called where a paragraph begins. */
extern void date_new_paragraph(DateContext *context);

/*
 * The days of the date in tokens [first, end), which the context remembers.
 * Needs tokens, their entries and their tags.
 */
extern DateRange date_of(const Article *article, uint32_t first, uint32_t end,
						 DateContext *context);

/*
 * Cuts one sentence into tokens with tags, as the reader does: what date_of
 * needs of an article that is not kept.
 */
extern Article *date_sentence(Arena *arena, const char *text, uint32_t length);

/* The day of a date of the calendar, NO_DAY when there is none. */
extern int32_t date_day(int year, int month, int day);

#endif /* NEWSEXT_DATE_H */
