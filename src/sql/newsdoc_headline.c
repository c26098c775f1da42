/*
 * newsdoc_headline.c
 *		news_headline(doc, query, options): the quotations that answer a
 *		query, each with its speaker, and what was looked for marked in them.
 *
 * Where no quotation has any of the terms, it is the sentence that first
 * mentions a name that was asked for, or else the article's first sentence.
 *
 * Everything is put together in the reader's encoding and turned into the
 * server's at the end.
 */
#include "newsdoc_search.h"

#include "commands/defrem.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#include "encoding.h"

PG_FUNCTION_INFO_V1(news_headline);

#define LEFT_OUT "..."

typedef struct Options
{
	const char *start; /* before and behind what is marked */
	const char *stop;
	const char *delimiter; /* between quotations */
	int32		words;	   /* of a quotation, at most */
	int32		fragments; /* quotations, at most */
} Options;

/* A text with marked bytes. */
typedef struct Passage
{
	StringInfoData text;
	bool		  *marked; /* of each byte */
} Passage;

/* A stretch of text without a space in it. */
typedef struct Chunk
{
	uint32 start;
	uint32 end;
	uint32 marked; /* marked chunks up to here, with this one */
} Chunk;

typedef struct Scored
{
	double score;
	uint32 quote;
} Scored;

typedef struct Headline
{
	SearchDoc	   search;
	SearchAim	   aim;
	Options		   options;
	StringInfoData out;
} Headline;

static int32
positive(DefElem *option)
{
	int32 n = pg_strtoint32(defGetString(option));

	if (n < 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be greater than zero", option->defname)));
	return n;
}

static const char *
in_reader(const char *text)
{
	uint32		bytes;
	const char *utf8 = encoding_to_reader(text, (uint32) strlen(text), &bytes);

	return pnstrdup(utf8, bytes);
}

/* Named as in ts_headline. */
static Options
read_options(Datum text)
{
	Options	  options = { .start = "<b>",
						  .stop = "</b>",
						  .delimiter = " ... ",
						  .words = 35,
						  .fragments = 1 };
	ListCell *cell;

	foreach (cell, deserialize_deflist(text))
	{
		DefElem *option = lfirst(cell);

		if (pg_strcasecmp(option->defname, "StartSel") == 0)
			options.start = in_reader(defGetString(option));
		else if (pg_strcasecmp(option->defname, "StopSel") == 0)
			options.stop = in_reader(defGetString(option));
		else if (pg_strcasecmp(option->defname, "FragmentDelimiter") == 0)
			options.delimiter = in_reader(defGetString(option));
		else if (pg_strcasecmp(option->defname, "MaxWords") == 0)
			options.words = positive(option);
		else if (pg_strcasecmp(option->defname, "MaxFragments") == 0)
			options.fragments = positive(option);
		else
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("unrecognized headline parameter: \"%s\"",
							option->defname),
					 errhint("Parameters are StartSel, StopSel, MaxWords, "
							 "MaxFragments and FragmentDelimiter.")));
	}
	return options;
}

static void
append_slice(Headline *headline, StringInfo out, TextSpan span)
{
	uint32		bytes;
	const char *slice = newsdoc_slice(&headline->search.open, span, &bytes);

	slice = encoding_to_reader(slice, bytes, &bytes);
	appendBinaryStringInfo(out, slice, (int) bytes);
}

/* How many bytes a span has in the reader's encoding. */
static uint32
bytes_of(Headline *headline, TextSpan span)
{
	uint32		bytes;
	const char *slice = newsdoc_slice(&headline->search.open, span, &bytes);

	encoding_to_reader(slice, bytes, &bytes);
	return bytes;
}

/* Marks a span inside a piece of text that begins at this byte. */
static void
mark_span(Headline *headline, Passage *passage, uint32 at, TextSpan piece,
		  TextSpan span)
{
	TextSpan before = { piece.start, span.start };

	memset(passage->marked + at + bytes_of(headline, before), true,
		   bytes_of(headline, span));
}

/* True when one of these terms goes by the name of an entity. */
static bool
name_was_asked_for(Headline *headline, uint32 entity, const uint32 *terms,
				   uint32 n)
{
	for (uint32 i = 0; entity != NONE && i < n; i++)
		if (search_term_names_entity(&headline->search, terms[i], entity))
			return true;
	return false;
}

/* Marks the words of the passage that the query asks for. */
static void
mark_words(Headline *headline, Passage *passage)
{
	SearchWords words;

	search_words_init(&words);
	search_words_cut(&words, passage->text.data, (uint32) passage->text.len);
	for (uint32 t = 0; t < headline->aim.n_quote_terms; t++)
	{
		const QueryTerm *term = &headline->search.compiled
									 ->terms[headline->aim.quote_terms[t]];

		if (term->field != FIELD_WORD)
			continue;
		for (uint32 i = 0; i < words.n; i++)
		{
			uint32 n;

			CHECK_FOR_INTERRUPTS();
			n = search_term_at(term, &words, i);
			for (uint32 k = i; k < i + n; k++)
				memset(passage->marked + words.words[k].start, true,
					   words.words[k].end - words.words[k].start);
		}
	}
}

/* Of UTF-8, whatever the locale says of single bytes. */
static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The chunks of a passage, with how many of them are marked. */
static Chunk *
chunks_of(const Passage *passage, uint32 *n)
{
	uint32 length = (uint32) passage->text.len;
	Chunk *chunks = palloc_extended((length / 2 + 1) * sizeof(Chunk),
									MCXT_ALLOC_HUGE);
	uint32 marked = 0;
	uint32 at = 0;

	*n = 0;
	while (at < length)
	{
		Chunk *chunk = &chunks[*n];
		bool   any = false;

		if (is_space(passage->text.data[at]))
		{
			at++;
			continue;
		}
		chunk->start = at;
		for (; at < length && !is_space(passage->text.data[at]); at++)
			any |= passage->marked[at];
		marked += any;
		chunk->end = at;
		chunk->marked = marked;
		(*n)++;
	}
	return chunks;
}

/*
 * The first of as many chunks as are wanted, with the most marked ones, and
 * these in the middle.
 */
static uint32
best_window(const Chunk *chunks, uint32 n, uint32 wanted)
{
	uint32 best = 0;
	uint32 most = 0;
	uint32 before;
	uint32 first; /* marked chunk in the window, and the last one */
	uint32 last;
	uint32 margin;

	for (uint32 i = 0; i + wanted <= n; i++)
	{
		uint32 marked = chunks[i + wanted - 1].marked -
			(i ? chunks[i - 1].marked : 0);

		if (marked > most)
		{
			most = marked;
			best = i;
		}
	}
	if (most == 0)
		return 0;
	before = best ? chunks[best - 1].marked : 0;
	for (first = best; chunks[first].marked == before; first++)
		;
	for (last = first; chunks[last].marked < before + most; last++)
		;
	margin = (wanted - (last - first + 1)) / 2;
	return Min(first - Min(first, margin), n - wanted);
}

static void
append_marked(Headline *headline, const Passage *passage, uint32 start,
			  uint32 end)
{
	StringInfo out = &headline->out;
	bool	   inside = false;

	for (uint32 i = start; i < end; i++)
	{
		if (passage->marked[i] != inside)
			appendStringInfoString(out,
								   inside ? headline->options.stop :
											headline->options.start);
		inside = passage->marked[i];
		appendStringInfoChar(out, passage->text.data[i]);
	}
	if (inside)
		appendStringInfoString(out, headline->options.stop);
}

/* As much of a passage as is wanted, with its words marked. */
static void
append_passage(Headline *headline, Passage *passage)
{
	uint32 n;
	uint32 wanted = (uint32) headline->options.words;
	uint32 first = 0;
	Chunk *chunks;

	chunks = chunks_of(passage, &n);
	if (n == 0)
		return;
	if (n > wanted)
		first = best_window(chunks, n, wanted);
	wanted = Min(wanted, n);
	if (first > 0)
		appendStringInfoString(&headline->out, LEFT_OUT " ");
	append_marked(headline, passage, chunks[first].start,
				  chunks[first + wanted - 1].end);
	if (first + wanted < n)
		appendStringInfoString(&headline->out, " " LEFT_OUT);
}

static void
begin_passage(Passage *passage)
{
	initStringInfo(&passage->text);
	passage->marked = NULL;
}

/* To be called when the text of a passage is whole. */
static void
ready_passage(Passage *passage)
{
	passage->marked = palloc0((Size) passage->text.len + 1);
}

static bool
speaker_was_asked_for(Headline *headline, uint32 quote)
{
	for (uint32 i = 0; i < headline->aim.n_quote_terms; i++)
	{
		uint32 term = headline->aim.quote_terms[i];

		if (headline->search.compiled->terms[term].field == FIELD_SPEAKER &&
			search_term_in_quote(&headline->search, term, quote))
			return true;
	}
	return false;
}

static void
append_speaker(Headline *headline, uint32 quote)
{
	ReaderName name = headline->search.open.article.quotations[quote].speaker;
	bool	   asked = speaker_was_asked_for(headline, quote);
	uint32	   bytes;

	if (name.bytes == NULL)
		return;
	name.bytes = encoding_to_reader(name.bytes, name.length, &bytes);
	if (asked)
		appendStringInfoString(&headline->out, headline->options.start);
	appendBinaryStringInfo(&headline->out, name.bytes, (int) bytes);
	if (asked)
		appendStringInfoString(&headline->out, headline->options.stop);
	appendStringInfoString(&headline->out, ": ");
}

/* Marks the names in a quotation that the query asks for. */
static void
mark_names(Headline *headline, Passage *passage, uint32 quote)
{
	const SearchDoc *search = &headline->search;
	const Quotation *quotation = &search->open.article.quotations[quote];
	uint32			 at = 0; /* where the piece begins in the passage */
	uint32			 m;

	if (search->first_mention == NULL)
		return;
	m = search->first_mention[quote];
	for (uint32 i = 0; i < quotation->n_content; i++)
	{
		TextSpan piece = quotation->content[i];

		for (; m < search->first_mention[quote + 1]; m++)
		{
			const Mention *mention = &search->open.article
										  .mentions[search->mentions[m]];

			if (mention->span.end > piece.end)
				break;
			if (mention->span.start >= piece.start &&
				name_was_asked_for(headline, mention->entity,
								   headline->aim.quote_terms,
								   headline->aim.n_quote_terms))
				mark_span(headline, passage, at, piece, mention->span);
		}
		at += bytes_of(headline, piece) + 1;
	}
}

static void
append_quotation(Headline *headline, uint32 quote)
{
	const Quotation *quotation = &headline->search.open.article
									  .quotations[quote];
	bool	literal = quotation->kind == QUOTE_DIRECT;
	Passage passage;

	begin_passage(&passage);
	for (uint32 i = 0; i < quotation->n_content; i++)
	{
		if (i > 0)
			appendStringInfoChar(&passage.text, ' ');
		append_slice(headline, &passage.text, quotation->content[i]);
	}
	ready_passage(&passage);
	mark_words(headline, &passage);
	mark_names(headline, &passage, quote);
	append_speaker(headline, quote);
	if (literal)
		appendStringInfoChar(&headline->out, '"');
	append_passage(headline, &passage);
	if (literal)
		appendStringInfoChar(&headline->out, '"');
}

static int
compare_scores(const void *a, const void *b)
{
	const Scored *x = a;
	const Scored *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return x->quote < y->quote ? -1 : x->quote > y->quote;
}

static int
compare_quotes(const void *a, const void *b)
{
	const Scored *x = a;
	const Scored *y = b;

	return x->quote < y->quote ? -1 : x->quote > y->quote;
}

/*
 * The quotations that answer best, at most as many as are wanted, in the
 * order of the article; returns how many.
 */
static uint32
best_quotations(Headline *headline, Scored **quotes)
{
	uint32	n = headline->search.open.article.n_quotations;
	uint32	wanted = Min((uint32) headline->options.fragments, n);
	uint32	found = 0;
	Scored *scored = palloc_extended(Max(1, n) * sizeof(Scored),
									 MCXT_ALLOC_HUGE);

	for (uint32 q = 0; q < n; q++)
	{
		scored[q].quote = q;
		scored[q].score = search_quote_score(&headline->search, &headline->aim,
											 q);
	}
	qsort(scored, n, sizeof(Scored), compare_scores);
	while (found < wanted && scored[found].score > 0.0)
		found++;
	qsort(scored, found, sizeof(Scored), compare_quotes);
	*quotes = scored;
	return found;
}

/* The first mention of a name that was asked for; NONE when there is none. */
static uint32
mention_asked_for(Headline *headline)
{
	const Article *article = &headline->search.open.article;

	for (uint32 i = 0; i < article->n_mentions; i++)
		if (article->mentions[i].sentence < article->n_sentences &&
			name_was_asked_for(headline, article->mentions[i].entity,
							   headline->aim.name_terms,
							   headline->aim.n_name_terms))
			return i;
	return NONE;
}

/* The sentence of a mention, which is marked, or else the first sentence. */
static void
append_sentence(Headline *headline, uint32 mention)
{
	const Article *article = &headline->search.open.article;
	TextSpan	   sentence;
	Passage		   passage;

	if (article->n_sentences == 0)
		return;
	sentence = article->sentences[0].span;
	if (mention != NONE)
		sentence = article->sentences[article->mentions[mention].sentence]
					   .span;
	begin_passage(&passage);
	append_slice(headline, &passage.text, sentence);
	ready_passage(&passage);
	if (mention != NONE)
	{
		TextSpan name = article->mentions[mention].span;

		if (name.start >= sentence.start && name.end <= sentence.end)
			mark_span(headline, &passage, 0, sentence, name);
	}
	append_passage(headline, &passage);
}

Datum
news_headline(PG_FUNCTION_ARGS)
{
	NewsDoc	   *doc = PG_GETARG_NEWSDOC_P(0);
	NewsQuery  *query = PG_GETARG_NEWSQUERY_P(1);
	Headline	headline = { .options = read_options(PG_GETARG_DATUM(2)) };
	Scored	   *quotes;
	uint32		n;
	uint32		bytes;
	const char *out;

	search_doc_open(&headline.search, doc, newsquery_compiled(fcinfo, query),
					SECTION_BIT(SECTION_SENTENCES) |
						SECTION_BIT(SECTION_MENTIONS));
	headline.aim = search_aim(headline.search.compiled);
	initStringInfo(&headline.out);
	n = best_quotations(&headline, &quotes);
	for (uint32 i = 0; i < n; i++)
	{
		if (i > 0)
			appendStringInfoString(&headline.out, headline.options.delimiter);
		append_quotation(&headline, quotes[i].quote);
	}
	if (n == 0)
		append_sentence(&headline, mention_asked_for(&headline));
	out = encoding_from_reader(headline.out.data, (uint32) headline.out.len,
							   &bytes);
	PG_RETURN_TEXT_P(cstring_to_text_with_len(out, (int) bytes));
}
