/*
 * hostile.c
 *		Texts made to be hard to read; see hostile.h.
 */
#include "hostile.h"

#include <stdlib.h>
#include <string.h>

#define WORD_LETTERS 5

const HostileText hostile_texts[] = {
	{ "opening marks", "“" },
	{ "closing marks", "”" },
	{ "straight marks", "\"" },
	{ "apostrophes", "'" },
	{ "single opening marks", "‘" },
	{ "marks a word apart", "\"a " },
	{ "nested marks", "“a ‘b " },
	{ "opened in each paragraph", "“Well, we ran on.\n\n" },
	{ "quotations", "“Yes, it is so,” Ann Lee said. " },
	{ "quotations without a speaker", "“Yes.” " },
	{ "attributions alone", "said Ann Lee. " },
	{ "cues", "said " },
	{ "cues with that", "said that " },
	{ "bare clauses", "he said she said " },
	{ "according to", "according to " },
	{ "saying", ", saying " },
	{ "one word", "x" },
	{ "one word in capitals", "X" },
	{ "one accented word", "é" },
	{ "hyphens in a word", "a-" },
	{ "apostrophes in a word", "a'" },
	{ "full stops in a word", "A." },
	{ "capitalised words", "Ab " },
	{ "words in capitals", "AB " },
	{ "different words", "@ " },
	{ "different names", "Mayor Ann X@ met Bob Y@. " },
	{ "different surnames", "Ann @ said. He said. " },
	{ "one surname, many people", "X@ Lee said. Lee said. " },
	{ "one surname, many titles", "Mayor X@ Lee said. Mayor Lee said. " },
	{ "initials", "A.B. X@ met A. Lee. " },
	{ "longer and longer names", "Ann @ Lee met Ann Lee @. " },
	{ "names without end", "Ann Lee and " },
	{ "titles", "Mayor " },
	{ "abbreviated titles", "Mr. " },
	{ "titles of the office", "Minister of " },
	{ "organisations", "Bank of the " },
	{ "letters in brackets", "The X@ Council (XC) met the Council. " },
	{ "one council, many countries", "The U.S. X@ Council and X@ Council. " },
	{ "the minister", "Minister X@ Lee met. “Yes,” the minister said. " },
	{ "the company", "X@ Inc. met. “Yes,” the company said. " },
	{ "answers", "We spoke with Ann X@.\n\nQ: Well?\n\nA: Yes.\n\n" },
	{ "prepositions", "of the in the " },
	{ "pronouns", "he she they " },
	{ "commas", "a, " },
	{ "clauses in commas", "Lee, who said, " },
	{ "cues that share a subject", "and said “a” " },
	{ "marks between cues", "he said, she said “a,” " },
	{ "reports in participles", "saying it is “so,” " },
	{ "claims", "her claim that “a” is " },
	{ "brackets", "( " },
	{ "closing brackets", ") " },
	{ "dashes", "— " },
	{ "full stops", ". " },
	{ "ellipses", "..." },
	{ "bylines", "By Ann Lee\n" },
	{ "byline without end", "By Ann Lee and " },
	{ "datelines", "LONDON (AP) — \n\n" },
	{ "dateline without end", "LONDON, " },
	{ "contributors", "News’ Ann Lee, " },
	{ "copyrights", "Copyright © 2026, News. " },
	{ "labels", "LEE: yes\n\n" },
	{ "colons", "Lee: " },
	{ "bullets", "* a\n" },
	{ "separators", "___\n" },
	{ "empty lines", "\n" },
	{ "carriage returns", "\r\n" },
	{ "spaces", " " },
	{ "no-break spaces", "\xC2\xA0" },
	{ "byte order marks", "\xEF\xBB\xBF" },
	{ "combining marks", "\xCC\x81" },
	{ "numbers", "1," },
	{ "dates", "Jan. 1, 2026 " },
	{ "dates in words",
	  "early last May 3-5, a few hundred years ago and a half " },
	{ "days to days",
	  "from Friday to Saturday through 2019 to in three weeks " },
	{ "amounts", "$1 million " },
	{ "addresses", "http://a." },
	{ "handles", "@" },
	{ "bytes of no text", "\xFF" },
	{ "characters cut short", "\xE2\x80" },
	{ "surrogates", "\xED\xA0\x80" },
	{ "escapes", "\\0\\x00\\u0000%00&#0;" },
	{ "control characters", "\x01\x02\x1F\x7F" },
	{ "another script", "Он сказал: «да». " },
	{ "no spaces between words", "他说“是”。" },
};
const size_t n_hostile_texts = sizeof(hostile_texts) /
	sizeof(hostile_texts[0]);

static char *
put_word(char *at, size_t n)
{
	for (int i = WORD_LETTERS - 1; i >= 0; i--, n /= 26)
		at[i] = (char) ('a' + n % 26);
	return at + WORD_LETTERS;
}

char *
hostile_make(const HostileText *hostile, size_t len, size_t *made)
{
	size_t piece = strlen(hostile->piece);
	char  *text = malloc(len + piece * WORD_LETTERS + 1);
	char  *at = text;

	if (text == NULL)
		abort();
	for (size_t n = 0; (size_t) (at - text) < len; n++)
	{
		for (const char *c = hostile->piece; *c; c++)
		{
			/* alone it is only itself */
			if (*c == '@' && piece > 1)
				at = put_word(at, n);
			else
				*at++ = *c;
		}
	}
	*at = '\0';
	*made = (size_t) (at - text);
	return text;
}
