/*
 * phrase.c
 *		Noun phrases beside a verb: its subject, or what follows it; see
 *		outline.h.
 *
 * The look-ups here go a bounded number of units from where they start, so
 * that a sentence of a megabyte costs no more than many of a hundred words.
 */
#include "outline.h"

#include "reader.h"
#include "syntax.h"

/* Units a subject may be away from its verb, asides included. */
#define SUBJECT_REACH 60
/* Comma groups that may stand between a subject and its verb. */
#define MOST_ASIDES 4
/* Units of a name with its title, at most. */
#define TITLED_NAME 10
/* Units of a speaker's description behind an inverted cue. */
#define PHRASE_REACH 40

static bool
is_nominal(const Article *article, uint32_t u)
{
	const Unit *unit = &article->outline->units[u];

	if (unit->marked != NONE)
		return false;
	if (unit_kind(article, u) == TOKEN_NUMBER ||
		unit_is_mark(article, u, '%') ||
		unit_kind(article, u) == TOKEN_POSSESSIVE ||
		unit_kind(article, u) == TOKEN_ADDRESS)
		return true;
	return unit_kind(article, u) == TOKEN_WORD &&
		(syntax_tag_in(article, unit->token, TAGS_NOMINAL) ||
		 outline_is_acronym(article, unit->token) ||
		 token_has(article, unit->token,
				   LEX(ROLE) | LEX(ROLE_PLURAL) | LEX(GROUP_NOUN)));
}

static bool
is_determiner(const Article *article, uint32_t u)
{
	return unit_has(article, u, LEX(DETERMINER) | LEX(POSSESSIVE)) &&
		!unit_has(article, u, LEX(COMPLEMENTIZER) & ~LEX(DETERMINER));
}

/* Prepositions that join a describing phrase to a noun: "head of", "aide to"
 */
static bool
joins_phrases(const Article *article, uint32_t u)
{
	static const char *const joining[] = {
		"of",	 "for",	  "from",  "with",	  "at",		"in",
		"to",	 "on",	  "close", "behind",  "by",		"about",
		"under", "above", "near",  "outside", "inside", "against"
	};

	for (size_t k = 0; k < sizeof(joining) / sizeof(joining[0]); k++)
		if (unit_is(article, u, joining[k]))
			return true;
	return false;
}

/* The mention that covers a token, or NULL. */
static const Mention *
mention_at(const Article *article, uint32_t token)
{
	uint32_t m = mention_from(article, token);

	if (m < article->n_mentions && article->mentions[m].token_start <= token)
		return &article->mentions[m];
	return NULL;
}

/* The person's name that covers a token, or NULL. */
static const Mention *
mention_person_at(const Article *article, uint32_t token)
{
	const Mention *name = mention_at(article, token);

	return name && name->kind == MENTION_PERSON ? name : NULL;
}

/*
 * The base noun phrase that ends with unit last: determiner, adjectives,
 * nouns, names.  Returns its first unit; last + 1 when there is none.
 */
static uint32_t
base_phrase(const Article *article, const Frame *frame, uint32_t last)
{
	const Unit	  *units = article->outline->units;
	uint32_t	   first = last + 1;
	const Mention *name = NULL;

	if (unit_has(article, last, SUBJECT_PRONOUNS) ||
		(unit_has(article, last, LEX(PRON_OTHER)) &&
		 !is_nominal(article, last)))
		return last;
	while (first > frame->start && last - (first - 1) < PHRASE_REACH)
	{
		uint32_t	   u = first - 1;
		const Mention *mention;

		if (units[u].marked != NONE)
			break;
		if (is_determiner(article, u) && first <= last)
		{
			/* "both the", "all of": one more determiner may come before */
			return first - 1;
		}
		if (unit_kind(article, u) == TOKEN_WORD && first <= last &&
			syntax_is_time_word(article, units[u].token) &&
			!unit_has(article, u, LEX(ROLE)))
			break;
		if (!is_nominal(article, u) &&
			!unit_has(article, u, LEX(ROLE_MODIFIER)) &&
			!(first <= last && unit_tag_in(article, u, TAGBIT(TAG_VBN)) &&
			  u > frame->start && is_determiner(article, u - 1)))
			break;
		mention = mention_at(article, units[u].token);
		/* two names side by side without a comma: the second begins anew */
		if (mention && mention->kind == MENTION_PERSON)
		{
			/* but "Ruiz campaign manager Tom Byrne" is one phrase */
			if (name && mention != name &&
				unit_kind(article, first) != TOKEN_POSSESSIVE &&
				!unit_has(article, first,
						  LEX(ROLE) | LEX(ROLE_MODIFIER) | LEX(GROUP_NOUN)))
				break;
			if (!name && first <= last &&
				unit_kind(article, first) != TOKEN_POSSESSIVE &&
				mention_at(article, units[first].token) == NULL &&
				!unit_has(article, first,
						  LEX(ROLE) | LEX(ROLE_PLURAL) | LEX(ROLE_MODIFIER) |
							  LEX(GROUP_NOUN) | LEX(NAME_SUFFIX)) &&
				!unit_tag_in(article, first,
							 TAGBIT(TAG_NOUN) | TAGBIT(TAG_PLURAL) |
								 TAGBIT(TAG_ADJ)))
				break;
			name = mention;
		}
		else if (name && !mention &&
				 unit_tag_in(article, u,
							 TAGBIT(TAG_NOUN) | TAGBIT(TAG_PLURAL)) &&
				 !unit_has(article, u,
						   LEX(ROLE) | LEX(ROLE_PLURAL) | LEX(GROUP_NOUN) |
							   LEX(ROLE_MODIFIER) | LEX(TITLE)) &&
				 article->tokens[units[first].token].start >=
					 name->span.start &&
				 !(name->title.start < name->title.end &&
				   article->tokens[units[u].token].start >= name->title.start))
			break; /* "At the rally Ruiz said" */
		first = u;
	}
	/* a possessive cannot begin a phrase */
	while (first <= last && unit_kind(article, first) == TOKEN_POSSESSIVE)
		first++;
	return first;
}

/* Units [first, last] hold a noun, name or pronoun that could speak. */
static bool
can_be_subject(const Article *article, uint32_t first, uint32_t last)
{
	const Unit *units = article->outline->units;

	const Mention *name;

	if (unit_kind(article, last) == TOKEN_POSSESSIVE)
		return false;
	/* "last week" */
	name = mention_at(article, units[last].token);
	if (units[last].marked == NONE &&
		!(name && name->kind == MENTION_PERSON) &&
		syntax_is_time_word(article, units[last].token) &&
		!unit_has(article, last, LEX(ROLE)))
		return false;
	for (uint32_t u = first; u <= last; u++)
	{
		if (unit_is_mark(article, u, '%'))
			return true; /* "26% say" */
		if (units[u].marked != NONE || unit_kind(article, u) > TOKEN_ADDRESS)
			continue;
		if (unit_kind(article, u) == TOKEN_ADDRESS)
			return true;
		if (unit_has(article, u, SUBJECT_PRONOUNS | LEX(PRON_OTHER)))
			return true;
		if (unit_kind(article, u) == TOKEN_WORD && is_nominal(article, u) &&
			!syntax_is_time_word(article, units[u].token))
			return true;
		if (is_determiner(article, u))
			return true; /* "many say" */
	}
	return false;
}

/*
 * "officials who attended the talks said": a verb stands before the base
 * phrase; when a relative pronoun opens its clause, the noun before that is
 * the subject.  Returns the unit of the relative pronoun or NONE.
 */
static uint32_t
relative_before(const Article *article, const Frame *frame, uint32_t u)
{
	for (uint32_t k = u; k > frame->start && u - k < 14; k--)
	{
		if (unit_is_marked(article, k - 1) ||
			unit_kind(article, k - 1) > TOKEN_ADDRESS)
			return NONE;
		if (unit_is(article, k - 1, "who") ||
			((unit_is(article, k - 1, "that") ||
			  unit_is(article, k - 1, "which")) &&
			 k - 1 > frame->start && is_nominal(article, k - 2) &&
			 unit_tag_in(article, k, TAGS_FINITE)))
			return k - 1 > frame->start ? k - 1 : NONE;
	}
	return NONE;
}

/*
 * The unit behind the noun that the verb at u describes: "officials who
 * attended", "a letter obtained by", or NONE.
 */
static uint32_t
described_before(const Article *article, const Frame *frame, uint32_t u)
{
	if (unit_tag_in(article, u, TAGBIT(TAG_VBG) | TAGBIT(TAG_VBN)) &&
		u > frame->start && is_nominal(article, u - 1) &&
		!unit_has(article, u - 1, LEX(WEEKDAY) | LEX(TIME_WORD)))
		return u;
	return relative_before(article, frame, u);
}

/*
 * "Before dinner with Ruiz said": what the preposition joins to a person is
 * neither a person nor a body nor a text, and cannot speak.
 */
static bool
is_occasion(const Article *article, uint32_t preposition, uint32_t first)
{
	const Unit *units = article->outline->units;

	return !unit_is(article, preposition, "of") &&
		!unit_is(article, preposition, "for") &&
		mention_person_at(article, units[first].token) &&
		!unit_tag_in(article, preposition - 1,
					 TAGBIT(TAG_PLURAL) | TAGBIT(TAG_PROPER)) &&
		!unit_has(article, preposition - 1,
				  LEX(ROLE) | LEX(ROLE_PLURAL) | LEX(GROUP_NOUN) |
					  LEX(CUE_NOUN));
}

/* Extends a base phrase to the left over "of", "and", relative clauses. */
static uint32_t
whole_phrase(const Article *article, const Frame *frame, uint32_t first)
{
	for (int steps = 0; steps < 6 && first > frame->start + 1; steps++)
	{
		uint32_t before = first - 1;
		uint32_t base;
		uint32_t relative;

		/* "officials who ordered that change" */
		if (unit_is(article, before, "that") && before > frame->start + 1 &&
			unit_tag_in(article, before - 1, TAGS_VERB))
			before--;
		if (unit_has(article, before, LEX(PREPOSITION)) &&
			joins_phrases(article, before))
		{
			/* "an aide speaking to Reuters", "those who wrote to her" */
			if (unit_tag_in(article, before - 1, TAGS_VERB))
			{
				relative = described_before(article, frame, before - 1);
				if (relative == NONE)
					return first;
				before = relative;
			}
			else if ((!is_nominal(article, before - 1) &&
					  !is_determiner(article, before - 1)) ||
					 is_occasion(article, before, first))
				return first;
		}
		else if (unit_is(article, before, "and") &&
				 is_nominal(article, before - 1) &&
				 !syntax_is_time_word(article,
									  article->outline->units[before - 1]
										  .token))
		{
			base = base_phrase(article, frame, before - 1);
			/* only at the head of a clause: "X and Y said" */
			if (base > before - 1 ||
				(base > frame->start && !unit_is_marked(article, base - 1) &&
				 !unit_is_mark(article, base - 1, ',') &&
				 !unit_has(article, base - 1,
						   LEX(COMPLEMENTIZER) | LEX(SUBORDINATOR) |
							   LEX(CONJUNCTION))))
				return first;
			first = base;
			continue;
		}
		else if (unit_tag_in(article, before, TAGS_VERB) &&
				 (relative = described_before(article, frame, before)) != NONE)
			before = relative;
		else
			return first;
		base = base_phrase(article, frame, before - 1);
		if (base > before - 1)
			return first;
		first = base;
	}
	return first;
}

/* Over times and adverbs to the left of unit u: "on Thursday", "later". */
static uint32_t
skip_times_left(const Article *article, const Frame *frame, uint32_t u)
{
	for (int steps = 0; steps < 8 && u > frame->start + 1; steps++)
	{
		const Unit *unit = &article->outline->units[u - 1];

		const Mention *mention;

		if (unit->marked != NONE)
			break;
		mention = mention_at(article, unit->token);
		if (mention && mention->kind == MENTION_PERSON)
			break; /* "April said" */
		if (unit_kind(article, u - 1) == TOKEN_NUMBER &&
			u >= frame->start + 2 && unit_has(article, u - 2, LEX(MONTH)))
			u--;
		else if (unit_kind(article, u - 1) != TOKEN_WORD)
			break;
		else if (syntax_is_time_word(article, unit->token) ||
				 unit_tag_in(article, u - 1, TAGBIT(TAG_ADV)) ||
				 unit_has(article, u - 1, LEX(ADVERB)))
			u--;
		/* "Ruiz and Byrne both said", "Ruiz himself said" */
		else if (is_nominal(article, u - 2) &&
				 (unit_is(article, u - 1, "both") ||
				  unit_is(article, u - 1, "all") ||
				  unit_is(article, u - 1, "each") ||
				  unit_is(article, u - 1, "himself") ||
				  unit_is(article, u - 1, "herself") ||
				  unit_is(article, u - 1, "themselves")))
			u--;
		else if ((unit_is(article, u - 1, "on") ||
				  unit_is(article, u - 1, "in") ||
				  unit_is(article, u - 1, "last") ||
				  unit_is(article, u - 1, "earlier") ||
				  unit_is(article, u - 1, "this")) &&
				 syntax_is_time_word(article,
									 article->outline->units[u].token))
			u--;
		else
			break;
	}
	return u;
}

/*
 * The words behind a comma, from unit u on, describe what stands before it:
 * ", 34", ", a lawyer", ", who", ", speaking in Cork", ", Ohio".
 */
static bool
opens_aside(const Article *article, const Frame *frame, uint32_t u)
{
	if (unit_is_marked(article, u))
		return false;
	if (unit_has(article, u, LEX(ROLE) | LEX(ROLE_MODIFIER)) &&
		!(article->tokens[article->outline->units[u].token].flags &
		  TOKEN_CAPITAL))
		return true; /* ", spokesman for the port" */
	if (unit_kind(article, u) == TOKEN_NUMBER || unit_is(article, u, "who") ||
		unit_is(article, u, "which") || unit_is(article, u, "whose") ||
		unit_is(article, u, "a") || unit_is(article, u, "an") ||
		unit_is(article, u, "both") || unit_is(article, u, "all") ||
		(unit_is(article, u, "now") && u + 1 < frame->end &&
		 unit_kind(article, u + 1) == TOKEN_NUMBER) ||
		unit_has(article, u, LEX(PREPOSITION) | LEX(STATE_ABBREV)) ||
		unit_tag_in(article, u, TAGBIT(TAG_VBG) | TAGBIT(TAG_VBN)))
		return true;
	/* ", asked about the count, said" */
	if (unit_has(article, u, LEX(CUE_TOLD)) &&
		unit_tag_in(article, u, TAGBIT(TAG_VBD)))
		return true;
	if (unit_has(article, u, LEX(REGION) | LEX(COUNTRY)))
		return unit_is_mark(article, u + 1, ',');
	return unit_is(article, u, "the") && u > frame->start + 1 &&
		unit_tag_in(article, u - 2, TAGBIT(TAG_PROPER));
}

uint32_t
outline_skip_asides(const Article *article, const Frame *frame, uint32_t u)
{
	for (int asides = 0; asides < MOST_ASIDES; asides++)
	{
		uint32_t k = u + 1;

		if (u + 2 >= frame->end || !unit_is_mark(article, u, ',') ||
			!opens_aside(article, frame, u + 1) ||
			unit_has(article, u + 1, LEX(PREPOSITION)) ||
			unit_tag_in(article, u + 1, TAGBIT(TAG_VBG)))
			return u;
		while (k < frame->end && k - u < SUBJECT_REACH &&
			   !unit_is_mark(article, k, ','))
			k++;
		if (k >= frame->end || !unit_is_mark(article, k, ','))
			return u;
		u = k;
	}
	return u;
}

/* The nearest comma before unit k in its clause, or NONE. */
static uint32_t
comma_before(const Article *article, uint32_t k, uint32_t limit)
{
	for (; k > limit; k--)
	{
		if (unit_is_mark(article, k - 1, ','))
			return k - 1;
		if (unit_is_mark(article, k - 1, ';') ||
			unit_kind(article, k - 1) == TOKEN_STOP)
			return NONE;
	}
	return NONE;
}

/*
 * Units [first, end) of an aside are a person's name with at most a title
 * before it: "Ana Ruiz", "engineering professor Ana Ruiz".
 */
static bool
names_someone(const Article *article, uint32_t first, uint32_t end)
{
	const Unit	  *units = article->outline->units;
	const Mention *name = units[end - 1].marked == NONE ?
		mention_person_at(article, units[end - 1].token) :
		NULL;

	if (name == NULL || name->token_end != units[end].token ||
		end - first > TITLED_NAME)
		return false;
	for (uint32_t u = first; u < end && units[u].token < name->token_start;
		 u++)
		if (!unit_tag_in(article, u,
						 TAGBIT(TAG_NOUN) | TAGBIT(TAG_ADJ) |
							 TAGBIT(TAG_PROPER)) &&
			!unit_has(article, u, LEX(CONJUNCTION) | LEX(ROLE_MODIFIER)))
			return false;
	return units[first].token <= name->token_start;
}

/*
 * With a comma right before the verb at u: over the aside it closes, and over
 * further ones ("Ruiz, 34, a lawyer from Cork, said").  Returns the unit
 * behind the subject, or NONE.
 */
static uint32_t
skip_asides_left(const Article *article, const Frame *frame, uint32_t u)
{
	uint32_t limit = u > frame->start + SUBJECT_REACH ? u - SUBJECT_REACH :
														frame->start;
	uint32_t k = u - 1; /* the comma before the verb */
	uint32_t open = comma_before(article, k, limit);

	/* "The head of the board, Ana Ruiz, said": the aside names the speaker */
	if (open != NONE && open + 1 < k && names_someone(article, open + 1, k))
		return k;
	for (int asides = 0; asides < MOST_ASIDES; asides++)
	{
		uint32_t before;

		k = comma_before(article, k, limit);
		if (k == NONE || k == frame->start)
			return NONE;
		before = comma_before(article, k, limit);
		if (before == NONE || !opens_aside(article, frame, before + 1))
			return k;
	}
	return k;
}

static bool
subject_left(const Article *article, const Frame *frame, uint32_t u,
			 bool may_share, uint32_t *first, uint32_t *end);

/* "X met Y and said": the subject of the verb before the conjunction. */
static bool
shared_subject(const Article *article, const Frame *frame, uint32_t u,
			   uint32_t *first, uint32_t *end)
{
	uint32_t limit = u > frame->start + SUBJECT_REACH ? u - SUBJECT_REACH :
														frame->start;
	uint32_t verb = NONE;

	/* an initial subordinate clause ("When asked, ...") has its own subject */
	if (limit == frame->start && unit_has(article, limit, LEX(SUBORDINATOR)))
		for (uint32_t k = u; k > limit; k--)
			if (unit_is_mark(article, k - 1, ','))
				limit = k - 1;
	/* the first finite verb of the main clause */
	for (uint32_t k = u; k > limit; k--)
	{
		if (unit_is_mark(article, k - 1, ';'))
			break;
		if (unit_tag_in(article, k - 1, TAGS_FINITE) &&
			!unit_has(article, k - 1, LEX(COMPLEMENTIZER)))
			verb = k - 1;
	}
	while (verb != NONE && verb < u)
	{
		bool	 negated = false;
		uint32_t group = outline_group(article, frame, verb, &negated);

		if (group > frame->start &&
			subject_left(article, frame, group, false, first, end))
			return true;
		/* a relative clause's verb comes first: try the next */
		for (verb++; verb < u; verb++)
			if (unit_tag_in(article, verb, TAGS_FINITE))
				break;
	}
	return false;
}

/*
 * The subject of the verb at u.  A verb whose subject is shared may not have
 * it from another such verb, or each of many would ask all the others.
 */
static bool
subject_left(const Article *article, const Frame *frame, uint32_t u,
			 bool may_share, uint32_t *first, uint32_t *end)
{
	uint32_t behind = skip_times_left(article, frame, u);
	uint32_t start;

	if (behind <= frame->start)
		return false;
	if (unit_is_mark(article, behind - 1, ','))
	{
		behind = skip_asides_left(article, frame, behind);
		if (behind == NONE || behind <= frame->start)
			return false;
	}
	else if (unit_kind(article, behind - 1) == TOKEN_DASH ||
			 unit_is_mark(article, behind - 1, ')'))
	{
		/* an aside between dashes or brackets */
		char	 open = unit_is_mark(article, behind - 1, ')') ? '(' : 0;
		uint32_t k = behind - 1;

		while (k > frame->start && behind - k < SUBJECT_REACH)
		{
			k--;
			if (open ? unit_is_mark(article, k, open) :
					   unit_kind(article, k) == TOKEN_DASH)
				break;
		}
		if (k == frame->start || behind - k >= SUBJECT_REACH)
			return false;
		behind = k;
		if (unit_is_mark(article, behind - 1, ','))
			behind--;
	}
	/* "Ruiz (D-Cork), a lawyer, said" */
	if (behind < u && unit_is_mark(article, behind - 1, ')'))
		for (uint32_t k = behind - 1; k > frame->start && behind - k < 12; k--)
			if (unit_is_mark(article, k, '('))
			{
				behind = k;
				break;
			}
	if (behind <= frame->start || unit_is_marked(article, behind - 1))
		return false;
	/* "officials who said": the relative pronoun stands for the noun */
	if ((unit_is(article, behind - 1, "who") ||
		 unit_is(article, behind - 1, "which") ||
		 (unit_is(article, behind - 1, "that") && behind == u)) &&
		behind - 1 > frame->start)
	{
		behind--;
		if (unit_is_mark(article, behind - 1, ','))
		{
			uint32_t limit = behind > frame->start + SUBJECT_REACH ?
				behind - SUBJECT_REACH :
				frame->start;
			uint32_t comma = comma_before(article, --behind, limit);

			/* "Dorn, head of the patrol, who said" */
			if (comma != NONE && comma > frame->start &&
				opens_aside(article, frame, comma + 1))
				behind = comma;
		}
		if (behind <= frame->start)
			return false;
	}
	if (unit_has(article, behind - 1, LEX(CONJUNCTION)) &&
		unit_kind(article, behind - 1) == TOKEN_WORD)
		return may_share &&
			shared_subject(article, frame, behind - 1, first, end);
	start = base_phrase(article, frame, behind - 1);
	if (start > behind - 1 || !can_be_subject(article, start, behind - 1))
		return false;
	start = whole_phrase(article, frame, start);
	/* "The head of the board, Ana Ruiz, said": from "The" on */
	if (behind + 1 == u && start > frame->start + 1 &&
		unit_is_mark(article, behind, ',') &&
		unit_is_mark(article, start - 1, ','))
	{
		uint32_t described = base_phrase(article, frame, start - 2);

		if (described <= start - 2 &&
			can_be_subject(article, described, start - 2))
			start = whole_phrase(article, frame, described);
	}
	*first = start;
	*end = behind;
	return true;
}

bool
outline_subject_left(const Article *article, const Frame *frame, uint32_t u,
					 uint32_t *first, uint32_t *end)
{
	Found *found = &article->outline->subjects[u];

	if (found->end == 0)
	{
		uint32_t from = 0;
		uint32_t to = 0;
		bool	 any = subject_left(article, frame, u, true, &from, &to);

		found_keep(found, any, from, to);
	}
	return found_take(found, first, end);
}

bool
outline_phrase_right(const Article *article, const Frame *frame, uint32_t u,
					 uint32_t *first, uint32_t *end)
{
	const Unit *units = article->outline->units;
	uint32_t	k = u;
	bool		noun = false;

	*first = u;
	/* "Ruiz, the mayor, said Sunday" */
	if (u < frame->end && !unit_is_marked(article, u) &&
		syntax_is_time_word(article, units[u].token) &&
		mention_person_at(article, units[u].token) == NULL)
		return false;
	while (k < frame->end && k - u < PHRASE_REACH)
	{
		if (units[k].marked != NONE)
			break;
		if (unit_has(article, k, SUBJECT_PRONOUNS | LEX(PRON_OTHER)) &&
			!noun && !is_nominal(article, k) &&
			!(unit_has(article, k, LEX(POSSESSIVE)) && k + 1 < frame->end &&
			  is_nominal(article, k + 1)))
		{
			k++;
			noun = true;
			break;
		}
		if (unit_kind(article, k) == TOKEN_WORD && noun &&
			syntax_is_time_word(article, units[k].token))
			break;
		if (is_nominal(article, k))
		{
			/* "said the 46-year-old" */
			noun |= unit_kind(article, k) != TOKEN_NUMBER ||
				(article->tokens[units[k].token].flags & TOKEN_HAS_HYPHEN);
			k++;
		}
		else if (is_determiner(article, k) ||
				 unit_has(article, k, LEX(ROLE_MODIFIER)) ||
				 (!noun &&
				  unit_tag_in(article, k, TAGBIT(TAG_VBN) | TAGBIT(TAG_ADV))))
			k++;
		else if (noun && k + 1 < frame->end &&
				 (unit_is(article, k, "of") || unit_is(article, k, "for") ||
				  unit_is(article, k, "at") || unit_is(article, k, "from") ||
				  unit_is(article, k, "with") || unit_is(article, k, "by")) &&
				 (is_nominal(article, k + 1) ||
				  is_determiner(article, k + 1)) &&
				 !syntax_is_time_word(article, units[k + 1].token))
			k++;
		else if (noun && unit_is(article, k, "and") && k + 1 < frame->end &&
				 unit_tag_in(article, k + 1, TAGBIT(TAG_PROPER)))
			k++;
		else
			break;
	}
	while (k > u &&
		   (is_determiner(article, k - 1) ||
			unit_has(article, k - 1, LEX(PREPOSITION))) &&
		   !is_nominal(article, k - 1) && k - 1 > u)
		k--;
	*end = k;
	return noun;
}
