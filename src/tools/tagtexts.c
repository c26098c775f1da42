/*
 * tagtexts.c
 *		Annotated texts for tagtrain; see tagtexts.h.
 */
#include "tagtexts.h"

#include "conll.h"
#include "memory.h"
#include "tagger.h"
#include "unicode.h"

#include <err.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Sentences of a .conll without "# doc" lines that make one text. */
#define SENTENCES_OF_TEXT 60
/* and of which a paragraph is made, so that the layout looks like news */
#define SENTENCES_OF_PARAGRAPH 4

static _Noreturn void
refuse(const char *path, const char *what)
{
	errx(1, "%s: %s", path, what);
}

static int
label_of(const char *type)
{
	static const struct
	{
		const char *type;
		NameLabel	label;
	} labels[] = {
		{ "PER", NAME_PERSON },
		{ "person", NAME_PERSON },
		{ "politician", NAME_PERSON },
		{ "ORG", NAME_ORG },
		{ "org", NAME_ORG },
		{ "organisation", NAME_ORG },
		{ "corporation", NAME_ORG },
		{ "politicalparty", NAME_ORG },
		{ "group", NAME_ORG },
		{ "LOC", NAME_PLACE },
		{ "GPE", NAME_PLACE },
		{ "FAC", NAME_PLACE },
		{ "place", NAME_PLACE },
		{ "location", NAME_PLACE },
		{ "country", NAME_PLACE },
		{ "MISC", NAME_MISC },
		{ "misc", NAME_MISC },
		{ "NORP", NAME_MISC },
		{ "PRODUCT", NAME_MISC },
		{ "product", NAME_MISC },
		{ "event", NAME_MISC },
		{ "election", NAME_MISC },
		{ "creative-work", NAME_MISC },
	};

	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (strcmp(type, labels[i].type) == 0)
			return (int) labels[i].label;
	return -1;
}

static Text *
add_text(Texts *texts)
{
	texts->list = checked(realloc(texts->list, (texts->n + 1) * sizeof(Text)));
	memset(&texts->list[texts->n], 0, sizeof(Text));
	return &texts->list[texts->n++];
}

static void
finish_text(Text *text)
{
	text->hash = unicode_hash(UNICODE_HASH_START, text->bytes, text->length);
}

static void
add_gold(Text *text, uint32_t start, uint32_t end, int label)
{
	text->gold = checked(
		realloc(text->gold, (text->n_gold + 1) * sizeof(Gold)));
	text->gold[text->n_gold++] = (Gold){ start, end, label };
}

/* ----------------------------------------------------------- JSON lines */

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
load_json(Texts *texts, const char *path, const char *line)
{
	json_error_t error;
	json_t		*in = json_loads(line, 0, &error);
	json_t		*string = json_object_get(in, "text");
	json_t		*entities = json_object_get(in, "entities");
	json_t		*entity;
	size_t		 i;
	size_t		 points;
	uint32_t	*offsets;
	Text		*text;

	if (!json_is_string(string) || !json_is_array(entities))
		refuse(path, "a line without text or entities");
	text = add_text(texts);
	text->bytes = checked(strdup(json_string_value(string)));
	text->length = (uint32_t) strlen(text->bytes);
	offsets = byte_offsets(text->bytes, text->length, &points);
	json_array_foreach(entities, i, entity)
	{
		json_int_t start = json_integer_value(
			json_object_get(entity, "start"));
		json_int_t	end = json_integer_value(json_object_get(entity, "end"));
		const char *type = json_string_value(json_object_get(entity, "type"));

		if (start < 0 || end <= start || (size_t) end > points || type == NULL)
			refuse(path, "an entity outside its text");
		add_gold(text, offsets[start], offsets[end], label_of(type));
	}
	finish_text(text);
	free(offsets);
	json_decref(in);
}

static void
load_json_lines(Texts *texts, const char *path)
{
	FILE  *file = fopen(path, "r");
	char  *line = NULL;
	size_t room = 0;

	if (file == NULL)
		err(1, "%s", path);
	while (getline(&line, &room, file) >= 0)
		load_json(texts, path, line);
	if (ferror(file))
		err(1, "%s", path);
	free(line);
	fclose(file);
}

/* -------------------------------------------------------- CoNLL columns */

typedef struct Writer
{
	Texts	*texts;
	Text	*text; /* NULL between texts */
	size_t	 room;
	uint32_t sentences;
	bool	 quoted;  /* inside straight quotation marks */
	char	 last[8]; /* the token before, when it is short */
} Writer;

static bool
is_one_of(const char *token, const char *const *list)
{
	for (; *list; list++)
		if (strcmp(token, *list) == 0)
			return true;
	return false;
}

static bool
has_space_before(const Writer *writer, const char *token)
{
	static const char *const closing[] = { ".", ",", ";",	":", "!",	"?",
										   ")", "]", "}",	"%", "n't", "”",
										   "’", "…", "...", NULL };
	static const char *const opening[] = { "(", "[", "{", "$", "£",
										   "€", "“", "#", "‘", NULL };

	if (writer->last[0] == '\0')
		return false;
	if (is_one_of(token, closing) || is_one_of(writer->last, opening))
		return false;
	if (strcmp(token, "\"") == 0)
		return !writer->quoted;
	if (strcmp(writer->last, "\"") == 0)
		return !writer->quoted;
	/* 's, 're, and the closing '' */
	return !((token[0] == '\'' || strncmp(token, "’", 3) == 0) &&
			 strlen(token) <= 5);
}

static void
put(Writer *writer, const char *bytes)
{
	size_t len = strlen(bytes);
	Text  *text = writer->text;

	if (text->length + len + 1 > writer->room)
	{
		writer->room = (text->length + len + 1) * 2;
		text->bytes = checked(realloc(text->bytes, writer->room));
	}
	memcpy(text->bytes + text->length, bytes, len + 1);
	text->length += (uint32_t) len;
}

static void
begin_sentence(Writer *writer)
{
	if (writer->text == NULL)
	{
		writer->text = add_text(writer->texts);
		writer->room = 0;
		writer->sentences = 0;
		put(writer, "");
	}
	else
		put(writer,
			writer->sentences % SENTENCES_OF_PARAGRAPH == 0 ? "\n\n" : " ");
	writer->last[0] = '\0';
	writer->quoted = false;
}

static void
end_text(Writer *writer)
{
	if (writer->text)
		finish_text(writer->text);
	writer->text = NULL;
}

static void
put_token(Writer *writer, const char *token, const char *label)
{
	Text	*text = writer->text;
	Gold	*before = text->n_gold ? &text->gold[text->n_gold - 1] : NULL;
	uint32_t end = text->length;
	uint32_t start;

	if (has_space_before(writer, token))
		put(writer, " ");
	if (strcmp(token, "\"") == 0)
		writer->quoted = !writer->quoted;
	start = text->length;
	put(writer, token);
	snprintf(writer->last, sizeof(writer->last), "%s",
			 strlen(token) < sizeof(writer->last) ? token : "-");
	if (label[0] == 'I' && before && before->end == end &&
		before->label == label_of(label + 2))
		before->end = text->length;
	else if (label[0] == 'B' || label[0] == 'I')
		add_gold(text, start, text->length, label_of(label + 2));
}

static void
load_conll(Texts *texts, const char *path)
{
	Writer		writer = { .texts = texts };
	bool		inside = false; /* of a sentence */
	ConllReader reader;
	ConllLine	line;

	conll_open(&reader, path);
	while ((line = conll_next(&reader)) != CONLL_END)
	{
		if (line == CONLL_DOC)
			end_text(&writer);
		if (line != CONLL_TOKEN)
		{
			if (inside && ++writer.sentences >= SENTENCES_OF_TEXT)
				end_text(&writer);
			inside = false;
			continue;
		}
		if (!inside)
			begin_sentence(&writer);
		inside = true;
		put_token(&writer, reader.token, reader.label);
	}
	end_text(&writer);
	conll_close(&reader);
}

void
texts_load(Texts *texts, const char *argument)
{
	char  *path = checked(strdup(argument));
	char  *colon = strrchr(path, ':');
	int	   times = colon ? atoi(colon + 1) : 1;
	size_t from = texts->n;
	size_t count;

	if (colon)
		*colon = '\0';
	if (strlen(path) > 6 && strcmp(path + strlen(path) - 6, ".conll") == 0)
		load_conll(texts, path);
	else
		load_json_lines(texts, path);
	free(path);
	count = texts->n - from;
	for (; times > 1; times--)
		for (size_t i = 0; i < count; i++)
		{
			/* both share the bytes */
			Text *copy = add_text(texts);

			*copy = texts->list[from + i];
		}
}

/* ------------------------------------------------------------- printing */

static json_int_t
points_before(const char *text, uint32_t byte)
{
	json_int_t n = 0;

	for (uint32_t at = 0; at < byte; at++)
		n += ((unsigned char) text[at] & 0xC0) != 0x80;
	return n;
}

static json_t *
json_names(const Text *text)
{
	static const char *const types[NAME_LABELS] = {
		[NAME_PERSON] = "PER",
		[NAME_ORG] = "ORG",
		[NAME_PLACE] = "LOC",
		[NAME_MISC] = "MISC",
	};
	json_t *array = json_array();

	for (uint32_t g = 0; g < text->n_gold; g++)
	{
		const Gold *gold = &text->gold[g];

		if (gold->label >= 0)
			json_array_append_new(array,
								  json_pack("{s:I,s:I,s:s}", "start",
											points_before(text->bytes,
														  gold->start),
											"end",
											points_before(text->bytes,
														  gold->end),
											"type", types[gold->label]));
	}
	return array;
}

void
texts_print(const Texts *texts)
{
	for (size_t i = 0; i < texts->n; i++)
	{
		const Text *text = &texts->list[i];
		char		id[24];
		json_t	   *line;

		snprintf(id, sizeof(id), "%zu", i + 1);
		line = json_pack("{s:s,s:s%,s:o}", "id", id, "text", text->bytes,
						 (size_t) text->length, "entities", json_names(text));
		if (line == NULL)
			refuse(id, "a text that is not UTF-8");
		json_dumpf(line, stdout, JSON_COMPACT);
		putchar('\n');
		json_decref(line);
	}
}
