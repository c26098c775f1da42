/*
 * reported.c
 *		Indirect speech: what a cue reports in words that are not marked.
 *
 * The cue and its clause are found as for quotations with marks
 * (complement.c); here it is decided which of them are reports.  Runs behind
 * attribution.c and takes only what that left.  Puts the quotations in the
 * order of the text at last.
 */
#include "reported.h"

#include "reader.h"
#include "sureness.h"
#include "syntax.h"

#include <stdlib.h>

/* Shortest report, words. */
#define REPORT_WORDS 2

/* Cues that may report words without marks. */
#define REPORTING \
	(LEX(CUE_SPEECH) | LEX(CUE_WRITING) | LEX(CUE_THOUGHT) | \
	 LEX(CUE_ATTITUDE) | LEX(CUE_CONTINUES) | LEX(CUE_TO))

static uint32_t
words_in(const Article *article, const Complement *complement)
{
	uint32_t words = 0;

	for (uint32_t i = 0; i < complement->n_pieces; i++)
		for (uint32_t u = complement->pieces[i].first;
			 u < complement->pieces[i].end && words < REPORT_WORDS; u++)
			words += unit_kind(article, u) <= TOKEN_NUMBER;
	return words;
}

/* Some of the piece is part of a quotation or a cue already. */
static bool
is_taken(const Article *article, const Complement *complement)
{
	for (uint32_t i = 0; i < complement->n_pieces; i++)
		for (uint32_t u = complement->pieces[i].first;
			 u < complement->pieces[i].end; u++)
			if (article->outline->taken[u] || marked_is_free(article, u))
				return true;
	return false;
}

/* The writer's own "I think", "you say"; "there is said"; and the like. */
static bool
is_no_source(const Article *article, const Complement *complement)
{
	uint32_t u = complement->speaker.first;

	/* "was accused of lying": somebody did, who is not told */
	if (complement->speaker.first == complement->speaker.end)
		return complement->rule != RULE_NONE;
	if (complement->meant.first < complement->meant.end)
		return false;
	if (complement->speaker.end - u > 1)
		return unit_is(article, u, "our") || unit_is(article, u, "my");
	return unit_has(article, u, LEX(PRON_SUBJ_1)) ||
		unit_is(article, u, "our") || unit_is(article, u, "my") ||
		unit_is(article, u, "you") || unit_is(article, u, "there") ||
		unit_is(article, u, "this") || unit_is(article, u, "that") ||
		unit_is(article, u, "which") || unit_is(article, u, "what");
}

static bool
is_report(const Article *article, const Cue *cue, const Complement *complement)
{
	if (is_no_source(article, complement) || is_taken(article, complement) ||
		words_in(article, complement) < REPORT_WORDS)
		return false;
	/* 'a plan called "Blue Port"': a name, and no report */
	if (unit_is_marked(article, complement->pieces[0].first))
		return false;
	/* "who asked not to be named" */
	if (!complement->clausal && cue->group > 0 &&
		unit_is(article, cue->group - 1, "who") &&
		(cue->classes & LEX(CUE_TO)))
		return false;
	/* "did not say where" reports nothing unless a clause says what */
	if (cue->negated && !complement->clausal)
		return false;
	return true;
}

/* The same, and lets it be known. */
static bool
judge(Article *article, const Cue *cue, const Complement *complement)
{
	bool report = is_report(article, cue, complement);

	attribution_explain_cue(article, NONE, cue, complement, report, 0);
	return report;
}

/* What the cue reports: a clause, or else its object. */
static bool
find_report(Article *article, const Frame *frame, const Cue *cue, uint32_t low,
			Complement *complement)
{
	return (complement_find(article, frame, cue, low, NEAR_CLAUSE,
							complement) &&
			judge(article, cue, complement)) ||
		(reported_object(article, frame, cue, low, complement) &&
		 judge(article, cue, complement));
}

/* "Did Ruiz say that it would close?": the writer asks. */
static bool
asks(const Article *article, const Frame *frame)
{
	TextSpan last = outline_span(article, frame->end - 1, frame->end);
	uint32_t u = frame->start;

	if (unit_is_marked(article, frame->end - 1) ||
		article->text[last.end - 1] != '?')
		return false;
	if (unit_has(article, u, LEX(COMPLEMENTIZER)) && u + 1 < frame->end)
		u++;
	return unit_has(article, u, LEX(AUXILIARY) | LEX(MODAL));
}

static void
read_frame(Article *article, const Frame *frame, const Quotation *direct,
		   uint32_t *last)
{
	uint32_t low = frame->start;

	if (asks(article, frame))
		return;
	for (uint32_t u = frame->start; u < frame->end; u++)
	{
		Cue				 cue;
		Complement		 complement;
		const Quotation *before = direct;
		Quotation		*quotation;

		if (article->outline->taken[u])
		{
			low = u + 1;
			continue;
		}
		if (!(u == frame->start &&
			  reported_headline(article, frame, &cue, &complement) &&
			  judge(article, &cue, &complement)) &&
			!(outline_cue(article, frame, u, REPORTING, &cue) &&
			  find_report(article, frame, &cue, low, &complement)) &&
			!(reported_noun(article, frame, u, low, &cue, &complement) &&
			  judge(article, &cue, &complement)))
			continue;
		if (*last != NONE &&
			(direct == NULL ||
			 article->quotations[*last].content[0].start >
				 direct->content[0].start))
			before = &article->quotations[*last];
		quotation = attribution_of_cue(article, frame, &cue, &complement,
									   before);
		*last = (uint32_t) (quotation - article->quotations);
		low = cue.end;
		for (uint32_t i = 0; i < complement.n_pieces; i++)
			if (complement.pieces[i].end > low)
				low = complement.pieces[i].end;
		u = low > u ? low - 1 : u;
	}
}

static int
compare_starts(const void *a, const void *b)
{
	const Quotation *x = a;
	const Quotation *y = b;

	if (x->content[0].start != y->content[0].start)
		return x->content[0].start < y->content[0].start ? -1 : 1;
	return 0;
}

/*
 * Drops quotations that were joined to others, and sorts.  What is known of
 * the rest is now all there, so it is told how sure their speakers are.
 */
static void
settle_order(Article *article)
{
	uint32_t n = 0;

	for (uint32_t q = 0; q < article->n_quotations; q++)
	{
		Quotation *quotation = &article->quotations[q];

		if (quotation->n_content == 0)
			continue;
		if (quotation->speaker_span.start < quotation->speaker_span.end)
			quotation->confidence = sureness_of(article, quotation);
		article->quotations[n++] = *quotation;
	}
	article->n_quotations = n;
	if (n > 1)
		qsort(article->quotations, n, sizeof(Quotation), compare_starts);
}

void
reported_read(Article *article)
{
	const Outline *outline = article->outline;
	uint32_t	   n_direct = article->n_quotations;
	uint32_t	   q = 0;
	uint32_t	   direct = NONE;
	uint32_t	   last = NONE;

	for (uint32_t f = 0; f < outline->n_frames; f++)
	{
		const Frame	 *frame = &outline->frames[f];
		ParagraphKind kind = article->paragraphs[frame->paragraph].kind;

		if (kind == PARAGRAPH_TURN || kind == PARAGRAPH_BLOCKQUOTE)
			continue;
		while (q < n_direct &&
			   (article->quotations[q].n_content == 0 ||
				article->quotations[q].content[0].start <
					outline_span(article, frame->start, frame->end).start))
		{
			if (article->quotations[q].n_content > 0)
				direct = q;
			q++;
		}
		arena_check(article->arena);
		read_frame(article, frame,
				   direct == NONE ? NULL : &article->quotations[direct],
				   &last);
	}
	settle_order(article);
}
