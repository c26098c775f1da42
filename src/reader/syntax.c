/*
 * syntax.c
 *		Parts of speech; see syntax.h.
 *
 * Each word begins with the tag it has most often in tagged news (lexicon) or
 * that its ending suggests, then a left-to-right pass puts right what the
 * neighbours show to be wrong: nouns behind determiners, bare verbs behind
 * modals and "to", participles behind auxiliaries, verbs behind subjects.
 */
#include "reader.h"
#include "syntax.h"

#include <string.h>

static bool
ends_with(const Article *article, const Token *token, const char *suffix)
{
	size_t n = strlen(suffix);

	return token->end - token->start > n + 1 &&
		memcmp(article->text + token->end - n, suffix, n) == 0;
}

static WordTag
tag_by_shape(const Article *article, const Token *token)
{
	if (token->flags & TOKEN_CAPITAL)
		return TAG_PROPER;
	if (ends_with(article, token, "ing"))
		return TAG_VBG;
	if (ends_with(article, token, "ed"))
		return TAG_VBD;
	if (ends_with(article, token, "ly"))
		return TAG_ADV;
	if (token->flags & TOKEN_HAS_HYPHEN)
		return TAG_ADJ;
	if (ends_with(article, token, "s") && !ends_with(article, token, "ss"))
		return TAG_PLURAL;
	return TAG_NOUN;
}

#define CLOSED_CLASS \
	(SUBJECT_PRONOUNS | LEX(PRON_OTHER) | LEX(POSSESSIVE) | LEX(DETERMINER) | \
	 LEX(PREPOSITION) | LEX(CONJUNCTION) | LEX(SUBORDINATOR) | \
	 LEX(COMPLEMENTIZER) | LEX(AUXILIARY) | LEX(MODAL))

#define NAME_CLASSES \
	(LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE) | LEX(SURNAME) | LEX(PERSON) | \
	 LEX(ORG) | LEX(AGENCY) | LEX(CITY) | LEX(COUNTRY) | LEX(REGION))

/* The tag of a word by itself. */
static WordTag
tag_alone(const Article *article, uint32_t i)
{
	const Token	   *token = &article->tokens[i];
	const LexEntry *entry = token_entry(article, i);

	if (token->kind != TOKEN_WORD)
		return TAG_OTHER;
	if (entry->classes & LEX(MODAL))
		return TAG_MODAL;
	/* a capital inside a sentence is a name, unless a closed class */
	if ((token->flags & TOKEN_CAPITAL) && !(entry->classes & CLOSED_CLASS))
	{
		/* "Ruiz, the mayor, Tweeted" */
		if (i > 0 && !(article->tokens[i - 1].flags & TOKEN_CAPITAL) &&
			!(token->flags & TOKEN_ALL_CAPITALS) &&
			(entry->classes & (LEX(CUE_SPEECH) | LEX(CUE_WRITING))) &&
			(entry->tags & TAGS_FINITE) &&
			!(token_classes(article, i) & NAME_CLASSES))
			return TAGBIT(entry->best_tag) & TAGS_FINITE ?
				(WordTag) entry->best_tag :
				entry->tags & TAGBIT(TAG_VBD) ? TAG_VBD :
												TAG_VBZ;
		if (!(token->flags & TOKEN_SENTENCE_START))
			return TAG_PROPER;
		if (!(entry->classes & LEX(COMMON)) || !entry->tags)
			return TAG_PROPER;
	}
	if (entry->tags)
		return (WordTag) entry->best_tag;
	if (entry->classes &
		(SUBJECT_PRONOUNS | LEX(PRON_OTHER) | LEX(POSSESSIVE)))
		return TAG_PRONOUN;
	if (entry->classes & LEX(DETERMINER))
		return TAG_DET;
	if (entry->classes & LEX(PREPOSITION))
		return TAG_PREP;
	if (entry->classes & (LEX(ROLE) | LEX(GROUP_NOUN)))
		return TAG_NOUN;
	if (entry->classes & LEX(ROLE_PLURAL))
		return TAG_PLURAL;
	if (entry->classes & LEX(ADVERB))
		return TAG_ADV;
	return tag_by_shape(article, token);
}

/* The tags a word can have, as far as is known. */
static uint16_t
tags_possible(const Article *article, uint32_t i)
{
	const LexEntry *entry = token_entry(article, i);
	uint16_t		tags = entry->tags;

	if (!tags)
	{
		tags = TAGBIT(article->tags[i]);
		if (tags & TAGBIT(TAG_VBD))
			tags |= TAGBIT(TAG_VBN);
		if (tags & TAGBIT(TAG_PLURAL))
			tags |= TAGBIT(TAG_VBZ);
	}
	return tags;
}

/* The nearest word before i that is no adverb, within reach; NONE if none. */
static uint32_t
word_before(const Article *article, uint32_t i, uint32_t first)
{
	for (uint32_t back = 1; back <= 3 && i >= first + back; back++)
	{
		if (article->tokens[i - back].kind != TOKEN_WORD)
			return article->tokens[i - back].kind == TOKEN_NUMBER ? i - back :
																	NONE;
		if (article->tags[i - back] != TAG_ADV)
			return i - back;
	}
	return NONE;
}

static bool
is_form_of(const Article *article, uint32_t i, const char *const *forms)
{
	for (; *forms; forms++)
		if (token_is(article, i, *forms))
			return true;
	return false;
}

static const char *const have_forms[] = { "has",	 "have",   "had",
										  "having",	 "'ve",	   "hasn't",
										  "haven't", "hadn't", NULL };

static WordTag
tag_in_context(const Article *article, uint32_t i, uint32_t first,
			   uint32_t end)
{
	WordTag	   tag = (WordTag) article->tags[i];
	uint16_t   can;
	uint32_t   before;
	LexClasses classes;
	WordTag	   previous;
	LexClasses next;

	if (tag == TAG_PROPER || tag == TAG_MODAL)
		return tag;
	can = tags_possible(article, i);
	before = word_before(article, i, first);
	next = i + 1 < end ? token_classes(article, i + 1) : 0;
	if (i > first && article->tokens[i - 1].kind == TOKEN_POSSESSIVE)
		return can & TAGBIT(TAG_NOUN) ? TAG_NOUN :
			can & TAGBIT(TAG_PLURAL)  ? TAG_PLURAL :
										tag;
	/* "Ruiz, the mayor, put it" */
	if (before == NONE && tag == TAG_VB && (can & TAGBIT(TAG_VBD)) &&
		i > first && token_is_mark(article, i - 1, ','))
		return TAG_VBD;
	if (before == NONE)
		return tag;
	classes = token_classes(article, before);
	previous = (WordTag) article->tags[before];
	if (previous == TAG_MODAL && (can & TAGBIT(TAG_VB)))
		return TAG_VB;
	if (token_is(article, before, "to") &&
		(tag == TAG_VB || tag == TAG_VBP ||
		 ((can & TAGBIT(TAG_VB)) &&
		  ((tag != TAG_NOUN && tag != TAG_ADJ) ||
		   (next & (LEX(DETERMINER) | LEX(POSSESSIVE) | LEX(PRON_OTHER))) ||
		   (before > first && token_has(article, before - 1, LEX(CUE_TO)))))))
		return TAG_VB;
	if (classes & LEX(AUXILIARY))
	{
		if (is_form_of(article, before, have_forms))
			return can & TAGBIT(TAG_VBN) ? TAG_VBN : tag;
		if (token_is(article, before, "did") ||
			token_is(article, before, "does") ||
			token_is(article, before, "do") ||
			token_is(article, before, "didn't") ||
			token_is(article, before, "doesn't") ||
			token_is(article, before, "don't"))
			return can & TAGBIT(TAG_VB) ? TAG_VB : tag;
		return tag == TAG_VBD && (can & TAGBIT(TAG_VBN)) ? TAG_VBN : tag;
	}
	/* "the editorial read", "Ruiz put it": no bare verb behind a subject */
	if (tag == TAG_VB &&
		((TAGBIT(previous) & TAGS_NOMINAL) || (classes & SUBJECT_PRONOUNS)))
		return can & TAGBIT(TAG_VBD) ? TAG_VBD : TAG_VBP;
	/* "calls it theft and demands that" */
	if (tag == TAG_PLURAL && (can & TAGBIT(TAG_VBZ)) &&
		(classes & LEX(CONJUNCTION)) &&
		(token_entry(article, i)->classes & LEX(CUE_CLAUSE)) && i + 1 < end &&
		token_is(article, i + 1, "that"))
		return TAG_VBZ;
	/* '..." the filing states.' */
	if (tag == TAG_PLURAL && (can & TAGBIT(TAG_VBZ)) &&
		(previous == TAG_PROPER || previous == TAG_NOUN) &&
		(token_entry(article, i)->classes & LEX(CUE_SPEECH)) &&
		(i + 1 >= end || article->tokens[i + 1].kind == TOKEN_STOP ||
		 article->tokens[i + 1].kind == TOKEN_DOUBLE_MARK ||
		 token_is_mark(article, i + 1, ':')))
		return TAG_VBZ;
	/* "the crime involved five men": an object follows */
	if (tag == TAG_VBN && (can & TAGBIT(TAG_VBD)) &&
		(previous == TAG_NOUN || previous == TAG_PLURAL) && i + 1 < end &&
		((next &
		  (LEX(DETERMINER) | LEX(POSSESSIVE) | LEX(NUMBER_WORD) |
		   LEX(COMPLEMENTIZER))) ||
		 article->tags[i + 1] == TAG_PROPER))
		return TAG_VBD;
	/* "Ruiz shot back": no auxiliary before it */
	if (tag == TAG_VBN && (can & TAGBIT(TAG_VBD)) &&
		(previous == TAG_PROPER || (classes & SUBJECT_PRONOUNS) ||
		 token_is(article, before, "it")))
		return TAG_VBD;
	if ((classes & (LEX(DETERMINER) | LEX(POSSESSIVE))) &&
		!(classes & (SUBJECT_PRONOUNS | LEX(PRON_OTHER))))
	{
		/* "the report", "his claims" */
		if (!(TAGBIT(tag) & TAGS_VERB))
			return tag;
		if (can & TAGBIT(TAG_NOUN))
			return TAG_NOUN;
		if (can & TAGBIT(TAG_PLURAL))
			return TAG_PLURAL;
		return tag == TAG_VBD && (can & TAGBIT(TAG_VBN)) ? TAG_VBN : tag;
	}
	if (previous == TAG_PLURAL ||
		(classes & (LEX(PRON_SUBJ_PL) | LEX(PRON_SUBJ_1))))
	{
		if ((can & TAGBIT(TAG_VBP)) && tag != TAG_VBD && tag != TAG_ADJ)
			return TAG_VBP;
	}
	if ((previous == TAG_PROPER || previous == TAG_NOUN ||
		 (classes & (LEX(PRON_SUBJ_M) | LEX(PRON_SUBJ_F)))) &&
		tag == TAG_PLURAL && (can & TAGBIT(TAG_VBZ)) &&
		((next &
		  (LEX(DETERMINER) | LEX(COMPLEMENTIZER) | SUBJECT_PRONOUNS |
		   LEX(POSSESSIVE))) ||
		 (classes & SUBJECT_PRONOUNS)))
		return TAG_VBZ;
	return tag;
}

bool
syntax_is_verb_helper(const Article *article, uint32_t i)
{
	if (article->tokens[i].kind != TOKEN_WORD)
		return false;
	return article->tags[i] == TAG_ADV ||
		token_has(article, i,
				  LEX(AUXILIARY) | LEX(MODAL) | LEX(NEGATION) | LEX(ADVERB));
}

bool
syntax_is_time_word(const Article *article, uint32_t i)
{
	return token_has(article, i, LEX(WEEKDAY) | LEX(MONTH) | LEX(TIME_WORD));
}

void
syntax_read(Article *article)
{
	article->tags = arena_alloc(article->arena, article->n_tokens + 1, 1);
	for (uint32_t i = 0; i < article->n_tokens; i++)
		article->tags[i] = (uint8_t) tag_alone(article, i);
	for (uint32_t s = 0; s < article->n_sentences; s++)
	{
		const Sentence *sentence = &article->sentences[s];

		if ((s & 0xFF) == 0)
			arena_check(article->arena);
		for (uint32_t i = sentence->token_start; i < sentence->token_end; i++)
			if (article->tokens[i].kind == TOKEN_WORD)
				article->tags[i] = (uint8_t)
					tag_in_context(article, i, sentence->token_start,
								   sentence->token_end);
	}
}
