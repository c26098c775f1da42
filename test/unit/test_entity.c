/*
 * test_entity.c
 *		Who is who: which names belong together, whom a pronoun means, what
 *		heads a noun phrase.
 */
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

/* The entities of a text as "name x mentions", parted by "; ". */
static void
assert_entities(const char *text, const char *expected)
{
	Article *article = test_read(text);
	char	 list[4096] = "";
	size_t	 at = 0;

	for (uint32_t e = 0; e < article->n_entities; e++)
	{
		const Entity *entity = &article->entities[e];

		at += (size_t) snprintf(list + at, sizeof(list) - at, "%s%.*s x %u",
								e ? "; " : "", (int) entity->name.length,
								entity->name.bytes, entity->mentions);
	}
	assert_string_equal(list, expected);
}

static uint32_t
find_token(const Article *article, const char *word)
{
	for (uint32_t i = article->n_tokens; i-- > 0;)
		if (token_is(article, i, word))
			return i;
	fail_msg("no such word: %s", word);
	return NONE;
}

/* Whom the last such pronoun means; "" for nobody. */
static void
assert_pronoun(const char *text, const char *pronoun, const char *expected)
{
	Article *article = test_read(text);
	uint32_t entity = entity_of_pronoun(article, find_token(article, pronoun),
										true);
	const Name *name;
	char		found[128] = "";

	if (entity != NONE)
	{
		name = &article->entities[entity].name;
		snprintf(found, sizeof(found), "%.*s", (int) name->length,
				 name->bytes);
	}
	assert_string_equal(found, expected);
}

/* What heads the noun phrase that is the whole text up to its full stop. */
static void
assert_head(const char *text, const char *expected)
{
	Article *article = test_read(text);
	uint32_t m = entity_head_mention(article, 0, article->n_tokens - 1);

	assert_string_equal(m == NONE ?
							"" :
							test_span(article, article->mentions[m].span),
						expected);
}

static void
test_surnames(void **state)
{
	(void) state;
	assert_entities("Ana Ruiz met Peter Byrne. Ruiz said that Byrne was late.",
					"Ana Ruiz x 2; Peter Byrne x 2");
	/* the surname stands first */
	assert_entities("The mayor spoke to Mr. Byrne. Peter Byrne was late.",
					"Peter Byrne x 2");
	assert_entities("Sofia Solberg-Lie spoke. Then Solberg-Lie left.",
					"Sofia Solberg-Lie x 2");
}

static void
test_namesakes(void **state)
{
	(void) state;
	/* nobody can tell which one */
	assert_entities("Walter Byrne met Harriet Byrne. Then Byrne left.",
					"Walter Byrne x 1; Harriet Byrne x 1; Byrne x 1");
	assert_entities("Walter Byrne met Harriet Byrne. Then Mrs. Byrne left.",
					"Walter Byrne x 1; Harriet Byrne x 2");
	/* the reader knows only one so far */
	assert_entities("Walter Byrne spoke. Then Byrne left. Harriet Byrne came.",
					"Walter Byrne x 2; Harriet Byrne x 1");
}

static void
test_canonical_names(void **state)
{
	(void) state;
	assert_entities("He left the U.S. and saw America and the United States.",
					"United States x 3");
	assert_entities("LONDON (AP) — He left London.",
					"London x 2; Associated Press x 1");
}

static void
test_titles(void **state)
{
	Article		 *article = test_read("He met President Ana Ruiz. Former "
										   "governor Ana Ruiz left. President "
										   "Ruiz stayed.");
	const Entity *ruiz = &article->entities[0];

	(void) state;
	assert_int_equal(article->n_entities, 1);
	assert_int_equal(ruiz->n_titles, 2);
	assert_int_equal(ruiz->titles[0].length, strlen("President"));
	assert_memory_equal(ruiz->titles[0].bytes, "President", 9);
	assert_memory_equal(ruiz->titles[1].bytes, "Former governor", 15);
	assert_int_equal(ruiz->n_aliases, 1);
	assert_memory_equal(ruiz->aliases[0].bytes, "Ruiz", 4);
}

static void
test_gender(void **state)
{
	Article *article = test_read("Mrs. Byrne met Peter Ruiz and spokeswoman "
								 "Kim Sato.");

	(void) state;
	assert_int_equal(article->n_entities, 3);
	assert_int_equal(article->entities[0].gender, GENDER_FEMALE);
	assert_int_equal(article->entities[1].gender, GENDER_MALE);
	assert_int_equal(article->entities[2].gender, GENDER_FEMALE);
}

static void
test_pronouns(void **state)
{
	(void) state;
	assert_pronoun("Peter Byrne met Maria Costa. He was late.", "he",
				   "Peter Byrne");
	assert_pronoun("Peter Byrne met Maria Costa. She was late.", "she",
				   "Maria Costa");
	assert_pronoun("Maria Costa spoke. He was late.", "he", "");
	/* two are as likely */
	assert_pronoun("The fight between Peter Byrne and John Hall ended. He was "
				   "late.",
				   "he", "");
	/* what is said in a quotation is not what the reporter speaks of */
	assert_pronoun("Peter Byrne spoke. “John Hall left the whole town,” it "
				   "was said. He was late.",
				   "he", "Peter Byrne");
}

static void
test_heads(void **state)
{
	(void) state;
	assert_head("U.S. President Maria Costa.", "Maria Costa");
	assert_head("Maria Costa, the mayor of Lisbon.", "Maria Costa");
	assert_head("Maria Costa’s envoy Peter Byrne.", "Peter Byrne");
	assert_head("Mr. Byrne’s lawyer.", "");
	assert_head("A spokesman for Maria Costa.", "");
	assert_head("The mayor of Lisbon.", "");
	assert_head("The Russian delegation.", "");
	assert_head("The Justice Department.", "Justice Department");
	assert_head("Reuters.", "Reuters");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_surnames, test_done),
		cmocka_unit_test_teardown(test_namesakes, test_done),
		cmocka_unit_test_teardown(test_canonical_names, test_done),
		cmocka_unit_test_teardown(test_titles, test_done),
		cmocka_unit_test_teardown(test_gender, test_done),
		cmocka_unit_test_teardown(test_pronouns, test_done),
		cmocka_unit_test_teardown(test_heads, test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
