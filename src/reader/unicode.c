/*
 * unicode.c
 *		Decoding, classes, folding; see unicode.h.
 *
 * ICU is asked only for properties of assigned characters and canonical
 * decompositions, which Unicode keeps stable.  ASCII never gets this far: the
 * tokenizer handles it by table.
 */
#include "unicode.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#define REPLACEMENT 0xFFFD

uint32_t
unicode_next_long(const char *text, size_t at, size_t end, int *size)
{
	const uint8_t *bytes = (const uint8_t *) text + at;
	int32_t		   limit = end - at < 4 ? (int32_t) (end - at) : 4;
	int32_t		   i = 0;
	UChar32		   c;

	U8_NEXT(bytes, i, limit, c);
	if (c < 0)
	{
		*size = 1;
		return REPLACEMENT;
	}
	*size = i;
	return (uint32_t) c;
}

bool
unicode_is_letter(uint32_t c)
{
	return u_isalpha((UChar32) c);
}

bool
unicode_is_upper_beyond(uint32_t c)
{
	return u_isupper((UChar32) c) || u_istitle((UChar32) c);
}

bool
unicode_is_digit(uint32_t c)
{
	return u_isdigit((UChar32) c);
}

bool
unicode_is_space_beyond(uint32_t c)
{
	return u_isUWhiteSpace((UChar32) c) || (c >= 0x200B && c <= 0x200F) ||
		c == 0x2060 || c == 0xFEFF;
}

bool
unicode_is_mark(uint32_t c)
{
	return (U_MASK(u_charType((UChar32) c)) & U_GC_M_MASK) != 0;
}

/*
 * Letters that Unicode does not take apart but that news text writes both
 * ways.
 */
static const char *
plain_letter(uint32_t c)
{
	switch (c)
	{
		case 0x00DF:
			return "ss";
		case 0x00E6:
			return "ae";
		case 0x00F0:
		case 0x0111:
			return "d";
		case 0x00F8:
			return "o";
		case 0x00FE:
			return "th";
		case 0x0131:
			return "i";
		case 0x0142:
			return "l";
		case 0x0153:
			return "oe";
		case 0x2018:
		case 0x2019:
		case 0x02BC:
			return "'";
		case 0x2010:
		case 0x2011:
			return "-";
		default:
			return NULL;
	}
}

int
unicode_lower(uint32_t c, char *out)
{
	int32_t len = 0;

	U8_APPEND_UNSAFE(out, len, u_tolower((UChar32) c));
	return (int) len;
}

int
unicode_fold_beyond(uint32_t c, char *out)
{
	UErrorCode			status = U_ZERO_ERROR;
	const UNormalizer2 *nfd;
	UChar				parts[20];
	int32_t				n;
	int32_t				len = 0;
	const char		   *plain;

	c = (uint32_t) u_tolower((UChar32) c);
	if (c < 0x80)
	{
		*out = (char) c;
		return 1;
	}
	if ((plain = plain_letter(c)) != NULL)
	{
		memcpy(out, plain, strlen(plain));
		return (int) strlen(plain);
	}
	nfd = unorm2_getNFDInstance(&status);
	n = U_SUCCESS(status) ?
		unorm2_getDecomposition(nfd, (UChar32) c, parts, 20, &status) :
		-1;
	if (n < 0 || U_FAILURE(status))
	{
		parts[0] = 0;
		n = 0;
		U16_APPEND_UNSAFE(parts, n, c);
	}
	for (int32_t i = 0; i < n && len <= 8;)
	{
		UChar32 part;

		U16_NEXT(parts, i, n, part);
		if (unicode_is_mark((uint32_t) part))
			continue;
		/* an accent may stand on a letter of that kind: U+01E3 */
		if ((plain = plain_letter((uint32_t) part)) != NULL)
		{
			memcpy(out + len, plain, strlen(plain));
			len += (int32_t) strlen(plain);
		}
		else
			U8_APPEND_UNSAFE(out, len, part);
	}
	return len;
}

size_t
unicode_fold_string(const char *text, size_t len, char *out, size_t capacity)
{
	size_t written = 0;

	for (size_t at = 0; at < len;)
	{
		char folded[12];
		int	 size;
		int	 n;

		while (at < len && written < capacity &&
			   (unsigned char) text[at] < 0x80)
			out[written++] = unicode_small(text[at++]);
		if (at == len || written == capacity)
			break;
		n = unicode_fold(unicode_next(text, at, len, &size), folded);
		if (written + (size_t) n > capacity)
			break;
		memcpy(out + written, folded, (size_t) n);
		written += (size_t) n;
		at += (size_t) size;
	}
	return written;
}

const char *
unicode_data_version(void)
{
	static char version[U_MAX_VERSION_STRING_LENGTH];

	if (version[0] == '\0')
	{
		UVersionInfo info;

		u_getUnicodeVersion(info);
		u_versionToString(info, version);
	}
	return version;
}
