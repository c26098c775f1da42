/*
 * mention_layout.c
 *		Names that the layout knows: datelines, bylines, contributors, holders
 *		of copyrights, labels of turns.
 */
#include "mention.h"

#include "reader.h"

#include <stdlib.h>

static void
know(KnownSpans *known, TextSpan span, MentionKind kind)
{
	if (span.start < span.end)
		*ARENA_PUSH(known->arena, known->list, known->n,
					known->capacity) = (KnownSpan){ span, kind };
}

static int
by_start(const void *left, const void *right)
{
	const KnownSpan *a = left;
	const KnownSpan *b = right;

	return a->span.start < b->span.start ? -1 : a->span.start > b->span.start;
}

void
mention_know_layout(KnownSpans *known, const Article *article)
{
	const FrontMatter *front = &article->front;

	known->arena = article->arena;
	know(known, front->dateline_place, MENTION_PLACE);
	know(known, front->agency, MENTION_ORG);
	know(known, front->contributor_org, MENTION_ORG);
	know(known, front->copyright_holder, MENTION_ORG);
	for (uint32_t i = 0; i < front->n_bylines; i++)
		know(known, front->bylines[i], MENTION_PERSON);
	for (uint32_t i = 0; i < front->n_contributors; i++)
		know(known, front->contributors[i], MENTION_PERSON);
	for (uint32_t p = 0; p < article->n_paragraphs; p++)
		know(known, article->paragraphs[p].label, MENTION_PERSON);
	if (known->n > 1)
		qsort(known->list, known->n, sizeof(KnownSpan), by_start);
}

/* "LONDON/KYIV", "DULUTH, Minn.": each place by itself. */
static void
add_places(MentionList *list, uint32_t first, uint32_t end, uint32_t p)
{
	const Article *article = list->article;
	uint32_t	   from = first;

	for (uint32_t i = first; i <= end; i++)
		if (i == end || token_is_mark(article, i, ',') ||
			token_is_mark(article, i, '/'))
		{
			if (i > from && mention_may_be(article, from))
				mention_add(list, from, i, MENTION_PLACE, p);
			from = i + 1;
		}
}

/* "(D-EAST HOLM)" behind a name: a party's letter and the place. */
static void
add_seat(MentionList *list, uint32_t i, uint32_t end, uint32_t p)
{
	const Article *article = list->article;
	uint32_t	   first = i + 3;
	uint32_t	   k = first;

	if (first >= end || !token_is_mark(article, i, '(') ||
		article->tokens[i + 2].kind != TOKEN_DASH)
		return;
	while (k < end && k - first < LONGEST_NAME && mention_may_be(article, k))
		k++;
	if (k > first && k < end && token_is_mark(article, k, ')'))
		mention_add(list, first, k, MENTION_PLACE, p);
}

/* "SEN. ANA RUIZ (D-X)": a speaker's label, without title and brackets. */
static void
add_speaker(MentionList *list, uint32_t first, uint32_t end, uint32_t p)
{
	const Article *article = list->article;
	NamePiece	   piece = { first, first, NAME_PERSON };

	while (piece.end < end && piece.end - first < LONGEST_NAME &&
		   mention_may_be(article, piece.end))
		piece.end++;
	if (piece.end == first || !mention_without_titles(article, &piece) ||
		article->tokens[piece.end - 1].end -
				article->tokens[piece.first].start <
			2)
		return;
	for (uint32_t i = piece.first; i < piece.end; i++)
		if (token_has(article, i,
					  LEX(LABEL) | LEX(ROLE) | LEX(ROLE_PLURAL) |
						  LEX(GROUP_NOUN) | LEX(PRON_SUBJ_1) |
						  LEX(DETERMINER)) &&
			!token_has(article, i, GIVEN | LEX(SURNAME)))
			return;
	mention_add(list, piece.first, piece.end, MENTION_PERSON, p);
	add_seat(list, piece.end, end, p);
}

/*
 * Takes the known span that begins at token i; returns its end, or i when
 * there is none.
 */
uint32_t
mention_read_known(MentionList *list, KnownSpans *known, uint32_t i,
				   uint32_t end, uint32_t p)
{
	const Article	*article = list->article;
	uint32_t		 start = article->tokens[i].start;
	const KnownSpan *span;
	uint32_t		 stop = i;

	while (known->next < known->n &&
		   known->list[known->next].span.start < start)
		known->next++;
	if (known->next >= known->n ||
		known->list[known->next].span.start != start)
		return i;
	span = &known->list[known->next];
	while (stop < end && article->tokens[stop].end <= span->span.end)
		stop++;
	if (stop == i)
		return i;
	if (span->kind == MENTION_PLACE)
		add_places(list, i, stop, p);
	else if (article->paragraphs[p].kind == PARAGRAPH_TURN)
		add_speaker(list, i, stop, p);
	else
		mention_add(list, i, stop, span->kind, p);
	return stop;
}
