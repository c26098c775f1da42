/*
 * arena.c
 *		Memory of one reading; see arena.h.
 */
#include "arena.h"

#include <string.h>

#define FIRST_BLOCK	  (32 * 1024) /* bytes; holds a short article whole */
#define LARGEST_BLOCK (8 * 1024 * 1024) /* bytes; blocks double up to this */
#define STRETCH		  (4 * 1024 * 1024) /* bytes written between two checks */

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

/* Room for some bytes, not yet cleared. */
static char *
take(Arena *arena, size_t bytes)
{
	size_t need = ALIGN8(bytes);
	char  *p;

	if (need > (size_t) (arena->limit - arena->free) || arena->free == NULL)
		add_block(arena, need + 8);
	p = arena->free;
	arena->free += need;
	return p;
}

/*
 * Copies or clears (from is NULL) in stretches: the first touch of a gigabyte
 * takes a second, which is too long for a user who has cancelled.
 */
static void
fill(Arena *arena, char *to, const char *from, size_t bytes)
{
	for (size_t done = 0; done < bytes;)
	{
		size_t stretch = bytes - done < STRETCH ? bytes - done : STRETCH;

		if (done > 0)
			arena_check(arena);
		if (from)
			memcpy(to + done, from + done, stretch);
		else
			memset(to + done, 0, stretch);
		done += stretch;
	}
}

void *
arena_alloc(Arena *arena, size_t count, size_t size)
{
	char *p = take(arena, count * size);

	fill(arena, p, NULL, count * size);
	return p;
}

void *
arena_grow(Arena *arena, void *array, uint32_t n, uint32_t *capacity,
		   size_t size)
{
	uint32_t wider;
	size_t	 old = (size_t) n * size;
	char	*moved;

	if (n < *capacity)
		return array;
	wider = *capacity ? *capacity * 2 : 16;
	moved = take(arena, wider * size);
	fill(arena, moved, array, old);
	fill(arena, moved + old, NULL, wider * size - old);
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
