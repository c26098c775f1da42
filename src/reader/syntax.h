/*
 * syntax.h
 *		As much grammar as attribution needs: parts of speech and verb groups.
 *
 * Not a parser.  A word's tag comes from the lexicon and is corrected by the
 * words beside it; noun phrases and verb groups are found by looking a bounded
 * way around a cue.
 */
#ifndef NEWSEXT_SYNTAX_H
#define NEWSEXT_SYNTAX_H

#include "article.h"

static inline bool
syntax_tag_in(const Article *article, uint32_t i, uint16_t tags)
{
	return (TAGBIT(article->tags[i]) & tags) != 0;
}

/* Nouns, adjectives, numbers: what a noun phrase is made of besides names. */
#define TAGS_NOMINAL \
	(TAGBIT(TAG_NOUN) | TAGBIT(TAG_PLURAL) | TAGBIT(TAG_PROPER) | \
	 TAGBIT(TAG_ADJ))

/* Words of one of these classes are pronouns that can be a subject. */
#define SUBJECT_PRONOUNS \
	(LEX(PRON_SUBJ_M) | LEX(PRON_SUBJ_F) | LEX(PRON_SUBJ_PL) | \
	 LEX(PRON_SUBJ_1))

/* Words that can stand inside a verb group before its main verb. */
extern bool syntax_is_verb_helper(const Article *article, uint32_t i);

/* True when the word can begin a clause: a subject or what comes before it. */
extern bool syntax_is_time_word(const Article *article, uint32_t i);

#endif /* NEWSEXT_SYNTAX_H */
