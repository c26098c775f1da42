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


/* Words of a title before a name, at most. */
#define TITLE_WORDS 8
/* Paragraphs back that "he" may mean the last speaker. */
#define PRONOUN_PARAGRAPHS 2
/* Tokens back that it may mean a speaker without a name. */
#define SAME_SOURCE_TOKENS 200

static const Attribution attributions[SPEAKER_RULES] = {
	[RULE_NONE] = ATTRIBUTION_NONE,
	[RULE_AFTER_SUBJECT] = ATTRIBUTION_EXPLICIT,
	[RULE_AFTER_INVERTED] = ATTRIBUTION_EXPLICIT,
	[RULE_BEFORE] = ATTRIBUTION_EXPLICIT,
	[RULE_ACCORDING] = ATTRIBUTION_EXPLICIT,
	[RULE_PARTICIPLE] = ATTRIBUTION_EXPLICIT,
	[RULE_AGENT] = ATTRIBUTION_EXPLICIT,
	[RULE_OWNER] = ATTRIBUTION_EXPLICIT,
	[RULE_WEAK_VERB] = ATTRIBUTION_EXPLICIT,
	[RULE_COLON] = ATTRIBUTION_LABEL,
	[RULE_SIGNATURE] = ATTRIBUTION_LABEL,
	[RULE_LABEL] = ATTRIBUTION_LABEL,
	[RULE_LEAD_IN] = ATTRIBUTION_CONTINUED,
	[RULE_SENTENCE_BEFORE] = ATTRIBUTION_INHERITED,
	[RULE_SAME_PARAGRAPH] = ATTRIBUTION_CONTINUED,
	[RULE_SAME_SENTENCE] = ATTRIBUTION_INHERITED,
	[RULE_NEXT_PARAGRAPH] = ATTRIBUTION_INHERITED,
	[RULE_BLOCK] = ATTRIBUTION_LABEL,
};

static const char *const rule_names[SPEAKER_RULES] = {
	[RULE_NONE] = "no speaker",
	[RULE_AFTER_SUBJECT] = "speaker and cue behind",
	[RULE_AFTER_INVERTED] = "cue and speaker behind",
	[RULE_BEFORE] = "speaker and cue before",
	[RULE_ACCORDING] = "according to",
	[RULE_PARTICIPLE] = "participle",
	[RULE_AGENT] = "passive with by",
	[RULE_OWNER] = "noun and whose it is",
	[RULE_WEAK_VERB] = "weak verb",
	[RULE_COLON] = "colon",
	[RULE_SIGNATURE] = "signature",
	[RULE_LABEL] = "label",
	[RULE_LEAD_IN] = "lead-in",
	[RULE_SENTENCE_BEFORE] = "sentence before",
	[RULE_SAME_PARAGRAPH] = "same paragraph",
	[RULE_SAME_SENTENCE] = "same sentence",
	[RULE_NEXT_PARAGRAPH] = "next paragraph",
	[RULE_BLOCK] = "block quotation",
};

const char *
speaker_rule_name(SpeakerRule rule)
{
	return rule_names[rule];
}

bool
speaker_is_inherited(SpeakerRule rule)
{
	return attributions[rule] == ATTRIBUTION_INHERITED;
}

void
speaker_set_rule(Quotation *quotation, SpeakerRule rule)
{
	quotation->rule = (uint8_t) rule;
	quotation->attribution = attributions[rule];
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
	speaker_set_rule(quotation, RULE_NONE);
}

void
speaker_set_entity(const Article *article, Quotation *quotation,
				   uint32_t entity)
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
	return entity->kind != MENTION_PERSON &&
		(entity->kind != MENTION_GROUP || !token_is(article, token, "it"));
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

/* Head of a noun phrase: the last noun before "of", "who", "living" ... */
static uint32_t
common_head(const Article *article, uint32_t first, uint32_t end)
{
	uint32_t head = first;

	for (uint32_t i = first; i < end; i++)
	{
		if (i > first &&
			(token_has(article, i, LEX(PREPOSITION)) ||
			 token_is_mark(article, i, ',') || token_is(article, i, "who") ||
			 token_is(article, i, "and") || token_is(article, i, "that") ||
			 syntax_tag_in(article, i, TAGBIT(TAG_VBG))))
			break;
		if (article->tokens[i].kind == TOKEN_WORD)
			head = i;
	}
	return head;
}

static MentionKind
kind_of_unnamed(const Article *article, uint32_t head)
{
	if (token_has(article, head, LEX(ROLE_PLURAL)))
		return MENTION_GROUP;
	if (token_has(article, head, LEX(ROLE)))
		return MENTION_PERSON;
	if (token_has(article, head, LEX(GROUP_NOUN)))
		return MENTION_ORG;
	return syntax_tag_in(article, head,
						 TAGBIT(TAG_NOUN) | TAGBIT(TAG_PROPER)) ?
		MENTION_ORG :
		MENTION_GROUP;
}

/* Tokens [first, end) as the wording of a source without a name. */
static void
set_wording(const Article *article, Quotation *quotation, uint32_t first,
			uint32_t end)
{
	uint32_t head = common_head(article, first, end);
	TextSpan span;

	while (first + 1 < end &&
		   (token_is(article, first, "the") || token_is(article, first, "a") ||
			token_is(article, first, "an")))
		first++;
	span = token_span(article, first, end);
	quotation->speaker.bytes = article->text + span.start;
	quotation->speaker.length = span.end - span.start;
	quotation->speaker_kind = token_has(article, end - 1, LEX(ROLE_PLURAL)) ?
		MENTION_GROUP :
		kind_of_unnamed(article, head);
}

/* The head of the phrase beside a quotation. */
static uint32_t
head_of_speaker(const Article *article, const Quotation *quotation)
{
	return common_head(article,
					   token_at(article, quotation->speaker_span.start),
					   token_at(article, quotation->speaker_span.end));
}

/* The speaker before, without a name, as "he" or "they" takes it up. */
static void
set_same_wording(Quotation *quotation, const Quotation *before)
{
	quotation->speaker = before->speaker;
	quotation->speaker_kind = before->speaker_kind;
}

/* The speaker before is told by a wording, near enough to be taken up. */
static bool
is_wording_near(const Quotation *quotation, const Quotation *before)
{
	return before && before->speaker.bytes && !before->named &&
		before->speaker_span.start < before->speaker_span.end &&
		quotation->paragraph <= before->paragraph + 1;
}

/* A sentence begins at one of tokens [first, end], outside of speech or not.
 */
static bool
begins_sentence(const Article *article, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i <= end; i++)
		if (article->tokens[i].flags & TOKEN_SENTENCE_START)
			return true;
	return false;
}

/* The pronoun is of another gender than the noun. */
static bool
is_other_gender(const Article *article, uint32_t pronoun, uint32_t noun)
{
	LexClasses other = token_has(article, pronoun, LEX(PRON_SUBJ_M)) ||
			token_is(article, pronoun, "him") ?
		LEX(FEMALE_NOUN) :
		LEX(MALE_NOUN);

	return token_has(article, noun, LEX(FEMALE_NOUN) | LEX(MALE_NOUN)) &&
		token_has(article, noun, other);
}

/* "a spokesman", "one user": somebody whom the text has not told of. */
static bool
is_indefinite(const Article *article, const Quotation *quotation)
{
	uint32_t i = token_at(article, quotation->speaker_span.start);

	return token_is(article, i, "a") || token_is(article, i, "an") ||
		token_is(article, i, "one") || token_is(article, i, "another");
}

/*
 * Tokens [from, end) tell of somebody else: a name of this kind, "another", a
 * person with a role.
 */
static bool
tells_of_another(const Article *article, uint32_t from, uint32_t end,
				 MentionKind kind)
{
	for (uint32_t m = mention_from(article, from);
		 m < article->n_mentions && article->mentions[m].token_start < end;
		 m++)
		if (article->mentions[m].kind == kind)
			return true;
	for (uint32_t i = from; i < end; i++)
		if (token_is(article, i, "another") ||
			token_has(article, i,
					  kind == MENTION_PERSON ? LEX(ROLE) : LEX(GROUP_NOUN)))
			return true;
	return false;
}

/* "A spokesman said ... He added", "The agency said ... It added". */
static bool
is_same_source(const Article *article, const Quotation *quotation,
			   uint32_t token, const Quotation *before)
{
	bool	 body = token_is(article, token, "it");
	uint32_t from;

	if (!is_wording_near(quotation, before) ||
		before->speaker_kind != (body ? MENTION_ORG : MENTION_PERSON))
		return false;
	from = token_at(article, before->speaker_span.end);
	if (from > token || token - from > SAME_SOURCE_TOKENS)
		return false;
	if (before->attribution != ATTRIBUTION_PRONOUN && !body &&
		(!is_indefinite(article, before) ||
		 is_other_gender(article, token, head_of_speaker(article, before))))
		return false;
	return !tells_of_another(article, from, token, before->speaker_kind);
}

/* The speaker before is told by a wording that "they" takes up. */
static bool
are_same_people(const Article *article, const Quotation *quotation,
				const Quotation *before)
{
	return is_wording_near(quotation, before) &&
		(before->attribution == ATTRIBUTION_PRONOUN ?
			 before->speaker_kind != MENTION_PERSON :
			 noun_means_people(article, head_of_speaker(article, before)));
}

/*
 * "They" and "it": the people or the body that the clause before is about, or
 * who spoke before, or whom the sentences before are about.
 */
static void
set_neuter(const Article *article, Quotation *quotation, uint32_t token,
		   const Quotation *before)
{
	uint32_t first;
	uint32_t end;
	uint32_t mention;
	uint32_t entity = last_speaker(article, token, before);
	bool	 same = token_is(article, token, "it") ?
			is_same_source(article, quotation, token, before) :
			are_same_people(article, quotation, before);
	bool	 told = subject_before(article, token,
								   quotation->rule == RULE_AFTER_SUBJECT, &first,
								   &end);

	if (told && (same || entity != NONE) &&
		(article->tokens[first].start < before->speaker_span.start ||
		 (before->paragraph == quotation->paragraph &&
		  begins_sentence(article, end, token))))
		told = false;
	if (told)
	{
		mention = entity_head_mention(article, first, end);
		entity = mention != NONE ? article->mentions[mention].entity :
								   entity_of_noun(article, first, end);
		if (entity == NONE)
			set_wording(article, quotation, first, end);
	}
	else if (entity == NONE && same)
		set_same_wording(quotation, before);
	if (entity != NONE)
		speaker_set_entity(article, quotation, entity);
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
	quotation->attribution = ATTRIBUTION_PRONOUN;
	if (unit_is(article, u, "it") || unit_has(article, u, LEX(PRON_SUBJ_PL)) ||
		unit_is(article, u, "them"))
		set_neuter(article, quotation, token, before);
	else if (is_same_source(article, quotation, token, before))
		set_same_wording(quotation, before);
	else
	{
		entity = last_speaker(article, token, before);
		if (entity == NONE ||
			!entity_may_speak(article, entity, token, quotation))
			entity = entity_of_pronoun(article, token, quotation);
		if (entity != NONE)
			speaker_set_entity(article, quotation, entity);
	}
}

/*
 * "The surgeon on duty, Dr. Ana Ruiz, said", "a Democrat, Ana Ruiz, said": the
 * name behind the phrase.
 */
static uint32_t
name_behind(const Article *article, uint32_t first, uint32_t end)
{
	uint32_t	   token = unit_end_token(article,
										  &article->outline->units[end - 1]);
	uint32_t	   m;
	const Mention *name;

	if (token + 1 >= article->n_tokens ||
		!token_is_mark(article, token, ',') ||
		!token_has(article,
				   common_head(article, article->outline->units[first].token,
							   token),
				   LEX(ROLE)))
		return NONE;
	m = mention_from(article, token + 1);
	if (m >= article->n_mentions)
		return NONE;
	name = &article->mentions[m];
	if (name->kind != MENTION_PERSON || name->token_end >= article->n_tokens ||
		!token_is_mark(article, name->token_end, ','))
		return NONE;
	return article->tokens[token + 1].start == name->span.start ||
			(name->title.start < name->title.end &&
			 article->tokens[token + 1].start == name->title.start) ?
		m :
		NONE;
}

/* "The head of the board, Dr. Ana Ruiz": the name that ends the phrase. */
static uint32_t
name_in_aside(const Article *article, uint32_t first, uint32_t end)
{
	uint32_t	   m = mention_from(article, end - 1);
	const Mention *name;
	uint32_t	   k;

	if (m >= article->n_mentions)
		return NONE;
	name = &article->mentions[m];
	if (name->kind != MENTION_PERSON || name->token_end != end)
		return NONE;
	for (k = name->token_start;
		 k > first && name->token_start - k < TITLE_WORDS; k--)
	{
		if (token_is_mark(article, k - 1, ','))
			return m;
		if (article->tokens[k - 1].kind != TOKEN_WORD ||
			token_has(article, k - 1, LEX(PREPOSITION) | LEX(DETERMINER)))
			break;
	}
	return NONE;
}

/*
 * A name with a nickname in marks, Edwin "Tiny" Sá, ends a phrase too early
 * or begins it too late: widens tokens [*first, *end) to all of the name and
 * its title.  False when there is nothing to widen.
 */
static bool
widen_to_name(const Article *article, uint32_t *first, uint32_t *end)
{
	uint32_t	   m = mention_from(article, *end - 1);
	const Mention *name;

	if (m >= article->n_mentions)
		return false;
	name = &article->mentions[m];
	if (name->token_start >= *end ||
		(name->token_end <= *end && name->token_start >= *first))
		return false;
	if (name->token_end > *end)
		*end = name->token_end;
	if (name->token_start < *first)
		*first = name->title.start < name->title.end &&
				name->title.start < name->span.start ?
			token_at(article, name->title.start) :
			name->token_start;
	return true;
}

static Name
name_of(const Article *article, TextSpan span)
{
	return (Name){ article->text + span.start, span.end - span.start };
}

/* A name that is no mention. */
static void
set_unread(const Article *article, Quotation *quotation,
		   const UnreadName *name)
{
	if (name->entity != NONE)
		speaker_set_entity(article, quotation, name->entity);
	else
	{
		quotation->speaker = name_of(article, name->span);
		quotation->speaker_kind = name->kind;
		quotation->named = true;
	}
	if (name->title.start < name->title.end)
		quotation->speaker_title = name_of(article, name->title);
}

void
speaker_read(Article *article, Quotation *quotation, uint32_t first,
			 uint32_t end, SpeakerRule rule, const Quotation *before)
{
	const Unit *units = article->outline->units;
	uint32_t	token_first = units[first].token;
	uint32_t	token_end = unit_end_token(article, &units[end - 1]);
	uint32_t	mention;
	uint32_t	entity;
	UnreadName	unread;

	speaker_none(quotation);
	speaker_set_rule(quotation, rule);
	quotation->speaker_span = outline_span(article, first, end);
	if (widen_to_name(article, &token_first, &token_end))
		quotation->speaker_span = token_span(article, token_first, token_end);
	if (end - first == 1 && is_pronoun(article, first))
	{
		set_pronoun(article, quotation, first, before);
		return;
	}
	mention = entity_head_mention(article, token_first, token_end);
	/* "a Democrat, Ana Ruiz," is called by her name */
	if (mention == NONE || article->mentions[mention].kind == MENTION_GROUP)
	{
		uint32_t name = name_in_aside(article, token_first, token_end);

		if (name == NONE)
			name = name_behind(article, first, end);
		if (name != NONE)
			mention = name;
	}
	if (mention != NONE && article->mentions[mention].entity != NONE)
	{
		const Mention *name = &article->mentions[mention];

		speaker_set_entity(article, quotation, name->entity);
		quotation->speaker_mention = mention;
		if (name->title.start < name->title.end)
			quotation->speaker_title = name_of(article, name->title);
		return;
	}
	entity = entity_of_noun(article, token_first, token_end);
	if (entity != NONE)
		speaker_set_entity(article, quotation, entity);
	else if (speaker_unread_name(article, token_first, token_end, &unread))
		set_unread(article, quotation, &unread);
	else
		set_wording(article, quotation, token_first, token_end);
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
	speaker_set_rule(quotation, rule);
}
