/*
 * noun.c
 *		Which name "the minister" or "the company" means.
 *
 * A person is told by a title, a body by a word of its name ("the museum"),
 * by the kind of its head (the Acme Bank is "the bank", Acme Inc. "the
 * company"), or by what the text calls it ("Acme, a maker of kettles").  One
 * that fits in the same paragraph is meant, or else the only one before.
 * When two fit, nobody is.
 */
#include "name.h"
#include "reader.h"
#include "syntax.h"
#include "unicode.h"

#include <string.h>

#define PLACES \
	(LEX(COUNTRY) | LEX(CITY) | LEX(REGION) | LEX(DEMONYM) | LEX(STATE_ABBREV))

/* Mentions back that "the minister" may mean one of them. */
#define MENTIONS_BACK 200
/* Titles of a person looked at, and bytes of a title or name. */
#define MOST_TITLES 8
#define ROLE_BYTES	128
/* Longest noun phrase that stands for a name, in words with "the". */
#define LONGEST_NOUN 6
/* How far behind a name "a maker of kettles" is looked for, in tokens. */
#define LONGEST_DESCRIPTION 8

typedef struct Noun
{
	char	 key[ROLE_BYTES]; /* folded, without "the" */
	size_t	 length;
	NameWord words[NAME_MOST_WORDS];
	uint32_t n;
	uint32_t hash;			   /* of its last word */
	char	 role[ROLE_BYTES]; /* folded, without whose it is */
	size_t	 role_length;
	uint32_t n_role;			/* words of it */
	char	 owner[ROLE_BYTES]; /* "Norwegian", "Norway" of "Norway's" */
	size_t	 owner_length;		/* 0 for none */
	bool	 is_owned;			/* by a name, so that no body is meant */
	bool	 is_generic;		/* may be said of a body of any name */
} Noun;

typedef enum Fit
{
	FIT_NOT,
	FIT_PERHAPS, /* a body whose name says nothing of what it is */
	FIT_SURE
} Fit;

/* Different entities that fit. */
typedef struct Fitting
{
	uint32_t entity;
	uint32_t n; /* 2 for more than one */
} Fitting;

static NameWord
last_word(const Noun *noun)
{
	return noun->words[noun->n - 1];
}

static const LexEntry *
find_entry(NameWord word)
{
	return lexicon_find(unicode_hash(UNICODE_HASH_START, word.bytes,
									 word.length),
						word.bytes, word.length);
}

/* The entry is of this class, and the word is beside it. */
static bool
has_beside(const LexEntry *entry, LexClasses any, NameWord word)
{
	return entry && (entry->classes & any) && name_is_beside(entry, word);
}

/* ---------------------------------------------------------------- persons */

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

/* "vice president" is no president, "former mayor" no mayor any more. */
static bool
is_another_office(const char *key, size_t len, const Noun *noun)
{
	static const char *const before[] = { "vice",	 "deputy",	  "assistant",
										  "former",	 "ex",		  "late",
										  "acting",	 "candidate", "shadow",
										  "nominee", "elect" };
	NameWord				 words[NAME_MOST_WORDS];
	size_t					 head = len - noun->role_length;
	uint32_t				 n = name_words(key, head, words);

	for (uint32_t i = 0; i < n; i++)
		for (size_t k = 0; k < sizeof(before) / sizeof(before[0]); k++)
			if (name_word_is(words[i], before[k]))
				return true;
	return false;
}

/* A title, or its head, ends with the noun, and is no other office. */
static bool
title_ends_with(const char *key, size_t len, const Noun *noun)
{
	return ends_with_words(key, len, noun->role, noun->role_length) &&
		!is_another_office(key, len, noun);
}

/*
 * "President of Norway" and "Norwegian president" are surely Norway's, "Sen."
 * perhaps; a title of Oslo's is not.
 */
static Fit
fit_of_owner(const char *key, size_t len, const Noun *noun)
{
	NameWord		owner = { noun->owner, (uint32_t) noun->owner_length };
	const LexEntry *country = find_entry(owner);
	NameWord		words[NAME_MOST_WORDS];
	uint32_t		n = name_words(key, len, words);
	Fit				fit = FIT_NOT;

	if (noun->owner_length == 0)
		return FIT_SURE;
	/* a party has many */
	if (country && (country->classes & PLACES))
		fit = FIT_PERHAPS;
	for (uint32_t i = 0; i < n; i++)
	{
		const LexEntry *entry = find_entry(words[i]);

		if ((words[i].length == owner.length &&
			 memcmp(words[i].bytes, owner.bytes, owner.length) == 0) ||
			(entry && country && entry->canonical &&
			 entry->canonical == country->canonical))
			return FIT_SURE;
		if (entry && (entry->classes & PLACES))
			fit = FIT_NOT;
	}
	return fit;
}

/* The folded title is the role, or one that is short for it. */
static bool
is_role(const char *key, size_t len, const Noun *noun)
{
	NameWord words[NAME_MOST_WORDS];
	uint32_t n;

	if (title_ends_with(key, len, noun))
		return true;
	len = title_head(key, len);
	if (title_ends_with(key, len, noun))
		return true;
	n = name_words(key, len, words);
	return noun->n_role == 1 && n > 0 &&
		has_beside(find_entry(words[n - 1]), LEX(TITLE), last_word(noun));
}

/* The person has the role as a title. */
static Fit
fit_of_person(const Entity *entity, const Noun *noun)
{
	Fit best = FIT_NOT;

	for (uint32_t t = 0; t < entity->n_titles && t < MOST_TITLES; t++)
	{
		char   key[ROLE_BYTES];
		size_t len = unicode_fold_string(entity->titles[t].bytes,
										 entity->titles[t].length, key,
										 sizeof(key));
		Fit	   fit = is_role(key, len, noun) ? fit_of_owner(key, len, noun) :
											   FIT_NOT;

		if (fit > best)
			best = fit;
	}
	return best;
}

/* ----------------------------------------------------------------- bodies */

/* Every word of the noun is one of the name, which has more. */
static bool
is_in_name(const NameWord *words, uint32_t n, const Noun *noun)
{
	if (n <= noun->n)
		return false;
	for (uint32_t k = 0; k < noun->n; k++)
	{
		uint32_t i = 0;

		while (i < n &&
			   (words[i].length != noun->words[k].length ||
				memcmp(words[i].bytes, noun->words[k].bytes,
					   words[i].length) != 0))
			i++;
		if (i == n)
			return false;
	}
	return true;
}

/*
 * What the name says: the kind of body that the noun is, another, or nothing.
 */
static Fit
fit_of_name(const Entity *entity, const Noun *noun)
{
	LexClasses heads = LEX(ORG_HEAD) | LEX(ORG_SUFFIX);
	Fit		   fit = FIT_PERHAPS;
	char	   key[ROLE_BYTES];
	NameWord   words[NAME_MOST_WORDS];
	size_t	 len = unicode_fold_string(entity->name.bytes, entity->name.length,
									   key, sizeof(key));
	uint32_t n = name_words(key, len, words);

	if (is_in_name(words, n, noun))
		return FIT_SURE;
	for (uint32_t i = 0; i < n; i++)
	{
		const LexEntry *entry = find_entry(words[i]);

		if (entry == NULL || !(entry->classes & heads))
			continue;
		if (noun->n == 1 && has_beside(entry, heads, last_word(noun)))
			return FIT_SURE;
		fit = FIT_NOT;
	}
	return fit;
}

/* "the airline Acme", "Acme, a budget airline": the text says so. */
static bool
is_called(const Article *article, const Mention *mention, const Noun *noun)
{
	uint32_t i = mention->token_end;
	uint32_t end = i + LONGEST_DESCRIPTION;
	bool	 is_definite;

	if (noun->n != 1)
		return false;
	/* "the airline Acme", but not "a government Acme account" */
	if (mention->token_start > 0 &&
		article->tokens[mention->token_start - 1].hash == noun->hash)
		return i >= article->n_tokens ||
			article->tokens[i].kind != TOKEN_WORD ||
			!syntax_tag_in(article, i, TAGS_NOMINAL);
	if (end > article->n_tokens)
		end = article->n_tokens;
	if (i + 2 >= end || !token_is_mark(article, i, ',') ||
		!token_has(article, i + 1, LEX(DETERMINER)))
		return false;
	is_definite = token_is(article, i + 1, "the");
	for (i += 2; i + 1 < end && article->tokens[i].kind == TOKEN_WORD &&
		 !token_has(article, i, LEX(PREPOSITION));
		 i++)
		if (article->tokens[i].hash == noun->hash)
			return article->tokens[i + 1].kind != TOKEN_WORD ||
				(!is_definite &&
				 token_has(article, i + 1,
						   LEX(PREPOSITION) | LEX(COMPLEMENTIZER)));
	return false;
}

/* A news agency, a seat of government, an alliance known by its letters. */
static bool
is_of_known_kind(const Article *article, const Mention *mention)
{
	uint32_t words;

	return token_phrase(article, mention->token_start, mention->token_end,
						LEX(AGENCY) | LEX(METONYM) | LEX(ORG_ACRONYM),
						&words) != NULL;
}

static Fit
fit_of(const Article *article, const Mention *mention, const Noun *noun)
{
	const Entity *entity = &article->entities[mention->entity];
	Fit			  fit;

	if (entity->kind == MENTION_PERSON)
		return fit_of_person(entity, noun);
	if (entity->kind != MENTION_ORG || noun->is_owned)
		return FIT_NOT;
	fit = fit_of_name(entity, noun);
	if (fit != FIT_SURE && is_called(article, mention, noun))
		return FIT_SURE;
	if (fit == FIT_PERHAPS &&
		(!noun->is_generic || mention->sentence == NONE ||
		 is_of_known_kind(article, mention)))
		return FIT_NOT;
	return fit;
}

/* ------------------------------------------------------------ the phrase */

static size_t
fold_tokens(const Article *article, uint32_t first, uint32_t end,
			char key[ROLE_BYTES])
{
	TextSpan span = token_span(article, first, end);

	return unicode_fold_string(article->text + span.start,
							   span.end - span.start, key, ROLE_BYTES);
}

/*
 * The end of what tells whose the role is that begins at token i: "Norwegian",
 * "Norway's"; i for none.  Sets the last token of the name.
 */
static uint32_t
owner_end(const Article *article, uint32_t i, uint32_t end, uint32_t *last)
{
	uint32_t	   m = mention_from(article, i);
	const Mention *owner = &article->mentions[m];

	if (m >= article->n_mentions || owner->token_start != i ||
		(owner->kind != MENTION_ORG && owner->kind != MENTION_PLACE &&
		 owner->kind != MENTION_GROUP) ||
		owner->token_end >= end)
		return i;
	*last = owner->token_end - 1;
	return owner->token_end +
		(article->tokens[owner->token_end].kind == TOKEN_POSSESSIVE);
}

/*
 * Reads tokens [first, end), "the minister", "the Norwegian minister" or
 * "Norway's minister"; false when they are no such noun.
 */
static bool
noun_read(const Article *article, uint32_t first, uint32_t end, Noun *noun)
{
	static const char *const generic[] = { "company",	   "firm",
										   "group",		   "organization",
										   "organisation", "agency" };
	static const char *const papers[] = { "statement", "report",  "letter",
										  "message",   "article", "story" };
	bool					 has_the;
	uint32_t				 role;
	uint32_t				 last = 0;

	if (end - first < 2 || end - first > LONGEST_NOUN ||
		!token_has(article, end - 1,
				   LEX(ROLE) | LEX(GROUP_NOUN) | LEX(ROLE_PLURAL)))
		return false;
	has_the = token_is(article, first, "the");
	if (has_the)
		first++;
	role = owner_end(article, first, end, &last);
	noun->is_owned = role > first &&
		article->tokens[role - 1].kind == TOKEN_POSSESSIVE;
	if ((!has_the && !noun->is_owned) || role >= end)
		return false;
	noun->owner_length = role == first ?
		0 :
		fold_tokens(article, last, last + 1, noun->owner);
	noun->role_length = fold_tokens(article, role, end, noun->role);
	noun->length = fold_tokens(article, first, end, noun->key);
	noun->n_role = end - role;
	noun->n = name_words(noun->key, noun->length, noun->words);
	noun->hash = article->tokens[end - 1].hash;
	noun->is_generic = false;
	for (size_t k = 0; k < sizeof(generic) / sizeof(generic[0]); k++)
		if (noun->n == 1 && token_is(article, end - 1, generic[k]))
			noun->is_generic = true;
	/* any body makes statements, and some are called so */
	for (size_t k = 0; k < sizeof(papers) / sizeof(papers[0]); k++)
		if (noun->n == 1 && token_is(article, end - 1, papers[k]))
			return false;
	return noun->n > 0;
}

static void
add_fitting(Fitting *fitting, uint32_t entity)
{
	if (fitting->n == 1 && fitting->entity == entity)
		return;
	fitting->entity = entity;
	fitting->n = fitting->n ? 2 : 1;
}

/* Where a name stands that a noun may mean. */
typedef enum Where
{
	WHERE_HERE,	  /* in the same paragraph */
	WHERE_BEFORE, /* in the one before; of those that fit surely */
	WHERE_ANY,
	WHERES
} Where;

uint32_t
entity_of_noun(const Article *article, uint32_t first, uint32_t end)
{
	Noun	 noun;
	Fitting	 fitting[2][WHERES] = { 0 }; /* sure, perhaps */
	uint32_t here;

	if (!noun_read(article, first, end, &noun))
		return NONE;
	here = paragraph_from(article, first);
	for (uint32_t m = mention_from(article, first), back = 0;
		 m > 0 && back < MENTIONS_BACK; m--, back++)
	{
		const Mention *mention = &article->mentions[m - 1];
		bool		   perhaps;
		Fit			   fit;

		if (mention->entity == NONE ||
			(fit = fit_of(article, mention, &noun)) == FIT_NOT)
			continue;
		perhaps = fit == FIT_PERHAPS;
		add_fitting(&fitting[perhaps][WHERE_ANY], mention->entity);
		/* who may be of another place is the only one of all, or is not */
		if (perhaps && mention->kind == MENTION_PERSON)
			continue;
		if (mention->paragraph == here)
			add_fitting(&fitting[perhaps][WHERE_HERE], mention->entity);
		else if (mention->paragraph + 1 == here)
			add_fitting(&fitting[perhaps][WHERE_BEFORE], mention->entity);
	}
	/* who fits here, surely or not, goes before who fits elsewhere */
	for (int where = 0; where < WHERES; where++)
		for (int perhaps = 0; perhaps < (where == WHERE_BEFORE ? 1 : 2);
			 perhaps++)
			if (fitting[perhaps][where].n > 0)
				return fitting[perhaps][where].n == 1 ?
					fitting[perhaps][where].entity :
					NONE;
	return NONE;
}
