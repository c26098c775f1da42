/*
 * test_unicode.c
 *		Decoding of good and bad bytes, classes and folding.
 */
#include "unicode.h"

#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static void
assert_decodes(const char *bytes, uint32_t expected, int expected_size)
{
	int size;

	assert_int_equal(unicode_next(bytes, 0, strlen(bytes), &size), expected);
	assert_int_equal(size, expected_size);
}

static void
test_well_formed(void **state)
{
	(void) state;
	assert_decodes("a", 'a', 1);
	assert_decodes("é", 0xE9, 2);
	assert_decodes("“", 0x201C, 3);
	assert_decodes("😀", 0x1F600, 4);
}

static void
test_ill_formed_counts_by_byte(void **state)
{
	(void) state;
	assert_decodes("\xFFx", 0xFFFD, 1);
	assert_decodes("\x80", 0xFFFD, 1);
	assert_decodes("\xE2\x80", 0xFFFD, 1);		   /* cut short */
	assert_decodes("\xE2\x80x", 0xFFFD, 1);		   /* broken off */
	assert_decodes("\xC0\xAF", 0xFFFD, 1);		   /* overlong */
	assert_decodes("\xED\xA0\x80", 0xFFFD, 1);	   /* surrogate */
	assert_decodes("\xF4\x90\x80\x80", 0xFFFD, 1); /* above U+10FFFF */
}

static void
test_does_not_read_past_the_end(void **state)
{
	const char *quote = "“";
	int			size;

	(void) state;
	assert_int_equal(unicode_next(quote, 0, 2, &size), 0xFFFD);
	assert_int_equal(size, 1);
	assert_int_equal(unicode_next(quote, 2, 3, &size), 0xFFFD);
	assert_int_equal(size, 1);
}

static void
test_classes(void **state)
{
	(void) state;
	assert_true(unicode_is_letter(0xE9));
	assert_true(unicode_is_letter(0x0416));
	assert_false(unicode_is_letter(0x201C));
	assert_true(unicode_is_upper(0xC9));
	assert_false(unicode_is_upper(0xE9));
	assert_true(unicode_is_digit(0x0663));
	assert_false(unicode_is_digit('x'));
	assert_true(unicode_is_space(0xA0));
	assert_true(unicode_is_space(0x2028));
	assert_true(unicode_is_space(0xFEFF));
	assert_false(unicode_is_space('a'));
	assert_true(unicode_is_mark(0x0301));
	assert_false(unicode_is_mark('a'));
}

static void
assert_folds(const char *text, const char *expected)
{
	char   out[256];
	size_t len = unicode_fold_string(text, strlen(text), out, sizeof(out) - 1);

	out[len] = '\0';
	assert_string_equal(out, expected);
}

static void
test_folding(void **state)
{
	(void) state;
	assert_folds("Marrow", "marrow");
	assert_folds("ÉLODIE", "elodie");
	assert_folds("Elodie\xCC\x81", "elodie"); /* accent of its own */
	assert_folds("Straße", "strasse");
	assert_folds("Łódź", "lodz");
	assert_folds("O’Neill", "o'neill");
	assert_folds("Ærø", "aero");
	assert_folds("", "");
}

static void
test_fold_stops_at_capacity(void **state)
{
	char out[8];

	(void) state;
	memset(out, '#', sizeof(out));
	assert_int_equal(unicode_fold_string("Жужу", 8, out, 5), 4);
	assert_memory_equal(out + 5, "###", 3);
}

/* Folding what is folded changes nothing, or look-ups would miss. */
static void
test_folding_is_stable(void **state)
{
	(void) state;
	for (uint32_t c = 1; c < 0x3000; c++)
	{
		char   once[16];
		char   twice[64];
		size_t n = (size_t) unicode_fold(c, once);
		size_t m = unicode_fold_string(once, n, twice, sizeof(twice));

		assert_true(n <= 12);
		if (n != m || memcmp(once, twice, n) != 0)
			fail_msg("U+%04X folds twice to something else", c);
	}
}

static void
test_version(void **state)
{
	(void) state;
	assert_true(unicode_data_version()[0] >= '1' &&
				unicode_data_version()[0] <= '9');
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_well_formed),
		cmocka_unit_test(test_ill_formed_counts_by_byte),
		cmocka_unit_test(test_does_not_read_past_the_end),
		cmocka_unit_test(test_classes),
		cmocka_unit_test(test_folding),
		cmocka_unit_test(test_fold_stops_at_capacity),
		cmocka_unit_test(test_folding_is_stable),
		cmocka_unit_test(test_version),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
