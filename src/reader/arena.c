/*
 * arena.c
 *		Memory of one reading; see arena.h.
 */
#include "arena.h"

#include <string.h>

#define FIRST_BLOCK	  (32 * 1024) /* bytes; holds a short article whole */
#define LARGEST_BLOCK (8 * 1024 * 1024) /* bytes; blocks double up to this */

struct ArenaBlock
{
	ArenaBlock *next;
	size_t		size;
};

#define ALIGN8(n) (((n) + 7) & ~(size_t) 7)

void
arena_init(Arena *arena, const ArenaHost *host)
{
	memset(arena, 0, sizeof(*arena));
	arena->host = host;
}

void
arena_free(Arena *arena)
{
	ArenaBlock *block = arena->blocks;

	while (block)
	{
		ArenaBlock *next = block->next;

		arena->host->release(arena->host->ctx, block);
		block = next;
	}
	arena_init(arena, arena->host);
}

static void
add_block(Arena *arena, size_t need)
{
	size_t		size = arena->blocks ? arena->blocks->size * 2 : FIRST_BLOCK;
	ArenaBlock *block;

	if (size > LARGEST_BLOCK)
		size = LARGEST_BLOCK;
	if (size < need + sizeof(ArenaBlock))
		size = need + sizeof(ArenaBlock);
	arena_check(arena);
	block = arena->host->alloc(arena->host->ctx, size);
	block->size = size;
	block->next = arena->blocks;
	arena->blocks = block;
	arena->free = (char *) block + ALIGN8(sizeof(ArenaBlock));
	arena->limit = (char *) block + size;
	arena->total += size;
}

void *
arena_alloc(Arena *arena, size_t count, size_t size)
{
	size_t need = ALIGN8(count * size);
	void  *p;

	if (need > (size_t) (arena->limit - arena->free) || arena->free == NULL)
		add_block(arena, need + 8);
	p = arena->free;
	arena->free += need;
	memset(p, 0, need);
	return p;
}

void *
arena_grow(Arena *arena, void *array, uint32_t n, uint32_t *capacity,
		   size_t size)
{
	uint32_t wider;
	void	*moved;

	if (n < *capacity)
		return array;
	wider = *capacity ? *capacity * 2 : 16;
	moved = arena_alloc(arena, wider, size);
	if (n > 0)
		memcpy(moved, array, (size_t) n * size);
	*capacity = wider;
	return moved;
}

char *
arena_copy(Arena *arena, const char *bytes, size_t len)
{
	char *copy = arena_alloc(arena, len + 1, 1);

	memcpy(copy, bytes, len);
	return copy;
}
