/*
 * newsdoc_keys.h
 *		What an index has of an article; the keys are told in
 *		newsquery_compile.h.
 */
#ifndef NEWSEXT_NEWSDOC_KEYS_H
#define NEWSEXT_NEWSDOC_KEYS_H

#include "newsdoc.h"

#pragma GCC visibility push(hidden)

/*
 * The keys of an article as bytea, distinct and in the order of byteacmp, in
 * CurrentMemoryContext.
 */
extern Datum *newsdoc_keys(const NewsDoc *doc, int32 *n);

#pragma GCC visibility pop

#endif /* NEWSEXT_NEWSDOC_KEYS_H */
