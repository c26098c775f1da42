/*
 * lexc.c
 *		Compiles the word lists of data/lexicon into the block that
 *		src/reader/lexicon.c embeds.
 *
 *	lexc [--verbose] -o FILE LIST.tsv ...
 *
 * A list has one entry a line, columns parted by tabs, "#" for comments:
 *
 *	entry <TAB> CLASSES parted by spaces <TAB> canonical name <TAB> number
 *
 * The last two columns may be left out.  A list whose file is named tags.tsv
 * has words with their parts of speech instead:
 *
 *	word <TAB> best tag <TAB> TAGS parted by spaces <TAB> frequency
 *
 * and clusters.tsv has "word <TAB> cluster".
 *
 * Entries with the same key are merged: classes are added up, and the
 * canonical name or number that was read first stays (--verbose tells of the
 * others).  Keys are cut by the reader's own tokenizer, so that they match
 * what it will find in text.  The tokenizer in turn asks for abbreviations
 * and particles: while lexc runs, the look-up below answers from the entries
 * that are written without a space.
 *
 * Links with token.c, unicode.c and arena.c of the reader, not with lexicon.c.
 */
#include "article.h"
#include "lexblock.h"
#include "memory.h"
#include "unicode.h"

#include <errno.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COLUMNS 4

typedef struct Row
{
	char	   *text;	   /* as written; then the key */
	char	   *canonical; /* NULL for none */
	size_t		order;	   /* in which it was read */
	size_t		line;
	const char *file;
	LexEntry	entry;
	uint8_t		words; /* of the key */
} Row;

static Row	 *rows;
static size_t n_rows;
static size_t rows_capacity;

/* What lexicon_find answers while lexc runs: single words, by key. */
static Row	 *words;
static size_t n_words;

static bool verbose;

static const char *const class_names[] = {
#define X(name, written) #name,
	LEXCLASS_LIST(X)
#undef X
};

static const char *const tag_names[] = { "NOUN", "PLURAL", "PROPER", "PRONOUN",
										 "DET",	 "ADJ",	   "ADV",	 "VB",
										 "VBP",	 "VBZ",	   "VBD",	 "VBN",
										 "VBG",	 "MODAL",  "PREP",	 "OTHER" };

const LexEntry lexicon_none;

static void fail(const char *file, size_t line, const char *format, ...)
	__attribute__((format(printf, 3, 4), noreturn));

static void
fail(const char *file, size_t line, const char *format, ...)
{
	va_list args;

	fprintf(stderr, "lexc: ");
	if (line)
		fprintf(stderr, "%s:%zu: ", file, line);
	else if (file)
		fprintf(stderr, "%s: ", file);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

/* Rows in the order of their keys, then of reading. */
static int
compare_rows(const void *a, const void *b)
{
	const Row *x = a;
	const Row *y = b;
	int		   order = strcmp(x->text, y->text);

	if (order != 0)
		return order;
	return x->order < y->order ? -1 : x->order > y->order;
}

static int
compare_word(const void *key, const void *row)
{
	return strcmp(key, ((const Row *) row)->text);
}

const LexEntry *
lexicon_find(uint32_t hash, const char *key, size_t len)
{
	char	   text[LEX_LONGEST_KEY + 1];
	const Row *row;

	(void) hash;
	if (len > LEX_LONGEST_KEY)
		return NULL;
	memcpy(text, key, len);
	text[len] = '\0';
	row = bsearch(text, words, n_words, sizeof(Row), compare_word);
	return row ? &row->entry : NULL;
}

uint32_t
lexicon_index(const LexEntry *entry)
{
	(void) entry;
	return 0;
}

static unsigned
find_name(const char *name, size_t len, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strlen(names[i]) == len && memcmp(names[i], name, len) == 0)
			return (unsigned) i;
	return (unsigned) n;
}

/* Adds up the bits of the names in a column. */
static uint64_t
read_bits(const char *column, const char *const *names, size_t n,
		  const char *file, size_t line)
{
	uint64_t bits = 0;

	while (*column)
	{
		size_t len = strcspn(column, " ");

		if (len > 0)
		{
			unsigned bit = find_name(column, len, names, n);

			if (bit == n)
				fail(file, line, "unknown name \"%.*s\"", (int) len, column);
			bits |= (uint64_t) 1 << bit;
		}
		column += len + (column[len] == ' ');
	}
	return bits;
}

static unsigned long
read_number(const char *column, unsigned long largest, const char *file,
			size_t line)
{
	char		 *end;
	unsigned long number;

	errno = 0;
	number = strtoul(column, &end, 10);
	if (errno || end == column || *end || number > largest)
		fail(file, line, "\"%s\" is no number from 0 to %lu", column, largest);
	return number;
}

static void
read_tags(Row *row, char *const *columns, int n)
{
	size_t	 n_tags = sizeof(tag_names) / sizeof(tag_names[0]);
	unsigned best;

	if (n != 4)
		fail(row->file, row->line, "expected 4 columns, found %d", n);
	best = find_name(columns[1], strlen(columns[1]), tag_names, n_tags);
	if (best == n_tags)
		fail(row->file, row->line, "unknown name \"%s\"", columns[1]);
	row->entry.best_tag = (uint8_t) best;
	row->entry.tags = (uint16_t) read_bits(columns[2], tag_names, n_tags,
										   row->file, row->line);
	if (!(row->entry.tags & TAGBIT(best)))
		fail(row->file, row->line, "the best tag is not among the tags");
	row->entry.frequency = (uint8_t) read_number(columns[3], UINT8_MAX,
												 row->file, row->line);
}

static void
read_cluster(Row *row, char *const *columns, int n)
{
	if (n != 2)
		fail(row->file, row->line, "expected 2 columns, found %d", n);
	row->entry.cluster = (uint16_t) read_number(columns[1], UINT16_MAX,
												row->file, row->line);
}

static void
read_classes(Row *row, char *const *columns, int n)
{
	if (n < 2)
		fail(row->file, row->line, "expected at least 2 columns");
	row->entry.classes = read_bits(columns[1], class_names, LEXBIT_COUNT,
								   row->file, row->line);
	if (row->entry.classes == 0)
		fail(row->file, row->line, "\"%s\" has no class", columns[0]);
	if (n > 2 && columns[2][0])
		row->canonical = checked(strdup(columns[2]));
	if (n > 3 && columns[3][0])
		row->entry.number = (uint8_t) read_number(columns[3], UINT8_MAX,
												  row->file, row->line);
}

static void
read_line(char *text, const char *file, size_t line,
		  void (*read_columns)(Row *, char *const *, int))
{
	char *columns[COLUMNS];
	int	  n = 0;
	Row	 *row;

	text[strcspn(text, "\r\n")] = '\0';
	if (text[0] == '\0' || text[0] == '#')
		return;
	for (char *at = text; at; n++)
	{
		char *tab = strchr(at, '\t');

		if (n == COLUMNS)
			fail(file, line, "more than %d columns", COLUMNS);
		columns[n] = at;
		if (tab)
			*tab++ = '\0';
		at = tab;
	}
	if (n_rows == rows_capacity)
	{
		rows_capacity = rows_capacity * 2 + 1024;
		rows = checked(realloc(rows, rows_capacity * sizeof(Row)));
	}
	row = &rows[n_rows];
	memset(row, 0, sizeof(*row));
	row->text = checked(strdup(columns[0]));
	row->order = n_rows++;
	row->file = file;
	row->line = line;
	read_columns(row, columns, n);
}

static void
read_list(const char *path)
{
	FILE	   *file = fopen(path, "r");
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	bool		tags = strcmp(name, "tags.tsv") == 0;
	bool		clusters = strcmp(name, "clusters.tsv") == 0;
	char	   *text = NULL;
	size_t		capacity = 0;
	size_t		line = 0;

	if (file == NULL)
		fail(path, 0, "%s", strerror(errno));
	while (getline(&text, &capacity, file) >= 0)
		read_line(text, path, ++line,
				  tags		   ? read_tags :
					  clusters ? read_cluster :
								 read_classes);
	if (ferror(file))
		fail(path, 0, "%s", strerror(errno));
	free(text);
	fclose(file);
}

/* Puts the rows that stand from first on and have one key into one row. */
static void
merge_row(Row *into, const Row *from)
{
	into->entry.classes |= from->entry.classes;
	if (from->entry.tags)
	{
		if (into->entry.tags && verbose)
			fprintf(stderr, "%s:%zu: tags of \"%s\" replace earlier ones\n",
					from->file, from->line, from->text);
		into->entry.tags = from->entry.tags;
		into->entry.best_tag = from->entry.best_tag;
		into->entry.frequency = from->entry.frequency;
	}
	if (into->entry.cluster == 0)
		into->entry.cluster = from->entry.cluster;
	if (into->canonical == NULL)
		into->canonical = from->canonical;
	else if (from->canonical &&
			 strcmp(into->canonical, from->canonical) != 0 && verbose)
		fprintf(stderr, "%s:%zu: \"%s\" stays \"%s\", not \"%s\"\n",
				from->file, from->line, from->text, into->canonical,
				from->canonical);
	if (into->entry.number == 0)
		into->entry.number = from->entry.number;
}

/* Sorts rows by key and merges those that have the same one. */
static size_t
merge_rows(Row *list, size_t n)
{
	size_t kept = 0;

	qsort(list, n, sizeof(Row), compare_rows);
	for (size_t i = 0; i < n; i++)
	{
		if (kept > 0 && strcmp(list[kept - 1].text, list[i].text) == 0)
			merge_row(&list[kept - 1], &list[i]);
		else
			list[kept++] = list[i];
	}
	return kept;
}

static char *
fold(const char *text, size_t len)
{
	char *out = checked(malloc(len * 12 + 1));

	out[unicode_fold_string(text, len, out, len * 12)] = '\0';
	return out;
}

/* The rows without a space, by their folded text: what the tokenizer asks. */
static void
collect_words(void)
{
	words = checked(malloc((n_rows + 1) * sizeof(Row)));
	for (size_t i = 0; i < n_rows; i++)
	{
		if (strchr(rows[i].text, ' '))
			continue;
		words[n_words] = rows[i];
		words[n_words++].text = fold(rows[i].text, strlen(rows[i].text));
	}
	n_words = merge_rows(words, n_words);
}

/* Replaces a row's text by its key: folded tokens with one space between. */
static void
make_key(Row *row)
{
	Arena	arena;
	Article article = { 0 };
	char   *key;
	size_t	len = 0;

	arena_init(&arena, &malloc_host);
	article.arena = &arena;
	article.text = row->text;
	article.length = (uint32_t) strlen(row->text);
	token_read(&article);
	key = checked(malloc(strlen(row->text) * 12 + article.n_tokens + 1));
	for (uint32_t i = 0; i < article.n_tokens; i++)
	{
		const Token *token = &article.tokens[i];
		size_t		 size = token->end - token->start;

		if (i > 0)
			key[len++] = ' ';
		len += unicode_fold_string(row->text + token->start, size, key + len,
								   size * 12);
	}
	key[len] = '\0';
	if (len == 0 || len > LEX_LONGEST_KEY || article.n_tokens > UINT8_MAX)
		fail(row->file, row->line, "\"%s\" is too short or too long",
			 row->text);
	row->words = (uint8_t) article.n_tokens;
	arena_free(&arena);
	free(row->text);
	row->text = key;
}

/*
 * Adds a row without classes for each beginning of a phrase that has none, so
 * that a look-up of phrases ends where no longer one can be.
 */
static void
add_beginnings(void)
{
	size_t n = n_rows;
	size_t room = n_rows;

	for (size_t i = 0; i < n; i++)
		room += rows[i].words;
	rows = checked(realloc(rows, room * sizeof(Row)));
	for (size_t i = 0; i < n; i++)
	{
		size_t len = 0;

		for (int words = 1; words < rows[i].words; words++)
		{
			Row *beginning = &rows[n_rows];

			len += strcspn(rows[i].text + len, " ");
			memset(beginning, 0, sizeof(*beginning));
			beginning->text = checked(strndup(rows[i].text, len));
			beginning->order = n_rows++;
			beginning->words = (uint8_t) words;
			len++;
		}
	}
	n_rows = merge_rows(rows, n_rows);
}

#define CUES \
	(LEX(CUE_SPEECH) | LEX(CUE_THOUGHT) | LEX(CUE_ATTITUDE) | LEX(CUE_WEAK))

/* The row with these bytes as its key. */
static Row *
row_of(const char *bytes, size_t len)
{
	char key[LEX_LONGEST_KEY + 1];

	memcpy(key, bytes, len);
	key[len] = '\0';
	return bsearch(key, rows, n_rows, sizeof(Row), compare_word);
}

/*
 * Tells each beginning how long the phrases are that begin with it.  A verb
 * with its particle ("pointed out") has the parts of speech of the verb.
 */
static void
set_phrase_words(void)
{
	for (size_t i = 0; i < n_rows; i++)
	{
		const char *text = rows[i].text;
		const Row  *first = row_of(text, strcspn(text, " "));
		size_t		len = 0;

		if (rows[i].words > LEX_MOST_WORDS)
			fail(rows[i].file, rows[i].line, "\"%s\" has more than %d words",
				 text, LEX_MOST_WORDS);

		for (int words = 1; words < rows[i].words; words++)
		{
			Row *beginning;

			len += strcspn(text + len, " ");
			beginning = row_of(text, len++);
			if (beginning->entry.phrase_words < rows[i].words)
				beginning->entry.phrase_words = rows[i].words;
		}
		if (rows[i].words > 1 && (rows[i].entry.classes & CUES) &&
			!rows[i].entry.tags)
		{
			rows[i].entry.tags = first->entry.tags;
			rows[i].entry.best_tag = first->entry.best_tag;
		}
	}
}

static int
compare_strings(const void *a, const void *b)
{
	return strcmp(*(char *const *) a, *(char *const *) b);
}

/* All strings of the rows, each once, in order of bytes; sets their number. */
static char **
list_strings(size_t *number)
{
	char **list = checked(malloc((n_rows * 2 + 1) * sizeof(char *)));
	size_t n = 0;
	size_t kept = 0;

	for (size_t i = 0; i < n_rows; i++)
	{
		list[n++] = rows[i].text;
		if (rows[i].canonical)
			list[n++] = rows[i].canonical;
	}
	qsort(list, n, sizeof(char *), compare_strings);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || strcmp(list[kept - 1], list[i]) != 0)
			list[kept++] = list[i];
	*number = kept;
	return list;
}

/* The strings of a block while it is laid out. */
typedef struct Pool
{
	char	**list; /* in order of bytes */
	size_t	  n;
	uint32_t *offsets; /* 0: not yet laid down */
	char	 *bytes;
	uint32_t  size;
} Pool;

/* The offset of a string, which is laid down when it is asked for first. */
static uint32_t
pool_offset(Pool *pool, const char *string)
{
	char	**found = bsearch(&string, pool->list, pool->n, sizeof(char *),
							  compare_strings);
	uint32_t *offset = &pool->offsets[found - pool->list];
	size_t	  size = strlen(string) + 1;

	if (*offset == 0)
	{
		*offset = pool->size;
		memcpy(pool->bytes + pool->size, string, size);
		pool->size += (uint32_t) size;
	}
	return *offset;
}

static Pool
pool_begin(void)
{
	Pool   pool = { 0 };
	size_t room = 1;

	pool.list = list_strings(&pool.n);
	for (size_t i = 0; i < pool.n; i++)
		room += strlen(pool.list[i]) + 1;
	pool.offsets = checked(calloc(pool.n + 1, sizeof(uint32_t)));
	pool.bytes = checked(calloc(1, room));
	pool.size = 1; /* offset 0 is "" */
	return pool;
}

static void
pool_end(Pool *pool)
{
	free(pool->list);
	free(pool->offsets);
	free(pool->bytes);
}

/* Sets the entries' offsets: keys first, they are looked at most. */
static void
set_offsets(Pool *pool)
{
	for (size_t i = 0; i < n_rows; i++)
	{
		rows[i].entry.key = pool_offset(pool, rows[i].text);
		rows[i].entry.key_length = (uint8_t) strlen(rows[i].text);
	}
	for (size_t i = 0; i < n_rows; i++)
		if (rows[i].canonical)
			rows[i].entry.canonical = pool_offset(pool, rows[i].canonical);
}

typedef struct Slot
{
	uint32_t hash;
	uint32_t index; /* 0: empty */
} Slot;

static Slot *
make_slots(uint32_t *mask)
{
	uint32_t n = 16;
	Slot	*slots;

	while (n / 4 * 3 < n_rows)
		n *= 2;
	slots = checked(calloc(n, sizeof(Slot)));
	for (size_t i = 0; i < n_rows; i++)
	{
		uint32_t hash = unicode_hash(UNICODE_HASH_START, rows[i].text,
									 strlen(rows[i].text));
		uint32_t at = hash & (n - 1);

		while (slots[at].index)
			at = (at + 1) & (n - 1);
		slots[at].hash = hash;
		slots[at].index = (uint32_t) i + 1;
	}
	*mask = n - 1;
	return slots;
}

/* Lays the rows out in their order; see lexblock.h. */
static char *
lay_out(LexBlock *head, Pool *pool)
{
	uint32_t mask;
	Slot	*slots = make_slots(&mask);
	char	*block;
	char	*at;

	set_offsets(pool);
	head->n_entries = (uint32_t) n_rows;
	head->slot_mask = mask;
	head->strings_size = pool->size;
	head->entries = sizeof(LexBlock);
	head->slots = head->entries + (uint32_t) (n_rows * sizeof(LexEntry));
	head->strings = head->slots + (mask + 1) * (uint32_t) sizeof(uint32_t);
	head->size = head->strings + pool->size;
	block = at = checked(malloc(head->size));
	at += sizeof(*head);
	for (size_t i = 0; i < n_rows; i++, at += sizeof(LexEntry))
		memcpy(at, &rows[i].entry, sizeof(LexEntry));
	for (uint32_t i = 0; i <= mask; i++, at += sizeof(uint32_t))
	{
		uint32_t slot = slots[i].index;

		if (slot)
			slot |= slots[i].hash & ~mask;
		memcpy(at, &slot, sizeof(slot));
	}
	memcpy(at, pool->bytes, pool->size);
	head->checksum = unicode_hash(UNICODE_HASH_START, block + sizeof(*head),
								  n_rows * sizeof(LexEntry));
	head->checksum = unicode_hash(head->checksum, (const char *) slots,
								  (mask + 1) * sizeof(Slot));
	head->checksum = unicode_hash(head->checksum, pool->bytes, pool->size);
	free(slots);
	return block;
}

/* The checksum of the rows, which are in order of keys, and their strings. */
static uint32_t
checksum_by_key(void)
{
	LexBlock head = { 0 };
	Pool	 pool = pool_begin();

	for (size_t i = 0; i < pool.n; i++)
		pool_offset(&pool, pool.list[i]);
	free(lay_out(&head, &pool));
	pool_end(&pool);
	return head.checksum;
}

/* Common words first, then words that stand in news at all, then the rest. */
static int
compare_use(const void *a, const void *b)
{
	const LexEntry *left = &((const Row *) a)->entry;
	const LexEntry *right = &((const Row *) b)->entry;
	int				order = right->frequency - left->frequency;

	if (order == 0)
		order = (right->cluster != 0) - (left->cluster != 0);
	return order ? order :
				   strcmp(((const Row *) a)->text, ((const Row *) b)->text);
}

/*
 * Most words of a text are among a few thousand.  These lie side by side in
 * the block, so that they stay in the processor's caches.  The checksum does
 * not depend on that.
 */
static void
write_block(const char *path)
{
	LexBlock head = { 0 };
	uint32_t checksum = checksum_by_key();
	Pool	 pool = pool_begin();
	char	*block;
	FILE	*file;

	qsort(rows, n_rows, sizeof(Row), compare_use);
	block = lay_out(&head, &pool);
	head.checksum = checksum;
	memcpy(block, &head, sizeof(head));
	file = fopen(path, "wb");
	if (file == NULL || fwrite(block, 1, head.size, file) != head.size ||
		fclose(file))
		fail(path, 0, "%s", strerror(errno));
	if (verbose)
		fprintf(stderr, "%s: %zu entries, %u bytes\n", path, n_rows,
				head.size);
	free(block);
	pool_end(&pool);
}

static void
usage(FILE *out)
{
	fputs("Usage: lexc [--verbose] -o FILE LIST.tsv ...\n"
		  "Compiles word lists into one block.\n\n"
		  "  -o, --output=FILE  write the block to FILE\n"
		  "  -v, --verbose      tell of entries that differ between lists\n"
		  "  -h, --help         show this help\n",
		  out);
}

int
main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "output", required_argument, NULL, 'o' },
		{ "verbose", no_argument, NULL, 'v' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 }
	};
	const char *output = NULL;
	int			option;

	while ((option = getopt_long(argc, argv, "o:vh", options, NULL)) != -1)
	{
		switch (option)
		{
			case 'o':
				output = optarg;
				break;
			case 'v':
				verbose = true;
				break;
			case 'h':
				usage(stdout);
				return 0;
			default:
				usage(stderr);
				return 2;
		}
	}
	if (output == NULL || optind == argc)
	{
		usage(stderr);
		return 2;
	}
	for (int i = optind; i < argc; i++)
		read_list(argv[i]);
	collect_words();
	for (size_t i = 0; i < n_rows; i++)
		make_key(&rows[i]);
	n_rows = merge_rows(rows, n_rows);
	add_beginnings();
	set_phrase_words();
	write_block(output);
	return 0;
}
