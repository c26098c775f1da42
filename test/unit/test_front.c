/*
 * test_front.c
 *		Front matter: datelines, bylines, contributors, copyright, and where
 *		the running text begins behind them.
 */
#include "layout_check.h"

#include <stdio.h>

/* A list of names, with | between them. */
static void
assert_names(const Article *article, const TextSpan *names, uint32_t n,
			 const char *expected)
{
	char joined[512] = "";

	for (uint32_t i = 0; i < n; i++)
	{
		if (i > 0)
			strcat(joined, "|");
		strcat(joined, test_span(article, names[i]));
	}
	assert_string_equal(joined, expected);
}

static void
assert_bylines(const Article *article, const char *expected)
{
	assert_names(article, article->front.bylines, article->front.n_bylines,
				 expected);
}

static void
assert_contributors(const Article *article, const char *names, const char *org)
{
	assert_names(article, article->front.contributors,
				 article->front.n_contributors, names);
	assert_span(article, article->front.contributor_org, org);
}

typedef struct DatelineCase
{
	const char *text;
	const char *place;
	const char *agency;
	int			year;
	int			month;
	int			day;
	bool		wire;
	const char *rest; /* the running text of the first paragraph */
} DatelineCase;

static const DatelineCase dateline_cases[] = {
	{ " date 2026-02-04 (OSLO) — Ferries stopped on Monday.", "OSLO", "", 2026,
	  2, 4, false, "Ferries stopped on Monday." },
	{ "(LISBON) — The port closed on Monday.", "LISBON", "", 0, 0, 0, false,
	  "The port closed on Monday." },
	{ "QUITO (AP) — Rain fell for a third day.", "QUITO", "AP", 0, 0, 0, true,
	  "Rain fell for a third day." },
	{ "DULUTH, Minn. (AP) — A bridge closed.", "DULUTH, Minn.", "AP", 0, 0, 0,
	  true, "A bridge closed." },
	{ "MOPTI, Mali (AP) — Two boats sank.", "MOPTI, Mali", "AP", 0, 0, 0, true,
	  "Two boats sank." },
	{ "PARIS, Feb 4 (Reuters) - Shares fell.", "PARIS", "Reuters", 0, 2, 4,
	  true, "Shares fell." },
	{ "Dakar (AFP) – Voters queued from dawn.", "Dakar", "AFP", 0, 0, 0, true,
	  "Voters queued from dawn." },
	{ "NAIROBI — Farmers marched on Monday.", "NAIROBI", "", 0, 0, 0, false,
	  "Farmers marched on Monday." },
	{ "Bonn (dpa) - The river rose on Monday.", "Bonn", "dpa", 0, 0, 0, true,
	  "The river rose on Monday." },
	{ "HANOI, Feb. 4 (Xinhua) -- Rice prices rose.", "HANOI", "Xinhua", 0, 2,
	  4, true, "Rice prices rose." },
	{ "MINSK, February 4. /BELTA/. The factory opened.", "MINSK", "BELTA", 0,
	  2, 4, true, "The factory opened." },
	{ "Pune, Feb 4 (PTI) Police closed two roads.", "Pune", "PTI", 0, 2, 4,
	  true, "Police closed two roads." },
	{ "TAMPA, Feb. 4 (UPI) -- A storm came in.", "TAMPA", "UPI", 0, 2, 4, true,
	  "A storm came in." },
	{ "Feb. 4 (UPI) -- A storm came in.", "", "UPI", 0, 2, 4, true,
	  "A storm came in." },
	{ "LONDON/KYIV (Reuters) - Talks went on.", "LONDON/KYIV", "Reuters", 0, 0,
	  0, true, "Talks went on." },
	{ "ABOARD THE NAVY SHIP HALE (AP) — Crew members slept.", "NAVY SHIP HALE",
	  "AP", 0, 0, 0, true, "Crew members slept." },
	{ "RIGA, Feb. 4, 2026 — A fair opened.", "RIGA", "", 2026, 2, 4, false,
	  "A fair opened." },
	{ "AUSTIN, Texas, Feb. 4, 2026 /WireCo/ -- Acme opened a shop.",
	  "AUSTIN, Texas", "WireCo", 2026, 2, 4, false, "Acme opened a shop." },
	{ "AUSTIN, Texas – Feb. 4, 2026 – Acme opened a shop.", "AUSTIN, Texas",
	  "", 2026, 2, 4, false, "Acme opened a shop." },
	{ "New Delhi [India], February 4 (ANI): Two roads were closed.",
	  "New Delhi", "ANI", 0, 2, 4, true, "Two roads were closed." },
	{ "KAMPALA, Jul 19 2026 (IPS) - Prices rose.", "KAMPALA", "IPS", 2026, 7,
	  19, true, "Prices rose." },
	{ "NEW DELHI: Two roads were closed on Monday.", "NEW DELHI", "", 0, 0, 0,
	  false, "Two roads were closed on Monday." },
	{ "UNITED NATIONS (AP) — Talks went on.", "UNITED NATIONS", "AP", 0, 0, 0,
	  true, "Talks went on." },
	{ "THE HAGUE, Netherlands (AP) — Talks went on.", "THE HAGUE, Netherlands",
	  "AP", 0, 0, 0, true, "Talks went on." },
	{ "KYIV. Feb 4 (Interfax) – Talks went on.", "KYIV", "Interfax", 0, 2, 4,
	  true, "Talks went on." },
	{ "NEW YORK--(BUSINESS WIRE)--Acme opened a shop.", "NEW YORK",
	  "BUSINESS WIRE", 0, 0, 0, false, "Acme opened a shop." },
	{ "(KQXV) — Two roads were closed.", "", "KQXV", 0, 0, 0, false,
	  "Two roads were closed." },
	{ "4 February 2026 – Talks went on.", "", "", 2026, 2, 4, false,
	  "Talks went on." },
	{ "(CNN)Shares fell on Monday.", "", "CNN", 0, 0, 0, false,
	  "Shares fell on Monday." },
	/* a town in no list, with its state */
	{ "ZEMBLY, Q.Va. — A mill closed.", "ZEMBLY, Q.Va.", "", 0, 0, 0, false,
	  "A mill closed." },
	/* labels and other things before a dash */
	{ "BREAKING — Schools close across Vila.", "", "", 0, 0, 0, false,
	  "Schools close across Vila." },
	{ "The World Port Council (WPC) — a club of ports — met.", "", "", 0, 0, 0,
	  false, "The World Port Council (WPC) — a club of ports — met." },
	{ "London — a city of ferries — woke up late on Monday.", "", "", 0, 0, 0,
	  false, "London — a city of ferries — woke up late on Monday." },
	{ "POLLS NOT NECESSARILY WRONG, JUST EARLY - Lee Park wrote it down.", "",
	  "", 0, 0, 0, false,
	  "POLLS NOT NECESSARILY WRONG, JUST EARLY - Lee Park wrote it down." },
	{ "SEN. ANA RUIZ (D-X): No.", "", "", 0, 0, 0, false, "No." },
};

static void
test_datelines(void **state)
{
	(void) state;
	for (size_t i = 0; i < sizeof(dateline_cases) / sizeof(dateline_cases[0]);
		 i++)
	{
		const DatelineCase *expected = &dateline_cases[i];
		char				text[512];
		Article			   *article;

		snprintf(text, sizeof(text), "%s\n\nNobody on the quay was surprised.",
				 expected->text);
		article = lay_out(text);
		print_message("%s\n", expected->text);
		assert_int_equal(article->n_paragraphs, 2);
		assert_span(article, article->front.dateline_place, expected->place);
		assert_span(article, article->front.agency, expected->agency);
		assert_int_equal(article->front.year, expected->year);
		assert_int_equal(article->front.month, expected->month);
		assert_int_equal(article->front.day, expected->day);
		assert_int_equal(article->front.is_wire, expected->wire);
		assert_text(article, 0, expected->rest);
		test_done(NULL);
	}
}

static void
test_date_lines(void **state)
{
	Article *article;

	(void) state;
	article = assert_kinds("Wednesday, February 4, 2026\n\n\n"
						   "A ferry sank off Vila.\n\nNobody died.",
						   "dateline body body");
	assert_int_equal(article->front.year, 2026);
	assert_int_equal(article->front.month, 2);
	assert_int_equal(article->front.day, 4);
	article = assert_kinds("Ferry sinks off Vila\n\nPublished 4 February "
						   "2026, "
						   "10:42 a.m.\n\nIt was late.\n\nNobody died.",
						   "headline dateline body body");
	assert_int_equal(article->front.day, 4);
	/* which is the month cannot be told; on the other day it can */
	article = assert_kinds("Ferry sinks off Vila\n\n03/02/2026\n\nIt was "
						   "late.\n\nNobody died.",
						   "headline dateline body body");
	assert_int_equal(article->front.year, 2026);
	assert_int_equal(article->front.month, 0);
	article = assert_kinds("Ferry sinks off Vila\n\n23/02/2026\n\nIt was "
						   "late.\n\nNobody died.",
						   "headline dateline body body");
	assert_int_equal(article->front.month, 2);
	assert_int_equal(article->front.day, 23);
	/* a line with the place, and the year from the line above it */
	article = assert_kinds("Wednesday, February 4, 2026\n\nPARIS, Feb. 4 "
						   "(AP) — Shares fell.\n\nBonds rose.",
						   "dateline body body");
	assert_int_equal(article->front.year, 2026);
	assert_span(article, article->front.dateline_place, "PARIS");
}

/* Datelines of a roundup's later parts are passed over, the first one counts.
 */
static void
test_later_datelines(void **state)
{
	Article *article;

	(void) state;
	article = lay_out("PARIS (AP) — Shares fell.\n\nBonds rose.\n\n"
					  "LONDON (AP) — Shares rose.\n\nBonds fell.");
	assert_span(article, article->front.dateline_place, "PARIS");
	assert_text(article, 2, "Shares rose.");
}

static void
test_bylines(void **state)
{
	Article *article;

	(void) state;
	article = assert_kinds("Port strike enters third day\n\nBy Dana Reyes\n\n"
						   "LISBON (AP) — The port closed.\n\nIt opened.",
						   "headline byline body body");
	assert_bylines(article, "Dana Reyes");
	assert_span(article, article->front.headline,
				"Port strike enters third day");
	article = assert_kinds("Port strike enters third day\nBy DANA REYES and "
						   "LI WEI, Associated Press\n\nThe port closed.",
						   "headline byline body");
	assert_bylines(article, "DANA REYES|LI WEI");
	assert_span(article, article->front.agency, "Associated Press");
	article = assert_kinds("By Dana Reyes | Daily Post | Feb 4, 2026\n\n"
						   "The port closed on Monday.",
						   "byline body");
	assert_bylines(article, "Dana Reyes");
	article = assert_kinds("Port strike enters third day\n\nDana Reyes, Staff "
						   "Writer\n\nThe port closed.",
						   "headline byline body");
	assert_bylines(article, "Dana Reyes");
	article = assert_kinds("Port strike enters third day\n\nDana Reyes / "
						   "Political Correspondent\n\nThe port closed.",
						   "headline byline body");
	assert_bylines(article, "Dana Reyes");
	article = assert_kinds("Port strike enters third day\n\nDana Reyes\n"
						   "Political Correspondent\n\nThe port closed.",
						   "headline byline byline body");
	assert_bylines(article, "Dana Reyes");
	article = assert_kinds("Port strike enters third day\n\nStory by Dana "
						   "Reyes in Turin\n\nThe port closed.",
						   "headline byline body");
	assert_bylines(article, "Dana Reyes");
	article = assert_kinds("Port strike enters third day\nby Dana Reyes\n\n"
						   "The port closed.",
						   "headline byline body");
	assert_bylines(article, "Dana Reyes");
	article = assert_kinds("Port strike enters third day\n\nDana Reyes\n"
						   "Associated Press\n\nThe port closed.",
						   "headline byline byline body");
	assert_bylines(article, "Dana Reyes");
	assert_span(article, article->front.agency, "Associated Press");
	article = assert_kinds("By Dana Reyes, Lee Park and Tom Okoro\n\n"
						   "The port closed on Monday.",
						   "byline body");
	assert_bylines(article, "Dana Reyes|Lee Park|Tom Okoro");
}

static void
test_byline_and_dateline(void **state)
{
	Article *article;

	(void) state;
	article = assert_kinds("By Dana Reyes, TURIN (AP) — A bridge fell on "
						   "Monday.\n\nIt was old.",
						   "body body");
	assert_bylines(article, "Dana Reyes");
	assert_span(article, article->front.dateline_place, "TURIN");
	assert_text(article, 0, "A bridge fell on Monday.");
}

/* Sentences that begin like bylines. */
static void
test_no_bylines(void **state)
{
	Article *article;

	(void) state;
	article = assert_kinds("By Monday, Ruiz had left.\n\nBy contrast, Park "
						   "stayed.\n\nBy July 2026, the ferry was gone.",
						   "body body body");
	assert_bylines(article, "");
}

static void
test_signature(void **state)
{
	Article *article;

	(void) state;
	article = assert_kinds("The port closed.\n\nIt opened.\n\n- Dana Reyes",
						   "body body byline");
	assert_bylines(article, "Dana Reyes");
	/* behind a quotation it says who spoke */
	article = assert_kinds("The port closed.\n\n“It opened.”\n\n— Ana Ruiz",
						   "body body body");
	assert_bylines(article, "");
}

static void
test_contributors(void **state)
{
	static const struct
	{
		const char *line;
		const char *names;
		const char *org;
	} cases[] = {
		{ "Lee Park, Ana Diaz and Tom Okoro contributed to this report.",
		  "Lee Park|Ana Diaz|Tom Okoro", "" },
		{ "Post News’ Lee Park and Ana Diaz contributed to this report.",
		  "Lee Park|Ana Diaz", "Post News" },
		{ "City Wire's Lee Park contributed to this report.", "Lee Park",
		  "City Wire" },
		{ "Daily Post writer Lee Park in Cork contributed.", "Lee Park",
		  "Daily Post" },
		{ "Associated Press writers Lee Park in Cork, Ireland, and Ana Diaz "
		  "in Vila contributed to this report.",
		  "Lee Park|Ana Diaz", "Associated Press" },
		{ "(Reporting by Lee Park in Cork; Editing by Ana Diaz)",
		  "Lee Park|Ana Diaz", "" },
		{ "(Additional reporting by Lee Park and Tom Okoro in Cork; Writing "
		  "by Ana Diaz; Editing by Li Wei)",
		  "Lee Park|Tom Okoro|Ana Diaz|Li Wei", "" },
		{ "Additional reporting by Lee Park", "Lee Park", "" },
		{ "With files from the Daily Post", "", "Daily Post" },
		{ "— With assistance from Lee Park", "Lee Park", "" },
		{ "Contributing: Lee Park and Ana Diaz", "Lee Park|Ana Diaz", "" },
		{ "City Wire contributed to this article.", "", "City Wire" },
		{ "Park reported from Cork. City Wire writer Ana Diaz contributed "
		  "from Vila.",
		  "Park|Ana Diaz", "City Wire" },
		{ "Park reported from Cork; Diaz, from Vila.", "Park|Diaz", "" },
	};

	(void) state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		char	 text[512];
		Article *article;

		snprintf(text, sizeof(text),
				 "The port closed.\n\nIt opened.\n\nIt closed.\n\n%s",
				 cases[i].line);
		article = assert_kinds(text, "body body body contributors");
		assert_contributors(article, cases[i].names, cases[i].org);
	}
}

/* People and things that contribute in the story. */
static void
test_no_contributors(void **state)
{
	(void) state;
	assert_kinds("The port closed.\n\nMayor Ruiz contributed $3 to the fund."
				 "\n\nRain and wind contributed to this report’s delay, "
				 "engineers said.\n\nLee Park reported the theft.",
				 "body body body body");
}

static void
test_copyright(void **state)
{
	static const struct
	{
		const char *line;
		int			year;
		const char *holder;
		bool		wire;
	} cases[] = {
		{ "Copyright © 2026, Post Audio. All rights reserved.", 2026,
		  "Post Audio", false },
		{ "(c) Post Media 2026", 2026, "Post Media", false },
		{ "© 2026 Post Media Inc.", 2026, "Post Media Inc.", false },
		{ "© Post Media, 2026", 2026, "Post Media", false },
		{ "™ & © 2026 Post Media. All Rights Reserved.", 2026, "Post Media",
		  false },
		{ "Copyright 2019-2026 by the Daily Post", 2026, "Daily Post", false },
		{ "Copyright 2026 City Wire. This material may not be published, "
		  "broadcast, rewritten or redistributed.",
		  2026, "City Wire", false },
		{ "Copyright 2026 The Associated Press. All rights reserved.", 2026,
		  "Associated Press", true },
	};

	(void) state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		char	 text[512];
		Article *article;

		snprintf(text, sizeof(text), "The port closed.\n\nIt opened.\n\n%s",
				 cases[i].line);
		article = assert_kinds(text, "body body copyright");
		assert_int_equal(article->front.copyright_year, cases[i].year);
		assert_span(article, article->front.copyright_holder, cases[i].holder);
		assert_int_equal(article->front.is_wire, cases[i].wire);
	}
	assert_kinds("The port closed.\n\nCopyright lawyers met on Monday.\n\n"
				 "They left.",
				 "body body body");
}

/* Spans and tokens of all paragraphs, for texts cut anywhere. */
static void
test_promises(void **state)
{
	(void) state;
	for (size_t i = 0; i < sizeof(dateline_cases) / sizeof(dateline_cases[0]);
		 i++)
	{
		const char *text = dateline_cases[i].text;

		for (size_t length = 0; length <= strlen(text); length++)
		{
			char	 cut[512];
			Article *article;
			uint32_t last = 0;

			snprintf(cut, sizeof(cut), "%.*s", (int) length, text);
			article = lay_out(cut);
			for (uint32_t p = 0; p < article->n_paragraphs; p++)
			{
				const Paragraph *paragraph = &article->paragraphs[p];

				assert_true(paragraph->token_start == last);
				assert_true(paragraph->token_start < paragraph->token_end);
				assert_true(paragraph->token_start <= paragraph->text_token);
				assert_true(paragraph->text_token <= paragraph->token_end);
				assert_true(paragraph->span.end <= article->length);
				last = paragraph->token_end;
			}
			assert_true(last == article->n_tokens);
			test_done(NULL);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_datelines, test_done),
		cmocka_unit_test_teardown(test_date_lines, test_done),
		cmocka_unit_test_teardown(test_later_datelines, test_done),
		cmocka_unit_test_teardown(test_bylines, test_done),
		cmocka_unit_test_teardown(test_byline_and_dateline, test_done),
		cmocka_unit_test_teardown(test_no_bylines, test_done),
		cmocka_unit_test_teardown(test_signature, test_done),
		cmocka_unit_test_teardown(test_contributors, test_done),
		cmocka_unit_test_teardown(test_no_contributors, test_done),
		cmocka_unit_test_teardown(test_copyright, test_done),
		cmocka_unit_test_teardown(test_promises, test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
