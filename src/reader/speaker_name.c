/*
 * speaker_name.c
 *		Speakers whose name was read as none: outlets that a list knows, and
 *		capitalised words where only a name can stand.
 *
 * Beside a cue less is needed to tell a name than in running text: "according
 * to Harbour Bulletin".  A word that begins a sentence tells nothing by its
 * capital.
 */
#include "reader.h"
#include "speaker.h"
#include "syntax.h"

#include <string.h>

/* Words of such a name. */
#define LONGEST_UNREAD 8
/* Entities that it is compared with. */
#define MOST_ENTITIES 200

#define ROLES (LEX(ROLE) | LEX(ROLE_PLURAL) | LEX(TITLE))

static bool
begins_sentence(const Article *article, uint32_t i)
{
	return i == 0 || (article->tokens[i].flags & TOKEN_SENTENCE_START);
}

/* "TVN8", "vila.example": no word is written so. */
static bool
is_odd_word(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];
	bool		 small = false;

	if (token->flags & TOKEN_MIXED_CASE)
		return true;
	if (!(token->flags & TOKEN_CAPITAL) || token_has(article, i, LEX(COMMON)))
		return false;
	for (uint32_t at = token->start; at + 1 < token->end; at++)
		if (small && article->text[at] == '.')
			return true;
		else
			small = article->text[at] >= 'a' && article->text[at] <= 'z';
	return (token->flags & TOKEN_ALL_CAPITALS) &&
		(token->flags & (TOKEN_HAS_DIGIT | TOKEN_HAS_HYPHEN));
}

/* A capital that tells of a name. */
static bool
is_capital(const Article *article, uint32_t i)
{
	return article->tokens[i].kind == TOKEN_WORD &&
		(article->tokens[i].flags & (TOKEN_CAPITAL | TOKEN_MIXED_CASE)) &&
		!token_has(article, i,
				   LEX(MONTH) | LEX(WEEKDAY) | LEX(DEMONYM) | LEX(GROUP) |
					   LEX(DETERMINER) | LEX(PRON_OTHER) | SUBJECT_PRONOUNS);
}

static bool
is_joint(const Article *article, uint32_t i)
{
	return token_is(article, i, "of") || token_is(article, i, "on") ||
		token_is(article, i, "for") || token_is(article, i, "and") ||
		token_is(article, i, "the");
}

/* The words around tokens [first, end) are written small, where there are. */
static bool
is_among_small(const Article *article, uint32_t first, uint32_t end)
{
	uint32_t	  p = paragraph_from(article, first);
	ParagraphKind kind = p < article->n_paragraphs ?
		article->paragraphs[p].kind :
		PARAGRAPH_BODY;

	return kind != PARAGRAPH_HEADLINE && kind != PARAGRAPH_KICKER &&
		kind != PARAGRAPH_SUBHEAD &&
		(end >= article->n_tokens || article->tokens[end].kind != TOKEN_WORD ||
		 begins_sentence(article, end) ||
		 !(article->tokens[end].flags & TOKEN_CAPITAL));
}

/* Tokens [first, end) are capitalised words, with small joints and numbers. */
static bool
are_capitals(const Article *article, uint32_t first, uint32_t end)
{
	bool shouted = true;

	if (first >= end || end - first > LONGEST_UNREAD ||
		!is_capital(article, first) || !is_capital(article, end - 1) ||
		token_has(article, end - 1, ROLES))
		return false;
	for (uint32_t i = first; i < end; i++)
	{
		if (!is_capital(article, i) && !is_joint(article, i) &&
			article->tokens[i].kind != TOKEN_NUMBER)
			return false;
		if (!(article->tokens[i].flags & TOKEN_ALL_CAPITALS))
			shouted = false;
	}
	return !shouted || end - first == 1;
}

/* What can stand behind a title: words of a person's name alone. */
static bool
are_person(const Article *article, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
		if (!is_capital(article, i) || token_has(article, i, ROLES))
			return false;
	return true;
}

/* Behind "the" or "according to", where nothing but its capital tells. */
static bool
is_alone(const Article *article, uint32_t i)
{
	return !begins_sentence(article, i) &&
		token_entry(article, i)->best_tag != TAG_ADJ &&
		!token_has(article, i, LEX(GROUP_NOUN)) &&
		(begins_sentence(article, i - 1) ||
		 article->tokens[i - 1].kind == TOKEN_STOP ||
		 token_is(article, i - 1, "the") || token_is(article, i - 1, "to") ||
		 token_is_mark(article, i - 1, ','));
}

/*
 * The entity of the name in tokens [first, end), or of a person with it as
 * surname; or NONE.
 */
static uint32_t
entity_called(const Article *article, uint32_t first, uint32_t end)
{
	TextSpan	name = token_span(article, first, end);
	TextSpan	last = token_span(article, end - 1, end);
	uint32_t	n = last.end - last.start;
	const char *bytes = article->text + name.start;
	uint32_t	found = NONE;

	for (uint32_t e = 0; e < article->n_entities && e < MOST_ENTITIES; e++)
	{
		const Entity *entity = &article->entities[e];

		/* few end alike, and only these are compared in full */
		if ((entity->kind != MENTION_PERSON && entity->kind != MENTION_ORG) ||
			entity->name.length < n ||
			memcmp(entity->name.bytes + entity->name.length - n,
				   article->text + last.start, n) != 0 ||
			name_same(bytes, name.end - name.start, entity->name.bytes,
					  entity->name.length) != 1)
			continue;
		if (found != NONE)
			return NONE;
		found = e;
	}
	return found;
}

bool
speaker_unread_name(const Article *article, uint32_t first, uint32_t end,
					UnreadName *name)
{
	uint32_t words;
	uint32_t role;

	name->kind = MENTION_ORG;
	name->title = (TextSpan){ 0, 0 };
	if (token_phrase(article, first, end, LEX(AGENCY), &words) &&
		words == end - first)
	{
		if (words > 1 && token_is(article, first, "the"))
			first++;
		name->span = token_span(article, first, end);
		name->entity = entity_called(article, first, end);
		return true;
	}
	if (end - first > 1 && token_is(article, first, "the"))
		first++;
	/* "Prosecutor Ana Ruiz KC" */
	for (role = first; role + 2 < end && token_has(article, role, ROLES);)
		role++;
	if (role > first)
	{
		name->kind = MENTION_PERSON;
		name->title = token_span(article, first, role);
		first = role;
	}
	if (!are_capitals(article, first, end) ||
		!is_among_small(article, first, end) ||
		(name->kind == MENTION_PERSON && !are_person(article, first, end)))
		return false;
	name->span = token_span(article, first, end);
	name->entity = entity_called(article, first, end);
	if (end - first > 1)
		return !token_has(article, first,
						  LEX(ROLE) | LEX(ROLE_PLURAL) | LEX(NUMBER_WORD));
	if (name->entity != NONE)
		return true;
	return role == first && name->kind == MENTION_ORG &&
		(is_odd_word(article, first) || is_alone(article, first));
}
