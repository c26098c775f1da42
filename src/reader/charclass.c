/*
 * charclass.c
 *		What a character is to the tokenizer; see charclass.h.
 */
#include "charclass.h"

#include "unicode.h"

/* clang-format off */
/* Other control characters are white space. */
#define S CHAR_SPACE
#define U CHAR_UPPER
#define L CHAR_LOWER
#define O CHAR_OTHER
const uint8_t char_ascii_classes[128] = {
	S, S, S, S, S, S, S, S, S, S,
	CHAR_NEWLINE, CHAR_NEWLINE, CHAR_NEWLINE, CHAR_NEWLINE, S, S,
	S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
	S, CHAR_STOP, CHAR_DOUBLE, O, O, O, O, CHAR_SINGLE,
	O, O, O, O, O, CHAR_HYPHEN, CHAR_STOP, O,
	CHAR_DIGIT, CHAR_DIGIT, CHAR_DIGIT, CHAR_DIGIT, CHAR_DIGIT,
	CHAR_DIGIT, CHAR_DIGIT, CHAR_DIGIT, CHAR_DIGIT, CHAR_DIGIT,
	O, O, O, O, O, CHAR_STOP,
	O, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	U, U, U, U, U, U, U, U, U, U, U, O, O, O, O, O,
	CHAR_SINGLE, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O
};
#undef S
#undef U
#undef L
#undef O
/* clang-format on */

CharClass
char_class_beyond(uint32_t c)
{
	switch (c)
	{
		case 0x2028:
		case 0x2029:
		case 0x0085:
			return CHAR_NEWLINE;
		case 0x00AB: /* « */
		case 0x00BB: /* » */
		case 0x201C:
		case 0x201D:
		case 0x201E:
		case 0x201F:
		case 0x301D:
		case 0x301E:
		case 0xFF02:
			return CHAR_DOUBLE;
		case 0x2018:
		case 0x2019:
		case 0x201A:
		case 0x201B:
		case 0x2039:
		case 0x203A:
		case 0x00B4:
		case 0x02BC:
		case 0xFF07:
			return CHAR_SINGLE;
		case 0x2010:
		case 0x2011:
			return CHAR_HYPHEN;
		case 0x2012:
		case 0x2013:
		case 0x2014:
		case 0x2015:
			return CHAR_DASH;
		case 0x2026:
			return CHAR_ELLIPSIS;
		default:
			break;
	}
	if (unicode_is_letter(c))
		return unicode_is_upper(c) ? CHAR_UPPER : CHAR_LOWER;
	if (unicode_is_mark(c))
		return CHAR_LOWER;
	if (unicode_is_digit(c))
		return CHAR_DIGIT;
	return unicode_is_space(c) ? CHAR_SPACE : CHAR_OTHER;
}
