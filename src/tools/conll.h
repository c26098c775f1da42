/*
 * conll.h
 *		Reads texts in CoNLL columns, for tagtrain and wordclusters.
 *
 * A file has "token<TAB>label" lines, an empty line behind a sentence, and
 * "# doc" lines before articles.  What is wrong with a file, or that it cannot
 * be read, ends the program with a line that says so.
 */
#ifndef NEWSEXT_CONLL_H
#define NEWSEXT_CONLL_H

#include <stddef.h>
#include <stdio.h>

typedef enum ConllLine
{
	CONLL_TOKEN,
	CONLL_EMPTY,
	CONLL_DOC,
	CONLL_END /* of the file */
} ConllLine;

typedef struct ConllReader
{
	const char *path;
	FILE	   *file;
	char	   *line;
	size_t		room;
	size_t		number; /* of the line, from 1 */
	/* of a CONLL_TOKEN; until the next line is read */
	const char *token;
	const char *label;
} ConllReader;

extern void		 conll_open(ConllReader *reader, const char *path);
extern ConllLine conll_next(ConllReader *reader);
extern void		 conll_close(ConllReader *reader);

#endif /* NEWSEXT_CONLL_H */
