/*
 * segment.h
 *		How a piece of a run is scored: features with weights.
 *
 * A piece's score for a label is the sum of the weights of its features.  The
 * weights stand in name_weights.inc; they were counted from annotated text
 * by a program that calls piece_features() as the reader does.
 */
#ifndef NEWSEXT_SEGMENT_H
#define NEWSEXT_SEGMENT_H

#include "mention.h"

/* What a word can be, as bits; a word has any number of these. */
#define WORD_TRAITS(X) \
	X(GIVEN) \
	X(SURNAME) X(PERSON) X(TITLE) X(HONORIFIC) X(COUNTRY) X(CITY) X(REGION) \
		X(STATE) X(PLACE_HEAD) X(DEMONYM) X(GROUP) X(ORG) X(ACRONYM) \
			X(ORG_HEAD) X(ORG_SUFFIX) X(AGENCY) X(METONYM) X(EVENT_HEAD) \
				X(TIME) X(NUMBER) X(ROLE) X(GROUP_NOUN) X(PARTICLE) \
					X(NAME_SUFFIX) X(COMMON) X(CLOSED) X(LABEL) X(UNKNOWN) \
						X(CAPITALS) X(INITIAL) X(MIXED) X(DIGIT) X(HYPHEN) \
							X(SMALL_SEEN) X(START) X(LETTERS_TITLE) \
								X(LETTERS_CAPITAL) X(LOWER) X(VERB) X(CUE) \
									X(ADJECTIVE) X(PLURAL) X(SEEN_CAPITAL) \
										X(SEEN_SURNAME) X(SEEN_TITLED) \
											X(SEEN_IN) X(SEEN_SPEAKING) \
												X(SEEN_ORG) X(SEEN_BRACKETS) \
													X(SEEN_GIVEN) X(JOINING)

enum
{
#define X(name) TRAIT_##name,
	WORD_TRAITS(X)
#undef X
		N_TRAITS
};

_Static_assert((int) N_TRAITS <= 64, "the traits must fit 64 bits");

/* What a word mainly is; a word has one of these. */
#define WORD_SORTS(X) \
	X(EDGE) \
	X(QUOTE) X(COMMA) X(OPEN) X(CLOSE) X(DASH) X(STOP) X(NUMBER) \
		X(POSSESSIVE) X(AND) X(OF) X(THE) X(DETERMINER) X(IN) X(PREPOSITION) \
			X(AUXILIARY) X(CUE) X(VERB) X(CLOSED) X(ROLE) X(GROUP_NOUN) \
				X(TIME) X(NOUN) X(ADJECTIVE) X(LOWER) X(TITLE) X(GIVEN) \
					X(GIVEN_PLACE) X(COUNTRY) X(CITY) X(ORG) X(ORG_HEAD) \
						X(PLACE_HEAD) X(SURNAME) X(DEMONYM) X(COMMON_NOUN) \
							X(COMMON_VERB) X(COMMON_OTHER) X(UNKNOWN) \
								X(INITIAL) X(CAPITALS) X(EVENT_HEAD) \
									X(NAME_SUFFIX) X(PARTICLE) \
										X(CAPITAL_CLOSED) X(CAPITAL_TIME)

enum
{
#define X(name) SORT_##name,
	WORD_SORTS(X)
#undef X
		N_SORTS
};

/* Features: blocks of numbers, one behind the other. */
#define N_PHRASES 10
#define N_ENDINGS 512

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
	FEATURE_PAIR_BEFORE = FEATURE_PHRASE + N_PHRASES,
	FEATURE_PAIR_BEHIND = FEATURE_PAIR_BEFORE + N_SORTS * N_SORTS,
	FEATURE_PAIR_ENDS = FEATURE_PAIR_BEHIND + N_SORTS * N_SORTS,
	FEATURE_PAIR_AROUND = FEATURE_PAIR_ENDS + N_SORTS * N_SORTS,
	FEATURE_ENDING = FEATURE_PAIR_AROUND + N_SORTS * N_SORTS,
	N_FEATURES = FEATURE_ENDING + N_ENDINGS
};

/* Most features that one piece can have. */
#define MOST_FEATURES (N_TRAITS * 6 + 16)

typedef int16_t NameWeight;

extern const NameWeight name_weights[N_FEATURES][NAME_LABELS];
/* For a piece of the first label behind one of the second, side by side. */
extern const NameWeight name_follows[NAME_LABELS][NAME_LABELS];

typedef struct WordLook
{
	uint64_t traits;
	uint8_t	 sort;
	uint16_t ending;
} WordLook;

typedef struct Run
{
	const NameContext *context;
	uint32_t		   first;
	uint32_t		   words;
	/* of the words, the one before them and the one behind them */
	WordLook		   looks[LONGEST_RUN + 2];
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
