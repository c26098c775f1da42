/*
 * pronoun.c
 *		Whom a pronoun means, and which name heads a noun phrase.
 */
#include "entity.h"

#include "reader.h"
#include "syntax.h"

/* How far back a pronoun looks. */
#define MOST_MENTIONS	300
#define MOST_PARAGRAPHS 6

static Gender
gender_of_pronoun(const Article *article, uint32_t token)
{
	LexClasses classes = token_classes(article, token);

	if ((classes & LEX(PRON_SUBJ_M)) || token_is(article, token, "him") ||
		token_is(article, token, "his") || token_is(article, token, "himself"))
		return GENDER_MALE;
	if ((classes & LEX(PRON_SUBJ_F)) || token_is(article, token, "her") ||
		token_is(article, token, "hers") ||
		token_is(article, token, "herself"))
		return GENDER_FEMALE;
	return GENDER_NEUTRAL;
}

/* True when the token stands between quotation marks. */
static bool
is_marked(const Article *article, uint32_t token)
{
	uint32_t low = 0;
	uint32_t high = article->n_marked;

	while (low < high)
	{
		uint32_t middle = low + (high - low) / 2;

		if (article->marked[middle].token_end <= token)
			low = middle + 1;
		else
			high = middle;
	}
	return low < article->n_marked &&
		article->marked[low].token_start <= token &&
		article->marked[low].look == LOOK_PLAIN;
}

/*
 * How well a mention stands out in its sentence: a subject before its verb
 * most, a name behind a preposition or a possessive least.
 */
static int
prominence(const Article *article, uint32_t m)
{
	const Mention *mention = &article->mentions[m];
	uint32_t	   behind = mention->token_end;
	uint32_t	   sentence = mention->sentence;

	if (behind < article->n_tokens &&
		article->tokens[behind].kind == TOKEN_POSSESSIVE)
		return 1;
	if (mention->token_start > 0 &&
		token_has(article, mention->token_start - 1, LEX(PREPOSITION)))
		return 1;
	if (m == 0 || article->mentions[m - 1].sentence != sentence)
		return 3;
	if (behind < article->n_tokens &&
		(syntax_tag_in(article, behind, TAGS_FINITE) ||
		 syntax_is_verb_helper(article, behind)))
		return 3;
	return 2;
}

/* True when a pronoun of this gender may mean the mention. */
static bool
may_mean(const Article *article, const Mention *mention, Gender gender)
{
	const Entity *entity;

	if (mention->entity == NONE || mention->sentence == NONE)
		return false;
	entity = &article->entities[mention->entity];
	if (gender == GENDER_NEUTRAL)
		return entity->kind == MENTION_ORG || entity->kind == MENTION_GROUP;
	return entity->kind == MENTION_PERSON && entity_may_be(entity, gender);
}

uint32_t
entity_of_pronoun(const Article *article, uint32_t token)
{
	Gender	 gender = gender_of_pronoun(article, token);
	uint32_t m = mention_from(article, token);
	uint32_t steps = 0;
	uint32_t best = NONE;
	uint32_t sentence = NONE;
	int		 best_prominence = 0;
	bool	 tie = false;
	uint32_t paragraph = NONE;

	while (m > 0 && steps++ < MOST_MENTIONS)
	{
		const Mention *mention = &article->mentions[--m];
		int			   stands_out;

		if (mention->token_end > token)
			continue;
		if (paragraph == NONE)
			paragraph = mention->paragraph;
		if (mention->paragraph + MOST_PARAGRAPHS < paragraph ||
			(best != NONE && mention->sentence != sentence))
			break;
		if (!may_mean(article, mention, gender) ||
			is_marked(article, mention->token_start))
			continue;
		stands_out = 2 * prominence(article, m);
		/* "they" are people more often than a body, unless it is the subject
		 */
		if (gender == GENDER_NEUTRAL && stands_out < 6)
			continue;
		sentence = mention->sentence;
		if (article->entities[mention->entity].gender == gender)
			stands_out++;
		if (stands_out > best_prominence)
		{
			best = mention->entity;
			best_prominence = stands_out;
			tie = false;
		}
		else if (stands_out == best_prominence && mention->entity != best)
			tie = true;
	}
	return tie ? NONE : best;
}

/* ---------------------------------------------------------- noun phrases */

/* True when something between a name and what is before it rules it out. */
static bool
is_governed(const Article *article, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
	{
		if (token_has(article, i, LEX(PREPOSITION)) ||
			token_has(article, i, LEX(COMPLEMENTIZER)) ||
			(syntax_tag_in(article, i, TAGS_FINITE) &&
			 !(article->tokens[i].flags & TOKEN_CAPITAL)))
			return true;
	}
	return false;
}

/* True when the name is the last of its words: no noun behind it. */
static bool
is_head(const Article *article, const Mention *mention, uint32_t end)
{
	uint32_t i = mention->token_end;

	if (i >= end)
		return true;
	if (article->tokens[i].kind == TOKEN_POSSESSIVE)
		return false;
	if (article->tokens[i].kind == TOKEN_SINGLE_MARK &&
		!(article->tokens[i].flags & TOKEN_SPACE_BEFORE))
		return i + 1 >= end;
	if (article->tokens[i].kind != TOKEN_WORD)
		return true;
	if (token_has(article, i,
				  LEX(PREPOSITION) | LEX(COMPLEMENTIZER) | LEX(CONJUNCTION) |
					  LEX(AUXILIARY) | LEX(ADVERB)))
		return true;
	return !syntax_tag_in(article, i, TAGS_NOMINAL);
}

uint32_t
entity_head_mention(const Article *article, uint32_t first, uint32_t end)
{
	uint32_t from = first;

	for (uint32_t m = mention_from(article, first); m < article->n_mentions;
		 m++)
	{
		const Mention *mention = &article->mentions[m];

		if (mention->token_end > end)
			break;
		if (mention->token_start < first || mention->kind > MENTION_GROUP)
			continue;
		if (is_governed(article, from, mention->token_start))
			break;
		if (is_head(article, mention, end))
			return m;
		from = mention->token_end;
	}
	return NONE;
}
