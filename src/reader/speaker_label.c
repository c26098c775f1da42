/*
 * speaker_label.c
 *		Who a label or a signature is: "RUIZ:", "SEN. ANA RUIZ (D-Cork):",
 *"A:".
 *
 * A label is one of the persons or bodies named in the article, by name or by
 * initials, or the same as a label before; else it is a name of its own.
 */
#include "name.h"
#include "reader.h"
#include "speaker.h"

#include <string.h>

/* Entities that a label is compared with, and turns back. */
#define MOST_ENTITIES 200
#define LABELS_BACK	  20
/* Mentions before the first answer of an interview that may tell whose it is.
 */
#define INTRODUCTION_MENTIONS 100
/* Letters of initials, and bytes of a folded name. */
#define MOST_INITIALS 4
#define MOST_NAME	  256

/* "SEN. ANA RUIZ (D-Cork)": tokens of the name, without title and party. */
static void
label_name(const Article *article, uint32_t *first, uint32_t *end)
{
	while (*first + 1 < *end &&
		   token_has(article, *first, LEX(TITLE) | LEX(HONORIFIC)))
		(*first)++;
	for (uint32_t i = *first + 1; i < *end; i++)
		if (article->tokens[i].kind == TOKEN_PUNCTUATION)
		{
			*end = i;
			break;
		}
}

/* The one person that goes by this name, or NONE. */
static uint32_t
entity_of_name(const Article *article, TextSpan name)
{
	uint32_t found = NONE;

	for (uint32_t e = 0; e < article->n_entities && e < MOST_ENTITIES; e++)
	{
		const Entity *entity = &article->entities[e];

		if (entity->kind != MENTION_PERSON ||
			name_same(article->text + name.start, name.end - name.start,
					  entity->name.bytes, entity->name.length) != 1)
			continue;
		if (found != NONE)
			return NONE;
		found = e;
	}
	return found;
}

/* RUIZ of SEN. ANA RUIZ: the earlier label of the same person, or NULL. */
static const Quotation *
same_label(const Article *article, const Quotation *quotation, TextSpan name)
{
	for (uint32_t back = 1; back <= LABELS_BACK; back++)
	{
		const Quotation *before = quotation - back;

		if (quotation - article->quotations < (ptrdiff_t) back)
			return NULL;
		if (before->rule == RULE_LABEL && before->speaker.bytes &&
			name_same(article->text + name.start, name.end - name.start,
					  before->speaker.bytes, before->speaker.length) == 1)
			return before;
	}
	return NULL;
}

static bool
is_ascii_capitals(const Article *article, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
	{
		if (!(article->tokens[i].flags & TOKEN_ALL_CAPITALS))
			return false;
		for (uint32_t at = article->tokens[i].start;
			 at < article->tokens[i].end; at++)
			if ((unsigned char) article->text[at] >= 0x80)
				return false;
	}
	return true;
}

/* Letters that can be no name: WSS, but not RUIZ. */
static bool
are_initials(const Article *article, uint32_t first, uint32_t end)
{
	const Token *token = &article->tokens[first];

	if (end - first > 1 || token->end - token->start > MOST_INITIALS ||
		token_has(article, first,
				  LEX(SURNAME) | LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE)))
		return false;
	for (uint32_t at = token->start; at < token->end; at++)
		if (strchr("AEIOUY", article->text[at]) != NULL)
			return false;
	return true;
}

/* The first letters of a name are those of the label: of all words or two. */
static bool
has_initials(Name name, const char *letters, uint32_t n)
{
	char	 key[MOST_NAME];
	NameWord words[NAME_MOST_WORDS];
	size_t	 len = name_key(name.bytes, name.length, key, sizeof(key));
	uint32_t k = name_words(key, len, words);
	uint32_t i = 0;

	if (k < 2)
		return false;
	if (n == 2)
		return words[0].bytes[0] == (letters[0] | 0x20) &&
			words[k - 1].bytes[0] == (letters[1] | 0x20);
	while (i < n && i < k && words[i].bytes[0] == (letters[i] | 0x20))
		i++;
	return i == n && n == k;
}

/* "JR:" in an interview with Juana Ruiz: the one person of these letters. */
static uint32_t
entity_of_initials(const Article *article, uint32_t first, uint32_t end)
{
	const Token *token = &article->tokens[first];
	uint32_t	 n = token->end - token->start;
	uint32_t	 found = NONE;

	if (end - first > 1 || n < 2 || n > MOST_INITIALS ||
		!is_ascii_capitals(article, first, end))
		return NONE;
	for (uint32_t e = 0; e < article->n_entities && e < MOST_ENTITIES; e++)
	{
		const Entity *entity = &article->entities[e];

		if (entity->kind != MENTION_PERSON ||
			!has_initials(entity->name, article->text + token->start, n))
			continue;
		if (found != NONE)
			return NONE;
		found = e;
	}
	return found;
}

/* The labels before are full names: letters are somebody else's. */
static bool
are_names_in_full(const Article *article, const Quotation *quotation)
{
	for (uint32_t back = 1; back <= LABELS_BACK; back++)
	{
		const Quotation *before = quotation - back;

		if (quotation - article->quotations < (ptrdiff_t) back)
			return false;
		if (before->rule == RULE_LABEL &&
			token_at(article, before->speaker_span.start) + 1 <
				token_at(article, before->speaker_span.end))
			return true;
	}
	return false;
}

/* The body of this name, or NONE. */
static uint32_t
entity_of_body(const Article *article, TextSpan name)
{
	for (uint32_t e = 0; e < article->n_entities && e < MOST_ENTITIES; e++)
	{
		const Entity *entity = &article->entities[e];

		if (entity->kind == MENTION_ORG &&
			entity->name.length == name.end - name.start &&
			memcmp(entity->name.bytes, article->text + name.start,
				   entity->name.length) == 0)
			return e;
	}
	return NONE;
}

/* "Ana Ruiz" for ANA RUIZ. */
static Name
small_letters(const Article *article, TextSpan span)
{
	char *bytes = arena_copy(article->arena, article->text + span.start,
							 span.end - span.start);
	bool  inside = false;

	for (uint32_t i = 0; i < span.end - span.start; i++)
	{
		bool capital = bytes[i] >= 'A' && bytes[i] <= 'Z';

		if (inside && capital)
			bytes[i] |= 0x20;
		inside = capital;
	}
	return (Name){ bytes, span.end - span.start };
}

/* "spoke with", "interviewed", "an interview with" before token i. */
static bool
is_asked(const Article *article, uint32_t i)
{
	static const char *const talks[] = { "spoke",		"speaks", "talked",
										 "talks",		"sat",	  "interview",
										 "conversation" };

	if (i > 0 && token_has(article, i - 1, LEX(DETERMINER)))
		i--;
	if (i == 0)
		return false;
	if (token_is(article, i - 1, "interviewed") ||
		token_is(article, i - 1, "interviews"))
		return true;
	if (!token_is(article, i - 1, "with") && !token_is(article, i - 1, "to"))
		return false;
	for (uint32_t k = i - 1; k > 0 && k + 4 > i; k--)
		for (size_t w = 0; w < sizeof(talks) / sizeof(talks[0]); w++)
			if (token_is(article, k - 1, talks[w]))
				return true;
	return false;
}

static bool
answers(const Article *article, uint32_t label)
{
	return token_is(article, label, "a") || token_is(article, label, "answer");
}

/*
 * Whose answers these are: of the one person that was spoken with, as the
 * article says before the first of them.
 */
static uint32_t
entity_of_answers(const Article *article, const Quotation *quotation,
				  uint32_t token)
{
	uint32_t found = NONE;

	for (uint32_t back = 1; back <= LABELS_BACK; back++)
	{
		const Quotation *before = quotation - back;

		if (quotation - article->quotations < (ptrdiff_t) back)
			break;
		if (before->rule == RULE_LABEL &&
			answers(article, token_at(article, before->speaker_span.start)))
			return before->speaker_entity;
	}
	for (uint32_t m = mention_from(article, token), back = 0;
		 m > 0 && back < INTRODUCTION_MENTIONS; m--, back++)
	{
		const Mention *mention = &article->mentions[m - 1];
		bool		   titled = mention->title.start < mention->title.end &&
			mention->title.start < mention->span.start;

		if (mention->kind != MENTION_PERSON || mention->entity == NONE ||
			mention->entity == found ||
			!is_asked(article,
					  titled ? token_at(article, mention->title.start) :
							   mention->token_start))
			continue;
		if (found != NONE)
			return NONE;
		found = mention->entity;
	}
	return found;
}

/* Q: and A: say which turn it is, not whose. */
static bool
is_turn_letter(const Article *article, uint32_t first, uint32_t end)
{
	return end - first == 1 &&
		(token_is(article, first, "q") || token_is(article, first, "a") ||
		 token_is(article, first, "question") ||
		 token_is(article, first, "answer"));
}

/* The turn before that has the very same label, or NULL. */
static const Quotation *
turn_of_label(const Article *article, const Quotation *quotation,
			  TextSpan label)
{
	for (uint32_t back = 1; back <= LABELS_BACK; back++)
	{
		const Quotation *before = quotation - back;

		if (quotation - article->quotations < (ptrdiff_t) back)
			return NULL;
		if (before->rule == RULE_LABEL &&
			before->speaker_span.end - before->speaker_span.start ==
				label.end - label.start &&
			memcmp(article->text + before->speaker_span.start,
				   article->text + label.start, label.end - label.start) == 0)
			return before;
	}
	return NULL;
}

void
speaker_read_label(Article *article, Quotation *quotation, TextSpan label,
				   SpeakerRule rule)
{
	uint32_t		 first = token_at(article, label.start);
	uint32_t		 end = token_at(article, label.end);
	uint32_t		 entity;
	const Quotation *before;
	TextSpan		 name;

	speaker_none(quotation);
	speaker_set_rule(quotation, rule);
	quotation->speaker_span = label;
	if (end < article->n_tokens && token_is_mark(article, end, ':'))
		quotation->cue = token_span(article, end, end + 1);
	if (first >= end)
		return;
	before = turn_of_label(article, quotation, label);
	if (before)
	{
		speaker_inherit(quotation, before, rule);
		quotation->speaker_span = label;
		return;
	}
	if (is_turn_letter(article, first, end))
	{
		entity = NONE;
		if (answers(article, first))
			entity = entity_of_answers(article, quotation, first);
		if (entity != NONE)
			speaker_set_entity(article, quotation, entity);
		return;
	}
	label_name(article, &first, &end);
	name = token_span(article, first, end);
	quotation->speaker_kind = MENTION_PERSON;
	quotation->speaker = (Name){ article->text + name.start,
								 name.end - name.start };
	if (token_has(article, end - 1, LEX(ROLE) | LEX(ROLE_PLURAL) | LEX(LABEL)))
		return;
	quotation->named = true;
	/* the letters may be a person in the list, too, whom they name */
	entity = are_names_in_full(article, quotation) ?
		NONE :
		entity_of_initials(article, first, end);
	if (entity == NONE)
		entity = entity_of_name(article, name);
	if (entity == NONE)
		entity = entity_of_body(article, name);
	if (entity != NONE)
		speaker_set_entity(article, quotation, entity);
	else if ((before = same_label(article, quotation, name)) != NULL)
		quotation->speaker = before->speaker;
	else if (is_ascii_capitals(article, first, end) &&
			 !are_initials(article, first, end))
		quotation->speaker = small_letters(article, name);
}
