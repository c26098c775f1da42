/*
 * quotetrain.c
 *		Learns which cue reports some marked words, and where reported clauses
 *		end: annotated texts in, data/ending.tsv and data/report.tsv out.
 *
 *	quotetrain -e ENDING.tsv -r REPORT.tsv -s SURENESS.tsv FILE.jsonl ...
 *
 * A line is {"text": ..., "quotes": [{"start", "end", "speaker", "cue",
 * "cue_spans"}]}, offsets in code points; one line of quotes for each piece of
 * what is reported.  The texts are read by the reader itself, with this
 * program in the place of what decides: it looks up what people have said,
 * notes what is known of each candidate, and goes on as they did.  The ends of
 * clauses are learned first, then cues, with the clauses as they are found,
 *and at last how often a speaker is right, with everything as it is found.
 *
 * Only numbers are learned: how much each fact in ending_facts.h,
 * report_facts.h and sureness.h counts.  No word of the texts is kept.
 */
#include "attribution.h"
#include "ending.h"
#include "learn.h"
#include "memory.h"
#include "reader.h"
#include "report.h"
#include "sureness.h"

#include <getopt.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How strongly weights are pulled to 0, and which of them are kept then. */
#define PENALTY		   10.0
#define LEAST_WEIGHT   0.15
#define SECOND_PENALTY 2.0
/* The same for sureness, which is to be a share and not only to be ranked. */
#define SURE_PENALTY 2.0
/* Likeness from which on two pieces are the same quotation. */
#define SAME_PLACE 0.3
/* Annotated pieces of one text, and spans of one cue, at most. */
#define MOST_GOLD 1000
#define MOST_CUES 8

typedef struct Gold
{
	TextSpan	span; /* trimmed */
	const char *speaker;
	const char *cue;
	TextSpan	cues[MOST_CUES];
	uint32_t	n_cues;
	bool		direct;
} Gold;

static Gold		gold[MOST_GOLD];
static uint32_t n_gold;
static enum { LEARNS_ENDS, LEARNS_CUES, LEARNS_SURENESS } learns;
static double	 *end_weights;
static double	 *cue_weights;
static double	 *sure_weights;
static LearnItems end_items;
static LearnItems cue_items;
static LearnItems sure_items;
/* places of this text that have been noted */
static struct
{
	uint32_t cue;
	uint32_t first;
	uint32_t u;
} * noted;
static size_t n_noted;

/* ----------------------------------------------------------------- strings */

static bool
is_letter(unsigned char c)
{
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
		(c >= 'A' && c <= 'Z');
}

/* Length of the dash, mark or space of several bytes at p, or 0. */
static uint32_t
long_edge(const char *p)
{
	static const char *const edges[] = { "\xE2\x80\x9C", "\xE2\x80\x9D",
										 "\xE2\x80\x9E", "\xE2\x80\x98",
										 "\xE2\x80\x99", "\xE2\x80\x93",
										 "\xE2\x80\x94", "\xE2\x80\xA6",
										 "\xC2\xAB",	 "\xC2\xBB" };

	for (size_t k = 0; k < sizeof(edges) / sizeof(edges[0]); k++)
		if (strncmp(p, edges[k], strlen(edges[k])) == 0)
			return (uint32_t) strlen(edges[k]);
	return 0;
}

/* Without marks, stops and "that" at the edges, as texts are compared. */
static TextSpan
trimmed(const char *text, TextSpan span)
{
	for (;;)
	{
		const char *p = text + span.start;
		uint32_t	n = long_edge(p);

		if (span.start >= span.end)
			return span;
		if (n == 0 && strchr(" \t\r\n\"'`.,;:!?-", *p))
			n = 1;
		if (n == 0 && span.end - span.start > 5 && strncmp(p, "that ", 5) == 0)
			n = 5;
		if (n == 0)
			break;
		span.start += n;
	}
	while (span.end > span.start)
	{
		uint32_t back = 1;

		while (back < 3 && span.end - back > span.start &&
			   ((unsigned char) text[span.end - back] & 0xC0) == 0x80)
			back++;
		if (back == 1 ?
				strchr(" \t\r\n\"'`.,;:!?-", text[span.end - 1]) == NULL :
				long_edge(text + span.end - back) != back)
			break;
		span.end -= back;
	}
	return span;
}

/* Next word at or behind *at, in small letters; false when there is none. */
static bool
next_word(const char *text, size_t len, size_t *at, char word[64])
{
	size_t n = 0;

	while (*at < len && !is_letter((unsigned char) text[*at]))
		(*at)++;
	for (; *at < len && is_letter((unsigned char) text[*at]); (*at)++)
		if (n < 63)
		{
			char c = text[*at];

			word[n++] = c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
		}
	word[n] = '\0';
	return n > 0;
}

static bool
is_title(const char *word)
{
	static const char *const titles[] = { "mr",	 "mrs",		  "ms",
										  "dr",	 "sen",		  "rep",
										  "gov", "president", "the",
										  "a",	 "secretary", "an" };

	for (size_t k = 0; k < sizeof(titles) / sizeof(titles[0]); k++)
		if (strcmp(word, titles[k]) == 0)
			return true;
	return false;
}

/* The two share a word that is no title or article. */
static bool
share_word(const char *a, const char *text, TextSpan b)
{
	char   one[64];
	char   other[64];
	size_t i = 0;

	if (a == NULL)
		return false;
	while (next_word(a, strlen(a), &i, one))
		for (size_t k = b.start;
			 !is_title(one) && next_word(text, b.end, &k, other);)
			if (strcmp(one, other) == 0)
				return true;
	return false;
}

/* ------------------------------------------------------------ what is right
 */

static uint32_t
shared(TextSpan a, TextSpan b)
{
	uint32_t start = a.start > b.start ? a.start : b.start;
	uint32_t end = a.end < b.end ? a.end : b.end;

	return end > start ? end - start : 0;
}

/* What the two share of what they cover together. */
static double
likeness(TextSpan a, TextSpan b)
{
	double both = shared(a, b);

	return both / (a.end - a.start + b.end - b.start - both + 1e-9);
}

static bool
has_cue(const Gold *one, TextSpan cue)
{
	for (uint32_t k = 0; k < one->n_cues; k++)
		if (shared(one->cues[k], cue))
			return true;
	return false;
}

static void
add_rows(LearnOption *option, const ChoiceScheme *scheme, const uint8_t *facts)
{
	option->n = choice_rows(scheme, facts, option->rows);
}

static bool
is_noted(uint32_t cue, uint32_t first, uint32_t u)
{
	for (size_t k = n_noted; k > 0; k--)
		if (noted[k - 1].cue == cue && noted[k - 1].first == first &&
			noted[k - 1].u == u)
			return true;
	noted = checked(realloc(noted, (n_noted + 1) * sizeof(*noted)));
	noted[n_noted].cue = cue;
	noted[n_noted].first = first;
	noted[n_noted++].u = u;
	return false;
}

/* The annotated piece that the cue reports and that begins about here. */
static const Gold *
gold_of_clause(const Article *article, const Cue *cue, uint32_t first)
{
	TextSpan span = outline_span(article, cue->start, cue->end);
	uint32_t start = outline_span(article, first, first + 1).start;

	for (uint32_t k = 0; k < n_gold; k++)
		if (has_cue(&gold[k], span) && gold[k].span.start + 30 >= start &&
			gold[k].span.end > start && gold[k].span.start <= start + 60)
			return &gold[k];
	return NULL;
}

static double
score_of(const ChoiceScheme *scheme, const double *weights,
		 const uint8_t *facts)
{
	uint32_t rows[CHOICE_TEMPLATES];
	uint32_t n = choice_rows(scheme, facts, rows);
	double	 score = 0;

	for (uint32_t k = 0; k < n; k++)
		score += weights[rows[k]];
	return score;
}

bool
ending_is_here(const Article *article, const Cue *cue, uint32_t first,
			   uint32_t u, const uint8_t *facts)
{
	const Gold *one;
	LearnItem  *item;
	bool		right;

	if (learns != LEARNS_ENDS)
		return score_of(&ending_scheme, end_weights, facts) > 0;
	one = gold_of_clause(article, cue, first);
	if (one == NULL)
		return false;
	right = one->span.end <= outline_span(article, u, u + 1).start;
	if (is_noted(cue->start, first, u))
		return right;
	item = learn_add(&end_items, 2, LEARN_ALWAYS);
	add_rows(&item->options[0], &ending_scheme, facts);
	item->options[0].right = right;
	item->options[1].right = !right;
	return right;
}

/* There are no weights yet. */
uint32_t
ending_checksum(void)
{
	return 0;
}

uint32_t
report_checksum(void)
{
	return 0;
}

uint32_t
sureness_checksum(void)
{
	return 0;
}

/* Nothing depends on it while weights are learned. */
float
sureness_of(const Article *article, const Quotation *quotation)
{
	(void) article;
	(void) quotation;
	return 0;
}

/* How well a candidate does what people did, 0 when it is no use. */
static double
worth(const Article *article, const ReportCandidate *one, uint32_t u)
{
	const Complement *complement = &one->complement;
	TextSpan cue = outline_span(article, one->cue.start, one->cue.end);
	double	 best = 0;

	for (uint32_t i = 0; i < complement->n_pieces; i++)
	{
		UnitRange units = complement->pieces[i];
		TextSpan  span = trimmed(article->text,
								 outline_span(article, units.first, units.end));

		if (u < units.first || u >= units.end)
			continue;
		for (uint32_t k = 0; k < n_gold; k++)
		{
			double iou = likeness(gold[k].span, span);
			bool   right_cue = has_cue(&gold[k], cue) ||
				share_word(gold[k].cue, article->text, cue);
			bool   right_speaker = gold[k].speaker ?
				  share_word(gold[k].speaker, article->text,
							 outline_span(article, complement->speaker.first,
										  complement->speaker.end)) :
				  complement->speaker.first == complement->speaker.end;
			double sum = iou + (iou > 0.99) + right_cue + 1.5 * right_speaker +
				0.5 * gold[k].direct;

			if (iou > 0 && (right_cue || (gold[k].speaker && right_speaker)) &&
				sum > best)
				best = sum;
		}
	}
	return best;
}

uint32_t
report_choose(const Article *article, uint32_t u, const ReportCandidate *list,
			  uint32_t n, int32_t scores[REPORT_CANDIDATES])
{
	double	   value[REPORT_CANDIDATES];
	double	   best = 0;
	uint32_t   chosen = 0;
	LearnItem *item;

	if (learns == LEARNS_SURENESS)
	{
		for (uint32_t k = 0; k < n; k++)
		{
			scores[k] = (int32_t) (LEARN_SCALE *
								   score_of(&report_scheme, cue_weights,
											list[k].facts));
			if (scores[k] > scores[chosen])
				chosen = k;
		}
		return chosen;
	}
	memset(scores, 0, n * sizeof(scores[0]));
	value[0] = 0;
	for (uint32_t k = 1; k < n; k++)
	{
		value[k] = worth(article, &list[k], u);
		if (value[k] > best)
		{
			best = value[k];
			chosen = k;
		}
	}
	if (learns == LEARNS_ENDS)
		return chosen;
	item = learn_add(&cue_items, n, LEARN_ALWAYS);
	for (uint32_t k = 0; k < n; k++)
	{
		add_rows(&item->options[k], &report_scheme, list[k].facts);
		item->options[k].right = chosen == 0 ? k == 0 :
											   value[k] >= best - 0.01;
	}
	return chosen;
}

/* A speaker that is more than a title: "the president" cannot be compared. */
static bool
has_name(const char *speaker)
{
	char   word[64];
	size_t at = 0;

	while (next_word(speaker, strlen(speaker), &at, word))
		if (!is_title(word))
			return true;
	return false;
}

/* Whether the speaker of a quotation is the one that people named. */
static void
add_sureness(const Article *article, const Quotation *quotation)
{
	const Gold *one = NULL;
	double		most = SAME_PLACE;
	uint8_t		facts[SURENESS_FACT_COUNT];
	LearnItem  *item;

	for (uint32_t k = 0; k < n_gold; k++)
		for (uint32_t i = 0; i < quotation->n_content; i++)
		{
			double here = likeness(gold[k].span,
								   trimmed(article->text,
										   quotation->content[i]));

			if (here > most)
			{
				most = here;
				one = &gold[k];
			}
		}
	if (quotation->rule == RULE_LABEL || one == NULL || one->speaker == NULL ||
		!has_name(one->speaker) ||
		quotation->speaker_span.start == quotation->speaker_span.end)
		return;
	sureness_facts(article, quotation, facts);
	item = learn_add(&sure_items, 2, LEARN_ALWAYS);
	add_rows(&item->options[0], &sureness_scheme, facts);
	item->options[0].right = share_word(one->speaker, article->text,
										quotation->speaker_span);
	item->options[1].right = !item->options[0].right;
}

/* ------------------------------------------------------------------- texts */

static bool
is_direct(json_t *one)
{
	const char *group = json_string_value(json_object_get(one, "type_group"));

	return group && strcmp(group, "direct") == 0;
}

/* The bytes of code points, n of them and the end of the text. */
typedef struct Points
{
	uint32_t *bytes;
	size_t	  n;
} Points;

/* The byte of a code point; offsets behind the text mean its end. */
static uint32_t
byte_of(const Points *points, json_t *offset)
{
	json_int_t at = json_integer_value(offset);

	return points->bytes[at < 0						 ? 0 :
							 (size_t) at < points->n ? (size_t) at :
													   points->n - 1];
}

static TextSpan
span_of(const Points *points, json_t *start, json_t *end)
{
	TextSpan span = { byte_of(points, start), byte_of(points, end) };

	if (span.end < span.start)
		span.end = span.start;
	return span;
}

static void
read_gold(json_t *quotes, const char *text, const Points *points)
{
	size_t	i;
	json_t *one;

	n_gold = 0;
	json_array_foreach(quotes, i, one) if (n_gold < MOST_GOLD)
	{
		Gold   *to = &gold[n_gold++];
		size_t	k;
		json_t *span;

		to->span = trimmed(text,
						   span_of(points, json_object_get(one, "start"),
								   json_object_get(one, "end")));
		to->speaker = json_string_value(json_object_get(one, "speaker"));
		to->cue = json_string_value(json_object_get(one, "cue"));
		to->direct = is_direct(one);
		to->n_cues = 0;
		json_array_foreach(json_object_get(one, "cue_spans"), k,
						   span) if (to->n_cues < MOST_CUES)
			to->cues[to->n_cues++] = span_of(points, json_array_get(span, 0),
											 json_array_get(span, 1));
	}
}

static void
read_text(json_t *line)
{
	json_t	   *field = json_object_get(line, "text");
	const char *text = json_string_value(field);
	size_t		len = json_string_length(field);
	Points		points = { checked(malloc((len + 1) * sizeof(uint32_t))), 0 };
	Arena		arena;
	Article	   *article;

	for (size_t i = 0; i <= len; i++)
		if (((unsigned char) text[i] & 0xC0) != 0x80)
			points.bytes[points.n++] = (uint32_t) i;
	read_gold(json_object_get(line, "quotes"), text, &points);
	n_noted = 0;
	arena_init(&arena, &malloc_host);
	article = reader_read(&arena, text, (uint32_t) len);
	for (uint32_t q = 0;
		 q < article->n_quotations && learns == LEARNS_SURENESS; q++)
		add_sureness(article, &article->quotations[q]);
	arena_free(&arena);
	free(points.bytes);
}

static void
read_file(const char *path)
{
	FILE  *file = fopen(path, "r");
	char  *line = NULL;
	size_t room = 0;

	if (file == NULL)
	{
		perror(path);
		exit(1);
	}
	for (int n = 1; getline(&line, &room, file) >= 0; n++)
	{
		json_t *in = json_loads(line, JSON_ALLOW_NUL, NULL);

		if (!json_is_string(json_object_get(in, "text")) ||
			!json_is_array(json_object_get(in, "quotes")))
		{
			fprintf(stderr,
					"quotetrain: %s: line %d is without text or quotes\n",
					path, n);
			exit(1);
		}
		read_text(in);
		json_decref(in);
	}
	free(line);
	fclose(file);
}

/* ------------------------------------------------------------------- main */

static void
learn(const LearnItems *items, const ChoiceScheme *scheme, double penalty,
	  double second, double *weights, const char *path)
{
	size_t	 right = 0;
	size_t	 n = 0;
	uint32_t kept = 0;

	learn_few_weights(items, scheme, penalty, LEAST_WEIGHT, second, weights);
	for (uint32_t w = 0; w < scheme->n_weights; w++)
		kept += learn_rounded(weights[w]) != 0;
	for (size_t i = 0; i < items->n; i++)
	{
		double	 chance[REPORT_CANDIDATES];
		uint32_t best = 0;

		learn_chances(&items->all[i], weights, chance);
		for (uint32_t k = 1; k < items->all[i].n; k++)
			if (chance[k] > chance[best])
				best = k;
		right += items->all[i].options[best].right;
		n++;
	}
	printf("%s: %zu choices, %.1f %% as people made them; %u weights\n", path,
		   n, n ? 100.0 * (double) right / (double) n : 0, kept);
	learn_save(path, scheme, weights,
			   "# Weights learned by src/tools/quotetrain.c from PolNeAR"
			   " (train part): numbers\n# only, no word of its texts.\n");
}

static void
read_files(char **files, int n)
{
	for (int i = 0; i < n; i++)
		read_file(files[i]);
}

int
main(int argc, char **argv)
{
	const char *ends = NULL;
	const char *cues = NULL;
	const char *sure = NULL;
	int			option;

	while ((option = getopt(argc, argv, "e:r:s:h")) != -1)
	{
		if (option == 'e')
			ends = optarg;
		else if (option == 'r')
			cues = optarg;
		else if (option == 's')
			sure = optarg;
		else
		{
			fprintf(option == 'h' ? stdout : stderr,
					"usage: quotetrain -e ENDING.tsv -r REPORT.tsv"
					" -s SURENESS.tsv FILE.jsonl ...\n");
			return option == 'h' ? 0 : 2;
		}
	}
	if (ends == NULL || cues == NULL || sure == NULL || optind == argc)
	{
		fprintf(stderr, "quotetrain: -e, -r, -s and a file are needed\n");
		return 2;
	}
	argv += optind;
	argc -= optind;
	end_weights = checked(calloc(ending_scheme.n_weights, sizeof(double)));
	cue_weights = checked(calloc(report_scheme.n_weights, sizeof(double)));
	sure_weights = checked(calloc(sureness_scheme.n_weights, sizeof(double)));
	learns = LEARNS_ENDS;
	read_files(argv, argc);
	learn(&end_items, &ending_scheme, PENALTY, SECOND_PENALTY, end_weights,
		  ends);
	learns = LEARNS_CUES;
	read_files(argv, argc);
	learn(&cue_items, &report_scheme, PENALTY, SECOND_PENALTY, cue_weights,
		  cues);
	learns = LEARNS_SURENESS;
	read_files(argv, argc);
	learn(&sure_items, &sureness_scheme, SURE_PENALTY, SURE_PENALTY,
		  sure_weights, sure);
	learn_clear(&end_items);
	learn_clear(&cue_items);
	learn_clear(&sure_items);
	free(end_weights);
	free(cue_weights);
	free(sure_weights);
	free(noted);
	return 0;
}
