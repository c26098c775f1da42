/*
 * searchcode.c
 *		The keys that an index has of an article, as it stores them; see
 *		searchcode.h.
 */
#include "searchcode.h"

#include "common/hashfn.h"

#define CODE_BITS (64 - KEY_KIND_BITS)

/*
 * Codes of characters, 0 for none.  They are in the order of ASCII, which
 * plays no part in searches and keeps neighbours in an index together.
 */
/* clang-format off */
static const uint8 character_codes[256] = {
	[' '] = 1, ['&'] = 2, ['\''] = 3, ['+'] = 4, ['-'] = 5, ['.'] = 6,
	['/'] = 7, ['0'] = 8, ['1'] = 9, ['2'] = 10, ['3'] = 11, ['4'] = 12,
	['5'] = 13, ['6'] = 14, ['7'] = 15, ['8'] = 16, ['9'] = 17, [':'] = 18,
	['@'] = 19, ['_'] = 20,
	['a'] = 21, ['b'] = 22, ['c'] = 23, ['d'] = 24, ['e'] = 25, ['f'] = 26,
	['g'] = 27, ['h'] = 28, ['i'] = 29, ['j'] = 30, ['k'] = 31, ['l'] = 32,
	['m'] = 33, ['n'] = 34, ['o'] = 35, ['p'] = 36, ['q'] = 37, ['r'] = 38,
	['s'] = 39, ['t'] = 40, ['u'] = 41, ['v'] = 42, ['w'] = 43, ['x'] = 44,
	['y'] = 45, ['z'] = 46,
};
/* clang-format on */

#define CHARACTER_OTHER 47 /* in a text that is not held whole */

uint64
search_code_mask(int bits)
{
	return bits == 0 ? 0 : ~UINT64CONST(0) << (64 - bits);
}

/* The first characters of a text; those without a code are all the same. */
static uint64
long_characters(SearchKeyKind kind, const char *text, uint32 length)
{
	uint64 code = (uint64) (kind + KEY_LONG) << CODE_BITS;
	int	   shift = CODE_BITS;

	for (uint32 i = 0; i < Min(length, KEY_LONG_CHARACTERS); i++)
	{
		uint8 c = character_codes[(unsigned char) text[i]];

		shift -= KEY_CHARACTER_BITS;
		code |= (uint64) (c ? c : CHARACTER_OTHER) << shift;
	}
	return code;
}

/* The code of a text that is held whole; false when it cannot be. */
static bool
whole_characters(SearchKeyKind kind, const char *text, uint32 length,
				 uint64 *code)
{
	int shift = CODE_BITS;

	*code = (uint64) kind << CODE_BITS;
	if (length > KEY_CHARACTERS)
		return false;
	for (uint32 i = 0; i < length; i++)
	{
		uint8 c = character_codes[(unsigned char) text[i]];

		if (c == 0)
			return false;
		shift -= KEY_CHARACTER_BITS;
		*code |= (uint64) c << shift;
	}
	return true;
}

SearchCode
search_code(SearchKeyKind kind, const char *text, uint32 length)
{
	const int hash_bits = CODE_BITS - KEY_LONG_CHARACTERS * KEY_CHARACTER_BITS;
	SearchCode code = { .bits = 64 };

	if (!whole_characters(kind, text, length, &code.code))
	{
		code.code = long_characters(kind, text, length) |
			(hash_bytes((const unsigned char *) text, (int) length) >>
			 (32 - hash_bits));
		code.lossy = true;
	}
	return code;
}

int
search_prefix_codes(SearchKeyKind kind, const char *text, uint32 length,
					SearchCode codes[PREFIX_CODES])
{
	uint32 characters = Min(length, KEY_LONG_CHARACTERS);
	int	   n = 0;

	codes[n].bits = KEY_KIND_BITS + (int) length * KEY_CHARACTER_BITS;
	codes[n].lossy = false;
	if (whole_characters(kind, text, length, &codes[n].code))
		n++;
	codes[n].code = long_characters(kind, text, length);
	codes[n].bits = KEY_KIND_BITS + (int) characters * KEY_CHARACTER_BITS;
	codes[n++].lossy = true;
	return n;
}

char
search_key_letter(SearchKeyKind kind)
{
	static const char letters[] = {
		[KEY_STEM] = 'w', [KEY_WORD] = 'x',	   [KEY_CUE] = 'c',
		[KEY_KIND] = 'k', [KEY_SPEAKER] = 's', [KEY_PERSON] = 'p',
		[KEY_ORG] = 'o',  [KEY_PLACE] = 'l'
	};

	return letters[kind];
}
