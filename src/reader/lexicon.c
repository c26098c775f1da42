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

#include <stdbool.h>
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

/* memcmp would be a call, longer than most keys are worth. */
static inline bool
same_bytes(const char *a, const char *b, size_t len)
{
	uint64_t left;
	uint64_t right;

	for (; len >= sizeof(left); len -= sizeof(left))
	{
		memcpy(&left, a, sizeof(left));
		memcpy(&right, b, sizeof(right));
		if (left != right)
			return false;
		a += sizeof(left);
		b += sizeof(right);
	}
	while (len > 0 && a[len - 1] == b[len - 1])
		len--;
	return len == 0;
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
			same_bytes(lexicon_string(entry->key), key, len))
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

uint32_t
lexicon_checksum(void)
{
	return newsext_lexicon.checksum;
}
