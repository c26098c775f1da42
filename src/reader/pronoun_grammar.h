/*
 * pronoun_grammar.h
 *		Grammar around names and pronouns, guessed from the words beside them.
 *
 * For pronoun_facts.c only.  Every look is bounded.
 */
#ifndef NEWSEXT_PRONOUN_GRAMMAR_H
#define NEWSEXT_PRONOUN_GRAMMAR_H

#include "pronoun.h"

/* The sentence that holds the token, or the next one. */
extern uint32_t grammar_sentence(const Article *article, uint32_t token);

/*
 * An OPENER_ value: what stands before token i of a sentence that begins at
 * token first.
 */
extern uint8_t
grammar_opener(const Article *article, uint32_t i, uint32_t first);

/* A KIND_ value of the pronoun, behind this opener. */
extern uint8_t
grammar_kind(const Article *article, uint32_t token, uint8_t opener);

/* The same as an opener, of the phrase that ends with the mention. */
extern uint8_t grammar_start(const Article *article, uint32_t m);

/* A ROLE_ value. */
extern uint8_t grammar_role(const Article *article, uint32_t m);

/* NEXT and SPEAKS. */
extern void grammar_next(const Article *article, uint32_t m, uint8_t *facts);

/* VERBS, TOKENS and JOINT of tokens [first, end). */
extern void grammar_between(const Article *article, uint32_t first,
							uint32_t end, uint8_t *facts);

/*
 * The last token of the subject of the verb that governs the pronoun; NONE
 * when there is none to be seen.  first: of the sentence.
 */
extern uint32_t
grammar_local_subject(const Article *article, uint32_t token, uint32_t first);

/* True when the pronoun stands in a phrase before the clause. */
extern bool
grammar_fronted(const Article *article, uint32_t token, uint32_t first);

#endif /* NEWSEXT_PRONOUN_GRAMMAR_H */
