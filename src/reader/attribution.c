/*
 * attribution.c
 *		Direct and mixed quotations: which cue and speaker marked words have.
 *
 * Each sentence by itself: every cue takes what it reports (complement.c),
 * then marked words that no cue took look for a colon, a signature or a verb
 * beside them.  utterance.c goes on from there.
 */
#include "attribution.h"

#include "clause.h"
#include "reader.h"
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
		speaker_read(article, quotation, complement->speaker.first,
					 complement->speaker.end, complement->rule,
					 number == NONE ? NULL : &article->quotations[number]);
		take_cue(article->outline, complement->speaker.first,
				 complement->speaker.end);
	}
	if (complement->n_pieces > 1 &&
		quotation->attribution == ATTRIBUTION_EXPLICIT)
		quotation->attribution = ATTRIBUTION_SPLIT;
	quotation->negated = (cue->negated && complement->clausal) ||
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

/* Marked words of the piece that no quotation has yet, and that may be speech.
 */
static bool
holds_free_marks(const Article *article, const Complement *complement)
{
	const Unit *units = article->outline->units;
	bool		found = false;

	for (uint32_t i = 0; i < complement->n_pieces; i++)
		for (uint32_t u = complement->pieces[i].first;
			 u < complement->pieces[i].end; u++)
		{
			if (units[u].marked == NONE)
				continue;
			if (article->marked[units[u].marked].quotation != NONE)
				return false;
			found = true;
		}
	return found;
}

/* Pieces end where another quotation has begun. */
static void
cut_pieces(const Article *article, Complement *complement)
{
	const uint8_t *taken = article->outline->taken;

	for (uint32_t i = 0; i < complement->n_pieces; i++)
	{
		UnitRange *piece = &complement->pieces[i];

		for (uint32_t u = piece->first; u < piece->end; u++)
			if (taken[u])
			{
				piece->end = u;
				while (piece->end > piece->first &&
					   !unit_is_marked(article, piece->end - 1) &&
					   (unit_is_mark(article, piece->end - 1, ',') ||
						unit_has(article, piece->end - 1, LEX(CONJUNCTION))))
					piece->end--;
			}
		if (piece->first == piece->end)
			complement->n_pieces = i;
	}
}

static bool
try_cue(Attributor *attributor, const Frame *frame, uint32_t u, uint32_t low,
		Nearness near)
{
	Article	  *article = attributor->article;
	Cue		   cue;
	Complement complement;
	Quotation *quotation;

	if (!outline_cue(article, frame, u, CUE_VERBAL, &cue) ||
		!complement_find(article, frame, &cue, low, near, &complement))
		return false;
	cut_pieces(article, &complement);
	if (!holds_free_marks(article, &complement))
		return false;
	quotation = attribution_of_cue(article, frame, &cue, &complement,
								   attributor_last(attributor));
	attributor_remember(attributor, quotation, frame->paragraph);
	return true;
}

/*
 * Lets the cues of a frame take the marked words they report: first those
 * right beside them, then clauses that hold some, the outer ones first, then
 * objects, the nearest cue first.
 */
static void
read_cues(Attributor *attributor, const Frame *frame)
{
	const uint8_t *taken = attributor->article->outline->taken;

	for (Nearness near = NEAR_AFTER; near <= NEAR_CLAUSE; near++)
	{
		uint32_t low = frame->start;

		for (uint32_t u = frame->start; u < frame->end; u++)
			if (taken[u] || try_cue(attributor, frame, u, low, near))
				while (u < frame->end && taken[u])
					low = ++u;
	}
	for (uint32_t u = frame->end; u > frame->start; u--)
		if (!taken[u - 1])
			try_cue(attributor, frame, u - 1, frame->start, NEAR_OBJECT);
}

bool
marked_is_free(const Article *article, uint32_t u)
{
	uint32_t marked = article->outline->units[u].marked;

	return marked != NONE && article->marked[marked].quotation == NONE &&
		article->marked[marked].look != LOOK_NAME;
}

/* 'Ruiz: "..."', 'Back to work - Ana Ruiz: "..."': a name up to the colon */
static bool
label_before(const Article *article, const Frame *frame, uint32_t colon,
			 UnitRange *label)
{
	uint32_t end = colon;
	uint32_t first;

	/* "Rep. Ana Ruiz (D-Cork):" */
	if (unit_is_mark(article, end - 1, ')'))
		while (--end > frame->start && colon - end < 12 &&
			   !unit_is_mark(article, end, '('))
			continue;
	for (first = end; first > frame->start && end - first < 12; first--)
	{
		const Unit *unit = &article->outline->units[first - 1];

		if (unit->marked != NONE ||
			unit_kind(article, first - 1) != TOKEN_WORD ||
			!(article->tokens[unit->token].flags & TOKEN_CAPITAL))
			break;
	}
	if (first == end)
		return false;
	*label = (UnitRange){ first, end };
	return first == frame->start ||
		unit_kind(article, first - 1) == TOKEN_DASH;
}

/* 'Ruiz was blunt: "..."' */
static bool
read_colon(Attributor *attributor, const Frame *frame, uint32_t u)
{
	Article	  *article = attributor->article;
	UnitRange  subject;
	Quotation *quotation;
	uint32_t   last = attributor->last;

	if (u < frame->start + 2 || !unit_is_mark(article, u - 1, ':'))
		return false;
	if (!label_before(article, frame, u - 1, &subject) &&
		!complement_main_subject(article, frame, u - 1, &subject))
		return false;
	quotation = attribution_new(article, frame);
	attribution_add_units(article, quotation, u, u + 1);
	quotation->cue = outline_span(article, u - 1, u);
	speaker_read(article, quotation, subject.first, subject.end, RULE_COLON,
				 last == NONE ? NULL : &article->quotations[last]);
	attributor_remember(attributor, quotation, frame->paragraph);
	return true;
}

/* 'Ana Ruiz: cuts "a gift to crooks"', as headlines put it */
static bool
read_label(Attributor *attributor, const Frame *frame, uint32_t u)
{
	Article	  *article = attributor->article;
	UnitRange  label;
	uint32_t   colon = frame->start;
	Quotation *quotation;

	while (colon < u && colon < frame->start + 8 &&
		   !unit_is_mark(article, colon, ':'))
		colon++;
	if (colon == frame->start || colon == u ||
		!unit_is_mark(article, colon, ':') ||
		!label_before(article, frame, colon, &label) ||
		label.first != frame->start)
		return false;
	quotation = attribution_new(article, frame);
	attribution_add_units(article, quotation, colon + 1,
						  unit_kind(article, frame->end - 1) == TOKEN_STOP &&
								  frame->end - 1 > u ?
							  frame->end - 1 :
							  frame->end);
	quotation->cue = outline_span(article, colon, colon + 1);
	speaker_read(article, quotation, label.first, label.end, RULE_COLON, NULL);
	attributor_remember(attributor, quotation, frame->paragraph);
	return true;
}

/* '"..." -- Ana Ruiz, mayor' */
static bool
read_signature(Attributor *attributor, const Frame *frame, uint32_t u)
{
	Article	  *article = attributor->article;
	uint32_t   first;
	uint32_t   end;
	Quotation *quotation;

	if (u != frame->start || u + 2 >= frame->end ||
		unit_kind(article, u + 1) != TOKEN_DASH ||
		!unit_tag_in(article, u + 2, TAGBIT(TAG_PROPER)) ||
		!outline_phrase_right(article, frame, u + 2, &first, &end) ||
		clause_has_finite(article, end, frame->end))
		return false;
	quotation = attribution_new(article, frame);
	attribution_add_units(article, quotation, u, u + 1);
	quotation->cue = outline_span(article, u + 1, u + 2);
	speaker_read(article, quotation, u + 2, end, RULE_SIGNATURE, NULL);
	attributor_remember(attributor, quotation, frame->paragraph);
	return true;
}

/* '"...," Ruiz laughed': any verb beside words that end as speech does */
static bool
read_any_verb(Attributor *attributor, const Frame *frame, uint32_t u)
{
	Article *article = attributor->article;
	uint32_t last = attributor->last;

	if (!marked_leads(article, u) ||
		(u + 1 < frame->end && unit_is_marked(article, u + 1)))
		return false;
	for (uint32_t v = u + 2; v < frame->end && v < u + 24; v++)
	{
		uint32_t   first;
		uint32_t   end;
		Quotation *quotation;

		if (unit_is_marked(article, v))
			return false;
		if (!unit_tag_in(article, v, TAGS_FINITE) ||
			!outline_subject_left(article, frame, v, &first, &end) ||
			(first != u + 1 &&
			 !(first == u + 2 && unit_is_mark(article, u + 1, ','))))
			continue;
		quotation = attribution_new(article, frame);
		attribution_add_units(article, quotation, u, u + 1);
		quotation->cue = outline_span(article, v, v + 1);
		speaker_read(article, quotation, first, end, RULE_WEAK_VERB,
					 last == NONE ? NULL : &article->quotations[last]);
		attributor_remember(attributor, quotation, frame->paragraph);
		return true;
	}
	return false;
}

void
attribution_read_frame(Attributor *attributor, const Frame *frame)
{
	Article *article = attributor->article;
	bool	 any = false;

	for (uint32_t u = frame->start; u < frame->end && !any; u++)
		any = unit_is_marked(article, u);
	if (!any)
		return;
	read_cues(attributor, frame);
	for (uint32_t u = frame->start; u < frame->end; u++)
	{
		if (!marked_is_free(article, u))
			continue;
		if (!read_colon(attributor, frame, u) &&
			!read_signature(attributor, frame, u) &&
			!read_label(attributor, frame, u))
			read_any_verb(attributor, frame, u);
	}
}
