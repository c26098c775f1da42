/*
 * name.c
 *		Comparing names of people and organisations.
 *
 * A name's key is its words, folded, without titles, stops and apostrophes,
 * joined by single spaces.
 */
#include "name.h"

#include "lexicon.h"
#include "reader.h"
#include "unicode.h"

#include <string.h>

static bool
parts_words(uint32_t c)
{
	return unicode_is_space(c) || c == ',' || c == '/' ||
		(c >= 0x2013 && c <= 0x2015);
}

static bool
is_hyphen(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2012);
}

static bool
is_left_out(uint32_t c)
{
	return is_hyphen(c) || c == '.' || c == '\'' || c == '"' || c == '(' ||
		c == ')' || (c >= 0x2018 && c <= 0x201F) || c == 0x02BC || c == '`';
}

static const LexEntry *
find(const char *key, size_t len)
{
	return lexicon_find(unicode_hash(UNICODE_HASH_START, key, len), key, len);
}

/* "al-Assad" is two words, "Gokhale-Rao" is one. */
static bool
is_particle(const char *key, size_t len)
{
	const LexEntry *entry = find(key, len);

	return entry && (entry->classes & LEX(NAME_PARTICLE));
}

size_t
name_fold(const char *name, size_t len, char *out, size_t capacity)
{
	size_t n = 0;
	size_t word = 0; /* where the last word begins */
	bool   space = false;

	for (size_t at = 0; at < len;)
	{
		int		 size;
		uint32_t c = unicode_next(name, at, len, &size);
		char	 folded[16];
		int		 k;

		at += (size_t) size;
		if (parts_words(c) ||
			(is_hyphen(c) && is_particle(out + word, n - word)))
		{
			space = n > 0;
			continue;
		}
		if (is_left_out(c))
			continue;
		k = unicode_fold(c, folded);
		if (k == 0)
			continue;
		if (n + (size_t) k + 1 > capacity)
			break;
		if (space)
		{
			out[n++] = ' ';
			word = n;
		}
		space = false;
		memcpy(out + n, folded, (size_t) k);
		n += (size_t) k;
	}
	return n;
}

/* Titles are told by the lexicon, which has them with stops and without. */
static bool
is_title(const char *key, size_t len)
{
	const LexEntry *entry = find(key, len);
	char			stopped[64];

	if (entry == NULL && len + 1 < sizeof(stopped))
	{
		memcpy(stopped, key, len);
		stopped[len] = '.';
		entry = find(stopped, len + 1);
	}
	return entry && (entry->classes & LEX(TITLE)) &&
		!(entry->classes & (LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE)));
}

/* The length of the words of titles that the folded name begins with. */
static size_t
titles_length(const char *key, size_t len)
{
	const LexEntry *whole = find(key, len);
	size_t			from = 0;

	if (whole &&
		(whole->classes &
		 (LEX(ORG) | LEX(COUNTRY) | LEX(CITY) | LEX(REGION) | LEX(PERSON))))
		return 0;
	for (;;)
	{
		size_t best = 0;
		size_t at = from;

		/* a title has at most four words and leaves one for the name */
		for (int words = 0; words < 4; words++)
		{
			const char *space = memchr(key + at, ' ', len - at);

			if (space == NULL)
				break;
			at = (size_t) (space - key);
			if (is_title(key + from, at - from))
				best = at + 1;
			at++;
		}
		if (best == 0)
			return from;
		from = best;
	}
}

size_t
name_key(const char *name, size_t len, char *out, size_t capacity)
{
	size_t n = name_fold(name, len, out, capacity);
	size_t titles = titles_length(out, n);

	memmove(out, out + titles, n - titles);
	return n - titles;
}

/* -------------------------------------------------------- are they same */

uint32_t
name_words(const char *key, size_t len, NameWord words[NAME_MOST_WORDS])
{
	uint32_t n = 0;
	size_t	 at = 0;

	while (at < len && n < NAME_MOST_WORDS)
	{
		const char *space = memchr(key + at, ' ', len - at);
		size_t		end = space ? (size_t) (space - key) : len;

		words[n++] = (NameWord){ key + at, (uint32_t) (end - at) };
		at = end + 1;
	}
	return n;
}

static bool
is_suffix(NameWord word)
{
	const LexEntry *entry = find(word.bytes, word.length);

	return entry && (entry->classes & LEX(NAME_SUFFIX)) &&
		!(entry->classes & LEX(SURNAME));
}

/*
 * One spelling for the ways a foreign name is written in English: "Zelensky",
 * "Zelenskyy" and "Zelenskiy", "Mohammed" and "Muhammad".
 */
static size_t
sound(NameWord word, char out[64])
{
	size_t n = 0;

	for (uint32_t i = 0; i < word.length && n < 63; i++)
	{
		char c = word.bytes[i];

		if (c == 'y' || c == 'j')
			c = 'i';
		if (c == 'w')
			c = 'v';
		if (c == 'h' && i > 0 && i + 1 < word.length)
			continue;
		if (n > 0 && out[n - 1] == c)
			continue;
		out[n++] = c;
	}
	return n;
}

static bool
same_word(NameWord a, NameWord b)
{
	return a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0;
}

bool
name_words_alike(NameWord a, NameWord b)
{
	char   left[64];
	char   right[64];
	size_t n;

	if (same_word(a, b))
		return true;
	if (a.length < 4 || b.length < 4 || a.bytes[0] != b.bytes[0])
		return false;
	n = sound(a, left);
	return n == sound(b, right) && memcmp(left, right, n) == 0;
}

uint32_t
name_sound_hash(NameWord word)
{
	char   out[64];
	size_t n = sound(word, out);

	return unicode_hash(UNICODE_HASH_START, out, n);
}

/* The same but for one letter: perhaps misspelt. */
static bool
differ_by_one(NameWord a, NameWord b)
{
	int different = 0;

	if (a.length != b.length)
		return false;
	for (uint32_t i = 0; i < a.length; i++)
		different += a.bytes[i] != b.bytes[i];
	return different == 1;
}

/* 1, 0 or -1 for two given names. */
static int
same_given(NameWord a, NameWord b)
{
	uint32_t shorter = a.length < b.length ? a.length : b.length;

	if (name_words_alike(a, b))
		return a.length == 1 ? -1 : 1;
	if (a.bytes[0] != b.bytes[0])
		return 0;
	if (shorter == 1)
		return -1;
	/* "Alex" and "Alexander"; "Kristen" and "Kristin" */
	return (shorter >= 3 && memcmp(a.bytes, b.bytes, shorter) == 0) ||
			(shorter >= 5 && differ_by_one(a, b)) ?
		-1 :
		0;
}

int
name_words_same(const NameWord *a, uint32_t n, const NameWord *b, uint32_t m)
{
	bool suffix_a = n > 1 && is_suffix(a[n - 1]);
	bool suffix_b = m > 1 && is_suffix(b[m - 1]);
	int	 given;

	n -= suffix_a;
	m -= suffix_b;
	if (n == 0 || m == 0)
		return -1;
	if (!name_words_alike(a[n - 1], b[m - 1]))
	{
		/* a given name or the first part of a Chinese name by itself */
		if ((n == 1 && m > 1 && same_word(a[0], b[0])) ||
			(m == 1 && n > 1 && same_word(a[0], b[0])))
			return -1;
		return 0;
	}
	if (n == 1 || m == 1)
		return 1;
	given = same_given(a[0], b[0]);
	if (given == 1 && suffix_a != suffix_b)
		return -1;
	return given;
}

/* True when the word is made of the first letters of the others. */
static bool
is_acronym_of(NameWord word, const NameWord *words, uint32_t n)
{
	uint32_t at = 0;

	if (word.length < 2 || n < 2)
		return false;
	for (uint32_t i = 0; i < n; i++)
	{
		if (at < word.length && words[i].bytes[0] == word.bytes[at])
			at++;
		else if (words[i].length > 3)
			return false;
	}
	return at == word.length;
}

/* What the lexicon calls it, 0 for nothing. */
static uint32_t
canonical(const char *name, size_t len)
{
	char			folded[256];
	const LexEntry *entry;

	if (len >= sizeof(folded) / 2)
		return 0;
	len = unicode_fold_string(name, len, folded, sizeof(folded));
	entry = find(folded, len);
	if (entry == NULL || (entry->classes & LEX(DEMONYM)))
		return 0;
	return entry->canonical ? entry->canonical : entry->key;
}

int
name_same(const char *a, size_t a_len, const char *b, size_t b_len)
{
	char	 left[512];
	char	 right[512];
	NameWord a_words[NAME_MOST_WORDS];
	NameWord b_words[NAME_MOST_WORDS];
	size_t	 n = name_key(a, a_len, left, sizeof(left));
	size_t	 m = name_key(b, b_len, right, sizeof(right));
	uint32_t i;
	uint32_t j;

	if (n == 0 || m == 0)
		return n == m && a_len == b_len && memcmp(a, b, a_len) == 0 ? 1 : -1;
	if (n == m && memcmp(left, right, n) == 0)
		return 1;
	if (canonical(a, a_len) &&
		strcmp(lexicon_string(canonical(a, a_len)),
			   lexicon_string(canonical(b, b_len))) == 0)
		return 1;
	i = name_words(left, n, a_words);
	j = name_words(right, m, b_words);
	if ((i == 1 && is_acronym_of(a_words[0], b_words, j)) ||
		(j == 1 && is_acronym_of(b_words[0], a_words, i)))
		return -1;
	return name_words_same(a_words, i, b_words, j);
}
