/*
 * name_body.c
 *		Names of organisations, brought to one order and one spelling.
 */
#include "name.h"

#include <string.h>

bool
name_word_is(NameWord word, const char *text)
{
	return word.length == strlen(text) &&
		memcmp(word.bytes, text, word.length) == 0;
}

/* "Defence" and "Defense", "Organisation" and "Organization". */
static NameWord
american(NameWord word, char out[64])
{
	static const struct
	{
		const char *british;
		const char *american;
	} ends[] = { { "isation", "ization" },
				 { "isations", "izations" },
				 { "defence", "defense" },
				 { "centre", "center" },
				 { "labour", "labor" } };

	for (size_t k = 0; k < sizeof(ends) / sizeof(ends[0]); k++)
	{
		size_t n = strlen(ends[k].british);
		size_t stem = word.length - n;

		if (word.length < n || word.length >= 64 ||
			memcmp(word.bytes + stem, ends[k].british, n) != 0)
			continue;
		n = strlen(ends[k].american);
		memcpy(out, word.bytes, stem);
		memcpy(out + stem, ends[k].american, n);
		return (NameWord){ out, (uint32_t) (stem + n) };
	}
	return word;
}

/* "Department of X" is also called "X Department". */
static bool
turns_round(const NameWord *words, uint32_t n)
{
	static const char *const heads[] = { "department", "ministry",	  "bureau",
										 "committee",  "commission",  "office",
										 "board",	   "subcommittee" };

	if (n < 3 ||
		!(name_word_is(words[1], "of") || name_word_is(words[1], "on") ||
		  name_word_is(words[1], "for")))
		return false;
	for (size_t k = 0; k < sizeof(heads) / sizeof(heads[0]); k++)
		if (name_word_is(words[0], heads[k]))
			return true;
	return false;
}

/* A word that one writer puts and another leaves out. */
static bool
is_left_out(NameWord word)
{
	/* "Foreign Ministry", "Ministry of Foreign Affairs" */
	return name_word_is(word, "the") || name_word_is(word, "and") ||
		name_word_is(word, "affairs");
}

size_t
name_core(const NameWord *words, uint32_t n, char *out, size_t capacity)
{
	bool	 turned = turns_round(words, n);
	uint32_t kept = turned ? n - 1 : n;
	size_t	 len = 0;

	for (uint32_t k = 0; k < kept; k++)
	{
		char	 spelt[64];
		NameWord word = words[k];

		/* the head comes last, what joins it not at all */
		if (turned)
			word = k + 1 < kept ? words[k + 2] : words[0];
		if (is_left_out(word))
			continue;
		word = american(word, spelt);
		if (len + word.length + 1 > capacity)
			break;
		if (len > 0)
			out[len++] = ' ';
		memcpy(out + len, word.bytes, word.length);
		len += word.length;
	}
	return len;
}
