/*
 * newsdoc_io.c
 *		The type newsdoc: text and binary in and out, and casts.
 *
 * Whatever way a newsdoc comes in, its text is read anew by the reader of this
 * server, so nothing but text is ever taken from outside.
 */
#include "newsdoc.h"

#include "libpq/pqformat.h"
#include "utils/builtins.h"

#include "reading.h"

PG_FUNCTION_INFO_V1(newsdoc_in);
PG_FUNCTION_INFO_V1(newsdoc_out);
PG_FUNCTION_INFO_V1(newsdoc_recv);
PG_FUNCTION_INFO_V1(newsdoc_send);
PG_FUNCTION_INFO_V1(newsdoc_text);
PG_FUNCTION_INFO_V1(news_parse);

Datum
newsdoc_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	Size		bytes = strlen(text);

	if (!reading_fits(bytes))
		ereturn(fcinfo->context, (Datum) 0, READING_TOO_LONG(bytes));
	PG_RETURN_POINTER(reading_copy(text, (uint32) bytes));
}

Datum
newsdoc_out(PG_FUNCTION_ARGS)
{
	NewsDoc *doc = PG_GETARG_NEWSDOC_TEXT_P(0);

	PG_RETURN_CSTRING(pnstrdup(doc->text, doc->text_bytes));
}

/* Binary form: the version of the format, one byte, and the text. */
Datum
newsdoc_recv(PG_FUNCTION_ARGS)
{
	StringInfo message = (StringInfo) PG_GETARG_POINTER(0);
	int		   version = pq_getmsgbyte(message);
	char	  *text;
	int		   bytes;

	if (version != NEWSDOC_BINARY_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("unsupported newsdoc version number %d", version),
				 errhint("Send version %d: that byte, then the text.",
						 NEWSDOC_BINARY_VERSION)));
	text = pq_getmsgtext(message, message->len - message->cursor, &bytes);
	PG_RETURN_POINTER(reading_copy(text, bytes));
}

Datum
newsdoc_send(PG_FUNCTION_ARGS)
{
	NewsDoc		  *doc = PG_GETARG_NEWSDOC_TEXT_P(0);
	StringInfoData message;

	pq_begintypsend(&message);
	pq_sendbyte(&message, NEWSDOC_BINARY_VERSION);
	pq_sendtext(&message, doc->text, doc->text_bytes);
	PG_RETURN_BYTEA_P(pq_endtypsend(&message));
}

Datum
newsdoc_text(PG_FUNCTION_ARGS)
{
	NewsDoc *doc = PG_GETARG_NEWSDOC_TEXT_P(0);

	PG_RETURN_TEXT_P(cstring_to_text_with_len(doc->text, doc->text_bytes));
}

Datum
news_parse(PG_FUNCTION_ARGS)
{
	text *body = PG_GETARG_TEXT_PP(0);

	PG_RETURN_POINTER(
		reading_copy(VARDATA_ANY(body), VARSIZE_ANY_EXHDR(body)));
}
