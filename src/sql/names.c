/*
 * names.c
 *		Comparing names outside any article.
 */
#include "postgres.h"

#include "fmgr.h"
#include "utils/builtins.h"

#include "compat.h"
#include "encoding.h"
#include "model.h"

/*
 * Longest name that is compared, in bytes of UTF-8: nobody's name, but a whole
 * article given by mistake is still an error and not a wrong answer.
 */
#define LONGEST_NAME 1024

PG_FUNCTION_INFO_V1(news_name_key);
PG_FUNCTION_INFO_V1(news_same_name);

static ReaderName
get_name(FunctionCallInfo fcinfo, int n)
{
	text	  *argument = PG_GETARG_TEXT_PP(n);
	ReaderName name;

	name.bytes = encoding_to_reader(VARDATA_ANY(argument),
									VARSIZE_ANY_EXHDR(argument), &name.length);
	if (name.length > LONGEST_NAME)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("text is too long for a name"),
				 errdetail("It has %u bytes; the limit is %d bytes of UTF-8.",
						   name.length, LONGEST_NAME)));
	return name;
}

Datum
news_name_key(PG_FUNCTION_ARGS)
{
	ReaderName	name = get_name(fcinfo, 0);
	char		key[LONGEST_NAME * 4];
	size_t		length = name_key(name.bytes, name.length, key, sizeof(key));
	uint32		bytes;
	const char *spelled = encoding_from_reader(key, length, &bytes);

	PG_RETURN_TEXT_P(cstring_to_text_with_len(spelled, bytes));
}

Datum
news_same_name(PG_FUNCTION_ARGS)
{
	ReaderName a = get_name(fcinfo, 0);
	ReaderName b = get_name(fcinfo, 1);
	int		   same = name_same(a.bytes, a.length, b.bytes, b.length);

	if (same < 0)
		PG_RETURN_NULL();
	PG_RETURN_BOOL(same == 1);
}
