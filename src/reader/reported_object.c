/*
 * reported_object.c
 *		Indirect speech that is no clause: "criticised the plan", "warned of
 *		delays", "accused her of lying"; see reported.h.
 */
#include "reported.h"

#include "clause.h"
#include "syntax.h"

/* Units within which a clause of background comes to its verb. */
#define BACKGROUND_REACH 12
/* Units an object may be long. */
#define OBJECT_REACH 60
/* Units between a comma and the "and" of a list. */
#define LIST_REACH 12
/* Units of what is called something. */
#define CALLED_REACH 8

/* The classes of verbs that call one thing another. */
#define OBJECT_CLASSES (LEX(CUE_SPEECH) | LEX(CUE_ATTITUDE) | LEX(CUE_WEAK))

/* "on Monday", "last week", "in a statement": not part of the object. */
static bool
tells_when(const Article *article, const Frame *frame, uint32_t u)
{
	if (u + 1 >= frame->end || unit_is_marked(article, u + 1))
		return false;
	/* but "the first night", "each of the days" */
	if (syntax_is_time_word(article, article->outline->units[u].token))
		return !unit_has(article, u - 1,
						 LEX(DETERMINER) | LEX(POSSESSIVE) |
							 LEX(PREPOSITION)) &&
			!unit_tag_in(article, u - 1, TAGBIT(TAG_ADJ)) &&
			unit_kind(article, u - 1) != TOKEN_NUMBER;
	if ((unit_is(article, u, "last") || unit_is(article, u, "this") ||
		 unit_is(article, u, "late") || unit_is(article, u, "early")) &&
		syntax_is_time_word(article, article->outline->units[u + 1].token))
		return true;
	if (!unit_is(article, u, "on") && !unit_is(article, u, "in") &&
		!unit_is(article, u, "at") && !unit_is(article, u, "during"))
		return false;
	if (syntax_is_time_word(article, article->outline->units[u + 1].token))
		return true;
	if (unit_is(article, u, "on"))
		return false;
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

/* "jobs, homes and schools": what the comma at u parts goes on as a list. */
static bool
lists_more(const Article *article, const Frame *frame, uint32_t u)
{
	if (u + 2 >= frame->end || unit_is_marked(article, u + 1) ||
		!unit_tag_in(article, u + 1, TAGS_NOMINAL | TAGBIT(TAG_DET)))
		return false;
	for (uint32_t k = u + 1; k + 1 < frame->end && k < u + LIST_REACH; k++)
	{
		if (unit_is_marked(article, k) || unit_is_finite(article, k) ||
			unit_kind(article, k) == TOKEN_DASH ||
			unit_kind(article, k) == TOKEN_STOP)
			return false;
		if (unit_is(article, k, "and") || unit_is(article, k, "or"))
			return unit_tag_in(article, k + 1, TAGS_NOMINAL | TAGBIT(TAG_DET));
	}
	return false;
}

/* Nothing of the object can stand at u or behind it. */
static bool
ends_object(const Article *article, const Frame *frame, uint32_t u)
{
	if (unit_kind(article, u) == TOKEN_DASH || unit_is_mark(article, u, ';') ||
		unit_is_mark(article, u, ':') || unit_is(article, u, "when") ||
		unit_is(article, u, "while") || unit_is(article, u, "after") ||
		unit_is(article, u, "before"))
		return true;
	if (u + 1 == frame->end)
		return unit_kind(article, u) == TOKEN_STOP;
	if (unit_is_comma(article, u))
		return !lists_more(article, frame, u);
	return (unit_is(article, u, "and") || unit_is(article, u, "but")) &&
		u + 2 < frame->end &&
		(unit_is_finite(article, u + 1) ||
		 (unit_tag_in(article, u + 1, TAGBIT(TAG_ADV)) &&
		  unit_is_finite(article, u + 2)));
}

uint32_t
reported_end(const Article *article, const Frame *frame, uint32_t first)
{
	uint32_t u = first + 1;
	bool	 infinitive = unit_is(article, first, "to");

	while (u < frame->end && u - first < OBJECT_REACH)
	{
		uint32_t behind = u;

		if (unit_is_marked(article, u))
		{
			u++;
			continue;
		}
		if (ends_object(article, frame, u))
			break;
		/* "attacked the plan on Monday", "... on Monday for its cost" */
		if (!infinitive && tells_when(article, frame, u))
			behind = clause_skip_adverbials(article, frame,
											unit_tag_in(article, u,
														TAGBIT(TAG_ADJ)) ?
												u + 1 :
												u);
		if (behind > u &&
			(behind >= frame->end || unit_is_marked(article, behind) ||
			 ends_object(article, frame, behind)))
			break;
		u = behind > u ? behind : u + 1;
	}
	return u;
}

static uint32_t
skip_adverbs(const Article *article, const Frame *frame, uint32_t u)
{
	while (u < frame->end && unit_tag_in(article, u, TAGBIT(TAG_ADV)))
		u++;
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

/* "She showed restraint": what a poll shows is published, not what she does.
 */
static bool
shows_itself(const Article *article, const Cue *cue, UnitRange speaker)
{
	uint32_t m = mention_from(article,
							  article->outline->units[speaker.first].token);

	if ((cue->classes & (LEX(CUE_SPEECH) | LEX(CUE_WRITING))) !=
		LEX(CUE_WRITING))
		return false;
	return unit_has(article, speaker.first, SUBJECT_PRONOUNS) ||
		unit_is(article, speaker.first, "who") ||
		unit_is(article, speaker.first, "it") ||
		unit_has(article, speaker.end - 1, LEX(ROLE) | LEX(ROLE_PLURAL)) ||
		(m < article->n_mentions &&
		 article->mentions[m].kind == MENTION_PERSON &&
		 article->mentions[m].token_start <
			 unit_end_token(article,
							&article->outline->units[speaker.end - 1]));
}

/*
 * A name, a pronoun, people, or what is written: not "the fog refuses to lift"
 */
static bool
can_speak(const Article *article, UnitRange speaker)
{
	const Unit *units = article->outline->units;
	uint32_t	m = mention_from(article, units[speaker.first].token);

	for (uint32_t u = speaker.first; u < speaker.end; u++)
		if (unit_has(article, u,
					 SUBJECT_PRONOUNS | LEX(PRON_OTHER) | LEX(ROLE) |
						 LEX(ROLE_PLURAL) | LEX(GROUP_NOUN) | LEX(CUE_NOUN) |
						 LEX(DEMONYM) | LEX(GROUP)) ||
			unit_tag_in(article, u, TAGBIT(TAG_PLURAL) | TAGBIT(TAG_PROPER)) ||
			unit_kind(article, u) == TOKEN_NUMBER ||
			(speaker.end - speaker.first == 1 &&
			 unit_has(article, u, LEX(DETERMINER))))
			return true;
	return m < article->n_mentions &&
		article->mentions[m].token_start <
		unit_end_token(article, &units[speaker.end - 1]);
}

/* "The television show", "her press call": no verb of one who shows. */
static bool
disagrees(const Article *article, const Cue *cue, UnitRange speaker)
{
	if (cue->group < cue->start || cue->form != CUE_FINITE ||
		!unit_tag_in(article, cue->start, TAGBIT(TAG_VBP)) ||
		!unit_tag_in(article, speaker.end - 1,
					 TAGBIT(TAG_NOUN) | TAGBIT(TAG_PROPER)) ||
		unit_has(article, speaker.end - 1,
				 LEX(ROLE_PLURAL) | LEX(GROUP_NOUN) | LEX(DEMONYM) |
					 LEX(GROUP) | LEX(ORG) | LEX(DETERMINER)))
		return false;
	for (uint32_t u = speaker.first; u < speaker.end; u++)
		if (unit_is(article, u, "and") ||
			unit_tag_in(article, u, TAGBIT(TAG_PLURAL)))
			return false;
	return true;
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

/* "When Ruiz was asked what she paid, she laughed": only the background. */
static bool
is_background(const Article *article, const Frame *frame, const Cue *cue)
{
	if (!unit_has(article, frame->start, LEX(SUBORDINATOR)) ||
		cue->group - frame->start > BACKGROUND_REACH)
		return false;
	for (uint32_t u = frame->start; u < cue->group; u++)
		if (unit_is_comma(article, u))
			return false;
	return true;
}

/*
 * "told the board about delays", "spoke warmly of her work": what is spoken
 * about behind those who are spoken to; NONE when nothing is.
 */
static uint32_t
topic_start(const Article *article, const Frame *frame, const Cue *cue,
			uint32_t u)
{
	if (!(cue->classes & LEX(CUE_SPEECH)) ||
		(cue->classes & (LEX(CUE_WEAK) | LEX(NEGATION))))
		return NONE;
	if (cue->classes & LEX(CUE_TOLD))
		u = clause_object_end(article, frame, u);
	else if (u + 1 < frame->end &&
			 (unit_is(article, u, "to") || unit_is(article, u, "with")))
		u = clause_object_end(article, frame, u + 1);
	u = skip_adverbs(article, frame, u);
	if (u + 1 >= frame->end ||
		!(unit_is(article, u, "about") ||
		  (unit_is(article, u, "of") && !(cue->classes & LEX(CUE_CLAUSE)))))
		return NONE;
	return u;
}

/*
 * "declined to resign", but not "declined to comment" or "to say that", and
 * not "trade declined 40 per cent".
 */
static bool
refuses_something(const Article *article, const Frame *frame, const Cue *cue,
				  uint32_t u)
{
	uint32_t token = article->outline->units[cue->start].token;
	uint32_t words;

	return unit_is(article, u, "to") && u + 1 < frame->end &&
		!unit_has(article, u + 1, LEX(CUE_CLAUSE)) &&
		(token_phrase(article, token, article->n_tokens, LEX(NEGATION),
					  &words) == NULL ||
		 words == 1);
}

/*
 * "called the plan a gift", "called her brave": two things that are one, and
 * not "a group called Friends of the Bay".
 */
static bool
calls_something(const Article *article, const Frame *frame, uint32_t u)
{
	if (unit_has(article, u, SUBJECT_PRONOUNS | LEX(PRON_OTHER)) &&
		u + 1 < frame->end && unit_tag_in(article, u + 1, TAGBIT(TAG_ADJ)))
		return true;
	for (uint32_t k = u + 1; k < frame->end && k < u + CALLED_REACH; k++)
	{
		if (unit_is_marked(article, k) || unit_is_finite(article, k) ||
			unit_kind(article, k) > TOKEN_ADDRESS)
			return false;
		if ((unit_is(article, k, "a") || unit_is(article, k, "an")) &&
			(unit_tag_in(article, k - 1, TAGS_NOMINAL) ||
			 unit_has(article, k - 1, LEX(PRON_OTHER))))
			return true;
	}
	return false;
}

/* Where what the cue reports begins, or NONE. */
static uint32_t
object_start(const Article *article, const Frame *frame, const Cue *cue,
			 uint32_t u)
{
	bool passive = cue->form == CUE_PASSIVE || was_asked(article, frame, cue);
	bool object = (cue->classes & (LEX(CUE_ATTITUDE) | LEX(CUE_WEAK))) ==
		LEX(CUE_ATTITUDE);

	if (u >= frame->end || unit_is_marked(article, u))
		return NONE;
	if (passive)
	{
		if (cue->form == CUE_PASSIVE && is_background(article, frame, cue))
			return NONE;
		if (unit_has(article, u, LEX(COMPLEMENTIZER)))
			return object || (cue->classes & LEX(CUE_CLAUSE)) ? u : NONE;
		return object &&
				(opens_message(article, u) ||
				 opens_message(article, cue->end - 1)) ?
			u :
			NONE;
	}
	if ((cue->classes & (LEX(NEGATION) | LEX(CUE_TO))) ==
			(LEX(NEGATION) | LEX(CUE_TO)) &&
		!refuses_something(article, frame, cue, u))
		return NONE;
	if ((cue->classes & OBJECT_CLASSES) == OBJECT_CLASSES)
		object = calls_something(article, frame, u);
	if (!object)
		return topic_start(article, frame, cue, u);
	if (unit_kind(article, u) > TOKEN_ADDRESS ||
		unit_has(article, u, LEX(CONJUNCTION)) || unit_is_finite(article, u) ||
		unit_is(article, u, "nothing") || unit_is(article, u, "little") ||
		(unit_has(article, u, LEX(SUBORDINATOR)) &&
		 !unit_has(article, u, LEX(COMPLEMENTIZER))) ||
		(unit_has(article, u, LEX(PREPOSITION)) &&
		 !opens_message(article, u)) ||
		tells_when(article, frame, u))
		return NONE;
	return u;
}

/* "The closure was announced by Ruiz": the subject is what is reported. */
static bool
passive_subject(const Article *article, const Frame *frame, const Cue *cue,
				uint32_t low, Complement *out)
{
	UnitRange *piece = &out->pieces[0];

	if ((cue->classes & OBJECT_CLASSES) != (OBJECT_CLASSES & ~LEX(CUE_WEAK)) ||
		!outline_subject_left(article, frame, cue->group, &piece->first,
							  &piece->end) ||
		piece->first < low || piece->end > cue->group ||
		unit_has(article, piece->first, SUBJECT_PRONOUNS | LEX(PRON_OTHER)))
		return false;
	out->n_pieces = 1;
	return true;
}

bool
reported_object(const Article *article, const Frame *frame, const Cue *cue,
				uint32_t low, Complement *out)
{
	uint32_t u = skip_adverbs(article, frame, cue->end);

	*out = (Complement){ 0 };
	/* "amid calls for peace": a noun, though the phrase can be a verb's */
	if (cue->form == CUE_PREPOSITION ||
		unit_tag_in(article, cue->start,
					TAGBIT(TAG_NOUN) | TAGBIT(TAG_PLURAL)))
		return false;
	if (cue->form == CUE_PASSIVE && u + 1 < frame->end &&
		unit_is(article, u, "by") &&
		outline_phrase_right(article, frame, u + 1, &out->speaker.first,
							 &out->speaker.end))
	{
		out->rule = RULE_AGENT;
		u = out->speaker.end;
	}
	u = object_start(article, frame, cue, u);
	if (u == NONE && out->rule == RULE_AGENT)
		return passive_subject(article, frame, cue, low, out);
	if (u == NONE || u < low ||
		/* "it was not known who" */
		(cue->form == CUE_PASSIVE && cue->negated) ||
		(cue->form != CUE_PASSIVE && !was_asked(article, frame, cue) &&
		 (!find_speaker(article, frame, cue, out) ||
		  !can_speak(article, out->speaker) ||
		  disagrees(article, cue, out->speaker) ||
		  shows_itself(article, cue, out->speaker))))
		return false;
	if (cue->form == CUE_FINITE && out->speaker.end <= cue->group)
		complement_set_relative(article, cue, out);
	out->clausal = unit_has(article, u, LEX(COMPLEMENTIZER)) &&
		!was_asked(article, frame, cue);
	out->pieces[0] = (UnitRange){ u,
								  out->clausal ?
									  clause_end(article, frame, u, cue) :
									  reported_end(article, frame, u) };
	out->n_pieces = 1;
	return true;
}
