/*
 * tagtrain.c
 *		Learns data/tagger.model from texts with annotated names.
 *
 *	tagtrain -o data/tagger.model [-e EPOCHS] [-l crf|perceptron]
 *			 FILE.jsonl[:TIMES] FILE.conll[:TIMES] ...
 *	tagtrain -t FILE ...		only prints the texts, as JSON lines
 *
 * A run of words is cut into names by the weights so far; where that is wrong,
 * the features of the right pieces gain and those of the wrong ones lose: by
 * how probable the model finds them (crf: a semi-Markov conditional random
 * field, AdaGrad) or whole (perceptron: of the best cut, averaged).
 *
 * The reader reads an article twice, so the second reading is what is learned;
 * the first one is done with weights learned from the other half of the texts,
 * for it must be as wrong as it will be on new ones.
 *
 * The same files give the same model.  A developer's tool: needs libjansson,
 * is not installed.
 */
#include "tagger.h"

#include "memory.h"
#include "reader.h"
#include "tagtexts.h"

#include <getopt.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HALVES 2

/*
 * All of these were chosen on development texts.  AdaGrad: the first step,
 * what every sum of squares begins with, what a weight that is used loses
 * towards 0, and the gradient below which nothing changes.
 */
#define RATE		 0.1f
#define FIRST_SQUARE 1.0f
#define SHRINK		 2e-6f
#define LEAST_GAIN	 1e-3f

/* Features of words that fewer texts have are left out. */
#define LEAST_TEXTS 5
/* Share of words that are learned without their letters. */
#define WORD_DROPOUT 0.2f
/* Share of capitalised words that are learned as if no list knew them. */
#define STRANGERS 0.25f
/* "No name" must be better by this: one forgets names more easily. */
#define MARGIN 0.45

/*
 * The texts are learned in so many courses, each from nothing and in another
 * order, for the weights of one depend much on chance; averages are taken over
 * all courses, at so many moments of an epoch.
 */
#define COURSES 4
#define MOMENTS 40

/* A weight of 1 in the file's small numbers. */
#define UNIT			64.0f
#define PERCEPTRON_UNIT 1.0f

typedef enum Learner
{
	LEARN_CRF,
	LEARN_PERCEPTRON
} Learner;

/* One weight of the model while it is learned. */
typedef struct Weight
{
	float now;
	float squares; /* AdaGrad: sum of the gradients' squares */
	float sum;	   /* of what it was at the moments that are averaged */
} Weight;

typedef struct Weights
{
	Weight rows[TAGGER_ROWS][NAME_LABELS];
	Weight follows[NAME_LABELS][NAME_LABELS];
} Weights;

static Texts	   texts;
static Learner	   learner = LEARN_CRF;
static TaggerModel of_half[HALVES];
static TaggerModel learned;
static Weights	   weights;
static double	   steps;
static uint32_t	   moments;
static uint32_t	   chance;
/* Texts that have a row, and the last one of them. */
static uint32_t	   texts_of[TAGGER_ROWS];
static uint32_t	   last_text[TAGGER_ROWS];
static uint32_t	   text_number; /* not 0 while rows are counted */

/* The reader's own model is not needed here: contexts get theirs below. */
const TaggerModel newsext_tagger;

/* A run with the rows of everything that a cut of it can have. */
typedef struct Lesson
{
	Run		 run;
	uint32_t rows[PIECE_PARTS][LONGEST_RUN][MOST_ROWS];
	uint32_t n_rows[PIECE_PARTS][LONGEST_RUN];
	uint32_t whole[LONGEST_RUN][LONGEST_NAME][MOST_ROWS]; /* [a][words - 1] */
	uint32_t n_whole[LONGEST_RUN][LONGEST_NAME];
	double	 part_scores[PIECE_PARTS][LONGEST_RUN][NAME_LABELS];
	double	 scores[LONGEST_RUN][LONGEST_NAME][NAME_LABELS];
	/* how much of each piece there is too little: right less found */
	double	 gain[LONGEST_RUN][LONGEST_NAME][NAME_LABELS];
	double	 follows_gain[NAME_LABELS][NAME_LABELS];
} Lesson;

/* The next of a fixed row of numbers in [0, 1): the same each time. */
static float
next_chance(void)
{
	chance = chance * 1664525u + 1013904223u;
	return (float) (chance >> 8) / (float) (1u << 24);
}

/* --------------------------------------------------------------- lesson */

/* Counts the texts of each row, or leaves the rows of few texts out. */
static uint32_t
count_or_choose(uint32_t *rows, uint32_t n)
{
	uint32_t kept = 0;

	for (uint32_t k = 0; k < n; k++)
		if (text_number > 0)
		{
			texts_of[rows[k]] += last_text[rows[k]] != text_number;
			last_text[rows[k]] = text_number;
		}
		else if (rows[k] < ROW_HASHED || texts_of[rows[k]] >= LEAST_TEXTS)
			rows[kept++] = rows[k];
	return kept;
}

/* Leaves the letters of some words out, so that what is around them counts. */
static uint32_t
without_letters(uint32_t *rows, uint32_t n)
{
	uint32_t kept = 0;

	for (uint32_t k = 0; k < n; k++)
		if (rows[k] < ROW_HASHED)
			rows[kept++] = rows[k];
	return kept;
}

/*
 * Names that nobody has heard of are rarer in the texts than in tomorrow's
 * news: makes some of the run's words as unknown as those are.
 */
static void
make_strangers(Run *run)
{
	for (uint32_t k = 0; k < run->words; k++)
	{
		WordLook *look = &run->looks[k + 2];

		if (!(look->traits &
			  (TRAIT_BIT(LOWER) | TRAIT_BIT(JOINING) | TRAIT_BIT(TAIL) |
			   TRAIT_BIT(INITIAL) | TRAIT_BIT(CLOSED) | TRAIT_BIT(NUMBER))) &&
			next_chance() < STRANGERS)
			look_as_stranger(look);
	}
}

static void
look_up(Lesson *lesson)
{
	Run *run = &lesson->run;
	bool dropped[LONGEST_RUN];

	if (learner == LEARN_CRF && text_number == 0)
		make_strangers(run);

	for (uint32_t k = 0; k < run->words; k++)
	{
		dropped[k] = learner == LEARN_CRF && next_chance() < WORD_DROPOUT;
		for (PiecePart part = PART_BEFORE; part <= PART_LAST; part++)
		{
			uint32_t *n = &lesson->n_rows[part][k];

			*n = tagger_part_rows(run, part, k, lesson->rows[part][k]);
			*n = count_or_choose(lesson->rows[part][k], *n);
			if (dropped[k] && part >= PART_ONLY)
				*n = without_letters(lesson->rows[part][k], *n);
		}
	}
	for (uint32_t a = 0; a < run->words; a++)
		for (uint32_t w = 0; w < LONGEST_NAME && a + w < run->words; w++)
		{
			uint32_t *n = &lesson->n_whole[a][w];

			*n = tagger_whole_rows(run, a, a + w + 1, lesson->whole[a][w]);
			*n = count_or_choose(lesson->whole[a][w], *n);
			if (dropped[a])
				*n = without_letters(lesson->whole[a][w], *n);
		}
}

static void
add_rows(const uint32_t *rows, uint32_t n, double scores[NAME_LABELS])
{
	for (uint32_t k = 0; k < n; k++)
		for (int label = 0; label < NAME_LABELS; label++)
			scores[label] += (double) weights.rows[rows[k]][label].now;
}

/* Calls for each part of piece [a, a + w + 1), with the part's word. */
#define EACH_PART(a, w, part, word) \
	for (uint32_t part = PART_BEFORE, word = (a); part != PIECE_PARTS; \
		 next_part(&part, &word, (a), (w)))

static void
next_part(uint32_t *part, uint32_t *word, uint32_t a, uint32_t w)
{
	switch (*part)
	{
		case PART_BEFORE:
			*part = PART_BEHIND;
			*word = a + w;
			break;
		case PART_BEHIND:
			*part = w == 0 ? PART_ONLY : PART_FIRST;
			*word = a;
			break;
		case PART_FIRST:
		case PART_INNER:
			(*word)++;
			*part = *word < a + w ? PART_INNER : PART_LAST;
			break;
		default:
			*part = PIECE_PARTS;
	}
}

static void
score_pieces(Lesson *lesson)
{
	uint32_t words = lesson->run.words;

	memset(lesson->part_scores, 0, sizeof(lesson->part_scores));
	memset(lesson->scores, 0, sizeof(lesson->scores));
	for (uint32_t part = 0; part < PIECE_PARTS; part++)
		for (uint32_t k = 0; k < words; k++)
			add_rows(lesson->rows[part][k], lesson->n_rows[part][k],
					 lesson->part_scores[part][k]);
	for (uint32_t a = 0; a < words; a++)
		for (uint32_t w = 0; w < LONGEST_NAME && a + w < words; w++)
		{
			double *scores = lesson->scores[a][w];

			add_rows(lesson->whole[a][w], lesson->n_whole[a][w], scores);
			EACH_PART(a, w, part, word)
			for (int label = 0; label < NAME_LABELS; label++)
				scores[label] += lesson->part_scores[part][word][label];
			if (learner == LEARN_CRF)
				scores[NAME_OTHER] += MARGIN;
		}
}

#define NEVER (-1e30)

static double
log_add(double x, double y)
{
	if (x < y)
	{
		double swap = x;

		x = y;
		y = swap;
	}
	return y <= NEVER ? x : x + log1p(exp(y - x));
}

/* The score of label `to` behind label `from`. */
static double
follows(int to, int from)
{
	return (double) weights.follows[to][from].now;
}

/*
 * Takes what the model finds from the gains: the probability of each piece
 * and of each pair of labels.
 */
static void
expect(Lesson *lesson)
{
	uint32_t words = lesson->run.words;
	double	 front[LONGEST_RUN + 1][NAME_LABELS];
	double	 back[LONGEST_RUN + 1][NAME_LABELS];
	double	 all = NEVER;

	for (uint32_t i = 0; i <= words; i++)
		for (int l = 0; l < NAME_LABELS; l++)
		{
			front[i][l] = NEVER;
			back[i][l] = i == words ? 0 : NEVER;
		}
	front[0][NAME_OTHER] = 0;
	for (uint32_t b = 1; b <= words; b++)
		for (uint32_t w = 0; w < LONGEST_NAME && w < b; w++)
			for (int l = 0; l < NAME_LABELS; l++)
				if (tagger_allows(&lesson->run, b - w - 1, b, (NameLabel) l))
					for (int f = 0; f < NAME_LABELS; f++)
						if (front[b - w - 1][f] > NEVER)
							front[b][l] = log_add(front[b][l],
												  front[b - w - 1][f] +
													  follows(l, f) +
													  lesson->scores[b - w - 1]
																	[w][l]);
	for (uint32_t b = words; b > 0; b--)
		for (uint32_t w = 0; w < LONGEST_NAME && w < b; w++)
			for (int l = 0; l < NAME_LABELS; l++)
				if (tagger_allows(&lesson->run, b - w - 1, b, (NameLabel) l))
					for (int f = 0; f < NAME_LABELS; f++)
						back[b - w - 1]
							[f] = log_add(back[b - w - 1][f],
										  back[b][l] + follows(l, f) +
											  lesson->scores[b - w - 1][w][l]);
	for (int l = 0; l < NAME_LABELS; l++)
		all = log_add(all, front[words][l]);
	for (uint32_t b = 1; b <= words; b++)
		for (uint32_t w = 0; w < LONGEST_NAME && w < b; w++)
			for (int l = 0; l < NAME_LABELS; l++)
			{
				uint32_t a = b - w - 1;

				if (!tagger_allows(&lesson->run, a, b, (NameLabel) l))
					continue;
				for (int f = 0; f < NAME_LABELS; f++)
				{
					double share = exp(front[a][f] + follows(l, f) +
									   lesson->scores[a][w][l] + back[b][l] -
									   all);

					lesson->gain[a][w][l] -= share;
					lesson->follows_gain[l][f] -= share;
				}
			}
}

/* Takes the best cut from the gains. */
static void
guess(Lesson *lesson)
{
	typedef struct Step
	{
		double	 score;
		uint32_t w;
		int		 label; /* of the piece before */
	} Step;
	uint32_t words = lesson->run.words;
	Step	 steps_to[LONGEST_RUN + 1][NAME_LABELS];
	int		 label = 0;

	for (uint32_t i = 0; i <= words; i++)
		for (int l = 0; l < NAME_LABELS; l++)
			steps_to[i][l] = (Step){ NEVER, 0, 0 };
	steps_to[0][NAME_OTHER].score = 0;
	for (uint32_t b = 1; b <= words; b++)
		for (uint32_t w = 0; w < LONGEST_NAME && w < b; w++)
			for (int l = 0; l < NAME_LABELS; l++)
				for (int f = 0; f < NAME_LABELS; f++)
				{
					uint32_t a = b - w - 1;
					double	 score = steps_to[a][f].score + follows(l, f) +
						lesson->scores[a][w][l];

					if (steps_to[a][f].score > NEVER &&
						score > steps_to[b][l].score &&
						tagger_allows(&lesson->run, a, b, (NameLabel) l))
						steps_to[b][l] = (Step){ score, w, f };
				}
	for (int l = 1; l < NAME_LABELS; l++)
		if (steps_to[words][l].score > steps_to[words][label].score)
			label = l;
	for (uint32_t b = words; b > 0;)
	{
		const Step *step = &steps_to[b][label];

		b -= step->w + 1;
		lesson->gain[b][step->w][label] -= 1;
		lesson->follows_gain[label][step->label] -= 1;
		label = step->label;
	}
}

/* ------------------------------------------------------------- learning */

static void
change(Weight *weight, double gain)
{
	float g = (float) gain;

	if (learner == LEARN_PERCEPTRON)
	{
		weight->now += g;
		return;
	}
	weight->squares += g * g;
	weight->now += RATE * g / sqrtf(weight->squares + FIRST_SQUARE) -
		SHRINK * weight->now;
}

static void
change_rows(const uint32_t *rows, uint32_t n, const double gain[NAME_LABELS])
{
	for (int label = 0; label < NAME_LABELS; label++)
	{
		if (fabs(gain[label]) < (double) LEAST_GAIN)
			continue;
		for (uint32_t k = 0; k < n; k++)
			change(&weights.rows[rows[k]][label], gain[label]);
	}
}

static void
learn_lesson(Lesson *lesson)
{
	static double part_gain[PIECE_PARTS][LONGEST_RUN][NAME_LABELS];
	uint32_t	  words = lesson->run.words;

	memset(part_gain, 0, sizeof(part_gain));
	for (uint32_t a = 0; a < words; a++)
		for (uint32_t w = 0; w < LONGEST_NAME && a + w < words; w++)
		{
			const double *gain = lesson->gain[a][w];

			EACH_PART(a, w, part, word)
			for (int label = 0; label < NAME_LABELS; label++)
				part_gain[part][word][label] += gain[label];
			change_rows(lesson->whole[a][w], lesson->n_whole[a][w], gain);
		}
	for (uint32_t part = 0; part < PIECE_PARTS; part++)
		for (uint32_t k = 0; k < words; k++)
			change_rows(lesson->rows[part][k], lesson->n_rows[part][k],
						part_gain[part][k]);
	for (int l = 0; l < NAME_LABELS; l++)
		for (int f = 0; f < NAME_LABELS; f++)
			if (fabs(lesson->follows_gain[l][f]) >= (double) LEAST_GAIN)
				change(&weights.follows[l][f], lesson->follows_gain[l][f]);
}

/*
 * The right pieces of a run, from names *next on; 0 when the run cannot be cut
 * as it is annotated.
 */
static uint32_t
right_pieces(const Article *article, const Text *text, uint32_t *next,
			 uint32_t first, uint32_t end, NamePiece *pieces)
{
	uint32_t start = article->tokens[first].start;
	uint32_t stop = article->tokens[end - 1].end;
	uint32_t k = first;
	uint32_t n = 0;

	while (*next < text->n_gold && text->gold[*next].end <= start)
		(*next)++;
	for (uint32_t g = *next; g < text->n_gold && text->gold[g].start < stop;
		 g++)
	{
		const Gold *gold = &text->gold[g];
		uint32_t	last;

		if (gold->label < 0)
			continue;
		for (; k < end && article->tokens[k].start < gold->start; k++)
			pieces[n++] = (NamePiece){ k, k + 1, NAME_OTHER };
		if (gold->start < start || gold->end > stop || k >= end ||
			article->tokens[k].start != gold->start)
			return 0;
		for (last = k; last < end && article->tokens[last].end < gold->end;)
			last++;
		if (last >= end || article->tokens[last].end != gold->end)
			return 0;
		pieces[n++] = (NamePiece){ k, last + 1, (NameLabel) gold->label };
		k = last + 1;
	}
	for (; k < end; k++)
		pieces[n++] = (NamePiece){ k, k + 1, NAME_OTHER };
	return n;
}

static bool
are_allowed(const Run *run, const NamePiece *pieces, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (pieces[i].end - pieces[i].first > LONGEST_NAME ||
			!tagger_allows(run, pieces[i].first - run->first,
						   pieces[i].end - run->first, pieces[i].label))
			return false;
	return n > 0;
}

static void
learn_run(NameContext *context, const Text *text, uint32_t *next,
		  uint32_t first, uint32_t end, uint32_t paragraph)
{
	static Lesson lesson;
	NamePiece	  right[LONGEST_RUN];
	NameLabel	  before = NAME_OTHER;
	uint32_t	  n;

	n = right_pieces(context->article, text, next, first, end, right);
	run_look(&lesson.run, context, first, end, paragraph);
	if (!are_allowed(&lesson.run, right, n))
		return;
	look_up(&lesson);
	if (text_number > 0)
		return;
	score_pieces(&lesson);
	memset(lesson.gain, 0, sizeof(lesson.gain));
	memset(lesson.follows_gain, 0, sizeof(lesson.follows_gain));
	for (uint32_t i = 0; i < n; i++)
	{
		lesson.gain[right[i].first - first][right[i].end - right[i].first - 1]
				   [right[i].label] += 1;
		lesson.follows_gain[right[i].label][before] += 1;
		before = right[i].label;
	}
	if (learner == LEARN_CRF)
		expect(&lesson);
	else
		guess(&lesson);
	learn_lesson(&lesson);
	steps++;
}

/* One reading of a text: the first only remembers, the second learns. */
static void
read_runs(NameContext *context, const Text *text, bool first_round)
{
	const Article *article = context->article;
	uint32_t	   next = 0;

	for (uint32_t p = 0; p < article->n_paragraphs; p++)
	{
		const Paragraph *paragraph = &article->paragraphs[p];
		NamePiece		 pieces[LONGEST_RUN];
		MentionKind		 kind;
		uint32_t		 end;

		for (uint32_t i = paragraph->token_start; i < paragraph->token_end;
			 i = end)
		{
			end = amount_end(article, i, paragraph->token_end, &kind);
			if (end > i)
				continue;
			end = run_end(article, i, paragraph->token_end);
			if (end == i)
				end = i + 1;
			else if (first_round)
				remember_pieces(context, pieces,
								tagger_cut(context, i, end, p, pieces, NULL));
			else
				learn_run(context, text, &next, i, end, p);
		}
	}
}

static void
learn_text(const Text *text, const TaggerModel *first)
{
	Arena		arena;
	Article	   *article;
	NameContext context;

	arena_init(&arena, &malloc_host);
	article = arena_alloc(&arena, 1, sizeof(Article));
	article->arena = &arena;
	article->text = text->bytes;
	article->length = text->length;
	token_read(article);
	article_look_up(article);
	layout_read(article);
	sentence_read(article);
	syntax_read(article);
	name_context(&context, article);
	context.model = first;
	read_runs(&context, text, true);
	read_runs(&context, text, false);
	arena_free(&arena);
}

static void
shuffle(void)
{
	for (size_t i = texts.n; i > 1; i--)
	{
		size_t k = (size_t) (next_chance() * (float) i);
		Text   text = texts.list[i - 1];

		texts.list[i - 1] = texts.list[k];
		texts.list[k] = text;
	}
}

/* One more moment for the averages. */
static void
add_to_sums(void)
{
	moments++;
	for (uint32_t r = 0; r < TAGGER_ROWS; r++)
		for (int l = 0; l < NAME_LABELS; l++)
			weights.rows[r][l].sum += weights.rows[r][l].now;
	for (int l = 0; l < NAME_LABELS; l++)
		for (int f = 0; f < NAME_LABELS; f++)
			weights.follows[l][f].sum += weights.follows[l][f].now;
}

static int8_t
small_number(const Weight *weight)
{
	float unit = learner == LEARN_CRF ? UNIT : PERCEPTRON_UNIT;
	float value = roundf(weight->sum / (float) moments * unit);

	return (int8_t) fmaxf(-127, fminf(127, value));
}

static void
write_model(TaggerModel *model)
{
	memset(model, 0, sizeof(*model));
	strcpy(model->magic, TAGGER_MAGIC);
	for (uint32_t r = 0; r < TAGGER_ROWS; r++)
		for (int l = 0; l < NAME_LABELS; l++)
			model->rows[r][l] = small_number(&weights.rows[r][l]);
	for (int l = 0; l < NAME_LABELS; l++)
		for (int f = 0; f < NAME_LABELS; f++)
			model->follows[l][f] = small_number(&weights.follows[l][f]);
}

/* One epoch of the texts of one half, or of all (half < 0). */
static void
learn_epoch(int half, const TaggerModel *so_far, bool averaged)
{
	size_t every = texts.n / MOMENTS + 1;

	shuffle();
	for (size_t i = 0; i < texts.n; i++)
	{
		int own = (int) (texts.list[i].hash >> 16) % HALVES;

		if (half < 0)
			learn_text(&texts.list[i], &of_half[1 - own]);
		else if (own == half)
			learn_text(&texts.list[i], so_far);
		if ((i + 1) % every == 0 && averaged)
			add_to_sums();
	}
	fprintf(stderr, "tagtrain: part %d: %.0f runs\n", half, steps);
}

static void
forget(void)
{
	for (uint32_t r = 0; r < TAGGER_ROWS; r++)
		for (int l = 0; l < NAME_LABELS; l++)
			weights.rows[r][l].now = weights.rows[r][l].squares = 0;
	for (int l = 0; l < NAME_LABELS; l++)
		for (int f = 0; f < NAME_LABELS; f++)
			weights.follows[l][f].now = weights.follows[l][f].squares = 0;
}

/*
 * Learns from the texts of one half, or from all (half < 0), as often as
 * courses says, each time in another order: their weights are averaged.
 */
static void
learn(int half, int courses, int epochs, TaggerModel *model)
{
	memset(&weights, 0, sizeof(weights));
	memset(model, 0, sizeof(*model));
	steps = 0;
	moments = 0;
	chance = 7;
	for (int course = 0; course < courses; course++)
	{
		forget();
		for (int epoch = 0; epoch < epochs; epoch++)
		{
			/* what the first epoch learns is left out of the averages */
			learn_epoch(half, model, epoch > 0 || epochs == 1);
			if (moments > 0)
				write_model(model);
		}
	}
}

static void
save(const char *path)
{
	FILE *file = fopen(path, "wb");

	if (file == NULL || fwrite(&learned, sizeof(learned), 1, file) != 1 ||
		fclose(file) != 0)
	{
		perror(path);
		exit(1);
	}
}

int
main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "output", required_argument, NULL, 'o' },
		{ "epochs", required_argument, NULL, 'e' },
		{ "learner", required_argument, NULL, 'l' },
		{ "texts", no_argument, NULL, 't' },
		{ NULL, 0, NULL, 0 }
	};
	const char *output = NULL;
	int			epochs = 4;
	bool		only_print = false;
	int			option;

	while ((option = getopt_long(argc, argv, "o:e:l:t", options, NULL)) != -1)
	{
		if (option == 'o')
			output = optarg;
		else if (option == 'e')
			epochs = atoi(optarg);
		else if (option == 't')
			only_print = true;
		else if (option == 'l' && strcmp(optarg, "perceptron") == 0)
			learner = LEARN_PERCEPTRON;
		else if (option != 'l' || strcmp(optarg, "crf") != 0)
			return 2;
	}
	if ((output == NULL && !only_print) || epochs < 1 || optind == argc)
	{
		fprintf(stderr,
				"usage: tagtrain -o FILE [-e EPOCHS] [-l crf|perceptron] "
				"FILE[:TIMES] ... | tagtrain -t FILE ...\n");
		return 2;
	}
	for (; optind < argc; optind++)
		texts_load(&texts, argv[optind]);
	if (only_print)
	{
		texts_print(&texts);
		return 0;
	}
	for (size_t i = 0; i < texts.n; i++)
	{
		text_number = texts.list[i].hash | 1;
		learn_text(&texts.list[i], &learned);
	}
	text_number = 0;
	for (int half = 0; half < HALVES; half++)
		learn(half, 1, epochs, &of_half[half]);
	learn(-1, COURSES, epochs, &learned);
	save(output);
	return 0;
}
