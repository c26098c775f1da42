/*
 * names.c
 *		Time of each stage of a reading up to the names, and of all stages.
 *
 *	names FILE ...				articles: lines with a "text" of a .jsonl,
 *								any other file as a whole
 *
 * A round reads all texts by stages and then all of them whole: a text that is
 * read twice in a row is a sixth faster the second time, for all it needs is
 *in the caches.  What is printed is the median of the rounds, in processor
 *time of this process.  Each rate counts all tokens of the texts, whether the
 * stage has much to do with them or not.
 */
#include "reader.h"
#include "tools/memory.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS 9
/* what mention_read is to reach, tokens a second */
#define GOAL 1500000

typedef struct Text
{
	char  *bytes;
	size_t length;
} Text;

static Text	 *texts;
static size_t n_texts;

static const struct
{
	const char *name;
	void (*read)(Article *);
} stages[] = {
	{ "token_read", token_read },	{ "article_look_up", article_look_up },
	{ "layout_read", layout_read }, { "sentence_read", sentence_read },
	{ "syntax_read", syntax_read }, { "mention_read", mention_read },
};

#define STAGES		(sizeof(stages) / sizeof(stages[0]))
#define UP_TO_NAMES STAGES
#define WHOLE		(STAGES + 1)
#define TIMES		(STAGES + 2)

static double seconds[TIMES][ROUNDS];

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double) t.tv_sec + (double) t.tv_nsec * 1e-9;
}

static void
add_text(const char *bytes, size_t length)
{
	texts = checked(realloc(texts, (n_texts + 1) * sizeof(Text)));
	texts[n_texts].bytes = checked(malloc(length + 1));
	memcpy(texts[n_texts].bytes, bytes, length);
	texts[n_texts++].length = length;
}

static void
add_json(const char *path, const char *line)
{
	json_t *in = json_loads(line, JSON_ALLOW_NUL, NULL);
	json_t *text = json_object_get(in, "text");

	if (!json_is_string(text))
	{
		fprintf(stderr, "names: %s: a line without text\n", path);
		exit(1);
	}
	add_text(json_string_value(text), json_string_length(text));
	json_decref(in);
}

static void
add_file(const char *path)
{
	const char *dot = strrchr(path, '.');
	bool		lines = dot && strcmp(dot, ".jsonl") == 0;
	FILE	   *file = fopen(path, "r");
	char	   *bytes = NULL;
	size_t		room = 0;
	ssize_t		length;

	if (file == NULL)
	{
		perror(path);
		exit(1);
	}
	while ((length = getdelim(&bytes, &room, lines ? '\n' : '\0', file)) > 0)
		if (lines)
			add_json(path, bytes);
		else
			add_text(bytes, (size_t) length);
	free(bytes);
	fclose(file);
}

/* The stages one by one, as reader_read calls them; returns the tokens. */
static uint32_t
read_to_names(const Text *text, int round)
{
	Arena	 arena;
	Article *article;
	double	 before = now();
	uint32_t n;

	arena_init(&arena, &malloc_host);
	article = arena_alloc(&arena, 1, sizeof(Article));
	article->arena = &arena;
	article->text = text->bytes;
	article->length = (uint32_t) text->length;
	for (size_t s = 0; s < STAGES; s++)
	{
		double after;

		stages[s].read(article);
		after = now();
		seconds[s][round] += after - before;
		seconds[UP_TO_NAMES][round] += after - before;
		before = after;
	}
	n = article->n_tokens;
	arena_free(&arena);
	return n;
}

static void
read_whole(const Text *text, int round)
{
	Arena  arena;
	double before = now();

	arena_init(&arena, &malloc_host);
	reader_read(&arena, text->bytes, (uint32_t) text->length);
	seconds[WHOLE][round] += now() - before;
	arena_free(&arena);
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *) a;
	double y = *(const double *) b;

	return (x > y) - (x < y);
}

static void
print_row(const char *name, double rounds[ROUNDS], size_t tokens)
{
	qsort(rounds, ROUNDS, sizeof(double), compare);
	printf("%-22s %10.1f %14.0f\n", name, 1e3 * rounds[ROUNDS / 2],
		   (double) tokens / rounds[ROUNDS / 2]);
}

int
main(int argc, char **argv)
{
	size_t tokens = 0;

	for (int i = 1; i < argc; i++)
		add_file(argv[i]);
	if (n_texts == 0)
	{
		fprintf(stderr, "usage: names FILE ...\n");
		return 2;
	}
	for (int round = 0; round < ROUNDS; round++)
	{
		tokens = 0;
		for (size_t i = 0; i < n_texts; i++)
			tokens += read_to_names(&texts[i], round);
		for (size_t i = 0; i < n_texts; i++)
			read_whole(&texts[i], round);
	}
	printf("%-22s %10s %14s\n", "stage", "ms", "tokens/s");
	for (size_t s = 0; s < STAGES; s++)
		print_row(stages[s].name, seconds[s], tokens);
	print_row("all up to the names", seconds[UP_TO_NAMES], tokens);
	print_row("the whole reading", seconds[WHOLE], tokens);
	printf("%zu texts, %zu tokens, median of %d rounds; goal for "
		   "mention_read: "
		   "%d tokens/s\n",
		   n_texts, tokens, ROUNDS, GOAL);
	return 0;
}
