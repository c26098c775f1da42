/*
 * test_name.c
 *		Keys of names, and whether two names mean the same.
 */
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static void
assert_key(const char *name, const char *expected)
{
	char   key[256];
	size_t len = name_key(name, strlen(name), key, sizeof(key) - 1);

	key[len] = '\0';
	assert_string_equal(key, expected);
}

static int
same(const char *a, const char *b)
{
	int forth = name_same(a, strlen(a), b, strlen(b));

	assert_int_equal(forth, name_same(b, strlen(b), a, strlen(a)));
	return forth;
}

static void
test_key_folds(void **state)
{
	(void) state;
	assert_key("Ana Ruiz", "ana ruiz");
	assert_key("ANA  RUIZ", "ana ruiz");
	assert_key("Inês Carraço", "ines carraco");
	assert_key("J. R. Byrne", "j r byrne");
	assert_key("J.R. Byrne", "j r byrne");
	assert_key("J.-P. Byrne", "j p byrne");
	assert_key("U.S. Steel", "us steel");
	assert_key("O’Neill", "oneill");
	assert_key("O'Neill", "oneill");
	assert_key("Meena Gokhale-Rao", "meena gokhalerao");
	assert_key("Omar al-Hadid", "omar al hadid");
	assert_key("", "");
}

static void
test_key_leaves_titles_out(void **state)
{
	(void) state;
	assert_key("Mr. Ruiz", "ruiz");
	assert_key("President Ana Ruiz", "ana ruiz");
	assert_key("Prime Minister Ana Ruiz", "ana ruiz");
	assert_key("Gov. Dr. Ana Ruiz", "ana ruiz");
	/* a title alone is all there is */
	assert_key("President", "president");
}

static void
test_key_fits(void **state)
{
	char key[8];

	(void) state;
	assert_int_equal(name_key("Anastasia Ruiz", 14, key, sizeof(key)) <= 8, 1);
	assert_int_equal(name_key("Ana", 3, key, 0), 0);
	/* ill-formed bytes */
	assert_int_equal(name_key("\xff\xfe\x80", 3, key, sizeof(key)) <= 8, 1);
}

static void
test_same(void **state)
{
	(void) state;
	assert_int_equal(same("Ruiz", "Ana Ruiz"), 1);
	assert_int_equal(same("ANA RUIZ", "Ana Ruiz"), 1);
	assert_int_equal(same("Mayor Ana Ruiz", "Ana Ruiz"), 1);
	assert_int_equal(same("Ana B. Ruiz", "Ana Ruiz"), 1);
	assert_int_equal(same("Petro Kovalenskyy", "Petro Kovalensky"), 1);
	assert_int_equal(same("Kovalenskiy", "Petro Kovalensky"), 1);
	assert_int_equal(same("U.S.", "United States"), 1);
	assert_int_equal(same("van Dyke", "Peter van Dyke"), 1);
	assert_int_equal(same("Ministry of Defence", "Defense Ministry"), 1);
	assert_int_equal(same("Ministry of Foreign Affairs", "Foreign Ministry"),
					 1);
	assert_int_equal(same("Corvane Foods Inc.", "Corvane Foods"), 1);
	assert_int_equal(same("al-Hadid", "Omar al-Hadid"), 1);
	assert_int_equal(same("Ana B. Ruiz", "Ana Beatriz Ruiz"), 1);
}

static void
test_different(void **state)
{
	(void) state;
	assert_int_equal(same("Ana Ruiz", "Ana Byrne"), 0);
	assert_int_equal(same("Ana Ruiz", "Mario Ruiz"), 0);
	assert_int_equal(same("A. Ruiz", "Mario Ruiz"), 0);
	assert_int_equal(same("Ruiz", "Byrne"), 0);
	assert_int_equal(same("Corvane Inc.", "Corvane Ltd."), 0);
	assert_int_equal(same("Ministry of Health", "Ministry of Defence"), 0);
	assert_int_equal(same("Owen Ruiz Sr.", "Owen Ruiz Jr."), 0);
	assert_int_equal(same("Owen H. W. Ruiz", "Owen W. Ruiz"), 0);
	assert_int_equal(same("Al Ruiz", "Tessa Ruiz"), 0);
	/* what is beside a word in the lexicon is not its name */
	assert_int_equal(same("Bill", "William"), 0);
}

static void
test_cannot_be_told(void **state)
{
	(void) state;
	assert_int_equal(same("A. Ruiz", "Ana Ruiz"), -1);
	assert_int_equal(same("A. Ruiz", "A. Ruiz Jr."), -1);
	assert_int_equal(same("Ana", "Ana Ruiz"), -1);
	assert_int_equal(same("Alex Ruiz", "Alexander Ruiz"), -1);
	assert_int_equal(same("HPA", "Harbour Pilots Association"), -1);
	assert_int_equal(same("U.S. Coast Guard", "Coast Guard"), -1);
	assert_int_equal(same("", "Ana Ruiz"), -1);
	/* short given names, initials without stops */
	assert_int_equal(same("Bill Byrne", "William Byrne"), -1);
	assert_int_equal(same("Peggy Byrne", "Margaret Byrne"), -1);
	assert_int_equal(same("JK Byrne", "Joanne Byrne"), -1);
	assert_int_equal(same("J.K. Byrne", "Joanne Byrne"), -1);
	/* one of two surnames, both of them, the surname first */
	assert_int_equal(same("Ana Ruiz", "Ana Ruiz Costa"), -1);
	assert_int_equal(same("Ruiz", "Ana Ruiz Costa"), -1);
	assert_int_equal(same("Ruiz Costa", "Ana Ruiz Costa"), -1);
	assert_int_equal(same("Kim Sato", "Sato Kim"), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_key_folds),
		cmocka_unit_test(test_key_leaves_titles_out),
		cmocka_unit_test(test_key_fits),
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_different),
		cmocka_unit_test(test_cannot_be_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
