/*
 * row.h
 *		Rows of the composite types: one value after the other, then the row.
 *
 * A row is filled from left to right in the order of its columns; each put_*
 * fills the next one.
 */
#ifndef NEWSEXT_ROW_H
#define NEWSEXT_ROW_H

#include "newsdoc.h"

#include "access/tupdesc.h"

#include "span_range.h"

#define ROW_COLUMNS 24 /* more than the widest composite type has */

typedef struct Row
{
	FunctionCallInfo  fcinfo;
	const OpenDoc	 *open;
	TupleDesc		  type;
	MemoryContext	  context; /* values of one row */
	const SpanRanges *ranges;
	int				  column;
	Datum			  values[ROW_COLUMNS];
	bool			  nulls[ROW_COLUMNS];
} Row;

#pragma GCC visibility push(hidden)

/* Names of an enum's values, in the order of the reader's enum. */
extern const char *const row_paragraph_kinds[];
extern const char *const row_mention_kinds[];
extern const char *const row_quote_kinds[];
extern const char *const row_attributions[];
extern const char *const row_media[];

/* Rows of a set-returning function: begin, then for each row fill and emit. */
extern void
row_begin_set(Row *row, FunctionCallInfo fcinfo, const OpenDoc *open);
extern void row_emit(Row *row);
extern void row_end_set(Row *row);

/* The only row of a function that returns one. */
extern void	 row_begin(Row *row, FunctionCallInfo fcinfo, const OpenDoc *open);
extern Datum row_finish(Row *row);

static inline void
row_put(Row *row, Datum value)
{
	row->values[row->column] = value;
	row->nulls[row->column++] = false;
}

static inline void
row_put_null(Row *row)
{
	row->values[row->column] = (Datum) 0;
	row->nulls[row->column++] = true;
}

/* The value of the column before. */
static inline void
row_put_again(Row *row)
{
	row->values[row->column] = row->values[row->column - 1];
	row->nulls[row->column] = row->nulls[row->column - 1];
	row->column++;
}

static inline void
row_put_int(Row *row, uint32 n)
{
	row_put(row, Int32GetDatum((int32) n));
}

static inline void
row_put_bool(Row *row, bool value)
{
	row_put(row, BoolGetDatum(value));
}

/* An index from 0 as a number from 1; NULL for NONE. */
static inline void
row_put_number(Row *row, uint32 index)
{
	if (index == NONE)
		row_put_null(row);
	else
		row_put_int(row, index + 1);
}

extern void row_put_enum(Row *row, const char *const *labels, int value);

/* The OID of an enum's value; the enum is the type of this column. */
extern Oid
row_enum(Row *row, int column, const char *const *labels, int value);
extern void row_put_name(Row *row, ReaderName name);
extern void row_put_names(Row *row, const ReaderName *names, uint32 n);

/* The text of a span; NULL for an empty one.  So with ranges. */
extern void row_put_text(Row *row, TextSpan span);
extern void row_put_texts(Row *row, const TextSpan *spans, uint32 n);
extern void row_put_range(Row *row, TextSpan span);
extern void row_put_multirange(Row *row, const TextSpan *spans, uint32 n);

#pragma GCC visibility pop

/*
 * Defines the two SQL entries of a function over articles: name_text and
 * name_doc, both of which call name(fcinfo, doc, sections), where sections are
 * those of the newsdoc that the function opens.
 */
#define NEWS_FUNCTION(name, sections) \
	PG_FUNCTION_INFO_V1(name##_text); \
	PG_FUNCTION_INFO_V1(name##_doc); \
	Datum name##_text(PG_FUNCTION_ARGS) \
	{ \
		text *body = PG_GETARG_TEXT_PP(0); \
\
		return name(fcinfo, \
					reading_of(VARDATA_ANY(body), VARSIZE_ANY_EXHDR(body)), \
					sections); \
	} \
	Datum name##_doc(PG_FUNCTION_ARGS) \
	{ \
		return name(fcinfo, newsdoc_from(PG_GETARG_DATUM(0), sections), \
					sections); \
	}

#endif /* NEWSEXT_ROW_H */
