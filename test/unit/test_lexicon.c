/*
 * test_lexicon.c
 *		Look-up in the compiled lists: keys, classes, numbers, phrases.
 */
#include "lexicon.h"
#include "unicode.h"

#include "reader.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static const LexEntry *
look_up(const char *word)
{
	char   key[256];
	size_t len = unicode_fold_string(word, strlen(word), key, sizeof(key));

	return lexicon_find(unicode_hash(UNICODE_HASH_START, key, len), key, len);
}

static void
assert_classes(const char *word, LexClasses expected)
{
	const LexEntry *entry = look_up(word);

	if (entry == NULL)
		fail_msg("\"%s\" is not in the lexicon", word);
	if ((entry->classes & expected) != expected)
		fail_msg("\"%s\" lacks a class", word);
}

static void
test_closed_classes(void **state)
{
	(void) state;
	assert_classes("he", LEX(PRON_SUBJ_M));
	assert_classes("she", LEX(PRON_SUBJ_F));
	assert_classes("they", LEX(PRON_SUBJ_PL));
	assert_classes("I", LEX(PRON_SUBJ_1));
	assert_classes("the", LEX(DETERMINER));
	assert_classes("would", LEX(MODAL));
	assert_classes("was", LEX(AUXILIARY));
	assert_classes("because", LEX(SUBORDINATOR));
	assert_classes("that", LEX(COMPLEMENTIZER));
}

static void
test_cues(void **state)
{
	(void) state;
	assert_classes("said", LEX(CUE_SPEECH) | LEX(CUE_CLAUSE));
	assert_classes("saying", LEX(CUE_SPEECH));
	assert_classes("told", LEX(CUE_SPEECH) | LEX(CUE_TOLD));
	assert_classes("added", LEX(CUE_CONTINUES));
	assert_classes("wrote", LEX(CUE_WRITING));
	assert_classes("vowed", LEX(CUE_TO));
	assert_classes("according to", LEX(CUE_ACCORDING));
	assert_int_equal(look_up("river") ?
						 look_up("river")->classes & LEX(CUE_SPEECH) :
						 0,
					 0);
}

static void
test_names_and_titles(void **state)
{
	(void) state;
	assert_classes("President", LEX(TITLE));
	assert_classes("Mr.", LEX(HONORIFIC) | LEX(ABBREV));
	assert_classes("Canada", LEX(COUNTRY));
	assert_classes("London", LEX(CITY));
	assert_classes("Russian", LEX(DEMONYM));
	assert_classes("Maria", LEX(GIVEN_FEMALE));
	assert_classes("minister", LEX(ROLE));
	assert_classes("Ministry", LEX(ORG_HEAD));
}

static void
test_numbers(void **state)
{
	(void) state;
	assert_int_equal(look_up("January")->number, 1);
	assert_int_equal(look_up("Dec.")->number, 12);
	assert_int_equal(look_up("Monday")->number, 1);
	assert_int_equal(look_up("Sunday")->number, 7);
	assert_int_equal(look_up("twelve")->number, 12);
}

static void
test_canonical_names(void **state)
{
	(void) state;
	assert_string_equal(lexicon_string(look_up("U.S.")->canonical),
						"United States");
	assert_string_equal(lexicon_string(look_up("Russian")->canonical),
						"Russia");
	assert_int_equal(look_up("the")->canonical, 0);
}

static void
test_unknown_words(void **state)
{
	(void) state;
	assert_null(look_up(""));
	assert_null(look_up("qxzzyvut"));
	assert_null(lexicon_find(1, "said", 4)); /* another word's hash */
	assert_null(look_up(
		"a word that is longer than any key can be because keys have at most "
		"two hundred and fifty-five bytes and this one goes on and on until "
		"it has more of them than that which takes quite a few more words "
		"than one would think at first sight of it"));
}

static void
test_keys_are_folded(void **state)
{
	(void) state;
	assert_ptr_equal(look_up("SAID"), look_up("said"));
	assert_ptr_equal(look_up("Québec"), look_up("Quebec"));
}

static void
test_index_leads_back(void **state)
{
	const LexEntry *said = look_up("said");

	(void) state;
	assert_true(lexicon_index(said) > 0);
	assert_ptr_equal(lexicon_entry(lexicon_index(said)), said);
	assert_string_equal(lexicon_string(said->key), "said");
	assert_int_equal(said->key_length, 4);
	assert_ptr_equal(lexicon_entry(0), &lexicon_none);
	assert_ptr_equal(lexicon_entry(UINT32_MAX), &lexicon_none);
	assert_int_equal(lexicon_index(&lexicon_none), 0);
}

/* Each entry can be found by its own key, and phrases from their first word.
 */
static void
test_every_entry_is_found(void **state)
{
	uint32_t index = 1;

	(void) state;
	for (; lexicon_entry(index) != &lexicon_none; index++)
	{
		const LexEntry *entry = lexicon_entry(index);
		const char	   *key = lexicon_string(entry->key);
		const char	   *space = memchr(key, ' ', entry->key_length);
		uint32_t		hash = unicode_hash(UNICODE_HASH_START, key,
											entry->key_length);

		assert_ptr_equal(lexicon_find(hash, key, entry->key_length), entry);
		assert_true(entry->classes != 0 || entry->tags != 0 ||
					entry->cluster != 0 || entry->phrase_words > 1);
		if (space != NULL)
		{
			size_t			first = (size_t) (space - key);
			const LexEntry *word;

			hash = unicode_hash(UNICODE_HASH_START, key, first);
			word = lexicon_find(hash, key, first);
			assert_non_null(word);
			assert_true(word->phrase_words > 1);
		}
	}
	assert_true(index > 10000);
	assert_int_not_equal(lexicon_checksum(), 0);
}

/* Words that are used alike share a cluster. */
static void
test_clusters(void **state)
{
	(void) state;
	assert_int_equal(look_up("could")->cluster, look_up("would")->cluster);
	assert_int_not_equal(look_up("could")->cluster, 0);
	assert_int_not_equal(look_up("could")->cluster,
						 look_up("people")->cluster);
}

static void
test_longest_phrase(void **state)
{
	Article		   *article = test_tokens("according to the mayor");
	uint32_t		words = 0;
	const LexEntry *entry;

	(void) state;
	entry = token_phrase(article, 0, article->n_tokens, LEX(CUE_ACCORDING),
						 &words);
	assert_non_null(entry);
	assert_int_equal(words, 2);
	/* not beyond the end that is given */
	assert_null(token_phrase(article, 0, 1, LEX(CUE_ACCORDING), &words));
	assert_null(
		token_phrase(article, 0, article->n_tokens, LEX(COUNTRY), &words));
}

/* Classes of names hold for words with a capital only. */
static void
test_classes_ask_for_capitals(void **state)
{
	Article *article = test_tokens("Turkey turkey US us");

	(void) state;
	assert_true(token_has(article, 0, LEX(COUNTRY)));
	assert_false(token_has(article, 1, LEX(COUNTRY)));
	assert_true(token_has(article, 2, LEX(COUNTRY) | LEX(ORG_ACRONYM)));
	assert_false(token_has(article, 3, LEX(COUNTRY) | LEX(ORG_ACRONYM)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_closed_classes),
		cmocka_unit_test(test_cues),
		cmocka_unit_test(test_names_and_titles),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_canonical_names),
		cmocka_unit_test(test_unknown_words),
		cmocka_unit_test(test_keys_are_folded),
		cmocka_unit_test(test_index_leads_back),
		cmocka_unit_test(test_every_entry_is_found),
		cmocka_unit_test_teardown(test_longest_phrase, test_done),
		cmocka_unit_test_teardown(test_clusters, test_done),
		cmocka_unit_test_teardown(test_classes_ask_for_capitals, test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
