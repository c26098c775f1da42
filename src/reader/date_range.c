/*
 * date_range.c
 *		Which days a date means; see date.h.
 *
 * The calendar is counted in days from 2000-01-01 and in months from year 0;
 * everything else is adding.  Weeks begin on Monday, seasons are those of the
 * north: winter from December to February and so on.
 */
#include "date.h"

#include <stdlib.h>

#define MONTHS_A_YEAR 12
#define LAST_YEAR	  9999

/* Years around the publication in which a day without year is looked for; a
 * 29 February is up to eight years away. */
#define YEARS_AROUND 8

/* A day without year that the tense puts further away than this, in days, is
 * the nearest one instead. */
#define FURTHEST_BY_TENSE 335

static const DateRange unknown = { NO_DAY, NO_DAY };

static bool
is_known(DateRange range)
{
	return range.start != NO_DAY;
}

/* ---------------------------------------------------------- the calendar */

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
days_in_month(int year, int month)
{
	static const int days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	return days[month - 1] + (month == 2 && is_leap(year));
}

/* The first day of a month, counted from January of year 0. */
static int32_t
month_start(int index)
{
	/* years that begin in March end with the leap day */
	int months = index - 2;
	int year = months / MONTHS_A_YEAR;
	int month = months % MONTHS_A_YEAR;

	return year * 365 + year / 4 - year / 100 + year / 400 +
		(153 * month + 2) / 5 - 730425;
}

static int
month_index(int year, int month)
{
	return year * MONTHS_A_YEAR + month - 1;
}

int32_t
date_day(int year, int month, int day)
{
	if (year < 1 || year > LAST_YEAR || month < 1 || month > MONTHS_A_YEAR ||
		day < 1 || day > days_in_month(year, month))
		return NO_DAY;
	return month_start(month_index(year, month)) + day - 1;
}

/* The month that holds a day. */
static int
month_of(int32_t day)
{
	/* at most one month too early or too late */
	int index = (int) ((day + 730485) / 30.436875);

	while (month_start(index) > day)
		index--;
	while (month_start(index + 1) <= day)
		index++;
	return index;
}

static int
year_of(int32_t day)
{
	return month_of(day) / MONTHS_A_YEAR;
}

/* n months from this one on; unknown outside the calendar. */
static DateRange
months(int index, int n)
{
	DateRange range;

	if (index < MONTHS_A_YEAR || index + n > (LAST_YEAR + 1) * MONTHS_A_YEAR)
		return unknown;
	range.start = month_start(index);
	range.end = month_start(index + n);
	return range;
}

/* n days from this one on. */
static DateRange
days(int32_t day, int n)
{
	DateRange range = { day, day + n };

	if (day < month_start(MONTHS_A_YEAR) ||
		range.end > month_start((LAST_YEAR + 1) * MONTHS_A_YEAR))
		return unknown;
	return range;
}

/* Monday 1 to Sunday 7; 2000-01-01 was a Saturday. */
static int
weekday_of(int32_t day)
{
	return ((day + 5) % 7 + 7) % 7 + 1;
}

static int32_t
monday_of(int32_t day)
{
	return day - weekday_of(day) + 1;
}

/* --------------------------------------------------------------- units */

/* The unit of the calendar that holds a day. */
static DateRange
unit_around(DateUnit unit, int32_t day)
{
	int index = month_of(day);
	int year = index / MONTHS_A_YEAR;

	switch (unit)
	{
		case UNIT_WEEK:
			return days(monday_of(day), 7);
		case UNIT_WEEKEND:
			return days(monday_of(day) + 5, 2);
		case UNIT_MONTH:
			return months(index, 1);
		case UNIT_SEASON:
		case UNIT_QUARTER:
			return months(index - index % 3, 3);
		case UNIT_HALF:
			return months(index - index % 6, 6);
		case UNIT_YEAR:
			return months(year * MONTHS_A_YEAR, MONTHS_A_YEAR);
		case UNIT_DECADE:
			return months(year / 10 * 10 * MONTHS_A_YEAR, 10 * MONTHS_A_YEAR);
		case UNIT_CENTURY:
			return months(((year - 1) / 100 * 100 + 1) * MONTHS_A_YEAR,
						  100 * MONTHS_A_YEAR);
		default:
			return days(day, 1);
	}
}

/* Half a unit in months; 0 for units that are counted in days. */
static int
half_in_months(DateUnit unit)
{
	switch (unit)
	{
		case UNIT_YEAR:
			return 6;
		case UNIT_DECADE:
			return 60;
		case UNIT_CENTURY:
			return 600;
		case UNIT_HALF:
			return 3;
		default:
			return 0;
	}
}

/* The day so many months away, or the last one of a shorter month. */
static int32_t
day_in_months(int32_t day, int n)
{
	int		  index = month_of(day);
	int		  in_month = day - month_start(index);
	DateRange there = months(index + n, 1);

	if (!is_known(there))
		return NO_DAY;
	return there.start + in_month < there.end ? there.start + in_month :
												there.end - 1;
}

/* The day so many halves of a unit away. */
static int32_t
day_in_units(int32_t day, DateUnit unit, int halves)
{
	if (half_in_months(unit))
		return day_in_months(day, halves * half_in_months(unit));
	switch (unit)
	{
		case UNIT_MONTH:
			return day_in_months(day, halves / 2);
		case UNIT_QUARTER:
		case UNIT_SEASON:
			return day_in_months(day, halves / 2 * 3);
		case UNIT_WEEK:
		case UNIT_WEEKEND:
			return day + halves * 7 / 2;
		default:
			return day + halves / 2;
	}
}

/* Thirds of a stretch of months. */
static DateRange
third_in_months(DateRange whole, int months_in_third, int which)
{
	return months(month_of(whole.start) + which * months_in_third,
				  months_in_third);
}

/* The beginning, the middle or the end of a unit. */
static DateRange
third(DateUnit unit, DateRange whole, int which)
{
	static const int years[] = { 0, 4, 7, 10 };
	static const int hundred_years[] = { 0, 33, 66, 100 };
	static const int month_days[] = { 0, 10, 20 };
	static const int week_days[] = { 0, 2, 4, 7 };
	int				 index = month_of(whole.start);

	switch (unit)
	{
		case UNIT_WEEK:
			return days(whole.start + week_days[which],
						week_days[which + 1] - week_days[which]);
		case UNIT_MONTH:
			return days(whole.start + month_days[which],
						which == 2 ? whole.end - whole.start - month_days[2] :
									 10);
		case UNIT_SEASON:
		case UNIT_QUARTER:
			return third_in_months(whole, 1, which);
		case UNIT_HALF:
			return third_in_months(whole, 2, which);
		case UNIT_YEAR:
			return third_in_months(whole, 4, which);
		case UNIT_DECADE:
			return months(index + years[which] * MONTHS_A_YEAR,
						  (years[which + 1] - years[which]) * MONTHS_A_YEAR);
		case UNIT_CENTURY:
			return months(index + hundred_years[which] * MONTHS_A_YEAR,
						  (hundred_years[which + 1] - hundred_years[which]) *
							  MONTHS_A_YEAR);
		default:
			return whole;
	}
}

static DateRange
part_of(const DatePoint *point, DateRange whole, int32_t base)
{
	if (!is_known(whole))
		return whole;
	switch (point->part)
	{
		case PART_EARLY:
		case PART_MID:
		case PART_LATE:
			return third(point->unit, whole, (int) point->part - PART_EARLY);
		case PART_EARLIER:
			if (base >= whole.start && base < whole.end)
				whole.end = base + 1;
			return whole;
		case PART_LATER:
			if (base >= whole.start && base < whole.end)
				whole.start = base;
			return whole;
		default:
			return whole;
	}
}

/* -------------------------------------------------------------- points */

/* What the words say, in this year. */
static DateRange
in_year(const DatePoint *point, int year)
{
	int index = year * MONTHS_A_YEAR;

	if (year < 1 || year > LAST_YEAR)
		return unknown;
	switch (point->unit)
	{
		case UNIT_DAY:
		{
			int32_t day = date_day(year, point->month, point->day);

			return day == NO_DAY ? unknown : days(day, 1);
		}
		case UNIT_MONTH:
			return months(index + point->month - 1, 1);
		case UNIT_SEASON: /* winter begins in December */
			return months(index +
							  (point->number == 0 ? 11 :
													point->number * 3 - 1),
						  3);
		case UNIT_QUARTER:
			return point->number ? months(index + (point->number - 1) * 3, 3) :
								   unknown;
		case UNIT_HALF:
			return months(index + (point->number - 1) * 6, 6);
		case UNIT_DECADE:
			return months(index, 10 * MONTHS_A_YEAR);
		case UNIT_CENTURY:
			return months(index, 100 * MONTHS_A_YEAR);
		default:
			return months(index, MONTHS_A_YEAR);
	}
}

/* News looks back: what is ahead counts as if it were further away, unless
 * the verb says that it is to come. */
#define AHEAD_WEIGHT 3

static int
distance(DateRange range, int32_t day, DateTense tense)
{
	return range.start > day ?
		(range.start - day) * (tense == TENSE_FUTURE ? 1 : AHEAD_WEIGHT) :
		range.end <= day ? day - range.end + 1 :
						   0;
}

/* Whether a date that comes round may be meant. */
static bool
fits(DateRange range, int32_t base, DateWhich which, DateTense tense)
{
	switch (which)
	{
		case WHICH_LAST:
			return range.end <= base;
		case WHICH_NEXT:
			return range.start > base;
		default:
			return tense == TENSE_PAST ? range.start <= base :
				tense == TENSE_FUTURE  ? range.end > base :
										 true;
	}
}

/* The nearest to the base of the years' dates that fit. */
static DateRange
nearest(const DatePoint *point, int32_t base, DateWhich which, DateTense tense)
{
	DateRange best = unknown;
	int		  year = year_of(base);

	for (int y = year - YEARS_AROUND; y <= year + YEARS_AROUND; y++)
	{
		DateRange range = in_year(point, y);

		if (is_known(range) && fits(range, base, which, tense) &&
			(!is_known(best) ||
			 distance(range, base, tense) < distance(best, base, tense)))
			best = range;
	}
	return best;
}

/* "this March" is one of this year, "this winter" began last December. */
static DateRange
of_this_year(const DatePoint *point, int32_t base)
{
	int index = month_of(base);
	int year = index / MONTHS_A_YEAR;

	if (point->unit == UNIT_SEASON && point->number == 0 &&
		index % MONTHS_A_YEAR < 2)
		year--;
	return in_year(point, year);
}

static DateRange
calendar_range(const DatePoint *point, DateTense tense, int32_t base)
{
	DateRange range;

	if (point->year)
		return in_year(point, point->year);
	if (base == NO_DAY)
		return unknown;
	if (point->shifted)
		return in_year(point, year_of(base) + point->year_shift);
	if (point->which == WHICH_THIS)
		return of_this_year(point, base);
	range = nearest(point, base, point->which, tense);
	if (point->which == WHICH_TENSE && is_known(range) &&
		distance(range, base, TENSE_FUTURE) > FURTHEST_BY_TENSE)
		return nearest(point, base, WHICH_TENSE, TENSE_NONE);
	return range;
}

/* A weekday, or the weekend that begins with it. */
static DateRange
weekday_range(const DatePoint *point, DateTense tense, int32_t base)
{
	int		n = point->unit == UNIT_WEEKEND ? 2 : 1;
	int32_t day;

	if (base == NO_DAY)
		return unknown;
	day = monday_of(base) + point->number - 1;
	switch (point->which)
	{
		case WHICH_WEEK:
			day += point->halves / 2 * 7;
			break;
		case WHICH_LAST:
			if (day >= base)
				day -= 7;
			break;
		case WHICH_NEXT:
			if (day <= base)
				day += 7;
			break;
		case WHICH_TENSE:
			if (tense >= TENSE_PRESENT && day + n <= base)
				day += 7;
			else if (tense < TENSE_PRESENT && day > base)
				day -= 7;
			break;
		case WHICH_THIS:
			break;
	}
	return days(day, n);
}

static DateRange
window(const DatePoint *point, int32_t base)
{
	int32_t	  other = day_in_units(base, point->unit, point->halves);
	DateRange range;

	if (other == NO_DAY)
		return unknown;
	range = days(other < base ? other : base, abs(other - base) + 1);
	return range;
}

/*
 * The day that a point is counted from.  What follows the text's last date
 * needs one that is told no less exactly; "a year earlier" and "the end of the
 * year" are said of the present, too.
 */
static int32_t
base_of(const DatePoint *point, const DateContext *context)
{
	static const int longest[] = {
		1, 7, 7, 31, 92, 92, 184, 366, 3653, 36525, 1
	}; /* days, by unit */

	DateRange before = context->before;

	if (!point->from_text)
		return context->published;
	if (!is_known(before) || before.end - before.start > longest[point->unit])
		before = context->day_before;
	if (is_known(before))
		return before.start;
	if ((point->halves < 0 && point->unit != UNIT_DAY) ||
		(point->part >= PART_EARLY && point->part <= PART_LATE))
		return context->published;
	return NO_DAY;
}

static DateRange
point_range(const DatePoint *point, DateTense tense,
			const DateContext *context)
{
	int32_t	  base = base_of(point, context);
	int32_t	  day;
	DateRange range = unknown;

	switch (point->form)
	{
		case DATE_CALENDAR:
			range = calendar_range(point, tense, base);
			break;
		case DATE_WEEKDAY:
			range = weekday_range(point, tense, base);
			break;
		case DATE_SHIFTED:
			if (base == NO_DAY)
				return unknown;
			day = day_in_units(base, point->unit, point->halves);
			if (day != NO_DAY && is_known(days(day, 1)))
				range = unit_around(point->unit, day);
			break;
		case DATE_WINDOW:
			return base == NO_DAY ? unknown : window(point, base);
		case DATE_UNKNOWN:
			break;
	}
	return part_of(point, range, base);
}

/* -------------------------------------------------------------- ranges */

/* The end of a range: the first one that does not lie before its beginning. */
static DateRange
last_range(const DateExpr *expr, DateRange first, const DateContext *context)
{
	DateContext after = *context;

	if (expr->last.form == DATE_WEEKDAY || !expr->last.year)
	{
		if (expr->last.which == WHICH_TENSE && !expr->last.shifted)
			after.published = first.start;
	}
	return point_range(&expr->last, TENSE_FUTURE, &after);
}

DateRange
date_resolve(const DateExpr *expr, DateTense tense, const DateContext *context)
{
	DateRange first = point_range(&expr->first, tense, context);
	DateRange last;

	if (!expr->ranged || !is_known(first))
		return first;
	last = last_range(expr, first, context);
	if (!is_known(last))
		return unknown;
	/* "Nov. 20 to Jan. 11, 2026" begins the year before */
	if (first.start >= last.end && expr->first.year > 1)
	{
		DateExpr before = *expr;

		before.first.year--;
		first = point_range(&before.first, tense, context);
	}
	if (!is_known(first) || first.start >= last.end)
		return unknown;
	first.end = last.end;
	return first;
}
