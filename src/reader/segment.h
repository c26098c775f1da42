/*
 * segment.h
 *		How a piece of a run is scored: features with weights.
 *
 * A piece's score for a label is the sum of the weights of its features.  The
 * weights stand in data/names.tsv; they were learned from annotated text by a
 * program that calls piece_features() as the reader does.
 */
#ifndef NEWSEXT_SEGMENT_H
#define NEWSEXT_SEGMENT_H

#include "mention.h"

/* What a word can be, as bits; a word has any number of these. */
enum
{
	TRAIT_GIVEN,
	TRAIT_SURNAME,
	TRAIT_PERSON,
	TRAIT_TITLE,
	TRAIT_HONORIFIC,
	TRAIT_COUNTRY,
	TRAIT_CITY,
	TRAIT_REGION,
	TRAIT_STATE,
	TRAIT_PLACE_HEAD,
	TRAIT_DEMONYM,
	TRAIT_GROUP,
	TRAIT_ORG,
	TRAIT_ACRONYM,
	TRAIT_ORG_HEAD,
	TRAIT_ORG_SUFFIX,
	TRAIT_AGENCY,
	TRAIT_METONYM,
	TRAIT_EVENT_HEAD,
	TRAIT_TIME,
	TRAIT_NUMBER,
	TRAIT_ROLE,
	TRAIT_GROUP_NOUN,
	TRAIT_PARTICLE,
	TRAIT_NAME_SUFFIX,
	TRAIT_COMMON,
	TRAIT_CLOSED,
	TRAIT_LABEL,
	TRAIT_UNKNOWN,
	TRAIT_CAPITALS,
	TRAIT_INITIAL,
	TRAIT_MIXED,
	TRAIT_DIGIT,
	TRAIT_HYPHEN,
	TRAIT_SMALL_SEEN,
	TRAIT_START,
	TRAIT_LETTERS_TITLE,
	TRAIT_LETTERS_CAPITAL,
	TRAIT_LOWER,
	TRAIT_VERB,
	TRAIT_CUE,
	TRAIT_ADJECTIVE,
	TRAIT_PLURAL,
	TRAIT_SEEN_CAPITAL,
	TRAIT_SEEN_SURNAME,
	TRAIT_SEEN_TITLED,
	TRAIT_SEEN_IN,
	TRAIT_SEEN_SPEAKING,
	TRAIT_SEEN_ORG,
	TRAIT_SEEN_BRACKETS,
	TRAIT_SEEN_GIVEN,
	TRAIT_SEEN_LAST,
	TRAIT_SEEN_FIRST,
	TRAIT_SEEN_INSIDE,
	TRAIT_SEEN_ORG_FIRST,
	TRAIT_SEEN_ACRONYM,
	TRAIT_TAIL,
	TRAIT_JOINING,
	N_TRAITS
};

_Static_assert((int) N_TRAITS <= 64, "the traits must fit 64 bits");

/* What a word mainly is; a word has one of these. */
enum
{
	SORT_EDGE,
	SORT_QUOTE,
	SORT_COMMA,
	SORT_OPEN,
	SORT_CLOSE,
	SORT_DASH,
	SORT_STOP,
	SORT_NUMBER,
	SORT_POSSESSIVE,
	SORT_AND,
	SORT_OF,
	SORT_THE,
	SORT_DETERMINER,
	SORT_IN,
	SORT_PREPOSITION,
	SORT_AUXILIARY,
	SORT_CUE,
	SORT_VERB,
	SORT_CLOSED,
	SORT_ROLE,
	SORT_GROUP_NOUN,
	SORT_TIME,
	SORT_NOUN,
	SORT_ADJECTIVE,
	SORT_LOWER,
	SORT_TITLE,
	SORT_GIVEN,
	SORT_GIVEN_PLACE,
	SORT_COUNTRY,
	SORT_CITY,
	SORT_ORG,
	SORT_ORG_HEAD,
	SORT_PLACE_HEAD,
	SORT_SURNAME,
	SORT_DEMONYM,
	SORT_COMMON_NOUN,
	SORT_COMMON_VERB,
	SORT_COMMON_OTHER,
	SORT_UNKNOWN,
	SORT_INITIAL,
	SORT_CAPITALS,
	SORT_EVENT_HEAD,
	SORT_NAME_SUFFIX,
	SORT_PARTICLE,
	SORT_CAPITAL_CLOSED,
	SORT_CAPITAL_TIME,
	N_SORTS
};

/* Features: blocks of numbers, one behind the other. */
#define N_PHRASES	  10
#define N_APPOSITIONS 4
#define N_ENDINGS	  512
#define N_WORDS		  8192 /* words share a number when there are more */

enum
{
	FEATURE_LENGTH = 0,				   /* words: 1, 2, 3, 4, more */
	FEATURE_ONLY = FEATURE_LENGTH + 5, /* traits of a name of one word */
	FEATURE_FIRST = FEATURE_ONLY + N_TRAITS,
	FEATURE_LAST = FEATURE_FIRST + N_TRAITS,
	FEATURE_INNER = FEATURE_LAST + N_TRAITS,
	FEATURE_BEFORE = FEATURE_INNER + N_TRAITS,
	FEATURE_BEHIND = FEATURE_BEFORE + N_TRAITS,
	FEATURE_PHRASE = FEATURE_BEHIND + N_TRAITS,
	/* what the same words were read as in the first round: once, often */
	FEATURE_ELSEWHERE = FEATURE_PHRASE + N_PHRASES,
	FEATURE_PAIR_BEFORE = FEATURE_ELSEWHERE + NAME_LABELS * 2,
	FEATURE_PAIR_BEHIND = FEATURE_PAIR_BEFORE + N_SORTS * N_SORTS,
	FEATURE_PAIR_ENDS = FEATURE_PAIR_BEHIND + N_SORTS * N_SORTS,
	FEATURE_PAIR_AROUND = FEATURE_PAIR_ENDS + N_SORTS * N_SORTS,
	/* the two words before, the two words behind */
	FEATURE_TWO_BEFORE = FEATURE_PAIR_AROUND + N_SORTS * N_SORTS,
	FEATURE_TWO_BEHIND = FEATURE_TWO_BEFORE + N_SORTS * N_SORTS,
	/* what an apposition behind it says that it is */
	FEATURE_APPOSITION = FEATURE_TWO_BEHIND + N_SORTS * N_SORTS,
	FEATURE_ENDING = FEATURE_APPOSITION + N_APPOSITIONS,
	FEATURE_WORD_ONLY = FEATURE_ENDING + N_ENDINGS,
	FEATURE_WORD_FIRST = FEATURE_WORD_ONLY + N_WORDS,
	FEATURE_WORD_LAST = FEATURE_WORD_FIRST + N_WORDS,
	FEATURE_WORD_BEFORE = FEATURE_WORD_LAST + N_WORDS,
	FEATURE_WORD_BEHIND = FEATURE_WORD_BEFORE + N_WORDS,
	N_FEATURES = FEATURE_WORD_BEHIND + N_WORDS
};

/* Most features that one piece can have. */
#define MOST_FEATURES (N_TRAITS * 6 + 16)

typedef int16_t NameWeight;

/* src/tools/nametrain.c brings its own and changes them. */
#ifdef NAME_WEIGHTS_ARE_LEARNED
#define NAME_WEIGHTS_CONST
#else
#define NAME_WEIGHTS_CONST const
#endif

extern NAME_WEIGHTS_CONST NameWeight name_weights[N_FEATURES][NAME_LABELS];
/* For a piece of the first label behind one of the second, side by side. */
extern NAME_WEIGHTS_CONST NameWeight name_follows[NAME_LABELS][NAME_LABELS];

typedef struct WordLook
{
	uint64_t traits;
	uint8_t	 sort;
	uint16_t ending;
	uint16_t word; /* below N_WORDS */
} WordLook;

typedef struct Run
{
	const NameContext *context;
	uint32_t		   first;
	uint32_t		   words;
	uint8_t			   apposition; /* behind the run; 0 none */
	/* of the words, the two before them and the two behind them */
	WordLook		   looks[LONGEST_RUN + 4];
} Run;

extern void run_look(Run *run, const NameContext *context, uint32_t first,
					 uint32_t end, uint32_t paragraph);

/* The features of words [a, b) of the run; returns their number. */
extern uint32_t piece_features(const Run *run, uint32_t a, uint32_t b,
							   uint16_t features[MOST_FEATURES]);

/* True when words [a, b) can be one piece with this label. */
extern bool
piece_allowed(const Run *run, uint32_t a, uint32_t b, NameLabel label);

#endif /* NEWSEXT_SEGMENT_H */
