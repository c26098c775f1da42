/*
 * mention.c
 *		Names in an article: finds the runs of words that may be names and
 *		makes mentions of what segment.c reads in them.
 *
 * A run begins with a capitalised word and goes on over capitalised words,
 * numbers and the small words that names are joined by ("of", "and", "van").
 * It never leaves its sentence.
 */
#include "mention.h"

#include "reader.h"

#include <string.h>

/* Small words in a row inside a run: "of the". */
#define MOST_JOINING 2

#define WORD_FLAGS (TOKEN_CAPITAL | TOKEN_MIXED_CASE)

static bool
may_be_name(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];

	return token->kind == TOKEN_WORD && (token->flags & WORD_FLAGS) != 0;
}

/* Words and marks that may stand inside a name. */
static bool
may_join(const Article *article, uint32_t i)
{
	const Token				*token = &article->tokens[i];
	static const char *const words[] = { "of", "and", "the", "for",
										 "on", "in",  "de",	 "at" };

	if (token->kind == TOKEN_POSSESSIVE)
		return true;
	if (token->kind == TOKEN_SINGLE_MARK)
		return !(token->flags & TOKEN_SPACE_BEFORE) && i > 0 &&
			article->tokens[i - 1].kind == TOKEN_WORD;
	if (token->kind == TOKEN_NUMBER)
		return true;
	if (token_is_mark(article, i, '&'))
		return true;
	if (token->kind != TOKEN_WORD)
		return false;
	if (token_has(article, i, LEX(NAME_PARTICLE)))
		return true;
	for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++)
		if (token_is(article, i, words[k]))
			return true;
	return false;
}

/* A name ends where a line or a sentence begins. */
static bool
begins_anew(const Article *article, uint32_t i)
{
	return (article->tokens[i].flags &
			(TOKEN_LINE_START | TOKEN_SENTENCE_START)) != 0;
}

/* "Acme, Inc." */
static bool
is_suffix_comma(const Article *article, uint32_t i, uint32_t end)
{
	return i + 1 < end && token_is_mark(article, i, ',') &&
		token_has(article, i + 1, LEX(ORG_SUFFIX)) &&
		article->tokens[i + 1].kind == TOKEN_WORD;
}

uint32_t
run_end(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t last = i;
	uint32_t limit = end - i > LONGEST_RUN ? i + LONGEST_RUN : end;

	if (!may_be_name(article, i) &&
		!(token_has(article, i, LEX(NAME_PARTICLE)) && i + 1 < limit &&
		  may_be_name(article, i + 1) && !begins_anew(article, i + 1)))
		return i;
	last = i + 1;
	for (uint32_t k = i + 1; k < limit && !begins_anew(article, k); k++)
	{
		if (may_be_name(article, k))
			last = k + 1;
		else if (article->tokens[k].kind == TOKEN_NUMBER)
		{
			if (k > last)
				break;
			last = k + 1;
		}
		else if (is_suffix_comma(article, k, limit))
			continue;
		else if (!may_join(article, k) || k >= last + MOST_JOINING)
			break;
	}
	return last;
}

/* ----------------------------------------------- what the article tells */

static void
see(NameContext *context, uint32_t token, uint32_t bit)
{
	uint32_t *bits = word_table_add(&context->seen,
									context->article->tokens[token].hash);

	if (bits)
		*bits |= bit;
}

static bool
is_initial(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];

	return (token->flags & TOKEN_CAPITAL) && token->end - token->start <= 2 &&
		(token->flags & TOKEN_INNER_STOP);
}

#define GIVEN (LEX(GIVEN_MALE) | LEX(GIVEN_FEMALE))

/* Evidence from one run [first, end) of capitalised words only. */
static void
see_words(NameContext *context, uint32_t first, uint32_t end,
		  uint32_t text_end)
{
	const Article *article = context->article;
	uint32_t	   last = end - 1;

	for (uint32_t i = first; i < end; i++)
		if (!begins_anew(article, i))
			see(context, i, SEEN_CAPITAL);
	if (end - first >= 2)
	{
		if (token_has(article, last - 1, LEX(TITLE)))
			see(context, last, SEEN_TITLED);
		else if (end - first <= 4 &&
				 (token_has(article, first, GIVEN) ||
				  is_initial(article, last - 1)) &&
				 !token_has(article, last,
							LEX(ORG_HEAD) | LEX(ORG_SUFFIX) | LEX(PLACE_HEAD)))
		{
			see(context, last, SEEN_SURNAME);
			see(context, first, SEEN_GIVEN);
		}
		if (token_has(article, last, LEX(ORG_HEAD) | LEX(ORG_SUFFIX)))
			see(context, first, SEEN_ORG);
	}
	else if (first > 0)
	{
		if (token_is(article, first - 1, "in") ||
			token_is(article, first - 1, "at"))
			see(context, first, SEEN_IN);
		if (token_is_mark(article, first - 1, '(') && end < text_end &&
			token_is_mark(article, end, ')'))
			see(context, first, SEEN_BRACKETS);
	}
	if ((end < text_end && token_has(article, end, LEX(CUE_SPEECH))) ||
		(first > 0 && token_has(article, first - 1, LEX(CUE_SPEECH)) &&
		 token_is(article, first - 1, "said")))
		see(context, last, SEEN_SPEAKING);
}

/* How capitals are used in tokens [first, end). */
static uint8_t
letters_of(const Article *article, uint32_t first, uint32_t end)
{
	uint32_t words = 0;
	uint32_t capital = 0;
	uint32_t capitals = 0;

	for (uint32_t i = first; i < end; i++)
	{
		const Token *token = &article->tokens[i];

		if (token->kind != TOKEN_WORD || token->end - token->start < 4)
			continue;
		words++;
		capital += (token->flags & TOKEN_CAPITAL) != 0;
		capitals += (token->flags & TOKEN_ALL_CAPITALS) != 0;
	}
	if (words >= 3 && capitals * 4 >= words * 3)
		return LETTERS_CAPITAL;
	if (words >= 4 && capital * 10 >= words * 8)
		return LETTERS_TITLE;
	return LETTERS_NORMAL;
}

void
name_context(NameContext *context, const Article *article)
{
	context->article = article;
	word_table_init(&context->seen, article->arena);
	context->letters = arena_alloc(article->arena, article->n_paragraphs + 1,
								   1);
	for (uint32_t p = 0; p < article->n_paragraphs; p++)
	{
		const Paragraph *paragraph = &article->paragraphs[p];
		uint32_t		 end = paragraph->token_end;

		arena_check(article->arena);
		context->letters[p] = letters_of(article, paragraph->token_start, end);
		if (context->letters[p] != LETTERS_NORMAL)
			continue;
		for (uint32_t i = paragraph->token_start; i < end;)
		{
			uint32_t k = i;

			if (may_be_name(article, i))
				do
					k++;
				while (k < end && k < i + LONGEST_RUN &&
					   may_be_name(article, k) && !begins_anew(article, k));
			if (k > i)
				see_words(context, i, k, end);
			i = k > i ? k : i + 1;
		}
	}
}

/* ------------------------------------------------------------- mentions */

typedef struct MentionList
{
	Article	   *article;
	NameContext names;
	uint32_t	capacity;
	uint32_t	sentence; /* the first that ends behind the last mention */
} MentionList;

static void
add_mention(MentionList *list, uint32_t first, uint32_t end, MentionKind kind,
			uint32_t paragraph)
{
	Article *article = list->article;
	Mention *mention = ARENA_PUSH(article->arena, article->mentions,
								  article->n_mentions, list->capacity);

	mention->token_start = first;
	mention->token_end = end;
	mention->span = token_span(article, first, end);
	mention->kind = kind;
	mention->paragraph = paragraph;
	mention->entity = NONE;
	mention->quotation = NONE;
	mention->sentence = NONE;
	while (list->sentence < article->n_sentences &&
		   article->sentences[list->sentence].token_end <= first)
		list->sentence++;
	if (list->sentence < article->n_sentences &&
		article->sentences[list->sentence].token_start <= first)
		mention->sentence = list->sentence;
}

/* "Russians", "the Chinese": people, not an adjective before its noun. */
static bool
is_people(const Article *article, uint32_t i, uint32_t end)
{
	if (token_has(article, i, LEX(GROUP)))
		return true;
	if (!token_has(article, i, LEX(DEMONYM)))
		return false;
	if (i + 1 < end && article->tokens[i + 1].kind == TOKEN_WORD &&
		!begins_anew(article, i + 1) &&
		((TAGBIT(article->tags[i + 1]) &
		  (TAGBIT(TAG_NOUN) | TAGBIT(TAG_PLURAL) | TAGBIT(TAG_ADJ) |
		   TAGBIT(TAG_PROPER))) ||
		 token_has(article, i + 1, LEX(CONJUNCTION))))
		return article->text[article->tokens[i].end - 1] == 's';
	return true;
}

static bool
has_class(const Article *article, uint32_t first, uint32_t end, LexClasses any)
{
	for (uint32_t i = first; i < end; i++)
		if (token_has(article, i, any))
			return true;
	return false;
}

static void
add_piece(MentionList *list, const NamePiece *piece, uint32_t paragraph,
		  uint32_t text_end)
{
	const Article *article = list->article;
	MentionKind	   kind;

	switch (piece->label)
	{
		case NAME_PERSON:
			kind = MENTION_PERSON;
			break;
		case NAME_ORG:
			kind = MENTION_ORG;
			break;
		case NAME_PLACE:
			kind = MENTION_PLACE;
			break;
		case NAME_MISC:
			if (has_class(article, piece->first, piece->end, LEX(EVENT_HEAD)))
				kind = MENTION_EVENT;
			else if (is_people(article, piece->end - 1, text_end))
				kind = MENTION_GROUP;
			else
				return;
			break;
		default:
			if (!is_people(article, piece->first, text_end))
				return;
			kind = MENTION_GROUP;
			break;
	}
	add_mention(list, piece->first, piece->end, kind, paragraph);
}

static void
read_tokens(MentionList *list, uint32_t p)
{
	const Article	*article = list->article;
	const Paragraph *paragraph = &article->paragraphs[p];
	NamePiece		 pieces[LONGEST_RUN];

	for (uint32_t i = paragraph->token_start; i < paragraph->token_end;)
	{
		MentionKind kind;
		uint32_t	end = amount_end(article, i, paragraph->token_end, &kind);
		uint32_t	n;

		if (end > i)
		{
			add_mention(list, i, end, kind, p);
			i = end;
			continue;
		}
		end = run_end(article, i, paragraph->token_end);
		if (end == i)
		{
			i++;
			continue;
		}
		n = segment_run(&list->names, i, end, p, pieces);
		for (uint32_t k = 0; k < n; k++)
			add_piece(list, &pieces[k], p, paragraph->token_end);
		i = end;
	}
}

void
mention_read(Article *article)
{
	MentionList list = { .article = article };

	name_context(&list.names, article);
	for (uint32_t p = 0; p < article->n_paragraphs; p++)
	{
		arena_check(article->arena);
		if (article->paragraphs[p].kind != PARAGRAPH_SEPARATOR)
			read_tokens(&list, p);
	}
	for (uint32_t m = 0; m < article->n_mentions; m++)
		article->mentions[m].title = title_beside(article, m);
}
