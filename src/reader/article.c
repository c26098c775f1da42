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

/* A word with a capital anywhere is written as names are: al-Qaida, iPhone. */
#define WRITTEN_AS_NAME (TOKEN_CAPITAL | TOKEN_MIXED_CASE)

static LexClasses
as_written(LexClasses classes, uint16_t first, uint16_t last)
{
	if (!(first & WRITTEN_AS_NAME) ||
		!(last & (WRITTEN_AS_NAME | TOKEN_HAS_DIGIT)))
		classes &= ~only_capital;
	if (!(first & last & TOKEN_ALL_CAPITALS))
		classes &= ~only_all_capitals;
	return classes;
}

/*
 * The folded text of a token.  A known word is its key, but for a clitic,
 * whose apostrophe may be written otherwise, and an address, which is not only
 * the word that it begins with.
 */
static size_t
fold_token(const Article *article, uint32_t i, char *out, size_t capacity)
{
	const Token	   *token = &article->tokens[i];
	const LexEntry *entry = token_entry(article, i);
	char			first = unicode_small(article->text[token->start]);

	if (entry == &lexicon_none || token->kind != TOKEN_WORD || first < 'a' ||
		first > 'z' || entry->key_length > capacity)
		return unicode_fold_string(article->text + token->start,
								   token->end - token->start, out, capacity);
	memcpy(out, lexicon_string(entry->key), entry->key_length);
	return entry->key_length;
}

/* The phrases that begin at token i, whose first word begins some. */
static void
find_phrases(Article *article, uint32_t i, uint32_t *capacity)
{
	const Token *tokens = article->tokens;
	uint32_t	 limit = token_entry(article, i)->phrase_words;
	char		 key[LONGEST_PHRASE];
	size_t		 len;
	uint32_t	 hash;

	len = fold_token(article, i, key, sizeof(key));
	hash = unicode_hash(UNICODE_HASH_START, key, len);
	for (uint32_t n = 2; n <= limit && i + n <= article->n_tokens; n++)
	{
		const Token	   *token = &tokens[i + n - 1];
		const LexEntry *entry;
		size_t			before = len;

		if (len + 1 + (token->end - token->start) * 2 > sizeof(key))
			break;
		key[len++] = ' ';
		len += fold_token(article, i + n - 1, key + len, sizeof(key) - len);
		hash = unicode_hash(hash, key + before, len - before);
		entry = lexicon_find(hash, key, len);
		if (entry == NULL)
			break; /* nor does a longer one begin so */
		if (entry->classes)
		{
			TokenPhrase *phrase = ARENA_PUSH(article->arena, article->phrases,
											 article->n_phrases, *capacity);

			phrase->entry = lexicon_index(entry);
			phrase->words = n;
		}
	}
}

void
article_look_up(Article *article)
{
	uint32_t capacity = 0;

	article->classes = arena_alloc(article->arena, article->n_tokens + 1,
								   sizeof(LexClasses));
	article->first_phrase = arena_alloc(article->arena, article->n_tokens + 1,
										sizeof(uint32_t));
	for (uint32_t i = 0; i < article->n_tokens; i++)
	{
		const Token	   *token = &article->tokens[i];
		const LexEntry *entry = token_entry(article, i);

		if ((i & 0xFFF) == 0)
			arena_check(article->arena);
		article->first_phrase[i] = article->n_phrases;
		if (entry == &lexicon_none)
			continue;
		article->classes[i] = as_written(entry->classes, token->flags,
										 token->flags);
		if (entry->phrase_words > 1)
			find_phrases(article, i, &capacity);
	}
	article->first_phrase[article->n_tokens] = article->n_phrases;
}

bool
token_is_folded(const Article *article, uint32_t i, const char *word, size_t n)
{
	const Token *token = &article->tokens[i];
	const char	*bytes = article->text + token->start;
	size_t		 len = token->end - token->start;
	char		 folded[64];

	if (len < n || len > n * 4 + 4)
		return false;
	/* letter by letter; only what is not ASCII must be folded first */
	for (size_t k = 0; (unsigned char) bytes[k] < 0x80; k++)
	{
		if (k == n || unicode_small(bytes[k]) != word[k])
			return false;
		if (k + 1 == len)
			return len == n;
	}
	len = unicode_fold_string(bytes, len, folded, sizeof(folded));
	return len == n && memcmp(folded, word, n) == 0;
}

const LexEntry *
token_phrase(const Article *article, uint32_t i, uint32_t end, LexClasses any,
			 uint32_t *words)
{
	for (uint32_t p = article->first_phrase[i + 1];
		 p > article->first_phrase[i]; p--)
	{
		const TokenPhrase *phrase = &article->phrases[p - 1];
		const LexEntry	  *entry = lexicon_entry(phrase->entry);

		if (i + phrase->words <= end &&
			(as_written(entry->classes, article->tokens[i].flags,
						article->tokens[i + phrase->words - 1].flags) &
			 any))
		{
			*words = phrase->words;
			return entry;
		}
	}
	*words = token_has(article, i, any) ? 1 : 0;
	return *words ? token_entry(article, i) : NULL;
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

uint32_t
paragraph_from(const Article *article, uint32_t token)
{
	uint32_t low = 0;
	uint32_t high = article->n_paragraphs;

	while (low < high)
	{
		uint32_t middle = low + (high - low) / 2;

		if (article->paragraphs[middle].token_end <= token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
