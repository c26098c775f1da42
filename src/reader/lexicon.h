/*
 * lexicon.h
 *		Look-up in the compiled word lists.
 *
 * data/lexicon is compiled by src/tools/lexc.c into one block of read-only
 * bytes that is linked into the library (lexicon_data.S, .incbin), so all
 * backends share it and nothing is loaded at run time.  Keys are folded
 * (unicode_fold_string); a phrase is its folded words (as the tokenizer cuts
 * them) joined by one space.  The beginnings of phrases are entries, too.
 */
#ifndef NEWSEXT_LEXICON_H
#define NEWSEXT_LEXICON_H

#include "lexclass.h"

#include <stddef.h>
#include <stdint.h>

typedef struct LexEntry
{
	LexClasses classes;
	uint32_t   key;			 /* offset of the folded key in the string pool */
	uint32_t   canonical;	 /* offset of the canonical name, 0 for none:
							  * "U.S." and "America" have "United States",
							  * "Russian" (demonym) has "Russia"; a short given
							  * name has the names that it is short for, the head
							  * of a body's name the common nouns for it, a title
							  * what it is short for, parted by spaces */
	uint16_t   tags;		 /* WordTag bits seen in tagged text, 0 unknown */
	uint16_t   cluster;		 /* words used alike have the same, 0 unknown */
	uint8_t	   best_tag : 4; /* WordTag seen most often */
	/* most words of a phrase that begins with this word or these words; 0 or
	 * 1 for none */
	uint8_t	   phrase_words : 4;
	uint8_t	   key_length; /* bytes */
	uint8_t	   number;	   /* month 1-12, weekday 1-7 (Monday 1), value of a
							* number word up to 127, codes of amount.h from
							* 128 up; else 0 */
	uint8_t	   frequency;  /* log-like count of lower-case use, 0 rare */
} LexEntry;

typedef struct LexBlock
{
	uint32_t n_entries;
	uint32_t slot_mask;	   /* number of slots, a power of two, less one */
	uint32_t strings_size; /* bytes */
	uint32_t checksum;	   /* FNV-1a of what is behind the header, by key */
	/* bytes from the start of the block */
	uint32_t entries;
	uint32_t slots;
	uint32_t strings;
	uint32_t size; /* of the whole block */
} LexBlock;

/* The block inside the library; lexblock.h tells the rest of its shape. */
extern const LexBlock newsext_lexicon
	__attribute__((visibility("hidden"), aligned(64)));

/* The entry with this folded key, or NULL.  hash is unicode_hash of the key.
 */
extern const LexEntry *
lexicon_find(uint32_t hash, const char *key, size_t len);

/* What index 0 stands for: no classes. */
extern const LexEntry lexicon_none __attribute__((visibility("hidden")));

extern uint32_t lexicon_index(const LexEntry *entry); /* 1-based; 0 is none */

/* The entry at an index that lexicon_index gave; never NULL. */
static inline const LexEntry *
lexicon_entry(uint32_t index)
{
	const char *block = (const char *) &newsext_lexicon;

	if (index == 0 || index > newsext_lexicon.n_entries)
		return &lexicon_none;
	return (const LexEntry *) (const void *) (block +
											  newsext_lexicon.entries) +
		(index - 1);
}

/* A NUL-terminated string of the pool. */
static inline const char *
lexicon_string(uint32_t offset)
{
	return (const char *) &newsext_lexicon + newsext_lexicon.strings + offset;
}

/* Changes whenever the lists change; part of news_version(). */
extern uint32_t lexicon_checksum(void);

#endif /* NEWSEXT_LEXICON_H */
