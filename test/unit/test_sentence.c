/*
 * test_sentence.c
 *		Where sentences end, and where a full stop or a mark ends none.
 */
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

/* The sentences of a text, with | between them. */
static void
assert_sentences(const char *text, const char *expected)
{
	Article *article = test_read(text);
	char	 joined[2048] = "";

	for (uint32_t i = 0; i < article->n_sentences; i++)
	{
		if (i > 0)
			strcat(joined, "|");
		strcat(joined, test_span(article, article->sentences[i].span));
	}
	assert_string_equal(joined, expected);
}

static void
test_plain(void **state)
{
	(void) state;
	assert_sentences("The ferry was late. Nobody minded.",
					 "The ferry was late.|Nobody minded.");
	assert_sentences("Was the ferry late? It was! Nobody minded.",
					 "Was the ferry late?|It was!|Nobody minded.");
	assert_sentences("The ferry was late, and nobody minded",
					 "The ferry was late, and nobody minded");
}

static void
test_paragraphs_end_sentences(void **state)
{
	(void) state;
	assert_sentences("The ferry was late, the crew found\n\nNobody on the "
					 "pier minded that at all.",
					 "The ferry was late, the crew found|Nobody on the pier "
					 "minded that at all.");
}

static void
test_titles_and_initials(void **state)
{
	(void) state;
	assert_sentences("The pilot met Mr. Lee and Dr. Ana Ruiz. They talked.",
					 "The pilot met Mr. Lee and Dr. Ana Ruiz.|They talked.");
	assert_sentences("The book by J. Lee and A. B. Ruiz sold well.",
					 "The book by J. Lee and A. B. Ruiz sold well.");
	assert_sentences("The voters chose Sen. Ruiz. She won.",
					 "The voters chose Sen. Ruiz.|She won.");
}

static void
test_abbreviations(void **state)
{
	(void) state;
	assert_sentences("The U.S. team left at 5 a.m. on Jan. 5 for Paris.",
					 "The U.S. team left at 5 a.m. on Jan. 5 for Paris.");
	assert_sentences("They moved to the U.S. They liked it there.",
					 "They moved to the U.S.|They liked it there.");
	assert_sentences("The ship was sold to Tern Inc. of Delaware.",
					 "The ship was sold to Tern Inc. of Delaware.");
}

static void
test_numbers(void **state)
{
	(void) state;
	assert_sentences("The ticket costs 2.50 and rose 3.1% last year.",
					 "The ticket costs 2.50 and rose 3.1% last year.");
	assert_sentences("The town had 40 boats in 1990. It has two now.",
					 "The town had 40 boats in 1990.|It has two now.");
}

static void
test_quotations(void **state)
{
	(void) state;
	assert_sentences("“It is done. We can rest,” the mayor said. She left.",
					 "“It is done.|We can rest,” the mayor said.|She left.");
	assert_sentences("“Why now?” the mayor asked. Nobody knew.",
					 "“Why now?” the mayor asked.|Nobody knew.");
	assert_sentences("“Why now?” Mayor Ana Ruiz asked. Nobody knew.",
					 "“Why now?” Mayor Ana Ruiz asked.|Nobody knew.");
	assert_sentences("The mayor called it “done.” Nobody clapped.",
					 "The mayor called it “done.”|Nobody clapped.");
	assert_sentences("“It is done,” she said. “Go home.”",
					 "“It is done,” she said.|“Go home.”");
}

static void
test_brackets_and_ellipses(void **state)
{
	(void) state;
	assert_sentences("The ferry (built in 1990.) still sails.",
					 "The ferry (built in 1990.) still sails.");
	assert_sentences("The captain waited... and then left.",
					 "The captain waited... and then left.");
}

static void
test_sentence_starts_are_marked(void **state)
{
	Article *article = test_read("The ferry was late. “Nobody minded,” he "
								 "said.");

	(void) state;
	assert_int_equal(article->n_sentences, 2);
	for (uint32_t i = 0; i < article->n_tokens; i++)
	{
		const char *word = test_span(article, token_span(article, i, i + 1));
		bool		starts = article->tokens[i].flags & TOKEN_SENTENCE_START;

		assert_int_equal(starts,
						 strcmp(word, "The") == 0 ||
							 strcmp(word, "Nobody") == 0);
	}
}

static void
test_sentences_lie_in_their_paragraphs(void **state)
{
	Article *article = test_read("One boat came in.\n\nTwo boats went out. "
								 "Three boats stayed.");

	(void) state;
	assert_int_equal(article->n_paragraphs, 2);
	assert_int_equal(article->paragraphs[1].sentence_start, 1);
	assert_int_equal(article->paragraphs[1].sentence_end, 3);
	assert_int_equal(article->sentences[2].paragraph, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_plain, test_done),
		cmocka_unit_test_teardown(test_paragraphs_end_sentences, test_done),
		cmocka_unit_test_teardown(test_titles_and_initials, test_done),
		cmocka_unit_test_teardown(test_abbreviations, test_done),
		cmocka_unit_test_teardown(test_numbers, test_done),
		cmocka_unit_test_teardown(test_quotations, test_done),
		cmocka_unit_test_teardown(test_brackets_and_ellipses, test_done),
		cmocka_unit_test_teardown(test_sentence_starts_are_marked, test_done),
		cmocka_unit_test_teardown(test_sentences_lie_in_their_paragraphs,
								  test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
