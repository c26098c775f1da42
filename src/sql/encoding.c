/*
 * encoding.c
 *		Between the server's encoding and the reader's UTF-8; see encoding.h.
 *
 * The server's own conversion functions are called with "no error", a piece at
 * a time: what an article holds must never stop its reading.
 */
#include "encoding.h"

#include "catalog/namespace.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"

#include "charmap.h"

#define PIECE 1024 /* bytes converted at once */

typedef struct Conversion
{
	Oid			   function;
	int			   from;
	int			   to;
	const char	  *substitute; /* for a character that cannot be converted */
	StringInfoData out;
} Conversion;

bool
encoding_is_reader(void)
{
	return GetDatabaseEncoding() == PG_UTF8 ||
		GetDatabaseEncoding() == PG_SQL_ASCII;
}

int
encoding_of_reader(void)
{
	return GetDatabaseEncoding() == PG_SQL_ASCII ? PG_SQL_ASCII : PG_UTF8;
}

/* Characters of a valid text, as its encoding counts them. */
static uint32
count_chars(int encoding, const char *text, uint32 bytes)
{
	const char *end = text + bytes;
	uint32		chars = 0;

	if (encoding == PG_UTF8)
		return charmap_count_utf8(text, bytes);
	if (pg_encoding_max_length(encoding) == 1)
		return bytes;
	for (; text < end; chars++)
		text += charmap_step(encoding, text, end);
	return chars;
}

/*
 * Converts bytes, which are whole characters, as far as that gives one
 * character for each; returns how many bytes were converted.
 */
static uint32
convert_piece(Conversion *conversion, const char *text, uint32 bytes)
{
	unsigned char buffer[(PIECE + 1) * MAX_CONVERSION_GROWTH + 1];
	uint32		  done;
	uint32		  got;

	done = pg_do_encoding_conversion_buf(conversion->function,
										 conversion->from, conversion->to,
										 (unsigned char *) text, bytes, buffer,
										 sizeof(buffer), true);
	got = done > 0 ? strlen((char *) buffer) : 0;
	if (count_chars(conversion->from, text, done) !=
		count_chars(conversion->to, (char *) buffer, got))
		return 0;
	appendBinaryStringInfo(&conversion->out, (char *) buffer, got);
	return done;
}

static void
convert(Conversion *conversion, const char *text, uint32 bytes)
{
	const char *end = text + bytes;

	conversion->function = FindDefaultConversionProc(conversion->from,
													 conversion->to);
	if (!OidIsValid(conversion->function))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_FUNCTION),
				 errmsg("default conversion function for encoding \"%s\" to "
						"\"%s\" does not exist",
						pg_encoding_to_char(conversion->from),
						pg_encoding_to_char(conversion->to))));
	initStringInfo(&conversion->out);
	while (text < end)
	{
		uint32		piece = Min(PIECE, end - text);
		const char *stop;

		CHECK_FOR_INTERRUPTS();
		piece = pg_encoding_mbcliplen(conversion->from, text, end - text,
									  piece);
		/* a broken character at the end of the text is clipped to nothing */
		stop = text + Max(piece, 1);
		text += convert_piece(conversion, text, stop - text);
		/* what would not go at once goes character by character */
		while (text < stop)
		{
			uint32 step = charmap_step(conversion->from, text, end);

			if (convert_piece(conversion, text, step) == 0)
				appendStringInfoString(&conversion->out,
									   conversion->substitute);
			text += step;
		}
	}
}

const char *
encoding_to_reader(const char *text, uint32 bytes, uint32 *utf8_bytes)
{
	Conversion conversion = { .from = GetDatabaseEncoding(),
							  .to = PG_UTF8,
							  .substitute = "\xEF\xBF\xBD" };

	*utf8_bytes = bytes;
	if (encoding_is_reader())
		return text;
	convert(&conversion, text, bytes);
	*utf8_bytes = conversion.out.len;
	return conversion.out.data;
}

const char *
encoding_from_reader(const char *utf8, uint32 utf8_bytes, uint32 *bytes)
{
	Conversion conversion = { .from = PG_UTF8,
							  .to = GetDatabaseEncoding(),
							  .substitute = "?" };

	*bytes = utf8_bytes;
	if (encoding_is_reader())
		return utf8;
	convert(&conversion, utf8, utf8_bytes);
	*bytes = conversion.out.len;
	return conversion.out.data;
}
