/*
 * rows.c
 *		The functions that give rows: paragraphs, sentences, quotations,
 *		mentions, entities.
 */
#include "row.h"

#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "reading.h"

/* Fills the columns behind the number, for item i of the open article. */
typedef void (*PutItem)(Row *row, uint32 i);

static uint32
count_items(const Article *article, NewsDocSection section)
{
	switch (section)
	{
		case SECTION_PARAGRAPHS:
			return article->n_paragraphs;
		case SECTION_SENTENCES:
			return article->n_sentences;
		case SECTION_ENTITIES:
			return article->n_entities;
		case SECTION_MENTIONS:
			return article->n_mentions;
		default:
			return 0;
	}
}

/* A row for each item of a section, one of those to be opened. */
static Datum
rows_of(FunctionCallInfo fcinfo, const NewsDoc *doc, int sections,
		NewsDocSection section, PutItem put)
{
	OpenDoc open;
	Row		row;
	uint32	n;

	newsdoc_open(&open, doc, sections);
	n = count_items(&open.article, section);
	row_begin_set(&row, fcinfo, &open);
	for (uint32 i = 0; i < n; i++)
	{
		row_put_number(&row, i);
		put(&row, i);
		row_emit(&row);
	}
	row_end_set(&row);
	return (Datum) 0;
}

static void
put_paragraph(Row *row, uint32 i)
{
	const Paragraph *paragraph = &row->open->article.paragraphs[i];

	row_put_enum(row, row_paragraph_kinds, paragraph->kind);
	row_put_range(row, paragraph->span);
	row_put_text(row, paragraph->span);
}

static void
put_sentence(Row *row, uint32 i)
{
	const Sentence *sentence = &row->open->article.sentences[i];

	row_put_number(row, sentence->paragraph);
	row_put_range(row, sentence->span);
	row_put_text(row, sentence->span);
}

static void
put_mention(Row *row, uint32 i)
{
	const Article *article = &row->open->article;
	const Mention *mention = &article->mentions[i];
	ReaderName	   name = { NULL, 0 };

	if (mention->entity != NONE)
		name = article->entities[mention->entity].name;
	row_put_number(row, mention->entity);
	row_put_enum(row, row_mention_kinds, mention->kind);
	row_put_text(row, mention->span);
	row_put_name(row, name);
	row_put_text(row, mention->title);
	row_put_range(row, mention->span);
	row_put_number(row, mention->paragraph);
	row_put_number(row, mention->sentence);
	row_put_number(row, mention->quotation);
}

static void
put_entity(Row *row, uint32 i)
{
	const Article *article = &row->open->article;
	const Entity  *entity = &article->entities[i];
	TextSpan	   first = { 0, 0 };

	if (entity->first_mention < article->n_mentions)
		first = article->mentions[entity->first_mention].span;
	row_put_enum(row, row_mention_kinds, entity->kind);
	row_put_name(row, entity->name);
	row_put_names(row, entity->titles, entity->n_titles);
	row_put_names(row, entity->aliases, entity->n_aliases);
	row_put_int(row, entity->mentions);
	row_put_range(row, first);
}

/* The pieces of a quotation as one text, a space between them. */
static void
put_joined(Row *row, const Quotation *quotation)
{
	StringInfoData joined;

	if (quotation->n_content == 1)
	{
		row_put_text(row, quotation->content[0]);
		return;
	}
	initStringInfo(&joined);
	for (uint32 i = 0; i < quotation->n_content; i++)
	{
		uint32		bytes;
		const char *piece = newsdoc_slice(row->open, quotation->content[i],
										  &bytes);

		if (i > 0)
			appendStringInfoChar(&joined, ' ');
		appendBinaryStringInfo(&joined, piece, bytes);
	}
	row_put(row,
			PointerGetDatum(
				cstring_to_text_with_len(joined.data, joined.len)));
}

static void
put_quotation(Row *row, uint32 i)
{
	const Quotation *quotation = &row->open->article.quotations[i];

	row_put_enum(row, row_quote_kinds, quotation->kind);
	put_joined(row, quotation);
	row_put_multirange(row, quotation->content, quotation->n_content);
	if (quotation->verbatim == quotation->content)
		row_put_again(row);
	else
		row_put_multirange(row, quotation->verbatim, quotation->n_verbatim);
	row_put_name(row, quotation->speaker);
	row_put_text(row, quotation->speaker_span);
	row_put_range(row, quotation->speaker_span);
	if (quotation->speaker.bytes)
		row_put_enum(row, row_mention_kinds, quotation->speaker_kind);
	else
		row_put_null(row);
	row_put_number(row, quotation->speaker_entity);
	row_put_name(row, quotation->speaker_title);
	row_put_bool(row, quotation->named);
	row_put_text(row, quotation->cue);
	row_put_range(row, quotation->cue);
	row_put_bool(row, quotation->negated);
	row_put_enum(row, row_attributions, quotation->attribution);
	row_put(row, Float4GetDatum(quotation->confidence));
	row_put_number(row, quotation->paragraph);
	row_put_number(row, quotation->sentence);
	row_put_enum(row, row_media, quotation->medium);
}

#define MEDIUM_BIT(medium) (1 << (medium))

/*
 * The media that the second argument asks for, a set of MEDIUM_BITs.  Its
 * enum is the type of the last column, which row is to be filled with.
 */
static int
asked_media(Row *row)
{
	FunctionCallInfo fcinfo = row->fcinfo;
	ArrayType		*array = PG_GETARG_ARRAYTYPE_P(1);
	const Oid		*asked = (const Oid *) ARR_DATA_PTR(array);
	int				 n = ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));
	int				 media = 0;

	if (array_contains_nulls(array))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("media must not contain nulls")));
	for (int i = 0; i < n; i++)
		for (int m = 0; m < MEDIUMS; m++)
			if (asked[i] == row_enum(row, row->type->natts - 1, row_media, m))
				media |= MEDIUM_BIT(m);
	return media;
}

static Datum
news_paragraphs(FunctionCallInfo fcinfo, const NewsDoc *doc, int sections)
{
	return rows_of(fcinfo, doc, sections, SECTION_PARAGRAPHS, put_paragraph);
}

static Datum
news_sentences(FunctionCallInfo fcinfo, const NewsDoc *doc, int sections)
{
	return rows_of(fcinfo, doc, sections, SECTION_SENTENCES, put_sentence);
}

static Datum
news_mentions(FunctionCallInfo fcinfo, const NewsDoc *doc, int sections)
{
	return rows_of(fcinfo, doc, sections, SECTION_MENTIONS, put_mention);
}

static Datum
news_entities(FunctionCallInfo fcinfo, const NewsDoc *doc, int sections)
{
	return rows_of(fcinfo, doc, sections, SECTION_ENTITIES, put_entity);
}

static Datum
news_quotes(FunctionCallInfo fcinfo, const NewsDoc *doc, int sections)
{
	OpenDoc open;
	Row		row;
	int		media;

	newsdoc_open(&open, doc, sections);
	row_begin_set(&row, fcinfo, &open);
	media = asked_media(&row);
	for (uint32 i = 0; i < open.article.n_quotations; i++)
	{
		if (!(media & MEDIUM_BIT(open.article.quotations[i].medium)))
			continue;
		/* the number among all, whatever is asked for */
		row_put_number(&row, i);
		put_quotation(&row, i);
		row_emit(&row);
	}
	row_end_set(&row);
	return (Datum) 0;
}

NEWS_FUNCTION(news_paragraphs, SECTION_BIT(SECTION_PARAGRAPHS))
NEWS_FUNCTION(news_sentences, SECTION_BIT(SECTION_SENTENCES))
NEWS_FUNCTION(news_mentions,
			  SECTION_BIT(SECTION_ENTITIES) | SECTION_BIT(SECTION_MENTIONS))
NEWS_FUNCTION(news_entities,
			  SECTION_BIT(SECTION_ENTITIES) | SECTION_BIT(SECTION_MENTIONS))
NEWS_FUNCTION(news_quotes, SECTION_BIT(SECTION_QUOTATIONS))
