/*
 * encoding.h
 *		Between the server's encoding and the reader's UTF-8.
 *
 * A text is converted once, at the entrance, one code point for each character
 * of the server, so a position in characters is the same on both sides.  A
 * SQL_ASCII database promises nothing about its bytes: there the reader takes
 * them as UTF-8, and the server counts each byte as a character.
 */
#ifndef NEWSEXT_ENCODING_H
#define NEWSEXT_ENCODING_H

#include "postgres.h"

#pragma GCC visibility push(hidden)

/* True when texts go to the reader as they are. */
extern bool encoding_is_reader(void);

/* The encoding in which positions of the reader's text are counted. */
extern int encoding_of_reader(void);

/*
 * The text as UTF-8: itself, or a new text in CurrentMemoryContext.  A
 * character that has no single code point becomes U+FFFD.
 */
extern const char *
encoding_to_reader(const char *text, uint32 bytes, uint32 *utf8_bytes);

/*
 * A string of the reader in the server's encoding; what it cannot write
 * becomes a question mark.
 */
extern const char *
encoding_from_reader(const char *utf8, uint32 utf8_bytes, uint32 *bytes);

#pragma GCC visibility pop

#endif /* NEWSEXT_ENCODING_H */
