/*
 * test_pronoun.c
 *		Whom "he" and "she" mean: who is weighed, by what, and when nobody is
 *		said to be meant.
 */
#include "support.h"

#include "pronoun.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define LONG_TEXT 20000

/* The last token that is this word. */
static uint32_t
find_token(const Article *article, const char *word)
{
	for (uint32_t i = article->n_tokens; i-- > 0;)
		if (token_is(article, i, word))
			return i;
	fail_msg("no such word: %s", word);
	return NONE;
}

static const char *
name_of(const Article *article, uint32_t entity)
{
	static char name[128];
	const Name *is;

	if (entity == NONE)
		return "";
	is = &article->entities[entity].name;
	snprintf(name, sizeof(name), "%.*s", (int) is->length, is->bytes);
	return name;
}

/* Whom the last such pronoun means; "" for nobody. */
static void
assert_means(const char *text, const char *pronoun, const char *expected)
{
	Article *article = test_read(text);
	uint32_t token = find_token(article, pronoun);

	assert_string_equal(name_of(article,
								entity_of_pronoun(article, token, NULL)),
						expected);
}

/* A fact of one candidate for the last such pronoun, by its value's name. */
static void
assert_fact(const char *text, const char *pronoun, const char *name,
			PronounFact fact, const char *expected)
{
	Article			*article = test_read(text);
	PronounCandidate list[PRONOUN_CANDIDATES];
	PronounChain	 chain = { .n = 0 };
	uint32_t n = pronoun_candidates(article, find_token(article, pronoun),
									&chain, list);

	for (uint32_t k = 1; k < n; k++)
		if (strcmp(name_of(article, list[k].entity), name) == 0)
		{
			const char *value = pronoun_scheme.facts[fact].values;

			assert_int_not_equal(list[k].facts[fact], 0);
			for (int v = 1; v < list[k].facts[fact]; v++)
				value += strcspn(value, "|") + 1;
			assert_int_equal(strcspn(value, "|"), strlen(expected));
			assert_memory_equal(value, expected, strlen(expected));
			return;
		}
	fail_msg("%s is no candidate", name);
}

static void
test_gender(void **state)
{
	(void) state;
	assert_means("Peter Byrne met Maria Costa. He was late.", "he",
				 "Peter Byrne");
	assert_means("Peter Byrne met Maria Costa. She was late.", "she",
				 "Maria Costa");
	assert_means("Mrs. Byrne met Peter Ruiz. She was late.", "she", "Byrne");
	assert_means("Maria Costa spoke. He was late.", "he", "");
	assert_means("The ferry left. She was late.", "she", "");
}

/* The name behind the pronoun, when the clause with the pronoun is fronted. */
static void
test_name_behind(void **state)
{
	(void) state;
	assert_means("When she arrived, Maria Costa opened the harbour.", "she",
				 "Maria Costa");
	assert_means("In his first speech, Peter Byrne praised the harbour.",
				 "his", "Peter Byrne");
}

/* The subject of a verb is not its object. */
static void
test_binding(void **state)
{
	(void) state;
	assert_means("Maria Costa left. Ana Ruiz had invited her.", "her",
				 "Maria Costa");
}

/* The one of whom the article has gone on to speak. */
static void
test_chain(void **state)
{
	Article *article = test_read("Maria Costa met Ana Ruiz. She left. She "
								 "came back.");
	PronounCandidate list[PRONOUN_CANDIDATES];
	PronounChain	 chain = { .n = 1, .tokens = { 6 }, .entities = { 1 } };
	uint32_t		 token = find_token(article, "she");

	(void) state;
	assert_int_equal(pronoun_candidates(article, token, &chain, list), 3);
	for (uint32_t k = 1; k < 3; k++)
		assert_int_equal(list[k].facts[FACT_CHAIN],
						 list[k].entity == 1 ? CHAIN_BEFORE : CHAIN_AGAINST);
	chain.entities[0] = NONE;
	assert_int_equal(pronoun_candidates(article, token, &chain, list), 3);
	assert_int_equal(list[1].facts[FACT_CHAIN], CHAIN_UNKNOWN);
	assert_means("Maria Costa was born in Lisbon. She studied law. She met "
				 "Ana Ruiz there.",
				 "she", "Maria Costa");
}

/* Two are as likely. */
static void
test_doubt(void **state)
{
	(void) state;
	assert_means("The fight between Peter Byrne and John Hall ended. He was "
				 "late.",
				 "he", "");
}

static void
test_facts(void **state)
{
	const char *met = "Peter Byrne met John Hall and thanked him.";
	const char *apart = "The mayor, Peter Byrne, spoke. John Hall’s boat sank "
						"with his tools.";

	(void) state;
	assert_fact(met, "him", "Peter Byrne", FACT_ROLE, "SUBJECT");
	assert_fact(met, "him", "John Hall", FACT_ROLE, "OBJECT");
	assert_fact(met, "him", "John Hall", FACT_KIND, "OBJECT");
	assert_fact(met, "him", "John Hall", FACT_NEARNESS, "1");
	assert_fact(met, "him", "Peter Byrne", FACT_AMONG, "FIRST");
	assert_fact(met, "him", "Peter Byrne", FACT_PLACE, "SAME");
	assert_fact(met, "him", "Peter Byrne", FACT_FIT, "GIVEN");
	assert_fact(apart, "his", "Peter Byrne", FACT_PLACE, "PREVIOUS");
	assert_fact(apart, "his", "Peter Byrne", FACT_ROLE, "SUBJECT");
	assert_fact(apart, "his", "John Hall", FACT_ROLE, "OWNER");
	assert_fact(apart, "his", "John Hall", FACT_KIND, "OWNER_GOVERNED");
	assert_fact("Ana Ruiz knew that she had seen Maria Costa before Costa saw "
				"Ana Ruiz.",
				"she", "Maria Costa", FACT_PLACE, "BEHIND");
	assert_fact("Ana Ruiz knew that she had seen Maria Costa before Costa saw "
				"Ana Ruiz.",
				"she", "Ana Ruiz", FACT_AGAIN, "NEAR");
	assert_fact("Ana Ruiz sighed. “I know that she left the town,” Ruiz said.",
				"she", "Ana Ruiz", FACT_MARKED, "PRONOUN");
}

/* "her" before a noun owns it, else it is an object. */
static void
test_her(void **state)
{
	(void) state;
	assert_fact("Ana Ruiz left. Peter Byrne saw her boat.", "her", "Ana Ruiz",
				FACT_KIND, "OWNER_OBJECT");
	assert_fact("Ana Ruiz left. Peter Byrne saw her.", "her", "Ana Ruiz",
				FACT_KIND, "OBJECT");
	assert_fact("Ana Ruiz left. Peter Byrne spoke to her and left.", "her",
				"Ana Ruiz", FACT_KIND, "GOVERNED");
}

/* data/pronoun.tsv was made for the facts as they are now. */
static void
test_weights(void **state)
{
	static const struct
	{
		uint32_t	row;
		int			weight;
		const char *name;
	} weights[] = {
#define WEIGHT(row, weight, name) { row, weight, name },
#include PRONOUN_WEIGHTS_FILE
#undef WEIGHT
	};

	(void) state;
	for (size_t k = 0; k < sizeof(weights) / sizeof(weights[0]); k++)
	{
		char name[256];

		assert_in_range(weights[k].row, 0, PRONOUN_WEIGHTS - 1);
		choice_name(&pronoun_scheme, weights[k].row, name, sizeof(name));
		assert_string_equal(name, weights[k].name);
	}
}

/* A pronoun inside a name, and one outside of the running text. */
static void
test_odd_places(void **state)
{
	(void) state;
	assert_means("Dame Her Ruiz left.", "her", "");
	assert_means("She", "she", "");
	assert_means("HE\n\nPeter Byrne left.", "he", "");
}

/* What a sentence without end costs for each pronoun does not grow. */
static void
test_long(void **state)
{
	size_t	 len;
	char	*text = test_repeat("Ana Ruiz saw her and ", LONG_TEXT, &len);
	Article *article = test_read_bytes(text, len);
	uint32_t told = 0;

	(void) state;
	for (uint32_t i = 0; i < article->n_tokens; i++)
		if (pronoun_gender(article, i) == GENDER_FEMALE)
			told += entity_of_pronoun(article, i, NULL) != NONE;
	assert_in_range(told, 0, LONG_TEXT);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_gender, test_done),
		cmocka_unit_test_teardown(test_name_behind, test_done),
		cmocka_unit_test_teardown(test_binding, test_done),
		cmocka_unit_test_teardown(test_chain, test_done),
		cmocka_unit_test_teardown(test_doubt, test_done),
		cmocka_unit_test_teardown(test_facts, test_done),
		cmocka_unit_test_teardown(test_her, test_done),
		cmocka_unit_test_teardown(test_weights, test_done),
		cmocka_unit_test_teardown(test_odd_places, test_done),
		cmocka_unit_test_teardown(test_long, test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
