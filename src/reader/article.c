/*
 * article.c
 *		Questions about the tokens of an article; see article.h.
 */
#include "article.h"

#include "unicode.h"

#include <string.h>

enum Written
{
	ANY,
	CAP,
	UP
};

#define X(name, written) (written == CAP ? LEX(name) : 0) |
static const LexClasses only_capital = LEXCLASS_LIST(X) 0;
#undef X
#define X(name, written) (written == UP ? LEX(name) : 0) |
static const LexClasses only_all_capitals = LEXCLASS_LIST(X) 0;
#undef X

/* Longest folded phrase of the lexicon, bytes. */
#define LONGEST_PHRASE 200

static LexClasses
as_written(LexClasses classes, uint16_t first, uint16_t last)
{
	if (!(first & TOKEN_CAPITAL) ||
		!(last & (TOKEN_CAPITAL | TOKEN_HAS_DIGIT)))
		classes &= ~only_capital;
	if (!(first & last & TOKEN_ALL_CAPITALS))
		classes &= ~only_all_capitals;
	return classes;
}

LexClasses
token_classes(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];

	if (!token->entry)
		return 0;
	return as_written(lexicon_entry(token->entry)->classes, token->flags,
					  token->flags);
}

bool
token_is(const Article *article, uint32_t i, const char *word)
{
	const Token *token = &article->tokens[i];
	const char	*bytes = article->text + token->start;
	size_t		 len = token->end - token->start;
	size_t		 n = strlen(word);
	char		 folded[64];

	if (len < n || len > n * 4 + 4)
		return false;
	if (len == n)
	{
		size_t k = 0;

		while (k < n)
		{
			char c = bytes[k];

			if (c >= 'A' && c <= 'Z')
				c |= 0x20;
			if (c != word[k])
				break;
			k++;
		}
		if (k == n)
			return true;
	}
	len = unicode_fold_string(bytes, len, folded, sizeof(folded));
	return len == n && memcmp(folded, word, n) == 0;
}

const LexEntry *
token_phrase(const Article *article, uint32_t i, uint32_t end, LexClasses any,
			 uint32_t *words)
{
	const Token	   *tokens = article->tokens;
	const LexEntry *first = token_entry(article, i);
	const LexEntry *best = NULL;
	char			key[LONGEST_PHRASE];
	size_t			len;
	uint32_t		limit = first->phrase_words;

	*words = 0;
	if (token_classes(article, i) & any)
	{
		best = first;
		*words = 1;
	}
	if (limit < 2)
		return best;
	len = unicode_fold_string(article->text + tokens[i].start,
							  tokens[i].end - tokens[i].start, key,
							  sizeof(key));
	for (uint32_t n = 2; n <= limit && i + n <= end; n++)
	{
		const Token	   *token = &tokens[i + n - 1];
		const LexEntry *entry;

		if (len + 1 + (token->end - token->start) * 2 > sizeof(key))
			break;
		key[len++] = ' ';
		len += unicode_fold_string(article->text + token->start,
								   token->end - token->start, key + len,
								   sizeof(key) - len);
		entry = lexicon_find(unicode_hash(UNICODE_HASH_START, key, len), key,
							 len);
		if (entry &&
			(as_written(entry->classes, tokens[i].flags, token->flags) & any))
		{
			best = entry;
			*words = n;
		}
	}
	return best;
}

uint32_t
token_at(const Article *article, uint32_t byte)
{
	uint32_t low = 0;
	uint32_t high = article->n_tokens;

	while (low < high)
	{
		uint32_t middle = low + (high - low) / 2;

		if (article->tokens[middle].start < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint32_t
mention_from(const Article *article, uint32_t token)
{
	uint32_t low = 0;
	uint32_t high = article->n_mentions;

	while (low < high)
	{
		uint32_t middle = low + (high - low) / 2;

		if (article->mentions[middle].token_end <= token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
