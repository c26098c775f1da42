/*
 * test_reported.c
 *		Indirect speech: the clause that is reported, and where it ends.
 */
#include "quotation_check.h"

#define CASES(cases) \
	assert_cases(cases, sizeof(cases) / sizeof((cases)[0]), true)

static void
test_clause_behind_cue(void **state)
{
	static const Case cases[] = {
		{ "Ruiz said that the port would close.",
		  "indirect|Ruiz|said|that the port would close\n" },
		{ "Ruiz said the port would close.",
		  "indirect|Ruiz|said|the port would close\n" },
		{ "Ruiz said she’s tired of it.",
		  "indirect|Ruiz|said|she’s tired of it\n" },
		{ "Ruiz vowed to close the port.",
		  "indirect|Ruiz|vowed|to close the port\n" },
		{ "Ruiz told reporters in Cork that the port would close.",
		  "indirect|Ruiz|told|that the port would close\n" },
		{ "The port will open in what officials say will be a first.",
		  "indirect|officials|say|will be a first\n" },
		{ "Half of the voters said it was fine.",
		  "indirect|Half of the voters|said|it was fine\n" },
		{ "On taxes, 26% say they are content.",
		  "indirect|26%|say|they are content\n" },
		{ "Ruiz left the hall, saying the port would close.",
		  "indirect|Ruiz|saying|the port would close\n" },
	};

	(void) state;
	CASES(cases);
}

static void
test_clause_before_cue(void **state)
{
	static const Case cases[] = {
		{ "The port will close, Ruiz said.",
		  "indirect|Ruiz|said|The port will close\n" },
		{ "The port will close, said Ana Ruiz, the mayor.",
		  "indirect|Ana Ruiz|said|The port will close\n" },
		{ "The port, Ruiz said, will close.",
		  "indirect|Ruiz|said|The port|will close\n" },
		{ "The port will close, the ministry said in a statement on Monday.",
		  "indirect|the ministry|said|The port will close\n" },
	};

	(void) state;
	CASES(cases);
}

static void
test_according_to(void **state)
{
	static const Case cases[] = {
		{ "According to police, two people fled.",
		  "indirect|police|According to|two people fled\n" },
		{ "Two people fled, according to the police report.",
		  "indirect|the police report|according to|Two people fled\n" },
		{ "The port, according to Ruiz, will close.",
		  "indirect|Ruiz|according to|The port|will close\n" },
		{ "They settled the matter according to the formula they had.", "" },
	};

	(void) state;
	CASES(cases);
}

static void
test_end_of_clause(void **state)
{
	static const Case cases[] = {
		{ "Ruiz said the port would close, adding that jobs were safe.",
		  "indirect|Ruiz|said|the port would close\n"
		  "indirect|Ruiz|adding|that jobs were safe\n" },
		{ "Ruiz said there was no deal and vowed to fight on.",
		  "indirect|Ruiz|said|there was no deal\nindirect|Ruiz|vowed|to fight "
		  "on\n" },
		{ "Ruiz said the port would close, but Byrne disagreed.",
		  "indirect|Ruiz|said|the port would close\n" },
		{ "Ruiz said the port would close; nobody believed it.",
		  "indirect|Ruiz|said|the port would close\n" },
		{ "Ruiz said that jobs were safe, but would not last.",
		  "indirect|Ruiz|said|that jobs were safe, but would not last\n" },
	};

	(void) state;
	CASES(cases);
}

static void
test_no_report(void **state)
{
	static const Case cases[] = {
		{ "Ruiz did not mention any specifics.", "" },
		{ "I said that it was late.", "" },
		{ "Byrne declined to comment.", "" },
		{ "Ruiz said no.", "" },
		{ "Officials did not say whether the port would close.",
		  "indirect|Officials|not say|whether the port would close\n" },
	};

	(void) state;
	CASES(cases);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_clause_behind_cue, test_done),
		cmocka_unit_test_teardown(test_clause_before_cue, test_done),
		cmocka_unit_test_teardown(test_according_to, test_done),
		cmocka_unit_test_teardown(test_end_of_clause, test_done),
		cmocka_unit_test_teardown(test_no_report, test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
