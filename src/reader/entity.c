/*
 * entity.c
 *		Who is who: mentions that mean the same person, organisation or place.
 *
 * What the text gives in brackets comes first, then full names, wherever they
 * stand, then names of one word, which look for the one full name they fit.
 * A short form that fits two people stays by itself.  entity_person.c and
 * entity_body.c know which names fit, entity_name.c what comes out.
 */
#include "entity_draft.h"

#include "mention.h"
#include "reader.h"
#include "unicode.h"

#include <string.h>

static bool
has_entity(const Mention *mention)
{
	return mention->kind <= MENTION_GROUP || mention->kind == MENTION_EVENT ||
		mention->kind == MENTION_WORK;
}

/* ---------------------------------------------------------------- tables */

uint32_t
draft_hash(MentionKind kind, const char *key, size_t len)
{
	char first = (char) ('0' + kind);

	return unicode_hash(unicode_hash(UNICODE_HASH_START, &first, 1), key, len);
}

void
draft_note(WordTable *table, uint32_t hash, uint32_t draft)
{
	uint32_t *value = word_table_add(table, hash);

	if (value)
		*value = *value == 0 || *value == draft + 1 ? draft + 1 : AMBIGUOUS;
}

uint32_t
draft_single(const WordTable *table, uint32_t hash)
{
	const uint32_t *value = word_table_find(table, hash);

	return value && *value && *value != AMBIGUOUS ? *value - 1 : NONE;
}

void
draft_link(Drafts *drafts, WordTable *table, uint32_t hash, uint32_t draft)
{
	uint32_t  *slot = word_table_add(table, hash);
	DraftLink *link;

	if (slot == NULL)
		return;
	link = ARENA_PUSH(drafts->article->arena, drafts->links, drafts->n_links,
					  drafts->links_capacity);
	link->draft = draft;
	link->next = *slot;
	*slot = drafts->n_links;
}

/* ----------------------------------------------------------------- names */

/*
 * What the lexicon calls a place or an organisation; 0 for nothing.
 */
static uint32_t
canonical_of(const Article *article, const Mention *mention)
{
	LexClasses places = LEX(COUNTRY) | LEX(CITY) | LEX(REGION) |
		LEX(STATE_ABBREV);
	LexClasses orgs = LEX(ORG) | LEX(ORG_ACRONYM) | LEX(AGENCY) | LEX(METONYM);
	uint32_t   words;
	const LexEntry *entry;

	if (mention->kind != MENTION_PLACE && mention->kind != MENTION_ORG)
		return 0;
	entry = token_phrase(article, mention->token_start, mention->token_end,
						 mention->kind == MENTION_PLACE ? places : orgs,
						 &words);
	if (entry == NULL || words != mention->token_end - mention->token_start ||
		(entry->classes & LEX(DEMONYM)))
		return 0;
	return entry->canonical;
}

/* The end of the name with the "Jr." behind it, part of the mention or not. */
static size_t
suffix_end(const Article *article, const Mention *mention)
{
	uint32_t i = mention->token_end;

	if (i + 1 < article->n_tokens && token_is_mark(article, i, ','))
		i++;
	return i < article->n_tokens && token_has(article, i, LEX(NAME_SUFFIX)) &&
			!token_has(article, i, LEX(TITLE)) ?
		article->tokens[i].end :
		mention->span.end;
}

static size_t
mention_key(const Article *article, const Mention *mention, char *key)
{
	const char *bytes = article->text + mention->span.start;
	size_t		len = mention->span.end - mention->span.start;

	if (mention->kind == MENTION_PERSON)
		return name_key(bytes,
						suffix_end(article, mention) - mention->span.start,
						key, LONGEST_KEY);
	/* "The Church of ..." is the church of ... */
	if (mention->token_end - mention->token_start > 1 &&
		token_is(article, mention->token_start, "the"))
	{
		bytes = article->text +
			article->tokens[mention->token_start + 1].start;
		len = mention->span.end - (size_t) (bytes - article->text);
	}
	return name_fold(bytes, len, key, LONGEST_KEY);
}

static Gender
gender_of_classes(LexClasses classes)
{
	bool male = (classes & (LEX(MALE_NOUN) | LEX(GIVEN_MALE))) != 0;
	bool female = (classes & (LEX(FEMALE_NOUN) | LEX(GIVEN_FEMALE))) != 0;

	if (male == female)
		return GENDER_UNKNOWN;
	return male ? GENDER_MALE : GENDER_FEMALE;
}

/* From "Mr.", from a title, from the given name; in this order. */
static Gender
mention_gender(const Article *article, const Mention *mention)
{
	LexClasses nouns = LEX(MALE_NOUN) | LEX(FEMALE_NOUN);
	Gender	   gender = GENDER_UNKNOWN;
	uint32_t   i = mention->token_start;

	if (mention->kind != MENTION_PERSON)
		return mention->kind == MENTION_GROUP ? GENDER_UNKNOWN :
												GENDER_NEUTRAL;
	if (i > 0 && !(article->tokens[i].flags & TOKEN_SENTENCE_START))
		gender = gender_of_classes(token_classes(article, i - 1) & nouns);
	if (gender == GENDER_UNKNOWN && mention->title.start < mention->title.end)
		for (uint32_t k = token_at(article, mention->title.start);
			 k < article->n_tokens &&
			 article->tokens[k].start < mention->title.end &&
			 gender == GENDER_UNKNOWN;
			 k++)
			gender = gender_of_classes(token_classes(article, k) & nouns);
	if (gender == GENDER_UNKNOWN && mention->token_end - i > 1)
		gender = gender_of_classes(token_classes(article, i));
	return gender;
}

/* Reads the name of a mention for comparing it. */
static void
read_name(const Article *article, const Mention *mention, DraftName *name)
{
	name->canonical = canonical_of(article, mention);
	if (name->canonical)
		name->length = name_fold(lexicon_string(name->canonical),
								 strlen(lexicon_string(name->canonical)),
								 name->key, LONGEST_KEY);
	else
		name->length = mention_key(article, mention, name->key);
	name->n = name_words(name->key, name->length, name->words);
	name->bare = mention->kind == MENTION_PERSON &&
		person_is_surname(article, mention, name);
	/* an organisation is called as it calls itself, but for its letters */
	if (mention->kind == MENTION_ORG &&
		mention->token_end - mention->token_start > 1)
		name->canonical = 0;
}

/* ---------------------------------------------------------------- drafts */

static uint32_t
draft_new(Drafts *drafts, uint32_t m, const DraftName *name)
{
	Article	   *article = drafts->article;
	MentionKind kind = article->mentions[m].kind;
	uint32_t	d = drafts->n;
	Draft	   *draft = ARENA_PUSH(article->arena, drafts->list, drafts->n,
								   drafts->capacity);
	uint32_t   *slot;

	memset(draft, 0, sizeof(*draft));
	draft->kind = kind;
	draft->key = arena_copy(article->arena, name->key, name->length);
	draft->key_length = (uint32_t) name->length;
	draft->full = draft->key;
	draft->full_length = draft->key_length;
	draft->first = draft->mention = m;
	draft->bare = name->bare;
	draft->canonical = name->canonical;
	draft->same_as = NONE;
	slot = word_table_add(&drafts->keys,
						  draft_hash(kind, name->key, name->length));
	if (slot)
		*slot = d + 1;
	if (kind == MENTION_PERSON)
		person_index(drafts, d);
	body_index(drafts, d);
	return d;
}

/* The draft with exactly this key. */
static uint32_t
find_key(const Drafts *drafts, MentionKind kind, const DraftName *name)
{
	const uint32_t *value = word_table_find(&drafts->keys,
											draft_hash(kind, name->key,
													   name->length));
	const Draft	   *draft;

	if (value == NULL || *value == 0)
		return NONE;
	draft = &drafts->list[*value - 1];
	if (draft->kind != kind || draft->key_length != name->length ||
		memcmp(draft->key, name->key, name->length) != 0)
		return NONE;
	return *value - 1;
}

/* The draft that the mention means, or NONE. */
static uint32_t
find_draft(Drafts *drafts, uint32_t m, const DraftName *name, Gender gender)
{
	MentionKind kind = drafts->article->mentions[m].kind;
	uint32_t	d;

	/* of a surname alone, its owner may be known by now */
	if (name->bare)
	{
		d = person_find(drafts, m, name, gender);
		return d != NONE ? d : find_key(drafts, kind, name);
	}
	d = find_key(drafts, kind, name);
	if (d == NONE && kind == MENTION_PERSON)
		d = person_find(drafts, m, name, gender);
	if (d != NONE && kind == MENTION_ORG && body_is_foreign(drafts, d, m))
		d = NONE;
	if (d == NONE && kind == MENTION_ORG)
		d = body_find(drafts, m, name);
	return d;
}

/* What a mention tells of its draft. */
static void
note_mention(Draft *draft, const Article *article, uint32_t m, Gender gender)
{
	const Mention *mention = &article->mentions[m];
	TextSpan	   title = mention->title;
	uint32_t	   hash = 0;
	int			   fullness = mention->kind == MENTION_PERSON ?
				   person_fullness(article, mention) :
				   (int) (mention->token_end - mention->token_start);

	if (m < draft->first)
		draft->first = m;
	if (mention->kind == MENTION_PERSON && title_is_kin(article, m))
		draft->kin = true;
	if (fullness > draft->fullness)
	{
		draft->fullness = fullness;
		draft->mention = m;
	}
	if (draft->gender == GENDER_UNKNOWN)
		draft->gender = (uint8_t) gender;
	if (title.start < title.end)
		hash = article->tokens[token_at(article, title.end) - 1].hash;
	for (int k = 0; k < DRAFT_TITLES && hash; k++)
		if (draft->titles[k] == 0 || draft->titles[k] == hash)
		{
			draft->titles[k] = hash;
			break;
		}
}

/*
 * Gives mention m its draft.  In the first round only full names and names
 * that the lexicon knows; in the second all others.
 */
static void
place_mention(Drafts *drafts, uint32_t m, bool first_round)
{
	Article	 *article = drafts->article;
	Mention	 *mention = &article->mentions[m];
	Gender	  gender = mention_gender(article, mention);
	DraftName name;
	uint32_t  d;

	read_name(article, mention, &name);
	if (name.n == 0)
		return;
	d = body_defined(drafts, m);
	if (d != NONE && drafts->list[d].kind != mention->kind)
		d = NONE;
	if (d == NONE && first_round && !name.canonical &&
		(name.n == 1 || name.bare))
		return;
	if (d == NONE)
		d = find_draft(drafts, m, &name, gender);
	if (d == NONE)
		d = draft_new(drafts, m, &name);
	else if (mention->kind == MENTION_PERSON)
		person_learn(drafts, d, &name);
	note_mention(&drafts->list[d], article, m, gender);
	mention->entity = d;
}

static void
place_all(Drafts *drafts, bool first_round)
{
	Article *article = drafts->article;

	for (uint32_t m = 0; m < article->n_mentions; m++)
	{
		if ((m & 0xFF) == 0)
			arena_check(article->arena);
		if (article->mentions[m].entity == NONE &&
			has_entity(&article->mentions[m]))
			place_mention(drafts, m, first_round);
	}
}

/* The names that the text gives letters for, and the letters. */
static void
place_defined(Drafts *drafts)
{
	Article *article = drafts->article;

	for (uint32_t m = 1; m < article->n_mentions; m++)
	{
		uint32_t name;
		uint32_t letters;

		if (!body_defines(article, m, &name, &letters))
			continue;
		if (article->mentions[name].entity == NONE)
			place_mention(drafts, name, false);
		if (article->mentions[name].entity != NONE)
			draft_note(&drafts->defined,
					   article->tokens[article->mentions[letters].token_start]
						   .hash,
					   article->mentions[name].entity);
	}
}

void
entity_read(Article *article)
{
	Drafts	   drafts = { .article = article };
	WordTable *tables[] = { &drafts.keys,	 &drafts.persons, &drafts.bodies,
							&drafts.firsts,	 &drafts.parts,	  &drafts.acronyms,
							&drafts.defined, &drafts.typing };

	for (size_t k = 0; k < sizeof(tables) / sizeof(tables[0]); k++)
		word_table_init(tables[k], article->arena);
	place_defined(&drafts);
	place_all(&drafts, true);
	body_join_short(&drafts);
	place_all(&drafts, false);
	draft_make_entities(&drafts);
}
