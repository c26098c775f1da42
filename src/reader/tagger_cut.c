/*
 * tagger_cut.c
 *		Cuts a run of words into names and decides what they are.
 *
 * All ways to cut the run are scored at once, the best one is taken
 * (a semi-Markov model, Viterbi's way).  A run is short, so this is linear in
 * the text.  Between the two readings of an article little changes for a run,
 * so the scores of the first one are kept and only corrected in the second.
 */
#include "tagger.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* --------------------------------------------------------------- scores */

/* A row's weights, widened: one addition for all labels. */
typedef int16_t Scores __attribute__((vector_size(2 * ROW_WIDTH)));
/* The same of a whole piece, which may have many parts. */
typedef int32_t PieceScores __attribute__((vector_size(4 * ROW_WIDTH)));

_Static_assert(2 * MOST_ROWS * INT8_MAX <= INT16_MAX,
			   "the rows of two parts must not overflow their scores");

#define WIDEN(scores) __builtin_convertvector(scores, PieceScores)

static inline Scores
row_of(const TaggerModel *model, uint32_t row)
{
#ifdef __SSE2__
	__m128i bytes = _mm_loadl_epi64((const void *) model->rows[row]);

	return (Scores) _mm_srai_epi16(_mm_unpacklo_epi8(bytes, bytes), 8);
#else
	int8_t bytes __attribute__((vector_size(ROW_WIDTH)));

	memcpy(&bytes, model->rows[row], sizeof(bytes));
	return __builtin_convertvector(bytes, Scores);
#endif
}

static Scores
sum_of_rows(const TaggerModel *model, const uint32_t *rows, uint32_t n)
{
	Scores sum = { 0 };

	for (uint32_t k = 0; k < n; k++)
		sum += row_of(model, rows[k]);
	return sum;
}

/* What a piece of a run scores, but for what it was read as elsewhere. */
typedef struct Piece
{
	int32_t	 scores[NAME_LABELS];
	uint32_t labels; /* that it can have, as bits; 0: no piece at all */
} Piece;

/* The pieces of a run: by the word behind them, then by their length. */
#define MOST_PIECES (LONGEST_RUN * LONGEST_NAME)

/* Longest run whose scores are kept, in words. */
#define LONGEST_KEPT 6

struct RunScores
{
	/* SEEN_ bits of the word before the run, of its words and of the next */
	uint32_t seen[LONGEST_KEPT + 2];
	Piece	 pieces[];
};

/* The scores of the parts of each word of a run. */
typedef Scores PartScores[PIECE_PARTS][LONGEST_RUN];

/* The rows of the parts of one word; a part that cannot be has none. */
typedef struct WordRows
{
	uint32_t rows[PIECE_PARTS][MOST_ROWS];
	uint32_t n[PIECE_PARTS];
} WordRows;

static bool
can_be(const Run *run, PiecePart part, uint32_t k)
{
	switch (part)
	{
		case PART_FIRST:
			return k + 1 < run->words && tagger_begins(run, k);
		case PART_INNER:
			return k > 0 && k + 1 < run->words;
		case PART_LAST:
			return k > 0 && tagger_ends(run, k);
		default:
			return true;
	}
}

/*
 * Finds the rows of a word and has them fetched.  They lie all over the model,
 * which is larger than the nearer caches, so that waiting for them one by one
 * would take longer than all else that is done with them.
 */
static void
find_rows(const Run *run, uint32_t k, WordRows *word)
{
	const TaggerModel *model = run->context->model;

	for (PiecePart part = PART_BEFORE; part <= PART_LAST; part++)
	{
		word->n[part] = 0;
		if (can_be(run, part, k))
			/* cppcheck-suppress uninitvar; they are written here */
			word->n[part] = tagger_part_rows(run, part, k, word->rows[part]);
		for (uint32_t i = 0; i < word->n[part]; i++)
			__builtin_prefetch(model->rows[word->rows[part][i]]);
	}
}

static void
score_parts(const Run *run, PartScores parts)
{
	WordRows words[2];

	find_rows(run, 0, &words[0]);
	for (uint32_t k = 0; k < run->words; k++)
	{
		const WordRows *word = &words[k & 1];

		if (k + 1 < run->words)
			find_rows(run, k + 1, &words[(k + 1) & 1]);
		for (PiecePart part = PART_BEFORE; part <= PART_LAST; part++)
			parts[part][k] = sum_of_rows(run->context->model, word->rows[part],
										 word->n[part]);
	}
}

static void
add_scores(Piece *piece, const PieceScores *scores)
{
	for (uint32_t label = 0; label < NAME_LABELS; label++)
		piece->scores[label] += (*scores)[label];
}

/* Adds to each piece what its parts score; returns how many pieces there are.
 */
static uint32_t
add_parts(Piece *pieces, uint32_t words, const PartScores parts)
{
	Piece *piece = pieces;

	for (uint32_t b = 1; b <= words; b++)
	{
		PieceScores inner = { 0 };

		for (uint32_t k = 1; k <= b && k <= LONGEST_NAME; k++, piece++)
		{
			uint32_t	a = b - k;
			PieceScores scores = WIDEN(parts[PART_BEFORE][a] +
									   parts[PART_BEHIND][b - 1]);

			if (piece->labels)
			{
				if (k == 1)
					scores += WIDEN(parts[PART_ONLY][a]);
				else
					scores += inner +
						WIDEN(parts[PART_FIRST][a] + parts[PART_LAST][b - 1]);
				add_scores(piece, &scores);
			}
			if (k > 1 && a > 0)
				inner += WIDEN(parts[PART_INNER][a]);
		}
	}
	return (uint32_t) (piece - pieces);
}

static uint32_t
score_pieces(const Run *run, Piece pieces[MOST_PIECES])
{
	const TaggerModel *model = run->context->model;
	PartScores		   parts;
	uint32_t		   rows[MOST_ROWS];
	Piece			  *piece = pieces;

	for (uint32_t b = 1; b <= run->words; b++)
		for (uint32_t k = 1; k <= b && k <= LONGEST_NAME; k++, piece++)
		{
			Scores	 whole;
			uint32_t n;

			piece->labels = tagger_labels(run, b - k, b);
			if (piece->labels == 0)
				continue;
			n = tagger_steady_rows(run, b - k, b, rows);
			whole = sum_of_rows(model, rows, n);
			for (uint32_t label = 0; label < NAME_LABELS; label++)
				piece->scores[label] = whole[label];
		}
	score_parts(run, parts);
	return add_parts(pieces, run->words, parts);
}

/* ------------------------------------------------------- second reading */

static RunScores *
keep_scores(const Run *run, const Piece *pieces, uint32_t n)
{
	RunScores *kept;

	if (run->words > LONGEST_KEPT)
		return NULL;
	kept = arena_alloc(run->context->article->arena, 1,
					   sizeof(RunScores) + n * sizeof(Piece));
	for (uint32_t k = 0; k < run->words + 2; k++)
		kept->seen[k] = run->looks[k + 1].seen;
	memcpy(kept->pieces, pieces, n * sizeof(Piece));
	return kept;
}

/* What a part gains by what is newly seen of its word, less what is lost. */
static Scores
change_of_part(const TaggerModel *model, PiecePart part, uint32_t before,
			   uint32_t now)
{
	uint32_t rows[N_SEEN];
	uint32_t n;
	Scores	 change = { 0 };

	if (now == before)
		return change;
	n = tagger_seen_rows(part, now & ~before, rows);
	change = sum_of_rows(model, rows, n);
	n = tagger_seen_rows(part, before & ~now, rows);
	return change - sum_of_rows(model, rows, n);
}

/* Brings the scores of a run up to what is seen of its words by now. */
static void
correct_scores(const NameContext *context, uint32_t first, uint32_t end,
			   uint32_t paragraph, RunScores *scores)
{
	uint32_t   words = end - first;
	uint32_t   seen[LONGEST_RUN + 2];
	PartScores changes;

	run_seen(context, first, end, paragraph, seen);
	if (memcmp(seen, scores->seen, (words + 2) * sizeof(uint32_t)) == 0)
		return;
	for (uint32_t k = 0; k < words; k++)
		for (PiecePart part = PART_BEFORE; part <= PART_LAST; part++)
		{
			uint32_t of = (uint32_t) ((int) k + 1 + tagger_part_word(part));

			changes[part][k] = change_of_part(context->model, part,
											  scores->seen[of], seen[of]);
		}
	add_parts(scores->pieces, words, changes);
}

/* ------------------------------------------------------------- best cut */

#define IMPOSSIBLE (INT32_MIN / 2)

typedef struct Step
{
	int32_t score;
	uint8_t words;
	uint8_t label; /* of the piece before this one */
} Step;

/* The best ends of the words before one word, and of those before them. */
typedef struct Steps
{
	Step	by_label[NAME_LABELS];
	int32_t next[NAME_LABELS]; /* best score before a piece with this label */
	uint8_t before[NAME_LABELS]; /* the label that gives it */
} Steps;

static void
find_next(const TaggerModel *model, Steps *steps)
{
	for (uint32_t label = 0; label < NAME_LABELS; label++)
	{
		steps->next[label] = IMPOSSIBLE;
		steps->before[label] = 0;
		for (uint32_t before = 0; before < NAME_LABELS; before++)
		{
			int32_t score = steps->by_label[before].score;

			if (score == IMPOSSIBLE)
				continue;
			score += model->follows[label][before];
			if (score > steps->next[label])
			{
				steps->next[label] = score;
				steps->before[label] = (uint8_t) before;
			}
		}
	}
}

/* Tries a piece of some words as the last one of what ends with it. */
static void
try_piece(const NameContext *context, const Steps *start, Steps *steps,
		  const Piece *piece, uint32_t words, uint32_t hash)
{
	uint32_t rows[ELSEWHERE_ROWS];
	uint32_t n = tagger_elsewhere_rows(context, hash, rows);

	for (uint32_t label = 0; label < NAME_LABELS; label++)
	{
		Step   *step = &steps->by_label[label];
		int32_t score = piece->scores[label];

		if (!(piece->labels >> label & 1) || start->next[label] == IMPOSSIBLE)
			continue;
		for (uint32_t k = 0; k < n; k++)
			score += context->model->rows[rows[k]][label];
		score += start->next[label];
		if (score > step->score)
			*step = (Step){ score, (uint8_t) words, start->before[label] };
	}
}

/*
 * Fills steps with the best ends of the words before each word.  What stands
 * before a run counts as no name.
 */
static void
find_steps(const NameContext *context, uint32_t first, uint32_t words,
		   const Piece *piece, Steps steps[LONGEST_RUN + 1])
{
	const Token *tokens = &context->article->tokens[first];
	uint32_t	 hashes[LONGEST_RUN]; /* of the words from here to b */

	for (uint32_t k = 0; k < NAME_LABELS; k++)
	{
		steps[0].next[k] = context->model->follows[k][NAME_OTHER];
		steps[0].before[k] = NAME_OTHER;
	}
	for (uint32_t b = 1; b <= words; b++)
	{
		if (b > 1)
			find_next(context->model, &steps[b - 1]);
		for (uint32_t k = 0; k < NAME_LABELS; k++)
			steps[b].by_label[k].score = IMPOSSIBLE;
		hashes[b - 1] = UNICODE_HASH_START;
		for (uint32_t k = 1; k <= b && k <= LONGEST_NAME; k++, piece++)
		{
			uint32_t a = b - k;

			hashes[a] = tagger_words_hash(hashes[a], &tokens[b - 1]);
			if (piece->labels)
				try_piece(context, &steps[a], &steps[b], piece, k, hashes[a]);
		}
	}
}

/* Cuts a run whose pieces are scored; returns the number of its pieces. */
static uint32_t
best_cut(const NameContext *context, uint32_t first, uint32_t words,
		 const Piece *scored, NamePiece pieces[LONGEST_RUN])
{
	Steps	 steps[LONGEST_RUN + 1];
	uint32_t b = words;
	uint32_t label = 0;
	uint32_t n = 0;

	find_steps(context, first, words, scored, steps);
	for (uint32_t k = 1; k < NAME_LABELS; k++)
		if (steps[b].by_label[k].score > steps[b].by_label[label].score)
			label = k;
	while (b > 0)
	{
		const Step *step = &steps[b].by_label[label];

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
tagger_cut(const NameContext *context, uint32_t first, uint32_t end,
		   uint32_t paragraph, NamePiece pieces[LONGEST_RUN],
		   RunScores **scores)
{
	Run		 run;
	Piece	 scored[MOST_PIECES];
	uint32_t n;

	run_look(&run, context, first, end, paragraph);
	n = score_pieces(&run, scored);
	if (scores)
		*scores = keep_scores(&run, scored, n);
	return best_cut(context, first, end - first, scored, pieces);
}

uint32_t
tagger_cut_again(const NameContext *context, uint32_t first, uint32_t end,
				 uint32_t paragraph, NamePiece pieces[LONGEST_RUN],
				 RunScores *scores)
{
	correct_scores(context, first, end, paragraph, scores);
	return best_cut(context, first, end - first, scores->pieces, pieces);
}
