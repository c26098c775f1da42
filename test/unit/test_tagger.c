/*
 * test_tagger.c
 *		The model inside the library, and how runs are cut by it.
 */
#include "tagger.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

extern const char newsext_tagger_end[];

/* A model learned with another layout of rows would be read wrongly. */
static void
test_model_fits(void **state)
{
	const char *start = (const char *) &newsext_tagger;

	(void) state;
	assert_int_equal(newsext_tagger_end - start, sizeof(TaggerModel));
	assert_string_equal(newsext_tagger.magic, TAGGER_MAGIC);
}

/* The pieces of a text's first run, each as "label:words " */
static void
assert_cut(const char *text, const char *expected)
{
	static const char *const labels[] = { "person", "org", "place", "misc",
										  "other" };
	const Article			*article = test_read(text);
	NameContext				 context;
	NamePiece				 pieces[LONGEST_RUN];
	char					 cut[512] = "";
	uint32_t				 first = 0;
	uint32_t				 n;

	name_context(&context, article);
	while (run_end(article, first, article->n_tokens) == first)
		first++;
	n = tagger_cut(&context, first, run_end(article, first, article->n_tokens),
				   0, pieces, NULL);
	for (uint32_t k = 0; k < n; k++)
	{
		TextSpan span = token_span(article, pieces[k].first, pieces[k].end);

		snprintf(cut + strlen(cut), sizeof(cut) - strlen(cut), "%s%s:%.*s",
				 k ? " " : "", labels[pieces[k].label],
				 (int) (span.end - span.start), text + span.start);
	}
	assert_string_equal(cut, expected);
}

static void
test_cuts(void **state)
{
	(void) state;
	assert_cut("they met Maria Olsen there.", "person:Maria Olsen");
	assert_cut("they live in France.", "place:France");
	assert_cut("they work for the Ministry of Health there.",
			   "org:Ministry of Health");
	assert_cut("they met U.S. President Maria Olsen there.",
			   "place:U.S. other:President person:Maria Olsen");
}

/* A name in small letters is a candidate only when it is no other word. */
static void
test_small_letters(void **state)
{
	(void) state;
	assert_cut("i moved to chicago last year.", "place:chicago");
	assert_cut("a mark of turkey and Ankara", "place:Ankara");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_model_fits, test_done),
		cmocka_unit_test_teardown(test_cuts, test_done),
		cmocka_unit_test_teardown(test_small_letters, test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
