/*
 * test_quotation.c
 *		Quotation marks to marked spans: every glyph, nested, running,
 *		unclosed and never opened, and the apostrophes that are none.
 */
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

/*
 * The words between the marks of each span, with | between spans; < before
 * a span that lacks its opening mark, > behind one that lacks its closing
 * mark, + behind one that runs on.
 */
static void
assert_marked(const char *text, const char *expected)
{
	Article *article = test_read(text);
	char	 joined[2048] = "";

	for (uint32_t i = 0; i < article->n_marked; i++)
	{
		const MarkedSpan *marked = &article->marked[i];

		if (i > 0)
			strcat(joined, "|");
		if (!marked->opened)
			strcat(joined, "<");
		strcat(joined,
			   test_span(article,
						 token_span(article, marked->inner_start,
									marked->inner_end)));
		if (!marked->closed)
			strcat(joined, ">");
		if (marked->runs_on)
			strcat(joined, "+");
	}
	assert_string_equal(joined, expected);
}

static void
test_every_glyph(void **state)
{
	static const char *const pairs[][2] = {
		{ "“", "”" }, { "\"", "\"" }, { "«", "»" },	  { "„", "“" },
		{ "„", "”" }, { "‟", "”" },	  { "``", "''" }, { "＂", "＂" },
	};

	(void) state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
	{
		char text[256] = "The mayor of the town said: ";

		strcat(text, pairs[i][0]);
		strcat(text, "We are done here.");
		strcat(text, pairs[i][1]);
		strcat(text, " Then she left.");
		assert_marked(text, "We are done here.");
	}
}

static void
test_several_in_a_paragraph(void **state)
{
	(void) state;
	assert_marked("“We are done,” she said. “We go home.”",
				  "We are done,|We go home.");
	assert_marked("She called it “odd” and “new” and left.", "odd|new");
}

static void
test_single_marks(void **state)
{
	(void) state;
	assert_marked("‘We are done,’ the mayor said. ‘It’s late.’",
				  "We are done,|It’s late.");
	assert_marked("'We are done,' the mayor said. 'It's late.'",
				  "We are done,|It's late.");
}

static void
test_apostrophes_are_no_marks(void **state)
{
	(void) state;
	assert_marked("The towns’ mayors don’t agree on the ’90s plan.", "");
	assert_marked("Ruiz's plan wasn't the sailors' plan.", "");
	assert_marked("“The sailors’ boats don’t float,” she said.",
				  "The sailors’ boats don’t float,");
}

static void
test_nested(void **state)
{
	(void) state;
	assert_marked("“He told me ‘go home’ and I went,” she said.",
				  "He told me ‘go home’ and I went,");
	assert_marked("‘He told me “go home” and I went,’ the mayor said. ‘It "
				  "was late.’",
				  "He told me “go home” and I went,|It was late.");
	assert_marked("“He told me, “Go home,” and I went,” she said.",
				  "He told me, “Go home,” and I went,");
}

static void
test_running(void **state)
{
	(void) state;
	assert_marked("“We began with one boat, the mayor said it was.\n\n"
				  "“Then we had two of them,” she said.",
				  "We began with one boat, the mayor said it was.>+|"
				  "Then we had two of them,");
}

static void
test_unclosed(void **state)
{
	(void) state;
	assert_marked("“We are done, she said of the work.\n\nThe boats lay in "
				  "the harbour. “Well,” he said, and left it there.",
				  "We are done, she said of the work.>|Well,");
	assert_marked("“We are done here. “We go home,” she said.",
				  "We are done here.>|We go home,");
}

static void
test_never_opened(void **state)
{
	(void) state;
	assert_marked("The work began. We are done here,” she said. “We go "
				  "home.”",
				  "<We are done here,|We go home.");
}

static void
test_wrong_facing(void **state)
{
	(void) state;
	assert_marked("”We are done here,“ the mayor of the town said.",
				  "We are done here,");
	assert_marked("She said: “We are done here.“ Then she left.",
				  "We are done here.");
	assert_marked("The mayor said ”We are done here” and left.",
				  "We are done here");
}

static void
test_empty_marks(void **state)
{
	(void) state;
	assert_marked("The page said “” and \"\" and nothing else.", "");
}

static MarkedLook
look_of_first(const char *text)
{
	Article *article = test_read(text);

	assert_true(article->n_marked > 0);
	return article->marked[0].look;
}

static void
test_looks(void **state)
{
	(void) state;
	assert_int_equal(look_of_first("“We are done here,” the mayor said."),
					 LOOK_PLAIN);
	assert_int_equal(look_of_first("A Boat: “The Mayor of Vila” is shut."),
					 LOOK_TITLE);
	assert_int_equal(look_of_first("The mark “#PortStrike” came back."),
					 LOOK_TITLE);
	assert_int_equal(look_of_first("The singer Robert “Bob” Ruiz won."),
					 LOOK_NAME);
	assert_int_equal(look_of_first("The boat nicknamed “the tub” sank."),
					 LOOK_NAME);
}

/* What stands before capitals tells a title from what somebody says. */
static void
test_titles(void **state)
{
	static const char *const titles[] = {
		"The film “A Boat for the Mayor” won.",
		"On the BBC’s “World at One,” Ruiz spoke of rain.",
		"He is now host of “The Late Boat with Li Wei.”",
		"In her new book, “The Long Quay,” Ruiz tells of rain.",
		"“Mayor shuts a quay,” by Dana Reyes in the Post.",
	};

	(void) state;
	for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++)
		assert_int_equal(look_of_first(titles[i]), LOOK_NAME);
	/* in a headline everything has capitals */
	assert_int_equal(look_of_first("Ruiz Warns of the Mayor’s ‘Long Quay’\n\n"
								   "The port closed.\n\nIt opened."),
					 LOOK_TITLE);
	assert_int_equal(look_of_first(
						 "There were chants of “Long Live the Quay!”"),
					 LOOK_TITLE);
	assert_int_equal(look_of_first("Ruiz said “Bob” would go."), LOOK_PLAIN);
}

/* Two kinds of marks in one paragraph: the straight ones are the outer. */
static void
test_two_kinds(void **state)
{
	(void) state;
	assert_marked("Ruiz wrote:\n\n\"The “Long Quay” is shut. It was old.\n\n"
				  "\"It will open.\"",
				  "The “Long Quay” is shut. It was old.>+|It will open.");
	assert_marked("\"She said “no” to all of it,\" Ruiz said.",
				  "She said “no” to all of it,");
	/* one hand forgot its mark, another goes on */
	assert_marked("\"The quay is shut.\n\n“We are done,” Ruiz said.",
				  "The quay is shut.>|We are done,");
}

/* A single mark typed for the closing double one. */
static void
test_single_for_double(void **state)
{
	(void) state;
	assert_marked("Ruiz wrote: “We’re the mayors’ heirs. We are done.’ It "
				  "rained on the quay.",
				  "We’re the mayors’ heirs. We are done.");
	assert_marked("Ruiz wrote: “She said: ‘We are done.’ It rained.",
				  "She said: ‘We are done.’ It rained.>");
}

static void
test_first_line(void **state)
{
	(void) state;
	assert_marked("Ruiz: 'We are going to win.'\n\nThe mayor said \"no\" and "
				  "\"never\" on Monday.\n\nIt was 'good', she said.",
				  "We are going to win.|no|never");
}

static void
test_attributes(void **state)
{
	(void) state;
	assert_marked("<post author=\"Ana Ruiz\">We are ready.</post> It rained.",
				  "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_every_glyph, test_done),
		cmocka_unit_test_teardown(test_several_in_a_paragraph, test_done),
		cmocka_unit_test_teardown(test_single_marks, test_done),
		cmocka_unit_test_teardown(test_apostrophes_are_no_marks, test_done),
		cmocka_unit_test_teardown(test_nested, test_done),
		cmocka_unit_test_teardown(test_running, test_done),
		cmocka_unit_test_teardown(test_unclosed, test_done),
		cmocka_unit_test_teardown(test_never_opened, test_done),
		cmocka_unit_test_teardown(test_wrong_facing, test_done),
		cmocka_unit_test_teardown(test_empty_marks, test_done),
		cmocka_unit_test_teardown(test_looks, test_done),
		cmocka_unit_test_teardown(test_titles, test_done),
		cmocka_unit_test_teardown(test_two_kinds, test_done),
		cmocka_unit_test_teardown(test_single_for_double, test_done),
		cmocka_unit_test_teardown(test_first_line, test_done),
		cmocka_unit_test_teardown(test_attributes, test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
