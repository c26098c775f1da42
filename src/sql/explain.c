/*
 * explain.c
 *		news_explain: the rules that were tried for each quotation.
 *
 * For reports of wrong readings.  The text is read anew with the trials kept
 * (article.h); each is put to the quotation that its words became.  A
 * quotation ends with a rule that fired, and words in marks that became no
 * quotation with what they were taken for, so nothing goes unexplained.
 */
#include "row.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "encoding.h"
#include "reading.h"
#define Name ReaderName
#include "reader/speaker.h"
#undef Name

PG_FUNCTION_INFO_V1(news_explain);

/* A piece of a quotation's content, in bytes. */
typedef struct Piece
{
	TextSpan span;
	uint32	 quotation;
} Piece;

typedef struct Step
{
	uint32		place;	   /* of the words that it is about, in bytes */
	uint32		quotation; /* NONE when they became none */
	uint32		order;	   /* in which it was tried */
	const char *rule;
	Trial		trial;
} Step;

typedef struct Explanation
{
	const Article *article;
	CharMap		   map;	   /* of its text */
	Piece		  *pieces; /* by their starts */
	uint32		   n_pieces;
	Step		  *steps;
	uint32		   n_steps;
	bool		  *settled; /* quotations with a rule that fired */
} Explanation;

static void *
room(Size n, Size size)
{
	return MemoryContextAllocExtended(CurrentMemoryContext, Max(1, n) * size,
									  MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);
}

static int
compare_pieces(const void *a, const void *b)
{
	uint32 x = ((const Piece *) a)->span.start;
	uint32 y = ((const Piece *) b)->span.start;

	return (x > y) - (x < y);
}

static int
compare_steps(const void *a, const void *b)
{
	const Step *x = a;
	const Step *y = b;

	if (x->place != y->place)
		return x->place < y->place ? -1 : 1;
	if (x->quotation != y->quotation)
		return x->quotation < y->quotation ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

static void
collect_pieces(Explanation *explanation)
{
	const Article *article = explanation->article;
	Size		   n = 0;

	for (uint32 q = 0; q < article->n_quotations; q++)
		n += article->quotations[q].n_content;
	explanation->pieces = room(n, sizeof(Piece));
	for (uint32 q = 0; q < article->n_quotations; q++)
	{
		const Quotation *quotation = &article->quotations[q];

		for (uint32 i = 0; i < quotation->n_content; i++)
			explanation->pieces[explanation->n_pieces++] = (Piece){
				quotation->content[i], q
			};
	}
	qsort(explanation->pieces, explanation->n_pieces, sizeof(Piece),
		  compare_pieces);
}

/* The quotation whose content holds this byte, or NONE. */
static uint32
quotation_at(const Explanation *explanation, uint32 byte)
{
	uint32 low = 0;
	uint32 high = explanation->n_pieces;

	while (low < high)
	{
		uint32 middle = low + (high - low) / 2;

		if (explanation->pieces[middle].span.start <= byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 && byte < explanation->pieces[low - 1].span.end ?
		explanation->pieces[low - 1].quotation :
		NONE;
}

/* Words in marks begin behind the mark, as content does. */
static uint32
behind_mark(const Article *article, uint32 byte)
{
	uint32 token = token_at(article, byte);

	if (token + 1 < article->n_tokens &&
		article->tokens[token].start == byte &&
		(article->tokens[token].kind == TOKEN_DOUBLE_MARK ||
		 article->tokens[token].kind == TOKEN_SINGLE_MARK))
		return article->tokens[token + 1].start;
	return byte;
}

static TextSpan
whole_content(const Quotation *quotation)
{
	TextSpan whole = quotation->content[0];

	for (uint32 i = 1; i < quotation->n_content; i++)
		whole.end = Max(whole.end, quotation->content[i].end);
	return whole;
}

static void
add_step(Explanation *explanation, uint32 quotation, const char *rule,
		 Trial trial)
{
	Step *step = &explanation->steps[explanation->n_steps];

	CHECK_FOR_INTERRUPTS();
	step->order = explanation->n_steps++;
	step->quotation = quotation;
	step->place = quotation == NONE ?
		behind_mark(explanation->article, trial.at) :
		explanation->article->quotations[quotation].content[0].start;
	step->rule = rule;
	step->trial = trial;
}

static void
add_trials(Explanation *explanation)
{
	const Article *article = explanation->article;

	for (uint32 i = 0; i < article->n_trials; i++)
	{
		Trial  trial = article->trials[i];
		uint32 quotation = quotation_at(explanation, trial.at);

		if (quotation == NONE)
			quotation = quotation_at(explanation,
									 behind_mark(article, trial.at));
		/* no cue took the words, but something else may have */
		if (trial.rule == RULE_NONE)
			add_step(explanation, quotation, "no cue", trial);
		else
		{
			if (quotation != NONE && trial.fired)
				explanation->settled[quotation] = true;
			add_step(explanation, quotation,
					 speaker_rule_name((SpeakerRule) trial.rule), trial);
		}
	}
}

/* Quotations that no trial accounts for have their own rule. */
static void
add_quotations(Explanation *explanation)
{
	const Article *article = explanation->article;

	for (uint32 q = 0; q < article->n_quotations; q++)
	{
		const Quotation *quotation = &article->quotations[q];
		Trial			 trial = { .rule = quotation->rule,
								   .fired = true,
								   .cue = quotation->cue,
								   .speaker = quotation->speaker_span,
								   .content = whole_content(quotation) };

		trial.at = trial.content.start;
		if (!explanation->settled[q])
			add_step(explanation, q,
					 speaker_rule_name((SpeakerRule) quotation->rule), trial);
	}
}

/* What words in marks were taken for that became no quotation. */
static void
add_left_alone(Explanation *explanation)
{
	static const char *const reasons[] = { [LOOK_PLAIN] = "left alone",
										   [LOOK_TITLE] = "left as a title",
										   [LOOK_NAME] = "left as a name" };
	const Article			*article = explanation->article;

	for (uint32 i = 0; i < article->n_marked; i++)
	{
		const MarkedSpan *marked = &article->marked[i];
		Trial			  trial = { .fired = true,
									.content = token_span(article, marked->inner_start,
														  marked->inner_end) };

		trial.at = trial.content.start;
		if (marked->inner_start < marked->inner_end &&
			quotation_at(explanation, trial.at) == NONE)
			add_step(explanation, NONE, reasons[marked->look], trial);
	}
}

static void
explain(Explanation *explanation, const Article *article)
{
	explanation->article = article;
	charmap_init(&explanation->map, article->text, article->length,
				 encoding_of_reader());
	collect_pieces(explanation);
	explanation->settled = room(article->n_quotations, sizeof(bool));
	explanation->steps = room((Size) article->n_trials +
								  article->n_quotations + article->n_marked,
							  sizeof(Step));
	add_trials(explanation);
	add_quotations(explanation);
	add_left_alone(explanation);
	qsort(explanation->steps, explanation->n_steps, sizeof(Step),
		  compare_steps);
}

static TextSpan
characters(const CharMap *map, TextSpan span)
{
	TextSpan characters = { 0, 0 };

	if (span.start < span.end)
	{
		characters.start = charmap_char(map, span.start);
		characters.end = charmap_char(map, span.end);
	}
	return characters;
}

static void
put_step(Row *row, const CharMap *map, const Step *step, uint32 number)
{
	TextSpan content = characters(map, step->trial.content);

	row_put_number(row, step->quotation);
	row_put_int(row, number);
	row_put(row, CStringGetTextDatum(step->rule));
	row_put_bool(row, step->trial.fired);
	row_put_text(row, characters(map, step->trial.cue));
	row_put_text(row, characters(map, step->trial.speaker));
	row_put_text(row, content);
	row_put_range(row, content);
	row_put_int(row, (uint32) step->trial.score);
	row_emit(row);
}

static void
put_steps(Row *row, const Explanation *explanation)
{
	uint32 number = 0;

	for (uint32 i = 0; i < explanation->n_steps; i++)
	{
		const Step *step = &explanation->steps[i];

		number = i > 0 && step[-1].place == step->place &&
				step[-1].quotation == step->quotation ?
			number + 1 :
			1;
		put_step(row, &explanation->map, step, number);
	}
}

Datum
news_explain(PG_FUNCTION_ARGS)
{
	text		 *body = PG_GETARG_TEXT_PP(0);
	uint32		  bytes = VARSIZE_ANY_EXHDR(body);
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext,
												  "newsext explanation",
												  ALLOCSET_DEFAULT_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(context);
	Explanation	  explanation = { 0 };
	OpenDoc		  open = { 0 };
	Row			  row;

	explain(&explanation, reading_explained(VARDATA_ANY(body), bytes));
	charmap_init(&open.map, VARDATA_ANY(body), bytes, GetDatabaseEncoding());
	row_begin_set(&row, fcinfo, &open);
	put_steps(&row, &explanation);
	row_end_set(&row);
	MemoryContextSwitchTo(caller);
	MemoryContextDelete(context);
	return (Datum) 0;
}
