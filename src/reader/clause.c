/*
 * clause.c
 *		Clauses beside a cue: where they begin and end; see clause.h.
 */
#include "clause.h"

#include "syntax.h"

/* Units within which a bare clause must show its verb. */
#define VERB_REACH 30
/* Adverbials that may stand between a cue and what it reports. */
#define MOST_ADVERBIALS 6

bool
unit_is_finite(const Article *article, uint32_t u)
{
	/* "she's", "there's" */
	if (!unit_is_marked(article, u) &&
		unit_kind(article, u) == TOKEN_POSSESSIVE && u > 0 &&
		unit_has(article, u - 1, SUBJECT_PRONOUNS | LEX(PRON_OTHER)))
		return true;
	return unit_tag_in(article, u, TAGS_FINITE) ||
		(unit_has(article, u, LEX(AUXILIARY) | LEX(MODAL)) &&
		 !unit_tag_in(article, u,
					  TAGBIT(TAG_VB) | TAGBIT(TAG_VBG) | TAGBIT(TAG_VBN)));
}

bool
marked_is_verbal(const Article *article, uint32_t u)
{
	const MarkedSpan *span = &article
								  ->marked[article->outline->units[u].marked];
	uint32_t i = span->inner_start;

	if (i + 1 < span->inner_end && syntax_tag_in(article, i, TAGBIT(TAG_ADV)))
		i++;
	return i < span->inner_end &&
		((token_entry(article, i)->tags & TAGS_FINITE) ||
		 token_has(article, i, LEX(AUXILIARY) | LEX(MODAL)));
}

bool
clause_has_finite(const Article *article, uint32_t first, uint32_t end)
{
	if (end - first > CLAUSE_REACH)
		first = end - CLAUSE_REACH;
	for (uint32_t u = first; u < end; u++)
		if (unit_is_marked(article, u) ?
				u > first && marked_is_verbal(article, u) :
				unit_is_finite(article, u))
			return true;
	return false;
}

bool
marked_leads(const Article *article, uint32_t u)
{
	const MarkedSpan *span = &article
								  ->marked[article->outline->units[u].marked];
	const Token *last;

	if (span->inner_end <= span->inner_start)
		return false;
	last = &article->tokens[span->inner_end - 1];
	if (last->kind == TOKEN_SINGLE_MARK || last->kind == TOKEN_DOUBLE_MARK)
	{
		if (span->inner_end - span->inner_start < 2)
			return false;
		last--;
	}
	return last->mark == ',' || last->kind == TOKEN_STOP ||
		last->kind == TOKEN_DASH;
}

/* Words of a marked span. */
uint32_t
marked_length(const Article *article, uint32_t u)
{
	const MarkedSpan *span = &article
								  ->marked[article->outline->units[u].marked];

	return span->inner_end - span->inner_start;
}

/* Marked words that begin with a capital, as a sentence does. */
bool
marked_begins_sentence(const Article *article, uint32_t u)
{
	const MarkedSpan *span = &article
								  ->marked[article->outline->units[u].marked];

	for (uint32_t i = span->inner_start; i < span->inner_end; i++)
		if (article->tokens[i].kind == TOKEN_WORD)
			return (article->tokens[i].flags & TOKEN_CAPITAL) != 0;
	return false;
}

/*
 * The object that begins at unit u: as outline_phrase_right, but it ends
 * where a name begins behind a common noun ("told reporters Ruiz was").
 */
uint32_t
clause_object_end(const Article *article, const Frame *frame, uint32_t u)
{
	const Unit *units = article->outline->units;
	uint32_t	first;
	uint32_t	end;

	if (u >= frame->end ||
		!outline_phrase_right(article, frame, u, &first, &end))
		return u;
	for (uint32_t k = u + 1; k < end; k++)
	{
		const Mention *mention;
		uint32_t	   m = mention_from(article, units[k].token);

		if (m >= article->n_mentions)
			break;
		mention = &article->mentions[m];
		if (mention->token_start == units[k].token &&
			unit_tag_in(article, k - 1,
						TAGBIT(TAG_PLURAL) | TAGBIT(TAG_NOUN)) &&
			!unit_has(article, k - 1,
					  LEX(ROLE) | LEX(ROLE_MODIFIER) | LEX(TITLE)))
			return k;
	}
	/* "the BBC's 'World at One'" */
	if (end < frame->end && unit_is_marked(article, end) &&
		unit_kind(article, end - 1) == TOKEN_POSSESSIVE)
		return end + 1;
	return end;
}

/* Marked words that are the title of a work: 'on "Meet the Press"'. */
bool
marked_is_title(const Article *article, const Frame *frame, uint32_t u)
{
	const MarkedSpan *span = &article
								  ->marked[article->outline->units[u].marked];

	return u > frame->start && marked_begins_sentence(article, u) &&
		(span->look != LOOK_PLAIN ||
		 span->inner_end - span->inner_start <= 2) &&
		(unit_has(article, u - 1, LEX(PREPOSITION)) ||
		 (!unit_is_marked(article, u - 1) &&
		  unit_kind(article, u - 1) == TOKEN_POSSESSIVE));
}

static bool
is_adverbial_preposition(const Article *article, uint32_t u)
{
	static const char *const prepositions[] = {
		"on",		 "in",	 "at",	  "during", "after", "before",
		"to",		 "of",	 "about", "from",	"via",	 "through",
		"following", "with", "since", "over"
	};

	for (size_t k = 0; k < sizeof(prepositions) / sizeof(prepositions[0]); k++)
		if (unit_is(article, u, prepositions[k]))
			return true;
	return false;
}

/* Over "on Thursday", "in a statement", "to reporters", "later". */
uint32_t
clause_skip_adverbials(const Article *article, const Frame *frame, uint32_t u)
{
	const Unit *units = article->outline->units;

	for (int n = 0; n < MOST_ADVERBIALS && u < frame->end; n++)
	{
		uint32_t after;

		/* "said Thursday's talks failed" */
		if (unit_is_marked(article, u) ||
			(u + 1 < frame->end &&
			 unit_kind(article, u + 1) == TOKEN_POSSESSIVE))
			break;
		if (unit_kind(article, u) == TOKEN_WORD &&
			(syntax_is_time_word(article, units[u].token) ||
			 (unit_tag_in(article, u, TAGBIT(TAG_ADV)) &&
			  !unit_has(article, u, LEX(COMPLEMENTIZER))) ||
			 (unit_is(article, u, "last") || unit_is(article, u, "this"))))
		{
			if ((unit_is(article, u, "last") || unit_is(article, u, "this")) &&
				!(u + 1 < frame->end && !unit_is_marked(article, u + 1) &&
				  syntax_is_time_word(article, units[u + 1].token)))
				break;
			u++;
			while (u < frame->end && !unit_is_marked(article, u) &&
				   unit_kind(article, u) == TOKEN_NUMBER)
				u++;
			continue;
		}
		if (!is_adverbial_preposition(article, u) || u + 1 >= frame->end)
			break;
		after = u + 1;
		if (!unit_is_marked(article, after) &&
			unit_kind(article, after) == TOKEN_WORD &&
			(syntax_is_time_word(article, units[after].token) ||
			 unit_is(article, after, "last") ||
			 unit_is(article, after, "early") ||
			 unit_is(article, after, "late")))
		{
			u = after;
			continue;
		}
		if (unit_tag_in(article, after, TAGBIT(TAG_VB)) &&
			unit_is(article, u, "to"))
			break;
		if (unit_is_marked(article, after) &&
			marked_is_title(article, frame, after))
		{
			u = after + 1;
			continue;
		}
		after = clause_object_end(article, frame, u + 1);
		if (after == u + 1)
			break;
		u = after;
	}
	return u;
}

LexClasses
clause_second_cue(const Article *article, const Frame *frame, uint32_t u,
				  uint16_t tense)
{
	for (int n = 0; n < 3 && u < frame->end; n++, u++)
	{
		Cue cue;

		if (unit_is_marked(article, u))
			return 0;
		if (outline_cue(article, frame, u, CUE_VERBAL & ~LEX(CUE_WEAK), &cue))
			return cue.form == CUE_FINITE &&
					(cue.group < cue.start ||
					 unit_tag_in(article, cue.start, tense)) ?
				cue.classes :
				0;
		if (!unit_tag_in(article, u, TAGBIT(TAG_ADV)) &&
			!unit_is(article, u, "did") && !unit_is(article, u, "has"))
			return 0;
	}
	return 0;
}

uint16_t
clause_tense_of(const Article *article, const Cue *cue)
{
	if (unit_tag_in(article, cue->start, TAGBIT(TAG_VBZ) | TAGBIT(TAG_VBP)))
		return TAGBIT(TAG_VBZ) | TAGBIT(TAG_VBP);
	if (unit_tag_in(article, cue->start, TAGBIT(TAG_VBG)))
		return TAGBIT(TAG_VBG) | TAGBIT(TAG_VBD);
	return TAGBIT(TAG_VBD) | TAGBIT(TAG_VBN);
}

bool
clause_closing_attribution(const Article *article, const Frame *frame,
						   uint32_t u)
{
	for (uint32_t v = u + 2; v < frame->end && v < u + 12; v++)
	{
		Cue		 cue;
		uint32_t first;
		uint32_t end;

		if (unit_is_marked(article, v))
			return false;
		if (!outline_cue(article, frame, v, LEX(CUE_SPEECH) | LEX(CUE_WRITING),
						 &cue))
			continue;
		if (cue.form != CUE_FINITE ||
			!outline_subject_left(article, frame, cue.group, &first, &end) ||
			first != u + 1)
			return false;
		end = clause_skip_adverbials(article, frame, cue.end);
		return end >= frame->end || unit_is_comma(article, end) ||
			unit_kind(article, end) == TOKEN_STOP;
	}
	return false;
}

/* Whether a reported clause ends at the comma at u. */
static bool
ends_at_comma(const Article *article, const Frame *frame, uint32_t u,
			  uint16_t tense)
{
	uint32_t v = u + 1;
	Cue		 cue;

	if (v >= frame->end || unit_is_marked(article, v))
		return false;
	if (outline_cue(article, frame, v, CUE_VERBAL & ~LEX(CUE_WEAK), &cue) &&
		(cue.form == CUE_PARTICIPLE || cue.form == CUE_PREPOSITION))
		return true;
	if (unit_is(article, v, "and") || unit_is(article, v, "but"))
	{
		uint32_t end;

		if (clause_second_cue(article, frame, v + 1, tense))
			return true;
		if (!unit_is(article, v, "but"))
			return false;
		end = clause_object_end(article, frame, v + 1);
		return end > v + 1 && end < frame->end &&
			unit_is_finite(article, end) &&
			!unit_has(article, v + 1, SUBJECT_PRONOUNS | LEX(PRON_OTHER));
	}
	return clause_closing_attribution(article, frame, u);
}

bool
clause_ends_at_comma(const Article *article, const Frame *frame, uint32_t u,
					 const Cue *cue)
{
	return ends_at_comma(article, frame, u, clause_tense_of(article, cue));
}

/* "said talks had failed": a clause without "that" begins at u. */
bool
clause_begins(const Article *article, const Frame *frame, uint32_t u)
{
	bool relative = false;

	if (u >= frame->end)
		return false;
	if (!unit_is_marked(article, u) &&
		(unit_kind(article, u) == TOKEN_STOP || unit_is_finite(article, u)))
		return false;
	for (uint32_t k = u; k < frame->end && k < u + VERB_REACH; k++)
	{
		if (unit_is_marked(article, k))
		{
			if (k > u && !relative && marked_is_verbal(article, k))
				return true;
			continue;
		}
		if (unit_is_mark(article, k, ';'))
			return false;
		if (k > u && unit_is_finite(article, k))
		{
			if (!relative)
				return true;
			relative = false;
		}
		else if (k > u &&
				 (unit_is(article, k, "who") || unit_is(article, k, "which") ||
				  unit_is(article, k, "that")))
			relative = true;
	}
	return false;
}
