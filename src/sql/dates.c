/*
 * dates.c
 *		news_dates: the days that each date in an article means.
 *
 * Nothing is stored for it: which days "Friday" means depends on the day of
 * publication, which the caller may know better than the article.  The words
 * around a date are read anew, one sentence at a time.
 */
#include "row.h"

#include "catalog/pg_type.h"
#include "funcapi.h"
#include "utils/date.h"
#include "utils/memutils.h"

#include "encoding.h"
#include "reading.h"
#define Name ReaderName
#include "reader/date.h"
#undef Name

/* The sentence, or the paragraph outside the running text, that is read. */
typedef struct Stretch
{
	const OpenDoc *open;
	MemoryContext  context; /* of everything below */
	TextSpan	   span;	/* in characters; empty before the first */
	Article		  *article;
	CharMap		   map;
} Stretch;

static bool
is_inside(TextSpan inner, TextSpan outer)
{
	return inner.start >= outer.start && inner.start < inner.end &&
		inner.end <= outer.end;
}

/* The sentence or paragraph around a mention, empty when there is none. */
static TextSpan
span_around(const Article *article, const Mention *mention)
{
	TextSpan none = { 0, 0 };

	if (mention->sentence != NONE && mention->sentence < article->n_sentences)
		return article->sentences[mention->sentence].span;
	if (mention->paragraph < article->n_paragraphs)
		return article->paragraphs[mention->paragraph].span;
	return none;
}

static void
read_stretch(Stretch *stretch, TextSpan span)
{
	MemoryContext caller;
	ArenaHost	 *host;
	Arena		 *arena;
	const char	 *text;
	uint32		  bytes;

	MemoryContextReset(stretch->context);
	caller = MemoryContextSwitchTo(stretch->context);
	host = palloc(sizeof(ArenaHost));
	arena = palloc(sizeof(Arena));
	*host = reading_host(stretch->context);
	arena_init(arena, host);
	text = newsdoc_slice(stretch->open, span, &bytes);
	text = encoding_to_reader(text, bytes, &bytes);
	charmap_init(&stretch->map, text, bytes, encoding_of_reader());
	stretch->article = date_sentence(arena, text, bytes);
	stretch->span = span;
	MemoryContextSwitchTo(caller);
}

/* The days that a mention means. */
static DateRange
days_of(Stretch *stretch, const Mention *mention, DateContext *context)
{
	TextSpan  span = span_around(&stretch->open->article, mention);
	DateRange unknown = { NO_DAY, NO_DAY };
	uint32	  first;
	uint32	  end;

	if (!is_inside(mention->span, span))
		return unknown;
	if (stretch->span.start != span.start || stretch->span.end != span.end)
		read_stretch(stretch, span);
	if (mention->span.end - span.start > stretch->map.chars)
		return unknown;
	first = charmap_byte(&stretch->map, mention->span.start - span.start);
	end = charmap_byte(&stretch->map, mention->span.end - span.start);
	return date_of(stretch->article, token_at(stretch->article, first),
				   token_at(stretch->article, end), context);
}

static void
put_days(Row *row, TypeCacheEntry *type, DateRange range)
{
	RangeBound lower = { DateADTGetDatum(range.start), false, true, true };
	RangeBound upper = { DateADTGetDatum(range.end), false, false, false };

	if (range.start == NO_DAY)
		row_put_null(row);
	else
		row_put(row,
				RangeTypePGetDatum(canonical_range(type, &lower, &upper)));
}

/* The day of publication: the caller's, else the dateline's, else none. */
static int32_t
published_day(FunctionCallInfo fcinfo, const FrontMatter *front)
{
	DateADT day;

	if (PG_ARGISNULL(1))
		return date_day(front->year, front->month, front->day);
	day = PG_GETARG_DATEADT(1);
	return DATE_NOT_FINITE(day) || day < date_day(1, 1, 1) ||
			day > date_day(9999, 12, 31) ?
		NO_DAY :
		day;
}

static Datum
news_dates(FunctionCallInfo fcinfo, const NewsDoc *doc)
{
	OpenDoc			open;
	const Article  *article = &open.article;
	TypeCacheEntry *type = lookup_type_cache(DATERANGEOID,
											 TYPECACHE_RANGE_INFO);
	Row				row;
	Stretch			stretch = { .open = &open };
	DateContext		context;
	uint32			paragraph = NONE;

	newsdoc_open(&open, doc,
				 SECTION_BIT(SECTION_FRONT) | SECTION_BIT(SECTION_PARAGRAPHS) |
					 SECTION_BIT(SECTION_SENTENCES) |
					 SECTION_BIT(SECTION_ENTITIES) |
					 SECTION_BIT(SECTION_MENTIONS));
	context.published = published_day(fcinfo, &article->front);
	date_new_paragraph(&context);
	stretch.context = AllocSetContextCreate(CurrentMemoryContext,
											"newsext sentence",
											ALLOCSET_DEFAULT_SIZES);
	row_begin_set(&row, fcinfo, &open);
	for (uint32 i = 0; i < article->n_mentions; i++)
	{
		const Mention *mention = &article->mentions[i];

		if (mention->kind != MENTION_DATE)
			continue;
		if (mention->paragraph != paragraph)
			date_new_paragraph(&context);
		paragraph = mention->paragraph;
		row_put_number(&row, i);
		row_put_text(&row, mention->span);
		row_put_range(&row, mention->span);
		put_days(&row, type, days_of(&stretch, mention, &context));
		row_put_number(&row, mention->paragraph);
		row_put_number(&row, mention->sentence);
		row_emit(&row);
	}
	row_end_set(&row);
	MemoryContextDelete(stretch.context);
	return (Datum) 0;
}

/* No article, no rows; the day of publication may be NULL. */
static Datum
no_dates(FunctionCallInfo fcinfo)
{
	InitMaterializedSRF(fcinfo, 0);
	return (Datum) 0;
}

PG_FUNCTION_INFO_V1(news_dates_text);
PG_FUNCTION_INFO_V1(news_dates_doc);

Datum
news_dates_text(PG_FUNCTION_ARGS)
{
	text *body;

	if (PG_ARGISNULL(0))
		return no_dates(fcinfo);
	body = PG_GETARG_TEXT_PP(0);
	return news_dates(fcinfo,
					  reading_of(VARDATA_ANY(body), VARSIZE_ANY_EXHDR(body)));
}

Datum
news_dates_doc(PG_FUNCTION_ARGS)
{
	if (PG_ARGISNULL(0))
		return no_dates(fcinfo);
	return news_dates(fcinfo, PG_GETARG_NEWSDOC_P(0));
}
