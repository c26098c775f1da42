/*
 * searchkey.h
 *		The keys of an article, for an index (searchcode.h) and for statistics.
 */
#ifndef NEWSEXT_SEARCHKEY_H
#define NEWSEXT_SEARCHKEY_H

#include "newsdoc.h"
#include "searchcode.h"

/* What of an article has its keys. */
#define SEARCH_KEY_SECTIONS \
	(SECTION_BIT(SECTION_QUOTATIONS) | SECTION_BIT(SECTION_ENTITIES) | \
	 SECTION_BIT(SECTION_WORDS))

/* Takes a key; code: that of the key, or 0 when it was not needed yet. */
typedef void (*SearchKeySink)(void *state, SearchKeyKind kind,
							  const char *text, uint32 length, uint64 code);

#pragma GCC visibility push(hidden)

/*
 * Gives every key of an article, some of them several times.  On demand each
 * two words of a name that stand side by side are keys, too; an index has none
 * of these.
 */
extern void
search_keys(const NewsDoc *doc, bool pairs, SearchKeySink sink, void *state);

#pragma GCC visibility pop

#endif /* NEWSEXT_SEARCHKEY_H */
