/*
 * conll.c
 *		Texts in CoNLL columns; see conll.h.
 */
#include "conll.h"

#include "memory.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

/* Treebanks write some signs as names of their own. */
static const char *
as_typed(const char *token)
{
	static const char *const signs[][2] = {
		{ "``", "\"" },	  { "''", "\"" },	{ "-LRB-", "(" },
		{ "-RRB-", ")" }, { "-LSB-", "[" }, { "-RSB-", "]" },
	};

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (strcmp(token, signs[i][0]) == 0)
			return signs[i][1];
	return token;
}

void
conll_open(ConllReader *reader, const char *path)
{
	memset(reader, 0, sizeof(*reader));
	reader->path = path;
	reader->file = fopen(path, "r");
	if (reader->file == NULL)
		err(1, "%s", path);
}

ConllLine
conll_next(ConllReader *reader)
{
	ssize_t length = getline(&reader->line, &reader->room, reader->file);
	char   *line = reader->line;
	char   *tab;

	if (length < 0)
	{
		if (ferror(reader->file))
			err(1, "%s", reader->path);
		return CONLL_END;
	}
	reader->number++;
	if (strlen(line) != (size_t) length)
		errx(1, "%s:%zu: a zero byte", reader->path, reader->number);
	line[strcspn(line, "\r\n")] = '\0';
	if (line[0] == '\0')
		return CONLL_EMPTY;
	if (strncmp(line, "# doc", 5) == 0)
		return CONLL_DOC;
	tab = strrchr(line, '\t');
	if (tab == NULL)
		errx(1, "%s:%zu: a line without a tab", reader->path, reader->number);
	*tab = '\0';
	reader->token = as_typed(line);
	reader->label = tab + 1;
	return CONLL_TOKEN;
}

void
conll_close(ConllReader *reader)
{
	free(reader->line);
	fclose(reader->file);
}
