/*
 * speaker.c
 *		From the noun phrase beside a cue to who that is; see speaker.h.
 *
 * A name is resolved to its entity, a pronoun to the entity it means; any
 * other phrase is the wording of an unnamed source.  A pronoun that may mean
 * two people means none.
 */
#include "speaker.h"

#include "reader.h"
#include "syntax.h"
#include "unicode.h"

#include <string.h>

/* Paragraphs back that "he" may mean the last speaker. */
#define PRONOUN_PARAGRAPHS 2
/* Mentions back that "the minister" may mean one of them. */
#define MENTIONS_BACK 200
/* Titles of a person looked at, and bytes of one. */
#define MOST_TITLES 8
#define ROLE_BYTES	128
/* Persons that a label is compared with, and turns back. */
#define MOST_ENTITIES 200
#define LABELS_BACK	  20
/* What is left of the confidence when a role stands for the name. */
#define ROLE_CONFIDENCE 0.9f

static const struct
{
	Attribution attribution;
	float		confidence;
} rules[SPEAKER_RULES] = {
	[RULE_NONE] = { ATTRIBUTION_NONE, 0.0f },
	[RULE_AFTER_SUBJECT] = { ATTRIBUTION_EXPLICIT, 0.98f },
	[RULE_AFTER_INVERTED] = { ATTRIBUTION_EXPLICIT, 0.98f },
	[RULE_BEFORE] = { ATTRIBUTION_EXPLICIT, 0.9f },
	[RULE_ACCORDING] = { ATTRIBUTION_EXPLICIT, 0.98f },
	[RULE_PARTICIPLE] = { ATTRIBUTION_EXPLICIT, 0.83f },
	[RULE_AGENT] = { ATTRIBUTION_EXPLICIT, 0.5f },
	[RULE_WEAK_VERB] = { ATTRIBUTION_EXPLICIT, 0.77f },
	[RULE_COLON] = { ATTRIBUTION_LABEL, 0.93f },
	[RULE_SIGNATURE] = { ATTRIBUTION_LABEL, 0.9f },
	[RULE_LABEL] = { ATTRIBUTION_LABEL, 0.95f },
	[RULE_LEAD_IN] = { ATTRIBUTION_CONTINUED, 0.77f },
	[RULE_SENTENCE_BEFORE] = { ATTRIBUTION_INHERITED, 0.83f },
	[RULE_SAME_PARAGRAPH] = { ATTRIBUTION_CONTINUED, 0.93f },
	[RULE_SAME_SENTENCE] = { ATTRIBUTION_INHERITED, 0.86f },
	[RULE_NEXT_PARAGRAPH] = { ATTRIBUTION_INHERITED, 0.84f },
	[RULE_BLOCK] = { ATTRIBUTION_LABEL, 0.67f },
};

static void
set_rule(Quotation *quotation, SpeakerRule rule)
{
	quotation->rule = (uint8_t) rule;
	quotation->attribution = rules[rule].attribution;
	quotation->confidence = rules[rule].confidence;
}

void
speaker_none(Quotation *quotation)
{
	quotation->speaker_span = (TextSpan){ 0, 0 };
	quotation->speaker_entity = NONE;
	quotation->speaker_mention = NONE;
	quotation->speaker = (Name){ 0 };
	quotation->speaker_title = (Name){ 0 };
	quotation->named = false;
	set_rule(quotation, RULE_NONE);
}

static void
set_entity(const Article *article, Quotation *quotation, uint32_t entity)
{
	const Entity *who = &article->entities[entity];

	quotation->speaker_entity = entity;
	quotation->speaker = who->name;
	quotation->speaker_kind = who->kind;
	quotation->named = true;
	if (who->n_titles > 0)
		quotation->speaker_title = who->titles[0];
}

static bool
may_mean(const Article *article, uint32_t token, const Entity *entity)
{
	LexClasses classes = token_classes(article, token);

	if ((classes & LEX(PRON_SUBJ_M)) || token_is(article, token, "him"))
		return entity->kind == MENTION_PERSON &&
			entity->gender != GENDER_FEMALE;
	if ((classes & LEX(PRON_SUBJ_F)) || token_is(article, token, "her"))
		return entity->kind == MENTION_PERSON && entity->gender != GENDER_MALE;
	return entity->kind != MENTION_PERSON;
}

/*
 * "he" behind a quotation of Ruiz is Ruiz when nobody else it could mean has
 * been named since.
 */
static uint32_t
last_speaker(const Article *article, uint32_t token, const Quotation *before)
{
	uint32_t from;
	uint32_t paragraph = 0;

	if (before == NULL || before->speaker_entity == NONE ||
		before->speaker_span.start == before->speaker_span.end)
		return NONE;
	if (!may_mean(article, token, &article->entities[before->speaker_entity]))
		return NONE;
	from = token_at(article, before->speaker_span.end);
	if (from >= token)
		return NONE;
	for (uint32_t i = from, back = 0; i < token; i++)
	{
		if (article->tokens[i].flags & TOKEN_LINE_START)
			paragraph++;
		if (paragraph > PRONOUN_PARAGRAPHS || back++ > 600)
			return NONE;
	}
	for (uint32_t m = mention_from(article, from);
		 m < article->n_mentions && article->mentions[m].token_start < token;
		 m++)
	{
		const Mention *mention = &article->mentions[m];

		if (mention->kind == MENTION_PERSON && mention->entity != NONE &&
			mention->entity != before->speaker_entity &&
			may_mean(article, token, &article->entities[mention->entity]))
			return NONE;
	}
	return before->speaker_entity;
}

static bool
is_pronoun(const Article *article, uint32_t u)
{
	return unit_has(article, u, SUBJECT_PRONOUNS) ||
		unit_is(article, u, "it") || unit_is(article, u, "him") ||
		unit_is(article, u, "her") || unit_is(article, u, "them");
}

/* Head of a common noun phrase: the last noun before "of", "for", "who"... */
static uint32_t
common_head(const Article *article, uint32_t first, uint32_t end)
{
	uint32_t head = first;

	for (uint32_t u = first; u < end; u++)
	{
		if (unit_is_marked(article, u))
			continue;
		if (u > first &&
			(unit_has(article, u, LEX(PREPOSITION)) ||
			 unit_is_mark(article, u, ',') || unit_is(article, u, "who") ||
			 unit_is(article, u, "and") || unit_is(article, u, "that")))
			break;
		if (unit_kind(article, u) == TOKEN_WORD)
			head = u;
	}
	return head;
}

static MentionKind
kind_of_unnamed(const Article *article, uint32_t head)
{
	if (unit_has(article, head, LEX(ROLE_PLURAL)))
		return MENTION_GROUP;
	if (unit_has(article, head, LEX(ROLE)))
		return MENTION_PERSON;
	if (unit_has(article, head, LEX(GROUP_NOUN)))
		return MENTION_ORG;
	if (unit_tag_in(article, head, TAGBIT(TAG_PLURAL)))
		return MENTION_GROUP;
	return unit_tag_in(article, head, TAGBIT(TAG_PROPER)) ? MENTION_ORG :
															MENTION_GROUP;
}

/* The folded words from unit first to the end of the base phrase. */
static size_t
fold_phrase(const Article *article, uint32_t first, uint32_t end, char *out,
			size_t capacity)
{
	TextSpan span = outline_span(article, first, end);

	return unicode_fold_string(article->text + span.start,
							   span.end - span.start, out, capacity);
}

/* key ends with the words of suffix. */
static bool
ends_with_words(const char *key, size_t len, const char *suffix, size_t n)
{
	return len >= n && memcmp(key + len - n, suffix, n) == 0 &&
		(len == n || key[len - n - 1] == ' ');
}

/* "mayor of Vila" is a mayor: the title up to its first preposition. */
static size_t
title_head(const char *key, size_t len)
{
	static const char *const joints[] = { " of ", " for ", " at ", " in " };
	size_t					 head = len;

	for (size_t k = 0; k < sizeof(joints) / sizeof(joints[0]); k++)
	{
		size_t n = strlen(joints[k]);

		for (size_t i = 0; i + n <= head; i++)
			if (memcmp(key + i, joints[k], n) == 0)
				head = i;
	}
	return head;
}

/* The person has this role as a title, or the body this word as its last. */
static bool
has_role(const Entity *entity, const char *role, size_t len)
{
	char   key[ROLE_BYTES];
	size_t n;

	if (entity->kind == MENTION_ORG)
	{
		n = unicode_fold_string(entity->name.bytes, entity->name.length, key,
								sizeof(key));
		return n > len && ends_with_words(key, n, role, len);
	}
	if (entity->kind != MENTION_PERSON)
		return false;
	for (uint32_t t = 0; t < entity->n_titles && t < MOST_TITLES; t++)
	{
		n = unicode_fold_string(entity->titles[t].bytes,
								entity->titles[t].length, key, sizeof(key));
		if (ends_with_words(key, title_head(key, n), role, len))
			return true;
	}
	return false;
}

/*
 * "the minister", "the commission": who was named with that role before, when
 * it is one only; NONE otherwise.
 */
static uint32_t
entity_of_role(const Article *article, uint32_t first, uint32_t end)
{
	uint32_t token = article->outline->units[first].token;
	uint32_t found = NONE;
	char	 role[ROLE_BYTES];
	size_t	 len;

	if (!unit_is(article, first, "the") || end - first < 2 ||
		end - first > 4 ||
		!unit_has(article, end - 1,
				  LEX(ROLE) | LEX(GROUP_NOUN) | LEX(ROLE_PLURAL)))
		return NONE;
	len = fold_phrase(article, first + 1, end, role, sizeof(role));
	for (uint32_t m = mention_from(article, token), back = 0;
		 m > 0 && back < MENTIONS_BACK; m--, back++)
	{
		uint32_t entity = article->mentions[m - 1].entity;

		if (entity == NONE || entity == found ||
			!has_role(&article->entities[entity], role, len))
			continue;
		if (found != NONE)
			return NONE;
		found = entity;
	}
	return found;
}

static void
set_wording(const Article *article, Quotation *quotation, uint32_t first,
			uint32_t end)
{
	uint32_t head = common_head(article, first, end);
	TextSpan span;

	while (first + 1 < end &&
		   (unit_is(article, first, "the") || unit_is(article, first, "a") ||
			unit_is(article, first, "an")))
		first++;
	span = outline_span(article, first, end);
	quotation->speaker.bytes = article->text + span.start;
	quotation->speaker.length = span.end - span.start;
	quotation->speaker_kind = kind_of_unnamed(article, head);
}

/*
 * A pronoun: resolved, or the speaker stays unknown.  "They" is told by the
 * speaker before only, a name or not: too many things are plural.
 */
static void
set_pronoun(const Article *article, Quotation *quotation, uint32_t u,
			const Quotation *before)
{
	uint32_t token = article->outline->units[u].token;
	bool	 plural = unit_has(article, u, LEX(PRON_SUBJ_PL)) ||
		unit_is(article, u, "them");
	uint32_t entity;

	if (unit_has(article, u, LEX(PRON_SUBJ_1)))
		return;
	quotation->attribution = ATTRIBUTION_PRONOUN;
	quotation->confidence *= 0.9f;
	if (plural && before && before->speaker.bytes && !before->named &&
		before->speaker_kind != MENTION_PERSON &&
		quotation->paragraph <= before->paragraph + 1)
	{
		quotation->speaker = before->speaker;
		quotation->speaker_kind = before->speaker_kind;
		return;
	}
	entity = last_speaker(article, token, before);
	if (entity == NONE && !plural)
		entity = entity_of_pronoun(article, token, true);
	if (entity != NONE)
		set_entity(article, quotation, entity);
}

/* "The head of the board, Ana Ruiz": the name that ends the phrase. */
static uint32_t
name_in_aside(const Article *article, uint32_t end)
{
	uint32_t	   m = mention_from(article, end - 1);
	const Mention *name;

	if (m >= article->n_mentions)
		return NONE;
	name = &article->mentions[m];
	if (name->kind == MENTION_PERSON && name->token_end == end &&
		name->token_start > 0 &&
		token_is_mark(article, name->token_start - 1, ','))
		return m;
	return NONE;
}

void
speaker_read(Article *article, Quotation *quotation, uint32_t first,
			 uint32_t end, SpeakerRule rule, const Quotation *before)
{
	const Unit *units = article->outline->units;
	uint32_t	token_end = unit_end_token(article, &units[end - 1]);
	uint32_t	mention;
	uint32_t	entity;

	speaker_none(quotation);
	set_rule(quotation, rule);
	quotation->speaker_span = outline_span(article, first, end);
	if (end - first == 1 && is_pronoun(article, first))
	{
		set_pronoun(article, quotation, first, before);
		return;
	}
	mention = entity_head_mention(article, units[first].token, token_end);
	if (mention == NONE)
		mention = name_in_aside(article, token_end);
	if (mention != NONE && article->mentions[mention].entity != NONE)
	{
		const Mention *name = &article->mentions[mention];

		set_entity(article, quotation, name->entity);
		quotation->speaker_mention = mention;
		if (name->title.start < name->title.end)
			quotation->speaker_title = (Name){
				article->text + name->title.start,
				name->title.end - name->title.start
			};
		return;
	}
	entity = entity_of_role(article, first, end);
	if (entity != NONE)
	{
		set_entity(article, quotation, entity);
		quotation->confidence *= ROLE_CONFIDENCE;
	}
	else
		set_wording(article, quotation, first, end);
}

void
speaker_inherit(Quotation *quotation, const Quotation *from, SpeakerRule rule)
{
	quotation->speaker_span = from->speaker_span;
	quotation->speaker_entity = from->speaker_entity;
	quotation->speaker_mention = from->speaker_mention;
	quotation->speaker = from->speaker;
	quotation->speaker_kind = from->speaker_kind;
	quotation->speaker_title = from->speaker_title;
	quotation->named = from->named;
	set_rule(quotation, rule);
	if (quotation->confidence > from->confidence)
		quotation->confidence = from->confidence;
}

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

/* Q: and A: say which turn it is, not whose. */
static bool
is_turn_letter(const Article *article, uint32_t first, uint32_t end)
{
	return end - first == 1 &&
		(token_is(article, first, "q") || token_is(article, first, "a") ||
		 token_is(article, first, "question") ||
		 token_is(article, first, "answer"));
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
	set_rule(quotation, rule);
	quotation->speaker_span = label;
	if (end < article->n_tokens && token_is_mark(article, end, ':'))
		quotation->cue = token_span(article, end, end + 1);
	if (first >= end || is_turn_letter(article, first, end))
		return;
	label_name(article, &first, &end);
	name = token_span(article, first, end);
	quotation->speaker_kind = MENTION_PERSON;
	quotation->speaker = (Name){ article->text + name.start,
								 name.end - name.start };
	if (token_has(article, end - 1, LEX(ROLE) | LEX(ROLE_PLURAL) | LEX(LABEL)))
		return;
	quotation->named = true;
	entity = entity_of_name(article, name);
	if (entity != NONE)
		set_entity(article, quotation, entity);
	else if ((before = same_label(article, quotation, name)) != NULL)
		quotation->speaker = before->speaker;
	else if (is_ascii_capitals(article, first, end))
		quotation->speaker = small_letters(article, name);
}
