/*
 * nametrain.c
 *		Learns the weights of data/names.tsv from texts with annotated names.
 *
 *	nametrain -o data/names.tsv [-e EPOCHS] FILE.jsonl[:TIMES] ...
 *
 * A line of a file is {"text": ..., "entities": [{"start", "end", "type"}]},
 * offsets in code points; TIMES repeats a small set of good texts.  A
 *structured perceptron, averaged: each run is cut with the weights so far, and
 *where that is wrong, the features of the right pieces gain and those of the
 *wrong ones lose.  The reader reads an article twice, so the second reading is
 *what is learned; the first one is done with weights learned from the other
 *half of the texts, for it must be as wrong as it will be on new ones.
 *
 * The same files give the same weights.  A developer's tool: needs libjansson,
 * is not installed.
 */
#define NAME_WEIGHTS_ARE_LEARNED
#include "segment.h"

#include "reader.h"
#include "unicode.h"

#include <getopt.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Features seen less often in corrections are left out. */
#define LEAST_SEEN 20
/* The largest weight in the file. */
#define LARGEST 3000
#define HALVES	2

typedef struct Gold
{
	uint32_t start; /* bytes */
	uint32_t end;
	int		 label; /* NameLabel, or -1 for what is no name */
} Gold;

typedef struct Text
{
	char	*bytes;
	uint32_t length;
	Gold	*gold;
	uint32_t n_gold;
	int		 half;
} Text;

/* Weights of one kind: now, summed up over time, and when that was done. */
typedef struct Weights
{
	NameWeight now[N_FEATURES][NAME_LABELS];
	NameWeight follows[NAME_LABELS][NAME_LABELS];
} Weights;

typedef struct Sums
{
	double	 features[N_FEATURES][NAME_LABELS];
	uint64_t feature_time[N_FEATURES][NAME_LABELS];
	double	 follows[NAME_LABELS][NAME_LABELS];
	uint64_t follows_time[NAME_LABELS][NAME_LABELS];
	uint32_t seen[N_FEATURES];
} Sums;

static Text	   *texts;
static size_t	n_texts;
static Weights	of_half[HALVES]; /* averaged weights of a half of the texts */
static Sums		sums;
static uint64_t steps;
static uint32_t wrong_runs;
static uint32_t runs;

/* What segment.c cuts with, instead of those of name_weights.c. */
NameWeight name_weights[N_FEATURES][NAME_LABELS];
NameWeight name_follows[NAME_LABELS][NAME_LABELS];

static void *
checked(void *memory)
{
	if (memory == NULL)
	{
		fprintf(stderr, "nametrain: out of memory\n");
		exit(1);
	}
	return memory;
}

static void *
take_memory(void *ctx, size_t size)
{
	(void) ctx;
	return checked(malloc(size));
}

static void
give_memory(void *ctx, void *block)
{
	(void) ctx;
	free(block);
}

static const ArenaHost host = { take_memory, give_memory, NULL, NULL };

static int
label_of(const char *type)
{
	static const struct
	{
		const char *type;
		NameLabel	label;
	} labels[] = {
		{ "PER", NAME_PERSON },	  { "person", NAME_PERSON },
		{ "ORG", NAME_ORG },	  { "org", NAME_ORG },
		{ "LOC", NAME_PLACE },	  { "GPE", NAME_PLACE },
		{ "FAC", NAME_PLACE },	  { "place", NAME_PLACE },
		{ "MISC", NAME_MISC },	  { "NORP", NAME_MISC },
		{ "PRODUCT", NAME_MISC },
	};

	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (strcmp(type, labels[i].type) == 0)
			return (int) labels[i].label;
	return -1;
}

/* Bytes before each code point of a text, and behind the last one. */
static uint32_t *
byte_offsets(const char *text, uint32_t length, size_t *points)
{
	uint32_t *offsets = checked(malloc((length + 1) * sizeof(uint32_t)));
	size_t	  n = 0;

	for (uint32_t at = 0; at < length; at++)
		if (((unsigned char) text[at] & 0xC0) != 0x80)
			offsets[n++] = at;
	offsets[n] = length;
	*points = n;
	return offsets;
}

static void
load_line(const char *path, const char *line)
{
	json_error_t error;
	json_t		*in = json_loads(line, 0, &error);
	json_t		*string = json_object_get(in, "text");
	json_t		*entities = json_object_get(in, "entities");
	size_t		 points;
	uint32_t	*offsets;
	Text		*text;

	if (!json_is_string(string) || !json_is_array(entities))
	{
		fprintf(stderr, "nametrain: %s: a line without text or entities\n",
				path);
		exit(1);
	}
	text = &texts[n_texts++];
	text->bytes = checked(strdup(json_string_value(string)));
	text->length = (uint32_t) strlen(text->bytes);
	text->half = (int) (unicode_hash(UNICODE_HASH_START, text->bytes,
									 text->length) >>
						16) %
		HALVES;
	text->n_gold = (uint32_t) json_array_size(entities);
	text->gold = checked(calloc(text->n_gold + 1, sizeof(Gold)));
	offsets = byte_offsets(text->bytes, text->length, &points);
	for (uint32_t i = 0; i < text->n_gold; i++)
	{
		json_t	  *entity = json_array_get(entities, i);
		json_int_t start = json_integer_value(
			json_object_get(entity, "start"));
		json_int_t	end = json_integer_value(json_object_get(entity, "end"));
		const char *type = json_string_value(json_object_get(entity, "type"));

		if (start < 0 || end <= start || (size_t) end > points || type == NULL)
		{
			fprintf(stderr, "nametrain: %s: an entity outside its text\n",
					path);
			exit(1);
		}
		text->gold[i] = (Gold){ offsets[start], offsets[end], label_of(type) };
	}
	free(offsets);
	json_decref(in);
}

/* FILE.jsonl or FILE.jsonl:TIMES */
static void
load(char *argument)
{
	char  *colon = strrchr(argument, ':');
	int	   times = colon ? atoi(colon + 1) : 1;
	char  *line = NULL;
	size_t room = 0;
	size_t from = n_texts;
	size_t count;
	FILE  *file;

	if (colon)
		*colon = '\0';
	file = fopen(argument, "r");
	if (file == NULL)
	{
		perror(argument);
		exit(1);
	}
	while (getline(&line, &room, file) >= 0)
	{
		texts = checked(realloc(texts, (n_texts + 1) * sizeof(Text)));
		load_line(argument, line);
	}
	free(line);
	fclose(file);
	count = n_texts - from;
	for (; times > 1; times--)
	{
		texts = checked(realloc(texts, (n_texts + count) * sizeof(Text)));
		memcpy(texts + n_texts, texts + from, count * sizeof(Text));
		n_texts += count;
	}
}

/* Adds to a weight, and what it was since its last change to its sum. */
static void
change(NameWeight *weight, double *sum, uint64_t *since, int by)
{
	*sum += (double) *weight * (double) (steps - *since);
	*since = steps;
	*weight = (NameWeight) (*weight + by);
}

static void
change_pieces(const Run *run, const NamePiece *pieces, uint32_t n, int by)
{
	uint16_t  features[MOST_FEATURES];
	NameLabel before = NAME_OTHER;

	for (uint32_t i = 0; i < n; i++)
	{
		NameLabel label = pieces[i].label;
		uint32_t  count = piece_features(run, pieces[i].first - run->first,
										 pieces[i].end - run->first, features);

		for (uint32_t k = 0; k < count; k++)
		{
			uint16_t f = features[k];

			change(&name_weights[f][label], &sums.features[f][label],
				   &sums.feature_time[f][label], by);
			sums.seen[f]++;
		}
		change(&name_follows[label][before], &sums.follows[label][before],
			   &sums.follows_time[label][before], by);
		before = label;
	}
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
		for (last = k; article->tokens[last].end < gold->end;)
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
			!piece_allowed(run, pieces[i].first - run->first,
						   pieces[i].end - run->first, pieces[i].label))
			return false;
	return n > 0;
}

static void
learn_run(NameContext *context, const Text *text, uint32_t *next,
		  uint32_t first, uint32_t end, uint32_t paragraph)
{
	NamePiece right[LONGEST_RUN];
	NamePiece found[LONGEST_RUN];
	uint32_t  n_right;
	uint32_t  n_found;
	Run		  run;

	n_right = right_pieces(context->article, text, next, first, end, right);
	run_look(&run, context, first, end, paragraph);
	if (!are_allowed(&run, right, n_right))
		return;
	runs++;
	n_found = segment_run(context, first, end, paragraph, found);
	if (n_found != n_right ||
		memcmp(found, right, n_right * sizeof(NamePiece)) != 0)
	{
		wrong_runs++;
		change_pieces(&run, right, n_right, 1);
		change_pieces(&run, found, n_found, -1);
	}
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
								segment_run(context, i, end, p, pieces));
			else
				learn_run(context, text, &next, i, end, p);
		}
	}
}

/* first: weights of the first reading, or NULL for those being learned. */
static void
learn_text(const Text *text, const Weights *first)
{
	static Weights own;
	Arena		   arena;
	Article		  *article;
	NameContext	   context;

	arena_init(&arena, &host);
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
	if (first)
	{
		memcpy(own.now, name_weights, sizeof(name_weights));
		memcpy(own.follows, name_follows, sizeof(name_follows));
		memcpy(name_weights, first->now, sizeof(name_weights));
		memcpy(name_follows, first->follows, sizeof(name_follows));
	}
	read_runs(&context, text, true);
	if (first)
	{
		memcpy(name_weights, own.now, sizeof(name_weights));
		memcpy(name_follows, own.follows, sizeof(name_follows));
	}
	read_runs(&context, text, false);
	arena_free(&arena);
}

/* Swaps the texts by a fixed row of numbers: the same order each time. */
static void
shuffle(uint32_t *row)
{
	for (size_t i = n_texts; i > 1; i--)
	{
		size_t k;
		Text   text = texts[i - 1];

		*row = *row * 1664525u + 1013904223u;
		k = (size_t) (*row >> 8) % i;
		texts[i - 1] = texts[k];
		texts[k] = text;
	}
}

/* Averages the weights into out, the largest one being LARGEST. */
static void
average(Weights *out)
{
	double largest = 1e-9;

	for (uint32_t f = 0; f < N_FEATURES; f++)
		for (int l = 0; l < NAME_LABELS; l++)
		{
			change(&name_weights[f][l], &sums.features[f][l],
				   &sums.feature_time[f][l], 0);
			largest = fmax(largest, fabs(sums.features[f][l]));
		}
	for (uint32_t f = 0; f < N_FEATURES; f++)
		for (int l = 0; l < NAME_LABELS; l++)
			out->now[f][l] = sums.seen[f] < LEAST_SEEN ?
				0 :
				(NameWeight) lround(sums.features[f][l] / largest * LARGEST);
	for (int a = 0; a < NAME_LABELS; a++)
		for (int b = 0; b < NAME_LABELS; b++)
		{
			change(&name_follows[a][b], &sums.follows[a][b],
				   &sums.follows_time[a][b], 0);
			out->follows[a][b] = (NameWeight) lround(sums.follows[a][b] /
													 largest * LARGEST);
		}
}

/* Learns from the texts of one half, or from all (half < 0). */
static void
learn(int half, int epochs, Weights *out)
{
	uint32_t row = 7;

	memset(name_weights, 0, sizeof(name_weights));
	memset(name_follows, 0, sizeof(name_follows));
	memset(&sums, 0, sizeof(sums));
	steps = 1;
	for (int epoch = 0; epoch < epochs; epoch++)
	{
		runs = wrong_runs = 0;
		shuffle(&row);
		for (size_t i = 0; i < n_texts; i++)
			if (half < 0)
				learn_text(&texts[i], &of_half[1 - texts[i].half]);
			else if (texts[i].half == half)
				learn_text(&texts[i], NULL);
		fprintf(stderr, "nametrain: part %d, epoch %d: %u of %u runs wrong\n",
				half, epoch + 1, wrong_runs, runs);
	}
	average(out);
}

static void
write_weights(const char *path, const Weights *weights)
{
	FILE *file = fopen(path, "w");

	if (file == NULL)
	{
		perror(path);
		exit(1);
	}
	fprintf(file,
			"# The weights of the features of names (src/reader/segment.h),"
			" by which a run of\n# capitalised words is cut into names.\n"
			"# Source: learned by src/tools/nametrain.c; the texts and their"
			" licences are in\n# SOURCES.md.  Numbers of features and weights,"
			" no words.\n#\n"
			"# follows: one row a label, its weight behind each label\n"
			"# or the number of a feature and its weights\n"
			"# columns: person, organisation, place, miscellaneous, no "
			"name\n");
	for (int a = 0; a < NAME_LABELS; a++)
	{
		fprintf(file, "follows");
		for (int b = 0; b < NAME_LABELS; b++)
			fprintf(file, "\t%d", weights->follows[a][b]);
		fprintf(file, "\n");
	}
	for (uint32_t f = 0; f < N_FEATURES; f++)
	{
		bool any = false;

		for (int l = 0; l < NAME_LABELS; l++)
			any |= weights->now[f][l] != 0;
		if (!any)
			continue;
		fprintf(file, "%u", f);
		for (int l = 0; l < NAME_LABELS; l++)
			fprintf(file, "\t%d", weights->now[f][l]);
		fprintf(file, "\n");
	}
	if (fclose(file) != 0)
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
		{ NULL, 0, NULL, 0 }
	};
	static Weights weights;
	const char	  *output = NULL;
	int			   epochs = 6;
	int			   option;

	while ((option = getopt_long(argc, argv, "o:e:", options, NULL)) != -1)
	{
		if (option == 'o')
			output = optarg;
		else if (option == 'e')
			epochs = atoi(optarg);
		else
			return 2;
	}
	if (output == NULL || epochs < 1 || optind == argc)
	{
		fprintf(stderr,
				"usage: nametrain -o FILE [-e EPOCHS] FILE.jsonl[:TIMES] "
				"...\n");
		return 2;
	}
	for (; optind < argc; optind++)
		load(argv[optind]);
	for (int half = 0; half < HALVES; half++)
		learn(half, epochs, &of_half[half]);
	learn(-1, epochs, &weights);
	write_weights(output, &weights);
	return 0;
}
