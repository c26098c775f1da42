/*
 * lexicon.c
 *		Look-up in the compiled word lists; see lexicon.h.
 *
 * The block that src/tools/lexc.c writes is taken into the read-only data of
 * the library as it is (LEXICON_FILE is its path at compile time).  It holds
 * offsets, no pointers, so it needs no relocation and all processes share
 * its pages.
 */
#include "embed.h"
#include "lexblock.h"

#include "unicode.h"

#include <string.h>

#ifndef LEXICON_FILE
#error "LEXICON_FILE must name the compiled lexicon, as a string"
#endif

EMBED(newsext_lexicon, LEXICON_FILE)

const LexEntry lexicon_none;

static const void *
in_block(uint32_t offset)
{
	return (const char *) &newsext_lexicon + offset;
}

static const LexEntry *
all_entries(void)
{
	return in_block(newsext_lexicon.entries);
}

const LexEntry *
lexicon_find(uint32_t hash, const char *key, size_t len)
{
	const uint32_t *slots = in_block(newsext_lexicon.slots);
	uint32_t		mask = newsext_lexicon.slot_mask;

	if (len == 0 || len > LEX_LONGEST_KEY)
		return NULL;
	for (uint32_t at = hash & mask; slots[at]; at = (at + 1) & mask)
	{
		const LexEntry *entry;

		if ((slots[at] ^ hash) & ~mask)
			continue;
		entry = &all_entries()[(slots[at] & mask) - 1];
		if (entry->key_length == len &&
			memcmp(lexicon_string(entry->key), key, len) == 0)
			return entry;
	}
	return NULL;
}

uint32_t
lexicon_index(const LexEntry *entry)
{
	if (entry == &lexicon_none)
		return 0;
	return (uint32_t) (entry - all_entries()) + 1;
}

const char *
lexicon_string(uint32_t offset)
{
	return (const char *) in_block(newsext_lexicon.strings) + offset;
}

uint32_t
lexicon_checksum(void)
{
	return newsext_lexicon.checksum;
}
