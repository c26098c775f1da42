/*
 * memory.h
 *		Memory of the developers' programs, which end when there is none.
 */
#ifndef NEWSEXT_MEMORY_H
#define NEWSEXT_MEMORY_H

#include "arena.h"

/* Ends the program with a line when memory is NULL. */
extern void *checked(void *memory);

/* Arenas get their memory from malloc, and nobody asks them to stop. */
extern const ArenaHost malloc_host;

#endif /* NEWSEXT_MEMORY_H */
