/*
 * wordtable.h
 *		A table from the hash of a word to a number, in the arena.
 *
 * Open addressing.  A text can be written so that its words collide, so the
 * search is cut off after some steps: a word that finds no place is simply
 * not remembered.
 */
#ifndef NEWSEXT_WORDTABLE_H
#define NEWSEXT_WORDTABLE_H

#include "arena.h"

#include <stdint.h>

typedef struct WordSlot
{
	uint32_t key; /* 0: free */
	uint32_t value;
} WordSlot;

typedef struct WordTable
{
	Arena	 *arena;
	WordSlot *slots;
	uint32_t  size; /* a power of two */
	uint32_t  used;
} WordTable;

extern void word_table_init(WordTable *table, Arena *arena);

/* The value under this hash, or NULL. */
extern uint32_t *word_table_find(const WordTable *table, uint32_t hash);

/*
 * The value under this hash, 0 when it is new; NULL when there is no place.
 * Valid until the next call.
 */
extern uint32_t *word_table_add(WordTable *table, uint32_t hash);

#endif /* NEWSEXT_WORDTABLE_H */
