/*
 * report_facts.c
 *		What is known of each cue that may report some marked words; see
 *		report.h.
 */
#include "report_facts.h"

#include "clause.h"
#include "report.h"
#include "syntax.h"

/* ------------------------------------------------------------------ scheme */

#define SCHEME				report_scheme
#define SCHEME_NUMBER(fact) REPORT_##fact
#define SCHEME_FACTS		REPORT_FACTS
#define SCHEME_TEMPLATES	REPORT_TEMPLATES
#define SCHEME_WEIGHTS		REPORT_WEIGHTS
#include "choice_scheme.h"

_Static_assert(REPORT_FACT_COUNT <= REPORT_FACTS_ROOM, "too many facts");

/* -------------------------------------------------------- the marked words */

static bool
is_name_at(const Article *article, uint32_t u)
{
	uint32_t token = article->outline->units[u].token;
	uint32_t m = mention_from(article, token);

	return m < article->n_mentions &&
		article->mentions[m].token_start <= token &&
		article->mentions[m].kind <= MENTION_GROUP;
}

static uint8_t
before_of(const Article *article, const Frame *frame, uint32_t u)
{
	if (u == frame->start)
		return BEFORE_SENTENCE;
	u--;
	if (unit_is_marked(article, u))
		return BEFORE_MARK;
	if (unit_is_comma(article, u))
		return BEFORE_COMMA;
	if (unit_kind(article, u) != TOKEN_WORD)
		return unit_kind(article, u) <= TOKEN_ADDRESS ? BEFORE_OTHER :
														BEFORE_MARK;
	if (unit_is(article, u, "that"))
		return BEFORE_THAT;
	if (unit_is(article, u, "to"))
		return BEFORE_TO;
	if (unit_has(article, u, LEX(CONJUNCTION)))
		return BEFORE_AND;
	if (unit_has(article, u, LEX(DETERMINER) | LEX(POSSESSIVE)))
		return BEFORE_DETERMINER;
	if (unit_has(article, u, LEX(PREPOSITION)))
		return BEFORE_PREPOSITION;
	if (unit_has(article, u, LEX(AUXILIARY) | LEX(MODAL)))
		return BEFORE_BE;
	if (unit_tag_in(article, u, TAGS_VERB))
		return BEFORE_VERB;
	if (is_name_at(article, u))
		return BEFORE_NAME;
	return unit_tag_in(article, u, TAGS_NOMINAL) ? BEFORE_NOUN : BEFORE_OTHER;
}

static uint8_t
behind_of(const Article *article, const Frame *frame, uint32_t u)
{
	if (++u >= frame->end || unit_kind(article, u) == TOKEN_STOP)
		return BEHIND_SENTENCE;
	if (unit_is_marked(article, u))
		return BEHIND_MARK;
	if (unit_is_comma(article, u))
		return BEHIND_COMMA;
	if (unit_kind(article, u) != TOKEN_WORD)
		return unit_kind(article, u) <= TOKEN_ADDRESS ? BEHIND_OTHER :
														BEHIND_MARK;
	if (unit_has(article, u, SUBJECT_PRONOUNS))
		return BEHIND_PRONOUN;
	if (unit_has(article, u, LEX(CONJUNCTION)))
		return BEHIND_AND;
	if (unit_has(article, u, LEX(PREPOSITION)))
		return BEHIND_PREPOSITION;
	if (unit_tag_in(article, u, TAGS_VERB))
		return BEHIND_VERB;
	if (is_name_at(article, u))
		return BEHIND_NAME;
	return unit_tag_in(article, u, TAGS_NOMINAL) ? BEHIND_NOUN : BEHIND_OTHER;
}

/* What is the same for all candidates. */
static void
describe_marked(const Article *article, const Frame *frame, uint32_t u,
				uint8_t *facts)
{
	const MarkedSpan *span = &article
								  ->marked[article->outline->units[u].marked];
	uint32_t words = marked_length(article, u);

	facts[REPORT_WORDS] = words <= 1 ? WORDS_1 :
		words <= 3					 ? WORDS_3 :
		words <= 6					 ? WORDS_6 :
									   WORDS_MORE;
	facts[REPORT_CAPITAL] = marked_begins_sentence(article, u) ? CAPITAL_YES :
																 CAPITAL_NO;
	facts[REPORT_LEADS] = marked_leads(article, u) ? LEADS_YES : LEADS_NO;
	facts[REPORT_SEEMS] = span->look == LOOK_PLAIN ? SEEMS_PLAIN : SEEMS_TITLE;
	facts[REPORT_BEFORE] = before_of(article, frame, u);
	facts[REPORT_BEHIND] = behind_of(article, frame, u);
}

/* ------------------------------------------------------------ the speaker */

/* The last word of a noun phrase before what describes it further. */
static uint32_t
head_of(const Article *article, UnitRange phrase)
{
	uint32_t head = phrase.first;

	for (uint32_t u = phrase.first; u < phrase.end; u++)
	{
		if (unit_is_marked(article, u))
			continue;
		if (u > phrase.first &&
			(unit_has(article, u, LEX(PREPOSITION)) ||
			 unit_is_comma(article, u) || unit_is(article, u, "who") ||
			 unit_is(article, u, "that") || unit_is(article, u, "which")))
			break;
		if (unit_kind(article, u) == TOKEN_WORD)
			head = u;
	}
	return head;
}

static uint8_t
who_of(const Article *article, UnitRange speaker)
{
	uint32_t head;
	uint32_t token;
	uint32_t m;

	if (speaker.first >= speaker.end)
		return WHO_NOBODY;
	head = head_of(article, speaker);
	if (unit_has(article, head, LEX(PRON_SUBJ_M) | LEX(PRON_SUBJ_F)))
		return WHO_HE;
	if (unit_has(article, head, LEX(PRON_SUBJ_PL)))
		return WHO_THEY;
	if (unit_has(article, head, LEX(PRON_SUBJ_1)) ||
		unit_is(article, head, "you"))
		return WHO_I;
	if (unit_has(article, head, LEX(PRON_OTHER)))
		return WHO_IT;
	token = article->outline->units[head].token;
	m = mention_from(article, token);
	if (m < article->n_mentions && article->mentions[m].token_start <= token)
		switch (article->mentions[m].kind)
		{
			case MENTION_PERSON:
				return WHO_PERSON;
			case MENTION_ORG:
				return WHO_ORG;
			case MENTION_PLACE:
				return WHO_PLACE;
			case MENTION_GROUP:
				return WHO_ROLES;
			default:
				break;
		}
	if (unit_has(article, head, LEX(ROLE)))
		return WHO_ROLE;
	if (unit_has(article, head, LEX(ROLE_PLURAL)))
		return WHO_ROLES;
	if (unit_has(article, head, LEX(CUE_NOUN)))
		return WHO_PAPER;
	return unit_has(article, head, LEX(GROUP_NOUN)) ? WHO_GROUP : WHO_NOUN;
}

static uint8_t
away_of(const Article *article, const Cue *cue, UnitRange speaker)
{
	if (speaker.first >= speaker.end)
		return AWAY_UNSAID;
	if (speaker.first >= cue->end)
		return AWAY_BEHIND;
	if (speaker.end >= cue->group)
		return AWAY_BESIDE;
	return unit_is_comma(article, cue->group - 1) ||
			unit_kind(article, cue->group - 1) > TOKEN_ADDRESS ?
		AWAY_ASIDE :
		AWAY_FAR;
}

/* -------------------------------------------------------------- the clause */

static uint8_t
main_of(const Article *article, const Frame *frame, const Cue *cue,
		const Complement *complement)
{
	uint32_t  u = cue->group;
	UnitRange speaker = complement->speaker;

	if (complement->meant.first < complement->meant.end)
		return MAIN_RELATIVE;

	if (speaker.first < speaker.end && speaker.first < u)
		u = speaker.first;
	while (u > frame->start && unit_tag_in(article, u - 1, TAGBIT(TAG_ADV)) &&
		   !unit_has(article, u - 1, LEX(SUBORDINATOR)))
		u--;
	if (u == frame->start)
		return MAIN_SENTENCE;
	u--;
	if (unit_is_marked(article, u))
		return MAIN_MARK;
	if (unit_is_comma(article, u))
		return MAIN_COMMA;
	if (unit_is(article, u, "what"))
		return MAIN_WHAT;
	if (unit_is(article, u, "which") || unit_is(article, u, "whom"))
		return MAIN_OBJECT;
	if (unit_is(article, u, "that"))
		return u > frame->start &&
				unit_tag_in(article, u - 1,
							TAGBIT(TAG_NOUN) | TAGBIT(TAG_PLURAL) |
								TAGBIT(TAG_PROPER)) ?
			MAIN_OBJECT :
			MAIN_THAT;
	if (unit_has(article, u, LEX(CONJUNCTION)))
		return MAIN_AND;
	return unit_has(article, u, LEX(SUBORDINATOR)) ? MAIN_SUBORDINATOR :
													 MAIN_OTHER;
}

static uint8_t
rest_of(const Article *article, const Frame *frame, uint32_t u)
{
	if (u >= frame->end || unit_kind(article, u) == TOKEN_STOP)
		return REST_SENTENCE;
	if (unit_is_marked(article, u))
		return REST_MARK;
	if (unit_is_comma(article, u))
		return REST_COMMA;
	if (unit_has(article, u, LEX(CONJUNCTION)))
		return REST_AND;
	if (unit_has(article, u, LEX(PREPOSITION)))
		return REST_PREPOSITION;
	return unit_tag_in(article, u, TAGS_VERB) ? REST_VERB : REST_OTHER;
}

static uint8_t
opens_of(const Article *article, UnitRange piece)
{
	uint32_t u = piece.first;

	if (unit_is_marked(article, u))
		return OPENS_MARKED;
	if (unit_is(article, u, "that"))
		return OPENS_THAT;
	if (unit_is(article, u, "to"))
		return OPENS_TO;
	if (unit_has(article, u, LEX(COMPLEMENTIZER)))
		return OPENS_WHETHER;
	return clause_has_finite(article, piece.first, piece.end) ? OPENS_CLAUSE :
																OPENS_PHRASE;
}

static uint8_t
by_of(SpeakerRule rule)
{
	switch (rule)
	{
		case RULE_AFTER_SUBJECT:
			return BY_AFTER_SUBJECT;
		case RULE_AFTER_INVERTED:
			return BY_AFTER_INVERTED;
		case RULE_BEFORE:
			return BY_BEFORE;
		case RULE_ACCORDING:
			return BY_ACCORDING;
		case RULE_PARTICIPLE:
			return BY_PARTICIPLE;
		case RULE_AGENT:
			return BY_AGENT;
		case RULE_OWNER:
			return BY_OWNER;
		case RULE_WEAK_VERB:
			return BY_WEAK_VERB;
		case RULE_COLON:
			return BY_COLON;
		case RULE_SIGNATURE:
			return BY_SIGNATURE;
		default:
			return BY_NOBODY;
	}
}

/* What stands between the words and the cue. */
static void
describe_between(const Article *article, uint32_t u, const Cue *cue,
				 const Cue *cues, uint32_t n_cues, uint8_t *facts)
{
	bool	 behind = cue->start > u;
	uint32_t first = behind ? u + 1 : cue->end;
	uint32_t end = behind ? cue->start : u;
	uint32_t gap = end > first ? end - first : 0;
	uint32_t commas = 0;
	uint32_t between = 0;
	uint32_t nearer = 0;

	for (uint32_t k = first; k < end; k++)
		commas += unit_is_comma(article, k);
	for (uint32_t k = 0; k < n_cues; k++)
	{
		uint32_t away = cues[k].start > u ? cues[k].start - u :
											u - cues[k].start;

		between += cues[k].start >= first && cues[k].start < end;
		nearer += away < (behind ? cue->start - u : u - cue->start);
	}
	facts[REPORT_GAP] = gap == 0 ? GAP_0 :
		gap == 1				 ? GAP_1 :
		gap <= 3				 ? GAP_3 :
		gap <= 7				 ? GAP_7 :
		gap <= 15				 ? GAP_15 :
								   GAP_MORE;
	facts[REPORT_BETWEEN] = between == 0 ? BETWEEN_0 :
		between == 1					 ? BETWEEN_1 :
										   BETWEEN_2;
	facts[REPORT_COMMAS] = commas == 0 ? COMMAS_0 :
		commas == 1					   ? COMMAS_1 :
										 COMMAS_2;
	facts[REPORT_RANK] = nearer == 0 ? RANK_1 : nearer == 1 ? RANK_2 : RANK_3;
}

/* What is reported. */
static void
describe_content(const Article *article, const Frame *frame, uint32_t u,
				 const ReportCandidate *one, uint8_t *facts)
{
	const Complement *complement = &one->complement;
	uint32_t		  many = 0;
	uint32_t		  plain = 0;
	bool			  verb = false;
	bool			  left = false;
	bool			  right = false;
	UnitRange		  last = complement->pieces[complement->n_pieces - 1];

	for (uint32_t i = 0; i < complement->n_pieces; i++)
	{
		UnitRange piece = complement->pieces[i];

		left |= piece.first < one->cue.start;
		right |= piece.first >= one->cue.end;
		for (uint32_t k = piece.first; k < piece.end; k++)
		{
			many += unit_is_marked(article, k);
			plain += !unit_is_marked(article, k);
			verb |= unit_is_finite(article, k);
		}
		if (piece.first <= u && u < piece.end)
		{
			facts[REPORT_SHAPE] = piece.first == u && piece.end == u + 1 ?
				SHAPE_ALONE :
				piece.first == u   ? SHAPE_FIRST :
				piece.end == u + 1 ? SHAPE_LAST :
									 SHAPE_INSIDE;
			facts[REPORT_OPENS] = opens_of(article, piece);
		}
	}
	if (facts[REPORT_SHAPE] == SHAPE_ALONE && complement->n_pieces > 1)
		facts[REPORT_SHAPE] = SHAPE_TWO;
	facts[REPORT_SIDE] = left && right ? SIDE_BOTH :
		left						   ? SIDE_LEFT :
										 SIDE_RIGHT;
	facts[REPORT_MANY] = many <= 1 ? MANY_1 : many == 2 ? MANY_2 : MANY_3;
	if (plain > 0)
		facts[REPORT_VERB] = verb ? VERB_YES : VERB_NO;
	facts[REPORT_REST] = rest_of(article, frame, last.end);
}

void
report_describe(const Article *article, const Frame *frame, uint32_t u,
				const Cue *cues, uint32_t n_cues, ReportCandidate *list,
				uint32_t n)
{
	uint8_t marked[REPORT_FACTS_ROOM] = { 0 };

	describe_marked(article, frame, u, marked);
	for (uint32_t k = 0; k < n; k++)
	{
		ReportCandidate *one = &list[k];
		uint8_t			*facts = one->facts;
		UnitRange		 speaker = one->complement.speaker;

		for (uint32_t f = 0; f < REPORT_FACTS_ROOM; f++)
			facts[f] = marked[f];
		if (k == 0)
		{
			facts[REPORT_NOCUE] = n == 1 ? NOCUE_ONLY :
				n == 2					 ? NOCUE_ONE :
										   NOCUE_SEVERAL;
			continue;
		}
		facts[REPORT_BY] = by_of(one->complement.rule);
		if (one->cue.classes ||
			unit_kind(article, one->cue.start) == TOKEN_WORD)
		{
			facts[REPORT_SORT] = cue_sort(one->cue.classes);
			facts[REPORT_FORM] = cue_form(one->cue.form);
		}
		facts[REPORT_WHO] = who_of(article,
								   one->complement.meant.first <
										   one->complement.meant.end ?
									   one->complement.meant :
									   speaker);
		facts[REPORT_FOUND] = (uint8_t) (one->from + FOUND_BESIDE);
		facts[REPORT_AWAY] = away_of(article, &one->cue, speaker);
		facts[REPORT_MAIN] = main_of(article, frame, &one->cue,
									 &one->complement);
		facts[REPORT_NEGATED] = one->cue.negated ? NEGATED_YES : NEGATED_NO;
		facts[REPORT_LEVEL] = (uint8_t) (one->level + LEVEL_AFTER);
		describe_between(article, u, &one->cue, cues, n_cues, facts);
		describe_content(article, frame, u, one, facts);
	}
}
