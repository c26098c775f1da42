/*
 * memory.c
 *		Memory of the developers' programs; see memory.h.
 */
#include "memory.h"

#include <err.h>
#include <stdlib.h>

void *
checked(void *memory)
{
	if (memory == NULL)
		errx(1, "out of memory");
	return memory;
}

static void *
take_memory(void *ctx, size_t size)
{
	(void) ctx;
	return checked(malloc(size));
}

static void
give_memory(void *ctx, void *block)
{
	(void) ctx;
	free(block);
}

const ArenaHost malloc_host = { take_memory, give_memory, NULL, NULL };
