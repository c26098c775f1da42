/*
 * entity.c
 *		Who is who: mentions that mean the same person, organisation or place.
 *
 * Full names come first, wherever they stand; then short forms look for the
 * one full name they fit.  A short form that fits two people stays by itself.
 */
#include "article.h"

#include "mention.h"
#include "name.h"
#include "reader.h"
#include "unicode.h"
#include "wordtable.h"

#include <string.h>

/* Entities with one surname that are looked at. */
#define MOST_NAMESAKES	12
#define LONGEST_KEY		256
#define LONGEST_ACRONYM 12

/* An entity while it is being put together. */
typedef struct Draft
{
	MentionKind kind;
	const char *key; /* folded, in the arena */
	uint32_t	key_length;
	uint32_t	first;	  /* the mention that made it */
	uint32_t	mention;  /* the one with the fullest form */
	uint32_t	namesake; /* next with the same last word, NONE at the end */
	uint32_t	words;
	uint32_t	canonical; /* lexicon string, 0 none */
	bool		full;	   /* a person with a given name */
	uint8_t		gender;
} Draft;

typedef struct Drafts
{
	Article	 *article;
	Draft	 *list;
	uint32_t  n;
	uint32_t  capacity;
	WordTable keys;		/* hash of kind and key to draft + 1 */
	WordTable surnames; /* sound of the last word to the newest draft + 1 */
	WordTable firsts;	/* the first word, AMBIGUOUS for several */
	WordTable middles;	/* words between first and last */
	WordTable acronyms;
} Drafts;

#define AMBIGUOUS UINT32_MAX

static bool
has_entity(const Mention *mention)
{
	return mention->kind <= MENTION_GROUP || mention->kind == MENTION_EVENT ||
		mention->kind == MENTION_WORK;
}

static uint32_t
key_hash(MentionKind kind, const char *key, size_t len)
{
	char first = (char) ('0' + kind);

	return unicode_hash(unicode_hash(UNICODE_HASH_START, &first, 1), key, len);
}

/* What the lexicon calls a place or an organisation; 0 for nothing. */
static uint32_t
canonical_of(const Article *article, const Mention *mention)
{
	LexClasses places = LEX(COUNTRY) | LEX(CITY) | LEX(REGION) |
		LEX(STATE_ABBREV);
	LexClasses orgs = LEX(ORG) | LEX(ORG_ACRONYM) | LEX(AGENCY) | LEX(METONYM);
	uint32_t   words;
	const LexEntry *entry;

	/* an organisation is called as it calls itself, but for its letters */
	if (mention->kind != MENTION_PLACE &&
		(mention->kind != MENTION_ORG ||
		 mention->token_end - mention->token_start > 1))
		return 0;
	entry = token_phrase(article, mention->token_start, mention->token_end,
						 mention->kind == MENTION_PLACE ? places : orgs,
						 &words);
	if (entry == NULL || words != mention->token_end - mention->token_start ||
		(entry->classes & LEX(DEMONYM)))
		return 0;
	return entry->canonical;
}

static size_t
mention_key(const Article *article, const Mention *mention, char *key)
{
	const char *bytes = article->text + mention->span.start;
	size_t		len = mention->span.end - mention->span.start;

	if (mention->kind == MENTION_PERSON)
		return name_key(bytes, len, key, LONGEST_KEY);
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

static void
note_gender(Draft *draft, Gender gender)
{
	if (draft->gender == GENDER_UNKNOWN)
		draft->gender = (uint8_t) gender;
}

/* ------------------------------------------------------------ new drafts */

/* Of the first letters of its capitalised words; 0 for too few. */
static uint32_t
acronym_hash(const Article *article, const Mention *mention)
{
	char   letters[LONGEST_ACRONYM];
	size_t len = 0;

	for (uint32_t i = mention->token_start;
		 i < mention->token_end && len < LONGEST_ACRONYM; i++)
		if (article->tokens[i].flags & TOKEN_CAPITAL)
			letters[len++] = (char) (article->text[article->tokens[i].start] |
									 0x20);
	return len < 2 ? 0 : key_hash(mention->kind, letters, len);
}

/* Remembers one draft under a hash, or that there are several. */
static void
note_single(WordTable *table, uint32_t hash, uint32_t draft)
{
	uint32_t *value = word_table_add(table, hash);

	if (value)
		*value = *value == 0 || *value == draft + 1 ? draft + 1 : AMBIGUOUS;
}

static uint32_t
draft_new(Drafts *drafts, uint32_t m, const char *key, size_t len,
		  uint32_t canonical)
{
	Article		  *article = drafts->article;
	const Mention *mention = &article->mentions[m];
	uint32_t	   d = drafts->n;
	Draft		  *draft = ARENA_PUSH(article->arena, drafts->list, drafts->n,
									  drafts->capacity);
	NameWord	   words[NAME_MOST_WORDS];
	uint32_t	  *slot;

	draft->kind = mention->kind;
	draft->key = arena_copy(article->arena, key, len);
	draft->key_length = (uint32_t) len;
	draft->first = m;
	draft->mention = m;
	draft->canonical = canonical;
	draft->namesake = NONE;
	draft->words = name_words(draft->key, len, words);
	draft->full = mention->kind == MENTION_PERSON && draft->words > 1;
	slot = word_table_add(&drafts->keys, key_hash(mention->kind, key, len));
	if (slot)
		*slot = d + 1;
	if (draft->words == 0)
		return d;
	if (mention->kind == MENTION_PERSON)
	{
		slot = word_table_add(&drafts->surnames,
							  name_sound_hash(words[draft->words - 1]));
		if (slot)
		{
			draft->namesake = *slot ? *slot - 1 : NONE;
			*slot = d + 1;
		}
	}
	if (draft->words > 1)
	{
		note_single(&drafts->firsts,
					key_hash(mention->kind, words[0].bytes, words[0].length),
					d);
		/* "Ricardo Soto Nevares" may be called Soto */
		for (uint32_t k = 1; k + 1 < draft->words && draft->full; k++)
			if (words[k].length > 2)
				note_single(&drafts->middles,
							key_hash(mention->kind, words[k].bytes,
									 words[k].length),
							d);
		note_single(&drafts->acronyms, acronym_hash(article, mention), d);
	}
	return d;
}

static uint32_t
find_single(const WordTable *table, uint32_t hash)
{
	const uint32_t *value = word_table_find(table, hash);

	return value && *value && *value != AMBIGUOUS ? *value - 1 : NONE;
}

/* The draft with exactly this key. */
static uint32_t
find_key(const Drafts *drafts, MentionKind kind, const char *key, size_t len)
{
	const uint32_t *value = word_table_find(&drafts->keys,
											key_hash(kind, key, len));
	const Draft	   *draft;

	if (value == NULL || *value == 0)
		return NONE;
	draft = &drafts->list[*value - 1];
	if (draft->kind != kind || draft->key_length != len ||
		memcmp(draft->key, key, len) != 0)
		return NONE;
	return *value - 1;
}

/*
 * The one person that this name can mean; NONE for nobody or for several.
 */
static uint32_t
find_person(const Drafts *drafts, uint32_t mention, const NameWord *words,
			uint32_t n, Gender gender)
{
	const uint32_t *slot = word_table_find(&drafts->surnames,
										   name_sound_hash(words[n - 1]));
	uint32_t		found = NONE;
	uint32_t		before = NONE;
	uint32_t		n_found = 0;
	uint32_t		n_before = 0;
	uint32_t		d = slot && *slot ? *slot - 1 : NONE;

	for (uint32_t step = 0; d != NONE && step < MOST_NAMESAKES; step++)
	{
		const Draft *draft = &drafts->list[d];
		NameWord	 other[NAME_MOST_WORDS];
		uint32_t	 m = name_words(draft->key, draft->key_length, other);
		int			 same = name_words_same(words, n, other, m);

		if (gender != GENDER_UNKNOWN && draft->gender != GENDER_UNKNOWN &&
			draft->gender != gender)
			same = 0;
		if (same != 0)
		{
			found = d;
			n_found++;
			if (draft->first < mention)
			{
				before = d;
				n_before++;
			}
		}
		d = draft->namesake;
	}
	if (d != NONE)
		return NONE;
	/* of two namesakes, the one that the reader has met so far */
	return n_found == 1 ? found : n_before == 1 ? before : NONE;
}

static uint32_t
find_org(const Drafts *drafts, const Mention *mention, const char *key,
		 const NameWord *words, uint32_t n)
{
	uint32_t found = NONE;

	(void) words;
	if (n == 1 && mention->token_end - mention->token_start == 1 &&
		(drafts->article->tokens[mention->token_start].flags &
		 TOKEN_ALL_CAPITALS))
		found = find_single(&drafts->acronyms,
							key_hash(mention->kind, key, words[0].length));
	if (found == NONE && n == 1)
		found = find_single(&drafts->firsts,
							key_hash(mention->kind, key, words[0].length));
	return found;
}

/* ------------------------------------------------------------- two rounds */

/*
 * Gives mention m its draft.  In the first round only full names and names
 * that the lexicon knows; in the second all others.
 */
static void
place_mention(Drafts *drafts, uint32_t m, bool first_round)
{
	Article *article = drafts->article;
	Mention *mention = &article->mentions[m];
	char	 key[LONGEST_KEY];
	uint32_t canonical = canonical_of(article, mention);
	NameWord words[NAME_MOST_WORDS];
	size_t	 len;
	uint32_t n;
	uint32_t d;
	Gender	 gender = mention_gender(article, mention);

	if (canonical)
		len = name_fold(lexicon_string(canonical),
						strlen(lexicon_string(canonical)), key, LONGEST_KEY);
	else
		len = mention_key(article, mention, key);
	n = name_words(key, len, words);
	if (n == 0)
		return;
	if (first_round && n == 1 && !canonical)
		return;
	d = find_key(drafts, mention->kind, key, len);
	if (d == NONE && mention->kind == MENTION_PERSON)
	{
		d = find_person(drafts, m, words, n, gender);
		if (d == NONE && n == 1)
			d = find_single(&drafts->firsts,
							key_hash(MENTION_PERSON, key, len));
		if (d == NONE && n == 1)
			d = find_single(&drafts->middles,
							key_hash(MENTION_PERSON, key, len));
	}
	else if (d == NONE && mention->kind == MENTION_ORG && !canonical)
		d = find_org(drafts, mention, key, words, n);
	if (d == NONE)
		d = draft_new(drafts, m, key, len, canonical);
	else if (n > drafts->list[d].words)
	{
		drafts->list[d].words = n;
		drafts->list[d].mention = m;
	}
	note_gender(&drafts->list[d], gender);
	mention->entity = d;
}

/* --------------------------------------------------------------- entities */

/* The text of a span; where a line ends inside it, with a space. */
static Name
name_of_span(const Article *article, TextSpan span)
{
	const char *bytes = article->text + span.start;
	size_t		len = span.end - span.start;
	size_t		n = 0;
	char	   *joined;

	if (memchr(bytes, '\n', len) == NULL)
		return (Name){ bytes, (uint32_t) len };
	joined = arena_alloc(article->arena, len + 1, 1);
	for (size_t i = 0; i < len; i++)
	{
		bool space = bytes[i] == ' ' || (bytes[i] >= '\t' && bytes[i] <= '\r');

		if (!space)
			joined[n++] = bytes[i];
		else if (n > 0 && joined[n - 1] != ' ')
			joined[n++] = ' ';
	}
	return (Name){ joined, (uint32_t) n };
}

static bool
same_name(Name a, Name b)
{
	return a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0;
}

/* Most titles and other forms that are kept of one entity. */
#define MOST_FORMS 16

static void
add_form(Arena *arena, Name **list, uint32_t *n, Name name)
{
	if (name.length == 0 || *n >= MOST_FORMS)
		return;
	for (uint32_t i = 0; i < *n; i++)
		if (same_name((*list)[i], name))
			return;
	if (*list == NULL)
		*list = arena_alloc(arena, MOST_FORMS, sizeof(Name));
	(*list)[(*n)++] = name;
}

/* Written in capitals that it does not have by itself: no "NATO". */
static bool
is_shouted(const Article *article, const Mention *mention)
{
	uint32_t letters = 0;

	if (mention->kind != MENTION_PLACE && mention->kind != MENTION_PERSON)
		return false;
	for (uint32_t i = mention->token_start; i < mention->token_end; i++)
	{
		const Token *token = &article->tokens[i];

		if (token->kind != TOKEN_WORD)
			continue;
		/* initials and "II" stay as they are */
		if (!(token->flags & TOKEN_ALL_CAPITALS) &&
			token->end - token->start > 2)
			return false;
		letters += token->end - token->start;
	}
	return letters >= 4;
}

/* "LONDON" is called London: of each word only the first letter stays. */
static Name
with_small_letters(const Article *article, TextSpan span)
{
	size_t len = span.end - span.start;
	size_t n = 0;
	char  *bytes = arena_alloc(article->arena, len + 1, 4);
	bool   inside = false;

	for (size_t at = span.start; at < span.end;)
	{
		int		 size;
		uint32_t c = unicode_next(article->text, at, span.end, &size);

		if (inside && unicode_is_upper(c))
			n += unicode_lower(c, bytes + n);
		else
		{
			memcpy(bytes + n, article->text + at, (size_t) size);
			n += (size_t) size;
		}
		inside = unicode_is_letter(c) || c == '\'' || c == 0x2019;
		at += (size_t) size;
	}
	return (Name){ bytes, (uint32_t) n };
}

/* Arnold "Sled" Boyle is called Arnold Boyle. */
static Name
without_nickname(const Article *article, const Mention *mention)
{
	Name whole = name_of_span(article, mention->span);

	for (uint32_t i = mention->token_start + 1; i + 3 < mention->token_end;
		 i++)
		if (article->tokens[i].kind == TOKEN_DOUBLE_MARK &&
			article->tokens[i + 2].kind == TOKEN_DOUBLE_MARK)
		{
			size_t head = article->tokens[i].start - mention->span.start;
			size_t tail = mention->span.end - article->tokens[i + 3].start;
			char  *bytes = arena_copy(article->arena, whole.bytes,
									  whole.length);

			memcpy(bytes + head, article->text + article->tokens[i + 3].start,
				   tail);
			return (Name){ bytes, (uint32_t) (head + tail) };
		}
	return whole;
}

static Name
draft_name(const Drafts *drafts, const Draft *draft)
{
	const Article *article = drafts->article;
	const Mention *mention = &article->mentions[draft->mention];

	if (draft->canonical)
	{
		const char *name = lexicon_string(draft->canonical);

		return (Name){ name, (uint32_t) strlen(name) };
	}
	if (is_shouted(article, mention))
		return with_small_letters(article, mention->span);
	if (mention->kind == MENTION_PERSON)
		return without_nickname(article, mention);
	return name_of_span(article, mention->span);
}

/* Of what stands beside the mention, before it and behind it. */
static void
add_titles(const Article *article, Entity *entity, uint32_t m)
{
	const Mention *mention = &article->mentions[m];
	bool		   shouted = is_shouted(article, mention);
	TextSpan	   titles[2] = { mention->title, title_behind(article, m) };

	for (int k = 0; k < 2; k++)
		add_form(article->arena, &entity->titles, &entity->n_titles,
				 shouted ? with_small_letters(article, titles[k]) :
						   name_of_span(article, titles[k]));
}

/* Numbers the entities in the order of their first mentions. */
static void
make_entities(Drafts *drafts)
{
	Article	 *article = drafts->article;
	uint32_t *number = arena_alloc(article->arena, drafts->n + 1,
								   sizeof(uint32_t));

	article->entities = arena_alloc(article->arena, drafts->n + 1,
									sizeof(Entity));
	for (uint32_t m = 0; m < article->n_mentions; m++)
	{
		Mention *mention = &article->mentions[m];
		Entity	*entity;
		uint32_t d = mention->entity;

		if ((m & 0xFF) == 0)
			arena_check(article->arena);
		if (d == NONE)
			continue;
		if (number[d] == 0)
		{
			entity = &article->entities[article->n_entities++];
			number[d] = article->n_entities;
			entity->kind = drafts->list[d].kind;
			entity->name = draft_name(drafts, &drafts->list[d]);
			entity->gender = (Gender) drafts->list[d].gender;
			entity->first_mention = m;
		}
		mention->entity = number[d] - 1;
		entity = &article->entities[mention->entity];
		entity->mentions++;
		if (!same_name(entity->name, name_of_span(article, mention->span)))
			add_form(article->arena, &entity->aliases, &entity->n_aliases,
					 name_of_span(article, mention->span));
		add_titles(article, entity, m);
	}
}

void
entity_read(Article *article)
{
	Drafts drafts = { .article = article };

	word_table_init(&drafts.keys, article->arena);
	word_table_init(&drafts.surnames, article->arena);
	word_table_init(&drafts.firsts, article->arena);
	word_table_init(&drafts.middles, article->arena);
	word_table_init(&drafts.acronyms, article->arena);
	for (int round = 0; round < 2; round++)
		for (uint32_t m = 0; m < article->n_mentions; m++)
		{
			if ((m & 0xFF) == 0)
				arena_check(article->arena);
			if (article->mentions[m].entity == NONE &&
				has_entity(&article->mentions[m]))
				place_mention(&drafts, m, round == 0);
		}
	make_entities(&drafts);
}
