/*
 * prontrain.c
 *		Learns whom pronouns mean: annotated texts in, data/pronoun.tsv out.
 *
 *	prontrain [-o FILE] FILE.jsonl ... [+FILE.jsonl ...]
 *
 * A line is {"text": ..., "entities": [{"start", "end", "type", "cluster"}]},
 * offsets in code points: pronouns of the type PRON, names of the type PER;
 * a pronoun means the names of its cluster.  Prints how well pronouns are
 * understood, each fifth of the texts by weights learned from the other four;
 * from the texts of a file behind "+" is always learned, and they are not
 * counted.  The weights in FILE are learned from all.
 *
 * Softmax over the candidates of a pronoun, weights kept small by their
 * squares, all texts at once: the same texts give the same weights.  What the
 * pronouns before one mean is not annotated; it is told by the weights of a
 * first turn that does not know it.
 */
#include "learn.h"
#include "memory.h"
#include "pronoun.h"
#include "reader.h"

#include <getopt.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDS	   5
#define TURNS	   2
#define MOST_NAMES 8 /* of one text */
/* How strongly a weight is pulled to 0. */
#define PENALTY 10.0
/* What the margins are tried for, in steps. */
#define MARGINS		21
#define MARGIN_STEP 0.05

/* What is known of a choice besides its options. */
typedef struct Item
{
	uint32_t n_names;
	bool	 meant[MOST_NAMES];			/* the pronoun means name k */
	uint8_t	 named[PRONOUN_CANDIDATES]; /* bit k: name k is this option's */
	Gender	 gender;
} Item;

static LearnItems choices;
static Item		 *items; /* one for each choice */
static char		**files;
static int		  n_files;
static int16_t	  known[PRONOUN_WEIGHTS]; /* tell what pronouns before mean */
static bool		  knows;

/* ------------------------------------------------------------------ texts */

/* Byte of the nth code point. */
static uint32_t
byte_of(const Article *article, json_int_t n)
{
	uint32_t at = 0;

	for (; at < article->length && n > 0; n--)
		do
			at++;
		while (at < article->length &&
			   ((unsigned char) article->text[at] & 0xC0) == 0x80);
	return at;
}

/* Which names of the item are mentions of the entity. */
static uint8_t
names_of(const Article *article, uint32_t entity, const TextSpan *names,
		 uint32_t n)
{
	uint8_t named = 0;

	for (uint32_t m = 0; m < article->n_mentions && entity != NONE; m++)
		if (article->mentions[m].entity == entity)
			for (uint32_t k = 0; k < n; k++)
				if (article->mentions[m].span.start < names[k].end &&
					names[k].start < article->mentions[m].span.end)
					named |= (uint8_t) (1u << k);
	return named;
}

static bool
names_one(const Item *item, uint32_t k, bool meant)
{
	for (uint32_t n = 0; n < item->n_names; n++)
		if (item->meant[n] == meant && (item->named[k] & (1u << n)))
			return true;
	return false;
}

/*
 * Which options may be right: the ones whose names are meant; when there are
 * none, all but those whose names are not meant.
 */
static void
set_right(const Item *item, LearnItem *choice)
{
	bool any = false;

	for (uint32_t k = 0; k < choice->n; k++)
		any |= choice->options[k].right = names_one(item, k, true);
	for (uint32_t k = 0; k < choice->n && !any; k++)
		choice->options[k].right = !names_one(item, k, false);
}

static void
add_item(const Article *article, uint32_t byte, Item item,
		 const TextSpan *names, int fold)
{
	LearnItem		*choice;
	PronounCandidate list[PRONOUN_CANDIDATES];
	PronounChain	 chain = { .n = 0 };
	uint32_t		 token = token_at(article, byte);

	if (knows)
		pronoun_chain(article, token, known, &chain);
	item.gender = pronoun_gender(article, token);
	choice = learn_add(&choices,
					   pronoun_candidates(article, token, &chain, list), fold);
	for (uint32_t k = 0; k < choice->n; k++)
	{
		LearnOption *option = &choice->options[k];

		option->n = choice_rows(&pronoun_scheme, list[k].facts, option->rows);
		item.named[k] = names_of(article, list[k].entity, names, item.n_names);
	}
	set_right(&item, choice);
	items = checked(realloc(items, choices.n * sizeof(Item)));
	items[choices.n - 1] = item;
}

static bool
has_type(json_t *entity, const char *type)
{
	const char *is = json_string_value(json_object_get(entity, "type"));

	return is && strcmp(is, type) == 0;
}

static json_int_t
number(json_t *entity, const char *key)
{
	return json_integer_value(json_object_get(entity, key));
}

/* One pronoun of a text. */
static void
read_pronoun(const Article *article, json_t *entities, json_t *pronoun,
			 int fold)
{
	TextSpan names[MOST_NAMES];
	Item	 item = { 0 };
	size_t	 i;
	json_t	*name;

	json_array_foreach(entities, i, name) if (has_type(name, "PER") &&
											  item.n_names < MOST_NAMES)
	{
		TextSpan *span = &names[item.n_names];

		span->start = byte_of(article, number(name, "start"));
		span->end = byte_of(article, number(name, "end"));
		item.meant[item.n_names++] = number(name, "cluster") ==
			number(pronoun, "cluster");
	}
	add_item(article, byte_of(article, number(pronoun, "start")), item, names,
			 fold);
}

static void
read_text(json_t *line, int fold)
{
	json_t	*text = json_object_get(line, "text");
	json_t	*entities = json_object_get(line, "entities");
	Arena	 arena;
	Article *article;
	size_t	 i;
	json_t	*one;

	arena_init(&arena, &malloc_host);
	article = reader_read(&arena, json_string_value(text),
						  (uint32_t) json_string_length(text));
	json_array_foreach(entities, i, one) if (has_type(one, "PRON"))
		read_pronoun(article, entities, one, fold);
	arena_free(&arena);
}

static void
read_file(const char *path)
{
	bool   always = path[0] == '+';
	FILE  *file = fopen(path + always, "r");
	char  *line = NULL;
	size_t room = 0;
	int	   n = 0;

	if (file == NULL)
	{
		perror(path + always);
		exit(1);
	}
	for (; getline(&line, &room, file) >= 0; n++)
	{
		json_t *in = json_loads(line, JSON_ALLOW_NUL, NULL);

		if (!json_is_string(json_object_get(in, "text")) ||
			!json_is_array(json_object_get(in, "entities")))
		{
			fprintf(stderr,
					"prontrain: %s: line %d is without text or entities\n",
					path + always, n + 1);
			exit(1);
		}
		read_text(in, always ? LEARN_ALWAYS : n % FOLDS);
		json_decref(in);
	}
	free(line);
	fclose(file);
}

static void
read_all(void)
{
	learn_clear(&choices);
	for (int i = 0; i < n_files; i++)
		read_file(files[i]);
}

/* --------------------------------------------------------------- learning */

/* Without knowing what other pronouns mean, then knowing it. */
static void
learn_in_turns(double weights[PRONOUN_WEIGHTS], int without)
{
	for (int turn = 0; turn < TURNS; turn++)
	{
		knows = turn > 0;
		for (uint32_t w = 0; w < PRONOUN_WEIGHTS && knows; w++)
			known[w] = learn_rounded(weights[w]);
		read_all();
		learn_weights(&choices, &pronoun_scheme, without, PENALTY, weights);
	}
}

/* -------------------------------------------------------------- measuring */

typedef struct Counts
{
	int right;
	int found;
	int gold;
} Counts;

enum
{
	ALL,
	WOMEN,
	MEN,
	GROUPS
};

static Counts counts[MARGINS][GROUPS];

static double
per_cent(double part, double whole)
{
	return whole > 0 ? 100.0 * part / whole : 0;
}

static void
print_counts(const Counts *of)
{
	printf("  %.1f %.1f %.1f", per_cent(of->right, of->found),
		   per_cent(of->right, of->gold),
		   per_cent(2.0 * of->right, of->found + of->gold));
}

static void
count_item(const Item *item, uint32_t best, double ahead)
{
	int group = item->gender == GENDER_FEMALE ? WOMEN : MEN;

	for (int m = 0; m < MARGINS; m++)
		for (uint32_t k = 0; k < item->n_names; k++)
		{
			bool found = best > 0 && ahead >= m * MARGIN_STEP &&
				(item->named[best] & (1u << k)) != 0;

			for (int of = ALL; of < GROUPS; of += of == ALL ? group : GROUPS)
			{
				counts[m][of].right += found && item->meant[k];
				counts[m][of].found += found;
				counts[m][of].gold += item->meant[k];
			}
		}
}

static void
measure_item(const Item *item, const LearnItem *choice, const double *weights)
{
	double	 chance[PRONOUN_CANDIDATES];
	double	 second = 1e-9;
	uint32_t best = 0;

	learn_chances(choice, weights, chance);
	for (uint32_t k = 1; k < choice->n; k++)
		if (chance[k] > chance[best])
			best = k;
	for (uint32_t k = 0; k < choice->n; k++)
		if (k != best && chance[k] > second)
			second = chance[k];
	count_item(item, best, log(chance[best] / second));
}

static void
measure(void)
{
	static double weights[PRONOUN_WEIGHTS];

	for (int fold = 0; fold < FOLDS; fold++)
	{
		learn_in_turns(weights, fold);
		for (size_t i = 0; i < choices.n; i++)
			if (choices.all[i].fold == fold)
				measure_item(&items[i], &choices.all[i], weights);
	}
	printf("ahead: precision, recall, F1 of all; of women; of men\n");
	for (int m = 0; m < MARGINS; m++)
	{
		printf("%4.0f:", m * MARGIN_STEP * LEARN_SCALE);
		for (int of = ALL; of < GROUPS; of++)
			print_counts(&counts[m][of]);
		putchar('\n');
	}
}

static void
save(const char *path)
{
	static double weights[PRONOUN_WEIGHTS];

	learn_in_turns(weights, FOLDS);
	learn_save(path, &pronoun_scheme, weights,
			   "# Weights by which it is told whom a pronoun means, learned"
			   " by src/tools/prontrain.c\n# from GAP (Apache-2.0).\n");
}

int
main(int argc, char **argv)
{
	const char *out = NULL;
	int			option;

	while ((option = getopt(argc, argv, "o:h")) != -1)
	{
		if (option == 'o')
			out = optarg;
		else
		{
			fprintf(option == 'h' ? stdout : stderr,
					"usage: prontrain [-o FILE] FILE.jsonl ..."
					" [+FILE.jsonl ...]\n");
			return option == 'h' ? 0 : 2;
		}
	}
	files = argv + optind;
	n_files = argc - optind;
	measure();
	if (out)
		save(out);
	return 0;
}
