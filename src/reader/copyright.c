/*
 * copyright.c
 *		Copyright lines: the year and who holds it.
 */
#include "layout.h"

/* Tokens of the longest paragraph of this kind. */
#define LONGEST_COPYRIGHT 160

static bool
is_holder_word(const Article *article, uint32_t i)
{
	return article->tokens[i].kind == TOKEN_WORD &&
		(article->tokens[i].flags & (TOKEN_CAPITAL | TOKEN_MIXED_CASE));
}

/* The tokens of "Copyright", "©", "Copyright (c)" at i; 0 for none. */
static uint32_t
copyright_words(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t k = i;

	/* ™ & © */
	while (k + 1 < end && k < i + 3 && !layout_glyph(article, k, "©") &&
		   article->tokens[k].kind == TOKEN_PUNCTUATION &&
		   !token_is_mark(article, k, '('))
		k++;
	if (k > i)
		return layout_glyph(article, k, "©") ? k + 1 - i : 0;
	if (k < end && token_is_mark(article, k, '('))
	{
		if (k + 2 < end && token_is(article, k + 1, "c") &&
			token_is_mark(article, k + 2, ')'))
			return 3;
		return 0;
	}
	if (token_is(article, k, "copyright") &&
		(article->tokens[k].flags & TOKEN_CAPITAL))
		k++;
	if (k < end && layout_glyph(article, k, "©"))
		k++;
	else if (k + 2 < end && k > i && token_is_mark(article, k, '(') &&
			 token_is(article, k + 1, "c"))
		k += 3;
	return k - i;
}

/* The value of token i when it is a year, also the last of "2019-2026". */
static int
year_of(const Article *article, uint32_t i)
{
	const Token *token = &article->tokens[i];
	uint32_t	 length = token->end - token->start;
	const char	*last = article->text + token->end - 4;
	int			 year = 0;

	if (token->kind != TOKEN_NUMBER || (length != 4 && length != 9))
		return 0;
	for (int k = 0; k < 4; k++)
	{
		if (last[k] < '0' || last[k] > '9')
			return 0;
		year = year * 10 + last[k] - '0';
	}
	return year >= 1900 && year <= 2199 ? year : 0;
}

/* The holder: capitalised words from i, with what joins them. */
static uint32_t
holder_end(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t last = i;

	for (uint32_t k = i; k < end && k < i + 14; k++)
	{
		const Token *token = &article->tokens[k];

		if (is_holder_word(article, k))
		{
			if (k > i && layout_words(article, k, end, "all rights"))
				break;
			last = k + 1;
		}
		else if (token_is_mark(article, k, ',') ||
				 token_is_mark(article, k, '.'))
		{
			/* "Post Media, Inc.": only what cannot be a sentence */
			if (k + 1 < end && k > i &&
				token_has(article, k + 1, LEX(ORG_SUFFIX)))
				continue;
			break;
		}
		else if (!token_is(article, k, "of") && !token_is(article, k, "the") &&
				 !token_is(article, k, "and") && !token_is(article, k, "&") &&
				 token->kind != TOKEN_POSSESSIVE &&
				 !(token->kind == TOKEN_NUMBER && year_of(article, k) == 0) &&
				 !(token->kind == TOKEN_DASH &&
				   !(token->flags & TOKEN_SPACE_BEFORE)) &&
				 !(token->kind == TOKEN_ADDRESS && k == i))
			break;
		else if (token->kind == TOKEN_ADDRESS || token->kind == TOKEN_NUMBER)
			last = k + 1;
	}
	return last;
}

/* "All rights reserved." and its long forms, as a paragraph of their own. */
static bool
is_rights_line(const Article *article, uint32_t first, uint32_t end)
{
	return layout_words(article, first, end, "all rights reserved") ||
		layout_words(article, first, end, "this material may not be") ||
		layout_words(article, first, end, "all content copyright");
}

static bool
has_slash(const Article *article, uint32_t i, uint32_t end)
{
	for (; i < end; i++)
		if (token_is_mark(article, i, '/'))
			return true;
	return false;
}

bool
copyright_read(Layout *layout, uint32_t p)
{
	const Article *article = layout->article;
	FrontMatter	  *front = &layout->article->front;
	uint32_t	   first = article->paragraphs[p].token_start;
	uint32_t	   end = article->paragraphs[p].token_end;
	uint32_t	   at;
	uint32_t	   stop;
	int			   year = 0;
	bool		   wire = false;
	TextSpan	   holder = { 0, 0 };

	if (end - first > LONGEST_COPYRIGHT)
		return false;
	if (is_rights_line(article, first, end))
		return true;
	at = copyright_words(article, first, end);
	if (at == 0 || at == end - first)
		return false;
	for (at += first; at < end && at < first + 20; at++)
	{
		if (year_of(article, at) > 0)
			year = year_of(article, at);
		else if (is_holder_word(article, at) && holder.end == 0 &&
				 !layout_words(article, at, end, "all rights"))
		{
			if (token_is(article, at, "by") && at + 1 < end)
				continue;
			if (token_is(article, at, "the") && at + 1 < end)
				at++;
			stop = holder_end(article, at, end);
			holder = token_span(article, at, stop);
			dateline_agency(article, at, stop, &wire);
			at = stop > at ? stop - 1 : at;
		}
		else if (article->tokens[at].kind == TOKEN_STOP)
			break;
		else if (article->tokens[at].kind == TOKEN_WORD &&
				 !token_is(article, at, "by") && !token_is(article, at, "the"))
			break;
	}
	/* "© Dana Reyes/City Wire" is a picture's */
	if (year == 0 && has_slash(article, first, end))
		return false;
	/* "Copyright lawyers met": neither a year nor the mark */
	if (year == 0 && article->tokens[first].kind == TOKEN_WORD &&
		!(first + 1 < end && layout_glyph(article, first + 1, "©")) &&
		!layout_words(article, end - 4 > first ? end - 4 : first, end,
					  "all rights reserved"))
		return false;
	if (front->copyright_year == 0 && front->copyright_holder.end == 0)
	{
		front->copyright_year = year;
		front->copyright_holder = holder;
		front->is_wire |= wire;
	}
	return true;
}
