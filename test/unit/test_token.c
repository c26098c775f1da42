/*
 * test_token.c
 *		What is one token: words with their clitics, numbers, abbreviations,
 *		addresses and marks, and how each is written.
 */
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

/* The tokens of a text, with | between them. */
static void
assert_tokens(const char *text, const char *expected)
{
	Article *article = test_tokens(text);
	char	 joined[1024] = "";

	for (uint32_t i = 0; i < article->n_tokens; i++)
	{
		if (i > 0)
			strcat(joined, "|");
		strcat(joined, test_span(article, token_span(article, i, i + 1)));
	}
	assert_string_equal(joined, expected);
}

static const Token *
only_token(const char *text)
{
	Article *article = test_tokens(text);

	assert_int_equal(article->n_tokens, 1);
	return &article->tokens[0];
}

static void
test_words(void **state)
{
	(void) state;
	assert_tokens("", "");
	assert_tokens(" \n\t ", "");
	assert_tokens("The ferry sank.", "The|ferry|sank|.");
	assert_tokens("son-in-law", "son-in-law");
	assert_tokens("didn't", "didn't");
	assert_tokens("didn’t", "didn’t");
	assert_tokens("O'Neill", "O'Neill");
	assert_tokens("Łódź café", "Łódź|café");
}

static void
test_possessives(void **state)
{
	Article *article = test_tokens("Ruiz’s dog and the towns’ mayors");

	(void) state;
	assert_tokens("Ruiz’s dog", "Ruiz|’s|dog");
	assert_tokens("Ruiz's", "Ruiz|'s");
	assert_int_equal(article->tokens[1].kind, TOKEN_POSSESSIVE);
	assert_tokens("the towns’ mayors", "the|towns|’|mayors");
}

static void
test_hyphens(void **state)
{
	(void) state;
	assert_tokens("London-based", "London|-|based");
	assert_tokens("pro-Russian", "pro|-|Russian");
	assert_tokens("Anna Solberg-Lie", "Anna|Solberg-Lie");
	assert_tokens("al-Assad", "al-Assad");
	assert_tokens("well-known", "well-known");
}

static void
test_abbreviations(void **state)
{
	(void) state;
	assert_tokens("Mr. Lee", "Mr.|Lee");
	assert_tokens("the U.S. team", "the|U.S.|team");
	assert_tokens("at 5 a.m. sharp", "at|5|a.m.|sharp");
	assert_tokens("J. Lee", "J.|Lee");
}

static void
test_numbers(void **state)
{
	(void) state;
	assert_tokens("1,000.5", "1,000.5");
	assert_tokens("10:42", "10:42");
	assert_tokens("2026-01-23", "2026-01-23");
	assert_tokens("in 2025.", "in|2025|.");
	assert_tokens("4-year-old", "4-year-old");
	assert_int_equal(only_token("1,000")->kind, TOKEN_NUMBER);
}

static void
test_addresses(void **state)
{
	(void) state;
	assert_tokens("see https://news.example/a?b=c.",
				  "see|https://news.example/a?b=c|.");
	assert_tokens("@annlee said", "@annlee|said");
	assert_int_equal(only_token("desk@news.example")->kind, TOKEN_ADDRESS);
	assert_int_equal(only_token("#tide")->kind, TOKEN_ADDRESS);
}

static void
test_marks(void **state)
{
	(void) state;
	assert_tokens("“Yes,” he said", "“|Yes|,|”|he|said");
	assert_tokens("Well... no", "Well|...|no");
	assert_tokens("a -- b — c", "a|--|b|—|c");
	assert_tokens("***", "***");
	assert_tokens("(NN)", "(|NN|)");
	assert_int_equal(only_token("…")->kind, TOKEN_STOP);
	assert_int_equal(only_token("—")->kind, TOKEN_DASH);
}

static void
assert_mark(const char *text, TokenKind kind, QuoteFacing facing)
{
	const Token *token = only_token(text);

	assert_int_equal(token->kind, kind);
	assert_int_equal(token->mark, facing);
}

static void
test_quotation_marks(void **state)
{
	(void) state;
	assert_mark("“", TOKEN_DOUBLE_MARK, FACING_OPEN);
	assert_mark("”", TOKEN_DOUBLE_MARK, FACING_CLOSE);
	assert_mark("„", TOKEN_DOUBLE_MARK, FACING_OPEN);
	assert_mark("‟", TOKEN_DOUBLE_MARK, FACING_OPEN);
	assert_mark("«", TOKEN_DOUBLE_MARK, FACING_OPEN);
	assert_mark("»", TOKEN_DOUBLE_MARK, FACING_CLOSE);
	assert_mark("\"", TOKEN_DOUBLE_MARK, FACING_NEUTRAL);
	assert_mark("＂", TOKEN_DOUBLE_MARK, FACING_NEUTRAL);
	assert_mark("``", TOKEN_DOUBLE_MARK, FACING_OPEN);
	assert_mark("''", TOKEN_DOUBLE_MARK, FACING_CLOSE);
	assert_mark("‘", TOKEN_SINGLE_MARK, FACING_OPEN);
	assert_mark("'", TOKEN_SINGLE_MARK, FACING_NEUTRAL);
}

static void
assert_flags(const char *text, uint16_t set, uint16_t clear)
{
	uint16_t flags = only_token(text)->flags;

	assert_int_equal(flags & set, set);
	assert_int_equal(flags & clear, 0);
}

static void
test_how_words_are_written(void **state)
{
	(void) state;
	assert_flags("Tide", TOKEN_CAPITAL, TOKEN_ALL_CAPITALS | TOKEN_MIXED_CASE);
	assert_flags("TIDE", TOKEN_CAPITAL | TOKEN_ALL_CAPITALS, TOKEN_MIXED_CASE);
	assert_flags("McTide", TOKEN_CAPITAL | TOKEN_MIXED_CASE,
				 TOKEN_ALL_CAPITALS);
	assert_flags("tide", 0, TOKEN_CAPITAL | TOKEN_HAS_HYPHEN);
	assert_flags("Élan", TOKEN_CAPITAL, TOKEN_ALL_CAPITALS);
	assert_flags("ebb-tide", TOKEN_HAS_HYPHEN, TOKEN_CAPITAL);
	assert_flags("U.S.", TOKEN_INNER_STOP, 0);
}

static void
test_white_space_around(void **state)
{
	Article		*article = test_tokens("One two,\nthree\n\nfour");
	const Token *tokens = article->tokens;

	(void) state;
	assert_int_equal(article->n_tokens, 5);
	assert_true(tokens[0].flags & TOKEN_LINE_START);
	assert_true(tokens[1].flags & TOKEN_SPACE_BEFORE);
	assert_false(tokens[2].flags & TOKEN_SPACE_BEFORE);
	assert_true(tokens[2].flags & TOKEN_SPACE_AFTER);
	assert_true(tokens[3].flags & TOKEN_LINE_START);
	assert_false(tokens[3].flags & TOKEN_BLANK_BEFORE);
	assert_true(tokens[4].flags & TOKEN_BLANK_BEFORE);
}

static void
test_small_twin(void **state)
{
	Article *article = test_tokens("Tide was late. The tide and Ruiz.");

	(void) state;
	assert_true(article->tokens[0].flags & TOKEN_SMALL_SEEN);
	assert_false(article->tokens[7].flags & TOKEN_SMALL_SEEN);
	assert_string_equal(test_span(article, token_span(article, 7, 8)), "Ruiz");
}

static void
test_equal_words_have_equal_hashes(void **state)
{
	Article *article = test_tokens("Élan ELAN élan elan tide");

	(void) state;
	for (uint32_t i = 1; i < 4; i++)
		assert_int_equal(article->tokens[i].hash, article->tokens[0].hash);
	assert_int_not_equal(article->tokens[4].hash, article->tokens[0].hash);
}

static void
test_looks_up_words(void **state)
{
	Article *article = test_tokens("She said Canada");

	(void) state;
	assert_true(token_has(article, 0, LEX(PRON_SUBJ_F)));
	assert_true(token_has(article, 1, LEX(CUE_SPEECH)));
	assert_true(token_has(article, 2, LEX(COUNTRY)));
	assert_false(token_has(article, 0, LEX(COUNTRY)));
}

static void
test_token_at(void **state)
{
	Article *article = test_tokens("One two");

	(void) state;
	assert_int_equal(token_at(article, 0), 0);
	assert_int_equal(token_at(article, 1), 1);
	assert_int_equal(token_at(article, 4), 1);
	assert_int_equal(token_at(article, 5), article->n_tokens);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_words, test_done),
		cmocka_unit_test_teardown(test_possessives, test_done),
		cmocka_unit_test_teardown(test_hyphens, test_done),
		cmocka_unit_test_teardown(test_abbreviations, test_done),
		cmocka_unit_test_teardown(test_numbers, test_done),
		cmocka_unit_test_teardown(test_addresses, test_done),
		cmocka_unit_test_teardown(test_marks, test_done),
		cmocka_unit_test_teardown(test_quotation_marks, test_done),
		cmocka_unit_test_teardown(test_how_words_are_written, test_done),
		cmocka_unit_test_teardown(test_white_space_around, test_done),
		cmocka_unit_test_teardown(test_small_twin, test_done),
		cmocka_unit_test_teardown(test_equal_words_have_equal_hashes,
								  test_done),
		cmocka_unit_test_teardown(test_looks_up_words, test_done),
		cmocka_unit_test_teardown(test_token_at, test_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
