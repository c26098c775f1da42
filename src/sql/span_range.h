/*
 * span_range.h
 *		Spans of characters as int4range and int4multirange, counted from 1.
 *
 * The server takes its time over each range: it compares the bounds through
 * the type's function, sorts, merges, and allocates zeroed memory.  A value of
 * one span differs from another only in its two bounds, so here it is copied
 * from one that the server has made.  Nothing is known of the layout: where
 * the bounds stand is seen in the value, and when a copy is not what the
 * server makes itself, all are left to the server.
 */
#ifndef NEWSEXT_SPAN_RANGE_H
#define NEWSEXT_SPAN_RANGE_H

#include "postgres.h"

#include "utils/typcache.h"

#include "model.h"

#pragma GCC visibility push(hidden)

/* A value to copy, and where its bounds stand. */
typedef struct RangeMould
{
	Size size; /* 0: there is nothing to copy */
	Size lower;
	Size upper;
	char bytes[32];
} RangeMould;

typedef struct SpanRanges
{
	TypeCacheEntry *multirange; /* int4multirange and its int4range */
	RangeMould		range;
	RangeMould		single; /* a multirange of one range */
} SpanRanges;

extern void span_ranges_init(SpanRanges *ranges);

/* Both are made in CurrentMemoryContext. */
extern Datum span_range(const SpanRanges *ranges, TextSpan span);
extern Datum
span_multirange(const SpanRanges *ranges, const TextSpan *spans, uint32 n);

#pragma GCC visibility pop

#endif /* NEWSEXT_SPAN_RANGE_H */
