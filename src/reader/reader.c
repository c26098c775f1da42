/*
 * reader.c
 *		Reads one article: calls the stages in order.
 */
#include "reader.h"

/* Marks the mentions that stand inside a quotation's content. */
static void
place_mentions(Article *article)
{
	uint32_t m = 0;

	for (uint32_t i = 0; i < article->n_mentions; i++)
		article->mentions[i].quotation = NONE;
	/*
	 * Quotations are in the order of their first pieces and hardly overlap,
	 * so mentions before a quotation's first piece are done with.
	 */
	for (uint32_t q = 0; q < article->n_quotations; q++)
	{
		const Quotation *quotation = &article->quotations[q];

		while (m < article->n_mentions &&
			   article->mentions[m].span.start < quotation->content[0].start)
			m++;
		for (uint32_t i = m, piece = 0;
			 i < article->n_mentions && piece < quotation->n_content;)
		{
			Mention *mention = &article->mentions[i];

			if (mention->span.start >= quotation->content[piece].end)
				piece++;
			else
			{
				if (mention->span.start >= quotation->content[piece].start &&
					mention->span.end <= quotation->content[piece].end &&
					mention->quotation == NONE)
					mention->quotation = q;
				i++;
			}
		}
	}
}

Article *
reader_read(Arena *arena, const char *text, uint32_t len)
{
	Article *article = arena_alloc(arena, 1, sizeof(Article));

	article->arena = arena;
	article->text = text;
	article->length = len;
	token_read(article);
	layout_read(article);
	sentence_read(article);
	syntax_read(article);
	mention_read(article);
	entity_read(article);
	quotation_read(article);
	outline_read(article);
	attribution_read(article);
	reported_read(article);
	place_mentions(article);
	return article;
}
