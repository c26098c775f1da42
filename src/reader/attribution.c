/*
 * attribution.c
 *		Direct and mixed quotations: which cue and speaker marked words have.
 *
 * Each sentence by itself: the marked words, one after the other, choose among
 * the cues that may report them (report.h).  utterance.c goes on from there.
 */
#include "attribution.h"

#include "clause.h"
#include "reader.h"
#include "report.h"
#include "syntax.h"

#include <string.h>

void
attribution_push_span(Arena *arena, TextSpan **spans, uint32_t *n,
					  TextSpan span)
{
	/* capacities are powers of two, so the count tells them */
	uint32_t capacity = (*n & (*n - 1)) == 0 ? *n : *n + 1;

	*spans = arena_grow(arena, *spans, *n, &capacity, sizeof(TextSpan));
	(*spans)[(*n)++] = span;
}

TextSpan
marked_span(const Article *article, const MarkedSpan *marked)
{
	return token_span(article, marked->inner_start, marked->inner_end);
}

void
attribution_settle_kind(Quotation *quotation, bool whole)
{
	bool direct = quotation->n_content == 1 || quotation->kind == QUOTE_DIRECT;

	quotation->kind = whole && direct ? QUOTE_DIRECT :
		quotation->n_verbatim > 0	  ? QUOTE_MIXED :
										QUOTE_INDIRECT;
}

Quotation *
attribution_new(Article *article, const Frame *frame)
{
	const Unit *units = article->outline->units;
	Quotation  *quotation = ARENA_PUSH(article->arena, article->quotations,
									   article->n_quotations,
									   article->quotations_capacity);

	speaker_none(quotation);
	quotation->paragraph = frame->paragraph;
	quotation->sentence = NONE;
	for (uint32_t low = article->paragraphs[frame->paragraph].sentence_start,
				  high = article->paragraphs[frame->paragraph].sentence_end;
		 low < high;)
	{
		uint32_t middle = low + (high - low) / 2;

		if (article->sentences[middle].token_end <= units[frame->start].token)
			low = middle + 1;
		else
		{
			quotation->sentence = middle;
			high = middle;
		}
	}
	return quotation;
}

void
attribution_add_units(Article *article, Quotation *quotation, uint32_t first,
					  uint32_t end)
{
	Outline *outline = article->outline;
	uint32_t number = (uint32_t) (quotation - article->quotations);
	bool	 whole = first + 1 == end && unit_is_marked(article, first);

	for (uint32_t u = first; u < end; u++)
	{
		outline->taken[u] |= TAKEN_CONTENT;
		if (outline->units[u].marked != NONE)
		{
			MarkedSpan *marked = &article->marked[outline->units[u].marked];

			marked->quotation = number;
			/* a title or nickname is no part of what was said word by word */
			if (marked->look == LOOK_NAME)
				continue;
			quotation->unclosed |= !marked->opened ||
				(!marked->closed && !marked->runs_on);
			attribution_push_span(article->arena, &quotation->verbatim,
								  &quotation->n_verbatim,
								  marked_span(article, marked));
		}
	}
	attribution_push_span(article->arena, &quotation->content,
						  &quotation->n_content,
						  whole ?
							  marked_span(article,
										  &article
											   ->marked[outline->units[first]
															.marked]) :
							  outline_span(article, first, end));
	attribution_settle_kind(quotation, whole);
}

void
attribution_explain(Article *article, Trial trial)
{
	if (article->explains)
		*ARENA_PUSH(article->arena, article->trials, article->n_trials,
					article->trials_capacity) = trial;
}

/* Words between marks are not merely thought. */
static Medium
medium_of(const Cue *cue, const Quotation *quotation)
{
	if (cue->classes & LEX(CUE_WRITING))
		return MEDIUM_WRITING;
	if (quotation->n_verbatim > 0 || (cue->classes & LEX(CUE_SPEECH)))
		return MEDIUM_SPEECH;
	if (cue->classes & LEX(CUE_THOUGHT))
		return MEDIUM_THOUGHT;
	if (cue->classes & LEX(CUE_ATTITUDE))
		return MEDIUM_ATTITUDE;
	return MEDIUM_SPEECH;
}

static void
take_cue(Outline *outline, uint32_t first, uint32_t end)
{
	for (uint32_t u = first; u < end; u++)
		outline->taken[u] |= TAKEN_CUE;
}

/* "Nobody said", "Neither Ruiz nor Byrne said", "no official said". */
static bool
is_nobody(const Article *article, const Frame *frame, UnitRange speaker)
{
	uint32_t u = speaker.first;

	if (speaker.first >= speaker.end)
		return false;
	return unit_is(article, u, "nobody") || unit_is(article, u, "none") ||
		unit_is(article, u, "no") || unit_is(article, u, "neither") ||
		(u > frame->start && unit_is(article, u - 1, "nor"));
}

Quotation *
attribution_of_cue(Article *article, const Frame *frame, const Cue *cue,
				   const Complement *complement, const Quotation *before)
{
	uint32_t   number = before ? (uint32_t) (before - article->quotations) :
								 NONE;
	Quotation *quotation = attribution_new(article, frame);

	for (uint32_t i = 0; i < complement->n_pieces; i++)
	{
		UnitRange piece = complement->pieces[i];

		/* "But 'we will win,' he said": the marked words alone */
		if (piece.first + 2 == piece.end &&
			unit_has(article, piece.first, LEX(CONJUNCTION)) &&
			unit_is_marked(article, piece.first + 1))
			piece.first++;
		attribution_add_units(article, quotation, piece.first, piece.end);
	}
	quotation->cue = outline_span(article, cue->start, cue->end);
	quotation->medium = medium_of(cue, quotation);
	take_cue(article->outline, cue->group, cue->end);
	if (complement->speaker.first < complement->speaker.end)
	{
		bool	  relative = complement->meant.first < complement->meant.end;
		UnitRange who = relative ? complement->meant : complement->speaker;

		speaker_read(article, quotation, who.first, who.end, complement->rule,
					 number == NONE ? NULL : &article->quotations[number]);
		if (relative)
			quotation->speaker_span = outline_span(article,
												   complement->speaker.first,
												   complement->speaker.end);
		take_cue(article->outline, complement->speaker.first,
				 complement->speaker.end);
	}
	if (complement->n_pieces > 1 &&
		quotation->attribution == ATTRIBUTION_EXPLICIT)
		quotation->attribution = ATTRIBUTION_SPLIT;
	quotation->negated = (cue->negated && complement->clausal) ||
		is_nobody(article, frame, complement->speaker) ||
		((cue->classes & LEX(NEGATION)) && quotation->kind != QUOTE_DIRECT);
	return quotation;
}

Quotation *
attributor_last(const Attributor *attributor)
{
	return attributor->last == NONE ?
		NULL :
		&attributor->article->quotations[attributor->last];
}

void
attributor_remember(Attributor *attributor, const Quotation *quotation,
					uint32_t paragraph)
{
	attributor->last = (uint32_t) (quotation -
								   attributor->article->quotations);
	attributor->last_paragraph = paragraph;
}

bool
marked_is_free(const Article *article, uint32_t u)
{
	uint32_t marked = article->outline->units[u].marked;

	return marked != NONE && article->marked[marked].quotation == NONE &&
		article->marked[marked].look != LOOK_NAME;
}

void
attribution_explain_cue(Article *article, uint32_t at, const Cue *cue,
						const Complement *complement, bool fired,
						int32_t score)
{
	UnitRange first = complement->pieces[0];
	UnitRange last = complement->pieces[complement->n_pieces - 1];
	TextSpan  start;

	if (!article->explains)
		return;
	start = outline_span(article, first.first, first.end);
	attribution_explain(article,
						(Trial){
							.at = at == NONE ? start.start : at,
							.rule = (uint8_t) complement->rule,
							.fired = fired,
							.cue = outline_span(article, cue->start, cue->end),
							.speaker = outline_span(article,
													complement->speaker.first,
													complement->speaker.end),
							.content = { start.start,
										 outline_span(article, last.first,
													  last.end)
											 .end },
							.score = score });
}

/* The ways that were open, for whoever wants to know. */
static void
explain_choice(Article *article, uint32_t u, const ReportCandidate *list,
			   uint32_t n, uint32_t best, const int32_t *scores)
{
	uint32_t marked = article->outline->units[u].marked;
	TextSpan words = marked_span(article, &article->marked[marked]);

	attribution_explain(article,
						(Trial){ .at = words.start,
								 .rule = RULE_NONE,
								 .fired = best == 0,
								 .content = words,
								 .score = scores[0] });
	for (uint32_t k = 1; k < n; k++)
		attribution_explain_cue(article, words.start, &list[k].cue,
								&list[k].complement, k == best, scores[k]);
}

/* How far the best is ahead of those that name another speaker. */
static uint32_t
ahead_of_others(const ReportCandidate *list, uint32_t n, uint32_t best,
				const int32_t *scores)
{
	UnitRange speaker = list[best].complement.speaker;
	int32_t	  second = INT32_MIN;

	for (uint32_t k = 0; k < n; k++)
	{
		UnitRange other = list[k].complement.speaker;

		if ((k == 0 || other.first != speaker.first ||
			 other.end != speaker.end) &&
			scores[k] > second)
			second = scores[k];
	}
	return scores[best] > second ? (uint32_t) (scores[best] - second) : 1;
}

/*
 * 'described as "a gift" by Ruiz' is so rare that no weight is learned for it:
 * who is named right behind the words said them, where nobody else did.
 */
static uint32_t
agent_among(const ReportCandidate *list, uint32_t n, uint32_t u)
{
	for (uint32_t k = 1; k < n; k++)
		if (list[k].complement.rule == RULE_AGENT &&
			(list[k].cue.classes & (LEX(CUE_SPEECH) | LEX(CUE_WRITING))) &&
			list[k].complement.pieces[0].end == u + 1 &&
			list[k].complement.speaker.first == u + 2)
			return k;
	return 0;
}

void
attribution_read_frame(Attributor *attributor, const Frame *frame)
{
	Article		  *article = attributor->article;
	const uint8_t *taken = article->outline->taken;
	uint32_t	   low = frame->start;
	UnitRange	   spoke = { 0, 0 };

	for (uint32_t u = frame->start; u < frame->end; u++)
	{
		ReportCandidate list[REPORT_CANDIDATES];
		int32_t			scores[REPORT_CANDIDATES];
		uint32_t		n;
		uint32_t		best;
		Quotation	   *quotation;

		if (taken[u])
		{
			low = u + 1;
			continue;
		}
		if (!marked_is_free(article, u))
			continue;
		n = report_candidates(article, frame, low, u, spoke, list);
		best = report_choose(article, u, list, n, scores);
		if (best == 0)
			best = agent_among(list, n, u);
		explain_choice(article, u, list, n, best, scores);
		if (best == 0)
			continue;
		quotation = attribution_of_cue(article, frame, &list[best].cue,
									   &list[best].complement,
									   attributor_last(attributor));
		quotation->ahead = ahead_of_others(list, n, best, scores);
		attributor_remember(attributor, quotation, frame->paragraph);
		spoke = list[best].complement.speaker;
		u--; /* it is taken now, and perhaps what follows */
	}
}
