/*
 * row.c
 *		Rows of the composite types; see row.h.
 *
 * The composite types live in whatever schema the user chose, so they and the
 * enums in them are found through the result type of the function called.
 */
#include "row.h"

#include "access/htup_details.h"
#include "catalog/pg_enum.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/syscache.h"

#define ENUM_VALUES PARAGRAPH_KINDS /* the longest enum */

/* What a function remembers between its calls in one query. */
typedef struct RowCache
{
	SpanRanges ranges;
	Oid		   enums[ROW_COLUMNS][ENUM_VALUES]; /* 0 not looked up yet */
} RowCache;

const char *const row_paragraph_kinds[] = {
	"body",	   "headline",	   "kicker",	  "byline", "dateline",
	"subhead", "bullet",	   "turn",		  "aside",	"blockquote",
	"caption", "contributors", "copyright",	  "note",	"correction",
	"update",  "related",	   "boilerplate", "social", "separator"
};
StaticAssertDecl(lengthof(row_paragraph_kinds) == PARAGRAPH_KINDS,
				 "every kind of paragraph has a name");

const char *const row_mention_kinds[] = { "person", "org",	   "place",
										  "group",	"date",	   "time",
										  "money",	"percent", "quantity",
										  "event",	"work" };
StaticAssertDecl(lengthof(row_mention_kinds) == MENTION_KINDS,
				 "every kind of mention has a name");

const char *const row_quote_kinds[] = { "direct", "mixed", "indirect" };

const char *const row_attributions[] = { "explicit",  "split",	   "pronoun",
										 "running",	  "continued", "label",
										 "inherited", "none" };
StaticAssertDecl(lengthof(row_attributions) == ATTRIBUTION_NONE + 1,
				 "every attribution has a name");

const char *const row_media[] = { "speech", "writing", "thought", "attitude" };
StaticAssertDecl(lengthof(row_media) == MEDIUMS, "every medium has a name");

static void
begin(Row *row, FunctionCallInfo fcinfo, const OpenDoc *open)
{
	FmgrInfo *flinfo = fcinfo->flinfo;
	RowCache *cache = flinfo->fn_extra;

	memset(row, 0, sizeof(*row));
	row->fcinfo = fcinfo;
	row->open = open;
	if (cache == NULL)
	{
		cache = MemoryContextAllocZero(flinfo->fn_mcxt, sizeof(RowCache));
		span_ranges_init(&cache->ranges);
		flinfo->fn_extra = cache;
	}
	row->ranges = &cache->ranges;
}

void
row_begin_set(Row *row, FunctionCallInfo fcinfo, const OpenDoc *open)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	MemoryContext  caller;

	begin(row, fcinfo, open);
	if (result == NULL || !IsA(result, ReturnSetInfo) ||
		result->expectedDesc == NULL ||
		!(result->allowedModes & SFRM_Materialize))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("set-valued function called in context that cannot "
						"accept a set")));
	/*
	 * As InitMaterializedSRF() does, but without its copy of the row type in
	 * every call: the server expects these rows and need not be told.
	 */
	caller = MemoryContextSwitchTo(result->econtext->ecxt_per_query_memory);
	result->returnMode = SFRM_Materialize;
	result->setResult = tuplestore_begin_heap((result->allowedModes &
											   SFRM_Materialize_Random) != 0,
											  false, work_mem);
	MemoryContextSwitchTo(caller);
	row->type = result->expectedDesc;
	row->context = AllocSetContextCreate(CurrentMemoryContext, "newsext row",
										 ALLOCSET_DEFAULT_SIZES);
	MemoryContextSwitchTo(row->context);
}

void
row_emit(Row *row)
{
	ReturnSetInfo *result = (ReturnSetInfo *) row->fcinfo->resultinfo;

	Assert(row->column == row->type->natts);
	tuplestore_putvalues(result->setResult, row->type, row->values,
						 row->nulls);
	row->column = 0;
	MemoryContextReset(row->context);
	CHECK_FOR_INTERRUPTS();
}

void
row_end_set(Row *row)
{
	MemoryContextSwitchTo(MemoryContextGetParent(row->context));
	MemoryContextDelete(row->context);
}

void
row_begin(Row *row, FunctionCallInfo fcinfo, const OpenDoc *open)
{
	begin(row, fcinfo, open);
	if (get_call_result_type(fcinfo, NULL, &row->type) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	row->type = BlessTupleDesc(row->type);
}

Datum
row_finish(Row *row)
{
	Assert(row->column == row->type->natts);
	return HeapTupleGetDatum(
		heap_form_tuple(row->type, row->values, row->nulls));
}

Oid
row_enum(Row *row, int column, const char *const *labels, int value)
{
	RowCache *cache = row->fcinfo->flinfo->fn_extra;
	Oid		 *oid = &cache->enums[column][value];

	if (!OidIsValid(*oid))
	{
		Oid		  type = TupleDescAttr(row->type, column)->atttypid;
		HeapTuple found = SearchSysCache2(ENUMTYPOIDNAME,
										  ObjectIdGetDatum(type),
										  CStringGetDatum(labels[value]));

		if (!HeapTupleIsValid(found))
			elog(ERROR, "type %s has no value \"%s\"", format_type_be(type),
				 labels[value]);
		*oid = ((Form_pg_enum) GETSTRUCT(found))->oid;
		ReleaseSysCache(found);
	}
	return *oid;
}

void
row_put_enum(Row *row, const char *const *labels, int value)
{
	row_put(row, ObjectIdGetDatum(row_enum(row, row->column, labels, value)));
}

void
row_put_name(Row *row, ReaderName name)
{
	if (name.bytes == NULL)
		row_put_null(row);
	else
		row_put(row,
				PointerGetDatum(
					cstring_to_text_with_len(name.bytes, name.length)));
}

static Datum
slice_datum(const Row *row, TextSpan span)
{
	uint32		bytes;
	const char *slice = newsdoc_slice(row->open, span, &bytes);

	return PointerGetDatum(cstring_to_text_with_len(slice, bytes));
}

static void
put_text_array(Row *row, Datum *elements, uint32 n)
{
	row_put(row,
			PointerGetDatum(construct_array(elements, n, TEXTOID, -1, false,
											TYPALIGN_INT)));
}

void
row_put_names(Row *row, const ReaderName *names, uint32 n)
{
	Datum *elements = palloc_array(Datum, n);

	for (uint32 i = 0; i < n; i++)
		elements[i] = PointerGetDatum(
			cstring_to_text_with_len(names[i].bytes, names[i].length));
	put_text_array(row, elements, n);
}

void
row_put_text(Row *row, TextSpan span)
{
	if (span.start == span.end)
		row_put_null(row);
	else
		row_put(row, slice_datum(row, span));
}

void
row_put_texts(Row *row, const TextSpan *spans, uint32 n)
{
	Datum *elements = palloc_array(Datum, n);

	for (uint32 i = 0; i < n; i++)
		elements[i] = slice_datum(row, spans[i]);
	put_text_array(row, elements, n);
}

void
row_put_range(Row *row, TextSpan span)
{
	if (span.start == span.end)
		row_put_null(row);
	else
		row_put(row, span_range(row->ranges, span));
}

void
row_put_multirange(Row *row, const TextSpan *spans, uint32 n)
{
	row_put(row, span_multirange(row->ranges, spans, n));
}
