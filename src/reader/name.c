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

/*
 * The end of initials written without spaces that begin at this byte, "J.R."
 * or "J.-P."; at for none.  "U.S." and the like are words.
 */
static size_t
initials_end(const char *name, size_t at, size_t len)
{
	size_t			end = at;
	int				letters = 0;
	char			folded[32];
	size_t			n;
	const LexEntry *entry;

	for (size_t i = at; i < len; letters++)
	{
		int		 size;
		uint32_t c = unicode_next(name, i, len, &size);

		if (letters > 0 && is_hyphen(c))
		{
			i += (size_t) size;
			c = unicode_next(name, i, len, &size);
		}
		i += (size_t) size;
		if (!unicode_is_upper(c) || i >= len || name[i] != '.')
			break;
		end = ++i;
	}
	if (letters < 2 || end - at > sizeof(folded) / 2)
		return at;
	n = unicode_fold_string(name + at, end - at, folded, sizeof(folded));
	entry = find(folded, n);
	return entry && entry->canonical ? at : end;
}

size_t
name_fold(const char *name, size_t len, char *out, size_t capacity)
{
	size_t n = 0;
	size_t word = 0;	 /* where the last word begins */
	size_t initials = 0; /* up to here each letter is a word */
	bool   space = false;
	bool   begins = true; /* at the beginning of a word */

	for (size_t at = 0; at < len;)
	{
		int		 size;
		uint32_t c = unicode_next(name, at, len, &size);
		char	 folded[16];
		int		 k;

		if (begins && at >= initials)
			initials = initials_end(name, at, len);
		at += (size_t) size;
		begins = parts_words(c);
		if (begins || (is_hyphen(c) && is_particle(out + word, n - word)) ||
			(at < initials && c == '.'))
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
has_class(NameWord word, LexClasses any)
{
	const LexEntry *entry = find(word.bytes, word.length);

	return entry && (entry->classes & any);
}

static bool
is_suffix(NameWord word)
{
	return has_class(word, LEX(NAME_SUFFIX)) && !has_class(word, LEX(SURNAME));
}

bool
name_is_beside(const LexEntry *entry, NameWord word)
{
	const char *list = lexicon_string(entry->canonical);

	if (entry->canonical == 0)
		return false;
	while (*list)
	{
		size_t n = strcspn(list, " ");

		if (n == word.length && memcmp(list, word.bytes, n) == 0)
			return true;
		list += n + (list[n] == ' ');
	}
	return false;
}

uint32_t
name_without_suffix(const NameWord *words, uint32_t n)
{
	return n > 1 && is_suffix(words[n - 1]) ? n - 1 : n;
}

uint32_t
name_surname_start(const NameWord *words, uint32_t n)
{
	uint32_t start = name_without_suffix(words, n);

	if (start > 0)
		start--;
	while (start > 0 && has_class(words[start - 1], LEX(NAME_PARTICLE)))
		start--;
	return start;
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

/* One of the names that the short form stands for: William of Bill. */
static bool
is_short_for(NameWord nickname, NameWord name)
{
	const LexEntry *entry = find(nickname.bytes, nickname.length);

	return entry && (entry->classes & (LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE))) &&
		name_is_beside(entry, name);
}

/* "JK" of JK Rowling: two letters that are no name. */
static bool
is_two_initials(NameWord word)
{
	return word.length == 2 &&
		!has_class(word,
				   LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE) | LEX(SURNAME) |
					   LEX(NAME_PARTICLE));
}

/* 1, 0 or -1 for two given names. */
static int
same_given(NameWord a, NameWord b)
{
	uint32_t shorter = a.length < b.length ? a.length : b.length;

	if (name_words_alike(a, b))
		return a.length == 1 ? -1 : 1;
	if (is_short_for(a, b) || is_short_for(b, a))
		return -1;
	if (a.bytes[0] != b.bytes[0])
		return 0;
	if (shorter == 1 || is_two_initials(a) || is_two_initials(b))
		return -1;
	/* "Alex" and "Alexander"; "Kristen" and "Kristin" */
	return (shorter >= 3 && memcmp(a.bytes, b.bytes, shorter) == 0) ||
			(shorter >= 5 && differ_by_one(a, b)) ?
		-1 :
		0;
}

/* The words are alike, one by one. */
static bool
all_alike(const NameWord *a, const NameWord *b, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (!name_words_alike(a[i], b[i]))
			return false;
	return true;
}

/*
 * "George H. W. Bush" is not "George W. Bush": the middle names that both
 * have are not the same.  The particles of a surname are no middle names.
 */
static bool
middles_differ(const NameWord *a, uint32_t n, const NameWord *b, uint32_t m)
{
	for (uint32_t i = 1; i + 1 < n && i + 1 < m; i++)
	{
		bool initial = a[i].length == 1 || b[i].length == 1;

		if (has_class(a[i], LEX(NAME_PARTICLE)) ||
			has_class(b[i], LEX(NAME_PARTICLE)))
			return false;
		if (initial ? a[i].bytes[0] != b[i].bytes[0] :
					  same_given(a[i], b[i]) == 0)
			return true;
	}
	return false;
}

/* Leaves middle initials out: "Ana R. Ruiz Costa". */
static uint32_t
without_initials(const NameWord *words, uint32_t n,
				 NameWord left[NAME_MOST_WORDS])
{
	uint32_t k = 0;

	for (uint32_t i = 0; i < n; i++)
		if (i == 0 || words[i].length > 1)
			left[k++] = words[i];
	return k;
}

/*
 * Names whose last words differ; a has no more words than b.  A given name by
 * itself, one of two surnames, the surname first: none of it is certain.
 */
static int
same_but_for_last(const NameWord *a, uint32_t n, const NameWord *b, uint32_t m)
{
	NameWord x[NAME_MOST_WORDS];
	NameWord y[NAME_MOST_WORDS];

	n = without_initials(a, n, x);
	m = without_initials(b, m, y);
	if (n == 0 || n > m)
		return 0;
	if (n == 1)
	{
		if (m > 1 && same_word(x[0], y[0]))
			return -1;
		for (uint32_t i = 1; i + 1 < m; i++)
			if (x[0].length > 2 && name_words_alike(x[0], y[i]))
				return -1;
		return 0;
	}
	if (n < m)
		return all_alike(x, y, n) ? -1 : 0;
	return (name_words_alike(x[0], y[n - 1]) && all_alike(x + 1, y, n - 1)) ||
			(name_words_alike(y[0], x[n - 1]) && all_alike(y + 1, x, n - 1)) ?
		-1 :
		0;
}

int
name_words_same(const NameWord *a, uint32_t n, const NameWord *b, uint32_t m)
{
	uint32_t bare_n = name_without_suffix(a, n);
	uint32_t bare_m = name_without_suffix(b, m);
	bool	 suffix_a = bare_n < n;
	bool	 suffix_b = bare_m < m;
	int		 given;

	/* father and son */
	if (suffix_a && suffix_b && !same_word(a[n - 1], b[m - 1]))
		return 0;
	if (bare_n > bare_m)
		return name_words_same(b, m, a, n);
	n = bare_n;
	m = bare_m;
	if (n == 0)
		return -1;
	if (!name_words_alike(a[n - 1], b[m - 1]))
		return same_but_for_last(a, n, b, m);
	if (n == 1)
		return 1;
	/* "van Dyke" is Ana van Dyke; "Soto Ruiz" may be Ana Soto Ruiz */
	if (n < m && all_alike(a, b + (m - n), n))
		return has_class(a[0], LEX(NAME_PARTICLE)) ? 1 : -1;
	given = same_given(a[0], b[0]);
	if (given != 0 && middles_differ(a, n, b, m))
		return 0;
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

#define NAMED \
	(LEX(COUNTRY) | LEX(CITY) | LEX(REGION) | LEX(STATE_ABBREV) | LEX(ORG) | \
	 LEX(ORG_ACRONYM) | LEX(PERSON))

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
	/* what other words have there is not how they are called */
	if (entry == NULL || !(entry->classes & NAMED) ||
		(entry->classes &
		 (LEX(DEMONYM) | LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE))))
		return 0;
	return entry->canonical ? entry->canonical : entry->key;
}

/* Without "Inc." at the end. */
static uint32_t
without_form(const NameWord *words, uint32_t n)
{
	while (n > 1 && words[n - 1].length > 2 &&
		   has_class(words[n - 1], LEX(ORG_SUFFIX)))
		n--;
	return n;
}

/*
 * Two names of one organisation.  "Inc." may be left out, but is not the same
 * as "Ltd.".
 */
static bool
same_body(const NameWord *a, uint32_t n, const NameWord *b, uint32_t m)
{
	uint32_t bare_n = without_form(a, n);
	uint32_t bare_m = without_form(b, m);
	char	 left[512];
	char	 right[512];
	size_t	 len;

	if (bare_n == n || bare_m == m)
	{
		n = bare_n;
		m = bare_m;
	}
	len = name_core(a, n, left, sizeof(left));
	return len > 0 && len == name_core(b, m, right, sizeof(right)) &&
		memcmp(left, right, len) == 0;
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
	if (same_body(a_words, i, b_words, j))
		return 1;
	if ((i == 1 && is_acronym_of(a_words[0], b_words, j)) ||
		(j == 1 && is_acronym_of(b_words[0], a_words, i)))
		return -1;
	return name_words_same(a_words, i, b_words, j);
}
