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

/* Words from which marked words are speech even without a cue: inside the
 * writer's sentence, alone if they end as a sentence, and alone anyhow. */
#define INSIDE_WORDS 6
#define SPEECH_WORDS 5
#define ALONE_WORDS	 8
/* Units of a sentence that is nothing but marked words, at most. */
#define MOST_ALONE 16
/* Units of the sentence before a quotation that are looked at. */
#define LEAD_UNITS 60
/* Units of "As Ruiz wrote" up to the cue. */
#define AS_UNITS 14
/* Units of "From Ana Ruiz in the Evening Post:" at most. */
#define FROM_UNITS 12
/* Units before the colon of a lead-in in which its cue is looked for. */
#define CUE_UNITS 20
/* Tokens of a signature below a quotation, at most. */
#define SIGNATURE_TOKENS 24
/* Tokens of the name in it. */
#define SIGNATURE_NAME 8

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

/* Marked words alone in the frame end as a sentence does. */
static bool
ends_sentence(const Article *article, const Frame *frame, uint32_t u)
{
	const MarkedSpan
		*marked = &article->marked[article->outline->units[u].marked];

	return article->tokens[marked->inner_end - 1].kind == TOKEN_STOP ||
		unit_kind(article, frame->end - 1) == TOKEN_STOP;
}

/* The last frame before the paragraph that this frame begins, or NULL. */
static const Frame *
frame_above(const Article *article, const Frame *frame)
{
	if (frame == article->outline->frames ||
		frame[-1].paragraph == frame->paragraph)
		return NULL;
	return frame - 1;
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

/* "As Ruiz wrote on Monday, the talks failed:" */
static bool
as_someone_says(const Article *article, const Frame *lead, UnitRange *subject,
				Cue *cue)
{
	if (!unit_is(article, lead->start, "as"))
		return false;
	for (uint32_t u = lead->start + 2;
		 u < lead->end && u < lead->start + AS_UNITS; u++)
	{
		uint32_t first;
		uint32_t end;

		if (!outline_cue(article, lead, u, LEX(CUE_SPEECH) | LEX(CUE_WRITING),
						 cue) ||
			cue->form != CUE_FINITE ||
			!outline_subject_left(article, lead, cue->group, &first, &end))
			continue;
		*subject = (UnitRange){ first, end };
		return first == lead->start + 1;
	}
	return false;
}

/*
 * Whom a sentence that ends with a colon announces.  A cue that goes with them
 * is noted, else it stays empty.
 */
static bool
read_announced(const Article *article, const Frame *lead, uint32_t colon,
			   UnitRange *subject, Cue *cue)
{
	uint32_t first;
	uint32_t end;

	cue->start = cue->end = 0;
	/* "Stated Ruiz:" */
	if (outline_cue(article, lead, lead->start,
					LEX(CUE_SPEECH) | LEX(CUE_WRITING) | LEX(CUE_CONTINUES),
					cue) &&
		cue->form == CUE_FINITE &&
		outline_phrase_right(article, lead, cue->end, &first, &end) &&
		end == colon)
	{
		*subject = (UnitRange){ first, end };
		return true;
	}
	if (as_someone_says(article, lead, subject, cue))
		return true;
	cue->start = cue->end = 0;
	/* "From the report:", "From Ana Ruiz in the Evening Post:" */
	if (unit_is(article, lead->start, "from") &&
		lead->end - lead->start <= FROM_UNITS &&
		outline_phrase_right(article, lead, lead->start + 1, &first, &end))
	{
		*subject = (UnitRange){ first, end };
		return true;
	}
	if (!complement_main_subject(article, lead, colon, subject))
		return name_before(article, lead, colon, subject);
	for (uint32_t u = colon; u > subject->end && colon - u < CUE_UNITS; u--)
		if (outline_cue(article, lead, u - 1,
						LEX(CUE_SPEECH) | LEX(CUE_WRITING), cue))
		{
			if (cue->form == CUE_FINITE &&
				outline_subject_left(article, lead, cue->group, &first, &end))
				*subject = (UnitRange){ first, end };
			return true;
		}
	cue->start = cue->end = 0;
	return true;
}

/* A lead-in: the paragraph before ends with the announcement of a speaker. */
static bool
read_lead_in(Article *article, const Frame *frame, Quotation *quotation,
			 SpeakerRule rule, const Quotation *before)
{
	const Frame *lead = frame_above(article, frame);
	UnitRange	 subject;
	uint32_t	 colon;
	Cue			 cue;

	if (lead == NULL || lead->end <= lead->start + 1)
		return false;
	colon = lead->end - 1;
	if (!unit_is_mark(article, colon, ':') ||
		!read_announced(article, lead, colon, &subject, &cue))
		return false;
	quotation->cue = cue.start < cue.end ?
		outline_span(article, cue.start, cue.end) :
		outline_span(article, colon, colon + 1);
	speaker_read(article, quotation, subject.first, subject.end, rule, before);
	return true;
}

/* Notes for news_explain() whether the rule told who said these words. */
static bool
tried_words(Article *article, TextSpan words, const Quotation *quotation,
			SpeakerRule rule, bool fired)
{
	Trial trial = { .at = words.start,
					.rule = (uint8_t) rule,
					.fired = fired,
					.content = words };

	if (fired)
	{
		trial.cue = quotation->cue;
		trial.speaker = quotation->speaker_span;
	}
	attribution_explain(article, trial);
	return fired;
}

/* The same for a quotation that is new. */
static bool
tried(Article *article, const Quotation *quotation, SpeakerRule rule,
	  bool fired)
{
	return tried_words(article, quotation->content[0], quotation, rule, fired);
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
	return tried_words(article, span, quotation, RULE_SAME_PARAGRAPH, true);
}

/*
 * '"We are ready."' above '— Ana Ruiz, mayor', or above the name and handle of
 * a post: the name there.
 */
static bool
read_signature_below(Article *article, const Frame *frame,
					 Quotation *quotation)
{
	const Paragraph *below = &article->paragraphs[frame->paragraph + 1];
	uint32_t		 first;
	uint32_t		 end;

	if (frame->paragraph + 1 >= article->n_paragraphs ||
		below->token_end - below->token_start > SIGNATURE_TOKENS)
		return false;
	first = below->token_start;
	if (article->tokens[first].kind == TOKEN_DASH &&
		(below->kind == PARAGRAPH_BODY || below->kind == PARAGRAPH_SOCIAL))
		first++;
	else if (below->kind != PARAGRAPH_SOCIAL)
		return false;
	for (end = first; end < below->token_end && end - first < SIGNATURE_NAME;
		 end++)
		if (article->tokens[end].kind != TOKEN_WORD ||
			(!(article->tokens[end].flags & TOKEN_CAPITAL) &&
			 !token_has(article, end, LEX(NAME_PARTICLE))))
			break;
	/* "— Ruiz left the hall" */
	if (end == first || !(article->tokens[first].flags & TOKEN_CAPITAL) ||
		(end < below->token_end && article->tokens[end].kind < TOKEN_DASH))
		return false;
	speaker_read_label(article, quotation, token_span(article, first, end),
					   RULE_SIGNATURE);
	if (first > below->token_start)
		quotation->cue = token_span(article, first - 1, first);
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
		if (!outline_cue(article, lead, u, LEX(CUE_SPEECH) | LEX(CUE_WRITING),
						 &cue) ||
			cue.negated ||
			(cue.form != CUE_FINITE && cue.form != CUE_INFINITIVE) ||
			!outline_subject_left(article, lead, cue.group, &first, &end))
			continue;
		quotation->cue = outline_span(article, cue.start, cue.end);
		speaker_read(article, quotation, first, end, RULE_SENTENCE_BEFORE,
					 before);
		return true;
	}
	return false;
}

/* "which nobody believes", or a dash: the writer's words again */
static bool
is_remark(const Article *article, uint32_t u)
{
	return unit_kind(article, u) == TOKEN_DASH ||
		unit_is(article, u, "which") || unit_is(article, u, "who");
}

/*
 * '"A," Ruiz said. "We have some signs" of a thaw.': the sentence behind a
 * quotation begins with marked words and goes on where nobody else speaks.
 */
static bool
sentence_goes_on(const Article *article, const Frame *frame, uint32_t u,
				 const Quotation *before)
{
	const Unit *units = article->outline->units;

	if (u != frame->start || !marked_begins_sentence(article, u) ||
		frame == article->outline->frames ||
		frame[-1].paragraph != frame->paragraph ||
		before->content[before->n_content - 1].end <=
			article->tokens[units[frame[-1].start].token].start)
		return false;
	if (words_of(article, &article->marked[units[u].marked]) < SPEECH_WORDS)
		return false;
	for (uint32_t v = u + 1; v < frame->end; v++)
	{
		Cue cue;

		if (v - u > LEAD_UNITS || article->outline->taken[v] ||
			outline_cue(article, frame, v, LEX(CUE_SPEECH) | LEX(CUE_WRITING),
						&cue))
			return false;
	}
	return true;
}

/*
 * Adds marked words to the quotation before them in their paragraph; false
 * when they are not part of it.
 */
static bool
add_to_last(Attributor *attributor, const Frame *frame, uint32_t u, bool alone)
{
	Article	  *article = attributor->article;
	Quotation *last = attributor_last(attributor);
	uint32_t   end = u + 1;

	if (last == NULL || attributor->last_paragraph != frame->paragraph)
		return false;
	if (alone && last->kind == QUOTE_DIRECT)
	{
		attribution_add_units(article, last, u, end);
		if (last->attribution == ATTRIBUTION_EXPLICIT)
			last->attribution = ATTRIBUTION_SPLIT;
		return tried_words(article, last->content[last->n_content - 1], last,
						   RULE_SAME_PARAGRAPH, true);
	}
	if (alone || !sentence_goes_on(article, frame, u, last))
		return false;
	/* '"...," which nobody believes': the marked words alone */
	if (!is_remark(article, end))
		end = unit_kind(article, frame->end - 1) == TOKEN_STOP ?
			frame->end - 1 :
			frame->end;
	attribution_add_units(article, last, u, end);
	return tried_words(article, last->content[last->n_content - 1], last,
					   RULE_SAME_PARAGRAPH, true);
}

/*
 * Whether marked words that nobody is known to say are speech at all: in the
 * writer's sentence when they are many; alone also when they are few and end
 * as a sentence does, and open the paragraph.
 */
static bool
is_speech(const Article *article, const Frame *frame, uint32_t u, bool alone)
{
	const MarkedSpan
			*marked = &article->marked[article->outline->units[u].marked];
	uint32_t words = words_of(article, marked);

	if (!alone)
		return words >= INSIDE_WORDS && marked->look == LOOK_PLAIN;
	if (words >= ALONE_WORDS)
		return true;
	if (!ends_sentence(article, frame, u))
		return false;
	return words >= SPEECH_WORDS ||
		marked->token_start ==
		article->paragraphs[frame->paragraph].text_token;
}

/* "Ruiz", "the statement by the port", "a spokesman": what can speak */
static bool
can_speak(const Article *article, const UnitRange *subject,
		  const Quotation *quotation)
{
	uint32_t head = subject->first;

	if (quotation->named)
		return true;
	while (head + 1 < subject->end &&
		   !unit_has(article, head + 1, LEX(PREPOSITION)) &&
		   !unit_is_mark(article, head + 1, ','))
		head++;
	return unit_has(article, head,
					LEX(ROLE) | LEX(ROLE_PLURAL) | LEX(GROUP_NOUN) |
						LEX(CUE_NOUN));
}

/*
 * Marked words in a sentence of the writer's: the subject before them, or else
 * of the whole, when that is one who can speak.
 */
static void
read_inside(Article *article, const Frame *frame, uint32_t u,
			Quotation *quotation, const Quotation *before)
{
	UnitRange subject;
	bool	  found = complement_main_subject(article, frame, u, &subject) ||
		complement_main_subject(article, frame, frame->end, &subject);

	if (found)
		speaker_read(article, quotation, subject.first, subject.end,
					 RULE_SAME_SENTENCE, before);
	if (!tried(article, quotation, RULE_SAME_SENTENCE,
			   found && can_speak(article, &subject, quotation)))
		speaker_none(quotation);
}

/* The speaker of the quotation before, when that ends in this paragraph. */
static bool
read_inherited(Quotation *quotation, const Quotation *before, bool near,
			   SpeakerRule rule)
{
	if (before == NULL || !near)
		return false;
	speaker_inherit(quotation, before, rule);
	quotation->cue = before->cue;
	return true;
}

/* The last character of a piece. */
static char
ends_with(const Article *article, TextSpan piece)
{
	return article->text[piece.end - 1];
}

/* A few words that answer a question, or a cry: rather another's. */
static bool
is_reply(const Article *article, const Quotation *quotation, uint32_t words,
		 const Quotation *before)
{
	char end = ends_with(article, quotation->content[0]);

	return words < SPEECH_WORDS &&
		(end == '!' || end == '?' ||
		 (before &&
		  ends_with(article, before->content[before->n_content - 1]) == '?'));
}

/* A sentence that is nothing but marked words. */
static void
read_alone(Attributor *attributor, const Frame *frame, Quotation *quotation,
		   uint32_t words)
{
	Article			*article = attributor->article;
	const Quotation *before = attributor_last(attributor);
	uint32_t		 last = attributor->last_paragraph;

	if (tried(article, quotation, RULE_SAME_PARAGRAPH,
			  read_inherited(quotation, before, last == frame->paragraph,
							 RULE_SAME_PARAGRAPH)) ||
		tried(article, quotation, RULE_SIGNATURE,
			  read_signature_below(article, frame, quotation)) ||
		tried(article, quotation, RULE_LEAD_IN,
			  read_lead_in(article, frame, quotation, RULE_LEAD_IN, before)) ||
		tried(article, quotation, RULE_SENTENCE_BEFORE,
			  read_sentence_before(article, frame, quotation, before)))
		return;
	tried(article, quotation, RULE_NEXT_PARAGRAPH,
		  read_inherited(quotation, before,
						 last + 1 == frame->paragraph &&
							 !is_reply(article, quotation, words, before),
						 RULE_NEXT_PARAGRAPH));
}

/* Marked words that nothing in their sentence took. */
static void
read_left_over(Attributor *attributor, const Frame *frame, uint32_t u)
{
	Article	  *article = attributor->article;
	uint32_t   marked = article->outline->units[u].marked;
	bool	   alone = stands_alone(article, frame, u);
	Quotation *quotation;

	if (add_to_last(attributor, frame, u, alone))
		return;
	if (alone && join_next(article, marked))
	{
		article->outline->taken[u] |= TAKEN_CONTENT;
		return;
	}
	if (!is_speech(article, frame, u, alone))
		return;
	quotation = attribution_new(article, frame);
	attribution_add_units(article, quotation, u, u + 1);
	if (alone)
		read_alone(attributor, frame, quotation,
				   words_of(article, &article->marked[marked]));
	else
		read_inside(article, frame, u, quotation, attributor_last(attributor));
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
		(speaker_is_inherited((SpeakerRule) first->rule) &&
		 !speaker_is_inherited((SpeakerRule) second->rule)))
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

/* A signature below the last of several paragraphs outweighs a guess. */
static void
sign(Article *article, const Frame *frame, Quotation *quotation)
{
	switch (quotation->rule)
	{
		case RULE_NONE:
		case RULE_SENTENCE_BEFORE:
		case RULE_NEXT_PARAGRAPH:
			tried(article, quotation, RULE_SIGNATURE,
				  read_signature_below(article, frame, quotation));
			break;
		default:
			break;
	}
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
			{
				attribution_add_units(article, runs, u, u + 1);
				tried_words(article, runs->content[runs->n_content - 1], runs,
							(SpeakerRule) runs->rule, true);
				sign(article, frame, runs);
			}
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

/* Who speaks in a turn or block: its label, signature or lead-in says so. */
static void
read_block_speaker(Article *article, const Frame *frame, Quotation *quotation,
				   const Quotation *before)
{
	TextSpan label = article->paragraphs[frame->paragraph].label;

	if (label.start < label.end)
	{
		speaker_read_label(article, quotation, label, RULE_LABEL);
		tried(article, quotation, RULE_LABEL, true);
	}
	else if (!tried(article, quotation, RULE_SIGNATURE,
					read_signature_below(article, frame, quotation)))
		tried(article, quotation, RULE_BLOCK,
			  read_lead_in(article, frame, quotation, RULE_BLOCK, before));
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
	bool			 goes_on; /* a turn or block of several paragraphs */

	/* "((Ruiz)) : We had to" */
	if (first + 1 < last->end && unit_is_mark(article, first, ':'))
		first++;
	if (first == last->end - 1 && unit_is_marked(article, first))
		text = marked_span(article,
						   &article->marked[article->outline->units[first]
												.marked]);
	else
		text = outline_span(article, first, last->end);
	goes_on = paragraph->label.start == paragraph->label.end && before &&
		attributor->last_paragraph + 1 == frame->paragraph &&
		article->paragraphs[attributor->last_paragraph].kind ==
			paragraph->kind;
	quotation = goes_on ? before : attribution_new(article, frame);
	attribution_push_span(article->arena, &quotation->content,
						  &quotation->n_content, text);
	attribution_push_span(article->arena, &quotation->verbatim,
						  &quotation->n_verbatim, text);
	if (goes_on)
	{
		tried_words(article, text, quotation, (SpeakerRule) quotation->rule,
					quotation->rule != RULE_NONE);
		sign(article, frame, quotation);
	}
	else
		read_block_speaker(article, frame, quotation,
						   attributor_last(attributor));
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
