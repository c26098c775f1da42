/*
 * hostile.h
 *		Texts made to be hard to read: one piece, repeated.
 *
 * Used by test_hostile.c, which asks for a result, and by the benchmark of
 * growth, which asks for linear time.
 */
#ifndef NEWSEXT_TEST_HOSTILE_H
#define NEWSEXT_TEST_HOSTILE_H

#include <stddef.h>

typedef struct HostileText
{
	const char *name;
	const char *piece; /* each '@' becomes a word of its own: aaab, aaac ... */
} HostileText;

extern const HostileText hostile_texts[];
extern const size_t		 n_hostile_texts;

/* The pieces repeated up to about len bytes, *made of them; free() it. */
extern char *
hostile_make(const HostileText *hostile, size_t len, size_t *made);

#endif /* NEWSEXT_TEST_HOSTILE_H */
