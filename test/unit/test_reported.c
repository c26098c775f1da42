/*
 * test_reported.c
 *		Indirect speech: the clause that is reported, and where it ends.
 */
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

/*
 * The indirect quotations of a text, one a line:
 * speaker as written|cue|piece|piece ..., with "not " before a negated cue.
 */
static void
assert_reported(const char *text, const char *expected)
{
	Article *article = test_read(text);
	char	 lines[4096] = "";
	size_t	 at = 0;

	for (uint32_t i = 0; i < article->n_quotations; i++)
	{
		const Quotation *quotation = &article->quotations[i];

		if (quotation->kind != QUOTE_INDIRECT)
			continue;
		assert_int_equal(quotation->n_verbatim, 0);
		at += (size_t) snprintf(lines + at, sizeof(lines) - at, "%s|%s%s",
								test_span(article, quotation->speaker_span),
								quotation->negated ? "not " : "",
								test_span(article, quotation->cue));
		for (uint32_t k = 0; k < quotation->n_content; k++)
			at += (size_t) snprintf(lines + at, sizeof(lines) - at, "|%s",
									test_span(article, quotation->content[k]));
		at += (size_t) snprintf(lines + at, sizeof(lines) - at, "\n");
	}
	assert_string_equal(lines, expected);
}

typedef struct Case
{
	const char *text;
	const char *expected;
} Case;

static void
assert_cases(const Case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_reported(cases[i].text, cases[i].expected);
}

#define CASES(cases) assert_cases(cases, sizeof(cases) / sizeof((cases)[0]))

static void
test_clause_behind_cue(void **state)
{
	static const Case cases[] = {
		{ "Ruiz said that the port would close.",
		  "Ruiz|said|that the port would close\n" },
		{ "Ruiz said the port would close.",
		  "Ruiz|said|the port would close\n" },
		{ "Ruiz said she’s tired of it.", "Ruiz|said|she’s tired of it\n" },
		{ "Ruiz vowed to close the port.", "Ruiz|vowed|to close the port\n" },
		{ "Ruiz told reporters in Cork that the port would close.",
		  "Ruiz|told|that the port would close\n" },
		{ "The port will open in what officials say will be a first.",
		  "officials|say|will be a first\n" },
		{ "Half of the voters said it was fine.",
		  "Half of the voters|said|it was fine\n" },
		{ "On taxes, 26% say they are content.",
		  "26%|say|they are content\n" },
		{ "Ruiz left the hall, saying the port would close.",
		  "Ruiz|saying|the port would close\n" },
	};

	(void) state;
	CASES(cases);
}

static void
test_clause_before_cue(void **state)
{
	static const Case cases[] = {
		{ "The port will close, Ruiz said.",
		  "Ruiz|said|The port will close\n" },
		{ "The port will close, said Ana Ruiz, the mayor.",
		  "Ana Ruiz|said|The port will close\n" },
		{ "The port, Ruiz said, will close.",
		  "Ruiz|said|The port|will close\n" },
		{ "The port will close, the ministry said in a statement on Monday.",
		  "the ministry|said|The port will close\n" },
	};

	(void) state;
	CASES(cases);
}

static void
test_according_to(void **state)
{
	static const Case cases[] = {
		{ "According to police, two people fled.",
		  "police|According to|two people fled\n" },
		{ "Two people fled, according to the police report.",
		  "the police report|according to|Two people fled\n" },
		{ "The port, according to Ruiz, will close.",
		  "Ruiz|according to|The port|will close\n" },
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
		  "Ruiz|said|the port would close\n"
		  "Ruiz|adding|that jobs were safe\n" },
		{ "Ruiz said there was no deal and vowed to fight on.",
		  "Ruiz|said|there was no deal\nRuiz|vowed|to fight on\n" },
		{ "Ruiz said the port would close, but Byrne disagreed.",
		  "Ruiz|said|the port would close\n" },
		{ "Ruiz said the port would close; nobody believed it.",
		  "Ruiz|said|the port would close\n" },
		{ "Ruiz said that jobs were safe, but would not last.",
		  "Ruiz|said|that jobs were safe, but would not last\n" },
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
		  "Officials|not say|whether the port would close\n" },
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
