/*
 * arena.h
 *		Memory of one reading: grows by blocks, is freed at once.
 *
 * The reader runs inside a server backend, in tools and in fuzzers, so it
 * takes its memory through one callback.  Nothing is ever freed one by one.
 * A failed allocation does not return: the callback raises the host's own
 * error (ereport, longjmp or abort).
 */
#ifndef NEWSEXT_ARENA_H
#define NEWSEXT_ARENA_H

#include <stddef.h>
#include <stdint.h>

typedef struct ArenaHost
{
	/* bytes of memory, any alignment up to 8; must not return NULL */
	void *(*alloc)(void *ctx, size_t size);
	/* gives a block back */
	void (*release)(void *ctx, void *block);
	/* asked often; raises the host's error when the user has cancelled */
	void (*check)(void *ctx);
	void *ctx;
} ArenaHost;

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena
{
	const ArenaHost *host;
	ArenaBlock		*blocks; /* newest first */
	char			*free;
	char			*limit;
	size_t			 total; /* bytes taken from the host */
} Arena;

extern void arena_init(Arena *arena, const ArenaHost *host);
extern void arena_free(Arena *arena);

/* Zeroed memory, aligned to 8 bytes; count * size must not overflow size_t. */
extern void *arena_alloc(Arena *arena, size_t count, size_t size);

/*
 * Makes room for one more element in a growing array: returns the array, moved
 * and doubled when n has reached *capacity.  New elements are zeroed.
 */
extern void *arena_grow(Arena *arena, void *array, uint32_t n,
						uint32_t *capacity, size_t size);

/* A copy of len bytes, with a NUL behind them. */
extern char *arena_copy(Arena *arena, const char *bytes, size_t len);

static inline void
arena_check(const Arena *arena)
{
	if (arena->host->check)
		arena->host->check(arena->host->ctx);
}

#define ARENA_PUSH(arena, array, n, capacity) \
	((array) = (n) < (capacity) ? \
		 (array) : \
		 arena_grow((arena), (array), (n), &(capacity), sizeof(*(array))), \
	 &(array)[(n)++])

#endif /* NEWSEXT_ARENA_H */
