/*
 * wordclusters.c
 *		Groups words that are used alike: makes data/lexicon/clusters.tsv.
 *
 *	wordclusters -o FILE [-k CLUSTERS] [-m LEAST_USES] FILE.conll ...
 *
 * The words are parted into clusters so that a bigram model of the clusters
 * finds the texts as probable as it can: word by word, the frequent ones
 * first, each moves to the cluster where that gains most, until hardly one
 * moves.  This is the exchange algorithm: R. Kneser and H. Ney, "Improved
 * clustering techniques for class-based statistical language modelling",
 * Eurospeech 1993; S. Martin, J. Liermann and H. Ney, "Algorithms for bigram
 * and trigram word clustering", Speech Communication 24, 1998.
 *
 * Words are folded like the keys of the lexicon.  Those with fewer than
 * LEAST_USES are one cluster of its own, the ends of sentences another; they
 * help to place the others and are not written.  The labels are not read.
 *
 * The same files give the same list, in whatever order they are named.  Time
 * grows with the words times the clusters, memory with the length of the texts
 * and the square of the clusters.  A developer's tool, is not installed.
 */
#include "conll.h"
#include "lexblock.h"
#include "memory.h"
#include "unicode.h"

#include <err.h>
#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <math.h>
#include <search.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MOST_CLUSTERS 4096	  /* two tables of their square are kept */
#define MOST_TOKENS	  INT_MAX /* counts stay within 32 bits */

#define MOST_ROUNDS 12
#define LEAST_MOVES \
	200 /* one word in so many moves, or it is the last round */
#define LEAST_GAIN 1e-9 /* less is a matter of rounding */

typedef struct Word
{
	uint32_t uses;
	uint32_t number; /* by frequency */
	uint32_t cluster;
	char	 text[];
} Word;

typedef struct Neighbour
{
	uint32_t number; /* of the word */
	uint32_t times;
} Neighbour;

/* What stands on one side of the words. */
typedef struct Side
{
	Neighbour *neighbours; /* of the words one after the other */
	uint32_t  *ends;  /* of a word's: [number + 1]; all listed have some */
	uint32_t  *table; /* how often a cluster has which one beside it */
	/* of the word at hand: how often it has which cluster beside it */
	uint32_t  *beside;
	uint32_t  *present; /* those that it has */
	uint32_t   n_present;
} Side;

enum
{
	BEHIND,
	BEFORE,
	SIDES
};

static void	 *tree; /* the words by their text, for tsearch() */
static Word **words;
static size_t n_words;
static size_t words_room;

/* The texts word by word, from the first boundary to the last. */
static Word **texts;
static size_t n_texts;
static size_t texts_room;

static uint32_t	 n_clusters = 512;
static uint32_t	 all_clusters; /* with that of rare words, of boundaries */
static uint32_t	 n_listed;	   /* words that are no rare ones */
static uint32_t *cluster_of;   /* the numbers of words, rare and boundary */
static uint32_t *uses_of;	   /* clusters */
static Side		 sides[SIDES];
static double	*n_log_n;

/* ---------------------------------------------------------------- words */

/*
 * The folded text of a token, with at most four zeros for a number: what it
 * counts does not matter.  Cut where no key of the lexicon is as long.
 */
static void
make_key(const char *token, char *key)
{
	size_t length = unicode_fold_string(token, strlen(token), key,
										LEX_LONGEST_KEY);
	size_t digits = 0;

	key[length] = '\0';
	if (key[0] < '0' || key[0] > '9' || strspn(key, "0123456789.,") != length)
		return;
	for (size_t i = 0; i < length; i++)
		digits += key[i] != '.' && key[i] != ',';
	snprintf(key, LEX_LONGEST_KEY, "%.*s", (int) digits, "0000");
}

static int
compare_texts(const void *a, const void *b)
{
	return strcmp(((const Word *) a)->text, ((const Word *) b)->text);
}

/* The word with this text, new or known. */
static Word *
find_word(const char *text)
{
	Word  *word = checked(calloc(1, sizeof(Word) + strlen(text) + 1));
	Word **found;

	strcpy(word->text, text);
	found = checked(tsearch(word, &tree, compare_texts));
	if (*found != word)
	{
		free(word);
		return *found;
	}
	if (n_words == words_room)
	{
		words_room = words_room * 2 + 1024;
		words = checked(realloc(words, words_room * sizeof(Word *)));
	}
	words[n_words++] = word;
	return word;
}

static void
add_to_texts(Word *word)
{
	if (n_texts == MOST_TOKENS)
		errx(1, "the texts are too long");
	if (n_texts == texts_room)
	{
		texts_room = texts_room * 2 + 1024;
		texts = checked(realloc(texts, texts_room * sizeof(Word *)));
	}
	texts[n_texts++] = word;
}

static void
load(const char *path, Word *boundary)
{
	ConllReader reader;
	ConllLine	line;

	conll_open(&reader, path);
	do
	{
		char key[LEX_LONGEST_KEY + 1] = "";

		line = conll_next(&reader);
		if (line == CONLL_TOKEN)
			make_key(reader.token, key);
		if (key[0])
		{
			Word *word = find_word(key);

			word->uses++;
			add_to_texts(word);
		}
		else if (line != CONLL_TOKEN && texts[n_texts - 1] != boundary)
			add_to_texts(boundary);
	} while (line != CONLL_END);
	conll_close(&reader);
}

static int
compare_uses(const void *a, const void *b)
{
	const Word *x = *(Word *const *) a;
	const Word *y = *(Word *const *) b;

	if (x->uses != y->uses)
		return x->uses > y->uses ? -1 : 1;
	return strcmp(x->text, y->text);
}

/* Numbers the words by frequency; the rare ones have one number. */
static void
number_words(Word *boundary, uint32_t least_uses)
{
	if (n_words > 0)
		qsort(words, n_words, sizeof(Word *), compare_uses);
	while (n_listed < n_words && words[n_listed]->uses >= least_uses)
		n_listed++;
	if (n_listed == 0)
		errx(1, "no word is used %u times", least_uses);
	for (uint32_t i = 0; i < n_words; i++)
		words[i]->number = i < n_listed ? i : n_listed;
	boundary->number = n_listed + 1;
}

/* --------------------------------------------------------------- counts */

static int
compare_pairs(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *) a;
	uint64_t y = *(const uint64_t *) b;

	return x < y ? -1 : x > y;
}

/* Counts the neighbours on one side, out of pairs of numbers: word, neighbour.
 */
static void
count_neighbours(Side *side, uint64_t *pairs, size_t n)
{
	uint32_t kept = 0;

	side->neighbours = checked(calloc(n, sizeof(Neighbour)));
	side->ends = checked(calloc(n_listed + 3, sizeof(uint32_t)));
	qsort(pairs, n, sizeof(uint64_t), compare_pairs);
	for (size_t i = 0; i < n; i++)
	{
		if (i == 0 || pairs[i] != pairs[i - 1])
			side->neighbours[kept++].number = (uint32_t) pairs[i];
		side->neighbours[kept - 1].times++;
		side->ends[(pairs[i] >> 32) + 1] = kept;
	}
}

/* Begins with a cluster for each of the most frequent words. */
static void
begin_clusters(void)
{
	size_t size = all_clusters;

	cluster_of = checked(calloc(n_listed + 2, sizeof(uint32_t)));
	uses_of = checked(calloc(size, sizeof(uint32_t)));
	for (uint32_t i = 0; i < n_listed; i++)
	{
		cluster_of[i] = i % n_clusters;
		uses_of[cluster_of[i]] += words[i]->uses;
	}
	cluster_of[n_listed] = n_clusters;
	cluster_of[n_listed + 1] = n_clusters + 1;
	for (int s = 0; s < SIDES; s++)
	{
		sides[s].table = checked(calloc(size * size, sizeof(uint32_t)));
		sides[s].beside = checked(calloc(size, sizeof(uint32_t)));
		sides[s].present = checked(calloc(size, sizeof(uint32_t)));
	}
}

/* Counts how the words and the clusters stand beside each other. */
static void
count_pairs(void)
{
	size_t	  n = n_texts - 1;
	size_t	  size = all_clusters;
	uint64_t *pairs = checked(malloc(n * sizeof(uint64_t)));

	for (size_t i = 0; i < n; i++)
	{
		uint32_t a = texts[i]->number;
		uint32_t b = texts[i + 1]->number;

		pairs[i] = (uint64_t) a << 32 | b;
		sides[BEHIND].table[cluster_of[a] * size + cluster_of[b]]++;
		sides[BEFORE].table[cluster_of[b] * size + cluster_of[a]]++;
	}
	count_neighbours(&sides[BEHIND], pairs, n);
	for (size_t i = 0; i < n; i++)
		pairs[i] = pairs[i] << 32 | pairs[i] >> 32;
	count_neighbours(&sides[BEFORE], pairs, n);
	free(pairs);
	/* no count is larger than that of all pairs */
	n_log_n = checked(calloc(n_texts, sizeof(double)));
	for (size_t i = 1; i < n_texts; i++)
		n_log_n[i] = (double) i * log((double) i);
}

/* ------------------------------------------------------------- exchange */

/*
 * Looks up which clusters a word has beside it; returns how often it has
 * itself, which is not among them.
 */
static uint32_t
look_around(uint32_t word)
{
	uint32_t itself = 0;

	for (int s = 0; s < SIDES; s++)
	{
		Side *side = &sides[s];

		memset(side->beside, 0, all_clusters * sizeof(uint32_t));
		side->n_present = 0;
		for (uint32_t i = side->ends[word]; i < side->ends[word + 1]; i++)
		{
			const Neighbour *neighbour = &side->neighbours[i];
			uint32_t		 cluster = cluster_of[neighbour->number];

			if (neighbour->number == word)
			{
				itself = neighbour->times;
				continue;
			}
			if (side->beside[cluster] == 0)
				side->present[side->n_present++] = cluster;
			side->beside[cluster] += neighbour->times;
		}
	}
	return itself;
}

/* Adds the word at hand to a cluster (sign 1), or takes it out (-1). */
static void
add_word(uint32_t cluster, uint32_t uses, uint32_t itself, int32_t sign)
{
	size_t size = all_clusters;

	for (int s = 0; s < SIDES; s++)
	{
		const Side *side = &sides[s];
		uint32_t   *own = side->table + cluster * size;
		uint32_t   *others = sides[1 - s].table + cluster;

		for (uint32_t i = 0; i < side->n_present; i++)
		{
			uint32_t beside = side->present[i];
			uint32_t change = side->beside[beside] * (uint32_t) sign;

			own[beside] += change;
			others[beside * size] += change;
		}
		own[cluster] += itself * (uint32_t) sign;
	}
	uses_of[cluster] += uses * (uint32_t) sign;
}

static double
grow(uint32_t count, uint32_t by)
{
	return n_log_n[count + by] - n_log_n[count];
}

/* What the logarithm of the texts' probability gains by the word at hand. */
static double
gain_of(uint32_t cluster, uint32_t uses, uint32_t itself)
{
	size_t	 size = all_clusters;
	double	 gain = -2 * grow(uses_of[cluster], uses);
	uint32_t inside = itself;

	for (int s = 0; s < SIDES; s++)
	{
		const Side	   *side = &sides[s];
		const uint32_t *own = side->table + cluster * size;

		inside += side->beside[cluster];
		for (uint32_t i = 0; i < side->n_present; i++)
		{
			uint32_t beside = side->present[i];

			if (beside != cluster)
				gain += grow(own[beside], side->beside[beside]);
		}
	}
	return gain + grow(sides[BEHIND].table[cluster * size + cluster], inside);
}

/* Moves a word to where it gains most; false when it is there. */
static bool
exchange(uint32_t word)
{
	uint32_t uses = words[word]->uses;
	uint32_t itself = look_around(word);
	uint32_t from = cluster_of[word];
	uint32_t best = from;
	double	 most;

	add_word(from, uses, itself, -1);
	most = gain_of(from, uses, itself);
	for (uint32_t cluster = 0; cluster < n_clusters; cluster++)
	{
		double gain = gain_of(cluster, uses, itself);

		if (gain > most + LEAST_GAIN)
		{
			most = gain;
			best = cluster;
		}
	}
	add_word(best, uses, itself, 1);
	cluster_of[word] = best;
	return best != from;
}

static void
make_clusters(void)
{
	all_clusters = n_clusters + 2;
	begin_clusters();
	count_pairs();
	for (int round = 1; round <= MOST_ROUNDS; round++)
	{
		uint32_t moves = 0;

		for (uint32_t word = 0; word < n_listed; word++)
			moves += exchange(word);
		fprintf(stderr, "wordclusters: round %d: %u of %u words moved\n",
				round, moves, n_listed);
		if (moves < n_listed / LEAST_MOVES + 1)
			break;
	}
}

/* ----------------------------------------------------------------- list */

/* The lexicon takes words, not numbers, addresses or marks of their own. */
static bool
is_listed(const char *text)
{
	return text[0] >= 'a' && text[0] <= 'z' &&
		text[strspn(text, "abcdefghijklmnopqrstuvwxyz.&'-")] == '\0';
}

static int
compare_listed(const void *a, const void *b)
{
	return compare_texts(*(Word *const *) a, *(Word *const *) b);
}

static void
save(const char *path)
{
	FILE *file = fopen(path, "w");

	if (file == NULL)
		err(1, "%s", path);
	for (uint32_t i = 0; i < n_listed; i++)
		words[i]->cluster = cluster_of[i] + 1;
	qsort(words, n_listed, sizeof(Word *), compare_listed);
	fputs("# Words by how they are used: those with one number stand beside "
		  "the same\n"
		  "# words.  Statistics of words are all that was kept of the texts.\n"
		  "# Sources: counted by src/tools/wordclusters.c over Voice of "
		  "America, as in\n"
		  "# the Groningen Meaning Bank (public domain), Wikinews (CC BY "
		  "2.5), GUM (news\n"
		  "# and other genres under CC BY 4.0), WikiGold, the Broad Twitter "
		  "Corpus, WNUT\n"
		  "# 2017, the Wall Street Journal part of MASC as in NNE (each CC BY "
		  "4.0).\n"
		  "#\n"
		  "# word\tcluster\n",
		  file);
	for (uint32_t i = 0; i < n_listed; i++)
		if (is_listed(words[i]->text))
			fprintf(file, "%s\t%u\n", words[i]->text, words[i]->cluster);
	if (ferror(file) || fclose(file) != 0)
		err(1, "%s", path);
}

/* A number from 1 to most, or 0. */
static uint32_t
read_number(const char *written, uint32_t most)
{
	char		 *end;
	unsigned long number;

	errno = 0;
	number = strtoul(written, &end, 10);
	if (errno || end == written || *end || number > most)
		return 0;
	return (uint32_t) number;
}

int
main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "output", required_argument, NULL, 'o' },
		{ "clusters", required_argument, NULL, 'k' },
		{ "least-uses", required_argument, NULL, 'm' },
		{ NULL, 0, NULL, 0 }
	};
	const char *output = NULL;
	uint32_t	least_uses = 6;
	Word	   *boundary = checked(calloc(1, sizeof(Word) + 1));
	int			option;

	while ((option = getopt_long(argc, argv, "o:k:m:", options, NULL)) != -1)
	{
		if (option == 'o')
			output = optarg;
		else if (option == 'k')
			n_clusters = read_number(optarg, MOST_CLUSTERS);
		else if (option == 'm')
			least_uses = read_number(optarg, INT_MAX);
		else
			return 2;
	}
	if (output == NULL || n_clusters == 0 || least_uses == 0 || optind == argc)
	{
		fprintf(stderr,
				"usage: wordclusters -o FILE [-k CLUSTERS] [-m LEAST_USES] "
				"FILE.conll ...\n"
				"CLUSTERS from 1 to %d, LEAST_USES from 1\n",
				MOST_CLUSTERS);
		return 2;
	}
	add_to_texts(boundary);
	for (; optind < argc; optind++)
		load(argv[optind], boundary);
	number_words(boundary, least_uses);
	make_clusters();
	save(output);
	return 0;
}
