/*
 * support.c
 *		Shared by the unit tests and the fuzzer; see support.h.
 */
#include "support.h"

#include "speaker.h"

#include <stdlib.h>
#include <string.h>

#define MAX_ARENAS 64

static Arena arenas[MAX_ARENAS];
static int	 n_arenas;

static void *
take_memory(void *ctx, size_t size)
{
	void *block = malloc(size);

	(void) ctx;
	if (block == NULL)
		abort();
	/* what is read before it is written shall not be zero by luck */
	memset(block, 0xA5, size);
	return block;
}

static void
give_memory(void *ctx, void *block)
{
	(void) ctx;
	free(block);
}

static const ArenaHost host = { take_memory, give_memory, NULL, NULL };

Arena *
test_arena(void)
{
	Arena *arena = &arenas[n_arenas++];

	if (n_arenas > MAX_ARENAS)
		abort();
	arena_init(arena, &host);
	return arena;
}

Article *
test_read_bytes(const char *bytes, size_t len)
{
	Arena *arena = test_arena();

	return reader_explain(arena, arena_copy(arena, bytes, len),
						  (uint32_t) len);
}

Article *
test_read(const char *text)
{
	return test_read_bytes(text, strlen(text));
}

Article *
test_tokens(const char *text)
{
	Arena	*arena = test_arena();
	Article *article = arena_alloc(arena, 1, sizeof(Article));

	article->arena = arena;
	article->text = text;
	article->length = (uint32_t) strlen(text);
	token_read(article);
	article_look_up(article);
	return article;
}

int
test_done(void **state)
{
	(void) state;
	while (n_arenas > 0)
		arena_free(&arenas[--n_arenas]);
	return 0;
}

const char *
test_span(const Article *article, TextSpan span)
{
	return arena_copy(article->arena, article->text + span.start,
					  span.end - span.start);
}

char *
test_repeat(const char *piece, size_t n, size_t *len)
{
	size_t size = strlen(piece);
	char  *text = malloc(size * n + 1);

	if (text == NULL)
		abort();
	for (size_t i = 0; i < n; i++)
		memcpy(text + i * size, piece, size);
	text[size * n] = '\0';
	*len = size * n;
	return text;
}

/* ------------------------------------------------------------- promises */

#define PROMISE(condition) \
	do \
	{ \
		if (!(condition)) \
			return #condition; \
	} while (0)

static bool
inside(const Article *article, TextSpan span)
{
	return span.start <= span.end && span.end <= article->length;
}

static bool
filled(const Article *article, TextSpan span)
{
	return inside(article, span) && span.start < span.end;
}

static const char *
broken_tokens(const Article *article)
{
	uint32_t end = 0;

	for (uint32_t i = 0; i < article->n_tokens; i++)
	{
		const Token *token = &article->tokens[i];

		PROMISE(token->start >= end);
		PROMISE(token->end > token->start);
		PROMISE(token->end <= article->length);
		PROMISE(token->kind <= TOKEN_PUNCTUATION);
		end = token->end;
	}
	return NULL;
}

static const char *
broken_paragraphs(const Article *article)
{
	uint32_t end = 0;
	uint32_t token = 0;

	for (uint32_t i = 0; i < article->n_paragraphs; i++)
	{
		const Paragraph *paragraph = &article->paragraphs[i];

		PROMISE(filled(article, paragraph->span));
		PROMISE(paragraph->span.start >= end);
		PROMISE(paragraph->kind < PARAGRAPH_KINDS);
		PROMISE(paragraph->token_start >= token);
		PROMISE(paragraph->token_start <= paragraph->text_token);
		PROMISE(paragraph->text_token <= paragraph->token_end);
		PROMISE(paragraph->token_end <= article->n_tokens);
		PROMISE(paragraph->sentence_start <= paragraph->sentence_end);
		PROMISE(paragraph->sentence_end <= article->n_sentences);
		PROMISE(inside(article, paragraph->label));
		end = paragraph->span.end;
		token = paragraph->token_end;
	}
	return NULL;
}

static const char *
broken_sentences(const Article *article)
{
	uint32_t end = 0;

	for (uint32_t i = 0; i < article->n_sentences; i++)
	{
		const Sentence *sentence = &article->sentences[i];

		PROMISE(filled(article, sentence->span));
		PROMISE(sentence->span.start >= end);
		PROMISE(sentence->paragraph < article->n_paragraphs);
		PROMISE(sentence->token_start < sentence->token_end);
		PROMISE(sentence->token_end <= article->n_tokens);
		end = sentence->span.end;
	}
	return NULL;
}

static const char *
broken_front(const Article *article)
{
	const FrontMatter *front = &article->front;

	PROMISE(inside(article, front->headline));
	PROMISE(inside(article, front->dateline_place));
	PROMISE(inside(article, front->agency));
	PROMISE(inside(article, front->contributor_org));
	PROMISE(inside(article, front->copyright_holder));
	PROMISE(inside(article, front->editors_note));
	PROMISE(inside(article, front->correction));
	PROMISE(front->month >= 0 && front->month <= 12);
	PROMISE(front->day >= 0 && front->day <= 31);
	for (uint32_t i = 0; i < front->n_bylines; i++)
		PROMISE(filled(article, front->bylines[i]));
	for (uint32_t i = 0; i < front->n_contributors; i++)
		PROMISE(filled(article, front->contributors[i]));
	return NULL;
}

static const char *
broken_mentions(const Article *article)
{
	uint32_t end = 0;

	for (uint32_t i = 0; i < article->n_mentions; i++)
	{
		const Mention *mention = &article->mentions[i];

		PROMISE(filled(article, mention->span));
		PROMISE(mention->span.start >= end);
		PROMISE(mention->kind < MENTION_KINDS);
		PROMISE(mention->token_start < mention->token_end);
		PROMISE(mention->token_end <= article->n_tokens);
		PROMISE(inside(article, mention->title));
		PROMISE(mention->paragraph < article->n_paragraphs);
		PROMISE(mention->sentence == NONE ||
				mention->sentence < article->n_sentences);
		PROMISE(mention->entity == NONE ||
				mention->entity < article->n_entities);
		PROMISE(mention->quotation == NONE ||
				mention->quotation < article->n_quotations);
		end = mention->span.end;
	}
	return NULL;
}

static const char *
broken_entities(const Article *article)
{
	for (uint32_t i = 0; i < article->n_entities; i++)
	{
		const Entity *entity = &article->entities[i];

		PROMISE(entity->name.bytes != NULL && entity->name.length > 0);
		PROMISE(entity->kind < MENTION_KINDS);
		PROMISE(entity->mentions > 0);
		PROMISE(entity->first_mention < article->n_mentions);
		PROMISE(article->mentions[entity->first_mention].entity == i);
	}
	return NULL;
}

static const char *
broken_marked(const Article *article)
{
	uint32_t end = 0;

	for (uint32_t i = 0; i < article->n_marked; i++)
	{
		const MarkedSpan *marked = &article->marked[i];

		PROMISE(marked->token_start >= end);
		PROMISE(marked->token_start <= marked->inner_start);
		PROMISE(marked->inner_start <= marked->inner_end);
		PROMISE(marked->inner_end <= marked->token_end);
		PROMISE(marked->token_end <= article->n_tokens);
		PROMISE(marked->paragraph < article->n_paragraphs);
		end = marked->token_end;
	}
	return NULL;
}

static const char *
broken_pieces(const Article *article, const TextSpan *spans, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
	{
		PROMISE(filled(article, spans[i]));
		PROMISE(i == 0 || spans[i].start >= spans[i - 1].end);
	}
	return NULL;
}

static const char *
broken_quotation(const Article *article, const Quotation *quotation)
{
	const char *broken;

	PROMISE(quotation->n_content > 0);
	broken = broken_pieces(article, quotation->content, quotation->n_content);
	if (broken == NULL)
		broken = broken_pieces(article, quotation->verbatim,
							   quotation->n_verbatim);
	if (broken != NULL)
		return broken;
	PROMISE((quotation->kind == QUOTE_INDIRECT) ==
			(quotation->n_verbatim == 0));
	PROMISE(inside(article, quotation->speaker_span));
	PROMISE(inside(article, quotation->cue));
	PROMISE(quotation->speaker_entity == NONE ||
			quotation->speaker_entity < article->n_entities);
	PROMISE(quotation->attribution <= ATTRIBUTION_NONE);
	PROMISE(quotation->confidence >= 0 && quotation->confidence <= 1);
	PROMISE(quotation->paragraph < article->n_paragraphs);
	PROMISE(!quotation->named || quotation->speaker.bytes != NULL);
	return NULL;
}

/* What was tried stands in the text, too. */
static const char *
broken_trials(const Article *article)
{
	for (uint32_t i = 0; i < article->n_trials; i++)
	{
		const Trial *trial = &article->trials[i];

		PROMISE(trial->at <= article->length);
		PROMISE(trial->rule < SPEAKER_RULES);
		PROMISE(inside(article, trial->cue));
		PROMISE(inside(article, trial->speaker));
		PROMISE(inside(article, trial->content));
	}
	return NULL;
}

static const char *
broken_quotations(const Article *article)
{
	uint32_t start = 0;

	for (uint32_t i = 0; i < article->n_quotations; i++)
	{
		const Quotation *quotation = &article->quotations[i];
		const char		*broken = broken_quotation(article, quotation);

		if (broken != NULL)
			return broken;
		PROMISE(quotation->content[0].start >= start);
		start = quotation->content[0].start;
	}
	return NULL;
}

const char *
test_broken_promise(const Article *article)
{
	static const char *(*const checks[])(const Article *) = {
		broken_tokens, broken_paragraphs, broken_sentences,
		broken_front,  broken_mentions,	  broken_entities,
		broken_marked, broken_quotations, broken_trials
	};

	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++)
	{
		const char *broken = checks[i](article);

		if (broken != NULL)
			return broken;
	}
	return NULL;
}
