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
	Article		   *article = test_read(text);
	const Quotation nothing = { 0 };
	uint32_t entity = entity_of_pronoun(article, find_token(article, pronoun),
										&nothing);
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
test_namesakes_told_apart(void **state)
{
	(void) state;
	/* the surname stays with who has been called by it */
	assert_entities("Walter Byrne spoke. Byrne left. Harriet Byrne came. "
					"Then Byrne laughed.",
					"Walter Byrne x 3; Harriet Byrne x 1");
	/* a relative is called by the full name */
	assert_entities("Walter Byrne came with his wife Harriet Byrne. Then "
					"Byrne left.",
					"Walter Byrne x 2; Harriet Byrne x 1");
	assert_entities("Walter Byrne came, and so did Harriet Byrne, his "
					"sister. Then Byrne left.",
					"Walter Byrne x 2; Harriet Byrne x 1");
	/* and goes to who has the title */
	assert_entities("Senator Walter Byrne met Governor Oona Byrne. Then "
					"Governor Byrne left.",
					"Walter Byrne x 1; Oona Byrne x 2");
	assert_entities("Walter Byrne spoke. Mrs. Byrne was not there.",
					"Walter Byrne x 1; Byrne x 1");
	assert_entities("He met Owen Lindqvist Sr. on Monday, and Owen "
					"Lindqvist Jr. on Tuesday.",
					"Owen Lindqvist x 1; Owen Lindqvist x 1");
	assert_entities("Owen R. Lindqvist met Owen T. Lindqvist.",
					"Owen R. Lindqvist x 1; Owen T. Lindqvist x 1");
}

static void
test_forms_of_a_name(void **state)
{
	(void) state;
	assert_entities("William Lindqvist spoke. Then Bill Lindqvist left.",
					"William Lindqvist x 2");
	assert_entities("J.R. Lindqvist wrote it. John Lindqvist signed.",
					"John Lindqvist x 2");
	assert_entities("Peter van Dyke spoke. Van Dyke left.",
					"Peter van Dyke x 2");
	assert_entities("Omar al-Hadid spoke. Then al-Hadid left.",
					"Omar al-Hadid x 2");
	/* two surnames, or the first of them */
	assert_entities("Ana Ruiz spoke. Ruiz left. Ana Ruiz Costa returned.",
					"Ana Ruiz Costa x 3");
	assert_entities("Tomás Ruiz Costa spoke. Then Ruiz Costa left.",
					"Tomás Ruiz Costa x 2");
	/* who has a nickname between marks */
	assert_entities("Sheriff Arnold “Sled” Byrne spoke. Then Sheriff Sled "
					"Byrne left.",
					"Arnold Byrne x 2");
	/* mistyped, unless another of that name may be meant */
	assert_entities("Peter Lindqvist spoke. Mr. Lindqist left.",
					"Peter Lindqvist x 2");
	assert_entities("Peter Lindqvist met Oona Lindqvest. Mr. Lindqvst left.",
					"Peter Lindqvist x 1; Oona Lindqvest x 1; Lindqvst x 1");
	assert_entities("Peter Hansen spoke. Mr. Hanson left.",
					"Peter Hansen x 1; Hanson x 1");
	/* the longer form is nobody else's */
	assert_entities("J. Lindqvist called. Jane Lindqvist wrote. John "
					"Lindqvist came.",
					"Jane Lindqvist x 2; John Lindqvist x 1");
}

static void
test_bodies(void **state)
{
	(void) state;
	assert_entities("The Harbour Pilots Association met. The HPA was late.",
					"Harbour Pilots Association x 2");
	/* what the text says goes before the letters */
	assert_entities("The Harbour Pilots Association (HAPA) met. The pilots "
					"left HAPA.",
					"Harbour Pilots Association x 3");
	assert_entities("The HAPA (Harbour Pilots Association) met.",
					"Harbour Pilots Association x 2");
	/* the source is no short form */
	assert_entities("The Harbour Pilots Association (Reuters) met.",
					"Harbour Pilots Association x 1; Reuters x 1");
	assert_entities("The Ministry of Fisheries paid. The Fisheries Ministry "
					"said so.",
					"Ministry of Fisheries x 2");
	assert_entities("The U.S. Coast Guard came. The United States Coast Guard "
					"left. The Coast Guard did not say why.",
					"United States Coast Guard x 3");
	assert_entities("The Kenyan Coast Guard met the Indian Coast Guard.",
					"Kenyan Coast Guard x 1; Indian Coast Guard x 1");
	assert_entities("Norlink Foods Inc. paid. Norlink Foods said so. He works "
					"for Norlink.",
					"Norlink Foods Inc. x 3");
	assert_entities("Microsoft paid. Microsoft Corporation said so.",
					"Microsoft Corporation x 2");
	assert_entities("Microsoft paid for the Microsoft Museum of Games.",
					"Microsoft x 1; Microsoft Museum of Games x 1");
	assert_entities("The EU paid. He works for the EU Customs Office.",
					"European Union x 1; EU Customs Office x 1");
	/* two that fit */
	assert_entities("The Tidal Energy Council met the River Energy Council. "
					"The Energy Council paid.",
					"Tidal Energy Council x 1; River Energy Council x 1; "
					"Energy Council x 1");
	assert_entities("The House of Representatives met. The White House "
					"called. The House was empty.",
					"House of Representatives x 2; White House x 1");
	assert_entities("The Organisation of Pilots met. The Organization of "
					"Pilots paid.",
					"Organisation of Pilots x 2");
}

static void
test_canonical_names(void **state)
{
	(void) state;
	assert_entities("He left the U.S. and saw America and the United States.",
					"United States x 3");
	assert_entities("LONDON (AP) — He left London.",
					"London x 2; Associated Press x 1");
	assert_entities("He left L.A. on Monday and was in Los Angeles again.",
					"Los Angeles x 2");
	/* people of a country are not the country */
	assert_entities("France paid. The French left Paris.",
					"France x 1; French x 1; Paris x 1");
	assert_entities("The Kremlin denied it. A spokesman for Downing Street "
					"did not.",
					"Kremlin x 1; Downing Street x 1");
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

/* The titles of the first entity, parted by "; ". */
static void
assert_titles(const char *text, const char *expected)
{
	Article		 *article = test_read(text);
	const Entity *entity = &article->entities[0];
	char		  list[512] = "";
	size_t		  at = 0;

	assert_int_not_equal(article->n_entities, 0);
	for (uint32_t t = 0; t < entity->n_titles; t++)
		at += (size_t) snprintf(list + at, sizeof(list) - at, "%s%.*s",
								t ? "; " : "", (int) entity->titles[t].length,
								entity->titles[t].bytes);
	assert_string_equal(list, expected);
}

static void
test_titles_beside(void **state)
{
	(void) state;
	assert_titles("Ana Ruiz, a lawyer and professor at the college, left.",
				  "lawyer; professor at the college");
	assert_titles("Ana Ruiz, the mayor’s sister and a pilot, left.", "pilot");
	assert_titles("Ana Ruiz, who leads the ministry, left.",
				  "leads the ministry");
	assert_titles("Ana Ruiz, who also chairs the harbour board, left.",
				  "chairs the harbour board");
	assert_titles("Ana Ruiz, who is the mayor, left.", "mayor");
	assert_titles("They named Ana Ruiz as their chief executive.",
				  "chief executive");
	assert_titles("Former president Ana Ruiz, 61, left.", "Former president");
	assert_titles("State minister Ana Ruiz left.", "State minister");
	/* a list is no apposition */
	assert_titles("Ana Ruiz, Speaker Tom Byrne and others left.", "");
}

/* Whom "the X", the last words before the full stop, mean. */
static void
assert_noun(const char *text, const char *noun, const char *expected)
{
	Article	   *article = test_read(text);
	uint32_t	end = find_token(article, noun) + 1;
	uint32_t	first = end - 1;
	uint32_t	entity;
	const Name *name;
	char		found[128] = "";

	while (!token_is(article, first, "the"))
		first--;
	entity = entity_of_noun(article, first, end);
	if (entity != NONE)
	{
		name = &article->entities[entity].name;
		snprintf(found, sizeof(found), "%.*s", (int) name->length,
				 name->bytes);
	}
	assert_string_equal(found, expected);
}

static void
test_nouns(void **state)
{
	(void) state;
	assert_noun("Foreign Minister Ana Ruiz spoke. Then the minister left.",
				"minister", "Ana Ruiz");
	assert_noun("Sen. Ana Ruiz spoke. Then the senator left.", "senator",
				"Ana Ruiz");
	/* two ministers */
	assert_noun("Foreign Minister Ana Ruiz met Interior Minister Tom Byrne. "
				"Then the minister left.",
				"minister", "");
	assert_noun("Foreign Minister Ana Ruiz met Interior Minister Tom Byrne. "
				"Then the interior minister left.",
				"minister", "Tom Byrne");
	assert_noun("The Institute of Tides opened. Then the institute closed.",
				"institute", "Institute of Tides");
	assert_noun("Corvane Foods Inc. paid. Then the company left.", "company",
				"Corvane Foods Inc.");
	assert_noun("The Lumbra Group, a budget airline, paid. Then the "
				"airline left.",
				"airline", "Lumbra Group");
	/* "the airline" is the subject of a new clause */
	assert_noun("As he told the Lumbra Group, the airline lost money.",
				"airline", "");
	assert_noun("Corvane Foods Inc. sued Lumbra Motors Ltd. Then the company "
				"left.",
				"company", "");
	/* the one of this paragraph */
	assert_noun("Corvane Foods Inc. paid its workers.\n\nLumbra Motors Ltd. "
				"was late. Then the company left.",
				"company", "Lumbra Motors Ltd.");
	/* a report is nobody */
	assert_noun("Corvane Foods Inc. paid. Then the report came.", "report",
				"");
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
		cmocka_unit_test_teardown(test_namesakes_told_apart, test_done),
		cmocka_unit_test_teardown(test_forms_of_a_name, test_done),
		cmocka_unit_test_teardown(test_bodies, test_done),
		cmocka_unit_test_teardown(test_canonical_names, test_done),
		cmocka_unit_test_teardown(test_titles, test_done),
		cmocka_unit_test_teardown(test_titles_beside, test_done),
		cmocka_unit_test_teardown(test_nouns, test_done),
		cmocka_unit_test_teardown(test_gender, test_done),
		cmocka_unit_test_teardown(test_pronouns, test_done),
		cmocka_unit_test_teardown(test_heads, test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
