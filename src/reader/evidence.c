/*
 * evidence.c
 *		What an article tells of its words before any name is read: which are
 *		written with a capital inside sentences, behind titles, before "said".
 *
 * A name that is hard to tell in one place is often plain in another.
 */
#include "mention.h"

#include "tagger.h"

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

/*
 * "Sexual Minorities Uganda (SMUG)": the letters in brackets at token i begin
 * the words before it, small words left out.
 */
static bool
is_acronym_behind(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];
	uint32_t	 letters = token->end - token->start;

	if (!(token->flags & TOKEN_ALL_CAPITALS) || letters < 2 || letters > 8)
		return false;
	for (uint32_t k = i - 1, steps = 0; k > 0 && steps < 2 * letters; steps++)
	{
		const Token *word = &article->tokens[--k];
		char		 c = article->text[word->start];

		if (c == article->text[token->start + letters - 1])
		{
			if (--letters == 0)
				return true;
		}
		else if (word->kind != TOKEN_WORD || (word->flags & TOKEN_CAPITAL))
			return false;
	}
	return false;
}

static bool
is_one_of(const Article *article, uint32_t i, const char *const *words)
{
	for (; *words; words++)
		if (token_is(article, i, *words))
			return true;
	return false;
}

/* Evidence from a capitalised word that stands alone. */
static void
see_word(NameContext *context, uint32_t i, uint32_t text_end)
{
	static const char *const in[] = { "in", "at", NULL };
	static const char *const from[] = { "from", "to", "near", NULL };
	const Article			*article = context->article;
	bool					 goes_on = i + 1 < text_end;

	if (goes_on && article->tokens[i + 1].kind == TOKEN_WORD &&
		!token_has(article, i + 1, LEX(CUE_SPEECH)) &&
		(TAGBIT(article->tags[i + 1]) &
		 (TAGBIT(TAG_NOUN) | TAGBIT(TAG_PLURAL))))
		see(context, i, SEEN_BIT(NOUN));
	if (i == 0 || begins_anew(article, i))
		return;
	if (is_one_of(article, i - 1, in))
		see(context, i, SEEN_BIT(IN));
	else if (is_one_of(article, i - 1, from))
		see(context, i, SEEN_BIT(FROM));
	else if (token_is(article, i - 1, "the"))
		see(context, i, SEEN_BIT(THE));
	else if (token_is_mark(article, i - 1, '(') && goes_on &&
			 token_is_mark(article, i + 1, ')'))
		see(context, i,
			SEEN_BIT(BRACKETS) |
				(is_acronym_behind(article, i) ? SEEN_BIT(ACRONYM) : 0));
}

/* Evidence from several capitalised words [first, end). */
static void
see_words(NameContext *context, uint32_t first, uint32_t end)
{
	const Article *article = context->article;
	uint32_t	   last = end - 1;

	if (token_has(article, last - 1, LEX(TITLE)))
		see(context, last, SEEN_BIT(TITLED));
	else if (end - first <= 4 &&
			 (token_has(article, first, GIVEN) ||
			  is_initial(article, last - 1)) &&
			 !token_has(article, last,
						LEX(ORG_HEAD) | LEX(ORG_SUFFIX) | LEX(PLACE_HEAD)))
	{
		see(context, last, SEEN_BIT(SURNAME));
		see(context, first, SEEN_BIT(GIVEN));
	}
	if (token_has(article, last, LEX(ORG_HEAD) | LEX(ORG_SUFFIX)))
		see(context, first, SEEN_BIT(ORG));
	if (first > 0 && !begins_anew(article, first) &&
		token_is(article, first - 1, "the"))
		see(context, first, SEEN_BIT(THE_LONG));
}

/* Evidence from one run [first, end) of capitalised words only. */
static void
see_run(NameContext *context, uint32_t first, uint32_t end, uint32_t text_end)
{
	const Article *article = context->article;
	uint32_t	   last = end - 1;
	uint32_t	   bits;

	for (uint32_t i = first; i < end; i++)
		if (!begins_anew(article, i))
			see(context, i, SEEN_BIT(CAPITAL));
	if (end - first >= 2)
		see_words(context, first, end);
	else
		see_word(context, first, text_end);
	if ((end < text_end && token_has(article, end, LEX(CUE_SPEECH))) ||
		(first > 0 && token_has(article, first - 1, LEX(CUE_SPEECH)) &&
		 token_is(article, first - 1, "said")))
		see(context, last, SEEN_BIT(SPEAKING));
	if (first > 0 && !begins_anew(article, first) &&
		token_has(article, first - 1, LEX(ROLE)))
		see(context, last, SEEN_BIT(ROLE));
	if (end + 1 < text_end && token_is_mark(article, end, ',') &&
		(article->tokens[end + 1].kind == TOKEN_NUMBER ||
		 token_is(article, end + 1, "who")))
		see(context, last, SEEN_BIT(AGED));
	if (end + 2 < text_end && article->tokens[end].kind == TOKEN_POSSESSIVE &&
		(token_has(article, end + 1, LEX(ROLE)) ||
		 token_has(article, end + 2, LEX(ROLE))))
		see(context, last, SEEN_BIT(OWNER));
	bits = apposition_at(article, end, text_end);
	if (first > 0 && !begins_anew(article, first))
		bits |= descriptor_before(article, first);
	if (bits)
		see(context, last, bits);
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
	context->model = &newsext_tagger;
	word_table_init(&context->seen, article->arena);
	word_table_init(&context->pieces, article->arena);
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

			if ((i & 0x3F) == 0)
				arena_check(article->arena);
			if (mention_may_be(article, i))
				do
					k++;
				while (k < end && k < i + LONGEST_RUN &&
					   mention_may_be(article, k) && !begins_anew(article, k));
			if (k > i)
				see_run(context, i, k, end);
			i = k > i ? k : i + 1;
		}
	}
}
