/*
 * test_date.c
 *		Dates: where they begin and end, and which days they mean.
 */
#include "hostile.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "date.h"

#define FRIDAY date_day(2026, 1, 23)

/* "2026-01-23" of a day, by counting on from the first of January 2000. */
static const char *
iso(int32_t day, char out[40])
{
	int year = 1;
	int month = 1;

	if (day == date_day(9999, 12, 31) + 1)
		return "10000-01-01";
	while (year < 9999 && date_day(year + 1, 1, 1) <= day)
		year++;
	while (month < 12 && date_day(year, month + 1, 1) <= day)
		month++;
	snprintf(out, 40, "%04d-%02d-%02d", year, month,
			 day - date_day(year, month, 1) + 1);
	return out;
}

static size_t
print_range(char *out, size_t size, DateRange range)
{
	char first[40];
	char last[40];

	if (range.start == NO_DAY)
		return (size_t) snprintf(out, size, "?");
	if (range.end == range.start + 1)
		return (size_t) snprintf(out, size, "%s", iso(range.start, first));
	return (size_t) snprintf(out, size, "%s..%s", iso(range.start, first),
							 iso(range.end - 1, last));
}

/*
 * The dates of a text published on this day as "text = days", parted by
 * "; "; days are one day, the first and the last, or a question mark.
 */
static void
assert_dates_on(int32_t published, const char *text, const char *expected)
{
	Article	   *article = test_read(text);
	DateContext context = { .published = published };
	uint32_t	paragraph = NONE;
	char		list[4096] = "";
	size_t		at = 0;

	date_new_paragraph(&context);
	for (uint32_t m = 0; m < article->n_mentions; m++)
	{
		const Mention *mention = &article->mentions[m];

		if (mention->kind != MENTION_DATE)
			continue;
		if (mention->paragraph != paragraph)
			date_new_paragraph(&context);
		paragraph = mention->paragraph;
		at += (size_t) snprintf(list + at, sizeof(list) - at,
								"%s%s = ", at ? "; " : "",
								test_span(article, mention->span));
		at += print_range(list + at, sizeof(list) - at,
						  date_of(article, mention->token_start,
								  mention->token_end, &context));
	}
	assert_string_equal(list, expected);
}

static void
assert_dates(const char *text, const char *expected)
{
	assert_dates_on(FRIDAY, text, expected);
}

static void
test_calendar(void **state)
{
	(void) state;
	assert_int_equal(date_day(2000, 1, 1), 0);
	assert_int_equal(date_day(2000, 3, 1), 60);
	assert_int_equal(date_day(1999, 12, 31), -1);
	assert_int_equal(date_day(1970, 1, 1), -10957);
	assert_int_equal(date_day(1, 1, 1), -730119);
	assert_int_equal(date_day(9999, 12, 31), 2921939);
	assert_int_equal(date_day(2024, 2, 29), date_day(2024, 3, 1) - 1);
	assert_int_equal(date_day(2026, 2, 29), NO_DAY);
	assert_int_equal(date_day(1900, 2, 29), NO_DAY);
	assert_true(date_day(2000, 2, 29) != NO_DAY);
	assert_int_equal(date_day(0, 1, 1), NO_DAY);
	assert_int_equal(date_day(10000, 1, 1), NO_DAY);
	assert_int_equal(date_day(2026, 0, 1), NO_DAY);
	assert_int_equal(date_day(2026, 13, 1), NO_DAY);
	assert_int_equal(date_day(2026, 4, 31), NO_DAY);
	/* every day has one number */
	for (int year = 1; year < 9999; year += 97)
		for (int month = 1; month <= 12; month++)
			assert_int_equal(date_day(year, month, 28) + 1,
							 date_day(year, month, 29) != NO_DAY ?
								 date_day(year, month, 29) :
								 date_day(year, month + 1, 1));
}

static void
test_absolute(void **state)
{
	(void) state;
	assert_dates("It sank on Jan. 23, 2024, at sea.",
				 "Jan. 23, 2024 = 2024-01-23");
	assert_dates("It sank on 23 January 2024.",
				 "23 January 2024 = 2024-01-23");
	assert_dates("It sank on the 23rd of January, 2024.",
				 "23rd of January, 2024 = 2024-01-23");
	assert_dates("It sank on Tuesday, Jan. 23, 2024.",
				 "Tuesday, Jan. 23, 2024 = 2024-01-23");
	assert_dates("It sank on 2024-01-23 at sea.", "2024-01-23 = 2024-01-23");
	assert_dates("It sank on 23/01/2024 at sea.", "23/01/2024 = 2024-01-23");
	assert_dates("It sank on 1/23/2024 at sea.", "1/23/2024 = 2024-01-23");
	assert_dates("It sank on 5/6/2024 at sea.", "5/6/2024 = ?");
	assert_dates("It sank on 6/6/2024 at sea.", "6/6/2024 = 2024-06-06");
	assert_dates("It sank in January 2024.",
				 "January 2024 = 2024-01-01..2024-01-31");
	assert_dates("It sank in March of 2016.",
				 "March of 2016 = 2016-03-01..2016-03-31");
	assert_dates("It sank in 2019.", "2019 = 2019-01-01..2019-12-31");
	assert_dates("It was the 31st of April 2019.", "31st of April 2019 = ?");
	assert_dates("It sank on Feb. 29, 2023.", "Feb. 29, 2023 = ?");
	assert_dates("It was 2019 people and 2000 km and 2000 years.", "");
}

static void
test_long(void **state)
{
	(void) state;
	assert_dates("They built it in the 1990s.",
				 "1990s = 1990-01-01..1999-12-31");
	assert_dates("They built it in the '90s.",
				 "'90s = 1990-01-01..1999-12-31");
	assert_dates("They built it in the mid-1990s.",
				 "mid-1990s = 1994-01-01..1996-12-31");
	assert_dates("They built it in the early 1990s.",
				 "early 1990s = 1990-01-01..1993-12-31");
	assert_dates("They built it in the 19th century.",
				 "19th century = 1801-01-01..1900-12-31");
	assert_dates("They built it late in the early twentieth century.",
				 "early twentieth century = 1901-01-01..1933-12-31");
	assert_dates("They built it in mid-2025.",
				 "mid-2025 = 2025-05-01..2025-08-31");
	assert_dates("They built it in late 2025.",
				 "late 2025 = 2025-09-01..2025-12-31");
	assert_dates("They built it in mid-January 2025.",
				 "mid-January 2025 = 2025-01-11..2025-01-20");
	assert_dates("They built it in late February 2024.",
				 "late February 2024 = 2024-02-21..2024-02-29");
	assert_dates("They built it in spring 2024.",
				 "spring 2024 = 2024-03-01..2024-05-31");
	assert_dates("They built it in the winter of 2023.",
				 "winter of 2023 = 2023-12-01..2024-02-29");
	assert_dates("They built it in the winter of 2006–2007.",
				 "winter of 2006–2007 = 2006-12-01..2007-02-28");
	assert_dates("They built it in the fall of 2024, after the fall of it.",
				 "fall of 2024 = 2024-09-01..2024-11-30");
	assert_dates("They built it in the third quarter of 2025.",
				 "third quarter of 2025 = 2025-07-01..2025-09-30");
	assert_dates("They built it in Q3 2025.",
				 "Q3 2025 = 2025-07-01..2025-09-30");
	assert_dates("They scored in the first half and the third quarter.", "");
	assert_dates("They built it in the first half of last year.",
				 "first half of last year = 2025-01-01..2025-06-30");
}

static void
test_ranges(void **state)
{
	(void) state;
	assert_dates("It ran from Jan. 3-5 there.",
				 "Jan. 3-5 = 2026-01-03..2026-01-05");
	assert_dates("It ran from 3 to 5 March 2025.",
				 "3 to 5 March 2025 = 2025-03-03..2025-03-05");
	assert_dates("It ran between 2019 and 2021.",
				 "2019 and 2021 = 2019-01-01..2021-12-31");
	assert_dates("It ran in 2019 and 2021.",
				 "2019 = 2019-01-01..2019-12-31; "
				 "2021 = 2021-01-01..2021-12-31");
	assert_dates("It ran from 2019-21.", "2019-21 = 2019-01-01..2021-12-31");
	assert_dates("It ran in 2019/20.", "2019/20 = 2019-01-01..2020-12-31");
	assert_dates("It ran, 1980–1987, there.",
				 "1980–1987 = 1980-01-01..1987-12-31");
	assert_dates("It ran from Nov. 20 to Dec. 11.",
				 "Nov. 20 to Dec. 11 = 2025-11-20..2025-12-11");
	assert_dates("It ran from Nov. 20 to Jan. 11, 2026.",
				 "Nov. 20 to Jan. 11, 2026 = 2025-11-20..2026-01-11");
	assert_dates("It ran from Monday to Wednesday.",
				 "Monday to Wednesday = 2026-01-19..2026-01-21");
	assert_dates("It will run Saturday through Monday.",
				 "Saturday through Monday = 2026-01-24..2026-01-26");
	assert_dates("They moved it from 2029 to 2021.", "2029 to 2021 = ?");
	assert_dates("They met on Friday and Saturday.",
				 "Friday = 2026-01-23; Saturday = 2026-01-17");
}

static void
test_weekdays(void **state)
{
	(void) state;
	assert_dates("The council met on Thursday.", "Thursday = 2026-01-22");
	assert_dates("The council met on Saturday.", "Saturday = 2026-01-17");
	assert_dates("The council met on Friday morning.",
				 "Friday morning = 2026-01-23");
	assert_dates("The council will meet on Thursday.",
				 "Thursday = 2026-01-29");
	assert_dates("The council will meet on Friday.", "Friday = 2026-01-23");
	assert_dates("The council is set to hold talks on Saturday.",
				 "Saturday = 2026-01-24");
	assert_dates("The talks, planned for Saturday and Sunday, were secret.",
				 "Saturday = 2026-01-24; Sunday = 2026-01-25");
	assert_dates("The fair opens Monday.", "Monday = 2026-01-26");
	assert_dates("The fair is opening on Monday.", "Monday = 2026-01-26");
	assert_dates("The fair would have opened on Monday.",
				 "Monday = 2026-01-19");
	assert_dates("She flew to Oslo to meet them on Monday.",
				 "Monday = 2026-01-19");
	assert_dates("She agreed to meet them on Monday.", "Monday = 2026-01-26");
	assert_dates("On Monday, the council will vote.", "Monday = 2026-01-26");
	assert_dates("The council on Monday voted, and will meet on Sunday.",
				 "Monday = 2026-01-19; Sunday = 2026-01-25");
	assert_dates("She said the vote was lost and on Monday it will be told.",
				 "Monday = 2026-01-26");
	assert_dates("As of Monday, all four are well.", "Monday = 2026-01-19");
	assert_dates("Last Friday it rained, and next Friday it will.",
				 "Last Friday = 2026-01-16; next Friday = 2026-01-30");
	assert_dates("It will rain this Wednesday.",
				 "this Wednesday = 2026-01-21");
	assert_dates("It rained on Tuesday of last week.",
				 "Tuesday of last week = 2026-01-13");
	assert_dates("It rains on Fridays.", "Fridays = ?");
	assert_dates("It rained late Thursday.", "late Thursday = 2026-01-22");
	assert_dates("It rained over the weekend.",
				 "weekend = 2026-01-17..2026-01-18");
	assert_dates("It will rain over the weekend.",
				 "weekend = 2026-01-24..2026-01-25");
}

static void
test_without_year(void **state)
{
	(void) state;
	assert_dates("It sank on Jan. 20.", "Jan. 20 = 2026-01-20");
	assert_dates("It sank on Dec. 20.", "Dec. 20 = 2025-12-20");
	assert_dates("It will open on Feb. 3.", "Feb. 3 = 2026-02-03");
	assert_dates("It will open on Dec. 3.", "Dec. 3 = 2026-12-03");
	/* a verb that tells nothing of the date */
	assert_dates("It will tell of the storm of Jan. 20.",
				 "Jan. 20 = 2026-01-20");
	assert_dates("It sank in December.", "December = 2025-12-01..2025-12-31");
	assert_dates("It will open in December.",
				 "December = 2026-12-01..2026-12-31");
	assert_dates("It sank last October.",
				 "last October = 2025-10-01..2025-10-31");
	assert_dates("It sank in July of last year.",
				 "July of last year = 2025-07-01..2025-07-31");
	assert_dates("It sank on March 20 last year.",
				 "March 20 last year = 2025-03-20");
	assert_dates("It sank on Feb. 29.", "Feb. 29 = 2024-02-29");
}

static void
test_relative(void **state)
{
	(void) state;
	assert_dates("It rained yesterday and rains today.",
				 "yesterday = 2026-01-22; today = 2026-01-23");
	assert_dates("It will rain tomorrow night, not tonight.",
				 "tomorrow night = 2026-01-24; tonight = 2026-01-23");
	assert_dates("It rained the day before yesterday.",
				 "day before yesterday = 2026-01-21");
	assert_dates("It rained last night and this morning.",
				 "last night = 2026-01-22; this morning = 2026-01-23");
	assert_dates("It rained last week.", "last week = 2026-01-12..2026-01-18");
	assert_dates("It rained this week.", "this week = 2026-01-19..2026-01-25");
	assert_dates("It rained last month.",
				 "last month = 2025-12-01..2025-12-31");
	assert_dates("It will rain next month.",
				 "next month = 2026-02-01..2026-02-28");
	assert_dates("It rained last year.", "last year = 2025-01-01..2025-12-31");
	assert_dates("It rained late last year.",
				 "late last year = 2025-09-01..2025-12-31");
	assert_dates("It rained earlier this month.",
				 "earlier this month = 2026-01-01..2026-01-23");
	assert_dates("It will rain later this week.",
				 "later this week = 2026-01-23..2026-01-25");
	assert_dates("It rained earlier in the year.",
				 "earlier in the year = 2026-01-01..2026-01-23");
	assert_dates("It will rain by the end of the month.",
				 "end of the month = 2026-01-21..2026-01-31");
	assert_dates("In 2019 it rained, and snowed by the end of the year.",
				 "2019 = 2019-01-01..2019-12-31; "
				 "end of the year = 2019-09-01..2019-12-31");
	assert_dates("At the end of the day it is rain.", "");
	assert_dates("It rained last summer and last winter.",
				 "last summer = 2025-06-01..2025-08-31; "
				 "last winter = 2024-12-01..2025-02-28");
	assert_dates("It rained this winter.",
				 "this winter = 2025-12-01..2026-02-28");
	assert_dates("It will rain next spring.",
				 "next spring = 2026-03-01..2026-05-31");
	assert_dates("It rained for the past three weeks.",
				 "past three weeks = 2026-01-02..2026-01-23");
	assert_dates("It will rain for the next five years.",
				 "next five years = 2026-01-23..2031-01-23");
	assert_dates("It rained in recent days.", "recent days = ?");
	assert_dates("It rained last decade.",
				 "last decade = 2010-01-01..2019-12-31");
}

static void
test_counted(void **state)
{
	(void) state;
	assert_dates("It rained two days ago.", "two days ago = 2026-01-21");
	assert_dates("It rained three weeks ago.",
				 "three weeks ago = 2025-12-29..2026-01-04");
	assert_dates("It rained two months ago.",
				 "two months ago = 2025-11-01..2025-11-30");
	assert_dates("It rained almost four years ago.",
				 "almost four years ago = 2022-01-01..2022-12-31");
	assert_dates("It rained more than a decade ago.",
				 "more than a decade ago = 2016-01-01..2016-12-31");
	assert_dates("It rained a year and a half ago.",
				 "a year and a half ago = 2024-01-01..2024-12-31");
	assert_dates("It rained a couple of days ago.",
				 "a couple of days ago = 2026-01-21");
	assert_dates("It rained two hundred years ago.",
				 "two hundred years ago = 1826-01-01..1826-12-31");
	assert_dates("It rained years ago, and several weeks ago.",
				 "years ago = ?; several weeks ago = ?");
	assert_dates("“Two weeks ago it rained,” she said.",
				 "Two weeks ago = 2026-01-05..2026-01-11");
	assert_dates("The bridge will open in three weeks.",
				 "three weeks = 2026-02-09..2026-02-15");
	assert_dates("The bridge will open within two days.",
				 "two days = 2026-01-23..2026-01-25");
	assert_dates("It was built in three weeks.", "");
	assert_dates("It will be the first win in three years.", "");
	assert_dates("It closed for three weeks.", "");
	/* no time that a date can hold */
	assert_dates("It rained two hours ago.", "");
}

static void
test_from_text(void **state)
{
	(void) state;
	assert_dates("It opened on March 3, 2020. A day later, it burned.",
				 "March 3, 2020 = 2020-03-03; A day later = 2020-03-04");
	assert_dates("It opened on March 3, 2020, and closed the same day.",
				 "March 3, 2020 = 2020-03-03; same day = 2020-03-03");
	assert_dates("It opened in 2019. Two years later it burned.",
				 "2019 = 2019-01-01..2019-12-31; "
				 "Two years later = 2021-01-01..2021-12-31");
	assert_dates("It opened on May 3, 2020, said a book of 2024. That week "
				 "it burned.",
				 "May 3, 2020 = 2020-05-03; 2024 = 2024-01-01..2024-12-31; "
				 "That week = 2020-04-27..2020-05-03");
	/* nothing told before */
	assert_dates("The next day, it burned.", "next day = ?");
	assert_dates("It opened on March 3, 2020.\n\nA day later, it burned.",
				 "March 3, 2020 = 2020-03-03; A day later = ?");
	assert_dates("Sales fell from a year earlier.",
				 "a year earlier = 2025-01-01..2025-12-31");
}

static void
test_unpublished(void **state)
{
	(void) state;
	assert_dates_on(NO_DAY,
					"It rained on Monday, in May, last year and "
					"two days ago.",
					"Monday = ?; May = ?; last year = ?; two days ago = ?");
	assert_dates_on(NO_DAY, "It rained in 2019 and on May 3, 2020.",
					"2019 = 2019-01-01..2019-12-31; May 3, 2020 = 2020-05-03");
}

static void
test_month_ends(void **state)
{
	(void) state;
	assert_dates_on(date_day(2024, 3, 31), "It rained a month ago.",
					"a month ago = 2024-02-01..2024-02-29");
	assert_dates_on(date_day(2024, 2, 29), "It rained a year ago.",
					"a year ago = 2023-01-01..2023-12-31");
	assert_dates_on(date_day(2024, 2, 29), "It rained in the past year.",
					"past year = 2023-02-28..2024-02-29");
	assert_dates_on(date_day(2024, 12, 31), "It will rain tomorrow.",
					"tomorrow = 2025-01-01");
	assert_dates_on(date_day(2026, 1, 1), "It rained last week.",
					"last week = 2025-12-22..2025-12-28");
	/* a Sunday */
	assert_dates_on(date_day(2026, 1, 25), "It rained last weekend.",
					"last weekend = 2026-01-17..2026-01-18");
}

static void
test_limits(void **state)
{
	(void) state;
	assert_dates("It rained 9999 years ago and 2100 decades ago.",
				 "9999 years ago = ?; 2100 decades ago = ?");
	assert_dates("It rained 99999999999 years ago.",
				 "99999999999 years ago = ?");
	assert_dates("It rained nine hundred hundred hundred years ago.",
				 "nine hundred hundred hundred years ago = ?");
	assert_dates_on(date_day(9999, 12, 31),
					"It will rain tomorrow, next year and next week; it "
					"rains today.",
					"tomorrow = ?; next year = ?; next week = ?; "
					"today = 9999-12-31");
	assert_dates_on(date_day(1, 1, 1), "It rained yesterday and last year.",
					"yesterday = ?; last year = ?");
	assert_dates_on(date_day(9999, 12, 31), "It will rain in 9999 years.",
					"9999 years = ?");
	assert_dates("On 0000-01-01, on 2026-99-99 and on 9999-12-31 it rained.",
				 "9999-12-31 = 9999-12-31");
	assert_dates("It was 99/99/2024 or 0/0/2024, Jan. 99 or May 0.",
				 "Jan. = 2026-01-01..2026-01-31");
}

/* What is found is found again by itself, and its days lie in the calendar. */
static void
test_hostile_texts(void **state)
{
	(void) state;
	for (size_t i = 0; i < n_hostile_texts; i++)
	{
		size_t		len;
		char	   *text = hostile_make(&hostile_texts[i], 32768, &len);
		Article	   *article = test_read_bytes(text, len);
		DateContext context = { .published = FRIDAY };

		date_new_paragraph(&context);
		for (uint32_t m = 0; m < article->n_mentions; m++)
		{
			const Mention *mention = &article->mentions[m];
			DateExpr	   expr;
			DateRange	   range;

			if (mention->kind != MENTION_DATE)
				continue;
			assert_int_equal(date_end(article, mention->token_start,
									  mention->token_end, &expr),
							 mention->token_end);
			range = date_of(article, mention->token_start, mention->token_end,
							&context);
			assert_true(range.start == NO_DAY ||
						(range.start < range.end &&
						 range.start >= date_day(1, 1, 1) &&
						 range.end <= date_day(9999, 12, 31) + 1));
		}
		test_done(NULL);
		free(text);
	}
}

static void
test_names_stay(void **state)
{
	(void) state;
	assert_dates("Shops opened early on Black Friday.", "");
	assert_dates("April Jones met June Carver.", "");
	assert_dates("She watched Last Week Tonight and Late Show reruns.", "");
	assert_dates("In 2019, the Kestrel sank. On Monday, Ruiz left.",
				 "2019 = 2019-01-01..2019-12-31; Monday = 2026-01-19");
	assert_dates("We may march in and fall.", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_calendar),
		cmocka_unit_test_teardown(test_absolute, test_done),
		cmocka_unit_test_teardown(test_long, test_done),
		cmocka_unit_test_teardown(test_ranges, test_done),
		cmocka_unit_test_teardown(test_weekdays, test_done),
		cmocka_unit_test_teardown(test_without_year, test_done),
		cmocka_unit_test_teardown(test_relative, test_done),
		cmocka_unit_test_teardown(test_counted, test_done),
		cmocka_unit_test_teardown(test_from_text, test_done),
		cmocka_unit_test_teardown(test_unpublished, test_done),
		cmocka_unit_test_teardown(test_month_ends, test_done),
		cmocka_unit_test_teardown(test_limits, test_done),
		cmocka_unit_test_teardown(test_hostile_texts, test_done),
		cmocka_unit_test_teardown(test_names_stay, test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
