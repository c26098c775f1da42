/*
 * reading.h
 *		Reads texts for SQL functions, each text once.
 */
#ifndef NEWSEXT_READING_H
#define NEWSEXT_READING_H

#include "newsdoc.h"

#pragma GCC visibility push(hidden)

/*
 * The newsdoc of a text.  It belongs to the cache: the caller neither changes
 * nor frees it, and uses it before another text is read.
 */
extern const NewsDoc *reading_of(const char *text, uint32 bytes);

/* The same in CurrentMemoryContext, for the caller to keep. */
extern NewsDoc *reading_copy(const char *text, uint32 bytes);

/*
 * The article of a text with what was tried on it, in CurrentMemoryContext.
 * Spans are bytes of the article's own text, in UTF-8.
 */
extern const Article *reading_explained(const char *text, uint32 bytes);

/* Memory of a reading, from a context; asks for interrupts. */
extern ArenaHost reading_host(MemoryContext context);

/* True when a text is not longer than the reader takes. */
extern bool reading_fits(Size bytes);

#pragma GCC visibility pop

/* The error of texts that are longer, for ereport and ereturn. */
#define READING_TOO_LONG(bytes) \
	(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), \
	 errmsg("text is too long to be read as an article"), \
	 errdetail("It has %zu bytes; the limit is %u bytes of UTF-8.", \
			   (Size) (bytes), READER_MAX_TEXT), \
	 errhint("Split the text into its articles."))

#endif /* NEWSEXT_READING_H */
