/*
 * ending_facts.h
 *		What is known of a place where a reported clause may end; see ending.h.
 */
#ifndef NEWSEXT_ENDING_FACTS_H
#define NEWSEXT_ENDING_FACTS_H

#include "cue_facts.h"

/* clang-format off */

/* What stands there; MARK: marked words have ended, with a comma or not. */
#define AT_VALUES(V) V(AT, COMMA) V(AT, COMMA_AND) V(AT, COMMA_BUT) \
	V(AT, AND) V(AT, BUT) V(AT, DASH) V(AT, BRACKET) V(AT, MARK) \
	V(AT, MARK_COMMA) V(AT, SUBORDINATOR) V(AT, ADVERBIAL)
/* The first word behind it. */
#define NEXT_VALUES(V) V(NEXT, CUE) V(NEXT, CUE_PARTICIPLE) V(NEXT, FINITE) \
	V(NEXT, MODAL) V(NEXT, VBG) V(NEXT, VBN) V(NEXT, TO) V(NEXT, PRONOUN) \
	V(NEXT, PERSON) V(NEXT, NAME) V(NEXT, DETERMINER) V(NEXT, WHO) \
	V(NEXT, WHICH) V(NEXT, THAT) V(NEXT, AS) V(NEXT, SUBORDINATOR) V(NEXT, PREPOSITION) \
	V(NEXT, ADVERB) V(NEXT, NOUN) V(NEXT, ADJECTIVE) V(NEXT, MARKED) \
	V(NEXT, NUMBER) V(NEXT, TIME) V(NEXT, OTHER)
/* What is built there: subject and verb, a verb, a phrase. */
#define THEN_VALUES(V) V(THEN, CLAUSE) V(THEN, VERB) V(THEN, PHRASE)
/* A second cue with the same subject, of speech or not; ", he said" up to the
 * end. */
#define VOICE_VALUES(V) V(VOICE, SECOND) V(VOICE, WANTS) V(VOICE, CLOSING) V(VOICE, NONE)
/* In an aside that a comma has opened. */
#define ASIDE_VALUES(V) V(ASIDE, INSIDE) V(ASIDE, OUTSIDE)
/* The clause so far: its length, whether it has a verb, its last word. */
#define LENGTH_VALUES(V) V(LENGTH, 3) V(LENGTH, 8) V(LENGTH, 15) \
	V(LENGTH, 30) V(LENGTH, MORE)
#define VERB_VALUES(V) V(VERB, YES) V(VERB, NO)
#define LAST_VALUES(V) V(LAST, MARKED) V(LAST, NOUN) V(LAST, NAME) \
	V(LAST, VERB) V(LAST, OTHER)
/* What is left of the sentence. */
#define REST_VALUES(V) V(REST, 3) V(REST, 8) V(REST, 20) V(REST, MORE)
#define AHEAD_VALUES(V) V(AHEAD, MARKED) V(AHEAD, COMMA) V(AHEAD, NOTHING)
/* How the clause began. */
#define BEGUN_VALUES(V) V(BEGUN, THAT) V(BEGUN, WHETHER) V(BEGUN, TO) \
	V(BEGUN, MARKED) V(BEGUN, CLAUSE) V(BEGUN, PHRASE)
/* The cue: what it is, and what opens its own clause. */
#define MAIN_VALUES(V) V(MAIN, MAIN) V(MAIN, SUBORDINATOR) V(MAIN, RELATIVE) \
	V(MAIN, THAT)

#define ENDING_FACTS(X) \
	X(AT) X(NEXT) X(THEN) X(VOICE) X(ASIDE) X(LENGTH) X(VERB) X(LAST) \
	X(REST) X(AHEAD) X(BEGUN) X(SORT) X(FORM) X(MAIN)

#define ENDING_TEMPLATES(ONE, TWO, THREE) \
	ONE(AT) TWO(AT, NEXT) TWO(AT, THEN) THREE(AT, NEXT, THEN) \
	TWO(AT, VOICE) THREE(AT, VOICE, BEGUN) TWO(AT, ASIDE) THREE(AT, NEXT, ASIDE) TWO(AT, LENGTH) \
	TWO(AT, VERB) TWO(AT, LAST) TWO(AT, REST) TWO(AT, AHEAD) \
	TWO(AT, BEGUN) TWO(AT, SORT) TWO(AT, FORM) TWO(AT, MAIN) \
	THREE(AT, MAIN, THEN) THREE(AT, MAIN, ASIDE) THREE(AT, THEN, ASIDE) \
	THREE(AT, AHEAD, THEN) TWO(NEXT, VERB) TWO(VOICE, MAIN)
/* clang-format on */

typedef enum EndingFact
{
	ENDING_NONE,
#define X(fact) ENDING_##fact,
	ENDING_FACTS(X)
#undef X
		ENDING_FACT_COUNT
} EndingFact;

ENDING_FACTS(CHOICE_ENUM)

enum
{
	ENDING_WEIGHTS = 0 ENDING_TEMPLATES(CHOICE_ONE, CHOICE_TWO, CHOICE_THREE)
};

#endif /* NEWSEXT_ENDING_FACTS_H */
