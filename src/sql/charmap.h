/*
 * charmap.h
 *		Characters and bytes of one text.
 *
 * SQL counts characters, memory is addressed in bytes.  A CharMap is built in
 * one pass and answers both ways in the same time for any text; where every
 * character is one byte it costs nothing.
 */
#ifndef NEWSEXT_CHARMAP_H
#define NEWSEXT_CHARMAP_H

#include "postgres.h"

#pragma GCC visibility push(hidden)

#define CHARMAP_ROW 64 /* characters */

typedef struct CharMap
{
	const char *text;
	uint32		bytes;
	uint32		chars;
	int			encoding;
	uint32	   *row_at; /* byte where each row of characters begins, and where
						 * the last one ends; NULL when every character is one
						 * byte */
	uint32	   *before; /* characters that begin before each block of bytes;
						 * NULL where row_at is */
	uint8	   *skip;	/* bytes at the start of each block that belong to a
						 * character begun before it; not for UTF-8 */
} CharMap;

/* Rows of a text with so many characters. */
static inline uint32
charmap_rows(uint32 chars)
{
	return chars / CHARMAP_ROW + (chars % CHARMAP_ROW > 0);
}

/* The text must outlive the map; its blocks are in CurrentMemoryContext. */
extern void
charmap_init(CharMap *map, const char *text, uint32 bytes, int encoding);

/*
 * Characters that begin before this byte; byte <= map->bytes.  Not for a map
 * that has row_at alone.
 */
extern uint32 charmap_char(const CharMap *map, uint32 byte);

/* Where character c (from 0) begins; c <= map->chars. */
extern uint32 charmap_byte(const CharMap *map, uint32 c);

/* Bytes of the character at *p, never more than stand before end. */
extern uint32 charmap_step(int encoding, const char *p, const char *end);

/* UTF-8 characters, that is lead bytes, of a text. */
extern uint32 charmap_count_utf8(const char *text, uint32 bytes);

#pragma GCC visibility pop

#endif /* NEWSEXT_CHARMAP_H */
