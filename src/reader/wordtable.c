/*
 * wordtable.c
 *		A table from the hash of a word to a number; see wordtable.h.
 */
#include "wordtable.h"

#define FIRST_SIZE 256u
#define MOST_STEPS 64u

static uint32_t
mix(uint32_t hash)
{
	hash ^= hash >> 16;
	hash *= 0x85ebca6bu;
	hash ^= hash >> 13;
	return hash;
}

/* The slot that holds key or could take it; NULL after too many steps. */
static WordSlot *
slot_of(const WordTable *table, uint32_t key)
{
	uint32_t at = mix(key);

	for (uint32_t step = 0; step < MOST_STEPS; step++)
	{
		WordSlot *slot = &table->slots[(at + step) & (table->size - 1)];

		if (slot->key == key || slot->key == 0)
			return slot;
	}
	return NULL;
}

void
word_table_init(WordTable *table, Arena *arena)
{
	table->arena = arena;
	table->size = FIRST_SIZE;
	table->used = 0;
	table->slots = arena_alloc(arena, table->size, sizeof(WordSlot));
}

uint32_t *
word_table_find(const WordTable *table, uint32_t hash)
{
	WordSlot *slot = slot_of(table, hash ? hash : 1);

	return slot && slot->key ? &slot->value : NULL;
}

static void
enlarge(WordTable *table)
{
	WordSlot *old = table->slots;
	uint32_t  n = table->size;

	table->size *= 2;
	table->slots = arena_alloc(table->arena, table->size, sizeof(WordSlot));
	for (uint32_t i = 0; i < n; i++)
	{
		WordSlot *slot = old[i].key ? slot_of(table, old[i].key) : NULL;

		if (slot)
			*slot = old[i];
	}
}

uint32_t *
word_table_add(WordTable *table, uint32_t hash)
{
	WordSlot *slot;

	if (table->used >= table->size / 2)
		enlarge(table);
	slot = slot_of(table, hash ? hash : 1);
	if (slot == NULL)
		return NULL;
	if (slot->key == 0)
	{
		slot->key = hash ? hash : 1;
		table->used++;
	}
	return &slot->value;
}
