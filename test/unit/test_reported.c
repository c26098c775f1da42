/*
 * test_reported.c
 *		Indirect speech: the clause, object or noun's complement that is
 *		reported, and where it ends.
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
test_objects(void **state)
{
	static const Case cases[] = {
		{ "Ruiz called for a ban on lorries.",
		  "indirect|Ruiz|called for|a ban on lorries\n" },
		{ "Ruiz announced the closure of the port on Monday.",
		  "indirect|Ruiz|announced|the closure of the port\n" },
		{ "Ruiz blasted the plan on Monday for its cost.",
		  "indirect|Ruiz|blasted|the plan on Monday for its cost\n" },
		{ "Ruiz accused him of lying about the port.",
		  "indirect|Ruiz|accused|him of lying about the port\n" },
		{ "Ruiz criticised the plan, and left.",
		  "indirect|Ruiz|criticised|the plan\n" },
		{ "Ruiz proposed a tax on sugar, salt and fat.",
		  "indirect|Ruiz|proposed|a tax on sugar, salt and fat\n" },
		{ "Ruiz warned of long delays.",
		  "indirect|Ruiz|warned of|long delays\n" },
		{ "Ruiz told the board about the closure.",
		  "indirect|Ruiz|told|about the closure\n" },
		{ "Ruiz called the plan a gift to crooks.",
		  "indirect|Ruiz|called|the plan a gift to crooks\n" },
		{ "Ruiz leads a group called Friends of the Bay.", "" },
		{ "Ruiz left the hall, criticizing the plan for the port.",
		  "indirect|Ruiz|criticizing|the plan for the port\n" },
		{ "A poll showed broad support for the plan.",
		  "indirect|A poll|showed|broad support for the plan\n" },
		{ "Ruiz showed great restraint.", "" },
		{ "The fog refused to lift for days.", "" },
		{ "Ruiz has a new television show Harbour Lights.", "" },
	};

	(void) state;
	CASES(cases);
}

static void
test_passive(void **state)
{
	static const Case cases[] = {
		{ "Ruiz was told that the port was old.",
		  "indirect||told|that the port was old\n" },
		{ "It was announced by Ruiz that the port would close.",
		  "indirect|Ruiz|announced|that the port would close\n" },
		{ "The closure was announced by Ruiz.",
		  "indirect|Ruiz|announced|The closure\n" },
		{ "Byrne was accused by Ruiz of lying to the board.",
		  "indirect|Ruiz|accused|of lying to the board\n" },
		{ "Asked about the port, Ruiz said it was old.",
		  "indirect||Asked about|the port\nindirect|Ruiz|said|it was old\n" },
		{ "It was not known who had paid.", "" },
	};

	(void) state;
	CASES(cases);
}

static void
test_nouns(void **state)
{
	static const Case cases[] = {
		{ "The claim by Ruiz that the port is safe was rejected.",
		  "indirect|Ruiz|claim|that the port is safe\n" },
		{ "Ruiz’s claim that the port is safe met with doubt.",
		  "indirect|Ruiz|claim|that the port is safe\n" },
		{ "Her call for a ban on lorries went unheard.",
		  "indirect|Her|call|for a ban on lorries\n" },
		{ "Criticism from Byrne of the plan was mild.",
		  "indirect|Byrne|Criticism|of the plan\n" },
		{ "The claim that the port is safe met with doubt.", "" },
		{ "Her letter to the board of the port was lost.", "" },
		{ "Amid calls for a ban on lorries, the port closed.", "" },
	};

	(void) state;
	CASES(cases);
}

static void
test_headlines(void **state)
{
	static const Case cases[] = {
		{ "Ana Ruiz: Port to close in spring\n\nThe port is old.",
		  "indirect|Ana Ruiz|:|Port to close in spring\n" },
		{ "Mayor Ana Ruiz Says Old Port Will Close\n\nThe port is old.",
		  "indirect|Mayor Ana Ruiz|Says|Old Port Will Close\n" },
		{ "Photos: Port closes after storm\n\nThe port is old.", "" },
	};

	(void) state;
	CASES(cases);
}

/* Thoughts and attitudes are told from what was said. */
static void
test_medium(void **state)
{
	static const struct
	{
		const char *text;
		Medium		medium;
	} cases[] = {
		{ "Ruiz said that the port would close.", MEDIUM_SPEECH },
		{ "Ruiz rejected the plan for the port.", MEDIUM_SPEECH },
		{ "Ruiz tweeted that the port would close.", MEDIUM_WRITING },
		{ "A study found that the port was old.", MEDIUM_WRITING },
		{ "Ruiz believes that the port will close.", MEDIUM_THOUGHT },
		{ "Ruiz expects the port to close.", MEDIUM_THOUGHT },
		{ "Ruiz wants to close the port.", MEDIUM_ATTITUDE },
		{ "Ruiz supports the plan for the port.", MEDIUM_ATTITUDE },
	};

	(void) state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		Article *article = test_read(cases[i].text);

		assert_int_equal(article->n_quotations, 1);
		assert_int_equal(article->quotations[0].medium, cases[i].medium);
	}
}

static void
test_no_report(void **state)
{
	static const Case cases[] = {
		{ "Ruiz did not mention any specifics.", "" },
		{ "I said that it was late.", "" },
		{ "Byrne declined to comment.", "" },
		{ "Ruiz said no.", "" },
		{ "Ruiz said nothing about the port.", "" },
		{ "Did Ruiz say that the port would close?", "" },
		{ "Bring some friends, say, ten people.", "" },
		{ "Needless to say, the port will close.", "" },
		{ "Say what you like about the port.", "" },
		{ "Our reporter spoke with Ruiz about the port.", "" },
		{ "Ruiz declined to confirm that the port would close.",
		  "indirect|Ruiz|not confirm|that the port would close\n" },
		{ "Ruiz refused to resign over the port.",
		  "indirect|Ruiz|not refused|to resign over the port\n" },
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
		cmocka_unit_test_teardown(test_objects, test_done),
		cmocka_unit_test_teardown(test_passive, test_done),
		cmocka_unit_test_teardown(test_nouns, test_done),
		cmocka_unit_test_teardown(test_headlines, test_done),
		cmocka_unit_test_teardown(test_medium, test_done),
		cmocka_unit_test_teardown(test_no_report, test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
