/*
 * layout.h
 *		What the files of the layout stage share: layout.c calls the others.
 *
 *	paragraph.c		lines to paragraphs
 *	dateline.c		place, date and agency before the running text
 *	credits.c		bylines, contributors
 *	copyright.c		year and holder
 *	furniture.c		notes, corrections, links, captions and other fixed parts
 *	turns.c			transcripts and interviews
 *	lists.c			bullets, numbers, times
 *
 * Each question is asked of a paragraph that is still PARAGRAPH_BODY, which
 * is what stays when nothing speaks clearly for another kind.
 */
#ifndef NEWSEXT_LAYOUT_H
#define NEWSEXT_LAYOUT_H

#include "article.h"

typedef struct Layout
{
	Article *article;
	uint32_t paragraphs_capacity;
	uint32_t bylines_capacity;
	uint32_t contributors_capacity;
} Layout;

typedef struct Date
{
	int year; /* 0 unknown */
	int month;
	int day;
} Date;

typedef struct Dateline
{
	TextSpan place;
	Date	 date;
	TextSpan agency;
	bool	 wire;		 /* it is a news agency's */
	uint32_t text_token; /* first token behind it */
} Dateline;

/* paragraph.c: fills article->paragraphs, all of kind body. */
extern void paragraph_find(Layout *layout);

/* dateline.c */

/* The tokens of a date that begins at token i; 0 for none. */
extern uint32_t
date_read(const Article *article, uint32_t i, uint32_t end, Date *date);

/*
 * A dateline before running text.  first: this is the article's first running
 * text, so that weaker forms count too.
 */
extern bool dateline_read(const Article *article, uint32_t i, uint32_t end,
						  bool first, Dateline *dateline);

/*
 * Whether an agency or outlet of the lists is named in tokens [i, end); *wire:
 * its texts are made for others to print.
 */
extern bool
dateline_agency(const Article *article, uint32_t i, uint32_t end, bool *wire);

/* "BREAKING —": the token behind a label that is no place, or i. */
extern uint32_t
dateline_label(const Article *article, uint32_t i, uint32_t end);

/* A line that is only a date or a place: true, and what it says. */
extern bool dateline_alone(const Article *article, uint32_t i, uint32_t end,
						   Dateline *dateline);

/*
 * credits.c: true when the paragraph is one; fills article->front.  head: it
 * stands above the running text.
 */
extern bool credits_byline(Layout *layout, uint32_t p, bool head);
extern bool credits_contributors(Layout *layout, uint32_t p);


/* "By Dana Reyes, TURIN (AP) —": the token behind the names, or i. */
extern uint32_t credits_inline(Layout *layout, uint32_t i, uint32_t end);

/* copyright.c: the same for a copyright line. */
extern bool copyright_read(Layout *layout, uint32_t p);

/* furniture.c: the kind by its wording, PARAGRAPH_BODY for none. */
extern ParagraphKind furniture_kind(const Article *article, uint32_t p);

/* turns.c: labels of transcripts and interviews. */
extern void turns_find(Layout *layout);

/* lists.c: items of lists among what is still running text. */
extern void lists_find(Article *article);

/* layout.c */

/* Whether token i may begin, when folded, with this small letter. */
static inline bool
layout_letter_fits(const Article *article, uint32_t i, char letter)
{
	char c = unicode_small(article->text[article->tokens[i].start]);

	return c == letter || (unsigned char) c >= 0x80;
}

/* The tokens from i that spell these lower-case words; 0 when they do not. */
extern uint32_t layout_words(const Article *article, uint32_t i, uint32_t end,
							 const char *words);

/* Whether token i, folded, is one of the n words. */
extern bool layout_any(const Article *article, uint32_t i,
					   const char *const *words, size_t n);

#define LAYOUT_ANY(article, i, words) \
	layout_any((article), (i), (words), sizeof(words) / sizeof((words)[0]))

/* Whether any double quotation mark stands in tokens [i, end). */
extern bool layout_quotes(const Article *article, uint32_t i, uint32_t end);

/* The paragraph's last token that is no quotation mark. */
extern const Token *
layout_last(const Article *article, const Paragraph *paragraph);

/* Whether token i is this text. */
extern bool
layout_glyph(const Article *article, uint32_t i, const char *glyph);

#endif /* NEWSEXT_LAYOUT_H */
