/*
 * tagger.c
 *		Cuts a run of words into names and decides what they are.
 *
 * All ways to cut the run are scored at once, the best one is taken
 * (a semi-Markov model, Viterbi's way).  A run is short, so this is linear in
 * the text.
 */
#include "tagger.h"

#include "reader.h"
#include "unicode.h"

#include <string.h>

/* ------------------------------------------------------------- features */

/* What a template sees of a word. */
typedef enum Sight
{
	NOTHING,
	WORD,
	START3,
	END2,
	END3,
	SHAPE,
	SORT,
	CLUSTER
} Sight;

/* Up to three words, told by their places from the word of the part. */
typedef struct Template
{
	struct
	{
		int8_t	at;
		uint8_t sight; /* Sight */
	} see[3];
} Template;

#define MOST_TEMPLATES 16

/*
 * What is learned of words as they are, for each part of a piece; the traits
 * of its word are features of each part, too.
 */
static const struct
{
	uint32_t word_rows; /* the first */
	int8_t	 word_at;
	Template templates[MOST_TEMPLATES];
} parts[PIECE_PARTS] = {
	/* clang-format off */
	[PART_BEFORE] = { ROW_BEFORE, -1, {
		{ { { -1, WORD } } },
		{ { { -2, WORD } } },
		{ { { -2, WORD }, { -1, WORD } } },
		{ { { -2, SORT }, { -1, SORT } } },
		{ { { -1, SORT }, { 0, SORT } } },
		{ { { -1, WORD }, { 0, SORT } } },
		{ { { -2, SORT }, { -1, SORT }, { 0, SORT } } },
		{ { { -1, CLUSTER } } },
		{ { { -2, CLUSTER } } },
		{ { { -2, CLUSTER }, { -1, CLUSTER } } },
		{ { { -1, CLUSTER }, { 0, SORT } } },
	} },
	[PART_BEHIND] = { ROW_BEHIND, 1, {
		{ { { 1, WORD } } },
		{ { { 2, WORD } } },
		{ { { 1, WORD }, { 2, WORD } } },
		{ { { 1, SORT }, { 2, SORT } } },
		{ { { 0, SORT }, { 1, SORT } } },
		{ { { 0, SORT }, { 1, WORD } } },
		{ { { 0, SORT }, { 1, SORT }, { 2, SORT } } },
		{ { { 1, CLUSTER } } },
		{ { { 2, CLUSTER } } },
		{ { { 1, CLUSTER }, { 2, CLUSTER } } },
		{ { { 0, SORT }, { 1, CLUSTER } } },
	} },
	[PART_ONLY] = { ROW_ONLY, 0, {
		{ { { 0, WORD } } },
		{ { { 0, START3 } } },
		{ { { 0, END2 } } },
		{ { { 0, END3 } } },
		{ { { 0, SHAPE } } },
		{ { { 0, SHAPE }, { 0, SORT } } },
		{ { { -1, WORD }, { 0, WORD } } },
		{ { { 0, WORD }, { 1, WORD } } },
		{ { { -1, SORT }, { 0, WORD } } },
		{ { { 0, WORD }, { 1, SORT } } },
		{ { { -1, SORT }, { 1, SORT } } },
		{ { { -1, SORT }, { 0, SORT }, { 1, SORT } } },
		{ { { -1, WORD }, { 1, WORD } } },
		{ { { 0, CLUSTER } } },
		{ { { -1, CLUSTER }, { 1, CLUSTER } } },
		{ { { -1, CLUSTER }, { 0, SORT }, { 1, CLUSTER } } },
	} },
	[PART_FIRST] = { ROW_FIRST, 0, {
		{ { { 0, WORD } } },
		{ { { 0, START3 } } },
		{ { { 0, END3 } } },
		{ { { 0, SHAPE }, { 0, SORT } } },
		{ { { -1, WORD }, { 0, WORD } } },
		{ { { 0, WORD }, { 1, WORD } } },
		{ { { 0, SORT }, { 1, SORT } } },
		{ { { 0, CLUSTER } } },
	} },
	[PART_INNER] = { ROW_INNER, 0, {
		{ { { 0, WORD } } },
		{ { { 0, CLUSTER } } },
		{ { { 0, SORT } } },
		{ { { 0, SHAPE }, { 0, SORT } } },
		{ { { -1, SORT }, { 0, SORT }, { 1, SORT } } },
	} },
	[PART_LAST] = { ROW_LAST, 0, {
		{ { { 0, WORD } } },
		{ { { 0, START3 } } },
		{ { { 0, END2 } } },
		{ { { 0, END3 } } },
		{ { { 0, SHAPE }, { 0, SORT } } },
		{ { { 0, WORD }, { 1, WORD } } },
		{ { { 0, WORD }, { 1, SORT } } },
		{ { { -1, SORT }, { 0, SORT } } },
		{ { { 0, CLUSTER } } },
	} },
	/* clang-format on */
};

static uint32_t
mix(uint32_t hash, uint32_t value)
{
	hash = (hash ^ value) * 0x9E3779B1u;
	return hash ^ hash >> 15;
}

static uint32_t
hashed_row(uint32_t hash)
{
	return ROW_HASHED + (mix(hash, 0) & (TAGGER_HASHED - 1));
}

static uint32_t
sight_of(const WordLook *look, uint8_t sight)
{
	switch (sight)
	{
		case WORD:
			return look->word;
		case START3:
			return look->start3;
		case END2:
			return look->end2;
		case END3:
			return look->end3;
		case SHAPE:
			return look->shape;
		case CLUSTER:
			return look->cluster;
		default:
			return look->sort;
	}
}

static uint32_t *
add_bits(uint32_t *out, uint64_t bits, uint32_t first_row)
{
	while (bits)
	{
		*out++ = first_row + (uint32_t) __builtin_ctzll(bits);
		bits &= bits - 1;
	}
	return out;
}

uint32_t
tagger_part_rows(const Run *run, PiecePart part, uint32_t word,
				 uint32_t rows[MOST_ROWS])
{
	const WordLook *looks = run->looks + 2 + word;
	const Template *templates = parts[part].templates;
	uint32_t	   *out = rows;

	out = add_bits(out, looks[parts[part].word_at].traits,
				   parts[part].word_rows);
	out = add_bits(out, looks[parts[part].word_at].seen,
				   parts[part].word_rows + N_TRAITS);
	for (uint32_t t = 0; t < MOST_TEMPLATES && templates[t].see[0].sight; t++)
	{
		uint32_t hash = (uint32_t) part * MOST_TEMPLATES + t + 1;

		for (uint32_t k = 0; k < 3 && templates[t].see[k].sight; k++)
			hash = mix(hash,
					   sight_of(&looks[templates[t].see[k].at],
								templates[t].see[k].sight));
		*out++ = hashed_row(hash);
	}
	if (part == PART_BEHIND && word + 1 == run->words)
		out = add_bits(out, run->apposition >> SEEN_AS_PERSON, ROW_APPOSITION);
	if (part == PART_BEFORE && word == 0)
		out = add_bits(out, run->descriptor >> SEEN_AS_PERSON, ROW_DESCRIPTOR);
	return (uint32_t) (out - rows);
}

/* Classes of whole phrases of the lexicon, in the order of their features. */
static const LexClasses phrase_classes[N_PHRASES] = {
	LEX(COUNTRY),
	LEX(CITY),
	LEX(REGION),
	LEX(ORG) | LEX(AGENCY) | LEX(ORG_ACRONYM),
	LEX(METONYM),
	LEX(PERSON),
	LEX(DEMONYM) | LEX(GROUP),
	LEX(EVENT_HEAD),
	LEX(TITLE) | LEX(ROLE),
	LEX(ORG_HEAD) | LEX(PLACE_HEAD),
};

static uint32_t *
add_phrase(uint32_t *out, const Run *run, uint32_t a, uint32_t b)
{
	const Article  *article = run->context->article;
	uint32_t		words;
	const LexEntry *entry;
	LexClasses		any = 0;

	for (uint32_t k = 0; k < N_PHRASES; k++)
		any |= phrase_classes[k];
	if (token_entry(article, run->first + a)->phrase_words < b - a)
		return out;
	entry = token_phrase(article, run->first + a, run->first + b, any, &words);
	if (entry == NULL || words != b - a)
		return out;
	for (uint32_t k = 0; k < N_PHRASES; k++)
		if (entry->classes & phrase_classes[k])
			*out++ = ROW_PHRASE + k + (b - a > 2 ? N_PHRASES : 0);
	return out;
}

/* What a piece was read as, in counts of four bits for each label. */
#define COUNT_BITS 4
#define COUNT_MOST 15u

static uint32_t
hash_of_words(const Article *article, uint32_t first, uint32_t end)
{
	uint32_t hash = UNICODE_HASH_START;

	for (uint32_t i = first; i < end; i++)
		hash = unicode_hash(hash, (const char *) &article->tokens[i].hash,
							sizeof(uint32_t));
	return hash;
}

static void
remember_words(NameContext *context, const NamePiece *piece)
{
	const Article *article = context->article;

	for (uint32_t i = piece->first; i < piece->end; i++)
	{
		uint32_t  bits = 0;
		uint32_t *seen;

		if (piece->label == NAME_PERSON && i == piece->first)
			bits = SEEN_BIT(FIRST);
		else if (piece->label == NAME_PERSON && i + 1 == piece->end)
			bits = SEEN_BIT(LAST);
		else if (piece->label == NAME_ORG)
			bits = SEEN_BIT(INSIDE) |
				(i == piece->first ? SEEN_BIT(ORG_FIRST) : 0);
		else if (piece->label == NAME_PLACE)
			bits = SEEN_BIT(IN_PLACE);
		if (!bits)
			continue;
		seen = word_table_add(&context->seen, article->tokens[i].hash);
		if (seen)
			*seen |= bits;
	}
}

/*
 * "African Union" may be called AU, "Bank of Ghana" BoG: the letters of its
 * words, with and without the small ones.
 */
static void
remember_initials(NameContext *context, const NamePiece *piece)
{
	const Article *article = context->article;
	uint32_t	   bit = piece->label == NAME_ORG ? SEEN_BIT(ORG_INITIALS) :
													SEEN_BIT(PLACE_INITIALS);

	for (int small = 0; small < 2; small++)
	{
		uint32_t  hash = UNICODE_HASH_START;
		uint32_t  letters = 0;
		uint32_t *seen;

		for (uint32_t i = piece->first; i < piece->end; i++)
		{
			const Token *token = &article->tokens[i];
			char		 c = (char) (article->text[token->start] | 0x20);

			if (token->kind != TOKEN_WORD || c < 'a' || c > 'z' ||
				(!small && !(token->flags & TOKEN_CAPITAL)))
				continue;
			hash = unicode_hash(hash, &c, 1);
			letters++;
		}
		if (letters < 2)
			return;
		seen = word_table_add(&context->seen, hash);
		if (seen)
			*seen |= bit;
	}
}

static void
remember_piece(NameContext *context, const NamePiece *piece)
{
	uint32_t *counts = word_table_add(&context->pieces,
									  hash_of_words(context->article,
													piece->first, piece->end));
	uint32_t  shift = (uint32_t) piece->label * COUNT_BITS;

	if (counts && (*counts >> shift & COUNT_MOST) < COUNT_MOST)
		*counts += 1u << shift;
}

void
remember_pieces(NameContext *context, const NamePiece *pieces, uint32_t n)
{
	const Article *article = context->article;

	for (uint32_t k = 0; k < n; k++)
	{
		NamePiece piece = pieces[k];

		remember_piece(context, &piece);
		if (piece.end - piece.first == 1)
			continue;
		remember_words(context, &piece);
		if (piece.label == NAME_ORG || piece.label == NAME_PLACE)
			remember_initials(context, &piece);
		/* "Acme Foods, Inc." will be called "Acme Foods" */
		if (piece.label == NAME_ORG &&
			token_has(article, piece.end - 1, LEX(ORG_SUFFIX)))
		{
			piece.end--;
			if (article->tokens[piece.end - 1].kind == TOKEN_PUNCTUATION)
				piece.end--;
			if (piece.end > piece.first)
				remember_piece(context, &piece);
		}
	}
}

uint32_t
times_read(const NameContext *context, const NamePiece *piece)
{
	const uint32_t *counts = word_table_find(&context->pieces,
											 hash_of_words(context->article,
														   piece->first,
														   piece->end));

	return counts ?
		*counts >> ((uint32_t) piece->label * COUNT_BITS) & COUNT_MOST :
		0;
}

/* What these words were read as most often, and whether twice or more. */
static uint32_t *
add_elsewhere(uint32_t *out, const Run *run, uint32_t a, uint32_t b)
{
	const uint32_t *counts = word_table_find(&run->context->pieces,
											 hash_of_words(run->context
															   ->article,
														   run->first + a,
														   run->first + b));
	uint32_t		best = 0;
	uint32_t		label = 0;

	if (counts == NULL)
		return out;
	for (uint32_t k = 0; k < NAME_LABELS; k++)
	{
		uint32_t count = *counts >> (k * COUNT_BITS) & COUNT_MOST;

		if (count > best)
		{
			best = count;
			label = k;
		}
	}
	if (best > 0)
		*out++ = ROW_ELSEWHERE + label;
	if (best > 1)
		*out++ = ROW_ELSEWHERE + NAME_LABELS + label;
	return out;
}


/* Numbers of the templates of whole pieces, behind those of the parts. */
enum
{
	WHOLE_WORDS = PIECE_PARTS * MOST_TEMPLATES + 1,
	WHOLE_ENDS,
	WHOLE_SORT_ENDS,
	WHOLE_SORTS
};

uint32_t
tagger_whole_rows(const Run *run, uint32_t a, uint32_t b,
				  uint32_t rows[MOST_ROWS])
{
	const WordLook *looks = run->looks + 2;
	uint32_t	   *out = rows;
	uint32_t		words = WHOLE_WORDS;
	uint32_t		sorts = WHOLE_SORTS;

	*out++ = ROW_LENGTH + (b - a > 5 ? 5 : b - a) - 1;
	out = add_elsewhere(out, run, a, b);
	if (b - a == 1)
		return (uint32_t) (out - rows);
	out = add_phrase(out, run, a, b);
	for (uint32_t k = a; k < b; k++)
	{
		words = mix(words, looks[k].word);
		sorts = mix(sorts, looks[k].sort);
	}
	*out++ = hashed_row(words);
	*out++ = hashed_row(sorts);
	*out++ = hashed_row(
		mix(mix(WHOLE_ENDS, looks[a].word), looks[b - 1].word));
	*out++ = hashed_row(
		mix(mix(WHOLE_SORT_ENDS, looks[a].sort), looks[b - 1].sort));
	return (uint32_t) (out - rows);
}

bool
tagger_allows(const Run *run, uint32_t a, uint32_t b, NameLabel label)
{
	const WordLook *first = &run->looks[a + 2];
	const WordLook *last = &run->looks[b + 1];

	if (label == NAME_OTHER)
		return b - a == 1;
	if ((last->traits & TRAIT_BIT(JOINING)) ||
		(first->traits & TRAIT_BIT(TAIL)) ||
		(last[1].traits & TRAIT_BIT(TAIL)))
		return false;
	if (first->traits & TRAIT_BIT(JOINING))
		return label == NAME_PERSON && (first->traits & TRAIT_BIT(PARTICLE)) &&
			b - a > 1;
	return (b - a > 1) || !(first->traits & TRAIT_BIT(DIGIT)) ||
		!(first->traits & TRAIT_BIT(NUMBER));
}

/* --------------------------------------------------------------- scores */

/* A row's weights, widened: one addition for all labels. */
typedef int16_t Scores __attribute__((vector_size(2 * ROW_WIDTH)));
typedef int8_t	Row __attribute__((vector_size(ROW_WIDTH)));
/* The same of a whole piece, which may have many parts. */
typedef int32_t PieceScores __attribute__((vector_size(4 * ROW_WIDTH)));

_Static_assert(MOST_ROWS *INT8_MAX <= INT16_MAX,
			   "the rows of one part must not overflow its scores");

static Scores
sum_of_rows(const TaggerModel *model, const uint32_t *rows, uint32_t n)
{
	Scores sum = { 0 };

	for (uint32_t k = 0; k < n; k++)
	{
		Row row;

		memcpy(&row, model->rows[rows[k]], sizeof(row));
		sum += __builtin_convertvector(row, Scores);
	}
	return sum;
}

#define WIDEN(scores) __builtin_convertvector(scores, PieceScores)

/* The scores of the parts of each word of a run, and of inner words so far. */
typedef struct PartScores
{
	Scores of[PIECE_PARTS][LONGEST_RUN + 1];
} PartScores;

static void
score_parts(const Run *run, PartScores *scores)
{
	const TaggerModel *model = run->context->model;
	uint32_t		   rows[MOST_ROWS];

	for (uint32_t k = 0; k < run->words; k++)
		for (PiecePart part = PART_BEFORE; part <= PART_LAST; part++)
		{
			uint32_t n;

			if (part == PART_INNER && (k == 0 || k + 1 == run->words))
				continue;
			if (part == PART_FIRST && k + 1 == run->words)
				continue;
			if (part == PART_LAST && k == 0)
				continue;
			n = tagger_part_rows(run, part, k, rows);
			scores->of[part][k] = sum_of_rows(model, rows, n);
		}
}

#define IMPOSSIBLE (INT32_MIN / 2)

typedef struct Step
{
	int		score;
	uint8_t words;
	uint8_t label; /* of the piece before this one */
} Step;

/* Tries words [a, b) as the last piece of what ends at b. */
static void
try_piece(const Run *run, Step steps[][NAME_LABELS], uint32_t a, uint32_t b,
		  const PieceScores *scores)
{
	const TaggerModel *model = run->context->model;

	for (uint32_t label = 0; label < NAME_LABELS; label++)
	{
		Step *step = &steps[b][label];

		if (!tagger_allows(run, a, b, (NameLabel) label))
			continue;
		for (uint32_t before = 0; before < NAME_LABELS; before++)
		{
			int score;

			if (steps[a][before].score == IMPOSSIBLE)
				continue;
			score = steps[a][before].score + (*scores)[label] +
				model->follows[label][before];
			if (score > step->score)
				*step = (Step){ score, (uint8_t) (b - a), (uint8_t) before };
		}
	}
}

/* Fills steps with the best ends of the words before each word. */
static void
find_steps(const Run *run, Step steps[][NAME_LABELS])
{
	const TaggerModel *model = run->context->model;
	PartScores		   parts_of;
	uint32_t		   rows[MOST_ROWS];

	score_parts(run, &parts_of);
	for (uint32_t b = 1; b <= run->words; b++)
	{
		PieceScores inner = { 0 };

		for (uint32_t k = 1; k <= b && k <= LONGEST_NAME; k++)
		{
			uint32_t	a = b - k;
			PieceScores scores = WIDEN(parts_of.of[PART_BEFORE][a]) +
				WIDEN(parts_of.of[PART_BEHIND][b - 1]);

			if (k == 1)
				scores += WIDEN(parts_of.of[PART_ONLY][a]);
			else
				scores += WIDEN(parts_of.of[PART_FIRST][a]) + inner +
					WIDEN(parts_of.of[PART_LAST][b - 1]);
			if (k > 1 && a > 0)
				inner += WIDEN(parts_of.of[PART_INNER][a]);
			scores += WIDEN(
				sum_of_rows(model, rows, tagger_whole_rows(run, a, b, rows)));
			try_piece(run, steps, a, b, &scores);
		}
	}
}

uint32_t
tagger_cut(const NameContext *context, uint32_t first, uint32_t end,
		   uint32_t paragraph, NamePiece pieces[LONGEST_RUN])
{
	Run		 run;
	Step	 steps[LONGEST_RUN + 1][NAME_LABELS];
	uint32_t label = 0;
	uint32_t n = 0;
	uint32_t b;

	run_look(&run, context, first, end, paragraph);
	for (uint32_t i = 0; i <= run.words; i++)
		for (uint32_t k = 0; k < NAME_LABELS; k++)
			steps[i][k].score = IMPOSSIBLE;
	steps[0][NAME_OTHER].score = 0;
	find_steps(&run, steps);
	b = run.words;
	for (uint32_t k = 1; k < NAME_LABELS; k++)
		if (steps[b][k].score > steps[b][label].score)
			label = k;
	while (b > 0)
	{
		const Step *step = &steps[b][label];

		pieces[n++] = (NamePiece){ first + b - step->words, first + b,
								   (NameLabel) label };
		b -= step->words;
		label = step->label;
	}
	for (uint32_t k = 0; k < n / 2; k++)
	{
		NamePiece swap = pieces[k];

		pieces[k] = pieces[n - 1 - k];
		pieces[n - 1 - k] = swap;
	}
	return n;
}

uint32_t
tagger_checksum(void)
{
	return unicode_hash(UNICODE_HASH_START, (const char *) &newsext_tagger,
						sizeof(newsext_tagger));
}
