/*
 * newsread.c
 *		Reads articles outside the server and prints what was found as JSON.
 *
 *	newsread FILE ...			one JSON document a file
 *	newsread --jsonl [FILE]		a line {"id": ..., "text": ...} in, a line out
 *
 * Quotations are those that news_quotes gives, what was said and written;
 * --media speech,writing,thought,attitude names others, --media all all.
 *
 * Offsets in the output are 0-based code points, half open, as the evaluation
 * scripts want them.  A developer's tool: needs libjansson, is not installed.
 */
#include "memory.h"
#include "pronoun.h"
#include "reader.h"
#include "speaker.h"

#include <getopt.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const paragraph_kinds[PARAGRAPH_KINDS] = {
	"body",	   "headline",	   "kicker",	  "byline", "dateline",
	"subhead", "bullet",	   "turn",		  "aside",	"blockquote",
	"caption", "contributors", "copyright",	  "note",	"correction",
	"update",  "related",	   "boilerplate", "social", "separator"
};
static const char *const mention_kinds[MENTION_KINDS] = {
	"person", "org",	 "place",	 "group", "date", "time",
	"money",  "percent", "quantity", "event", "work"
};
static const char *const quote_kinds[] = { "direct", "mixed", "indirect" };
static const char *const attributions[] = { "explicit",	 "split",
											"pronoun",	 "running",
											"continued", "label",
											"inherited", "none" };

static const char *const media[MEDIUMS] = { "speech", "writing", "thought",
											"attitude" };

static bool prints_medium[MEDIUMS] = {
	[MEDIUM_SPEECH] = true, [MEDIUM_WRITING] = true
};

/* Code points before each byte of the article being printed. */
static uint32_t *points;

static void
count_points(const char *text, size_t len)
{
	uint32_t n = 0;

	points = realloc(points, (len + 1) * sizeof(uint32_t));
	if (points == NULL)
		exit(1);
	for (size_t i = 0; i < len; i++)
	{
		points[i] = n - (((unsigned char) text[i] & 0xC0) == 0x80);
		n += ((unsigned char) text[i] & 0xC0) != 0x80;
	}
	points[len] = n;
}

static json_t *
json_span(TextSpan span)
{
	if (span.start == span.end)
		return json_null();
	return json_pack("[i,i]", (int) points[span.start],
					 (int) points[span.end]);
}

static json_t *
json_spans(const TextSpan *spans, uint32_t n)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < n; i++)
		json_array_append_new(array, json_span(spans[i]));
	return array;
}

static json_t *
json_bytes(const char *bytes, size_t len)
{
	json_t *string = bytes ? json_stringn(bytes, len) : NULL;

	return string ? string : json_null();
}

static json_t *
json_text(const Article *article, TextSpan span)
{
	if (span.start == span.end)
		return json_null();
	return json_bytes(article->text + span.start, span.end - span.start);
}

static json_t *
json_name(Name name)
{
	return json_bytes(name.bytes, name.length);
}

static json_t *
json_names(const Name *names, uint32_t n)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < n; i++)
		json_array_append_new(array, json_name(names[i]));
	return array;
}

static json_t *
json_texts(const Article *article, const TextSpan *spans, uint32_t n)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < n; i++)
		json_array_append_new(array, json_text(article, spans[i]));
	return array;
}

static json_t *
json_number_or_null(uint32_t n)
{
	return n == NONE ? json_null() : json_integer((json_int_t) n);
}

static json_t *
front_matter(const Article *article)
{
	const FrontMatter *front = &article->front;

	return json_pack("{s:o,s:o,s:[i,i,i],s:o,s:o,s:o,s:o,s:i,s:o,s:o,s:o,s:b}",
					 "headline", json_text(article, front->headline),
					 "dateline_place",
					 json_text(article, front->dateline_place),
					 "dateline_date", front->year, front->month, front->day,
					 "agency", json_text(article, front->agency), "bylines",
					 json_texts(article, front->bylines, front->n_bylines),
					 "contributors",
					 json_texts(article, front->contributors,
								front->n_contributors),
					 "contributor_org",
					 json_text(article, front->contributor_org),
					 "copyright_year", front->copyright_year,
					 "copyright_holder",
					 json_text(article, front->copyright_holder),
					 "editors_note", json_text(article, front->editors_note),
					 "correction", json_text(article, front->correction),
					 "is_wire", (int) front->is_wire);
}

static json_t *
paragraphs(const Article *article)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < article->n_paragraphs; i++)
	{
		const Paragraph *paragraph = &article->paragraphs[i];

		json_array_append_new(array,
							  json_pack("{s:s,s:o}", "kind",
										paragraph_kinds[paragraph->kind],
										"span", json_span(paragraph->span)));
	}
	return array;
}

static json_t *
sentences(const Article *article)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < article->n_sentences; i++)
		json_array_append_new(array, json_span(article->sentences[i].span));
	return array;
}

static json_t *
mentions(const Article *article)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < article->n_mentions; i++)
	{
		const Mention *mention = &article->mentions[i];
		Name		   name = { 0 };

		if (mention->entity != NONE)
			name = article->entities[mention->entity].name;
		json_array_append_new(array,
							  json_pack("{s:i,s:i,s:s,s:o,s:o,s:o,s:o}",
										"start",
										(int) points[mention->span.start],
										"end", (int) points[mention->span.end],
										"type", mention_kinds[mention->kind],
										"text",
										json_text(article, mention->span),
										"name", json_name(name), "entity",
										json_number_or_null(mention->entity),
										"title",
										json_text(article, mention->title)));
	}
	return array;
}

static json_t *
entities(const Article *article)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < article->n_entities; i++)
	{
		const Entity *entity = &article->entities[i];

		json_array_append_new(array,
							  json_pack("{s:s,s:o,s:o,s:o,s:i,s:i}", "kind",
										mention_kinds[entity->kind], "name",
										json_name(entity->name), "titles",
										json_names(entity->titles,
												   entity->n_titles),
										"aliases",
										json_names(entity->aliases,
												   entity->n_aliases),
										"mentions", (int) entity->mentions,
										"gender", (int) entity->gender));
	}
	return array;
}

/* Whom each "he" and "she" means. */
static json_t *
pronouns(const Article *article)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < article->n_tokens; i++)
	{
		const Token *token = &article->tokens[i];
		TextSpan	 span = { token->start, token->end };
		uint32_t	 entity;
		Name		 name = { 0 };

		if (pronoun_gender(article, i) == GENDER_UNKNOWN)
			continue;
		entity = entity_of_pronoun(article, i, NULL);
		if (entity != NONE)
			name = article->entities[entity].name;
		json_array_append_new(array,
							  json_pack("{s:i,s:i,s:o,s:o,s:o}", "start",
										(int) points[span.start], "end",
										(int) points[span.end], "text",
										json_text(article, span), "name",
										json_name(name), "entity",
										json_number_or_null(entity)));
	}
	return array;
}

static json_t *
quotations(const Article *article)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < article->n_quotations; i++)
	{
		const Quotation *q = &article->quotations[i];
		json_t			*one;

		if (!prints_medium[q->medium])
			continue;
		one = json_object();
		json_object_set_new(one, "kind", json_string(quote_kinds[q->kind]));
		json_object_set_new(one, "spans",
							json_spans(q->content, q->n_content));
		json_object_set_new(one, "verbatim",
							json_spans(q->verbatim, q->n_verbatim));
		json_object_set_new(one, "text",
							json_texts(article, q->content, q->n_content));
		json_object_set_new(one, "speaker", json_name(q->speaker));
		json_object_set_new(one, "speaker_text",
							json_text(article, q->speaker_span));
		json_object_set_new(one, "speaker_span", json_span(q->speaker_span));
		json_object_set_new(one, "speaker_title", json_name(q->speaker_title));
		json_object_set_new(one, "speaker_kind",
							q->speaker.bytes ?
								json_string(mention_kinds[q->speaker_kind]) :
								json_null());
		json_object_set_new(one, "named", json_boolean(q->named));
		json_object_set_new(one, "cue", json_text(article, q->cue));
		json_object_set_new(one, "cue_span", json_span(q->cue));
		json_object_set_new(one, "negated", json_boolean(q->negated));
		json_object_set_new(one, "attribution",
							json_string(attributions[q->attribution]));
		json_object_set_new(one, "rule", json_integer(q->rule));
		json_object_set_new(one, "rule_name",
							json_string(
								speaker_rule_name((SpeakerRule) q->rule)));
		json_object_set_new(one, "confidence", json_real(q->confidence));
		json_object_set_new(one, "medium", json_string(media[q->medium]));
		json_array_append_new(array, one);
	}
	return array;
}

static void
print_article(const char *id, const char *text, size_t len)
{
	Arena	 arena;
	Article *article;
	json_t	*out;

	if (len > READER_MAX_TEXT)
	{
		fprintf(stderr, "newsread: %s is longer than %u bytes\n", id,
				READER_MAX_TEXT);
		exit(1);
	}
	arena_init(&arena, &malloc_host);
	article = reader_read(&arena, text, (uint32_t) len);
	count_points(text, len);
	out = json_pack("{s:s,s:o,s:o,s:o,s:o,s:o,s:o,s:o}", "id", id, "article",
					front_matter(article), "paragraphs", paragraphs(article),
					"sentences", sentences(article), "mentions",
					mentions(article), "known", entities(article), "pronouns",
					pronouns(article), "quotes", quotations(article));
	/* what score.py looks for in predictions of mentions */
	json_object_set(out, "entities", json_object_get(out, "mentions"));
	json_dumpf(out, stdout, JSON_COMPACT);
	putchar('\n');
	json_decref(out);
	arena_free(&arena);
}

static int
read_jsonl(FILE *file)
{
	char  *line = NULL;
	size_t room = 0;

	while (getline(&line, &room, file) >= 0)
	{
		json_error_t error;
		json_t		*in = json_loads(line, JSON_ALLOW_NUL, &error);
		json_t		*text = json_object_get(in, "text");
		json_t		*id = json_object_get(in, "id");

		if (!json_is_string(text))
		{
			fprintf(stderr, "newsread: a line without text: %s\n", error.text);
			return 1;
		}
		print_article(json_is_string(id) ? json_string_value(id) : "",
					  json_string_value(text), json_string_length(text));
		json_decref(in);
	}
	free(line);
	return 0;
}

static int
read_whole(const char *path)
{
	FILE   *file = fopen(path, "rb");
	char   *text = NULL;
	size_t	room = 0;
	ssize_t len;

	if (file == NULL)
	{
		perror(path);
		return 1;
	}
	len = getdelim(&text, &room, '\0', file);
	print_article(path, text ? text : "", len > 0 ? (size_t) len : 0);
	free(text);
	fclose(file);
	return 0;
}

/* Reads a list of media, or "all"; false when there is no such medium. */
static bool
choose_media(char *list)
{
	bool all = strcmp(list, "all") == 0;

	for (int m = 0; m < MEDIUMS; m++)
		prints_medium[m] = all;
	if (all)
		return true;
	for (char *name = strtok(list, ","); name; name = strtok(NULL, ","))
	{
		int m = 0;

		while (m < MEDIUMS && strcmp(name, media[m]) != 0)
			m++;
		if (m == MEDIUMS)
		{
			fprintf(stderr, "newsread: \"%s\" is no medium\n", name);
			return false;
		}
		prints_medium[m] = true;
	}
	return true;
}

int
main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "jsonl", no_argument, NULL, 'j' },
		{ "media", required_argument, NULL, 'm' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 }
	};
	bool jsonl = false;
	int	 status = 0;
	int	 option;

	while ((option = getopt_long(argc, argv, "jm:h", options, NULL)) != -1)
	{
		if (option == 'j')
			jsonl = true;
		else if (option == 'm')
		{
			if (!choose_media(optarg))
				return 2;
		}
		else
		{
			fprintf(option == 'h' ? stdout : stderr,
					"usage: newsread [--media LIST] FILE ... | "
					"newsread [--media LIST] --jsonl [FILE]\n");
			return option == 'h' ? 0 : 2;
		}
	}
	if (jsonl)
	{
		FILE *file = optind < argc ? fopen(argv[optind], "r") : stdin;

		if (file == NULL)
		{
			perror(argv[optind]);
			return 1;
		}
		return read_jsonl(file);
	}
	for (; optind < argc; optind++)
		status |= read_whole(argv[optind]);
	return status;
}
