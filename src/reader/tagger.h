/*
 * tagger.h
 *		How the words of a run are told to be names: features with weights.
 *
 * A run is cut into pieces, each with a label.  The score of a cut is the sum
 * of the weights of its pieces' features and of the labels that follow each
 * other: a semi-Markov model.  Its weights are data/tagger.model, learned by
 * src/tools/tagtrain.c, which takes the features from here as the reader does.
 */
#ifndef NEWSEXT_TAGGER_H
#define NEWSEXT_TAGGER_H

#include "mention.h"
#include "unicode.h"

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
	TRAIT_TAIL,
	TRAIT_JOINING,
	N_TRAITS
};

#define TRAIT_BIT(trait) ((uint64_t) 1 << TRAIT_##trait)

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
	SORT_PLACE_NOUN,
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
	SORT_SMALL_PLACE,
	SORT_SMALL_ORG,
	SORT_SMALL_GIVEN,
	SORT_TAIL_DASH, /* the hyphen and the end of "Suk-yeol" */
	SORT_TAIL,
	N_SORTS
};

/*
 * Rows of weights, one weight a label.  Features of few kinds have rows of
 * their own; those of words share TAGGER_HASHED rows by their hash.
 */
/* what a word is, what is seen of it */
#define WORD_ROWS	  (N_TRAITS + N_SEEN)
#define N_PHRASES	  10
#define N_KINDS_AS	  3 /* SEEN_AS_PERSON and what follows */
#define TAGGER_HASHED (1u << 19)

enum
{
	ROW_LENGTH = 0,			   /* words: 1, 2, 3, 4, more */
	ROW_ONLY = ROW_LENGTH + 5, /* a name of one word */
	ROW_FIRST = ROW_ONLY + WORD_ROWS,
	ROW_INNER = ROW_FIRST + WORD_ROWS,
	ROW_LAST = ROW_INNER + WORD_ROWS,
	ROW_BEFORE = ROW_LAST + WORD_ROWS,
	ROW_BEHIND = ROW_BEFORE + WORD_ROWS,
	ROW_PHRASE = ROW_BEHIND + WORD_ROWS,
	/* what the same words were read as in the first round: once, often */
	ROW_ELSEWHERE = ROW_PHRASE + N_PHRASES * 2,
	/* what the nouns behind it and before it say that it is */
	ROW_APPOSITION = ROW_ELSEWHERE + NAME_LABELS * 2,
	ROW_DESCRIPTOR = ROW_APPOSITION + N_KINDS_AS,
	ROW_HASHED = ROW_DESCRIPTOR + N_KINDS_AS,
	TAGGER_ROWS = ROW_HASHED + TAGGER_HASHED
};

/* Most rows that one of the functions below gives. */
#define MOST_ROWS (WORD_ROWS + 48)

/* A row is as wide as one addition of a vector unit. */
#define ROW_WIDTH 8

_Static_assert((int) NAME_LABELS <= ROW_WIDTH, "the labels must fit a row");

#define TAGGER_MAGIC "newsext tagger 1" /* and a NUL */

/* data/tagger.model, as it is: bytes only, the same on every machine. */
typedef struct TaggerModel
{
	char   magic[24];
	int8_t follows[NAME_LABELS][ROW_WIDTH]; /* [label][label before it] */
	int8_t rows[TAGGER_ROWS][ROW_WIDTH];
} TaggerModel;

extern const TaggerModel newsext_tagger
	__attribute__((visibility("hidden"), aligned(64)));

/* What is seen of a word. */
typedef struct WordLook
{
	uint64_t traits;
	uint32_t seen; /* SEEN_ bits */
	uint32_t sort;
	uint32_t cluster;
	/* hashes of the word and of its first and last letters */
	uint32_t word;
	uint32_t start3;
	uint32_t end2;
	uint32_t end3;
	uint32_t shape;
} WordLook;

typedef struct Run
{
	const NameContext *context;
	uint32_t		   first;
	uint32_t		   words;
	uint32_t		   apposition; /* behind the run, a SEEN_AS_ bit or 0 */
	uint32_t		   descriptor; /* before the run, the same */
	/* of the words, the two before them and the two behind them */
	WordLook		   looks[LONGEST_RUN + 4];
} Run;

/* wordlook.c */
extern void run_look(Run *run, const NameContext *context, uint32_t first,
					 uint32_t end, uint32_t paragraph);

/*
 * SEEN_ bits of the word before a run, of its words and of the word behind it,
 * as run_look sees them.
 */
extern void run_seen(const NameContext *context, uint32_t first, uint32_t end,
					 uint32_t paragraph, uint32_t seen[LONGEST_RUN + 2]);

/* Leaves of a word what would be seen if the lexicon did not have it. */
extern void look_as_stranger(WordLook *look);

/*
 * The rows of what makes a piece of words [a, b): its edges, its words and the
 * whole.  Each writes at most MOST_ROWS and returns their number.
 */
typedef enum PiecePart
{
	PART_BEFORE, /* of every piece that begins with this word */
	PART_BEHIND, /* of every piece that ends with this word */
	PART_ONLY,	 /* the word is the piece */
	PART_FIRST,
	PART_INNER,
	PART_LAST
} PiecePart;

#define PIECE_PARTS (PART_LAST + 1)

extern uint32_t tagger_part_rows(const Run *run, PiecePart part, uint32_t word,
								 uint32_t rows[MOST_ROWS]);
extern uint32_t tagger_whole_rows(const Run *run, uint32_t a, uint32_t b,
								  uint32_t rows[MOST_ROWS]);

/*
 * The rows of a whole that are the same in both readings, and the others:
 * what words of this hash (tagger_words_hash) were read as in the first one.
 */
#define ELSEWHERE_ROWS 2
extern uint32_t tagger_steady_rows(const Run *run, uint32_t a, uint32_t b,
								   uint32_t rows[MOST_ROWS]);
extern uint32_t
tagger_elsewhere_rows(const NameContext *context, uint32_t words,
					  uint32_t rows[ELSEWHERE_ROWS]);

/* Whose traits a part has, beside its own word: -1, 0 or 1. */
extern int tagger_part_word(PiecePart part);

/* The rows of SEEN_ bits of that word. */
extern uint32_t
tagger_seen_rows(PiecePart part, uint32_t seen, uint32_t rows[N_SEEN]);

/* The hash of some words, taken word by word. */
static inline uint32_t
tagger_words_hash(uint32_t hash, const Token *word)
{
	return unicode_hash(hash, (const char *) &word->hash, sizeof(word->hash));
}

/* Whether a piece of several words can begin, or end, with this word. */
static inline bool
tagger_begins(const Run *run, uint32_t word)
{
	uint64_t traits = run->looks[word + 2].traits;

	return !(traits & TRAIT_BIT(TAIL)) &&
		(!(traits & TRAIT_BIT(JOINING)) || (traits & TRAIT_BIT(PARTICLE)));
}

static inline bool
tagger_ends(const Run *run, uint32_t word)
{
	const WordLook *look = &run->looks[word + 2];

	return !(look->traits & TRAIT_BIT(JOINING)) &&
		!(look[1].traits & TRAIT_BIT(TAIL));
}

/* The labels that words [a, b) can have as one piece, as bits. */
#define LABEL_BIT(label) (1u << NAME_##label)
extern uint32_t tagger_labels(const Run *run, uint32_t a, uint32_t b);

static inline bool
tagger_allows(const Run *run, uint32_t a, uint32_t b, NameLabel label)
{
	return (tagger_labels(run, a, b) >> label & 1) != 0;
}

#endif /* NEWSEXT_TAGGER_H */
