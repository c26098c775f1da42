/*
 * attribution.h
 *		Making quotations of what a cue reports.
 */
#ifndef NEWSEXT_ATTRIBUTION_H
#define NEWSEXT_ATTRIBUTION_H

#include "complement.h"

/*
 * A new quotation at the end of article->quotations, of no speaker yet; the
 * pointer holds until the next one is made.
 */
extern Quotation *attribution_new(Article *article, const Frame *frame);

/* Appends units [first, end) to the quotation's content, marks to verbatim. */
extern void attribution_add_units(Article *article, Quotation *quotation,
								  uint32_t first, uint32_t end);

/* The quotation of a cue and what it reports, with its speaker. */
extern Quotation *
attribution_of_cue(Article *article, const Frame *frame, const Cue *cue,
				   const Complement *complement, const Quotation *before);

/* Notes what was tried, when the article is read to be explained. */
extern void attribution_explain(Article *article, Trial trial);

/* The same of a cue and what it reports; at NONE: where that begins. */
extern void
attribution_explain_cue(Article *article, uint32_t at, const Cue *cue,
						const Complement *complement, bool fired,
						int32_t score);

/* What attribution.c and utterance.c share. */

typedef struct Attributor
{
	Article *article;
	uint32_t last;			 /* last quotation with marks, or NONE */
	uint32_t last_paragraph; /* of that quotation's last piece */
} Attributor;

/* The last quotation with marks, or NULL. */
extern Quotation *attributor_last(const Attributor *attributor);
extern void
attributor_remember(Attributor *attributor, const Quotation *quotation,
					uint32_t paragraph);

/* Lets cues and other words of a sentence take its marked words. */
extern void attribution_read_frame(Attributor *attributor, const Frame *frame);

/* Grows a quotation's content or verbatim. */
extern void attribution_push_span(Arena *arena, TextSpan **spans, uint32_t *n,
								  TextSpan span);

/* The kind, once a piece has been added that is marked as a whole or not. */
extern void attribution_settle_kind(Quotation *quotation, bool whole);

/* The words between the marks. */
extern TextSpan marked_span(const Article *article, const MarkedSpan *marked);

/* Marked words at unit u that no quotation has yet and that may be speech. */
extern bool marked_is_free(const Article *article, uint32_t u);

#endif /* NEWSEXT_ATTRIBUTION_H */
