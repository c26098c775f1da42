/*
 * pronoun.h
 *		Whom "he" and "she" mean: what is known of each candidate.
 *
 * A candidate is a person of whom nothing tells another gender, seen in its
 *nearest mention before the pronoun, or in one behind it in the same sentence
 *("When she arrived, Ruiz ..."). pronoun_facts.c says what is known of it, as
 *the facts below, with the help of pronoun_grammar.c; pronoun.c chooses by the
 *weights in data/pronoun.tsv, which src/tools/prontrain.c learns.
 */
#ifndef NEWSEXT_PRONOUN_H
#define NEWSEXT_PRONOUN_H

#include "article.h"
#include "choice.h"

/* Candidates of one pronoun at most, with "nobody". */
#define PRONOUN_CANDIDATES 16
/* Pronouns of the same gender that are looked at before one. */
#define PRONOUN_LINKS 6

/* clang-format off */

/* How the pronoun stands: "he", "saw him", "with him", "His", "saw his", ... */
#define KIND_VALUES(V) V(KIND, SUBJECT) V(KIND, OBJECT) V(KIND, GOVERNED) \
	V(KIND, OWNER_FIRST) V(KIND, OWNER_OBJECT) V(KIND, OWNER_GOVERNED)
/* What stands before the pronoun, and before the phrase that is the name. */
#define OPENER_VALUES(V) V(OPENER, SENTENCE) V(OPENER, MARK) V(OPENER, AND) \
	V(OPENER, THAT) V(OPENER, SUBORDINATOR) V(OPENER, RELATIVE) \
	V(OPENER, VERB) V(OPENER, PREPOSITION) V(OPENER, OTHER)
#define START_VALUES(V) V(START, SENTENCE) V(START, MARK) V(START, AND) \
	V(START, THAT) V(START, SUBORDINATOR) V(START, RELATIVE) V(START, VERB) \
	V(START, PREPOSITION) V(START, OTHER)
#define SEX_VALUES(V) V(SEX, MALE) V(SEX, FEMALE)
/* The pronoun stands in what comes before the clause: "In his speech, ..." */
#define FRONTED_VALUES(V) V(FRONTED, YES) V(FRONTED, NO)

/* The sentence of the name; BEHIND: behind the pronoun, in its sentence. */
#define PLACE_VALUES(V) V(PLACE, SAME) V(PLACE, PREVIOUS) V(PLACE, SECOND) \
	V(PLACE, FARTHER) V(PLACE, BEHIND)
#define ROLE_VALUES(V) V(ROLE, SUBJECT) V(ROLE, CLAUSE_SUBJECT) \
	V(ROLE, OBJECT) V(ROLE, OF) V(ROLE, BY) V(ROLE, GOVERNED) \
	V(ROLE, OWNER) V(ROLE, LIST) V(ROLE, ASIDE) V(ROLE, OTHER)
/* The best role of the entity in this sentence and the one before. */
#define BEST_VALUES(V) V(BEST, SUBJECT) V(BEST, OWNER) V(BEST, OBJECT) \
	V(BEST, OTHER)
/* Rank by nearness among those that fit; place among them in its sentence. */
#define NEARNESS_VALUES(V) V(NEARNESS, 1) V(NEARNESS, 2) V(NEARNESS, 3) \
	V(NEARNESS, 4) V(NEARNESS, 5)
#define AMONG_VALUES(V) V(AMONG, ONLY) V(AMONG, FIRST) V(AMONG, MIDDLE) \
	V(AMONG, LAST)
/* What tells that the gender is the pronoun's: a title or noun, the given
 * name, those of a longer mention of the entity; EITHER: names of both. */
#define FIT_VALUES(V) V(FIT, TITLED) V(FIT, GIVEN) V(FIT, SURNAME) \
	V(FIT, UNKNOWN) V(FIT, EITHER) V(FIT, OTHER_SURNAME)
/* Last letter of the first word of a name of which nothing is known. */
#define ENDING_VALUES(V) V(ENDING, A) V(ENDING, E) V(ENDING, I) V(ENDING, O) \
	V(ENDING, N) V(ENDING, OTHER)
/* Gender of the first pronoun behind the name. */
#define FOLLOWED_VALUES(V) V(FOLLOWED, SAME) V(FOLLOWED, OTHER) \
	V(FOLLOWED, NONE)
#define FORM_VALUES(V) V(FORM, FULL_NEW) V(FORM, FULL_AGAIN) \
	V(FORM, SHORT_NEW) V(FORM, SHORT_AGAIN)
/* Mentions nearby before the pronoun, and with those behind it. */
#define COUNT_VALUES(V) V(COUNT, 1) V(COUNT, 2) V(COUNT, 3) V(COUNT, 4)
#define TOTAL_VALUES(V) V(TOTAL, 1) V(TOTAL, 2) V(TOTAL, 3) V(TOTAL, 4) \
	V(TOTAL, 5)
/* The one with the most mentions, the one named first. */
#define TOPIC_VALUES(V) V(TOPIC, BOTH) V(TOPIC, MOST) V(TOPIC, FIRST) \
	V(TOPIC, NEITHER)
/* What stands behind the name. */
#define NEXT_VALUES(V) V(NEXT, VERB) V(NEXT, RELATIVE) V(NEXT, COMMA) \
	V(NEXT, AND) V(NEXT, GOVERNED) V(NEXT, INFINITIVE) V(NEXT, OWNER) \
	V(NEXT, OTHER)
#define SPEAKS_VALUES(V) V(SPEAKS, SPEECH) V(SPEAKS, TOLD) V(SPEAKS, OTHER)
/* Between name and pronoun in one sentence: finite verbs, tokens, and what
 * joins their clauses. */
#define VERBS_VALUES(V) V(VERBS, 0) V(VERBS, 1) V(VERBS, 2) V(VERBS, 3)
#define TOKENS_VALUES(V) V(TOKENS, 2) V(TOKENS, 5) V(TOKENS, 10) \
	V(TOKENS, 20) V(TOKENS, MORE)
#define JOINT_VALUES(V) V(JOINT, NONE) V(JOINT, COMMA) V(JOINT, AND) \
	V(JOINT, AND_VERB) V(JOINT, THAT) V(JOINT, SUBORDINATOR) \
	V(JOINT, RELATIVE) V(JOINT, SEMICOLON) V(JOINT, PARTICIPLE) \
	V(JOINT, INFINITIVE)
/* The subject of the verb that governs the pronoun: "Ruiz met him". */
#define LOCAL_VALUES(V) V(LOCAL, THIS) V(LOCAL, NAME) V(LOCAL, PRONOUN) \
	V(LOCAL, OTHER_PRONOUN) V(LOCAL, NOUN) V(LOCAL, NONE)
/* Where in the paragraph the entity is named behind the pronoun, and as what;
 * whether it is the first of the candidates that is. */
#define AGAIN_VALUES(V) V(AGAIN, NEAR) V(AGAIN, SAME) V(AGAIN, NEXT) \
	V(AGAIN, LATER) V(AGAIN, NEVER)
#define AGAIN_AS_VALUES(V) V(AGAIN_AS, SUBJECT) V(AGAIN_AS, OWNER) \
	V(AGAIN_AS, OBJECT) V(AGAIN_AS, OTHER)
#define RENAMED_VALUES(V) V(RENAMED, FIRST) V(RENAMED, LATER) V(RENAMED, NEVER)
/* Which of the two stands between quotation marks; not the name alone. */
#define MARKED_VALUES(V) V(MARKED, NONE) V(MARKED, PRONOUN) \
	V(MARKED, SAME) V(MARKED, OTHER)
/* Whom the pronouns before mean: the candidate (the last of them, in this
 * sentence or before; an earlier one), another, unknown.  How many mean it;
 * how many names stand behind the last one. */
#define CHAIN_VALUES(V) V(CHAIN, SAME) V(CHAIN, BEFORE) V(CHAIN, EARLIER) \
	V(CHAIN, AGAINST) V(CHAIN, UNKNOWN) V(CHAIN, NONE)
#define LINKS_VALUES(V) V(LINKS, 0) V(LINKS, 1) V(LINKS, 2) V(LINKS, 3)
#define SINCE_VALUES(V) V(SINCE, 0) V(SINCE, 1) V(SINCE, 2)
/* Only of "nobody": how many might fit. */
#define NOBODY_VALUES(V) V(NOBODY, 0) V(NOBODY, 1) V(NOBODY, 2) \
	V(NOBODY, 3) V(NOBODY, 4)

#define PRONOUN_FACTS(X) \
	X(KIND) X(OPENER) X(START) X(SEX) X(FRONTED) X(PLACE) X(ROLE) X(BEST) \
	X(NEARNESS) X(AMONG) X(FIT) X(ENDING) X(FOLLOWED) X(FORM) X(COUNT) \
	X(TOTAL) X(TOPIC) X(NEXT) X(SPEAKS) X(VERBS) X(TOKENS) X(JOINT) \
	X(LOCAL) X(AGAIN) X(AGAIN_AS) X(RENAMED) X(MARKED) X(CHAIN) X(LINKS) \
	X(SINCE) X(NOBODY)

/* The facts that are weighed, alone or together. */
#define PRONOUN_TEMPLATES(ONE, TWO, THREE) \
	ONE(NOBODY) TWO(NOBODY, KIND) TWO(NOBODY, CHAIN) TWO(NOBODY, OPENER) \
	ONE(PLACE) ONE(ROLE) TWO(KIND, ROLE) TWO(PLACE, ROLE) TWO(START, ROLE) \
	ONE(BEST) TWO(BEST, PLACE) \
	TWO(NEARNESS, AMONG) TWO(PLACE, AMONG) \
	ONE(FIT) TWO(FIT, FORM) TWO(FIT, SEX) THREE(SEX, ENDING, FORM) \
	TWO(FOLLOWED, FIT) THREE(FOLLOWED, PLACE, FIT) \
	ONE(FORM) TWO(FORM, PLACE) ONE(COUNT) ONE(TOTAL) ONE(TOPIC) \
	THREE(KIND, JOINT, VERBS) TWO(NEXT, JOINT) THREE(NEXT, JOINT, KIND) \
	THREE(KIND, PLACE, NEXT) THREE(SPEAKS, KIND, PLACE) ONE(TOKENS) \
	THREE(KIND, OPENER, PLACE) THREE(FRONTED, PLACE, ROLE) \
	THREE(LOCAL, KIND, PLACE) THREE(LOCAL, KIND, CHAIN) \
	ONE(AGAIN) THREE(KIND, AGAIN, PLACE) THREE(AGAIN, AGAIN_AS, KIND) \
	THREE(AGAIN, AGAIN_AS, PLACE) THREE(AGAIN, FORM, CHAIN) \
	TWO(RENAMED, PLACE) \
	ONE(MARKED) TWO(MARKED, KIND) \
	ONE(CHAIN) TWO(KIND, CHAIN) TWO(CHAIN, FORM) TWO(CHAIN, PLACE) \
	TWO(CHAIN, SINCE) ONE(LINKS)
/* clang-format on */

/* FACT_PLACE and so on; PLACE_SAME and so on, from 1; PLACE_END behind them */
typedef enum PronounFact
{
	FACT_NONE,
#define X(fact) FACT_##fact,
	PRONOUN_FACTS(X)
#undef X
		PRONOUN_FACT_COUNT
} PronounFact;

PRONOUN_FACTS(CHOICE_ENUM)

enum
{
	PRONOUN_WEIGHTS = 0 PRONOUN_TEMPLATES(CHOICE_ONE, CHOICE_TWO, CHOICE_THREE)
};

typedef struct PronounCandidate
{
	uint32_t entity;  /* NONE for nobody */
	uint32_t mention; /* the nearest of its mentions */
	uint8_t	 facts[PRONOUN_FACT_COUNT];
} PronounCandidate;

/* What pronouns of one gender mean, in text order. */
typedef struct PronounChain
{
	uint32_t n;
	uint32_t tokens[PRONOUN_LINKS];
	uint32_t entities[PRONOUN_LINKS]; /* NONE: cannot be told */
} PronounChain;

extern const ChoiceScheme pronoun_scheme;

/*
 * GENDER_MALE for "he", "him", "his", "himself", GENDER_FEMALE for "she" and
 * so on, GENDER_UNKNOWN for any other word.
 */
extern Gender pronoun_gender(const Article *article, uint32_t token);

/* The marked span of plain speech around the token, or NONE. */
extern uint32_t pronoun_marked(const Article *article, uint32_t token);

/*
 * Who may be meant by the pronoun at this token, nobody first, when the
 * pronouns before it mean what the chain says.  Returns their number.
 */
extern uint32_t pronoun_candidates(const Article *article, uint32_t token,
								   const PronounChain *chain,
								   PronounCandidate list[PRONOUN_CANDIDATES]);

/*
 * What the pronouns of the same gender before this one mean, by weights; those
 * in the same speech, or outside of any.
 */
extern void pronoun_chain(const Article *article, uint32_t token,
						  const int16_t *weights, PronounChain *chain);

#endif /* NEWSEXT_PRONOUN_H */
