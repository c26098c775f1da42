/*
 * test_utterance.c
 *		Speech without a cue in its own sentence: what announces it, signs it,
 *		or stands before it.
 */
#include "quotation_check.h"
#include "speaker.h"

#define CASES(cases) \
	assert_cases(cases, sizeof(cases) / sizeof((cases)[0]), false)

static void
test_lead_in(void **state)
{
	static const Case cases[] = {
		{ "The mayor wrote on Monday:\n\n“We are ready for the storm.”",
		  "direct|The mayor|wrote|We are ready for the storm.\n" },
		{ "It rained.\n\nStated Ruiz:\n\n“We are ready for the storm.”",
		  "direct|Ruiz|Stated|We are ready for the storm.\n" },
		{ "From the report:\n\n“The quay was not ready for the storm.”",
		  "direct|the report|:|The quay was not ready for the storm.\n" },
		{ "From Ana Ruiz writing in the Evening Post:\n\n“We are ready for "
		  "the storm.”",
		  "direct|Ana Ruiz|:|We are ready for the storm.\n" },
		{ "As Ruiz wrote in her blog, the quay is what matters:\n\n“We are "
		  "ready for the storm.”",
		  "direct|Ruiz|wrote|We are ready for the storm.\n" },
		/* the lead-in is only for what opens the paragraph */
		{ "The mayor wrote:\n\nIt rained. “We are ready for the storm.”",
		  "direct|||We are ready for the storm.\n" },
	};

	(void) state;
	CASES(cases);
}

/* A quotation left open, closed by the first mark of the next paragraph. */
static void
test_not_opened_again(void **state)
{
	static const Case cases[] = {
		{ "Ruiz said, “The first night felt good out there.\n\nWe lost two "
		  "or three of them.” After the storm, Byrne said, “We lost more.”",
		  "direct|Ruiz|said|The first night felt good out there.|We lost two "
		  "or three of them.\n"
		  "direct|Byrne|said|We lost more.\n" },
		/* the next paragraph has a quotation of its own */
		{ "Ruiz said, “The first night felt good out there.\n\nByrne said, "
		  "“We lost more.”",
		  "direct|Ruiz|said|The first night felt good out there.\n"
		  "direct|Byrne|said|We lost more.\n" },
	};

	(void) state;
	CASES(cases);
}

static void
test_signature_below(void **state)
{
	static const Case cases[] = {
		{ "It rained.\n\n“We are ready for the storm.”\n\n— Ana Ruiz, mayor "
		  "of "
		  "Vila\n\nIt opened.",
		  "direct|Ana Ruiz|—|We are ready for the storm.\n" },
		{ "It rained.\n\n“We are ready for the storm.”\n\n- President "
		  "Ruiz.\n\n"
		  "It opened.",
		  "direct|President Ruiz|-|We are ready for the storm.\n" },
		{ "It rained.\n\nWe are ready for this storm.\n\nAna Ruiz (@aruiz) "
		  "February 4, 2026\n\nIt opened.",
		  "direct|Ana Ruiz||We are ready for this storm.\n" },
		/* below the last of several paragraphs */
		{ "It rained.\n\n“We are ready for the storm.\n\n“We were ready "
		  "before.”\n\n— Ana Ruiz\n\nIt opened.",
		  "direct|Ana Ruiz|—|We are ready for the storm.|We were ready before."
		  "\n" },
		/* a sentence behind a dash is none */
		{ "It rained.\n\n“We are ready for the storm.”\n\n— Ruiz left the "
		  "hall."
		  "\n\nIt opened.",
		  "direct|||We are ready for the storm.\n" },
	};

	(void) state;
	CASES(cases);
}

static void
test_sentence_goes_on(void **state)
{
	static const Case cases[] = {
		{ "“We are ready,” Ruiz said. “We have seen worse than this” on other "
		  "coasts.",
		  "mixed|Ruiz|said|We are ready,|“We have seen worse than this” on "
		  "other "
		  "coasts\n" },
		{ "“We are ready,” Ruiz said. “We have seen worse than this,” which "
		  "nobody believes.",
		  "direct|Ruiz|said|We are ready,|We have seen worse than this,\n" },
	};

	(void) state;
	CASES(cases);
}

/* Marked words inside a sentence of the writer's, and alone in a paragraph. */
static void
test_left_over(void **state)
{
	static const Case cases[] = {
		/* nothing that can speak */
		{ "The quay was built with “years of rain and no roof at all.”",
		  "direct|||years of rain and no roof at all.\n" },
		{ "It rained for “years and years.”", "" },
		/* a heading, and a link */
		{ "It rained.\n\n“DRY, OLD AND SHUT”\n\nThe quay closed.", "" },
		/* an answer is another's */
		{ "“Are you ready?” Ruiz asked.\n\n“Not yet!”",
		  "direct|Ruiz|asked|Are you ready?\ndirect|||Not yet!\n" },
		/* who did not speak says nothing */
		{ "Ruiz did not say so. “It rained here all night long.”",
		  "direct|||It rained here all night long.\n" },
		{ "Ruiz went on to say that it would rain.\n\n“It rained here all "
		  "night long.”",
		  "direct|Ruiz|went on to say|It rained here all night long.\n" },
	};

	(void) state;
	CASES(cases);
}

/* What was tried for words that no sentence attributes. */
static void
test_explained(void **state)
{
	const char *text = "Ruiz defended the plan.\n\n“We need it now and here.”";
	Article		*article = reader_explain(test_arena(), text,
										  (uint32_t) strlen(text));
	const Trial *taken = NULL;

	(void) state;
	for (uint32_t i = 0; i < article->n_trials; i++)
		if (article->trials[i].fired &&
			article->trials[i].rule == RULE_SENTENCE_BEFORE)
			taken = &article->trials[i];
	assert_non_null(taken);
	assert_string_equal(test_span(article, taken->speaker), "Ruiz");
	assert_string_equal(test_span(article, taken->content),
						"We need it now and here.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_lead_in, test_done),
		cmocka_unit_test_teardown(test_not_opened_again, test_done),
		cmocka_unit_test_teardown(test_signature_below, test_done),
		cmocka_unit_test_teardown(test_sentence_goes_on, test_done),
		cmocka_unit_test_teardown(test_left_over, test_done),
		cmocka_unit_test_teardown(test_explained, test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
