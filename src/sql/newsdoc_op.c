/*
 * newsdoc_op.c
 *		Equality, order and hash of newsdoc: those of the text's bytes.
 *
 * Collations play no part, so an index on a newsdoc column outlives any change
 * of them.
 */
#include "newsdoc.h"

#include "common/hashfn.h"

PG_FUNCTION_INFO_V1(newsdoc_eq);
PG_FUNCTION_INFO_V1(newsdoc_ne);
PG_FUNCTION_INFO_V1(newsdoc_lt);
PG_FUNCTION_INFO_V1(newsdoc_le);
PG_FUNCTION_INFO_V1(newsdoc_gt);
PG_FUNCTION_INFO_V1(newsdoc_ge);
PG_FUNCTION_INFO_V1(newsdoc_cmp);
PG_FUNCTION_INFO_V1(newsdoc_hash);
PG_FUNCTION_INFO_V1(newsdoc_hash_extended);

/* Compares the two arguments; frees what detoasting made, for index builds. */
static int
compare(FunctionCallInfo fcinfo)
{
	NewsDoc *a = PG_GETARG_NEWSDOC_TEXT_P(0);
	NewsDoc *b = PG_GETARG_NEWSDOC_TEXT_P(1);
	int order = memcmp(a->text, b->text, Min(a->text_bytes, b->text_bytes));

	if (order == 0)
		order = (a->text_bytes > b->text_bytes) -
			(a->text_bytes < b->text_bytes);
	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	return order;
}

Datum
newsdoc_eq(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) == 0);
}

Datum
newsdoc_ne(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) != 0);
}

Datum
newsdoc_lt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) < 0);
}

Datum
newsdoc_le(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) <= 0);
}

Datum
newsdoc_gt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) > 0);
}

Datum
newsdoc_ge(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) >= 0);
}

Datum
newsdoc_cmp(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(compare(fcinfo));
}

Datum
newsdoc_hash(PG_FUNCTION_ARGS)
{
	NewsDoc *doc = PG_GETARG_NEWSDOC_TEXT_P(0);
	Datum hash = hash_any((unsigned char *) doc->text, (int) doc->text_bytes);

	PG_FREE_IF_COPY(doc, 0);
	return hash;
}

Datum
newsdoc_hash_extended(PG_FUNCTION_ARGS)
{
	NewsDoc *doc = PG_GETARG_NEWSDOC_TEXT_P(0);
	Datum	 hash = hash_any_extended((unsigned char *) doc->text,
									  (int) doc->text_bytes, PG_GETARG_INT64(1));

	PG_FREE_IF_COPY(doc, 0);
	return hash;
}
