/*
 * tagtexts.h
 *		Annotated texts for tagtrain: JSON lines and CoNLL columns.
 */
#ifndef NEWSEXT_TAGTEXTS_H
#define NEWSEXT_TAGTEXTS_H

#include "conll.h"

#include <stddef.h>
#include <stdint.h>

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
	Gold	*gold; /* in text order */
	uint32_t n_gold;
	uint32_t hash; /* of the bytes: which part of the texts it is in */
} Text;

typedef struct Texts
{
	Text  *list;
	size_t n;
} Texts;

/*
 * Reads FILE.jsonl or FILE.conll, with ":TIMES" behind it to have small sets
 * weigh more.  Ends the program with a line about what is wrong.
 *
 * A line of a .jsonl is {"text": ..., "entities": [{"start", "end", "type"}]},
 * offsets in code points.  A .conll is as conll.h says, with B-, I-, O labels.
 */
extern void texts_load(Texts *texts, const char *argument);

/*
 * Prints the texts as such JSON lines, numbered as "id", with the entities
 * that are names: PER, ORG, LOC and MISC.
 */
extern void texts_print(const Texts *texts);

#endif /* NEWSEXT_TAGTEXTS_H */
