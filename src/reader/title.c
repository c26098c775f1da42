/*
 * title.c
 *		Titles and roles beside a name: "special envoy Ana Ruiz", "Rui Sá, 51,
 *		a former captain, ...", "Ana Ruiz, the mayor of Vila, ...".
 */
#include "mention.h"

#define ROLES (LEX(ROLE) | LEX(TITLE))
/* How far a title reaches before and behind a name, in words. */
#define LONGEST_TITLE	   10
#define LONGEST_APPOSITION 24

static bool
same_place(const Article *article, uint32_t i)
{
	return !(article->tokens[i].flags &
			 (TOKEN_LINE_START | TOKEN_SENTENCE_START));
}

/* "Mr.", "Mrs.", "Dr.": say nothing of what somebody does. */
static bool
is_honorific(const Article *article, uint32_t i)
{
	return token_has(article, i, LEX(HONORIFIC));
}

/* The mention that ends where token i ends, NONE if there is none. */
static uint32_t
mention_ending(const Article *article, uint32_t i, uint32_t before)
{
	if (before == 0)
		return NONE;
	return article->mentions[before - 1].token_end == i + 1 ? before - 1 :
															  NONE;
}

/* A word that can stand before a role: "senior", "U.S.", "tugboat". */
static bool
may_modify(const Article *article, uint32_t i)
{
	LexClasses classes = token_classes(article, i);

	if (article->tokens[i].kind != TOKEN_WORD)
		return false;
	if (classes &
		(LEX(DETERMINER) | LEX(POSSESSIVE) | LEX(PREPOSITION) |
		 LEX(CONJUNCTION) | LEX(SUBORDINATOR) | LEX(ROLE_PLURAL) |
		 LEX(AUXILIARY) | LEX(MODAL) | LEX(WEEKDAY) | LEX(MONTH)))
		return false;
	if (classes & (LEX(ROLE_MODIFIER) | LEX(DEMONYM) | ROLES))
		return true;
	return (TAGBIT(article->tags[i]) &
			(TAGBIT(TAG_NOUN) | TAGBIT(TAG_ADJ) | TAGBIT(TAG_PROPER))) != 0;
}

/*
 * The first token of the phrase of modifiers that ends before token i.  Names
 * are taken whole; a person's name is no modifier.
 */
static uint32_t
modifiers_start(const Article *article, uint32_t i, uint32_t m)
{
	uint32_t start = i;

	while (start > 0 && i - start < LONGEST_TITLE &&
		   same_place(article, start))
	{
		uint32_t name;

		while (m > 0 && article->mentions[m - 1].token_end > start)
			m--;
		name = mention_ending(article, start - 1, m);
		if (name != NONE)
		{
			const Mention *mention = &article->mentions[name];

			if (mention->kind != MENTION_ORG &&
				mention->kind != MENTION_PLACE &&
				mention->kind != MENTION_GROUP)
				break;
			start = mention->token_start;
			m = name;
		}
		else if (may_modify(article, start - 1))
			start--;
		else
			break;
	}
	return start;
}

/* The title right before the name at [start, ...). */
static TextSpan
title_before(const Article *article, uint32_t m)
{
	uint32_t name = article->mentions[m].token_start;
	uint32_t start;
	uint32_t end = name;
	TextSpan none = { 0, 0 };

	while (end > 0 && same_place(article, end) &&
		   is_honorific(article, end - 1))
		end--;
	if (end == 0 || !same_place(article, end) ||
		article->tokens[end - 1].kind != TOKEN_WORD ||
		!token_has(article, end - 1, ROLES))
		return none;
	start = modifiers_start(article, end - 1, m);
	if (start > 0 && token_has(article, start - 1, LEX(POSSESSIVE)) &&
		token_has(article, end - 1, LEX(MALE_NOUN) | LEX(FEMALE_NOUN)) &&
		same_place(article, start))
		return none;
	return token_span(article, start, end);
}

/* The end of the noun phrase of a role that begins at i, i for none. */
static uint32_t
role_phrase_end(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t role = NONE;
	uint32_t k = i;

	for (; k < end && k < i + LONGEST_TITLE && same_place(article, k); k++)
	{
		if (article->tokens[k].kind == TOKEN_POSSESSIVE)
			continue;
		if (token_has(article, k, ROLES))
			role = k;
		else if (!may_modify(article, k))
			break;
	}
	return role == NONE ? i : role + 1;
}

/* Over "of the Crane Operators' Union": the end of the last name or noun. */
static uint32_t
complement_end(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t last = i;

	if (!(token_is(article, i, "of") || token_is(article, i, "for") ||
		  token_is(article, i, "at")))
		return i;
	for (uint32_t k = i + 1; k < end && same_place(article, k); k++)
	{
		LexClasses classes = token_classes(article, k);
		uint8_t	   kind = article->tokens[k].kind;

		if (kind == TOKEN_POSSESSIVE || kind == TOKEN_SINGLE_MARK ||
			(classes & (LEX(DETERMINER) | LEX(CONJUNCTION))) ||
			token_is(article, k, "of") || token_is(article, k, "for"))
			continue;
		if (kind != TOKEN_WORD ||
			(classes &
			 (LEX(PREPOSITION) | LEX(AUXILIARY) | LEX(MODAL) |
			  LEX(COMPLEMENTIZER) | LEX(SUBORDINATOR) | LEX(POSSESSIVE))) ||
			((TAGBIT(article->tags[k]) & TAGS_FINITE) &&
			 !(article->tokens[k].flags & TOKEN_CAPITAL)))
			break;
		last = k + 1;
	}
	return last;
}

/* ", the mayor of Vila,", ", 51, a former captain,", ", chief of staff." */
static TextSpan
title_behind(const Article *article, uint32_t m)
{
	const Mention	*mention = &article->mentions[m];
	const Paragraph *paragraph = &article->paragraphs[mention->paragraph];
	uint32_t		 i = mention->token_end;
	uint32_t		 end = paragraph->token_end;
	uint32_t		 k;
	TextSpan		 none = { 0, 0 };

	if (end > i + LONGEST_APPOSITION)
		end = i + LONGEST_APPOSITION;
	if (i + 1 >= end || !token_is_mark(article, i, ','))
		return none;
	i++;
	if (article->tokens[i].kind == TOKEN_NUMBER && i + 2 < end &&
		token_is_mark(article, i + 1, ','))
		i += 2;
	if (token_has(article, i, LEX(DETERMINER)))
		i++;
	if (i >= end)
		return none;
	k = role_phrase_end(article, i, end);
	if (k == i)
		return none;
	if (k < end)
	{
		uint32_t further = complement_end(article, k, end);

		if (further > k)
			k = further;
	}
	/* an apposition is closed; otherwise it begins the next clause */
	if (k < end && article->tokens[k].kind == TOKEN_WORD &&
		!token_has(article, k,
				   LEX(COMPLEMENTIZER) | LEX(PREPOSITION) | LEX(CUE_SPEECH)))
		return none;
	return token_span(article, i, k);
}

TextSpan
title_beside(const Article *article, uint32_t m)
{
	TextSpan title = { 0, 0 };

	if (article->mentions[m].kind != MENTION_PERSON)
		return title;
	title = title_before(article, m);
	if (title.start == title.end)
		title = title_behind(article, m);
	return title;
}
