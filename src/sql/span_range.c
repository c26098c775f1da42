/*
 * span_range.c
 *		Spans as ranges and multiranges; see span_range.h.
 */
#include "span_range.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "utils/multirangetypes.h"

#include "compat.h"

/* How the server makes a value of one span. */
typedef struct varlena *(*MakeRange)(const SpanRanges *ranges, TextSpan span);

static RangeType *
server_range(const SpanRanges *ranges, TextSpan span)
{
	RangeBound lower = { Int32GetDatum(span.start + 1), false, true, true };
	RangeBound upper = { Int32GetDatum(span.end + 1), false, false, false };

	return canonical_range(ranges->multirange->rngtype, &lower, &upper);
}

static MultirangeType *
server_multirange(const SpanRanges *ranges, const TextSpan *spans, uint32 n)
{
	RangeType **parts = palloc_array(RangeType *, n);

	for (uint32 i = 0; i < n; i++)
		parts[i] = server_range(ranges, spans[i]);
	return make_multirange(INT4MULTIRANGEOID, ranges->multirange->rngtype, n,
						   parts);
}

static struct varlena *
make_range_of_span(const SpanRanges *ranges, TextSpan span)
{
	return (struct varlena *) server_range(ranges, span);
}

static struct varlena *
make_multirange_of_span(const SpanRanges *ranges, TextSpan span)
{
	return (struct varlena *) server_multirange(ranges, &span, 1);
}

/* Where a bound stands in a value; the value's size when it does not. */
static Size
place_of(const struct varlena *value, int32 bound)
{
	Size size = VARSIZE(value);
	Size at = 0;

	while (at + sizeof(bound) <= size &&
		   memcmp((const char *) value + at, &bound, sizeof(bound)) != 0)
		at++;
	return at + sizeof(bound) <= size ? at : size;
}

static void
set_bounds(const RangeMould *mould, char *copy, TextSpan span)
{
	int32 lower = span.start + 1;
	int32 upper = span.end + 1;

	memcpy(copy + mould->lower, &lower, sizeof(lower));
	memcpy(copy + mould->upper, &upper, sizeof(upper));
}

/* Makes a mould of a value with bounds that look like nothing else in it. */
static void
make_mould(RangeMould *mould, const SpanRanges *ranges, MakeRange make)
{
	const TextSpan	first = { 0x1A2B3C4D, 0x5E6F7A5B };
	const TextSpan	second = { 4, 13 };
	struct varlena *value = make(ranges, first);
	Size			size = VARSIZE(value);

	mould->size = 0;
	mould->lower = place_of(value, first.start + 1);
	mould->upper = place_of(value, first.end + 1);
	if (size > sizeof(mould->bytes) || mould->lower == size ||
		mould->upper == size)
		return;
	memcpy(mould->bytes, value, size);
	set_bounds(mould, mould->bytes, second);
	value = make(ranges, second);
	if (VARSIZE(value) == size && memcmp(mould->bytes, value, size) == 0)
		mould->size = size;
}

static Datum
moulded(const RangeMould *mould, TextSpan span)
{
	char *copy = palloc(sizeof(mould->bytes));

	memcpy(copy, mould->bytes, sizeof(mould->bytes));
	set_bounds(mould, copy, span);
	return PointerGetDatum(copy);
}

void
span_ranges_init(SpanRanges *ranges)
{
	ranges->multirange = lookup_type_cache(INT4MULTIRANGEOID,
										   TYPECACHE_MULTIRANGE_INFO);
	make_mould(&ranges->range, ranges, make_range_of_span);
	make_mould(&ranges->single, ranges, make_multirange_of_span);
}

Datum
span_range(const SpanRanges *ranges, TextSpan span)
{
	if (ranges->range.size > 0 && span.start < span.end)
		return moulded(&ranges->range, span);
	return RangeTypePGetDatum(server_range(ranges, span));
}

Datum
span_multirange(const SpanRanges *ranges, const TextSpan *spans, uint32 n)
{
	if (ranges->single.size > 0 && n == 1 && spans->start < spans->end)
		return moulded(&ranges->single, spans[0]);
	return MultirangeTypePGetDatum(server_multirange(ranges, spans, n));
}
