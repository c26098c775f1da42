/*
 * reported_object.c
 *		Indirect speech that is no clause: "criticised the plan", "warned of
 *		delays", "accused her of lying"; see reported.h.
 */
#include "reported.h"

#include "clause.h"
#include "syntax.h"

/* Units an object may be long. */
#define OBJECT_REACH 60

static bool
opens_object(const Article *article, uint32_t u)
{
	return unit_kind(article, u) <= TOKEN_ADDRESS &&
		!unit_is_marked(article, u);
}

/* "on Monday", "last week", "in a statement": not part of the object. */
static bool
tells_when(const Article *article, const Frame *frame, uint32_t u)
{
	if (u + 1 >= frame->end || unit_is_marked(article, u + 1))
		return false;
	if (syntax_is_time_word(article, article->outline->units[u].token))
		return true;
	if ((unit_is(article, u, "last") || unit_is(article, u, "this")) &&
		syntax_is_time_word(article, article->outline->units[u + 1].token))
		return true;
	if (!unit_is(article, u, "on") && !unit_is(article, u, "in") &&
		!unit_is(article, u, "at") && !unit_is(article, u, "during"))
		return false;
	if (syntax_is_time_word(article, article->outline->units[u + 1].token))
		return true;
	for (uint32_t k = u + 1; k < frame->end && k < u + 6; k++)
	{
		if (unit_is_marked(article, k) ||
			unit_kind(article, k) > TOKEN_POSSESSIVE ||
			(k > u + 1 && unit_has(article, k, LEX(PREPOSITION))))
			return false;
		if (unit_has(article, k, LEX(CUE_NOUN)) &&
			unit_tag_in(article, k, TAGBIT(TAG_NOUN) | TAGBIT(TAG_PLURAL)))
			return true;
	}
	return false;
}

uint32_t
reported_end(const Article *article, const Frame *frame, uint32_t first)
{
	uint32_t u;

	for (u = first + 1; u < frame->end && u - first < OBJECT_REACH; u++)
	{
		if (unit_is_marked(article, u))
			continue;
		if (unit_is_comma(article, u) || unit_is_mark(article, u, ';') ||
			unit_is_mark(article, u, ':') ||
			unit_kind(article, u) == TOKEN_DASH)
			break;
		if (u + 1 == frame->end && unit_kind(article, u) == TOKEN_STOP)
			break;
		if (unit_is(article, u, "when") || unit_is(article, u, "while") ||
			unit_is(article, u, "after") || unit_is(article, u, "before") ||
			tells_when(article, frame, u))
			break;
		if ((unit_is(article, u, "and") || unit_is(article, u, "but")) &&
			u + 2 < frame->end &&
			(unit_is_finite(article, u + 1) ||
			 (unit_tag_in(article, u + 1, TAGBIT(TAG_ADV)) &&
			  unit_is_finite(article, u + 2))))
			break;
	}
	return u;
}

/* Prepositions that a message can follow: "warned of", "asked about". */
static bool
opens_message(const Article *article, uint32_t u)
{
	return unit_is(article, u, "of") || unit_is(article, u, "about") ||
		unit_is(article, u, "for") || unit_is(article, u, "against") ||
		unit_is(article, u, "with") || unit_is(article, u, "to") ||
		unit_is(article, u, "as") || unit_is(article, u, "over");
}

/* Whom "calling for" speaks of. */
static bool
participle_speaker(const Article *article, const Frame *frame, const Cue *cue,
				   UnitRange *speaker)
{
	uint32_t u = cue->group;

	if (u > frame->start && !unit_is_comma(article, u - 1) &&
		unit_tag_in(article, u - 1,
					TAGBIT(TAG_NOUN) | TAGBIT(TAG_PLURAL) |
						TAGBIT(TAG_PROPER)))
		return outline_subject_left(article, frame, u, &speaker->first,
									&speaker->end);
	return complement_main_subject(article, frame, u, speaker);
}

static bool
find_speaker(const Article *article, const Frame *frame, const Cue *cue,
			 Complement *out)
{
	if (cue->form == CUE_PARTICIPLE)
	{
		out->rule = RULE_PARTICIPLE;
		return participle_speaker(article, frame, cue, &out->speaker);
	}
	out->rule = RULE_BEFORE;
	if (outline_subject_left(article, frame, cue->group, &out->speaker.first,
							 &out->speaker.end))
		return true;
	return cue->group > frame->start &&
		(unit_is_comma(article, cue->group - 1) ||
		 unit_has(article, cue->group - 1, LEX(CONJUNCTION))) &&
		complement_main_subject(article, frame, cue->group, &out->speaker);
}

/* "Asked about the bridge, Ruiz said", "when told that": nobody asks. */
static bool
was_asked(const Article *article, const Frame *frame, const Cue *cue)
{
	return (cue->classes & LEX(CUE_TOLD)) && cue->group == cue->start &&
		unit_tag_in(article, cue->start, TAGBIT(TAG_VBN) | TAGBIT(TAG_VBD)) &&
		(cue->start == frame->start ||
		 unit_is_comma(article, cue->start - 1) ||
		 unit_has(article, cue->start - 1, LEX(SUBORDINATOR)));
}

bool
reported_object(const Article *article, const Frame *frame, const Cue *cue,
				uint32_t low, Complement *out)
{
	uint32_t p = cue->end;

	*out = (Complement){ 0 };
	if ((cue->classes & (LEX(CUE_ATTITUDE) | LEX(CUE_WEAK))) !=
			LEX(CUE_ATTITUDE) &&
		!(cue->form == CUE_PASSIVE && (cue->classes & LEX(CUE_CLAUSE)) &&
		  p < frame->end && unit_is(article, p, "that")))
		return false;
	if (cue->form == CUE_PREPOSITION)
		return false;
	while (p < frame->end && unit_tag_in(article, p, TAGBIT(TAG_ADV)))
		p++;
	if (cue->form == CUE_PASSIVE || was_asked(article, frame, cue))
	{
		if (p < frame->end && unit_is(article, p, "by") &&
			outline_phrase_right(article, frame, p + 1, &out->speaker.first,
								 &out->speaker.end))
			p = out->speaker.end;
		if (p >= frame->end || unit_is_marked(article, p) ||
			!(opens_message(article, p) ||
			  opens_message(article, cue->end - 1) ||
			  unit_has(article, p, LEX(COMPLEMENTIZER))))
			return false;
		out->rule = out->speaker.end > 0 ? RULE_AGENT : RULE_NONE;
	}
	else if (!find_speaker(article, frame, cue, out))
		return false;
	if (p >= frame->end || p < low || !opens_object(article, p) ||
		unit_has(article, p, LEX(CONJUNCTION) | LEX(SUBORDINATOR) & ~LEX(COMPLEMENTIZER)) ||
		tells_when(article, frame, p) ||
		(unit_has(article, p, LEX(PREPOSITION)) && !opens_message(article, p)))
		return false;
	out->clausal = unit_has(article, p, LEX(COMPLEMENTIZER));
	out->pieces[0] = (UnitRange){ p,
								  out->clausal ?
									  clause_end(article, frame, p, cue) :
									  reported_end(article, frame, p) };
	out->n_pieces = 1;
	return out->pieces[0].end > p;
}
