/*
 * utterance.c
 *		Quotations over sentences and paragraphs: what belongs to one
 *utterance.
 *
 * When each sentence has been read by itself (attribution.c), marked words
 * that stand alone look around: they go on from the quotation before them, in
 * their paragraph or across paragraphs, or a sentence before them announces
 * who speaks.  Turns of transcripts and quoted blocks are speech as a whole.
 * Short marked words that nobody says are scare quotes, titles, nicknames, and
 * are left.
 */
#include "attribution.h"

#include "clause.h"
#include "reader.h"

#include <string.h>

/* Marked words of this many words and more are speech even without a cue. */
#define SPEECH_WORDS 5
/* Units of a sentence that is nothing but marked words, at most. */
#define MOST_ALONE 16
/* Units of the sentence before a quotation that are looked at. */
#define LEAD_UNITS 60

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
		quotation->content[0].start != marked_span(article, next).start)
		return false;
	span = marked_span(article, &article->marked[m]);
	attribution_push_span(article->arena, &quotation->content,
						  &quotation->n_content, span);
	attribution_push_span(article->arena, &quotation->verbatim,
						  &quotation->n_verbatim, span);
	memmove(quotation->content + 1, quotation->content,
			(quotation->n_content - 1) * sizeof(TextSpan));
	memmove(quotation->verbatim + 1, quotation->verbatim,
			(quotation->n_verbatim - 1) * sizeof(TextSpan));
	quotation->content[0] = quotation->verbatim[0] = span;
	article->marked[m].quotation = next->quotation;
	return true;
}

/* 'Ruiz defended the plan. "We need it now."' */
static bool
read_sentence_before(Article *article, const Frame *frame,
					 Quotation *quotation, const Quotation *before)
{
	const Frame *lead = frame - 1;

	if (frame == article->outline->frames ||
		lead->paragraph + 1 < frame->paragraph)
		return false;
	for (uint32_t u = lead->start;
		 u < lead->end && u - lead->start < LEAD_UNITS; u++)
	{
		Cue		 cue;
		uint32_t first;
		uint32_t end;

		if (unit_is_marked(article, u))
			return false;
		if (!outline_cue(article, lead, u, LEX(CUE_SPEECH), &cue) ||
			cue.form != CUE_FINITE ||
			!outline_subject_left(article, lead, cue.group, &first, &end))
			continue;
		quotation->cue = outline_span(article, cue.start, cue.end);
		speaker_read(article, quotation, first, end, RULE_SENTENCE_BEFORE,
					 before);
		return true;
	}
	return false;
}

/* Marked words that nothing in their sentence took. */
static void
read_left_over(Attributor *attributor, const Frame *frame, uint32_t u)
{
	Article *article = attributor->article;
	const MarkedSpan
			  *marked = &article->marked[article->outline->units[u].marked];
	bool	   alone = stands_alone(article, frame, u);
	Quotation *quotation = attributor_last(attributor);
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
	before = attributor_last(attributor);
	attribution_add_units(article, quotation, u, u + 1);
	if (!alone)
	{
		UnitRange subject;

		if (complement_main_subject(article, frame, frame->end, &subject))
			speaker_read(article, quotation, subject.first, subject.end,
						 RULE_SAME_SENTENCE, before);
		/* a name may be the speaker; of anything else nothing is said */
		if (!quotation->named)
			speaker_none(quotation);
	}
	else if (before && attributor->last_paragraph == frame->paragraph)
	{
		speaker_inherit(quotation, before, RULE_SAME_PARAGRAPH);
		quotation->cue = before->cue;
	}
	else if (read_lead_in(article, frame, quotation, RULE_LEAD_IN, before) ||
			 read_sentence_before(article, frame, quotation, before))
		;
	else if (before && attributor->last_paragraph + 1 == frame->paragraph)
	{
		speaker_inherit(quotation, before, RULE_NEXT_PARAGRAPH);
		quotation->cue = before->cue;
	}
	attributor_remember(attributor, quotation, frame->paragraph);
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
		attribution_push_span(article->arena, &first->content,
							  &first->n_content, second->content[i]);
	for (uint32_t i = 0; i < second->n_verbatim; i++)
		attribution_push_span(article->arena, &first->verbatim,
							  &first->n_verbatim, second->verbatim[i]);
	/* its own cue at the end says more than the sentence before it */
	if (first->speaker_span.start == first->speaker_span.end ||
		(first->attribution == ATTRIBUTION_INHERITED &&
		 second->confidence > first->confidence))
	{
		speaker_inherit(first, second, (SpeakerRule) second->rule);
		first->attribution = second->attribution;
		first->cue = second->cue;
	}
	first->unclosed |= second->unclosed;
	attribution_settle_kind(first, second->kind == QUOTE_DIRECT);
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
			else if (own == NONE && marked_is_free(article, u))
				read_left_over(attributor, frame, u);
			else if (own != NONE)
				attributor_remember(attributor, &article->quotations[own],
									frame->paragraph);
			if (runs)
			{
				runs->attribution = ATTRIBUTION_RUNNING;
				attributor_remember(attributor, runs, frame->paragraph);
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
	Quotation		*before = attributor_last(attributor);
	Quotation		*quotation;
	uint32_t		 first = frame->start;
	TextSpan		 text;

	/* "((Ruiz)) : We had to" */
	if (first + 1 < last->end && unit_is_mark(article, first, ':'))
		first++;
	if (first == last->end - 1 && unit_is_marked(article, first))
		text = marked_span(article,
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
	attribution_push_span(article->arena, &quotation->content,
						  &quotation->n_content, text);
	attribution_push_span(article->arena, &quotation->verbatim,
						  &quotation->n_verbatim, text);
	quotation->kind = QUOTE_DIRECT;
	for (uint32_t u = frame->start; u < last->end; u++)
	{
		article->outline->taken[u] |= TAKEN_CONTENT;
		if (unit_is_marked(article, u))
			article->marked[article->outline->units[u].marked]
				.quotation = (uint32_t) (quotation - article->quotations);
	}
	attributor_remember(attributor, quotation, frame->paragraph);
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
			attribution_read_frame(&attributor, &outline->frames[k]);
		/* now in the order of the text */
		attributor.last = last;
		attributor.last_paragraph = last_paragraph;
		read_paragraph(&attributor, f, end);
	}
}
