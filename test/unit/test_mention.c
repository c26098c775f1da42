/*
 * test_mention.c
 *		Names, amounts and titles: where they begin and end, what they are.
 */
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static const char *const kinds[MENTION_KINDS] = {
	"person", "org",	 "place",	 "group", "date", "time",
	"money",  "percent", "quantity", "event", "work"
};

/* The mentions of a text as "kind:text", parted by "; ". */
static void
assert_mentions(const char *text, const char *expected)
{
	Article *article = test_read(text);
	char	 list[4096] = "";
	size_t	 at = 0;

	for (uint32_t m = 0; m < article->n_mentions; m++)
		at += (size_t) snprintf(list + at, sizeof(list) - at, "%s%s:%s",
								m ? "; " : "",
								kinds[article->mentions[m].kind],
								test_span(article, article->mentions[m].span));
	assert_string_equal(list, expected);
}

/* The title beside the first person of a text. */
static void
assert_title(const char *text, const char *expected)
{
	Article *article = test_read(text);

	for (uint32_t m = 0; m < article->n_mentions; m++)
		if (article->mentions[m].kind == MENTION_PERSON)
		{
			assert_string_equal(test_span(article, article->mentions[m].title),
								expected);
			return;
		}
	fail_msg("no person in: %s", text);
}

static void
test_kinds(void **state)
{
	(void) state;
	assert_mentions("The mayor met Ana Ruiz in Lisbon.",
					"person:Ana Ruiz; place:Lisbon");
	assert_mentions("He works for the Ministry of Health in Ghana.",
					"org:Ministry of Health; place:Ghana");
	assert_mentions("She left the Board of Harbours and NATO too.",
					"org:Board of Harbours; org:NATO");
	assert_mentions("The talks at the Kremlin failed.", "org:Kremlin");
	assert_mentions("Many Russians were there.", "group:Russians");
	assert_mentions("The Russian delegation left.", "group:Russian");
}

/* Names that no list has, told by what stands beside them. */
static void
test_announced(void **state)
{
	(void) state;
	assert_mentions("The junta spokesman Zaw Min Tun denied it.",
					"person:Zaw Min Tun");
	assert_mentions("They live in the suburb of Yoff-Sud.", "place:Yoff-Sud");
	assert_mentions("They joined the group Observers Without Borders.",
					"org:Observers Without Borders");
	assert_mentions("He met Norwegian Energy Minister Torbjorn Aune there.",
					"group:Norwegian; person:Torbjorn Aune");
}

/* A hyphen between two countries, behind a party's letter, inside a name. */
static void
test_hyphens(void **state)
{
	(void) state;
	assert_mentions("The Ghana-Togo border is closed.",
					"place:Ghana; place:Togo");
	assert_mentions("Sen. Ana Ruiz, R-Ohio, voted.",
					"person:Ana Ruiz; place:Ohio");
	assert_mentions("Sen. Ana Ruiz, D-Calif., and Tom Byrne (R-Duluth) voted.",
					"person:Ana Ruiz; place:Calif.; person:Tom Byrne; "
					"place:Duluth");
	assert_int_equal(test_read("On the beach, D-Day began.")->n_tokens, 7);
	assert_mentions("He is from Guinea-Bissau.", "place:Guinea-Bissau");
	assert_mentions("Voters chose Yau Wai-kit of the Harbour Party.",
					"person:Yau Wai-kit; org:Harbour Party");
}

/* Places of several words that a list knows, and their accents. */
static void
test_known_places(void **state)
{
	(void) state;
	assert_mentions("They held a vote in the territory of American Samoa, "
					"too.",
					"place:American Samoa");
	assert_mentions("He left for Côte d’Ivoire.", "place:Côte d’Ivoire");
	assert_mentions("She fell ill in Riga.", "place:Riga");
	/* and who has an office there */
	assert_mentions("He met the Prime Minister of Scotland Nicola Byrne.",
					"place:Scotland; person:Nicola Byrne");
	assert_mentions("An envoy to the United Nations Nicola Byrne was there.",
					"org:United Nations; person:Nicola Byrne");
}

/* Letters stand for the name that they are the first letters of. */
static void
test_initials(void **state)
{
	(void) state;
	assert_mentions("The Lakeside Fishing Union met. The LFU voted. Members "
					"of LFU left.",
					"org:Lakeside Fishing Union; org:LFU; org:LFU");
}

static void
test_edges(void **state)
{
	(void) state;
	assert_mentions("He met President Maria Costa’s brother.",
					"person:Maria Costa");
	assert_mentions("He met Ana Ruiz and Peter Byrne there.",
					"person:Ana Ruiz; person:Peter Byrne");
	assert_mentions("The delegation flew from Russia and the United States.",
					"place:Russia; place:United States");
	assert_mentions("The London-based firm grew.", "place:London");
	assert_mentions("He met Sheriff Arnold “Sled” Boyle there.",
					"person:Arnold “Sled” Boyle");
	assert_mentions("President Kim Seo-jun spoke.", "person:Kim Seo-jun");
}

static void
test_two_people_side_by_side(void **state)
{
	(void) state;
	assert_mentions("Marko Halvik met Petra Tomm. Halvik smiled and Tomm "
					"laughed. After dinner with Halvik Tomm said no.",
					"person:Marko Halvik; person:Petra Tomm; person:Halvik; "
					"person:Tomm; person:Halvik; person:Tomm");
}

static void
test_amounts(void **state)
{
	(void) state;
	assert_mentions("It began on Friday, Jan. 23, 2026, at 10:42 a.m. there.",
					"date:Friday, Jan. 23, 2026; time:10:42 a.m.");
	assert_mentions("It cost $3.5 million or 12 percent in May 2019.",
					"money:$3.5 million; percent:12 percent; date:May 2019");
	assert_mentions("They walked 12 miles.", "quantity:12 miles");
	assert_mentions("It was the 4th of June 1988.", "date:4th of June 1988");
	assert_mentions("It cost US$5, €3.2bn, £10 or A$4.",
					"money:US$5; money:€3.2bn; money:£10; money:A$4");
	assert_mentions("It cost 40 million euros, 500 rupees and 5 cents.",
					"money:40 million euros; money:500 rupees; money:5 cents");
	assert_mentions("It cost a dollar, then a million dollars.",
					"money:a dollar; money:a million dollars");
	assert_mentions("It cost USD 3,000, Rs. 500 crore or N20m.",
					"money:USD 3,000; money:Rs. 500 crore; money:N20m");
	assert_mentions("It cost KSh500 million, R1,500 or N1.2 billion.",
					"money:KSh500 million; money:R1,500; "
					"money:N1.2 billion");
	assert_mentions("It cost 5 Canadian dollars or 2 million won.",
					"money:5 Canadian dollars; money:2 million won");
	assert_mentions("It cost $5-10 million.", "money:$5-10 million");
	/* no sums */
	assert_mentions("The 2 won at $18-a-share.", "");
	assert_mentions("It fell by 10%, 10 percent or 3.5 per cent.",
					"percent:10%; percent:10 percent; percent:3.5 per cent");
	assert_mentions("It fell by 5 percentage points, or 10–15%.",
					"percent:5 percentage points; percent:10–15%");
	assert_mentions("It is 5 to 10 percent.", "percent:5 to 10 percent");
	assert_mentions("It is 3 km, 20 square miles or 18 to 23 feet.",
					"quantity:3 km; quantity:20 square miles; "
					"quantity:18 to 23 feet");
	assert_mentions("It began at 14:00 GMT, or 5 p.m., and at noon.",
					"time:14:00 GMT; time:5 p.m.; time:noon");
	assert_mentions("It began at 9 a.m. EST, two hours later.",
					"time:9 a.m. EST; time:two hours later");
}

static void
test_titles_before(void **state)
{
	(void) state;
	assert_title("The visit of U.S. President Ana Ruiz was short.",
				 "U.S. President");
	assert_title("He met special envoy Ana Ruiz there.", "special envoy");
	assert_title("He met the former tugboat captain Ana Ruiz there.",
				 "former tugboat captain");
	assert_title("He met Mr. John Byrne there.", "");
	assert_title("He met Dr. John Byrne there.", "Dr.");
	assert_title("He met his son-in-law John Byrne there.", "");
	assert_title("He met the Director of the Port Authority Ana Ruiz there.",
				 "Director of the Port Authority");
	assert_title("He met the speaker of the parliament Tom Byrne there.",
				 "speaker of the parliament");
	assert_title("The leader of the party Tom Byrne founded is gone.", "");
	assert_title("The leader of the late Tom Byrne is gone.", "");
}

static void
test_titles_behind(void **state)
{
	(void) state;
	assert_title("He met Ana Ruiz, the mayor of Lisbon, in Paris.",
				 "mayor of Lisbon");
	assert_title("He met Ana Ruiz, 45, a teacher, in Paris.", "teacher");
	assert_title("He met Ana Ruiz, 45, of Lisbon, a retired welder.",
				 "retired welder");
	assert_title("He met Ana Ruiz, the institute’s head of research, there.",
				 "head of research");
	assert_title("He met Ana Ruiz, who was named by the king as an adviser.",
				 "adviser");
	assert_title("Its captain, Ana Ruiz, has not spoken.", "captain");
	assert_title("He met Ana Ruiz, and the mayor of Lisbon left.", "");
}

static void
test_hostile(void **state)
{
	static const char *const pieces[] = {
		"Aaab ",		"A. ",	  "President ", "Ana Ruiz, the ",
		"Bank of the ", "Ana-x ", "Ana “Bo” ",	"senior ",
		"1 ",			"$",	  "Jan. ",
	};

	(void) state;
	for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++)
	{
		size_t	 len;
		char	*text = test_repeat(pieces[i], 5000, &len);
		Article *article = test_read_bytes(text, len);

		assert_null(test_broken_promise(article));
		test_done(NULL);
		free(text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_kinds, test_done),
		cmocka_unit_test_teardown(test_announced, test_done),
		cmocka_unit_test_teardown(test_hyphens, test_done),
		cmocka_unit_test_teardown(test_known_places, test_done),
		cmocka_unit_test_teardown(test_initials, test_done),
		cmocka_unit_test_teardown(test_edges, test_done),
		cmocka_unit_test_teardown(test_two_people_side_by_side, test_done),
		cmocka_unit_test_teardown(test_amounts, test_done),
		cmocka_unit_test_teardown(test_titles_before, test_done),
		cmocka_unit_test_teardown(test_titles_behind, test_done),
		cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
