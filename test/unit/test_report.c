/*
 * test_report.c
 *		Choosing the cue of marked words, where clauses end, and how sure a
 *		speaker is.
 */
#include "choice.h"
#include "ending.h"
#include "quotation_check.h"
#include "report.h"
#include "sureness.h"

#include <stdlib.h>

/* Bytes of a text that never ends. */
#define LONG_TEXT 20000

/* Of several cues, the one that reports the words. */
static void
test_cues(void **state)
{
	static const Case cases[] = {
		{ "In the weeks since Byrne filed the plan, Ruiz wrote that the "
		  "board has made “many requests” to drop it.",
		  "mixed|Ruiz|wrote|that the board has made “many requests” to drop "
		  "it\n" },
		{ "While her husband had struggled with the crane, Ruiz said it was "
		  "“a gift to crooks.”",
		  "mixed|Ruiz|said|it was “a gift to crooks.”\n" },
		{ "She cautions that she sees “two sides to it.”",
		  "mixed|She|cautions|that she sees “two sides to it.”\n" },
		{ "Ruiz accused Byrne of running a port “on hot air.”",
		  "mixed|Ruiz|accused|Byrne of running a port “on hot air.”\n" },
		{ "Her claim that the crane “never failed” was read aloud.",
		  "mixed|Her|claim|that the crane “never failed”\n" },
		{ "Ruiz’s spokesman answered: “We are done here.”",
		  "direct|Ruiz’s spokesman|answered|We are done here.\n" },
	};

	(void) state;
	assert_cases(cases, sizeof(cases) / sizeof(cases[0]), false);
}

/* A cue without a subject of its own has somebody else's. */
static void
test_speakers(void **state)
{
	static const Case cases[] = {
		{ "“The ferry is late,” said Ruiz, adding that the crane was "
		  "“nearly dead.”",
		  "direct|Ruiz|said|The ferry is late,\n"
		  "mixed|Ruiz|adding|that the crane was “nearly dead.”\n" },
		{ "The port was sold to Byrne, who called it “a bargain.”",
		  "mixed|who|called|it “a bargain.”\n" },
		{ "Ruiz, who runs the port, said the deal was “a bargain.”",
		  "mixed|Ruiz|said|the deal was “a bargain.”\n" },
		{ "The WHO said there was “no evidence” of it.",
		  "mixed|The WHO|said|there was “no evidence” of it\n" },
		{ "“We lost a crane,” Ruiz campaign manager Tom Byrne said.",
		  "direct|Ruiz campaign manager Tom Byrne|said|We lost a crane,\n" },
	};

	(void) state;
	assert_cases(cases, sizeof(cases) / sizeof(cases[0]), false);
}

/* Whom "who" means is told by the noun before it. */
static void
test_relative(void **state)
{
	Article *article = test_read("The port was sold to Tom Byrne, who called "
								 "it “a bargain.”");

	(void) state;
	assert_int_equal(article->n_quotations, 1);
	assert_string_equal(test_span(article,
								  article->quotations[0].speaker_span),
						"who");
	assert_memory_equal(article->quotations[0].speaker.bytes, "Tom Byrne", 9);
}

/* Who is named behind "by", nobody at all, and who did not say it. */
static void
test_others(void **state)
{
	static const Case cases[] = {
		{ "The plan was described as “a gift to crooks” by the mayor.",
		  "mixed|the mayor|described|as “a gift to crooks”\n" },
		{ "The plan, called “a gift to crooks” by Ruiz, was dropped.",
		  "direct|Ruiz|called|a gift to crooks\n" },
		{ "“The port is closed,” it was announced on Monday.",
		  "direct||announced|The port is closed,\n" },
		{ "Neither Ruiz nor Byrne said the port was “lost.”",
		  "mixed|Byrne|not said|the port was “lost.”\n" },
		{ "The port is, in her words, “a gift to crooks.”",
		  "direct|her|in her words|a gift to crooks.\n" },
		{ "More from the report: “The count was cut short in May.”",
		  "direct|the report|:|The count was cut short in May.\n" },
		{ "Ruiz – “We lost it.”", "direct|Ruiz|–|We lost it.\n" },
		{ "“We lost it”: Ruiz", "direct|Ruiz|:|We lost it\n" },
	};

	(void) state;
	assert_cases(cases, sizeof(cases) / sizeof(cases[0]), false);
}

/* Marked words that nobody says. */
static void
test_no_cue(void **state)
{
	(void) state;
	assert_quotations("The so-called “rust bowl” of the north has few ports.",
					  false, "");
	assert_quotations("A plan called “Blue Port” was dropped.", false, "");
	assert_quotations("A plan called “Blue Port” was dropped.", true, "");
	assert_quotations("He read “The Long Ferry” twice.", false, "");
	assert_quotations("The sign read “No Ferries Today”.", false,
					  "direct|The sign|read|No Ferries Today\n");
	assert_quotations("He starred in “The Long Ferry” twice.", false, "");
}

static void
test_endings(void **state)
{
	static const Case cases[] = {
		{ "When Ruiz said that the port was “nearly empty,” Byrne laughed.",
		  "mixed|Ruiz|said|that the port was “nearly empty,”\n" },
		{ "Ruiz said the board was “pleased” and left for Vila, adding that "
		  "it was “time.”",
		  "mixed|Ruiz|said|the board was “pleased”\n"
		  "mixed|Ruiz|adding|that it was “time.”\n" },
	};

	(void) state;
	assert_cases(cases, sizeof(cases) / sizeof(cases[0]), false);
}

/* Nearly sure of a name beside "said", less of who shares a sentence. */
static void
test_sureness(void **state)
{
	Article *article = test_read("“The ferry is late today,” Ana Ruiz said.");
	float	 sure;

	(void) state;
	assert_int_equal(article->n_quotations, 1);
	sure = article->quotations[0].confidence;
	assert_true(sure >= 0.9f && sure <= 1.0f);
	article = test_read("“The ferry is late today,” Ana Ruiz laughed.");
	assert_int_equal(article->n_quotations, 1);
	assert_true(article->quotations[0].confidence < sure);
}

typedef struct Weight
{
	uint32_t	row;
	const char *name;
} Weight;

static void
assert_weights(const ChoiceScheme *scheme, const Weight *weights, size_t n)
{
	for (size_t k = 0; k < n; k++)
	{
		char name[256];

		assert_in_range(weights[k].row, 0, scheme->n_weights - 1);
		choice_name(scheme, weights[k].row, name, sizeof(name));
		assert_string_equal(name, weights[k].name);
	}
}

/* The weights were made for the facts as they are now. */
static void
test_weights(void **state)
{
#define WEIGHT(row, weight, name) { row, name },
	static const Weight ending[] = {
#include ENDING_WEIGHTS_FILE
	};
	static const Weight report[] = {
#include REPORT_WEIGHTS_FILE
	};
	static const Weight sureness[] = {
#include SURENESS_WEIGHTS_FILE
	};
#undef WEIGHT

	(void) state;
	assert_weights(&ending_scheme, ending, sizeof(ending) / sizeof(ending[0]));
	assert_weights(&report_scheme, report, sizeof(report) / sizeof(report[0]));
	assert_weights(&sureness_scheme, sureness,
				   sizeof(sureness) / sizeof(sureness[0]));
}

/* Many cues and many marked words cost no more than so many sentences. */
static void
test_many(void **state)
{
	size_t len;
	char *text = test_repeat("“It,” Ruiz said that “he said ” she said: ",
							 LONG_TEXT, &len);
	Article *article = test_read_bytes(text, len);

	(void) state;
	assert_true(article->n_quotations > 0);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_cues, test_done),
		cmocka_unit_test_teardown(test_speakers, test_done),
		cmocka_unit_test_teardown(test_relative, test_done),
		cmocka_unit_test_teardown(test_others, test_done),
		cmocka_unit_test_teardown(test_no_cue, test_done),
		cmocka_unit_test_teardown(test_endings, test_done),
		cmocka_unit_test_teardown(test_sureness, test_done),
		cmocka_unit_test_teardown(test_weights, test_done),
		cmocka_unit_test_teardown(test_many, test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
