/*
 * sentence.c
 *		Sentence boundaries inside each paragraph.
 *
 * A sentence ends at a stop, with the closing marks and brackets behind it,
 * when what follows can begin one.  The questions are the usual ones: is the
 * full stop part of an abbreviation or an initial, and does a stop inside a
 * quotation end the sentence around it.  Sentences never cross paragraphs.
 */
#include "reader.h"

#define STARTS_SENTENCE \
	(LEX(DETERMINER) | LEX(PRON_SUBJ_M) | LEX(PRON_SUBJ_F) | \
	 LEX(PRON_SUBJ_PL) | LEX(PRON_SUBJ_1) | LEX(PRON_OTHER) | \
	 LEX(POSSESSIVE) | LEX(SUBORDINATOR) | LEX(COMPLEMENTIZER) | \
	 LEX(CONJUNCTION) | LEX(PREPOSITION) | LEX(ADVERB) | LEX(AUXILIARY))

/* Words between a quotation's end and its cue at most: "?” Mayor Ana Ruiz
 * asked" */
#define SPEAKER_WORDS 6
/* Tokens of a signature behind a quotation, dash included, at most */
#define SIGNATURE_WORDS 14

static bool
is_closing(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];

	if (token->kind == TOKEN_DOUBLE_MARK || token->kind == TOKEN_SINGLE_MARK)
	{
		/* room on one side only says more than the glyph: '' opens too */
		if ((token->flags & TOKEN_SPACE_BEFORE) &&
			!(token->flags & TOKEN_SPACE_AFTER))
			return false;
		return token->mark != FACING_OPEN ||
			!(token->flags & TOKEN_SPACE_BEFORE);
	}
	return token->mark == ')' || token->mark == ']';
}

/* An opening mark, bracket or bullet that may stand before a first word. */
static bool
is_opening(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];

	return token->kind == TOKEN_DOUBLE_MARK ||
		token->kind == TOKEN_SINGLE_MARK || token->mark == '(' ||
		token->mark == '[' || token->kind == TOKEN_DASH;
}

/*
 * “Why now?” Mayor Ana Ruiz asked.: the words behind the closing mark are the
 * attribution of the quotation before it, not a sentence of their own.  Behind
 * a full stop only when they are all there is (whole).
 */
static bool
is_attribution(const Article *article, uint32_t i, uint32_t end, bool whole)
{
	uint32_t last = i + SPEAKER_WORDS < end ? i + SPEAKER_WORDS : end;

	for (uint32_t k = i; k < last; k++)
	{
		if (article->tokens[k].kind != TOKEN_WORD)
			return false;
		if (k > i && token_has(article, k, LEX(CUE_SPEECH)))
			return k + 1 >= end || article->tokens[k + 1].kind == TOKEN_STOP ||
				(!whole &&
				 (token_is_mark(article, k + 1, ',') ||
				  !(article->tokens[k + 1].flags & TOKEN_CAPITAL)));
		if (token_has(article, k, LEX(AUXILIARY) | LEX(MODAL)))
			return false;
	}
	return false;
}

/*
 * Whether the word with a full stop of its own at i ends a sentence, given
 * that a word that may begin one stands at next.
 */
static bool
abbreviation_ends(const Article *article, uint32_t i, uint32_t next)
{
	const Token *token = &article->tokens[i];
	LexClasses	 classes = token_entry(article, i)->classes;
	LexClasses	 after = token_entry(article, next)->classes;
	uint32_t	 length = token->end - token->start;

	if (classes & (LEX(TITLE) | LEX(HONORIFIC)))
		return false;
	/* an initial: "J. Smith"; also of "U.S. President" unless a plain
	 * sentence word follows */
	if (length == 2 && !(after & STARTS_SENTENCE))
		return false;
	if (classes & LEX(MONTH))
		return article->tokens[next].kind == TOKEN_WORD &&
			(after & STARTS_SENTENCE);
	if (article->tokens[next].kind != TOKEN_WORD)
		return article->tokens[next].kind != TOKEN_NUMBER;
	return (after & STARTS_SENTENCE) != 0 ||
		(classes & (LEX(ORG_SUFFIX) | LEX(TIME_WORD))) != 0;
}

/* '"..." -- Ana Ruiz, mayor': a dash and a name up to the paragraph's end */
static bool
is_signature(const Article *article, uint32_t i, uint32_t end)
{
	return article->tokens[i].kind == TOKEN_DASH && i + 1 < end &&
		end - i <= SIGNATURE_WORDS &&
		article->tokens[i + 1].kind == TOKEN_WORD &&
		(article->tokens[i + 1].flags & TOKEN_CAPITAL) &&
		article->tokens[end - 1].kind != TOKEN_STOP;
}

/*
 * Whether a sentence ends with token i.  *after gets the first token behind
 * the closing marks.
 */
static bool
ends_at(const Article *article, uint32_t i, uint32_t end, uint32_t *after)
{
	const Token *token = &article->tokens[i];
	bool		 stop = token->kind == TOKEN_STOP;
	bool		 closed = false;
	uint32_t	 next = i + 1;
	uint32_t	 first;

	if (!stop &&
		!((token->flags & TOKEN_INNER_STOP) &&
		  article->text[token->end - 1] == '.'))
		return false;
	while (next < end && is_closing(article, next))
	{
		closed |= article->tokens[next].kind != TOKEN_PUNCTUATION;
		next++;
	}
	*after = next;
	if (next >= end)
		return true;
	if (!(article->tokens[next].flags & TOKEN_SPACE_BEFORE))
	{
		/* "end.Next" without a space */
		if (closed || !stop || token->mark != '.' ||
			!(article->tokens[next].flags & TOKEN_CAPITAL) ||
			article->tokens[next].end - article->tokens[next].start < 2)
			return false;
	}
	if (closed && is_signature(article, next, end))
		return false;
	first = next;
	while (first + 1 < end && first < next + 3 && is_opening(article, first))
		first++;
	if (article->tokens[first].kind == TOKEN_WORD &&
		!(article->tokens[first].flags & TOKEN_CAPITAL))
		return false;
	if (article->tokens[first].kind > TOKEN_ADDRESS &&
		article->tokens[first].kind != TOKEN_STOP &&
		article->tokens[first].mark != '$')
		return false;
	if (!stop)
		return abbreviation_ends(article, i, first);
	/* an ellipsis only pauses before a number or name */
	if (token->mark != '.' && token->mark != '!' && token->mark != '?')
		return article->tokens[first].kind == TOKEN_WORD;
	if (closed && is_attribution(article, first, end, token->mark == '.'))
		return false;
	return true;
}

static bool
is_running_text(ParagraphKind kind)
{
	return kind != PARAGRAPH_SEPARATOR;
}

static void
add_sentence(Article *article, uint32_t *capacity, uint32_t paragraph,
			 uint32_t first, uint32_t end)
{
	Sentence *sentence;

	sentence = ARENA_PUSH(article->arena, article->sentences,
						  article->n_sentences, *capacity);
	sentence->paragraph = paragraph;
	sentence->token_start = first;
	sentence->token_end = end;
	sentence->span = token_span(article, first, end);
	for (uint32_t i = first; i < end; i++)
	{
		if (article->tokens[i].kind <= TOKEN_ADDRESS)
		{
			article->tokens[i].flags |= TOKEN_SENTENCE_START;
			break;
		}
	}
}

void
sentence_read(Article *article)
{
	uint32_t capacity = 0;

	for (uint32_t p = 0; p < article->n_paragraphs; p++)
	{
		Paragraph *paragraph = &article->paragraphs[p];
		uint32_t   first = paragraph->text_token;
		uint32_t   end = paragraph->token_end;

		paragraph->sentence_start = article->n_sentences;
		for (uint32_t i = first; i < end && is_running_text(paragraph->kind);
			 i++)
		{
			uint32_t after;

			if ((i & 0xFFF) == 0)
				arena_check(article->arena);
			if (ends_at(article, i, end, &after))
			{
				add_sentence(article, &capacity, p, first, after);
				first = after;
				i = after - 1;
			}
		}
		if (first < end && is_running_text(paragraph->kind))
			add_sentence(article, &capacity, p, first, end);
		paragraph->sentence_end = article->n_sentences;
	}
}
