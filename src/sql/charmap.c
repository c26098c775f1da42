/*
 * charmap.c
 *		Characters and bytes of one text; see charmap.h.
 *
 * The text is cut into blocks of BLOCK bytes, and for each block the number of
 * characters that begin before it is kept; and the other way round into rows
 * of CHARMAP_ROW characters, for each of which the byte is kept where it
 * begins.  UTF-8 is counted eight bytes at a time, other encodings character
 * by character.
 */
#include "charmap.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "port/pg_bswap.h"

#include "compat.h"

/* Bytes; a block has at most one row's beginning, and a look-up is short. */
#define BLOCK CHARMAP_ROW

/* The lowest bit of each byte of a word. */
#define ONES UINT64CONST(0x0101010101010101)

/* Bytes of one block at which an interrupt is looked for: every 4 MB. */
#define CHECK_BLOCKS (4 * 1024 * 1024 / BLOCK)

/* UTF-8 by its lead byte, as the server counts it, without a call. */
static inline uint32
step(int encoding, const char *p, const char *end)
{
	unsigned char lead = *p;
	int			  bytes;

	if (encoding == PG_UTF8)
		bytes = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	else
		bytes = pg_encoding_mblen(encoding, p);
	return Max(1, Min(bytes, end - p));
}

uint32
charmap_step(int encoding, const char *p, const char *end)
{
	return step(encoding, p, end);
}

static inline uint64
word_at(const char *p)
{
	uint64 word;

	memcpy(&word, p, 8);
	return word;
}

/* A bit for each of eight bytes that goes on with a character. */
static inline uint64
following(const char *p)
{
	uint64 word = word_at(p);

	/* a byte that is 10xxxxxx has its top bit set and the next one clear */
	return (word >> 7) & (~word >> 6) & ONES;
}

static inline bool
is_following(char c)
{
	return ((unsigned char) c & 0xC0) == 0x80;
}

/* The sum of a word's bytes, when it is below 256. */
static inline uint32
sum_of_bytes(uint64 word)
{
	return (uint32) ((word * ONES) >> 56);
}

uint32
charmap_count_utf8(const char *text, uint32 bytes)
{
	uint32 found = 0;
	uint32 i = 0;

	/* a block's bits added up stay below 256 in each byte, and in their sum */
	for (; i + BLOCK <= bytes; i += BLOCK)
	{
		uint64 sums = 0;

		for (uint32 j = 0; j < BLOCK; j += 8)
			sums += following(text + i + j);
		found += sum_of_bytes(sums);
	}
	for (; i + 8 <= bytes; i += 8)
		found += sum_of_bytes(following(text + i));
	for (; i < bytes; i++)
		found += is_following(text[i]);
	return bytes - found;
}

/* Which of eight bytes begins the character behind this many others in it. */
static inline uint32
nth_in_word(uint64 word, uint32 chars)
{
	uint64 begun;

#ifdef WORDS_BIGENDIAN
	word = pg_bswap64(word);
#endif
	/* in each byte how many have begun up to it; then those with too few */
	begun = (~word & ONES) * ONES;
	return 8 - sum_of_bytes((begun + (127 - chars) * ONES) >> 7 & ONES);
}

/* Where the character behind this many others begins, from at on. */
static uint32
skip_utf8(const char *text, uint32 at, uint32 bytes, uint32 chars)
{
	for (; at + 8 <= bytes; at += 8)
	{
		uint64 word = following(text + at);
		uint32 here = 8 - sum_of_bytes(word);

		if (here > chars)
			return at + nth_in_word(word, chars);
		chars -= here;
	}
	for (; at < bytes; at++)
		if (!is_following(text[at]) && chars-- == 0)
			break;
	return at;
}

static inline bool
is_ascii_block(const char *p)
{
	uint64 any = 0;

	for (int i = 0; i < BLOCK; i += 8)
		any |= word_at(p + i);
	return (any & ONES << 7) == 0;
}

/* Where the character behind so many others begins, from byte at on. */
static uint32
byte_behind(const CharMap *map, uint32 at, uint32 chars)
{
	const char *end = map->text + map->bytes;

	if (map->encoding == PG_UTF8)
		return skip_utf8(map->text, at, map->bytes, chars);
	for (; chars > 0 && at < map->bytes; chars--)
		at += step(map->encoding, map->text + at, end);
	return at;
}

/* In block b, from byte at on, so many characters begin. */
static inline void
put_block(CharMap *map, uint32 b, uint32 at, uint32 chars)
{
	uint32 row = charmap_rows(map->chars);
	uint32 ahead = row * CHARMAP_ROW - map->chars;

	map->before[b] = map->chars;
	map->chars += chars;
	if (ahead < chars)
		map->row_at[row] = chars == BLOCK ? at + ahead :
											byte_behind(map, at, ahead);
}

static void
map_utf8(CharMap *map, uint32 blocks)
{
	for (uint32 b = 0; b < blocks; b++)
	{
		const char *block = map->text + b * BLOCK;
		uint32		bytes = Min(map->bytes - b * BLOCK, BLOCK);

		if (b % CHECK_BLOCKS == 0)
			CHECK_FOR_INTERRUPTS();
		/* in English, nine blocks of ten are all ASCII */
		put_block(map, b, b * BLOCK,
				  bytes == BLOCK && is_ascii_block(block) ?
					  BLOCK :
					  charmap_count_utf8(block, bytes));
	}
}

static void
map_steps(CharMap *map, uint32 blocks)
{
	const char *end = map->text + map->bytes;
	uint32		at = 0;

	map->skip = palloc_array(uint8, blocks);
	for (uint32 b = 0; b < blocks; b++)
	{
		uint32 first = at;
		uint32 chars = 0;

		if (b % CHECK_BLOCKS == 0)
			CHECK_FOR_INTERRUPTS();
		map->skip[b] = at - b * BLOCK;
		for (; at < map->bytes && at < (b + 1) * BLOCK; chars++)
			at += step(map->encoding, map->text + at, end);
		put_block(map, b, first, chars);
	}
}

void
charmap_init(CharMap *map, const char *text, uint32 bytes, int encoding)
{
	uint32 blocks = bytes / BLOCK + 1;

	memset(map, 0, sizeof(*map));
	map->text = text;
	map->bytes = bytes;
	map->encoding = encoding;
	if (pg_encoding_max_length(encoding) == 1)
	{
		map->chars = bytes;
		return;
	}
	map->before = palloc_array(uint32, blocks);
	map->row_at = palloc_array(uint32, blocks + 1);
	if (encoding == PG_UTF8)
		map_utf8(map, blocks);
	else
		map_steps(map, blocks);
	map->row_at[charmap_rows(map->chars)] = bytes;
	if (map->chars == bytes)
	{
		pfree(map->before);
		pfree(map->row_at);
		map->before = NULL;
		map->row_at = NULL;
	}
}

uint32
charmap_char(const CharMap *map, uint32 byte)
{
	const char *end = map->text + map->bytes;
	uint32		block = byte / BLOCK;
	uint32		at;
	uint32		chars;

	if (map->before == NULL)
		return byte;
	if (map->encoding == PG_UTF8)
		return map->before[block] +
			charmap_count_utf8(map->text + block * BLOCK,
							   byte - block * BLOCK);
	at = block * BLOCK + map->skip[block];
	for (chars = map->before[block]; at < byte; chars++)
		at += step(map->encoding, map->text + at, end);
	return chars;
}

uint32
charmap_byte(const CharMap *map, uint32 c)
{
	uint32 row = c / CHARMAP_ROW;
	uint32 at;

	if (map->row_at == NULL)
		return c;
	if (c >= map->chars)
		return map->bytes;
	at = map->row_at[row];
	/* a whole row that has a byte for each character; in English, most */
	if (row < map->chars / CHARMAP_ROW &&
		map->row_at[row + 1] - at == CHARMAP_ROW)
		return at + c % CHARMAP_ROW;
	return byte_behind(map, at, c % CHARMAP_ROW);
}
