/*
 * mention_run.c
 *		Finds the runs of words that may be names.
 *
 * A run begins with a capitalised word and goes on over capitalised words,
 * numbers and the small words that names are joined by ("of", "and", "van").
 * It never leaves its sentence.
 */
#include "mention.h"

/* Small words in a row inside a run: "of the". */
#define MOST_JOINING 2

#define SHORTEST_SMALL_NAME 4 /* bytes */

/*
 * "i moved to chicago": a name that is no common word, in small letters.
 * Shorter ones are left out, they are words of other languages.
 */
bool
mention_is_small(const Article *article, uint32_t i)
{
	const Token	   *token = &article->tokens[i];
	const LexEntry *entry;

	if (token->kind != TOKEN_WORD || (token->flags & WORD_FLAGS) ||
		token->end - token->start < SHORTEST_SMALL_NAME)
		return false;
	entry = token_entry(article, i);
	return (entry->classes & SMALL_NAMES) && !(entry->classes & LEX(COMMON)) &&
		!entry->tags;
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

/* "Suk-yeol": a hyphen and the small second half of a given name. */
static bool
is_tail(const Article *article, uint32_t i, uint32_t end)
{
	const Token *tokens = article->tokens;

	if (i == 0 || i + 1 >= end || tokens[i].kind != TOKEN_DASH ||
		tokens[i + 1].kind != TOKEN_WORD ||
		((tokens[i].flags | tokens[i + 1].flags) & TOKEN_SPACE_BEFORE) ||
		(tokens[i + 1].flags & (TOKEN_CAPITAL | TOKEN_HAS_HYPHEN)))
		return false;
	if (!token_entry(article, i + 1)->tags)
		return true;
	/* "kin" and "ting" are words too, but stand behind a surname here */
	return tokens[i + 1].end - tokens[i + 1].start <= 4 && i > 1 &&
		mention_may_be(article, i - 2) &&
		!(TAGBIT(token_entry(article, i + 1)->best_tag) & TAGS_VERB);
}

/* "Acme, Inc." */
static bool
is_suffix_comma(const Article *article, uint32_t i, uint32_t end)
{
	return i + 1 < end && token_is_mark(article, i, ',') &&
		token_has(article, i + 1, LEX(ORG_SUFFIX)) &&
		article->tokens[i + 1].kind == TOKEN_WORD;
}

/*
 * "Ruiz said in Vila Thursday": a time ends the run before it, but "Black
 * Friday" and the given names April, May and June stay in theirs.
 */
static bool
is_time(const Article *article, uint32_t i, uint32_t end)
{
	if (token_has(article, i, LEX(WEEKDAY)))
		return !token_has(article, i - 1, LEX(COMMON)) ||
			token_has(article, i - 1, LEX(PREPOSITION));
	return token_has(article, i, LEX(MONTH)) &&
		((i + 1 < end && article->tokens[i + 1].kind == TOKEN_NUMBER) ||
		 !token_has(article, i, LEX(COMMON) | GIVEN));
}

/* "In 2019": the number behind a preposition that begins the sentence. */
static bool
is_behind_opening(const Article *article, uint32_t first, uint32_t i)
{
	return i == first + 1 && begins_anew(article, first) &&
		token_has(article, first, LEX(PREPOSITION));
}

uint32_t
run_end(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t last = i;
	uint32_t limit = end - i > LONGEST_RUN ? i + LONGEST_RUN : end;

	if (!mention_may_be(article, i) && !mention_is_small(article, i) &&
		!(token_has(article, i, LEX(NAME_PARTICLE)) && i + 1 < limit &&
		  mention_may_be(article, i + 1) && !begins_anew(article, i + 1)))
		return i;
	last = i + 1;
	for (uint32_t k = i + 1; k < limit && !begins_anew(article, k); k++)
	{
		if (mention_may_be(article, k) || mention_is_small(article, k))
		{
			if (is_time(article, k, end))
				break;
			last = k + 1;
		}
		else if (article->tokens[k].kind == TOKEN_NUMBER)
		{
			if (k > last || is_behind_opening(article, i, k))
				break;
			last = k + 1;
		}
		else if (is_tail(article, k, limit))
		{
			k++;
			last = k + 1;
			/* it ends a person's name: "Yau Wai-ching of the union" */
			if (last < limit && !mention_may_be(article, last))
				break;
		}
		else if (is_suffix_comma(article, k, limit))
			continue;
		else if (!may_join(article, k) || k >= last + MOST_JOINING)
			break;
	}
	return last;
}
