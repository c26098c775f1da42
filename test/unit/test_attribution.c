/*
 * test_attribution.c
 *		Direct and mixed quotations: what is said, by whom, with which cue.
 */
#include "quotation_check.h"

#define CASES(cases) \
	assert_cases(cases, sizeof(cases) / sizeof((cases)[0]), false)

static void
test_speaker_behind(void **state)
{
	static const Case cases[] = {
		{ "“We are done,” Mayor Ana Ruiz said.",
		  "direct|Mayor Ana Ruiz|said|We are done,\n" },
		{ "“We are done,” said Ana Ruiz, the mayor of Vila.",
		  "direct|Ana Ruiz|said|We are done,\n" },
		{ "“Are we done?” Ruiz asked.", "direct|Ruiz|asked|Are we done?\n" },
		{ "“We are done,” Ruiz, 34, a lawyer from Cork, told reporters.",
		  "direct|Ruiz|told|We are done,\n" },
		{ "“We are done,” according to the ministry.",
		  "direct|the ministry|according to|We are done,\n" },
		{ "“We are done,” Ruiz laughed.",
		  "direct|Ruiz|laughed|We are done,\n" },
		{ "“We are done,” a spokesman for the port said on Monday.",
		  "direct|a spokesman for the port|said|We are done,\n" },
		{ "“We are done,” officials who had seen the plan said.",
		  "direct|officials who had seen the plan|said|We are done,\n" },
		{ "“We are done,” Ruiz (D-Cork) said.",
		  "direct|Ruiz|said|We are done,\n" },
	};

	(void) state;
	CASES(cases);
}

static void
test_speaker_before(void **state)
{
	static const Case cases[] = {
		{ "Ruiz said: “We are done.”", "direct|Ruiz|said|We are done.\n" },
		{ "Ruiz said, “We are done.”", "direct|Ruiz|said|We are done.\n" },
		{ "Ruiz told the BBC’s “World at One” that she was “very glad” to go.",
		  "mixed|Ruiz|told|that she was “very glad” to go\n" },
		{ "Ruiz left the hall on Monday, saying “we are done here.”",
		  "direct|Ruiz|saying|we are done here.\n" },
		{ "In a statement on Friday, Ruiz said: “We are done.”",
		  "direct|Ruiz|said|We are done.\n" },
		{ "Ruiz was blunt: “We are done here.”",
		  "direct|Ruiz|:|We are done here.\n" },
		{ "Asked if she would go, Ruiz replied: “No.”",
		  "direct|Ruiz|replied|No.\n" },
	};

	(void) state;
	CASES(cases);
}

static void
test_mixed(void **state)
{
	static const Case cases[] = {
		{ "Ruiz said that the talks were down to “one issue.”",
		  "mixed|Ruiz|said|that the talks were down to “one issue.”\n" },
		{ "Ruiz called the plan “a gift to crooks.”",
		  "mixed|Ruiz|called|the plan “a gift to crooks.”\n" },
		{ "The plan, Ruiz said, was “a gift to crooks.”",
		  "mixed|Ruiz|said|The plan|was “a gift to crooks.”\n" },
		{ "The plan was “a gift to crooks,” Ruiz said.",
		  "mixed|Ruiz|said|The plan was “a gift to crooks,”\n" },
		{ "Ruiz said the plan was “a gift,” adding, “We will fight it.”",
		  "mixed|Ruiz|said|the plan was “a gift,”\n"
		  "direct|Ruiz|adding|We will fight it.\n" },
	};

	(void) state;
	CASES(cases);
}

static void
test_split(void **state)
{
	static const Case cases[] = {
		{ "“We are done,” Ruiz said. “We go home.”",
		  "direct|Ruiz|said|We are done,|We go home.\n" },
		{ "“It was,” he said, “a disaster.”",
		  "direct|he|said|It was,|a disaster.\n" },
		{ "“It hurts. We lost.” “We go on,” Ruiz said.",
		  "direct|Ruiz|said|It hurts. We lost.|We go on,\n" },
		{ "``We are done,'' Ruiz said. ``We go home.''",
		  "direct|Ruiz|said|We are done,|We go home.\n" },
	};

	(void) state;
	CASES(cases);
}

static void
test_over_paragraphs(void **state)
{
	static const Case cases[] = {
		/* running: closed only at its end */
		{ "“We are done,” Ruiz said. “We go home now.\n\n“And we stay there.”",
		  "direct|Ruiz|said|We are done,|We go home now.|And we stay "
		  "there.\n" },
		/* the speaker stands at the end of the second paragraph */
		{ "“We are done here now.\n\n“And we stay there,” Ruiz said.",
		  "direct|Ruiz|said|We are done here now.|And we stay there,\n" },
		/* closed, and opened again without a cue */
		{ "“We are done,” Ruiz said.\n\n“And we all stay there now.”",
		  "direct|Ruiz|said|We are done,\n"
		  "direct|Ruiz|said|And we all stay there now.\n" },
		/* a lead-in with a colon */
		{ "Ruiz put it this way:\n\n“We all stay there now.”",
		  "direct|Ruiz|put it this way|We all stay there now.\n" },
	};

	(void) state;
	CASES(cases);
}

static void
test_no_speech(void **state)
{
	static const Case cases[] = {
		{ "Her film “The Ferry” won in Cork.", "" },
		{ "Robert “Bob” Ruiz won in Cork.", "" },
		{ "The so-called “green” budget passed on Monday.", "" },
		{ "A ship known as “Old Mary” sank.", "" },
	};

	(void) state;
	CASES(cases);
}

static void
test_broken_marks(void **state)
{
	static const Case cases[] = {
		/* nothing behind an unclosed quotation is lost */
		{ "“We are done, Ruiz said.\n\n“It is late,” Byrne said.",
		  "direct|Ruiz|said|We are done,\n"
		  "direct|Byrne|said|It is late,\n" },
		{ "We are all done now,” Ruiz said.",
		  "direct|Ruiz|said|We are all done now,\n" },
		{ "Ruiz said: “We are done.\n\nByrne left.",
		  "direct|Ruiz|said|We are done.\n" },
	};

	(void) state;
	CASES(cases);
}

static void
test_turns(void **state)
{
	static const Case cases[] = {
		{ "MODERATOR: Why did you go?\n\nRUIZ: We had to. It was time.\n\n"
		  "MODERATOR: And now?\n\nRUIZ: Now we wait.",
		  "direct|MODERATOR|:|Why did you go?\n"
		  "direct|RUIZ|:|We had to. It was time.\n"
		  "direct|MODERATOR|:|And now?\n"
		  "direct|RUIZ|:|Now we wait.\n" },
	};

	(void) state;
	CASES(cases);
}

static const Quotation *
only_quotation(const char *text, const Article **article)
{
	*article = test_read(text);
	assert_int_equal((*article)->n_quotations, 1);
	return &(*article)->quotations[0];
}

static void
assert_speaker(const Quotation *quotation, const char *name)
{
	if (name == NULL)
		assert_null(quotation->speaker.bytes);
	else
	{
		assert_non_null(quotation->speaker.bytes);
		assert_int_equal(quotation->speaker.length, strlen(name));
		assert_memory_equal(quotation->speaker.bytes, name, strlen(name));
	}
}

static void
test_resolved_speaker(void **state)
{
	const Article	*article;
	const Quotation *quotation;

	(void) state;
	quotation = only_quotation("Mayor Ana Ruiz came late. “We are done,” "
							   "she said.",
							   &article);
	assert_speaker(quotation, "Ana Ruiz");
	assert_int_equal(quotation->attribution, ATTRIBUTION_PRONOUN);
	assert_true(quotation->named);
	assert_memory_equal(quotation->speaker_title.bytes, "Mayor", 5);

	quotation = only_quotation("“We are done,” the officials said.", &article);
	assert_speaker(quotation, "officials");
	assert_false(quotation->named);
	assert_int_equal(quotation->speaker_kind, MENTION_GROUP);
	assert_int_equal(quotation->speaker_entity, NONE);

	/* two women: none of them rather than the wrong one */
	quotation = only_quotation("Mary Ruiz and Jane Byrne met in Cork. “We are "
							   "done,” she said.",
							   &article);
	assert_speaker(quotation, NULL);
	assert_string_equal(test_span(article, quotation->speaker_span), "she");
}

/* What lacks a mark may be cut wrong, so its speaker is less sure. */
static void
test_unclosed_is_marked(void **state)
{
	const Article *article;
	float		   sure = only_quotation("Ruiz said: “We are done.”\n\n"
												  "Byrne left.",
										 &article)
					 ->confidence;
	const Quotation *quotation = only_quotation("Ruiz said: “We are done.\n\n"
												"Byrne left.",
												&article);

	(void) state;
	assert_true(quotation->unclosed);
	assert_true(quotation->confidence < sure);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_speaker_behind, test_done),
		cmocka_unit_test_teardown(test_speaker_before, test_done),
		cmocka_unit_test_teardown(test_mixed, test_done),
		cmocka_unit_test_teardown(test_split, test_done),
		cmocka_unit_test_teardown(test_over_paragraphs, test_done),
		cmocka_unit_test_teardown(test_no_speech, test_done),
		cmocka_unit_test_teardown(test_broken_marks, test_done),
		cmocka_unit_test_teardown(test_turns, test_done),
		cmocka_unit_test_teardown(test_resolved_speaker, test_done),
		cmocka_unit_test_teardown(test_unclosed_is_marked, test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
