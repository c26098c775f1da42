/*
 * outline.c
 *		Sentences seen from outside the quotation marks; see outline.h.
 */
#include "outline.h"

#include "reader.h"
#include "syntax.h"

TextSpan
outline_span(const Article *article, uint32_t first, uint32_t end)
{
	const Unit *units = article->outline->units;

	if (first >= end)
		return (TextSpan){ 0, 0 };
	return token_span(article, units[first].token,
					  unit_end_token(article, &units[end - 1]));
}

/* Paragraphs whose sentences can hold quotations and reports. */
static bool
has_frames(ParagraphKind kind)
{
	return kind == PARAGRAPH_BODY || kind == PARAGRAPH_HEADLINE ||
		kind == PARAGRAPH_SUBHEAD || kind == PARAGRAPH_BULLET ||
		kind == PARAGRAPH_BLOCKQUOTE || kind == PARAGRAPH_CAPTION ||
		kind == PARAGRAPH_TURN;
}

static void
add_frame(Article *article, uint32_t *capacity, uint32_t first,
		  uint32_t paragraph)
{
	Outline *outline = article->outline;
	Frame	*frame;

	if (first >= outline->n_units)
		return;
	frame = ARENA_PUSH(article->arena, outline->frames, outline->n_frames,
					   *capacity);
	frame->start = first;
	frame->end = outline->n_units;
	frame->paragraph = paragraph;
}

/*
 * '... said on "The Week." "We go on."': marked words that end as a sentence
 * does right before others that begin one.
 */
static bool
parts_sentences(const Article *article, const Unit *unit, uint32_t next)
{
	const MarkedSpan *span;
	const Token		 *last;

	if (unit->marked == NONE || next >= article->n_marked)
		return false;
	span = &article->marked[unit->marked];
	last = &article->tokens[span->inner_end - 1];
	return article->marked[next].token_start == span->token_end &&
		span->inner_end > span->inner_start && last->kind == TOKEN_STOP &&
		(article->tokens[article->marked[next].inner_start].flags &
		 TOKEN_CAPITAL);
}

void
outline_read(Article *article)
{
	Outline *outline = arena_alloc(article->arena, 1, sizeof(Outline));
	uint32_t capacity = 0;
	uint32_t m = 0;
	uint32_t s = 0;

	article->outline = outline;
	outline->units = arena_alloc(article->arena, article->n_tokens + 1,
								 sizeof(Unit));
	outline->taken = arena_alloc(article->arena, article->n_tokens + 1, 1);
	outline->subjects = arena_alloc(article->arena, article->n_tokens + 1,
									sizeof(Found));
	outline->mains = arena_alloc(article->arena, article->n_tokens + 1,
								 sizeof(Found));
	for (uint32_t p = 0; p < article->n_paragraphs; p++)
	{
		const Paragraph *paragraph = &article->paragraphs[p];
		uint32_t		 first = outline->n_units;
		uint32_t		 i = paragraph->text_token;

		if (!has_frames(paragraph->kind))
			continue;
		while (m < article->n_marked && article->marked[m].token_start < i)
			m++;
		if (s < paragraph->sentence_start)
			s = paragraph->sentence_start;
		while (i < paragraph->token_end)
		{
			Unit *unit = &outline->units[outline->n_units++];

			unit->token = i;
			unit->marked = NONE;
			if (m < article->n_marked && article->marked[m].token_start == i)
			{
				unit->marked = m;
				i = article->marked[m++].token_end;
			}
			else
				i++;
			while (s < paragraph->sentence_end &&
				   article->sentences[s].token_end < i)
				s++;
			if ((s < paragraph->sentence_end &&
				 article->sentences[s].token_end == i) ||
				parts_sentences(article, unit, m))
			{
				add_frame(article, &capacity, first, p);
				first = outline->n_units;
			}
		}
		add_frame(article, &capacity, first, p);
		arena_check(article->arena);
	}
}

uint32_t
outline_group(const Article *article, const Frame *frame, uint32_t u,
			  bool *negated)
{
	uint32_t first = u;

	for (uint32_t k = u; k > frame->start && u - k < 6; k--)
	{
		const Unit *unit = &article->outline->units[k - 1];

		if (unit->marked != NONE)
			break;
		/* "he's predicting" */
		if (unit_kind(article, k - 1) == TOKEN_POSSESSIVE && k == u &&
			k - 1 > frame->start &&
			unit_tag_in(article, u, TAGBIT(TAG_VBG) | TAGBIT(TAG_VBN)) &&
			unit_has(article, k - 2, SUBJECT_PRONOUNS | LEX(PRON_OTHER)))
			return k - 1;
		if (!syntax_is_verb_helper(article, unit->token) ||
			unit_has(article, k - 1, LEX(TIME_WORD) | LEX(WEEKDAY)))
			break;
		if (unit_has(article, k - 1, LEX(NEGATION)))
			*negated = true;
		first = k - 1;
	}
	return first;
}

bool
unit_is_be(const Article *article, uint32_t u)
{
	static const char *const forms[] = {
		"is",	 "was", "are",	 "were",   "be",	 "been",
		"being", "am",	"isn't", "wasn't", "aren't", "weren't"
	};

	for (size_t k = 0; k < sizeof(forms) / sizeof(forms[0]); k++)
		if (unit_is(article, u, forms[k]))
			return true;
	return false;
}

/* The auxiliary of a verb group nearest to its main verb, or NONE. */
static uint32_t
nearest_auxiliary(const Article *article, uint32_t group, uint32_t u)
{
	for (uint32_t k = u; k > group; k--)
		if (unit_has(article, k - 1, LEX(AUXILIARY) | LEX(MODAL)))
			return k - 1;
	return NONE;
}

/*
 * "to say": the verb group before "to" governs it ("declined to say", "went
 * on to say"); its start is the group's.
 */
static bool
read_infinitive(const Article *article, const Frame *frame, Cue *cue)
{
	uint32_t u = cue->group;

	if (u < frame->start + 2 || !unit_is(article, u - 1, "to"))
		return false;
	for (uint32_t k = u - 1; k > frame->start && u - k < 4; k--)
	{
		if (unit_tag_in(article, k - 1, TAGS_VERB))
		{
			cue->negated |= unit_has(article, k - 1, LEX(NEGATION));
			cue->group = outline_group(article, frame, k - 1, &cue->negated);
			cue->form = CUE_INFINITIVE;
			return true;
		}
	}
	return false;
}

/* "Ruiz was quoted as saying": the subject is that of "was quoted". */
static bool
read_quoted_as(const Article *article, const Frame *frame, Cue *cue)
{
	uint32_t u = cue->group;
	uint32_t auxiliary;
	uint32_t group;

	if (u < frame->start + 3 || !unit_is(article, u - 1, "as") ||
		!(unit_is(article, u - 2, "quoted") ||
		  unit_is(article, u - 2, "cited")))
		return false;
	group = outline_group(article, frame, u - 2, &cue->negated);
	auxiliary = nearest_auxiliary(article, group, u - 2);
	if (auxiliary == NONE || !unit_is_be(article, auxiliary))
		return false;
	cue->group = group;
	return true;
}

bool
outline_cue(const Article *article, const Frame *frame, uint32_t u,
			LexClasses any, Cue *cue)
{
	const Unit	   *unit = &article->outline->units[u];
	uint32_t		words;
	const LexEntry *entry;
	WordTag			tag;
	uint32_t		auxiliary;
	uint32_t		last = u;
	uint32_t		limit = unit->token;

	if (unit->marked != NONE ||
		article->tokens[unit->token].kind != TOKEN_WORD ||
		!token_may_begin(article, unit->token, any | LEX(CUE_ACCORDING)))
		return false;
	/* a phrase must not reach into a quotation */
	while (last < frame->end && last < u + 6 &&
		   article->outline->units[last].marked == NONE)
		limit = article->outline->units[last++].token + 1;
	entry = token_phrase(article, unit->token, limit, any | LEX(CUE_ACCORDING),
						 &words);
	if (entry == NULL)
		return false;
	/* "vowed to", "denied that": what is reported begins with the last word */
	if (words > 1 && !(entry->classes & LEX(CUE_ACCORDING)) &&
		u + words < frame->end &&
		(unit_is(article, u + words - 1, "that") ||
		 (unit_is(article, u + words - 1, "to") &&
		  unit_tag_in(article, u + words, TAGBIT(TAG_VB)))))
	{
		entry = token_phrase(article, unit->token, unit->token + 1, any,
							 &words);
		if (entry == NULL)
			return false;
	}
	cue->start = u;
	cue->end = u + words;
	cue->group = u;
	cue->classes = entry->classes;
	cue->negated = false;
	if (entry->classes & LEX(CUE_ACCORDING))
	{
		cue->form = CUE_PREPOSITION;
		return words > 1;
	}
	tag = (WordTag) article->tags[unit->token];
	cue->group = outline_group(article, frame, u, &cue->negated);
	auxiliary = nearest_auxiliary(article, cue->group, u);
	cue->form = CUE_FINITE;
	/* "is reported to have called" */
	if (auxiliary != NONE && cue->group > frame->start &&
		unit_is(article, cue->group - 1, "to") &&
		read_infinitive(article, frame, cue))
		return true;
	switch (tag)
	{
		case TAG_VBD:
		case TAG_VBP:
		case TAG_VBZ:
			return true;
		case TAG_VBN:
			if (auxiliary == NONE)
				return (entry->tags & TAGBIT(TAG_VBD)) != 0;
			if (unit_is_be(article, auxiliary))
				cue->form = CUE_PASSIVE;
			return true;
		case TAG_VBG:
			if (read_quoted_as(article, frame, cue))
				return true;
			if ((auxiliary == NONE || !unit_is_be(article, auxiliary)) &&
				unit_kind(article, cue->group) != TOKEN_POSSESSIVE)
				cue->form = CUE_PARTICIPLE;
			return true;
		case TAG_VB:
			if (auxiliary != NONE)
				return true;
			/* '"Stay away," read the sign' */
			if (u > frame->start && unit_is_marked(article, u - 1) &&
				(entry->tags & TAGBIT(TAG_VBD)))
				return true;
			return read_infinitive(article, frame, cue);
		default:
			return words > 1 && (entry->tags & TAGS_FINITE) != 0;
	}
}
