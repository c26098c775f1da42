/*
 * charmap.c
 *		Characters and bytes of one text; see charmap.h.
 *
 * The text is cut into blocks of BLOCK bytes, and for each block the number of
 * characters that begin before it is kept.  UTF-8 is counted eight bytes at a
 * time, other encodings character by character.
 */
#include "charmap.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"

#include "compat.h"

#define BLOCK 64 /* bytes; a look-up walks at most one block */

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

uint32
charmap_count_utf8(const char *text, uint32 bytes)
{
	const uint64 ones = UINT64CONST(0x0101010101010101);
	uint32		 following = 0;
	uint32		 i = 0;

	/* a byte that is 10xxxxxx has its top bit set and the next one clear */
	for (; i + 8 <= bytes; i += 8)
	{
		uint64 word;

		memcpy(&word, text + i, 8);
		word = (word >> 7) & (~word >> 6) & ones;
		following += (uint32) ((word * ones) >> 56);
	}
	for (; i < bytes; i++)
		following += ((unsigned char) text[i] & 0xC0) == 0x80;
	return bytes - following;
}

static void
map_utf8(CharMap *map, uint32 blocks)
{
	uint32 chars = 0;

	for (uint32 b = 0; b < blocks; b++)
	{
		uint32 at = b * BLOCK;
		uint32 end = Min(map->bytes, at + BLOCK);

		if (b % CHECK_BLOCKS == 0)
			CHECK_FOR_INTERRUPTS();
		map->before[b] = chars;
		chars += charmap_count_utf8(map->text + at, end - at);
		while (at < end && ((unsigned char) map->text[at] & 0xC0) == 0x80)
			at++;
		map->skip[b] = at - b * BLOCK;
	}
}

static void
map_steps(CharMap *map, uint32 blocks)
{
	const char *end = map->text + map->bytes;
	uint32		at = 0;
	uint32		chars = 0;

	for (uint32 b = 0; b < blocks; b++)
	{
		if (b % CHECK_BLOCKS == 0)
			CHECK_FOR_INTERRUPTS();
		map->before[b] = chars;
		map->skip[b] = at - b * BLOCK;
		for (; at < map->bytes && at < (b + 1) * BLOCK; chars++)
			at += step(map->encoding, map->text + at, end);
	}
	map->chars = chars;
}

void
charmap_init(CharMap *map, const char *text, uint32 bytes, int encoding)
{
	uint32 blocks = bytes / BLOCK + 1;

	memset(map, 0, sizeof(*map));
	map->text = text;
	map->bytes = bytes;
	map->chars = bytes;
	map->encoding = encoding;
	if (pg_encoding_max_length(encoding) == 1)
		return;
	if (encoding == PG_UTF8)
	{
		map->chars = charmap_count_utf8(text, bytes);
		if (map->chars == bytes)
			return;
	}
	map->before = palloc_array(uint32, blocks);
	map->skip = palloc_array(uint8, blocks);
	if (encoding == PG_UTF8)
		map_utf8(map, blocks);
	else
		map_steps(map, blocks);
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
	const char *end = map->text + map->bytes;
	uint32		low = 0;
	uint32		high = map->bytes / BLOCK + 1;
	uint32		at;

	if (map->before == NULL)
		return c;
	/* the last block that has no more than c characters before it */
	while (high - low > 1)
	{
		uint32 middle = low + (high - low) / 2;

		if (map->before[middle] <= c)
			low = middle;
		else
			high = middle;
	}
	at = low * BLOCK + map->skip[low];
	for (uint32 i = map->before[low]; i < c && at < map->bytes; i++)
		at += step(map->encoding, map->text + at, end);
	return at;
}
