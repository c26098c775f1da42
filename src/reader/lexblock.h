/*
 * lexblock.h
 *		Shape of the compiled lexicon, for the compiler and the reader.
 *
 * The block is written on the machine that compiles the library and becomes
 * part of it, so it has that machine's byte order and alignment:
 *
 *	LexBlock header
 *	LexEntry entries[n_entries]		common ones first; entry i has the index
 *									i + 1
 *	uint32_t slots[slot_mask + 1]	open addressing on the hash of the key:
 *									the index, which the mask covers, under
 *									the bits of the hash outside the mask; or 0
 *	char strings[strings_size]		NUL-terminated; offset 0 is ""
 *
 * At most three in four slots are taken, so a probe soon ends.  The checksum
 *is taken with the entries and the strings in the order of keys, and with the
 * hash and the index of each slot.
 */
#ifndef NEWSEXT_LEXBLOCK_H
#define NEWSEXT_LEXBLOCK_H

#include "lexicon.h"

_Static_assert(sizeof(LexBlock) == 32, "the header has no holes");
_Static_assert(sizeof(LexEntry) == 24, "an entry has no holes");

/* Keys are at most this long: LexEntry.key_length is one byte. */
#define LEX_LONGEST_KEY 255

/* And phrases have at most as many words as fit LexEntry.phrase_words. */
#define LEX_MOST_WORDS 15

#endif /* NEWSEXT_LEXBLOCK_H */
