/*
 * layout.c
 *		The parts of an article: each paragraph's kind, and the front matter.
 *
 * Running text is what everything is that nothing marks as something else: a
 * wrong kind loses what is said in the paragraph, a missed one costs little.
 * The order keeps the questions apart: fixed wording first (notes, credits,
 * copyright), then the head from the top (headline, byline, dateline), then
 * transcripts, and last what is told by its neighbours (lists, subheads,
 * quoted blocks).
 */
#include "layout.h"
#include "reader.h"

#include <string.h>

/* Paragraphs from the top in which the head is looked for. */
#define HEAD_PARAGRAPHS 12
/* Paragraphs from the end in which a signature is looked for. */
#define TAIL_PARAGRAPHS 4
/* Running paragraphs in which the article's dateline is looked for. */
#define DATELINE_PARAGRAPHS 6
/* Words of the longest headline, kicker and subhead. */
#define LONGEST_HEADLINE 30
#define LONGEST_KICKER	 4
#define LONGEST_SUBHEAD	 10
/* Words of the longest name before the verb of a lead-in, and the longest end
 * behind it. */
#define LEAD_NAME 8
#define LEAD_TAIL 12
/* Tokens of the longest post that an embedding names below it. */
#define LONGEST_POST 120

uint32_t
layout_words(const Article *article, uint32_t i, uint32_t end,
			 const char *words)
{
	uint32_t at = i;

	while (*words)
	{
		size_t n = 0;

		/* most are told apart by their first letter */
		if (at >= end || !layout_letter_fits(article, at, *words))
			return 0;
		while (words[n] && words[n] != ' ')
			n++;
		if (!token_is_bytes(article, at, words, n))
			return 0;
		at++;
		words += n + (words[n] == ' ');
	}
	return at - i;
}

bool
layout_any(const Article *article, uint32_t i, const char *const *words,
		   size_t n)
{
	char c = unicode_small(article->text[article->tokens[i].start]);

	for (size_t k = 0; k < n; k++)
		if ((c == words[k][0] || (unsigned char) c >= 0x80) &&
			token_is(article, i, words[k]))
			return true;
	return false;
}

bool
layout_quotes(const Article *article, uint32_t i, uint32_t end)
{
	for (; i < end; i++)
		if (article->tokens[i].kind == TOKEN_DOUBLE_MARK)
			return true;
	return false;
}

bool
layout_glyph(const Article *article, uint32_t i, const char *glyph)
{
	const Token *token = &article->tokens[i];
	size_t		 n = strlen(glyph);

	return token->end - token->start == n &&
		memcmp(article->text + token->start, glyph, n) == 0;
}

static bool
is_body(const Article *article, uint32_t p)
{
	return p < article->n_paragraphs &&
		article->paragraphs[p].kind == PARAGRAPH_BODY;
}

/* ___  * * *  # # #  -30-  ENDS */
static bool
is_separator(const Article *article, const Paragraph *paragraph)
{
	uint32_t first = paragraph->token_start;
	uint32_t end = paragraph->token_end;
	uint32_t words = 0;

	for (uint32_t i = first; i < end; i++)
	{
		const Token *token = &article->tokens[i];

		if (token->kind == TOKEN_DOUBLE_MARK ||
			token->kind == TOKEN_SINGLE_MARK)
			return false;
		if (token->kind >= TOKEN_DASH)
			continue;
		if (words++ > 0)
			return false;
		if (layout_glyph(article, i, "30"))
		{
			if (i == first || article->tokens[i - 1].kind != TOKEN_DASH)
				return false;
		}
		else if (!(token->flags & TOKEN_ALL_CAPITALS) ||
				 (!token_is(article, i, "ends") &&
				  !token_is(article, i, "end")))
			return false;
	}
	return true;
}

const Token *
layout_last(const Article *article, const Paragraph *paragraph)
{
	uint32_t i = paragraph->token_end - 1;

	while (i > paragraph->token_start &&
		   (article->tokens[i].kind == TOKEN_DOUBLE_MARK ||
			article->tokens[i].kind == TOKEN_SINGLE_MARK))
		i--;
	return &article->tokens[i];
}

static bool
ends_open(const Article *article, const Paragraph *paragraph)
{
	const Token *token = layout_last(article, paragraph);

	/* "U.S." may end a sentence, and then there is no second stop */
	return token->kind != TOKEN_STOP && token->mark != ':' &&
		article->text[token->end - 1] != '.' && token->mark != ',' &&
		token->mark != ';' && token->kind != TOKEN_DASH;
}

/* Words of a paragraph; stops counting behind max. */
static uint32_t
count_words(const Article *article, const Paragraph *paragraph, uint32_t max)
{
	uint32_t n = 0;

	for (uint32_t i = paragraph->token_start;
		 i < paragraph->token_end && n <= max; i++)
		n += article->tokens[i].kind <= TOKEN_ADDRESS;
	return n;
}

static bool
all_capitals(const Article *article, const Paragraph *paragraph)
{
	bool any = false;

	for (uint32_t i = paragraph->token_start; i < paragraph->token_end; i++)
	{
		const Token *token = &article->tokens[i];

		if (token->kind != TOKEN_WORD)
			continue;
		if (!(token->flags & TOKEN_ALL_CAPITALS) &&
			token->end - token->start > 1)
			return false;
		any |= token->end - token->start > 1;
	}
	return any;
}

/* Whether all words of weight have capitals: A Title of Some Length. */
static bool
title_case(const Article *article, const Paragraph *paragraph)
{
	uint32_t heavy = 0;
	uint32_t small = 0;

	for (uint32_t i = paragraph->token_start; i < paragraph->token_end; i++)
	{
		const Token *token = &article->tokens[i];

		if (token->kind != TOKEN_WORD || token->end - token->start < 4 ||
			token_has(article, i, LEX(PREPOSITION)))
			continue;
		heavy++;
		small += !(token->flags & (TOKEN_CAPITAL | TOKEN_MIXED_CASE));
	}
	return heavy >= 3 && small * 6 <= heavy;
}

/* "About Acme" above "Acme Inc. makes ...": the end of a press release. */
static bool
is_about_heading(const Article *article, uint32_t p)
{
	const Paragraph *paragraph = &article->paragraphs[p];
	uint32_t		 name = paragraph->token_start + 1;

	if (p < HEAD_PARAGRAPHS / 4 || p + 1 >= article->n_paragraphs ||
		paragraph->token_end - paragraph->token_start > 8 ||
		name >= paragraph->token_end ||
		!token_is(article, name - 1, "about") ||
		!ends_open(article, paragraph))
		return false;
	if (token_is(article, name, "the") && name + 1 < paragraph->token_end)
		name++;
	for (uint32_t i = paragraph[1].token_start;
		 i < paragraph[1].token_end && i < paragraph[1].token_start + 4; i++)
		if (article->tokens[i].hash == article->tokens[name].hash &&
			article->tokens[i].kind == TOKEN_WORD)
			return true;
	return false;
}

/* A label on a line of its own lends its kind to the paragraph below it. */
static bool
is_bare_label(const Article *article, const Paragraph *paragraph)
{
	if (paragraph->kind == PARAGRAPH_BOILERPLATE)
		return ends_open(article, paragraph) &&
			(token_is(article, paragraph->token_start, "about") ||
			 token_is(article, paragraph->token_end - 1, "statements") ||
			 token_is(article, paragraph->token_end - 1, "statement"));
	return (paragraph->kind == PARAGRAPH_NOTE ||
			paragraph->kind == PARAGRAPH_CORRECTION) &&
		count_words(article, paragraph, 4) <= 4 &&
		layout_last(article, paragraph)->mark == ':';
}

/* "Reporting by Dana Reyes" is a byline at the top, not so at the end. */
static bool
is_head_credit(const Article *article, uint32_t p)
{
	const Paragraph *paragraph = &article->paragraphs[p];

	return p < HEAD_PARAGRAPHS / 4 && p + 1 < article->n_paragraphs &&
		ends_open(article, paragraph) &&
		paragraph->token_start + 1 < paragraph->token_end &&
		token_is(article, paragraph->token_start + 1, "by");
}

static void
read_fixed(Layout *layout)
{
	Article		*article = layout->article;
	FrontMatter *front = &article->front;

	for (uint32_t p = 0; p < article->n_paragraphs; p++)
	{
		Paragraph *paragraph = &article->paragraphs[p];

		if ((p & 0xFFF) == 0)
			arena_check(article->arena);
		if (is_separator(article, paragraph))
			paragraph->kind = PARAGRAPH_SEPARATOR;
		else if (p > 0 && is_bare_label(article, paragraph - 1))
			paragraph->kind = paragraph[-1].kind;
		else if (is_about_heading(article, p))
			paragraph->kind = PARAGRAPH_BOILERPLATE;
		else if (copyright_read(layout, p))
			paragraph->kind = PARAGRAPH_COPYRIGHT;
		else if (!is_head_credit(article, p) &&
				 credits_contributors(layout, p))
			paragraph->kind = PARAGRAPH_CONTRIBUTORS;
		if (paragraph->kind == PARAGRAPH_BODY)
			paragraph->kind = furniture_kind(article, p);
		if (paragraph->kind == PARAGRAPH_NOTE && front->editors_note.end == 0)
			front->editors_note = paragraph->span;
		if (paragraph->kind == PARAGRAPH_CORRECTION &&
			(front->correction.end == 0 ||
			 (p > 0 && is_bare_label(article, paragraph - 1))))
			front->correction = paragraph->span;
	}
}

static void
take_date(FrontMatter *front, const Date *date)
{
	if (front->month == 0 && date->year + date->month > 0)
	{
		front->year = date->year;
		front->month = date->month;
		front->day = date->day;
	}
	else if (front->year == 0 && front->month == date->month &&
			 front->day == date->day)
		front->year = date->year;
}

static void
take_dateline(FrontMatter *front, const Dateline *dateline)
{
	/* a date in the dateline itself counts more than one on a line above */
	if (dateline->date.year > 0)
		front->month = 0;
	take_date(front, &dateline->date);
	if (front->dateline_place.end == 0)
		front->dateline_place = dateline->place;
	if (dateline->agency.end > 0 && (front->agency.end == 0 || dateline->wire))
		front->agency = dateline->agency;
	front->is_wire |= dateline->wire;
}

/* Whether the paragraph's words are those of the headline again. */
static bool
repeats(const Article *article, const Paragraph *headline,
		const Paragraph *paragraph)
{
	uint32_t a = headline->token_start;
	uint32_t b = paragraph->token_start;

	for (;; a++, b++)
	{
		while (a < headline->token_end &&
			   article->tokens[a].kind > TOKEN_ADDRESS)
			a++;
		while (b < paragraph->token_end &&
			   article->tokens[b].kind > TOKEN_ADDRESS)
			b++;
		if (a >= headline->token_end || b >= paragraph->token_end)
			return a >= headline->token_end && b >= paragraph->token_end;
		if (article->tokens[a].hash != article->tokens[b].hash)
			return false;
	}
}

/* “We are ready.” — Ana Ruiz: speech, whatever stands behind it. */
static bool
opens_speech(const Article *article, const Paragraph *paragraph)
{
	const Token *tokens = article->tokens;
	uint32_t	 i = paragraph->token_start;

	if (tokens[i].kind != TOKEN_DOUBLE_MARK)
		return false;
	for (i++; i < paragraph->token_end; i++)
		if (tokens[i].kind == TOKEN_DOUBLE_MARK)
			return i + 1 == paragraph->token_end ||
				tokens[i - 1].kind == TOKEN_STOP || tokens[i - 1].mark == ',';
	return true;
}

/* Whether a paragraph soon ends as sentences do. */
static bool
sentences_follow(const Article *article, uint32_t p)
{
	uint32_t last = p + HEAD_PARAGRAPHS / 2;

	for (uint32_t k = p + 1; k < article->n_paragraphs && k < last; k++)
		if (article->paragraphs[k].kind == PARAGRAPH_BODY &&
			layout_last(article, &article->paragraphs[k])->kind == TOKEN_STOP)
			return true;
	return false;
}

/* A line at the top that can be a headline. */
static bool
is_headline(const Article *article, uint32_t p)
{
	const Paragraph *paragraph = &article->paragraphs[p];
	const Token		*first = &article->tokens[paragraph->token_start];
	const Paragraph *next = paragraph + 1;
	uint32_t		 words = count_words(article, paragraph, LONGEST_HEADLINE);

	if (p + 1 >= article->n_paragraphs || words < 2 ||
		words > LONGEST_HEADLINE ||
		(first->kind == TOKEN_WORD &&
		 !(first->flags & (TOKEN_CAPITAL | TOKEN_MIXED_CASE))) ||
		first->kind == TOKEN_DASH)
		return false;
	if (!ends_open(article, paragraph))
		return (layout_last(article, paragraph)->kind == TOKEN_STOP &&
				title_case(article, paragraph)) ||
			(layout_last(article, paragraph)->mark == '?' &&
			 next->kind == PARAGRAPH_BYLINE);
	return !opens_speech(article, paragraph) &&
		(title_case(article, paragraph) || sentences_follow(article, p));
}

/* OPINION, WORLD NEWS: above the headline or the text. */
static bool
is_kicker(const Article *article, uint32_t p)
{
	const Paragraph *paragraph = &article->paragraphs[p];
	uint32_t		 words = count_words(article, paragraph, LONGEST_KICKER);

	if (words < 1 || words > LONGEST_KICKER ||
		p + 1 >= article->n_paragraphs ||
		article->tokens[paragraph->token_start].kind != TOKEN_WORD)
		return false;
	if (all_capitals(article, paragraph) &&
		layout_last(article, paragraph)->mark != ':')
		return true;
	return words <= 2 && ends_open(article, paragraph) &&
		article->paragraphs[p].token_end -
			article->paragraphs[p].token_start <=
		3 &&
		is_body(article, p + 1) && is_headline(article, p + 1) &&
		ends_open(article, &article->paragraphs[p + 1]) &&
		(article->tokens[paragraph->token_start].flags & TOKEN_CAPITAL);
}

/* The headline of the article is set: what may stand below it. */
static ParagraphKind
below_headline(const Article *article, uint32_t p, uint32_t headline)
{
	const Paragraph *paragraph = &article->paragraphs[p];
	uint32_t		 words;

	if (repeats(article, &article->paragraphs[headline], paragraph))
		return PARAGRAPH_HEADLINE;
	words = count_words(article, paragraph, LONGEST_HEADLINE);
	if (p <= headline + 2 && words <= LONGEST_HEADLINE && words >= 2 &&
		p + 1 < article->n_paragraphs && ends_open(article, paragraph) &&
		article->tokens[paragraph->token_start].kind <= TOKEN_NUMBER)
		return PARAGRAPH_SUBHEAD;
	return PARAGRAPH_BODY;
}

/* The kind of paragraph p at the top of the article. */
static ParagraphKind
head_kind(Layout *layout, uint32_t p, uint32_t headline)
{
	Article			*article = layout->article;
	const Paragraph *paragraph = &article->paragraphs[p];
	Dateline		 dateline;

	if (dateline_alone(article, paragraph->token_start, paragraph->token_end,
					   &dateline))
	{
		take_dateline(&article->front, &dateline);
		return PARAGRAPH_DATELINE;
	}
	if (credits_byline(layout, p, true))
		return PARAGRAPH_BYLINE;
	if (dateline_read(article, paragraph->token_start, paragraph->token_end,
					  true, &dateline))
		return PARAGRAPH_BODY;
	if (headline != NONE)
		return below_headline(article, p, headline);
	if (is_kicker(article, p))
		return PARAGRAPH_KICKER;
	return is_headline(article, p) ? PARAGRAPH_HEADLINE : PARAGRAPH_BODY;
}

static void
read_head(Layout *layout)
{
	Article *article = layout->article;
	uint32_t headline = NONE;
	uint32_t last = article->n_paragraphs < HEAD_PARAGRAPHS ?
		article->n_paragraphs :
		HEAD_PARAGRAPHS;

	for (uint32_t p = 0; p < last; p++)
	{
		Paragraph *paragraph = &article->paragraphs[p];

		if (paragraph->kind != PARAGRAPH_BODY)
			continue;
		paragraph->kind = head_kind(layout, p, headline);
		if (paragraph->kind == PARAGRAPH_BODY)
			break;
		if (paragraph->kind == PARAGRAPH_HEADLINE && headline == NONE)
		{
			headline = p;
			article->front.headline = paragraph->span;
		}
		if (paragraph->kind == PARAGRAPH_KICKER && p + 1 < last &&
			is_body(article, p + 1))
			continue;
	}
}

/* The dateline at the beginning of the running text, and labels there. */
static void
read_dateline(Layout *layout)
{
	Article *article = layout->article;
	uint32_t running = 0;

	for (uint32_t p = 0; p < article->n_paragraphs; p++)
	{
		Paragraph *paragraph = &article->paragraphs[p];
		uint32_t   start = paragraph->token_start;
		uint32_t   end = paragraph->token_end;
		Dateline   dateline;

		if (paragraph->kind != PARAGRAPH_BODY)
			continue;
		if ((p & 0xFFF) == 0)
			arena_check(article->arena);
		if (running == 0)
			start = credits_inline(layout, start, end);
		if (dateline_read(article, start, end,
						  running < DATELINE_PARAGRAPHS / 2 &&
							  article->front.dateline_place.end == 0,
						  &dateline))
		{
			paragraph->text_token = dateline.text_token;
			if (running < DATELINE_PARAGRAPHS)
				take_dateline(&article->front, &dateline);
		}
		else if (running == 0)
			paragraph->text_token = dateline_label(article, start, end);
		running++;
	}
}

/* A name behind a dash at the very end: "- Dana Reyes" */
static bool
is_signature(Layout *layout, uint32_t p)
{
	Article	  *article = layout->article;
	Paragraph *paragraph = &article->paragraphs[p];
	uint32_t   first = paragraph->token_start;
	uint32_t   end = paragraph->token_end;
	Token	  *tokens = article->tokens;
	uint32_t   words = 0;

	if (end - first > 6 || tokens[first].kind != TOKEN_DASH || p == 0 ||
		layout_last(article, paragraph - 1)->end != paragraph[-1].span.end)
		return false;
	for (uint32_t i = first + 1; i < end; i++)
	{
		if (tokens[i].kind == TOKEN_STOP && i + 1 == end)
			break;
		if (tokens[i].kind != TOKEN_WORD || !(tokens[i].flags & TOKEN_CAPITAL))
			return false;
		words++;
	}
	if (words == 0)
		return false;
	if (tokens[end - 1].kind == TOKEN_STOP)
		end--;
	if (words >= 2 && !token_has(article, first + 1, LEX(AGENCY) | LEX(TITLE)))
		*ARENA_PUSH(article->arena, article->front.bylines,
					article->front.n_bylines,
					layout->bylines_capacity) = token_span(article, first + 1,
														   end);
	else if (!token_has(article, first + 1, LEX(AGENCY)))
		return false;
	return true;
}

/* Bylines and dates further on: below a first sentence, or at the end. */
static void
read_late_lines(Layout *layout)
{
	Dateline dateline;
	Article *article = layout->article;
	uint32_t n = article->n_paragraphs;

	for (uint32_t p = 0; p < n; p++)
	{
		Paragraph *paragraph;

		if (p >= HEAD_PARAGRAPHS && p + TAIL_PARAGRAPHS < n)
			p = n - TAIL_PARAGRAPHS;
		paragraph = &article->paragraphs[p];
		if (paragraph->kind != PARAGRAPH_BODY ||
			paragraph->text_token != paragraph->token_start)
			continue;
		if (credits_byline(layout, p, false) ||
			(p + 1 == n && is_signature(layout, p)))
			paragraph->kind = PARAGRAPH_BYLINE;
		else if (p < HEAD_PARAGRAPHS &&
				 dateline_alone(article, paragraph->token_start,
								paragraph->token_end, &dateline) &&
				 dateline.date.year > 0)
		{
			take_date(&article->front, &dateline.date);
			paragraph->kind = PARAGRAPH_DATELINE;
		}
	}
}

/* – What comes next – */
static bool
is_framed(const Article *article, const Paragraph *paragraph)
{
	uint32_t end = paragraph->token_end;

	if (article->tokens[end - 1].kind == TOKEN_STOP)
		end--;
	return end > paragraph->token_start + 2 &&
		article->tokens[paragraph->token_start].kind == TOKEN_DASH &&
		article->tokens[end - 1].kind == TOKEN_DASH;
}

static bool
is_subhead(const Article *article, uint32_t p)
{
	const Paragraph *paragraph = &article->paragraphs[p];
	const Token		*first = &article->tokens[paragraph->token_start];
	uint32_t		 words = count_words(article, paragraph, LONGEST_SUBHEAD);
	bool			 capital = (first->flags & TOKEN_CAPITAL) ||
		first->kind == TOKEN_NUMBER;

	if (p == 0 || p + 1 >= article->n_paragraphs || words < 1 ||
		words > LONGEST_SUBHEAD ||
		paragraph->text_token != paragraph->token_start)
		return false;
	if (is_framed(article, paragraph))
		return true;
	if (!capital ||
		layout_quotes(article, paragraph->token_start, paragraph->token_end))
		return false;
	if (all_capitals(article, paragraph) &&
		layout_last(article, paragraph)->mark != ':')
		return is_body(article, p + 1);
	return ends_open(article, paragraph) && is_body(article, p + 1) &&
		!ends_open(article, &article->paragraphs[p + 1]);
}

/* Only a name stands before token i in its sentence: "The Evening Post". */
static bool
only_name_before(const Article *article, uint32_t first, uint32_t i)
{
	uint32_t words = 0;

	for (; i > first && words < LEAD_NAME; i--, words++)
	{
		const Token *token = &article->tokens[i - 1];

		if (token->kind == TOKEN_STOP)
			break;
		if (!(token->flags & TOKEN_CAPITAL) && token->kind == TOKEN_WORD &&
			!token_has(article, i - 1, LEX(DETERMINER) | LEX(NAME_PARTICLE)))
			return false;
	}
	return words > 0 && words < LEAD_NAME;
}

/*
 * A cue that is a verb there: "wrote", "Fox News reports", no "reasons" and no
 * "breaks WTO rules".
 */
static bool
is_speech_verb(const Article *article, uint32_t first, uint32_t i)
{
	const LexEntry *entry = token_entry(article, i);

	if (!token_has(article, i, LEX(CUE_SPEECH) | LEX(CUE_WRITING)))
		return false;
	return (TAGBIT(entry->best_tag) & TAGS_VERB) || entry->tags == 0 ||
		(i > first &&
		 token_has(article, i - 1,
				   LEX(PRON_SUBJ_M) | LEX(PRON_SUBJ_F) | LEX(PRON_SUBJ_PL) |
					   LEX(PRON_SUBJ_1))) ||
		only_name_before(article, first, i);
}

/* "wrote on Monday in the Evening Post:", up to the colon at token colon */
static bool
ends_with_speech(const Article *article, uint32_t first, uint32_t colon)
{
	for (uint32_t i = colon; i > first + 1 && colon - i < LEAD_TAIL; i--)
	{
		const Token *token = &article->tokens[i - 1];

		if (token->kind != TOKEN_WORD && token->kind != TOKEN_NUMBER)
			return false;
		if (is_speech_verb(article, first, i - 1))
			return i == colon ||
				token_has(article, i,
						  LEX(PREPOSITION) | LEX(ADVERB) | LEX(TIME_WORD) |
							  LEX(WEEKDAY)) ||
				(i + 1 == colon && token_is(article, i, "that"));
	}
	return false;
}

/* Whether the paragraph ends as what leads into a quoted block: "She wrote:"
 */
static bool
leads_in(const Article *article, const Paragraph *paragraph)
{
	uint32_t first = paragraph->token_start;
	uint32_t colon = paragraph->token_end - 1;

	if (!token_is_mark(article, colon, ':') ||
		paragraph->kind != PARAGRAPH_BODY || colon - first < 1)
		return false;
	if (token_is(article, first, "from") && colon - first <= 7)
		return true;
	/* "The message went on:", "released the following statement:" */
	if (colon - first > 2 && token_is(article, colon - 1, "on") &&
		token_has(article, colon - 2,
				  LEX(AUXILIARY) | LEX(CUE_CONTINUES) | LEX(CUE_SPEECH)))
		return true;
	if (colon - first > 3 && token_has(article, colon - 1, LEX(CUE_NOUN)) &&
		(token_is(article, colon - 2, "following") ||
		 token_is(article, colon - 2, "this")))
		return true;
	return ends_with_speech(article, first, colon);
}

/* Text that can stand in a quoted block without marks. */
static bool
is_block_text(const Article *article, const Paragraph *paragraph)
{
	const Token *first = &article->tokens[paragraph->token_start];

	return paragraph->kind == PARAGRAPH_BODY && first->kind <= TOKEN_NUMBER &&
		!layout_quotes(article, paragraph->token_start,
					   paragraph->token_end) &&
		layout_last(article, paragraph)->kind == TOKEN_STOP;
}

/*
 * A block of several paragraphs: a blank line before the first, none between
 * them.
 */
static bool
is_set_closer(const Article *article, const Paragraph *paragraph,
			  uint32_t block)
{
	const Token *tokens = article->tokens;

	return block != NONE &&
		(tokens[article->paragraphs[block].token_start].flags &
		 TOKEN_BLANK_BEFORE) &&
		!(tokens[paragraph->token_start].flags & TOKEN_BLANK_BEFORE);
}

static void
read_neighbours(Article *article)
{
	uint32_t block = NONE; /* where the last block behind a lead-in began */

	for (uint32_t p = 0; p < article->n_paragraphs; p++)
	{
		Paragraph *paragraph = &article->paragraphs[p];
		uint32_t   first = paragraph->token_start;

		if ((p & 0xFFF) == 0)
			arena_check(article->arena);
		if (paragraph->kind == PARAGRAPH_SOCIAL && p > 0 &&
			is_block_text(article, paragraph - 1) &&
			paragraph[-1].token_end - paragraph[-1].token_start <=
				LONGEST_POST)
			paragraph[-1].kind = PARAGRAPH_BLOCKQUOTE;
		if (paragraph->kind != PARAGRAPH_BODY)
			continue;
		if (token_is_mark(article, first, '>') &&
			first + 1 < paragraph->token_end)
		{
			paragraph->kind = PARAGRAPH_BLOCKQUOTE;
			paragraph->text_token = first + 1;
		}
		else if (p > 0 && is_block_text(article, paragraph) &&
				 (leads_in(article, paragraph - 1) ||
				  (paragraph[-1].kind == PARAGRAPH_BLOCKQUOTE &&
				   is_set_closer(article, paragraph, block))))
		{
			if (paragraph[-1].kind != PARAGRAPH_BLOCKQUOTE)
				block = p;
			paragraph->kind = PARAGRAPH_BLOCKQUOTE;
		}
		else if (is_subhead(article, p))
			paragraph->kind = PARAGRAPH_SUBHEAD;
	}
}

void
layout_read(Article *article)
{
	Layout layout = { article, 0, 0, 0 };

	paragraph_find(&layout);
	if (article->n_paragraphs == 0)
		return;
	read_fixed(&layout);
	read_head(&layout);
	read_dateline(&layout);
	read_late_lines(&layout);
	turns_find(&layout);
	lists_find(article);
	read_neighbours(article);
}
