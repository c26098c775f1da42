/*
 * newsext.c
 *		The module itself, and its version.
 */
#include "postgres.h"

#include "fmgr.h"
#include "utils/builtins.h"

#include "compat.h"
#include "model.h"
#include "reader/unicode.h"

NEWSEXT_MODULE_MAGIC;

PG_FUNCTION_INFO_V1(news_version);

/*
 * Everything that a reading depends on besides the text: the release, the word
 * lists and weights compiled into it, and the Unicode version of the ICU it
 * runs with.
 */
Datum
news_version(PG_FUNCTION_ARGS)
{
	/* the data are constant, but some megabytes of them */
	static uint32 checksum;

	(void) fcinfo;
	if (checksum == 0)
		checksum = reader_checksum();
	PG_RETURN_TEXT_P(cstring_to_text(
		psprintf("%s data %08x unicode %s", NEWSEXT_VERSION,
				 (unsigned int) checksum, unicode_data_version())));
}
