/*
 * ending.c
 *		Where a reported clause ends; see ending.h.
 *
 * All look-ups go a bounded number of units from the place in question.
 */
#include "ending.h"

#include "clause.h"
#include "ending_facts.h"
#include "syntax.h"

/* Units within which what follows must show its verb. */
#define VERB_REACH 12
/* Units before the cue within which its clause is opened. */
#define OPENER_REACH 12
/* Units ahead that are looked over for more marked words and commas. */
#define AHEAD_REACH 40

/* ------------------------------------------------------------------ scheme */

#define SCHEME				ending_scheme
#define SCHEME_NUMBER(fact) ENDING_##fact
#define SCHEME_FACTS		ENDING_FACTS
#define SCHEME_TEMPLATES	ENDING_TEMPLATES
#define SCHEME_WEIGHTS		ENDING_WEIGHTS
#include "choice_scheme.h"

/* ------------------------------------------------------------------- facts */

/* What does not change from place to place in one clause. */
typedef struct Clause
{
	const Article *article;
	const Frame	  *frame;
	const Cue	  *cue;
	uint32_t	   first;
	uint32_t	   end; /* of the sentence, or of what may be looked at */
	uint16_t	   tense;
	uint32_t	   ahead_mark; /* nearest of each from here on, or end */
	uint32_t	   ahead_comma;
	bool		   aside;
	bool		   has_verb;
	uint8_t		   begun;
	uint8_t		   sort;
	uint8_t		   form;
	uint8_t		   main;
} Clause;

static uint8_t
begun_of(const Article *article, uint32_t u)
{
	if (unit_is_marked(article, u))
		return BEGUN_MARKED;
	if (unit_is(article, u, "that"))
		return BEGUN_THAT;
	if (unit_has(article, u, LEX(COMPLEMENTIZER)))
		return BEGUN_WHETHER;
	return unit_is(article, u, "to") ? BEGUN_TO : BEGUN_CLAUSE;
}

/* What opens the clause of the cue: "When Ruiz said", "who said". */
static uint8_t
main_of(const Article *article, const Frame *frame, const Cue *cue)
{
	for (uint32_t u = cue->group;
		 u > frame->start && cue->group - u < OPENER_REACH; u--)
	{
		if (unit_is_marked(article, u - 1) || unit_is_comma(article, u - 1) ||
			unit_is_mark(article, u - 1, ';'))
			return MAIN_MAIN;
		if (unit_is(article, u - 1, "who") || unit_is(article, u - 1, "which"))
			return MAIN_RELATIVE;
		if (unit_is(article, u - 1, "that"))
			return MAIN_THAT;
		if (unit_has(article, u - 1, LEX(SUBORDINATOR)))
			return MAIN_SUBORDINATOR;
	}
	return MAIN_MAIN;
}

static uint8_t
next_of(const Clause *clause, uint32_t u)
{
	const Article *article = clause->article;
	const Unit	  *unit = &article->outline->units[u];
	uint32_t	   m;
	Cue			   cue;

	if (unit->marked != NONE)
		return NEXT_MARKED;
	if (unit_kind(article, u) == TOKEN_NUMBER)
		return NEXT_NUMBER;
	if (unit_kind(article, u) != TOKEN_WORD)
		return NEXT_OTHER;
	if (unit_is(article, u, "who"))
		return NEXT_WHO;
	if (unit_is(article, u, "which"))
		return NEXT_WHICH;
	if (unit_is(article, u, "that"))
		return NEXT_THAT;
	if (unit_is(article, u, "as"))
		return NEXT_AS;
	if (unit_is(article, u, "to"))
		return NEXT_TO;
	if (unit_has(article, u, SUBJECT_PRONOUNS | LEX(PRON_OTHER)))
		return NEXT_PRONOUN;
	m = mention_from(article, unit->token);
	if (m < article->n_mentions &&
		article->mentions[m].token_start == unit->token)
		return article->mentions[m].kind == MENTION_PERSON ? NEXT_PERSON :
			article->mentions[m].kind <= MENTION_GROUP	   ? NEXT_NAME :
															 NEXT_TIME;
	if (outline_cue(article, clause->frame, u,
					CUE_VERBAL & ~LEX(CUE_WEAK) & ~LEX(CUE_ATTITUDE), &cue))
	{
		if (cue.form == CUE_PARTICIPLE || cue.form == CUE_PREPOSITION)
			return NEXT_CUE_PARTICIPLE;
		if (cue.form == CUE_FINITE)
			return NEXT_CUE;
	}
	if (unit_has(article, u, LEX(MODAL) | LEX(AUXILIARY)))
		return NEXT_MODAL;
	if (unit_is_finite(article, u))
		return NEXT_FINITE;
	if (unit_tag_in(article, u, TAGBIT(TAG_VBG)))
		return NEXT_VBG;
	if (unit_tag_in(article, u, TAGBIT(TAG_VBN)))
		return NEXT_VBN;
	if (syntax_is_time_word(article, unit->token))
		return NEXT_TIME;
	if (unit_has(article, u, LEX(SUBORDINATOR)))
		return NEXT_SUBORDINATOR;
	if (unit_has(article, u, LEX(PREPOSITION)))
		return NEXT_PREPOSITION;
	if (unit_has(article, u, LEX(DETERMINER) | LEX(POSSESSIVE)))
		return NEXT_DETERMINER;
	if (unit_tag_in(article, u, TAGBIT(TAG_ADV)))
		return NEXT_ADVERB;
	if (unit_tag_in(article, u, TAGBIT(TAG_ADJ)))
		return NEXT_ADJECTIVE;
	return unit_tag_in(article, u, TAGS_NOMINAL) ? NEXT_NOUN : NEXT_OTHER;
}

/* What begins at u: a subject with its verb, a verb, or less. */
static uint8_t
then_of(const Clause *clause, uint32_t u)
{
	const Article *article = clause->article;

	if (!unit_is_marked(article, u) &&
		(unit_is_finite(article, u) ||
		 unit_tag_in(article, u, TAGBIT(TAG_VBG))))
		return THEN_VERB;
	for (uint32_t k = u; k < clause->end && k < u + VERB_REACH; k++)
	{
		if (unit_is_marked(article, k))
			continue;
		if (unit_is_comma(article, k) || unit_is(article, k, "who") ||
			unit_is(article, k, "which") || unit_is(article, k, "that"))
			break;
		if (k > u && unit_is_finite(article, k))
			return THEN_CLAUSE;
	}
	return THEN_PHRASE;
}

static uint8_t
last_of(const Article *article, uint32_t u)
{
	if (unit_is_marked(article, u))
		return LAST_MARKED;
	if (unit_tag_in(article, u, TAGBIT(TAG_PROPER)))
		return LAST_NAME;
	if (unit_tag_in(article, u, TAGBIT(TAG_NOUN) | TAGBIT(TAG_PLURAL)))
		return LAST_NOUN;
	return unit_tag_in(article, u, TAGS_VERB) ? LAST_VERB : LAST_OTHER;
}

/* Marked words that end with a comma of their own. */
static bool
closes_with_comma(const Article *article, uint32_t u)
{
	const MarkedSpan *span = &article
								  ->marked[article->outline->units[u].marked];

	return span->inner_end > span->inner_start &&
		article->tokens[span->inner_end - 1].mark == ',';
}

/* "in a statement", "on Twitter": how it was said, behind what was said. */
static bool
is_adverbial(const Clause *clause, uint32_t u)
{
	const Article *article = clause->article;

	if (!unit_has(article, u, LEX(PREPOSITION)))
		return false;
	for (uint32_t k = u + 1; k < clause->end && k < u + 4; k++)
	{
		if (unit_has(article, k, LEX(CUE_NOUN)) ||
			(!unit_is_marked(article, k) &&
			 syntax_is_time_word(article, article->outline->units[k].token)))
			return true;
		if (!unit_has(article, k, LEX(DETERMINER) | LEX(POSSESSIVE)) &&
			!unit_tag_in(article, k, TAGS_NOMINAL))
			return false;
	}
	return false;
}

/*
 * Whether the clause may end before unit u, and what stands there; *behind:
 * the first unit of what follows.
 */
static uint8_t
place_at(const Clause *clause, uint32_t u, uint32_t *behind)
{
	const Article *article = clause->article;
	bool		   comma = unit_is_comma(article, u);
	uint32_t	   next = u + comma;

	*behind = next;
	if (next >= clause->end)
		return AT_UNSAID;
	if (unit_is(article, next, "and") || unit_is(article, next, "but") ||
		unit_is(article, next, "or"))
	{
		*behind = next + 1;
		if (*behind >= clause->end)
			return AT_UNSAID;
		if (unit_is(article, next, "but"))
			return comma ? AT_COMMA_BUT : AT_BUT;
		return comma ? AT_COMMA_AND : AT_AND;
	}
	if (comma)
		return AT_COMMA;
	if (unit_kind(article, u) == TOKEN_DASH)
	{
		*behind = u + 1;
		return *behind < clause->end ? AT_DASH : AT_UNSAID;
	}
	if (unit_is_mark(article, u, '('))
	{
		*behind = u + 1;
		return *behind < clause->end ? AT_BRACKET : AT_UNSAID;
	}
	if (unit_is_marked(article, u - 1))
		return closes_with_comma(article, u - 1) ? AT_MARK_COMMA : AT_MARK;
	if (unit_kind(article, u) != TOKEN_WORD)
		return AT_UNSAID;
	if (unit_has(article, u, LEX(SUBORDINATOR)) &&
		!unit_has(article, u, LEX(COMPLEMENTIZER)))
		return AT_SUBORDINATOR;
	return is_adverbial(clause, u) ? AT_ADVERBIAL : AT_UNSAID;
}

/* Moves the marks ahead to the first ones from unit u on. */
static void
look_ahead(Clause *clause, uint32_t u)
{
	uint32_t end = clause->end - u > AHEAD_REACH ? u + AHEAD_REACH :
												   clause->end;

	if (clause->ahead_mark < u)
		clause->ahead_mark = u;
	while (clause->ahead_mark < end &&
		   !unit_is_marked(clause->article, clause->ahead_mark))
		clause->ahead_mark++;
	if (clause->ahead_comma < u)
		clause->ahead_comma = u;
	while (clause->ahead_comma < end &&
		   !unit_is_comma(clause->article, clause->ahead_comma))
		clause->ahead_comma++;
}

/* Another cue of the same subject, or the one that closes the sentence. */
static uint8_t
voice_of(const Clause *clause, uint32_t u, uint8_t at, uint32_t behind)
{
	LexClasses second = clause_second_cue(clause->article, clause->frame,
										  behind, clause->tense);

	if (second)
		return second & (LEX(CUE_SPEECH) | LEX(CUE_WRITING)) ? VOICE_SECOND :
															   VOICE_WANTS;
	if ((at == AT_COMMA || at == AT_MARK_COMMA) &&
		clause_closing_attribution(clause->article, clause->frame,
								   at == AT_COMMA ? u : u - 1))
		return VOICE_CLOSING;
	return VOICE_NONE;
}

static void
describe(Clause *clause, uint32_t u, uint8_t at, uint32_t behind,
		 uint8_t facts[ENDING_FACT_COUNT])
{
	const Article *article = clause->article;
	uint32_t	   length = u - clause->first;
	uint32_t	   rest = clause->end - behind;

	look_ahead(clause, behind);
	facts[ENDING_NONE] = 0;
	facts[ENDING_AT] = at;
	facts[ENDING_NEXT] = next_of(clause, behind);
	facts[ENDING_THEN] = then_of(clause, behind);
	facts[ENDING_VOICE] = voice_of(clause, u, at, behind);
	facts[ENDING_ASIDE] = clause->aside ? ASIDE_INSIDE : ASIDE_OUTSIDE;
	facts[ENDING_LENGTH] = length <= 3 ? LENGTH_3 :
		length <= 8					   ? LENGTH_8 :
		length <= 15				   ? LENGTH_15 :
		length <= 30				   ? LENGTH_30 :
										 LENGTH_MORE;
	facts[ENDING_VERB] = clause->has_verb ? VERB_YES : VERB_NO;
	facts[ENDING_LAST] = last_of(article, u - 1);
	facts[ENDING_REST] = rest <= 3 ? REST_3 :
		rest <= 8				   ? REST_8 :
		rest <= 20				   ? REST_20 :
									 REST_MORE;
	facts[ENDING_AHEAD] = clause->ahead_mark < clause->end &&
			unit_is_marked(article, clause->ahead_mark) ?
		AHEAD_MARKED :
		clause->ahead_comma < clause->end &&
			unit_is_comma(article, clause->ahead_comma) ?
		AHEAD_COMMA :
		AHEAD_NOTHING;
	facts[ENDING_BEGUN] = clause->begun == BEGUN_CLAUSE && !clause->has_verb ?
		BEGUN_PHRASE :
		clause->begun;
	facts[ENDING_SORT] = clause->sort;
	facts[ENDING_FORM] = clause->form;
	facts[ENDING_MAIN] = clause->main;
}

uint32_t
clause_end(const Article *article, const Frame *frame, uint32_t first,
		   const Cue *cue)
{
	uint32_t end = frame->end - first > CLAUSE_REACH ? first + CLAUSE_REACH :
													   frame->end;
	Clause	 clause = {
		  .article = article,
		  .frame = frame,
		  .cue = cue,
		  .first = first,
		  .end = end,
		  .tense = clause_tense_of(article, cue),
		  .begun = begun_of(article, first),
		  .sort = cue_sort(cue->classes),
		  .form = cue_form(cue->form),
		  .main = main_of(article, frame, cue),
	};

	for (uint32_t u = first + 1; u < end; u++)
	{
		uint8_t	 facts[ENDING_FACT_COUNT];
		uint32_t behind;
		uint8_t	 at;

		if (unit_is_mark(article, u, ';'))
			return u;
		if (!unit_is_marked(article, u - 1) && unit_is_finite(article, u - 1))
			clause.has_verb = true;
		at = place_at(&clause, u, &behind);
		if (at != AT_UNSAID)
		{
			describe(&clause, u, at, behind, facts);
			if (ending_is_here(article, cue, first, u, facts))
				return u;
		}
		if (unit_is_comma(article, u))
			clause.aside = !clause.aside;
	}
	while (end > first + 1 && !unit_is_marked(article, end - 1) &&
		   (unit_kind(article, end - 1) == TOKEN_STOP ||
			unit_is_comma(article, end - 1)))
		end--;
	return end;
}
