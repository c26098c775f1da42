/*
 * reader.c
 *		Reads one article: calls the stages in order.
 */
#include "reader.h"

#include "unicode.h"

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

		if ((q & 0xFF) == 0)
			arena_check(article->arena);
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

static Article *
read_stages(Arena *arena, const char *text, uint32_t len, bool explains)
{
	static void (*const stages[])(Article *) = {
		token_read,	  article_look_up,	layout_read,   sentence_read,
		syntax_read,  mention_read,		entity_read,   quotation_read,
		outline_read, attribution_read, reported_read, place_mentions
	};
	Article *article = arena_alloc(arena, 1, sizeof(Article));

	article->arena = arena;
	article->text = text;
	article->length = len;
	article->explains = explains;
	for (size_t i = 0; i < sizeof(stages) / sizeof(stages[0]); i++)
	{
		/* a stage that finds little may end without having asked */
		arena_check(arena);
		stages[i](article);
	}
	return article;
}

Article *
reader_read(Arena *arena, const char *text, uint32_t len)
{
	return read_stages(arena, text, len, false);
}

Article *
reader_explain(Arena *arena, const char *text, uint32_t len)
{
	return read_stages(arena, text, len, true);
}

uint32_t
reader_checksum(void)
{
	const uint32_t sums[] = { lexicon_checksum(), tagger_checksum(),
							  pronoun_checksum(), ending_checksum(),
							  report_checksum(),  sureness_checksum() };

	return unicode_hash(UNICODE_HASH_START, (const char *) sums, sizeof(sums));
}
