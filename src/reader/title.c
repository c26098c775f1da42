/*
 * title.c
 *		Titles and roles beside a name: "special envoy Ana Ruiz", "Rui Sá, 51,
 *		a former captain, ...", "Ana Ruiz, the mayor of Vila, ...".
 */
#include "mention.h"

#include <string.h>

/* Titles before names, and roles wherever they stand. */
#define ROLES (LEX(ROLE) | LEX(TITLE))
/* How far a title reaches before and behind a name, in words. */
#define LONGEST_TITLE		 10
#define LONGEST_APPOSITION	 24
#define LONGEST_TITLE_PHRASE 4

static bool
same_place(const Article *article, uint32_t i)
{
	return !(article->tokens[i].flags & TOKEN_SENTENCE_START);
}

/* "Mr.", "Mrs.": say nothing of what somebody does; "Dr." and "Sir" do. */
static bool
is_courtesy(const Article *article, uint32_t i)
{
	static const char *const words[] = { "mr",	 "mr.",		"mrs",
										 "mrs.", "ms",		"ms.",
										 "miss", "messrs.", "mx" };

	if (!token_has(article, i, LEX(HONORIFIC)))
		return false;
	for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++)
		if (token_is(article, i, words[k]))
			return true;
	return false;
}

/* A word that can stand before a role: "senior", "U.S.", "tugboat". */
static bool
may_modify(const Article *article, uint32_t i)
{
	LexClasses classes = token_classes(article, i);

	if (article->tokens[i].kind != TOKEN_WORD)
		return false;
	/* "negotiators" begins a new phrase, "opposition" does not */
	if ((classes & LEX(ROLE_PLURAL)) && article->tags[i] == TAG_PLURAL)
		return false;
	/* no sentence begins with its verb: "State minister Ana Ruiz" */
	if ((classes & LEX(CUE_SPEECH)) &&
		(TAGBIT(article->tags[i]) & TAGS_FINITE))
		return !same_place(article, i);
	if (classes &
		(LEX(DETERMINER) | LEX(POSSESSIVE) | LEX(PREPOSITION) |
		 LEX(CONJUNCTION) | LEX(SUBORDINATOR) | LEX(AUXILIARY) | LEX(MODAL) |
		 LEX(WEEKDAY) | LEX(MONTH)))
		return false;
	if (classes & (LEX(ROLE_MODIFIER) | LEX(DEMONYM) | ROLES))
		return true;
	return (TAGBIT(article->tags[i]) &
			(TAGBIT(TAG_NOUN) | TAGBIT(TAG_ADJ) | TAGBIT(TAG_PROPER) |
			 TAGBIT(TAG_VBN))) != 0;
}

/*
 * The first token of the phrase of modifiers that ends before token i.  Names
 * are taken whole; a person's name is no modifier.
 */
static uint32_t
modifiers_start(const Article *article, uint32_t i)
{
	uint32_t start = i;
	uint32_t m = mention_from(article, i);

	while (start > 0 && i - start < LONGEST_TITLE &&
		   same_place(article, start))
	{
		while (m > 0 && article->mentions[m - 1].token_end > start)
			m--;
		if (m > 0 && article->mentions[m - 1].token_end == start)
		{
			const Mention *mention = &article->mentions[m - 1];

			if (mention->kind != MENTION_ORG &&
				mention->kind != MENTION_PLACE &&
				mention->kind != MENTION_GROUP)
				break;
			start = mention->token_start;
		}
		else if (may_modify(article, start - 1))
		{
			/* nothing of the same phrase stands before "former" */
			if (token_is(article, --start, "former"))
				break;
		}
		else
			break;
	}
	return start;
}

static bool
ends_with_man(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];

	return token->end - token->start > 3 &&
		memcmp(article->text + token->end - 3, "man", 3) == 0;
}

/* "his", "the mayor's" ends before token i. */
static bool
is_behind_owner(const Article *article, uint32_t i)
{
	return i > 0 && same_place(article, i) &&
		(token_has(article, i - 1, LEX(POSSESSIVE)) ||
		 article->tokens[i - 1].kind == TOKEN_POSSESSIVE);
}

static bool
is_kin_noun(const Article *article, uint32_t i)
{
	return token_has(article, i, LEX(MALE_NOUN) | LEX(FEMALE_NOUN)) &&
		!token_has(article, i, LEX(HONORIFIC)) && !ends_with_man(article, i);
}

/*
 * "his son", "the mayor's brother": whose role it is stays outside, so that
 * it says nothing.  "Its spokesman" is of male gender but no kin.
 */
static bool
is_kinship(const Article *article, uint32_t start, uint32_t role)
{
	return is_behind_owner(article, start) && is_kin_noun(article, role);
}

bool
title_is_kin(const Article *article, uint32_t m)
{
	const Mention *mention = &article->mentions[m];
	uint32_t	   i = mention->token_start;
	uint32_t	   behind = mention->token_end;

	if (mention->title.start < mention->title.end &&
		mention->title.start < mention->span.start)
		i = token_at(article, mention->title.start);
	/* "his wife, Ana Ruiz" */
	if (i > 0 && token_is_mark(article, i - 1, ','))
		i--;
	if (i > 1 && is_kin_noun(article, i - 1) &&
		(is_behind_owner(article, i - 1) || is_behind_owner(article, i - 2)))
		return true;
	return behind + 2 < article->n_tokens &&
		token_is_mark(article, behind, ',') &&
		token_has(article, behind + 1, LEX(POSSESSIVE)) &&
		is_kin_noun(article, behind + 2);
}

/*
 * The first token of the title that ends before token end, end for none:
 * a word, or a phrase of the lexicon ("Secretary of State").
 */
static uint32_t
title_start(const Article *article, uint32_t end)
{
	for (uint32_t words = LONGEST_TITLE_PHRASE; words > 1; words--)
	{
		uint32_t		found;
		const LexEntry *entry;

		if (end < words ||
			token_entry(article, end - words)->phrase_words < words)
			continue;
		entry = token_phrase(article, end - words, end, ROLES, &found);
		if (entry && found == words)
			return end - words;
	}
	return end > 0 && article->tokens[end - 1].kind == TOKEN_WORD &&
			token_has(article, end - 1, ROLES) ?
		end - 1 :
		end;
}

bool
title_covers(const Article *article, uint32_t first, uint32_t end)
{
	for (uint32_t back = 1; back < LONGEST_TITLE_PHRASE && back <= first;
		 back++)
	{
		uint32_t words;

		if (token_entry(article, first - back)->phrase_words > back &&
			token_phrase(article, first - back, article->n_tokens, LEX(TITLE),
						 &words) &&
			first - back + words >= end)
			return true;
	}
	return false;
}

/* A noun or name that can end the complement of a role before a name. */
static bool
ends_complement(const Article *article, uint32_t i)
{
	return article->tokens[i].kind == TOKEN_WORD &&
		!token_has(article, i,
				   ROLES | LEX(GROUP) | LEX(DEMONYM) | LEX(DETERMINER) |
					   LEX(POSSESSIVE) | LEX(PREPOSITION) | LEX(ADVERB) |
					   LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE)) &&
		(TAGBIT(article->tags[i]) &
		 (TAGBIT(TAG_NOUN) | TAGBIT(TAG_PLURAL) | TAGBIT(TAG_PROPER)));
}

/* What the name is the subject of is none of the title. */
static bool
begins_other_clause(const Article *article, uint32_t i)
{
	return i < article->n_tokens && same_place(article, i) &&
		(TAGBIT(article->tags[i]) & TAGS_FINITE) &&
		!token_has(article, i, LEX(CUE_SPEECH));
}

/*
 * "President of Vila Ana Ruiz", "the speaker of the parliament Ana Ruiz": the
 * end of the role whose complement ends before the name, or NONE.  Of "the
 * lawyer of the mayor of Vila" it is nearest.
 */
static uint32_t
role_with_complement(const Article *article, uint32_t m)
{
	const Mention *name = &article->mentions[m];
	uint32_t	   i = name->token_start;
	bool		   written_small;

	if (i < 3 || !ends_complement(article, i - 1))
		return NONE;
	written_small = !(article->tokens[i - 1].flags & TOKEN_CAPITAL);
	if (written_small && begins_other_clause(article, name->token_end))
		return NONE;
	for (uint32_t k = i - 1; k > 0 && i - k < LONGEST_TITLE; k--)
	{
		LexClasses classes = token_classes(article, k);

		if (!same_place(article, k) || article->tokens[k].kind != TOKEN_WORD ||
			(classes &
			 (LEX(COMPLEMENTIZER) | LEX(AUXILIARY) | LEX(MODAL) |
			  LEX(SUBORDINATOR) | LEX(POSSESSIVE))) ||
			((TAGBIT(article->tags[k]) & TAGS_FINITE) &&
			 !(article->tokens[k].flags & TOKEN_CAPITAL)))
			return NONE;
		if (!(classes & LEX(PREPOSITION)))
			continue;
		if (article->tokens[k - 1].kind != TOKEN_WORD ||
			token_has(article, k - 1, LEX(ROLE_PLURAL)))
			return NONE;
		if (token_has(article, k - 1, ROLES))
			return k;
	}
	return NONE;
}

/* The title right before the name. */
static TextSpan
title_before(const Article *article, uint32_t m)
{
	uint32_t end = article->mentions[m].token_start;
	uint32_t start;
	uint32_t role;
	TextSpan none = { 0, 0 };

	if (end > 0 && same_place(article, end) && is_courtesy(article, end - 1))
		end--;
	if (end == 0 || !same_place(article, end))
		return none;
	start = title_start(article, end);
	if (start == end)
	{
		role = role_with_complement(article, m);
		if (role == NONE)
			return none;
		start = title_start(article, role);
	}
	if (start == end)
		return none;
	start = modifiers_start(article, start);
	if (is_kinship(article, start, end - 1))
		return none;
	return token_span(article, start, end);
}

/* The end of the noun phrase of a role that begins at i, i for none. */
static uint32_t
role_phrase_end(const Article *article, uint32_t *start, uint32_t end)
{
	uint32_t role = NONE;
	uint32_t i = *start;

	for (uint32_t k = i; k < end && k < i + LONGEST_TITLE; k++)
	{
		if (k > i && !same_place(article, k))
			break;
		if (article->tokens[k].kind == TOKEN_POSSESSIVE)
		{
			/* "the institute's head": the head alone */
			*start = k + 1;
			role = NONE;
		}
		else if (token_has(article, k, ROLES))
			role = k;
		else if (!may_modify(article, k))
			break;
	}
	return role == NONE ? *start : role + 1;
}

/* True when a further role begins behind the conjunction k. */
static bool
joins_roles(const Article *article, uint32_t k, uint32_t end)
{
	return k + 1 < end &&
		(token_has(article, k + 1, ROLES | LEX(DETERMINER)) ||
		 (k + 2 < end && token_is(article, k + 2, "of")));
}

/* True when a name of this kind begins at token k. */
static bool
begins_name(const Article *article, uint32_t k, MentionKind kind)
{
	uint32_t m = mention_from(article, k);

	return m < article->n_mentions && article->mentions[m].kind == kind &&
		article->mentions[m].token_start == k;
}

/* The name of somebody else, neither "of Ana Ruiz" nor "of Mr. Ruiz". */
static bool
begins_person(const Article *article, uint32_t k)
{
	return begins_name(article, k, MENTION_PERSON) &&
		!token_has(article, k - 1, LEX(PREPOSITION) | ROLES);
}

/* The end of the last noun or name from token i on, i for none. */
static uint32_t
nominal_end(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t last = i;

	for (uint32_t k = i; k < end && same_place(article, k); k++)
	{
		LexClasses classes = token_classes(article, k);
		uint8_t	   kind = article->tokens[k].kind;

		if (kind == TOKEN_POSSESSIVE || kind == TOKEN_SINGLE_MARK ||
			token_is(article, k, "of") || token_is(article, k, "for") ||
			token_is(article, k, "the"))
			continue;
		/* "of staff and a friend", "and keeper of" */
		if ((classes & LEX(CONJUNCTION)) && !joins_roles(article, k, end))
			continue;
		if (kind != TOKEN_WORD ||
			(classes &
			 (LEX(PREPOSITION) | LEX(AUXILIARY) | LEX(MODAL) |
			  LEX(COMPLEMENTIZER) | LEX(SUBORDINATOR) | LEX(CONJUNCTION) |
			  LEX(POSSESSIVE))) ||
			((TAGBIT(article->tags[k]) &
			  (TAGS_FINITE | (k > i ? TAGBIT(TAG_VBG) : 0))) &&
			 !(article->tokens[k].flags & TOKEN_CAPITAL)) ||
			begins_person(article, k))
			break;
		last = k + 1;
	}
	return last;
}

/* Over "of the Crane Operators' Union": the end of the last name or noun. */
static uint32_t
complement_end(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t last;

	if (i >= end ||
		!(token_is(article, i, "of") || token_is(article, i, "for") ||
		  token_is(article, i, "at")))
		return i;
	last = nominal_end(article, i + 1, end);
	return last > i + 1 ? last : i;
}

/*
 * Over ", 51" and ", of Vila" and the comma that follows: where a further
 * apposition can begin.
 */
static uint32_t
skip_age_and_place(const Article *article, uint32_t i, uint32_t end)
{
	if (i + 2 < end && token_is_mark(article, i, ',') &&
		article->tokens[i + 1].kind == TOKEN_NUMBER &&
		token_is_mark(article, i + 2, ','))
		i += 2;
	if (i + 3 < end && token_is_mark(article, i, ',') &&
		(token_is(article, i + 1, "of") || token_is(article, i + 1, "from")))
		for (uint32_t k = i + 2; k < end && k < i + 6; k++)
			if (token_is_mark(article, k, ','))
				return k;
	return i;
}

static bool
is_one_of(const Article *article, uint32_t i, const char *const *words,
		  size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (token_is(article, i, words[k]))
			return true;
	return false;
}

/* ", who leads the ministry": what somebody does instead of a role. */
static TextSpan
office_in_clause(const Article *article, uint32_t i, uint32_t end)
{
	static const char *const verbs[] = {
		"leads",   "led",	  "heads",	  "headed",	  "chairs",	  "chaired",
		"runs",	   "directs", "directed", "oversees", "commands", "commanded",
		"coaches", "coached", "manages",  "managed",  "edits",	  "edited"
	};
	uint32_t last;
	TextSpan none = { 0, 0 };

	/* "who also leads", "who has led" */
	while (i + 2 < end && token_has(article, i, LEX(ADVERB) | LEX(AUXILIARY)))
		i++;
	if (i + 2 >= end ||
		!is_one_of(article, i, verbs, sizeof(verbs) / sizeof(verbs[0])) ||
		!(token_has(article, i + 1, LEX(DETERMINER)) ||
		  begins_name(article, i + 1, MENTION_ORG)))
		return none;
	last = nominal_end(article, i + 2, end);
	if (last == i + 2 && !begins_name(article, i + 1, MENTION_ORG))
		return none;
	return token_span(article, i, last);
}

/* ", who was named by Mr. Sá as an adviser": the role behind "as". */
static TextSpan
title_in_clause(const Article *article, uint32_t i, uint32_t end)
{
	TextSpan none = { 0, 0 };

	for (uint32_t k = i; k + 1 < end && same_place(article, k); k++)
	{
		uint32_t role = k + 2;
		uint32_t stop;

		if (article->tokens[k].kind != TOKEN_WORD &&
			article->tokens[k].kind != TOKEN_NUMBER)
			break;
		if (!(token_is(article, k, "as") ||
			  (k == i && token_has(article, k, LEX(AUXILIARY)))) ||
			!token_has(article, k + 1, LEX(DETERMINER)))
			continue;
		stop = role_phrase_end(article, &role, end);
		return stop > role ? token_span(article, role, stop) : none;
	}
	return office_in_clause(article, i, end);
}

/* "named Ana Ruiz as its chief executive": the role behind "as". */
static TextSpan
title_given(const Article *article, uint32_t m, uint32_t end)
{
	static const char *const verbs[] = { "named",	  "names",	  "appointed",
										 "appoints",  "elected",  "nominated",
										 "nominates", "replaced", "replaces",
										 "succeeded", "succeeds", "replacing",
										 "succeeding" };
	const Mention			*mention = &article->mentions[m];
	uint32_t				 i = mention->token_end + 1;
	uint32_t				 before = mention->token_start;
	uint32_t				 stop;
	TextSpan				 none = { 0, 0 };

	if (mention->title.start < mention->title.end)
		before = token_at(article, mention->title.start);
	if (before == 0 || i >= end || !token_is(article, i - 1, "as") ||
		!is_one_of(article, before - 1, verbs,
				   sizeof(verbs) / sizeof(verbs[0])))
		return none;
	if (token_has(article, i, LEX(DETERMINER) | LEX(POSSESSIVE)))
		i++;
	stop = role_phrase_end(article, &i, end);
	if (stop == i)
		return none;
	if (complement_end(article, stop, end) > stop)
		stop = complement_end(article, stop, end);
	return token_span(article, i, stop);
}

/*
 * True when an apposition that ends before token k is closed: what stands
 * there does not go on with its clause.
 */
static bool
is_closed(const Article *article, uint32_t k, uint32_t end)
{
	return k >= end || article->tokens[k].kind != TOKEN_WORD ||
		token_has(article, k,
				  LEX(COMPLEMENTIZER) | LEX(PREPOSITION) | LEX(CUE_SPEECH) |
					  LEX(CONJUNCTION));
}

/* "a lawyer and partner at Sá": the roles from token i on. */
static uint32_t
roles_in_apposition(const Article *article, uint32_t i, uint32_t end,
					TextSpan titles[TITLES_BEHIND])
{
	uint32_t n = 0;

	for (uint32_t turn = 0; turn < TITLES_BEHIND; turn++)
	{
		uint32_t k;

		if (i < end &&
			token_has(article, i, LEX(DETERMINER) | LEX(POSSESSIVE)))
			i++;
		k = role_phrase_end(article, &i, end);
		if (k == i)
			break;
		if (complement_end(article, k, end) > k)
			k = complement_end(article, k, end);
		if (!is_closed(article, k, end))
			break;
		if (!is_kinship(article, i, k - 1))
			titles[n++] = token_span(article, i, k);
		if (k >= end || !token_is(article, k, "and"))
			break;
		i = k + 1;
	}
	return n;
}

uint32_t
title_behind(const Article *article, uint32_t m,
			 TextSpan titles[TITLES_BEHIND])
{
	const Mention	*mention = &article->mentions[m];
	const Paragraph *paragraph = &article->paragraphs[mention->paragraph];
	uint32_t		 end = paragraph->token_end;
	uint32_t		 i = mention->token_end;

	if (mention->kind != MENTION_PERSON || paragraph->kind == PARAGRAPH_BYLINE)
		return 0;
	if (end > i + LONGEST_APPOSITION)
		end = i + LONGEST_APPOSITION;
	titles[0] = title_given(article, m, end);
	if (titles[0].start < titles[0].end)
		return 1;
	i = skip_age_and_place(article, i, end);
	if (i + 1 >= end || !token_is_mark(article, i, ',') ||
		!same_place(article, i + 1))
		return 0;
	i++;
	if (!token_is(article, i, "who"))
		return roles_in_apposition(article, i, end, titles);
	titles[0] = title_in_clause(article, i + 1, end);
	return titles[0].start < titles[0].end;
}

/*
 * "Its captain, Rui Sá, ...", "the head of the port, Ana Ruiz, ...": the
 * role that the name is an apposition of.
 */
TextSpan
title_apposed(const Article *article, uint32_t m)
{
	const Mention *mention = &article->mentions[m];
	TextSpan	   before = title_before(article, m);
	uint32_t	   name = before.start < before.end ?
			  token_at(article, before.start) :
			  mention->token_start;
	uint32_t	   first = article->paragraphs[mention->paragraph].token_start;
	uint32_t	   end;
	TextSpan	   none = { 0, 0 };

	if (name < first + 2 || !same_place(article, name) ||
		!token_is_mark(article, name - 1, ',') ||
		mention->token_end >= article->n_tokens ||
		!token_is_mark(article, mention->token_end, ','))
		return none;
	if (first + LONGEST_TITLE + 1 < name)
		first = name - LONGEST_TITLE - 1;
	/* back to what makes the phrase definite */
	for (uint32_t k = name - 1; k-- > first;)
	{
		uint32_t start = k + 1;

		if (article->tokens[k].kind != TOKEN_WORD &&
			article->tokens[k].kind != TOKEN_POSSESSIVE)
			break;
		if (!token_has(article, k, LEX(POSSESSIVE)) &&
			!token_is(article, k, "the") &&
			article->tokens[k].kind != TOKEN_POSSESSIVE)
			continue;
		end = role_phrase_end(article, &start, name - 1);
		if (end == start)
			continue;
		if (end < name - 1)
			end = complement_end(article, end, name - 1);
		return end == name - 1 && !is_kinship(article, start, end - 1) ?
			token_span(article, start, end) :
			none;
	}
	return none;
}

TextSpan
title_beside(const Article *article, uint32_t m)
{
	TextSpan	  title = { 0, 0 };
	TextSpan	  behind[TITLES_BEHIND];
	ParagraphKind around = article->paragraphs[article->mentions[m].paragraph]
							   .kind;

	/* in a byline, what its author is has nothing to do with the news */
	if (article->mentions[m].kind != MENTION_PERSON ||
		around == PARAGRAPH_BYLINE || around == PARAGRAPH_CONTRIBUTORS)
		return title;
	title = title_before(article, m);
	if (title.start == title.end)
		title = title_apposed(article, m);
	if (title.start == title.end && title_behind(article, m, behind) > 0)
		title = behind[0];
	return title;
}
