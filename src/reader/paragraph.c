/*
 * paragraph.c
 *		Lines to paragraphs.
 *
 * An empty line always ends a paragraph.  What a single line break means
 * depends on the text: in hard-wrapped text (lines of much the same length
 * that go on in the next) it is a space, unless the first word of the next
 * line would still have fitted; elsewhere it ends the paragraph, unless the
 * next line plainly goes on: in lower case, behind a comma, or inside an open
 * quotation.
 */
#include "layout.h"

/* Columns; a text is hard-wrapped somewhere between them. */
#define NARROWEST_WRAP 40
#define WIDEST_WRAP	   132
/* Longest line that counts as any particular length. */
#define LONGEST_LINE 255
/* How many lines an open quotation may go on without a mark. */
#define QUOTE_LINES 8
/* Bytes looked at before a line's first token to tell an indent. */
#define INDENT_BYTES 16
/* Lines from the top in which a byline is looked for. */
#define FIRST_LINES 12

typedef struct Line
{
	uint32_t token_start;
	uint32_t token_end;
	uint32_t length;	 /* code points */
	uint32_t first_word; /* length of what stands before its first space */
	int16_t	 marks;		 /* opening less closing double marks */
	bool	 straight;	 /* an odd number of straight ones */
	bool	 blank_before;
	bool	 indented;
	bool	 complete; /* ends as a sentence does */
	bool	 comma;	   /* ends in a comma */
	bool	 lower;	   /* begins in lower case */
	bool	 apart;	   /* stands for itself, whatever is around it */
} Line;

typedef struct Lines
{
	Article *article;
	Line	*lines;
	uint32_t n_lines;
	uint32_t width; /* of hard-wrapped text; 0 when it is not */
	bool	 some_indented;
} Lines;

static uint32_t
code_points(const char *text, uint32_t start, uint32_t end)
{
	uint32_t n = 0;

	for (uint32_t i = start; i < end; i++)
		n += ((unsigned char) text[i] & 0xC0) != 0x80;
	return n;
}

static bool
is_indented(const Article *article, uint32_t start)
{
	uint32_t spaces = 0;

	for (uint32_t i = start; i > 0 && start - i < INDENT_BYTES; i--)
	{
		char c = article->text[i - 1];

		if (c == '\n' || c == '\r')
			return spaces >= 2;
		spaces += c == '\t' ? 4 : ((unsigned char) c & 0xC0) != 0x80;
	}
	return spaces >= 2 && start >= INDENT_BYTES;
}

/* “We are ready.” and (laughs.) end as sentences do. */
static bool
ends_sentence(const Article *article, uint32_t first, uint32_t end)
{
	while (end > first)
	{
		const Token *token = &article->tokens[end - 1];

		if (token->kind == TOKEN_STOP || token->mark == ':')
			return true;
		if (token->kind != TOKEN_DOUBLE_MARK &&
			token->kind != TOKEN_SINGLE_MARK && token->mark != ')' &&
			token->mark != ']')
			return (token->flags & TOKEN_INNER_STOP) &&
				article->text[token->end - 1] == '.';
		end--;
	}
	return true;
}

/* Q: Q. A: A. at the start of a line. */
static bool
is_question_label(const Article *article, uint32_t i, uint32_t end)
{
	if (i + 1 >= end || !(article->tokens[i].flags & TOKEN_CAPITAL))
		return false;
	if (token_is(article, i, "q.") || token_is(article, i, "a."))
		return token_is(article, i, "q.");
	return (token_is(article, i, "q") || token_is(article, i, "a")) &&
		token_is_mark(article, i + 1, ':');
}

/* A label in capitals and a colon: MODERATOR: */
static bool
is_capital_label(const Article *article, uint32_t i, uint32_t end)
{
	uint32_t last = i + 6 < end ? i + 6 : end;

	for (uint32_t k = i; k < last; k++)
	{
		if (token_is_mark(article, k, ':'))
			return k > i;
		if (article->tokens[k].kind == TOKEN_WORD &&
			!(article->tokens[k].flags & TOKEN_ALL_CAPITALS) &&
			!(article->tokens[k].flags & TOKEN_INNER_STOP))
			return false;
		if (article->tokens[k].kind > TOKEN_NUMBER &&
			article->tokens[k].kind < TOKEN_STOP)
			return false;
	}
	return false;
}

static bool
is_bullet_glyph(const Article *article, uint32_t i)
{
	static const char *const glyphs[] = { "•", "·", "▪", "◦",
										  "‣", "●", "■", "*" };

	for (size_t k = 0; k < sizeof(glyphs) / sizeof(glyphs[0]); k++)
		if (layout_glyph(article, i, glyphs[k]))
			return true;
	return false;
}

/* by Dana Reyes and Li Wei: a byline that begins small, nothing else. */
static bool
is_small_byline(const Article *article, uint32_t first, uint32_t end)
{
	if (end - first < 3 || end - first > 6 || !token_is(article, first, "by"))
		return false;
	for (uint32_t i = first + 1; i < end; i++)
		if (!(article->tokens[i].flags & TOKEN_CAPITAL) &&
			!token_is(article, i, "and"))
			return false;
	return true;
}

/* Whether a line has nothing to do with the lines around it. */
static bool
stands_apart(const Article *article, uint32_t number, uint32_t first,
			 uint32_t end)
{
	bool words = false;

	for (uint32_t i = first; i < end && !words && i < first + 8; i++)
		words = article->tokens[i].kind <= TOKEN_SINGLE_MARK;
	if (!words || is_question_label(article, first, end) ||
		is_capital_label(article, first, end) ||
		is_bullet_glyph(article, first) || layout_glyph(article, first, "©") ||
		(token_is(article, first, "copyright") && first + 1 < end &&
		 article->tokens[first + 1].kind != TOKEN_WORD))
		return true;
	if (number < FIRST_LINES && is_small_byline(article, first, end))
		return true;
	return number < FIRST_LINES && end - first < 16 &&
		token_is(article, first, "by") &&
		(article->tokens[first].flags & TOKEN_CAPITAL) &&
		!ends_sentence(article, first, end) && first + 1 < end &&
		(article->tokens[first + 1].flags & TOKEN_CAPITAL);
}

static void
measure(const Lines *lines, Line *line, uint32_t number)
{
	const Article *article = lines->article;
	const Token	  *tokens = article->tokens;
	uint32_t	   first = line->token_start;
	uint32_t	   end = line->token_end;
	uint32_t	   word = first;

	line->length = code_points(article->text, tokens[first].start,
							   tokens[end - 1].end);
	while (word + 1 < end && !(tokens[word].flags & TOKEN_SPACE_AFTER))
		word++;
	line->first_word = code_points(article->text, tokens[first].start,
								   tokens[word].end);
	line->blank_before = (tokens[first].flags & TOKEN_BLANK_BEFORE) != 0;
	line->indented = is_indented(article, tokens[first].start);
	line->complete = ends_sentence(article, first, end);
	line->comma = token_is_mark(article, end - 1, ',');
	line->lower = tokens[first].kind == TOKEN_WORD &&
		!(tokens[first].flags & (TOKEN_CAPITAL | TOKEN_MIXED_CASE));
	line->apart = stands_apart(article, number, first, end);
	for (uint32_t i = first; i < end; i++)
	{
		if (tokens[i].kind != TOKEN_DOUBLE_MARK)
			continue;
		if (tokens[i].mark == FACING_NEUTRAL)
			line->straight = !line->straight;
		else if (line->marks > INT16_MIN + 1 && line->marks < INT16_MAX)
			line->marks += tokens[i].mark == FACING_OPEN ? 1 : -1;
	}
}

static void
cut_lines(Lines *lines)
{
	Article *article = lines->article;
	uint32_t capacity = 0;
	uint32_t first = 0;

	for (uint32_t i = 1; i <= article->n_tokens; i++)
	{
		Line *line;

		if ((i & 0xFFF) == 0)
			arena_check(article->arena);
		if (i < article->n_tokens &&
			!(article->tokens[i].flags & TOKEN_LINE_START))
			continue;
		line = ARENA_PUSH(article->arena, lines->lines, lines->n_lines,
						  capacity);
		line->token_start = first;
		line->token_end = i;
		measure(lines, line, lines->n_lines - 1);
		first = i;
	}
}

/*
 * The width that nearly all lines keep to that go on in the next, when enough
 * of them break inside a sentence.
 */
static void
find_width(Lines *lines)
{
	uint32_t counts[LONGEST_LINE + 1] = { 0 };
	uint32_t pairs = 0;
	uint32_t lower = 0;
	uint32_t seen = 0;
	uint32_t width = LONGEST_LINE;

	for (uint32_t i = 0; i + 1 < lines->n_lines; i++)
	{
		const Line *line = &lines->lines[i];

		lines->some_indented |= line->indented;
		if (line[1].blank_before)
			continue;
		counts[line->length < LONGEST_LINE ? line->length : LONGEST_LINE]++;
		pairs++;
		lower += line[1].lower && !line->complete;
	}
	/* one line in fifty may be longer: an address that could not be broken */
	while (width > 0 && (seen + counts[width]) * 50 <= pairs)
		seen += counts[width--];
	if (width >= NARROWEST_WRAP && width <= WIDEST_WRAP && lower >= 1 &&
		lower * 4 >= pairs)
		lines->width = width;
}

/* Whether the quotation left open before line i is closed in a later line. */
static bool
closes_later(const Lines *lines, uint32_t i)
{
	uint32_t last = i + QUOTE_LINES;

	for (; i < lines->n_lines && i < last; i++)
	{
		const Line *line = &lines->lines[i];

		if (line->blank_before ||
			lines->article->tokens[line->token_start].kind ==
				TOKEN_DOUBLE_MARK)
			return false;
		if (line->marks < 0 || line->straight)
			return true;
	}
	return false;
}

/* Whether a paragraph ends before line i; open: inside a quotation. */
static bool
breaks_before(const Lines *lines, uint32_t i, bool open)
{
	const Line *line = &lines->lines[i];
	const Line *above = line - 1;

	if (line->blank_before || line->apart || above->apart)
		return true;
	if (lines->width > 0)
	{
		if (line->indented && !above->indented && above->complete)
			return true;
		if (above->length + 1 + line->first_word > lines->width)
			return false;
		return above->complete ||
			(!line->lower && !above->comma &&
			 above->length * 10 < lines->width * 7);
	}
	if (line->lower)
		return above->complete;
	if (above->comma)
		return false;
	return !(open && closes_later(lines, i));
}

static void
add_paragraph(Layout *layout, uint32_t first, uint32_t end)
{
	Article	  *article = layout->article;
	Paragraph *paragraph;

	paragraph = ARENA_PUSH(article->arena, article->paragraphs,
						   article->n_paragraphs, layout->paragraphs_capacity);
	paragraph->kind = PARAGRAPH_BODY;
	paragraph->token_start = first;
	paragraph->token_end = end;
	paragraph->text_token = first;
	paragraph->span = token_span(article, first, end);
}

/* Adds tokens [first, end); an answer on its question's line stands alone. */
static void
add_lines(Layout *layout, uint32_t first, uint32_t end)
{
	const Article *article = layout->article;

	if (token_is(article, first, "q") &&
		is_question_label(article, first, end))
	{
		for (uint32_t i = first + 3; i + 1 < end; i++)
		{
			if (article->tokens[i - 1].kind == TOKEN_STOP &&
				is_question_label(article, i, end))
			{
				add_paragraph(layout, first, i);
				first = i;
			}
		}
	}
	add_paragraph(layout, first, end);
}

void
paragraph_find(Layout *layout)
{
	Lines	 lines = { 0 };
	uint32_t first = 0;
	int		 marks = 0;
	bool	 straight = false;

	lines.article = layout->article;
	if (layout->article->n_tokens == 0)
		return;
	cut_lines(&lines);
	find_width(&lines);
	for (uint32_t i = 0; i < lines.n_lines; i++)
	{
		const Line *line = &lines.lines[i];

		if ((i & 0xFFF) == 0)
			arena_check(layout->article->arena);
		if (i > 0 && breaks_before(&lines, i, marks > 0 || straight))
		{
			add_lines(layout, lines.lines[first].token_start,
					  lines.lines[i - 1].token_end);
			first = i;
			marks = 0;
			straight = false;
		}
		marks += line->marks;
		straight ^= line->straight;
	}
	add_lines(layout, lines.lines[first].token_start,
			  lines.lines[lines.n_lines - 1].token_end);
}
