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

/* Paragraphs back that "he" may mean the last speaker. */
#define PRONOUN_PARAGRAPHS 2

static const struct
{
	Attribution attribution;
	float		confidence;
} rules[SPEAKER_RULES] = {
	[RULE_NONE] = { ATTRIBUTION_NONE, 0.0f },
	[RULE_AFTER_SUBJECT] = { ATTRIBUTION_EXPLICIT, 0.97f },
	[RULE_AFTER_INVERTED] = { ATTRIBUTION_EXPLICIT, 0.96f },
	[RULE_BEFORE] = { ATTRIBUTION_EXPLICIT, 0.92f },
	[RULE_ACCORDING] = { ATTRIBUTION_EXPLICIT, 0.95f },
	[RULE_PARTICIPLE] = { ATTRIBUTION_EXPLICIT, 0.85f },
	[RULE_AGENT] = { ATTRIBUTION_EXPLICIT, 0.85f },
	[RULE_WEAK_VERB] = { ATTRIBUTION_EXPLICIT, 0.8f },
	[RULE_COLON] = { ATTRIBUTION_LABEL, 0.75f },
	[RULE_SIGNATURE] = { ATTRIBUTION_LABEL, 0.9f },
	[RULE_LABEL] = { ATTRIBUTION_LABEL, 0.95f },
	[RULE_LEAD_IN] = { ATTRIBUTION_CONTINUED, 0.8f },
	[RULE_SAME_PARAGRAPH] = { ATTRIBUTION_CONTINUED, 0.85f },
	[RULE_SAME_SENTENCE] = { ATTRIBUTION_INHERITED, 0.6f },
	[RULE_NEXT_PARAGRAPH] = { ATTRIBUTION_INHERITED, 0.7f },
	[RULE_BLOCK] = { ATTRIBUTION_LABEL, 0.75f },
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

	if (classes & LEX(PRON_SUBJ_M))
		return entity->kind == MENTION_PERSON &&
			entity->gender != GENDER_FEMALE;
	if (classes & LEX(PRON_SUBJ_F))
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
	return unit_has(article, u, SUBJECT_PRONOUNS) || unit_is(article, u, "it");
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

/* A pronoun: resolved, or the speaker stays unknown. */
static void
set_pronoun(const Article *article, Quotation *quotation, uint32_t u,
			const Quotation *before)
{
	uint32_t token = article->outline->units[u].token;
	uint32_t entity;

	if (unit_has(article, u, LEX(PRON_SUBJ_1)))
		return;
	entity = last_speaker(article, token, before);
	if (entity == NONE)
		entity = entity_of_pronoun(article, token);
	quotation->attribution = ATTRIBUTION_PRONOUN;
	quotation->confidence *= 0.9f;
	if (entity != NONE)
		set_entity(article, quotation, entity);
}

void
speaker_read(Article *article, Quotation *quotation, uint32_t first,
			 uint32_t end, SpeakerRule rule, const Quotation *before)
{
	const Unit *units = article->outline->units;
	uint32_t	token_end = unit_end_token(article, &units[end - 1]);
	uint32_t	mention;

	speaker_none(quotation);
	set_rule(quotation, rule);
	quotation->speaker_span = outline_span(article, first, end);
	if (is_pronoun(article, first) && end - first <= 2)
	{
		set_pronoun(article, quotation, first, before);
		return;
	}
	mention = entity_head_mention(article, units[first].token, token_end);
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

void
speaker_read_label(Article *article, Quotation *quotation, TextSpan label,
				   SpeakerRule rule)
{
	uint32_t first = token_at(article, label.start);
	uint32_t end = token_at(article, label.end);
	uint32_t mention;

	speaker_none(quotation);
	set_rule(quotation, rule);
	quotation->speaker_span = label;
	mention = entity_head_mention(article, first, end);
	if (mention != NONE && article->mentions[mention].entity != NONE)
	{
		set_entity(article, quotation, article->mentions[mention].entity);
		quotation->speaker_mention = mention;
		return;
	}
	quotation->speaker.bytes = article->text + label.start;
	quotation->speaker.length = label.end - label.start;
	quotation->speaker_kind = MENTION_PERSON;
}
