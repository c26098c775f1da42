/*
 * attribution.c
 *		Direct and mixed quotations: which cue and speaker marked words have.
 *
 * First each sentence by itself: every cue takes what it reports
 * (complement.c), then marked words that no cue took look for a colon, a
 * signature or a verb beside them.  Then the paragraph: a quotation that
 *stands alone goes on from the one before it, across paragraphs too.  Short
 *marked words that nobody says are scare quotes, titles, nicknames, and are
 *left.
 */
#include "attribution.h"

#include "clause.h"
#include "reader.h"
#include "syntax.h"

#include <string.h>

/* Marked words of this many words and more are speech even without a cue. */
#define SPEECH_WORDS 5
/* Units of a sentence that is nothing but marked words, at most. */
#define MOST_ALONE 16

typedef struct Attributor
{
	Article *article;
	uint32_t last;			 /* last quotation with marks, or NONE */
	uint32_t last_paragraph; /* of that quotation's last piece */
} Attributor;

static void
push_span(Arena *arena, TextSpan **spans, uint32_t *n, TextSpan span)
{
	/* capacities are powers of two, so the count tells them */
	uint32_t capacity = (*n & (*n - 1)) == 0 ? *n : *n + 1;

	*spans = arena_grow(arena, *spans, *n, &capacity, sizeof(TextSpan));
	(*spans)[(*n)++] = span;
}

static TextSpan
inner_span(const Article *article, const MarkedSpan *marked)
{
	return token_span(article, marked->inner_start, marked->inner_end);
}

/* The kind, once a piece has been added that is marked as a whole or not. */
static void
settle_kind(Quotation *quotation, bool whole)
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
			push_span(article->arena, &quotation->verbatim,
					  &quotation->n_verbatim, inner_span(article, marked));
		}
	}
	push_span(article->arena, &quotation->content, &quotation->n_content,
			  whole ?
				  inner_span(article,
							 &article->marked[outline->units[first].marked]) :
				  outline_span(article, first, end));
	settle_kind(quotation, whole);
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

static Quotation *
last_quotation(const Attributor *attributor)
{
	return attributor->last == NONE ?
		NULL :
		&attributor->article->quotations[attributor->last];
}

static void
remember(Attributor *attributor, const Quotation *quotation,
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
								   last_quotation(attributor));
	remember(attributor, quotation, frame->paragraph);
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

static bool
is_free(const Article *article, uint32_t u)
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
	remember(attributor, quotation, frame->paragraph);
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
	remember(attributor, quotation, frame->paragraph);
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
	remember(attributor, quotation, frame->paragraph);
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
		remember(attributor, quotation, frame->paragraph);
		return true;
	}
	return false;
}

static void
read_frame(Attributor *attributor, const Frame *frame)
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
		if (!is_free(article, u))
			continue;
		if (!read_colon(attributor, frame, u) &&
			!read_signature(attributor, frame, u) &&
			!read_label(attributor, frame, u))
			read_any_verb(attributor, frame, u);
	}
}

/* The frame is nothing but the marked words at u. */
static bool
stands_alone(const Article *article, const Frame *frame, uint32_t u)
{
	if (frame->end - frame->start > MOST_ALONE)
		return false;
	for (uint32_t v = frame->start; v < frame->end; v++)
		if (v != u && !unit_is_marked(article, v) &&
			unit_kind(article, v) != TOKEN_STOP &&
			unit_kind(article, v) != TOKEN_DASH)
			return false;
	return true;
}

static uint32_t
words_of(const Article *article, const MarkedSpan *marked)
{
	uint32_t words = 0;

	for (uint32_t i = marked->inner_start; i < marked->inner_end; i++)
		words += article->tokens[i].kind <= TOKEN_NUMBER;
	return words;
}

/* The last frame of the paragraph before this frame's, or NULL. */
static const Frame *
frame_before(const Article *article, const Frame *frame)
{
	const Frame *first = article->outline->frames;
	uint32_t	 paragraph = frame->paragraph;

	while (frame > first && frame->paragraph == paragraph)
		frame--;
	return frame->paragraph == paragraph ? NULL : frame;
}

/* "From Mayor Ana Ruiz:" */
static bool
name_before(const Article *article, const Frame *lead, uint32_t colon,
			UnitRange *subject)
{
	const Unit *units = article->outline->units;
	uint32_t	m = mention_from(article, units[colon - 1].token);

	if (m >= article->n_mentions ||
		article->mentions[m].kind != MENTION_PERSON ||
		article->mentions[m].token_end != units[colon].token)
		return false;
	*subject = (UnitRange){ colon, colon };
	while (subject->first > lead->start &&
		   !unit_is_marked(article, subject->first - 1) &&
		   units[subject->first - 1].token >= article->mentions[m].token_start)
		subject->first--;
	return true;
}

/*
 * A lead-in: the paragraph before ends with a colon, or its last sentence is
 * the announcement of someone who speaks.
 */
static bool
read_lead_in(Article *article, const Frame *frame, Quotation *quotation,
			 SpeakerRule rule, const Quotation *before)
{
	const Frame *lead = frame_before(article, frame);
	UnitRange	 subject;
	uint32_t	 end;

	if (lead == NULL || lead->end <= lead->start + 1)
		return false;
	end = lead->end - 1;
	if (!unit_is_mark(article, end, ':') ||
		(!complement_main_subject(article, lead, end, &subject) &&
		 !name_before(article, lead, end, &subject)))
		return false;
	for (uint32_t u = lead->end; u > subject.end; u--)
	{
		Cue cue;

		if (lead->end - u < 20 &&
			outline_cue(article, lead, u - 1,
						LEX(CUE_SPEECH) | LEX(CUE_WRITING), &cue))
		{
			uint32_t first;
			uint32_t last;

			quotation->cue = outline_span(article, cue.start, cue.end);
			if (cue.form == CUE_FINITE &&
				outline_subject_left(article, lead, cue.group, &first, &last))
				subject = (UnitRange){ first, last };
			break;
		}
	}
	if (quotation->cue.start == quotation->cue.end)
		quotation->cue = outline_span(article, end, end + 1);
	speaker_read(article, quotation, subject.first, subject.end, rule, before);
	return true;
}

/*
 * '"It is done. We won." "We go on," Ruiz said.': a sentence of marked words
 * before the attributed one of its paragraph is part of it.
 */
static bool
join_next(Article *article, uint32_t m)
{
	const MarkedSpan *next = &article->marked[m + 1];
	Quotation		 *quotation;
	TextSpan		  span;

	if (m + 1 >= article->n_marked || next->quotation == NONE ||
		next->paragraph != article->marked[m].paragraph)
		return false;
	quotation = &article->quotations[next->quotation];
	if (quotation->kind != QUOTE_DIRECT ||
		quotation->content[0].start != inner_span(article, next).start)
		return false;
	span = inner_span(article, &article->marked[m]);
	push_span(article->arena, &quotation->content, &quotation->n_content,
			  span);
	push_span(article->arena, &quotation->verbatim, &quotation->n_verbatim,
			  span);
	memmove(quotation->content + 1, quotation->content,
			(quotation->n_content - 1) * sizeof(TextSpan));
	memmove(quotation->verbatim + 1, quotation->verbatim,
			(quotation->n_verbatim - 1) * sizeof(TextSpan));
	quotation->content[0] = quotation->verbatim[0] = span;
	article->marked[m].quotation = next->quotation;
	return true;
}

/* Marked words that nothing in their sentence took. */
static void
read_left_over(Attributor *attributor, const Frame *frame, uint32_t u)
{
	Article *article = attributor->article;
	const MarkedSpan
			  *marked = &article->marked[article->outline->units[u].marked];
	bool	   alone = stands_alone(article, frame, u);
	Quotation *quotation = last_quotation(attributor);
	Quotation *before;

	if (alone && quotation && attributor->last_paragraph == frame->paragraph &&
		quotation->kind == QUOTE_DIRECT)
	{
		attribution_add_units(article, quotation, u, u + 1);
		if (quotation->attribution == ATTRIBUTION_EXPLICIT)
			quotation->attribution = ATTRIBUTION_SPLIT;
		return;
	}
	if (alone && join_next(article, article->outline->units[u].marked))
	{
		article->outline->taken[u] |= TAKEN_CONTENT;
		return;
	}
	if (words_of(article, marked) < SPEECH_WORDS &&
		!(alone &&
		  marked->token_start ==
			  article->paragraphs[frame->paragraph].text_token))
		return;
	if (!alone && marked->look != LOOK_PLAIN)
		return;
	quotation = attribution_new(article, frame);
	before = last_quotation(attributor);
	attribution_add_units(article, quotation, u, u + 1);
	if (!alone)
	{
		UnitRange subject;

		if (complement_main_subject(article, frame, frame->end, &subject))
			speaker_read(article, quotation, subject.first, subject.end,
						 RULE_SAME_SENTENCE, before);
	}
	else if (before && attributor->last_paragraph == frame->paragraph)
	{
		speaker_inherit(quotation, before, RULE_SAME_PARAGRAPH);
		quotation->cue = before->cue;
	}
	else if (read_lead_in(article, frame, quotation, RULE_LEAD_IN, before))
		;
	else if (before && attributor->last_paragraph + 1 == frame->paragraph)
	{
		speaker_inherit(quotation, before, RULE_NEXT_PARAGRAPH);
		quotation->cue = before->cue;
	}
	remember(attributor, quotation, frame->paragraph);
}

/*
 * Moves the pieces of the second quotation, which begins with this marked
 * span, to the end of the first.
 */
static void
join(Article *article, Quotation *first, Quotation *second, uint32_t marked)
{
	uint32_t number = (uint32_t) (first - article->quotations);
	uint32_t paragraph = article->marked[marked].paragraph;

	for (uint32_t i = 0; i < second->n_content; i++)
		push_span(article->arena, &first->content, &first->n_content,
				  second->content[i]);
	for (uint32_t i = 0; i < second->n_verbatim; i++)
		push_span(article->arena, &first->verbatim, &first->n_verbatim,
				  second->verbatim[i]);
	if (first->speaker_span.start == first->speaker_span.end)
	{
		speaker_inherit(first, second, (SpeakerRule) second->rule);
		first->attribution = second->attribution;
		first->cue = second->cue;
	}
	first->unclosed |= second->unclosed;
	settle_kind(first, second->kind == QUOTE_DIRECT);
	for (; marked < article->n_marked &&
		 article->marked[marked].paragraph == paragraph;
		 marked++)
		if (article->marked[marked].quotation ==
			(uint32_t) (second - article->quotations))
			article->marked[marked].quotation = number;
	second->n_content = 0; /* reported.c takes empty ones out */
}

/* The quotation that runs on into this paragraph, or NULL. */
static Quotation *
running_into(const Attributor *attributor, uint32_t marked)
{
	const Article *article = attributor->article;

	if (marked == 0 || !article->marked[marked - 1].runs_on ||
		article->marked[marked - 1].quotation == NONE)
		return NULL;
	return &article->quotations[article->marked[marked - 1].quotation];
}

/* The marked words of one paragraph, once its sentences have been read. */
static void
read_paragraph(Attributor *attributor, uint32_t first_frame,
			   uint32_t end_frame)
{
	Article		  *article = attributor->article;
	const Outline *outline = article->outline;

	for (uint32_t f = first_frame; f < end_frame; f++)
	{
		const Frame *frame = &outline->frames[f];

		for (uint32_t u = frame->start; u < frame->end; u++)
		{
			uint32_t   marked = outline->units[u].marked;
			Quotation *runs;
			uint32_t   own;

			if (marked == NONE)
				continue;
			own = article->marked[marked].quotation;
			runs = running_into(attributor, marked);
			if (runs && own == NONE)
				attribution_add_units(article, runs, u, u + 1);
			else if (runs && &article->quotations[own] != runs)
				join(article, runs, &article->quotations[own], marked);
			else if (own == NONE && is_free(article, u))
				read_left_over(attributor, frame, u);
			else if (own != NONE)
				remember(attributor, &article->quotations[own],
						 frame->paragraph);
			if (runs)
			{
				runs->attribution = ATTRIBUTION_RUNNING;
				remember(attributor, runs, frame->paragraph);
			}
		}
	}
}

/* A turn of a transcript or a quoted block: all of it is speech. */
static void
read_block(Attributor *attributor, uint32_t first_frame, uint32_t end_frame)
{
	Article			*article = attributor->article;
	const Frame		*frame = &article->outline->frames[first_frame];
	const Frame		*last = &article->outline->frames[end_frame - 1];
	const Paragraph *paragraph = &article->paragraphs[frame->paragraph];
	Quotation		*before = last_quotation(attributor);
	Quotation		*quotation;
	uint32_t		 first = frame->start;
	TextSpan		 text;

	/* "((Ruiz)) : We had to" */
	if (first + 1 < last->end && unit_is_mark(article, first, ':'))
		first++;
	if (first == last->end - 1 && unit_is_marked(article, first))
		text = inner_span(article,
						  &article->marked[article->outline->units[first]
											   .marked]);
	else
		text = outline_span(article, first, last->end);
	if (paragraph->label.start == paragraph->label.end && before &&
		attributor->last_paragraph + 1 == frame->paragraph &&
		article->paragraphs[attributor->last_paragraph].kind ==
			paragraph->kind)
		quotation = before; /* one turn or block of several paragraphs */
	else
	{
		uint32_t number = attributor->last;

		quotation = attribution_new(article, frame);
		before = number == NONE ? NULL : &article->quotations[number];
		if (paragraph->label.start < paragraph->label.end)
			speaker_read_label(article, quotation, paragraph->label,
							   RULE_LABEL);
		else
			read_lead_in(article, frame, quotation, RULE_BLOCK, before);
	}
	push_span(article->arena, &quotation->content, &quotation->n_content,
			  text);
	push_span(article->arena, &quotation->verbatim, &quotation->n_verbatim,
			  text);
	quotation->kind = QUOTE_DIRECT;
	for (uint32_t u = frame->start; u < last->end; u++)
	{
		article->outline->taken[u] |= TAKEN_CONTENT;
		if (unit_is_marked(article, u))
			article->marked[article->outline->units[u].marked]
				.quotation = (uint32_t) (quotation - article->quotations);
	}
	remember(attributor, quotation, frame->paragraph);
}

void
attribution_read(Article *article)
{
	Attributor	   attributor = { article, NONE, 0 };
	uint32_t	   last;
	uint32_t	   last_paragraph;
	const Outline *outline = article->outline;
	uint32_t	   end;

	for (uint32_t f = 0; f < outline->n_frames; f = end)
	{
		ParagraphKind kind = article->paragraphs[outline->frames[f].paragraph]
								 .kind;

		for (end = f; end < outline->n_frames &&
			 outline->frames[end].paragraph == outline->frames[f].paragraph;)
			end++;
		arena_check(article->arena);
		if (kind == PARAGRAPH_TURN || kind == PARAGRAPH_BLOCKQUOTE)
		{
			read_block(&attributor, f, end);
			continue;
		}
		last = attributor.last;
		last_paragraph = attributor.last_paragraph;
		for (uint32_t k = f; k < end; k++)
			read_frame(&attributor, &outline->frames[k]);
		/* now in the order of the text */
		attributor.last = last;
		attributor.last_paragraph = last_paragraph;
		read_paragraph(&attributor, f, end);
	}
}
