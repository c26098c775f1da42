/*
 * test_utterance.c
 *		Speech without a cue in its own sentence: what announces it, signs it,
 *		or stands before it.
 */
#include "quotation_check.h"

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_lead_in, test_done),
		cmocka_unit_test_teardown(test_signature_below, test_done),
		cmocka_unit_test_teardown(test_sentence_goes_on, test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
