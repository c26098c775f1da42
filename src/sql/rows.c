/*
 * rows.c
 *		The functions that give rows: paragraphs, sentences, quotations,
 *		mentions, entities.
 */
#include "row.h"

#include "lib/stringinfo.h"
#include "utils/builtins.h"

#include "reading.h"

static Datum
news_paragraphs(FunctionCallInfo fcinfo, const NewsDoc *doc)
{
	OpenDoc open;
	Row		row;

	newsdoc_open(&open, doc, SECTION_BIT(SECTION_PARAGRAPHS));
	row_begin_set(&row, fcinfo, &open);
	for (uint32 i = 0; i < open.article.n_paragraphs; i++)
	{
		const Paragraph *paragraph = &open.article.paragraphs[i];

		row_put_number(&row, i);
		row_put_enum(&row, row_paragraph_kinds, paragraph->kind);
		row_put_range(&row, paragraph->span);
		row_put_text(&row, paragraph->span);
		row_emit(&row);
	}
	row_end_set(&row);
	return (Datum) 0;
}

static Datum
news_sentences(FunctionCallInfo fcinfo, const NewsDoc *doc)
{
	OpenDoc open;
	Row		row;

	newsdoc_open(&open, doc, SECTION_BIT(SECTION_SENTENCES));
	row_begin_set(&row, fcinfo, &open);
	for (uint32 i = 0; i < open.article.n_sentences; i++)
	{
		const Sentence *sentence = &open.article.sentences[i];

		row_put_number(&row, i);
		row_put_number(&row, sentence->paragraph);
		row_put_range(&row, sentence->span);
		row_put_text(&row, sentence->span);
		row_emit(&row);
	}
	row_end_set(&row);
	return (Datum) 0;
}

static Datum
news_mentions(FunctionCallInfo fcinfo, const NewsDoc *doc)
{
	OpenDoc open;
	Row		row;

	newsdoc_open(&open, doc,
				 SECTION_BIT(SECTION_ENTITIES) |
					 SECTION_BIT(SECTION_MENTIONS));
	row_begin_set(&row, fcinfo, &open);
	for (uint32 i = 0; i < open.article.n_mentions; i++)
	{
		const Mention *mention = &open.article.mentions[i];
		ReaderName	   name = { NULL, 0 };

		if (mention->entity != NONE)
			name = open.article.entities[mention->entity].name;
		row_put_number(&row, i);
		row_put_number(&row, mention->entity);
		row_put_enum(&row, row_mention_kinds, mention->kind);
		row_put_text(&row, mention->span);
		row_put_name(&row, name);
		row_put_text(&row, mention->title);
		row_put_range(&row, mention->span);
		row_put_number(&row, mention->paragraph);
		row_put_number(&row, mention->sentence);
		row_put_number(&row, mention->quotation);
		row_emit(&row);
	}
	row_end_set(&row);
	return (Datum) 0;
}

static Datum
news_entities(FunctionCallInfo fcinfo, const NewsDoc *doc)
{
	OpenDoc open;
	Row		row;

	newsdoc_open(&open, doc,
				 SECTION_BIT(SECTION_ENTITIES) |
					 SECTION_BIT(SECTION_MENTIONS));
	row_begin_set(&row, fcinfo, &open);
	for (uint32 i = 0; i < open.article.n_entities; i++)
	{
		const Entity *entity = &open.article.entities[i];
		TextSpan	  first = { 0, 0 };

		if (entity->first_mention < open.article.n_mentions)
			first = open.article.mentions[entity->first_mention].span;
		row_put_number(&row, i);
		row_put_enum(&row, row_mention_kinds, entity->kind);
		row_put_name(&row, entity->name);
		row_put_names(&row, entity->titles, entity->n_titles);
		row_put_names(&row, entity->aliases, entity->n_aliases);
		row_put_int(&row, entity->mentions);
		row_put_range(&row, first);
		row_emit(&row);
	}
	row_end_set(&row);
	return (Datum) 0;
}

/* The pieces of a quotation as one text, a space between them. */
static Datum
joined_text(const OpenDoc *open, const Quotation *quotation)
{
	StringInfoData joined;

	initStringInfo(&joined);
	for (uint32 i = 0; i < quotation->n_content; i++)
	{
		uint32		bytes;
		const char *piece = newsdoc_slice(open, quotation->content[i], &bytes);

		if (i > 0)
			appendStringInfoChar(&joined, ' ');
		appendBinaryStringInfo(&joined, piece, bytes);
	}
	return PointerGetDatum(cstring_to_text_with_len(joined.data, joined.len));
}

static void
put_quotation(Row *row, const Quotation *quotation)
{
	bool found = quotation->speaker.bytes != NULL;

	row_put_enum(row, row_quote_kinds, quotation->kind);
	row_put(row, joined_text(row->open, quotation));
	row_put_multirange(row, quotation->content, quotation->n_content);
	row_put_multirange(row, quotation->verbatim, quotation->n_verbatim);
	row_put_name(row, quotation->speaker);
	row_put_text(row, quotation->speaker_span);
	row_put_range(row, quotation->speaker_span);
	if (found)
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
}

static Datum
news_quotes(FunctionCallInfo fcinfo, const NewsDoc *doc)
{
	OpenDoc open;
	Row		row;

	newsdoc_open(&open, doc,
				 SECTION_BIT(SECTION_ENTITIES) |
					 SECTION_BIT(SECTION_QUOTATIONS));
	row_begin_set(&row, fcinfo, &open);
	for (uint32 i = 0; i < open.article.n_quotations; i++)
	{
		row_put_number(&row, i);
		put_quotation(&row, &open.article.quotations[i]);
		row_emit(&row);
	}
	row_end_set(&row);
	return (Datum) 0;
}

NEWS_FUNCTION(news_paragraphs)
NEWS_FUNCTION(news_sentences)
NEWS_FUNCTION(news_mentions)
NEWS_FUNCTION(news_entities)
NEWS_FUNCTION(news_quotes)
