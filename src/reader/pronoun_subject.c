/*
 * pronoun_subject.c
 *		Whom "they" and "it" mean: the people or the body that the clause
 *before, or one of the sentences before it, is about.
 *
 * Too many things are plural, or without a gender, for weights of names: what
 * counts is a noun for people or for a body, or a name of one, that is the
 * subject of its verb.  Two that differ in one sentence, two persons joined by
 * "and", and people who stand behind it as something else, make it doubtful,
 * and then nobody is meant.  "It" means only what the last sentence is about.
 */
#include "reader.h"
#include "pronoun.h"
#include "syntax.h"
#include "unicode.h"

#include <string.h>

/* Sentences looked at, with the one of the pronoun, and their tokens. */
#define MOST_SENTENCES 4
#define TOKENS_BACK	   150
/* How far behind a noun its verb may stand: over "of ..." and ", ...,". */
#define LONGEST_BETWEEN 14
/* Words of a noun phrase before its head. */
#define LONGEST_BEFORE 6
/* Bytes of a noun. */
#define LONGEST_NOUN 32

/* "companies" of "company", "groups" of "group": the classes of the one. */
static LexClasses
classes_of_one(const Article *article, uint32_t i)
{
	const Token	   *token = &article->tokens[i];
	const LexEntry *entry;
	char			key[LONGEST_NOUN];
	size_t			n = unicode_fold_string(article->text + token->start,
											token->end - token->start, key,
											sizeof(key));

	if (n > 3 && memcmp(key + n - 3, "ies", 3) == 0)
	{
		key[n - 3] = 'y';
		n -= 2;
	}
	else if (n > 1 && key[n - 1] == 's')
		n--;
	entry = lexicon_find(unicode_hash(UNICODE_HASH_START, key, n), key, n);
	return entry ? entry->classes : 0;
}

bool
noun_means_people(const Article *article, uint32_t i)
{
	static const char *const others[] = { "family", "jury", "government" };
	LexClasses				 classes = token_classes(article, i);

	if (classes & LEX(ROLE_PLURAL))
		return !(classes & LEX(ROLE)) ||
			syntax_tag_in(article, i, TAGBIT(TAG_PLURAL));
	if (!(classes & LEX(GROUP_NOUN)))
		return false;
	for (size_t k = 0; k < sizeof(others) / sizeof(others[0]); k++)
		if (token_is(article, i, others[k]))
			return true;
	return ((token_entry(article, i)->classes | classes_of_one(article, i)) &
			LEX(ORG_HEAD)) != 0;
}

/* A verb with nothing but helpers before it. */
static bool
begins_verb(const Article *article, uint32_t i, uint32_t end)
{
	while (i < end && article->tokens[i].kind == TOKEN_WORD &&
		   !syntax_tag_in(article, i, TAGS_FINITE) &&
		   syntax_is_verb_helper(article, i) &&
		   !token_has(article, i, LEX(AUXILIARY) | LEX(MODAL)))
		i++;
	return i < end && article->tokens[i].kind == TOKEN_WORD &&
		(syntax_tag_in(article, i, TAGS_FINITE) ||
		 token_has(article, i, LEX(AUXILIARY) | LEX(MODAL)));
}

/* Over ", led by Tom Byrne," or "from the ministry" behind a noun. */
static uint32_t
skip_what_follows(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t last = i + LONGEST_BETWEEN;

	if (last > end)
		last = end;
	if (i < last && token_is_mark(article, i, ','))
	{
		for (uint32_t k = i + 1; k < last; k++)
			if (token_is_mark(article, k, ','))
				return k + 1;
		return i;
	}
	if (i >= last || !token_has(article, i, LEX(PREPOSITION)))
		return i;
	for (i++; i < last && article->tokens[i].kind == TOKEN_WORD &&
		 !begins_verb(article, i, end) &&
		 !token_has(article, i, LEX(COMPLEMENTIZER) | LEX(SUBORDINATOR));
		 i++)
		;
	return i;
}

/* Part of the noun phrase that goes on behind it; "that" begins a clause. */
static bool
may_precede_head(const Article *article, uint32_t i)
{
	if (article->tokens[i].kind == TOKEN_POSSESSIVE)
		return true;
	if (article->tokens[i].kind != TOKEN_WORD ||
		token_is(article, i, "that") ||
		token_has(article, i,
				  LEX(PREPOSITION) | LEX(CONJUNCTION) | LEX(SUBORDINATOR) |
					  LEX(AUXILIARY)))
		return false;
	return syntax_tag_in(article, i, TAGS_NOMINAL) ||
		token_has(article, i, LEX(DETERMINER) | LEX(POSSESSIVE));
}

/* The first token of the noun phrase whose head is token i. */
static uint32_t
phrase_start(const Article *article, uint32_t i)
{
	uint32_t start = i;

	while (start > 0 && i - start < LONGEST_BEFORE &&
		   !(article->tokens[start].flags & TOKEN_SENTENCE_START) &&
		   may_precede_head(article, start - 1))
	{
		start--;
		if (token_has(article, start, LEX(DETERMINER) | LEX(POSSESSIVE)))
			break;
	}
	return start;
}

/* The same of all that is joined to it: "traders and their families". */
static uint32_t
joined_start(const Article *article, uint32_t i)
{
	uint32_t start = phrase_start(article, i);

	return start > 1 &&
			!(article->tokens[start].flags & TOKEN_SENTENCE_START) &&
			!(article->tokens[start - 1].flags & TOKEN_SENTENCE_START) &&
			token_is(article, start - 1, "and") &&
			syntax_tag_in(article, start - 2, TAGBIT(TAG_PLURAL)) ?
		phrase_start(article, start - 2) :
		start;
}

/* Tokens [first, head] are a subject: their verb stands behind. */
static bool
is_subject(const Article *article, uint32_t first, uint32_t head, uint32_t end)
{
	uint32_t behind = head + 1;

	if (behind >= end || article->tokens[behind].kind == TOKEN_POSSESSIVE)
		return false;
	if (first > 1 && token_has(article, first - 1, LEX(DETERMINER)))
		first--;
	if (first > 0 && !(article->tokens[first].flags & TOKEN_SENTENCE_START) &&
		token_has(article, first - 1, LEX(PREPOSITION)))
		return false;
	return begins_verb(article, behind, end) ||
		begins_verb(article, skip_what_follows(article, behind, end), end);
}

/* What one sentence, or its part before the pronoun, has. */
typedef struct Subjects
{
	uint32_t first; /* tokens of the one found, half open */
	uint32_t end;
	uint32_t n;		/* subjects that differ */
	bool	 pair;	/* two persons joined by "and" */
	uint32_t other; /* last people that are no subject, NONE for none */
} Subjects;

static void
note_subject(const Article *article, Subjects *found, uint32_t first,
			 uint32_t end)
{
	if (found->n > 0 &&
		article->tokens[end - 1].hash == article->tokens[found->end - 1].hash)
		return;
	found->first = first;
	found->end = end;
	found->n++;
}

/* "Ana Ruiz and Tom Byrne", in one sentence and before token end. */
static bool
is_pair(const Article *article, uint32_t m, uint32_t end)
{
	const Mention *mention = &article->mentions[m];

	return mention->kind == MENTION_PERSON && mention->token_end < end &&
		token_is(article, mention->token_end, "and") &&
		m + 1 < article->n_mentions && mention[1].token_end <= end &&
		mention[1].kind == MENTION_PERSON;
}

/* A name that the pronoun may mean. */
static bool
is_name(const Mention *mention, bool plural)
{
	return mention->kind == MENTION_ORG ||
		(plural && mention->kind == MENTION_GROUP);
}

/* A noun that it may mean, and the last of its noun phrase. */
static bool
is_noun(const Article *article, uint32_t i, uint32_t end, bool plural)
{
	if (article->tokens[i].kind != TOKEN_WORD ||
		!(plural ? noun_means_people(article, i) :
				   token_has(article, i, LEX(GROUP_NOUN)) &&
				  !syntax_tag_in(article, i, TAGBIT(TAG_PLURAL))))
		return false;
	return i + 1 >= end || article->tokens[i + 1].kind != TOKEN_WORD ||
		!syntax_tag_in(article, i + 1, TAGS_NOMINAL) ||
		begins_verb(article, i + 1, end);
}

/*
 * Reads tokens [start, end) of one sentence, those in the same speech as the
 * pronoun or, as it does, outside of any.
 */
static Subjects
subjects_of(const Article *article, uint32_t start, uint32_t end,
			uint32_t marked, bool plural)
{
	Subjects found = { .other = NONE };
	uint32_t m = mention_from(article, start);

	for (uint32_t i = start; i < end; i++)
	{
		const Mention *mention = NULL;
		uint32_t	   first = i;

		while (m < article->n_mentions && article->mentions[m].token_end <= i)
			m++;
		if (pronoun_marked(article, i) != marked)
			continue;
		if (m < article->n_mentions && article->mentions[m].token_start == i &&
			article->mentions[m].token_end <= end)
			mention = &article->mentions[m];
		if (mention && is_pair(article, m, end))
			found.pair = plural;
		if (mention && is_name(mention, plural))
			i = mention->token_end - 1;
		else if (!is_noun(article, i, end, plural))
			continue;
		else
			first = joined_start(article, i);
		if (first < start)
			first = start;
		if (is_subject(article, first, i, end))
			note_subject(article, &found, first, i + 1);
		else if (plural && !(mention && is_name(mention, plural)) &&
				 token_has(article, i, LEX(ROLE_PLURAL)) &&
				 !(first > 0 && token_is(article, first - 1, "of")))
			found.other = i;
	}
	return found;
}

/* Tokens [start, end) are about "it" again, or nothing but speech. */
static bool
goes_on(const Article *article, uint32_t start, uint32_t end, uint32_t marked)
{
	bool silent = true;

	for (uint32_t i = start; i < end; i++)
	{
		if (pronoun_marked(article, i) != marked)
			continue;
		if (token_is(article, i, "it") && begins_verb(article, i + 1, end))
			return true;
		if (article->tokens[i].kind == TOKEN_WORD)
			silent = false;
	}
	return silent;
}

/* "It is late", "it remains": said of nothing. */
static bool
means_nothing(const Article *article, uint32_t token)
{
	static const char *const verbs[] = { "is",	  "was",	 "'s",
										 "be",	  "remains", "remained",
										 "seems", "seemed" };

	for (size_t k = 0;
		 token + 1 < article->n_tokens && k < sizeof(verbs) / sizeof(verbs[0]);
		 k++)
		if (token_is(article, token + 1, verbs[k]))
			return token + 2 >= article->n_tokens ||
				!syntax_tag_in(article, token + 2, TAGBIT(TAG_VBG));
	return false;
}

/* "Roads are bad, they say": the clause before is what they say. */
static bool
is_behind_speech(const Article *article, uint32_t token)
{
	return token > 1 && token_is_mark(article, token - 1, ',') &&
		!token_has(article, token - 2, LEX(COMPLEMENTIZER)) &&
		!token_is(article, token - 2, "which");
}

bool
subject_before(const Article *article, uint32_t token, bool behind,
			   uint32_t *first, uint32_t *end)
{
	bool	 plural = !token_is(article, token, "it");
	uint32_t marked = pronoun_marked(article, token);
	uint32_t stop = token;
	uint32_t lines = 0;

	if (!plural && means_nothing(article, token))
		return false;
	for (uint32_t n = 0; n < MOST_SENTENCES && stop > 0; n++)
	{
		uint32_t start = stop;
		Subjects found = { .other = NONE };
		bool	 own; /* the sentence of the pronoun */

		do
			start--;
		while (start > 0 && token - start < TOKENS_BACK &&
			   !(article->tokens[start].flags & TOKEN_SENTENCE_START));
		if (token - start >= TOKENS_BACK)
			return false;
		own = stop == token &&
			!(article->tokens[token].flags & TOKEN_SENTENCE_START);
		if (!own || !behind || !is_behind_speech(article, token))
			found = subjects_of(article, start, stop, marked, plural);
		if (found.pair || found.n > 1 ||
			(found.other != NONE && (found.n == 0 || found.other > found.end)))
			return false;
		if (found.n == 1)
		{
			*first = found.first;
			*end = found.end;
			return true;
		}
		if (((article->tokens[start].flags & TOKEN_LINE_START) &&
			 ++lines > 1) ||
			(!plural && !own && !goes_on(article, start, stop, marked)))
			return false;
		stop = start;
	}
	return false;
}
