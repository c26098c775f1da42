/*
 * lists.c
 *		Items of lists: bullets, numbers, the times of a live blog.
 *
 * A glyph that is used for nothing else, or a time with a dash behind it, is
 * enough by itself.  A dash also opens speech and signatures, and a number a
 * sentence, so these must come twice.
 */
#include "layout.h"

/* Paragraphs within which a second item must stand. */
#define BULLETS_APART 3
#define ITEMS_APART	  12

typedef enum Bullet
{
	BULLET_NONE,
	BULLET_CLEAR, /* a glyph that is used for nothing else */
	BULLET_DASH,
	BULLET_NUMBER,
	BULLET_TIME
} Bullet;

/* 10:42 a.m. — : the token behind it, or i. */
static uint32_t
time_end(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t k = i + 1;
	bool	 colon = false;
	bool	 half;

	if (article->tokens[i].kind != TOKEN_NUMBER ||
		article->tokens[i].end - article->tokens[i].start > 7)
		return i;
	for (uint32_t at = article->tokens[i].start; at < article->tokens[i].end;
		 at++)
		colon |= article->text[at] == ':';
	half = k < end &&
		(token_is(article, k, "a.m.") || token_is(article, k, "p.m.") ||
		 token_is(article, k, "a.m") || token_is(article, k, "p.m") ||
		 token_is(article, k, "am") || token_is(article, k, "pm"));
	k += half;
	/* "ET", "GMT" behind the time */
	if (k < end && (colon || half) &&
		(article->tokens[k].flags & TOKEN_ALL_CAPITALS) &&
		article->tokens[k].end - article->tokens[k].start <= 4)
		k++;
	if (!colon && !half)
		return i;
	if (k < end && article->tokens[k].kind == TOKEN_STOP && k + 1 == end)
		return end;
	if (k < end &&
		(article->tokens[k].kind == TOKEN_DASH ||
		 token_is_mark(article, k, ':')))
		return k + 1;
	return k >= end ? end : i;
}

/* 1. 1) (1) a): the token behind it, or i; *number gets its value. */
static uint32_t
number_end(const Article *article, uint32_t i, uint32_t end, int *number)
{
	bool		 bracket = token_is_mark(article, i, '(');
	uint32_t	 k = i + bracket;
	const Token *token = &article->tokens[k < end ? k : i];
	int			 value = 0;

	if (k + 2 >= end || token->kind != TOKEN_NUMBER ||
		token->end - token->start > 2)
		return i;
	for (uint32_t at = token->start; at < token->end; at++)
	{
		if (article->text[at] < '0' || article->text[at] > '9')
			return i;
		value = value * 10 + article->text[at] - '0';
	}
	if (!token_is_mark(article, k + 1, ')') &&
		(bracket || !token_is_mark(article, k + 1, '.') ||
		 !(article->tokens[k + 1].flags & TOKEN_SPACE_AFTER)))
		return i;
	*number = value;
	return k + 2;
}

/* « Nous sommes prêts »: a closing mark alone is a bullet, a pair is not. */
static bool
is_guillemet_bullet(const Article *article, const Paragraph *paragraph)
{
	uint32_t first = paragraph->token_start;

	if (!layout_glyph(article, first, "»") ||
		!(article->tokens[first].flags & TOKEN_SPACE_AFTER))
		return false;
	for (uint32_t i = first + 1; i < paragraph->token_end; i++)
		if (layout_glyph(article, i, "«") || layout_glyph(article, i, "»"))
			return false;
	return true;
}

static Bullet
bullet_of(const Article *article, const Paragraph *paragraph, uint32_t *text,
		  int *number)
{
	static const char *const glyphs[] = { "•", "·", "▪", "◦", "‣",
										  "●", "■", "►", "▶" };
	uint32_t				 first = paragraph->token_start;
	uint32_t				 end = paragraph->token_end;
	const Token				*token = &article->tokens[first];

	*text = first + 1;
	if (first + 1 >= end)
		return BULLET_NONE;
	for (size_t k = 0; k < sizeof(glyphs) / sizeof(glyphs[0]); k++)
		if (layout_glyph(article, first, glyphs[k]))
			return BULLET_CLEAR;
	if (is_guillemet_bullet(article, paragraph))
		return BULLET_CLEAR;
	if (token->mark == '*' && token->end - token->start == 1)
		return token->flags & TOKEN_SPACE_AFTER ? BULLET_CLEAR : BULLET_DASH;
	if (token->kind == TOKEN_DASH)
		return BULLET_DASH;
	*text = time_end(article, first, end);
	if (*text > first)
		return BULLET_TIME;
	*text = number_end(article, first, end, number);
	return *text > first ? BULLET_NUMBER : BULLET_NONE;
}

/* “We are ready.” ¶ — Ana Ruiz, mayor: a signature and no item. */
static bool
signs_quotation(const Article *article, uint32_t p)
{
	const Paragraph *above = &article->paragraphs[p - 1];
	const Paragraph *paragraph = &article->paragraphs[p];

	return article->tokens[above->token_end - 1].kind == TOKEN_DOUBLE_MARK &&
		paragraph->token_end - paragraph->token_start < 16;
}

/* What the last item was, while lists are read. */
typedef struct Items
{
	Bullet	 bullet;
	uint32_t paragraph;
	int		 number;
	uint32_t text;
	bool	 confirmed;
} Items;

static void
set_bullet(Article *article, uint32_t p, uint32_t text)
{
	article->paragraphs[p].kind = PARAGRAPH_BULLET;
	article->paragraphs[p].text_token = text;
}

void
lists_find(Article *article)
{
	Items last = { BULLET_NONE, 0, 0, 0, false };

	for (uint32_t p = 0; p < article->n_paragraphs; p++)
	{
		Items item = { BULLET_NONE, p, 0, 0, false };
		bool  follows;

		if ((p & 0xFFF) == 0)
			arena_check(article->arena);
		if (article->paragraphs[p].kind != PARAGRAPH_BODY ||
			article->paragraphs[p].text_token !=
				article->paragraphs[p].token_start)
			continue;
		item.bullet = bullet_of(article, &article->paragraphs[p], &item.text,
								&item.number);
		if (item.bullet == BULLET_NONE ||
			(item.bullet == BULLET_DASH && p > 0 &&
			 signs_quotation(article, p)))
			continue;
		follows = item.bullet == last.bullet &&
			p <= last.paragraph +
					(item.bullet == BULLET_DASH ? BULLETS_APART :
												  ITEMS_APART) &&
			(item.bullet != BULLET_NUMBER || item.number == last.number + 1);
		item.confirmed = follows || item.bullet == BULLET_CLEAR ||
			item.bullet == BULLET_TIME ||
			(p > 0 && item.bullet == BULLET_DASH &&
			 layout_last(article, &article->paragraphs[p - 1])->mark == ':');
		if (follows && !last.confirmed)
			set_bullet(article, last.paragraph, last.text);
		if (item.confirmed)
			set_bullet(article, p, item.text);
		last = item;
	}
}
